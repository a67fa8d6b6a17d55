//! How a field takes in the requirement of one more component.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

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

    /// Counts the places that the list can take over all groups: `input` is a requirement.
    pub(in crate::provider) fn count_items(&self) -> Option<(Ident, TokenStream)> {
        let Merge::List(list) = &self.merge else { return None };
        let name = &self.name;
        let places = match list.sharing {
            Sharing::Own => quote!((input.#name.len() > 0) as usize),
            Sharing::Shared | Sharing::Distinct => quote!(input.#name.len()),
        };
        Some((name.clone(), quote!(#name += #places;)))
    }
}
