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
    note("ATK-MERGE-011", "A setting names a slot for what only the running program has. `backend!` makes a field of each; with the builder one can be forgotten.")
        .statements(
            const_format::concatcp!(NETWORK, "shop.build()?.add_to(&stack)?;"),
            const_format::concatcp!(NETWORK, SUBNETS, "shop.given(\"network\", network).build()?.add_to(&stack)?;"),
        ),
    note("ATK-MERGE-012", "The fields that `backend!` makes have the types of their settings; the builder takes anything and looks when it is used.").statements(
        const_format::concatcp!(NETWORK, SUBNETS, "shop.given(\"network\", apps).build()?.add_to(&stack)?;"),
        const_format::concatcp!(NETWORK, SUBNETS, "shop.given(\"network\", network).build()?.add_to(&stack)?;"),
    ),
    note("ATK-MERGE-013", "What a backend stands on is made before it; its own components are made on it.").statements(
        const_format::concatcp!(HYBRID, "Deferred::component(\"jobs\", \"network\")", JOBS, "shop.build()?.add_to(&stack)?;"),
        const_format::concatcp!(NETWORK, SUBNETS, "shop.given(\"network\", network).build()?.add_to(&stack)?;"),
    ),
    note("ATK-MERGE-014", "In `backend!` a reference is the name of a component and of an output, which the compiler knows; the builder takes both as text.").statements(
        const_format::concatcp!(CALLER, "shop.build()?.add_to(&stack)?;"),
        const_format::concatcp!(CALLER, "shop.add_component::<CrudApi<User>>(\"users\", CrudApiSettings::DEFAULT).build()?.add_to(&stack)?;"),
    ),
];

const HYBRID: &str = "use atakora::deferred::Slot;
use atakora::providers::networking::{Networking, NetworkingSettings};

let networking = NetworkingSettings {
    mode: NetworkMode::Hybrid,
    network: Some(";

const JOBS: &str = "),
    ..NetworkingSettings::DEFAULT
};
let shop = Backend::builder(\"shop\", \"dev\")
    .with_provider::<Networking>(networking)
    .add_component::<FunctionsApp>(\"jobs\", FunctionsAppSettings::DEFAULT);
";

const NETWORK: &str = const_format::concatcp!(HYBRID, "Slot::<Network>::new(\"network\")", JOBS);

const SUBNETS: &str =
    "let [vnet, endpoints, apps] = [\"vnet\", \"endpoints\", \"apps\"].map(|id| stack.variable::<Text>(id).declare());
let network = Network::new(vnet, endpoints).flex_subnet(apps.clone());
";

const CALLER: &str = "use atakora::components::CrudApiSettings;
use atakora::deferred::{EnvVar, IntoEnv};

const USERS: Deferred<Endpoint> = Deferred::component(\"users\", \"endpoint\");
const ENV: &[EnvVar] = &[EnvVar { name: \"USERS\", value: IntoEnv(USERS).value() }];
let jobs = FunctionsAppSettings { env: ENV, ..FunctionsAppSettings::DEFAULT };
let shop = Backend::builder(\"shop\", \"dev\").add_component::<FunctionsApp>(\"jobs\", jobs);
";
