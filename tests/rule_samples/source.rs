//! Programs made of the samples of pages.

use atakora::explain::{self, Form, Page};

pub fn pages(form: Form) -> Vec<Page> {
    explain::pages().into_iter().filter(|page| page.wrong.form == form).collect()
}

/// `ATK-DOC-001` as `atk_doc_001`.
pub fn module(page: &Page) -> String {
    page.rule.id.to_ascii_lowercase().replace('-', "_")
}

/// What pages leave out.
pub const LEFT_OUT: &str = "
    #[allow(unused_imports)]
    pub use atakora::components::{CosmosContainerSettings, FunctionsAppSettings};
    #[allow(unused_imports)]
    pub use atakora::deferred::ServiceBusNamespace;
    #[allow(unused_imports)]
    pub use atakora::prelude::*;
    #[allow(unused_imports)]
    pub use atakora::terraform::declare::Block;
    #[allow(unused_imports)]
    pub use atakora::terraform::value::Value;
    #[allow(unused_imports)]
    pub use atakora::terraform::Text;

    #[allow(dead_code)]
    #[derive(Entity)]
    #[entity(partition_key = \"/region\")]
    pub struct User {
        id: String,
        region: String,
    }
";

/// The statements of all pages, and a list of them.
pub fn source() -> String {
    let mut text = format!("// Written by the test from the pages of rules.\n\nmod left_out {{{LEFT_OUT}}}\n");
    let mut cases = String::from("pub const CASES: &[(&str, super::Statements, super::Statements)] = &[\n");
    for page in pages(Form::Statements) {
        let name = module(&page);
        text.push_str(&format!("\n#[allow(unused)]\nmod {name} {{\n    use super::left_out::*;\n"));
        for (side, sample) in [("wrong", &page.wrong), ("right", &page.right)] {
            let own_app = sample.text.contains("let app =") || sample.text.contains("let mut app =");
            let app = if own_app { "" } else { "let mut app = App::new(\"shop\").in_environment(\"dev\");\n" };
            let own_stack = own_app || sample.text.contains("let stack =");
            let stack = "let stack = app.stack(\"main\").resource_group(\"rg-main\", Region::WestEurope);\n";
            let stack = if own_stack { "" } else { stack };
            text.push_str(&format!(
                "\n    pub fn {side}(out: &std::path::Path) -> atakora::Result {{\n{app}{stack}{}\napp.synth(out).map(drop)\n    }}\n",
                sample.text
            ));
        }
        text.push_str("}\n");
        cases.push_str(&format!("    (\"{}\", {name}::wrong, {name}::right),\n", page.rule.id));
    }
    text + "\n" + &cases + "];\n"
}
