//! Many files: checked side by side, printed in the order in which they were named.

use crate::arguments::{self, Check, Stdin};
use crate::check::{self, Job};
use crate::diagnostic::Report;
use crate::faults::unreadable_file;
use crate::format::Summary;
use std::collections::BTreeMap;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// So many files are one piece of work, so that handing them out costs little.
const PIECE: usize = 16;

/// Only after this long does a terminal show how far the check is.
const PATIENCE: Duration = Duration::from_millis(700);

/// Does what `check` says; gives the exit code.
pub(crate) fn check(options: &Check, start: Instant) -> io::Result<u8> {
    let colours = io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && !is_dumb();
    let jobs = jobs(options)?;
    let mut output =
        Output { options, colours, text: String::new(), totals: Totals::default(), listed: false };
    options.format.start(&mut output.text);

    output.totals.summary.startup = start.elapsed().as_secs_f64();
    let started = Instant::now();
    if options.stdin == Some(Stdin::Document) {
        let report = check::stdin(options);
        let mut piece = Piece::default();
        piece.add(&report, options, colours);
        output.write(&piece);
    } else {
        side_by_side(&jobs, &mut output)?;
    }
    output.totals.summary.check = started.elapsed().as_secs_f64();

    let listed = options.stdin == Some(Stdin::List);
    options.format.end(&output.totals.summary, listed, colours, &mut output.text);
    output.flush()?;
    Ok(output.totals.code())
}

/// Whether the terminal knows no control sequences.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The files to check.
fn jobs(options: &Check) -> io::Result<Vec<Job>> {
    let kind = options.kind;
    if options.stdin != Some(Stdin::List) {
        return Ok(options.files.iter().map(|path| Job { path: path.clone(), kind }).collect());
    }
    let mut jobs = Vec::new();
    // Names of files need not be UTF-8.
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        let line = line.strip_suffix(b"\r").unwrap_or(&line);
        let tab = line.iter().position(|&byte| byte == b'\t').unwrap_or(line.len());
        let (name, word) = line.split_at(tab);
        if !name.is_empty() {
            let word = String::from_utf8_lossy(word);
            jobs.push(Job { path: path(name), kind: arguments::machine_type(word.trim()).unwrap_or(kind) });
        }
    }
    Ok(jobs)
}

#[cfg(unix)]
fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(name).into()
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> PathBuf {
    String::from_utf8_lossy(name).into_owned().into()
}

/// What was printed and counted.
#[derive(Clone, Copy, Debug, Default)]
struct Totals {
    summary: Summary,
    unreadable: bool,
}

impl Totals {
    fn code(&self) -> u8 {
        match (self.unreadable, self.summary.errors) {
            (true, _) => crate::USAGE,
            (false, 0) => 0,
            (false, _) => 1,
        }
    }
}

/// The output of some files that follow each other.
#[derive(Debug, Default)]
struct Piece {
    text: String,
    totals: Totals,
}

impl Piece {
    fn add(&mut self, report: &Report, options: &Check, colours: bool) {
        let (errors, warnings) = report.counts();
        let summary = &mut self.totals.summary;
        summary.files += 1;
        summary.bytes += report.bytes;
        summary.errors += errors;
        summary.warnings += warnings;
        let unread = |rule| std::ptr::eq(rule, &unreadable_file::RULE);
        self.totals.unreadable |= report.diagnostics.iter().any(|it| unread(it.rule));
        options.format.report(report, colours, &mut self.text);
    }
}

/// The standard output.
struct Output<'o> {
    options: &'o Check,
    colours: bool,
    text: String,
    totals: Totals,
    /// Something was printed for a file.
    listed: bool,
}

impl Output<'_> {
    fn write(&mut self, piece: &Piece) {
        let (all, some) = (&mut self.totals.summary, &piece.totals.summary);
        all.files += some.files;
        all.bytes += some.bytes;
        all.errors += some.errors;
        all.warnings += some.warnings;
        self.totals.unreadable |= piece.totals.unreadable;
        let first = self.options.format.is_list() && !self.listed;
        self.listed |= !piece.text.is_empty();
        self.text.push_str(piece.text.strip_prefix(',').filter(|_| first).unwrap_or(&piece.text));
    }

    /// Prints what has come together, if that is much. Where it goes to a terminal, progress must not stand in its way.
    fn flush_if_long(&mut self, progress: &mut Progress) -> io::Result<()> {
        if self.text.len() <= 1 << 16 {
            return Ok(());
        }
        progress.clear();
        self.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().lock().write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }
}

/// Checks all files on as many threads as were asked for.
fn side_by_side(jobs: &[Job], output: &mut Output<'_>) -> io::Result<()> {
    let (options, colours) = (output.options, output.colours);
    let pieces: Vec<&[Job]> = jobs.chunks(PIECE).collect();
    let work = |number: usize, buffer: &mut Vec<u8>| {
        let mut piece = Piece::default();
        for job in pieces.get(number).into_iter().copied().flatten() {
            let report = check::file(job, options, buffer);
            piece.add(&report, options, colours);
        }
        piece
    };

    let wanted =
        options.threads.or_else(|| thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
    let threads = wanted.clamp(1, pieces.len().max(1));
    let mut progress = Progress::new(jobs.len());
    if threads == 1 {
        let mut buffer = Vec::new();
        for number in 0..pieces.len() {
            output.write(&work(number, &mut buffer));
            output.flush_if_long(&mut progress)?;
            progress.show(output.totals.summary.files);
        }
        progress.clear();
        return Ok(());
    }

    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads {
            let (sender, next, work) = (sender.clone(), &next, &work);
            let count = pieces.len();
            scope.spawn(move || {
                let mut buffer = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    // Nobody listens any more when the output is closed.
                    if number >= count || sender.send((number, work(number, &mut buffer))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        // Pieces that were ready before the one that is printed next.
        let mut early = BTreeMap::new();
        let mut printed = 0;
        for (number, piece) in receiver {
            early.insert(number, piece);
            while let Some(piece) = early.remove(&printed) {
                output.write(&piece);
                output.flush_if_long(&mut progress)?;
                printed += 1;
            }
            progress.show(output.totals.summary.files);
        }
        progress.clear();
        Ok(())
    })
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
        Progress { all, due: waits.then(|| Instant::now() + PATIENCE), shown: false }
    }

    fn show(&mut self, done: usize) {
        let Some(due) = self.due else { return };
        if Instant::now() < due {
            return;
        }
        self.due = Some(Instant::now() + Duration::from_millis(100));
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
