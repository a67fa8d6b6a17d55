//! Names in Azure.

use crate::explain::note::{Note, note};

const JOBS: &str = "jobs: FunctionsApp,";

pub(in crate::explain) const NAMING: &[Note] = &[
    note("ATK-NAME-001", "A storage account has 24 characters for the name, a code, the environment, the region and what you add.").settings(
        JOBS,
        "name: \"the-shop-of-the-north-sea-fishers\",",
        "name: \"fishers\",",
    ),
    note("ATK-NAME-002", "The other parts alone fill the name of some resource.").settings(
        JOBS,
        "unique: \"abcdefghijklmnopqrstuvwxyz\",",
        "unique: \"x7\",",
    ),
    note("ATK-NAME-003", "The name of a back end begins the names of all its resources, and stands in them as each type takes it.").settings(
        JOBS,
        "name: \"My Shop\",",
        "name: \"my-shop\",",
    ),
    note("ATK-NAME-004", "A code stands in the names of a group's resources, and the shortest of these have room for four characters of it.").components(
        "user_api: CrudApi<User> { account: Some(\"users\") },",
        "user_api: CrudApi<User> { account: Some(\"user\") },",
    ),
    note("ATK-NAME-005", "What ends in `-sb` or `-mgmt` cannot be a Service Bus namespace.").settings(
        JOBS,
        "unique: \"sb\",",
        "unique: \"s7\",",
    ),
    note("ATK-NAME-006", "Azure keeps the names of its maker's products out of names that are unique in the world.").settings(
        JOBS,
        "name: \"windows\",",
        "name: \"doors\",",
    ),
    note("ATK-NAME-007", "A pattern is made of parts that are known, and an unknown one would stand in every name as it is.").settings(
        JOBS,
        "naming: \"{typ}-{name}-{code}-{environment}-{region}\",",
        "naming: \"{type}-{name}-{code}-{environment}-{region}\",",
    ),
    note("ATK-NAME-008", "A pattern is for all types, and what only some of them take would break the others.").settings(
        JOBS,
        "naming: \"{type}_{name}-{code}-{environment}-{region}\",",
        "naming: \"{type}-{name}-{code}-{environment}-{region}\",",
    ),
    note("ATK-NAME-009", "Some types want a letter first.").settings(
        JOBS,
        "naming: \"7-{type}-{name}-{code}-{environment}-{region}\",",
        "naming: \"x-{type}-{name}-{code}-{environment}-{region}\",",
    ),
    note("ATK-NAME-010", "Names that leave out what tells two resources apart are one name.").settings(
        JOBS,
        "naming: \"{type}-{name}-{environment}-{region}\",",
        "naming: \"{type}-{name}-{code}-{environment}-{region}\",",
    ),
    note("ATK-NAME-011", "The pattern itself, without the back end's name, is longer than names of the type can be.").items(
        "use atakora::azure::Convention;

backend! {
    pub Shop < jobs: FunctionsApp > with {
        environment: \"dev\",
        naming: Convention::new(\"{type}-{name}-{code}-{environment}-{region}\")
            .with_types(&[(\"azurerm_storage_account\", \"contosoretail{type}{code}{environment}{region}\")]),
    }
}",
        "use atakora::azure::Convention;

backend! {
    pub Shop < jobs: FunctionsApp > with {
        environment: \"dev\",
        naming: Convention::new(\"{type}-{name}-{code}-{environment}-{region}\")
            .with_types(&[(\"azurerm_storage_account\", \"{type}{code}{environment}{region}\")]),
    }
}",
    ),
    note("ATK-NAME-012", "Some types have a shortest name too.").items(
        "use atakora::azure::Convention;

backend! {
    pub Shop < jobs: FunctionsApp > with {
        name: \"a\",
        environment: \"dev\",
        naming: Convention::new(\"{type}-{name}-{code}-{environment}-{region}\")
            .with_types(&[(\"azurerm_log_analytics_workspace\", \"{name}\")]),
    }
}",
        "use atakora::azure::Convention;

backend! {
    pub Shop < jobs: FunctionsApp > with {
        name: \"a\",
        environment: \"dev\",
        naming: Convention::new(\"{type}-{name}-{code}-{environment}-{region}\")
            .with_types(&[(\"azurerm_log_analytics_workspace\", \"{name}-{environment}\")]),
    }
}",
    ),
    note("ATK-NAME-013", "What ends in `-sb` or `-mgmt` cannot be a Service Bus namespace, and the pattern puts a free word at the end.").settings(
        JOBS,
        "name: \"shop-sb\",
naming: \"{type}-{code}-{environment}-{region}-{name}\",",
        "name: \"shop-sb\",
naming: \"{type}-{name}-{code}-{environment}-{region}\",",
    ),
    note("ATK-NAME-014", "A pattern for a type that is not there would do nothing.").items(
        "use atakora::azure::Convention;

backend! {
    pub Shop < jobs: FunctionsApp > with {
        environment: \"dev\",
        naming: Convention::new(\"{type}-{name}-{code}-{environment}-{region}\")
            .with_types(&[(\"azurerm_storage_acount\", \"st{name}{code}{environment}{region}\")]),
    }
}",
        "use atakora::azure::Convention;

backend! {
    pub Shop < jobs: FunctionsApp > with {
        environment: \"dev\",
        naming: Convention::new(\"{type}-{name}-{code}-{environment}-{region}\")
            .with_types(&[(\"azurerm_storage_account\", \"st{name}{code}{environment}{region}\")]),
    }
}",
    ),
    note("ATK-NAME-015", "Both environments would make resources of the same names, and take them from each other.").settings(
        JOBS,
        "environments: { prod: {}, production: {} },",
        "environments: { prod: {}, staging: {} },",
    ),
    note("ATK-NAME-016", "A label stands right behind the environment: `dev` with the label `2` is `dev2` without one.").settings(
        JOBS,
        "label: 2,
environments: { dev: {}, dev2: {} },",
        "label: 2,
environments: { dev: {}, qa: {} },",
    ),
    note("ATK-NAME-017", "A label is a part of every name, and takes the letters that all of them take.").statements(
        "backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: \"dev\" }
}
Shop::new().label(Label::new(\"Blue\")?).add_to(&stack)?;",
        "backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: \"dev\" }
}
Shop::new().label(Label::new(\"blue\")?).add_to(&stack)?;",
    ),
    note("ATK-NAME-018", "A label ends the names of some resources, and Service Bus keeps two ends for itself.").statements(
        "backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: \"dev\" }
}
Shop::new().label(Label::new(\"sb\")?).add_to(&stack)?;",
        "backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: \"dev\" }
}
Shop::new().label(Label::new(\"blue\")?).add_to(&stack)?;",
    ),
    note("ATK-NAME-019", "The compiler has counted the names of the back end without a label.").statements(
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
Shop::new().label(Label::new(\"blue\")?).add_to(&stack)?;",
        "backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: \"dev\" }
}
Shop::new().label(Label::new(\"blue\")?).add_to(&stack)?;",
    ),
    note("ATK-NAME-020", "The compiler has counted the names of the back end with a label of this length.").statements(
        "backend! {
    pub Shop < jobs: FunctionsApp > with { label: 3, environment: \"dev\" }
}
Shop::new().label(Label::new(\"blue\")?).add_to(&stack)?;",
        "backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: \"dev\" }
}
Shop::new().label(Label::new(\"blue\")?).add_to(&stack)?;",
    ),
    note("ATK-NAME-021", "A stack in no region can be made nowhere.").statements(
        "let region = \"westeurop\".parse()?;
let stack = app.stack(\"main\").resource_group(\"rg-main\", region);",
        "let region = \"westeurope\".parse()?;
let stack = app.stack(\"main\").resource_group(\"rg-main\", region);",
    ),
];
