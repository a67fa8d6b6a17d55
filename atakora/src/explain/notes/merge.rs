//! What several components ask for.

use crate::explain::note::{Note, note};

const CACHE: &str = "use atakora::backend::Scope;
use atakora::provider::{Emit, Provided};
use atakora::settings::NoSettings;
use atakora::{component, provider};

#[provider(id = \"cache\", label = \"Cache\")]
pub struct Cache {
    #[priority]
    importance: u32,
    #[merge(same)]
    eviction: &'static str,
}

#[derive(Clone)]
pub struct CacheHandle;

impl Provided for CacheHandle {}

impl Emit for Cache {
    type Handle = CacheHandle;

    fn emit(_: &CacheMerged<'_>, _: &NoSettings, _: &Scope<'_>) -> atakora::Result<CacheHandle> {
        Ok(CacheHandle)
    }
}

#[component]
#[requires(Cache { importance: 1, eviction: \"never\" })]
pub struct Sessions;

";
const BACKEND: &str = "
pub struct Pages;

backend! {
    pub Shop < sessions: Sessions, pages: Pages > with {
        environment: \"dev\",
        providers: [Cache],
    }
}";

pub(in crate::explain) const MERGE: &[Note] = &[
    note(
    "ATK-MERGE-001",
    "Two components want different values, and the one with the higher priority gets its own. The other works with what it \
     did not ask for.",
)
.items(
    const_format::concatcp!(CACHE, "#[component]\n#[requires(Cache { importance: 0, eviction: \"oldest\" })]", BACKEND),
    const_format::concatcp!(CACHE, "#[component]\n#[requires(Cache { importance: 0, eviction: \"never\" })]", BACKEND),
),
    note("ATK-MERGE-002", "Components that share a resource have one value of each of its settings, and nobody said which of the two counts.")
        .items(
            const_format::concatcp!(CACHE, "#[component]\n#[requires(Cache { importance: 1, eviction: \"oldest\" })]", BACKEND),
            const_format::concatcp!(CACHE, "#[component]\n#[requires(Cache { importance: 1, eviction: \"never\" })]", BACKEND),
        ),
    note("ATK-MERGE-003", "Both components mean one thing, and it cannot be in two ways.").components(
        "user_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(60) },
session_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(90), route: Some(\"sessions\") },",
        "user_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(60) },
session_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(60), route: Some(\"sessions\") },",
    ),
    note("ATK-MERGE-004", "The functions of an app are told apart by their names, and one would replace the other.").components(
        "jobs: FunctionsApp { functions: &[Function::timer(\"nightly\", \"0 0 3 * * *\")] },
mail: FunctionsApp { functions: &[Function::timer(\"nightly\", \"0 0 4 * * *\")] },",
        "jobs: FunctionsApp { functions: &[Function::timer(\"nightly\", \"0 0 3 * * *\")] },
mail: FunctionsApp { functions: &[Function::timer(\"letters\", \"0 0 4 * * *\")] },",
    ),
    note("ATK-MERGE-005", "What keeps the two apart does not stand in their names: a code is made of the runtime, and not of its version, so that an upgrade replaces nothing.")
        .components(
            "old: FunctionsApp { runtime: Runtime::Python(3, 11) },
jobs: FunctionsApp { runtime: Runtime::Python(3, 12) },",
            "old: FunctionsApp { runtime: Runtime::Python(3, 11), app: Some(\"old\") },
jobs: FunctionsApp { runtime: Runtime::Python(3, 12) },",
        ),
    note("ATK-MERGE-006", "You said how many there may be, and the components ask for more. The text names who asks for which.").settings(
        "jobs: FunctionsApp,
reports: FunctionsApp { runtime: Runtime::Python(3, 12) },",
        "limits: { max_function_apps: 1 },",
        "limits: { max_function_apps: 2 },",
    ),
    note("ATK-MERGE-007", "A limit that nobody counts would limit nothing.").settings(
        "user_api: CrudApi<User>,",
        "limits: { max_cosmos_acounts: 1 },",
        "limits: { max_cosmos_accounts: 1 },",
    ),
    note("ATK-MERGE-008", "Only the built-in providers are there without a word; what makes the cache is in another crate.").items(
        const_format::concatcp!(CACHE, "
backend! {
    pub Shop < sessions: Sessions > with { environment: \"dev\" }
}"),
        const_format::concatcp!(CACHE, "
backend! {
    pub Shop < sessions: Sessions > with {
        environment: \"dev\",
        providers: [Cache],
    }
}"),
    ),
    note("ATK-MERGE-009", "The component asks for a provider only where its parameter fulfils a condition, and this one does not: it would get nothing.").items(
        "struct Plain {
    id: String,
}
type PlainApi = CrudApi<Plain>;

backend! {
    pub Shop < plain_api: PlainApi > with { environment: \"dev\" }
}",
        "#[derive(Entity)]
#[entity(partition_key = \"/id\")]
struct Plain {
    id: String,
}
type PlainApi = CrudApi<Plain>;

backend! {
    pub Shop < plain_api: PlainApi > with { environment: \"dev\" }
}",
    ),
    note("ATK-MERGE-010", "Handles of components are found by their names.").statements(
        "let jobs = FunctionsAppSettings::DEFAULT;
let shop = Backend::builder(\"shop\", \"dev\")
    .add_component::<FunctionsApp>(\"jobs\", jobs)
    .add_component::<FunctionsApp>(\"jobs\", jobs);
shop.build()?.add_to(&stack)?;",
        "let jobs = FunctionsAppSettings::DEFAULT;
let shop = Backend::builder(\"shop\", \"dev\")
    .add_component::<FunctionsApp>(\"jobs\", jobs)
    .add_component::<FunctionsApp>(\"mail\", jobs);
shop.build()?.add_to(&stack)?;",
    ),
];
