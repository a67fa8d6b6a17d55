//! Ids: of Azure's resources, of roles, of keys.

use super::{Form, is_none};

/// A UUID.
pub const UUID: Form =
    Form::new(
        "a UUID like `00000000-0000-0000-0000-000000000002`",
        |text| if is_uuid(text) { None } else { is_none() },
    );

/// A subnet.
pub const SUBNET_ID: Form = Form::new("the id of a subnet, `/subscriptions/../subnets/NAME`", |text| {
    let subnet = provider_parts(text)
        .is_some_and(|parts| matches!(parts.as_slice(), [network, networks, _, subnets, _] if same(network, "Microsoft.Network") && same(networks, "virtualNetworks") && same(subnets, "subnets")));
    if subnet { None } else { is_none() }
});

/// A role of Cosmos DB's data plane, which has its own.
pub const COSMOS_ROLE_DEFINITION: Form = Form::new(
    "the id of a role of the account, `ACCOUNT/sqlRoleDefinitions/UUID`, where the built-in reader is `..0001` and the contributor `..0002`",
    |text| match provider_parts(text).as_deref() {
        Some([_, accounts, _, roles, role])
            if same(accounts, "databaseAccounts") && same(roles, "sqlRoleDefinitions") && is_uuid(role) =>
        {
            None
        }
        Some([provider, ..]) if same(provider, "Microsoft.Authorization") => {
            Some("is a role of Azure's control plane".to_owned())
        }
        _ => is_none(),
    },
);

/// Where a role of Cosmos DB's data plane holds.
pub const COSMOS_SCOPE: Form =
    Form::new("the id of an account, or `ACCOUNT/dbs/DATABASE`, or `ACCOUNT/dbs/DATABASE/colls/CONTAINER`", |text| {
        match provider_parts(text).as_deref() {
            Some([_, accounts, _, rest @ ..]) if same(accounts, "databaseAccounts") => match rest {
                [] | ["dbs", _] | ["dbs", _, "colls", _] => None,
                [databases, ..] if same(databases, "sqlDatabases") => Some(
                    "is the id of the database as a resource: write `dbs` for `sqlDatabases`, `colls` for `containers`"
                        .to_owned(),
                ),
                _ => is_none(),
            },
            _ => is_none(),
        }
    });

/// A key in a vault, whichever version is current.
pub const VERSIONLESS_KEY: Form = Form::new("the id of a key without a version, `https://VAULT/keys/NAME`", |text| {
    let parts: Option<Vec<&str>> =
        text.strip_prefix("https://").map(|rest| rest.trim_end_matches('/').split('/').collect());
    match parts.as_deref() {
        Some([_, "keys", _]) => None,
        Some([_, "keys", _, _]) => Some("names a version".to_owned()),
        _ => is_none(),
    }
});

fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
        && parts.iter().all(|part| part.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// What stands behind `/subscriptions/../resourceGroups/../providers/`, in parts.
fn provider_parts(text: &str) -> Option<Vec<&str>> {
    let mut parts = text.strip_prefix('/')?.split('/');
    let head: Vec<&str> = parts.by_ref().take(5).collect();
    let [subscriptions, _, rest @ ..] = head.as_slice() else { return None };
    let parts: Vec<&str> = match rest {
        // a role of the subscription has no resource group
        [providers, more @ ..] if same(providers, "providers") => more.iter().copied().chain(parts).collect(),
        [groups, _, providers] if same(groups, "resourceGroups") && same(providers, "providers") => parts.collect(),
        _ => return None,
    };
    (same(subscriptions, "subscriptions") && parts.iter().all(|part| !part.is_empty())).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCOUNT: &str = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.DocumentDB/databaseAccounts/shop";

    #[test]
    fn uuids() {
        assert_eq!(UUID.fault("00000000-0000-0000-0000-00000000000a"), None);
        for bad in ["", "shop", "00000000-0000-0000-0000-00000000000g", "000000000000-0000-0000-0000-00000000"] {
            assert_eq!(UUID.fault(bad).as_deref(), Some("is not"), "{bad}");
        }
    }

    #[test]
    fn scopes_of_cosmos() {
        for good in ["", "/dbs/db", "/dbs/db/colls/c"] {
            assert_eq!(COSMOS_SCOPE.fault(&format!("{ACCOUNT}{good}")), None, "{good}");
        }
        let resource = COSMOS_SCOPE.fault(&format!("{ACCOUNT}/sqlDatabases/db"));
        assert!(resource.is_some_and(|fault| fault.contains("write `dbs`")));
        assert_eq!(COSMOS_SCOPE.fault("/subscriptions/0/resourceGroups/rg").as_deref(), Some("is not"));
    }

    #[test]
    fn roles_of_cosmos() {
        let role = "00000000-0000-0000-0000-000000000002";
        assert_eq!(COSMOS_ROLE_DEFINITION.fault(&format!("{ACCOUNT}/sqlRoleDefinitions/{role}")), None);
        let control = format!("/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/{role}");
        assert_eq!(COSMOS_ROLE_DEFINITION.fault(&control).as_deref(), Some("is a role of Azure's control plane"));
    }

    #[test]
    fn keys_and_subnets() {
        assert_eq!(VERSIONLESS_KEY.fault("https://shop.vault.azure.net/keys/data"), None);
        assert_eq!(
            VERSIONLESS_KEY.fault("https://shop.vault.azure.net/keys/data/1").as_deref(),
            Some("names a version")
        );
        let subnet = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s";
        assert_eq!(SUBNET_ID.fault(subnet), None);
        assert_eq!(SUBNET_ID.fault("s").as_deref(), Some("is not"));
    }
}
