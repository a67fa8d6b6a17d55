//! Tags: what Azure refuses is found before Azure sees it.

use atakora::azure::tags::{LONGEST_KEY, LONGEST_VALUE, MOST, check_count, check_key, check_pair, check_value};
use atakora::azure::{Region, Tags};
use atakora::terraform::value::Value;

#[test]
fn later_values_win_and_names_are_sorted() {
    let mut tags = Tags::new().with("region", Region::EastUs).with("cost", "1");
    tags.extend(&Tags::new().with("cost", String::from("2")).with("app", "shop"));
    assert!(tags.check().is_ok());
    let Value::Object(entries) = tags.into_value() else { panic!("not an object") };
    let text = |text: &'static str| Value::Text(text.into());
    assert_eq!(entries, [("app".into(), text("shop")), ("cost".into(), text("2")), ("region".into(), text("eastus"))]);
}

#[test]
fn all_that_is_wrong_is_reported_at_once() {
    let mut tags = Tags::new()
        .with("a/b", "x")
        .with("", "x")
        .with("k".repeat(LONGEST_KEY + 1), "x")
        .with("long", "ü".repeat(LONGEST_VALUE + 1))
        .with("Region", "x")
        .with("region", "x");
    for i in 0..MOST {
        tags.set(format!("tag{i}"), "x");
    }
    let error = tags.check().unwrap_err();
    assert_eq!(error.problems().len(), 6, "{error}");
    let text = error.to_string();
    assert!(text.contains("TagError: 56 tags on a resource, Azure takes 50\n  Solution: remove tags"), "{text}");
    assert!(text.contains("`a/b` cannot be the name of a tag\n  Solution: use 1 to 512 characters"), "{text}");
    assert!(text.contains("the value of the tag `long` has 257 characters\n  Solution: use at most 256"), "{text}");
    assert!(text.contains("the tags `Region` and `region` are one tag to Azure"), "{text}");
}

#[test]
fn the_compiler_asks_the_same_questions() {
    const {
        assert!(check_key("cost-center", LONGEST_KEY).is_none());
        assert!(check_pair("Region", "region").is_some());
        assert!(check_pair("Region", "regions").is_none());
    }
    assert!(check_key("a?b", LONGEST_KEY).is_some());
    assert!(check_count(MOST).is_none() && check_count(MOST + 1).is_some());
    assert!(check_value("k", &"ü".repeat(LONGEST_VALUE)).is_none());
    assert!(check_value("k", &"x".repeat(LONGEST_VALUE + 1)).is_some());
}
