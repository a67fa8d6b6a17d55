//! Where a field is kept: its place in the view, in the arrays or vectors of all groups, and what one group is lent of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Beside, beside, origin};
use crate::provider::model::{Field, List, Merge, Sharing};

impl Field {
    /// Its part of the merged view.
    pub(in crate::provider) fn in_view(&self, private: &TokenStream) -> TokenStream {
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

    /// Its part of what const evaluation merges into: arrays of `N` for the items of all groups, of `G` for what each group has
    /// once.
    pub(in crate::provider) fn in_arrays(&self) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let (stored, Beside { owners, hashes, heads, links, len, starts, lens }) = (&list.stored, beside(name));
                let table =
                    list.has_table().then(|| quote!(#hashes: [u64; N], #heads: [usize; N], #links: [usize; N],));
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

    pub(in crate::provider) fn empty_arrays(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let Beside { owners, hashes, heads, links, len, starts, lens } = beside(name);
                let none = quote!([#private::NONE; N]);
                let table = list.has_table().then(|| quote!(#hashes: [0; N], #heads: #none, #links: #none,));
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
    pub(in crate::provider) fn in_vectors(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let (stored, Beside { owners, hashes, heads, links, len, starts, lens }) = (&list.stored, beside(name));
                let indexes = quote!(#private::Vec<usize>);
                let hashes = quote!(#hashes: #private::Vec<u64>);
                let table = list.has_table().then(|| quote!(#hashes, #heads: #indexes, #links: #indexes,));
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

    pub(in crate::provider) fn empty_vectors(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let Beside { owners, hashes, heads, links, len, starts, lens } = beside(name);
                let table = list.has_table().then(|| {
                    quote! {
                        #hashes: #private::filled(0, capacity),
                        #heads: #private::filled(#private::NONE, capacity),
                        #links: #private::filled(#private::NONE, capacity),
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
    pub(in crate::provider) fn in_buffers(&self) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(list) => {
                let (stored, Beside { owners, hashes, heads, links, len, starts, .. }) = (&list.stored, beside(name));
                let indexes = quote!(&'b mut [usize]);
                let table = list
                    .has_table()
                    .then(|| quote!(#hashes: &'b mut [u64], #heads: #indexes, #links: #indexes, #starts: usize,));
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
    pub(in crate::provider) fn begin(&self) -> Option<TokenStream> {
        let Merge::List(_) = self.merge else { return None };
        let Beside { len, starts, .. } = beside(&self.name);
        Some(quote!(all.#starts[g] = all.#len;))
    }

    /// How many items group `g` has, once it is merged.
    pub(in crate::provider) fn end(&self) -> Option<TokenStream> {
        let Merge::List(_) = self.merge else { return None };
        let Beside { len, starts, lens, .. } = beside(&self.name);
        Some(quote!(all.#lens[g] = all.#len - all.#starts[g];))
    }

    /// What one group is lent of it. `&mut` of an array and of a vector become a slice without a call, which const
    /// evaluation would pay for.
    pub(in crate::provider) fn lend(&self) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(list) => {
                let Beside { owners, hashes, heads, links, len, starts, .. } = beside(name);
                let table = list.has_table().then(|| {
                    quote! {
                        #hashes: &mut all.#hashes, #heads: &mut all.#heads, #links: &mut all.#links,
                        #starts: all.#starts[g],
                    }
                });
                quote!(#name: &mut all.#name, #owners: &mut all.#owners, #table #len: &mut all.#len)
            }
            _ => {
                let from = origin(name);
                quote!(#name: &mut all.#name[g], #from: &mut all.#from[g])
            }
        }
    }

    /// The finished field of group `g`, read from the arrays or the vectors.
    pub(in crate::provider) fn view(&self, private: &TokenStream) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(list) => {
                let Beside { owners, starts, lens, .. } = beside(name);
                let ty = match list.sharing {
                    Sharing::Own => quote!(Collected),
                    Sharing::Shared | Sharing::Distinct => quote!(Union),
                };
                quote!(#name: #private::#ty::new(&all.#name, &all.#owners, all.#starts[g], all.#lens[g]))
            }
            _ => quote!(#name: all.#name[g]),
        }
    }

    pub(in crate::provider) fn empty_view(&self, private: &TokenStream) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        match &self.merge {
            Merge::List(List { sharing: Sharing::Own, .. }) => quote!(#name: #private::Collected::EMPTY),
            Merge::List(_) => quote!(#name: #private::Union::EMPTY),
            _ => quote!(#name: <#ty as #private::Blank>::BLANK),
        }
    }

    /// Which component decided it; for a list, the first that has an item.
    pub(in crate::provider) fn view_origin(&self, private: &TokenStream) -> TokenStream {
        let name = &self.name;
        match &self.merge {
            Merge::List(_) => {
                let Beside { owners, starts, lens, .. } = beside(name);
                quote!(#name: if all.#lens[g] > 0 { all.#owners[all.#starts[g]] } else { #private::NONE })
            }
            _ => {
                let from = origin(name);
                quote!(#name: all.#from[g])
            }
        }
    }
}
