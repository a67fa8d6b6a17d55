//! Virtual networks and network security groups.

use crate::argument::{ArgumentRule, counts, numbers, rule, texts};
use crate::forms;
use crate::name::{ALPHANUMERIC, Name};
use crate::takes::Takes;

const NAMES: &str = "Azure documentation, Naming rules, 2026; azurerm 5.2.0 takes any text";
const RANGES: &str =
    "Azure documentation, Virtual networks: frequently asked questions, 2026; azurerm 5.2.0 takes any text";
const NETWORK: &str = "azurerm 5.2.0 (August 2026), virtual_network";
const SUBNET: &str = "azurerm 5.2.0 (August 2026), subnet";
const RULE: &str = "azurerm 5.2.0 (August 2026), network_security_rule";
const RULE_ITEMS: &str = "azurerm 5.2.0 documentation (August 2026), network_security_rule; it takes any text";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-701",
        NAMES,
        &["azurerm_virtual_network.name"],
        Takes::Name(Name::new(2, 64, "a-zA-Z0-9_.-").first(ALPHANUMERIC).last("a-zA-Z0-9_")),
        texts("vnet shop", "vnet-shop"),
    ),
    rule(
        "ATK-ARG-702",
        NAMES,
        &[
            "azurerm_subnet.name",
            "azurerm_virtual_network.subnet.name",
            "azurerm_network_security_group.name",
            "azurerm_network_security_group.security_rule.name",
            "azurerm_network_security_rule.name",
            "azurerm_private_dns_zone_virtual_network_link.name",
        ],
        Takes::Name(Name::new(1, 80, "a-zA-Z0-9_.-").first(ALPHANUMERIC).last("a-zA-Z0-9_")),
        texts("allow/https", "allow-https"),
    ),
    rule(
        "ATK-ARG-703",
        RANGES,
        &["azurerm_virtual_network.address_space"],
        Takes::Form(forms::SPACE),
        texts("10.0.0.0/33", "10.0.0.0/16"),
    ),
    rule(
        "ATK-ARG-704",
        RANGES,
        &["azurerm_subnet.address_prefixes", "azurerm_virtual_network.subnet.address_prefixes"],
        Takes::Form(forms::SUBNET),
        texts("10.0.1.5/24", "10.0.1.0/24"),
    ),
    rule(
        "ATK-ARG-705",
        RANGES,
        &["azurerm_virtual_network.dns_servers"],
        Takes::Form(forms::ADDRESS),
        texts("dns.example.com", "10.0.0.4"),
    ),
    rule(
        "ATK-ARG-706",
        NETWORK,
        &["azurerm_virtual_network.flow_timeout_in_minutes"],
        Takes::between(4, 30),
        numbers(40, 30),
    ),
    rule(
        "ATK-ARG-707",
        NETWORK,
        &["azurerm_virtual_network.encryption.enforcement"],
        Takes::OneOf(&["AllowUnencrypted", "DropUnencrypted"]),
        texts("Deny", "DropUnencrypted"),
    ),
    rule(
        "ATK-ARG-708",
        SUBNET,
        &[
            "azurerm_subnet.private_endpoint_network_policies",
            "azurerm_virtual_network.subnet.private_endpoint_network_policies",
        ],
        Takes::OneOf(&["Disabled", "Enabled", "NetworkSecurityGroupEnabled", "RouteTableEnabled"]),
        texts("true", "Enabled"),
    ),
    rule(
        "ATK-ARG-709",
        SUBNET,
        &["azurerm_subnet.sharing_scope"],
        Takes::OneOf(&["Tenant"]),
        texts("tenant", "Tenant"),
    ),
    rule(
        "ATK-ARG-710",
        SUBNET,
        &["azurerm_subnet.service_endpoint.service"],
        Takes::OneOf(&[
            "Microsoft.AzureActiveDirectory",
            "Microsoft.AzureCosmosDB",
            "Microsoft.CognitiveServices",
            "Microsoft.ContainerRegistry",
            "Microsoft.EventHub",
            "Microsoft.KeyVault",
            "Microsoft.ServiceBus",
            "Microsoft.Sql",
            "Microsoft.Storage",
            "Microsoft.Storage.Global",
            "Microsoft.Web",
        ]),
        texts("Microsoft.DocumentDB", "Microsoft.AzureCosmosDB"),
    ),
    rule(
        "ATK-ARG-711",
        SUBNET,
        &[
            "azurerm_subnet.delegation.service_delegation.name",
            "azurerm_virtual_network.subnet.delegation.service_delegation.name",
        ],
        // the list grows, and only its spelling is sure
        Takes::Spelt(&[
            "Microsoft.Web/serverFarms",
            "Microsoft.App/environments",
            "Microsoft.Web/hostingEnvironments",
            "Microsoft.ApiManagement/service",
            "Microsoft.Batch/batchAccounts",
            "Microsoft.ContainerInstance/containerGroups",
            "Microsoft.ContainerService/managedClusters",
            "Microsoft.Databricks/workspaces",
            "Microsoft.DBforMySQL/flexibleServers",
            "Microsoft.DBforPostgreSQL/flexibleServers",
            "Microsoft.Sql/managedInstances",
        ]),
        texts("Microsoft.Web/serverfarms", "Microsoft.Web/serverFarms"),
    ),
    rule(
        "ATK-ARG-720",
        RULE,
        &["azurerm_network_security_rule.priority", "azurerm_network_security_group.security_rule.priority"],
        Takes::between(100, 4_096),
        numbers(99, 100),
    ),
    rule(
        "ATK-ARG-721",
        RULE,
        &["azurerm_network_security_rule.protocol", "azurerm_network_security_group.security_rule.protocol"],
        Takes::OneOf(&["*", "Tcp", "Udp", "Icmp", "Ah", "Esp"]),
        texts("TCP", "Tcp"),
    ),
    rule(
        "ATK-ARG-722",
        RULE,
        &["azurerm_network_security_rule.direction", "azurerm_network_security_group.security_rule.direction"],
        Takes::OneOf(&["Inbound", "Outbound"]),
        texts("In", "Inbound"),
    ),
    rule(
        "ATK-ARG-723",
        RULE,
        &["azurerm_network_security_rule.access", "azurerm_network_security_group.security_rule.access"],
        Takes::OneOf(&["Allow", "Deny"]),
        texts("Block", "Deny"),
    ),
    rule(
        "ATK-ARG-724",
        RULE_ITEMS,
        &[
            "azurerm_network_security_rule.source_port_range",
            "azurerm_network_security_rule.destination_port_range",
            "azurerm_network_security_group.security_rule.source_port_range",
            "azurerm_network_security_group.security_rule.destination_port_range",
        ],
        Takes::Form(forms::PORT),
        texts("80,443", "80-443"),
    ),
    rule(
        "ATK-ARG-725",
        RULE_ITEMS,
        &[
            "azurerm_network_security_rule.source_port_ranges",
            "azurerm_network_security_rule.destination_port_ranges",
            "azurerm_network_security_group.security_rule.source_port_ranges",
            "azurerm_network_security_group.security_rule.destination_port_ranges",
        ],
        Takes::Form(forms::PORT_RANGE),
        texts("*", "443"),
    ),
    rule(
        "ATK-ARG-726",
        RULE_ITEMS,
        &[
            "azurerm_network_security_rule.source_address_prefixes",
            "azurerm_network_security_rule.destination_address_prefixes",
            "azurerm_network_security_group.security_rule.source_address_prefixes",
            "azurerm_network_security_group.security_rule.destination_address_prefixes",
        ],
        Takes::Form(forms::ADDRESS_PREFIX),
        texts("VirtualNetwork", "10.0.1.0/24"),
    ),
    rule(
        "ATK-ARG-727",
        RULE_ITEMS,
        &[
            "azurerm_network_security_rule.source_application_security_group_ids",
            "azurerm_network_security_rule.destination_application_security_group_ids",
            "azurerm_network_security_group.security_rule.source_application_security_group_ids",
            "azurerm_network_security_group.security_rule.destination_application_security_group_ids",
        ],
        Takes::Count(0, 10),
        counts(11, 10),
    ),
    rule(
        "ATK-ARG-728",
        RULE,
        &["azurerm_network_security_rule.description", "azurerm_network_security_group.security_rule.description"],
        Takes::Name(Name::new(0, 140, "^")),
        texts(
            "Whoever reads this rule should know that it lets the whole of the internet reach the front end, and that this is what all of us have always wanted.",
            "Lets the whole of the internet reach the front end.",
        ),
    ),
];
