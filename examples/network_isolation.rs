//! A back end that nobody reaches from outside its network: not its data, not its APIs, not its logs.
//!
//! When to use it: rules like PCI DSS forbid public addresses for what holds data. Callers are in the network, in one
//! that is peered with it, or behind a VPN; so is the machine that publishes the code of the functions.
//!
//! The network is made here, with `resource!`, and given to the back end, which adds private endpoints for everything
//! that it makes, their DNS zones, and nothing public. Without `network` Atakora makes one itself.
//!
//! Nothing of this needs a key: apps come as their identity, and keys are switched off where Azure has them.
//!
//! What is known from documentation or from others, and was not tried here in Azure:
//! - an empty `AzureWebJobsStorage` lets the host on Flex Consumption start as its identity (two reports that it does);
//!   .NET hosts are said to refuse it, so .NET runs on `Plan::ElasticPremium`;
//! - roles that were just given can take minutes to work, so a first start may need a restart;
//! - Cosmos DB's direct mode needs all TCP ports between the two subnets, which is why a rule opens them; gateway mode
//!   would do with 443;
//! - the app's code is published through its SCM site, which has no public address either: `func` runs in the network;
//! - once Azure Monitor's names resolve inside the network, everything in it sends telemetry to what is in this back
//!   end's private link scope, and reads from there;
//! - the extension bundle is part of the host's image; were it not, the host would have to fetch it from outside.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/id")]
#[serde(rename_all = "camelCase")]
struct User {
    id: String,
    email: String,
    name: String,
    sensitive_data: String,
}

#[derive(Entity)]
#[entity(partition_key = "/userId")]
#[serde(rename_all = "camelCase")]
struct AuditLog {
    id: String,
    action: String,
    user_id: String,
    #[entity(kind = "timestamp")]
    timestamp: String,
    ip_address: String,
}

backend! {
    /// Users and what they did.
    pub Secure <
        user_api: CrudApi<User>,
        audit_api: CrudApi<AuditLog>,
    > with {
        name: "secure",
        environment: "production",
        networking: {
            mode: NetworkMode::Isolated,
            network: Some(given(network: Network)),
            // The original allows `AzureCosmosDB`, `Storage` and `AzureFunctions` here. The private endpoints make all
            // three needless, and each would let data out: to any account or app of anybody, not only to one's own.
        },
        // longer than usual, for the audit log
        monitoring: { retention_days: 180 },
        tags: {
            security: "high",
            compliance: "pci-dss",
            data_classification: "confidential",
            network_isolation: "full",
        },
    }
}

const BACKEND_SUBNET: &str = "10.0.1.0/24";
const PRIVATE_ENDPOINT_SUBNET: &str = "10.0.2.0/24";

resource_type! {
    Subnet = azurerm_subnet;
    SecurityGroup = azurerm_network_security_group;
}

fn main() -> atakora::Result {
    let mut app = App::from_args("secure")?;
    let stack = app.stack("secure").resource_group("rg-secure-prod", Region::EastUs);
    let group = stack.resource_group();

    let vnet = resource!(stack, azurerm_virtual_network "vnet" {
        name: "vnet-secure-prod",
        resource_group_name: group.name(),
        location: group.location(),
        address_space: ["10.0.0.0/16"],
    });

    let backend_subnet = resource!(stack, Subnet = azurerm_subnet "backend" {
        name: "backend-subnet",
        resource_group_name: group.name(),
        virtual_network_name: vnet.name(),
        address_prefixes: [BACKEND_SUBNET],
        default_outbound_access_enabled: false,
        // The original delegates to `Microsoft.Web/serverFarms`, which is for the other plans: an app on Flex Consumption
        // is refused there. It also has service endpoints (`Microsoft.AzureCosmosDB`, …); Flex Consumption takes none in
        // its subnet, and with private endpoints nothing would use them.
        delegation {
            name: "flex-consumption",
            service_delegation {
                name: "Microsoft.App/environments",
                actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"],
            },
        },
    });

    let private_endpoint_subnet = resource!(stack, Subnet = azurerm_subnet "private_endpoints" {
        name: "private-endpoint-subnet",
        resource_group_name: group.name(),
        virtual_network_name: vnet.name(),
        address_prefixes: [PRIVATE_ENDPOINT_SUBNET],
        default_outbound_access_enabled: false,
        // The original switches these policies off. Then the security group would not hold for private endpoints, and
        // its rules would be decoration.
        private_endpoint_network_policies: "Enabled",
    });

    let nsg = security_group(&stack);
    for (name, subnet) in [("backend", &backend_subnet), ("private_endpoints", &private_endpoint_subnet)] {
        resource!(stack, azurerm_subnet_network_security_group_association (name) {
            subnet_id: subnet.id(),
            network_security_group_id: nsg.id(),
        });
    }

    let network = Network::new(vnet.id(), private_endpoint_subnet.id()).flex_subnet(backend_subnet.id());
    let backend = Secure::new(SecureGiven { network }).add_to(&stack)?;

    stack.output("vnet", vnet.name());
    stack.output("user_api", backend.user_api.endpoint());
    stack.output("audit_api", backend.audit_api.endpoint());
    app.run()
}

/// What may pass in the network: the two rules of the original, and what they leave open.
fn security_group(stack: &Stack) -> SecurityGroup {
    let group = stack.resource_group();
    let nsg = resource!(stack, SecurityGroup = azurerm_network_security_group "backend" {
        name: "nsg-backend-prod",
        resource_group_name: group.name(),
        location: group.location(),
    });
    let rule =
        |id: &str, priority: u32, direction: &str, access: &str, (source, destination, port): (&str, &str, &str)| {
            resource!(stack, azurerm_network_security_rule (id.replace('-', "_")) {
                name: id,
                resource_group_name: group.name(),
                network_security_group_name: nsg.name(),
                priority: priority,
                direction: direction,
                access: access,
                protocol: if access == "Allow" { "Tcp" } else { "*" },
                source_port_range: "*",
                destination_port_range: port,
                source_address_prefix: source,
                destination_address_prefix: destination,
            });
        };
    let allow = |id, priority, direction, flow| rule(id, priority, direction, "Allow", flow);
    let deny = |id, priority, direction, flow| rule(id, priority, direction, "Deny", flow);

    // the original's
    allow("allow-internal", 100, "Inbound", ("VirtualNetwork", "VirtualNetwork", "443"));
    deny("deny-internet", 200, "Inbound", ("Internet", "*", "*"));
    // what it leaves to Azure's defaults, which let in everything of a peered network and let out everything
    allow("allow-cosmos-direct", 110, "Inbound", (BACKEND_SUBNET, PRIVATE_ENDPOINT_SUBNET, "*"));
    deny("deny-inbound", 4096, "Inbound", ("*", "*", "*"));
    allow("allow-private-endpoints", 100, "Outbound", (BACKEND_SUBNET, PRIVATE_ENDPOINT_SUBNET, "*"));
    allow("allow-entra", 110, "Outbound", (BACKEND_SUBNET, "AzureActiveDirectory", "443"));
    deny("deny-outbound", 4096, "Outbound", ("*", "*", "*"));
    nsg
}
