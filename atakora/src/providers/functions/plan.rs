//! The plans that host apps.

use crate::Sku;
use crate::azure::functions::Hosting;
use crate::check::Text;
use crate::merge::Blank;

/// The plan that hosts an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// Flex Consumption (`FC1`): scales to zero, one app per plan. The default.
    Flex,
    /// Elastic Premium (`EP1`): at least one warm instance.
    ElasticPremium,
    /// Instances that are paid for whether they work or not; the app is always on, but for `F1`.
    Dedicated(DedicatedSku),
}

/// The size of a dedicated plan, by Azure's names. `F1` is free: its apps sleep until a request wakes them, so nothing else
/// can trigger their functions, and they can join no network.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum DedicatedSku {
    F1,
    B1,
    B2,
    B3,
    S1,
    S2,
    S3,
    P0v3,
    P1v3,
    P2v3,
    P3v3,
    P1mv3,
    P2mv3,
    P3mv3,
    P4mv3,
    P5mv3,
    P0v4,
    P1v4,
    P2v4,
    P3v4,
    P1mv4,
    P2mv4,
    P3mv4,
    P4mv4,
    P5mv4,
}

impl DedicatedSku {
    /// Whether it is paid for: its apps are always on, and can join a network.
    pub const fn is_paid(self) -> bool {
        !matches!(self, DedicatedSku::F1)
    }
}

impl Plan {
    /// Its kind, for people.
    pub const fn name(self) -> &'static str {
        match self {
            Plan::Flex => "Flex",
            Plan::ElasticPremium => "ElasticPremium",
            Plan::Dedicated(_) => "Dedicated",
        }
    }

    /// Azure's name for it, which `sku_name` takes.
    pub const fn sku_name(self) -> &'static str {
        match self {
            Plan::Flex => "FC1",
            Plan::ElasticPremium => "EP1",
            Plan::Dedicated(sku) => sku.name(),
        }
    }

    /// Where its apps are hosted, as far as runtimes go.
    pub const fn hosting(self) -> Hosting {
        match self {
            Plan::Flex => Hosting::FlexConsumption,
            Plan::ElasticPremium | Plan::Dedicated(_) => Hosting::Linux,
        }
    }

    /// Whether both are the same.
    pub const fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Plan::Flex, Plan::Flex) | (Plan::ElasticPremium, Plan::ElasticPremium) => true,
            (Plan::Dedicated(a), Plan::Dedicated(b)) => a.same(b),
            _ => false,
        }
    }

    #[doc(hidden)]
    pub const fn key(&self) -> u64 {
        match self {
            Plan::Flex => 0,
            Plan::ElasticPremium => 1,
            Plan::Dedicated(sku) => 2 + sku.rank() as u64,
        }
    }

    #[doc(hidden)]
    pub const fn write<const N: usize>(&self, out: &mut Text<N>) {
        match self {
            Plan::Flex => out.push("Flex"),
            Plan::ElasticPremium => out.push("ElasticPremium"),
            Plan::Dedicated(sku) => out.push(sku.name()),
        }
    }
}

impl Blank for Plan {
    const BLANK: Self = Plan::Flex;
}
