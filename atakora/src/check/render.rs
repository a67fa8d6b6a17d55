//! The one place where a problem becomes text: for the compiler's panic and for the builder's `Err` alike.

use crate::check::{Finding, Rule, Text, check_schema, nearest, same_text};
use crate::entity::Schema;
use crate::merge::{GroupsRef, Owner, Problem, Sink};

/// Room for the text of one problem.
pub type Message = Text<1024>;
/// Room for all that is wrong with one component, or for a limit with its groups.
pub type Report = Text<4096>;

impl Problem {
    /// The text; `names` are the components in the order of their indexes.
    pub const fn render(&self, names: &[&str]) -> Message {
        let mut out = Message::new();
        match self {
            Problem::None => {}
            Problem::Setting { setting, owner, finding } => {
                out.push("SettingError: `");
                out.push(setting);
                match owner {
                    Owner::Component(component) => {
                        out.push("` of component `");
                        out.push(name(names, *component));
                        out.push("`: ");
                    }
                    Owner::Provider(provider) => {
                        out.push("` of `");
                        out.push(provider);
                        out.push("`: ");
                    }
                    Owner::Backend => out.push("` of the backend: "),
                }
                finding.write_message(&mut out);
                write_solution(finding, &mut out);
            }
            Problem::Rule { provider, component, finding } => {
                out.push(finding.rule.title);
                out.push(": ");
                out.push(provider);
                out.push(": ");
                finding.write_message(&mut out);
                line(&mut out, "\n  Component: `", names, *component);
                write_solution(finding, &mut out);
            }
            Problem::Conflict { provider, list, key, field, first, second } => {
                out.push("MergeConflict: ");
                out.push(provider);
                if list.is_empty() {
                    out.push(": two components want different values of `");
                } else {
                    out.push(": `");
                    out.push(key);
                    out.push("` in `");
                    out.push(list);
                    out.push("` is declared twice with different `");
                }
                out.push(field);
                out.push("`");
                line(&mut out, "\n  First:  component `", names, *first);
                line(&mut out, "\n  Second: component `", names, *second);
                out.push("\n  Solution: give both the same");
                if !list.is_empty() {
                    out.push(", or rename one");
                }
            }
            Problem::Twice { provider, list, key, first, second } => {
                out.push("MergeConflict: ");
                out.push(provider);
                out.push(": `");
                out.push(key);
                out.push("` in `");
                out.push(list);
                out.push("` is declared twice");
                if *first == *second {
                    line(&mut out, "\n  Component: `", names, *first);
                } else {
                    line(&mut out, "\n  First:  component `", names, *first);
                    line(&mut out, "\n  Second: component `", names, *second);
                }
                out.push("\n  Solution: rename one");
            }
            Problem::SameCode { provider, code, first, second } => {
                out.push("NameConflict: ");
                out.push(provider);
                out.push(": two resources would get one name: both have the group code `");
                out.push(code);
                out.push("`");
                line(&mut out, "\n  First:  component `", names, *first);
                line(&mut out, "\n  Second: component `", names, *second);
                out.push("\n  Solution: let both share one resource by giving them the same settings, or pin one with a code of its own");
            }
            // with its groups: `limit_report`
            Problem::Limit { .. } => {}
            Problem::UnknownLimit { name } => {
                out.push("UnknownLimit: no provider of this backend counts `");
                out.push(name);
                out.push("`");
            }
            Problem::MissingProvider { provider, component } => {
                out.push("MissingProvider: component `");
                out.push(name(names, *component));
                out.push("` requires provider `");
                out.push(provider);
                out.push("`, which this backend does not list\n  Solution: add it to `providers: [...]`, or to a builder with `with_provider`");
            }
            Problem::LostRequirement { provider, component } => {
                out.push("LostRequirement: component `");
                out.push(name(names, *component));
                out.push("` declares provider `");
                out.push(provider);
                out.push("`, but its `Requires` impl does not hold for this type\n  Solution: give the component parameters that it takes: entities have `#[derive(Entity)]`");
            }
            Problem::Schema { component, finding } => {
                out.push(finding.rule.title);
                out.push(": ");
                finding.write_message(&mut out);
                line(&mut out, "\n  Component: `", names, *component);
                write_solution(finding, &mut out);
            }
        }
        out
    }
}

const fn line(out: &mut Message, label: &str, names: &[&str], component: usize) {
    out.push(label);
    out.push(name(names, component));
    out.push("`");
}

const fn write_solution(finding: &Finding, out: &mut Message) {
    if !finding.rule.solution.is_empty() {
        out.push("\n  Solution: ");
        finding.write_solution(out);
    }
    out.push("\n  Rule: ");
    out.push(finding.rule.id);
}

const fn name<'n>(names: &[&'n str], component: usize) -> &'n str {
    if component < names.len() { names[component] } else { "?" }
}

/// All that is known against one component, as one text, or `None`.
///
/// `providers` says whether every provider that it needs is there, `entities` are its entities, `codes` and `sinks` what
/// was found for each provider. Problems that a sink could not hold are told where its last one is.
pub const fn about_component(
    component: usize,
    names: &[&str],
    providers: Problem,
    entities: &[Schema],
    codes: &[Problem],
    sinks: &[&Sink],
) -> Option<Report> {
    let mut out = Report::new();
    append(&mut out, &providers, names);
    let mut i = 0;
    while i < entities.len() {
        if let Some(finding) = check_schema(&entities[i]) {
            append(&mut out, &Problem::Schema { component, finding }, names);
        }
        i += 1;
    }
    i = 0;
    while i < codes.len() {
        if blames(&codes[i], component) {
            append(&mut out, &codes[i], names);
        }
        i += 1;
    }
    i = 0;
    while i < sinks.len() {
        let problems = sinks[i].problems();
        let mut k = 0;
        while k < problems.len() {
            if blames(&problems[k], component) {
                append(&mut out, &problems[k], names);
                if k + 1 == problems.len() && sinks[i].dropped() > 0 {
                    out.push("\n\nand ");
                    out.push_number(sinks[i].dropped() as i64);
                    out.push(" more");
                }
            }
            k += 1;
        }
        i += 1;
    }
    if out.is_empty() { None } else { Some(out) }
}

/// `sinks`, or none of them where all are empty: each component reads them again.
pub const fn told<'a>(sinks: &'a [&'a Sink]) -> &'a [&'a Sink] {
    let mut i = 0;
    while i < sinks.len() {
        if !sinks[i].is_empty() {
            return sinks;
        }
        i += 1;
    }
    &[]
}

/// `codes`, or none of them where all differ.
pub const fn clashes(codes: &[Problem]) -> &[Problem] {
    let mut i = 0;
    while i < codes.len() {
        if !codes[i].is_none() {
            return codes;
        }
        i += 1;
    }
    &[]
}

pub(super) const fn blames(problem: &Problem, component: usize) -> bool {
    match problem.component() {
        Some(blamed) => blamed == component,
        None => false,
    }
}

const fn append(out: &mut Report, problem: &Problem, names: &[&str]) {
    if !problem.is_none() {
        if !out.is_empty() {
            out.push("\n\n");
        }
        out.push(problem.render(names).as_str());
    }
}

/// Who is in which group, for the text of a limit: a line for each group, at most eight, six names each.
#[derive(Clone, Copy)]
pub struct Members {
    text: Text<2048>,
    shown: usize,
    hidden: usize,
}

impl Members {
    /// Nobody yet.
    pub const fn new() -> Self {
        Members { text: Text::new(), shown: 0, hidden: 0 }
    }

    /// Adds a group under its description.
    pub const fn add(&mut self, description: &str, group: usize, groups: GroupsRef<'_>, names: &[&str]) {
        if self.shown == 8 {
            self.hidden += 1;
            return;
        }
        self.shown += 1;
        self.text.push("\n    ");
        if !description.is_empty() {
            self.text.push(description);
            self.text.push(": ");
        }
        let members = groups.members(group);
        let mut i = 0;
        while i < members.len() {
            if i == 6 {
                self.text.push(" and ");
                self.text.push_number((members.len() - 6) as i64);
                self.text.push(" more");
                return;
            }
            if i > 0 {
                self.text.push(", ");
            }
            self.text.push("`");
            self.text.push(name(names, members[i]));
            self.text.push("`");
            i += 1;
        }
    }
}

impl Default for Members {
    fn default() -> Self {
        Self::new()
    }
}

/// The text of a limit: what, `Limit:`, `Requested:` and by whom, `Solution:`. `known` are the limits that the providers
/// count, for one that none of them does.
pub const fn limit_report(problem: &Problem, members: &Members, names: &[&str], known: &[&[&str]]) -> Report {
    let mut out = Report::new();
    match problem {
        Problem::Limit { label, limit, requested, solution } => {
            out.push("ResourceLimitError: Maximum ");
            out.push(label);
            out.push(" exceeded\n  Limit: ");
            out.push_number(*limit as i64);
            out.push("\n  Requested: ");
            out.push_number(*requested as i64);
            out.push(members.text.as_str());
            if members.hidden > 0 {
                out.push("\n    and ");
                out.push_number(members.hidden as i64);
                out.push(" more");
            }
            out.push("\n  Solution: ");
            out.push(solution);
        }
        Problem::UnknownLimit { name } => {
            out.push(problem.render(names).as_str());
            let mut i = 0;
            while i < known.len() {
                if let Some(near) = nearest(name, known[i]) {
                    out.push("\n  Solution: did you mean `");
                    out.push(near);
                    out.push("`?");
                    return out;
                }
                i += 1;
            }
            out.push("\n  Known: ");
            list(&mut out, known);
        }
        other => out.push(other.render(names).as_str()),
    }
    out
}

/// Each once, though several providers count it.
const fn list(out: &mut Report, known: &[&[&str]]) {
    let (mut first, mut i) = (true, 0);
    while i < known.len() {
        let mut k = 0;
        while k < known[i].len() {
            if !contains(known.split_at(i).0, known[i][k]) {
                out.push(if first { "`" } else { ", `" });
                out.push(known[i][k]);
                out.push("`");
                first = false;
            }
            k += 1;
        }
        i += 1;
    }
}

const fn contains(lists: &[&[&str]], name: &str) -> bool {
    let mut i = 0;
    while i < lists.len() {
        let mut k = 0;
        while k < lists[i].len() {
            if same_text(lists[i][k], name) {
                return true;
            }
            k += 1;
        }
        i += 1;
    }
    false
}

/// Whether the warning in this slot fired and was not allowed.
pub const fn warns(sink: &Sink, rules: &[Rule], slot: usize, allow: &[&str]) -> bool {
    if slot >= rules.len() || !sink.warned[slot] {
        return false;
    }
    let mut i = 0;
    while i < allow.len() {
        if same_text(allow[i], rules[slot].id) {
            return false;
        }
        i += 1;
    }
    true
}

/// The fixed text of a warning: what the compiler's own warning shows, and what the run-time text begins with.
pub const fn warning_text(rule: &Rule) -> Message {
    let mut out = Message::new();
    out.push(rule.message);
    out.push("\n  Solution: ");
    out.push(rule.solution);
    out.push("\n  Rule: ");
    out.push(rule.id);
    out
}
