//! One field of a provider: its place in the buffers, and how one more requirement is taken in.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::model::{Field, List, Merge, Provider, Sharing};
use crate::types;

/// The names of a list's buffers beside its items.
struct Beside {
    owners: Ident,
    keys: Ident,
    slots: Ident,
    len: Ident,
}

fn beside(field: &Ident) -> Beside {
    Beside {
        owners: format_ident!("{field}_owners"),
        keys: format_ident!("{field}_keys"),
        slots: format_ident!("{field}_slots"),
        len: format_ident!("{field}_len"),
    }
}

fn origin(field: &Ident) -> Ident {
    format_ident!("{field}_from")
}

impl Field {
    /// Its part of the merged view.
    pub(super) fn in_view(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        let text = match &self.merge {
            Merge::Group => "What all members have in common.",
            Merge::Max => "The highest that a member asks for.",
            Merge::Sum => "The sum over all members.",
            Merge::Any => "Whether a member asks for it.",
            Merge::Same => "What the members agree on.",
            Merge::List(_) => "The items of all members.",
        };
        match &self.merge {
            Merge::List(List { item, .. }) => quote!(#[doc = #text] pub #name: #private::Union<'b, #item>),
            _ => quote!(#[doc = #text] pub #name: #ty),
        }
    }

    /// Its part of a cell for const evaluation: arrays of `N`, hash tables of `T`.
    pub(super) fn in_cell(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(List { item, .. }) => {
                let Beside { owners, keys, slots, len } = beside(name);
                quote!(#name: [#item; N], #owners: [usize; N], #keys: [#private::Key; N], #slots: [u32; T], #len: usize)
            }
            _ => {
                let from = origin(name);
                quote!(#name: #ty, #from: usize)
            }
        }
    }

    pub(super) fn empty_cell(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(List { item, .. }) => {
                let Beside { owners, keys, slots, len } = beside(name);
                quote! {
                    #name: [<#item as #private::Blank>::BLANK; N], #owners: [0; N], #keys: [#private::Key::EMPTY; N],
                    #slots: [0; T], #len: 0
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: <#ty as #private::Blank>::BLANK, #from: #private::NONE)
            }
        }
    }

    /// Its part of a cell for run time.
    pub(super) fn in_heap(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(List { item, .. }) => {
                let Beside { owners, keys, slots, len } = beside(name);
                quote! {
                    #name: #private::Vec<#item>, #owners: #private::Vec<usize>, #keys: #private::Vec<#private::Key>,
                    #slots: #private::Vec<u32>, #len: usize
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: #ty, #from: usize)
            }
        }
    }

    pub(super) fn empty_heap(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(List { item, .. }) => {
                let Beside { owners, keys, slots, len } = beside(name);
                quote! {
                    #name: #private::filled(<#item as #private::Blank>::BLANK, capacity),
                    #owners: #private::filled(0, capacity),
                    #keys: #private::filled(#private::Key::EMPTY, capacity),
                    #slots: #private::filled(0, #private::free_slots(capacity)),
                    #len: 0
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: <#ty as #private::Blank>::BLANK, #from: #private::NONE)
            }
        }
    }

    /// Its part of the buffers that both kinds of cell lend to the merge.
    pub(super) fn in_buffers(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(List { item, .. }) => {
                let Beside { owners, keys, slots, len } = beside(name);
                quote! {
                    #name: &'b mut [#item], #owners: &'b mut [usize], #keys: &'b mut [#private::Key],
                    #slots: &'b mut [u32], #len: &'b mut usize
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: &'b mut #ty, #from: &'b mut usize)
            }
        }
    }

    pub(super) fn lend(&self) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(_) => {
                let Beside { owners, keys, slots, len } = beside(name);
                quote! {
                    #name: &mut cell.#name, #owners: &mut cell.#owners, #keys: &mut cell.#keys,
                    #slots: &mut cell.#slots, #len: &mut cell.#len
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: &mut cell.#name, #from: &mut cell.#from)
            }
        }
    }

    /// The finished field, read from a cell of either kind.
    pub(super) fn view(&self, private: &TokenStream) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(_) => {
                let Beside { owners, len, .. } = beside(name);
                quote!(#name: #private::Union::new(
                    cell.#name.as_slice().split_at(cell.#len).0,
                    cell.#owners.as_slice().split_at(cell.#len).0,
                ))
            }
            _ => quote!(#name: cell.#name),
        }
    }

    pub(super) fn empty_view(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(_) => quote!(#name: #private::Union::new(&[], &[])),
            _ => quote!(#name: <#ty as #private::Blank>::BLANK),
        }
    }

    /// Which component decided it; for a list, the first that has an item.
    pub(super) fn view_origin(&self, private: &TokenStream) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(_) => {
                let Beside { owners, len, .. } = beside(name);
                quote!(#name: if cell.#len > 0 { cell.#owners.as_slice()[0] } else { #private::NONE })
            }
            _ => {
                let from = origin(name);
                quote!(#name: cell.#from)
            }
        }
    }

    /// Takes the requirement `input` of component `component` into the buffers.
    pub(super) fn take(&self, provider: &Provider, private: &TokenStream) -> TokenStream {
        let (name, label) = (&self.name, &provider.label);
        let from = origin(name);
        match &self.merge {
            Merge::Group => quote!(*buffers.#name = input.#name; *buffers.#from = component;),
            Merge::Max => {
                let higher = if types::is_number(&self.ty) {
                    quote!(input.#name > *buffers.#name)
                } else {
                    quote!(input.#name.rank() > buffers.#name.rank())
                };
                quote! {
                    if *buffers.#from == #private::NONE || #higher {
                        *buffers.#name = input.#name;
                        *buffers.#from = component;
                    }
                }
            }
            Merge::Sum => quote! {
                *buffers.#name = buffers.#name.saturating_add(input.#name);
                if *buffers.#from == #private::NONE { *buffers.#from = component; }
            },
            Merge::Any => quote! {
                if *buffers.#from == #private::NONE || (input.#name && !*buffers.#name) {
                    *buffers.#name = input.#name;
                    *buffers.#from = component;
                }
            },
            Merge::Same => self.take_same(provider, label, private),
            Merge::List(list) => self.take_list(list, label, private),
        }
    }

    fn take_same(&self, provider: &Provider, label: &str, private: &TokenStream) -> TokenStream {
        let (name, text) = (&self.name, self.name.to_string());
        let from = origin(name);
        let same = types::same(&self.ty, &quote!((*buffers.#name)), &quote!(input.#name), private);
        let decides = match &provider.priority {
            Some(priority) => quote!(input.#priority as u64 == top),
            None => quote!(true),
        };
        quote! {
            if #decides {
                if *buffers.#from == #private::NONE {
                    *buffers.#name = input.#name;
                    *buffers.#from = component;
                } else if !#same {
                    sink.push(#private::Problem::Conflict {
                        provider: #label, list: "", key: #text, field: #text,
                        first: *buffers.#from, second: component,
                    });
                }
            }
        }
    }

    /// After all members are in: whether a member of lower priority wanted something else.
    pub(super) fn overruled(&self, private: &TokenStream) -> Option<TokenStream> {
        let Merge::Same = self.merge else { return None };
        let name = &self.name;
        let same = types::same(&self.ty, &quote!((*buffers.#name)), &quote!(input.#name), private);
        Some(quote!(if !#same { sink.warned[0] = true; }))
    }

    fn take_list(&self, list: &List, label: &str, private: &TokenStream) -> TokenStream {
        let (name, text) = (&self.name, self.name.to_string());
        let Beside { owners, keys, slots, len } = beside(name);
        let item = if list.by_value { quote!(input.#name.at(i)) } else { quote!(input.#name[i]) };
        let own = (list.sharing == Sharing::Own).then(|| quote!(.with(#private::KeyPart::Number(component as u64))));
        let parts = list.key.iter().map(|key| quote!(.with(#private::KeyOf(item.#key).part())));
        let shown = list.key.last().map(|key| quote!(#private::KeyOf(item.#key).text()));
        let twice = quote!(#private::Problem::Twice {
            provider: #label, list: #text, key: #shown, first: buffers.#owners[at], second: component,
        });
        let known = match list.sharing {
            Sharing::Own | Sharing::Distinct => quote!(sink.push(#twice);),
            Sharing::Shared => quote! {
                if let ::core::option::Option::Some(field) = buffers.#name[at].differs(&item) {
                    sink.push(#private::Problem::Conflict {
                        provider: #label, list: #text, key: #shown, field,
                        first: buffers.#owners[at], second: component,
                    });
                }
            },
        };
        quote! {
            let mut i = 0;
            while i < input.#name.len() {
                let item = #item;
                let key = #private::Key::EMPTY #own #(#parts)*;
                match #private::Table::new(buffers.#slots, buffers.#keys, buffers.#len).place(key) {
                    #private::Placed::New(at) => {
                        buffers.#name[at] = item;
                        buffers.#owners[at] = component;
                    }
                    #private::Placed::Known(at) => { #known }
                }
                i += 1;
            }
        }
    }

    /// Raises `most` to how many items the list can have in one group.
    pub(super) fn count_items(&self) -> Option<TokenStream> {
        let Merge::List(_) = self.merge else { return None };
        let name = &self.name;
        Some(quote! {
            let (mut items, mut m) = (0, 0);
            while m < members.len() {
                if let ::core::option::Option::Some(input) = &inputs[members[m]] { items += input.#name.len(); }
                m += 1;
            }
            if items > most { most = items; }
        })
    }

    /// For a `#[group]` field: its part of the key.
    pub(super) fn key_part(&self, private: &TokenStream) -> Option<TokenStream> {
        let Merge::Group = self.merge else { return None };
        let (name, ty) = (&self.name, &self.ty);
        Some(if types::is_number(ty) {
            quote!(.with(#private::KeyPart::Number(self.#name as u64)))
        } else if types::is_text(ty) {
            quote!(.with(#private::KeyPart::Text(self.#name)))
        } else if types::argument_of(ty, "Option").is_some_and(types::is_text) {
            quote!(.with(match self.#name {
                ::core::option::Option::Some(text) => #private::KeyPart::Text(text),
                ::core::option::Option::None => #private::KeyPart::None,
            }))
        } else {
            quote!(.with(self.#name.key()))
        })
    }

    /// For a `#[group]` field: its part of the description of a group.
    pub(super) fn description(&self) -> Option<TokenStream> {
        let Merge::Group = self.merge else { return None };
        let (name, ty) = (&self.name, &self.ty);
        let comma = quote!(if !out.is_empty() {
            out.push(", ");
        });
        Some(if types::is_number(ty) {
            quote!(#comma out.push_number(view.#name as i64);)
        } else if types::is_text(ty) {
            quote!(#comma out.push(view.#name);)
        } else if types::argument_of(ty, "Option").is_some_and(types::is_text) {
            quote!(if let ::core::option::Option::Some(text) = view.#name { #comma out.push(text); })
        } else {
            quote!(#comma view.#name.write(&mut out);)
        })
    }
}
