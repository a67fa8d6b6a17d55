//! Ctrl-C: engines run in process groups of their own, so that the terminal does not reach them, and an interrupt goes on to
//! each exactly once. The first lets it finish its step and release its lock; the second makes it give up.

use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{io, thread};

/// Whether someone wants the run to end, and which engines run.
#[derive(Debug)]
pub(crate) struct Interrupt {
    /// Whether interrupts come to us; else they are the business of whoever took them first.
    ours: bool,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    requests: usize,
    running: Vec<u32>,
}

/// How often is asked whether an engine that said its last word has ended.
const ENDING: Duration = Duration::from_millis(5);

impl Interrupt {
    /// From now on interrupts come here; `tell` says how many there were.
    pub fn install(tell: impl Fn(usize) + Send + 'static) -> Arc<Self> {
        let slot: Arc<Mutex<Option<Arc<Interrupt>>>> = Arc::default();
        let late = Arc::clone(&slot);
        let ours = ctrlc::set_handler(move || {
            let interrupt = late.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some(interrupt) = interrupt {
                tell(interrupt.request());
            }
        })
        .is_ok();
        let interrupt = Arc::new(Interrupt { ours, inner: Mutex::default() });
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&interrupt));
        interrupt
    }

    /// Whether the run is to end.
    pub fn requested(&self) -> bool {
        self.inner().requests > 0
    }

    /// Starts an engine, unless the run is to end.
    pub fn start(&self, command: &mut Command) -> io::Result<Option<Child>> {
        // an engine that starts while the interrupt comes in is either not started, or told
        let mut inner = self.inner();
        if inner.requests > 0 {
            return Ok(None);
        }
        if self.ours {
            apart(command);
        }
        let child = command.spawn()?;
        inner.running.push(child.id());
        Ok(Some(child))
    }

    /// Waits for an engine that has closed its output.
    pub fn finish(&self, child: &mut Child) -> io::Result<ExitStatus> {
        loop {
            // an id that was waited for can be another process's: nobody is told in between
            let mut inner = self.inner();
            let ended = child.try_wait();
            if !matches!(ended, Ok(None)) {
                inner.running.retain(|id| *id != child.id());
            }
            if let Some(status) = ended? {
                return Ok(status);
            }
            drop(inner);
            thread::sleep(ENDING);
        }
    }

    fn request(&self) -> usize {
        let mut inner = self.inner();
        inner.requests += 1;
        inner.running.iter().for_each(|id| pass_on(*id));
        inner.requests
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(unix)]
fn apart(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(unix)]
fn pass_on(id: u32) {
    use rustix::process::{Pid, Signal, kill_process};
    if let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) {
        // one that has just ended needs to be told nothing
        let _ = kill_process(pid, Signal::INT);
    }
}

// a console tells all programs in it
#[cfg(not(unix))]
fn apart(_: &mut Command) {}

#[cfg(not(unix))]
fn pass_on(_: u32) {}
