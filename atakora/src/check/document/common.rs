//! What many types have in common: where they are, and who they are.

use super::findings::{Findings, azure};
use super::reader::On;
use super::world::World;
use crate::azure::Region;
use crate::check::Rule;

const IDENTITY: &str = "azurerm 5.2.0, expansion of `identity`, which runs only while applying";

static IDENTITY_IDS: Rule = azure(
    "ATK-DOC-101",
    "IdentityError",
    "{}: its identity is `{}` and names no user-assigned identity",
    "give `identity_ids`, or make it `SystemAssigned`",
    IDENTITY,
);

static NO_IDENTITY_IDS: Rule = azure(
    "ATK-DOC-102",
    "IdentityError",
    "{}: its identity is `SystemAssigned` and names user-assigned ones",
    "leave `identity_ids` out, or make it `SystemAssigned, UserAssigned`",
    IDENTITY,
);

pub(super) static ALL: &[&Rule] = &[&IDENTITY_IDS, &NO_IDENTITY_IDS];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.resources() {
        identity(on, out);
    }
}

/// As the provider compares them.
pub(super) fn normal(region: &str) -> String {
    region.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase()
}

/// The region of that name, where it is one of the public cloud.
pub(super) fn known(region: &str) -> Option<Region> {
    region.parse().ok()
}

fn identity(on: On<'_>, out: &mut Findings<'_>) {
    let identity = on.block("identity");
    let Some(kind) = identity.get("type").text() else { return };
    let ids = identity.get("identity_ids");
    let named = ids.is_set() && (ids.target().is_some() || !ids.each().is_empty());
    let unknown = ids.is_set() && ids.each().is_empty() && ids.target().is_none() && !ids.pieces().is_empty();
    if kind.contains("UserAssigned") {
        out.tell_if(!named && !unknown, on, &IDENTITY_IDS, &[kind]);
    } else if kind == "SystemAssigned" {
        out.tell_if(named, on, &NO_IDENTITY_IDS, &[]);
    }
}
