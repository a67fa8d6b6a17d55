//! Pages of rules on what ends: where it shows and what stands for its successor is data already.

use atakora_rules::retirement::{self, Retirement, Sign};

use super::page::{Page, Place};
use super::sample::{Form, Sample};
use crate::check::Rule;

pub(super) fn rules() -> Vec<&'static Rule> {
    retirement::all().map(|retirement| &retirement.rule).collect()
}

pub(super) fn pages() -> Vec<Page> {
    retirement::all().filter_map(page).collect()
}

fn page(retirement: &Retirement) -> Option<Page> {
    let sign = retirement.signs.first()?;
    let samples = [sign.values.first().copied().unwrap_or(sign.of), sign.instead];
    let samples = samples.map(|shown| Sample::of(Form::Arguments, resource(sign, shown)));
    let why = if retirement.is_closed() {
        "Azure refuses a new one. One that is there can be kept until the last day, and not be made again: that is what \
         `prevent_destroy` says of it."
    } else {
        "After its last day Azure gives it no patches and no support, migrates it, or turns it off. Beside the back end's \
         `allow`, `#[allow(deprecated)]` silences the compiler and `Stack::allow` the summary."
    };
    Some(Page {
        why: why.to_owned(),
        says: retirement.text(),
        ..Page::new(&retirement.rule, String::new(), Place::Anywhere, samples)
    })
}

/// The resource with one of its values, or of this type.
fn resource(sign: &Sign, shown: &str) -> String {
    let of = if sign.at.is_empty() { shown.replace('*', "service") } else { sign.of.to_owned() };
    let mut lines = vec![format!("resource!(stack, {of} \"example\" {{")];
    lines.extend(sign.when.map(|(argument, value)| format!("    {argument}: {value:?},")));
    let mut steps: Vec<&str> = sign.at.split('.').collect();
    if let Some(argument) = steps.pop().filter(|argument| !argument.is_empty()) {
        let (open, close): (String, String) = steps.iter().map(|step| (format!("{step} {{ "), " }")).unzip();
        lines.push(format!("    {open}{argument}: {shown:?}{close},"));
    }
    lines.extend(["    // …".to_owned(), "});".to_owned()]);
    lines.join("\n")
}
