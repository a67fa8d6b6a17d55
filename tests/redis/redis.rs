//! A third party: a provider and components outside Atakora.
