//! Providers that are used must be there, and each configuration once.

use super::{problem, rule};
use crate::azure::nearest::nearest;
use crate::check::{Kind, Rule};
use crate::terraform::close::ClosedStack;
use crate::terraform::provider_block::{AZURERM, used};

const TERRAFORM: (Kind, &str) = (Kind::Works, "Terraform language documentation, Provider Configuration, 1.14");

static ALIAS: Rule = rule(
    "ATK-DOC-050",
    "ProviderError",
    "`{}` uses the provider `{}`, which the stack `{}` does not configure{}",
    "configure it: stack.provider_alias(\"{}\", \"{}\", settings)",
    TERRAFORM,
);

static NOT_REQUIRED: Rule = rule(
    "ATK-DOC-051",
    "ProviderError",
    "the stack `{}` uses the provider `{}`, and nobody said where it comes from",
    "say so: stack.required_provider(\"{}\", \"namespace/{}\", \"~> 1.0\")",
    TERRAFORM,
);

static REQUIRED_TWICE: Rule = rule(
    "ATK-DOC-052",
    "ProviderError",
    "the stack `{}` requires the provider `{}` twice, from two places or in two versions",
    "keep one of the two",
    TERRAFORM,
);

static CONFIGURED_TWICE: Rule = rule(
    "ATK-DOC-053",
    "ProviderError",
    "the stack `{}` configures the provider `{}` twice",
    "keep one of the two, or give it another alias",
    TERRAFORM,
);

pub(super) static ALL: &[&Rule] = &[&ALIAS, &NOT_REQUIRED, &REQUIRED_TWICE, &CONFIGURED_TWICE];

pub(crate) fn check(here: &ClosedStack<'_>, problems: &mut Vec<String>) {
    let contents = &*here.contents;
    let stack = here.stack.name();
    for provider in used(contents) {
        if provider != AZURERM && !contents.required_providers.contains_key(provider) {
            problems.push(problem(&NOT_REQUIRED, &[stack, provider, provider, provider]));
        }
    }
    let aliases: Vec<String> = contents
        .providers
        .iter()
        .filter_map(|provider| Some(format!("{}.{}", provider.provider, provider.alias.as_ref()?)))
        .collect();
    for resource in &contents.resources {
        let Some(named) = resource.provider_alias() else {
            continue;
        };
        let Some((provider, alias)) = named.split_once('.') else {
            continue;
        };
        if !aliases.iter().any(|alias| alias == named) {
            let near = nearest(named, aliases.iter().map(String::as_str));
            let hint = near.iter().min().map(|near| format!("\n  Nearest: `{near}`")).unwrap_or_default();
            problems.push(problem(&ALIAS, &[&resource.address, named, stack, &hint, provider, alias]));
        }
    }
}

pub(crate) fn required_twice(stack: &str, provider: &str) -> String {
    problem(&REQUIRED_TWICE, &[stack, provider])
}

pub(crate) fn configured_twice(stack: &str, provider: &str, alias: Option<&str>) -> String {
    let named = alias.map_or_else(|| provider.to_owned(), |alias| format!("{provider}.{alias}"));
    problem(&CONFIGURED_TWICE, &[stack, &named])
}
