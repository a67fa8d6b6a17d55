"""What `backend!` costs: the compiler's run over one program, in which one backend is."""

from measure import Cost, Library

FIELDS = "id: String, pub region: String, pub email: String, pub name: String"
MORE_FIELDS = "pub age: u32, pub price: f64, pub active: bool, pub note: Option<String>"
RUNTIMES = ["Node(22)", "Python(3, 12)", "Java(21)", "PowerShell(7, 4)"]
PROTOTYPE_RUNTIMES = ["Node(22)", "Python(3, 12)", "Node(20)", "Python(3, 11)"]


def components(size, with_settings, runtimes, functions, more, groups):
    """`name: Type { … }` of each component; `functions` writes the list of functions of one, `more` settings of one."""
    for k in range(size):
        if not with_settings:
            # one account takes 500 containers
            yield f"c{k}: CrudApi<E{k}>" + (f' {{ account: Some("a{k // 400}") }}' if k >= 400 else "")
        elif k % 10 == 9:
            env = f'("API{k}", c{k - 1}.endpoint)'
            runtime = f"Runtime::{runtimes[k // 10 % 4]}"
            yield f"c{k}: FunctionsApp {{ runtime: {runtime}, functions: {functions(k)}, env: &[{env}] }}"
        else:
            yield f'c{k}: CrudApi<E{k}> {{ throughput: Throughput::Manual(400), account: Some("a{k % groups}"){more(k)} }}'


ONE = 'environment: "dev"'
THREE_SECTIONS = """environments: {
    dev: { monitoring: { sampling_percentage: 10 }, tags: { team: "core" } },
    staging: {},
    production: { monitoring: { retention_days: 90 }, limits: { max_function_apps: 9999 }, protect: true },
}"""
THREE = """environments: {
    dev: { monitoring: { sampling_percentage: 10 }, c0: { throughput: Throughput::Manual(500) } },
    staging: { limits: { max_function_apps: 9999 } },
    production: { monitoring: { retention_days: 90 }, c1: { throughput: Throughput::Manual(800) }, protect: true },
}"""


def ours(size, with_settings, environments=ONE, groups=4):
    """A backend in Atakora's own grammar, with so many accounts and apps."""
    text = ["#![allow(dead_code)]", "use atakora::prelude::*;"]
    for k in range(size):
        text.append("#[derive(Entity)]")
        text.append('#[entity(partition_key = "/region")]')
        text.append(f"pub struct E{k} {{ pub {FIELDS}, {MORE_FIELDS} }}")
    text.append("backend! { pub Large <")
    timer = lambda k: f'&[Function::timer("f{k}", "0 0 * * * *")]'
    app = lambda k: f', app: Some("a{k % groups}")'
    text.append(",\n".join(components(size, with_settings, RUNTIMES, timer, app, groups)))
    text.append(f'> with {{ name: "large", {environments}, limits: {{')
    text.append("max_function_apps: 10000, max_functions_per_app: 10000, max_storage_accounts: 10000,")
    text.append("max_cosmos_accounts: 10000, max_containers_per_storage: 10000,")
    text.append("} } }")
    return "\n".join(text)


def prototype(size, with_settings):
    """The same backend in the grammar of the prototype, whose apps have no `app`."""
    text = ["#![allow(dead_code)]", "use atakora::{backend, component, providers::*, Endpoint, Entity, List, Settings, Value};"]
    text.append("use std::marker::PhantomData;")
    text.append(PROTOTYPE_COMPONENTS)
    for k in range(size):
        text.append("#[derive(Entity)]")
        text.append('#[entity(partition = "/region")]')
        text.append(f"pub struct E{k} {{ pub {FIELDS}, {MORE_FIELDS} }}")
    text.append("backend! { pub Large <")
    names = lambda k: f'&["f{k}"]'
    text.append(",\n".join(components(size, with_settings, PROTOTYPE_RUNTIMES, names, lambda k: "", 4)))
    text.append('> with { environment: "dev", location: "eastus", limits: {')
    text.append("max_function_apps: 10000, max_functions_per_app: 10000, max_cosmos_accounts: 10000, max_cosmos_containers: 10000,")
    text.append('}, tags: { team: "core" } } }')
    return "\n".join(text)


PROTOTYPE_COMPONENTS = """
#[derive(Clone, Copy, Debug, Settings)]
pub struct CrudSettings {
    #[check(self.throughput.ru() != 0 && self.throughput.ru() % 100 != 0, "throughput comes in steps of 100 RU/s")]
    pub throughput: Throughput,
    pub mode: Capacity,
    pub account: Option<&'static str>,
}
impl CrudSettings {
    pub const DEFAULT: Self =
        CrudSettings { throughput: Throughput::Shared, mode: Capacity::Provisioned, account: None };
}
#[derive(Clone, Copy)]
pub struct CrudOutputs { pub endpoint: Value<Endpoint> }
impl CrudOutputs {
    pub const fn of(c: &'static str) -> Self {
        CrudOutputs { endpoint: Value::Output { component: c, name: "endpoint" } }
    }
}
#[component(settings = CrudSettings, outputs = CrudOutputs,
    Cosmos { mode: settings.mode, account: settings.account, ru: settings.throughput.ru(), containers: List::One(Container { name: E::NAME, partition_key: E::PARTITION_KEY, throughput: settings.throughput }) },
    Functions { functions: 5, plan: Plan::Flex, ..Functions::EMPTY }
)]
pub struct CrudApi<E: Entity>(pub PhantomData<E>);
#[derive(Clone, Copy, Debug, Settings)]
pub struct AppSettings { pub runtime: Runtime, pub functions: &'static [&'static str], pub env: &'static [EnvVar] }
impl AppSettings { pub const DEFAULT: Self = AppSettings { runtime: Runtime::Node(22), functions: &[], env: &[] }; }
#[component(settings = AppSettings, Functions { runtime: settings.runtime, plan: Plan::Flex, functions: settings.functions.len() as u32, env: settings.env, ..Functions::EMPTY })]
pub struct FunctionsApp;
"""


# of two programs that take turns: a difference of a tenth is to be seen on a machine that is not quiet
TURNS = {10: 15, 100: 9, 1000: 3}


def compare(sizes, mine, other, with_settings):
    """Ours, and the prototype: run by turns, so that what the machine does meanwhile is done to both."""
    for size in sizes:
        if other is None:
            yield size, mine.check(ours(size, with_settings), size)
            continue
        programs = mine.rustc(ours(size, with_settings)), other.rustc(prototype(size, with_settings))
        cost, theirs, ratio = Cost.by_turns(TURNS.get(size, 3), *programs)
        yield size, cost, theirs, f"{ratio.cpu:.2f} / {ratio.peak:.2f}"


def bench(work, options, report):
    mine = Library(work, "ours")
    other = Library(work, "prototype", options.prototype / "atakora", "2021", cli=True) if options.prototype else None
    columns = ["components", "atakora"] + (["prototype", "ratio: CPU / memory"] if other else [])
    for title, with_settings in [("settings on all, 4 runtimes, groups", True), ("no settings", False)]:
        rows = compare(options.sizes or [10, 100, 1000], mine, other, with_settings)
        report.table(f"`cargo check` of a backend: {title}", columns, rows)


def bench_edit(work, options, report):
    mine = Library(work, "edit")

    def rows():
        for size in options.sizes or [10, 100]:
            program = ours(size, True)
            limits = (f"max_function_apps: {10000 + n}" for n in range(4))
            cost = mine.edit([program.replace("max_function_apps: 10000", limit) for limit in limits])
            yield size, cost, f"{cost.wall:.2f} s"

    title = "`cargo check` of a backend after one limit was edited: settings on all, 4 runtimes, groups"
    report.table(title, ["components", "CPU / memory", "wall"], rows())


def bench_environments(work, options, report):
    mine = Library(work, "environments")

    def rows():
        for size in options.sizes or [10, 100, 1000]:
            one, sections, three = (mine.check(ours(size, True, each), size) for each in (ONE, THREE_SECTIONS, THREE))
            yield size, one, sections, f"{sections.cpu / one.cpu:.2f}", three, f"{three.cpu / one.cpu:.2f}"

    columns = ["components", "one", "three, providers differ", "ratio", "three, components differ too", "ratio"]
    report.table("`cargo check` of a backend for one environment and for three", columns, rows())
