//! Terraform's meta-arguments, which no schema has. None has the name of an argument of azurerm; where another provider
//! has one, the argument wins.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Token, bracketed, token};

use super::literal::{Place, Rules};
use super::model::Reader;
use super::path::{self, AttributePath, For};
use super::settings::{Body, Form, NestedBlock, Setting};
use super::syntax::{self, Entry, Written};
use crate::near;
use crate::schema::{Block, Mode, Nesting, Type};

const META: [&str; 7] = ["lifecycle", "depends_on", "provider", "for_each", "count", "provisioner", "connection"];

/// Whether `key` is a meta-argument, if the schema does not have it.
pub(super) fn is_meta(key: &str) -> bool {
    META.contains(&key)
}

const LIFECYCLE: [&str; 6] = [
    "prevent_destroy",
    "create_before_destroy",
    "ignore_changes",
    "replace_triggered_by",
    "precondition",
    "postcondition",
];

impl Reader<'_> {
    /// What a meta-argument sets, if it was right.
    pub(super) fn meta(&mut self, schema: &Block, entry: Entry) -> Option<Setting> {
        let Entry { name, key, written } = entry;
        match (key.as_str(), written) {
            ("lifecycle", Written::Block(inner) | Written::Braces { inner, .. }) => Some(self.lifecycle(schema, inner)),
            ("depends_on", Written::Value(Expr::Array(list))) => {
                Some(Setting::DependsOn(list.elems.into_iter().collect()))
            }
            ("depends_on", Written::Value(handles)) if !matches!(handles, Expr::Lit(_)) => {
                Some(Setting::DependsOnEach(handles))
            }
            ("provider", Written::Value(value)) => Some(Setting::Provider(value)),
            ("for_each", Written::Value(value)) => Some(Setting::ForEach(value)),
            ("count", Written::Value(value)) => {
                let place = Place { name: "count", of: &Type::Number, secret: false, rules: Rules::NONE };
                place.judge(value, self.errors).map(Setting::CountOf)
            }
            ("provisioner" | "connection", _) => {
                self.errors.at(name.span(), "provisioners are not part of Atakora: they run what no plan shows");
                None
            }
            (_, Written::Broken) => None,
            _ => {
                self.errors.at(name.span(), format!("`{key}` is written `{}`", form(&key)));
                None
            }
        }
    }

    fn lifecycle(&mut self, schema: &Block, inner: TokenStream) -> Setting {
        let mut settings = Vec::new();
        let entries = syntax::entries(inner, self.errors);
        for Entry { name, key, written } in entries {
            match (key.as_str(), written) {
                ("precondition" | "postcondition", Written::Block(inner) | Written::Braces { inner, .. }) => {
                    settings.extend(self.condition(&name, inner));
                }
                (_, _) if self.mode == Mode::Data => {
                    let help = "the `lifecycle` of a data source takes `precondition` and `postcondition`";
                    self.errors.at(name.span(), help);
                }
                ("prevent_destroy" | "create_before_destroy", Written::Value(value)) => {
                    let of = &Type::Bool;
                    let place = Place { name: &key, of, secret: false, rules: Rules::NONE };
                    let name = if key == "prevent_destroy" { "prevent_destroy" } else { "create_before_destroy" };
                    settings.extend(place.judge(value, self.errors).map(|given| Setting::Argument { name, given }));
                }
                ("ignore_changes", Written::Raw(tokens)) => settings.extend(self.ignore_changes(schema, tokens)),
                ("replace_triggered_by", Written::Value(Expr::Array(list))) => {
                    settings.push(Setting::ReplaceTriggeredBy(list.elems.into_iter().collect()));
                }
                (_, Written::Broken) => {}
                _ if LIFECYCLE.contains(&key.as_str()) => {
                    self.errors.at(name.span(), format!("`{key}` is written `{}`", form(&key)));
                }
                _ => {
                    let takes: Vec<String> = LIFECYCLE.iter().map(|name| format!("`{name}`")).collect();
                    let hint = near::hint(&key, LIFECYCLE);
                    let help = format!("`lifecycle` has no argument `{key}`{hint}\n  It takes {}", takes.join(", "));
                    self.errors.at(name.span(), help);
                }
            }
        }
        Setting::Lifecycle(settings)
    }

    fn condition(&mut self, name: &Ident, inner: TokenStream) -> Option<Setting> {
        let (mut condition, mut message) = (None, None);
        let entries = syntax::entries(inner, self.errors);
        for Entry { name, key, written } in entries {
            let (slot, name, of) = match key.as_str() {
                "condition" => (&mut condition, "condition", Type::Bool),
                "error_message" => (&mut message, "error_message", Type::Text),
                _ => {
                    let hint = near::hint(&key, ["condition", "error_message"]);
                    self.errors.at(name.span(), format!("a condition has no argument `{key}`{hint}"));
                    continue;
                }
            };
            if let Written::Value(value) = written {
                let given = Place { name, of: &of, secret: false, rules: Rules::NONE }.judge(value, self.errors);
                *slot = Some(given.map(|given| Setting::Argument { name, given }));
            }
        }
        let (Some(condition), Some(message)) = (condition, message) else {
            self.errors.at(name.span(), format!("`{name}` needs `condition` (Bool), `error_message` (Text)"));
            return None;
        };
        let body = Body { settings: vec![condition?, message?], keys: Vec::new() };
        let name = if name == "precondition" { "precondition" } else { "postcondition" };
        Some(Setting::Block(NestedBlock { name, nesting: Nesting::List, form: Form::Once(body) }))
    }

    /// `all`, or `[path, path]`.
    fn ignore_changes(&mut self, schema: &Block, tokens: TokenStream) -> Option<Setting> {
        let parser = |input: ParseStream| {
            let mut paths = Vec::new();
            let ahead = input.fork();
            if ahead.parse::<Ident>().is_ok_and(|word| word == "all") && ahead.is_empty() {
                input.parse::<Ident>()?;
                return Ok(None);
            }
            if !input.peek(token::Bracket) {
                return Err(input.error(format!("this is written `{}`", form("ignore_changes"))));
            }
            let inner;
            bracketed!(inner in input);
            while !inner.is_empty() {
                paths.push(AttributePath::parse(&inner)?);
                if !inner.is_empty() {
                    inner.parse::<Token![,]>()?;
                }
            }
            Ok(Some(paths))
        };
        let Some(paths) = self.errors.take(parser.parse2(tokens))? else {
            return Some(Setting::IgnoreAll);
        };
        let mut texts = Vec::new();
        for path in paths {
            let found = path::find(&self.type_name, schema, &path, For::Writing);
            if self.errors.take(found).is_some() {
                texts.push(path.text());
            }
        }
        Some(Setting::IgnoreChanges(texts))
    }
}

fn form(key: &str) -> &'static str {
    match key {
        "ignore_changes" => "ignore_changes: [name, block[0].name]`, or `ignore_changes: all",
        "replace_triggered_by" => "replace_triggered_by: [handle, handle.attribute()]",
        "precondition" | "postcondition" => "precondition { condition: .., error_message: \"..\" }",
        "lifecycle" => "lifecycle { prevent_destroy: true }",
        "depends_on" => "depends_on: [handle, handle]",
        "provider" => "provider: alias",
        "for_each" => "for_each: texts`, or `for_each: map",
        "count" => "count: 3",
        "create_before_destroy" => "create_before_destroy: true",
        _ => "prevent_destroy: true",
    }
}
