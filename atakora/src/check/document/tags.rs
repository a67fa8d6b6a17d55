//! Tags as they stand in a document, whoever put them there. What a literal shows is checked, references are not.

use super::{problem, rule};
use crate::check::{Kind, Rule};
use crate::terraform::close::ClosedStack;
use crate::terraform::contents::Declared;
use crate::terraform::declare::Mode;
use crate::terraform::provider_block::AZURERM;
use crate::terraform::value::Value;

const AZURE: (Kind, &str) = (Kind::Azure, "Azure documentation, Use tags to organize your Azure resources, 2026");

const MOST: usize = 50;
const MOST_OF_SECRET: usize = 15;
const LONGEST_KEY: usize = 512;
const LONGEST_STORAGE_KEY: usize = 128;
const LONGEST_VALUE: usize = 256;
const REFUSED: [char; 7] = ['<', '>', '%', '&', '\\', '?', '/'];

static TOO_MANY: Rule = rule(
    "ATK-DOC-070",
    "TagError",
    "`{}` in the stack `{}` has {} tags, Azure takes {}",
    "remove tags, or put several values into one",
    AZURE,
);

static KEY: Rule = rule(
    "ATK-DOC-071",
    "TagError",
    "`{}` cannot be the name of a tag (on `{}` in the stack `{}`)",
    "use 1 to {} characters, none of `<` `>` `%` `&` `\\` `?` `/`",
    AZURE,
);

static VALUE: Rule = rule(
    "ATK-DOC-072",
    "TagError",
    "the tag `{}` has a value of {} characters (on `{}` in the stack `{}`)",
    "use at most 256 characters",
    AZURE,
);

static INTERPOLATION: Rule = rule(
    "ATK-DOC-073",
    "TagError",
    "the tag `{}` has a value with an interpolation: `{}` (on `{}` in the stack `{}`)",
    "text is data, and Azure would show it like this: give a reference, or text with references in it",
    (Kind::Works, "nobody wants `${` in a tag"),
);

pub(super) static ALL: &[&Rule] = &[&TOO_MANY, &KEY, &VALUE, &INTERPOLATION];

pub(crate) fn check(here: &ClosedStack<'_>, resource: &Declared, problems: &mut Vec<String>) {
    let Some(Value::Object(tags)) = resource.body.get("tags") else {
        return;
    };
    if resource.provider() != AZURERM || resource.mode != Mode::Managed {
        return;
    }
    let (address, stack) = (&*resource.address, here.stack.name());
    let most = if resource.type_name == "azurerm_key_vault_secret" { MOST_OF_SECRET } else { MOST };
    if tags.len() > most {
        problems.push(problem(&TOO_MANY, &[address, stack, &tags.len().to_string(), &most.to_string()]));
    }
    let storage = resource.type_name == "azurerm_storage_account";
    let longest = if storage { LONGEST_STORAGE_KEY } else { LONGEST_KEY };
    for (key, value) in tags {
        if key.is_empty() || key.chars().count() > longest || key.contains(REFUSED) {
            problems.push(problem(&KEY, &[key, address, stack, &longest.to_string()]));
        }
        let Value::Text(text) = value else { continue };
        let length = text.chars().count();
        if length > LONGEST_VALUE {
            problems.push(problem(&VALUE, &[key, &length.to_string(), address, stack]));
        }
        if text.contains("${") || text.contains("%{") {
            problems.push(problem(&INTERPOLATION, &[key, text, address, stack]));
        }
    }
}
