//! A merge told to people: who asked for what, and who won. Only a running program that was asked comes here.

use std::fmt::Debug;

use super::group::NONE;

/// One field of a group's requirements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The field's name.
    pub field: &'static str,
    /// How it is merged, by the name of its attribute.
    pub merge: &'static str,
    /// What came out; for a list, of how many items.
    pub value: String,
    /// Each component that asks, and what for.
    pub asked: Vec<(usize, String)>,
    /// The component that decided, where one did.
    pub decided: Option<usize>,
    /// Of a list, each item that was asked for: by whom, its key if it has a name, and everything in it.
    pub items: Vec<(usize, &'static str, String)>,
}

/// Explains one field: `of` shows what a requirement has in it.
pub fn explained<P>(
    (field, merge): (&'static str, &'static str),
    value: String,
    decided: usize,
    (inputs, members): (&[Option<P>], &[usize]),
    of: impl Fn(&P) -> String,
) -> Explained {
    let asked = members.iter().filter_map(|member| Some((*member, of(inputs.get(*member)?.as_ref()?))));
    // of a list, and of a sum, everybody decides
    let decided = (decided != NONE && ["max", "any", "same"].contains(&merge)).then_some(decided);
    let asked = asked.filter(|(_, text)| !text.is_empty()).collect();
    Explained { field, merge, value, asked, decided, items: Vec::new() }
}

/// Explains a list: `of` shows the items of a requirement, each with its key.
pub fn explained_list<P>(
    (field, merge): (&'static str, &'static str),
    count: usize,
    (inputs, members): (&[Option<P>], &[usize]),
    of: impl Fn(&P) -> Vec<(&'static str, String)>,
) -> Explained {
    let mut explained = explained((field, merge), counted(count), NONE, (inputs, members), |input| {
        let items = of(input);
        match items.iter().any(|(key, _)| key.is_empty()) {
            true => counted(items.len()),
            false => items.into_iter().map(|(key, _)| key).collect::<Vec<_>>().join(", "),
        }
    });
    for member in members {
        let items = inputs.get(*member).and_then(Option::as_ref).map(&of).unwrap_or_default();
        explained.items.extend(items.into_iter().map(|(key, item)| (*member, key, item)));
    }
    explained
}

/// A value in a line; what is not there is empty.
pub fn shown(value: &dyn Debug) -> String {
    let text = format!("{value:?}");
    match text.strip_prefix("Some(").and_then(|text| text.strip_suffix(')')) {
        Some(inside) => inside.to_owned(),
        None if text == "None" => String::new(),
        None => text,
    }
}

/// How many items there are.
fn counted(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "1 item".to_owned(),
        count => format!("{count} items"),
    }
}
