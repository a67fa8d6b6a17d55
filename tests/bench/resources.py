"""What uses of `resource!` cost."""

from measure import Library

SMALL = 'resource!(stack, Small = azurerm_resource_group "r{k}" {{ name: "rg-{k}", location: "westeurope" }}).id()'
LARGE = """resource!(stack, Large = azurerm_cosmosdb_account "r{k}" {{
        name: "cosmos-{k}", resource_group_name: "rg", location: "westeurope", offer_type: "Standard",
        consistency_policy {{ consistency_level: "Session" }},
        geo_location {{ location: "westeurope", failover_priority: 0 }},
        capabilities {{ name: "EnableServerless" }},
    }}).id()"""
NAMES = "Small = azurerm_resource_group; Large = azurerm_cosmosdb_account;"


def resources(size, one):
    """Uses of `resource!` with a named handle, ten to a function, an attribute read of each."""
    text = ["#![allow(dead_code)]", "use atakora::{resource, resource_type};", "use atakora::terraform::Stack;"]
    text.append(f"resource_type! {{ {NAMES} }}")
    for first in range(0, size, 10):
        uses = "\n".join(f"    let _ = {one.format(k=k)};" for k in range(first, min(first + 10, size)))
        text.append(f"pub fn f{first}(stack: &Stack) {{\n{uses}\n}}")
    return "\n".join(text)


def bench(work, options, report):
    mine = Library(work, "resources")
    sizes = options.sizes or [1, 100, 1000]
    rows = ([size, *(mine.check(resources(size, one), size) for one in (SMALL, LARGE))] for size in sizes)
    report.table("`cargo check` of uses of `resource!`, named handle", ["uses", "resource group", "Cosmos DB account"], rows)
