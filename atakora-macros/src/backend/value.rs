//! Values of settings: references to components, `given(name: Type)`, and the pairs of an `env` list.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use crate::errors::Errors;
use crate::near;

/// `given(name: Type)`.
#[derive(Clone)]
pub(super) struct Slot {
    pub(super) name: Ident,
    pub(super) ty: TokenStream,
    /// It stands in an `env` list, so its type must be one that an app setting can have.
    pub(super) app_setting: bool,
}

const SLOT: &str = "a slot is written `given(name: Type)`";
const PAIR: &str = "an app setting is a pair: `(\"NAME\", value)`";

/// What the values of one instance mention.
pub(super) struct Reader<'a> {
    /// All components of the backend, by name.
    pub(super) components: &'a [String],
    pub(super) private: &'a TokenStream,
    /// The components that are mentioned.
    pub(super) mentioned: Vec<usize>,
    pub(super) slots: Vec<Slot>,
    /// Something in the last value cannot be read.
    pub(super) unreadable: bool,
    pub(super) errors: &'a mut Errors,
}

impl Reader<'_> {
    /// The value as an ordinary Rust expression; `None` where that would only cause further errors.
    pub(super) fn read(&mut self, value: TokenStream, env: bool) -> Option<TokenStream> {
        self.unreadable = false;
        let value = self.rewrite(value, env);
        let value = if env { self.pairs(value) } else { value };
        (!self.unreadable).then_some(value)
    }

    fn unreadable(&mut self, span: Span, message: &str) -> TokenStream {
        self.errors.at(span, message);
        self.unreadable = true;
        // something has to stand there: a pair without its value would be another error
        quote!(())
    }

    fn rewrite(&mut self, value: TokenStream, env: bool) -> TokenStream {
        let mut out = TokenStream::new();
        let mut tokens = value.into_iter().peekable();
        // what stands behind `.`, `::` or `'` is no component; what stands behind the `:` of a field may be one
        let (mut follows, mut colon) = (false, false);
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(word) if !follows => {
                    if word == "given"
                        && let Some(TokenTree::Group(group)) = tokens.peek()
                        && group.delimiter() == Delimiter::Parenthesis
                    {
                        out.extend(self.slot(&word, group.stream(), env));
                        tokens.next();
                        follows = false;
                        continue;
                    }
                    let dot = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '.');
                    self.mention(&word, dot);
                    out.extend([TokenTree::Ident(word)]);
                    follows = false;
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.rewrite(group.stream(), env));
                    inner.set_span(group.span());
                    out.extend([TokenTree::Group(inner)]);
                    follows = false;
                }
                TokenTree::Punct(punct) => {
                    let path = colon && punct.as_char() == ':';
                    follows = path || matches!(punct.as_char(), '.' | '\'');
                    colon = punct.as_char() == ':' && punct.spacing() == Spacing::Joint;
                    out.extend([TokenTree::Punct(punct)]);
                }
                other => {
                    follows = false;
                    out.extend([other]);
                }
            }
        }
        out
    }

    fn mention(&mut self, word: &Ident, dot: bool) {
        let text = word.to_string();
        if let Some(index) = self.components.iter().position(|name| *name == text) {
            if !self.mentioned.contains(&index) {
                self.mentioned.push(index);
            }
        } else if dot && text.starts_with(|c: char| c.is_lowercase()) && text != "self" {
            let hint = near::hint(&text, self.components.iter().map(String::as_str));
            self.unreadable(word.span(), &format!("this backend has no component `{text}`{hint}"));
        }
    }

    fn slot(&mut self, word: &Ident, inner: TokenStream, app_setting: bool) -> TokenStream {
        let private = self.private;
        let mut tokens = inner.into_iter();
        let (name, colon) = (tokens.next(), tokens.next());
        let ty: TokenStream = tokens.collect();
        let (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(colon))) = (name, colon) else {
            return self.unreadable(word.span(), SLOT);
        };
        if colon.as_char() != ':' || ty.is_empty() {
            return self.unreadable(name.span(), SLOT);
        }
        let (text, span) = (name.to_string(), word.span());
        let value = quote_spanned!(span=> #private::Slot::<#ty>::new(#text));
        self.slots.push(Slot { name, ty, app_setting });
        value
    }

    /// `("KEY", value)` becomes an `EnvVar`. Tuples of different types have no common list type.
    fn pairs(&mut self, value: TokenStream) -> TokenStream {
        let private = self.private;
        value
            .into_iter()
            .map(|token| match token {
                TokenTree::Group(list) if list.delimiter() == Delimiter::Bracket => {
                    let items = list.stream().into_iter().map(|item| match item {
                        TokenTree::Group(pair) if pair.delimiter() == Delimiter::Parenthesis => {
                            match pair_of(pair.stream()) {
                                Some((key, value, span)) => quote_spanned! {span=>
                                    #private::EnvVar { name: #key, value: #private::IntoEnv(#value).value() }
                                },
                                None => self.unreadable(pair.span(), PAIR),
                            }
                        }
                        TokenTree::Literal(text) => self.unreadable(text.span(), PAIR),
                        other => TokenStream::from(other),
                    });
                    let mut rewritten = Group::new(Delimiter::Bracket, items.collect());
                    rewritten.set_span(list.span());
                    TokenStream::from(TokenTree::Group(rewritten))
                }
                other => TokenStream::from(other),
            })
            .collect()
    }
}

fn pair_of(inner: TokenStream) -> Option<(TokenStream, TokenStream, Span)> {
    let (mut key, mut value, mut behind) = (TokenStream::new(), TokenStream::new(), false);
    let mut span = None;
    for token in inner {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' && !behind => {
                behind = true;
                continue;
            }
            _ => {}
        }
        if behind {
            span.get_or_insert(token.span());
            value.extend([token]);
        } else {
            key.extend([token]);
        }
    }
    (!key.is_empty()).then_some(())?;
    Some((key, value, span?))
}
