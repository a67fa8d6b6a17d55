//! Terraform or OpenTofu, driven: which one, how it runs, what it says, how it is interrupted.

mod diagnostic;
mod discover;
mod events;
mod interrupt;
mod process;
mod state;

pub(super) use diagnostic::{Diagnostic, Severity};
pub(super) use events::{Event, Hook};
pub(super) use interrupt::Interrupt;
pub(super) use process::{Ended, Engine};
pub(super) use state::State;
