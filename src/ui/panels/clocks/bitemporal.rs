//! A figure by two clocks, and the days by which both are asked.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use examples::{
    calendar::Month,
    two_clocks::{
        Edge::{self, EndOf, StartOf},
        TwoClocks,
    },
};

/// A figure by both clocks, and the moments at which it is looked at.
#[derive(Clone, Copy)]
pub(super) struct Clocks {
    pub(super) both: Memo<TwoClocks>,
    /// From the earliest to the latest.
    pub(super) edges: Memo<Vec<Edge>>,
}

/// The latest first of a month that lies behind us: there, both clocks have something to tell.
pub(super) fn first_to_tell(today: NaiveDate) -> NaiveDate {
    let this = Month::of(today);
    let month = if today.day() == 1 { this.previous() } else { this };
    month.day(1)
}

/// Before and after one day, and after another.
pub(super) fn edges(one: NaiveDate, other: NaiveDate) -> Vec<Edge> {
    let around = [StartOf(one), EndOf(one)];
    let after = EndOf(other);
    let mut edges: Vec<_> = if other < one {
        std::iter::once(after).chain(around).collect()
    } else {
        around.into_iter().chain([after]).collect()
    };
    // One day has two edges, also when it is chosen twice.
    edges.dedup();
    edges
}
