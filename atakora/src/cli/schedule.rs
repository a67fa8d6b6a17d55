//! Stacks side by side: each when everything that it needs is done, none more once one failed.

use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// Does `work` for each index of `needs`, after those that it needs, at most `at_once` at a time. Where a result is not
/// `fine`, or the run is to `stop`, nothing more is begun; what was not begun has no result.
pub(crate) fn side_by_side<R: Send>(
    needs: &[Vec<usize>],
    at_once: usize,
    stop: impl Fn() -> bool + Sync,
    fine: impl Fn(&R) -> bool + Sync,
    work: impl Fn(usize) -> R + Sync,
) -> Vec<Option<R>> {
    let results = Mutex::new(Board { results: needs.iter().map(|_| None).collect(), begun: vec![false; needs.len()] });
    let changed = Condvar::new();
    let lock = || results.lock().unwrap_or_else(PoisonError::into_inner);
    let worker = || {
        let mut board = lock();
        loop {
            let failed = board.results.iter().flatten().any(|result| !fine(result));
            if failed || stop() || board.begun.iter().all(|begun| *begun) {
                return;
            }
            let Some(next) = board.next(needs) else {
                // something that it needs is being done, and tells when it is
                board = changed.wait(board).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            board.begun[next] = true;
            drop(board);
            let result = work(next);
            board = lock();
            board.results[next] = Some(result);
            changed.notify_all();
        }
    };
    thread::scope(|scope| {
        for _ in 0..at_once.clamp(1, needs.len().max(1)) {
            scope.spawn(worker);
        }
    });
    results.into_inner().unwrap_or_else(PoisonError::into_inner).results
}

struct Board<R> {
    results: Vec<Option<R>>,
    begun: Vec<bool>,
}

impl<R> Board<R> {
    fn next(&self, needs: &[Vec<usize>]) -> Option<usize> {
        (0..needs.len()).find(|at| !self.begun[*at] && needs[*at].iter().all(|need| self.results[*need].is_some()))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::side_by_side;

    #[test]
    fn everything_comes_after_what_it_needs() {
        let order = Mutex::new(Vec::new());
        let needs = [vec![2], vec![], vec![1], vec![0, 1]];
        let results = side_by_side(&needs, 3, || false, |_| true, |at| order.lock().expect("a list").push(at));
        assert!(results.iter().all(Option::is_some));
        assert_eq!(*order.lock().expect("a list"), [1, 2, 0, 3]);
    }

    #[test]
    fn after_a_failure_nothing_more_is_begun() {
        let results = side_by_side(&[vec![], vec![0], vec![1]], 2, || false, |result| *result, |at| at != 1);
        assert_eq!(results, [Some(true), Some(false), None]);
    }

    #[test]
    fn what_is_independent_goes_side_by_side() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |_| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(std::time::Duration::from_millis(50));
            now.fetch_sub(1, Ordering::SeqCst);
        };
        side_by_side(&[vec![], vec![], vec![], vec![]], 2, || false, |()| true, work);
        assert_eq!(most.load(Ordering::SeqCst), 2);
    }
}
