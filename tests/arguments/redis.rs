//! What Azure takes of Redis: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

/// Azure Cache for Redis ends, and is there until then.
#[test]
#[allow(deprecated)]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_redis_cache "cache" {
        name: "redis-shop",
        capacity: 6,
        family: "P",
        location: "westeurope",
        resource_group_name: "rg",
        sku_name: "Premium",
        minimum_tls_version: "1.2",
        replicas_per_master: 3,
        replicas_per_primary: 3,
        redis_configuration { rdb_backup_frequency: 60 },
    });
    resource!(scope, azurerm_managed_redis "redis" {
        name: "amr-shop",
        location: "westeurope",
        resource_group_name: "rg",
        sku_name: "Balanced_B10",
        default_database {
            client_protocol: "Encrypted",
            clustering_policy: "OSSCluster",
            persistence_append_only_file_backup_frequency: "1s",
            persistence_redis_database_backup_frequency: "12h",
            module { name: "RediSearch" },
        },
    });
    assert_eq!(scope.judged(), [""; 0]);
}
