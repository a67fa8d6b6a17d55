//! Forms that one service has.

use super::{Form, is_none};
use crate::regions;

/// A region.
pub const LOCATION: Form = Form::new("a region of Azure", |text| {
    if regions::is_region(text) {
        return None;
    }
    let hint = regions::nearest(text).map(|near| format!(": did you mean `{near}`?")).unwrap_or_default();
    Some(format!("is not{hint}"))
});

/// A level of a partition key.
pub const PARTITION_KEY_PATH: Form =
    Form::new("a path with `/` in front, like `/tenantId`", |text| match text.strip_prefix('/') {
        Some("") => Some("names nothing".to_owned()),
        Some(_) => None,
        None => Some("has no `/` in front".to_owned()),
    });

/// As whom Cosmos DB asks for its key.
pub const DEFAULT_IDENTITY: Form =
    Form::new("`FirstPartyIdentity`, `SystemAssignedIdentity` or `UserAssignedIdentity=ID`", |text| {
        let user = text.strip_prefix("UserAssignedIdentity=").is_some_and(|id| !id.is_empty());
        if user || matches!(text, "FirstPartyIdentity" | "SystemAssignedIdentity") { None } else { is_none() }
    });

/// Where Flex Consumption keeps its package.
pub const BLOB_CONTAINER: Form = Form::new(
    "the URL of a container, `https://ACCOUNT.blob.core.windows.net/CONTAINER`: `primary_blob_endpoint` and the name",
    |text| {
        if text.starts_with("/subscriptions/") {
            return Some("is the id of a resource".to_owned());
        }
        let parts: Option<Vec<&str>> = text.strip_prefix("https://").map(|rest| rest.split('/').collect());
        match parts.as_deref() {
            Some([host, container]) if host.contains(".blob.") && !container.is_empty() => None,
            Some([_] | [_, ""]) => Some("names no container".to_owned()),
            _ => is_none(),
        }
    },
);

/// What Flex Consumption keeps ready.
pub const ALWAYS_READY: Form = Form::new("`http`, `durable`, `blob` or `function:NAME`", |text| {
    let function = text.strip_prefix("function:").is_some_and(|name| !name.is_empty());
    if function || matches!(text, "http" | "durable" | "blob") { None } else { is_none() }
});

/// Which answers a probe takes.
pub const STATUS_CODES: Form = Form::new("two status codes like `200-299`", |text| {
    let codes = text.split_once('-').and_then(|(from, to)| Some((from.parse::<u16>().ok()?, to.parse::<u16>().ok()?)));
    match codes {
        Some((from, to)) if from <= to => None,
        Some(_) => Some("ends before it begins".to_owned()),
        None => is_none(),
    }
});

/// The name of a record that a zone's own name cannot have.
pub const NO_HOST_NAME_OF_ZONE: Form = Form::new("below the zone", |text| {
    (text == "@").then(|| "is the zone itself, which the DNS lets have no CNAME".to_owned())
});

/// A moment.
pub const RFC_3339: Form =
    Form::new("a moment like `2026-12-31T00:00:00Z`", |text| if is_moment(text) { None } else { is_none() });

fn is_moment(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else { return false };
    let date = numbers(date, '-', &[4, 2, 2]);
    let (time, offset) = match time.strip_suffix('Z') {
        Some(time) => (time, Some(vec![0, 0])),
        None => match time.rfind(['+', '-']) {
            Some(at) => {
                let (time, offset) = time.split_at(at);
                (time, numbers(offset.trim_start_matches(['+', '-']), ':', &[2, 2]))
            }
            None => return false,
        },
    };
    let seconds = time.split_once('.');
    if seconds.is_some_and(|(_, fraction)| fraction.is_empty() || !fraction.bytes().all(|digit| digit.is_ascii_digit()))
    {
        return false;
    }
    let time = numbers(seconds.map_or(time, |(time, _)| time), ':', &[2, 2, 2]);
    let date = date.is_some_and(|date| matches!(date.as_slice(), [_, 1..=12, 1..=31]));
    let time = time.is_some_and(|time| matches!(time.as_slice(), [0..=23, 0..=59, 0..=59]));
    date && time && offset.is_some_and(|offset| matches!(offset.as_slice(), [0..=23, 0..=59]))
}

/// Numbers of these many digits each.
fn numbers(text: &str, between: char, digits: &[usize]) -> Option<Vec<u32>> {
    let parts: Vec<&str> = text.split(between).collect();
    let right = parts.iter().map(|part| part.len()).eq(digits.iter().copied())
        && parts.iter().all(|part| part.bytes().all(|digit| digit.is_ascii_digit()));
    if right { parts.iter().map(|part| part.parse().ok()).collect() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        for good in ["2026-12-31T00:00:00Z", "2026-01-01T23:59:59.123Z", "2026-01-01T00:00:00+02:00"] {
            assert_eq!(RFC_3339.fault(good), None, "{good}");
        }
        for bad in ["2026-12-31", "2026-13-01T00:00:00Z", "2026-12-31T00:00:00", "2026-12-31T24:00:00Z", "tomorrow"] {
            assert!(RFC_3339.fault(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn containers_are_urls() {
        assert_eq!(BLOB_CONTAINER.fault("https://shop.blob.core.windows.net/packages"), None);
        assert_eq!(BLOB_CONTAINER.fault("https://shop.blob.core.windows.net/").as_deref(), Some("names no container"));
        assert_eq!(BLOB_CONTAINER.fault("/subscriptions/0/x").as_deref(), Some("is the id of a resource"));
    }

    #[test]
    fn codes_and_locations() {
        assert_eq!(STATUS_CODES.fault("200-299"), None);
        assert_eq!(STATUS_CODES.fault("299-200").as_deref(), Some("ends before it begins"));
        assert_eq!(STATUS_CODES.fault("200").as_deref(), Some("is not"));
        assert_eq!(LOCATION.fault("westeurop").as_deref(), Some("is not: did you mean `westeurope`?"));
    }
}
