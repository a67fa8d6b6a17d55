//! A panic in a constant, underlined exactly where the user wrote the cause.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

/// From the first token to the last.
#[derive(Clone, Copy)]
pub(super) struct Range {
    pub(super) start: Span,
    pub(super) end: Span,
}

impl Range {
    /// Where tokens stand; `None` if there are none.
    pub(super) fn of(tokens: impl ToTokens) -> Option<Range> {
        let mut spans = tokens.to_token_stream().into_iter().map(|token| token.span());
        let start = spans.next()?;
        Some(Range { start, end: spans.last().unwrap_or(start) })
    }
}

/// `panic!("{}", text)` over a range of the user's tokens.
///
/// The compiler underlines a macro call from its first token to its closing delimiter, so two spans make a range
/// without `Span::join`, which is not stable. Only punctuation carries them: a name with the span of a user's token
/// would show up when the user hovers over it.
pub(super) fn raise(range: Range, middle: Span, text: &TokenStream) -> TokenStream {
    let lead = quote_spanned!(range.start=> ::);
    let path = quote_spanned!(middle=> core::panic!);
    let mut call = Group::new(Delimiter::Parenthesis, quote!("{}", #text));
    call.set_span(range.end);
    quote!(#lead #path #call)
}

/// A call that the compiler underlines in the same way: what stands in front and behind are the brackets. It costs the
/// compiler a third of a `panic!` in place, so it is for the questions that each component and each setting asks.
pub(super) fn call(range: Range, function: TokenStream, arguments: TokenStream) -> TokenStream {
    let bracket = |span, tokens| {
        let mut group = Group::new(Delimiter::Parenthesis, tokens);
        group.set_span(span);
        group
    };
    let (function, arguments) = (bracket(range.start, function), bracket(range.end, arguments));
    quote!(#function #arguments)
}
