//! What Azure takes of DNS: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_dns_zone "zone" {
        name: "example.com",
        resource_group_name: "rg",
    });
    resource!(scope, azurerm_dns_cname_record "record" {
        name: "www",
        resource_group_name: "rg",
        ttl: 1,
        zone_name: "shop",
    });
    resource!(scope, azurerm_dns_txt_record "record" {
        name: "shop",
        resource_group_name: "rg",
        ttl: 1,
        zone_name: "shop",
        record { value: "v=spf1 -all" },
    });
    assert_eq!(scope.judged(), [""; 0]);
}
