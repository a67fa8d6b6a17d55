//! Which constants each environment has of its own, and which it shares with others.
//!
//! What no environment sets again is merged once. An environment that sets a provider's section again has that provider
//! merged for itself; one that sets a component again has all providers, because only types know what a component requires.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::model::{Backend, Overlay};

/// `None`: what the backend says, unchanged. `Some`: what the environment of this index makes of it.
pub(super) type World = Option<usize>;

/// A constant about provider or component `index`, in a world.
pub(super) fn of_in(what: &str, index: usize, world: World) -> Ident {
    match world {
        None => format_ident!("{what}_{index}"),
        Some(e) => format_ident!("{what}_{index}_{e}"),
    }
}

/// A constant or function about all of a world.
pub(super) fn whole(what: &str, world: World) -> Ident {
    match world {
        None => format_ident!("{what}"),
        Some(e) => format_ident!("{what}_{e}"),
    }
}

/// A set of environments, as the library takes it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mask(u64);

impl Mask {
    pub(super) fn one(e: usize) -> Mask {
        Mask(1 << e)
    }
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }
    pub(super) fn tokens(self) -> TokenStream {
        let mask = self.0;
        quote!(#mask)
    }
}

impl FromIterator<usize> for Mask {
    fn from_iter<I: IntoIterator<Item = usize>>(environments: I) -> Mask {
        Mask(environments.into_iter().fold(0, |mask, e| mask | 1 << e))
    }
}

impl Backend {
    pub(super) fn is_several(&self) -> bool {
        !self.environments.is_empty()
    }

    /// What environment `e` sets again of component `k`.
    pub(super) fn component_again(&self, k: usize, e: usize) -> Option<&Overlay> {
        self.environments.get(e)?.components.iter().find(|overlay| overlay.index == k)
    }

    /// What environment `e` sets again of provider `j`.
    pub(super) fn provider_again(&self, j: usize, e: usize) -> Option<&Overlay> {
        self.environments.get(e)?.providers.iter().find(|overlay| overlay.index == j)
    }

    /// The components that environment `e` sets again.
    pub(super) fn components_again(&self, e: usize) -> &[Overlay] {
        self.environments.get(e).map(|environment| environment.components.as_slice()).unwrap_or_default()
    }

    /// Where provider `j` is merged for environment `e`.
    pub(super) fn merged(&self, j: usize, e: usize) -> World {
        let again = !self.components_again(e).is_empty() || self.provider_again(j, e).is_some();
        again.then_some(e)
    }

    /// Where the settings of provider `j` are for environment `e`.
    pub(super) fn set(&self, j: usize, e: usize) -> World {
        self.provider_again(j, e).map(|_| e)
    }

    /// Where all that is merged for environment `e` is.
    pub(super) fn world(&self, e: usize) -> World {
        let environment = self.environments.get(e)?;
        environment.overlays().next().map(|_| e)
    }

    /// The different ones that the environments see, through `of`, each with the environments that see it. The only one
    /// of a backend for one environment has no mask.
    pub(super) fn worlds(&self, of: impl Fn(usize) -> World) -> Vec<(World, Mask)> {
        if !self.is_several() {
            return vec![(None, Mask::default())];
        }
        let all = 0..self.environments.len();
        let shared: Mask = all.clone().filter(|e| of(*e).is_none()).collect();
        let shared = (!shared.is_empty()).then_some((None, shared));
        shared.into_iter().chain(all.filter_map(|e| of(e).map(|own| (Some(own), Mask::one(e))))).collect()
    }
}
