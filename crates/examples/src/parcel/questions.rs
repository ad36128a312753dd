//! What can be asked of a parcel.

mod cards;
mod gathered;
mod stays;
mod tried;
mod whereabouts;

pub use gathered::Gathered;

use chrono::{NaiveDate, TimeZone};

use super::{Event, Parcel, Status};
use crate::{
    Name,
    calendar::{Calendar, day_words},
    questions::{Answer, Value, Verdict, single},
    shown,
};
use diary::{Checkpointed, Diary, Snapshot};

/// A question about the parcel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Where was it on that day?
    WhereOn { day: NaiveDate },
    /// How long did it lie in this depot?
    HowLongAt { depot: Name },
    /// How often was delivery tried, and why did it fail?
    Tries,
    /// Was it ever sent back, or at the same depot twice?
    BackOrTwice,
    /// Which way did it take?
    Way,
    /// Where is it now?
    WhereNow,
}

impl Question {
    /// The question as a person asks it on the day `today`.
    pub fn words(&self, today: NaiveDate) -> String {
        match self {
            Self::WhereOn { day } if *day > today => {
                format!("Where will it be on {}?", day_words(*day))
            }
            Self::WhereOn { day } => {
                format!("Where was it on {}?", day_words(*day))
            }
            Self::HowLongAt { depot } => format!("How long did it lie at {}?", shown(depot)),
            Self::Tries => "How often was delivery tried, and why did it fail?".into(),
            Self::BackOrTwice => "Was it ever sent back, or at the same depot twice?".into(),
            Self::Way => "Which way did it take?".into(),
            Self::WhereNow => "Where is it now?".into(),
        }
    }

    /// Asks both worlds.
    pub fn ask<Z: TimeZone>(
        &self,
        diary: &Diary<Event>,
        row: &Snapshot<Parcel>,
        calendar: &Calendar<Z>,
    ) -> Vec<Answer> {
        let mut gathered = Checkpointed::default();
        gathered.read_to(diary.entries(), usize::MAX);
        self.told(gathered.reading(), (diary, row), calendar, usize::MAX)
    }

    /// The same from what has been gathered of this diary, with at most the first `most` of the
    /// entries that an answer rests on.
    pub fn told<Z: TimeZone>(
        &self,
        gathered: &Gathered,
        (diary, row): (&Diary<Event>, &Snapshot<Parcel>),
        calendar: &Calendar<Z>,
        most: usize,
    ) -> Vec<Answer> {
        let file = File { diary, row, gathered, calendar, most };
        match self {
            Self::WhereOn { day } => file.where_on(*day),
            Self::HowLongAt { depot } => file.how_long_at(depot),
            Self::Tries => file.tries(),
            Self::BackOrTwice => file.back_or_twice(),
            Self::Way => file.way(),
            Self::WhereNow => single(file.is_now(), file.row_now()),
        }
    }
}

/// Both memories of one parcel.
struct File<'a, Z> {
    diary: &'a Diary<Event>,
    row: &'a Snapshot<Parcel>,
    gathered: &'a Gathered,
    calendar: &'a Calendar<Z>,
    /// How many entries are listed at most.
    most: usize,
}

impl<Z: TimeZone> File<'_, Z> {
    /// A parcel that has come to no depot yet has been at none, and its status says so.
    fn no_depot_yet(&self, value: Value) -> Option<Verdict> {
        let status = self.row.today().status();
        let none = matches!(status, Status::NotRegistered | Status::Registered | Status::Collected);
        none.then(|| Verdict::knows(value, format!("the snapshot says: {status}")))
    }

    fn only_now(&self) -> String {
        let [_, status, place] = self.row.today().cells();
        format!("The snapshot says: {status}, {place}. That overwrote where it was before.")
    }
}
