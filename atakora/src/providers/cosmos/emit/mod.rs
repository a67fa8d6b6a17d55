//! An account and what is in it, or what there is already; and the access of apps to single containers.

mod account;
mod handle;

use std::collections::BTreeMap;

pub use handle::CosmosHandle;

use super::existing::{AccountFacts, Contents, CosmosAccount, Existing, Made, Names};
use super::rules::capacity::shared_throughput;
use super::rules::regions::locations;
use super::{CapacityMode, Container, Cosmos, CosmosMerged, CosmosSettings, Recovery, Throughput, TimeToLive};
use crate::backend::Scope;
use crate::check::Finding;
use crate::merge::Problem;
use crate::provider::{Emit, Provider};
use crate::providers::networking::Networking;
use crate::providers::types::{CosmosdbAccount, CosmosdbAccountData, CosmosdbSqlContainer, CosmosdbSqlDatabase};
use crate::{Error, Result, data, resource, template};

#[diagnostic::do_not_recommend]
impl Emit for Cosmos {
    type Handle = CosmosHandle;

    fn emit(merged: &CosmosMerged<'_>, settings: &CosmosSettings, scope: &Scope<'_>) -> Result<CosmosHandle> {
        let account = match settings.existing {
            Existing::No => made(merged, settings, scope)?,
            Existing::Given { account, .. } => scope.given(account)?,
            Existing::Named { name, resource_group_name, database } => {
                named(name, resource_group_name, database, scope)
            }
        };
        if !matches!(settings.existing, Existing::No) {
            let network = Networking::of(scope);
            if let Some(finding) = account.refuses(merged.capacity, merged.account, &network) {
                return Err(refused(finding, merged.members.first(), scope));
            }
            account::endpoint(account.id(), &network, scope);
        }
        let mut containers = BTreeMap::new();
        let mut problems = Vec::new();
        for (owner, container) in merged.containers.iter() {
            match account.names_of(container) {
                Ok(names) => {
                    containers.insert((container.database, container.name), names);
                }
                Err(finding) => problems.extend_from_slice(refused(*finding, owner, scope).problems()),
            }
        }
        Error::all(problems)?;
        let mut handle = CosmosHandle::new(account, scope.region());
        for (component, used) in merged.uses.iter() {
            if let Some(names) = containers.get(&(used.database, used.name)) {
                let id = container_id(used.database, used.name, scope);
                handle.uses(component, scope.component(component), names.clone(), id);
            }
        }
        Ok(handle)
    }
}

/// What the compiler would have said, could it have known.
fn refused(finding: Finding, component: usize, scope: &Scope<'_>) -> Error {
    let name = scope.component(component);
    let problem = Problem::Rule { provider: Cosmos::LABEL, component: 0, finding };
    Error::new(problem.render(&[name]).as_str())
}

fn container_id(database: &str, container: &str, scope: &Scope<'_>) -> String {
    // the part that tells databases apart
    let database = if database.is_empty() { String::new() } else { format!("{database}_") };
    scope.id(&format!("container_{database}{container}"))
}

/// Makes the account and everything in it.
fn made(merged: &CosmosMerged<'_>, settings: &CosmosSettings, scope: &Scope<'_>) -> Result<CosmosAccount> {
    let locations =
        locations(settings, scope.region()).map_err(|finding| refused(*finding, merged.members.first(), scope))?;
    let account = account::account(merged, settings, &locations, scope);
    let databases = databases(merged, settings, scope, &account);
    let mut containers = Vec::new();
    for (owner, container) in merged.containers.iter() {
        let Some(database) = databases.get(database_name(container.database, scope)) else { continue };
        let scope = scope.serving(std::slice::from_ref(&owner)).lasting();
        let handle = make_container(container, &account, database, &scope);
        let names = Names { database: template![database.name()], container: template![handle.name()] };
        containers.push(Made { container: *container, names });
    }
    let (capacity, code, private) = (merged.capacity, merged.account, Networking::of(scope).is_private());
    Ok(CosmosAccount::new(AccountFacts {
        name: account.name(),
        resource_group_name: scope.resource_group_name(),
        id: account.id(),
        endpoint: account.endpoint(),
        database: scope.backend_name().to_owned(),
        contents: Contents::Made {
            private,
            capacity,
            account: code,
            regions: locations.iter().map(|region| region.location).collect(),
            recovery: Recovery::of(settings),
            containers,
        },
    }))
}

/// Reads an account that this program does not make.
fn named(name: &str, resource_group_name: &str, database: &str, scope: &Scope<'_>) -> CosmosAccount {
    let account = data!(scope, CosmosdbAccountData = azurerm_cosmosdb_account (scope.id("account")) {
        name: name,
        resource_group_name: resource_group_name,
    });
    CosmosAccount::new(AccountFacts {
        name: account.name(),
        resource_group_name: account.resource_group_name(),
        id: account.id(),
        endpoint: account.endpoint(),
        database: database_name(database, scope).to_owned(),
        contents: Contents::Unknown,
    })
}

fn make_container(
    container: &Container,
    account: &CosmosdbAccount,
    database: &CosmosdbSqlDatabase,
    scope: &Scope<'_>,
) -> CosmosdbSqlContainer {
    let id = container_id(container.database, container.name, scope);
    let levels = container.partition_key.len();
    resource!(scope, CosmosdbSqlContainer = azurerm_cosmosdb_sql_container (id) {
        name: container.name,
        resource_group_name: scope.resource_group_name(),
        account_name: account.name(),
        database_name: database.name(),
        partition_key_paths: container.partition_key,
        partition_key_kind: if levels > 1 { "MultiHash" } else { "Hash" },
        partition_key_version: 2,
        throughput?: manual(container.throughput),
        autoscale_settings: if let Some(units) = autoscale(container.throughput) { max_throughput: units },
        default_ttl?: default_ttl(container.time_to_live),
        unique_key: for paths in container.unique_keys { paths: *paths },
    })
}

fn databases(
    merged: &CosmosMerged<'_>,
    settings: &CosmosSettings,
    scope: &Scope<'_>,
    account: &CosmosdbAccount,
) -> BTreeMap<String, CosmosdbSqlDatabase> {
    let mut sharing: BTreeMap<String, usize> = BTreeMap::new();
    for (_, container) in merged.containers.iter() {
        let count = sharing.entry(database_name(container.database, scope).to_owned()).or_default();
        *count += usize::from(container.throughput == Throughput::Shared);
    }
    let scope = scope.lasting();
    sharing
        .into_iter()
        .map(|(name, sharing)| {
            // without a container that shares it, throughput on the database would be paid for nothing
            let throughput = if merged.capacity == CapacityMode::Serverless || sharing == 0 {
                Throughput::Shared
            } else {
                shared_throughput(settings.throughput, sharing)
            };
            let id = if name == scope.backend_name() { "database".to_owned() } else { format!("database_{name}") };
            let database = resource!(&scope, CosmosdbSqlDatabase = azurerm_cosmosdb_sql_database (scope.id(&id)) {
                name: name.as_str(),
                resource_group_name: scope.resource_group_name(),
                account_name: account.name(),
                throughput?: manual(throughput),
                autoscale_settings: if let Some(units) = autoscale(throughput) { max_throughput: units },
            });
            (name, database)
        })
        .collect()
}

fn database_name<'a>(database: &'a str, scope: &'a Scope<'_>) -> &'a str {
    if database.is_empty() { scope.backend_name() } else { database }
}

fn manual(throughput: Throughput) -> Option<u32> {
    match throughput {
        Throughput::Manual(units) => Some(units),
        Throughput::Shared | Throughput::Autoscale(_) => None,
    }
}

fn autoscale(throughput: Throughput) -> Option<u32> {
    match throughput {
        Throughput::Autoscale(units) => Some(units),
        Throughput::Shared | Throughput::Manual(_) => None,
    }
}

fn default_ttl(time_to_live: TimeToLive) -> Option<i64> {
    match time_to_live {
        TimeToLive::Off => None,
        TimeToLive::PerItem => Some(-1),
        TimeToLive::Seconds(seconds) => Some(i64::from(seconds)),
    }
}
