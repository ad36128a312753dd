//! The two examples and the learner, as far as keeping and showing them goes.

use crate::routes::Place;
use course::{Stories, lesson::Learner};
use diary::{Diary, StoredEvent};
use examples::{Told, bank::Bank, order::Order};

/// An event that can be stored and shown.
pub trait Stored: StoredEvent + PartialEq + Send + Sync + 'static {}
impl<E: StoredEvent + PartialEq + Send + Sync + 'static> Stored for E {}

/// One of the examples, or the learner who goes through the course.
pub trait Kind:
    Told<Command: Clone + Send + Sync, Event: Stored, Rejection: Clone + Send + Sync>
    + Default
    + Send
    + Sync
    + 'static
{
    /// What the names of its diaries start with: `bank` for `bank-1`, `bank-2`, …
    const KIND: &'static str;

    /// What its place is called.
    const TITLE: &'static str;

    /// Where it is on show.
    const PLACE: Place;

    /// Its part of the stories; empty when they tell nothing of it.
    fn story(stories: Stories) -> Diary<Self::Event>;
}

impl Kind for Bank {
    const KIND: &'static str = "bank";
    const TITLE: &'static str = "Bank";
    const PLACE: Place = Place::Bank;

    fn story(stories: Stories) -> Diary<Self::Event> {
        stories.bank
    }
}

impl Kind for Order {
    const KIND: &'static str = "order";
    const TITLE: &'static str = "Order";
    const PLACE: Place = Place::Order;

    fn story(stories: Stories) -> Diary<Self::Event> {
        stories.order
    }
}

impl Kind for Learner {
    const KIND: &'static str = "learn";
    const TITLE: &'static str = "Learning";
    const PLACE: Place = Place::Learn;

    /// Nobody has learned anything yet.
    fn story(_: Stories) -> Diary<Self::Event> {
        Diary::default()
    }
}
