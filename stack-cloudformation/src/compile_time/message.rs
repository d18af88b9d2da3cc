//! Texts built in const code, for compile errors that name things of the user's stack.

const MAX_MESSAGE_BYTES: usize = 2048;

/// What stands for the end of a text that is too long.
const CUT: &str = " ..";

/// A text of limited length: from the first part that does not fit, ` ..` stands for the rest.
pub(crate) struct ConstText {
    bytes: [u8; MAX_MESSAGE_BYTES],
    len: usize,
    full: bool,
}

impl ConstText {
    pub(crate) const fn new() -> Self {
        ConstText { bytes: [0; MAX_MESSAGE_BYTES], len: 0, full: false }
    }

    pub(crate) const fn push(self, text: &str) -> Self {
        if self.full {
            self
        } else if self.len + text.len() + CUT.len() <= MAX_MESSAGE_BYTES {
            self.copy(text.as_bytes())
        } else {
            let mut cut = self.copy(CUT.as_bytes());
            cut.full = true;
            cut
        }
    }

    /// The number in digits.
    pub(crate) const fn number(self, number: usize) -> Self {
        let mut digits = [0; 20];
        let (mut rest, mut at) = (number, digits.len());
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        match std::str::from_utf8(digits.split_at(at).1) {
            Ok(text) => self.push(text),
            Err(_) => self,
        }
    }

    const fn copy(mut self, bytes: &[u8]) -> Self {
        let mut i = 0;
        while i < bytes.len() {
            self.bytes[self.len + i] = bytes[i];
            i += 1;
        }
        self.len += bytes.len();
        self
    }

    pub(crate) const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// Stops the compilation with this text.
    #[track_caller]
    pub(crate) const fn fail(&self) -> ! {
        panic!("{}", self.as_str())
    }
}

/// Stops the compilation with the texts, one after the other.
#[track_caller]
pub(crate) const fn fail(texts: &[&str]) -> ! {
    let mut text = ConstText::new();
    let mut i = 0;
    while i < texts.len() {
        text = text.push(texts[i]);
        i += 1;
    }
    text.fail()
}

#[cfg(test)]
mod tests {
    use super::{ConstText, MAX_MESSAGE_BYTES};

    #[test]
    fn parts_follow_one_another() {
        const TEXT: ConstText = ConstText::new().push("hold -> ").push("").push("bill");
        assert_eq!(TEXT.as_str(), "hold -> bill");
        assert_eq!(ConstText::new().number(0).push("/").number(12_030).as_str(), "0/12030");
    }

    #[test]
    fn a_text_that_is_too_long_ends_with_dots_between_two_parts() {
        let mut text = ConstText::new();
        for _ in 0..MAX_MESSAGE_BYTES {
            text = text.push("né ");
        }
        assert!(text.as_str().ends_with("né  .."), "{}", text.as_str());
        assert!(text.as_str().len() > MAX_MESSAGE_BYTES - 8);
    }

    #[test]
    #[should_panic(expected = "memory is 128 MiB")]
    fn a_failure_says_all_texts() {
        super::fail(&["memory is ", "128 MiB"]);
    }
}
