//! What Azure refuses of arguments that many types have, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_resource_group "group" {
        name: "rg/shop",
        location: "atlantis",
    });
    resource!(stack, azurerm_eventhub_namespace "namespace" {
        name: "shop-events",
        location: "westeurope",
        resource_group_name: "rg",
        sku: "Standard",
        identity { type: "SystemAssigned,UserAssigned" },
    });
    resource!(stack, azurerm_log_analytics_workspace "workspace" {
        name: "logs",
        location: "westeurope",
        resource_group_name: "rg",
        identity { type: "SystemAssigned, UserAssigned" },
    });
}

fn main() {}
