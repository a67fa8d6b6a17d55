//! The rules of single arguments, which the macros ask about literals in `resource!`, asked here about what the running
//! program put there, in whatever way: as a value, as a reference to a local or to an argument of another resource, as
//! text with references in it, as a promise that was kept.
//!
//! A value that is wrong is told once: where it is written, if the rule holds there as well, else where it is used first.

use std::collections::HashSet;

use atakora_rules::argument::{self, ArgumentRule, Arguments};
use atakora_rules::takes::Given;

use super::findings::Findings;
use super::reader::{On, Part, Read};
use super::world::World;
use crate::terraform::value::Value;

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    let mut told = HashSet::new();
    for on in world.resources() {
        let Some(arguments) = argument::of_type(on.type_name()) else { continue };
        let mut judge = Judge { on, path: Vec::new(), told: &mut told, out: &mut *out };
        judge.fields(arguments, on.fields(), None);
    }
}

/// What is wrong with the arguments of one resource.
struct Judge<'a, 'c, 'p> {
    on: On<'c>,
    /// The names that lead to the argument.
    path: Vec<&'c str>,
    /// The rules and values behind references that were told.
    told: &'a mut HashSet<(&'static str, *const Value)>,
    out: &'a mut Findings<'p>,
}

/// The rules that hold where a value is written, if that is behind a reference.
type Origin = Option<&'static [&'static ArgumentRule]>;

impl<'c> Judge<'_, 'c, '_> {
    fn fields(&mut self, arguments: &Arguments, fields: impl IntoIterator<Item = (&'c str, Read<'c>)>, origin: Origin) {
        for (name, read) in fields {
            let Some(argument) = arguments.get(name) else { continue };
            self.path.push(name);
            if self.on.unjudged().is_empty() || !self.on.unjudged().contains(&self.path.join(".")) {
                self.argument(argument, read, origin);
            }
            self.path.pop();
        }
    }

    fn argument(&mut self, argument: &Arguments, read: Read<'c>, origin: Origin) {
        match read.value() {
            Some(Value::Expression(_)) => {
                let Some((read, of)) = read.followed() else { return };
                let there = of.filter(|target| target.on.is_made());
                let path = there.map(|target| format!("{}.{}", target.on.type_name(), target.attribute));
                self.argument(argument, read, Some(path.map_or(&[], |path| argument::of(&path))));
            }
            Some(Value::Template(_)) => {
                if let Some(text) = joined(read) {
                    self.ask(argument, Given::Text(&text), None);
                }
            }
            Some(value) => {
                let origin = origin.map(|rules| (rules, std::ptr::from_ref(value)));
                match value {
                    Value::Text(text) => self.ask(argument, Given::Text(text), origin),
                    Value::Integer(number) => self.ask(argument, Given::Integer(*number), origin),
                    Value::Float(number) => self.ask(argument, Given::Float(*number), origin),
                    Value::List(items) => self.ask(argument, Given::List(items.len()), origin),
                    Value::Object(fields) => {
                        fields.iter().for_each(|(key, _)| self.ask(argument, Given::Key(key), origin));
                    }
                    _ => {}
                }
                self.inside(argument, read, origin.map(|(rules, _)| rules));
            }
            None => {}
        }
    }

    /// The elements of a list, which the same rules look at, and the fields of a block.
    fn inside(&mut self, argument: &Arguments, read: Read<'c>, origin: Origin) {
        match read.value() {
            Some(Value::List(_)) => {
                // a list in a list is none that a rule counts
                for item in read.each().into_iter().filter(|item| !matches!(item.value(), Some(Value::List(_)))) {
                    self.argument(argument, item, origin);
                }
            }
            Some(Value::Object(_)) => self.fields(argument, read.entries(), origin),
            _ => {}
        }
    }

    fn ask(&mut self, argument: &Arguments, given: Given<'_>, origin: Option<(&[&ArgumentRule], *const Value)>) {
        for rule in argument.rules() {
            if !rule.refuses(given) {
                continue;
            }
            if let Some((there, value)) = origin
                && (there.iter().any(|other| other.rule.id == rule.rule.id) || !self.told.insert((rule.rule.id, value)))
            {
                continue;
            }
            let path = format!("{}.{}", self.on.type_name(), self.path.join("."));
            self.out.say(rule.refuse_of(&self.on.shown(), &path, given));
        }
    }
}

/// Text with references in it, where each leads to text.
fn joined(read: Read<'_>) -> Option<String> {
    let parts = read.pieces().into_iter().map(|part| match part {
        Part::Text(text) => Some(text),
        Part::Target(target) => target.on.get(target.attribute).text(),
        Part::Unknown => None,
    });
    parts.collect()
}
