//! Which rule a finding is of: its id, its severity, its page.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Suspicious but legal.
    Warning,
    /// AWS accepts it, but no execution that gets there succeeds, or it is certainly not what was meant: an error
    /// unless allowed where it stands.
    Deny,
    /// AWS refuses it: cannot be silenced.
    Error,
}

impl Severity {
    /// The word for machines and people: `warning`, `deny` or `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Deny => "deny",
            Severity::Error => "error",
        }
    }
}

/// One fault that definitions have.
#[derive(Debug)]
pub struct Rule {
    /// Its name for people and machines: kebab-case, never changed, never used again.
    pub id: &'static str,
    /// How bad its findings are at worst.
    pub severity: Severity,
    /// The text of the rule's file, which opens with its page.
    pub source: &'static str,
}

impl Rule {
    /// The rule's page, in Markdown: `What it checks`, `Why`, `Example`, `Source`.
    pub fn page(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }
}
