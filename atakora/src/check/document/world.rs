//! All that an app makes, as the families of rules ask for it: by type, and by name.

use std::cell::RefCell;
use std::collections::HashMap;

use super::reader::{On, Read, kind};
use crate::terraform::close::Closed;

/// All documents of an app, by type of resource.
pub(super) struct World<'c> {
    closed: &'c Closed<'c>,
    by_kind: HashMap<&'c str, Vec<On<'c>>>,
    by_name: RefCell<HashMap<String, Named>>,
}

/// Which of one type have a literal name, by that name in lower case: filled when somebody asks for the type.
type Named = HashMap<String, Vec<usize>>;

impl<'c> World<'c> {
    pub fn new(closed: &'c Closed<'c>) -> Self {
        let mut by_kind: HashMap<&str, Vec<On<'_>>> = HashMap::new();
        for here in &closed.stacks {
            for resource in &here.contents.resources {
                if let Some(kind) = kind(resource) {
                    by_kind.entry(kind).or_default().push(On { closed, here, resource });
                }
            }
        }
        World { closed, by_kind, by_name: RefCell::default() }
    }

    /// Everything of azurerm that the app makes.
    pub fn resources(&self) -> impl Iterator<Item = On<'c>> {
        let closed = self.closed;
        let all =
            closed.stacks.iter().flat_map(|here| here.contents.resources.iter().map(move |resource| (here, resource)));
        all.map(move |(here, resource)| On { closed, here, resource }).filter(|on| on.is_made())
    }

    /// What the app makes of a type, given without `azurerm_`.
    pub fn all(&self, kind: &str) -> impl Iterator<Item = On<'c>> {
        self.by_kind.get(kind).into_iter().flatten().copied().filter(|on| on.is_made())
    }

    /// The resource of a type that an argument names: by a reference, or by the literal name that it has. Of several with
    /// one name it is that of the same stack, and none where that has several too: they are in different scopes.
    pub fn named(&self, kind: &str, argument: Read<'c>) -> Option<On<'c>> {
        if let Some(target) = argument.target() {
            return (target.on.kind() == kind).then_some(target.on);
        }
        let name = argument.text()?.to_ascii_lowercase();
        let mut by_name = self.by_name.borrow_mut();
        if !by_name.contains_key(kind) {
            by_name.insert(kind.to_owned(), self.names(kind));
        }
        let (all, of_kind) = (by_name.get(kind)?.get(&name)?, self.by_kind.get(kind)?);
        let all = || all.iter().filter_map(|position| of_kind.get(*position).copied());
        only(all().filter(|on| on.here.stack.id() == argument.here.stack.id())).or_else(|| only(all()))
    }

    fn names(&self, kind: &str) -> Named {
        let mut names = Named::new();
        for (position, on) in self.by_kind.get(kind).into_iter().flatten().enumerate() {
            if let Some(name) = on.get("name").text().filter(|_| on.is_made()) {
                names.entry(name.to_ascii_lowercase()).or_default().push(position);
            }
        }
        names
    }
}

/// The one of them, if there is one.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    items.next().filter(|_| items.next().is_none())
}
