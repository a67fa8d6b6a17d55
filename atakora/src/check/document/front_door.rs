//! Front Door: profiles, origins, routes, custom domains.

use std::collections::HashMap;

use super::findings::{Findings, azure};
use super::reader::{Key, On, Read};
use super::world::World;
use crate::check::Rule;

const PROVIDER: &str =
    "azurerm 5.2.0, cdn_frontdoor_route_resource.go and cdn_frontdoor_origin_resource.go, while applying";
const DOCUMENTED: &str = "azurerm 5.2.0, documentation of azurerm_cdn_frontdoor_route";
const TITLE: &str = "FrontDoorError";

static HEADER: Rule = azure(
    "ATK-DOC-321",
    TITLE,
    "{}: {} answers to its own host name only, and Front Door would send the caller's",
    "set `origin_host_header` to the same as `host_name`",
    "Azure documentation, Origins and origin groups in Azure Front Door, 2026",
);
static PRIVATE_LINK: Rule = azure(
    "ATK-DOC-322",
    TITLE,
    "{}: a private link to an origin needs {}",
    "set that, or leave `private_link` out",
    PROVIDER,
);
static REDIRECT: Rule = azure(
    "ATK-DOC-323",
    TITLE,
    "{}: to redirect to HTTPS it has to take both protocols",
    "put `Http` and `Https` into `supported_protocols`, or set `https_redirect_enabled` to false",
    PROVIDER,
);
static NO_DOMAIN: Rule = azure(
    "ATK-DOC-324",
    TITLE,
    "{}: it is reached by no domain",
    "name `cdn_frontdoor_custom_domain_ids`, or leave `link_to_default_domain` out",
    PROVIDER,
);
static ORDER: Rule = azure(
    "ATK-DOC-325",
    TITLE,
    "{}: nothing makes it wait for {}, an origin of its group, and a route needs one",
    "name it in `cdn_frontdoor_origin_ids`",
    DOCUMENTED,
);
static QUERY: Rule = azure(
    "ATK-DOC-326",
    TITLE,
    "{}: the caching of queries as `{}` {} `query_strings`",
    "name them with `IgnoreSpecifiedQueryStrings` and `IncludeSpecifiedQueryStrings`, and with nothing else",
    DOCUMENTED,
);
static COMPRESSION: Rule = azure(
    "ATK-DOC-327",
    TITLE,
    "{}: `content_types_to_compress` and `compression_enabled` go together",
    "set both, or none",
    DOCUMENTED,
);
static PROFILE: Rule = azure(
    "ATK-DOC-328",
    TITLE,
    "{}: {} is of another profile than its endpoint",
    "use what belongs to the same Front Door",
    PROVIDER,
);
static SECRET: Rule = azure(
    "ATK-DOC-329",
    TITLE,
    "{}: a certificate of one's own needs `cdn_frontdoor_secret_id`",
    "set it, or let Azure manage the certificate",
    "azurerm 5.2.0, cdn_frontdoor_custom_domain_resource.go, while applying",
);
static LONG_HOST: Rule = azure(
    "ATK-DOC-330",
    TITLE,
    "{}: its host name has {} characters, and Azure makes certificates for 64",
    "choose a shorter name, or bring a certificate of your own",
    "azurerm 5.2.0, cdn_frontdoor_custom_domain_resource.go, while planning",
);

pub(super) static ALL: &[&Rule] =
    &[&LONG_HOST, &HEADER, &PRIVATE_LINK, &REDIRECT, &NO_DOMAIN, &ORDER, &QUERY, &COMPRESSION, &PROFILE, &SECRET];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    let mut origins = Origins::new();
    for on in world.all("cdn_frontdoor_origin") {
        let group = world.named("cdn_frontdoor_origin_group", on.get("cdn_frontdoor_origin_group_id"));
        origin(on, group, world, out);
        if let Some(group) = group {
            origins.entry(group.key()).or_default().push(on);
        }
    }
    for on in world.all("cdn_frontdoor_route") {
        route(on, world, &origins, out);
    }
    for on in world.all("cdn_frontdoor_custom_domain") {
        let tls = on.block("tls");
        let own = tls.get("certificate_type").says("CustomerCertificate");
        out.tell_if(own && !tls.get("cdn_frontdoor_secret_id").is_set(), on, &SECRET, &[]);
        let kind = tls.get("certificate_type");
        if let Some(host) = on.get("host_name").text().filter(|_| !kind.is_set() || kind.says("ManagedCertificate")) {
            out.tell_if(host.len() > 64, on, &LONG_HOST, &[&host.len().to_string()]);
        }
    }
}

/// The origins of each group.
type Origins<'c> = HashMap<Key<'c>, Vec<On<'c>>>;

fn origin<'c>(on: On<'c>, group: Option<On<'c>>, world: &World<'c>, out: &mut Findings<'_>) {
    let host = on.get("host_name");
    // App Service and storage tell their customers apart by the host name
    let of_azure = |text: &str| text.ends_with(".azurewebsites.net") || text.contains(".core.windows.net");
    let of_app =
        host.target().filter(|target| target.attribute == "default_hostname" || target.attribute.ends_with("_host"));
    let shown = host.text().filter(|text| of_azure(text)).map(|text| format!("`{text}`"));
    let shown = shown.or_else(|| of_app.map(|target| format!("`{}`", target.on.address())));
    if let Some(shown) = shown {
        out.tell_if(!on.get("origin_host_header").is_set(), on, &HEADER, &[&shown]);
    }
    if !on.get("private_link").is_set() {
        return;
    }
    let checked = on.get("certificate_name_check_enabled").flag();
    out.tell_if(checked == Some(false), on, &PRIVATE_LINK, &["`certificate_name_check_enabled`"]);
    let profile = group.and_then(|group| profile_of(world, group));
    let standard =
        profile.and_then(|profile| profile.get("sku_name").text()).is_some_and(|sku| sku.starts_with("Standard"));
    out.tell_if(standard, on, &PRIVATE_LINK, &["a profile of the SKU `Premium_AzureFrontDoor`"]);
}

fn profile_of<'c>(world: &World<'c>, on: On<'c>) -> Option<On<'c>> {
    world.named("cdn_frontdoor_profile", on.get("cdn_frontdoor_profile_id"))
}

fn route<'c>(on: On<'c>, world: &World<'c>, origins: &Origins<'c>, out: &mut Findings<'_>) {
    let redirect = on.get("https_redirect_enabled");
    let redirects = !redirect.is_set() || redirect.flag() == Some(true);
    let protocols = on.get("supported_protocols");
    let known = !protocols.each().is_empty() && protocols.texts().len() == protocols.each().len();
    let both = ["Http", "Https"].iter().all(|protocol| protocols.texts().contains(protocol));
    out.tell_if(redirects && known && !both, on, &REDIRECT, &[]);
    let domains = on.get("cdn_frontdoor_custom_domain_ids");
    let none = !domains.is_set() || domains.each().is_empty() && domains.pieces().is_empty();
    out.tell_if(on.get("link_to_default_domain").flag() == Some(false) && none, on, &NO_DOMAIN, &[]);
    cache(on, out);
    let group = world.named("cdn_frontdoor_origin_group", on.get("cdn_frontdoor_origin_group_id"));
    let own = group.and_then(|group| origins.get(&group.key())).map_or(&[][..], Vec::as_slice);
    if let Some(first) = own.first() {
        let waits = own.iter().any(|origin| on.waits_for(*origin));
        out.tell_if(!waits, on, &ORDER, &[&format!("`{}`", first.address())]);
    }
    let endpoint = world.named("cdn_frontdoor_endpoint", on.get("cdn_frontdoor_endpoint_id"));
    let Some(profile) = endpoint.and_then(|endpoint| profile_of(world, endpoint)) else { return };
    let domains = domains.each().into_iter().filter_map(|id| world.named("cdn_frontdoor_custom_domain", id));
    for other in domains.chain(group) {
        let of = profile_of(world, other);
        let foreign = of.is_some_and(|of| of.key() != profile.key());
        out.tell_if(foreign, on, &PROFILE, &[&format!("`{}`", other.address())]);
    }
}

fn cache(on: On<'_>, out: &mut Findings<'_>) {
    let cache = on.block("cache");
    let filled = |read: Read<'_>| read.is_set() && (!read.each().is_empty() || !read.pieces().is_empty());
    if let Some(behaviour) = cache.get("query_string_caching_behavior").text() {
        let named = filled(cache.get("query_strings"));
        let needs = behaviour.contains("Specified");
        out.tell_if(named != needs, on, &QUERY, &[behaviour, if needs { "needs" } else { "takes no" }]);
    }
    let types = filled(cache.get("content_types_to_compress"));
    let compression = cache.get("compression_enabled");
    if compression.flag().is_some() || !compression.is_set() {
        out.tell_if(types != (compression.flag() == Some(true)), on, &COMPRESSION, &[]);
    }
}
