//! A copy in plain words and numbers, whatever kind of diary it is of.

use std::collections::BTreeSet;

use leptos::prelude::Callback;

use crate::{browser::clock, ui::session_signals::SessionSignals};
use diary::{Entry, Future, WhatIf, fingerprint};
use english::counted;
use examples::{
    Amount, BranchLine, Branched, Delta, Divergence, Downsampled, Example, Line, Statement,
};

/// Refused commands that are named one by one.
const NAMED: usize = 8;

/// What came of a change.
#[derive(Clone, PartialEq)]
pub(super) struct Summary {
    /// The number of the entry that was changed.
    pub(super) changed: usize,
    /// The change, as a heading.
    pub(super) title: String,
    /// A name for it.
    pub(super) name: String,
    /// Where things stand today: in the diary, in plain replay, and decided again.
    pub(super) ends: [End; 3],
    /// The first entry that could not have happened in plain replay, and why.
    pub(super) impossible: Option<(usize, String)>,
    /// How many commands were refused, and the first of them.
    pub(super) refused: (usize, Vec<usize>),
    /// The entry at which the diary and the copy that was decided again part.
    pub(super) parting: Option<usize>,
    /// The number of entries in the diary and in the copy that was decided again.
    pub(super) entries: (usize, usize),
    /// The diary's fingerprint when the copy was made: the stores must hold it still.
    pub(super) noted: String,
    /// The copy's own.
    pub(super) of_copy: String,
    /// Whether it can be kept: a command that was refused left nothing in its place.
    pub(super) can_be_kept: bool,
}

/// Where things stand at the end.
#[derive(Clone, PartialEq)]
pub(super) struct End {
    /// Each figure with its name, and how far it is from the diary's.
    pub(super) figures: Vec<(String, Option<Amount>, Amount)>,
    /// What else isn't the same everywhere, with its name.
    pub(super) others: Vec<(String, String)>,
}

/// An entry of the diary, and what became of it in both futures.
pub(super) struct Row {
    pub(super) line: Line,
    pub(super) replayed: BranchLine,
    pub(super) decided: BranchLine,
    /// The chosen figure after it: in the diary, in plain replay, and decided again.
    pub(super) amounts: [Option<Amount>; 3],
}

/// At most so many lines with this figure, and how many more there are.
pub(super) type Rows = Callback<(usize, usize), Option<(Vec<Row>, usize)>>;

impl Summary {
    /// The same, for those who listen.
    pub(super) fn spoken(&self) -> String {
        let [diary, replayed, decided] =
            self.ends.each_ref().map(|end| match end.figures.first() {
                Some((name, amount, _)) => [name.as_str(), " ", &amount_words(*amount)].concat(),
                None => String::new(),
            });
        let impossible = self.impossible.as_ref().map_or(String::new(), |(entry, _)| {
            format!(", but entry {entry} could not have happened")
        });
        format!(
            "A copy. {}. The diary: {diary}. Plain replay: {replayed}{impossible}. Decided again: \
             {decided}, {}.",
            self.title,
            refused_words(self.refused.0)
        )
    }
}

/// An amount, or that there is none.
pub(super) fn amount_words(amount: Option<Amount>) -> String {
    amount.map_or_else(|| "not there".into(), |amount| amount.to_string())
}

/// “1 command refused”.
pub(super) fn refused_words(count: usize) -> String {
    match count {
        0 => "no request refused".into(),
        some => format!("{} refused", counted::counted(some, "request", "requests")),
    }
}

/// What came of the change.
pub(super) fn summary<D: Example>(signals: SessionSignals<D>, branched: &Branched<D>) -> Summary {
    let branch = branched.branch();
    let number = branch.change.entry();
    signals.stored(|stored| {
        let entries = stored.diary().entries();
        let was = stored.diary().entry(number).map(|entry| D::line(&entry.event));
        let was = was.unwrap_or_default();
        let (title, name) = match &branch.change {
            WhatIf::Strike(_) => {
                (format!("Without entry {number}: “{was}”"), format!("Without entry {number}"))
            }
            WhatIf::Instead(_, command) => {
                let command = D::describe_command(command);
                let name = format!("Entry {number}: {command}");
                (format!("“{command}” in the place of entry {number}, “{was}”"), name)
            }
        };
        let impossible = branch.replayed.first_impossible().map(|first| {
            let line = entries.get(first - 1).and_then(|entry| branched.replayed_line(entry));
            (first, line.map(|line| line.why).unwrap_or_default())
        });
        let refused: Vec<_> = branch.decided.refused().take(NAMED).collect();
        let decided = branch.decided.diary();
        Summary {
            changed: number,
            title,
            name,
            ends: ends(signals, branched),
            impossible,
            refused: (branch.decided.refused().count(), refused),
            parting: Divergence::of::<D>(entries, decided.entries()).entry,
            entries: (entries.len(), decided.len()),
            noted: stored.fingerprint().to_string(),
            of_copy: fingerprint(decided.entries()).to_string(),
            can_be_kept: match branch.change {
                WhatIf::Strike(_) => true,
                WhatIf::Instead(..) => {
                    let first = branch.decided.facts(number).first();
                    first.is_some_and(|fact| D::command_of(&fact.event).is_some())
                }
            },
        }
    })
}

fn ends<D: Example>(signals: SessionSignals<D>, branched: &Branched<D>) -> [End; 3] {
    let branch = branched.branch();
    let today = signals.latest(D::clone);
    let states = [&today, branch.replayed.today(), branch.decided.today()];
    let (mut figures, mut parts) = (D::FIGURES.to_vec(), Vec::new());
    let mut seen = BTreeSet::new();
    for part in states.iter().flat_map(|state| state.parts()) {
        // What has a figure is shown as one, and what is the same everywhere tells nothing.
        let is_seen = seen.contains(&part);
        let differs = states.iter().any(|state| state.holds(&part) != today.holds(&part));
        if !differs || is_seen {
            continue;
        }
        match D::figure_of(&part) {
            Some(of) if D::FIGURES.contains(of) => {}
            Some(of) => figures.push(of.clone()),
            None => parts.push(part.clone()),
        }
        seen.insert(part);
    }
    let others_differ = figures.len().saturating_sub(D::FIGURES.len() + NAMED);
    figures.truncate(D::FIGURES.len() + NAMED);
    let others = |state: &D| {
        let other = |part| {
            (
                <D as examples::compare::Diffable>::name_of(part),
                state.holds(part).words(&clock::ZONE),
            )
        };
        let more = (others_differ > 0)
            .then(|| ("Others".to_owned(), format!("{others_differ} more differ")));
        parts.iter().map(other).chain(more).collect()
    };
    let figure = |of: &D::Figure, state: &D| {
        let gap = Delta::of(of, &today, state);
        (gap.name, gap.there, gap.by)
    };
    states.map(|state| End {
        figures: figures.iter().map(|of| figure(of, state)).collect(),
        others: others(state),
    })
}

/// One figure over the whole diary and over both futures, on the diary's own scale.
pub(super) fn curves<D: Example>(
    signals: SessionSignals<D>,
    branched: &Branched<D>,
    which: usize,
) -> [Downsampled; 3] {
    let branch = branched.branch();
    let of = signals.figure_of(which);
    let along = |future: &Future<D>, statement: &Statement<D>| {
        let mut outline = Downsampled::default();
        for step in future.steps() {
            let amount = figure_in(statement, of.as_ref(), step.version);
            outline.push(amount.map_or(0, Amount::units));
        }
        outline
    };
    [
        signals.reader.versions().outline(which),
        along(&branch.replayed, branched.replayed()),
        along(&branch.decided, branched.decided()),
    ]
}

/// A figure in a future. Which place it has there is another matter: it may have come up elsewhere.
fn figure_in<D: Example>(
    statement: &Statement<D>,
    of: Option<&D::Figure>,
    version: usize,
) -> Option<Amount> {
    statement.figure_at(version, statement.place(of?)?)
}

/// The entries from just before the change on, at most so many, and how many more there are. With one
/// of the figures.
pub(super) fn rows<D: Example>(
    signals: SessionSignals<D>,
    branched: &Branched<D>,
    (most, which): (usize, usize),
) -> (Vec<Row>, usize) {
    let first = branched.branch().change.entry().saturating_sub(1).max(1);
    let versions = signals.reader.versions();
    let of = signals.figure_of(which);
    signals.ask(|diary, _| {
        let entries = diary.entries().get(first - 1..).unwrap_or_default();
        let row = |entry: &Entry<D::Event>| {
            let replayed = branched.replayed_line(entry)?;
            let decided = branched.decided_line(entry)?;
            let amounts = [
                versions.figure_at(entry.number, which),
                figure_in(branched.replayed(), of.as_ref(), replayed.version),
                figure_in(branched.decided(), of.as_ref(), decided.version),
            ];
            Some(Row { line: versions.line(entry.number)?, replayed, decided, amounts })
        };
        let rows: Vec<_> = entries.iter().take(most).filter_map(row).collect();
        (rows, entries.len().saturating_sub(most))
    })
}
