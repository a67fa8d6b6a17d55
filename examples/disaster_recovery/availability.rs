//! Availability tests: both apps are asked from outside, all the time, so that a standby that would not work is known
//! before it is needed. The original calls it synthetic monitoring.

use atakora::prelude::*;
use atakora::terraform::Text;

/// From where is asked: five cities, as Azure advises.
const FROM: [&str; 5] = ["us-va-ash-azr", "us-ca-sjc-azr", "us-tx-sn1-azr", "us-il-ch1-azr", "us-fl-mia-edge"];
/// From how many of them nobody answers before somebody is told: two may have trouble of their own.
const FAILED: usize = FROM.len() - 2;

/// Asks each app every five minutes, and tells people when one does not answer.
pub fn watch(stack: &Stack, apps: &[(&str, &FunctionApp)]) {
    let group = stack.resource_group();
    let workspace = resource!(stack, azurerm_log_analytics_workspace "watch" {
        name: "dr-workspace-watch",
        resource_group_name: group.name(),
        location: group.location(),
        sku: "PerGB2018",
        retention_in_days: 180,
        local_authentication_enabled: false,
    });
    let insights = resource!(stack, azurerm_application_insights "watch" {
        name: "dr-insights-watch",
        resource_group_name: group.name(),
        location: group.location(),
        application_type: "web",
        workspace_id: workspace.id(),
        local_authentication_enabled: false,
    });
    let email = stack.variable::<Text>("alert_email").description("Who is told when an app does not answer").declare();
    let people = resource!(stack, azurerm_monitor_action_group "people" {
        name: "dr-people",
        resource_group_name: group.name(),
        short_name: "dr-people",
        email_receiver { name: "on-call", email_address: email },
    });
    for (role, app) in apps {
        let test = resource!(stack, azurerm_application_insights_standard_web_test (format!("{role}_answers")) {
            name: format!("dr-{role}-answers"),
            resource_group_name: group.name(),
            location: group.location(),
            application_insights_id: insights.id(),
            geo_locations: FROM,
            enabled: true,
            retry_enabled: true,
            frequency: 300,
            timeout: 30,
            request { url: template!["https://", app.host_name(), app.health_path()] },
            validation_rules {
                expected_status_code: 200,
                ssl_check_enabled: true,
                ssl_cert_remaining_lifetime: 14,
            },
        });
        resource!(stack, azurerm_monitor_metric_alert (format!("{role}_does_not_answer")) {
            name: format!("dr-{role}-does-not-answer"),
            description: format!("The {role} app does not answer from {FAILED} of {} cities", FROM.len()),
            resource_group_name: group.name(),
            scopes: [test.id(), insights.id()],
            severity: 1,
            application_insights_web_test_location_availability_criteria {
                web_test_id: test.id(),
                component_id: insights.id(),
                failed_location_count: FAILED,
            },
            action { action_group_id: people.id() },
        });
    }
}
