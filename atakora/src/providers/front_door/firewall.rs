//! The web application firewall in front of the endpoints and the custom domains.

use super::dns::Names;
use super::{FrontDoorId, FrontDoorSku, Waf};
use crate::azure::resource_name::CDN_FRONTDOOR_FIREWALL_POLICY;
use crate::backend::Scope;
use crate::providers::types::{CdnFrontdoorFirewallPolicy, CdnFrontdoorSecurityPolicy};
use crate::resource;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;

/// Microsoft's rules, which Premium has: attacks and bots.
const MANAGED_RULES: [(&str, &str); 2] = [("Microsoft_DefaultRuleSet", "2.1"), ("Microsoft_BotManagerRuleSet", "1.1")];

/// The policy; its id.
pub(super) fn policy(waf: &Waf, sku: FrontDoorSku, scope: &Scope<'_>) -> Ref<Text> {
    let premium = sku == FrontDoorSku::Premium;
    let managed = if premium { &MANAGED_RULES[..] } else { &[] };
    let id = scope.id("firewall");
    let policy = resource!(scope, CdnFrontdoorFirewallPolicy = azurerm_cdn_frontdoor_firewall_policy (id) {
        name: scope.name(&CDN_FRONTDOOR_FIREWALL_POLICY),
        resource_group_name: scope.resource_group_name(),
        sku_name: if premium { "Premium_AzureFrontDoor" } else { "Standard_AzureFrontDoor" },
        enabled: true,
        mode: waf.mode.name(),
        custom_rule {
            name: "ratelimit",
            type: "RateLimitRule",
            action: "Block",
            priority: 100,
            rate_limit_duration_in_minutes: 1,
            rate_limit_threshold: waf.requests_per_minute,
            // every address there is: a rule must have a condition
            match_condition {
                match_variable: "RemoteAddr",
                operator: "IPMatch",
                match_values: ["0.0.0.0/0", "::/0"],
            },
        },
        managed_rule: for (kind, version) in managed.iter().copied() {
            type: kind,
            version: version,
            action: "Block",
        },
        tags: scope.tags(),
    });
    policy.id()
}

/// Puts the policy in front of endpoints or custom domains, by their ids.
pub(super) fn protect(what: &str, ids: Vec<Ref<Text>>, profile: &Ref<Text>, policy: &Ref<Text>, scope: &Scope<'_>) {
    let id = scope.id(&format!("security_{what}"));
    resource!(scope, CdnFrontdoorSecurityPolicy = azurerm_cdn_frontdoor_security_policy (id) {
        name: format!("firewall-{what}"),
        cdn_frontdoor_profile_id: profile,
        security_policies {
            firewall {
                cdn_frontdoor_firewall_policy_id: policy,
                association {
                    patterns_to_match: ["/*"],
                    domain: for id in &ids { cdn_frontdoor_domain_id: id },
                },
            },
        },
    });
}

/// The firewall of the profile also stands in front of custom domains, wherever they are made.
pub(super) fn protect_domains(names: &Names<'_>, profile: &FrontDoorId, scope: &Scope<'_>) {
    let ids = names.ids();
    if let (Some(policy), false) = (&profile.profile().firewall_policy, ids.is_empty()) {
        // a domain has one security policy, so those of two backends behind one profile need two names
        protect(&format!("domains-{}", scope.backend_name()), ids, &profile.id(), policy, scope);
    }
}
