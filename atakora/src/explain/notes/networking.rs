//! Networks.

use crate::explain::note::{Note, note};

const JOBS: &str = "jobs: FunctionsApp,";

pub(in crate::explain) const NETWORKING: &[Note] = &[
    note(
        "ATK-NET-001",
        "A range that does not begin where its prefix says, or that nobody can use, is no range to Azure.",
    )
    .settings(
        JOBS,
        "networking: { mode: NetworkMode::Isolated, address_space: \"10.0.0.0/33\" },",
        "networking: { mode: NetworkMode::Isolated, address_space: \"10.0.0.0/16\" },",
    ),
    note("ATK-NET-002", "Subnets are cut out of the addresses of their network.").settings(
        JOBS,
        "networking: {
    mode: NetworkMode::Isolated,
    address_space: \"10.1.0.0/16\",
    flex_subnet: Some(\"10.2.0.0/24\"),
},",
        "networking: {
    mode: NetworkMode::Isolated,
    address_space: \"10.1.0.0/16\",
    flex_subnet: Some(\"10.1.2.0/24\"),
},",
    ),
    note("ATK-NET-003", "An address is in one subnet.").settings(
        JOBS,
        "networking: {
    mode: NetworkMode::Isolated,
    flex_subnet: Some(\"10.0.1.0/24\"),
    private_endpoint_subnet: Some(\"10.0.0.0/22\"),
},",
        "networking: {
    mode: NetworkMode::Isolated,
    flex_subnet: Some(\"10.0.1.0/24\"),
    private_endpoint_subnet: Some(\"10.0.2.0/24\"),
},",
    ),
    note("ATK-NET-004", "Azure keeps five addresses of each subnet, and every instance takes one more.").settings(
        JOBS,
        "networking: { mode: NetworkMode::Isolated, flex_subnet: Some(\"10.0.1.0/28\") },",
        "networking: { mode: NetworkMode::Isolated, flex_subnet: Some(\"10.0.1.0/27\") },",
    ),
    note(
        "ATK-NET-005",
        "Subnets that nobody chose are quarters of the network, and what was chosen takes their place.",
    )
    .settings(
        JOBS,
        "networking: {
    mode: NetworkMode::Isolated,
    address_space: \"10.0.0.0/24\",
    private_endpoint_subnet: Some(\"10.0.0.0/24\"),
},",
        "networking: {
    mode: NetworkMode::Isolated,
    address_space: \"10.0.0.0/24\",
    private_endpoint_subnet: Some(\"10.0.0.0/26\"),
},",
    ),
    note("ATK-NET-006", "Apps on the free and shared plans run on machines of others, which cannot join a network.")
        .settings(
            "jobs: FunctionsApp { plan: Plan::Dedicated(DedicatedSku::F1) },",
            "networking: { mode: NetworkMode::Isolated },",
            "networking: { mode: NetworkMode::Public },",
        ),
    note("ATK-NET-007", "A subnet is delegated to one plan. Apps on Flex Consumption share theirs.").backends(
        [
            "jobs: FunctionsApp { plan: Plan::ElasticPremium },
reports: FunctionsApp { plan: Plan::ElasticPremium, runtime: Runtime::Python(3, 12) },",
            "networking: { mode: NetworkMode::Hybrid },",
        ],
        [
            "jobs: FunctionsApp { plan: Plan::ElasticPremium },
reports: FunctionsApp { runtime: Runtime::Python(3, 12) },",
            "networking: { mode: NetworkMode::Hybrid },",
        ],
    ),
    note("ATK-NET-011", "Event Grid has no way into a network: it delivers to the public address of an app, which an isolated one does not have.")
        .settings(
            "files: BlobStorage { containers: &[BlobContainer { name: \"uploads\" }] },
jobs: FunctionsApp { functions: &[Function::blob(\"resize\", files.blobs, \"uploads\")] },",
            "networking: { mode: NetworkMode::Isolated },",
            "networking: { mode: NetworkMode::Hybrid },",
        ),
    note(
        "ATK-NET-008",
        "A static site is written and read through its public address, which an isolated back end does not have.",
    )
    .settings(
        "jobs: FunctionsApp,
website: StaticSiteWithCdn,",
        "networking: { mode: NetworkMode::Isolated },",
        "networking: { mode: NetworkMode::Hybrid },",
    ),
    note(
        "ATK-NET-009",
        "A network that is given was made elsewhere, and what is set here would be lost without a word.",
    )
    .settings(
        JOBS,
        "networking: {
    mode: NetworkMode::Isolated,
    network: Some(given(network: Network)),
    service_tags: &[ServiceTag::Storage],
},",
        "networking: {
    mode: NetworkMode::Isolated,
    network: Some(given(network: Network)),
},",
    ),
    note("ATK-NET-010", "A mode that nobody follows would give the impression of a network.").statements(
        "use atakora::component;
use atakora::providers::Monitoring;

#[component]
#[requires(Monitoring = Monitoring::EMPTY)]
struct Journal;

backend! {
    pub Shop < journal: Journal > with {
        environment: \"dev\",
        networking: { mode: NetworkMode::Hybrid },
    }
}
Shop::new().add_to(&stack)?;",
        "use atakora::component;
use atakora::providers::networking::Networking;

#[component]
#[requires(Networking = Networking::EMPTY)]
struct Journal;

backend! {
    pub Shop < journal: Journal > with {
        environment: \"dev\",
        networking: { mode: NetworkMode::Hybrid },
    }
}
Shop::new().add_to(&stack)?;",
    ),
    note("ATK-NET-012", "Apps on Flex Consumption and apps of the other plans delegate their subnet to different services, so one does not serve both.").statements(
        const_format::concatcp!(GIVEN, "flex_subnet", APPS),
        const_format::concatcp!(GIVEN, "plan_subnet", APPS),
    ),
];

const GIVEN: &str = "use atakora::terraform::Text;

backend! {
    pub Shop < jobs: FunctionsApp { plan: Plan::ElasticPremium } > with {
        environment: \"dev\",
        networking: { mode: NetworkMode::Hybrid, network: Some(given(network: Network)) },
    }
}
let [vnet, endpoints, apps] = [\"vnet\", \"endpoints\", \"apps\"].map(|id| stack.variable::<Text>(id).declare());
Shop::new(ShopGiven { network: Network::new(vnet, endpoints).";
const APPS: &str = "(apps) }).add_to(&stack)?;";
