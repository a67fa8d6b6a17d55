//! How a field takes in the requirement of one more component.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Beside, beside, origin};
use crate::provider::model::{Field, List, Merge, Provider, Sharing};
use crate::types;

impl Field {
    /// Takes the requirement `input` of component `component` into the buffers.
    pub(in crate::provider) fn take(&self, provider: &Provider, private: &TokenStream) -> TokenStream {
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
    pub(in crate::provider) fn overruled(&self, private: &TokenStream) -> Option<TokenStream> {
        let Merge::Same = self.merge else { return None };
        let name = &self.name;
        let same = types::same(&self.ty, &quote!((*buffers.#name)), &quote!(input.#name), private);
        Some(quote!(if !#same { sink.warned[0] = true; }))
    }

    /// The list as a slice.
    fn items(&self, list: &List) -> TokenStream {
        let name = &self.name;
        if list.by_value { quote!(input.#name.as_slice()) } else { quote!(input.#name) }
    }

    /// Whether the list has items. A pattern and no call: this is asked of each list of each component, and nearly all are
    /// empty.
    fn has_items(&self, list: &List, private: &TokenStream) -> TokenStream {
        let name = &self.name;
        if list.by_value {
            quote!(!::core::matches!(&input.#name, #private::Listed::Many([])))
        } else {
            quote!(::core::matches!(input.#name, [_, ..]))
        }
    }

    fn take_list(&self, list: &List, label: &str, private: &TokenStream) -> TokenStream {
        let (name, text) = (&self.name, self.name.to_string());
        let Beside { owners, hashes, heads, links, len, starts, .. } = beside(name);
        let (has_items, items) = (self.has_items(list, private), self.items(list));
        let shown = list.key.last().map(|key| quote!(#private::KeyOf(item.#key).text()));
        let hash = list
            .key
            .iter()
            .fold(quote!(group as u64), |hash, key| quote!(#private::KeyOf(item.#key).mixed_into(#hash)));
        let same = list.key.iter().map(|key| quote!(&& #private::KeyOf(known.#key).is(#private::KeyOf(item.#key))));
        let again = match list.sharing {
            Sharing::Own => return self.take_own(list, label, private),
            Sharing::Distinct => quote!(sink.push(#private::Problem::Twice {
                provider: #label, list: #text, key: #shown, first: buffers.#owners[index], second: component,
            });),
            Sharing::Shared => quote! {
                if let ::core::option::Option::Some(field) = known.differs(item) {
                    sink.push(#private::Problem::Conflict {
                        provider: #label, list: #text, key: #shown, field,
                        first: buffers.#owners[index], second: component,
                    });
                }
            },
        };
        quote! {
            if #has_items {
                let mut items = #items;
                let mut table = #private::Table {
                    room: groups.size.room,
                    heads: buffers.#heads,
                    links: buffers.#links,
                    hashes: buffers.#hashes,
                    len: buffers.#len,
                };
                while let [item, rest @ ..] = items {
                    let hash = #hash;
                    let mut index = table.find(hash);
                    loop {
                        if index == #private::NONE {
                            index = table.take(hash);
                            buffers.#name[index] = ::core::option::Option::Some(*item);
                            buffers.#owners[index] = component;
                            break;
                        }
                        if index >= buffers.#starts
                            && let ::core::option::Option::Some(known) = &buffers.#name[index]
                            #(#same)*
                        {
                            #again
                            break;
                        }
                        index = table.next(index, hash);
                    }
                    items = rest;
                }
            }
        }
    }

    /// Each component has its own items, so its list is taken as a whole; only inside it can a key come back.
    fn take_own(&self, list: &List, label: &str, private: &TokenStream) -> TokenStream {
        let (name, text) = (&self.name, self.name.to_string());
        let Beside { owners, len, .. } = beside(name);
        let (has_items, items) = (self.has_items(list, private), self.items(list));
        let twice = list.key.last().map(|last| {
            let same = list.key.iter().map(|key| quote!(&& #private::KeyOf(item.#key).is(#private::KeyOf(other.#key))));
            let glance = list.key.iter().map(|key| quote!(+ #private::KeyOf(item.#key).glance()));
            quote! {
                let mut items = #items;
                if let [_, _, ..] = items {
                    // a bit for each key: pairs are looked at only if two keys have the same
                    let (mut alike, mut bits, mut left) = (false, 0u64, items);
                    while let [item, rest @ ..] = left {
                        let bit = 1u64 << ((0 #(#glance)*) & 63);
                        alike = alike || bits & bit != 0;
                        bits |= bit;
                        left = rest;
                    }
                    if !alike {
                        items = &[];
                    }
                }
                while let [others @ .., item] = items {
                    let mut before = others;
                    while let [other, rest @ ..] = before {
                        if true #(#same)* {
                            sink.push(#private::Problem::Twice {
                                provider: #label, list: #text, key: #private::KeyOf(item.#last).text(),
                                first: component, second: component,
                            });
                            break;
                        }
                        before = rest;
                    }
                    items = others;
                }
            }
        });
        quote! {
            if #has_items {
                buffers.#name[*buffers.#len] = ::core::option::Option::Some(input.#name);
                buffers.#owners[*buffers.#len] = component;
                *buffers.#len += 1;
                #twice
            }
        }
    }

    /// Counts the places that a list can take over all groups whose items are found again: `input` is a requirement.
    pub(in crate::provider) fn count_items(&self, private: &TokenStream) -> Option<(Ident, TokenStream)> {
        let Merge::List(list) = &self.merge else { return None };
        if !list.has_table() {
            return None;
        }
        let (name, has_items) = (&self.name, self.has_items(list, private));
        let count = format_ident!("{name}_count");
        let counted = quote!(if #has_items { #count += input.#name.len(); });
        Some((count, counted))
    }
}
