//! Versions of languages that ended, in `resource!`: warnings, here errors.
#![deny(deprecated)]

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_linux_function_app "node_14" {
        name: "func-shop-node-14",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { node_version: "14" } },
    });
    resource!(stack, azurerm_windows_function_app "node_16" {
        name: "func-shop-node-16",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { node_version: "~16" } },
    });
    resource!(stack, azurerm_linux_function_app "python_37" {
        name: "func-shop-python-37",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { python_version: "3.7" } },
    });
    resource!(stack, azurerm_linux_function_app "python_38" {
        name: "func-shop-python-38",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { python_version: "3.8" } },
    });
    resource!(stack, azurerm_linux_function_app "python_39" {
        name: "func-shop-python-39",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { python_version: "3.9" } },
    });
    resource!(stack, azurerm_linux_function_app "dotnet_7" {
        name: "func-shop-dotnet-7",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { dotnet_version: "7.0" } },
    });
    resource!(stack, azurerm_windows_function_app "dotnet_9" {
        name: "func-shop-dotnet-9",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { dotnet_version: "v9.0" } },
    });
    resource!(stack, azurerm_linux_function_app "powershell_72" {
        name: "func-shop-powershell-72",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { powershell_core_version: "7.2" } },
    });
    // its successor
    resource!(stack, azurerm_linux_function_app "node_22" {
        name: "func-shop-node-22",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        site_config { application_stack { node_version: "22" } },
    });
}

fn main() {}
