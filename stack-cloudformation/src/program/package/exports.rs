//! What a file exports, beside what Lambda is told to call.

use crate::error::Error;

/// The names that a file exports.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Exports {
    /// Those that are known.
    pub(super) names: Vec<String>,
    /// Others that it has from elsewhere, and that can be called just as well.
    pub(super) imported: Vec<String>,
    /// There may be others: they are known when the file runs.
    pub(super) is_open: bool,
}

/// So many names are listed before the rest is only counted.
const MAX_LISTED: usize = 10;

impl Exports {
    /// Fails if the function that Lambda would call is not there. `verb` is what the language calls it: the file
    /// "exports" or "defines" names.
    pub(super) fn require(&self, handler: &str, entry: &str, verb: &str) -> Result<(), Error> {
        let has = |name: &str| self.names.iter().any(|other| other == name);
        if self.is_open || has(handler) || self.imported.iter().any(|name| name == handler) {
            return Ok(());
        }
        let shown: Vec<String> = self.names.iter().take(MAX_LISTED).map(|name| format!("`{name}`")).collect();
        let mut there = match shown.as_slice() {
            [] => "nothing".to_owned(),
            names => names.join(", "),
        };
        if let Some(more) = self.names.len().checked_sub(MAX_LISTED).filter(|more| *more > 0) {
            there.push_str(&format!(" and {more} more"));
        }
        let base = verb.trim_end_matches('s');
        let help = match self.names.as_slice() {
            [only] if only != "default" => format!("say `handler = \"{only}\"`, or {base} `{handler}`"),
            _ if has("default") => {
                format!("Lambda does not call a default export: {base} `{handler}` by its name")
            }
            [] => format!("{base} a function `{handler}`"),
            _ => format!("say which one is the handler, `handler = \"..\"`, or {base} `{handler}`"),
        };
        Err(Error::new(format!("Lambda would call `{handler}`, but {entry} {verb} {there}\nhelp: {help}")))
    }
}

#[cfg(test)]
mod tests {
    use super::Exports;

    fn said(names: &[&str], handler: &str) -> String {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        let exports = Exports { names, ..Exports::default() };
        exports.require(handler, "a.ts", "exports").err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn the_names_that_are_there_are_told() {
        assert_eq!(said(&["handler"], "handler"), "");
        assert_eq!(
            said(&["main"], "handler"),
            "Lambda would call `handler`, but a.ts exports `main`\nhelp: say `handler = \"main\"`, or export `handler`"
        );
        assert!(
            said(&["a", "b"], "handler").contains("exports `a`, `b`\nhelp: say which one is the handler")
        );
        assert!(said(&["default"], "handler").contains("Lambda does not call a default export"));
        assert!(said(&[], "run").ends_with("a.ts exports nothing\nhelp: export a function `run`"));
        assert!(said(&["a"; 12], "run").contains("`a` and 2 more\n"));
    }

    #[test]
    fn what_is_only_known_at_run_time_is_accepted() {
        let (open, imported) = (Exports::default(), vec!["handler".to_owned()]);
        assert!(Exports { is_open: true, ..open }.require("handler", "a.ts", "exports").is_ok());
        assert!(Exports { imported, ..Exports::default() }.require("handler", "a.py", "defines").is_ok());
    }
}
