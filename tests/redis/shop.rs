//! A backend in a crate without a prelude, over the library's components and this crate's.

use ::cloud::components::{CrudApi, FunctionsApp};
use ::cloud::deferred::Endpoint;
use ::cloud::providers::functions::{Function, Method, Runtime};
use ::core::option::Option::Some;
use ::std::string::String;

use crate::{Cache, Eviction, ItemCache, Redis, Sessions};

/// Somebody who buys.
#[derive(::cloud::Entity)]
#[entity(crate = ::cloud, partition_key = "/country")]
pub struct Customer {
    /// The id.
    pub id: String,
    /// The country.
    pub country: String,
    /// A day, if it is known.
    pub birthday: ::core::option::Option<String>,
}

::cloud::backend! {
    /// A shop with sessions.
    pub Shop <
        customers: CrudApi<Customer> { route: Some("customers") },
        sessions: Sessions { sessions: 20_000 },
        cache: Cache { memory_mb: 512, eviction: Eviction::NoEviction },
        seen: ItemCache<Customer>,
        jobs: FunctionsApp {
            runtime: Runtime::Crud,
            functions: &[Function::http("report", &[Method::Get], "report"), Function::timer("tidy", "0 0 3 * * *")],
            env: &[
                ("CACHE_HOST", cache.host),
                ("CACHE_PORT", cache.port),
                ("SEEN_HOST", seen.host),
                ("SESSIONS", sessions.endpoint),
                ("PARTNER", given(partner: Endpoint)),
                ("LEVEL", 3),
            ],
        },
    > with {
        name: "shop",
        environment: "production",
        unique: "r7",
        label: 4,
        providers: [Redis],
        redis: { high_availability: false },
        limits: { max_redis_caches: 1, max_redis_memory: 1024, max_redis_modules: 1, max_function_apps: 1 },
        tags: { project: "shop" },
    }
}
