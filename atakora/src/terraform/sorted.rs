//! What needs something comes after it: for stacks that are applied, and for resources that are made.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// Some that need each other: each the next one, and the last the first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Circle(pub Vec<usize>);

/// All positions, each behind those that it needs, else in their order. One for whom nobody is there needs nothing.
///
/// # Errors
/// A circle, if there is one.
pub(crate) fn sorted(needs: &[BTreeSet<usize>]) -> Result<Vec<usize>, Circle> {
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); needs.len()];
    let mut missing = vec![0_usize; needs.len()];
    for (user, needs) in needs.iter().enumerate() {
        for needed in needs {
            if let Some(users) = users.get_mut(*needed) {
                users.push(user);
                missing[user] += 1;
            }
        }
    }
    let free = missing.iter().enumerate().filter(|(_, missing)| **missing == 0);
    let mut ready: BinaryHeap<Reverse<usize>> = free.map(|(position, _)| Reverse(position)).collect();
    let mut order = Vec::with_capacity(needs.len());
    while let Some(Reverse(next)) = ready.pop() {
        order.push(next);
        for user in &users[next] {
            missing[*user] -= 1;
            if missing[*user] == 0 {
                ready.push(Reverse(*user));
            }
        }
    }
    if order.len() == needs.len() { Ok(order) } else { Err(circle(needs, &missing)) }
}

/// Whoever still misses something needs somebody who does, so that the way leads back to where it has been.
fn circle(needs: &[BTreeSet<usize>], missing: &[usize]) -> Circle {
    let stuck = |position: &usize| missing.get(*position).is_some_and(|missing| *missing > 0);
    let mut seen = vec![None; needs.len()];
    let mut way = Vec::new();
    let mut next = (0..needs.len()).find(stuck);
    while let Some(position) = next {
        if let Some(start) = seen[position] {
            return Circle(way.split_off(start));
        }
        seen[position] = Some(way.len());
        way.push(position);
        next = needs[position].iter().copied().find(stuck);
    }
    Circle(way)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<const N: usize>(needs: [&[usize]; N]) -> Result<Vec<usize>, Circle> {
        sorted(&needs.map(|needs| needs.iter().copied().collect()))
    }

    #[test]
    fn what_is_needed_comes_first_and_the_rest_stays() {
        assert_eq!(of([&[], &[3], &[], &[0]]), Ok(vec![0, 2, 3, 1]));
        assert_eq!(of([&[9], &[]]), Ok(vec![0, 1]));
    }

    #[test]
    fn a_circle_is_found_without_those_that_only_lead_to_it() {
        assert_eq!(of([&[1], &[2, 3], &[1], &[]]), Err(Circle(vec![1, 2])));
        assert_eq!(of([&[0]]), Err(Circle(vec![0])));
    }

    #[test]
    fn a_long_circle_takes_no_longer_for_each() {
        let many = 200_000;
        let needs: Vec<BTreeSet<usize>> = (0..many).map(|position| BTreeSet::from([(position + 1) % many])).collect();
        assert_eq!(sorted(&needs), Err(Circle((0..many).collect())));
    }
}
