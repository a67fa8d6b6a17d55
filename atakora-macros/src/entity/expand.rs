//! The impl of `Entity`, also where the schema has errors: so that nothing complains that the type is no entity.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse_quote;

use super::model::{Entity, Field};
use super::syntax::Input;

pub(super) fn expand(input: &Input, entity: &Entity) -> TokenStream {
    let ident = input.ident;
    let path = input.library.private();
    let Entity { name, partition_key, .. } = entity;
    let fields = entity.fields.iter().map(field_tokens);
    let bounds = &input.generics.where_clause;
    let mut generics = input.generics.clone();
    if !generics.params.is_empty() {
        generics.make_where_clause().predicates.push(parse_quote!(Self: 'static));
    }
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let do_not_recommend = input.library.do_not_recommend();
    let written = input.fields.iter().flatten().map(|field| field.ident);
    quote! {
        #do_not_recommend
        #[automatically_derived]
        impl #impl_generics #path::entity::Entity for #ident #ty_generics #where_clause {
            const CHECKED: bool = true;
            const SCHEMA: #path::entity::Schema = {
                use #path::entity::{Field as __Field, FieldKind as __Kind};
                // many an entity is a schema only: without a reader, its fields would be dead code
                #[allow(dead_code, deprecated, unused_variables)]
                fn read #impl_generics (entity: &#ident #ty_generics) #bounds {
                    #(let _ = &entity.#written;)*
                }
                #path::entity::Schema {
                    name: #name,
                    fields: &[#(#fields),*],
                    partition_key: &[#(#partition_key),*],
                }
            };
        }
    }
}

fn field_tokens(field: &Field) -> TokenStream {
    let Field { name, required, .. } = field;
    let kind = format_ident!("{}", field.kind.variant());
    quote!(__Field { name: #name, kind: __Kind::#kind, required: #required })
}
