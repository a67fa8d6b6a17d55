//! The back ends of `ui-tests/cosmos`, told to the builder.

use atakora::backend::BackendBuilder;
use atakora::components::CrudApiSettings;
use atakora::deferred::{Deferred, Slot};
use atakora::prelude::*;
use atakora::providers::cosmos::{Cosmos, CosmosSettings};

use super::{API, User, shop};

#[derive(Entity)]
#[entity(name = "User", partition_key = ["/tenantId", "/id"])]
#[serde(rename_all = "camelCase")]
struct Person {
    id: String,
    tenant_id: String,
}

backend! {
    Data < users: CosmosContainer<User> > with { environment: "dev" }
}

const DEFAULT: CosmosSettings = CosmosSettings::DEFAULT;
const ONE: &[GeoLocation] = &[GeoLocation::new(Region::EastUs, 0)];
const WEST: &[GeoLocation] = &[GeoLocation::new(Region::WestUs2, 1)];
const SERVERLESS: CrudApiSettings = CrudApiSettings { capacity: CapacityMode::Serverless, ..API };
const EXISTING: CosmosSettings =
    CosmosSettings { existing: Existing::of(Data::PLAN.cosmos, Slot::<CosmosAccount>::new("account")), ..DEFAULT };

fn with(settings: CosmosSettings, api: CrudApiSettings) -> BackendBuilder {
    shop().add_component::<CrudApi<User>>("user_api", api).with_provider::<Cosmos>(settings)
}

fn regions<const N: usize>(regions: [GeoLocation; N]) -> BackendBuilder {
    with(CosmosSettings { regions: regions.to_vec().leak(), ..DEFAULT }, API)
}

fn backup(interval_in_minutes: u32, retention_in_hours: u32) -> BackendBuilder {
    let storage_redundancy = BackupRedundancy::Geo;
    let backup = Backup::Periodic { interval_in_minutes, retention_in_hours, storage_redundancy };
    with(CosmosSettings { backup, ..DEFAULT }, API)
}

/// The back end of each file, by the file's name.
pub(super) fn twins() -> Vec<(&'static str, BackendBuilder)> {
    let own = Existing::account(Deferred::component("user_api", "account"));
    vec![
        ("failover_gap", regions([GeoLocation::new(Region::WestUs2, 2)])),
        ("failover_twice", regions([GeoLocation::new(Region::WestUs2, 1), GeoLocation::new(Region::NorthEurope, 1)])),
        ("region_twice", regions([GeoLocation::new(Region::EastUs, 0), GeoLocation::new(Region::EastUs, 1)])),
        ("region_without_zones", regions([GeoLocation::new(Region::WestUs, 1).zone_redundant()])),
        ("serverless_regions", with(CosmosSettings { regions: WEST, ..DEFAULT }, SERVERLESS)),
        ("serverless_multi_write", with(CosmosSettings { multi_region_writes: true, ..DEFAULT }, SERVERLESS)),
        ("serverless_free_tier", with(CosmosSettings { free_tier: true, ..DEFAULT }, SERVERLESS)),
        (
            "strong_multi_write",
            with(
                CosmosSettings {
                    consistency: Consistency::Strong,
                    regions: WEST,
                    multi_region_writes: true,
                    ..DEFAULT
                },
                API,
            ),
        ),
        (
            "bounded_staleness",
            with(
                CosmosSettings {
                    consistency: Consistency::BoundedStaleness,
                    regions: WEST,
                    max_interval_in_seconds: 5,
                    max_staleness_prefix: 10,
                    ..DEFAULT
                },
                API,
            ),
        ),
        ("not_bounded", with(CosmosSettings { max_interval_in_seconds: 600, ..DEFAULT }, API)),
        ("backup_interval", backup(30, 8)),
        ("backup_retention", backup(240, 1000)),
        ("backup_copies", backup(1440, 24)),
        ("existing_key", shop().add_component::<CrudApi<Person>>("user_api", API).with_provider::<Cosmos>(EXISTING)),
        ("existing_container", with(EXISTING, CrudApiSettings { container: Some("Users"), ..API })),
        (
            "existing_container_setting",
            with(EXISTING, CrudApiSettings { time_to_live: TimeToLive::Seconds(60), ..API }),
        ),
        ("existing_account", with(EXISTING, SERVERLESS)),
        ("existing_settings", with(CosmosSettings { regions: WEST, ..EXISTING }, API)),
        ("existing_own", with(CosmosSettings { existing: own, ..DEFAULT }, API)),
    ]
}

/// Next to each file there is a back end that is taken.
#[test]
fn the_nearest_legal_back_ends_are_taken() {
    let legal = [
        ("failover_gap", regions([GeoLocation::new(Region::WestUs2, 1)])),
        ("failover_twice", regions([GeoLocation::new(Region::WestUs2, 2), GeoLocation::new(Region::NorthEurope, 1)])),
        ("region_twice", regions([GeoLocation::new(Region::EastUs, 0), GeoLocation::new(Region::WestUs, 1)])),
        ("region_without_zones", regions([GeoLocation::new(Region::WestUs2, 1).zone_redundant()])),
        ("serverless_regions", with(CosmosSettings { regions: ONE, ..DEFAULT }, SERVERLESS)),
        ("serverless_multi_write", with(CosmosSettings { regions: WEST, multi_region_writes: true, ..DEFAULT }, API)),
        ("serverless_free_tier", with(CosmosSettings { free_tier: true, ..DEFAULT }, API)),
        (
            "strong_multi_write",
            with(CosmosSettings { consistency: Consistency::Strong, regions: WEST, ..DEFAULT }, API),
        ),
        (
            "bounded_staleness",
            with(
                CosmosSettings {
                    consistency: Consistency::BoundedStaleness,
                    max_interval_in_seconds: 5,
                    max_staleness_prefix: 10,
                    ..DEFAULT
                },
                API,
            ),
        ),
        (
            "bounded_staleness",
            with(
                CosmosSettings {
                    consistency: Consistency::BoundedStaleness,
                    regions: WEST,
                    max_interval_in_seconds: 86_400,
                    max_staleness_prefix: i32::MAX as u32,
                    ..DEFAULT
                },
                API,
            ),
        ),
        ("backup_interval", backup(60, 8)),
        ("backup_retention", backup(240, 720)),
        ("backup_copies", backup(1440, 48)),
        ("existing_key", with(EXISTING, API)),
        ("existing_container", with(EXISTING, CrudApiSettings { container: Some("User"), ..API })),
        ("existing_settings", with(EXISTING, API)),
        ("existing_container_setting", with(EXISTING, CrudApiSettings { time_to_live: TimeToLive::Off, ..API })),
    ];
    for (name, backend) in legal {
        let built = backend.build();
        assert!(built.is_ok(), "{name}: {}", built.err().map(|error| error.to_string()).unwrap_or_default());
    }
}
