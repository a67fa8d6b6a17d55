//! What is referred to must be there, and must not be the resource that refers.

use std::fmt;

use super::{problem, rule};
use crate::azure::nearest::nearest;
use crate::check::{Kind, Rule};
use crate::terraform::close::{Closed, ClosedStack, Holder};
use crate::terraform::mention::mentions;
use crate::terraform::sources::place;
use crate::terraform::value::{Expression, StackId, Value};

const TERRAFORM: (Kind, &str) = (Kind::Works, "Terraform language documentation, References to Named Values, 1.14");

static UNKNOWN: Rule = rule(
    "ATK-DOC-030",
    "ReferenceError",
    "{} refers to `{}`, which the stack `{}` does not declare{}",
    "{}",
    TERRAFORM,
);

static ITSELF: Rule = rule(
    "ATK-DOC-031",
    "ReferenceError",
    "{} refers to itself: `{}`\n  Stack: `{}`",
    "write the value as data, or say what it is with stack.known(\"{}\", attribute, value)",
    (Kind::Works, "Terraform 1.14: `Self-referential block`, which only plan and apply report"),
);

static NO_STACK: Rule = rule(
    "ATK-DOC-032",
    "ReferenceError",
    "{} in the stack `{}` refers to `{}` of a stack that is not in this app",
    "use handles of stacks of one app, or read the other state with a data source",
    TERRAFORM,
);

static MOVED: Rule = rule(
    "ATK-DOC-033",
    "ReferenceError",
    "`{}` in the stack `{}` is {}, and the stack {}",
    "{}",
    (Kind::Works, "Terraform language documentation, moved, removed and import blocks, 1.14"),
);

pub(super) static ALL: &[&Rule] = &[&UNKNOWN, &ITSELF, &NO_STACK, &MOVED];

impl fmt::Display for Holder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Holder::Resource(resource) => f.write_str(&resource.address),
            Holder::Named(what, name) => write!(f, "{what} {name}"),
        }
    }
}

impl Holder<'_> {
    /// With the place in the source, for a message.
    fn shown(&self) -> String {
        match self {
            Holder::Resource(resource) => format!("`{self}` ({})", place(&resource.source)),
            Holder::Named(..) => format!("`{self}`"),
        }
    }
}

/// What an expression mentions, looked up in the stack that it belongs to.
pub(crate) fn check(
    closed: &Closed<'_>,
    here: &ClosedStack<'_>,
    holder: Holder<'_>,
    expression: &Expression,
    problems: &mut Vec<String>,
) {
    let own_stack = here.stack.id();
    let stack = if expression.stack == StackId::ANY { own_stack } else { expression.stack };
    let Some(stack) = closed.stack(stack) else {
        problems.push(problem(&NO_STACK, &[&holder.shown(), here.stack.name(), &expression.text]));
        return;
    };
    let itself = match holder {
        Holder::Resource(resource) if stack.stack.id() == own_stack => Some(&*resource.address),
        _ => None,
    };
    mentions(&expression.text, &mut |address| {
        if itself == Some(address) {
            if here.contents.known(address, &expression.text).is_none() {
                problems.push(problem(&ITSELF, &[&holder.shown(), &expression.text, here.stack.name(), address]));
            }
        } else if !stack.contents.addresses.contains_key(address) {
            problems.push(unknown(&holder.shown(), address, stack));
        }
    });
}

pub(crate) fn other_app(holder: &str, stack: &str, what: &str) -> String {
    problem(&NO_STACK, &[holder, stack, what])
}

/// The addresses that stand outside expressions: in `depends_on`, `moved`, `removed`, `import`.
pub(crate) fn check_addresses(here: &ClosedStack<'_>, problems: &mut Vec<String>) {
    let contents = &*here.contents;
    for resource in &contents.resources {
        let Some(Value::List(needed)) = resource.body.get("depends_on") else {
            continue;
        };
        for address in needed {
            if let Value::Text(address) = address
                && !address.starts_with("module.")
                && !contents.addresses.contains_key(&**address)
            {
                problems.push(unknown(&Holder::Resource(resource).shown(), address, here));
            }
        }
    }
    let there = |address: &str| contents.resource(whole(address)).is_some();
    let mut wrong = |address: &str, is: &str, but: &str, solution: &str| {
        problems.push(problem(&MOVED, &[address, here.stack.name(), is, but, solution]));
    };
    for moved in &contents.moves {
        if there(&moved.from) && !moved.from.contains('[') && !moved.to.contains('[') {
            wrong(&moved.from, "moved away", "still declares it", "remove one of the two");
        }
        if !there(&moved.to) {
            wrong(&moved.to, "where something moved to", "does not declare it", "declare it, or correct the address");
        }
    }
    for removal in &contents.removals {
        if there(&removal.from) {
            wrong(&removal.from, "removed", "still declares it", "remove one of the two");
        }
    }
    for import in &contents.imports {
        if !there(&import.to) {
            wrong(&import.to, "imported", "does not declare it", "import it in the stack that declares it");
        }
    }
}

/// The resource of an instance: `azurerm_subnet.all` of `azurerm_subnet.all["a"]`.
fn whole(address: &str) -> &str {
    address.split('[').next().unwrap_or(address)
}

fn unknown(holder: &str, address: &str, stack: &ClosedStack<'_>) -> String {
    let near = nearest(address, stack.contents.addresses.keys().map(|known| &**known));
    let (hint, solution) = match near.iter().min() {
        Some(near) => (format!("\n  Nearest: `{near}`"), "correct the name, or declare it"),
        None => (String::new(), "declare it in that stack, or use a handle from the stack that declares it"),
    };
    problem(&UNKNOWN, &[holder, address, stack.stack.name(), &hint, solution])
}
