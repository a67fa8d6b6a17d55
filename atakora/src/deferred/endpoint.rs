//! What components give to each other: where something answers, and who it is.

use super::Given;
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::Ref;
use crate::terraform::types;
use crate::terraform::value::{Piece, Value};

/// The address of something that answers HTTP, like `https://func-shop.azurewebsites.net/api/users`.
#[derive(Clone, Debug)]
pub struct Endpoint(Value);

impl Endpoint {
    /// An address that is known when the program runs.
    pub fn new(url: impl Into<String>) -> Self {
        Endpoint(Value::Text(url.into().into()))
    }

    /// `https://`, the host, and a path that begins with `/`.
    pub fn on(host: &Ref<types::Text>, path: &str) -> Self {
        Endpoint(Value::Template(vec![
            Piece::Text("https://".into()),
            Piece::Expression(host.expression().clone()),
            Piece::Text(path.to_owned().into()),
        ]))
    }

    /// The address that a resource has as an attribute.
    pub fn from_reference(url: &Ref<types::Text>) -> Self {
        Endpoint(Value::Expression(url.expression().clone()))
    }

    /// The untyped value.
    pub fn value(&self) -> &Value {
        &self.0
    }
}

#[diagnostic::do_not_recommend]
impl IntoTf<types::Text> for Endpoint {
    fn into_tf(self) -> Value {
        self.0
    }
}

#[diagnostic::do_not_recommend]
impl IntoTf<types::Any> for Endpoint {
    fn into_tf(self) -> Value {
        self.0
    }
}

#[diagnostic::do_not_recommend]
impl Given for Endpoint {
    fn into_value(self) -> Value {
        self.0
    }
}

/// The identity of an app: who other resources give access to.
#[derive(Clone, Debug)]
pub struct Identity {
    principal_id: Ref<types::Text>,
}

impl Identity {
    /// The identity whose object id this is.
    pub fn new(principal_id: Ref<types::Text>) -> Self {
        Identity { principal_id }
    }

    /// Its object id.
    pub fn principal_id(&self) -> &Ref<types::Text> {
        &self.principal_id
    }
}

#[diagnostic::do_not_recommend]
impl Given for Identity {
    fn into_value(self) -> Value {
        Given::into_value(self.principal_id)
    }
}
