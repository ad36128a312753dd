//! Old words: a line from before quantities existed.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::trial::{Button, Demo, Fact, Look, Note, Trial, always};
use crate::course;
use diary::{ChainHash, Decider, Entry, FormatError, StoredEvent, line_of, read_line};
use examples::{
    Money,
    order::{Event, Order},
};

/// What the first version of the shop could say. The order could hold one of each thing, so a line
/// had no need of a quantity. Only what was said differently is here.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum FirstVersion {
    /// An item was put in.
    ItemAdded {
        name: String,
        #[serde(rename = "cents")]
        price: Money,
    },
}

impl StoredEvent for FirstVersion {}

impl FirstVersion {
    /// The same fact in today's words. Nothing is guessed: one was all that could be added.
    fn in_todays_words(self) -> Event {
        match self {
            Self::ItemAdded { name, price } => {
                Event::ItemAdded { name: name.into(), price, quantity: 1 }
            }
        }
    }
}

pub(crate) const DEMO: Demo = Demo::tried::<OldWords>();

/// A stored order: line 2 was written by the first version, lines 1 and 3 read the same today.
struct OldWords {
    /// As it was written.
    stored: Vec<String>,
    /// The left side's copy, whose old line may be rewritten.
    rewritten: Option<Vec<String>>,
    read: bool,
}

impl Default for OldWords {
    fn default() -> Self {
        Self { stored: written_long_ago(), rewritten: None, read: false }
    }
}

impl Trial for OldWords {
    const ABOUT: &'static str = "An order as it is stored. Entry 2 was written when the shop’s \
        program didn’t know quantities yet. Entry 3 was written by today’s program.";
    const SIDES: [&'static str; 2] = ["Knows today’s form only", "Reads the old form too"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button { name: "read", label: "Read the order", why_not: always, press: Self::read },
        Button {
            name: "rewrite",
            label: "Rewrite the old entry",
            why_not: |demo| demo.rewritten.is_some().then_some("It has been rewritten."),
            press: Self::rewrite,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        let left = self.rewritten.as_ref().unwrap_or(&self.stored);
        [self.side(left, today_only), self.side(&self.stored, with_translation)]
    }
}

impl OldWords {
    fn read(&mut self) -> [String; 2] {
        self.read = true;
        let left = self.rewritten.as_ref().unwrap_or(&self.stored);
        [read_all(left, today_only), read_all(&self.stored, with_translation)].map(
            |read| match read {
                Ok(order) => {
                    format!("All entries were read, and the order comes to {}.", order.total())
                }
                Err((line, error)) => format!("Entry {line} can’t be read: {error}."),
            },
        )
    }

    fn rewrite(&mut self) -> [String; 2] {
        self.rewritten = Some(rewritten(&self.stored));
        [
            "Entry 2 now has today’s form, and a new seal at its end. But entry 3 was tied to the \
             old seal."
                .into(),
            "Entry 2 stays as it was written. It is translated whenever it is read.".into(),
        ]
    }

    fn side(&self, lines: &[String], read: Reader) -> (Vec<Fact>, Vec<Note>) {
        let mut facts = Vec::new();
        if self.read {
            facts.push(match read_all(lines, read) {
                Ok(order) => Fact::new("Mugs in the order", mugs(&order)),
                Err((line, _)) => Fact::new("Could not be read", format!("entry {line}")),
            });
            let same = if *lines == self.stored { "not one character" } else { "yes" };
            facts.push(Fact::new("Stored lines changed", same));
        }
        let note = |(line, number): (&String, usize)| Note {
            entry: Some(number),
            ..Note::new(Look::Stored, line.as_str())
        };
        (facts, lines.iter().zip(1..).map(note).collect())
    }
}

/// How a side reads one stored line: its number and the link before it come in.
type Reader = fn(&str, usize, &ChainHash) -> Result<(Entry<Event>, ChainHash), FormatError>;

fn today_only(
    line: &str,
    number: usize,
    previous: &ChainHash,
) -> Result<(Entry<Event>, ChainHash), FormatError> {
    read_line(line, number, previous)
}

/// Today's words are tried first. A line that they don't fit may be an old one.
fn with_translation(
    line: &str,
    number: usize,
    previous: &ChainHash,
) -> Result<(Entry<Event>, ChainHash), FormatError> {
    today_only(line, number, previous).or_else(|unreadable| {
        let (Entry { number, at, true_on, event, .. }, link) =
            read_line::<FirstVersion>(line, number, previous).map_err(|_| unreadable)?;
        Ok((Entry { number, at, true_on, event: event.in_todays_words(), old_form: None }, link))
    })
}

/// The order that these lines tell of; or the number of the line that can't be read, and why.
fn read_all(lines: &[String], read: Reader) -> Result<Order, (usize, FormatError)> {
    let start = (Order::default(), ChainHash::default());
    let end = lines.iter().zip(1..).try_fold(start, |(order, link), (line, number)| {
        let (entry, link) = read(line, number, &link).map_err(|error| (number, error))?;
        Ok((order.evolve(&entry.event), link))
    });
    end.map(|(order, _)| order)
}

fn mugs(order: &Order) -> u32 {
    order.item("mug").map_or(0, |item| item.quantity)
}

fn written_long_ago() -> Vec<String> {
    let created = course().order.entry(1).cloned();
    let Some(created) = created else { return Vec::new() };
    let minutes = |count| created.at + TimeDelta::minutes(count);
    let mug = FirstVersion::ItemAdded { name: "mug".into(), price: Money::cents(12_00) };
    let tea = Event::ItemAdded { name: "tea".into(), price: Money::cents(8_50), quantity: 2 };
    let (first, link) = line_of(&created, &ChainHash::default());
    let (second, link) = line_of(&entry(2, minutes(1), mug), &link);
    let (third, _) = line_of(&entry(3, minutes(3), tea), &link);
    vec![first, second, third]
}

/// What somebody does who doesn't know better: line 2 in today's words, with a link that fits it.
fn rewritten(stored: &[String]) -> Vec<String> {
    let mut link = ChainHash::default();
    let mut lines = stored.to_vec();
    for (line, number) in lines.iter_mut().zip(1..3) {
        if let Ok((entry, _)) = with_translation(line, number, &link) {
            (*line, link) = line_of(&entry, &link);
        }
    }
    lines
}

fn entry<E>(number: usize, at: DateTime<Utc>, event: E) -> Entry<E> {
    Entry { number, at, true_on: None, event, old_form: None }
}
