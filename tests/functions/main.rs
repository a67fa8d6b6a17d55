//! Function apps: what their hosts are told, and what others get to hold of them.

mod callers;
mod health;
mod triggers;
