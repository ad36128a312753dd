//! The late entry: a cheque that was true in February and is written in March.

use chrono::{NaiveDate, Utc};

use super::{
    ana,
    trial::{Button, Demo, Fact, Note, Trial},
};
use crate::stories::day_of_2026;
use diary::{Decider, Diary, When};
use examples::{
    Money,
    bank::{Account, Bank, Command, Event},
    calendar::day_words,
    questions::Value,
    two_clocks::{Edge, TwoClocks},
};

const CHEQUE: Command =
    Command::Deposit { account: Account::Everyday, amount: Money::cents(30_00) };

/// The date on the cheque.
const DATED: NaiveDate = day_of_2026(2, 27);

/// The start of this day is what both clocks are asked about.
const ASKED: Edge = Edge::StartOf(day_of_2026(3, 1));

pub(crate) const DEMO: Demo = Demo::tried::<LateLetter>();

/// Ana's diary twice: with the date of each line, and with a second date where a line has one.
struct LateLetter {
    one_clock: Diary<Event>,
    two_clocks: Diary<Event>,
    is_written: bool,
}

impl Default for LateLetter {
    fn default() -> Self {
        let (one_clock, two_clocks) = (ana::diary(), ana::diary());
        Self { one_clock, two_clocks, is_written: false }
    }
}

impl Trial for LateLetter {
    const ABOUT: &'static str = "A cheque of 30.00, dated 27 February, is found on 20 March. On one \
        side an entry has one date: when it was written. On the other it can have a second one: \
        when it was true.";
    const SIDES: [&'static str; 2] = ["One clock", "Two clocks"];
    const BUTTONS: &'static [Button<Self>] = &[Button {
        name: "write",
        label: "Write the cheque",
        why_not: |demo| demo.is_written.then_some("It is written, and a cheque is paid in once."),
        press: Self::write,
    }];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        [&self.one_clock, &self.two_clocks].map(|diary| (self.facts(diary), notes(diary)))
    }
}

impl LateLetter {
    fn write(&mut self) -> [String; 2] {
        self.is_written = true;
        let (at, true_on) = (ana::now(), Some(DATED));
        for (diary, when) in [
            (&mut self.one_clock, When { at, true_on: None }),
            (&mut self.two_clocks, When { at, true_on }),
        ] {
            // Nothing stands against a deposit, so there is no refusal to tell of.
            let facts = ana::bank(diary.entries()).decide(&CHEQUE).unwrap_or_default();
            diary.append(when, facts);
        }
        [
            format!("Entry {} says 20 March and nothing else.", self.one_clock.len()),
            format!(
                "Entry {} was written on 20 March, and says that it is true from {} on.",
                self.two_clocks.len(),
                day_words(DATED)
            ),
        ]
    }

    fn facts(&self, diary: &Diary<Event>) -> Vec<Fact> {
        let now = Fact::new("Balance now", ana::everyday(diary.entries()));
        if !self.is_written {
            return vec![now];
        }
        let clocks = TwoClocks::of::<Bank>(Some(&Account::Everyday), diary.entries());
        let balance = |known_at| match clocks.at(ASKED, known_at, &Utc).value {
            Value::Money(amount) => amount,
            _ => Money::ZERO,
        };
        let today = Edge::EndOf(ana::now().date_naive());
        vec![
            Fact::new("When March began, as we know today", balance(today)),
            Fact::new("When March began, as known then", balance(ASKED)),
            now,
        ]
    }
}

/// The last lines, each with the day on which it is true where it says so.
fn notes(diary: &Diary<Event>) -> Vec<Note> {
    let mut notes = ana::last_notes(diary);
    for note in &mut notes {
        let entry = note.entry.and_then(|number| diary.entry(number));
        if let Some(day) = entry.and_then(|entry| entry.true_on) {
            note.words = format!("{}, true on {}", note.words, day_words(day));
        }
    }
    notes
}
