//! `why`: which components asked for a resource or a setting, with what values, who won and by which merge.

use std::collections::BTreeSet;
use std::fmt::Write;

use comfy_table::{Table, presets};
use serde_json::{Value, json};

use crate::Result;
use crate::azure::nearest;
use crate::backend::explanation::{Explanation, Made};
use crate::cli::console::Console;
use crate::cli::rules::{NOTHING_SUCH, broken};
use crate::cli::run::Exit;
use crate::cli::shown::field_of;
use crate::cli::style::{HEAD, QUIET};
use crate::merge::Explained;
use crate::terraform::App;
use crate::terraform::summary::ResourceSummary;

/// What was found in one stack.
struct Answer<'a> {
    stack: &'a str,
    /// The resource, if one was asked for.
    resource: Option<&'a ResourceSummary>,
    /// Where it comes from, with the fields that matter; nothing where the program declares it itself.
    groups: Vec<(&'a Explanation, Vec<Row>)>,
}

/// One setting of a group.
struct Row {
    setting: String,
    value: String,
    merge: &'static str,
    asked: Vec<(usize, String)>,
    decided: Option<usize>,
}

pub(crate) fn run(app: &App, subject: &str, console: &Console) -> Result<Exit> {
    let summary = super::look(app)?;
    let stacks = app.shared.stacks.borrow();
    let contents: Vec<_> = stacks.iter().map(|stack| (stack.name(), stack.contents())).collect();
    let (mut answers, mut known) = (Vec::new(), BTreeSet::new());
    for (stack, contents) in &contents {
        let declared = summary.stacks.iter().find(|summary| summary.name == *stack).map(|summary| &summary.declared);
        for resource in declared.into_iter().flatten() {
            let made = contents.made.iter().find(|made| *made.address == *resource.address);
            if is_meant(subject, resource, contents.resource(&resource.address).map(|declared| &declared.body)) {
                let groups = contents.explanations.iter().filter(|group| made.is_some_and(|made| is_of(made, group)));
                let groups = groups.map(|group| (group, asked(group))).collect();
                answers.push(Answer { stack, resource: Some(resource), groups });
            }
        }
        let (provider, setting) = subject.split_once('.').map_or((None, subject), |(id, field)| (Some(id), field));
        let mut groups = Vec::new();
        for group in &contents.explanations {
            known.extend(group.fields.iter().map(|explained| format!("{}.{}", group.provider, explained.field)));
            let is_meant = |_: &&Explained| provider.is_none_or(|id| id == group.provider);
            let rows = group.fields.iter().filter(is_meant).flat_map(|explained| rows(group, explained, setting));
            let rows: Vec<Row> = rows.collect();
            groups.extend((!rows.is_empty()).then_some((group, rows)));
        }
        if !groups.is_empty() {
            answers.push(Answer { stack, resource: None, groups });
        }
    }
    if answers.is_empty() {
        let names = known.iter().flat_map(|name| [name.as_str(), name.split_once('.').map_or("", |(_, field)| field)]);
        let near = nearest::nearest(subject, names);
        let meant = near.first().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let known = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        return Err(broken(&NOTHING_SUCH, &[subject, &meant, &known]));
    }
    let text = answers.iter().map(Answer::text).collect::<Vec<_>>().join("\n\n");
    console.report(&answers.iter().map(Answer::data).collect::<Vec<_>>(), text)?;
    Ok(Exit::Fine)
}

/// By its address, its type, its name in the stack, or its name in Azure.
fn is_meant(subject: &str, resource: &ResourceSummary, body: Option<&crate::terraform::declare::Block>) -> bool {
    let (type_name, name) = resource.address.split_once('.').unwrap_or((&resource.address, ""));
    let azure = body.and_then(|body| body.get("name"));
    [&*resource.address, type_name, name, type_name.strip_prefix("azurerm_").unwrap_or(type_name)].contains(&subject)
        || matches!(azure, Some(crate::terraform::value::Value::Text(text)) if text == subject)
}

/// Whether a resource is of this group: it serves the group, or some of its components.
fn is_of(made: &Made, group: &Explanation) -> bool {
    made.backend == group.backend
        && made.provider == group.provider
        && made.members.iter().all(|member| group.members.contains(member))
}

/// The fields for which somebody asked.
fn asked(group: &Explanation) -> Vec<Row> {
    let asked = group.fields.iter().filter(|explained| !explained.asked.is_empty());
    asked.map(|explained| Row::of(group, explained)).collect()
}

/// The field, if it is the setting; else what its items have of that name.
fn rows(group: &Explanation, explained: &Explained, setting: &str) -> Vec<Row> {
    if explained.field == setting {
        return vec![Row::of(group, explained)];
    }
    let mut rows: Vec<Row> = Vec::new();
    for (by, key, item) in &explained.items {
        let Some(value) = field_of(item, setting) else { continue };
        let name = format!("{}.{}.{key}.{setting}", group.provider, explained.field);
        // what is only collected is each component's own
        match rows.iter_mut().find(|row| row.setting == name && explained.merge != "collect") {
            Some(row) => row.asked.push((*by, value.to_owned())),
            None => rows.push(Row {
                setting: name,
                value: value.to_owned(),
                merge: explained.merge,
                asked: vec![(*by, value.to_owned())],
                decided: None,
            }),
        }
    }
    rows
}

impl Row {
    fn of(group: &Explanation, explained: &Explained) -> Row {
        Row {
            setting: format!("{}.{}", group.provider, explained.field),
            value: explained.value.clone(),
            merge: explained.merge,
            asked: explained.asked.clone(),
            decided: explained.decided,
        }
    }
}

impl Answer<'_> {
    fn text(&self) -> String {
        let mut text = String::new();
        if let Some(resource) = self.resource {
            let _ = write!(text, "{HEAD}{}{HEAD:#} in the stack `{}`", resource.address, self.stack);
            let by = resource.component.as_deref().unwrap_or("the program itself");
            let _ = write!(text, "\n  for {by}  {QUIET}{}{QUIET:#}", resource.place);
        }
        for (group, fields) in &self.groups {
            if !text.is_empty() {
                text.push('\n');
            }
            let what = if group.description.is_empty() { String::new() } else { format!(" ({})", group.description) };
            let members: Vec<&str> = group.members.iter().map(|member| group.component(*member)).collect();
            let _ = write!(
                text,
                "  {HEAD}{}{what}{HEAD:#} of `{}` in the stack `{}`, for {}",
                group.label,
                group.backend,
                self.stack,
                members.join(", ")
            );
            if !fields.is_empty() {
                let table = table(group, fields);
                for line in table.lines() {
                    let _ = write!(text, "\n   {}", line.trim_end());
                }
            }
        }
        text
    }

    fn data(&self) -> Value {
        let group = |(group, rows): &(&Explanation, Vec<Row>)| {
            let settings = rows.iter().map(|row| {
                let asked = row.asked.iter();
                let asked = asked.map(|(by, value)| json!({ "component": group.component(*by), "value": value }));
                json!({
                    "setting": row.setting,
                    "value": row.value,
                    "merge": row.merge,
                    "asked": asked.collect::<Vec<_>>(),
                    "decided": row.decided.map(|by| group.component(by)),
                })
            });
            json!({
                "backend": group.backend,
                "provider": group.provider,
                "description": group.description,
                "components": group.members.iter().map(|member| group.component(*member)).collect::<Vec<_>>(),
                "settings": settings.collect::<Vec<_>>(),
            })
        };
        json!({
            "stack": self.stack,
            "resource": self.resource.map(|resource| &*resource.address),
            "components": self.resource.map(|resource| resource.components().collect::<Vec<_>>()),
            "source": self.resource.map(|resource| resource.place.to_string()),
            "groups": self.groups.iter().map(group).collect::<Vec<_>>(),
        })
    }
}

fn table(group: &Explanation, rows: &[Row]) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(["setting", "value", "merge", "asked for"]);
    for row in rows {
        table.add_row([row.setting.clone(), row.value.clone(), row.merge.to_owned(), by(group, row)]);
    }
    table.trim_fmt()
}

/// `orders: 400 (decided), users: 200`; who asks for the same stands together.
fn by(group: &Explanation, row: &Row) -> String {
    let mut values: Vec<(&str, Vec<&str>, bool)> = Vec::new();
    for (by, value) in &row.asked {
        let decided = row.decided == Some(*by);
        match values.iter_mut().find(|(known, ..)| known == value) {
            Some((_, names, wins)) => {
                names.push(group.component(*by));
                *wins |= decided;
            }
            None => values.push((value, vec![group.component(*by)], decided)),
        }
    }
    let several = values.len() > 1;
    let told = values.iter().map(|(value, names, decided)| {
        let wins = if *decided && several { " (won)" } else { "" };
        format!("{}: {value}{wins}", names.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}
