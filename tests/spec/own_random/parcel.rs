//! What counts for a question about the parcel, and another diary that ends in the same row.

use chrono::TimeDelta;
use diary::{Diary, Snapshot};
use examples::parcel::{Event, Parcel, Status};

use super::Counted;
use crate::{
    honest::dated,
    parcel::{arrived, handed_over, left, tried},
};

impl Counted for Parcel {
    fn subject_keys(names: &[String]) -> Vec<String> {
        let trimmed = names.iter().map(|name| name.trim().to_owned());
        trimmed.chain([String::new(), "mug".into()]).collect()
    }

    fn counts(event: &Event, topic: &str, subject: &str) -> Option<i64> {
        let (found, depot) = match event {
            Event::Registered { .. } => ("registered", ""),
            Event::Collected {} => ("collected", ""),
            Event::Arrived { depot } => ("arrivals", depot.as_str()),
            Event::Left { depot } => ("departures", depot.as_str()),
            Event::DeliveryTried { .. } => ("tries", ""),
            Event::HandedOver { .. } => ("handed-over", ""),
            Event::SentBack {} => ("sent-back", ""),
        };
        let is_about = subject.is_empty() || subject.eq_ignore_ascii_case(depot);
        (is_about && (topic == found || topic == "everything")).then_some(0)
    }

    fn other(row: &Snapshot<Self>, gap: TimeDelta) -> Diary<Event> {
        other_parcel(row, gap)
    }
}

/// Another diary that ends in the same row: it was at other depots, and its tries failed for other reasons.
fn other_parcel(row: &Snapshot<Parcel>, gap: TimeDelta) -> Diary<Event> {
    let parcel = row.today();
    let (status, legs, tries) = (parcel.status(), parcel.legs(), parcel.tries());
    let number = parcel.number().into();
    let registered =
        Event::Registered { number, from: "another".into(), to: "someone".into(), grams: 1 };
    let mut facts = Vec::new();
    if status != Status::NotRegistered {
        facts.push(registered);
    }
    if !matches!(status, Status::NotRegistered | Status::Registered) {
        facts.push(Event::Collected {});
    }
    let last = parcel.depot().or(parcel.left()).cloned();
    let depots = legs - u32::from(status == Status::HandedOver);
    // The tries come as late as they can: what ends with one of them has no other after it.
    let tried_at = depots - u32::from(status == Status::InDepot && tries > 0);
    for leg in 1..=depots {
        let depot = last.clone().filter(|_| leg == depots).unwrap_or("elsewhere".into());
        facts.push(arrived(&depot));
        if leg < depots || status != Status::InDepot {
            facts.push(left(&depot));
        }
        if leg == tried_at {
            facts.extend(std::iter::repeat_n(tried("another reason"), tries as usize));
        }
    }
    if status == Status::HandedOver {
        facts.push(handed_over(parcel.holder()));
    }
    let mut diary = dated(facts, row.updated_at(), gap);
    if status == Status::SentBack
        && let Some(at) = row.updated_at()
    {
        // The last try brings it along.
        diary.append(at, [Event::SentBack {}]);
    }
    diary
}
