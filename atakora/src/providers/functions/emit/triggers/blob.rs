//! Blobs. The host finds new ones itself, or Event Grid calls it.

use super::super::super::BlobSource;
use super::super::app_settings::text;
use super::{Called, Wiring};
use crate::Result;
use crate::azure::roles;
use crate::deferred::{BlobService, Deferred};
use crate::terraform::reference::Tf;
use crate::terraform::types::Any;

impl Wiring<'_> {
    pub(super) fn blob(
        &mut self,
        function: &Called,
        connection: &str,
        blobs: Deferred<BlobService>,
        container: &'static str,
        source: BlobSource,
    ) -> Result {
        let (scope, owner) = (self.scope, function.owner);
        let origin = self.origin(blobs.origin(), function);
        let id = connection.to_lowercase();
        if self.first(connection) {
            let blob_endpoint = scope.part_of(blobs, owner, |blobs: &BlobService| Some(text(blobs.blob_endpoint())))?;
            let queue_endpoint =
                scope.part_of(blobs, owner, |blobs: &BlobService| Some(text(blobs.queue_endpoint())))?;
            self.set(connection, "__blobServiceUri", blob_endpoint);
            // what a function fails on again and again is put into the queue `webjobs-blobtrigger-poison`
            self.set(connection, "__queueServiceUri", queue_endpoint);
            self.credential(connection);
        }
        if self.first(format!("{origin} poison")) {
            let account = scope.part_of(blobs, owner, |blobs: &BlobService| Some(text(blobs.account_id())))?;
            self.role(function, &format!("{id}_poison"), roles::STORAGE_QUEUE_DATA_CONTRIBUTOR, account);
        }
        if self.first(format!("{origin} {container}")) {
            let on = scope.part_of(blobs, owner, move |blobs: &BlobService| Some(blobs.container(container)))?;
            self.role(function, &format!("{id}_{container}_owner"), roles::STORAGE_BLOB_DATA_OWNER, on);
        }
        if source == BlobSource::EventGrid {
            self.event_grid(function, blobs, container)?;
        }
        Ok(())
    }

    /// The subscription calls the function through a key of the host, which is there only once the code is deployed: a
    /// command in the summary, with what it needs in outputs.
    fn event_grid(&mut self, function: &Called, blobs: Deferred<BlobService>, container: &str) -> Result {
        let account =
            self.scope.part_of(blobs, function.owner, |blobs: &BlobService| Some(text(blobs.account_id())))?;
        let (app, name) = (self.app, &function.name);
        let source = self.scope.id(&format!("{}_source", name.replace('-', "_")));
        let group = self.scope.id("resource_group");
        let stack = self.scope.stack();
        stack.output(source.as_str(), Tf::<Any>::from_value(account.into_value()));
        if self.first("resource group") {
            stack.output(group.as_str(), self.scope.resource_group_name());
        }
        let subscription = subscription(app, name);
        self.wired.notes.push(format!(
            "{app}: once its code is deployed, let Event Grid call `{name}`; in the folder of the stack:\n  \
             key=$(az functionapp keys list -g \"$(terraform output -raw {group})\" -n {app} --query systemKeys.blobs_extension -o tsv)\n  \
             az eventgrid event-subscription create -n {subscription} --source-resource-id \"$(terraform output -raw {source})\" \\\n    \
             --included-event-types Microsoft.Storage.BlobCreated --subject-begins-with /blobServices/default/containers/{container}/ \\\n    \
             --endpoint \"https://{app}.azurewebsites.net/runtime/webhooks/blobs?functionName=Host.Functions.{name}&code=$key\""
        ));
        Ok(())
    }
}

/// The name of a subscription: at most 64 letters, digits and hyphens.
fn subscription(app: &str, function: &str) -> String {
    let function = function.replace('_', "-");
    let name = format!("{app}-{function}");
    if name.len() <= 64 { name } else { function.chars().take(64).collect() }
}
