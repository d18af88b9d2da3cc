//! Files, of which no more is read than a definition or template can have.

use crate::diagnostic::Place;
use crate::faults::{not_utf_8, unreadable_file};
use crate::places::Lines;
use stack_core::finding::Rule;
use stack_core::rules::documents::too_large;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The most that is read of a file, in bytes. AWS takes 1 MiB.
const MAX_FILE_BYTES: usize = 2 << 20;

/// Why a file gives no text.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// The rule that speaks of it.
    pub(crate) rule: &'static Rule,
    /// What is wrong.
    pub(crate) message: String,
    /// Where it is, if the file could be read.
    pub(crate) place: Option<Place>,
}

/// Reads a file into the buffer, which is emptied before. What is no regular file is refused.
pub(crate) fn file<'b>(path: &Path, buffer: &'b mut Vec<u8>) -> Result<&'b str, Refusal> {
    // To open a pipe waits for somebody who writes to it, and a device may have no end.
    let kind = fs::metadata(path).map_err(|error| unreadable(&error))?.file_type();
    if !kind.is_file() && !kind.is_dir() {
        let message = "the file cannot be read: it is a pipe or a device; `check --stdin` reads one";
        return Err(Refusal { rule: &unreadable_file::RULE, message: message.into(), place: None });
    }
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    read(file, buffer)
}

/// The same for a stream.
pub(crate) fn read(from: impl Read, buffer: &mut Vec<u8>) -> Result<&str, Refusal> {
    buffer.clear();
    let limit = MAX_FILE_BYTES as u64 + 1;
    from.take(limit).read_to_end(buffer).map_err(|error| unreadable(&error))?;
    if buffer.len() > MAX_FILE_BYTES {
        let message = format!("the file has more than {} MiB", MAX_FILE_BYTES >> 20);
        return Err(Refusal { rule: &too_large::RULE, message, place: None });
    }
    std::str::from_utf8(buffer).map_err(|error| not_utf_8(buffer, error.valid_up_to()))
}

/// Why a text cannot be read whose first bytes, up to `at`, are UTF-8.
fn not_utf_8(bytes: &[u8], at: usize) -> Refusal {
    // Only its line is shown.
    let line = bytes.iter().skip(at).position(|&byte| byte == b'\n').unwrap_or(bytes.len() - at);
    let shown = String::from_utf8_lossy(bytes.get(..at + line).unwrap_or(bytes));
    let place = Lines::new(&shown).place(at..at + char::REPLACEMENT_CHARACTER.len_utf8(), String::new());
    let message = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is UTF-16, and must be UTF-8".into(),
        _ => format!(
            "the file is not UTF-8: byte {at}, in line {}, does not belong to a character",
            place.line
        ),
    };
    Refusal { rule: &not_utf_8::RULE, message, place: Some(place) }
}

/// Why a file cannot be read.
pub(crate) fn unreadable(error: &io::Error) -> Refusal {
    // Rust adds the number of the operating system's error in parentheses.
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text).to_lowercase();
    let message = format!("the file cannot be read: {text}");
    Refusal { rule: &unreadable_file::RULE, message, place: None }
}

/// Whether a text is YAML: by its name, or, where that says nothing, by its first character.
pub(crate) fn is_yaml(path: &Path, text: &str) -> bool {
    let ends_in = |name| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(name));
    if ends_in("json") {
        return false;
    }
    // A text of nothing is a fault in either language, and people expect JSON's.
    let starts_alike = |text: &str| text.starts_with(|first| first != '{' && first != '[');
    ends_in("yaml") || ends_in("yml") || starts_alike(text.trim_start_matches('\u{feff}').trim_start())
}
