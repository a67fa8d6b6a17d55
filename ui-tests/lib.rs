//! What must not compile, and the text it fails with.
