//! The smallest thing that takes resources, and documents as a person would read them.

use std::cell::RefCell;

use atakora::azure::Region;
use atakora::terraform::App;
use atakora::terraform::declare::{Block, Declaration, Declare, Handle, Mode};
use atakora::terraform::value::{Piece, StackId, Value};

/// Keeps what is declared.
#[derive(Default)]
pub struct Scope {
    taken: RefCell<Vec<(String, Declaration)>>,
}

impl Declare for Scope {
    fn declare(&self, declaration: Declaration) -> Handle {
        let data = if declaration.mode == Mode::Data { "data." } else { "" };
        let address = format!("{data}{}.{}", declaration.type_name, declaration.name);
        self.taken.borrow_mut().push((address.clone(), declaration));
        Handle::new(StackId(0), address)
    }
}

#[allow(dead_code)]
impl Scope {
    /// The declaration at an address.
    pub fn declaration(&self, address: &str) -> Declaration {
        let taken = self.taken.borrow();
        let found = taken.iter().find(|(taken, _)| taken == address);
        found.map(|(_, declaration)| declaration.clone()).expect("it was declared")
    }

    /// Its arguments.
    pub fn body(&self, address: &str) -> Block {
        self.declaration(address).body
    }

    /// What went wrong, everywhere.
    pub fn problems(&self) -> Vec<String> {
        self.taken.borrow().iter().flat_map(|(_, declaration)| declaration.problems.clone()).collect()
    }

    /// What the rules of arguments say when an app closes that has all of it.
    pub fn judged(&self) -> Vec<String> {
        judged(self.taken.borrow().iter().map(|(_, declaration)| declaration.clone()))
    }

    /// The whole document.
    pub fn document(&self) -> serde_json::Value {
        let mut document = serde_json::json!({});
        for (_, declaration) in self.taken.borrow().iter() {
            let kind = if declaration.mode == Mode::Data { "data" } else { "resource" };
            document[kind][declaration.type_name][declaration.name.as_ref()] = json(&declaration.body);
        }
        document
    }
}

/// What the rules of arguments say when an app closes that has these resources, without the place.
#[allow(dead_code)]
pub fn judged(declarations: impl IntoIterator<Item = Declaration>) -> Vec<String> {
    let mut app = App::new("judged").in_environment("test");
    let stack = app.stack("main").resource_group("rg", Region::WestEurope);
    declarations.into_iter().for_each(|declaration| drop(stack.declare(declaration)));
    let folder = tempfile::tempdir().expect("a folder");
    let Err(error) = app.synth(folder.path()) else { return Vec::new() };
    let twice = error.problems().iter().find(|problem| problem.contains("is declared twice"));
    assert_eq!(twice, None, "only the first of two is judged");
    let of_arguments = error.problems().iter().filter(|problem| problem.starts_with("ArgumentError"));
    let place = |line: &&str| !line.starts_with("  Resource: ");
    of_arguments.map(|problem| problem.lines().filter(place).collect::<Vec<_>>().join("\n")).collect()
}

/// A block as Terraform's JSON.
pub fn json(block: &Block) -> serde_json::Value {
    value(&block.clone().into_value())
}

fn value(of: &Value) -> serde_json::Value {
    let escape = |text: &str| text.replace("${", "$${").replace("%{", "%%{");
    match of {
        Value::Null | Value::Pending(_) => serde_json::Value::Null,
        Value::Bool(flag) => (*flag).into(),
        Value::Integer(number) => (*number).into(),
        Value::Float(number) => (*number).into(),
        Value::Text(text) => escape(text).into(),
        Value::Expression(expression) => format!("${{{}}}", expression.text).into(),
        Value::Template(pieces) => pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => escape(text),
                Piece::Expression(expression) => format!("${{{}}}", expression.text),
            })
            .collect::<String>()
            .into(),
        Value::List(items) => items.iter().map(value).collect(),
        Value::Object(fields) => fields.iter().map(|(key, field)| (escape(key), value(field))).collect(),
    }
}
