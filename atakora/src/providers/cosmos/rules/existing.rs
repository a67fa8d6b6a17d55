//! An account that is there already: nothing in it is changed, so everything must be in it as it is asked for.

use super::super::existing::Existing;
use super::super::{CapacityMode, Container, CosmosMerged, CosmosSettings, Throughput, TimeToLive};
use crate::check::{Finding, Kind, Level, Rule, same_text};
use crate::deferred::Origin;
use crate::provider::Context;

/// The account cannot be made by those who find it there.
pub static EXISTING_OWN: Rule = Rule {
    id: "ATK-COSMOS-023",
    title: "CosmosError",
    message: "no component of this backend makes an account if there is one already, and `{}` is one of its components",
    solution: "take the account as a slot, `given(account: CosmosAccount)`, and give it that of another backend",
    source: "`existing` holds for all components of a backend",
    kind: Kind::Promise,
    level: Level::Error,
};

/// What is set for an account is set where it is made.
pub static EXISTING_SETTINGS: Rule = Rule {
    id: "ATK-COSMOS-024",
    title: "CosmosError",
    message: "the account is there already, so `{}` changes nothing",
    solution: "leave it out, and set it in the backend that makes the account",
    source: "an existing account is not changed",
    kind: Kind::Promise,
    level: Level::Error,
};

/// An account of another kind.
pub static EXISTING_ACCOUNT: Rule = Rule {
    id: "ATK-COSMOS-025",
    title: "CosmosError",
    message: "the backend that makes the account has none with `capacity: {}` and `account: {}`",
    solution: "give the component the `capacity` and `account` that its container has there",
    source: "an existing account is not changed",
    kind: Kind::Promise,
    level: Level::Error,
};

/// A container that nobody makes.
pub static EXISTING_CONTAINER: Rule = Rule {
    id: "ATK-COSMOS-026",
    title: "CosmosError",
    message: "the existing account has no container `{}` in {}{}{}",
    solution: "add it to the backend that makes the account (`CosmosContainer` does without functions), or name one that is there: `container` and, as it is written there, `database`",
    source: "an existing account is not changed",
    kind: Kind::Works,
    level: Level::Error,
};

/// A container that others have cut up in another way.
pub static EXISTING_KEY: Rule = Rule {
    id: "ATK-COSMOS-027",
    title: "CosmosError",
    message: "container `{}` is made with the partition key {}, and this entity has {}",
    solution: "give both entities one key: use the same struct in both backends, or another `container`",
    source: "a partition key is fixed when the container is made",
    kind: Kind::Works,
    level: Level::Error,
};

/// What is set for a container is set where it is made.
pub static EXISTING_CONTAINER_SETTING: Rule = Rule {
    id: "ATK-COSMOS-028",
    title: "CosmosError",
    message: "container `{}` is there already, and its `{}` is not what is written here",
    solution: "leave it out, and set it in the backend that makes the container",
    source: "an existing account is not changed",
    kind: Kind::Promise,
    level: Level::Error,
};

/// An account without public access, and a backend without a network.
pub static EXISTING_PRIVATE: Rule = Rule {
    id: "ATK-COSMOS-029",
    title: "CosmosError",
    message: "the existing account is reached through private endpoints only, and this backend has no network to put one into",
    solution: "give this backend a network as well: `networking: { mode: NetworkMode::Hybrid }`",
    source: "the backend that makes the account has switched its public access off",
    kind: Kind::Works,
    level: Level::Error,
};

/// Is the account one that somebody else makes, and are its own settings left alone?
pub const fn existing(settings: &CosmosSettings) -> Option<Finding> {
    if let Existing::Given { account, .. } = settings.existing
        && let Origin::Component { component, .. } = account.origin()
    {
        return Some(Finding::of(&EXISTING_OWN).text(0, component));
    }
    if matches!(settings.existing, Existing::No) {
        return None;
    }
    match settings.of_the_account() {
        Some(setting) => Some(Finding::of(&EXISTING_SETTINGS).text(0, setting)),
        None => None,
    }
}

/// Is everything in the account as the components ask for it? Answered here where the backend that makes it is known.
pub const fn existing_containers(
    merged: &CosmosMerged<'_>,
    settings: &CosmosSettings,
    _context: &Context,
) -> Option<Finding> {
    let made = match settings.existing {
        Existing::No => return None,
        Existing::Named { .. } | Existing::Given { plan: None, .. } => None,
        Existing::Given { plan: Some(plan), .. } => match account_of(plan, merged.capacity, merged.account) {
            Some(made) => Some(made),
            None => return Some(no_account(merged.capacity, merged.account)),
        },
    };
    let mut i = 0;
    while i < merged.containers.len() {
        let wanted = merged.containers.at(i);
        let found = match made {
            Some(made) => match container_of(made, wanted) {
                Some(made) => compare(wanted, made),
                None => Some(missing(wanted)),
            },
            None => unchanged(wanted, &untouched(wanted)),
        };
        if let Some(finding) = found {
            return Some(finding.blame(merged.containers.owner(i)));
        }
        i += 1;
    }
    None
}

const fn account_of(
    plan: &'static [CosmosMerged<'static>],
    capacity: CapacityMode,
    account: Option<&'static str>,
) -> Option<&'static CosmosMerged<'static>> {
    let mut i = 0;
    while i < plan.len() {
        if same_account((plan[i].capacity, plan[i].account), (capacity, account)) {
            return Some(&plan[i]);
        }
        i += 1;
    }
    None
}

/// Do both groups of components mean one account?
pub const fn same_account(
    (capacity, account): (CapacityMode, Option<&'static str>),
    other: (CapacityMode, Option<&'static str>),
) -> bool {
    capacity as u8 == other.0 as u8
        && match (account, other.1) {
            (None, None) => true,
            (Some(a), Some(b)) => same_text(a, b),
            _ => false,
        }
}

pub const fn no_account(capacity: CapacityMode, account: Option<&'static str>) -> Finding {
    let code = match account {
        Some(code) => code,
        None => "None",
    };
    Finding::of(&EXISTING_ACCOUNT).text(0, capacity.name()).text(1, code)
}

const fn container_of<'m>(made: &CosmosMerged<'m>, wanted: &Container) -> Option<&'m Container> {
    let mut i = 0;
    while i < made.containers.len() {
        let container = made.containers.at(i);
        if same_text(container.name, wanted.name) && same_text(container.database, wanted.database) {
            return Some(container);
        }
        i += 1;
    }
    None
}

pub const fn missing(wanted: &Container) -> Finding {
    let finding = Finding::of(&EXISTING_CONTAINER).text(0, wanted.name);
    if wanted.database.is_empty() {
        return finding.text(1, "the database of its backend");
    }
    finding.text(1, "database `").text(2, wanted.database).text(3, "`")
}

/// Has a container the key that the entity has, and is it left as it is?
pub const fn compare(wanted: &Container, made: &Container) -> Option<Finding> {
    let like_wanted = Container { partition_key: wanted.partition_key, ..*made };
    if made.differs(&like_wanted).is_some() {
        return Some(
            Finding::of(&EXISTING_KEY).text(0, wanted.name).paths(1, made.partition_key).paths(2, wanted.partition_key),
        );
    }
    unchanged(wanted, made)
}

/// Is what a component writes of a container what the container has? What it does not write, it does not mind.
const fn unchanged(wanted: &Container, made: &Container) -> Option<Finding> {
    let asked = Container {
        throughput: match wanted.throughput {
            Throughput::Shared => made.throughput,
            given => given,
        },
        time_to_live: match wanted.time_to_live {
            TimeToLive::Off => made.time_to_live,
            given => given,
        },
        unique_keys: if wanted.unique_keys.is_empty() { made.unique_keys } else { wanted.unique_keys },
        ..*made
    };
    match made.differs(&asked) {
        Some(setting) => Some(Finding::of(&EXISTING_CONTAINER_SETTING).text(0, wanted.name).text(1, setting)),
        None => None,
    }
}

/// A container of which nothing is known.
const fn untouched(wanted: &Container) -> Container {
    Container { throughput: Throughput::Shared, time_to_live: TimeToLive::Off, unique_keys: &[], ..*wanted }
}
