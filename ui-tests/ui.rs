//! Each file must not compile, and must fail with the text in the `.stderr` beside it.

#[test]
fn entity() {
    trybuild::TestCases::new().compile_fail("entity/*.rs");
}
