//! The function-like macros. Each hands over to its procedural twin with the library's own path in front, so that it
//! works under whatever name the library has in the user's crate.

/// Components over shared resources, merged and checked when the program is compiled.
#[macro_export]
macro_rules! backend {
    ($($tokens:tt)*) => { $crate::__private::macros::backend! { $crate; $($tokens)* } };
}
