//! The back ends of `ui-tests/networking`, told to the builder.

use atakora::backend::BackendBuilder;
use atakora::components::FunctionsAppSettings;
use atakora::deferred::{Deferred, Slot};
use atakora::prelude::*;
use atakora::providers::networking::NetworkingSettings;
use atakora::settings::NoSettings;
use atakora_ui_tests::Brochure;

use super::{APP, containers, functions, shop};

const ISOLATED: NetworkingSettings = NetworkingSettings { mode: NetworkMode::Isolated, ..NetworkingSettings::DEFAULT };
const PREMIUM: FunctionsAppSettings = FunctionsAppSettings { plan: Plan::ElasticPremium, ..APP };
const FREE: FunctionsAppSettings = FunctionsAppSettings { plan: Plan::Dedicated(DedicatedSku::F1), ..APP };

fn jobs(networking: NetworkingSettings) -> BackendBuilder {
    shop().add_component::<FunctionsApp>("jobs", APP).with_networking(networking)
}

pub fn twins() -> Vec<(&'static str, BackendBuilder)> {
    vec![
        (
            "addresses",
            jobs(NetworkingSettings {
                address_space: "10.0.0.0/33",
                flex_subnet: Some("10.0.1.7/24"),
                private_endpoint_subnet: Some("127.0.0.0/24"),
                ..ISOLATED
            }),
        ),
        (
            "event_grid_from_outside",
            shop()
                .add_component::<BlobStorage>("files", containers(&["uploads"]))
                .add_component::<FunctionsApp>(
                    "jobs",
                    functions([Function::blob("resize", Deferred::component("files", "blobs"), "uploads")]),
                )
                .with_networking(ISOLATED),
        ),
        (
            "given_network",
            jobs(NetworkingSettings {
                network: Some(Slot::<Network>::new("network")),
                service_tags: &[ServiceTag::Storage],
                ..ISOLATED
            }),
        ),
        ("network_too_small", jobs(NetworkingSettings { address_space: "10.0.0.0/26", ..ISOLATED })),
        (
            "no_room",
            jobs(NetworkingSettings {
                address_space: "10.0.0.0/24",
                private_endpoint_subnet: Some("10.0.0.0/24"),
                ..ISOLATED
            }),
        ),
        ("plan_cannot_join", shop().add_component::<FunctionsApp>("jobs", FREE).with_networking(ISOLATED)),
        ("static_site", shop().add_component::<Brochure>("site", NoSettings::DEFAULT).with_networking(ISOLATED)),
        (
            "subnets",
            jobs(NetworkingSettings {
                address_space: "10.1.0.0/16",
                flex_subnet: Some("10.1.2.0/28"),
                plan_subnet: Some("10.2.0.0/24"),
                private_endpoint_subnet: Some("10.1.0.0/21"),
                ..ISOLATED
            }),
        ),
        (
            "two_plans",
            shop()
                .add_component::<FunctionsApp>("jobs", PREMIUM)
                .add_component::<FunctionsApp>(
                    "reports",
                    FunctionsAppSettings { runtime: Runtime::Python(3, 12), ..PREMIUM },
                )
                .with_networking(NetworkingSettings { mode: NetworkMode::Hybrid, ..ISOLATED }),
        ),
    ]
}

/// The nearest that is legal, for each.
#[test]
fn what_just_fits_is_taken() {
    let hybrid = NetworkingSettings { mode: NetworkMode::Hybrid, ..ISOLATED };
    let blob = Function::blob("resize", Deferred::component("files", "blobs"), "uploads");
    let files = || shop().add_component::<BlobStorage>("files", containers(&["uploads"]));
    let polls = FunctionsAppSettings { plan: Plan::ElasticPremium, ..functions([blob.polling()]) };
    let legal = [
        // Event Grid reaches a public address, and who looks for blobs needs no Event Grid
        files().add_component::<FunctionsApp>("jobs", functions([blob])).with_networking(hybrid),
        files().add_component::<FunctionsApp>("jobs", polls).with_networking(ISOLATED),
        jobs(NetworkingSettings { address_space: "10.0.0.0/25", ..ISOLATED }),
        jobs(NetworkingSettings {
            address_space: "10.1.0.0/25",
            flex_subnet: Some("10.1.0.96/27"),
            plan_subnet: Some("10.1.0.80/28"),
            private_endpoint_subnet: Some("10.1.0.0/27"),
            ..ISOLATED
        }),
        jobs(NetworkingSettings { network: Some(Slot::<Network>::new("network")), ..ISOLATED }),
        // nobody asks for a place in a network
        shop().add_component::<FunctionsApp>("jobs", FREE),
        shop()
            .add_component::<FunctionsApp>(
                "jobs",
                FunctionsAppSettings { plan: Plan::Dedicated(DedicatedSku::B1), ..APP },
            )
            .with_networking(ISOLATED),
        shop().add_component::<Brochure>("site", NoSettings::DEFAULT).with_networking(hybrid),
        // one plan for both, and one beside it that needs none
        shop()
            .add_component::<FunctionsApp>("jobs", PREMIUM)
            .add_component::<FunctionsApp>("more", PREMIUM)
            .add_component::<FunctionsApp>("reports", FunctionsAppSettings { runtime: Runtime::Python(3, 12), ..APP })
            .with_networking(hybrid),
    ];
    for (i, builder) in legal.into_iter().enumerate() {
        let validation = builder.validate();
        assert!(validation.valid(), "{i}: {:?}", validation.errors);
    }
}
