//! What a backend sets for its Front Door: `front_door: { … }`.

use super::FrontDoorId;
use super::rules;
use crate::deferred::Deferred;
use crate::{Settings, Sku};

/// What a Front Door can do, and costs. There is no way back from Premium.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum FrontDoorSku {
    /// Routing, caching, certificates, a firewall with rules of one's own.
    Standard,
    /// Also Microsoft's firewall rules, and origins behind private links.
    Premium,
}

/// What a firewall does with a request that a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum WafMode {
    /// Writes it into the log.
    Detection,
    /// Refuses it.
    Prevention,
}

/// A web application firewall in front of all endpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waf {
    /// What it does. Default: refuses.
    pub mode: WafMode,
    /// How many requests one address can send in a minute before it is refused: at least 1.
    pub requests_per_minute: u32,
}

impl Waf {
    /// Refuses an address that sends more than this many requests in a minute; on Premium also what Microsoft's rules
    /// know as an attack or a bot.
    pub const fn prevention(requests_per_minute: u32) -> Self {
        Waf { mode: WafMode::Prevention, requests_per_minute }
    }

    /// The same, and it only writes into the log: to see what it would refuse.
    pub const fn detection(requests_per_minute: u32) -> Self {
        Waf { mode: WafMode::Detection, requests_per_minute }
    }
}

/// `front_door: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct FrontDoorSettings {
    /// What it can do. Default: Standard.
    #[setting(default = FrontDoorSku::Standard)]
    pub sku: FrontDoorSku,
    /// The firewall. Default: none.
    #[setting(default = None, check = rules::waf)]
    pub waf: Option<Waf>,
    /// How many seconds an origin has to answer: 16 to 240. Default: 120.
    #[setting(default = 120, check = rules::response_timeout)]
    pub response_timeout_seconds: u32,
    /// The profile of another stack, which a `FrontDoorProfile` has made there: `Some(given(profile: FrontDoorId))`. Then
    /// that one has the endpoints and the firewall. Default: a profile of the backend's own.
    #[setting(default = None)]
    pub profile: Option<Deferred<FrontDoorId>>,
}
