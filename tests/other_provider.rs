//! A schema that the user names, under names that are not the usual ones: no prelude, Atakora renamed.

extern crate atakora as cloud;

mod scope;

#[no_implicit_prelude]
mod bare {
    use ::std::convert::AsRef as _;
    use ::std::default::Default as _;
    use ::std::{assert, assert_eq};

    use crate::cloud;
    use crate::scope;

    cloud::provider_schema! {
        /// The zones of our own DNS.
        pub macro mynet = "schemas/mynet.json"
    }

    mynet!(resource_type! { pub Zone = mynet_zone });

    #[test]
    fn another_schema_has_the_same_macros() {
        let scope = scope::Scope::default();
        let zone = mynet!(scope, Zone = mynet_zone "z" {
            name: "x",
            ttl: 5,
            type: "primary",
            owner { mail: "a@example.com" },
            record { value: "a" },
            record: for value in ["b"] { value: value },
            label: [("l", cloud::terraform::Tf::<cloud::terraform::Any>::new("v"))],
        });
        let read = mynet!(data!(scope, mynet_zone "z" { name: zone.name() }));
        let one: cloud::terraform::Ref<cloud::terraform::Text> = mynet!(tf!(mynet_zone: zone.record[0].value));
        assert_eq!(one.expression().text.as_ref(), "mynet_zone.z.record[0].value");
        assert_eq!(read.serial().expression().text.as_ref(), "data.mynet_zone.z.serial");
        assert_eq!(zone.self_().expression().text.as_ref(), "mynet_zone.z.self");
        assert_eq!(zone.r#type().expression().text.as_ref(), "mynet_zone.z.type");
        assert!(zone.token().expression().sensitive);
        assert_eq!(scope::json(&scope.body("mynet_zone.z")), crate::expected());
    }

    #[test]
    fn nothing_of_the_prelude_is_needed() {
        let scope = scope::Scope::default();
        let edge: ::std::option::Option<&str> = ::std::option::Option::None;
        let group = cloud::resource!(scope, azurerm_resource_group "main" { name: "rg", location: "westeurope", tags: { a: "b" } });
        cloud::resource!(scope, azurerm_virtual_network "vnet" {
            name: cloud::template!["vnet-", group.name()],
            location: group.location(),
            resource_group_name: group.name(),
            address_space: ["10.0.0.0/16"],
            edge_zone?: edge,
            encryption: if true { enforcement: "AllowUnencrypted" },
            override dns_servers: ["10.0.0.4"],
            lifecycle { ignore_changes: [tags], replace_triggered_by: [group] },
            depends_on: [group],
        });
        let none: ::std::vec::Vec<::std::string::String> = ::std::vec::Vec::new();
        assert_eq!(scope.problems(), none);
    }
}

fn expected() -> serde_json::Value {
    serde_json::json!({
        "name": "x",
        "ttl": 5,
        "type": "primary",
        "owner": {"mail": "a@example.com", "phone": null},
        "record": [{"value": "a"}, {"value": "b"}],
        "label": {"l": "v"},
    })
}
