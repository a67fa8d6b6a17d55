//! The blobs of a storage account, as functions that hear of new ones get to hold them.

use super::{Given, Resolved};
use crate::template;
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types::Text;
use crate::terraform::value::Value;

/// The blobs of a storage account: the output `blobs` of the component that has it, or what a stack gives for a slot.
#[derive(Clone, Debug)]
pub struct BlobService {
    account_id: Ref<Text>,
    blob_endpoint: Ref<Text>,
    queue_endpoint: Ref<Text>,
    containers: Vec<(String, Ref<Text>)>,
}

impl BlobService {
    /// Those of the account of this ARM id. The queues are there for what a function fails on again and again.
    pub fn new(account_id: Ref<Text>, blob_endpoint: Ref<Text>, queue_endpoint: Ref<Text>) -> Self {
        BlobService { account_id, blob_endpoint, queue_endpoint, containers: Vec::new() }
    }

    /// With a container, whose ARM id this is: roles on it wait for it.
    pub fn with_container(mut self, name: &str, id: Ref<Text>) -> Self {
        self.containers.push((name.to_owned(), id));
        self
    }

    /// The ARM id of the account.
    pub fn account_id(&self) -> Ref<Text> {
        self.account_id.clone()
    }

    /// Where the blobs are.
    pub fn blob_endpoint(&self) -> Ref<Text> {
        self.blob_endpoint.clone()
    }

    /// Where the queues are.
    pub fn queue_endpoint(&self) -> Ref<Text> {
        self.queue_endpoint.clone()
    }

    /// The ARM id of a container.
    pub(crate) fn container(&self, name: &str) -> Tf<Text> {
        Tf::from_value(match self.containers.iter().find(|(known, _)| known == name) {
            Some((_, id)) => Value::Expression(id.expression().clone()),
            None => IntoTf::<Text>::into_tf(template![self.account_id(), "/blobServices/default/containers/", name]),
        })
    }
}

/// Terraform sees where the blobs are.
#[diagnostic::do_not_recommend]
impl Given for BlobService {
    fn into_value(self) -> Value {
        Given::into_value(self.blob_endpoint)
    }

    fn resolved(self) -> Resolved {
        Resolved::typed(self.clone().into_value(), self)
    }
}
