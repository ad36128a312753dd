//! What the row cannot know is really not in it: other histories end in the same cells, and have
//! another answer. And what all of them agree on, the row knows.

mod bank;
mod order;
mod own;
mod parcel;
mod told;
mod told_parcels;

use std::{collections::BTreeMap, fmt::Debug, ops::AddAssign};

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use diary::{Decider, Diary, Snapshot};
use examples::{
    bank::{Account, Bank},
    calendar::Calendar,
    order::Order,
    parcel::Parcel,
    questions::{Answer, Value, Verdict},
};

use crate::honest::{is_never_wrong, said};

/// A history that the rules allow, and both memories of it.
struct History<D: Decider> {
    diary: Diary<D::Event>,
    row: Snapshot<D>,
}

/// When all but the last one of the entries were written. That one always comes at noon of the last day.
#[derive(Clone, Copy)]
enum Pace {
    /// In January.
    LongBefore,
    /// In February.
    Before,
    /// The first in January, and all others in the last morning.
    Late,
    /// In the last morning.
    AtLast,
    /// Shortly before the last one.
    AtOnce,
}

/// Histories that end in the same cells.
struct Alike<D: Decider> {
    /// What they end in.
    end: &'static str,
    histories: Vec<History<D>>,
}

/// Days to ask about, each for a class of its own, as month and day.
const DAYS: [(&str, (u32, u32)); 5] = [
    ("a day before the last change", (2, 3)),
    ("the day of the last change", (3, 4)),
    ("a day after the last change", (3, 10)),
    ("today", (4, 20)),
    ("a day to come", (4, 21)),
];

/// What both worlds say to a question: one answer, or one for each end of a day. Of a list, what stands in
/// it is said as well: two lists are not the same because they are of the same length.
type Said = Vec<(Answer, Vec<String>)>;

/// Classes of questions: in how many the row cannot know, as a pair of histories proves, and in how many it
/// always knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Classes {
    pairs: usize,
    known: usize,
}

/// A thing whose row stands on the screen.
trait OnScreen: Decider<Rejection: Debug> + Debug {
    /// The cells of the row, by the functions that the screen has them from.
    fn cells(&self) -> Vec<String>;
}

impl OnScreen for Bank {
    fn cells(&self) -> Vec<String> {
        let (columns, others) = self.columns(&Account::Everyday, usize::MAX);
        let column = |account: &Account| format!("{account}: {}", self.cell(account));
        let columns = columns.iter().map(column);
        columns.chain([format!("and {others} more"), self.owner_cell()]).collect()
    }
}

impl OnScreen for Order {
    fn cells(&self) -> Vec<String> {
        self.cells().to_vec()
    }
}

impl OnScreen for Parcel {
    fn cells(&self) -> Vec<String> {
        self.cells().to_vec()
    }
}

/// The last day of every history, and the day on which it is asked about.
const LAST: (u32, u32) = (3, 4);
const TODAY: (u32, u32) = (4, 20);

fn day((month, day): (u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at((month, day): (u32, u32), hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, hour, 0, 0).unwrap()
}

fn calendar() -> Calendar<Utc> {
    Calendar { today: day(TODAY), zone: Utc }
}

impl Pace {
    const ALL: [Self; 5] = [Self::LongBefore, Self::Before, Self::Late, Self::AtLast, Self::AtOnce];

    /// When the entry with this number of so many is written.
    fn at(self, number: usize, count: usize) -> DateTime<Utc> {
        match self {
            _ if number == count => at(LAST, 12),
            Self::LongBefore => at((1, 12), 9),
            Self::Before => at((2, 3), 9),
            Self::Late if number == 1 => at((1, 10), 9),
            Self::Late | Self::AtLast => at(LAST, 9),
            Self::AtOnce => at(LAST, 11),
        }
    }
}

impl<D: OnScreen> History<D> {
    fn of(commands: &[D::Command], pace: Pace) -> Self {
        let (mut diary, mut row) = (Diary::default(), Snapshot::<D>::default());
        for (number, command) in (1..).zip(commands) {
            let at = pace.at(number, commands.len());
            diary.append(at, row.today().decide(command).expect("the rules allow it"));
            row.handle(at, command).expect("the rules allow it");
        }
        Self { diary, row }
    }

    fn cells(&self) -> (Vec<String>, Option<DateTime<Utc>>) {
        (self.row.today().cells(), self.row.updated_at())
    }
}

impl<D: OnScreen> Alike<D> {
    /// What these commands lead to, each at every pace.
    fn of(end: &'static str, told: &[Vec<D::Command>]) -> Self {
        let at_every_pace = |commands: &Vec<_>| Pace::ALL.map(|pace| History::of(commands, pace));
        let histories: Vec<_> = told.iter().flat_map(at_every_pace).collect();
        let cells = histories[0].cells();
        assert!(histories.iter().all(|it| it.cells() == cells), "{end}: not the same cells");
        Self { end, histories }
    }
}

/// Asks several questions of one class about histories with the same cells.
///
/// The snapshot says the same of all of them. What it knows is so in each. Where it cannot know, one of the questions
/// has a pair with two answers: if all agreed, the row could know. Of a day, each end is a class.
fn judge<H, Q: Debug>(
    class: &str,
    histories: &[H],
    questions: impl IntoIterator<Item = Q>,
    ask: impl Fn(&H, &Q) -> Said,
) -> Classes {
    // Whether the row cannot know some of it, and whether there is a pair for that.
    let mut found = BTreeMap::<&str, (bool, bool)>::new();
    for question in questions {
        let all: Vec<Said> = histories.iter().map(|history| ask(history, &question)).collect();
        let answers = |said: &Said| said.iter().map(|(it, _)| it.clone()).collect::<Vec<_>>();
        let by_row = answers(&all[0]);
        for one in &all {
            assert_eq!(said(&answers(one)), said(&by_row), "{class}: {question:?}");
            is_never_wrong(&answers(one), usize::MAX).expect(class);
        }
        for (at, answer) in by_row.iter().enumerate() {
            let cannot_know = matches!(answer.snapshot, Verdict::CannotKnow { .. });
            let by_diary = |said: &Said| -> (Value, Vec<String>) {
                (said[at].0.diary.value.clone(), said[at].1.clone())
            };
            let first = by_diary(&all[0]);
            let is_pair = cannot_know && all.iter().any(|other| by_diary(other) != first);
            let (unknown, has_pair) = found.entry(answer.label).or_default();
            *unknown |= cannot_know;
            *has_pair |= is_pair;
        }
    }
    let mut classes = Classes::default();
    for (label, (unknown, has_pair)) in found {
        assert_eq!(
            unknown, has_pair,
            "{class} {label}: all histories agree, so the row could know"
        );
        classes.pairs += usize::from(unknown);
        classes.known += usize::from(!unknown);
    }
    classes
}

/// What the row knows, it says how.
fn says_how(answer: Answer) -> Answer {
    let says_how = match &answer.snapshot {
        Verdict::Knows { note, .. } => !note.is_empty(),
        Verdict::CannotKnow { .. } => true,
    };
    assert!(says_how, "{answer:?}");
    answer
}

impl AddAssign for Classes {
    fn add_assign(&mut self, more: Self) {
        self.pairs += more.pairs;
        self.known += more.known;
    }
}
