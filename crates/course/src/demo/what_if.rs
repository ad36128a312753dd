//! What if? A copy of Ana's diary without her salary, added up and decided again.

use super::{
    ana,
    trial::{Button, Demo, Fact, Look, Note, Trial},
};
use diary::{ChainHash, Diary, Entry, WhatIf, fingerprint};
use examples::{
    BranchLine, Branched, Money, Outcome,
    bank::{Bank, Event},
};

/// The line of the salary, which the copy leaves out.
const SALARY: usize = 2;

pub(crate) const DEMO: Demo = Demo::tried::<Without>();

/// Ana's diary, and a copy of it in which one line is missing.
struct Without {
    original: Diary<Event>,
    copy: Option<Branched<Bank>>,
    is_decided: bool,
    /// The original's last link, as it was before anything was tried.
    before: ChainHash,
}

impl Default for Without {
    fn default() -> Self {
        let original = ana::diary();
        let before = fingerprint(original.entries());
        Self { original, copy: None, is_decided: false, before }
    }
}

impl Trial for Without {
    const ABOUT: &'static str = "A copy of Ana’s diary in which entry 2, her salary, is left out. \
        On one side the copy adds up everything else that was written. On the other it asks the \
        rules again for every request.";
    const SIDES: [&'static str; 2] = ["Adds up what is left", "Decides again"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "strike",
            label: "Copy it without entry 2",
            why_not: |demo| demo.copy.is_some().then_some("The copy has been made."),
            press: Self::strike,
        },
        Button {
            name: "decide",
            label: "Decide every request again",
            why_not: |demo| match (&demo.copy, demo.is_decided) {
                (None, _) => Some("Make a copy without entry 2 first."),
                (Some(_), decided) => decided.then_some("Every request has been decided again."),
            },
            press: Self::decide,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        let replayed = self.copy.as_ref();
        let decided = replayed.filter(|_| self.is_decided);
        let original = |mut facts: Vec<Fact>| {
            let is_same = fingerprint(self.original.entries()) == self.before;
            let same = if is_same { "the same as before" } else { "not the same as before" };
            facts
                .push(Fact::new("Balance in the original", ana::everyday(self.original.entries())));
            facts.push(Fact::new("Entries of the original", same));
            facts
        };
        let left = replayed.map_or_else(Default::default, |copy| {
            let impossible = copy.branch().replayed.first_impossible().into_iter();
            let line = impossible.map(|line| Fact::new("Could not have happened from entry", line));
            let facts = [ends_at(copy.branch().replayed.today())].into_iter().chain(line);
            (facts.collect(), self.notes(|entry| copy.replayed_line(entry)))
        });
        let right = decided.map_or_else(Default::default, |copy| {
            let refused = copy.branch().decided.refused().count();
            let facts = vec![
                ends_at(copy.branch().decided.today()),
                Fact::new("Requests that were refused", refused),
            ];
            (facts, self.notes(|entry| copy.decided_line(entry)))
        });
        [left, right].map(|(facts, notes)| (original(facts), notes))
    }
}

impl Without {
    fn strike(&mut self) -> [String; 2] {
        let copy = Branched::of(self.original.entries(), WhatIf::Strike(SALARY));
        let end = balance(copy.branch().replayed.today());
        let impossible = copy.branch().replayed.first_impossible();
        let line = impossible.and_then(|line| copy.replayed_line(self.original.entry(line)?));
        let why = line.map_or_else(String::new, |line| {
            format!(" Entry {} could not have happened: {}", line.number, line.why)
        });
        self.copy = Some(copy);
        [
            format!("What is left adds up to {end}.{why}"),
            "The copy has no salary in it. No request has been decided yet.".into(),
        ]
    }

    fn decide(&mut self) -> [String; 2] {
        let Some(copy) = &self.copy else { return Default::default() };
        self.is_decided = true;
        let [replayed, decided] = [&copy.branch().replayed, &copy.branch().decided];
        let refused: Vec<_> = decided.refused().map(|line| line.to_string()).collect();
        [
            format!("Nothing is decided here. It still ends at {}.", balance(replayed.today())),
            format!(
                "The rules refused the request of entry {}. All others were allowed, and the copy \
                 ends at {}.",
                refused.join(", "),
                balance(decided.today())
            ),
        ]
    }

    /// What became of each line but the one that was left out, under its old number.
    fn notes(&self, line_of: impl Fn(&Entry<Event>) -> Option<BranchLine>) -> Vec<Note> {
        let note = |entry| {
            let line = line_of(entry)?;
            let (look, wrong) = match line.outcome {
                Outcome::Struck => return None,
                Outcome::Kept | Outcome::Written => (Look::Line, String::new()),
                Outcome::Refused | Outcome::NotBrought => (Look::Refused, line.why),
                Outcome::Impossible => {
                    (Look::Line, format!("This could not have happened: {}", line.why))
                }
            };
            Some(Note { words: line.what, look, wrong, ..ana::note(entry) })
        };
        self.original.entries().iter().filter_map(note).collect()
    }
}

fn balance(bank: &Bank) -> Money {
    ana::in_everyday(bank)
}

fn ends_at(bank: &Bank) -> Fact {
    Fact::new("The copy ends at", balance(bank))
}
