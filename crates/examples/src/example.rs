//! What an example is: the one trait that the page knows of it.

use chrono::NaiveDate;

use crate::{
    Cell, Kind, TakeBack,
    compare::Diffable,
    form::{Another, Control, Late},
    questions::{Questions, own::Queryable},
    readings::Reports,
    tour::Tour,
    two_clocks::Clocked,
};
use diary::FromEvent;

/// An example: everything that the page needs to know of it. It lies in a folder of its own, and nothing of
/// it is anywhere else.
pub trait Example:
    Kind
    + Questions
    + Reports
    + Queryable<Subject: Send + Sync>
    + Diffable
    + Clocked
    + FromEvent<Rejection: Send + Sync>
{
    /// The question that the page opens with, as things stand, when this figure is chosen. `day` is one
    /// in the past to ask about.
    fn opening(&self, chosen: Option<&Self::Figure>, day: NaiveDate) -> String;

    /// What is seen here, in one sentence of at most twenty words with “event sourcing” in it.
    const ABOUT: &'static str;

    /// What to do first in an empty diary.
    const FIRST: &'static str;

    /// What its two-minute tour says.
    const TOUR: Tour<Self>;

    /// What commands are given with.
    const COMMANDS: &'static [Control<Self>];

    /// An entry that comes late.
    const LATE: Late<Self>;

    /// How an event is taken back that happened where things stood so.
    fn take_back(&self, event: &Self::Event) -> TakeBack<Self::Command>;

    /// The cells of its row, the most telling first. They are all that the row knows.
    fn row(&self, chosen: Option<&Self::Figure>) -> Vec<Cell>;

    /// What is shown of a moment beside the figures, the most telling first: the same cells at every moment.
    fn facts(&self) -> Vec<Cell> {
        Vec::new()
    }

    /// What tells a figure apart from the others: `balance`.
    fn figure_key(of: &Self::Figure) -> String;

    /// What a figure is while it isn't there yet.
    const NO_FIGURE: &'static str;

    /// The button that begins another one beside it. None for what never ends.
    const ANOTHER: Option<Another<Self>> = None;
}
