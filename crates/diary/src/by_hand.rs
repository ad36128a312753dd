//! A link worked out by hand: what goes into it, and commands that make it without this program.

use super::{
    ChainHash,
    touched::{lines, split},
};

/// All that the link of one line is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByHand {
    /// The link of the line before it, or nothing but zeros.
    pub before: ChainHash,
    /// The text of the line up to its last bar.
    pub text: String,
    /// What both lead to.
    pub link: ChainHash,
}

impl ByHand {
    /// What the link of a line, counted from 1, is made from, if there is such a line.
    pub fn of(stored: &str, line: usize) -> Option<Self> {
        let mut before = ChainHash::default();
        let mut texts = lines(stored).map(|line| split(line).0);
        for earlier in texts.by_ref().take(line.checked_sub(1)?) {
            before = before.next(earlier);
        }
        let text = texts.next()?.to_owned();
        let link = before.next(&text);
        Some(Self { before, text, link })
    }

    /// A command for a shell. `printf` takes bytes as octal numbers in every shell, so nothing else
    /// is needed but `sha256sum`.
    pub fn sha256sum(&self) -> String {
        let before = self.before.bytes();
        let before = before.fold(String::new(), |octal, byte| octal + &format!("\\{byte:03o}"));
        let text = shell_quoted(&self.text);
        format!("{{ printf '{before}'; printf '%s' {text}; }} | sha256sum")
    }

    /// A program for Python 3, which runs wherever Python does, whatever the shell.
    pub fn python(&self) -> String {
        let (before, text) = (self.before.whole(), python_bytes(&self.text));
        format!(
            "import hashlib\nbefore = bytes.fromhex(\"{before}\")\nline = {text}\n\
             print(hashlib.sha256(before + line).hexdigest())\n"
        )
    }
}

/// A text as one word of a shell. Nothing is special between single quotes but their end.
fn shell_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// A text as Python writes its bytes. Whatever is not a plain sign is written as a number.
fn python_bytes(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02x}"),
    };
    format!("b\"{}\"", text.bytes().map(byte).collect::<String>())
}
