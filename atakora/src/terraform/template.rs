//! Text with references in it.

use std::borrow::Cow;

use super::convert::IntoTf;
use super::reference::Ref;
use super::types::{Any, Bool, Number, Sensitive, Text};
use super::value::{Piece, Value};

/// Text in which references stay references; made by [`template!`](crate::template).
#[derive(Clone, Debug, Default)]
pub struct Template {
    pieces: Vec<Piece>,
}

impl Template {
    /// Empty text.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends text, as data.
    pub fn text(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        let text = text.into();
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.to_mut().push_str(&text),
            _ => self.pieces.push(Piece::Text(text)),
        }
        self
    }

    /// Appends a piece.
    pub fn with(self, piece: impl IntoPiece) -> Self {
        piece.append_to(self)
    }

    /// Appends what a value is in text; `None` for one that is not text.
    pub(crate) fn value(mut self, value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(self.text(text.clone())),
            Value::Expression(expression) => {
                self.pieces.push(Piece::Expression(expression.clone()));
                Some(self)
            }
            Value::Template(pieces) => Some(Template { pieces: pieces.clone() }.append_to(self)),
            _ => None,
        }
    }

    fn into_value(mut self) -> Value {
        match (self.pieces.pop(), self.pieces.is_empty()) {
            (None, _) => Value::Text(Cow::Borrowed("")),
            (Some(Piece::Text(text)), true) => Value::Text(text),
            (Some(last), _) => {
                self.pieces.push(last);
                Value::Template(self.pieces)
            }
        }
    }
}

/// What can stand in a [`template!`](crate::template).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a template",
    label = "neither text nor a reference to text, a number or a bool",
    note = "text: `&str`, `String`, numbers; references: `Ref<Text>`, `Ref<Number>`, `Ref<Bool>`"
)]
pub trait IntoPiece {
    /// The template with this at its end.
    fn append_to(self, template: Template) -> Template;
}

#[diagnostic::do_not_recommend]
impl<P: IntoPiece + Clone> IntoPiece for &P {
    fn append_to(self, template: Template) -> Template {
        self.clone().append_to(template)
    }
}

#[diagnostic::do_not_recommend]
impl IntoPiece for &str {
    fn append_to(self, template: Template) -> Template {
        template.text(self.to_owned())
    }
}

#[diagnostic::do_not_recommend]
impl IntoPiece for Template {
    fn append_to(self, template: Template) -> Template {
        self.pieces.into_iter().fold(template, |mut template, piece| match piece {
            Piece::Text(text) => template.text(text),
            expression => {
                template.pieces.push(expression);
                template
            }
        })
    }
}

macro_rules! printed {
    ($($of:ty)+) => { $(
        #[diagnostic::do_not_recommend]
        impl IntoPiece for $of {
            fn append_to(self, template: Template) -> Template {
                template.text(self.to_string())
            }
        }
    )+ };
}

printed!(String char bool i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

macro_rules! referred {
    ($($of:ty)+) => { $(
        #[diagnostic::do_not_recommend]
        impl IntoPiece for Ref<$of> {
            fn append_to(self, mut template: Template) -> Template {
                template.pieces.push(Piece::Expression(self.expression().clone()));
                template
            }
        }
    )+ };
}

referred!(Text Number Bool);

macro_rules! converts {
    ($($to:ty)+) => { $(
        #[diagnostic::do_not_recommend]
        impl IntoTf<$to> for Template {
            fn into_tf(self) -> Value {
                self.into_value()
            }
        }

        #[diagnostic::do_not_recommend]
        impl IntoTf<$to> for &Template {
            fn into_tf(self) -> Value {
                self.clone().into_value()
            }
        }
    )+ };
}

// For a secret a template must hold a reference, like a connection string around a key: that shows when it runs.
converts!(Text Any Sensitive<Text>);
