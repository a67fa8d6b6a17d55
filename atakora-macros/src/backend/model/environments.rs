//! Several environments: each with what it sets again of the backend, of providers and of components.

use atakora_rules::environments;
use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt;
use syn::{Ident, LitBool, LitStr};

use super::{Provider, Setting, understand_settings};
use crate::backend::syntax::{self, LAYERED, Layer, Limit, Section};
use crate::backend::value::Slot;
use crate::errors::Errors;
use crate::near;

pub(in crate::backend) struct Environment {
    pub(in crate::backend) name: Ident,
    pub(in crate::backend) protect: Option<LitBool>,
    pub(in crate::backend) limits: Vec<Limit>,
    pub(in crate::backend) tags: Vec<(Ident, LitStr)>,
    /// Instead of those of the backend.
    pub(in crate::backend) allow: Option<Vec<LitStr>>,
    pub(in crate::backend) components: Vec<Overlay>,
    pub(in crate::backend) providers: Vec<Overlay>,
}

/// What an environment sets again of one component or one provider.
pub(in crate::backend) struct Overlay {
    /// Which.
    pub(in crate::backend) index: usize,
    pub(in crate::backend) settings: Vec<Setting>,
    pub(in crate::backend) mentions: Vec<usize>,
}

/// What the sections of an environment can be about, and where the slots in them go.
pub(super) struct Known<'a> {
    pub(super) components: &'a [String],
    pub(super) providers: &'a [Provider],
    pub(super) private: &'a TokenStream,
    pub(super) slots: &'a mut Vec<Slot>,
}

/// Drops the second of two environments of one name, and those of which there are too many.
pub(super) fn understand(
    environments: Vec<syntax::Environment>,
    known: &mut Known<'_>,
    errors: &mut Errors,
) -> Vec<Environment> {
    let mut kept: Vec<Environment> = Vec::new();
    for syntax::Environment { name, layer } in environments {
        if kept.iter().any(|other| other.name == name) {
            errors.at(name.span(), environments::twice(&name.unraw().to_string()));
        } else {
            kept.push(one(name, layer, known, errors));
        }
    }
    if let Some(beyond) = kept.get(environments::MOST) {
        errors.at(beyond.name.span(), environments::too_many(kept.len()));
    }
    kept.truncate(environments::MOST);
    kept
}

/// There is at least one, and no `environment` beside them.
pub(super) fn check(several: Span, single: Option<&LitStr>, environments: &[Environment], errors: &mut Errors) {
    if let Some(single) = single {
        let single = single.value();
        errors.at(
            several,
            format!(
                "a backend has either `environment` or `environments`\n  Solution: leave out `environment: \"{single}\"`, and have it among the others: `{single}: {{}}`"
            ),
        );
    }
    if environments.is_empty() {
        errors.at(
            several,
            "`environments` names none\n  Solution: name them, each with what it sets again: `environments: { dev: {}, production: {} }`",
        );
    }
}

fn one(name: Ident, layer: Layer, known: &mut Known<'_>, errors: &mut Errors) -> Environment {
    for word in layer.words() {
        let text = word.unraw().to_string();
        if LAYERED.contains(&text.as_str()) && known.components.contains(&text) {
            errors.at(word.span(), two_meanings(&text, "a setting of every environment"));
        }
    }
    let Layer { protect, limits, tags, allow, sections, .. } = layer;
    let (mut components, mut providers) = (Vec::new(), Vec::new());
    for Section { name, settings } in sections {
        let text = name.unraw().to_string();
        let component = known.components.iter().position(|component| *component == text);
        let provider = known.providers.iter().position(|provider| provider.section == text);
        let (index, overlays) = match (component, provider) {
            (Some(index), None) => (index, &mut components),
            (None, Some(index)) => (index, &mut providers),
            (Some(_), Some(_)) => {
                errors.at(name.span(), two_meanings(&text, "a provider"));
                continue;
            }
            (None, None) => {
                let components = known.components.iter().map(String::as_str);
                let providers = known.providers.iter().map(|provider| provider.section.as_str());
                let hint = near::hint_or_all(&text, LAYERED.into_iter().chain(providers).chain(components));
                let text = format!("no provider and no component of this backend is called `{text}`{hint}");
                errors.at(name.span(), text);
                continue;
            }
        };
        let (settings, mentions) = understand_settings(settings, known.components, known.private, known.slots, errors);
        // that it is there twice was told when it was read
        if overlays.iter().all(|overlay: &Overlay| overlay.index != index) {
            overlays.push(Overlay { index, settings, mentions });
        }
    }
    Environment { name, protect, limits, tags, allow, components, providers }
}

fn two_meanings(word: &str, other: &str) -> String {
    format!(
        "`{word}` is a component of this backend and {other}: which one is meant?\n  Solution: rename the component"
    )
}

impl Environment {
    pub(in crate::backend) fn text(&self) -> String {
        self.name.unraw().to_string()
    }
    pub(in crate::backend) fn overlays(&self) -> impl Iterator<Item = &Overlay> {
        self.components.iter().chain(&self.providers)
    }
}
