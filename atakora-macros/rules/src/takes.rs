//! What an argument takes, as data, and what is wrong with a value that it does not take.

use std::fmt;

use crate::forms::Form;
use crate::name::Name;
use crate::near::nearest;

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// A number.
    Number(Numbers),
    /// One of these numbers.
    OneOfNumbers(&'static [i64]),
    /// One of these texts, in these letters.
    OneOf(&'static [&'static str]),
    /// One of these texts, in whatever case of letters.
    OneOfAnyCase(&'static [&'static str]),
    /// Whatever is not one of these texts but for the case of its letters: an open list, whose case matters.
    Spelt(&'static [&'static str]),
    /// One of these versions, or one that is newer than all of them.
    Version(&'static [&'static str]),
    /// A name.
    Name(Name),
    /// A text of a form that has a parser.
    Form(Form),
    /// A list of so many elements, both ends included.
    Count(usize, usize),
    /// A map without these keys.
    KeysBut(&'static [&'static str]),
}

/// Which numbers.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    least: i64,
    most: i64,
    step: i64,
    also: Option<i64>,
}

impl Takes {
    /// Numbers from `least` to `most`, both included.
    pub const fn between(least: i64, most: i64) -> Self {
        Takes::Number(Numbers { least, most, step: 1, also: None })
    }

    /// `least` and whatever is greater.
    pub const fn at_least(least: i64) -> Self {
        Takes::between(least, i64::MAX)
    }

    /// `least` and whatever is greater, in steps: multiples of `step`.
    pub const fn steps(least: i64, step: i64) -> Self {
        Takes::Number(Numbers { least, most: i64::MAX, step, also: None })
    }

    /// Numbers from `least` to `most`, and `also`.
    pub const fn between_or(least: i64, most: i64, also: i64) -> Self {
        Takes::Number(Numbers { least, most, step: 1, also: Some(also) })
    }
}

/// A value, as far as a rule looks at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given<'a> {
    /// Text, or one element of a list of texts.
    Text(&'a str),
    /// A whole number, or one element of a list of them.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// A list with so many elements; they are asked about one by one.
    List(usize),
    /// One key of a map.
    Key(&'a str),
}

/// What a value is not.
pub(crate) struct Fault {
    /// Goes behind what is allowed: `not 40`.
    pub(crate) text: String,
    /// A way out that this value shows, better than what the rule says.
    pub(crate) solution: Option<String>,
    /// What may be meant, if the rule says nothing.
    pub(crate) hint: Option<String>,
}

impl From<String> for Fault {
    fn from(text: String) -> Self {
        Fault { text, solution: None, hint: None }
    }
}

impl Takes {
    /// What is wrong with the value, if something is. A value of another type is rustc's matter.
    pub(crate) fn fault(&self, given: Given<'_>) -> Option<Fault> {
        match (self, given) {
            (Takes::Number(numbers), Given::Integer(number)) => {
                (!numbers.take(number)).then(|| format!("not {number}").into())
            }
            (Takes::Number(numbers), Given::Float(number)) => {
                (!numbers.take_float(number)).then(|| format!("not {number}").into())
            }
            (Takes::OneOfNumbers(allowed), Given::Integer(number)) => {
                (!allowed.contains(&number)).then(|| format!("not {number}").into())
            }
            (Takes::OneOf(allowed), Given::Text(text)) if !allowed.contains(&text) => Some(spelling(allowed, text)),
            (Takes::OneOfAnyCase(allowed), Given::Text(text)) => {
                let known = allowed.iter().any(|known| known.eq_ignore_ascii_case(text));
                (!known).then(|| format!("not {}", shown(text)).into())
            }
            (Takes::Spelt(known), Given::Text(text)) if !known.contains(&text) => {
                let fault = spelling(known, text);
                fault.solution.is_some().then_some(fault)
            }
            (Takes::Version(known), Given::Text(text)) if !known.contains(&text) => {
                let newer = version(text)
                    .is_some_and(|given| known.iter().filter_map(|known| version(known)).all(|known| known < given));
                (!newer).then(|| format!("not {}", shown(text)).into())
            }
            (Takes::Name(name), Given::Text(text)) => {
                name.fault(text).map(|fault| format!("and {} {fault}", shown(text)).into())
            }
            (Takes::Form(form), Given::Text(text)) => {
                form.fault(text).map(|fault| format!("and {} {fault}", shown(text)).into())
            }
            (Takes::Count(least, most), Given::List(count)) => {
                (!(*least..=*most).contains(&count)).then(|| format!("not {count}").into())
            }
            (Takes::KeysBut(refused), Given::Key(key)) => {
                refused.contains(&key).then(|| format!("and {key:?} is there").into())
            }
            _ => None,
        }
    }
}

/// Only the case of a letter is wrong more often than anything else.
fn spelling(allowed: &[&'static str], text: &str) -> Fault {
    let same = allowed.iter().find(|known| known.eq_ignore_ascii_case(text));
    let solution = same.map(|same| format!("write {same:?}: the case of letters matters"));
    // of a short list all are in the text
    let hint = nearest(text, allowed).filter(|_| allowed.len() > LONG).map(|near| format!("did you mean {near:?}?"));
    Fault { text: format!("not {}", shown(text)), solution, hint }
}

/// The text in quotes; of a long one its beginning.
fn shown(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}", format!("{}…", text.get(..end).unwrap_or_default())),
        None => format!("{text:?}"),
    }
}

/// `3.12` as numbers.
fn version(text: &str) -> Option<Vec<u32>> {
    text.split('.').map(|part| part.parse().ok()).collect()
}

impl Numbers {
    fn take(&self, number: i64) -> bool {
        let inside = (self.least..=self.most).contains(&number) && number % self.step == 0;
        inside || self.also == Some(number)
    }

    /// A whole number may be written with a point.
    fn take_float(&self, number: f64) -> bool {
        let inside = number >= self.least as f64 && number <= self.most as f64 && number % self.step as f64 == 0.0;
        inside || (self.step == 1 && number >= self.least as f64 && number <= self.most as f64)
    }
}

/// Nobody reads more names than these in an error.
const LONG: usize = 16;

/// What stands behind `must be`.
impl fmt::Display for Takes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Takes::Number(numbers) => numbers.fmt(f),
            Takes::OneOfNumbers(allowed) => either(f, allowed.iter()),
            Takes::OneOf(allowed) if allowed.len() > LONG => {
                let first: Vec<String> = allowed.iter().take(LONG / 2).map(|text| format!("{text:?}")).collect();
                write!(f, "{} or one of {} more", first.join(", "), allowed.len() - LONG / 2)
            }
            Takes::OneOf(allowed) | Takes::OneOfAnyCase(allowed) => {
                either(f, allowed.iter().map(|text| format!("{text:?}")))
            }
            Takes::Spelt(known) => {
                f.write_str("spelt as Azure spells it, like ")?;
                either(f, known.iter().take(3).map(|text| format!("{text:?}")))
            }
            Takes::Version(known) => {
                let known: Vec<String> = known.iter().map(|text| format!("{text:?}")).collect();
                write!(f, "{}, or newer", known.join(", "))
            }
            Takes::Name(name) => name.fmt(f),
            Takes::Form(form) => f.write_str(form.words()),
            Takes::Count(0, most) => write!(f, "a list of at most {most} elements"),
            Takes::Count(least, most) => write!(f, "a list of {least} to {most} elements"),
            Takes::KeysBut(refused) => {
                f.write_str("without ")?;
                either(f, refused.iter().map(|key| format!("`{key}`")))
            }
        }
    }
}

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (least, i64::MAX) => write!(f, "{least} or more")?,
            (least, most) => write!(f, "{least} to {most}")?,
        }
        if self.step != 1 {
            write!(f, " in steps of {}", self.step)?;
        }
        match self.also {
            Some(also) => write!(f, ", or {also}"),
            None => Ok(()),
        }
    }
}

/// `1, 2 or 3`
fn either(f: &mut fmt::Formatter<'_>, items: impl ExactSizeIterator<Item = impl fmt::Display>) -> fmt::Result {
    let count = items.len();
    for (i, item) in items.enumerate() {
        match i {
            0 => write!(f, "{item}")?,
            i if i + 1 == count => write!(f, " or {item}")?,
            _ => write!(f, ", {item}")?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(takes: Takes, given: Given<'_>) -> bool {
        takes.fault(given).is_none()
    }

    #[test]
    fn numbers_have_ends_and_steps() {
        let steps = Takes::steps(400, 100);
        assert!(takes(steps, Given::Integer(400)) && takes(steps, Given::Float(500.0)));
        assert!(!takes(steps, Given::Integer(300)) && !takes(steps, Given::Integer(450)));
        let percent = Takes::between(0, 100);
        assert!(takes(percent, Given::Float(99.5)) && !takes(percent, Given::Float(100.5)));
        assert!(takes(Takes::between_or(1024, 2048, 256), Given::Integer(256)));
        assert!(!takes(Takes::between_or(1024, 2048, 256), Given::Integer(257)));
    }

    #[test]
    fn a_newer_version_than_all_is_taken() {
        let node = Takes::Version(&["18", "20"]);
        assert!(takes(node, Given::Text("18")) && takes(node, Given::Text("26")));
        assert!(!takes(node, Given::Text("19")) && !takes(node, Given::Text("~20")) && !takes(node, Given::Text("9")));
        assert!(takes(Takes::Version(&["3.9", "3.14"]), Given::Text("3.15")));
        assert!(!takes(Takes::Version(&["3.9", "3.14"]), Given::Text("3.2")));
    }

    #[test]
    fn an_open_list_refuses_only_another_case() {
        let known = Takes::Spelt(&["Get", "List"]);
        assert!(takes(known, Given::Text("Get")) && takes(known, Given::Text("Fly")));
        assert!(!takes(known, Given::Text("get")));
    }

    #[test]
    fn values_of_another_type_are_not_judged() {
        assert!(takes(Takes::between(1, 2), Given::Text("x")) && takes(Takes::OneOf(&["a"]), Given::Integer(1)));
    }
}
