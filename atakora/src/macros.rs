//! The function-like macros: thin wrappers, so that an expansion knows what the library is called.

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
