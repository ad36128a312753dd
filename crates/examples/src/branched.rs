//! A branch as it is read on the page: two columns beside the original, line by line.

use super::{Amount, Describe, Statement};
use diary::{Branch, Entry, Fate, FromEvent, Future, WhatIf, project};

/// A projection of a branch: what it takes to tell what became of any entry, in both futures.
#[derive(Clone, PartialEq)]
pub struct Branched<D: Describe + FromEvent> {
    branch: Branch<D>,
    replayed: Statement<D>,
    decided: Statement<D>,
}

/// What became of one entry of the original in one of the futures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchLine {
    /// The number that the entry has in the original, from 1.
    pub number: usize,
    /// How it fared.
    pub outcome: Outcome,
    /// What stands here, as a sentence; where nothing does, the command that was refused, or the fact
    /// that was struck or isn't brought along any more.
    pub what: String,
    /// Why it was refused, isn't there, is there all the same or could not have happened, as a sentence
    /// that can stand after “…: ”; otherwise empty.
    pub why: String,
    /// How many entries the copy has after it.
    pub version: usize,
    /// The figures that stand at every line, after it.
    pub figures: Vec<Option<Amount>>,
}

/// A [`Fate`] without its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It stands as it was.
    Kept,
    /// It was struck.
    Struck,
    /// The command was accepted, and something else stands here.
    Written,
    /// The command was refused, and nothing stands here.
    Refused,
    /// It came along with another fact, which brings it along no more. Nothing stands here.
    NotBrought,
    /// It stands here, but it could not have happened.
    Impossible,
}

impl<D: Describe + FromEvent> Branched<D> {
    /// Changes one entry in a copy of these entries, see [`Branch::of`].
    pub fn of(entries: &[Entry<D::Event>], change: WhatIf<D::Command>) -> Self {
        let branch = Branch::of(entries, change);
        let replayed = project(branch.replayed.diary().entries());
        let decided = project(branch.decided.diary().entries());
        Self { branch, replayed, decided }
    }

    /// The branch itself.
    pub fn branch(&self) -> &Branch<D> {
        &self.branch
    }

    /// The figures of plain replay, by the pages of its own diary.
    pub fn replayed(&self) -> &Statement<D> {
        &self.replayed
    }

    /// The figures of what was decided again, by the pages of its own diary.
    pub fn decided(&self) -> &Statement<D> {
        &self.decided
    }

    /// What became of an entry of the original in plain replay. `None` when it was written after the
    /// branch was made.
    pub fn replayed_line(&self, entry: &Entry<D::Event>) -> Option<BranchLine> {
        self.line(&self.branch.replayed, &self.replayed, entry)
    }

    /// What became of an entry of the original when its command was decided again. `None` when it was
    /// written after the branch was made.
    pub fn decided_line(&self, entry: &Entry<D::Event>) -> Option<BranchLine> {
        self.line(&self.branch.decided, &self.decided, entry)
    }

    fn line(
        &self,
        future: &Future<D>,
        statement: &Statement<D>,
        entry: &Entry<D::Event>,
    ) -> Option<BranchLine> {
        let step = future.step(entry.number)?;
        let here = || sentences::<D>(future.facts(entry.number).iter().map(|fact| &fact.event));
        let (outcome, what, why) = match &step.fate {
            Fate::Kept => {
                let is_changed = entry.number == self.branch.change.entry();
                let stays = is_changed && D::command_of(&entry.event).is_none();
                (Outcome::Kept, here(), if stays { STAYS } else { "" }.into())
            }
            Fate::Struck => (Outcome::Struck, D::line(&entry.event), String::new()),
            Fate::Written => (Outcome::Written, here(), String::new()),
            Fate::Refused(refusal) => (Outcome::Refused, self.command(entry), refusal.to_string()),
            Fate::NotBrought => (Outcome::NotBrought, D::line(&entry.event), NOT_BROUGHT.into()),
            Fate::Impossible(Err(refusal)) => (Outcome::Impossible, here(), refusal.to_string()),
            Fate::Impossible(Ok(facts)) => {
                (Outcome::Impossible, here(), otherwise::<D>(facts, &entry.event))
            }
        };
        let figures = (0..D::FIGURES.len()).map(|which| statement.figure_at(step.version, which));
        let (number, version, figures) = (entry.number, step.version, figures.collect());
        Some(BranchLine { number, outcome, what, why, version, figures })
    }

    /// What was asked for where this entry stands. It is said in the original's own words: by the
    /// number that a fee had there, whatever its number is in the copy.
    fn command(&self, entry: &Entry<D::Event>) -> String {
        match &self.branch.change {
            WhatIf::Instead(number, command) if *number == entry.number => {
                D::describe_command(command)
            }
            _ => match D::command_of(&entry.event) {
                Some(command) => D::describe_command(&command),
                None => D::line(&entry.event),
            },
        }
    }
}

fn sentences<'a, D: Describe>(events: impl Iterator<Item = &'a D::Event>) -> String
where
    D::Event: 'a,
{
    events.map(D::line).collect::<Vec<_>>().join("; ")
}

/// Why a fact that has no command of its own is there, though it was to be changed.
const STAYS: &str = "it comes with the entry before it. Change that entry, and both are gone.";

/// Why a fact isn't there that has no command of its own.
const NOT_BROUGHT: &str =
    "nobody asks for this alone. The entry before it brings it along, and here it doesn’t.";

/// Why a fact could not have happened where the rules would have written others.
fn otherwise<D: Describe>(facts: &[D::Event], stands: &D::Event) -> String {
    if facts.is_empty() {
        return NOT_BROUGHT.into();
    }
    let written = sentences::<D>(facts.iter());
    if written == D::line(stands) {
        // The sentences leave out the numbers that the rules give.
        return "the rules would have given it another number.".into();
    }
    format!("the rules would have written “{written}”.")
}
