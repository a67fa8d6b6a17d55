//! Records of public zones.

use std::collections::HashMap;

use super::findings::{Findings, azure};
use super::reader::On;
use super::world::World;
use crate::check::Rule;

const TITLE: &str = "DnsError";

static BESIDE: Rule = azure(
    "ATK-DOC-336",
    TITLE,
    "{}: {} has the same name, `{}`, and beside a CNAME there is nothing",
    "use another name for one of them",
    "RFC 1034, section 3.6.2",
);

pub(super) static ALL: &[&Rule] = &[&BESIDE];

const RECORDS: [&str; 9] = [
    "dns_a_record",
    "dns_aaaa_record",
    "dns_caa_record",
    "dns_mx_record",
    "dns_ns_record",
    "dns_ptr_record",
    "dns_srv_record",
    "dns_txt_record",
    "dns_cname_record",
];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    let mut seen: HashMap<_, On<'_>> = HashMap::new();
    for on in RECORDS.into_iter().flat_map(|kind| world.all(kind)) {
        let zone = on.get("zone_name");
        let zone = world.named("dns_zone", zone).and_then(|zone| zone.get("name").text()).or_else(|| zone.text());
        let (Some(name), Some(zone)) = (on.get("name").text(), zone) else { continue };
        let key = (zone.to_ascii_lowercase(), name.to_ascii_lowercase());
        match seen.get(&key) {
            Some(first) if on.kind() == "dns_cname_record" => out.tell(on, &BESIDE, &[&first.shown(), name]),
            Some(_) => {}
            None => drop(seen.insert(key, on)),
        }
    }
}
