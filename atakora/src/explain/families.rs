//! Which rules there are, by what they are about: the middle of their ids.

use super::page::Page;
use super::{arguments, documents, notes, retirements};
use crate::azure::{self, convention, environment, naming, tags};
use crate::check::{self, Rule};
use crate::merge;
use crate::provider::Provider;
use crate::providers::{self, functions::Functions};

/// Rules about one thing.
#[derive(Clone, Copy)]
pub struct Family {
    /// How their ids begin, like `ATK-COSMOS`.
    pub prefix: &'static str,
    /// The name of their page in the docs, without `.md`.
    pub file: &'static str,
    /// What they are about.
    pub title: &'static str,
    rules: fn() -> Vec<&'static Rule>,
    pages: fn(&[&'static Rule]) -> Vec<Page>,
}

/// All of them.
pub static FAMILIES: &[Family] = &[
    Family {
        prefix: "ATK-ARG",
        file: "arguments",
        title: "Arguments of resources",
        rules: arguments::rules,
        pages: |_| arguments::pages(),
    },
    Family {
        prefix: "ATK-RET",
        file: "retirement",
        title: "What has an announced end",
        rules: retirements::rules,
        pages: |_| retirements::pages(),
    },
    Family {
        prefix: "ATK-DOC",
        file: "documents",
        title: "Whole documents",
        rules: || check::document_rules().collect(),
        pages: |rules| documents::pages(rules),
    },
    Family {
        prefix: "ATK-COSMOS",
        file: "cosmos",
        title: "Cosmos DB",
        rules: || providers::cosmos::RULES.to_vec(),
        pages: |rules| written(rules, notes::COSMOS),
    },
    Family {
        prefix: "ATK-FUNC",
        file: "functions",
        title: "Function apps",
        rules: || with_warnings::<Functions>(providers::functions::RULES),
        pages: |rules| written(rules, notes::FUNCTIONS),
    },
    Family {
        prefix: "ATK-STORAGE",
        file: "storage",
        title: "Storage accounts",
        rules: || providers::storage::RULES.to_vec(),
        pages: |rules| written(rules, notes::STORAGE),
    },
    Family {
        prefix: "ATK-SITE",
        file: "static_site",
        title: "Static sites",
        rules: || providers::static_site::RULES.to_vec(),
        pages: |rules| written(rules, notes::STATIC_SITE),
    },
    Family {
        prefix: "ATK-NET",
        file: "networking",
        title: "Networks",
        rules: || providers::networking::RULES.to_vec(),
        pages: |rules| written(rules, notes::NETWORKING),
    },
    Family {
        prefix: "ATK-ROUTE",
        file: "routing",
        title: "Routing to apps",
        rules: || providers::networking::routing::RULES.to_vec(),
        pages: |rules| written(rules, notes::ROUTING),
    },
    Family {
        prefix: "ATK-FRONTDOOR",
        file: "front_door",
        title: "Front Door",
        rules: || providers::front_door::RULES.to_vec(),
        pages: |rules| written(rules, notes::FRONT_DOOR),
    },
    Family {
        prefix: "ATK-TRAFFIC",
        file: "traffic_manager",
        title: "Traffic Manager",
        rules: || providers::traffic_manager::RULES.to_vec(),
        pages: |rules| written(rules, notes::TRAFFIC_MANAGER),
    },
    Family {
        prefix: "ATK-MON",
        file: "monitoring",
        title: "Monitoring",
        rules: || providers::monitoring::RULES.to_vec(),
        pages: |rules| written(rules, notes::MONITORING),
    },
    Family {
        prefix: "ATK-NAME",
        file: "naming",
        title: "Names in Azure",
        rules: || {
            let of_patterns = naming::RULES.iter().chain(convention::RULES).chain(environment::RULES);
            of_patterns.chain(azure::LABEL_RULES).copied().chain([&azure::UNKNOWN_REGION]).collect()
        },
        pages: |rules| written(rules, notes::NAMING),
    },
    Family {
        prefix: "ATK-TAG",
        file: "tags",
        title: "Tags",
        rules: || tags::RULES.to_vec(),
        pages: |rules| written(rules, notes::TAGS),
    },
    Family {
        prefix: "ATK-SCHEMA",
        file: "schema",
        title: "Entities",
        rules: || check::SCHEMA_RULES.to_vec(),
        pages: |rules| written(rules, notes::SCHEMA),
    },
    Family {
        prefix: "ATK-MERGE",
        file: "merge",
        title: "What several components ask for",
        rules: || merge::rules::RULES.iter().copied().chain([&Functions::WARNINGS[0]]).collect(),
        pages: |rules| written(rules, notes::MERGE),
    },
    Family {
        prefix: "ATK-CLI",
        file: "command_line",
        title: "The command line",
        rules: || crate::cli::rules::ALL.to_vec(),
        pages: |rules| written(rules, notes::COMMAND_LINE),
    },
];

impl Family {
    /// The rules of the family, in the order of their ids.
    pub fn rules(&self) -> Vec<&'static Rule> {
        let mut rules = (self.rules)();
        rules.sort_by_key(|rule| rule.id);
        rules
    }

    /// Their pages, in the same order.
    pub fn pages(&self) -> Vec<Page> {
        (self.pages)(&self.rules())
    }
}

/// The pages of rules on which there are notes.
pub(super) fn written(rules: &[&'static Rule], notes: &[super::note::Note]) -> Vec<Page> {
    let page = |rule: &&'static Rule| Some(notes.iter().find(|note| note.id == rule.id)?.page(rule));
    rules.iter().filter_map(page).collect()
}

/// The rules of a provider, and those that it only warns of; the first of these all providers have.
fn with_warnings<P: Provider>(rules: &[&'static Rule]) -> Vec<&'static Rule> {
    rules.iter().copied().chain(P::WARNINGS.iter().skip(1)).collect()
}
