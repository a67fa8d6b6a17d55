//! A panic in a constant, underlined exactly where the user wrote the cause.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote};

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

/// A call over a range of the user's tokens, of a function that panics with the answer to its question.
///
/// The compiler underlines a call from its first token to its closing delimiter, so two spans make a range without
/// `Span::join`, which is not stable. Only brackets carry them: a name with the span of a user's token would show up when
/// the user hovers over it. A `panic!` in place would do the same, and costs the compiler three times as much.
pub(super) fn call(range: Range, function: TokenStream, arguments: TokenStream) -> TokenStream {
    let bracket = |span, tokens| {
        let mut group = Group::new(Delimiter::Parenthesis, tokens);
        group.set_span(span);
        group
    };
    let (function, arguments) = (bracket(range.start, function), bracket(range.end, arguments));
    quote!(#function #arguments)
}
