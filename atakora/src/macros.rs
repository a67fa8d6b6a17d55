//! The function-like macros. Each hands over to its procedural twin with the library's own path in front, so that it
//! works under whatever name the library has in the user's crate.

/// Components over shared resources, merged and checked when the program is compiled.
///
/// ```
/// use atakora::prelude::*;
///
/// #[derive(Entity)]
/// #[entity(partition_key = "/region")]
/// struct Order {
///     id: String,
///     region: String,
/// }
///
/// backend! {
///     /// The shop.
///     pub Shop <
///         orders: CrudApi<Order> { throughput: Throughput::Autoscale(4000) },
///         jobs: FunctionsApp {
///             functions: &[Function::timer("hourly", "0 0 * * * *")],
///             env: &[("ORDERS", orders.endpoint), ("LEVEL", "info"), ("MAIL_API", given(mail_api: Endpoint))],
///         },
///     > with {
///         name: "shop",
///         environment: "production",
///         monitoring: { retention_days: 90 },
///         limits: { max_cosmos_accounts: 1, max_function_apps: 2 },
///         tags: { team: "core" },
///     }
/// }
///
/// assert_eq!(Shop::PLAN.cosmos.len(), 1);
/// assert_eq!(Shop::PLAN.functions.len(), 2);
/// ```
///
/// # Grammar
///
/// ```text
/// visibility Name < component: Type { setting: value, .. }, .. > with { setting: value, .. }
/// ```
///
/// The braces of a component can be left out. A value is any constant expression; in it,
/// - `component.output` refers to an output of another component of the backend;
/// - `given(name: Type)` is a slot: a value that only the running program has. The backend is then made by
///   `Name::new(NameGiven { name: value })`;
/// - `env` is a list of pairs, of texts, numbers, flags, references and slots.
///
/// `with` takes
///
/// | written | meaning |
/// |---|---|
/// | `name: "shop"` | begins every physical name; else it is made of the backend's own |
/// | `environment: "production"` | the environment, which the app must have |
/// | `environments: { name: { setting: value } }` | several, up to 64, see below |
/// | `label: 5` | how long a label, which tells copies in one region apart, can be; else there is none |
/// | `unique: "x7"` | a suffix for names that are unique in all of Azure |
/// | `naming: "{type}-{name}-{code}-{environment}-{region}"` | how names are put together: a pattern or a [`Convention`](crate::azure::Convention); else Atakora's own |
/// | `protect: false` | whether Terraform refuses to destroy or replace what holds data (accounts, databases, containers, workspaces); else it does in production |
/// | `limits: { name: number }` | how many of something the components may ask for |
/// | `tags: { key: "text" }` | tags on every resource that takes tags |
/// | `providers: [path]` | providers beside the built-in ones |
/// | `allow: ["ATK-FUNC-010"]` | rules that need not warn |
/// | `id: { setting: value }` | the settings of the provider with this id, like `monitoring: { retention_days: 90 }` |
///
/// # Environments
///
/// In `environments` each says what it sets again; of the rest it has what the backend says.
///
/// ```
/// use atakora::prelude::*;
///
/// # #[derive(Entity)]
/// # #[entity(partition_key = "/region")]
/// # struct Order { id: String, region: String }
/// backend! {
///     Shop < orders: CrudApi<Order> { throughput: Throughput::Autoscale(4000) } > with {
///         name: "shop",
///         monitoring: { retention_days: 30 },
///         environments: {
///             dev: { orders: { throughput: Throughput::Shared }, tags: { owner: "developers" } },
///             staging: {},
///             production: { monitoring: { retention_days: 90 }, limits: { max_cosmos_accounts: 1 }, protect: true },
///         },
///     }
/// }
///
/// # fn main() -> atakora::Result {
/// let mut app = App::new("shop").in_environment("staging");
/// let stack = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
/// Shop::new().add_to(&stack)?;
/// assert_eq!(Shop::ENVIRONMENTS, ["dev", "staging", "production"]);
/// assert_eq!(Shop::plan("dev").map(|plan| plan.cosmos.len()), Some(1));
/// # Ok(())
/// # }
/// ```
///
/// | written | meaning |
/// |---|---|
/// | `component: { setting: value }` | settings of this component; a list like `env` is replaced whole |
/// | `id: { setting: value }` | settings of the provider with this id |
/// | `limits: { name: number }`, `tags: { key: "text" }` | each instead of the backend's of the same name |
/// | `allow: ["ATK-FUNC-010"]` | instead of the backend's whole list |
/// | `protect: false` | instead of the backend's |
///
/// All environments are checked at once. An error names those where it holds; it stands where the environment wrote the
/// setting, or else where the backend did. One is chosen when the program runs: `--env`, else `ATAKORA_ENV`, else the only
/// one that the backends name. A slot in the settings of one environment must be given in all. A component that has the
/// name of a provider, or of a word like `limits`, cannot be set again.
///
/// # What it makes
///
/// `Name`, with `new`, `tag`, `label`, `add_to(&stack)`, `validate` and `usage` (both over all environments), and the
/// constants `PLAN` (the merged requirements, by provider) and `ENVIRONMENT`, or, with several environments,
/// `ENVIRONMENTS` and `plan("name")`; `NameHandles`, with a typed handle for each component, which `add_to` returns; `NameGiven`, if there
/// are slots.
///
/// # Errors
///
/// All at once, each at the tokens that it is about: components, settings, outputs and providers that do not exist, with
/// the nearest name; settings out of range; what two components want of one resource and cannot both have; limits, with
/// who asked for what; names that would be too long.
#[macro_export]
macro_rules! backend {
    ($($tokens:tt)*) => { $crate::__private::macros::backend! { $crate; $($tokens)* } };
}

/// Declares a resource of any type that azurerm has, checked against the provider's schema while you type.
///
/// ```
/// use atakora::terraform::declare::Declare;
/// use atakora::{resource, resource_type, template};
///
/// resource_type! { pub Group = azurerm_resource_group }
///
/// fn network(stack: &impl Declare, group: &Group, regions: &[&str], edge: Option<&str>) {
///     let vnet = resource!(stack, azurerm_virtual_network "hub" {
///         name: template!["vnet-", group.name()],
///         resource_group_name: group.name(),
///         location: group.location(),
///         address_space: ["10.0.0.0/16"],
///         tags: { environment: "prod", "cost-center": "42" },
///         edge_zone?: edge,
///         encryption { enforcement: "AllowUnencrypted" },
///         lifecycle { prevent_destroy: true, ignore_changes: [tags] },
///         timeouts { create: "1h30m" },
///     });
///     resource!(stack, azurerm_cosmosdb_account "db" {
///         name: "cosmos-shop",
///         resource_group_name: group.name(),
///         location: group.location(),
///         offer_type: "Standard",
///         consistency_policy { consistency_level: "Session" },
///         geo_location: for (i, region) in regions.iter().enumerate() { location: region, failover_priority: i },
///         capabilities: if regions.len() == 1 { name: "EnableServerless" },
///         depends_on: [vnet],
///     });
/// }
/// # fn main() {}
/// ```
///
/// # Grammar
///
/// ```text
/// resource!(stack, [Named =] type name { entry, .. })
/// ```
/// - `stack`: whatever implements [`Declare`](crate::terraform::declare::Declare).
/// - `Named`: a handle type of [`resource_type!`](crate::resource_type). Without it the handle has a type of its own,
///   which works in the function that it is in and cannot be named; a named one can be returned and stored, and
///   compiles three to four times faster.
/// - `type`: as Terraform has it, `azurerm_subnet`.
/// - `name`: Terraform's name for it, a literal or an expression in parentheses: `(format!("subnet-{i}"))`.
///
/// An `entry` is one of
///
/// | written | meaning |
/// |---|---|
/// | `name: value` | an argument; `value` is any expression that [converts](crate::terraform::IntoTf) |
/// | `name?: option` | an argument that is left out where the option is `None` |
/// | `name: { key: value, "a key": value, (expression): value }` | a map |
/// | `name { .. }` | a block; again for each further one |
/// | `name: for pattern in list { .. }` | a block for each element |
/// | `name: if condition { .. } else { .. }` | a block, or another, or none |
/// | `override path[0].to.it: value` | sets what is there, after everything else |
///
/// Attributes that are lists of objects, like `subnet` of a virtual network, are written as blocks as well; what is
/// not set in them becomes `null`, which Terraform wants to see.
///
/// `override` is the way out where what Atakora knows of values is wrong: the path must exist in the schema, and be
/// settable, the value is not looked at. A secret stays a secret. Blocks on the way are made.
///
/// # Meta-arguments
///
/// | written | meaning |
/// |---|---|
/// | `depends_on: [a, b]` | handles, or an iterator over handles of one type |
/// | `provider: alias` | a [`ProviderAlias`](crate::terraform::ProviderAlias) |
/// | `for_each: map_or_texts` | one for each; the handle becomes a [`ForEach`](crate::terraform::ForEach): `handle.at("key")`, `handle.all(\|it\| it.id())`; the key is [`each_key()`](crate::terraform::each_key) |
/// | `count: number` | so many; the handle becomes a [`Counted`](crate::terraform::Counted), the number is [`count_index()`](crate::terraform::count_index) |
/// | `lifecycle { .. }` | `prevent_destroy`, `create_before_destroy`, `ignore_changes: [path, ..]` or `all`, `replace_triggered_by: [handle, attribute]`, `precondition { condition: .., error_message: .. }`, `postcondition { .. }` |
///
/// # Protection
///
/// In production, what [holds data](crate::azure::is_kept), like a Key Vault, gets `prevent_destroy` by itself, so that
/// Terraform refuses a plan that would destroy or replace it; in other environments it does not.
/// [`App::protect`](crate::terraform::App::protect) decides for the whole app, `lifecycle { prevent_destroy: false }` for
/// one resource.
///
/// # What is checked
///
/// At the token, with the nearest names: resource types, arguments, blocks; what is missing, read-only, set twice,
/// deprecated (a warning); blocks for arguments and arguments for blocks; how many blocks; literals of a wrong type
/// or, for some arguments, out of range; literals where a secret belongs. By rustc, at the value: the types of all
/// other values. When the program runs, reported by the stack: how many blocks a loop made, ranges of values that
/// are no literals, names.
///
/// What Azure has announced an end of is a warning, with the day and the successor: a type at its name, a literal at the
/// literal, any value in the summary of the run. `#[allow(deprecated)]` silences the compiler,
/// [`Stack::allow`](crate::terraform::Stack::allow) the summary, and `override` both for one argument. A type that Azure makes
/// no new ones of is an error; a resource of it that is there already says so with `lifecycle { prevent_destroy: true }`.
///
/// # The handle
///
/// It has a method for each attribute, computed ones included, that returns a typed
/// [`Ref`](crate::terraform::Ref); paths into blocks go through [`tf!`](crate::tf).
#[macro_export]
macro_rules! resource {
    ($($tokens:tt)*) => { $crate::__private::macros::resource! { $crate; $($tokens)* } };
}

/// Reads something that exists: [`resource!`](crate::resource) for data sources, with the same grammar and checks.
///
/// ```
/// use atakora::data;
/// use atakora::terraform::declare::Declare;
/// use atakora::terraform::{Ref, Text};
///
/// fn tenant(stack: &impl Declare) -> Ref<Text> {
///     data!(stack, azurerm_client_config "current" {}).tenant_id()
/// }
/// # fn main() {}
/// ```
///
/// Its `lifecycle` takes `precondition` and `postcondition` only.
#[macro_export]
macro_rules! data {
    ($($tokens:tt)*) => { $crate::__private::macros::data! { $crate; $($tokens)* } };
}

/// Names the handle types of resources, so that functions can take and return them, and structs hold them.
///
/// ```
/// use atakora::terraform::declare::Declare;
/// use atakora::{resource, resource_type};
///
/// resource_type! {
///     /// Where a team's resources live.
///     pub Group = azurerm_resource_group;
///     pub(crate) Vnet = azurerm_virtual_network;
///     Client = data azurerm_client_config;
/// }
///
/// fn group(stack: &impl Declare, team: &str) -> Group {
///     resource!(stack, Group = azurerm_resource_group "main" { name: format!("rg-{team}"), location: "westeurope" })
/// }
/// # fn main() {}
/// ```
///
/// The handle of an unnamed resource of the same type converts: `Group::from(&handle)`.
#[macro_export]
macro_rules! resource_type {
    ($($tokens:tt)*) => { $crate::__private::macros::resource_type! { $crate; $($tokens)* } };
}

/// A reference into a resource, looked up in the schema: `tf!(type: handle.path[0].to.it)`.
///
/// ```
/// use atakora::terraform::{Ref, Text};
/// use atakora::{resource_type, tf};
///
/// resource_type! { pub App = azurerm_linux_web_app }
///
/// fn principal(app: &App) -> Ref<Text> {
///     tf!(azurerm_linux_web_app: app.identity[0].principal_id)
/// }
/// # fn main() {}
/// ```
///
/// For a data source it is `tf!(data type: ..)`; a handle that is not a name stands in parentheses.
#[macro_export]
macro_rules! tf {
    ($($tokens:tt)*) => { $crate::__private::macros::tf! { $crate; $($tokens)* } };
}

/// The macros over the schema of another provider, or of another version: `provider_schema! { pub macro name = "file" }`.
///
/// The file is the output of `terraform providers schema -json`, relative to the crate's `Cargo.toml`. It is read when
/// the crate is compiled; cargo compiles again when it changes. `name!(..)` is then [`resource!`](crate::resource) over
/// that schema, and the others stand inside it:
///
/// ```text
/// provider_schema! { pub macro mynet = "schemas/mynet.json" }
///
/// mynet!(resource_type! { pub Zone = mynet_zone });
/// let zone = mynet!(stack, Zone = mynet_zone "main" { name: "example.com" });
/// let other = mynet!(data!(stack, mynet_zone "other" { name: "example.org" }));
/// let first = mynet!(tf!(mynet_zone: zone.record[0].value));
/// ```
///
/// `pub` exports it from the crate; anything else is as visible as written, and within the crate where nothing is
/// written.
#[macro_export]
macro_rules! provider_schema {
    ($($tokens:tt)*) => { $crate::__private::macros::provider_schema! { $crate; $($tokens)* } };
}

/// Text with references in it: `template!["vnet-", group.name(), "-", 7]`.
///
/// The pieces are text, numbers, other templates, and references to text, numbers and bools. Text is data: `${` in it
/// means `${`.
///
/// ```
/// use atakora::template;
/// use atakora::terraform::{Ref, Template, Text};
///
/// fn name(group: &Ref<Text>, region: &str) -> Template {
///     template!["vnet-", group, "-", region]
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! template {
    ($($piece:expr),* $(,)?) => { $crate::__private::Template::new()$(.with($piece))* };
}
