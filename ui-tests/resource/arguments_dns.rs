//! What Azure refuses of DNS, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_dns_zone "zone" {
        name: "example",
        resource_group_name: "rg",
    });
    resource!(stack, azurerm_dns_cname_record "record" {
        name: "@",
        resource_group_name: "rg",
        ttl: 1,
        zone_name: "shop",
    });
    resource!(stack, azurerm_dns_txt_record "record" {
        name: "shop",
        resource_group_name: "rg",
        ttl: 1,
        zone_name: "shop",
        record { value: "" },
    });
}

fn main() {}
