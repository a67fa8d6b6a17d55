use atakora::provider_schema;

provider_schema! { macro gone = "schemas/gone.json" }

fn main() {}
