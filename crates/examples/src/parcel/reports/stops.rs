//! At which depots was the parcel, and how long did it lie there?

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};

use crate::{
    Citation, Name,
    calendar::span_words,
    parcel::Event,
    readings::{Cell, Report, ReportTable, Row, headings, latest, short_moment},
    shown,
};
use diary::{Entry, Projection};

/// A projection: every stop at a depot, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops {
    stops: Vec<Stop>,
    depots: BTreeMap<Name, Stays>,
    /// The places of the stops at depots to which it came more than once, by the entries of their arrivals.
    again: Vec<usize>,
}

/// A time at a depot. Entries are given by their numbers and when they were written (UTC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The depot.
    pub depot: Name,
    /// The entry with which it came.
    pub arrived: (usize, DateTime<Utc>),
    /// The entry with which it went, if it has gone.
    pub left: Option<(usize, DateTime<Utc>)>,
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
}

impl Projection for Stops {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        let here = (entry.number, entry.at);
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
        &self.stops
    }

    /// The stops at one depot.
    pub(in crate::parcel) fn at(&self, depot: &str) -> Option<&Stays> {
        self.depots.get(depot)
    }

    /// The depots to which it came more than once, in the order of the second arrivals.
    pub(in crate::parcel) fn twice(&self) -> impl ExactSizeIterator<Item = (&Name, &Stays)> {
        self.again.iter().map(|place| {
            let depot = &self.stops[*place].depot;
            (depot, &self.depots[depot])
        })
    }

    fn begin(&mut self, depot: &Name, here: (usize, DateTime<Utc>)) {
        let place = self.stops.len();
        self.stops.push(Stop { depot: depot.clone(), arrived: here, left: None });
        let stays = self.depots.entry(depot.clone()).or_default();
        stays.places.push(place);
        if stays.places.len() == 2 {
            self.again.push(place);
        }
    }

    /// A fact from elsewhere may end a stop in another way than by leaving.
    fn end(&mut self, here: (usize, DateTime<Utc>)) {
        let Some(stop) = self.stops.last_mut().filter(|stop| stop.left.is_none()) else { return };
        stop.left = Some(here);
        let took = stop.took();
        let place = self.stops.len() - 1;
        let Some(stays) = self.depots.get_mut(&self.stops[place].depot) else { return };
        stays.in_all += took.unwrap_or_default();
        let longest = stays.longest.and_then(|longest| self.stops[longest].took());
        if longest < took {
            stays.longest = Some(place);
        }
    }
}

impl Stop {
    /// How long it took, if it has come to an end.
    pub fn took(&self) -> Option<TimeDelta> {
        self.left.map(|(_, left)| left - self.arrived.1)
    }

    /// The entries with which it began and ended.
    pub fn entries(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.arrived.0).chain(self.left.map(|(entry, _)| entry))
    }

    fn row(&self, zone: &impl TimeZone) -> Row {
        let left = self.left.map_or("not yet".into(), |(_, left)| short_moment(left, zone));
        let took = self.took().map(span_words).unwrap_or_default();
        let arrived = Cell::moment(self.arrived.1, zone);
        let cells =
            vec![Cell::Text(shown(&self.depot)), arrived, Cell::Text(left), Cell::Text(took)];
        Row { cells, rests_on: self.entries().map(Citation::plain).collect() }
    }
}

impl Report for Stops {
    fn table(&self, _: &[Entry<Event>], zone: &impl TimeZone, most: usize) -> ReportTable {
        let (left_out, shown) = latest(&self.stops, most);
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
