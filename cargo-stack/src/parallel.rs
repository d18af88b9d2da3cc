//! Many files: checked in parallel, printed in the order in which they were named.

use crate::check::{self, Job, Options};
use crate::failure::Failure;
use crate::output::{Batch, Output, Style, is_dumb};
use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// How many files are one batch, so that handing them out costs little.
const BATCH_FILES: usize = 16;

/// Only after this long does a terminal show how far the check is.
const PROGRESS_DELAY: Duration = Duration::from_millis(700);

/// How often the progress is shown again.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(100);

/// Checks all files on that many threads; by default there is one for each processor.
pub(crate) fn check_in_parallel(
    jobs: &[Job],
    options: &Options,
    style: Style,
    threads: Option<usize>,
    output: &mut Output,
) -> Result<(), Failure> {
    let batches: Vec<&[Job]> = jobs.chunks(BATCH_FILES).collect();
    let work = |number: usize, buffer: &mut Vec<u8>| {
        let mut batch = Batch::default();
        for job in batches.get(number).into_iter().copied().flatten() {
            batch.add(&check::file(job, options, buffer), style);
        }
        batch
    };

    let wanted = threads.or_else(|| thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
    let threads = wanted.clamp(1, batches.len().max(1));
    let mut progress = Progress::new(jobs.len());
    if threads == 1 {
        let mut buffer = Vec::new();
        for number in 0..batches.len() {
            output.add(&work(number, &mut buffer));
            flush_if_long(output, &mut progress)?;
            progress.show(output.files());
        }
        progress.clear();
        return Ok(());
    }

    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads {
            let (sender, next, work) = (sender.clone(), &next, &work);
            let count = batches.len();
            scope.spawn(move || {
                let mut buffer = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    // The receiver is gone when the output is closed.
                    if number >= count || sender.send((number, work(number, &mut buffer))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        // Batches that were ready before the one that is printed next.
        let mut early = BTreeMap::new();
        let mut printed = 0;
        for (number, batch) in receiver {
            early.insert(number, batch);
            while let Some(batch) = early.remove(&printed) {
                output.add(&batch);
                flush_if_long(output, &mut progress)?;
                printed += 1;
            }
            progress.show(output.files());
        }
        progress.clear();
        Ok(())
    })
}

/// Where the output goes to a terminal, progress must not stand in its way.
fn flush_if_long(output: &mut Output, progress: &mut Progress) -> Result<(), Failure> {
    if output.is_long() {
        progress.clear();
        output.flush()?;
    }
    Ok(())
}

/// How far the check is, for people who wait at a terminal.
struct Progress {
    all: usize,
    /// When to show it next; never, where there is no terminal.
    due: Option<Instant>,
    shown: bool,
}

impl Progress {
    fn new(all: usize) -> Self {
        let waits = io::stderr().is_terminal() && !is_dumb();
        Progress { all, due: waits.then(|| Instant::now() + PROGRESS_DELAY), shown: false }
    }

    fn show(&mut self, done: usize) {
        let Some(due) = self.due else { return };
        if Instant::now() < due {
            return;
        }
        self.due = Some(Instant::now() + PROGRESS_INTERVAL);
        self.shown = true;
        // A progress line that cannot be written is no loss.
        let _ = write!(io::stderr(), "\r\u{1b}[Kchecked {done} of {} files", self.all);
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
