//! The function-like macros. Each hands over to its procedural twin with the library's own path in front, so that it
//! works under whatever name the library has in the user's crate.

/// Components over shared resources, merged and checked when the program is compiled.
#[macro_export]
macro_rules! backend {
    ($($tokens:tt)*) => { $crate::__private::macros::backend! { $crate; $($tokens)* } };
}

/// A resource.
#[macro_export]
macro_rules! resource {
    ($($tokens:tt)*) => { $crate::__private::macros::resource! { $crate; $($tokens)* } };
}

/// A data source.
#[macro_export]
macro_rules! data {
    ($($tokens:tt)*) => { $crate::__private::macros::data! { $crate; $($tokens)* } };
}

/// Handle types.
#[macro_export]
macro_rules! resource_type {
    ($($tokens:tt)*) => { $crate::__private::macros::resource_type! { $crate; $($tokens)* } };
}

/// A path.
#[macro_export]
macro_rules! tf {
    ($($tokens:tt)*) => { $crate::__private::macros::tf! { $crate; $($tokens)* } };
}

/// Another provider.
#[macro_export]
macro_rules! provider_schema {
    ($($tokens:tt)*) => { $crate::__private::macros::provider_schema! { $crate; $($tokens)* } };
}

/// Text with references.
#[macro_export]
macro_rules! template {
    ($($piece:expr),* $(,)?) => { $crate::__private::Template::new()$(.with($piece))* };
}
