//! The one place where a problem becomes text: for the compiler's panic and for the builder's `Err` alike.

use crate::check::{Finding, Rule, Text, check_schema, is_among, nearest};
use crate::entity::Schema;
use crate::merge::rules::{
    ITEM_CONFLICT, ITEM_TWICE, LIMIT, LOST_REQUIREMENT, MISSING_PROVIDER, SAME_CODE, SETTING_CONFLICT, UNKNOWN_LIMIT,
};
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
                let rule = if list.is_empty() {
                    fill(&mut out, &SETTING_CONFLICT, &[provider, field]);
                    &SETTING_CONFLICT
                } else {
                    fill(&mut out, &ITEM_CONFLICT, &[provider, key, list, field]);
                    &ITEM_CONFLICT
                };
                both(&mut out, names, *first, *second);
                way_out(&mut out, rule);
            }
            Problem::Twice { provider, list, key, first, second } => {
                fill(&mut out, &ITEM_TWICE, &[provider, key, list]);
                if *first == *second {
                    line(&mut out, "\n  Component: `", names, *first);
                } else {
                    both(&mut out, names, *first, *second);
                }
                way_out(&mut out, &ITEM_TWICE);
            }
            Problem::SameCode { provider, code, first, second } => {
                fill(&mut out, &SAME_CODE, &[provider, code]);
                both(&mut out, names, *first, *second);
                way_out(&mut out, &SAME_CODE);
            }
            // with its groups: `limit_report`
            Problem::Limit { .. } => {}
            // with those that are known: `limit_report`
            Problem::UnknownLimit { name } => fill(&mut out, &UNKNOWN_LIMIT, &[name]),
            Problem::MissingProvider { provider, component } => {
                fill(&mut out, &MISSING_PROVIDER, &[name(names, *component), provider]);
                way_out(&mut out, &MISSING_PROVIDER);
            }
            Problem::LostRequirement { provider, component } => {
                fill(&mut out, &LOST_REQUIREMENT, &[name(names, *component), provider]);
                way_out(&mut out, &LOST_REQUIREMENT);
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

/// Title and message of a rule whose arguments are known here only.
const fn fill<const N: usize>(out: &mut Text<N>, rule: &Rule, arguments: &[&str]) {
    out.push(rule.title);
    out.push(": ");
    let (mut rest, mut argument) = (rule.message, 0);
    let mut i = 0;
    while i + 1 < rest.len() {
        if rest.as_bytes()[i] == b'{' && rest.as_bytes()[i + 1] == b'}' {
            let (before, hole) = rest.split_at(i);
            out.push(before);
            out.push(arguments[argument]);
            argument += 1;
            rest = hole.split_at(2).1;
            i = 0;
        } else {
            i += 1;
        }
    }
    out.push(rest);
}

const fn way_out<const N: usize>(out: &mut Text<N>, rule: &Rule) {
    out.push("\n  Solution: ");
    out.push(rule.solution);
    id(out, rule);
}

const fn id<const N: usize>(out: &mut Text<N>, rule: &Rule) {
    out.push("\n  Rule: ");
    out.push(rule.id);
}

const fn both(out: &mut Message, names: &[&str], first: usize, second: usize) {
    line(out, "\n  First:  component `", names, first);
    line(out, "\n  Second: component `", names, second);
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
    id(out, finding.rule);
}

const fn name<'n>(names: &[&'n str], component: usize) -> &'n str {
    if component < names.len() { names[component] } else { "?" }
}

/// All that is known against one component, as one text, or `None`.
///
/// `providers` says whether every provider that it needs is there, `entities` are its entities, `sinks` what was found for
/// each provider. Problems that a sink could not hold are told where its last one is.
pub const fn about_component(
    component: usize,
    names: &[&str],
    providers: Problem,
    entities: &[Schema],
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
        let members = groups.members(group).as_slice();
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
        Problem::Limit { label, limit, requested, solution, .. } => {
            fill(&mut out, &LIMIT, &[label]);
            out.push("\n  Limit: ");
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
            id(&mut out, &LIMIT);
        }
        Problem::UnknownLimit { name } => {
            out.push(problem.render(names).as_str());
            let mut i = 0;
            while i < known.len() {
                if let Some(near) = nearest(name, known[i]) {
                    out.push("\n  Solution: did you mean `");
                    out.push(near);
                    out.push("`?");
                    id(&mut out, &UNKNOWN_LIMIT);
                    return out;
                }
                i += 1;
            }
            out.push("\n  Known: ");
            list(&mut out, known);
            id(&mut out, &UNKNOWN_LIMIT);
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
        if is_among(name, lists[i]) {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether a provider's warning in this slot fired and was not allowed.
pub const fn warns(sinks: &[&Sink], provider: usize, rules: &[Rule], slot: usize, allow: &[&str]) -> bool {
    slot < rules.len() && sinks[provider].warned[slot] && !is_among(rules[slot].id, allow)
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
