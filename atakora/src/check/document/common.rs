//! What many types have in common: where they are, and who they are.

use super::reader::{Findings, On, World, azure};
use crate::azure::Region;
use crate::azure::nearest::nearest;
use crate::check::Rule;

static REGION: Rule = azure(
    "ATK-DOC-100",
    "RegionError",
    "{}: `{}` is not an Azure region{}",
    "give the name of a region of the public cloud, like `westeurope`",
    "Azure documentation, List of Azure regions, 2026",
);

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

static IDENTITY_NAME: Rule = azure(
    "ATK-DOC-103",
    "NameError",
    "{}: `{}` cannot be the name of an identity",
    "use 3 to 128 letters, digits, hyphens and underscores; begin with a letter or digit",
    "Azure documentation, Naming rules and restrictions for Azure resources, 2026",
);

pub(super) static ALL: &[&Rule] = &[&REGION, &IDENTITY_IDS, &NO_IDENTITY_IDS, &IDENTITY_NAME];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.resources() {
        region(on, out);
        identity(on, out);
    }
    for on in world.all("user_assigned_identity") {
        if let Some(name) = on.get("name").text() {
            let letters = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
            let first = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
            out.tell_if(!letters || !first || !(3..=128).contains(&name.len()), on, &IDENTITY_NAME, &[name]);
        }
    }
}

fn region(on: On<'_>, out: &mut Findings<'_>) {
    let regions = on.each("geo_location").into_iter().map(|block| block.get("location"));
    for text in std::iter::once(on.get("location")).chain(regions).filter_map(|location| location.text()) {
        if !is_region(text) {
            let near = nearest(&normal(text), Region::ALL.iter().map(|region| region.name()));
            let hint = near.first().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            out.tell(on, &REGION, &[text, &hint]);
        }
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

/// Sovereign clouds and early access have regions of their own, of which nothing is known here.
fn is_region(text: &str) -> bool {
    let normal = normal(text);
    let elsewhere = ["usgov", "usdod", "china", "ussec", "usnat"].iter().any(|cloud| normal.starts_with(cloud));
    normal == "global" || elsewhere || normal.ends_with("euap") || known(text).is_some()
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
