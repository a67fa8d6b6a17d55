//! What holds of every merge, whatever the components ask for: their order does not matter, merging again changes
//! nothing, each strategy does what its name says, and the compiler and the running program agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use atakora::azure::Region;
use atakora::backend::Backend;
use atakora::components::{BlobStorageSettings, CrudApiSettings, FunctionsAppSettings};
use atakora::deferred::{Deferred, EnvValue, EnvVar};
use atakora::merge::{Groups, List, NONE, Problem, Sink, Table, Views, same_code};
use atakora::prelude::*;
use atakora::provider::{Access, Context, Provider};
use atakora::providers::cosmos::{Container, ContainerUse, Cosmos};
use atakora::providers::functions::{
    AppAuth, Connection, Entra, Functions, Operation, RouteBase, Trigger, is_open, wants_key,
};
use atakora::settings::Settings;
use atakora_tests::{document, files, without_comments};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use redis_for_atakora::{
    Cache, CacheSettings, Eviction, Module, Redis, RedisSettings, Sessions, SessionsSettings, Size,
};

const PRODUCTION: Context = Context { environment: "production" };

/// Requirements live in constants; generated ones live as long as the program.
fn leak<T>(items: Vec<T>) -> &'static [T] {
    items.leak()
}

/// One merged resource without the order of anything, and without who decided: what must not depend on the order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Facts {
    members: BTreeSet<usize>,
    scalars: Vec<String>,
    shared: Vec<BTreeSet<String>>,
    /// Lists in which each component has its own.
    own: Vec<BTreeSet<(usize, String)>>,
}

/// A provider under test: requirements to generate, and how its merged view reads.
trait Subject: Provider + Debug {
    fn requirement() -> BoxedStrategy<Self>;
    /// What tells groups apart.
    fn group(&self) -> String;
    fn scalars(view: &Self::Merged<'_>) -> Vec<String>;
    fn shared(view: &Self::Merged<'_>) -> Vec<BTreeSet<String>>;
    fn own(view: &Self::Merged<'_>) -> Vec<Vec<(usize, String)>>;
    /// The merged view as a requirement of one component.
    fn again(view: &Self::Merged<'_>) -> Self;
}

/// What a merge found, and what was wrong.
struct Merged {
    facts: Vec<Facts>,
    sink: Sink,
}

impl Merged {
    /// The keys about which components disagree.
    fn conflicts(&self) -> BTreeSet<(&'static str, &'static str)> {
        let disagreement = |problem: &Problem| match *problem {
            Problem::Conflict { list, key, .. } | Problem::Twice { list, key, .. } => Some((list, key)),
            _ => None,
        };
        self.sink.problems().iter().filter_map(disagreement).collect()
    }

    /// The rules that do not hold.
    fn broken(&self) -> BTreeSet<&'static str> {
        let rule = |problem: &Problem| match *problem {
            Problem::Rule { finding, .. } => Some(finding.rule.id),
            _ => None,
        };
        self.sink.problems().iter().filter_map(rule).collect()
    }

    fn sorted(&self) -> BTreeSet<&Facts> {
        self.facts.iter().collect()
    }
}

/// Merges; component `i` of `inputs` is called `names[i]`.
fn merge<P: Subject>(inputs: &[Option<P>], names: &[usize]) -> Merged {
    let (owned, sink) = P::merge(inputs, &P::Settings::DEFAULT, &PRODUCTION);
    let facts = |view: &P::Merged<'_>| Facts {
        members: P::members(view).iter().map(|member| names[*member]).collect(),
        scalars: P::scalars(view),
        shared: P::shared(view),
        own: P::own(view)
            .into_iter()
            .map(|list| list.into_iter().map(|(owner, item)| (names[owner], item)).collect())
            .collect(),
    };
    let facts = P::views(&owned).iter().map(facts).collect();
    Merged { facts, sink }
}

fn in_order<P: Subject>(inputs: &[Option<P>]) -> Merged {
    merge(inputs, &(0..inputs.len()).collect::<Vec<_>>())
}

fn texts<'a, T: Debug + 'a>(items: impl Iterator<Item = (usize, &'a T)>) -> BTreeSet<String> {
    items.map(|(_, item)| format!("{item:?}")).collect()
}

fn owned<'a, T: Debug + 'a>(items: impl Iterator<Item = (usize, &'a T)>) -> Vec<(usize, String)> {
    items.map(|(owner, item)| (owner, format!("{item:?}"))).collect()
}

/// The items of a list; where each component has its own, equal ones once.
fn items<'a, T: Copy + Debug + 'a>(items: impl Iterator<Item = (usize, &'a T)>) -> &'static [T] {
    let once: BTreeMap<String, T> = items.map(|(_, item)| (format!("{item:?}"), *item)).collect();
    leak(once.into_values().collect())
}

// ---- the subjects ---------------------------------------------------------------------------------------------------

const MODULES: [Module; 4] = [
    Module { name: "RedisJSON", arguments: "" },
    Module { name: "RedisBloom", arguments: "" },
    Module { name: "RedisBloom", arguments: "ERROR_RATE 0.1" },
    Module { name: "RediSearch", arguments: "" },
];
const SIZES: [Size; 3] = [Size::B0, Size::B1, Size::B5];
const EVICTIONS: [Eviction; 2] = [Eviction::NoEviction, Eviction::AllKeysLru];
const CODES: [Option<&str>; 3] = [None, Some("a"), Some("b")];

impl Subject for Redis {
    fn requirement() -> BoxedStrategy<Self> {
        let memory = prop_oneof![4 => 0..5_000u32, 1 => Just(u32::MAX)];
        let modules = prop_oneof![
            subsequence(MODULES.to_vec(), 0..=2).prop_map(|modules| List::Many(leak(modules))),
            select(&MODULES[..]).prop_map(List::One),
        ];
        let scalars = (select(&CODES[..]), select(&SIZES[..]), memory, any::<bool>(), select(&EVICTIONS[..]), 0..3u32);
        (scalars, modules)
            .prop_map(|((cluster, size, memory_mb, persistent, eviction, importance), modules)| Redis {
                cluster,
                size,
                memory_mb,
                persistent,
                eviction,
                importance,
                modules,
            })
            .boxed()
    }

    fn group(&self) -> String {
        format!("{:?}", self.cluster)
    }

    fn scalars(view: &Self::Merged<'_>) -> Vec<String> {
        vec![
            format!("{:?}", view.cluster),
            format!("{:?}", view.size),
            view.memory_mb.to_string(),
            view.persistent.to_string(),
            format!("{:?}", view.eviction),
        ]
    }

    fn shared(view: &Self::Merged<'_>) -> Vec<BTreeSet<String>> {
        vec![texts(view.modules.iter())]
    }

    fn own(_view: &Self::Merged<'_>) -> Vec<Vec<(usize, String)>> {
        Vec::new()
    }

    fn again(view: &Self::Merged<'_>) -> Self {
        Redis {
            cluster: view.cluster,
            size: view.size,
            memory_mb: view.memory_mb,
            persistent: view.persistent,
            eviction: view.eviction,
            importance: 1,
            modules: List::Many(items(view.modules.iter())),
        }
    }
}

const fn container(name: &'static str, throughput: Throughput) -> Container {
    Container {
        database: "",
        name,
        partition_key: &["/id"],
        throughput,
        time_to_live: TimeToLive::Off,
        unique_keys: &[],
        tenant_key: None,
    }
}

const CONTAINERS: [Container; 5] = [
    container("users", Throughput::Shared),
    container("users", Throughput::Manual(400)),
    container("orders", Throughput::Autoscale(1_000)),
    Container { database: "other", ..container("orders", Throughput::Shared) },
    Container { unique_keys: &[&["/email"]], ..container("people", Throughput::Shared) },
];
const CAPACITIES: [CapacityMode; 2] = [CapacityMode::Provisioned, CapacityMode::Serverless];

const fn used(container: Container) -> ContainerUse {
    ContainerUse { database: container.database, name: container.name }
}

impl Subject for Cosmos {
    fn requirement() -> BoxedStrategy<Self> {
        let one = prop_oneof![
            4 => select(&CONTAINERS[..]).prop_map(|container| (List::One(container), List::One(used(container)))),
            1 => Just((List::EMPTY, List::EMPTY)),
        ];
        (select(&CAPACITIES[..]), select(&CODES[..]), one)
            .prop_map(|(capacity, account, (containers, uses))| Cosmos { capacity, account, containers, uses })
            .boxed()
    }

    fn group(&self) -> String {
        format!("{:?} {:?}", self.capacity, self.account)
    }

    fn scalars(view: &Self::Merged<'_>) -> Vec<String> {
        vec![format!("{:?} {:?}", view.capacity, view.account)]
    }

    fn shared(view: &Self::Merged<'_>) -> Vec<BTreeSet<String>> {
        vec![texts(view.containers.iter())]
    }

    fn own(view: &Self::Merged<'_>) -> Vec<Vec<(usize, String)>> {
        vec![owned(view.uses.iter())]
    }

    fn again(view: &Self::Merged<'_>) -> Self {
        Cosmos {
            capacity: view.capacity,
            account: view.account,
            containers: List::Many(items(view.containers.iter())),
            uses: List::Many(items(view.uses.iter())),
        }
    }
}

const RUNTIMES: [Runtime; 3] = [Runtime::Crud, Runtime::Custom, Runtime::Node(22)];
const FUNCTIONS: [Function; 3] =
    [Function::timer("tidy", "0 0 3 * * *"), Function::http("pay", &[], "pay"), Function::http("ask", &[], "ask")];
const OPERATIONS: [Operation; 2] = [
    Operation { name: "begin", trigger: Trigger::Timer { schedule: "0 0 3 * * *" } },
    Operation { name: "end", trigger: Trigger::Timer { schedule: "0 0 4 * * *" } },
];
const ROUTES: [RouteBase; 3] = [
    RouteBase { path: "users", component: "users" },
    RouteBase { path: "users", component: "people" },
    RouteBase { path: "orders", component: "orders" },
];
const ENV: [EnvVar; 4] = [
    EnvVar { name: "MODE", value: EnvValue::Text("fast") },
    EnvVar { name: "MODE", value: EnvValue::Text("slow") },
    EnvVar { name: "DEPTH", value: EnvValue::Number(3) },
    EnvVar { name: "TRACE", value: EnvValue::Bool(true) },
];
const CONNECTIONS: [Connection; 2] = [
    Connection { name: "REDIS", address_setting: "redisHostName", address: EnvValue::Text("here") },
    Connection { name: "COSMOS", address_setting: "accountEndpoint", address: EnvValue::Text("there") },
];
const ORIGINS: [CorsOrigin; 2] =
    [CorsOrigin::of("https://shop.example.com"), CorsOrigin::of("https://admin.example.com")];
const AUTH: [AppAuth; 2] = [
    AppAuth { component: "one", entra: entra("client") },
    AppAuth { component: "other", entra: entra("another client") },
];
const fn entra(client: &'static str) -> Entra {
    Entra { client_id: Deferred::text(client), tenant_id: Deferred::text("tenant") }
}
const ACCESS: [Access; 2] =
    [Access { provider: "redis", role: "Data Owner" }, Access { provider: "cosmos", role: "x" }];

fn some<T: Clone + Debug + 'static>(of: &[T]) -> impl Strategy<Value = &'static [T]> + use<T> {
    subsequence(of.to_vec(), 0..=1).prop_map(leak)
}

impl Subject for Functions {
    fn requirement() -> BoxedStrategy<Self> {
        let plan = prop_oneof![3 => Just(Plan::Flex), 1 => Just(Plan::ElasticPremium)];
        let sizes = (select(&[0u32, 512, 2048][..]), select(&[0u32, 40, 1_000][..]));
        let auth = prop_oneof![Just(List::EMPTY), select(&AUTH[..]).prop_map(List::One)];
        let route = prop_oneof![Just(List::EMPTY), select(&ROUTES[..]).prop_map(List::One)];
        // no key of an own list with two values: one component, which asks again for all of it, could not have both
        let lists = (
            some(&FUNCTIONS),
            some(&OPERATIONS),
            (auth, some(&ORIGINS), any::<bool>()),
            route,
            some(&ENV),
            some(&ENV[2..]),
            some(&CONNECTIONS),
            some(&ACCESS),
        );
        (select(&RUNTIMES[..]), plan, select(&CODES[..2]), sizes, lists)
            .prop_map(|(runtime, plan, app, (instance_memory_mb, maximum_instances), lists)| {
                let (functions, operations, (auth, cors, cors_credentials), routes, env, own_env, connections, access) =
                    lists;
                Functions {
                    runtime,
                    plan,
                    app,
                    instance_memory_mb,
                    maximum_instances,
                    open: is_open(functions, Auth::Function),
                    keys: wants_key(functions, Auth::Function),
                    auth,
                    cors,
                    cors_credentials,
                    functions,
                    operations,
                    routes,
                    env,
                    own_env,
                    connections,
                    access,
                }
            })
            .boxed()
    }

    fn group(&self) -> String {
        // what the backend says of CRUD APIs, unless it says otherwise
        let runtime = if let Runtime::Crud = self.runtime { Runtime::Custom } else { self.runtime };
        format!("{runtime:?} {:?} {:?}", self.plan, self.app)
    }

    fn scalars(view: &Self::Merged<'_>) -> Vec<String> {
        vec![
            format!("{:?} {:?} {:?}", view.runtime, view.plan, view.app),
            view.instance_memory_mb.to_string(),
            view.maximum_instances.to_string(),
            view.cors_credentials.to_string(),
            view.keys.to_string(),
        ]
    }

    fn shared(view: &Self::Merged<'_>) -> Vec<BTreeSet<String>> {
        vec![texts(view.functions.iter()), texts(view.cors.iter()), texts(view.routes.iter()), texts(view.env.iter())]
    }

    fn own(view: &Self::Merged<'_>) -> Vec<Vec<(usize, String)>> {
        vec![
            owned(view.auth.iter()),
            owned(view.operations.iter()),
            owned(view.own_env.iter()),
            owned(view.connections.iter()),
            owned(view.access.iter()),
        ]
    }

    fn again(view: &Self::Merged<'_>) -> Self {
        Functions {
            runtime: view.runtime,
            plan: view.plan,
            app: view.app,
            instance_memory_mb: view.instance_memory_mb,
            maximum_instances: view.maximum_instances,
            open: view.open,
            keys: view.keys,
            auth: List::Many(items(view.auth.iter())),
            cors: items(view.cors.iter()),
            cors_credentials: view.cors_credentials,
            functions: items(view.functions.iter()),
            operations: items(view.operations.iter()),
            routes: List::Many(items(view.routes.iter())),
            env: items(view.env.iter()),
            own_env: items(view.own_env.iter()),
            connections: items(view.connections.iter()),
            access: items(view.access.iter()),
        }
    }
}

// ---- the laws -------------------------------------------------------------------------------------------------------

type Verdict = Result<(), TestCaseError>;

fn requirements<P: Subject>() -> impl Strategy<Value = Vec<Option<P>>> {
    proptest::collection::vec(proptest::option::weighted(0.8, P::requirement()), 0..7)
}

/// The same components in two orders: the requirements, and where each stands in the second.
fn two_orders<P: Subject>() -> impl Strategy<Value = (Vec<Option<P>>, Vec<usize>)> {
    requirements::<P>().prop_flat_map(|inputs| {
        let order: Vec<usize> = (0..inputs.len()).collect();
        (Just(inputs), Just(order).prop_shuffle())
    })
}

fn order_does_not_matter<P: Subject>(inputs: &[Option<P>], order: &[usize]) -> Verdict {
    let shuffled: Vec<Option<P>> = order.iter().map(|index| inputs[*index]).collect();
    let (one, other) = (in_order(inputs), merge(&shuffled, order));
    prop_assume!(one.sink.dropped() == 0 && other.sink.dropped() == 0);
    prop_assert_eq!(one.conflicts(), other.conflicts());
    if one.conflicts().is_empty() {
        prop_assert_eq!(one.sorted(), other.sorted());
        prop_assert_eq!(one.broken(), other.broken());
        prop_assert_eq!(one.sink.warned, other.sink.warned);
    }
    Ok(())
}

fn groups_partition_the_components<P: Subject>(inputs: &[Option<P>]) -> Verdict {
    let (owned, _) = P::merge(inputs, &P::Settings::DEFAULT, &PRODUCTION);
    let (groups, views) = (P::groups(&owned), P::views(&owned));
    prop_assert_eq!(groups.size.groups, views.len());
    let mut seen = BTreeSet::new();
    for (group, view) in views.iter().enumerate() {
        let members = P::members(view);
        prop_assert_eq!(members, groups.by_ref().members(group).as_slice());
        prop_assert!(!members.is_empty() && members.is_sorted());
        for member in members {
            prop_assert!(seen.insert(*member), "component {} is in two groups", member);
            prop_assert_eq!(groups.of[*member], group);
        }
    }
    for (component, input) in inputs.iter().enumerate() {
        prop_assert_eq!(input.is_some(), seen.contains(&component));
        prop_assert_eq!(input.is_none(), groups.of[component] == NONE);
        for (other, another) in inputs.iter().enumerate() {
            if let (Some(a), Some(b)) = (input, another) {
                prop_assert_eq!(groups.of[component] == groups.of[other], a.group() == b.group());
            }
        }
    }
    Ok(())
}

/// Merging what was merged: one component for each group that asks for all of it.
fn merging_again_changes_nothing<P: Subject>(inputs: &[Option<P>]) -> Verdict {
    let (owned, _) = P::merge(inputs, &P::Settings::DEFAULT, &PRODUCTION);
    let again: Vec<Option<P>> = P::views(&owned).iter().map(|view| Some(P::again(view))).collect();
    let (once, twice) = (in_order(inputs), in_order(&again));
    prop_assert!(twice.conflicts().is_empty(), "{:?}", twice.conflicts());
    prop_assert_eq!(once.facts.len(), twice.facts.len());
    for (group, (once, twice)) in once.facts.iter().zip(&twice.facts).enumerate() {
        prop_assert_eq!(&once.scalars, &twice.scalars);
        prop_assert_eq!(&once.shared, &twice.shared);
        prop_assert_eq!(&twice.members, &BTreeSet::from([group]));
        let of = |facts: &Facts| -> Vec<BTreeSet<String>> {
            facts.own.iter().map(|list| list.iter().map(|(_, item)| item.clone()).collect()).collect()
        };
        prop_assert_eq!(of(once), of(twice));
    }
    Ok(())
}

/// Each union holds exactly what its members hold.
fn unions_lose_and_invent_nothing<P: Subject>(inputs: &[Option<P>]) -> Verdict {
    let merged = in_order(inputs);
    prop_assume!(merged.conflicts().is_empty());
    for facts in &merged.facts {
        let mut expected = vec![BTreeSet::new(); facts.shared.len()];
        for member in &facts.members {
            let alone = in_order(&[inputs[*member]]);
            for (all, own) in expected.iter_mut().zip(&alone.facts[0].shared) {
                all.extend(own.iter().cloned());
            }
        }
        prop_assert_eq!(&facts.shared, &expected);
    }
    Ok(())
}

macro_rules! laws {
    ($($subject:ident: $module:ident,)*) => { $(
        mod $module {
            use super::*;
            proptest! {
                #[test]
                fn the_order_does_not_matter((inputs, order) in two_orders::<$subject>()) {
                    order_does_not_matter(&inputs, &order)?;
                }

                #[test]
                fn groups_are_a_partition(inputs in requirements::<$subject>()) {
                    groups_partition_the_components(&inputs)?;
                }

                #[test]
                fn twice_is_once(inputs in requirements::<$subject>()) {
                    merging_again_changes_nothing(&inputs)?;
                }

                #[test]
                fn unions_are_unions(inputs in requirements::<$subject>()) {
                    unions_lose_and_invent_nothing(&inputs)?;
                }
            }
        }
    )* };
}

laws! { Redis: redis, Cosmos: cosmos, Functions: functions, }

proptest! {
    #[test]
    fn each_strategy_does_what_its_name_says(inputs in requirements::<Redis>()) {
        let (owned, sink) = Redis::merge(&inputs, &<Redis as Provider>::Settings::DEFAULT, &PRODUCTION);
        let mut overruled = false;
        for view in Redis::views(&owned) {
            let members: Vec<Redis> = view.members.iter().map(|member| inputs[*member].expect("a member")).collect();
            let sum = members.iter().fold(0u32, |sum, member| sum.saturating_add(member.memory_mb));
            prop_assert_eq!(view.memory_mb, sum);
            prop_assert_eq!(Some(view.size.rank()), members.iter().map(|member| member.size.rank()).max());
            prop_assert_eq!(view.persistent, members.iter().any(|member| member.persistent));
            let top = members.iter().map(|member| member.importance).max();
            let decide: Vec<Eviction> =
                members.iter().filter(|member| Some(member.importance) == top).map(|member| member.eviction).collect();
            prop_assert!(decide.contains(&view.eviction));
            let disagree = decide.iter().any(|eviction| *eviction != decide[0]);
            let reported = sink.problems().iter().any(|problem| matches!(
                problem, Problem::Conflict { list: "", key: "eviction", first, .. } if view.members.as_slice().contains(first)
            ));
            if sink.dropped() == 0 {
                prop_assert_eq!(disagree, reported);
            }
            // of the one who decided, each is
            for origin in [view.origins.eviction, view.origins.size, view.origins.persistent] {
                prop_assert!(view.members.as_slice().contains(&origin));
            }
            prop_assert_eq!(inputs[view.origins.size].expect("a member").size, view.size);
            let lower = |member: &Redis| Some(member.importance) < top && member.eviction != view.eviction;
            overruled |= members.iter().any(lower);
        }
        prop_assert_eq!(sink.warned[0], overruled);
    }

    #[test]
    fn an_equal_component_adds_itself_and_its_sums(inputs in requirements::<Redis>(), which in any::<prop::sample::Index>()) {
        prop_assume!(!inputs.is_empty());
        let Some(same) = inputs[which.index(inputs.len())] else { return Ok(()) };
        let before = in_order(&inputs);
        prop_assume!(before.conflicts().is_empty());
        let mut more = inputs.clone();
        more.push(Some(Redis { memory_mb: 0, ..same }));
        let after = in_order(&more);
        prop_assert!(after.conflicts().is_empty());
        prop_assert_eq!(before.broken(), after.broken());
        prop_assert_eq!(before.sink.warned, after.sink.warned);
        for (before, after) in before.facts.iter().zip(&after.facts) {
            prop_assert_eq!((&before.scalars, &before.shared), (&after.scalars, &after.shared));
        }
        prop_assert_eq!(before.facts.len(), after.facts.len());
    }
}

// ---- the compiler and the running program ---------------------------------------------------------------------------

/// How many components; the const path has arrays of this length.
const N: usize = 6;
/// More than all lists of a group can hold.
const ROOM: usize = 16;

/// A number from a seed, the same in a constant and at run time.
const fn pick(seed: u64, turn: u64, below: usize) -> usize {
    let mut mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ turn.wrapping_mul(0xd1b5_4a32_d192_ed03);
    mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    ((mixed ^ (mixed >> 29)) % below as u64) as usize
}

const fn redis_of(seed: u64) -> Redis {
    Redis {
        cluster: CODES[pick(seed, 1, 3)],
        size: SIZES[pick(seed, 2, 3)],
        memory_mb: pick(seed, 3, 5_000) as u32,
        persistent: pick(seed, 4, 2) == 0,
        eviction: EVICTIONS[pick(seed, 5, 2)],
        importance: pick(seed, 6, 3) as u32,
        modules: match pick(seed, 7, 3) {
            0 => List::EMPTY,
            1 => List::One(MODULES[pick(seed, 8, 4)]),
            _ => List::Many(&MODULES),
        },
    }
}

const fn cosmos_of(seed: u64) -> Cosmos {
    let container = CONTAINERS[pick(seed, 3, 5)];
    Cosmos {
        capacity: CAPACITIES[pick(seed, 1, 2)],
        account: CODES[pick(seed, 2, 3)],
        containers: List::One(container),
        uses: List::One(used(container)),
    }
}

const fn functions_of(seed: u64) -> Functions {
    Functions {
        runtime: RUNTIMES[pick(seed, 1, 3)],
        plan: if pick(seed, 2, 4) == 0 { Plan::ElasticPremium } else { Plan::Flex },
        app: CODES[pick(seed, 3, 2)],
        instance_memory_mb: 512 * pick(seed, 4, 9) as u32,
        maximum_instances: pick(seed, 5, 1_000) as u32,
        open: pick(seed, 13, 2) == 0,
        keys: pick(seed, 18, 2) == 0,
        auth: if pick(seed, 14, 2) == 0 { List::EMPTY } else { List::One(AUTH[pick(seed, 15, 2)]) },
        cors: if pick(seed, 16, 2) == 0 { &[] } else { &ORIGINS },
        cors_credentials: pick(seed, 17, 2) == 0,
        functions: if pick(seed, 6, 2) == 0 { &[] } else { &FUNCTIONS },
        operations: if pick(seed, 7, 2) == 0 { &[] } else { &OPERATIONS },
        routes: List::One(ROUTES[pick(seed, 8, 3)]),
        env: if pick(seed, 9, 2) == 0 { &[] } else { &[ENV[0], ENV[2]] },
        own_env: if pick(seed, 10, 2) == 0 { &[] } else { &[ENV[1], ENV[3]] },
        connections: if pick(seed, 11, 2) == 0 { &[] } else { &CONNECTIONS },
        access: if pick(seed, 12, 2) == 0 { &[] } else { &ACCESS },
    }
}

/// All that a merge knows, with order, owners and origins.
fn told<M: Debug>(views: &[M], of: &[usize], sink: &Sink) -> String {
    format!("{of:?}\n{views:#?}\n{sink:#?}")
}

/// What `backend!` writes, on arrays; the running program's answer beside it.
macro_rules! both_ways {
    ($provider:ident, $inputs:expr) => {{
        let settings = <$provider as Provider>::Settings::DEFAULT;
        let inputs: [Option<$provider>; N] = $inputs;
        let (owned, sink) = $provider::merge(&inputs, &settings, &PRODUCTION);
        let vectors = told(&$provider::views(&owned), &$provider::groups(&owned).of, &sink);
        let mut inputs = inputs;
        $provider::__resolve_all(&mut inputs, &settings);
        let groups = $provider::__groups::<N>(&inputs);
        let arrays = match groups.size.groups {
            0 => both_ways!(@ $provider, inputs, groups, settings, 0),
            1 => both_ways!(@ $provider, inputs, groups, settings, 1),
            2 => both_ways!(@ $provider, inputs, groups, settings, 2),
            3 => both_ways!(@ $provider, inputs, groups, settings, 3),
            4 => both_ways!(@ $provider, inputs, groups, settings, 4),
            5 => both_ways!(@ $provider, inputs, groups, settings, 5),
            _ => both_ways!(@ $provider, inputs, groups, settings, 6),
        };
        (arrays, vectors)
    }};
    (@ $provider:ident, $inputs:ident, $groups:ident, $settings:ident, $count:literal) => {{
        let all = $provider::__merge::<ROOM, $count>(&$inputs, $groups.by_ref());
        let views = $provider::__views(&all, $groups.by_ref());
        let sink = $provider::__check_all(&views.each, views.same_code, &all.sink, &$settings, &PRODUCTION);
        told(&views.each, &$groups.of, &sink)
    }};
}

fn six<P: Subject>() -> impl Strategy<Value = [Option<P>; N]> {
    let one = || proptest::option::weighted(0.8, P::requirement());
    [one(), one(), one(), one(), one(), one()]
}

proptest! {
    #[test]
    fn arrays_and_vectors_give_the_same_redis(inputs in six::<Redis>()) {
        let (arrays, vectors) = both_ways!(Redis, inputs);
        prop_assert_eq!(arrays, vectors);
    }

    #[test]
    fn arrays_and_vectors_give_the_same_cosmos(inputs in six::<Cosmos>()) {
        let (arrays, vectors) = both_ways!(Cosmos, inputs);
        prop_assert_eq!(arrays, vectors);
    }

    #[test]
    fn arrays_and_vectors_give_the_same_functions(inputs in six::<Functions>()) {
        let (arrays, vectors) = both_ways!(Functions, inputs);
        prop_assert_eq!(arrays, vectors);
    }
}

proptest! {
    #[test]
    fn the_first_two_of_one_code_are_found(codes in prop::collection::vec(prop::sample::select(GROUP_CODES), 0..8)) {
        let first = (1..codes.len()).find_map(|i| Some((codes[..i].iter().position(|code| *code == codes[i])?, i)));
        prop_assert_eq!(same_code(&codes), first);
    }
}

const GROUP_CODES: &[&str] = &["", "a", "b", "ab", "ba", "abcd", "abce", "eu", "us", "z1", "z2", "sls"];

/// No two names here have one hash, so what would follow from it is asked of the table itself.
#[test]
fn items_of_one_hash_are_all_found() {
    let (heads, links, hashes) = (&mut [NONE; 4], &mut [NONE; 4], &mut [0; 4]);
    let mut table = Table { room: 4, heads, links, hashes, len: &mut 0 };
    // 9 and 13 have the same remainder
    assert_eq!([5, 9, 5].map(|hash| table.take(hash)), [0, 1, 2]);
    let first = table.find(5);
    let second = table.next(first, 5);
    assert_eq!(BTreeSet::from([first, second]), BTreeSet::from([0, 2]));
    assert_eq!((table.next(second, 5), table.find(9), table.find(13)), (NONE, 1, NONE));
}

/// A merge in a constant, as the compiler does it, against the same merge at run time.
macro_rules! in_constants {
    ($test:ident: $provider:ident, $of:ident, $($seed:literal)*) => {
        #[test]
        fn $test() {
            let mut different = BTreeSet::new();
            $({
                const SETTINGS: <$provider as Provider>::Settings = <<$provider as Provider>::Settings>::DEFAULT;
                static INPUTS: [Option<$provider>; N] = {
                    let mut inputs = [
                        Some($of($seed)), Some($of($seed + 100)), None, Some($of($seed + 200)),
                        Some($of($seed + 300)), Some($of($seed + 400)),
                    ];
                    $provider::__resolve_all(&mut inputs, &SETTINGS);
                    inputs
                };
                static GROUPS: Groups<N> = $provider::__groups::<N>(&INPUTS);
                const ROOM: usize = GROUPS.size.room;
                const CELLS: &<$provider as Provider>::Cells<ROOM, { GROUPS.size.groups }> =
                    &$provider::__merge::<ROOM, { GROUPS.size.groups }>(&INPUTS, GROUPS.by_ref());
                const VIEWS: &Views<<$provider as Provider>::Merged<'static>, { GROUPS.size.groups }> =
                    &$provider::__views(CELLS, GROUPS.by_ref());
                const SINK: &Sink =
                    &$provider::__check_all(&VIEWS.each, VIEWS.same_code, &CELLS.sink, &SETTINGS, &PRODUCTION);
                let (owned, sink) = $provider::merge(&INPUTS, &SETTINGS, &PRODUCTION);
                let run_time = told(&$provider::views(&owned), &$provider::groups(&owned).of, &sink);
                assert_eq!(told(&VIEWS.each, &GROUPS.of, SINK), run_time, "seed {}", $seed);
                different.insert(run_time);
            })*
            // the seeds are worth something
            assert!(different.len() > 8, "{} different merges", different.len());
        }
    };
}

in_constants! { constants_of_redis: Redis, redis_of, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 }
in_constants! { constants_of_cosmos: Cosmos, cosmos_of, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 }
in_constants! { constants_of_functions: Functions, functions_of, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 }

// ---- documents ------------------------------------------------------------------------------------------------------

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Order {
    id: String,
    region: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Users,
    Orders,
    Audit,
    Sessions,
    Cache,
    Pages,
    Files,
    /// The container of `Files`, for another app.
    SharedFiles,
    Jobs,
    /// Asks for what `Cache` asks for.
    SameCache,
}

const PARTS: [Part; 9] = [
    Part::Users,
    Part::Orders,
    Part::Audit,
    Part::Sessions,
    Part::Cache,
    Part::Pages,
    Part::Files,
    Part::SharedFiles,
    Part::Jobs,
];
const CONTAINER: &[BlobContainer] = &[BlobContainer { name: "uploads" }];
const USERS: &[BlobAccess] = &[BlobAccess::write(Deferred::component("users", "identity"))];
const JOBS: &[BlobAccess] = &[BlobAccess::write(Deferred::component("jobs", "identity"))];
const TIDY: &[Function] = &[Function::timer("tidy", "0 0 3 * * *")];

/// Every file of a stack with these components, documents without comments.
fn written(parts: &[Part]) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let cache = CacheSettings {
        modules: &MODULES[..1],
        eviction: Eviction::NoEviction,
        memory_mb: 0,
        ..CacheSettings::DEFAULT
    };
    let mut builder =
        Backend::builder("shop", "production").with_provider::<Redis>(RedisSettings::DEFAULT).tag("project", "shop");
    for part in parts {
        builder = match part {
            Part::Users => builder.add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT),
            Part::Orders => builder.add_component::<CrudApi<Order>>(
                "orders",
                CrudApiSettings { throughput: Throughput::Manual(400), ..CrudApiSettings::DEFAULT },
            ),
            Part::Audit => builder.add_component::<CrudApi<Order>>(
                "audit",
                CrudApiSettings { capacity: CapacityMode::Serverless, ..CrudApiSettings::DEFAULT },
            ),
            Part::Sessions => builder.add_component::<Sessions>("sessions", SessionsSettings::DEFAULT),
            Part::Cache => builder.add_component::<Cache>("cache", cache),
            Part::SameCache => builder.add_component::<Cache>("same_cache", cache),
            Part::Pages => builder
                .add_component::<Cache>("pages", CacheSettings { cluster: Some("page"), ..CacheSettings::DEFAULT }),
            Part::Files => builder.add_component::<BlobStorage>(
                "files",
                BlobStorageSettings {
                    containers: CONTAINER,
                    access: if parts.contains(&Part::Users) { USERS } else { &[] },
                },
            ),
            Part::SharedFiles => builder.add_component::<BlobStorage>(
                "shared_files",
                BlobStorageSettings {
                    containers: CONTAINER,
                    access: if parts.contains(&Part::Jobs) { JOBS } else { &[] },
                },
            ),
            Part::Jobs => builder.add_component::<FunctionsApp>(
                "jobs",
                FunctionsAppSettings { functions: TIDY, env: &ENV[2..], ..FunctionsAppSettings::DEFAULT },
            ),
        };
    }
    let mut app = App::new("shop").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    builder.build().and_then(|built| built.add_to(&stack)).expect("it fits");
    app.synth(folder.path()).expect("it is written");
    files(&folder.path().join("production/main"))
        .into_iter()
        // which line asked first does depend on the order
        .filter(|(path, _)| path != "atakora.sources.json")
        .map(|(path, bytes)| {
            let text = match path.as_str() {
                "main.tf.json" => {
                    without_comments(document(folder.path().join("production/main").join(&path))).to_string()
                }
                _ => String::from_utf8(bytes).expect("text"),
            };
            (path, text)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_components_does_not_show_in_the_files(
        (parts, shuffled) in subsequence(PARTS.to_vec(), 1..=9).prop_flat_map(|parts| {
            let shuffled = Just(parts.clone()).prop_shuffle();
            (Just(parts), shuffled)
        })
    ) {
        prop_assert_eq!(written(&parts), written(&shuffled));
    }

    #[test]
    fn asking_for_the_same_again_does_not_show_in_the_files(
        parts in subsequence(PARTS.to_vec(), 0..=9), at in any::<prop::sample::Index>()
    ) {
        let mut parts: Vec<Part> = parts.into_iter().filter(|part| *part != Part::Cache).collect();
        parts.push(Part::Cache);
        let before = written(&parts);
        parts.insert(at.index(parts.len() + 1), Part::SameCache);
        prop_assert_eq!(before, written(&parts));
    }
}
