//! A value of one stack in another.

use atakora::azure::Region;
use atakora::terraform::declare::Block;
use atakora::terraform::value::{Piece, Value};
use atakora::terraform::{Any, App, Ref, RemoteState, Text, Tf};
use atakora_tests::{document, terraform_accepts, terraform_outputs};
use serde_json::json;

#[test]
fn a_value_of_another_stack_becomes_an_output_there_and_a_read_here() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    // in the wrong order: the one that is used comes second
    let user = app.stack("user").resource_group("rg-user", Region::EastUs);
    let source = app.stack("source").resource_group("rg-source", Region::EastUs);
    source.output("mine", "x");
    let secret = source.secret("token");
    user.output("group", source.resource_group().id());
    user.output("token", &secret);
    let summary = app.synth(folder.path()).expect("documents");

    let there = document(folder.path().join("dev/source/main.tf.json"));
    assert_eq!(
        there["output"],
        json!({
            "atakora": {"value": {"app": "shop", "environment": "dev", "stack": "source"}},
            "azurerm_resource_group_main_id": {"value": "${azurerm_resource_group.main.id}"},
            "mine": {"value": "x"},
            "var_token": {"sensitive": true, "value": "${var.token}"}
        })
    );
    let here = document(folder.path().join("dev/user/main.tf.json"));
    assert_eq!(
        here["data"]["terraform_remote_state"]["source"],
        json!({"backend": "local", "config": {"path": "../source/terraform.tfstate"}})
    );
    assert_eq!(
        here["output"]["group"]["value"],
        "${data.terraform_remote_state.source.outputs.azurerm_resource_group_main_id}"
    );
    assert_eq!(here["output"]["token"]["sensitive"], true);
    let order: Vec<&str> = summary.stacks.iter().map(|stack| stack.name.as_str()).collect();
    assert_eq!(order, ["source", "user"]);
    assert_eq!(summary.stacks[1].reads, ["source"]);
    let (source, user) = (folder.path().join("dev/source"), folder.path().join("dev/user"));
    terraform_accepts("a_value_of_another_stack_becomes_an_output_there_and_a_read_here", &[&source, &user]);
}

#[test]
fn the_read_follows_the_remote_state() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    app.remote_state(RemoteState::Azurerm {
        storage_account: "states".into(),
        container: "tf".into(),
        resource_group: Some("rg-states".into()),
    });
    let source = app.stack("source").resource_group("rg-source", Region::EastUs);
    let user = app.stack("user").resource_group("rg-user", Region::EastUs);
    user.output("group", source.resource_group().id());
    app.synth(folder.path()).expect("documents");
    let read =
        document(folder.path().join("dev/user/main.tf.json"))["data"]["terraform_remote_state"]["source"].clone();
    assert_eq!(read["backend"], "azurerm");
    assert_eq!(read["config"]["key"], "shop/dev/source.tfstate");
    assert_eq!(read["config"]["resource_group_name"], "rg-states");
}

#[test]
fn names_of_outputs_never_clash() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let source = app.stack("source").resource_group("rg-source", Region::EastUs);
    let user = app.stack("user").resource_group("rg-user", Region::EastUs);
    source.output("azurerm_resource_group_main_id", "the user's own");
    let set = |name: &str| {
        source.raw_resource("azurerm_user_assigned_identity", name, {
            let mut body = Block::new();
            body.put("name", Value::Text(format!("id-{name}").into()));
            body.put("resource_group_name", Value::Expression(source.resource_group().name().expression().clone()));
            body.put("location", Value::Text("eastus".into()));
            body
        })
    };
    let (one, two) = (set("a_b"), set("a"));
    user.output("group", source.resource_group().id());
    user.output("one", one.attribute::<Text>("id"));
    user.output("two", two.attribute::<Text>("b_id"));
    user.output("three", two.attribute::<Text>("b.id"));
    app.synth(folder.path()).expect("documents");
    let there = document(folder.path().join("dev/source/main.tf.json"))["output"].clone();
    assert_eq!(there["azurerm_resource_group_main_id"]["value"], "the user's own");
    let here = document(folder.path().join("dev/user/main.tf.json"))["output"].clone();
    let mut reads: Vec<&str> =
        ["group", "one", "two", "three"].map(|name| here[name]["value"].as_str().expect("text")).to_vec();
    reads.sort_unstable();
    reads.dedup();
    assert_eq!(reads.len(), 4, "{reads:?}");
    for read in reads {
        let name = read.rsplit('.').next().expect("a name").trim_end_matches('}');
        assert!(there[name]["value"].as_str().is_some_and(|value| value.starts_with("${azurerm_")), "{name}");
    }
}

#[test]
fn stacks_that_need_each_other_are_an_error_that_names_both_values() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let a = app.stack("a").resource_group("rg-a", Region::EastUs);
    let b = app.stack("b").resource_group("rg-b", Region::EastUs);
    a.output("of_b", b.resource_group().id());
    b.output("of_a", a.resource_group().location());
    let error = app.synth(folder.path()).expect_err("a cycle").to_string();
    assert!(error.starts_with("CycleError: the stacks `a` and `b` need each other"), "{error}");
    assert!(error.contains("`a`: `output of_b` uses `azurerm_resource_group.main.id` of `b`"), "{error}");
    assert!(error.contains("`b`: `output of_a` uses `azurerm_resource_group.main.location` of `a`"), "{error}");
    assert!(error.contains("Solution: "), "{error}");
}

#[test]
fn depends_on_orders_stacks_without_a_value() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let a = app.stack("a").resource_group("rg-a", Region::EastUs);
    let b = app.stack("b").resource_group("rg-b", Region::EastUs);
    a.depends_on(&b);
    let summary = app.synth(folder.path()).expect("documents");
    assert_eq!(summary.stacks[0].name, "b");
    assert!(document(folder.path().join("dev/a/main.tf.json"))["data"].is_null());
    b.depends_on(&a);
    let error = app.synth(folder.path()).expect_err("a cycle").to_string();
    assert!(error.contains("`a`: depends_on `b`"), "{error}");
}

#[test]
fn terraform_reads_what_the_other_stack_wrote() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let source = app.stack("source").without_resource_group(Region::EastUs);
    let user = app.stack("user").without_resource_group(Region::EastUs);
    let texts = ["$", "$$", "${a}", "$${a}", "$$${a}", "%{a}", "%%{a}", "a$", "100%", "\"\\\n", "$%{a}", "%${a}"];
    let given = Value::List(texts.iter().map(|text| Value::Text((*text).into())).collect());
    let local: Ref<Any> = source.local("texts", Tf::<Any>::from_value(given));
    let pieces = |before: &str| {
        let text = Ref::<Text>::raw(source.id(), "local.texts[0]").expression().clone();
        Value::Template(vec![Piece::Text(before.to_owned().into()), Piece::Expression(text)])
    };
    user.output("texts", &local);
    user.output("mixed", Value::List(texts.iter().map(|text| pieces(text)).collect()));
    app.synth(folder.path()).expect("documents");
    let stacks = ["dev/source", "dev/user"].map(|stack| folder.path().join(stack));
    let test = "terraform_reads_what_the_other_stack_wrote";
    let Some(outputs) = terraform_outputs(test, &[&stacks[0], &stacks[1]]) else {
        return;
    };
    assert_eq!(outputs["texts"]["value"], json!(texts));
    assert_eq!(outputs["mixed"]["value"], json!(texts.map(|text| format!("{text}$"))));
    // what is applied is left alone by the next run
    assert_eq!(app.synth(folder.path()).expect("documents").written, 0);
}
