//! Cosmos DB.

use crate::explain::note::{Note, note};

const USERS: &str = "user_api: CrudApi<User>,";
const SERVERLESS: &str = "user_api: CrudApi<User> { capacity: CapacityMode::Serverless },";
/// What makes the account that another back end finds.
const DATA: &str = "backend! {
    pub Data < users: CosmosContainer<User> > with { environment: \"dev\" }
}
";

pub(in crate::explain) const COSMOS: &[Note] = &[
    note("ATK-COSMOS-001", "Cosmos DB sells request units in steps of 100, from 400 on.").components(
        "user_api: CrudApi<User> { throughput: Throughput::Manual(450) },",
        "user_api: CrudApi<User> { throughput: Throughput::Manual(500) },",
    ),
    note("ATK-COSMOS-002", "The most that autoscale may use comes in steps of 1,000; a tenth of it is always there.")
        .components(
            "user_api: CrudApi<User> { throughput: Throughput::Autoscale(1_500) },",
            "user_api: CrudApi<User> { throughput: Throughput::Autoscale(2_000) },",
        ),
    note("ATK-COSMOS-003", "A serverless account is paid by the request: nothing in it can reserve throughput.").components(
        "user_api: CrudApi<User> {
    capacity: CapacityMode::Serverless,
    throughput: Throughput::Autoscale(1_000),
},",
        SERVERLESS,
    ),
    note("ATK-COSMOS-004", "An account has room for 500 databases and containers together.").statements(
        "let mut shop = Backend::builder(\"shop\", \"dev\");
for number in 0..500 {
    let settings = CosmosContainerSettings { container: Some(format!(\"c{number}\").leak()), ..CosmosContainerSettings::DEFAULT };
    shop = shop.add_component::<CosmosContainer<User>>(format!(\"c{number}\"), settings);
}
shop.build()?.add_to(&stack)?;",
        "let mut shop = Backend::builder(\"shop\", \"dev\");
for number in 0..499 {
    let settings = CosmosContainerSettings { container: Some(format!(\"c{number}\").leak()), ..CosmosContainerSettings::DEFAULT };
    shop = shop.add_component::<CosmosContainer<User>>(format!(\"c{number}\"), settings);
}
shop.build()?.add_to(&stack)?;",
    ),
    note("ATK-COSMOS-005", "Containers share what their database has, and `Shared` would make the database share it with itself.")
        .settings(
            USERS,
            "cosmos: { throughput: Throughput::Shared },",
            "cosmos: { throughput: Throughput::Autoscale(1_000) },",
        ),
    note("ATK-COSMOS-006", "azurerm takes a time to live of 0 for none, so items that should go at once would stay for ever.")
        .components(
            "user_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(0) },",
            "user_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(1) },",
        ),
    note("ATK-COSMOS-007", "Unique keys are indexes that are fixed when the container is made; ten of them fit, with 16 paths each.")
        .components(
            "user_api: CrudApi<User> { unique_keys: &[&[]] },",
            "user_api: CrudApi<User> { unique_keys: &[&[\"/email\"]] },",
        ),
    note("ATK-COSMOS-008", "A serverless account cannot be replicated.").settings(
        SERVERLESS,
        "cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 1)] },",
        "cosmos: { regions: &[] },",
    ),
    note("ATK-COSMOS-009", "A serverless account has one region, and several would have to take writes.").settings(
        SERVERLESS,
        "cosmos: { multi_region_writes: true },",
        "cosmos: { multi_region_writes: false },",
    ),
    note("ATK-COSMOS-010", "The free tier gives away request units that were reserved; a serverless account reserves none.")
        .settings(SERVERLESS, "cosmos: { free_tier: true },", "cosmos: { free_tier: false },"),
    note("ATK-COSMOS-011", "An account is in each region once.").settings(
        USERS,
        "cosmos: { regions: &[GeoLocation::new(Region::EastUs, 0), GeoLocation::new(Region::EastUs, 1)] },",
        "cosmos: { regions: &[GeoLocation::new(Region::EastUs, 0), GeoLocation::new(Region::WestUs2, 1)] },",
    ),
    note("ATK-COSMOS-012", "When a region fails, the one with the next priority takes over, and there has to be one such.").settings(
        USERS,
        "cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 1), GeoLocation::new(Region::NorthEurope, 1)] },",
        "cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 1), GeoLocation::new(Region::NorthEurope, 2)] },",
    ),
    note("ATK-COSMOS-013", "Failover priorities count from 0, the region of the stack, without a gap.").settings(
        USERS,
        "cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 2)] },",
        "cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 1)] },",
    ),
    note("ATK-COSMOS-014", "Not every region has availability zones over which copies could be spread.").settings(
        USERS,
        "cosmos: { regions: &[GeoLocation::new(Region::WestUs, 1).zone_redundant()] },",
        "cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 1).zone_redundant()] },",
    ),
    note("ATK-COSMOS-015", "Strong consistency needs one region that decides what is newest.").settings(
        USERS,
        "cosmos: {
    consistency: Consistency::Strong,
    regions: &[GeoLocation::new(Region::WestUs2, 1)],
    multi_region_writes: true,
},",
        "cosmos: {
    consistency: Consistency::Strong,
    regions: &[GeoLocation::new(Region::WestUs2, 1)],
},",
    ),
    note("ATK-COSMOS-016", "Reads in another region cannot be bound to less than 300 seconds behind; in one region 5 are enough.")
        .settings(
            USERS,
            "cosmos: {
    consistency: Consistency::BoundedStaleness,
    regions: &[GeoLocation::new(Region::WestUs2, 1)],
    max_interval_in_seconds: 5,
    max_staleness_prefix: 100_000,
},",
            "cosmos: {
    consistency: Consistency::BoundedStaleness,
    regions: &[GeoLocation::new(Region::WestUs2, 1)],
    max_interval_in_seconds: 300,
    max_staleness_prefix: 100_000,
},",
        ),
    note("ATK-COSMOS-017", "Reads in another region cannot be bound to less than 100,000 writes behind; in one region 10 are enough.")
        .settings(
            USERS,
            "cosmos: {
    consistency: Consistency::BoundedStaleness,
    regions: &[GeoLocation::new(Region::WestUs2, 1)],
    max_interval_in_seconds: 300,
    max_staleness_prefix: 10,
},",
            "cosmos: {
    consistency: Consistency::BoundedStaleness,
    regions: &[GeoLocation::new(Region::WestUs2, 1)],
    max_interval_in_seconds: 300,
    max_staleness_prefix: 100_000,
},",
        ),
    note("ATK-COSMOS-018", "Azure keeps the bound of an account with another consistency, and follows it nowhere.").settings(
        USERS,
        "cosmos: { max_interval_in_seconds: 600 },",
        "cosmos: { consistency: Consistency::BoundedStaleness, max_interval_in_seconds: 600 },",
    ),
    note("ATK-COSMOS-019", "The functions of a stack run in its region, and each of their writes would go to another.").statements(
        "backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: \"dev\",
        cosmos: { regions: &[GeoLocation::new(Region::EastUs, 0), GeoLocation::new(Region::WestEurope, 1)] },
    }
}
// the stack is in West Europe
Shop::new().add_to(&stack)?;",
        "backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: \"dev\",
        cosmos: { regions: &[GeoLocation::new(Region::WestEurope, 0), GeoLocation::new(Region::EastUs, 1)] },
    }
}
// the stack is in West Europe
Shop::new().add_to(&stack)?;",
    ),
    note("ATK-COSMOS-020", "Periodic backups are taken every 1 to 24 hours.").settings(
        USERS,
        "cosmos: {
    backup: Backup::Periodic {
        interval_in_minutes: 30,
        retention_in_hours: 24,
        storage_redundancy: BackupRedundancy::Geo,
    },
},",
        "cosmos: {
    backup: Backup::Periodic {
        interval_in_minutes: 60,
        retention_in_hours: 24,
        storage_redundancy: BackupRedundancy::Geo,
    },
},",
    ),
    note("ATK-COSMOS-021", "Periodic backups are kept for 8 hours to 30 days.").settings(
        USERS,
        "cosmos: {
    backup: Backup::Periodic {
        interval_in_minutes: 60,
        retention_in_hours: 721,
        storage_redundancy: BackupRedundancy::Geo,
    },
},",
        "cosmos: {
    backup: Backup::Periodic {
        interval_in_minutes: 60,
        retention_in_hours: 720,
        storage_redundancy: BackupRedundancy::Geo,
    },
},",
    ),
    note("ATK-COSMOS-022", "While a backup is taken, the one before it must still be there: two are always kept.").settings(
        USERS,
        "cosmos: {
    backup: Backup::Periodic {
        interval_in_minutes: 1_440,
        retention_in_hours: 24,
        storage_redundancy: BackupRedundancy::Geo,
    },
},",
        "cosmos: {
    backup: Backup::Periodic {
        interval_in_minutes: 1_440,
        retention_in_hours: 48,
        storage_redundancy: BackupRedundancy::Geo,
    },
},",
    ),
    note("ATK-COSMOS-023", "With `existing` no component of the back end makes an account, so the one that it names would never be.")
        .settings(
            USERS,
            "cosmos: { existing: Existing::account(user_api.account) },",
            "cosmos: { existing: Existing::account(given(account: CosmosAccount)) },",
        ),
    note("ATK-COSMOS-024", "An account that is there already belongs to the stack that makes it: settings here would be lost without a word.")
        .settings(
            USERS,
            "cosmos: {
    regions: &[GeoLocation::new(Region::WestUs2, 1)],
    existing: Existing::account(given(account: CosmosAccount)),
},",
            "cosmos: { existing: Existing::account(given(account: CosmosAccount)) },",
        ),
    note("ATK-COSMOS-025", "The plan of the other back end is known to the compiler, and it makes no such account.").items(
        const_format::concatcp!(DATA, "
backend! {
    pub Shop < user_api: CrudApi<User> { capacity: CapacityMode::Serverless } > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}"),
        const_format::concatcp!(DATA, "
backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}"),
    ),
    note("ATK-COSMOS-026", "The plan of the other back end is known to the compiler, and nobody makes this container: its functions would find nothing.")
        .items(
            const_format::concatcp!(DATA, "
backend! {
    pub Shop < user_api: CrudApi<User> { container: Some(\"people\") } > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}"),
            const_format::concatcp!(DATA, "
backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}"),
        ),
    note("ATK-COSMOS-027", "Items are cut up by the key that the container was made with; functions that use another find nothing and cannot write.")
        .items(
            const_format::concatcp!(DATA, "
#[derive(Entity)]
#[entity(name = \"User\", partition_key = \"/id\")]
struct Person {
    id: String,
}

backend! {
    pub Shop < user_api: CrudApi<Person> > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}"),
            const_format::concatcp!(DATA, "
#[derive(Entity)]
#[entity(name = \"User\", partition_key = \"/region\")]
struct Person {
    id: String,
    region: String,
}

backend! {
    pub Shop < user_api: CrudApi<Person> > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}"),
        ),
    note("ATK-COSMOS-028", "A container that is there already belongs to the stack that makes it: a setting here would be lost without a word.")
        .items(
            const_format::concatcp!(DATA, "
backend! {
    pub Shop < user_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(60) } > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}"),
            const_format::concatcp!(DATA, "
backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}"),
        ),
    note("ATK-COSMOS-029", "An account in a network answers through private endpoints only, and one needs a network to stand in.").statements(
        const_format::concatcp!("backend! {
    pub Data < users: CosmosContainer<User>, jobs: FunctionsApp > with {
        environment: \"dev\",
        networking: { mode: NetworkMode::Hybrid },
    }
}
", EXISTING_PRIVATE, "        // no network
    }
}
", ADDED),
        const_format::concatcp!("backend! {
    pub Data < users: CosmosContainer<User>, jobs: FunctionsApp > with {
        environment: \"dev\",
        networking: { mode: NetworkMode::Hybrid },
    }
}
", EXISTING_PRIVATE, "        networking: { mode: NetworkMode::Hybrid },
    }
}
", ADDED),
    ),
];

const EXISTING_PRIVATE: &str = "backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: \"dev\",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
";
const ADDED: &str = "let data = Data::new().add_to(&stack)?;
let second = app.stack(\"second\").resource_group(\"rg-second\", Region::WestEurope);
Shop::new(ShopGiven { account: data.users.account() }).add_to(&second)?;";
