//! A component of a builder: its settings, its type forgotten.

use std::any::Any;

use super::deployed::Deployed;
use super::requirements::Requirements;
use crate::Result;
use crate::check::Rule;
use crate::component::Component;
use crate::entity::Schema;
use crate::merge::{Owner, Problem};
use crate::settings::Settings;

pub(super) trait Added {
    fn name(&self) -> &'static str;
    fn type_name(&self) -> &'static str;
    fn require(&self, into: &mut Requirements);
    fn entities(&self) -> &'static [Schema];
    fn setting_problems(&self, index: usize, names: &[&str]) -> Vec<String>;
    /// What settings ask for that has an announced end.
    fn retires(&self) -> Vec<&'static Rule>;
    fn attach(&self, index: usize, deployed: &mut Deployed<'_>) -> Result<Box<dyn Any>>;
}

pub(super) struct Instance<C: Component> {
    pub(super) name: &'static str,
    pub(super) settings: C::Settings,
}

impl<C: Component> Added for Instance<C> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn type_name(&self) -> &'static str {
        std::any::type_name::<C>()
    }

    fn require(&self, into: &mut Requirements) {
        C::require(&self.settings, self.name, into);
    }

    fn entities(&self) -> &'static [Schema] {
        C::ENTITIES
    }

    fn setting_problems(&self, index: usize, names: &[&str]) -> Vec<String> {
        let problem = |setting: &&'static str| {
            let finding = self.settings.check_setting(setting)?;
            let problem = Problem::Setting { setting, owner: Owner::Component(index), finding };
            Some(problem.render(names).as_str().to_owned())
        };
        C::Settings::NAMES.iter().filter_map(problem).collect()
    }

    fn retires(&self) -> Vec<&'static Rule> {
        C::Settings::NAMES.iter().filter_map(|setting| self.settings.retires_setting(setting)).collect()
    }

    fn attach(&self, index: usize, deployed: &mut Deployed<'_>) -> Result<Box<dyn Any>> {
        Ok(Box::new(deployed.attach::<C>(index, &self.settings)?))
    }
}
