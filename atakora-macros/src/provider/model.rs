//! What the attributes of a provider mean, and whether they fit together.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::spanned::Spanned;
use syn::{Expr, Ident, ItemStruct, Path, Type};

use super::expression;
use super::syntax::{Limit, Raw, RawField, Rule, Strategy};
use crate::errors::Errors;
use crate::near;
use crate::path::Library;
use crate::types;

pub(super) struct Provider {
    pub(super) item: ItemStruct,
    pub(super) library: Library,
    pub(super) id: String,
    pub(super) label: String,
    pub(super) stage: Ident,
    pub(super) settings: Option<Path>,
    pub(super) resolve: Option<Path>,
    pub(super) code: Option<Path>,
    pub(super) shapes: Vec<Path>,
    pub(super) fields: Vec<Field>,
    pub(super) priority: Option<Ident>,
    pub(super) errors: Vec<ErrorRule>,
    pub(super) warnings: Vec<WarningRule>,
    pub(super) limits: Vec<Counted>,
}

pub(super) struct Field {
    pub(super) name: Ident,
    pub(super) ty: Type,
    pub(super) merge: Merge,
}

#[expect(clippy::large_enum_variant, reason = "one a field, a handful at a time")]
pub(super) enum Merge {
    Group,
    Max,
    Sum,
    Any,
    Same,
    List(List),
}

pub(super) struct List {
    pub(super) item: Type,
    /// What the buffers hold: items, or whole lists where each component has its own.
    pub(super) stored: Type,
    pub(super) key: Vec<Ident>,
    /// Declared as `List<T>` and not as `&[T]`.
    pub(super) by_value: bool,
    pub(super) sharing: Sharing,
}

impl List {
    /// Whether items are found again by a hash table: lists that lie side by side need none.
    pub(super) fn has_table(&self) -> bool {
        self.sharing != Sharing::Own
    }
}

/// What a key that comes back means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sharing {
    /// The same item, wanted by two.
    Shared,
    /// Nothing, if it is another component's: each has its own.
    Own,
    /// Always an error.
    Distinct,
}

/// A rule that stops the build.
pub(super) struct ErrorRule {
    pub(super) blame: Ident,
    pub(super) answer: Answer,
}

pub(super) enum Answer {
    /// A `const fn(&Merged, &Settings, &Context) -> Option<Finding>`.
    Function(Path),
    /// A condition that is a violation, and its text.
    Condition {
        when: TokenStream,
        id: String,
        message: String,
        solution: String,
        source: String,
        arguments: Vec<TokenStream>,
    },
}

pub(super) struct WarningRule {
    pub(super) when: TokenStream,
    pub(super) id: String,
    pub(super) message: String,
    pub(super) solution: String,
    pub(super) source: String,
}

pub(super) struct Counted {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) solution: String,
    pub(super) count: Count,
}

pub(super) enum Count {
    Groups,
    Total(TokenStream),
    PerGroup(TokenStream),
}

const STAGES: [&str; 5] = ["foundation", "data", "network", "compute", "edge"];
/// The first slot is taken by the warning that a setting of lower priority lost.
pub(crate) const WARNING_SLOTS: usize = 4;

pub(super) fn understand(raw: Raw, errors: &mut Errors) -> Option<Provider> {
    let Raw { arguments, item, rules, limits, fields } = raw;
    let arguments = arguments?;
    let mut priority = None;
    let mut understood = Vec::new();
    for field in fields {
        match field.strategy {
            Strategy::Priority => priority = Some(field.name),
            _ => understood.extend(understand_field(field, errors)),
        }
    }
    if understood.iter().filter(|field| matches!(field.merge, Merge::Group)).count() > 4 {
        errors.at(item.ident.span(), "a provider groups by at most four fields");
    }
    let stage = arguments.stage.unwrap_or_else(|| format_ident!("data"));
    if !STAGES.iter().any(|known| stage == known) {
        let hint = near::hint_or_all(&stage.to_string(), STAGES);
        errors.at(stage.span(), format!("no stage `{stage}`{hint}"));
    }
    let stage = match stage.to_string().as_str() {
        "foundation" => format_ident!("Foundation"),
        "network" => format_ident!("Network"),
        "compute" => format_ident!("Compute"),
        "edge" => format_ident!("Edge"),
        _ => format_ident!("Data"),
    };
    let (mut stopping, mut warning) = (Vec::new(), Vec::new());
    for rule in rules {
        understand_rule(rule, &item, &understood, &mut stopping, &mut warning, errors);
    }
    if warning.len() >= WARNING_SLOTS {
        errors.at(item.ident.span(), format!("a provider has at most {} rules that warn", WARNING_SLOTS - 1));
    }
    let limits = limits.into_iter().filter_map(|limit| understand_limit(limit, &understood, errors)).collect();
    Some(Provider {
        library: arguments.library.map(Library::new).unwrap_or_default(),
        id: arguments.id,
        label: arguments.label,
        stage,
        settings: arguments.settings,
        resolve: arguments.resolve,
        code: arguments.code,
        shapes: arguments.names.map(|list| list.to_vec()).unwrap_or_default(),
        item,
        fields: understood,
        priority,
        errors: stopping,
        warnings: warning,
        limits,
    })
}

fn understand_field(field: RawField, errors: &mut Errors) -> Option<Field> {
    let RawField { name, ty, strategy } = field;
    let merge = match strategy {
        Strategy::Priority => return None,
        Strategy::Group => Merge::Group,
        Strategy::Max => Merge::Max,
        Strategy::Sum if types::is_number(&ty) => Merge::Sum,
        Strategy::Any if types::is_bool(&ty) => Merge::Any,
        // reported; it goes on as `same`, which takes any type
        Strategy::Sum => unfit(&ty, format!("`sum` adds numbers, and `{name}` is none"), errors),
        Strategy::Any => unfit(&ty, format!("`any` is for flags, and `{name}` is no `bool`"), errors),
        Strategy::Same => Merge::Same,
        Strategy::Union(key) => list(&name, &ty, key, Sharing::Shared, errors)?,
        Strategy::Collect(key) => list(&name, &ty, key, Sharing::Own, errors)?,
        Strategy::Distinct(key) => list(&name, &ty, key, Sharing::Distinct, errors)?,
    };
    Some(Field { name, ty, merge })
}

fn unfit(ty: &Type, message: String, errors: &mut Errors) -> Merge {
    errors.over(ty, message);
    Merge::Same
}

fn list(name: &Ident, ty: &Type, key: Vec<Ident>, sharing: Sharing, errors: &mut Errors) -> Option<Merge> {
    let (item, by_value) = match (types::slice_of(ty), types::argument_of(ty, "List")) {
        (Some(item), _) => (item, false),
        (None, Some(item)) => (item, true),
        (None, None) => {
            errors.at(name.span(), format!("`{name}` is not a list: a union merges `&[Item]` or `List<Item>`"));
            return None;
        }
    };
    let stored = if sharing == Sharing::Own { ty } else { item };
    Some(Merge::List(List { item: item.clone(), stored: stored.clone(), key, by_value, sharing }))
}

fn understand_rule(
    rule: Rule,
    item: &ItemStruct,
    fields: &[Field],
    stopping: &mut Vec<ErrorRule>,
    warning: &mut Vec<WarningRule>,
    errors: &mut Errors,
) {
    let Rule { id, warn, when, check, blame, message, solution, source, arguments } = rule;
    let before = errors.len();
    if let Some(blame) = &blame {
        known_field(blame, fields, errors);
    }
    let place = when.as_ref().map(Spanned::span).or(blame.as_ref().map(Ident::span)).unwrap_or(item.ident.span());
    if let Some(function) = check {
        if warn.is_present() {
            errors.over(&function, "a rule that warns has a fixed text: write `when = …, message = \"…\"`");
            return;
        }
        match blame.or_else(|| fields.first().map(|field| field.name.clone())) {
            Some(blame) => stopping.push(ErrorRule { blame, answer: Answer::Function(function) }),
            None => errors.over(&function, "a provider without fields has no rules"),
        }
        return;
    }
    let (Some(when), Some(id), Some(message)) = (when, id, message) else {
        errors.at(place, "a rule has `id = \"…\", when = …, message = \"…\"`, or `check = function`");
        return;
    };
    let (when, used) = expression::rewrite(when, fields, errors);
    let solution = solution.unwrap_or_default();
    let source = source.unwrap_or_default();
    if warn.is_present() {
        warning.push(WarningRule { when, id, message, solution, source });
        return;
    }
    let arguments = match arguments {
        Some(Expr::Array(array)) => {
            array.elems.into_iter().map(|element| expression::rewrite(element, fields, errors).0).collect()
        }
        Some(other) => {
            errors.over(other, "arguments are numbers in brackets: `arguments = [shards, 10]`");
            Vec::new()
        }
        None => Vec::new(),
    };
    if errors.len() > before {
        return;
    }
    match blame.or_else(|| used.into_iter().next()) {
        Some(blame) => stopping
            .push(ErrorRule { blame, answer: Answer::Condition { when, id, message, solution, source, arguments } }),
        None => errors.at(place, "name the field that is to blame: `blame = field`"),
    }
}

fn known_field(name: &Ident, fields: &[Field], errors: &mut Errors) {
    if !fields.iter().any(|field| field.name == *name) {
        let names: Vec<String> = fields.iter().map(|field| field.name.to_string()).collect();
        let hint = near::hint_or_all(&name.to_string(), names.iter().map(String::as_str));
        errors.at(name.span(), format!("`{name}` is not a field of this provider{hint}"));
    }
}

fn understand_limit(limit: Limit, fields: &[Field], errors: &mut Errors) -> Option<Counted> {
    let Limit { name, count, per_group, label, solution } = limit;
    let count = match (count, per_group) {
        (Some(Expr::Path(path)), None) if path.path.is_ident("groups") => Count::Groups,
        (Some(count), None) => Count::Total(expression::rewrite(count, fields, errors).0),
        (None, Some(count)) => Count::PerGroup(expression::rewrite(count, fields, errors).0),
        _ => {
            errors.at(
                name.span(),
                "a limit counts one way: `count = groups`, `count = …` over all groups, or `per_group = …`",
            );
            return None;
        }
    };
    Some(Counted { name: name.to_string(), label, solution, count })
}

impl Provider {
    pub(super) fn merged(&self) -> Ident {
        format_ident!("{}Merged", self.item.ident)
    }
    pub(super) fn origins(&self) -> Ident {
        format_ident!("{}Origins", self.item.ident)
    }
    pub(super) fn cells(&self) -> Ident {
        format_ident!("__{}Cells", self.item.ident)
    }
    pub(super) fn buffers(&self) -> Ident {
        format_ident!("__{}Buffers", self.item.ident)
    }
    pub(super) fn owned(&self) -> Ident {
        format_ident!("__{}Owned", self.item.ident)
    }
    pub(super) fn warnings(&self) -> Ident {
        format_ident!("__{}Warning", self.item.ident)
    }
    /// The type of its settings.
    pub(super) fn settings_type(&self) -> TokenStream {
        match &self.settings {
            Some(path) => quote!(#path),
            None => {
                let private = self.library.private();
                quote!(#private::NoSettings)
            }
        }
    }
}
