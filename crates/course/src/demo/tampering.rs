//! Was it touched? Somebody gets at the text in which a diary lies.

use chrono::Utc;

use super::{
    ana,
    trial::{Button, Demo, Fact, Look, Note, Trial},
};
use diary::{ChainHash, ChainReport, forge, line_of, read_line};
use examples::{Money, questions::Verdict};

/// The line that the thief changes: a withdrawal.
const TOUCHED: usize = 3;

/// What is looked for in it, and what is put in its place.
const AMOUNT: [&str; 2] = ["\"cents\":12000", "\"cents\":2000"];

/// What the thief wants the bank to have paid out less.
const GAIN: Money = Money::cents(100_00);

/// How many lines are shown from the top, so that those around the touched one are in sight.
const SHOWN: usize = 5;

pub(crate) const DEMO: Demo = Demo::tried::<Thief>();

/// A row and a diary as they are stored, and a slip of paper on which the last link was noted.
struct Thief {
    everyday: Money,
    text: String,
    kept: String,
    is_checked: bool,
    is_compared: bool,
}

impl Default for Thief {
    fn default() -> Self {
        let text = stored();
        let kept = ChainReport::of(&text).fingerprint().to_string();
        let everyday = ana::everyday(ana::diary().entries());
        Self { everyday, text, kept, is_checked: false, is_compared: false }
    }
}

impl Trial for Thief {
    const ABOUT: &'static str = "You have got at the files. On one side is a snapshot, and on the \
        other are the entries of the diary, as they are stored. Entry 3 is the withdrawal of \
        120.00. The last seal was once noted on a slip of paper.";
    const SIDES: [&'static str; 2] = ["Snapshot only", "The diary"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "touch",
            label: "Change 120.00 to 20.00",
            why_not: |demo| demo.is_touched().then_some("It has been changed."),
            press: Self::touch,
        },
        Button {
            name: "check",
            label: "Check the seals",
            why_not: super::trial::always,
            press: Self::check,
        },
        Button {
            name: "forge",
            label: "Make all seals again",
            why_not: |demo| match demo.inspection().first_fault() {
                Some(_) => None,
                None if demo.is_touched() => {
                    Some("They have been made again, and all of them fit.")
                }
                None => Some("Nothing has been changed, so all seals fit as they are."),
            },
            press: Self::forge,
        },
        Button {
            name: "compare",
            label: "Compare with the slip of paper",
            why_not: super::trial::always,
            press: Self::compare,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        let row = format!("[\"everyday\",{}]", self.everyday.in_cents());
        let left = vec![Fact::new("Balance in the snapshot", self.everyday)];
        let inspection = self.inspection();
        let mut right = vec![Fact::new("Balance by the entries", self.balance())];
        if self.is_checked {
            let line = inspection.first_fault().map(|(line, _)| line.to_string());
            let line = line.unwrap_or_else(|| "none".into());
            right.push(Fact::new("First entry that doesn’t fit", line));
        }
        if self.is_compared {
            right.push(Fact::new("Seal that the entries lead to", inspection.fingerprint()));
            right.push(Fact::new("Last seal on paper", &self.kept));
        }
        [(left, vec![Note::new(Look::Stored, row)]), (right, self.notes(&inspection))]
    }
}

impl Thief {
    fn inspection(&self) -> ChainReport {
        ChainReport::of(&self.text)
    }

    fn is_touched(&self) -> bool {
        !self.text.contains(AMOUNT[0])
    }

    fn touch(&mut self) -> [String; 2] {
        let [amount, less] = AMOUNT;
        self.text = self.text.replacen(amount, less, 1);
        self.everyday = [self.everyday, GAIN].into_iter().sum();
        self.is_checked = false;
        self.is_compared = false;
        [
            format!(
                "A snapshot has no entry to change, so its balance is changed: {} now.",
                self.everyday
            ),
            format!("Entry {TOUCHED} says 20.00, and the entries come to {}.", self.balance()),
        ]
    }

    fn check(&mut self) -> [String; 2] {
        self.is_checked = true;
        let found = match self.inspection().first_fault() {
            Some((line, why)) => format!("Entry {line} doesn’t fit: {why}."),
            None => "Each entry fits the one before it.".into(),
        };
        let row = match Verdict::was_it_touched() {
            Verdict::CannotKnow { why, .. } => why,
            Verdict::Knows { value, .. } => value.words(&Utc),
        };
        [row, found]
    }

    fn forge(&mut self) -> [String; 2] {
        self.text = forge(&self.text);
        self.is_compared = false;
        let [row, found] = self.check();
        [row, format!("There is no secret in a seal, so anybody can make one. {found}")]
    }

    fn compare(&mut self) -> [String; 2] {
        self.is_compared = true;
        let found = if self.inspection().is_as_kept(&self.kept) {
            "The entries lead to the seal on paper. Nothing was touched."
        } else {
            "The entries lead to a different seal than the one on paper. Somebody has touched the \
             entries."
        };
        [
            "Nobody has noted down anything of the snapshot, so there is nothing to compare it \
             with."
                .into(),
            found.into(),
        ]
    }

    /// What a reader makes of the lines who believes them.
    fn balance(&self) -> Money {
        let mut link = ChainHash::default();
        let whole = forge(&self.text);
        let entries = whole.lines().zip(1..).map_while(|(line, number)| {
            let (entry, next) = read_line(line, number, &link).ok()?;
            link = next;
            Some(entry)
        });
        ana::everyday(&entries.collect::<Vec<_>>())
    }

    fn notes(&self, inspection: &ChainReport) -> Vec<Note> {
        let faults = inspection.faults().iter().map(Option::as_ref);
        let note = |((line, number), fault): ((&str, usize), Option<_>)| Note {
            entry: Some(number),
            wrong: fault
                .filter(|_| self.is_checked)
                .map_or_else(String::new, |_| "Its seal doesn’t fit.".into()),
            ..Note::new(Look::Stored, line)
        };
        let last = inspection.faults().len();
        let notes = self.text.lines().zip(1..).zip(faults).map(note);
        notes.filter(|note| note.entry.is_some_and(|it| it <= SHOWN || it == last)).collect()
    }
}

/// Ana's lines as they are stored.
fn stored() -> String {
    let mut link = ChainHash::default();
    let mut text = String::new();
    for entry in ana::diary().entries() {
        let (line, next) = line_of(entry, &link);
        text += &(line + "\n");
        link = next;
    }
    text
}
