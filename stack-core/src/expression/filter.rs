//! Filters of paths, `[?(@.price < 10)]`, as Jayway's JsonPath reads them.
//!
//! AWS's own answer to a wrong one is not recorded, so what nobody is sure of passes.

use super::Fault;

/// Looks at what stands behind the `?`; the first fault, with its offset in there.
pub(crate) fn check(text: &str) -> Result<(), Fault> {
    let mut filter = Filter { text, at: 0, depth: 0 };
    filter.blanks();
    if filter.peek() != Some('(') {
        return Err(Fault::new(filter.at, "a filter stands in parentheses, `?(..)`"));
    }
    filter.either()?;
    filter.blanks();
    // What may follow, such as another filter, is not looked at.
    Ok(())
}

/// So many parentheses may stand in each other.
const DEEPEST: usize = 64;

struct Filter<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

/// Operators of signs, the longer ones first.
const SIGNS: [&str; 9] = ["===", "!==", "==", "!=", "<=", ">=", "=~", "<", ">"];

/// Operators of letters, in any case.
const WORDS: [&str; 12] = [
    "in", "nin", "subsetof", "anyof", "noneof", "contains", "all", "size", "exists", "type", "matches",
    "empty",
];

impl Filter<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, sign: &str) -> bool {
        self.blanks();
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len() } else { 0 };
        found
    }

    /// The letters at the cursor.
    fn word(&self) -> &str {
        let rest = self.rest();
        rest.get(..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())).unwrap_or_default()
    }

    /// Conditions with `&&` and `||` between them.
    fn either(&mut self) -> Result<(), Fault> {
        loop {
            self.condition()?;
            if !self.eat("&&") && !self.eat("||") {
                return Ok(());
            }
        }
    }

    fn condition(&mut self) -> Result<(), Fault> {
        while self.eat("!") {}
        if self.peek() == Some('(') {
            let open = self.at;
            self.depth += 1;
            if self.depth > DEEPEST {
                return Err(Fault::new(open, "parentheses stand too deep in each other"));
            }
            self.at += 1;
            self.either()?;
            self.blanks();
            if !self.eat(")") {
                return Err(self.leftover());
            }
            self.depth -= 1;
            return Ok(());
        }
        self.operand()?;
        self.blanks();
        if let Some(sign) = SIGNS.iter().find(|sign| self.rest().starts_with(**sign)) {
            self.at += sign.len();
            return self.operand();
        }
        let word = self.word();
        if WORDS.contains(&word.to_lowercase().as_str()) {
            self.at += word.len();
            return self.operand();
        }
        Ok(())
    }

    /// Why a condition cannot go on like this.
    fn leftover(&self) -> Fault {
        let message = match (self.peek(), self.word().to_lowercase().as_str()) {
            (None, _) => "the filter ends before its parentheses do",
            (Some('='), _) => "`=` is no comparison: that is `==`",
            (_, "and") => "`and` is no operator: that is `&&`",
            (_, "or") => "`or` is no operator: that is `||`",
            _ => "neither a comparison nor `&&`, `||` or `)`",
        };
        Fault::new(self.at, message)
    }

    /// A path or a literal.
    fn operand(&mut self) -> Result<(), Fault> {
        self.blanks();
        let start = self.at;
        let length = match self.peek() {
            Some('@' | '$') => self.path(),
            Some(quote @ ('\'' | '"' | '/')) => self.closed(quote),
            Some('[' | '{') => self.balanced(),
            Some(first) if first.is_alphanumeric() || "-.+".contains(first) => {
                let rest = self.rest();
                Some(rest.find(|c: char| !(c.is_alphanumeric() || "-+._".contains(c))).unwrap_or(rest.len()))
            }
            _ => return Err(Fault::new(start, "a value must stand here")),
        };
        let Some(length) = length else { return Err(Fault::new(start, "this is never closed")) };
        let regex = self.peek() == Some('/');
        self.at += length;
        if regex {
            self.at += self.word().len();
        }
        Ok(())
    }

    /// The length of a path: up to a blank or an operator outside of its brackets.
    fn path(&self) -> Option<usize> {
        let mut length = 1;
        loop {
            let rest = self.rest().get(length..)?;
            match rest.chars().next() {
                Some('[' | '(') => length += Filter { text: rest, at: 0, depth: 0 }.balanced()?,
                Some(c) if c.is_whitespace() || "=!<>&|),".contains(c) => return Some(length),
                Some(c) => length += c.len_utf8(),
                None => return Some(length),
            }
        }
    }

    /// The length of what is closed with the same sign that opens it.
    fn closed(&self, sign: char) -> Option<usize> {
        let mut escaped = false;
        for (at, c) in self.rest().char_indices().skip(1) {
            if c == sign && !escaped {
                return Some(at + c.len_utf8());
            }
            escaped = c == '\\' && !escaped;
        }
        None
    }

    /// The length of what stands in brackets, braces or parentheses.
    fn balanced(&self) -> Option<usize> {
        let mut open = 0_usize;
        let mut at = 0;
        loop {
            let rest = self.rest().get(at..)?;
            let c = rest.chars().next()?;
            match c {
                '[' | '{' | '(' => open += 1,
                ']' | '}' | ')' => open = open.saturating_sub(1),
                '\'' | '"' => {
                    at += Filter { text: rest, at: 0, depth: 0 }.closed(c)?;
                    continue;
                }
                _ => {}
            }
            at += c.len_utf8();
            if open == 0 {
                return Some(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fault;
    use super::check;
    use proptest::prelude::*;

    #[test]
    fn filters_of_jayway() {
        for text in [
            "(@.price < 10)",
            "(@)",
            "(@.isbn)",
            "(!@.isbn)",
            "(@.category == 'fiction' && @.price <= 10 || !(@.x === true))",
            "(@['a b'].c != $.max)",
            "(@.author =~ /.*it's [a-z)]/i)",
            "(@.size in ['S', 'M'])",
            "(@.sizes SUBSETOF ['S'])",
            "(@.tags contains 'x')",
            "(@.list size 3)",
            "(@.list empty false)",
            "(@.a.length() > -1.5e3)",
            "(@.b == null)",
            "(@.o == {\"a\": 1})",
            "(@.b==1&&@.c==2)",
            " ( @.b )",
            "(@.a == 1), ?(@.b == 2)",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn faults_stand_where_they_are() {
        for (text, offset, message) in [
            ("@.x > 1", 0, "a filter stands in parentheses, `?(..)`"),
            ("(@.x >)", 6, "a value must stand here"),
            ("(@.x > 1 &&)", 11, "a value must stand here"),
            ("()", 1, "a value must stand here"),
            ("(@.x = 1)", 5, "`=` is no comparison: that is `==`"),
            ("(@.x == 1 and @.y)", 10, "`and` is no operator: that is `&&`"),
            ("(@.x == 1 or @.y)", 10, "`or` is no operator: that is `||`"),
            ("(@.x equals 1)", 5, "neither a comparison nor `&&`, `||` or `)`"),
            ("(@.x == 'a)", 8, "this is never closed"),
            ("(@.x == 1", 9, "the filter ends before its parentheses do"),
        ] {
            assert_eq!(check(text), Err(Fault::new(offset, message)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_filter_or_a_fault_inside(text in r#"[?(@.=!<>&|)'"/\[\]{}a1ä ]{0,16}"#) {
            if let Err(fault) = check(&text) {
                prop_assert!(text.is_char_boundary(fault.offset), "{text} {fault:?}");
            }
        }
    }

    #[test]
    fn long_filters_take_linear_time() {
        for piece in ["(", "!", "@", "@[", "'", "(@ && ", "@==1||", "a "] {
            let text = format!("({}", piece.repeat(1_000_000 / piece.len()));
            let start = std::time::Instant::now();
            let _ = check(&text);
            assert!(start.elapsed().as_secs() < 30, "{piece}");
        }
    }
}
