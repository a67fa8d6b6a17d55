//! The facts about Azure, row by row, and which rules stand for them: `docs/facts.json`, and the page made of it.
//!
//! After a change of rules or facts: `BLESS=1 cargo test -p atakora-tests --test facts`, then read the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use atakora::check::Kind;
use atakora::explain::{self, FAMILIES, Place};
use atakora_rules::retirement;
use serde::Deserialize;

/// Facts of one kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    /// Its number in the catalogue of facts; empty where the facts are those of other documents.
    section: String,
    title: String,
    facts: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    fact: String,
    /// Who reports a violation, if nobody else does: V Terraform validating, P planning, A the provider while applying,
    /// S Azure. A tick where that was tried.
    phase: String,
    #[serde(default)]
    rules: Vec<String>,
    reason: Option<Reason>,
    note: Option<String>,
}

/// Why no rule stands for a fact.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Reason {
    Schema,
    ProviderSeesAtPlan,
    CannotBeBroken,
    Default,
    NotEmitted,
    Background,
    ExistingResource,
    SubscriptionQuota,
    AtRunTime,
}

impl Reason {
    fn words(self) -> &'static str {
        match self {
            Reason::Schema => "the schema: `resource!` refuses it at its token",
            Reason::ProviderSeesAtPlan => "Terraform says so before anything is made",
            Reason::CannotBeBroken => "cannot be broken",
            Reason::Default => "a default, or something that Azure takes",
            Reason::NotEmitted => "nothing here writes it",
            Reason::Background => "a fact behind others",
            Reason::ExistingResource => "shows only against what is there",
            Reason::SubscriptionQuota => "a quota, or a number that support raises",
            Reason::AtRunTime => "shows only in the data of the running program",
        }
    }

    /// No configuration shows it.
    fn is_apart(self) -> bool {
        matches!(self, Reason::ExistingResource | Reason::SubscriptionQuota | Reason::AtRunTime)
    }
}

impl Fact {
    /// The provider or Azure alone would report it, in the middle of an apply or never.
    fn is_late(&self) -> bool {
        self.phase.contains(['A', 'S'])
    }

    fn is_apart(&self) -> bool {
        self.rules.is_empty() && self.reason.is_some_and(Reason::is_apart)
    }

    fn row(&self, places: &Places) -> String {
        let links: Vec<String> = self.rules.iter().map(|id| link(id)).collect();
        let links = if links.is_empty() { "–".to_owned() } else { links.join(", ") };
        let reason = self.reason.map(|reason| reason.words().to_owned());
        let how: Vec<String> = places.of(&self.rules).chain(reason).chain(self.note.clone()).collect();
        format!("| {} | {} | {links} | {} |\n", self.fact, self.phase, how.join("; "))
    }
}

/// To the page of the rule.
fn link(id: &str) -> String {
    let file = explain::family(id).map_or("README", |family| family.file);
    format!("[{id}]({file}.md#{})", id.to_ascii_lowercase())
}

/// Where each rule is asked, as its page has it, or the first page of its family.
struct Places(BTreeMap<&'static str, Place>);

impl Places {
    fn new() -> Self {
        let mut places = BTreeMap::new();
        for family in FAMILIES {
            let pages = family.pages();
            let first = pages.first().map_or(Place::Constant, |page| page.place);
            places.extend(family.rules().iter().map(|rule| (rule.id, first)));
            places.extend(pages.iter().map(|page| (page.rule.id, page.place)));
        }
        Places(places)
    }

    /// In the order in which somebody would meet them.
    fn of(&self, ids: &[String]) -> impl Iterator<Item = String> {
        let places = ids.iter().flat_map(|id| match self.0.get(id.as_str()) {
            Some(Place::Expansion) => vec![(0, "expansion")],
            Some(Place::Document | Place::Resource) => vec![(2, "document")],
            Some(Place::Command) => vec![(3, "command")],
            // of what ends only runtimes are asked for by settings
            Some(Place::Anywhere) if !is_runtime(id) => vec![(0, "expansion"), (4, "summary")],
            Some(Place::Anywhere) => vec![(0, "expansion"), (1, "const"), (4, "summary")],
            Some(Place::Constant) | None => vec![(1, "const")],
        });
        let places: BTreeSet<(u32, &str)> = places.collect();
        let all: Vec<&str> = places.into_iter().map(|(_, place)| place).collect();
        Some(all.join(", ")).filter(|all| !all.is_empty()).into_iter()
    }
}

fn is_runtime(id: &str) -> bool {
    let found = retirement::all().find(|retirement| retirement.rule.id == id);
    let mut signs = found.into_iter().flat_map(|retirement| retirement.signs);
    signs.any(|sign| sign.when.is_some_and(|(other, _)| other == "runtime_name"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sections() -> Vec<Section> {
    let text = std::fs::read_to_string(root().join("docs/facts.json")).expect("the facts");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("docs/facts.json: {error}"))
}

/// How many facts there are, are late and shown by one configuration, and have a rule.
#[derive(Clone, Copy, Default)]
struct Counts {
    facts: usize,
    late: usize,
    fire: usize,
}

impl Counts {
    fn of(facts: &[Fact]) -> Self {
        let late = facts.iter().filter(|fact| fact.is_late() && !fact.is_apart());
        let fire = late.clone().filter(|fact| !fact.rules.is_empty()).count();
        Counts { facts: facts.len(), late: late.count(), fire }
    }

    fn and(self, other: Counts) -> Self {
        Counts { facts: self.facts + other.facts, late: self.late + other.late, fire: self.fire + other.fire }
    }

    fn row(self, what: &str) -> String {
        let percent =
            (self.fire * 100).checked_div(self.late).map_or("–".to_owned(), |percent| format!("{percent} %"));
        format!("| {what} | {} | {} | {} | {percent} |\n", self.facts, self.late, self.fire)
    }
}

/// The sections on what is emitted here, and on regions.
fn is_counted(section: &Section) -> bool {
    let number = section.section.split('.').next().and_then(|number| number.parse::<u32>().ok());
    number.is_some_and(|number| number <= 12 || number == 15)
}

fn total(sections: &[Section]) -> Counts {
    let counted = sections.iter().filter(|section| is_counted(section));
    counted.map(|section| Counts::of(&section.facts)).fold(Counts::default(), Counts::and)
}

const HEAD: &str = "\n| fact | phase | rules | where, or why not |\n|---|---|---|---|\n";

fn page(sections: &[Section]) -> String {
    let places = Places::new();
    let mut out = String::from(
        "# Facts and their rules\n\nWhat Azure takes and what it does not, and which rule stands for it. The phase says who reports a \
         violation if nobody else does: V `terraform validate`, P `terraform plan`, A the provider in the middle of an apply, \
         S Azure, then or never. ✔: it was tried, and went through whatever comes before.\n\n\
         *expansion*: at the literal in `resource!`, and in the running program for any other value. *const*: at the component \
         or setting in `backend!`, and in the builder. *document*: when the app closes. *command*: when a command works. \
         *summary*: a warning of the run.\n\n## How many\n\nLate are facts of the phases A and S that one configuration \
         shows. What shows only against existing resources, subscriptions and data is [listed apart](#listed-apart).\n\n\
         | section | facts | late | of these with a rule | |\n|---|--:|--:|--:|--:|\n",
    );
    for section in sections.iter().filter(|section| is_counted(section)) {
        out += &Counts::of(&section.facts).row(&format!("{} {}", section.section, section.title));
    }
    out += &total(sections).row("**all**");
    let title = |section: &Section| format!("{} {}", section.section, section.title).trim().to_owned();
    for section in sections {
        let here: Vec<&Fact> = section.facts.iter().filter(|fact| !fact.is_apart()).collect();
        if !here.is_empty() {
            let _ = write!(out, "\n## {}\n{HEAD}", title(section));
            here.iter().for_each(|fact| out += &fact.row(&places));
        }
    }
    let _ = write!(out, "\n## Listed apart\n\n| section | fact | phase | why |\n|---|---|---|---|\n");
    for section in sections {
        for fact in section.facts.iter().filter(|fact| fact.is_apart()) {
            let why = fact.reason.map_or("", Reason::words);
            let note = fact.note.as_ref().map(|note| format!("; {note}")).unwrap_or_default();
            let _ = writeln!(out, "| {} | {} | {} | {why}{note} |", title(section), fact.fact, fact.phase);
        }
    }
    out
}

#[test]
fn each_rule_stands_for_a_fact_and_is_there() {
    let there: BTreeMap<&str, Kind> =
        FAMILIES.iter().flat_map(|family| family.rules()).map(|rule| (rule.id, rule.kind)).collect();
    let sections = sections();
    let facts: Vec<&Fact> = sections.iter().flat_map(|section| &section.facts).collect();
    let named: BTreeSet<&str> = facts.iter().flat_map(|fact| &fact.rules).map(String::as_str).collect();
    let lost: Vec<_> = named.iter().filter(|id| !there.contains_key(**id)).collect();
    assert!(lost.is_empty(), "docs/facts.json names rules that are nowhere: {lost:?}");
    let promise = |id: &str| there.get(id) == Some(&Kind::Promise);
    let alone: Vec<_> = there.keys().filter(|id| !promise(id) && !named.contains(**id)).collect();
    assert!(alone.is_empty(), "rules that stand for no fact of docs/facts.json: {alone:?}");
    for fact in facts {
        assert!(fact.rules.is_empty() != fact.reason.is_none(), "`{}` has rules, or a reason", fact.fact);
        assert!(
            !fact.fact.contains('|') && fact.rules.iter().collect::<BTreeSet<_>>().len() == fact.rules.len(),
            "`{}`",
            fact.fact
        );
    }
}

#[test]
fn nine_of_ten_facts_that_would_show_late_have_a_rule() {
    let Counts { late, fire, .. } = total(&sections());
    assert!(late > 100 && fire * 100 >= late * 90, "{fire} of {late}");
}

#[test]
fn the_page_says_what_the_facts_say() {
    let path = root().join("docs/src/rules/facts.md");
    let page = page(&sections());
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &page).expect("written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == page, "docs/src/rules/facts.md is not what docs/facts.json says: run this test with BLESS=1");
}
