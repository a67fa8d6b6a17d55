//! Addresses, ranges of them, and ports.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{Form, is_none};

/// A range of a virtual network.
pub const SPACE: Form =
    Form::new("a range of addresses like `10.0.0.0/16`, whose bits behind the prefix are 0", |text| {
        network(text, 0, 32, 0, 128)
    });

/// The range of a subnet: Azure keeps five addresses of each.
pub const SUBNET: Form = Form::new(
    "a range of addresses like `10.0.1.0/24`, whose bits behind the prefix are 0: IPv4 from /2 to /29, IPv6 /64",
    |text| network(text, 2, 29, 64, 64),
);

/// An address without a prefix.
pub const ADDRESS: Form =
    Form::new("an IP address like `10.0.0.4`", |text| if text.parse::<IpAddr>().is_ok() { None } else { is_none() });

/// What a firewall of Cosmos DB takes.
pub const ADDRESS_OR_RANGE: Form =
    Form::new("an IPv4 address or a range like `203.0.113.0/24`", |text| match range(text) {
        Ok((IpAddr::V4(_), _)) => None,
        Ok(_) => Some("is IPv6".to_owned()),
        Err(fault) => Some(fault),
    });

/// What a firewall of a storage account takes.
pub const PUBLIC_ADDRESS: Form =
    Form::new("a public IPv4 address, or a range with a prefix of at most 30 bits like `203.0.113.0/24`", |text| {
        match range(text) {
            Ok((IpAddr::V4(address), _)) if address.is_private() => Some("is private (RFC 1918)".to_owned()),
            Ok((IpAddr::V4(_), Some(bits))) if bits > 30 => Some(format!("has a prefix of {bits} bits")),
            Ok((IpAddr::V4(_), _)) => None,
            Ok(_) => Some("is IPv6".to_owned()),
            Err(fault) => Some(fault),
        }
    });

/// One of several addresses of a rule: neither `*` nor a service tag, which stand alone.
pub const ADDRESS_PREFIX: Form = Form::new(
    "an address or a range like `10.0.1.0/24`: `*` and service tags stand alone, in the singular argument",
    |text| range(text).err(),
);

/// One port, a range, or all.
pub const PORT: Form =
    Form::new(
        "`*`, a port from 0 to 65535 or a range like `8000-8080`",
        |text| if text == "*" { None } else { port(text) },
    );

/// One of several ports: not `*`, which stands alone.
pub const PORT_RANGE: Form =
    Form::new("a port from 0 to 65535 or a range like `8000-8080`: `*` stands alone, in the singular argument", port);

/// Ranges that no network can have: multicast, broadcast, loopback, link-local, Azure's own DNS.
const UNUSABLE: [(Ipv4Addr, u32); 5] = [
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(255, 255, 255, 255), 32),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(168, 63, 129, 16), 32),
];

fn network(text: &str, least4: u32, most4: u32, least6: u32, most6: u32) -> Option<String> {
    let (address, bits) = match range(text) {
        Ok((address, Some(bits))) => (address, bits),
        Ok((_, None)) => return Some("has no prefix".to_owned()),
        Err(fault) => return Some(fault),
    };
    let allowed = if address.is_ipv4() { least4..=most4 } else { least6..=most6 };
    if !allowed.contains(&bits) {
        return Some(format!("has a prefix of {bits} bits"));
    }
    let first = first_of(address, bits);
    if first != address {
        return Some(format!("has bits behind the prefix: its range is `{first}/{bits}`"));
    }
    let IpAddr::V4(address) = address else { return None };
    let (unusable, prefix) = UNUSABLE.iter().find(|(other, prefix)| {
        let shorter = bits.min(*prefix);
        // a wide range may have unusable addresses in it; it must not be one
        *prefix <= bits && mask4(address, shorter) == mask4(*other, shorter)
    })?;
    Some(format!("is in {unusable}/{prefix}, which no network can use"))
}

fn first_of(address: IpAddr, bits: u32) -> IpAddr {
    match address {
        IpAddr::V4(address) => IpAddr::V4(mask4(address, bits)),
        IpAddr::V6(address) => {
            let mask = u128::MAX.checked_shl(128_u32.saturating_sub(bits)).unwrap_or(0);
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & mask))
        }
    }
}

fn mask4(address: Ipv4Addr, bits: u32) -> Ipv4Addr {
    Ipv4Addr::from_bits(address.to_bits() & u32::MAX.checked_shl(32_u32.saturating_sub(bits)).unwrap_or(0))
}

/// An address, and its prefix if there is one; or what is wrong.
fn range(text: &str) -> Result<(IpAddr, Option<u32>), String> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address, Some(bits)),
        None => (text, None),
    };
    let address: IpAddr = address.parse().map_err(|_| "is not".to_owned())?;
    let Some(bits) = bits else { return Ok((address, None)) };
    let most = if address.is_ipv4() { 32 } else { 128 };
    match bits.parse::<u32>() {
        Ok(bits) if bits <= most => Ok((address, Some(bits))),
        _ => Err(format!("has a prefix of `{bits}`, which is not 0 to {most}")),
    }
}

fn port(text: &str) -> Option<String> {
    match text.split_once('-') {
        None if text.parse::<u16>().is_ok() => None,
        None if text.contains(',') => Some("is a list: give each to the plural argument".to_owned()),
        Some((from, to)) => match (from.parse::<u16>(), to.parse::<u16>()) {
            (Ok(from), Ok(to)) if from <= to => None,
            (Ok(_), Ok(_)) => Some("ends before it begins".to_owned()),
            _ => is_none(),
        },
        None => is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(form: Form, good: &[&str], bad: &[(&str, &str)]) {
        for text in good {
            assert_eq!(form.fault(text), None, "{text}");
        }
        for (text, fault) in bad {
            assert_eq!(form.fault(text).as_deref(), Some(*fault), "{text}");
        }
    }

    #[test]
    fn spaces_and_subnets() {
        judge(
            SPACE,
            &["10.0.0.0/8", "172.16.0.0/12", "fd00:db8::/48", "168.63.0.0/16", "0.0.0.0/0"],
            &[
                ("10.0.0.0/33", "has a prefix of `33`, which is not 0 to 32"),
                ("10.0.1", "is not"),
                ("10.0.0.0", "has no prefix"),
                ("10.0.0.1/24", "has bits behind the prefix: its range is `10.0.0.0/24`"),
                ("169.254.1.0/24", "is in 169.254.0.0/16, which no network can use"),
                ("224.0.0.0/4", "is in 224.0.0.0/4, which no network can use"),
                ("fd00::1/48", "has bits behind the prefix: its range is `fd00::/48`"),
            ],
        );
        judge(
            SUBNET,
            &["10.0.0.0/29", "64.0.0.0/2", "fd00:db8:0:1::/64"],
            &[("10.0.0.0/30", "has a prefix of 30 bits"), ("fd00:db8::/48", "has a prefix of 48 bits")],
        );
    }

    #[test]
    fn firewalls() {
        judge(
            ADDRESS_OR_RANGE,
            &["0.0.0.0", "10.0.0.0/8", "203.0.113.7"],
            &[("::1", "is IPv6"), ("shop.example", "is not")],
        );
        judge(
            PUBLIC_ADDRESS,
            &["203.0.113.7", "203.0.113.0/30", "0.0.0.0/0"],
            &[
                ("10.1.2.3", "is private (RFC 1918)"),
                ("192.168.0.0/16", "is private (RFC 1918)"),
                ("203.0.113.0/31", "has a prefix of 31 bits"),
            ],
        );
        judge(
            ADDRESS_PREFIX,
            &["10.0.0.4", "10.0.0.0/24", "fd00::/8"],
            &[("*", "is not"), ("VirtualNetwork", "is not")],
        );
    }

    #[test]
    fn ports() {
        judge(
            PORT,
            &["*", "0", "65535", "80-80", "8000-8080"],
            &[
                ("65536", "is not"),
                ("90-80", "ends before it begins"),
                ("80,443", "is a list: give each to the plural argument"),
            ],
        );
        judge(PORT_RANGE, &["443"], &[("*", "is not")]);
    }
}
