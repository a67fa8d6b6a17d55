//! The security groups of the subnets that Atakora makes: what may come in, and what apps may reach.

use super::ServiceTag;
use super::addresses::Addresses;
use crate::azure::address::AddressRange;
use crate::azure::resource_name::NETWORK_SECURITY_GROUP;
use crate::backend::Scope;
use crate::providers::types::NetworkSecurityGroup;
use crate::resource;

/// A rule of a security group.
struct Rule {
    name: String,
    priority: u32,
    direction: &'static str,
    access: &'static str,
    protocol: &'static str,
    ports: &'static str,
    source: String,
    destination: String,
}

/// The last that Azure takes, so that everything else stands in front.
const LAST: u32 = 4096;
const ANY: &str = "*";

impl Rule {
    fn deny_all(direction: &'static str) -> Self {
        Rule {
            name: format!("deny-all-{}", direction.to_lowercase()),
            priority: LAST,
            direction,
            access: "Deny",
            protocol: ANY,
            ports: ANY,
            source: ANY.into(),
            destination: ANY.into(),
        }
    }

    fn allow(name: &str, place: usize, direction: &'static str, ports: &'static str) -> Self {
        Rule {
            name: name.into(),
            priority: 100 + 10 * place as u32,
            direction,
            access: "Allow",
            protocol: "Tcp",
            ports,
            source: ANY.into(),
            destination: ANY.into(),
        }
    }

    fn from(mut self, source: impl Into<String>) -> Self {
        self.source = source.into();
        self
    }

    fn to(mut self, destination: impl Into<String>) -> Self {
        self.destination = destination.into();
        self
    }
}

fn written(range: &AddressRange) -> String {
    range.text().as_str().to_owned()
}

/// Of a subnet from which apps reach out. Nothing comes in there: requests come by private endpoints. All ports of the
/// endpoints, because the SDK of Cosmos DB chooses among thousands; Microsoft Entra for tokens.
pub(super) fn apps(
    scope: &Scope<'_>,
    code: &'static str,
    subnet: &AddressRange,
    addresses: &Addresses,
    tags: &[ServiceTag],
) -> NetworkSecurityGroup {
    let outbound = |name: &str, place: usize, ports| Rule::allow(name, place, "Outbound", ports).from(written(subnet));
    let mut rules = vec![
        Rule::deny_all("Inbound"),
        outbound("allow-private-endpoints", 0, ANY).to(written(&addresses.private_endpoints)),
        outbound("allow-entra", 1, "443").to("AzureActiveDirectory"),
        Rule::deny_all("Outbound"),
    ];
    rules.extend(
        tags.iter()
            .enumerate()
            .map(|(i, tag)| outbound(&format!("allow-{}", tag.name().to_lowercase()), 2 + i, ANY).to(tag.name())),
    );
    group(scope, code, rules)
}

/// Of the subnet of private endpoints: apps come in on any port, everybody else in the network by HTTPS.
pub(super) fn private_endpoints(
    scope: &Scope<'_>,
    code: &'static str,
    apps: &[AddressRange],
    addresses: &Addresses,
) -> NetworkSecurityGroup {
    let inbound = |name: &str, place: usize, ports| {
        Rule::allow(name, place, "Inbound", ports).to(written(&addresses.private_endpoints))
    };
    let mut rules = vec![
        inbound("allow-network-https", 0, "443").from("VirtualNetwork"),
        Rule::deny_all("Inbound"),
        Rule::deny_all("Outbound"),
    ];
    rules.extend(
        apps.iter()
            .enumerate()
            .map(|(i, app)| inbound(&format!("allow-apps-{}", i + 1), 1 + i, ANY).from(written(app))),
    );
    group(scope, code, rules)
}

fn group(scope: &Scope<'_>, code: &'static str, mut rules: Vec<Rule>) -> NetworkSecurityGroup {
    rules.sort_by(|a, b| (a.direction, a.priority).cmp(&(b.direction, b.priority)));
    resource!(scope, NetworkSecurityGroup = azurerm_network_security_group (scope.id(&format!("{code}_security"))) {
        name: format!("{}-{code}", scope.name(&NETWORK_SECURITY_GROUP)),
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        security_rule: for rule in rules {
            name: rule.name,
            priority: rule.priority,
            direction: rule.direction,
            access: rule.access,
            protocol: rule.protocol,
            source_port_range: ANY,
            destination_port_range: rule.ports,
            source_address_prefix: rule.source,
            destination_address_prefix: rule.destination,
        },
        tags: scope.tags(),
    })
}
