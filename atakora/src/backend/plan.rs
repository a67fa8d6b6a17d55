//! The merged requirements of one provider, whoever merged them, with the provider's type forgotten.

use std::any::{Any, TypeId};
use std::rc::Rc;

use super::deployed::Deployed;
use super::explanation::Explanation;
use super::scope::Scope;
use crate::Result;
use crate::check::Text;
use crate::deferred::Resolved;
use crate::merge::{Measure, NONE};
use crate::provider::{Access, Emit, Principal, Provided, Provider, Stage};
use crate::terraform::declare::Handle;

/// A provider with its merged requirements, ready to emit.
pub(crate) trait Plan {
    fn stage(&self) -> Stage;
    fn emit(&self, deployed: &mut Deployed<'_>) -> Result;
    /// What people read of it: each resource with who shares it.
    fn shares(&self) -> Vec<Share>;
    fn warnings(&self) -> Vec<&'static crate::check::Rule>;
    /// The provider, and the group of each component.
    fn groups(&self) -> (TypeId, Vec<usize>);
    /// Each group with who asked for what; names are not known here.
    fn explain(&self) -> Vec<Explanation>;
    /// What it counts for each limit that it knows.
    fn usage(&self) -> Vec<Measure>;
}

/// One resource that components share.
#[derive(Clone, Debug)]
pub(crate) struct Share {
    pub(crate) provider: &'static str,
    pub(crate) description: String,
    pub(crate) members: Vec<usize>,
}

/// Where the views of a plan are: in a constant, or in the plan itself.
pub(crate) enum Views<P: Provider> {
    Constant { inputs: &'static [Option<P>], views: &'static [P::Merged<'static>], of: &'static [usize] },
    Owned { inputs: Vec<Option<P>>, owned: P::Owned },
}

pub(crate) struct MergedPlan<P: Provider> {
    pub(crate) views: Views<P>,
    pub(crate) settings: P::Settings,
    pub(crate) warned: [bool; 4],
}

impl<P: Provider> MergedPlan<P> {
    fn with<R>(&self, then: impl FnOnce(&[P::Merged<'_>], &[usize]) -> R) -> R {
        match &self.views {
            Views::Constant { views, of, .. } => then(views, of),
            Views::Owned { owned, .. } => then(&P::views(owned), &P::groups(owned).of),
        }
    }
}

impl<P: Emit> Plan for MergedPlan<P> {
    fn stage(&self) -> Stage {
        P::STAGE
    }

    fn emit(&self, deployed: &mut Deployed<'_>) -> Result {
        self.with(|views, of| {
            if views.is_empty() {
                P::unused(&self.settings)?;
            }
            let mut groups: Vec<Rc<dyn AnyHandle>> = Vec::with_capacity(views.len());
            for view in views {
                let scope = Scope::new(deployed, P::ID, P::code(view), P::members(view));
                groups.push(Rc::new(P::emit(view, &self.settings, &scope)?));
            }
            deployed.provided.push(ProvidedHandles {
                provider: P::ID,
                type_id: TypeId::of::<P>(),
                of: of.to_vec(),
                groups,
            });
            Ok(())
        })
    }

    fn shares(&self) -> Vec<Share> {
        if !P::is_shared(&self.settings) {
            return Vec::new();
        }
        self.with(|views, _| {
            views
                .iter()
                .map(|view| {
                    let description: Text<64> = P::describe(view);
                    Share {
                        provider: P::LABEL,
                        description: description.as_str().to_owned(),
                        members: P::members(view).to_vec(),
                    }
                })
                .collect()
        })
    }

    fn explain(&self) -> Vec<Explanation> {
        let inputs = match &self.views {
            Views::Constant { inputs, .. } => inputs,
            Views::Owned { inputs, .. } => inputs.as_slice(),
        };
        let explain = |view: &P::Merged<'_>| Explanation {
            backend: String::new(),
            provider: P::ID,
            label: P::LABEL,
            description: P::describe(view).as_str().to_owned(),
            components: Vec::new(),
            members: P::members(view).to_vec(),
            fields: P::explain(inputs, view),
        };
        self.with(|views, _| views.iter().map(explain).collect())
    }

    fn groups(&self) -> (TypeId, Vec<usize>) {
        (TypeId::of::<P>(), self.with(|_, of| of.to_vec()))
    }

    fn usage(&self) -> Vec<Measure> {
        self.with(|views, _| P::measures(views))
    }

    fn warnings(&self) -> Vec<&'static crate::check::Rule> {
        let fired = P::WARNINGS.iter().zip(self.warned).filter(|(_, fired)| *fired);
        fired.map(|(rule, _)| rule).collect()
    }
}

/// A provider's handle with its type forgotten.
pub(crate) trait AnyHandle {
    fn as_any(&self) -> &dyn Any;
    fn resolved(&self, name: &str, component: usize) -> Option<Resolved>;
    fn grant(&self, access: &Access, component: usize, principal: &Principal, scope: &Scope<'_>)
    -> Result<Vec<Handle>>;
}

impl<H: Provided> AnyHandle for H {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn resolved(&self, name: &str, component: usize) -> Option<Resolved> {
        Provided::resolved(self, name, component)
    }
    fn grant(
        &self,
        access: &Access,
        component: usize,
        principal: &Principal,
        scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        Provided::grant(self, access, component, principal, scope)
    }
}

/// What one provider has made, and for whom.
pub(crate) struct ProvidedHandles {
    pub(crate) provider: &'static str,
    pub(crate) type_id: TypeId,
    of: Vec<usize>,
    pub(crate) groups: Vec<Rc<dyn AnyHandle>>,
}

impl ProvidedHandles {
    /// The handle of the resource that serves a component.
    pub(crate) fn of(&self, component: usize) -> Option<&Rc<dyn AnyHandle>> {
        let group = *self.of.get(component)?;
        if group == NONE { None } else { self.groups.get(group) }
    }
}
