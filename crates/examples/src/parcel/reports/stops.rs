//! At which depots was the parcel, and how long did it lie there?

use std::collections::{BTreeMap, BTreeSet};

use chrono::{TimeDelta, TimeZone};

use crate::{
    Citation, Name,
    calendar::span_words,
    parcel::Event,
    readings::{Cell, Report, ReportTable, Row, headings, latest, short_moment},
    shown,
};
use diary::{Entry, Projection, When};

/// A projection: every stop at a depot, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops {
    all: Vec<Stop>,
    /// By names in small letters, since these make no other depot.
    depots: BTreeMap<Name, Stays>,
    /// The places of the second stops at one depot, and the entries of all arrivals at these depots.
    second: Vec<usize>,
    twice_entries: BTreeSet<usize>,
}

/// A time at a depot. Entries are given by their numbers and when they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The depot.
    pub depot: Name,
    /// The entry with which it came.
    pub arrived: (usize, When),
    /// The entry with which it went, if it has gone.
    pub left: Option<(usize, When)>,
}

/// All stops at one depot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::parcel) struct Stays {
    /// Their places among all stops.
    pub(in crate::parcel) places: Vec<usize>,
    /// How long those took that have come to an end.
    pub(in crate::parcel) in_all: TimeDelta,
    /// The place of the longest of them, the first of several alike.
    pub(in crate::parcel) longest: Option<usize>,
    /// Whether any of their entries has a day of its own.
    pub(in crate::parcel) has_own_day: bool,
    ended: usize,
}

impl Stays {
    /// The places of those that have come to an end. Only the last one may not have.
    pub(in crate::parcel) fn ended(&self) -> &[usize] {
        self.places.get(..self.ended).unwrap_or_default()
    }
}

impl Projection for Stops {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let here = (entry.number, entry.when());
        match &entry.event {
            Event::Arrived { depot } => {
                self.end(here);
                self.begin(depot, here);
            }
            Event::Left { .. } | Event::HandedOver { .. } | Event::SentBack {} => self.end(here),
            Event::Registered { .. } | Event::Collected {} | Event::DeliveryTried { .. } => {}
        }
        self
    }
}

impl Stops {
    /// Every stop, in their order.
    pub fn stops(&self) -> &[Stop] {
        &self.all
    }

    /// The stops at one depot.
    pub(in crate::parcel) fn at(&self, depot: &str) -> Option<&Stays> {
        self.depots.get(&key(depot))
    }

    /// The depots to which it came more than once, in the order of the second arrivals.
    pub(in crate::parcel) fn twice(&self) -> impl ExactSizeIterator<Item = (&Name, &Stays)> {
        self.second.iter().map(|place| {
            let depot = &self.all[*place].depot;
            (depot, &self.depots[&key(depot)])
        })
    }

    /// The numbers of all entries with which it came to one of these.
    pub(in crate::parcel) fn twice_entries(&self) -> &BTreeSet<usize> {
        &self.twice_entries
    }

    fn begin(&mut self, depot: &Name, here: (usize, When)) {
        let place = self.all.len();
        self.all.push(Stop { depot: depot.clone(), arrived: here, left: None });
        let stays = self.depots.entry(key(depot)).or_default();
        stays.places.push(place);
        if stays.places.len() == 2 {
            self.second.push(place);
            self.twice_entries.insert(self.all[stays.places[0]].arrived.0);
        }
        if stays.places.len() > 1 {
            self.twice_entries.insert(here.0);
        }
    }

    /// A fact from elsewhere may end a stop in another way than by leaving.
    fn end(&mut self, here: (usize, When)) {
        let place = self.all.len().saturating_sub(1);
        let Some(stop) = self.all.last_mut().filter(|stop| stop.left.is_none()) else { return };
        stop.left = Some(here);
        let Some(stays) = self.depots.get_mut(&key(&stop.depot)) else { return };
        let (took, has_own_day) = (stop.took(), stop.has_own_day());
        let longest = stays.longest.and_then(|longest| self.all[longest].took());
        if longest < took {
            stays.longest = Some(place);
        }
        stays.in_all += took.unwrap_or_default();
        stays.has_own_day |= has_own_day;
        stays.ended += 1;
    }
}

/// What a depot is kept by: see [`is_same_name`](crate::names::is_same_name).
fn key(depot: &str) -> Name {
    depot.to_ascii_lowercase().into()
}

impl Stop {
    /// How long it took, if it has come to an end.
    pub fn took(&self) -> Option<TimeDelta> {
        self.left.map(|(_, left)| left.at - self.arrived.1.at)
    }

    /// The entries with which it began and ended.
    pub fn entries(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.arrived.0).chain(self.left.map(|(entry, _)| entry))
    }

    fn has_own_day(&self) -> bool {
        let both = std::iter::once(self.arrived).chain(self.left);
        both.into_iter().any(|(_, when)| when.true_on.is_some())
    }

    fn row(&self, zone: &impl TimeZone) -> Row {
        let left = self.left.map_or("not yet".into(), |(_, left)| short_moment(left.at, zone));
        let took = self.took().map(span_words).unwrap_or_default();
        let arrived = Cell::moment(self.arrived.1.at, zone);
        let cells =
            vec![Cell::Text(shown(&self.depot)), arrived, Cell::Text(left), Cell::Text(took)];
        Row { cells, rests_on: self.entries().map(Citation::plain).collect() }
    }
}

impl Report for Stops {
    fn table(&self, _: &[Entry<Event>], zone: &impl TimeZone, most: usize) -> ReportTable {
        let (left_out, shown) = latest(&self.all, most);
        ReportTable {
            name: "Stops",
            question: "At which depots was it, and how long did it stay there?",
            columns: headings(["Depot", "Arrived", "Left", "Stayed"]),
            left_out,
            rows: shown.iter().map(|stop| stop.row(zone)).collect(),
            foot: None,
            note: None,
        }
    }
}
