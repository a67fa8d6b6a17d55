//! Arguments that stand for each other, or only together. Terraform asks where both are known while it validates, and
//! leaves to Azure what hides behind a reference.

use super::findings::Findings;
use super::reader::Read;
use super::rule;
use super::world::World;
use crate::check::{Kind, Rule};

const TITLE: &str = "ChoiceError";

/// How many of a group of arguments stand in a block.
struct Choice {
    rule: Rule,
    /// Types of resources without `azurerm_`, each with the path of the block; nothing is the resource itself.
    at: &'static [(&'static str, &'static str)],
    groups: &'static [&'static [&'static str]],
    least: usize,
    most: usize,
    /// None is as good as all.
    together: bool,
}

type At = &'static [(&'static str, &'static str)];
type Groups = &'static [&'static [&'static str]];

const fn choice(id: &'static str, at: At, groups: Groups, solution: &'static str, source: &'static str) -> Choice {
    let rule = rule(id, TITLE, "{}: {} of {}", solution, (Kind::Azure, source));
    Choice { rule, at, groups, least: 0, most: usize::MAX, together: false }
}

const fn exactly_one(id: &'static str, at: At, groups: Groups, source: &'static str) -> Choice {
    Choice { least: 1, most: 1, ..choice(id, at, groups, "set exactly one of them", source) }
}

const fn at_least_one(id: &'static str, at: At, groups: Groups, source: &'static str) -> Choice {
    Choice { least: 1, ..choice(id, at, groups, "set at least one of them", source) }
}

const fn at_most_one(id: &'static str, at: At, groups: Groups, source: &'static str) -> Choice {
    Choice { most: 1, ..choice(id, at, groups, "set one of them", source) }
}

const fn together(id: &'static str, at: At, groups: Groups, source: &'static str) -> Choice {
    Choice { together: true, ..choice(id, at, groups, "set both, or none", source) }
}

const FUNCTIONS: &str = "azurerm 5.2.0, linux_function_app_resource.go";
const DIAGNOSTICS: &str = "azurerm 5.2.0, monitor_diagnostic_setting_resource.go";
const RULES: &str = "azurerm 5.2.0, network_security_rule_resource.go";

static RESTRICTION: Choice = exactly_one(
    "ATK-DOC-183",
    &[
        ("function_app_flex_consumption", "site_config.ip_restriction"),
        ("function_app_flex_consumption", "site_config.scm_ip_restriction"),
        ("linux_function_app", "site_config.ip_restriction"),
        ("linux_function_app", "site_config.scm_ip_restriction"),
    ],
    &[&["ip_address", "service_tag", "virtual_network_subnet_id"]],
    "azurerm 5.2.0, function_app_flex_consumption_resource.go and linux_function_app_resource.go, while applying",
);
static LOG: Choice = exactly_one(
    "ATK-DOC-214",
    &[("monitor_diagnostic_setting", "enabled_log")],
    &[&["category", "category_group"]],
    "azurerm 5.2.0, monitor_diagnostic_setting_resource.go, while applying",
);
static HOST_STORAGE: Choice = exactly_one(
    "ATK-DOC-400",
    &[("linux_function_app", "")],
    &[&["storage_account_name", "storage_key_vault_secret_id"]],
    FUNCTIONS,
);
static HOST_KEY: Choice = at_most_one(
    "ATK-DOC-401",
    &[("linux_function_app", "")],
    &[&["storage_account_access_key", "storage_uses_managed_identity"]],
    FUNCTIONS,
);
static STACK: Choice = exactly_one(
    "ATK-DOC-402",
    &[("linux_function_app", "site_config.application_stack")],
    &[&[
        "dotnet_version",
        "python_version",
        "node_version",
        "java_version",
        "powershell_core_version",
        "docker",
        "use_custom_runtime",
    ]],
    FUNCTIONS,
);
static HEALTH_CHECK: Choice = together(
    "ATK-DOC-403",
    &[("linux_function_app", "site_config")],
    &[&["health_check_path", "health_check_eviction_time_in_min"]],
    FUNCTIONS,
);
static DESTINATION: Choice = at_least_one(
    "ATK-DOC-404",
    &[("monitor_diagnostic_setting", "")],
    &[&["log_analytics_workspace_id", "storage_account_id", "eventhub_authorization_rule_id", "partner_solution_id"]],
    DIAGNOSTICS,
);
static SIGNALS: Choice = at_least_one(
    "ATK-DOC-405",
    &[("monitor_diagnostic_setting", "")],
    &[&["enabled_log", "enabled_metric"]],
    DIAGNOSTICS,
);
static SPACE: Choice = exactly_one(
    "ATK-DOC-406",
    &[("virtual_network", "")],
    &[&["address_space", "ip_address_pool"]],
    "azurerm 5.2.0, virtual_network_resource.go",
);
static PREFIXES: Choice = exactly_one(
    "ATK-DOC-407",
    &[("subnet", "")],
    &[&["address_prefixes", "ip_address_pool"]],
    "azurerm 5.2.0, subnet_resource.go",
);
static SIDES: Choice = at_most_one(
    "ATK-DOC-408",
    &[("network_security_rule", ""), ("network_security_group", "security_rule")],
    &[
        &["source_port_range", "source_port_ranges"],
        &["destination_port_range", "destination_port_ranges"],
        &["source_address_prefix", "source_address_prefixes", "source_application_security_group_ids"],
        &["destination_address_prefix", "destination_address_prefixes", "destination_application_security_group_ids"],
    ],
    RULES,
);
static TARGET: Choice = exactly_one(
    "ATK-DOC-409",
    &[("private_endpoint", "private_service_connection")],
    &[&["private_connection_resource_id", "private_connection_resource_alias"]],
    "azurerm 5.2.0, private_endpoint_resource.go",
);
static RECORD: Choice = exactly_one(
    "ATK-DOC-410",
    &[("dns_cname_record", "")],
    &[&["record", "target_resource_id"]],
    "azurerm 5.2.0, dns_cname_record_resource.go",
);
static SECRET: Choice = exactly_one(
    "ATK-DOC-411",
    &[("key_vault_secret", "")],
    &[&["value", "value_wo"]],
    "azurerm 5.2.0, key_vault_secret_resource.go",
);
static WRITE_ONLY: Choice = together(
    "ATK-DOC-412",
    &[("key_vault_secret", ""), ("subnet", "")],
    &[
        &["value_wo", "value_wo_version"],
        &["network_security_group_id_wo", "network_security_group_id_wo_version"],
        &["route_table_id_wo", "route_table_id_wo_version"],
    ],
    "azurerm 5.2.0, key_vault_secret_resource.go and subnet_resource.go",
);
static ROLE: Choice = exactly_one(
    "ATK-DOC-413",
    &[("role_assignment", "")],
    &[&["role_definition_id", "role_definition_name"]],
    "azurerm 5.2.0, role_assignment_resource.go",
);
static CONDITION: Choice = together(
    "ATK-DOC-414",
    &[("role_assignment", "")],
    &[&["condition", "condition_version"]],
    "azurerm 5.2.0, role_assignment_resource.go",
);
static SITE: Choice = at_least_one(
    "ATK-DOC-415",
    &[("storage_account_static_website", "")],
    &[&["index_document", "error_404_document"]],
    "azurerm 5.2.0, storage_account_static_website_resource.go",
);
static THROUGHPUT: Choice = at_most_one(
    "ATK-DOC-416",
    &[("cosmosdb_sql_database", ""), ("cosmosdb_sql_container", "")],
    &[&["throughput", "autoscale_settings"]],
    "azurerm 5.2.0, cosmosdb_sql_database_resource.go",
);
static CONFLICTS: Choice = at_most_one(
    "ATK-DOC-417",
    &[("cosmosdb_sql_container", "conflict_resolution_policy")],
    &[&["conflict_resolution_path", "conflict_resolution_procedure"]],
    "azurerm 5.2.0, cosmosdb_sql_container_resource.go",
);
static SUBNET: Choice = at_most_one(
    "ATK-DOC-418",
    &[("traffic_manager_azure_endpoint", "subnet"), ("traffic_manager_external_endpoint", "subnet")],
    &[&["last", "scope"]],
    "azurerm 5.2.0, documentation of azurerm_traffic_manager_external_endpoint",
);

static CHOICES: &[&Choice] = &[
    &RESTRICTION,
    &LOG,
    &HOST_STORAGE,
    &HOST_KEY,
    &STACK,
    &HEALTH_CHECK,
    &DESTINATION,
    &SIGNALS,
    &SPACE,
    &PREFIXES,
    &SIDES,
    &TARGET,
    &RECORD,
    &SECRET,
    &WRITE_ONLY,
    &ROLE,
    &CONDITION,
    &SITE,
    &THROUGHPUT,
    &CONFLICTS,
    &SUBNET,
];

pub(super) static ALL: &[&Rule] = &[
    &RESTRICTION.rule,
    &LOG.rule,
    &HOST_STORAGE.rule,
    &HOST_KEY.rule,
    &STACK.rule,
    &HEALTH_CHECK.rule,
    &DESTINATION.rule,
    &SIGNALS.rule,
    &SPACE.rule,
    &PREFIXES.rule,
    &SIDES.rule,
    &TARGET.rule,
    &RECORD.rule,
    &SECRET.rule,
    &WRITE_ONLY.rule,
    &ROLE.rule,
    &CONDITION.rule,
    &SITE.rule,
    &THROUGHPUT.rule,
    &CONFLICTS.rule,
    &SUBNET.rule,
];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for choice in CHOICES {
        for (kind, path) in choice.at {
            for on in world.all(kind) {
                if path.is_empty() {
                    choice.judge(&|name| on.get(name), &mut |words, names| {
                        out.tell(on, &choice.rule, &[&format!("it has {words}"), names]);
                    });
                    continue;
                }
                let mut names = path.split('.');
                let blocks = on.each(names.next().unwrap_or_default());
                let blocks =
                    names.fold(blocks, |blocks, name| blocks.iter().flat_map(|block| block.get(name).each()).collect());
                for block in blocks {
                    choice.judge(&|name| block.get(name), &mut |words, names| {
                        out.tell(on, &choice.rule, &[&format!("its `{path}` has {words}"), names]);
                    });
                }
            }
        }
    }
}

impl Choice {
    /// Calls `tell` for each group that has too few or too many.
    fn judge<'c>(&self, get: &dyn Fn(&str) -> Read<'c>, tell: &mut dyn FnMut(&str, &str)) {
        for group in self.groups {
            // what only Terraform knows may be nothing
            let possible = group.iter().filter(|name| get(name).may_be_there()).count();
            let certain = group.iter().filter(|name| get(name).is_there()).count();
            let words = match () {
                () if possible < self.least => "none",
                () if certain > self.most && group.len() == 2 => "both",
                () if certain > self.most => "several",
                () if self.together && certain > 0 && possible < group.len() => "only one",
                () => continue,
            };
            let names: Vec<String> = group.iter().map(|name| format!("`{name}`")).collect();
            let names = match names.split_last() {
                Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
                _ => names.join(""),
            };
            tell(words, &names);
        }
    }
}
