//! What Azure refuses of Redis, one argument at a time.
#![allow(deprecated)]

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_redis_cache "cache" {
        name: "redis--shop",
        capacity: 7,
        family: "E",
        location: "westeurope",
        resource_group_name: "rg",
        sku_name: "premium",
        minimum_tls_version: "1.1",
        replicas_per_primary: 4,
        redis_configuration { rdb_backup_frequency: 45 },
    });
    resource!(stack, azurerm_managed_redis "redis" {
        name: "amr--shop",
        location: "westeurope",
        resource_group_name: "rg",
        sku_name: "Enterprise_E10",
        default_database {
            client_protocol: "TLS",
            clustering_policy: "OssCluster",
            persistence_append_only_file_backup_frequency: "1m",
            persistence_redis_database_backup_frequency: "24h",
            module { name: "RedisSearch" },
        },
    });
}

fn main() {}
