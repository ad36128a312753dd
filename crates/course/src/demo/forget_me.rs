//! Forget me: a name that is written under a key can be forgotten without touching a line.

use std::fmt::Write;

use chacha20poly1305::{
    ChaCha20Poly1305, Nonce,
    aead::{Aead, KeyInit},
};

use super::{
    ana,
    trial::{Button, Demo, Fact, Key, Look, Note, Trial, Tried},
};
use diary::{ChainHash, Entry, line_of, read_line};
use english::counted::counted;
use examples::{
    Describe, Money,
    bank::{Bank, Event},
};

/// Writes a text under a key, as hexadecimal digits (ChaCha20-Poly1305, RFC 8439).
///
/// A number must be used once with a key. An entry's is, since an entry is written once.
pub fn seal(key: &Key, entry: usize, text: &str) -> String {
    let sealed = ChaCha20Poly1305::new(&(*key).into()).encrypt(&nonce(entry), text.as_bytes());
    // It only fails for more text than a memory holds.
    sealed.unwrap_or_default().iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Reads what was written under this key for this entry; `None` for any other key, entry or text.
pub fn unseal(key: &Key, entry: usize, sealed: &str) -> Option<String> {
    let byte = |at| sealed.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let bytes: Option<Vec<u8>> = (0..sealed.len()).step_by(2).map(byte).collect();
    let text = ChaCha20Poly1305::new(&(*key).into()).decrypt(&nonce(entry), bytes?.as_slice());
    String::from_utf8(text.ok()?).ok()
}

fn nonce(entry: usize) -> Nonce {
    let mut nonce = [0; 12];
    let number = u64::try_from(entry).unwrap_or(u64::MAX).to_le_bytes();
    nonce.iter_mut().zip(number).for_each(|(place, byte)| *place = byte);
    nonce.into()
}

/// What stands for a name that nobody can read any more.
const FORGOTTEN: &str = "somebody forgotten";

pub(crate) const DEMO: Demo = Demo::under_a_key(|key| Box::new(Tried::new(ForgetMe::new(key))));

/// Ana's diary as it is stored, twice, and the key of one of them.
struct ForgetMe {
    plain: Vec<String>,
    sealed: Vec<String>,
    /// The only place where the key is kept. To let it go does not wipe the memory it lay in; where
    /// a bank keeps its keys, that is done too.
    key: Option<Key>,
    asked: bool,
}

impl ForgetMe {
    fn new(key: Key) -> Self {
        let plain = stored(|_, owner| owner.to_owned());
        let sealed = stored(|entry, owner| seal(&key, entry, owner));
        Self { plain, sealed, key: Some(key), asked: false }
    }
}

impl Trial for ForgetMe {
    const ABOUT: &'static str = "Ana closes her accounts and asks to be forgotten. On one side her \
        name stands in the entries. On the other it is written under a key of hers, which the bank \
        keeps elsewhere. The amounts are plain on both.";
    const SIDES: [&'static str; 2] = ["Her name in the entries", "Her name under a key"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "forget",
            label: "Forget Ana",
            why_not: |demo| demo.asked.then_some("It has been done, and can’t be undone."),
            press: Self::forget,
        },
        Button {
            name: "read",
            label: "Read the diary",
            why_not: super::trial::always,
            press: Self::read,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        let [plain, sealed] = self.both_read().map(|read| facts(read.as_deref()));
        [(plain, notes(&self.plain)), (sealed, notes(&self.sealed))]
    }
}

impl ForgetMe {
    fn forget(&mut self) -> [String; 2] {
        self.asked = true;
        self.key = None;
        [
            "Nothing happens. No entry can be taken out or blacked out, and the name stands in two \
             of them."
                .into(),
            "The key is thrown away, and no entry is touched. Without the key nobody can read the \
             name, wherever the entries are stored. Only somebody who noted down the key still \
             could. Ask a lawyer whether that is enough for the law."
                .into(),
        ]
    }

    fn read(&mut self) -> [String; 2] {
        self.both_read().map(|read| match read.as_deref() {
            Some(entries) => {
                let first = entries.first().map(|entry| Bank::line(&entry.event));
                format!(
                    "{} read, and each is tied to the one before. The first says: {}.",
                    counted(entries.len(), "entry was", "entries were"),
                    first.unwrap_or_default()
                )
            }
            None => CHANGED.into(),
        })
    }

    /// What each side reads in its lines.
    fn both_read(&self) -> [Option<Vec<Entry<Event>>>; 2] {
        let with_key = |entry, owner: &str| {
            let name = self.key.as_ref().and_then(|key| unseal(key, entry, owner));
            name.unwrap_or_else(|| FORGOTTEN.into())
        };
        [read(&self.plain, |_, owner| owner.to_owned()), read(&self.sealed, with_key)]
    }
}

const CHANGED: &str = "An entry was changed after it was written.";

/// The story's diary as it is stored, with the name as `owner` makes it.
fn stored(owner: impl Fn(usize, &str) -> String) -> Vec<String> {
    let mut link = ChainHash::default();
    let mut lines = Vec::new();
    for entry in ana::diary().entries() {
        let (line, next) = line_of(&renamed(entry, &owner), &link);
        lines.push(line);
        link = next;
    }
    lines
}

/// Reads stored lines; `None` when one of them isn't what was written.
fn read(lines: &[String], owner: impl Fn(usize, &str) -> String) -> Option<Vec<Entry<Event>>> {
    let mut link = ChainHash::default();
    let entries = lines.iter().zip(1..).map(|(line, number)| {
        let (entry, next) = read_line(line, number, &link).ok()?;
        link = next;
        Some(renamed(&entry, &owner))
    });
    entries.collect()
}

/// The entry with another name in it, if it has one.
fn renamed(entry: &Entry<Event>, owner: impl Fn(usize, &str) -> String) -> Entry<Event> {
    let mut entry = entry.clone();
    if let Event::AccountOpened { owner: name, .. } = &mut entry.event {
        *name = owner(entry.number, name);
    }
    entry
}

fn facts(read: Option<&[Entry<Event>]>) -> Vec<Fact> {
    let Some(entries) = read else { return vec![Fact::new("Entries", CHANGED)] };
    let bank = ana::bank(entries);
    let total: Money = bank.accounts().into_iter().map(|held| held.balance).sum();
    vec![
        Fact::new("Whose accounts", bank.owner().unwrap_or(FORGOTTEN)),
        Fact::new("Money in the bank", total),
        Fact::new("Entries", entries.len()),
    ]
}

/// The stored lines that say whose account it is, and one that needn't.
fn notes(lines: &[String]) -> Vec<Note> {
    let note = |(line, number): (&String, usize)| Note {
        entry: Some(number),
        ..Note::new(Look::Stored, line.as_str())
    };
    lines.iter().zip(1..).map(note).filter(|note| matches!(note.entry, Some(1 | 2 | 5))).collect()
}
