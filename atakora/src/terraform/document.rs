//! The documents of a closed stack: borrowed from what the stack holds, and written as they are walked through. The
//! fields of each struct stand in the order of the alphabet, like everything in a document.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::close::{Closed, ClosedStack};
use super::contents::Declared;
use super::declare::Mode;
use super::json::{self, Encoded, Literal, Means, Place, object};
use super::provider_block::{self, AZURERM};
use super::remote_state::{RemoteState, StateKey};
use super::sources;
use super::value::{Expression, Key, Pending, StackId, Value};

/// The oldest Terraform, and OpenTofu, that knows all that is written here.
pub(crate) const OLDEST_ENGINE: &str = ">= 1.9";
const AZURERM_SOURCE: &str = "hashicorp/azurerm";
const AZURERM_VERSION: &str = "~> 5.0";

/// Where a value is written: in a stack, and perhaps in one of its resources.
#[derive(Clone, Copy)]
pub(crate) struct Inside<'a> {
    closed: &'a Closed<'a>,
    here: &'a ClosedStack<'a>,
    resource: Option<&'a Declared>,
}

impl Place for Inside<'_> {
    fn expression<'a>(&'a self, expression: &'a Expression) -> Means<'a> {
        let text = &*expression.text;
        if expression.stack == self.here.stack.id() || expression.stack == StackId::ANY {
            let known = self.resource.and_then(|resource| self.here.contents.known(&resource.address, text));
            return known.map_or(Means::Text(Cow::Borrowed(text)), Means::Value);
        }
        let read = self.closed.stack(expression.stack);
        match read.and_then(|read| Some((read.stack.name(), read.exports.of(text)?))) {
            Some((stack, export)) => {
                Means::Text(Cow::Owned(format!("data.terraform_remote_state.{stack}.outputs.{}", export.name)))
            }
            None => Means::Text(Cow::Borrowed(text)),
        }
    }

    fn pending(&self, pending: Pending) -> Option<&Value> {
        self.closed.filled(pending)
    }
}

/// A file of a stack that is no plain data.
pub(crate) trait Document {
    /// Appends its text.
    fn render(&self, out: &mut Vec<u8>) -> io::Result<()>;

    /// What is in it and has a name, in the order of the names.
    fn parts(&self) -> Vec<String>;
}

/// Which resource was written where: `atakora.sources.json`. It says nothing about the infrastructure.
impl Document for BTreeMap<&str, sources::Place> {
    fn render(&self, out: &mut Vec<u8>) -> io::Result<()> {
        json::write(self, out)
    }

    fn parts(&self) -> Vec<String> {
        Vec::new()
    }
}

type Named<'a, T> = BTreeMap<&'a str, T>;

/// What an entry of a document holds. An entry that says nothing is left out: nothing, an empty list, `false`.
trait Said {
    fn is_said(&self) -> bool {
        true
    }
}

impl<T> Said for Named<'_, T> {
    fn is_said(&self) -> bool {
        !self.is_empty()
    }
}

impl<T> Said for Vec<T> {
    fn is_said(&self) -> bool {
        !self.is_empty()
    }
}

impl<T> Said for Option<T> {
    fn is_said(&self) -> bool {
        self.is_some()
    }
}

impl Said for bool {
    fn is_said(&self) -> bool {
        *self
    }
}

impl Said for &str {}
impl Said for In<'_> {}
impl Said for Settings<'_> {}
impl Said for OutputValue<'_> {}
impl Said for Terraform<'_> {}

/// Writes structs as objects, their fields in this order. By hand rather than derived: the library then builds without
/// the macros of serde.
macro_rules! objects {
    ($($of:ident { $($field:ident),+ })+) => { $(
        impl Serialize for $of<'_> {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                let mut map = out.serialize_map(None)?;
                $(if self.$field.is_said() {
                    map.serialize_entry(stringify!($field).trim_start_matches("r#"), &self.$field)?;
                })+
                map.end()
            }
        }
    )+ };
}

objects! {
    Main { data, import, locals, moved, output, provider, removed, resource, variable }
    Reading { backend, config }
    Import { id, to }
    Moved { from, to }
    Removed { from, lifecycle }
    Output { sensitive, value }
    Variable { default, description, sensitive, r#type }
    Versions { terraform }
    Terraform { backend, required_providers, required_version }
    Required { source, version }
}

/// `main.tf.json`: everything but versions and backend.
pub(crate) struct Main<'a> {
    data: Named<'a, Named<'a, Data<'a>>>,
    import: Vec<Import<'a>>,
    locals: Named<'a, In<'a>>,
    moved: Vec<Moved<'a>>,
    output: Named<'a, Output<'a>>,
    provider: Named<'a, Configurations<'a>>,
    removed: Vec<Removed<'a>>,
    resource: Named<'a, Named<'a, Body<'a>>>,
    variable: Named<'a, Variable<'a>>,
}

enum Data<'a> {
    Declared(Body<'a>),
    State(Reading<'a>),
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Data::Declared(body) => body.serialize(out),
            Data::State(reading) => reading.serialize(out),
        }
    }
}

struct Reading<'a> {
    backend: &'a str,
    config: Settings<'a>,
}

struct Import<'a> {
    id: In<'a>,
    to: &'a str,
}

struct Moved<'a> {
    from: &'a str,
    to: &'a str,
}

struct Removed<'a> {
    from: &'a str,
    lifecycle: Named<'a, bool>,
}

struct Output<'a> {
    sensitive: bool,
    value: OutputValue<'a>,
}

enum OutputValue<'a> {
    Named(In<'a>),
    Exported(String),
    Origin(StateKey<'a>),
}

impl Serialize for OutputValue<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            OutputValue::Named(value) => value.serialize(out),
            OutputValue::Exported(text) => text.serialize(out),
            OutputValue::Origin(key) => key.serialize(out),
        }
    }
}

/// The output that tells whose a state is. The state of another environment is thus known before anything is done to it.
pub(crate) const ORIGIN: &str = "atakora";

struct Variable<'a> {
    default: Option<Literal<'a>>,
    description: Option<&'a str>,
    sensitive: bool,
    r#type: &'a str,
}

/// A value in its place.
struct In<'a>(&'a Value, Inside<'a>);

impl Serialize for In<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        Encoded { value: self.0, place: &self.1 }.serialize(out)
    }
}

/// A resource's arguments, with its component in the comment.
struct Body<'a>(&'a Declared, Inside<'a>);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let component = self.0.component.as_deref().filter(|_| self.0.body.get("//").is_none());
        object(self.0.body.arguments(), component, &self.1, out)
    }
}

/// Settings that were put together for this document.
struct Settings<'a>(Vec<(Key, Value)>, Inside<'a>);

impl Serialize for Settings<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        object(&self.0, None, &self.1, out)
    }
}

/// The configurations of one provider: a list only where there are several.
#[derive(Default)]
struct Configurations<'a>(Vec<Settings<'a>>);

impl Serialize for Configurations<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [only] => only.serialize(out),
            several => several.serialize(out),
        }
    }
}

impl<'a> Main<'a> {
    /// The document of `here`.
    pub fn of(closed: &'a Closed<'a>, here: &'a ClosedStack<'a>) -> Self {
        let contents = &*here.contents;
        let inside = Inside { closed, here, resource: None };
        let mut resource: Named<'_, Named<'_, Body<'_>>> = BTreeMap::new();
        let mut data: Named<'_, Named<'_, Data<'_>>> = BTreeMap::new();
        for declared in &contents.resources {
            let (type_name, name) = (&*declared.type_name, &*declared.name);
            let body = Body(declared, Inside { resource: Some(declared), ..inside });
            match declared.mode {
                Mode::Managed => drop(resource.entry(type_name).or_default().insert(name, body)),
                Mode::Data => drop(data.entry(type_name).or_default().insert(name, Data::Declared(body))),
            }
        }
        for read in here.reads.iter().filter_map(|read| closed.stack(*read)) {
            let config = Settings(closed.remote_state.reading(closed.state_key(read)), inside);
            let state = Data::State(Reading { backend: closed.remote_state.backend(), config });
            data.entry("terraform_remote_state").or_default().insert(read.stack.name(), state);
        }
        let mut provider: Named<'_, Configurations<'_>> = BTreeMap::new();
        for (name, settings) in provider_block::blocks(contents) {
            provider.entry(name).or_default().0.push(Settings(settings, inside));
        }
        Main {
            data,
            import: contents
                .imports
                .iter()
                .map(|import| Import { id: In(&import.id, inside), to: &import.to })
                .collect(),
            locals: contents.locals.iter().map(|local| (local.name.as_str(), In(&local.value, inside))).collect(),
            moved: contents.moves.iter().map(|moved| Moved { from: &moved.from, to: &moved.to }).collect(),
            output: outputs(inside),
            provider,
            removed: contents
                .removals
                .iter()
                .map(|removal| Removed {
                    from: &removal.from,
                    lifecycle: BTreeMap::from([("destroy", removal.destroy)]),
                })
                .collect(),
            resource,
            variable: contents
                .variables
                .iter()
                .map(|variable| {
                    let document = Variable {
                        default: variable.default.as_ref().map(Literal),
                        description: variable.description.as_deref(),
                        sensitive: variable.sensitive,
                        r#type: &variable.type_expression,
                    };
                    (variable.name.as_str(), document)
                })
                .collect(),
        }
    }
}

impl Document for Main<'_> {
    fn render(&self, out: &mut Vec<u8>) -> io::Result<()> {
        json::write(self, out)
    }

    fn parts(&self) -> Vec<String> {
        fn of<T>(prefix: &str, section: &Named<'_, T>) -> impl Iterator<Item = String> {
            section.keys().map(move |name| [prefix, *name].concat())
        }
        let mut parts = Vec::new();
        for (type_name, resources) in &self.resource {
            parts.extend(resources.keys().map(|name| [*type_name, ".", *name].concat()));
        }
        for (type_name, resources) in &self.data {
            parts.extend(resources.keys().map(|name| ["data.", *type_name, ".", *name].concat()));
        }
        parts.extend(of("output ", &self.output));
        parts.extend(of("local.", &self.locals));
        parts.extend(of("var.", &self.variable));
        parts.extend(of("provider ", &self.provider));
        let blocks = [("moved", self.moved.len()), ("import", self.import.len()), ("removed", self.removed.len())];
        let blocks = blocks.into_iter().filter(|(_, count)| *count > 0);
        parts.extend(blocks.map(|(name, _)| format!("{name} blocks")));
        parts.sort_unstable();
        parts
    }
}

fn outputs(inside: Inside<'_>) -> Named<'_, Output<'_>> {
    let named = inside.here.contents.outputs.iter().map(|output| {
        let sensitive = output.sensitive || inside.closed.is_sensitive(&output.value);
        (output.name.as_str(), Output { sensitive, value: OutputValue::Named(In(&output.value, inside)) })
    });
    let exported = inside.here.exports.iter().map(|(text, export)| {
        let value = OutputValue::Exported(format!("${{{text}}}"));
        (export.name.as_str(), Output { sensitive: export.sensitive, value })
    });
    let closed = inside.closed;
    let origin = Output { sensitive: false, value: OutputValue::Origin(closed.state_key(inside.here)) };
    // an output that the program named so stays
    std::iter::once((ORIGIN, origin)).chain(named).chain(exported).collect()
}

/// `versions.tf.json`.
pub(crate) struct Versions<'a> {
    terraform: Terraform<'a>,
}

struct Terraform<'a> {
    backend: Named<'a, Setup>,
    required_providers: Named<'a, Required<'a>>,
    required_version: &'a str,
}

struct Required<'a> {
    source: &'a str,
    version: &'a str,
}

/// Settings in which Terraform allows no expression.
struct Setup(Vec<(Key, Value)>);

impl Serialize for Setup {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let sorted: BTreeMap<&Key, Literal<'_>> = self.0.iter().map(|(key, value)| (key, Literal(value))).collect();
        sorted.serialize(out)
    }
}

impl<'a> Versions<'a> {
    /// The document of `here`.
    pub fn of(closed: &'a Closed<'a>, here: &'a ClosedStack<'a>) -> Self {
        let mut required_providers: Named<'_, Required<'_>> = BTreeMap::new();
        if provider_block::used(&here.contents).contains(AZURERM) {
            required_providers.insert(AZURERM, Required { source: AZURERM_SOURCE, version: AZURERM_VERSION });
        }
        let asked = here.contents.required_providers.iter();
        required_providers
            .extend(asked.map(|(name, it)| (name.as_str(), Required { source: &it.source, version: &it.version })));
        let backend = match closed.remote_state {
            RemoteState::Local => BTreeMap::new(),
            other => BTreeMap::from([(other.backend(), Setup(other.settings(closed.state_key(here))))]),
        };
        let terraform = Terraform { backend, required_providers, required_version: OLDEST_ENGINE };
        Versions { terraform }
    }
}

impl Document for Versions<'_> {
    fn render(&self, out: &mut Vec<u8>) -> io::Result<()> {
        json::write(self, out)
    }

    fn parts(&self) -> Vec<String> {
        let Terraform { backend, required_providers, required_version: _ } = &self.terraform;
        let told = [("backend", backend.is_said()), ("required_providers", required_providers.is_said())];
        let told = told.into_iter().filter(|(_, is_said)| *is_said).map(|(name, _)| name);
        told.chain(["required_version"]).map(str::to_owned).collect()
    }
}
