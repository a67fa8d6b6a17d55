//! The documents of a closed stack: borrowed from what the stack holds, and written as they are walked through. The
//! fields of each struct stand in the order of the alphabet, like everything in a document.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::ser::{Serialize, Serializer};

use super::close::{Closed, ClosedStack};
use super::contents::Declared;
use super::declare::Mode;
use super::json::{Encoded, Literal, Means, Place, object};
use super::provider_block::{self, AZURERM};
use super::remote_state::{RemoteState, StateKey};
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

type Named<'a, T> = BTreeMap<&'a str, T>;

/// `main.tf.json`: everything but versions and backend.
#[derive(serde::Serialize)]
pub(crate) struct Main<'a> {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    data: Named<'a, Named<'a, Data<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    import: Vec<Import<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    locals: Named<'a, In<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    moved: Vec<Moved<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    output: Named<'a, Output<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    provider: Named<'a, Configurations<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    removed: Vec<Removed<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    resource: Named<'a, Named<'a, Body<'a>>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    variable: Named<'a, Variable<'a>>,
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Data<'a> {
    Declared(Body<'a>),
    State(Reading<'a>),
}

#[derive(serde::Serialize)]
struct Reading<'a> {
    backend: &'a str,
    config: Settings<'a>,
}

#[derive(serde::Serialize)]
struct Import<'a> {
    id: In<'a>,
    to: &'a str,
}

#[derive(serde::Serialize)]
struct Moved<'a> {
    from: &'a str,
    to: &'a str,
}

#[derive(serde::Serialize)]
struct Removed<'a> {
    from: &'a str,
    lifecycle: Destroy,
}

#[derive(serde::Serialize)]
struct Destroy {
    destroy: bool,
}

#[derive(serde::Serialize)]
struct Output<'a> {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    sensitive: bool,
    value: OutputValue<'a>,
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum OutputValue<'a> {
    Named(In<'a>),
    Exported(String),
    Origin(StateKey<'a>),
}

/// The output that tells whose a state is. The state of another environment is thus known before anything is done to it.
pub(crate) const ORIGIN: &str = "atakora";

#[derive(serde::Serialize)]
struct Variable<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<Literal<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
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
                .map(|removal| Removed { from: &removal.from, lifecycle: Destroy { destroy: removal.destroy } })
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
#[derive(serde::Serialize)]
pub(crate) struct Versions<'a> {
    terraform: Terraform<'a>,
}

#[derive(serde::Serialize)]
struct Terraform<'a> {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    backend: Named<'a, Setup>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    required_providers: Named<'a, Required<'a>>,
    required_version: &'a str,
}

#[derive(serde::Serialize)]
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
