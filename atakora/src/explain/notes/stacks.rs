//! Rules on documents that are about stacks, whatever is in them.

use crate::explain::note::{Note, note};

const IDENTITY: &str = "resource!(stack, azurerm_user_assigned_identity \"app\" {
    name: \"id-app\",
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
";

pub(in crate::explain) const STACKS: &[Note] = &[
    note("ATK-DOC-001", "There would be nothing to write.").statements(
        "let app = App::new(\"shop\").in_environment(\"dev\");",
        "let mut app = App::new(\"shop\").in_environment(\"dev\");
app.stack(\"main\").resource_group(\"rg-main\", Region::WestEurope);",
    ),
    note("ATK-DOC-002", "Both stacks would be written into one folder and share a state.").statements(
        "app.stack(\"api\").resource_group(\"rg-api\", Region::WestEurope);
app.stack(\"api\").resource_group(\"rg-web\", Region::WestEurope);",
        "app.stack(\"api\").resource_group(\"rg-api\", Region::WestEurope);
app.stack(\"web\").resource_group(\"rg-web\", Region::WestEurope);",
    ),
    note(
        "ATK-DOC-003",
        "The names of app, environment and stack are names of folders and stand in the key of the state.",
    )
    .statements(
        "app.stack(\"api/v2\").resource_group(\"rg-api\", Region::WestEurope);",
        "app.stack(\"api-v2\").resource_group(\"rg-api\", Region::WestEurope);",
    ),
    note(
        "ATK-DOC-004",
        "Terraform knows a resource by its type and its name in the documents; the second would replace the first.",
    )
    .statements(
        "for team in [\"sales\", \"support\"] {
    resource!(stack, azurerm_user_assigned_identity \"team\" {
        name: template![\"id-\", team],
        location: stack.location(),
        resource_group_name: stack.resource_group().name(),
    });
}",
        "for team in [\"sales\", \"support\"] {
    resource!(stack, azurerm_user_assigned_identity (team) {
        name: template![\"id-\", team],
        location: stack.location(),
        resource_group_name: stack.resource_group().name(),
    });
}",
    ),
    note("ATK-DOC-005", "Terraform cannot read the name where it is referred to.").statements(
        "stack.output(\"the group\", stack.resource_group().name());",
        "stack.output(\"the_group\", stack.resource_group().name());",
    ),
    note("ATK-DOC-006", "The second output would replace the first.").statements(
        "stack.output(\"group\", stack.resource_group().name());
stack.output(\"group\", stack.resource_group().id());",
        "stack.output(\"group\", stack.resource_group().name());
stack.output(\"group_id\", stack.resource_group().id());",
    ),
    note("ATK-DOC-007", "Terraform reads defaults before it knows any value.").statements(
        "stack.variable::<Text>(\"group\").default(stack.resource_group().name()).declare();",
        "stack.variable::<Text>(\"group\").default(\"rg-main\").declare();",
    ),
    note(
        "ATK-DOC-008",
        "A file outside the folder of its stack could be anybody's, and would not go when the stack goes.",
    )
    .statements(
        "stack.file(\"../readme.txt\", \"Ask the shop team.\");",
        "stack.file(\"readme.txt\", \"Ask the shop team.\");",
    ),
    note("ATK-DOC-009", "The second file would replace the first.").statements(
        "stack.file(\"readme.txt\", \"Ask the shop team.\");
stack.file(\"readme.txt\", \"Ask the sales team.\");",
        "stack.file(\"readme.txt\", \"Ask the shop team, or the sales team.\");",
    ),
    note("ATK-DOC-010", "A back end was checked for the environments that it names, and for no other.").statements(
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"production\" }
}
// the app runs for `dev`
Shop::new().add_to(&stack)?;",
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
// the app runs for `dev`
Shop::new().add_to(&stack)?;",
    ),
    note("ATK-DOC-011", "With several environments there is none that could be meant without a word.").statements(
        "let mut app = App::new(\"shop\");
app.declare_environments(&[\"dev\", \"production\"])?;
app.stack(\"main\").resource_group(\"rg-main\", Region::WestEurope);",
        "let mut app = App::new(\"shop\").in_environment(\"dev\");
app.declare_environments(&[\"dev\", \"production\"])?;
app.stack(\"main\").resource_group(\"rg-main\", Region::WestEurope);",
    ),
    note("ATK-DOC-012", "Each stack would find the resources of the others in its state, and remove them.").statements(
        "let settings = vec![(\"path\".to_owned(), Value::Text(\"state\".into()))];
app.remote_state(RemoteState::Raw { backend: \"consul\".into(), settings });",
        "let settings = vec![(\"path\".to_owned(), Value::Text(\"{app}/{environment}/{stack}\".into()))];
app.remote_state(RemoteState::Raw { backend: \"consul\".into(), settings });",
    ),
    note("ATK-DOC-020", "A promise lets a resource take a value that is known later; this one was never given.")
        .statements(
            "let promised = stack.pending();
stack.output(\"group\", promised.value());",
            "let promised = stack.pending();
stack.output(\"group\", promised.value());
stack.fill(promised, stack.resource_group().name());",
        ),
    note(
        "ATK-DOC-021",
        "What is known stands where a resource must not refer to itself, and an expression would refer again.",
    )
    .statements(
        const_format::concatcp!(
            IDENTITY,
            "stack.known(\"azurerm_user_assigned_identity.app\", \"name\", stack.resource_group().name());"
        ),
        const_format::concatcp!(IDENTITY, "stack.known(\"azurerm_user_assigned_identity.app\", \"name\", \"id-app\");"),
    ),
    note("ATK-DOC-030", "A handle cannot refer to what is not there; an address that was written by hand can.")
        .statements(
            "stack.output(\"group\", Ref::<Text>::raw(stack.id(), \"azurerm_resource_group.mian.id\"));",
            "stack.output(\"group\", Ref::<Text>::raw(stack.id(), \"azurerm_resource_group.main.id\"));",
        ),
    note("ATK-DOC-031", "A resource has no attributes before it is there.").statements(
        "resource!(stack, azurerm_user_assigned_identity \"app\" {
    name: Ref::<Text>::raw(stack.id(), \"azurerm_user_assigned_identity.app.id\"),
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});",
        IDENTITY,
    ),
    note("ATK-DOC-032", "Only stacks of one app know where the state of the other is.").statements(
        "let mut other = App::new(\"other\").in_environment(\"dev\");
other.stack(\"network\").resource_group(\"rg-network\", Region::WestEurope);
let foreign = other.stack(\"foreign\").resource_group(\"rg-foreign\", Region::WestEurope);
let mut app = App::new(\"shop\").in_environment(\"dev\");
let stack = app.stack(\"main\").resource_group(\"rg-main\", Region::WestEurope);
stack.output(\"group\", foreign.resource_group().id());",
        "let mut app = App::new(\"shop\").in_environment(\"dev\");
let neighbour = app.stack(\"neighbour\").resource_group(\"rg-neighbour\", Region::WestEurope);
let stack = app.stack(\"main\").resource_group(\"rg-main\", Region::WestEurope);
stack.output(\"group\", neighbour.resource_group().id());",
    ),
    note("ATK-DOC-033", "A move says where in the program a resource of the state is now; it has to be there.")
        .statements(
            const_format::concatcp!(
                IDENTITY,
                "stack.moved(\"azurerm_user_assigned_identity.old\", \"azurerm_user_assigned_identity.ap\");"
            ),
            const_format::concatcp!(
                IDENTITY,
                "stack.moved(\"azurerm_user_assigned_identity.old\", \"azurerm_user_assigned_identity.app\");"
            ),
        ),
    note("ATK-DOC-040", "A stack that uses another is applied after it, and here each would be after the other.")
        .statements(
            "let api = app.stack(\"api\").resource_group(\"rg-api\", Region::WestEurope);
let web = app.stack(\"web\").resource_group(\"rg-web\", Region::WestEurope);
api.output(\"web\", web.resource_group().id());
web.output(\"api\", api.resource_group().id());",
            "let api = app.stack(\"api\").resource_group(\"rg-api\", Region::WestEurope);
let web = app.stack(\"web\").resource_group(\"rg-web\", Region::WestEurope);
web.output(\"api\", api.resource_group().id());",
        ),
    note("ATK-DOC-041", "The apps admit the profile of the Front Door, so they need it; its routes need the apps.")
        .statements(
            const_format::concatcp!(FRONT_DOOR, "Edge::new(EdgeGiven { app: jobs, profile }).add_to(&front)?;"),
            const_format::concatcp!(
                FRONT_DOOR,
                "let routes = app.stack(\"routes\").resource_group(\"rg-routes\", Region::WestEurope);
Edge::new(EdgeGiven { app: jobs, profile }).add_to(&routes)?;"
            ),
        ),
    note("ATK-DOC-042", "A resource that refers to another is made after it, and here each would be after the other.")
        .statements(
            const_format::concatcp!(PROMISE, "stack.fill(promised, second.name());"),
            const_format::concatcp!(PROMISE, "stack.fill(promised, \"id-first\");"),
        ),
    note("ATK-DOC-050", "Terraform would not know which subscription is meant.").statements(
        "stack.provider_alias(\"azurerm\", \"hub\", Block::new());
let mut network = Block::new();
network.put(\"provider\", Value::Text(\"azurerm.hubb\".into()));
stack.raw_data(\"azurerm_client_config\", \"hub\", network);",
        "stack.provider_alias(\"azurerm\", \"hub\", Block::new());
let mut network = Block::new();
network.put(\"provider\", Value::Text(\"azurerm.hub\".into()));
stack.raw_data(\"azurerm_client_config\", \"hub\", network);",
    ),
    note("ATK-DOC-051", "Terraform would look for a provider of this name among those of its maker.").statements(
        "stack.raw_resource(\"random_id\", \"suffix\", Block::new());",
        "stack.required_provider(\"random\", \"hashicorp/random\", \"~> 3.0\");
stack.raw_resource(\"random_id\", \"suffix\", Block::new());",
    ),
    note("ATK-DOC-052", "A document says once where a provider comes from.").statements(
        "stack.required_provider(\"random\", \"hashicorp/random\", \"~> 3.0\");
stack.required_provider(\"random\", \"hashicorp/random\", \"~> 3.6\");",
        "stack.required_provider(\"random\", \"hashicorp/random\", \"~> 3.6\");",
    ),
    note("ATK-DOC-053", "A provider without an alias is configured once.").statements(
        "stack.required_provider(\"random\", \"hashicorp/random\", \"~> 3.0\");
stack.provider(\"random\", Block::new());
stack.provider(\"random\", Block::new());",
        "stack.required_provider(\"random\", \"hashicorp/random\", \"~> 3.0\");
stack.provider(\"random\", Block::new());",
    ),
    note("ATK-DOC-060", "Whoever wrote the file may need it.").console(
        "$ shop synth --out infrastructure        # infrastructure/dev/main/main.tf.json was written by hand",
        "$ shop synth --out atakora.out",
    ),
    note("ATK-DOC-061", "A change by hand would be lost with the next run.")
        .console("$ shop synth        # atakora.out/dev/main/main.tf.json was edited", "$ shop synth --force"),
    note("ATK-DOC-070", "A resource has room for 50 tags.").statements(
        "for number in 0..51 {
    stack.tag(format!(\"tag-{number}\"), \"\");
}",
        "for number in 0..50 {
    stack.tag(format!(\"tag-{number}\"), \"\");
}",
    ),
    note("ATK-DOC-071", "Some characters have a meaning where Azure reads names of tags.")
        .statements("stack.tag(\"cost/center\", \"42\");", "stack.tag(\"cost-center\", \"42\");"),
    note("ATK-DOC-072", "The value of a tag has at most 256 characters.")
        .statements("stack.tag(\"notes\", \"x\".repeat(257));", "stack.tag(\"notes\", \"x\".repeat(256));"),
    note("ATK-DOC-073", "Text is data here: Terraform would not fill it in.")
        .statements("stack.tag(\"team\", \"${var.team}\");", "stack.tag(\"team\", \"sales\");"),
    note(
        "ATK-DOC-080",
        "Storage accounts have one name in the world, resource groups in a subscription, most others in a group.",
    )
    .statements(
        "app.stack(\"api\").resource_group(\"rg-shop\", Region::WestEurope);
app.stack(\"web\").resource_group(\"rg-shop\", Region::WestEurope);",
        "app.stack(\"api\").resource_group(\"rg-api\", Region::WestEurope);
app.stack(\"web\").resource_group(\"rg-web\", Region::WestEurope);",
    ),
];

const FRONT_DOOR: &str = "backend! {
    pub Entrance < front: FrontDoorProfile { endpoints: &[\"edge\"] } > with { environment: \"dev\" }
}
backend! {
    pub Api < jobs: FunctionsApp > with {
        environment: \"dev\",
        functions: { front_door: Some(given(profile: FrontDoorId)) },
    }
}
backend! {
    pub Edge <
        edge: FrontDoor { routes: &[Route::new(\"api\", &[\"/*\"], &[Origin::app(given(app: FunctionApp))])] },
    > with {
        environment: \"dev\",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
    }
}
let front = app.stack(\"front\").resource_group(\"rg-front\", Region::WestEurope);
let profile = Entrance::new().add_to(&front)?.front.profile();
let jobs = Api::new(ApiGiven { profile: profile.clone() }).add_to(&stack)?.jobs.app();
";

const PROMISE: &str = "let promised = stack.pending();
let mut body = Block::new();
body.put(\"name\", promised.value());
let first = stack.raw_resource(\"azurerm_user_assigned_identity\", \"first\", body);
let second = resource!(stack, azurerm_user_assigned_identity \"second\" {
    name: template![first.attribute::<Text>(\"name\"), \"-2\"],
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
";
