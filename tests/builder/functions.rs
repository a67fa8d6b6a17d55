//! The back ends of `ui-tests/functions`, told to the builder.

use atakora::backend::BackendBuilder;
use atakora::components::{CrudApiSettings, FunctionsAppSettings};
use atakora::deferred::{BlobService, Deferred, ServiceBusNamespace, Slot};
use atakora::prelude::*;
use atakora::providers::functions::Trigger;
use atakora::terraform::Text;

use super::{API, APP, containers, functions, shop};

#[derive(Entity)]
#[entity(name = "User", partition_key = "/id")]
struct Person {
    id: String,
}

fn with(apps: impl IntoIterator<Item = (&'static str, FunctionsAppSettings)>) -> BackendBuilder {
    apps.into_iter().fold(shop(), |builder, (name, app)| builder.add_component::<FunctionsApp>(name, app))
}

fn cors(origin: CorsOrigin) -> FunctionsAppSettings {
    FunctionsAppSettings { cors: vec![origin].leak(), ..APP }
}

fn dedicated(runtime: Runtime, sku: DedicatedSku) -> FunctionsAppSettings {
    FunctionsAppSettings { runtime, plan: Plan::Dedicated(sku), ..APP }
}

fn names() -> BackendBuilder {
    const BLOBS: Deferred<BlobService> = Deferred::component("files", "blobs");
    const BUS: Deferred<ServiceBusNamespace> = Slot::<ServiceBusNamespace>::new("bus");
    const LONG: &str = "orders-that-came-in-from-the-shops-of-all-regions-in-july";
    with([
        ("dashes", functions([Function::queue("dashes", "orders--new")])),
        ("long", functions([Function::queue("long", LONG)])),
        ("bills", functions([Function::service_bus_queue("bill", BUS, "bills.")])),
        ("news", functions([Function::service_bus_subscription("tell", BUS, "events", "all/new")])),
        ("thumbs", functions([Function::blob("resize", BLOBS, "Uploads")])),
    ])
    .add_component::<BlobStorage>("files", containers(&["uploads"]))
}

fn entra() -> BackendBuilder {
    const AUTH: Auth =
        Auth::Entra { client_id: Slot::<Ref<Text>>::new("client_id"), tenant_id: Slot::<Ref<Text>>::new("tenant_id") };
    let custom = |app: FunctionsAppSettings| FunctionsAppSettings { runtime: Runtime::Custom, ..app };
    shop()
        .add_component::<CrudApi<Person>>("users", CrudApiSettings { auth: AUTH, ..API })
        .add_component::<FunctionsApp>("hooks", custom(functions([Function::http("hook", &[Method::Post], "hook")])))
        .add_component::<FunctionsApp>("jobs", custom(functions([Function::timer("tidy", "0 0 3 * * *")])))
}

/// The back end of each file, by the file's name.
pub(super) fn twins() -> Vec<(&'static str, BackendBuilder)> {
    let blobs: Deferred<BlobService> = Deferred::component("files", "blobs");
    let hook = Function::http("hook", &[Method::Post], "hook");
    let auth = Auth::Entra { client_id: Deferred::text("shop"), tenant_id: Deferred::text("contoso") };
    let of_entra = Function { name: "hook", trigger: Trigger::Http { methods: &[Method::Post], route: "hook", auth } };
    let nightly = Function::timer("nightly", "0 0 3 * * *");
    vec![
        (
            "memory_off_flex",
            with([("jobs", FunctionsAppSettings { plan: Plan::ElasticPremium, instance_memory_mb: 4096, ..APP })]),
        ),
        (
            "blob_polling_on_flex",
            with([("jobs", functions([Function::blob("resize", blobs, "uploads").polling()]))])
                .add_component::<BlobStorage>("files", containers(&["uploads"])),
        ),
        ("trigger_names", names()),
        ("entra_conflict", entra()),
        ("tokens_of_one_function", with([("hooks", functions([of_entra]))])),
        ("open_component", with([("hooks", FunctionsAppSettings { auth: Auth::Anonymous, ..functions([hook]) })])),
        (
            "cors",
            with([
                ("path", cors(CorsOrigin::of("https://shop.example.com/"))),
                ("host", cors(CorsOrigin::of("shop.example.com"))),
                ("any", FunctionsAppSettings { app: Some("any"), cors_credentials: true, ..cors(CorsOrigin::ANY) }),
            ]),
        ),
        (
            "dedicated_plan",
            with([
                ("odd", FunctionsAppSettings { app: Some("odd"), ..dedicated(Runtime::Node(21), DedicatedSku::B1) }),
                (
                    "asleep",
                    FunctionsAppSettings {
                        plan: Plan::Dedicated(DedicatedSku::F1),
                        app: Some("free"),
                        ..functions([nightly])
                    },
                ),
                ("small", dedicated(Runtime::Python(3, 12), DedicatedSku::S1)),
                ("large", dedicated(Runtime::Python(3, 12), DedicatedSku::P1v3)),
            ]),
        ),
    ]
}
