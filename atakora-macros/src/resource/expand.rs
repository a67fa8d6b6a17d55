//! What a declaration becomes: calls of `atakora::terraform`, one per argument. Nothing here can fail.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Ident, Lit, Visibility};

use super::handle::{self, hash, marker};
use super::literal::{Given, Key};
use super::model::{Body, Form, NestedBlock, Remarks, Setting};
use super::path::Step;
use super::syntax;
use crate::errors::Errors;
use crate::schema::{Block, Mode, Nesting, Type};

/// The whole expansion, an expression: the errors, then what would be there without them.
pub(super) fn declaration(
    mode: Mode,
    written: &syntax::Declaration,
    block: &Block,
    settings: &[Setting],
    remarks: Remarks,
    errors: &Errors,
) -> TokenStream {
    let private = written.invocation.library.private();
    let type_name = &written.type_name;
    let expansion = Expansion { private: &private, type_name: type_name.to_string() };
    let body = expansion.block_name(0);
    let how = cardinality(settings);
    let settings = expansion.settings(settings, 0);
    let completions = &remarks.completions;
    let deprecated = remarks.deprecated.iter().map(|deprecated| {
        let (name, note) = (&deprecated.name, &deprecated.note);
        quote!({ #[deprecated(note = #note)] #[allow(non_upper_case_globals)] const #name: () = (); let _ = #name; })
    });

    let (definition, handle) = match &written.named {
        Some(named) => (None, named.to_token_stream()),
        None => {
            let anonymous = &Visibility::Inherited;
            let definition = handle::define(&private, anonymous, type_name, mode, type_name, block, false);
            (Some(definition), type_name.to_token_stream())
        }
    };
    let hash = hash(mode, type_name);
    let handle_span = written.named.as_ref().map_or_else(|| type_name.span(), |named| named.span());
    let make = quote_spanned!(handle_span=> <#handle as #private::OfType<#hash>>::#how);
    let stack = &written.stack;
    let declare = quote_spanned!(stack.span()=> #private::Declare::declare);
    let name = match &written.name {
        Expr::Lit(ExprLit { lit: Lit::Str(name), .. }) => name.to_token_stream(),
        name => {
            let convert = quote_spanned!(name.span()=> ::std::string::ToString::to_string);
            quote!(#convert(&#name))
        }
    };
    let type_text = &expansion.type_name;
    // with the span of the user's token, `line!` is its line
    let line = quote_spanned!(type_name.span()=> ::core::line!());
    quote! {{
        #(#completions)*
        #errors
        #(#deprecated)*
        #definition
        let mut #body = #private::Arguments::new();
        #settings
        #make(#declare(&#stack, #body.declaration(#private::#mode, #type_text, #name, #private::Source {
            file: ::core::file!(),
            crate_dir: ::core::env!("CARGO_MANIFEST_DIR"),
            line: #line,
        })))
    }}
}

/// One resource, or as many as `for_each` or `count` says.
fn cardinality(settings: &[Setting]) -> TokenStream {
    let how = settings.iter().find_map(|setting| match setting {
        Setting::ForEach(_) => Some(quote!(for_each)),
        Setting::CountOf(_) => Some(quote!(counted)),
        _ => None,
    });
    how.unwrap_or_else(|| quote!(one))
}

struct Expansion<'a> {
    private: &'a TokenStream,
    type_name: String,
}

impl Expansion<'_> {
    /// The variable that holds the block at a depth.
    fn block_name(&self, depth: usize) -> Ident {
        format_ident!("block_{depth}", span = Span::mixed_site())
    }

    fn settings(&self, settings: &[Setting], depth: usize) -> TokenStream {
        settings.iter().map(|setting| self.setting(setting, depth)).collect()
    }

    fn setting(&self, setting: &Setting, depth: usize) -> TokenStream {
        let private = self.private;
        let block = self.block_name(depth);
        match setting {
            Setting::Argument { name, given } => {
                let value = self.given(given);
                quote!(#block.put(#name, #value);)
            }
            Setting::Secret { name, given } => {
                let (value, of) = (self.given(given), &self.type_name);
                quote!(#block.put_secret(#of, #name, ::core::option::Option::Some(#value));)
            }
            Setting::Optional { name, value, of, secret } => {
                let value = self.optional(value, of, *secret);
                if *secret {
                    let of = &self.type_name;
                    quote!(#block.put_secret(#of, #name, #value);)
                } else {
                    quote!(#block.put_optional(#name, #value);)
                }
            }
            Setting::Objects { name, value, of, optional, keys } => {
                let value = if *optional {
                    self.optional(value, of, false)
                } else {
                    let value = self.value(value, of, false);
                    quote!(::core::option::Option::Some(#value))
                };
                quote!(#block.put_objects(#name, #value, &[#(#keys),*]);)
            }
            Setting::Limit { path, name, limit } => {
                let limit = limit.tokens(private);
                quote!(#block.limit(#path, #name, #limit);)
            }
            Setting::Block(nested) => self.nested(nested, depth),
            Setting::Count { path, name, min, max } => {
                let (min, max) = (*min as usize, *max as usize);
                quote!(#block.count(#path, #name, #min, #max);)
            }
            Setting::Overwrite { path, given } => {
                let value = self.given(given);
                let steps = path.steps.iter().map(|step| match step {
                    Step::Name(name, _) => quote!(#private::Step::Name(#name)),
                    Step::Index(index, _) => quote!(#private::Step::Index(#index)),
                });
                quote!(#block.overwrite(&[#(#steps),*], #value);)
            }
            Setting::Unfinished(tokens) => quote!(#[cfg(rust_analyzer)] { #tokens }),
            Setting::DependsOnEach(handles) => quote!(#block.depends_on_each(#handles);),
            Setting::DependsOn(handles) => quote!(#block.depends_on(&[#(&#handles),*]);),
            Setting::Provider(alias) => {
                let convert = quote_spanned!(alias.span()=> #private::IntoProvider::into_provider);
                quote!(#block.provider(#convert(#alias));)
            }
            Setting::ForEach(value) => {
                let convert = quote_spanned!(value.span()=> #private::IntoForEach::into_for_each);
                quote!(#block.put("for_each", #convert(#value));)
            }
            Setting::CountOf(given) => {
                let value = self.given(given);
                quote!(#block.put("count", #value);)
            }
            Setting::Lifecycle(settings) => {
                let inner = self.block_name(depth + 1);
                let settings = self.settings(settings, depth + 1);
                quote!({ let mut #inner = #private::Arguments::new(); #settings #block.single("lifecycle", #inner); })
            }
            Setting::IgnoreChanges(paths) => quote!(#block.ignore_changes(&[#(#paths),*]);),
            Setting::IgnoreAll => {
                let all = self.text("all");
                quote!(#block.put("ignore_changes", #all);)
            }
            Setting::ReplaceTriggeredBy(triggers) => quote!(#block.replace_triggered_by(&[#(&#triggers),*]);),
        }
    }

    fn nested(&self, nested: &NestedBlock, depth: usize) -> TokenStream {
        let write = |body: &Body| self.body(nested, body, depth);
        match &nested.form {
            Form::Once(body) => write(body),
            Form::For { pattern, list, body } => {
                let body = write(body);
                quote!(for #pattern in #list #body)
            }
            Form::If { arms, otherwise } => {
                let arms = arms.iter().enumerate().map(|(i, (condition, body))| {
                    let or = (i > 0).then(|| quote!(else));
                    let body = write(body);
                    quote!(#or if #condition #body)
                });
                let otherwise = otherwise.as_ref().map(|body| {
                    let body = write(body);
                    quote!(else #body)
                });
                quote!(#(#arms)* #otherwise)
            }
        }
    }

    fn body(&self, nested: &NestedBlock, body: &Body, depth: usize) -> TokenStream {
        let private = self.private;
        let (outer, inner) = (self.block_name(depth), self.block_name(depth + 1));
        let settings = self.settings(&body.settings, depth + 1);
        let keys = &body.keys;
        let complete = (!keys.is_empty()).then(|| quote!(#inner.complete(&[#(#keys),*]);));
        let put = if nested.nesting == Nesting::Single { quote!(single) } else { quote!(push) };
        let name = nested.name;
        quote!({ let mut #inner = #private::Arguments::new(); #settings #complete #outer.#put(#name, #inner); })
    }

    fn given(&self, given: &Given) -> TokenStream {
        let private = self.private;
        match given {
            Given::Text(text) => self.text(text),
            Given::Integer(number) => quote!(#private::Value::Integer(#number)),
            Given::Float(number) => quote!(#private::Value::Float(#number)),
            Given::Bool(flag) => quote!(#private::Value::Bool(#flag)),
            Given::List(items) => {
                let items = items.iter().map(|item| self.given(item));
                quote!(#private::Value::List(::std::vec::Vec::from([#(#items),*])))
            }
            Given::Map(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| {
                    let value = self.given(value);
                    let key = match key {
                        Key::Text(key) => quote!(::std::borrow::Cow::Borrowed(#key)),
                        Key::Value(key) => {
                            let convert = quote_spanned!(key.span()=> #private::IntoKey::into_key);
                            quote!(#convert(#key))
                        }
                    };
                    quote!((#key, #value))
                });
                quote!(#private::Value::Object(::std::vec::Vec::from([#(#pairs),*])))
            }
            Given::Value { value, of, secret } => self.value(value, of, *secret),
        }
    }

    fn text(&self, text: &str) -> TokenStream {
        let private = self.private;
        quote!(#private::Value::Text(::std::borrow::Cow::Borrowed(#text)))
    }

    /// The conversion has the span of the value, so that its errors stand there.
    fn value(&self, value: &Expr, of: &Type, secret: bool) -> TokenStream {
        let private = self.private;
        let of = marker(private, of, secret);
        let convert = if secret {
            quote_spanned!(value.span()=> #private::IntoSecret::<#of>::into_secret)
        } else {
            quote_spanned!(value.span()=> #private::IntoTf::<#of>::into_tf)
        };
        quote!(#convert(#value))
    }

    fn optional(&self, value: &Expr, of: &Type, secret: bool) -> TokenStream {
        let private = self.private;
        let of = marker(private, of, secret);
        let convert = quote_spanned!(value.span()=> #private::OptTf::<#of>::opt_tf);
        quote!(#convert(#value))
    }
}
