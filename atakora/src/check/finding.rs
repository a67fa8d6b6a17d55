//! A violation of a rule, as data.

use super::{Rule, Text, slice};

/// What goes into a `{}` of a rule's message or solution, in order.
#[derive(Clone, Copy, Debug)]
pub enum Argument {
    /// Written as it is.
    Text(&'static str),
    /// A partition key, as an entity writes it.
    Paths(&'static [&'static str]),
    /// A short text that a constant has made, like a version.
    Short(Text<16>),
    /// Written in decimal.
    Number(i64),
}

/// A rule that does not hold, with the numbers and names of this case.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    arguments: [Argument; 4],
    blamed: Option<usize>,
}

impl Finding {
    /// A violation without arguments.
    pub const fn of(rule: &'static Rule) -> Self {
        Finding { rule, arguments: [Argument::Text(""); 4], blamed: None }
    }

    /// With `text` for the `position`th `{}`, counted over message and then solution.
    pub const fn text(mut self, position: usize, text: &'static str) -> Self {
        self.arguments[position] = Argument::Text(text);
        self
    }

    /// With `text`, of at most 13 bytes, for the `position`th `{}`, counted over message and then solution.
    pub const fn short(mut self, position: usize, text: &str) -> Self {
        let mut short = Text::new();
        short.push(text);
        self.arguments[position] = Argument::Short(short);
        self
    }

    /// With a partition key for the `position`th `{}`, counted over message and then solution.
    pub const fn paths(mut self, position: usize, paths: &'static [&'static str]) -> Self {
        self.arguments[position] = Argument::Paths(paths);
        self
    }

    /// With `number` for the `position`th `{}`, counted over message and then solution.
    pub const fn number(mut self, position: usize, number: i64) -> Self {
        self.arguments[position] = Argument::Number(number);
        self
    }

    /// With the component that is to blame, where a rule of a provider can tell which: the owner of an item of a merged
    /// list. Without one it is the first that has set the field which the rule is about.
    pub const fn blame(mut self, component: usize) -> Self {
        self.blamed = Some(component);
        self
    }

    /// The component that is to blame, where that is known.
    pub const fn blamed(&self) -> Option<usize> {
        self.blamed
    }

    /// Appends the message to `out`, with its arguments.
    pub const fn write_message<const N: usize>(&self, out: &mut Text<N>) {
        self.fill(self.rule.message, 0, out);
    }

    /// Appends the way out to `out`, with its arguments.
    pub const fn write_solution<const N: usize>(&self, out: &mut Text<N>) {
        self.fill(self.rule.solution, holes(self.rule.message), out);
    }

    const fn fill<const N: usize>(&self, template: &'static str, first: usize, out: &mut Text<N>) {
        let bytes = template.as_bytes();
        let (mut start, mut i, mut argument) = (0, 0, first);
        while i < bytes.len() {
            if is_hole(bytes, i) {
                out.push(slice(template, start, i));
                if argument < self.arguments.len() {
                    match self.arguments[argument] {
                        Argument::Text(text) => out.push(text),
                        Argument::Paths(paths) => write_paths(paths, out),
                        Argument::Short(text) => out.push(text.as_str()),
                        Argument::Number(number) => out.push_number(number),
                    }
                }
                argument += 1;
                i += 2;
                start = i;
            } else {
                i += 1;
            }
        }
        out.push(slice(template, start, bytes.len()));
    }
}

/// The whole text: title, message, way out, id.
impl core::fmt::Display for Finding {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (mut message, mut solution) = (Text::<1024>::new(), Text::<1024>::new());
        self.write_message(&mut message);
        self.write_solution(&mut solution);
        write!(f, "{}: {}", self.rule.title, message.as_str())?;
        if !solution.is_empty() {
            write!(f, "\n  Solution: {}", solution.as_str())?;
        }
        write!(f, "\n  Rule: {}", self.rule.id)
    }
}

/// `"/region"`, or `["/tenantId", "/userId"]`.
const fn write_paths<const N: usize>(paths: &[&str], out: &mut Text<N>) {
    let (open, close) = if paths.len() == 1 { ("`\"", "\"`") } else { ("`[\"", "\"]`") };
    let mut i = 0;
    out.push(open);
    while i < paths.len() {
        if i > 0 {
            out.push("\", \"");
        }
        out.push(paths[i]);
        i += 1;
    }
    out.push(close);
}

const fn is_hole(bytes: &[u8], i: usize) -> bool {
    bytes[i] == b'{' && i + 1 < bytes.len() && bytes[i + 1] == b'}'
}

const fn holes(template: &str) -> usize {
    let bytes = template.as_bytes();
    let (mut count, mut i) = (0, 0);
    while i < bytes.len() {
        if is_hole(bytes, i) {
            count += 1;
        }
        i += 1;
    }
    count
}
