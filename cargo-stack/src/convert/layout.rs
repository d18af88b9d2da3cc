//! Layout: what fits is on one line, what does not has a line for each member.

/// The longest line that is not broken.
const MAX_LINE_CHARS: usize = 100;

/// A text that can be laid out in two ways.
#[derive(Debug)]
pub(super) struct Fragment {
    /// Its width on one line; none if it has to be broken.
    width: Option<usize>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Text(String),
    List { head: String, brackets: [&'static str; 2], items: Vec<Item> },
}

/// A member, an item, or a state.
#[derive(Debug)]
pub(super) struct Item {
    /// Comments in front of it, a line each.
    pub(super) notes: Vec<String>,
    /// What is in front of the value, such as `Next: `.
    pub(super) key: String,
    /// The value.
    pub(super) value: Fragment,
}

impl Item {
    /// A value with nothing in front of it.
    pub(super) fn bare(value: Fragment) -> Self {
        Item { notes: Vec::new(), key: String::new(), value }
    }
}

impl Fragment {
    /// Words that are not broken.
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let width = (!text.contains('\n')).then(|| text.chars().count());
        Fragment { width, kind: Kind::Text(text) }
    }

    /// `head { items }`, broken in any case if `open` says so.
    pub(super) fn braces(head: &str, items: Vec<Item>, open: bool) -> Self {
        Self::list(head, ["{", "}"], items, open)
    }

    /// `[items]`
    pub(super) fn brackets(items: Vec<Item>) -> Self {
        Self::list("", ["[", "]"], items, false)
    }

    fn list(head: &str, brackets: [&'static str; 2], items: Vec<Item>, open: bool) -> Self {
        let one = |item: &Item| {
            let width = item.value.width.filter(|_| item.notes.is_empty())?;
            Some(item.key.chars().count() + width + ", ".len())
        };
        let inner: Option<usize> = items.iter().map(one).sum();
        let width = inner.filter(|_| !open || items.is_empty()).map(|inner| head.chars().count() + inner + 2);
        Fragment { width, kind: Kind::List { head: head.into(), brackets, items } }
    }

    /// Appends the fragment, which starts at that column of a line with that indentation.
    pub(super) fn print(&self, indent: usize, column: usize, out: &mut String) {
        let fits = self.width.is_some_and(|width| column + width < MAX_LINE_CHARS);
        match &self.kind {
            Kind::Text(text) => out.push_str(text),
            Kind::List { head, brackets: [open, close], items } => {
                out.push_str(head);
                out.push_str(open);
                let braces = *open == "{";
                if fits || items.is_empty() {
                    let blank = if braces && !items.is_empty() { " " } else { "" };
                    out.push_str(blank);
                    for (index, item) in items.iter().enumerate() {
                        out.push_str(if index == 0 { "" } else { ", " });
                        out.push_str(&item.key);
                        item.value.print(indent, 0, out);
                    }
                    out.push_str(blank);
                } else if let ([item], false) = (items.as_slice(), braces)
                    && item.notes.is_empty()
                {
                    // One object in brackets needs no level of its own.
                    item.value.print(indent, column + 1, out);
                } else {
                    for item in items {
                        item.line(indent + 4, out);
                    }
                    line(indent, out);
                }
                out.push_str(close);
            }
        }
    }
}

impl Item {
    fn line(&self, indent: usize, out: &mut String) {
        for note in &self.notes {
            line(indent, out);
            out.push_str(note);
        }
        line(indent, out);
        out.push_str(&self.key);
        self.value.print(indent, indent + self.key.chars().count(), out);
        out.push(',');
    }
}

fn line(indent: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}
