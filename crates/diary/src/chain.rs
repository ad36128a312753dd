//! Tamper evidence: every line is tied to all lines before it.

use std::fmt::{self, Write as _};

use sha2::{Digest, Sha256};

const DIGITS: [u8; 16] = *b"0123456789abcdef";

/// The link that ties a line to everything before it: SHA-256 of the link before and the line.
///
/// It notices torn, edited, missing and swapped lines. It is evidence and not proof: there is no
/// secret in it, so whoever rewrites every later line as well goes unnoticed, unless the last link
/// was kept somewhere else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChainHash([u8; 32]);

impl ChainHash {
    /// The link of the next line.
    #[must_use]
    pub fn next(&self, line: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(self.0);
        hash.update(line);
        Self(hash.finalize().into())
    }

    /// All 64 signs of it, of which a line keeps the first eight.
    pub fn whole(&self) -> String {
        self.bytes().fold(String::new(), |whole, byte| whole + &format!("{byte:02x}"))
    }

    /// Whether a line has this link at its end.
    pub(super) fn is_written_as(&self, text: &str) -> bool {
        self.short() == text.as_bytes()
    }

    /// What a line keeps of it. Made by hand: to go through a formatter takes as long as the rest of reading a line does.
    fn short(&self) -> [u8; 8] {
        let mut digits = [0; 8];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
        digits
    }

    /// Its bytes, as they go into the next link.
    pub(super) fn bytes(&self) -> impl Iterator<Item = u8> {
        self.0.into_iter()
    }
}

/// The first 32 bits in hexadecimal. Enough to notice accidents and careless edits, which is all
/// that a chain without a secret can promise, and short enough for 60,000 lines in 5 MiB.
impl fmt::Display for ChainHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.short().iter().try_for_each(|digit| f.write_char(char::from(*digit)))
    }
}
