//! Names of the user's own.

use crate::Item;

/// A name of the user's own for an endpoint, with a certificate that Azure makes and renews.
#[derive(Clone, Copy, Debug, Item)]
pub struct Domain {
    /// The name, like `app.example.com`: at most 64 characters.
    pub host_name: &'static str,
    /// The DNS zone that it is in, like `example.com`.
    pub zone: &'static str,
    /// The resource group of the zone. None: the subscription has one zone of this name.
    pub zone_resource_group: Option<&'static str>,
    /// Whether the zone is made with the endpoint. Then somebody must still point the domain's registrar to it.
    pub create_zone: bool,
}

impl Domain {
    /// The name, in a zone that is there already.
    pub const fn new(host_name: &'static str, zone: &'static str) -> Self {
        Domain { host_name, zone, zone_resource_group: None, create_zone: false }
    }

    /// The zone is in this resource group.
    pub const fn zone_in(self, resource_group: &'static str) -> Self {
        Domain { zone_resource_group: Some(resource_group), ..self }
    }

    /// The zone is made with the endpoint.
    pub const fn create_zone(self) -> Self {
        Domain { create_zone: true, ..self }
    }

    /// The name in its zone: `app`. All of it where it is in another zone, which a check refuses.
    pub(super) fn label(&self) -> &'static str {
        self.host_name.strip_suffix(self.zone).and_then(|label| label.strip_suffix('.')).unwrap_or(self.host_name)
    }

    /// What Azure and Terraform call it: `app-example-com`.
    pub(super) fn resource_name(&self) -> String {
        self.host_name.replace('.', "-")
    }
}
