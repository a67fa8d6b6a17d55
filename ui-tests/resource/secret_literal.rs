use atakora::resource;
use atakora::terraform::declare::Declare;

#[allow(deprecated)]
fn declare(stack: &impl Declare, password: &str) {
    resource!(stack, azurerm_postgresql_flexible_server "db" {
        name: "db",
        location: "westeurope",
        resource_group_name: "rg",
        administrator_login: "admin",
        administrator_password: "hunter2",
    });
    resource!(stack, azurerm_postgresql_flexible_server "replica" {
        name: "db",
        location: "westeurope",
        resource_group_name: "rg",
        administrator_password: password,
    });
    resource!(stack, azurerm_postgresql_flexible_server "other" {
        name: "db",
        location: "westeurope",
        resource_group_name: "rg",
        administrator_password_wo: "hunter2",
        override administrator_password: "hunter2",
    });
    resource!(stack, azurerm_spring_cloud_gateway "maps" {
        name: "g",
        spring_cloud_service_id: "id",
        sensitive_environment_variables: { KEY: "hunter2" },
    });
}

fn main() {}
