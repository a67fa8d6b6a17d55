//! What the entries of a resource mean under its schema. Collects everything that is wrong, at its token.

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream};
use syn::{Expr, Ident};

use super::complete::Completion;
use super::literal::{self, Given, Place, Rules};
use super::meta;
use super::path::{self, AttributePath, For};
use super::retirement::Signs;
use super::settings::{Body, Deprecated, Form, NestedBlock, Remarks, Setting};
use super::syntax::{self, Entry, Written};
use crate::errors::Errors;
use crate::near;
use crate::schema::{Attribute, Block, Mode, Nested, Nesting, Source, Type};

/// The block of a resource type, and who provides it.
pub(super) fn find(source: Source, mode: Mode, name: &Ident, errors: &mut Errors) -> Option<(&'static str, Block)> {
    let text = name.to_string();
    let found = source.find(mode, &text);
    if found.is_none() {
        let other = if mode == Mode::Managed { Mode::Data } else { Mode::Managed };
        let elsewhere = match source.find(other, &text) {
            Some(_) if other == Mode::Data => "\n  It is a data source type: write `data!`",
            Some(_) => "\n  It is a resource type: write `resource!`",
            None => "",
        };
        let title = source.title();
        let hint = if elsewhere.is_empty() { near::hint(&text, source.names(mode)) } else { elsewhere.to_owned() };
        let way = "Another provider or version: `provider_schema! { macro name = \"schema.json\" }`, then `name!(..)`";
        errors.at(name.span(), format!("no {} `{text}` in {title}{hint}\n  {way}", mode.noun()));
    }
    found
}

/// Terraform's rule for the names of resources; other names than literals are judged when the program runs.
pub(super) fn check_name(name: &Expr, errors: &mut Errors) {
    let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(lit), .. }) = name else {
        return;
    };
    let text = lit.value();
    let first = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    if !first || !text.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-')) {
        let rule = "letters, digits, `_` and `-`, a letter or `_` in front";
        errors.at(lit.span(), format!("{text:?} cannot be the name of a resource: {rule}"));
    }
}

/// What one invocation is about, and what was found so far.
pub(super) struct Reader<'a> {
    provider: &'a str,
    pub(super) type_name: String,
    type_span: Span,
    pub(super) mode: Mode,
    pub(super) errors: &'a mut Errors,
    remarks: Remarks,
    signs: Signs,
}

/// How often a name was written so far.
#[derive(Default)]
struct Seen {
    written: u32,
    /// A loop or a condition: as often as may be.
    open: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(provider: &'a str, type_name: &Ident, mode: Mode, errors: &'a mut Errors) -> Self {
        let remarks = Remarks { completions: Vec::new(), deprecated: Vec::new() };
        let (type_span, type_text) = (type_name.span(), type_name.to_string());
        // what is looked up is there already
        let signs = if mode == Mode::Managed { Signs::of(&type_text) } else { Signs::default() };
        Reader { provider, type_name: type_text, type_span, mode, errors, remarks, signs }
    }

    pub(super) fn finish(self) -> Remarks {
        self.remarks
    }

    /// The whole resource.
    pub(super) fn resource(&mut self, schema: &Block, body: TokenStream) -> Vec<Setting> {
        let entries = syntax::entries(body, self.errors);
        let (path, anchor) = (self.type_name.clone(), self.type_span);
        let known = |key: &str| schema.attribute(key).is_some() || schema.nested(key).is_some();
        let mut overridden = Vec::new();
        let mut metas: Vec<String> = Vec::new();
        let mut settings = Vec::new();
        let mut arguments = Vec::new();
        for entry in entries {
            match entry.written {
                Written::Override { path, value } => overridden.extend(self.overwrite(schema, path, value)),
                _ if !known(&entry.key) && meta::is_meta(&entry.key) => {
                    let other = match entry.key.as_str() {
                        "for_each" => "count",
                        "count" => "for_each",
                        same => same,
                    };
                    if metas.contains(&entry.key) {
                        self.errors.at(entry.name.span(), format!("`{}` is set twice", entry.key));
                    } else if metas.iter().any(|key| key == other) {
                        self.errors.at(entry.name.span(), "`for_each` and `count` exclude each other");
                    } else {
                        metas.push(entry.key.clone());
                        settings.extend(self.meta(schema, entry));
                    }
                }
                _ => arguments.push(entry),
            }
        }
        let given: Vec<&str> = overridden.iter().filter_map(|(path, _)| path.first()).collect();
        settings.splice(0..0, self.block(schema, &path, anchor, arguments, &given));
        settings.extend(overridden.into_iter().map(|(path, given)| Setting::Overwrite { path, given }));
        let told = self.signs.tell(&self.type_name, self.type_span, &settings, self.errors);
        self.remarks.deprecated.extend(told);
        settings
    }

    /// The type of the value is not looked at: this is the way out where our knowledge of it is wrong.
    fn overwrite(&mut self, schema: &Block, path: AttributePath, value: Expr) -> Option<(AttributePath, Given)> {
        let found = self.errors.take(path::find(&self.type_name, schema, &path, For::Writing))?;
        let (name, span) = path.last()?;
        if !found.settable {
            self.errors.at(span, format!("`{name}` is read-only: {} computes it", self.provider));
            return None;
        }
        let place = Place { name, of: &Type::Any, secret: found.secret, rules: Rules::NONE };
        let given = place.judge(value, self.errors)?;
        Some((path, given))
    }

    /// The entries of a block; `given` are names that are set elsewhere.
    fn block(&mut self, schema: &Block, path: &str, anchor: Span, entries: Vec<Entry>, given: &[&str]) -> Vec<Setting> {
        let mut settings = Vec::new();
        let mut seen: HashMap<String, Seen> = HashMap::new();
        let mut meant = given.to_vec();
        for entry in entries {
            let Entry { name, key, written } = entry;
            let here = seen.entry(key.clone()).or_default();
            let inner = format!("{path}.{key}");
            if let Written::Broken = written {
                here.open = true;
                self.remarks.completions.push(Completion::arguments(&name, schema));
            } else if let Some(attribute) = schema.attribute(&key) {
                let as_blocks = Nested::of_objects(attribute.name, &attribute.of);
                let repeats = as_blocks.is_some() && is_block(&written);
                let twice = here.written > 0 && !repeats;
                here.written += 1;
                if twice {
                    self.errors.at(name.span(), format!("`{key}` is set twice"));
                } else if !attribute.is_settable() {
                    self.errors.at(name.span(), self.read_only(&key, path));
                } else {
                    self.deprecation(attribute, &name);
                    self.argument(attribute, as_blocks, &inner, &name, written, &mut settings);
                }
            } else if let Some(nested) = schema.nested(&key) {
                let once = matches!(written, Written::Block(_) | Written::Braces { .. });
                here.written += u32::from(once);
                here.open |= !once;
                if let Some(max) = nested.limit()
                    && here.written > max
                {
                    let s = if max == 1 { "" } else { "s" };
                    self.errors.at(name.span(), format!("at most {max} `{key}` block{s} here"));
                }
                self.nested(nested, &inner, &name, written, &mut settings);
            } else {
                let hint = near::hint(&key, schema.settable());
                self.errors.at(name.span(), format!("`{path}` has no argument `{key}`{hint}"));
                // what it most likely stands for is not missing as well
                meant.extend(near::nearest(&key, schema.settable()).first());
                self.remarks.completions.push(Completion::arguments(&name, schema));
            }
        }
        self.missing(schema, path, anchor, &seen, &meant);
        for nested in &schema.blocks {
            let open = seen.get(nested.name).is_some_and(|seen| seen.open);
            let max = nested.limit().unwrap_or(0);
            if open && nested.nesting != Nesting::Map && (nested.min > 0 || max > 0) {
                settings.push(Setting::Count { path: path.to_owned(), name: nested.name, min: nested.min, max });
            }
        }
        settings
    }

    fn read_only(&self, key: &str, path: &str) -> String {
        let provider = self.provider;
        let way = if path == self.type_name {
            format!("read it from the handle, `.{key}()`")
        } else {
            format!("read it with `tf!({}: handle.path.{key})`", self.type_name)
        };
        format!("`{key}` is read-only: {provider} computes it; {way}")
    }

    fn deprecation(&mut self, attribute: &Attribute, name: &Ident) {
        if attribute.is_deprecated() {
            let note = format!("`{}` deprecates the argument `{}`", self.type_name, attribute.name);
            self.remarks.deprecated.push(Deprecated { name: name.clone(), note });
        }
    }

    fn argument(
        &mut self,
        attribute: &Attribute,
        as_blocks: Option<Nested>,
        path: &str,
        name: &Ident,
        written: Written,
        settings: &mut Vec<Setting>,
    ) {
        // a name that is looked up is judged by whoever gave it
        let rules = if self.mode == Mode::Managed { Rules::of(path) } else { Rules::NONE };
        let place = Place { name: attribute.name, of: &attribute.of, secret: attribute.is_secret(), rules };
        let keys = as_blocks.as_ref().map(|blocks| Setting::Keys {
            name: attribute.name,
            keys: blocks.block().attributes.iter().map(|field| field.name).collect(),
        });
        let value = match (written, as_blocks) {
            (written, Some(blocks)) if is_block(&written) => {
                return self.nested(&blocks, path, name, written, settings);
            }
            (Written::Braces { inner, .. }, _) if let Type::Map(of) = &attribute.of => {
                let given = place.braces(of, inner, self.errors);
                return settings.extend(given.map(|given| put(attribute, given)));
            }
            (Written::Value(value) | Written::If { value: Some(value), .. }, _) => value,
            (Written::Braces { value: Some(value), .. }, _) => value,
            (Written::Optional(value), _) => {
                settings.push(Setting::Optional {
                    name: attribute.name,
                    value,
                    of: attribute.of.clone(),
                    secret: place.secret,
                });
                return settings.extend(keys);
            }
            _ => {
                let value = if let Type::Map(_) = attribute.of { "{ key: value }" } else { "value" };
                let help = format!(
                    "`{}` is an argument, not a block: write `{0}: {value}` ({})",
                    attribute.name, attribute.of
                );
                return self.errors.at(name.span(), help);
            }
        };
        self.signs.look(path, name, &value);
        let Some(given) = place.judge(value, self.errors) else {
            return;
        };
        if path.contains(".timeouts.")
            && let Given::Text(text) = &given
            && !literal::is_duration(text)
        {
            self.errors
                .at(name.span(), format!("`{}` is a duration like \"30m\" or \"1h30m\", not {text:?}", attribute.name));
        }
        settings.push(put(attribute, given));
        settings.extend(keys);
    }

    fn nested(&mut self, nested: &Nested, path: &str, name: &Ident, written: Written, settings: &mut Vec<Setting>) {
        let form = match written {
            Written::Value(value) if nested.nesting == Nesting::Map => {
                let given = Given::Value { value: Box::new(value), of: Type::Map(Box::new(Type::Any)), secret: false };
                return settings.push(Setting::Argument { name: nested.name, given });
            }
            _ if nested.nesting == Nesting::Map => {
                let help =
                    format!("`{}` is a map of blocks: write `{0}: value`, a map from label to object", nested.name);
                return self.errors.at(name.span(), help);
            }
            Written::Block(inner) | Written::Braces { inner, .. } => Form::Once(self.body(nested, path, name, inner)),
            Written::For { pattern, list, body } => {
                Form::For { pattern, list, body: self.body(nested, path, name, body) }
            }
            Written::If { branches, .. } => Form::If {
                arms: branches
                    .arms
                    .into_iter()
                    .map(|(condition, inner)| (condition, self.body(nested, path, name, inner)))
                    .collect(),
                otherwise: branches.otherwise.map(|inner| self.body(nested, path, name, inner)),
            },
            Written::Value(_) | Written::Optional(_) | Written::Raw(_) | Written::Override { .. } => {
                let help = format!(
                    "`{}` is a block, not an argument: write `{0} {{ .. }}`, or `{0}: for x in list {{ .. }}`",
                    nested.name
                );
                return self.errors.at(name.span(), help);
            }
            Written::Broken => return,
        };
        settings.push(Setting::Block(NestedBlock { name: nested.name, nesting: nested.nesting, form }));
    }

    fn body(&mut self, nested: &Nested, path: &str, name: &Ident, inner: TokenStream) -> Body {
        let schema = nested.block();
        let entries = syntax::entries(inner, self.errors);
        let settings = self.block(&schema, path, name.span(), entries, &[]);
        let keys = match nested.is_of_objects() {
            true => schema.attributes.iter().map(|field| field.name).collect(),
            false => Vec::new(),
        };
        Body { settings, keys }
    }

    fn missing(&mut self, schema: &Block, path: &str, anchor: Span, seen: &HashMap<String, Seen>, given: &[&str]) {
        let arguments = schema
            .attributes
            .iter()
            .filter(|attribute| attribute.is_required())
            .filter(|attribute| !seen.contains_key(attribute.name) && !given.contains(&attribute.name))
            .map(|attribute| format!("`{}` ({})", attribute.name, attribute.of));
        let blocks = schema
            .blocks
            .iter()
            .filter(|nested| nested.min > 0 && !given.contains(&nested.name))
            .filter(|nested| !seen.get(nested.name).is_some_and(|seen| seen.open || seen.written >= nested.min))
            .map(|nested| match nested.min {
                1 => format!("`{} {{ .. }}`", nested.name),
                min => format!("`{} {{ .. }}` ({min} times)", nested.name),
            });
        let missing: Vec<String> = arguments.chain(blocks).collect();
        if !missing.is_empty() {
            self.errors.at(anchor, format!("`{path}` needs {}", missing.join(", ")));
        }
    }
}

fn is_block(written: &Written) -> bool {
    matches!(written, Written::Block(_) | Written::Braces { .. } | Written::For { .. } | Written::If { .. })
}

fn put(attribute: &Attribute, given: Given) -> Setting {
    let name = attribute.name;
    if attribute.is_secret() { Setting::Secret { name, given } } else { Setting::Argument { name, given } }
}
