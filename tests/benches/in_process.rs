//! What happens inside one process, piece by piece. `tests/bench` measures whole processes and compilers.

use atakora::backend::Backend;
use atakora::components::CrudApiSettings;
use atakora::prelude::*;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    name: String,
    region: String,
}

backend! {
    Regional <users: CrudApi<User>, people: CrudApi<User> { database: Some("people") }>
    with { name: "bench", environment: "dev", label: 5 }
}

const STACKS: usize = 100;

/// Stacks with a backend each, on their way to documents.
fn regional(stacks: usize) -> App {
    let mut app = App::new("bench");
    for i in 0..stacks {
        let stack = app.stack(format!("stack-{i}")).resource_group(format!("rg-{i}"), Region::EastUs);
        let label = Label::new(&format!("t{i}")).expect("a label");
        Regional::new().label(label).add_to(&stack).expect("added");
    }
    app
}

/// A plan, merged while compiling, becomes resources.
fn emit(bench: &mut Criterion) {
    bench.bench_function("emit 100 stacks", |bencher| bencher.iter(|| regional(STACKS)));
}

/// Everything is looked at together and rendered; nothing is written.
fn close(bench: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    bench.bench_function("close and render 100 stacks", |bencher| {
        let run = |app: App| {
            app.synth_check(folder.path()).expect("nothing is wrong");
            app
        };
        bencher.iter_batched(|| regional(STACKS), run, BatchSize::LargeInput);
    });
}

/// The builder merges what the macro merges while compiling.
fn merge(bench: &mut Criterion) {
    for components in [10, 100] {
        bench.bench_function(&format!("merge {components} components"), |bencher| {
            bencher.iter(|| {
                let backend = (0..components).fold(Backend::builder("bench", "dev"), |backend, i| {
                    backend.add_component::<CrudApi<User>>(format!("api_{i}"), CrudApiSettings::DEFAULT)
                });
                backend.build().expect("nothing is wrong")
            });
        });
    }
}

/// Resources with their arguments.
fn resource(bench: &mut Criterion) {
    bench.bench_function("ten uses of resource!", |bencher| {
        bencher.iter(|| {
            let mut app = App::new("bench");
            let stack = app.stack("stack").resource_group("rg", Region::EastUs);
            for i in 0..10 {
                resource!(stack, azurerm_storage_account (format!("account_{i}")) {
                    name: format!("stbench{i}"),
                    resource_group_name: stack.resource_group().name(),
                    location: stack.location(),
                    account_tier: "Standard",
                    account_replication_type: "ZRS",
                    min_tls_version: "TLS1_2",
                });
            }
            app
        });
    });
}

criterion_group!(benches, emit, close, merge, resource);
criterion_main!(benches);
