//! The questions of an example on cards: data, with fields in which the reader makes them exact.

use chrono::{NaiveDate, TimeZone};

use super::Answer;
use crate::{Describe, calendar::Calendar};
use diary::{Diary, Snapshot};

/// A question on a card.
#[derive(Debug)]
pub struct Card {
    /// Its id, the same for ever: links lead to it.
    pub id: &'static str,
    /// What makes it exact, in the order in which it is filled in.
    pub fields: &'static [CardField],
}

/// A field on a card.
#[derive(Debug)]
pub struct CardField {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What is filled in.
    pub kind: FieldKind,
    /// What stands in it on this day until the reader sets it. It can be read, always.
    pub suggested: fn(NaiveDate) -> String,
}

/// What is filled in in a field, as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A day: `2026-03-01`.
    Day,
    /// The last day of a period, not before the first, which is in the field before.
    LastDay,
    /// A month: `2026-02`.
    Month,
    /// An amount: `400.00`.
    Amount,
    /// A name, as it was typed somewhere in the diary: `Leipzig`. Anything but nothing.
    Name,
}

/// An example whose questions stand on cards.
pub trait Questions: Describe {
    /// A question, with all that makes it exact.
    type Question: Clone + PartialEq + Send + Sync + 'static;

    /// What is gathered from the diary for all of them, in one pass.
    type Gathered: Default + Send + Sync + 'static;

    /// The cards, the most telling first.
    const CARDS: &'static [Card];

    /// The question on the card `id` with these texts in its fields; none while one of them can't be
    /// read, or for a card that there isn't.
    fn question(id: &str, texts: &[String]) -> Option<Self::Question>;

    /// The question as a person asks it on the day `today` about the figure that is chosen.
    fn question_words(
        question: Self::Question,
        about: Option<&Self::Figure>,
        today: NaiveDate,
    ) -> String;

    /// Asks both worlds, the diary through what was gathered of it before; with at most the first
    /// `most` of the entries that an answer rests on.
    fn answers<Z: TimeZone>(
        question: Self::Question,
        gathered: &mut Self::Gathered,
        about: Option<&Self::Figure>,
        worlds: (&Diary<Self::Event>, &Snapshot<Self>),
        calendar: &Calendar<Z>,
        most: usize,
    ) -> Vec<Answer>;
}
