//! One field of a provider: its place in the buffers, and how one more requirement is taken in.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::model::{Field, List, Merge, Provider, Sharing};
use crate::types;

/// The names of a list's buffers beside its items.
struct Beside {
    owners: Ident,
    hashes: Ident,
    slots: Ident,
    len: Ident,
    /// Where each group begins.
    starts: Ident,
    lens: Ident,
}

fn beside(field: &Ident) -> Beside {
    Beside {
        owners: format_ident!("{field}_owners"),
        hashes: format_ident!("{field}_hashes"),
        slots: format_ident!("{field}_slots"),
        len: format_ident!("{field}_len"),
        starts: format_ident!("{field}_starts"),
        lens: format_ident!("{field}_lens"),
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
            Merge::List(List { sharing: Sharing::Own, .. }) => {
                quote!(#[doc = #text] pub #name: #private::Collected<'b, #ty>)
            }
            Merge::List(List { item, .. }) => quote!(#[doc = #text] pub #name: #private::Union<'b, #item>),
            _ => quote!(#[doc = #text] pub #name: #ty),
        }
    }

    /// Its part of what const evaluation merges into: arrays of `N` for the items of all groups, of `T` for their hash
    /// table, of `G` for what each group has once.
    pub(super) fn in_arrays(&self) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let (stored, Beside { owners, hashes, slots, len, starts, lens }) = (&list.stored, beside(name));
                let table = list.has_table().then(|| quote!(#hashes: [u64; N], #slots: [u32; T],));
                quote! {
                    #name: [::core::option::Option<#stored>; N], #owners: [usize; N], #table
                    #len: usize, #starts: [usize; G], #lens: [usize; G]
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: [#ty; G], #from: [usize; G])
            }
        }
    }

    pub(super) fn empty_arrays(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let Beside { owners, hashes, slots, len, starts, lens } = beside(name);
                let table = list.has_table().then(|| quote!(#hashes: [0; N], #slots: [0; T],));
                quote! {
                    #name: [::core::option::Option::None; N], #owners: [0; N], #table
                    #len: 0, #starts: [0; G], #lens: [0; G]
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: [<#ty as #private::Blank>::BLANK; G], #from: [#private::NONE; G])
            }
        }
    }

    /// The same on the heap.
    pub(super) fn in_vectors(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let (stored, Beside { owners, hashes, slots, len, starts, lens }) = (&list.stored, beside(name));
                let table = list.has_table().then(|| quote!(#hashes: #private::Vec<u64>, #slots: #private::Vec<u32>,));
                quote! {
                    #name: #private::Vec<::core::option::Option<#stored>>, #owners: #private::Vec<usize>,
                    #table #len: usize,
                    #starts: #private::Vec<usize>, #lens: #private::Vec<usize>
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: #private::Vec<#ty>, #from: #private::Vec<usize>)
            }
        }
    }

    pub(super) fn empty_vectors(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let Beside { owners, hashes, slots, len, starts, lens } = beside(name);
                let table = list.has_table().then(|| {
                    quote! {
                        #hashes: #private::filled(0, capacity),
                        #slots: #private::filled(0, #private::free_slots(capacity)),
                    }
                });
                quote! {
                    #name: #private::filled(::core::option::Option::None, capacity),
                    #owners: #private::filled(0, capacity),
                    #table
                    #len: 0,
                    #starts: #private::filled(0, count),
                    #lens: #private::filled(0, count)
                }
            }
            _ => {
                let from = origin(name);
                quote! {
                    #name: #private::filled(<#ty as #private::Blank>::BLANK, count),
                    #from: #private::filled(#private::NONE, count)
                }
            }
        }
    }

    /// Its part of the buffers that both lend to the merge of one group.
    pub(super) fn in_buffers(&self) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let (stored, Beside { owners, hashes, slots, len, starts, .. }) = (&list.stored, beside(name));
                let table =
                    list.has_table().then(|| quote!(#hashes: &'b mut [u64], #slots: &'b mut [u32], #starts: usize,));
                quote! {
                    #name: &'b mut [::core::option::Option<#stored>], #owners: &'b mut [usize], #table
                    #len: &'b mut usize
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: &'b mut #ty, #from: &'b mut usize)
            }
        }
    }

    /// Where group `g` begins, before it is merged.
    pub(super) fn begin(&self) -> Option<TokenStream> {
        let Merge::List(_) = self.merge else { return None };
        let Beside { len, starts, .. } = beside(&self.name);
        Some(quote!(all.#starts[g] = all.#len;))
    }

    /// How many items group `g` has, once it is merged.
    pub(super) fn end(&self) -> Option<TokenStream> {
        let Merge::List(_) = self.merge else { return None };
        let Beside { len, starts, lens, .. } = beside(&self.name);
        Some(quote!(all.#lens[g] = all.#len - all.#starts[g];))
    }

    pub(super) fn lend(&self) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(list) => {
                let Beside { owners, hashes, slots, len, starts, .. } = beside(name);
                let table = list.has_table().then(|| {
                    quote! {
                        #hashes: all.#hashes.as_mut_slice(), #slots: all.#slots.as_mut_slice(),
                        #starts: all.#starts.as_slice()[g],
                    }
                });
                quote! {
                    #name: all.#name.as_mut_slice(), #owners: all.#owners.as_mut_slice(), #table #len: &mut all.#len
                }
            }
            _ => {
                let from = origin(name);
                quote!(#name: &mut all.#name.as_mut_slice()[g], #from: &mut all.#from.as_mut_slice()[g])
            }
        }
    }

    /// The finished field of group `g`, read from the arrays or the vectors.
    pub(super) fn view(&self, private: &TokenStream) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(list) => {
                let Beside { owners, starts, lens, .. } = beside(name);
                let union = quote!(#private::Union::new(
                    all.#name.as_slice(), all.#owners.as_slice(), all.#starts.as_slice()[g], all.#lens.as_slice()[g],
                ));
                match list.sharing {
                    Sharing::Own => quote!(#name: #private::Collected::new(#union)),
                    Sharing::Shared | Sharing::Distinct => quote!(#name: #union),
                }
            }
            _ => quote!(#name: all.#name.as_slice()[g]),
        }
    }

    pub(super) fn empty_view(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(List { sharing: Sharing::Own, .. }) => quote!(#name: #private::Collected::EMPTY),
            Merge::List(_) => quote!(#name: #private::Union::EMPTY),
            _ => quote!(#name: <#ty as #private::Blank>::BLANK),
        }
    }

    /// Which component decided it; for a list, the first that has an item.
    pub(super) fn view_origin(&self, private: &TokenStream) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(_) => {
                let Beside { owners, starts, lens, .. } = beside(name);
                quote!(#name: if all.#lens.as_slice()[g] > 0 {
                    all.#owners.as_slice()[all.#starts.as_slice()[g]]
                } else {
                    #private::NONE
                })
            }
            _ => {
                let from = origin(name);
                quote!(#name: all.#from.as_slice()[g])
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
        let Beside { owners, hashes, slots, len, starts, .. } = beside(name);
        let item = if list.by_value { quote!(input.#name.at(i)) } else { quote!(input.#name[i]) };
        let shown = list.key.last().map(|key| quote!(#private::KeyOf(item.#key).text()));
        let key_of = |item: &TokenStream| {
            let parts = list.key.iter().map(|key| quote!(.with(#private::KeyOf(#item.#key).part())));
            quote!(#private::Key::EMPTY #(#parts)*)
        };
        let (key, known_key) = (key_of(&quote!(item)), key_of(&quote!(known)));
        let again = match list.sharing {
            Sharing::Own => return self.take_own(list, label, private),
            Sharing::Distinct => quote!(sink.push(#private::Problem::Twice {
                provider: #label, list: #text, key: #shown, first: buffers.#owners[index], second: component,
            });),
            Sharing::Shared => quote! {
                if let ::core::option::Option::Some(field) = known.differs(&item) {
                    sink.push(#private::Problem::Conflict {
                        provider: #label, list: #text, key: #shown, field,
                        first: buffers.#owners[index], second: component,
                    });
                }
            },
        };
        quote! {
            let mut i = 0;
            while i < input.#name.len() {
                let item = #item;
                let key = #key;
                let hash = key.hash_in(group);
                let mut table = #private::Table::new(buffers.#slots, buffers.#hashes, buffers.#len);
                let mut slot = table.start(hash);
                loop {
                    match table.find(hash, slot) {
                        #private::Found::Free(slot) => {
                            let index = table.take(slot, hash);
                            buffers.#name[index] = ::core::option::Option::Some(item);
                            buffers.#owners[index] = component;
                            break;
                        }
                        #private::Found::Candidate { index, next } => {
                            slot = next;
                            if index < buffers.#starts {
                                continue;
                            }
                            if let ::core::option::Option::Some(known) = buffers.#name[index]
                                && #known_key.same(&key)
                            {
                                #again
                                break;
                            }
                        }
                    }
                }
                i += 1;
            }
        }
    }

    /// Each component has its own items, so its list is taken as a whole; only inside it can a key come back.
    fn take_own(&self, list: &List, label: &str, private: &TokenStream) -> TokenStream {
        let (name, text) = (&self.name, self.name.to_string());
        let Beside { owners, len, .. } = beside(name);
        let take = quote! {
            if input.#name.len() > 0 {
                buffers.#name[*buffers.#len] = ::core::option::Option::Some(input.#name);
                buffers.#owners[*buffers.#len] = component;
                *buffers.#len += 1;
            }
        };
        let Some(last) = list.key.last() else { return take };
        let (item, other) = if list.by_value {
            (quote!(input.#name.at(i)), quote!(input.#name.at(j)))
        } else {
            (quote!(input.#name[i]), quote!(input.#name[j]))
        };
        let same = list.key.iter().map(|key| quote!(&& #private::KeyOf(item.#key).is(#private::KeyOf(#other.#key))));
        quote! {
            #take
            let mut i = 1;
            while i < input.#name.len() {
                let (item, mut j) = (#item, 0);
                while j < i {
                    if true #(#same)* {
                        sink.push(#private::Problem::Twice {
                            provider: #label, list: #text, key: #private::KeyOf(item.#last).text(),
                            first: component, second: component,
                        });
                        break;
                    }
                    j += 1;
                }
                i += 1;
            }
        }
    }

    /// Who asked for it, and who won, for a running program that is asked.
    pub(super) fn explained(&self, private: &TokenStream) -> TokenStream {
        let (name, text) = (&self.name, self.name.to_string());
        let (merge, list) = match &self.merge {
            Merge::Group => ("group", None),
            Merge::Max => ("max", None),
            Merge::Sum => ("sum", None),
            Merge::Any => ("any", None),
            Merge::Same => ("same", None),
            Merge::List(list) => match list.sharing {
                Sharing::Shared => ("union", Some(list)),
                Sharing::Distinct => ("distinct", Some(list)),
                Sharing::Own => ("collect", Some(list)),
            },
        };
        let Some(list) = list else {
            return quote! {
                #private::explained(
                    (#text, #merge), #private::shown(&view.#name), view.origins.#name, (inputs, view.members),
                    |input| #private::shown(&input.#name),
                )
            };
        };
        let item = if list.by_value { quote!(input.#name.at(i)) } else { quote!(input.#name[i]) };
        let key = match list.key.last() {
            Some(key) => quote!(#private::KeyOf(item.#key).text()),
            None => quote!(""),
        };
        quote! {
            #private::explained_list((#text, #merge), view.#name.len(), (inputs, view.members), |input| {
                let mut items = #private::Vec::new();
                for i in 0..input.#name.len() {
                    let item = #item;
                    items.push((#key, #private::shown(&item)));
                }
                items
            })
        }
    }

    /// Counts the places that the list can take over all groups: `input` is a requirement.
    pub(super) fn count_items(&self) -> Option<(Ident, TokenStream)> {
        let Merge::List(list) = &self.merge else { return None };
        let name = &self.name;
        let places = match list.sharing {
            Sharing::Own => quote!((input.#name.len() > 0) as usize),
            Sharing::Shared | Sharing::Distinct => quote!(input.#name.len()),
        };
        Some((name.clone(), quote!(#name += #places;)))
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
