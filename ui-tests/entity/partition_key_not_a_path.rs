use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = region)]
struct User {
    id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = ["/id", 7])]
struct Product {
    id: String,
}

#[derive(Entity)]
#[entity(partition_key = 'r')]
struct Order {
    id: String,
}

#[derive(Entity)]
#[entity(partition_key)]
struct Invoice {
    id: String,
}

#[derive(Entity)]
#[entity(partition_key("/id"))]
struct Receipt {
    id: String,
}

fn main() {}
