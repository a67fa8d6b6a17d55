use atakora::Entity;

struct User {
    id: String,
}

fn container<E: Entity>() {}

fn uses() {
    container::<User>();
}

fn main() {}
