//! `resource!`, `data!`, `resource_type!`, `tf!`, `provider_schema!`: Rust syntax in, a provider's schema asked, calls of
//! `atakora::terraform` out.
//!
//! `syntax` and `path` read tokens, `model`, `meta` and `literal` ask the schema what they mean (`settings`), `retirement` what
//! of it ends, `expand` and `handle` write. Each answers with the normal expansion beside the errors, so that one mistake is one error.

mod complete;
mod expand;
mod handle;
mod literal;
mod meta;
mod model;
mod path;
mod provider;
mod reference;
mod retirement;
mod settings;
mod syntax;

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;
use crate::schema::Mode;

pub(crate) use handle::name_types;
pub(crate) use provider::provider_schema;
pub(crate) use reference::refer;

/// `resource!` and `data!`.
pub(crate) fn declare(mode: Mode, tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(written) = errors.take(syntax::read(syntax::Declaration::parse, tokens)) else {
        return quote!({ #errors });
    };
    let Some(source) = errors.take(written.invocation.open()) else {
        return quote!({ #errors });
    };
    let Some((provider, block)) = model::find(source, mode, &written.type_name, &mut errors) else {
        let names = complete::types(&written.type_name, &source.names(mode));
        return quote!({ #names #errors });
    };
    model::check_name(&written.name, &mut errors);
    let mut reader = model::Reader::new(provider, &written.type_name, mode, &mut errors);
    let settings = reader.resource(&block, written.body.clone());
    let reader = reader.finish();
    expand::declaration(mode, &written, &block, &settings, reader, &errors)
}

#[cfg(test)]
mod tests {
    use atakora_rules::takes::Given;
    use quote::format_ident;

    use super::*;
    use crate::schema::{AZURERM, Block, Nested, Type};

    fn value(of: &Type) -> TokenStream {
        match of {
            Type::Text => quote!(text()),
            Type::Number => quote!(number()),
            Type::Bool => quote!(true),
            Type::List(of) | Type::Set(of) if **of == Type::Text => quote!([text()]),
            Type::List(_) | Type::Set(_) => quote!([]),
            Type::Map(_) => quote!({}),
            Type::Any | Type::Object(_) => quote!(anything()),
        }
    }

    /// Required arguments and blocks, or all of them.
    fn body(block: &Block, all: bool) -> TokenStream {
        let arguments = block
            .attributes
            .iter()
            .filter(|attribute| if all { attribute.is_settable() } else { attribute.is_required() })
            .filter_map(|attribute| {
                let name = handle::identifier(attribute.name, proc_macro2::Span::call_site())?;
                let secret = attribute.is_secret() && attribute.of == Type::Bool;
                let value = if secret { quote!(secret()) } else { value(&attribute.of) };
                Some(quote!(#name: #value,))
            });
        let blocks = block.blocks.iter().map(|nested| {
            let name = format_ident!("{}", nested.name);
            let body = body(&nested.block(), all);
            let times = nested.min.max(u32::from(all)) as usize;
            let one = quote!(#name { #body },);
            std::iter::repeat_n(one, times).collect::<TokenStream>()
        });
        arguments.chain(blocks).collect()
    }

    #[test]
    fn every_rule_is_about_an_argument_that_exists() {
        let every: Vec<&str> = AZURERM.names(Mode::Managed).into_iter().collect();
        for rule in atakora_rules::argument::all() {
            for path in rule.at {
                let (type_name, rest) = path.split_once('.').unwrap_or_default();
                let all_types = type_name == "*";
                let types = if all_types { every.as_slice() } else { &[type_name] };
                let of = types.iter().find_map(|name| argument(&AZURERM.find(Mode::Managed, name)?, rest));
                let of = of.unwrap_or_else(|| panic!("{}: {path}", rule.rule.id));
                let fits = match rule.wrong {
                    Given::Integer(_) | Given::Float(_) => of == Type::Number,
                    Given::List(_) => matches!(of, Type::List(_) | Type::Set(_)),
                    Given::Key(_) => matches!(of, Type::Map(_)),
                    Given::Text(_) => match &of {
                        Type::List(of) | Type::Set(of) => **of == Type::Text,
                        of => *of == Type::Text,
                    },
                };
                assert!(fits, "{}: {path} is {of}", rule.rule.id);
            }
        }
    }

    #[test]
    fn what_ends_is_there() {
        let every = AZURERM.names(Mode::Managed);
        for retirement in atakora_rules::retirement::all() {
            for sign in retirement.signs {
                let known = match sign.of.strip_suffix('*') {
                    Some(family) => every.iter().any(|name| name.starts_with(family)),
                    None => every.contains(&sign.of),
                };
                assert!(known, "{}: {}", retirement.rule.id, sign.of);
                for path in [sign.at].into_iter().filter(|at| !at.is_empty()).chain(sign.when.map(|(other, _)| other)) {
                    let of = AZURERM.find(Mode::Managed, sign.of).and_then(|block| argument(&block, path));
                    assert_eq!(of, Some(Type::Text), "{}: {path}", retirement.rule.id);
                }
            }
        }
    }

    /// The type of the settable argument at a path.
    fn argument(block: &Block, path: &str) -> Option<Type> {
        if let Some((name, rest)) = path.split_once('.') {
            if let Some(nested) = block.nested(name) {
                return argument(&nested.block(), rest);
            }
            let attribute = block.attribute(name)?;
            return argument(&Nested::of_objects(attribute.name, &attribute.of)?.block(), rest);
        }
        block.attribute(path).filter(|attribute| attribute.is_settable()).map(|attribute| attribute.of.clone())
    }

    #[test]
    fn every_type_expands_without_an_error() {
        for mode in [Mode::Managed, Mode::Data] {
            for name in AZURERM.names(mode) {
                let block = AZURERM.find(mode, name).unwrap_or_default();
                let type_name = format_ident!("{name}");
                // what Azure makes no more is taken where it is to stay
                let stays = (mode == Mode::Managed).then(|| quote!(lifecycle { prevent_destroy: true },));
                for all in [false, true] {
                    let body = body(&block, all);
                    let expansion = declare(mode, quote!(::atakora; stack, #type_name "x" { #stays #body }));
                    let text = expansion.to_string();
                    assert!(!text.contains("compile_error"), "{name}: {text}");
                    assert!(syn::parse2::<syn::Expr>(expansion).is_ok(), "{name}: {text}");
                }
            }
        }
    }
}
