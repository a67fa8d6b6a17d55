//! The limits of a provider: what each counts, over all groups or in the fullest.

use proc_macro2::TokenStream;
use quote::quote;

use crate::provider::model::{Count, Provider};

pub(super) fn limits(provider: &Provider) -> TokenStream {
    let private = &provider.library.private();
    let (name, merged) = (&provider.item.ident, provider.merged());
    let names = provider.limits.iter().map(|limit| &limit.name);
    let measures = provider.limits.iter().map(|limit| {
        let (name, label, solution) = (&limit.name, &limit.label, &limit.solution);
        let amount = match &limit.count {
            Count::Groups => quote! {
                #private::Amount { counted: #private::Counted::Groups, amount: views.len() as u64, fullest: 0 }
            },
            Count::Total(count) => quote!({
                let (mut amount, mut g) = (0u64, 0);
                while g < views.len() { let view = &views[g]; amount += (#count) as u64; g += 1; }
                #private::Amount { counted: #private::Counted::Total, amount, fullest: 0 }
            }),
            Count::PerGroup(count) => quote!({
                let (mut most, mut fullest, mut g) = (0u64, 0, 0);
                while g < views.len() {
                    let view = &views[g];
                    let amount = (#count) as u64;
                    if amount > most { most = amount; fullest = g; }
                    g += 1;
                }
                #private::Amount { counted: #private::Counted::PerGroup, amount: most, fullest }
            }),
        };
        quote!(#private::Measure { name: #name, label: #label, solution: #solution, amount: #amount })
    });
    let count = provider.limits.len();
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unused_variables)]
        impl #name {
            #[doc(hidden)]
            pub const __LIMITS: &'static [&'static str] = &[#(#names),*];
            #[doc(hidden)]
            pub const fn __measures(views: &[#merged<'_>]) -> [#private::Measure; #count] {
                [#(#measures),*]
            }
        }
    }
}
