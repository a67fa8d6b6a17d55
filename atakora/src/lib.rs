//! Azure back ends in Rust: what Azure would refuse at deploy time is refused by `cargo check`, and what compiles becomes
//! plain Terraform JSON for the provider azurerm 5.
//!
//! ```no_run
//! use atakora::prelude::*;
//!
//! #[derive(Entity)]
//! #[entity(partition_key = "/region")]
//! struct Order {
//!     id: String,
//!     region: String,
//!     total: f64,
//! }
//!
//! backend! {
//!     pub Shop <
//!         orders: CrudApi<Order>,
//!         reports: FunctionsApp {
//!             functions: &[Function::timer("nightly", "0 0 3 * * *")],
//!             env: &[("ORDERS_URL", orders.endpoint)],
//!         },
//!     > with {
//!         name: "shop",
//!         environment: "production",
//!         limits: { max_function_apps: 2 },
//!     }
//! }
//!
//! fn main() -> atakora::Result {
//!     let mut app = App::new("shop");
//!     let stack = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
//!     let shop = Shop::new().add_to(&stack)?;
//!     stack.output("orders", shop.orders.endpoint());
//!     app.synth("atakora.out")?;
//!     Ok(())
//! }
//! ```
//!
//! # Features
//!
//! | feature | |
//! |---|---|
//! | `cli` (default) | `App::from_args` and `app.run()` make the program its own command line. Without it, a program calls `app.synth(folder)`, and has fewer dependencies |
//!
//! Rust 1.95 or later. The guide is in the repository, in `docs`.
//!
//! # The way of a program
//!
//! | room | what happens there |
//! |---|---|
//! | [`entity`] | a struct becomes a schema: [`derive(Entity)`](macro@Entity) |
//! | [`component`](mod@component), [`components`] | a component says what it needs, and creates nothing: [`component`](macro@component), `CrudApi`, `FunctionsApp`, `CosmosContainer`, `BlobStorage` |
//! | [`settings`], [`deferred`] | what a backend may choose, and values that exist only after the deployment |
//! | [`provider`](mod@provider), [`providers`] | what components need of one kind of resource: [`provider`](macro@provider), Cosmos DB, Functions, Storage, monitoring, networking |
//! | [`merge`] | the needs of all components become one plan, in const evaluation or at run time |
//! | [`check`] | the questions that are asked of it, and the texts of the answers |
//! | [`backend`](mod@backend) | the result: [`backend!`], or `Backend::builder` where only the running program knows the components |
//! | [`azure`] | facts: regions, names, roles, versions |
//! | [`terraform`] | stacks and typed expressions; [`resource!`] and [`data!`]; documents that are written as a whole or not at all |
extern crate self as atakora;

pub mod azure;
pub mod backend;
pub mod check;
#[cfg(feature = "cli")]
mod cli;
pub mod component;
pub mod components;
pub mod deferred;
pub mod entity;
mod error;
#[cfg(feature = "cli")]
pub mod explain;
pub mod merge;
pub mod prelude;
pub mod provider;
pub mod providers;
pub mod settings;
pub mod terraform;

#[doc(hidden)]
pub mod __private;
mod macros;

pub use entity::Entity;
pub use error::{Error, Result};

/// Makes an entity of a struct: its fields become a schema, its partition key is checked.
///
/// ```
/// use atakora::Entity;
///
/// #[derive(Entity)]
/// #[entity(partition_key = "/region")]
/// struct User {
///     id: String,
///     email: Option<String>,
///     region: String,
/// }
///
/// assert_eq!(User::SCHEMA.partition_key, ["/region"]);
/// assert!(!User::SCHEMA.fields[1].required);
/// ```
///
/// Names and presence are those in JSON, because these are what Cosmos DB sees: `rename`, `rename_all`, `skip`,
/// `skip_serializing`, `skip_serializing_if` and `tag` of `#[serde(…)]` count. The fields of a `flatten`ed field cannot
/// be seen and are not in the schema. The derive needs no serde itself.
///
/// # Grammar
///
/// ```text
/// #[derive(Entity)]
/// #[entity(partition_key = "/path" | ["/path", ..], name = "text", crate = path)]
/// visibility struct Name { #[entity(kind = "kind")] field: Type, .. }
/// ```
///
/// # On the struct
///
/// - `#[entity(partition_key = "/region")]`: the path of a field of the struct, by its name in JSON. It is always there
///   and a string, number, integer or boolean. `partition_key = ["/tenantId", "/userId"]` is a hierarchical key of two
///   or three levels.
/// - `#[entity(name = "users")]`: another name than the struct's; 1 to 255 characters, none of `/` `\` `#` `?`.
/// - `#[entity(crate = path)]`: where this library is, if not at `::atakora`; written out as well in a module with
///   `#![no_implicit_prelude]`.
///
/// # On a field
///
/// - `#[entity(kind = "string")]`: what its value is in JSON, where its type does not tell: `string`, `number`,
///   `integer`, `boolean`, `timestamp`, `object` or `array`. The macro knows types by their names only; one that it does
///   not know is an object.
///
/// # Errors
///
/// Every entity has a field `id` that is a string and always there. That, and everything above, is checked where it is
/// written, all at once.
pub use atakora_macros::Entity;

/// Makes an item of a struct or an enum: what the lists of a requirement hold, and values that `same` compares.
///
/// ```
/// #[derive(Clone, Copy, Debug, atakora::Item)]
/// struct Queue {
///     name: &'static str,
///     sessions: bool,
/// }
///
/// const ORDERS: Queue = Queue { name: "orders", sessions: false };
/// assert_eq!(ORDERS.differs(&Queue { sessions: true, ..ORDERS }), Some("sessions"));
/// assert!(ORDERS.same(&ORDERS));
/// ```
///
/// Fields are numbers, flags, `&'static str`, `Option`s and slices of these, or types with the same derive. It writes
/// `const fn`s `differs` (structs) and `same`, and an empty value. `#[atakora(crate = path)]` says where this library is,
/// if not at `::atakora`.
pub use atakora_macros::Item;

/// Makes settings of a struct: what a backend may choose for a component or a provider, each with a default.
///
/// ```
/// use atakora::check::{Finding, Kind, Level, Rule};
///
/// static COPIES: Rule = Rule {
///     id: "SHOP-001",
///     title: "ShopError",
///     message: "1 to 5 copies, not {}",
///     solution: "ask for fewer",
///     source: "the price list",
///     kind: Kind::Promise,
///     level: Level::Error,
/// };
///
/// const fn copies(settings: &ShopSettings) -> Option<Finding> {
///     let copies = settings.copies;
///     if copies >= 1 && copies <= 5 { None } else { Some(Finding::of(&COPIES).number(0, copies as i64)) }
/// }
///
/// #[derive(Clone, Copy, Debug, atakora::Settings)]
/// struct ShopSettings {
///     #[setting(default = 2, check = copies)]
///     copies: u32,
///     #[setting(default = None)]
///     label: Option<&'static str>,
/// }
///
/// assert_eq!(ShopSettings::DEFAULT.copies, 2);
/// assert!(ShopSettings { copies: 9, ..ShopSettings::DEFAULT }.check("copies").is_some());
/// ```
///
/// # On a field
///
/// - `#[setting(default = expression)]`: what holds where a backend says nothing; every field has one.
/// - `#[setting(…, check = function)]`: a `const fn(&Self) -> Option<Finding>`, asked for each instance that writes the
///   setting. It sees all settings, but its answer is underlined at this one.
/// - `#[setting(…, retires = function)]`: a `const fn(&Self) -> Option<&'static Rule>`, for a setting that can ask for
///   something with an announced end, like [`Runtime::retires`](providers::functions::Runtime::retires). The builder tells it
///   in its [`Validation`](backend::Validation); the compiler at the value, where the setting's name ends in `runtime` or
///   `version`.
///
/// `#[atakora(crate = path)]` on the struct says where this library is, if not at `::atakora`.
pub use atakora_macros::Settings;

/// Makes a ranked enum: its variants stand from low to high, and `#[merge(max)]` takes the higher.
///
/// ```
/// #[derive(Clone, Copy, Debug, atakora::Sku)]
/// enum Tier {
///     Basic,
///     Standard,
///     Premium,
/// }
///
/// assert!(Tier::Premium.rank() > Tier::Basic.rank());
/// assert_eq!(Tier::Standard.name(), "Standard");
/// ```
///
/// Variants hold nothing. `#[atakora(crate = path)]` says where this library is, if not at `::atakora`.
pub use atakora_macros::Sku;

/// Makes a component of a struct: something that says what it needs, and creates nothing itself.
///
/// ```
/// use atakora::component;
/// use atakora::providers::storage::{BlobContainer, Storage};
/// use atakora::terraform::reference::Ref;
/// use atakora::terraform::types::Text;
///
/// /// A container for pictures.
/// #[component]
/// #[requires(Storage { containers: &[BlobContainer { name: "pictures" }], ..Storage::EMPTY })]
/// #[output(account: Ref<Text> = parts.of::<Storage>()?.account())]
/// pub struct Pictures;
///
/// atakora::backend! {
///     Site < pictures: Pictures > with { name: "site", environment: "dev" }
/// }
/// assert_eq!(Site::PLAN.storage.len(), 1);
/// ```
///
/// # Grammar
///
/// ```text
/// #[component(settings = Type, crate = path)]
/// #[requires(Provider { field: value, .. })]    or    #[requires(Provider = expression)]
/// #[output(/** text */ name: Type = expression)]
/// visibility struct Name<Parameter: Bound, ..>(..);
/// ```
///
/// All but `#[component]` can be left out, `requires` and `output` can stand there several times.
///
/// # Attributes
///
/// - `#[component(settings = Type)]`: what an instance can be given, a type with [`derive(Settings)`](macro@Settings).
///   `crate = path` says where this library is, if not at `::atakora`.
/// - `#[requires(Provider { field: value, .. })]` or `#[requires(Provider = expression)]`, for each provider: a constant
///   expression that may use `settings`, the component's name in its backend as `component: &'static str`, and the type
///   parameters of the struct.
/// - `#[output(name: Type = expression)]`, again for each further one: what the handle returns and other components can
///   refer to. The expression runs when the backend is added to a stack; `parts.of::<Provider>()?` is the handle of what
///   a provider made, `parts.component()` the component's name.
///
/// The macro writes `NameHandle`, with a method for each output, and `NameOutputs`, with a constant for each. A parameter
/// with the bound `Entity` is an entity of the component.
pub use atakora_macros::component;

/// Makes a provider of a struct of requirements: how the needs of all components for one kind of resource become one.
///
/// ```
/// use atakora::{Item, Sku, provider};
///
/// #[derive(Clone, Copy, Debug, Sku)]
/// pub enum Tier {
///     Basic,
///     Standard,
/// }
///
/// #[derive(Clone, Copy, Debug, Item)]
/// pub struct Queue {
///     pub name: &'static str,
/// }
///
/// /// What a component asks of the message broker.
/// #[provider(id = "broker", label = "Broker")]
/// #[rule(
///     id = "BROKER-001",
///     when = tier == Basic && queues.len() > 2,
///     message = "the basic tier has 2 queues, {} are asked for",
///     solution = "ask for `Tier::Standard`",
///     source = "the broker's price list",
///     arguments = [queues.len()]
/// )]
/// #[limit(name = max_queues, count = queues.len(), label = "queues", solution = "share queues, or raise max_queues")]
/// pub struct Broker {
///     #[group]
///     pub cluster: Option<&'static str>,
///     #[merge(max)]
///     pub tier: Tier,
///     #[merge(union, key = name)]
///     pub queues: &[Queue],
/// }
/// ```
///
/// To be used in a backend it also needs an [`Emit`](crate::provider::Emit), which says what resources it makes.
///
/// # Grammar
///
/// ```text
/// #[provider(id = "text", label = "text", stage = stage, settings = Type, resolve = function, code = function,
///            names(SHAPE, ..), crate = path)]
/// #[rule(warn, id = "text", when = condition, message = "text", solution = "text", source = "text",
///        arguments = [expression, ..], blame = field)]    or    #[rule(check = function, blame = field)]
/// #[limit(name = name, count = groups | expression, label = "text", solution = "text")]    or with per_group = expression
/// visibility struct Name { #[group | merge(..) | priority] visibility field: Type, .. }
/// ```
///
/// `id` and `label` must be there; of a rule `check`, or `id`, `when`, `message`, `solution` and `source`; of a limit all.
///
/// # Arguments
///
/// `id` (its section in `with { … }` and its place in logical ids), `label` (its name in texts); `stage = foundation | data
/// | network | compute | edge` (when it emits, default `data`); `settings = Type`; `resolve = function` (a `const fn` from one
/// requirement and the settings to a requirement); `code = function` (a `const fn` from the merged view to the group's
/// code in physical names); `names(SHAPE, …)` (the names that it gives, proven to fit); `crate = path`.
///
/// # On a field
///
/// | written | merged |
/// |---|---|
/// | `#[group]` | components with different values do not share; at most four |
/// | `#[merge(max)]`, `#[merge(sum)]`, `#[merge(any)]` | the highest, the sum, whether one says `true` |
/// | `#[merge(same)]` | all must agree |
/// | `#[merge(union, key = name)]` | one list; equal keys are one item, and must be equal in everything |
/// | `#[merge(distinct, key = name)]` | one list; no key twice |
/// | `#[merge(collect, key = (a, b))]` | one list in which each component keeps its own; with a key, none of them twice |
/// | `#[priority]` | where components disagree on a `same`, the highest priority decides, with a warning |
///
/// Lists are `&[Item]`, or `List<Item>` where one item is made of settings.
///
/// # Rules and limits
///
/// - `#[rule(id = …, when = …, message = …, solution = …, source = …, arguments = […])]`: a condition over the merged
///   fields, `settings` and `context` that must not hold; `{}` in the message takes the arguments, which are numbers.
///   `blame = field` says at whose component the error stands. With `warn` it is a warning of the compiler, which a backend
///   silences with `allow: ["id"]`; at most three.
/// - `#[rule(check = function, blame = field)]`: a `const fn(&Merged, &Settings, &Context) -> Option<Finding>`.
/// - `#[limit(name = …, count = … | per_group = …, label = …, solution = …)]`: what `limits: { name: 3 }` counts; `count =
///   groups` are the resources themselves.
pub use atakora_macros::provider;
