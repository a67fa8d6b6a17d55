//! Resources that hold what nobody can make again: data, messages, keys.

/// By their names in azurerm 5, in the order of the alphabet.
const HOLD_DATA: [&str; 68] = [
    "azurerm_app_configuration",
    "azurerm_application_insights",
    "azurerm_container_registry",
    "azurerm_cosmosdb_account",
    "azurerm_cosmosdb_cassandra_cluster",
    "azurerm_cosmosdb_cassandra_datacenter",
    "azurerm_cosmosdb_cassandra_keyspace",
    "azurerm_cosmosdb_cassandra_table",
    "azurerm_cosmosdb_gremlin_database",
    "azurerm_cosmosdb_gremlin_graph",
    "azurerm_cosmosdb_mongo_collection",
    "azurerm_cosmosdb_mongo_database",
    "azurerm_cosmosdb_postgresql_cluster",
    "azurerm_cosmosdb_sql_container",
    "azurerm_cosmosdb_sql_database",
    "azurerm_cosmosdb_table",
    "azurerm_data_protection_backup_vault",
    "azurerm_eventhub",
    "azurerm_eventhub_namespace",
    "azurerm_key_vault",
    "azurerm_key_vault_certificate",
    "azurerm_key_vault_key",
    "azurerm_key_vault_secret",
    "azurerm_kubernetes_automatic_cluster",
    "azurerm_kubernetes_cluster",
    "azurerm_kusto_cluster",
    "azurerm_kusto_database",
    "azurerm_linux_virtual_machine",
    "azurerm_log_analytics_cluster",
    "azurerm_log_analytics_workspace",
    "azurerm_managed_disk",
    "azurerm_managed_lustre_file_system",
    "azurerm_managed_redis",
    "azurerm_mongo_cluster",
    "azurerm_monitor_workspace",
    "azurerm_mssql_database",
    "azurerm_mssql_managed_database",
    "azurerm_mssql_managed_instance",
    "azurerm_mssql_server",
    "azurerm_mysql_flexible_database",
    "azurerm_mysql_flexible_server",
    "azurerm_netapp_account",
    "azurerm_netapp_pool",
    "azurerm_netapp_volume",
    "azurerm_oracle_autonomous_database",
    "azurerm_postgresql_flexible_server",
    "azurerm_postgresql_flexible_server_database",
    "azurerm_recovery_services_vault",
    "azurerm_redis_cache",
    "azurerm_search_service",
    "azurerm_servicebus_namespace",
    "azurerm_servicebus_queue",
    "azurerm_servicebus_subscription",
    "azurerm_servicebus_topic",
    "azurerm_snapshot",
    "azurerm_storage_account",
    "azurerm_storage_blob",
    "azurerm_storage_container",
    "azurerm_storage_data_lake_gen2_filesystem",
    "azurerm_storage_queue",
    "azurerm_storage_share",
    "azurerm_storage_share_file",
    "azurerm_storage_table",
    "azurerm_storage_table_entity",
    "azurerm_stream_analytics_cluster",
    "azurerm_virtual_machine",
    "azurerm_vmware_cluster",
    "azurerm_windows_virtual_machine",
];

/// Whether data is lost with a resource of this type.
///
/// ```
/// assert!(atakora::azure::is_stateful("azurerm_storage_account"));
/// assert!(!atakora::azure::is_stateful("azurerm_service_plan"));
/// ```
pub fn is_stateful(type_name: &str) -> bool {
    HOLD_DATA.binary_search(&type_name).is_ok()
}

/// What is lost and made again: content that the program itself writes, and insights, whose data is in their workspace.
const MADE_AGAIN: [&str; 4] = [
    "azurerm_application_insights",
    "azurerm_storage_blob",
    "azurerm_storage_share_file",
    "azurerm_storage_table_entity",
];

/// Whether an app that protects data keeps resources of this type from being destroyed: what is [stateful](is_stateful), but
/// for content that the program itself writes, which is replaced whenever it changes, and for Application Insights, which
/// keep theirs in a workspace.
///
/// ```
/// assert!(atakora::azure::is_kept("azurerm_key_vault"));
/// assert!(!atakora::azure::is_kept("azurerm_storage_blob"));
/// ```
pub fn is_kept(type_name: &str) -> bool {
    is_stateful(type_name) && !MADE_AGAIN.contains(&type_name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_types_stand_in_order() {
        assert!(super::HOLD_DATA.is_sorted());
    }
}
