//! Public DNS.

use crate::argument::{ArgumentRule, rule, texts};
use crate::forms;
use crate::name::Name;
use crate::takes::Takes;

const DNS: &str = "azurerm 5.2.0 (August 2026), dns_zone and its records";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-1101",
        "azurerm 5.2.0 (August 2026), dns_zone; Azure documentation, Naming rules, 2026",
        &["azurerm_dns_zone.name"],
        Takes::Form(forms::DNS_ZONE),
        texts("example", "example.com"),
    ),
    rule(
        "ATK-ARG-1102",
        "RFC 1034, section 3.6.2: no other data stands beside a CNAME, and the zone itself has some",
        &["azurerm_dns_cname_record.name"],
        Takes::Form(forms::NO_HOST_NAME_OF_ZONE),
        texts("@", "www"),
    )
    .solution("write an A record with `target_resource_id`, which follows the resource"),
    rule(
        "ATK-ARG-1103",
        DNS,
        &["azurerm_dns_txt_record.record.value"],
        Takes::Name(Name::new(1, 4_096, "^")),
        texts("", "v=spf1 -all"),
    ),
];
