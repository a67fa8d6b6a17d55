//! `moved`, `removed`, `import`: how a state follows a program that changed.

use super::convert::IntoTf;
use super::declare::Resource;
use super::stack::Stack;
use super::types::Text;
use super::value::Value;

/// A resource that has another address now.
pub(crate) struct Move {
    pub from: String,
    pub to: String,
}

/// A resource that left the program.
pub(crate) struct Removal {
    pub from: String,
    pub destroy: bool,
}

/// A resource that exists already.
pub(crate) struct Import {
    pub to: String,
    pub id: Value,
}

impl Stack {
    /// The state holds under `from` what the program now calls `to`: both like `azurerm_subnet.private`.
    pub fn moved(&self, from: impl Into<String>, to: impl Into<String>) {
        self.contents_mut().moves.push(Move { from: from.into(), to: to.into() });
    }

    /// The program no longer declares `address`. Without `destroy` the resource stays in Azure, and only the state
    /// forgets it.
    pub fn removed(&self, address: impl Into<String>, destroy: bool) {
        self.contents_mut().removals.push(Removal { from: address.into(), destroy });
    }

    /// The resource exists in Azure under `id`, and this stack takes it over.
    pub fn import(&self, resource: impl Resource, id: impl IntoTf<Text>) {
        let to = resource.handle().address().to_owned();
        self.contents_mut().imports.push(Import { to, id: id.into_tf() });
    }
}
