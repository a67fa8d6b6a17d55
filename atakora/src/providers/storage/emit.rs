//! The account, its containers, and who may read and write them.

use super::account::account;
use super::{BlobAccess, Storage, StorageMerged, StorageSettings};
use crate::azure::roles;
use crate::backend::Scope;
use crate::deferred::{BlobService, Endpoint};
use crate::provider::{Emit, Provided};
use crate::providers::functions::Functions;
use crate::providers::types::{RoleAssignment, StorageAccount, StorageContainer};
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types::Text;
use crate::terraform::value::Value;
use crate::{Result, resource};

/// The account of a backend's data.
#[derive(Clone)]
pub struct StorageHandle {
    account: StorageAccount,
    blobs: BlobService,
}

impl StorageHandle {
    /// Where the blobs are.
    pub fn blob_endpoint(&self) -> Endpoint {
        Endpoint::from_reference(&self.account.primary_blob_endpoint())
    }

    /// The blobs, for functions that hear of new ones.
    pub fn blobs(&self) -> BlobService {
        self.blobs.clone()
    }

    /// The account's name.
    pub fn account(&self) -> Ref<Text> {
        self.account.name()
    }

    /// The account's ARM id.
    pub fn id(&self) -> Ref<Text> {
        self.account.id()
    }
}

#[diagnostic::do_not_recommend]
impl Emit for Storage {
    type Handle = StorageHandle;

    fn emit(merged: &StorageMerged<'_>, settings: &StorageSettings, scope: &Scope<'_>) -> Result<StorageHandle> {
        let account = account(scope, "account", settings.redundancy, settings.delete_retention_days)?;
        let mut containers = Vec::new();
        for (owner, container) in merged.containers.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner)).lasting();
            let id = scope.id(&format!("container_{}", container.name));
            containers.push((
                container.name,
                resource!(&serving, StorageContainer = azurerm_storage_container (id) {
                    name: container.name,
                    storage_account_id: account.id(),
                    container_access_type: "private",
                }),
            ));
        }
        grants(merged, scope, &containers)?;
        let service = BlobService::new(account.id(), account.primary_blob_endpoint(), account.primary_queue_endpoint());
        let blobs =
            containers.iter().fold(service, |blobs, (name, container)| blobs.with_container(name, container.id()));
        Ok(StorageHandle { account, blobs })
    }
}

/// The narrowest role of each app on each container. Components of one app have one identity, and Azure refuses a role
/// that is there already: the app gets the widest that one of them was given.
fn grants(merged: &StorageMerged<'_>, scope: &Scope<'_>, containers: &[(&str, StorageContainer)]) -> Result {
    let mut wanted: Vec<Grant<'_>> = Vec::new();
    for (owner, access) in merged.access.iter() {
        for (_, container) in merged.uses.iter().filter(|(of, _)| *of == owner) {
            let known = wanted.iter_mut().find(|grant| {
                grant.container == container.name && scope.share::<Functions>(grant.access.name(), access.name())
            });
            match known {
                Some(grant) => grant.access.writes |= access.writes,
                None => wanted.push(Grant { owner, container: container.name, access: *access }),
            }
        }
    }
    for Grant { owner, container: name, access } in wanted {
        let Some((_, container)) = containers.iter().find(|(known, _)| *known == name) else { continue };
        let serving = scope.serving(std::slice::from_ref(&owner));
        let principal: Tf<Text> = Tf::from_value(scope.deferred(access.identity, owner)?.into_value());
        let id = scope.id(&format!("container_{name}_{}", access.name()));
        resource!(&serving, RoleAssignment = azurerm_role_assignment (id) {
            scope: container.id(),
            role_definition_name: if access.writes {
                roles::STORAGE_BLOB_DATA_CONTRIBUTOR
            } else {
                roles::STORAGE_BLOB_DATA_READER
            },
            principal_id: principal,
            principal_type: "ServicePrincipal",
        });
    }
    Ok(())
}

/// An app's access to a container.
struct Grant<'a> {
    owner: usize,
    container: &'a str,
    access: BlobAccess,
}

impl Provided for StorageHandle {
    fn output(&self, name: &str, _component: usize) -> Option<Value> {
        match name {
            "blob_endpoint" => Some(self.blob_endpoint().value().clone()),
            "account" => Some(Value::Expression(self.account.name().expression().clone())),
            _ => None,
        }
    }
}
