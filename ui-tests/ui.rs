//! One test per macro: each file of its folder must fail to compile, with exactly the text beside it.
//!
//! After a change of texts: `TRYBUILD=overwrite cargo test -p atakora-ui-tests`, then read every line of the difference.

#[test]
fn entity() {
    trybuild::TestCases::new().compile_fail("entity/*.rs");
}

#[test]
fn resource() {
    trybuild::TestCases::new().compile_fail("resource/*.rs");
}

#[test]
fn custom_provider() {
    trybuild::TestCases::new().compile_fail("custom_provider/*.rs");
}

#[test]
fn backend_tenant() {
    trybuild::TestCases::new().compile_fail("backend_tenant/*.rs");
}

#[test]
fn backend() {
    trybuild::TestCases::new().compile_fail("backend/*.rs");
}

#[test]
fn provider() {
    trybuild::TestCases::new().compile_fail("provider/*.rs");
}

#[test]
fn component() {
    trybuild::TestCases::new().compile_fail("component/*.rs");
}
