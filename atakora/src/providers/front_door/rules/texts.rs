//! The rules: id, text, way out, source.

use crate::check::{Kind, Level, Rule};

const LIMITS: &str = "Azure documentation, Azure subscription and service limits, Front Door, 2026-08";

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $kind:ident, $message:literal, $solution:literal, $source:expr;)*) => {
        $($(#[$doc])* pub static $name: Rule = Rule {
            id: $id,
            title: "FrontDoorError",
            message: $message,
            solution: $solution,
            source: $source,
            kind: Kind::$kind,
            level: Level::Error,
        };)*
    };
}

rules! {
    /// A route has a name that its origin group can have.
    ROUTE_NAME = "ATK-FRONTDOOR-001", Azure,
        "`{}` cannot be the name of a route",
        "use 2 to 40 lower-case letters, digits and hyphens, a letter or digit at both ends",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_route.name";
    /// A name stands once.
    ROUTE_TWICE = "ATK-FRONTDOOR-002", Promise,
        "the route `{}` is there twice",
        "rename one",
        "names of routes are unique in an endpoint";
    /// A path pattern.
    PATTERN = "ATK-FRONTDOOR-003", Azure,
        "route `{}`: `{}` is no pattern of a path",
        "begin with `/`; a `*` stands at the end only, behind a `/`: `/api/*`",
        "Azure documentation, How requests are matched to a route configuration, path matching, 2026";
    /// Something must answer.
    NO_ORIGIN = "ATK-FRONTDOOR-004", Azure,
        "route `{}` has no origin that is switched on",
        "name one: `Origin::app(users.app)`, without `.standby()`",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_origin: Azure refuses an origin group in use without an enabled origin";
    /// A weight is in range.
    WEIGHT = "ATK-FRONTDOOR-005", Azure,
        "route `{}`: the weight of an origin is 1 to 1,000, not {}",
        "use a number in this range; `.standby()` switches an origin off",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_origin.weight";
    /// A priority is in range.
    PRIORITY = "ATK-FRONTDOOR-006", Azure,
        "route `{}`: the priority of an origin is 1 to 5, not {}",
        "use a number in this range",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_origin.priority";
    /// A shift is the whole traffic.
    SHIFT = "ATK-FRONTDOOR-007", Promise,
        "a shift of {} and {} adds up to {} percent",
        "make it 100: `Shift::new(90, 10)`",
        "percentages of all requests";
    /// A shift is between two.
    SHIFT_ORIGINS = "ATK-FRONTDOOR-008", Promise,
        "route `{}` has a shift and {} origins",
        "a shift is between two origins; more of them have weights",
        "percentages of the first and the second origin";
    /// A domain is a host name.
    DOMAIN = "ATK-FRONTDOOR-009", Azure,
        "`{}` cannot be a custom domain",
        "use a host name of at most 64 lower-case letters, digits, hyphens and dots, like `app.example.com`",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_custom_domain.host_name, with a managed certificate";
    /// A domain is in its zone.
    DOMAIN_OUTSIDE_ZONE = "ATK-FRONTDOOR-010", Works,
        "the custom domain `{}` is not in the DNS zone `{}`",
        "name the zone that it is in, or a domain that ends in `.{}`",
        "the records that prove its ownership and lead to the endpoint stand in its zone";
    /// The top of a zone has no CNAME.
    DOMAIN_APEX = "ATK-FRONTDOOR-011", Works,
        "the custom domain `{}` is the top of its DNS zone, where no CNAME can stand",
        "use a name in it, like `www.{}`",
        "RFC 1034, section 3.6.2";
    /// An endpoint has a name that can begin a host name.
    ENDPOINT_NAME = "ATK-FRONTDOOR-012", Azure,
        "`{}` cannot be the name of a Front Door endpoint",
        "use 2 to 46 lower-case letters, digits and hyphens, a letter or digit at both ends",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_endpoint.name";
    /// A profile has so many endpoints.
    ENDPOINT_COUNT = "ATK-FRONTDOOR-013", Azure,
        "a Front Door of the tier {} has at most {} endpoints",
        "let components share one: `endpoint: Some(\"…\")`, or use `front_door: { sku: FrontDoorSku::Premium }`",
        LIMITS;
    /// A path of an endpoint has one route.
    PATTERN_TWICE = "ATK-FRONTDOOR-014", Azure,
        "two routes of the endpoint `{}` answer `{}`",
        "give one another path, or another endpoint",
        "Azure documentation, Azure Front Door routing: routes of a domain have different paths, 2026";
    /// A domain has one endpoint.
    DOMAIN_TWICE = "ATK-FRONTDOOR-015", Azure,
        "the custom domain `{}` is there twice",
        "name it at one component; all routes of its endpoint answer to it",
        "Azure documentation, Azure Front Door custom domains, 2026";
    /// A firewall that lets nothing through is none.
    WAF_THRESHOLD = "ATK-FRONTDOOR-016", Azure,
        "a firewall that lets through no request in a minute refuses everything",
        "use at least 1: `Waf::prevention(1000)`",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_firewall_policy.custom_rule.rate_limit_threshold";
    /// How long an origin has.
    RESPONSE_TIMEOUT = "ATK-FRONTDOOR-017", Azure,
        "an origin has 16 to 240 seconds to answer, not {}",
        "use a number in this range",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_profile.response_timeout_seconds";
    /// How long a file is kept.
    CACHE_AGE = "ATK-FRONTDOOR-018", Azure,
        "a file is kept for at most 31,622,399 seconds, not {}",
        "use 365 days and 23:59:59 hours at most",
        "azurerm 5.2.0, azurerm_cdn_frontdoor_rule.actions.route_configuration_override.caching.duration";
    /// The document of a folder.
    INDEX_DOCUMENT = "ATK-FRONTDOOR-019", Azure,
        "`{}` cannot be the index document of a static site",
        "use the name of a file of 3 to 255 characters without `/`, like `index.html`",
        "Azure documentation, Static website hosting in Azure Storage, 2026";
    /// An origin in the sense of CORS.
    CORS_ORIGIN = "ATK-FRONTDOOR-020", Works,
        "`{}` is no origin that a page can have",
        "write scheme and host, like `https://www.example.com`, or `*` alone",
        "Fetch standard, CORS protocol, 2026";
    /// Endpoints are made with the profile.
    GIVEN_PROFILE = "ATK-FRONTDOOR-021", Promise,
        "this backend uses a Front Door of another stack, so it makes no endpoints",
        "let the `FrontDoorProfile` there name them, or leave out `front_door: { profile: … }`",
        "the firewall of a profile stands in front of all of its endpoints";
    /// A route needs its endpoint.
    UNKNOWN_ENDPOINT = "ATK-FRONTDOOR-022", Promise,
        "the Front Door of another stack has no endpoint `{}`",
        "name it there: `FrontDoorProfile { endpoints: &[\"{}\"] }`, or name another one here: `endpoint: Some(\"…\")`",
        "the firewall of a profile stands in front of all of its endpoints";
    /// An app without a public address is reached through a private link.
    PRIVATE_ORIGIN = "ATK-FRONTDOOR-023", Azure,
        "the app of `{}` has no public address, and {}",
        "use `front_door: { sku: FrontDoorSku::Premium }` and `plan: Plan::ElasticPremium`",
        "Azure documentation, Secure your origin with Private Link in Azure Front Door Premium, 2026";
    /// A shift in words.
    SPLIT = "ATK-FRONTDOOR-024", Promise,
        "`{}` is no split of the traffic",
        "write two percentages, like `90/10`",
        "percentages of all requests";
}
