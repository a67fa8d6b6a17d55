use atakora::Entity;

#[derive(Entity)]
enum Shape {
    Circle,
}

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User(String);

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct Nothing;

fn main() {}
