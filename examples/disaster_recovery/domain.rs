//! A domain of one's own that leads to Traffic Manager, bound with a certificate at each app behind it.

use atakora::prelude::*;
use atakora::terraform::Text;

/// A name in a zone.
pub struct Domain {
    /// The zone, which exists.
    pub zone: &'static str,
    /// What stands in front of it.
    pub label: &'static str,
}

/// For how many seconds resolvers keep the records. That the name leads to Traffic Manager does not change in an outage.
const TTL: u32 = 3600;

impl Domain {
    /// What clients ask.
    pub fn endpoint(&self) -> Endpoint {
        Endpoint::new(format!("https://{}", self.host_name()))
    }

    fn host_name(&self) -> String {
        format!("{}.{}", self.label, self.zone)
    }

    /// Leads the name to Traffic Manager, and says to App Service whose it is.
    pub fn lead_to(&self, stack: &Stack, fqdn: &Ref<Text>, apps: &[&FunctionApp]) {
        let zone = data!(stack, azurerm_dns_zone "domain" { name: self.zone });
        resource!(stack, azurerm_dns_cname_record "domain" {
            name: self.label,
            zone_name: zone.name(),
            resource_group_name: zone.resource_group_name(),
            ttl: TTL,
            record: fqdn,
        });
        // one record for both apps; within one subscription it holds one value
        resource!(stack, azurerm_dns_txt_record "proof" {
            name: format!("asuid.{}", self.label),
            zone_name: zone.name(),
            resource_group_name: zone.resource_group_name(),
            ttl: TTL,
            record: for app in apps { value: app.custom_domain_verification_id() },
        });
    }

    /// Makes an app answer to the name, with the certificate that the variable `certificate` names. The stack is in the app's
    /// resource group, where App Service looks for certificates.
    pub fn bind(&self, stack: &Stack, app: &FunctionApp, certificate: &str) {
        let group = stack.resource_group();
        let secret_id = stack
            .variable::<Text>(certificate)
            .description(format!(
                "The id of the secret in the Key Vault of this region that holds the certificate for {}",
                self.host_name()
            ))
            .declare();
        let certificate = resource!(stack, azurerm_app_service_certificate "domain" {
            name: format!("cert-{}-{}", self.label, app.region().code()),
            resource_group_name: group.name(),
            location: group.location(),
            key_vault_secret_id: secret_id,
        });
        let binding = resource!(stack, azurerm_app_service_custom_hostname_binding "domain" {
            hostname: self.host_name(),
            app_service_name: app.name(),
            resource_group_name: group.name(),
            // the certificate's binding sets them
            lifecycle { ignore_changes: [ssl_state, thumbprint] },
        });
        resource!(stack, azurerm_app_service_certificate_binding "domain" {
            hostname_binding_id: binding.id(),
            certificate_id: certificate.id(),
            ssl_state: "SniEnabled",
        });
    }
}
