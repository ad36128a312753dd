//! What a parcel has to be asked about, and what its row remembers.

use chrono::NaiveDate;

use super::{Event, Legs, MOST_TRIES, Parcel, Status};
use crate::{
    Money, Name,
    names::is_same_name,
    questions::own::{Amounts, Kept, Measure, Queryable, Question, RowKnowledge, Span, Words},
    shown,
};
use diary::Snapshot;

/// A kind of entry in the parcel's diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// It was announced.
    Registered,
    /// It was taken from its sender.
    Collected,
    /// It came to a depot.
    Arrivals,
    /// It went from a depot.
    Departures,
    /// A delivery failed.
    Tries,
    /// Somebody got it.
    HandedOver,
    /// It was sent back.
    SentBack,
    /// All of them.
    Everything,
}

impl Queryable for Parcel {
    type Topic = Topic;
    type Subject = Name;

    const TOPICS: &'static [Topic] = &[
        Topic::Registered,
        Topic::Collected,
        Topic::Arrivals,
        Topic::Departures,
        Topic::Tries,
        Topic::HandedOver,
        Topic::SentBack,
        Topic::Everything,
    ];

    const EVERYTHING: Topic = Topic::Everything;

    const ANY: &'static str = "any depot";

    const WHICH: &'static str = "which depot";

    fn usual(_today: NaiveDate) -> Question<Self> {
        Question::new(Measure::First, Topic::Tries, None, Span::Any)
    }

    fn words_of(topic: Topic) -> Words {
        let of = |key, noun, about| Words::of(key, noun, about, Amounts::None);
        match topic {
            Topic::Registered => Words {
                menu: "parcel registered",
                ..of("registered", ["registration", "registrations"], None)
            },
            Topic::Collected => Words {
                menu: "parcel collected",
                ..of("collected", ["collection", "collections"], None)
            },
            Topic::Arrivals => of("arrivals", ["arrival", "arrivals"], Some("at")),
            Topic::Departures => of("departures", ["departure", "departures"], Some("from")),
            Topic::Tries => of("tries", ["failed try", "failed tries"], None),
            Topic::HandedOver => Words {
                menu: "parcel handed over",
                ..of("handed-over", ["handover", "handovers"], None)
            },
            Topic::SentBack => {
                Words { menu: "parcel sent back", ..of("sent-back", ["return", "returns"], None) }
            }
            Topic::Everything => Words {
                menu: "everything",
                ..of("everything", ["entry", "entries"], Some("about"))
            },
        }
    }

    const SUBJECTS: &'static [Name] = &[];

    fn about(event: &Event) -> impl Iterator<Item = &Name> {
        depot_of(event).filter(|depot| !depot.is_empty()).into_iter()
    }

    fn key_of(depot: &Name) -> String {
        depot.to_string()
    }

    fn subject_of(key: &str) -> Option<Name> {
        Some(key.into()).filter(|depot: &Name| !depot.is_empty())
    }

    fn name_of(depot: &Name) -> String {
        shown(depot)
    }

    fn meets(event: &Event, topic: Topic, depot: Option<&Name>) -> Option<Money> {
        let about = depot.is_none_or(|depot| is_at(depot_of(event), depot));
        let found = match event {
            Event::Registered { .. } => Topic::Registered,
            Event::Collected {} => Topic::Collected,
            Event::Arrived { .. } => Topic::Arrivals,
            Event::Left { .. } => Topic::Departures,
            Event::DeliveryTried { .. } => Topic::Tries,
            Event::HandedOver { .. } => Topic::HandedOver,
            Event::SentBack {} => Topic::SentBack,
        };
        let is_meant = topic == Topic::Everything || found == topic;
        (about && is_meant).then_some(Money::ZERO)
    }

    fn memory(
        row: &Snapshot<Parcel>,
        topic: Topic,
        depot: Option<&Name>,
        _: Option<&Legs>,
    ) -> RowKnowledge {
        let (parcel, last_change) = (row.today(), row.updated_at());
        let status = parcel.status();
        let kept = |kept| RowKnowledge { never: None, kept: Some(kept), why: why(topic, parcel) };
        let last =
            Kept {
                last: last_change, note: "it was the snapshot’s last change", ..Kept::NOTHING
            };
        let once = Kept { count: Some(1), note: "it happens once", ..Kept::NOTHING };
        // The last change was about this depot, or it is asked about any.
        let is_here = |place: Option<&Name>| depot.is_none_or(|depot| is_at(place, depot));
        match (topic, status) {
            (_, Status::NotRegistered) => RowKnowledge::never("the snapshot says: no parcel"),

            (Topic::Registered, Status::Registered) => {
                kept(Kept { last: last_change, numbers: Some((1, 1)), ..once })
            }
            (Topic::Registered, _) => kept(Kept { numbers: Some((1, 1)), ..once }),

            (
                Topic::Collected | Topic::Arrivals | Topic::Departures | Topic::Tries,
                Status::Registered,
            ) => RowKnowledge::never("the snapshot says: registered"),
            (Topic::Collected, Status::Collected) => {
                kept(Kept { last: last_change, numbers: Some((2, 2)), ..once })
            }
            (Topic::Collected, _) => kept(Kept { numbers: Some((2, 2)), ..once }),

            (Topic::Arrivals | Topic::Departures | Topic::Tries, Status::Collected) => {
                RowKnowledge::never("the snapshot says: collected")
            }
            (Topic::Everything, Status::Registered) if depot.is_some() => {
                RowKnowledge::never("the snapshot says: registered")
            }
            (Topic::Everything, Status::Collected) if depot.is_some() => {
                RowKnowledge::never("the snapshot says: collected")
            }

            // Nothing but arriving leads into a depot.
            (Topic::Arrivals | Topic::Everything, Status::InDepot) if is_here(parcel.depot()) => {
                kept(last)
            }
            // Nothing but leaving leads out, until a try fails.
            (Topic::Departures | Topic::Everything, Status::Out)
                if parcel.tries() == 0 && is_here(parcel.left()) =>
            {
                kept(last)
            }

            (Topic::Tries, Status::SentBack) => kept(Kept {
                // The last one brought it along that it was sent back.
                last: last_change,
                ..tries(MOST_TRIES, "it is sent back with the last failed try")
            }),
            (Topic::Tries, _) => match parcel.tries_shown() {
                None => kept(Kept::NOTHING),
                Some(0) => RowKnowledge::never("the snapshot says nothing of a failed try"),
                Some(count) => kept(tries(count, "the snapshot says how many")),
            },

            (Topic::HandedOver, Status::HandedOver) | (Topic::SentBack, Status::SentBack) => {
                kept(Kept { count: Some(1), ..last })
            }
            (Topic::HandedOver, _) => RowKnowledge::never("the snapshot says: not handed over"),
            (Topic::SentBack, _) => RowKnowledge::never("the snapshot says: not sent back"),

            (Topic::Everything, Status::Registered) => {
                kept(Kept { count: Some(1), numbers: Some((1, 1)), ..last })
            }
            (Topic::Everything, Status::Collected) => {
                kept(Kept { count: Some(2), numbers: Some((1, 2)), ..last })
            }
            (Topic::Everything, _) if depot.is_none() => kept(last),
            (Topic::Arrivals | Topic::Departures | Topic::Everything, _) => kept(Kept::NOTHING),
        }
    }
}

/// So many failed tries.
fn tries(count: u32, note: &'static str) -> Kept {
    Kept { count: count.try_into().ok(), note, ..Kept::NOTHING }
}

/// Why the row can't tell more.
fn why(topic: Topic, parcel: &Parcel) -> String {
    let [_, status, place] = parcel.cells();
    match topic {
        Topic::Registered => "The snapshot says that it was registered, but not when.".into(),
        Topic::Collected => "The snapshot says that it was collected, but not when.".into(),
        Topic::Tries => {
            format!("The snapshot says: {status}. It did not keep when and why a try failed.")
        }
        _ => format!(
            "The snapshot says: {status}, {place}. Every step on the way there was overwritten \
             by the next one."
        ),
    }
}

/// Whether a place is this depot.
fn is_at(place: Option<&Name>, depot: &str) -> bool {
    place.is_some_and(|place| is_same_name(place, depot))
}

/// The depot that a fact is about.
fn depot_of(event: &Event) -> Option<&Name> {
    match event {
        Event::Arrived { depot } | Event::Left { depot } => Some(depot),
        Event::Registered { .. }
        | Event::Collected {}
        | Event::DeliveryTried { .. }
        | Event::HandedOver { .. }
        | Event::SentBack {} => None,
    }
}
