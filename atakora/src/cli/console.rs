//! Everything that the program says: reports to stdout, progress to stderr, one question at a time.

use std::fmt::Display;
use std::io::{IsTerminal, Write, stderr, stdin};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use serde::Serialize;

use super::engine::Interrupt;
use crate::{Error, Result};

/// Where the program speaks.
pub(crate) struct Console {
    json: bool,
    quiet: bool,
    /// There is a terminal that shows progress.
    bars: Option<MultiProgress>,
    asking: Mutex<()>,
}

/// How often a question looks whether the run was interrupted.
const LOOK: Duration = Duration::from_millis(100);

impl Console {
    /// Speaks as the command line says.
    pub fn new(json: bool, quiet: bool) -> Self {
        let bars = (!quiet && stderr().is_terminal()).then(MultiProgress::new);
        Console { json, quiet, bars, asking: Mutex::new(()) }
    }

    /// Whether machines read.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// What was asked for: as JSON for machines, else as text.
    pub fn report(&self, data: &impl Serialize, text: impl Display) -> Result {
        if self.json {
            let data = serde_json::to_string_pretty(data);
            self.print(data.map_err(|error| Error::new(format!("ReportError: {error}")))?);
        } else {
            self.print(text);
        }
        Ok(())
    }

    /// What a command did, which nobody asked for in so many words.
    pub fn summary(&self, data: &impl Serialize, text: impl Display) -> Result {
        if self.quiet && !self.json { Ok(()) } else { self.report(data, text) }
    }

    /// Text to stdout.
    pub fn print(&self, text: impl Display) {
        // whoever reads may have gone: what was done is done all the same
        self.apart(|| drop(writeln!(anstream::stdout(), "{text}")));
    }

    /// A line about how it goes on.
    pub fn note(&self, text: impl Display) {
        if !self.quiet {
            self.apart(|| drop(writeln!(anstream::stderr(), "{text}")));
        }
    }

    /// Whether bars show how it goes on, so that lines need not.
    pub fn has_bars(&self) -> bool {
        self.bars.is_some()
    }

    /// A place for what happens in one stack.
    pub fn stack(&self, name: &str) -> Progress {
        let bar = self.bars.as_ref().map(|bars| {
            let bar = bars.add(ProgressBar::new_spinner());
            let style = ProgressStyle::with_template("{spinner} {prefix:.bold} {wide_msg}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
            bar.set_prefix(name.to_owned());
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        Progress { bar }
    }

    /// Asks; only `yes` is yes. Where there is nobody, or the run is interrupted, it is no.
    pub fn approves(&self, question: impl Display, interrupt: &Arc<Interrupt>) -> bool {
        let _one_at_a_time = self.asking.lock().unwrap_or_else(PoisonError::into_inner);
        self.apart(|| {
            let mut terminal = anstream::stderr();
            let _ = write!(terminal, "{question}\nOnly `yes` is yes: ");
            let _ = terminal.flush();
            let (answer, answered) = channel();
            // reading a line cannot be interrupted, waiting for it can
            thread::spawn(move || {
                let mut line = String::new();
                let read = stdin().read_line(&mut line);
                let _ = answer.send(read.is_ok() && line.trim() == "yes");
            });
            loop {
                match answered.recv_timeout(LOOK) {
                    Ok(answer) => return answer,
                    Err(RecvTimeoutError::Timeout) if !interrupt.requested() => {}
                    Err(_) => return false,
                }
            }
        })
    }

    fn apart<R>(&self, say: impl FnOnce() -> R) -> R {
        match &self.bars {
            Some(bars) => bars.suspend(say),
            None => say(),
        }
    }
}

/// The place of one stack on a terminal; nothing elsewhere.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// What happens now.
    pub fn now(&self, text: impl Display) {
        if let Some(bar) = &self.bar {
            bar.set_message(text.to_string());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
