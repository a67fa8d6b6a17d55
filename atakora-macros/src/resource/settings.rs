//! What a resource means, for the expansion: what is to be set, in which order, and what is to be said beside it.

use syn::{Expr, Ident, Pat};

use super::complete::Completion;
use super::literal::Given;
use super::path::AttributePath;
use crate::schema::{Nesting, Type};

/// One thing that the expansion does.
pub(super) enum Setting {
    Argument {
        name: &'static str,
        given: Given,
    },
    /// A secret one, whose value is an expression somewhere.
    Secret {
        name: &'static str,
        given: Given,
    },
    Optional {
        name: &'static str,
        value: Expr,
        of: Type,
        secret: bool,
    },
    /// The objects that were just set get all keys.
    Keys {
        name: &'static str,
        keys: Vec<&'static str>,
    },
    Block(NestedBlock),
    /// How many blocks there are shows when it runs.
    Count {
        path: String,
        name: &'static str,
        min: u32,
        max: u32,
    },
    Overwrite {
        path: AttributePath,
        given: Given,
    },
    DependsOn(Vec<Expr>),
    /// Handles that an expression gives.
    DependsOnEach(Expr),
    Provider(Expr),
    ForEach(Expr),
    CountOf(Given),
    Lifecycle(Vec<Setting>),
    IgnoreChanges(Vec<String>),
    IgnoreAll,
    ReplaceTriggeredBy(Vec<Expr>),
}

/// A block in one of its forms.
pub(super) struct NestedBlock {
    pub(super) name: &'static str,
    pub(super) nesting: Nesting,
    pub(super) form: Form,
}

/// How often a block is written.
pub(super) enum Form {
    Once(Body),
    For { pattern: Box<Pat>, list: Box<Expr>, body: Body },
    If { arms: Vec<(Expr, Body)>, otherwise: Option<Body> },
}

/// What stands in it.
pub(super) struct Body {
    pub(super) settings: Vec<Setting>,
    /// Keys that an object must have, set or not.
    pub(super) keys: Vec<&'static str>,
}

/// Something that its provider gives up, or that ends, at the token that names it.
pub(super) struct Deprecated {
    pub(super) name: Ident,
    pub(super) note: String,
}

/// What is to be said beside the settings.
pub(super) struct Remarks {
    pub(super) completions: Vec<Completion>,
    pub(super) deprecated: Vec<Deprecated>,
}
