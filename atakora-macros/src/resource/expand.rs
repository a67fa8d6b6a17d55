//! What a declaration becomes: calls of `atakora::terraform`, one per argument. Nothing here can fail.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Ident, Lit, Visibility};

use super::handle::{self, hash, marker};
use super::literal::{Given, Key};
use super::path::Step;
use super::settings::{Body, Form, NestedBlock, Remarks, Setting};
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
    let library = written.invocation.library.private();
    let private = door(Span::mixed_site());
    let type_name = &written.type_name;
    let expansion = Expansion { private: &private, type_name: type_name.to_string() };
    let body = expansion.block_name(0);
    let how = cardinality(settings);
    let tags = block.attribute("tags").is_some_and(|tags| tags.is_settable());
    let tags = (tags && mode == Mode::Managed).then(|| quote!(#body.takes_tags();));
    let settings = expansion.settings(settings, 0);
    let completions = &remarks.completions;
    let deprecated = remarks.deprecated.iter().filter_map(|deprecated| {
        let name = handle::identifier(&deprecated.name.unraw().to_string(), deprecated.name.span())?;
        let note = &deprecated.note;
        Some(quote!({ #[deprecated(note = #note)] #[allow(non_upper_case_globals)] const #name: () = (); let _ = #name; }))
    });

    let (definition, handle) = match &written.named {
        Some(named) => (None, named.to_token_stream()),
        None => {
            let anonymous = &Visibility::Inherited;
            let definition = handle::define(&quote!(#private), anonymous, type_name, mode, type_name, block, false);
            (Some(definition), type_name.to_token_stream())
        }
    };
    let hash = hash(mode, type_name);
    let handle_span = written.named.as_ref().map_or_else(|| type_name.span(), |named| named.span());
    let at_handle = door(handle_span);
    let make = quote_spanned!(handle_span=> <#handle as #at_handle::HandleFor<#hash>>::#how);
    let stack = &written.stack;
    let stack_end = stack.to_token_stream().into_iter().last().map_or_else(Span::mixed_site, |token| token.span());
    let at_stack = door(stack.span());
    let declare = Ident::new("declare", stack_end);
    let declare = quote!(#at_stack::Declare::#declare);
    let by_reference = quote_spanned!(stack.span()=> &);
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
        use #library as #private;
        #(#deprecated)*
        #definition
        let mut #body = #private::Arguments::new();
        #settings
        #tags
        #make(#declare(#by_reference #stack, #body.declaration(#private::#mode, #type_text, #name, #private::Source {
            file: ::core::file!(),
            crate_dir: ::core::env!("CARGO_MANIFEST_DIR"),
            line: #line,
        })))
    }}
}

/// The library's door, under a name of its own: a path that begins with `$crate` has the span of the whole invocation,
/// one that begins with this has the span of whatever it is written for.
pub(super) fn door(span: Span) -> Ident {
    Ident::new("__atakora", span)
}

/// A call whose path covers `value` from its first token to its last, so that whatever rustc says of it stands there.
pub(super) fn call(
    value: &impl ToTokens,
    path: impl FnOnce(&Ident) -> TokenStream,
    function: &str,
    by_reference: bool,
) -> TokenStream {
    let tokens = value.to_token_stream();
    let mut spans = tokens.clone().into_iter().map(|token| token.span());
    let first = spans.next().unwrap_or_else(Span::mixed_site);
    let last = spans.last().unwrap_or(first);
    let path = path(&door(first));
    let function = Ident::new(function, last);
    let by_reference = by_reference.then(|| quote_spanned!(first=> &));
    quote!(#path::#function(#by_reference #tokens))
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
    private: &'a Ident,
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
            Setting::Keys { name, keys } => quote!(#block.complete_objects(#name, &[#(#keys),*]);),
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
            Setting::DependsOn(handles) => {
                let handles =
                    handles.iter().map(|handle| call(handle, |private| quote!(#private::Resource), "handle", true));
                quote!(#block.depends_on(&[#(#handles),*]);)
            }
            Setting::DependsOnEach(handles) => {
                let handles = call(handles, |private| quote!(#private::IntoHandles), "into_handles", false);
                quote!(#block.depends_on_each(#handles);)
            }
            Setting::Provider(alias) => {
                let alias = call(alias, |private| quote!(#private::IntoProvider), "into_provider", false);
                quote!(#block.provider(#alias);)
            }
            Setting::ForEach(value) => {
                let value = call(value, |private| quote!(#private::IntoForEach), "into_for_each", false);
                quote!(#block.put("for_each", #value);)
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
            Setting::ReplaceTriggeredBy(triggers) => {
                let triggers =
                    triggers.iter().map(|trigger| call(trigger, |private| quote!(#private::Trigger), "trigger", true));
                quote!(#block.put("replace_triggered_by", #private::list([#(#triggers),*]));)
            }
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
                quote!(#private::list([#(#items),*]))
            }
            Given::Map(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| {
                    let value = self.given(value);
                    let key = match key {
                        Key::Text(key) => quote!(::std::borrow::Cow::Borrowed(#key)),
                        Key::Value(key) => call(key, |private| quote!(#private::IntoKey), "into_key", false),
                    };
                    quote!((#key, #value))
                });
                quote!(#private::map([#(#pairs),*]))
            }
            Given::Value { value, of, secret } => self.value(value, of, *secret),
        }
    }

    fn text(&self, text: &str) -> TokenStream {
        let private = self.private;
        quote!(#private::text(#text))
    }

    fn value(&self, value: &Expr, of: &Type, secret: bool) -> TokenStream {
        let (way, function) = if secret { ("IntoSecret", "into_secret") } else { ("IntoTf", "into_tf") };
        self.convert(value, of, secret, way, function)
    }

    fn optional(&self, value: &Expr, of: &Type, secret: bool) -> TokenStream {
        self.convert(value, of, secret, "OptTf", "opt_tf")
    }

    fn convert(&self, value: &Expr, of: &Type, secret: bool, way: &str, function: &str) -> TokenStream {
        let way = Ident::new(way, value.span());
        let of = marker(&self.private.to_token_stream(), of, secret);
        call(value, |private| quote!(#private::#way::<#of>), function, false)
    }
}
