//! Texts built in const code, for compile errors that name things of the user's stack.

const ROOM: usize = 1024;

/// A text of limited length; what does not fit is cut off.
pub(crate) struct ConstText {
    bytes: [u8; ROOM],
    len: usize,
}

impl ConstText {
    pub(crate) const fn new() -> Self {
        ConstText { bytes: [0; ROOM], len: 0 }
    }

    pub(crate) const fn push(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        if self.len + bytes.len() <= ROOM {
            let mut i = 0;
            while i < bytes.len() {
                self.bytes[self.len + i] = bytes[i];
                i += 1;
            }
            self.len += bytes.len();
        }
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
