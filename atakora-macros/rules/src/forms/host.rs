//! Names in the DNS.

use std::net::IpAddr;

use super::{Form, is_none};

/// A host name, and no URL.
pub const HOST: Form = Form::new("a host name like `www.example.com`", host);

/// A host name or an address, and no URL.
pub const HOST_OR_ADDRESS: Form = Form::new("a host name like `www.example.com`, or an IP address", |text| {
    if text.parse::<IpAddr>().is_ok() { None } else { host(text) }
});

/// What goes in front of Azure's own domain.
pub const DNS_LABELS: Form =
    Form::new("labels of 1 to 63 letters, digits or `-`, no `-` at their ends", |text| labels(text, 1, 34));

/// The name of a zone.
pub const DNS_ZONE: Form = Form::new("2 to 34 labels with dots between them, like `shop.example.com`", |text| {
    // a zone may have labels like `_msdcs`
    labels(&text.replace('_', "a"), 2, 34)
});

fn host(text: &str) -> Option<String> {
    if text.contains("://") {
        return Some("is a URL".to_owned());
    }
    if text.contains('/') {
        return Some("has a path".to_owned());
    }
    if text.contains(':') {
        return Some("has a port".to_owned());
    }
    let count = text.chars().count();
    if count > 253 {
        return Some(format!("has {count} characters"));
    }
    // labels like `_api` are for the DNS to judge, and a wildcard stands for one
    let text = text.strip_suffix('.').unwrap_or(text).replace('_', "a");
    labels(text.strip_prefix("*.").unwrap_or(&text), 2, 127)
}

fn labels(text: &str, least: usize, most: usize) -> Option<String> {
    let labels: Vec<&str> = text.split('.').collect();
    for label in &labels {
        let count = label.chars().count();
        if count == 0 || count > 63 {
            return Some(format!("has a label of {count} characters"));
        }
        if let Some(letter) = label.chars().find(|letter| !letter.is_alphanumeric() && *letter != '-') {
            return Some(format!("has `{letter}`"));
        }
        if label.starts_with('-') || label.ends_with('-') {
            return Some("has a label with `-` at an end".to_owned());
        }
    }
    if (least..=most).contains(&labels.len()) {
        return None;
    }
    if labels.len() == 1 { Some("has one label".to_owned()) } else { is_none() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_no_host() {
        for good in ["www.example.com", "a-b.azurewebsites.net", "bücher.example", "*.example.com", "_api.example.com"]
        {
            assert_eq!(HOST.fault(good), None, "{good}");
        }
        for (bad, fault) in [
            ("https://www.example.com", "is a URL"),
            ("www.example.com/api", "has a path"),
            ("www.example.com:443", "has a port"),
            ("localhost", "has one label"),
            ("a.*.com", "has `*`"),
            ("www..com", "has a label of 0 characters"),
            ("-a.example.com", "has a label with `-` at an end"),
            ("a b.example.com", "has ` `"),
        ] {
            assert_eq!(HOST.fault(bad).as_deref(), Some(fault), "{bad}");
        }
        assert_eq!(HOST_OR_ADDRESS.fault("203.0.113.7"), None);
        assert_eq!(HOST_OR_ADDRESS.fault("2001:db8::1"), None);
    }

    #[test]
    fn zones_have_two_labels_or_more() {
        assert_eq!(DNS_ZONE.fault("privatelink.documents.azure.com"), None);
        assert_eq!(DNS_ZONE.fault("_msdcs.example.com"), None);
        assert_eq!(DNS_ZONE.fault("not a zone").as_deref(), Some("has ` `"));
        assert_eq!(DNS_ZONE.fault("zone").as_deref(), Some("has one label"));
        assert_eq!(DNS_LABELS.fault("shop-eu"), None);
        assert_eq!(DNS_LABELS.fault("shop_eu").as_deref(), Some("has `_`"));
    }
}
