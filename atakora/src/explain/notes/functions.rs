//! Function apps.

use crate::explain::note::{Note, note};

pub(in crate::explain) const FUNCTIONS: &[Note] = &[
    note("ATK-FUNC-001", "Flex Consumption runs fewer versions of each language than the other plans, and drops them when they are old.")
        .components(
            "jobs: FunctionsApp { runtime: Runtime::Node(18) },",
            "jobs: FunctionsApp { runtime: Runtime::Node(22) },",
        ),
    note("ATK-FUNC-002", "Flex Consumption has instances of three sizes.").components(
        "jobs: FunctionsApp { instance_memory_mb: 1024 },",
        "jobs: FunctionsApp { instance_memory_mb: 2048 },",
    ),
    note("ATK-FUNC-003", "Flex Consumption scales an app to at most 1,000 instances, and to one at least.").components(
        "jobs: FunctionsApp { maximum_instances: 0 },",
        "jobs: FunctionsApp { maximum_instances: 1 },",
    ),
    note("ATK-FUNC-004", "On Flex Consumption azurerm writes an empty `AzureWebJobsStorage` where a managed identity is used, and the .NET host ends at once when it reads that.")
        .components(
            "jobs: FunctionsApp { runtime: Runtime::DotnetIsolated(10) },",
            "jobs: FunctionsApp { runtime: Runtime::DotnetIsolated(10), plan: Plan::ElasticPremium },",
        ),
    note("ATK-FUNC-005", "The app itself writes this setting; a second value would win or lose by accident, and the host would not start with it.")
        .components(
            "jobs: FunctionsApp { env: &[(\"FUNCTIONS_WORKER_RUNTIME\", \"node\")] },",
            "jobs: FunctionsApp { env: &[(\"LOG_LEVEL\", \"info\")] },",
        ),
    note("ATK-FUNC-006", "The code of an app stands in the names of its app, plan and storage account, and the last has room for four letters of it.")
        .components(
            "jobs: FunctionsApp { app: Some(\"background\") },",
            "jobs: FunctionsApp { app: Some(\"back\") },",
        ),
    note("ATK-FUNC-007", "A timer whose schedule cannot be read is never triggered; the host says so in its log only. Five fields, as Unix has them, are not enough.")
        .components(
            "jobs: FunctionsApp { functions: &[Function::timer(\"hourly\", \"0 * * * *\")] },",
            "jobs: FunctionsApp { functions: &[Function::timer(\"hourly\", \"0 0 * * * *\")] },",
        ),
    note("ATK-FUNC-008", "The host skips a function whose name it cannot take; the name is also a folder and a part of its URL.").components(
        "jobs: FunctionsApp { functions: &[Function::http(\"get user\", &[Method::Get], \"users/{id}\")] },",
        "jobs: FunctionsApp { functions: &[Function::http(\"get-user\", &[Method::Get], \"users/{id}\")] },",
    ),
    note("ATK-FUNC-010", "Whoever knows the address of the app can call the function. Sometimes that is meant; in production it is worth a second look.")
        .backends(
            ["user_api: CrudApi<User> { auth: Auth::Anonymous },", "environment: \"production\","],
            ["user_api: CrudApi<User>,", "environment: \"production\","],
        ),
    note("ATK-FUNC-011", "A browser sends scheme and host, without a path: an origin with more in it equals none that is ever sent.").components(
        "shop: FunctionsApp { cors: &[CorsOrigin::of(\"https://shop.example.com/\")] },",
        "shop: FunctionsApp { cors: &[CorsOrigin::of(\"https://shop.example.com\")] },",
    ),
    note("ATK-FUNC-012", "With credentials any page could act for the user who looks at it.").components(
        "shop: FunctionsApp { cors: &[CorsOrigin::ANY], cors_credentials: true },",
        "shop: FunctionsApp { cors: &[CorsOrigin::of(\"https://shop.example.com\")], cors_credentials: true },",
    ),
    note("ATK-FUNC-013", "Functions that are added to the component later would be open too, and nobody would have said so.").components(
        "hooks: FunctionsApp {
    auth: Auth::Anonymous,
    functions: &[Function::http(\"hook\", &[Method::Post], \"hook\")],
},",
        "hooks: FunctionsApp {
    functions: &[Function::http(\"hook\", &[Method::Post], \"hook\").anonymous()],
},",
    ),
    note("ATK-FUNC-014", "A queue is named like a blob container, and what fails five times goes into one with `-poison` behind its name, which must fit too.")
        .components(
            "jobs: FunctionsApp { functions: &[Function::queue(\"bill\", \"orders--new\")] },",
            "jobs: FunctionsApp { functions: &[Function::queue(\"bill\", \"orders-new\")] },",
        ),
    note("ATK-FUNC-015", "Service Bus has no queue or topic of such a name, so the trigger would wait for ever.").components(
        "jobs: FunctionsApp {
    functions: &[Function::service_bus_queue(\"bill\", given(bus: ServiceBusNamespace), \"bills.\")],
},",
        "jobs: FunctionsApp {
    functions: &[Function::service_bus_queue(\"bill\", given(bus: ServiceBusNamespace), \"bills\")],
},",
    ),
    note("ATK-FUNC-016", "Service Bus has no subscription of such a name, so the trigger would wait for ever.").components(
        "jobs: FunctionsApp {
    functions: &[Function::service_bus_subscription(\"tell\", given(bus: ServiceBusNamespace), \"events\", \"all/new\")],
},",
        "jobs: FunctionsApp {
    functions: &[Function::service_bus_subscription(\"tell\", given(bus: ServiceBusNamespace), \"events\", \"all-new\")],
},",
    ),
    note("ATK-FUNC-017", "An app on Flex Consumption is started by what happens. Nothing happens where an app has to look by itself.").components(
        "files: BlobStorage { containers: &[BlobContainer { name: \"uploads\" }] },
jobs: FunctionsApp { functions: &[Function::blob(\"resize\", files.blobs, \"uploads\").polling()] },",
        "files: BlobStorage { containers: &[BlobContainer { name: \"uploads\" }] },
jobs: FunctionsApp { functions: &[Function::blob(\"resize\", files.blobs, \"uploads\")] },",
    ),
    note("ATK-FUNC-018", "The free plan has no `Always On`: a timer passes while the app sleeps.").components(
        "jobs: FunctionsApp {
    plan: Plan::Dedicated(DedicatedSku::F1),
    functions: &[Function::timer(\"nightly\", \"0 0 3 * * *\")],
},",
        "jobs: FunctionsApp {
    plan: Plan::Dedicated(DedicatedSku::B1),
    functions: &[Function::timer(\"nightly\", \"0 0 3 * * *\")],
},",
    ),
    note("ATK-FUNC-020", "Elastic Premium and dedicated plans have machines of a size; what is asked for beside it would be dropped without a word.")
        .components(
            "jobs: FunctionsApp { plan: Plan::ElasticPremium, instance_memory_mb: 4096 },",
            "jobs: FunctionsApp { plan: Plan::Flex, instance_memory_mb: 4096 },",
        ),
    note("ATK-FUNC-021", "Microsoft Entra is asked in front of the app, before anybody knows which function is meant; the host itself checks keys only.")
        .components(
            "hooks: FunctionsApp {
    functions: &[Function {
        name: \"hook\",
        trigger: atakora::providers::functions::Trigger::Http {
            methods: &[Method::Post],
            route: \"hook\",
            auth: Auth::Entra { client_id: Deferred::text(\"shop\"), tenant_id: Deferred::text(\"contoso\") },
        },
    }],
},",
            "hooks: FunctionsApp {
    functions: &[Function::http(\"hook\", &[Method::Post], \"hook\")],
    auth: Auth::Entra { client_id: Deferred::text(\"shop\"), tenant_id: Deferred::text(\"contoso\") },
},",
        ),
    note("ATK-FUNC-019", "The check of tokens stands in front of the whole app: functions of the other component would be shut, or its keys would not be asked for.")
        .components(
            "user_api: CrudApi<User> {
    auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
},
hooks: FunctionsApp {
    runtime: Runtime::Custom,
    functions: &[Function::http(\"hook\", &[Method::Post], \"hook\")],
},",
            "user_api: CrudApi<User> {
    auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
},
hooks: FunctionsApp {
    app: Some(\"hook\"),
    runtime: Runtime::Custom,
    functions: &[Function::http(\"hook\", &[Method::Post], \"hook\")],
},",
        ),
    note("ATK-FUNC-030", "Front Door and Traffic Manager ask GET /api/health and bring no key, so the app would count as down.").statements(
        "backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http(\"alive\", &[Method::Get], \"health\")] },
        front: FrontDoor { routes: &[Route::new(\"api\", &[\"/*\"], &[Origin::app(jobs.app)])] },
    > with { environment: \"dev\" }
}
Shop::new().add_to(&stack)?;",
        "backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http(\"alive\", &[Method::Get], \"health\").anonymous()] },
        front: FrontDoor { routes: &[Route::new(\"api\", &[\"/*\"], &[Origin::app(jobs.app)])] },
    > with { environment: \"dev\" }
}
Shop::new().add_to(&stack)?;",
    ),
    note("ATK-FUNC-031", "An app that is probed gets a function that answers, and two of one name cannot be.").statements(
        "backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::timer(\"Health\", \"0 0 3 * * *\")] },
        front: FrontDoor { routes: &[Route::new(\"api\", &[\"/*\"], &[Origin::app(jobs.app)])] },
    > with { environment: \"dev\" }
}
Shop::new().add_to(&stack)?;",
        "backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::timer(\"tidy\", \"0 0 3 * * *\")] },
        front: FrontDoor { routes: &[Route::new(\"api\", &[\"/*\"], &[Origin::app(jobs.app)])] },
    > with { environment: \"dev\" }
}
Shop::new().add_to(&stack)?;",
    ),
    note("ATK-FUNC-032", "The host looks at no case in names of functions, and starts with neither of the two.").statements(
        "backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http(\"users\", &[Method::Get], \"users\")] },
        mail: FunctionsApp { functions: &[Function::http(\"Users\", &[Method::Get], \"people\")] },
    > with { environment: \"dev\" }
}
Shop::new().add_to(&stack)?;",
        "backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http(\"users\", &[Method::Get], \"users\")] },
        mail: FunctionsApp { functions: &[Function::http(\"people\", &[Method::Get], \"people\")] },
    > with { environment: \"dev\" }
}
Shop::new().add_to(&stack)?;",
    ),
    note("ATK-FUNC-033", "The host gives a request to one function, and which of the two it is nobody can say.").statements(
        "backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http(\"one\", &[Method::Get], \"users/{id}\")] },
        mail: FunctionsApp { functions: &[Function::http(\"two\", &[Method::Get], \"users/{name}\")] },
    > with { environment: \"dev\" }
}
Shop::new().add_to(&stack)?;",
        "backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http(\"one\", &[Method::Get], \"users/{id}\")] },
        mail: FunctionsApp { functions: &[Function::http(\"two\", &[Method::Get], \"people/{name}\")] },
    > with { environment: \"dev\" }
}
Shop::new().add_to(&stack)?;",
    ),
];
