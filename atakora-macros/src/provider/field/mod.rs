//! One field of a provider: where it is kept, how one more requirement is taken in, and what it says of a group.

mod explain;
mod group;
mod storage;
mod take;

use proc_macro2::Ident;
use quote::format_ident;

/// The names of a list's buffers beside its items.
struct Beside {
    owners: Ident,
    hashes: Ident,
    heads: Ident,
    links: Ident,
    len: Ident,
    /// Where each group begins.
    starts: Ident,
    lens: Ident,
}

fn beside(field: &Ident) -> Beside {
    Beside {
        owners: format_ident!("{field}_owners"),
        hashes: format_ident!("{field}_hashes"),
        heads: format_ident!("{field}_heads"),
        links: format_ident!("{field}_links"),
        len: format_ident!("{field}_len"),
        starts: format_ident!("{field}_starts"),
        lens: format_ident!("{field}_lens"),
    }
}

fn origin(field: &Ident) -> Ident {
    format_ident!("{field}_from")
}
