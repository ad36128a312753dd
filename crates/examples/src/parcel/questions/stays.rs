//! At which depots it was, for how long, and how often.

use chrono::TimeZone;

use super::{File, gathered::AT_NO_DEPOT};
use crate::{
    Name,
    calendar::moment_words,
    names::named,
    parcel::{Status, reports::Stays},
    questions::{Answer, Case, Citation, Finding, Step, Value, Verdict, What, single},
    shown,
};

const NEVER_THERE: Value = Value::Nothing("it was never there");
const STILL_THERE: Value = Value::Nothing("it is still there for the first time");

impl<Z: TimeZone> File<'_, Z> {
    pub(super) fn how_long_at(&self, depot: &Name) -> Vec<Answer> {
        let never = || Finding::nothing(NEVER_THERE, self.diary.len());
        let stays = self.gathered.stops().at(depot);
        let (in_all, longest, only) =
            stays.map_or_else(|| (never(), never(), None), |stays| self.lay(stays));
        let answer = |label, diary| {
            let known = self.no_depot_yet(NEVER_THERE);
            Answer { label, diary, snapshot: Verdict::or_else(known, self.only_now(), only) }
        };
        vec![answer("in all", in_all), answer("at the longest", longest)]
    }

    /// How long it lay there in all and at the longest, and the entry that took the place of its only stay.
    fn lay(&self, stays: &Stays) -> (Finding, Finding, Option<usize>) {
        let all = self.gathered.stops().stops();
        let ended = stays.ended();
        let last = ended.last().and_then(|place| all[*place].left).map_or(0, |(entry, _)| entry);
        let still = stays.places.get(ended.len()).map(|place| &all[*place]);
        let since = still.map(|stop| {
            let at = moment_words(stop.arrived.1.at, &self.calendar.zone);
            format!("it is there now, since {at}")
        });
        let by_writing =
            stays.has_own_day.then(|| "by the times at which they were written".to_owned());
        let notes = |times: Option<String>| {
            let notes = [times, by_writing.clone(), since.clone()];
            notes.into_iter().flatten().collect::<Vec<_>>().join("; ")
        };
        let Some(longest) = stays.longest.map(|place| &all[place]) else {
            let entry = still.map_or(0, |stop| stop.arrived.0);
            let finding = Finding::on(STILL_THERE, Citation::plain(entry)).noted(notes(None));
            return (finding.clone(), finding, None);
        };
        let entries = ended.iter().flat_map(|place| all[*place].entries()).take(self.most);
        let in_all = Finding::on_all(Value::Span(stays.in_all), entries, 2 * ended.len(), last);
        let times = (ended.len() > 1).then(|| format!("in {} stays", ended.len()));
        let took = Value::Span(longest.took().unwrap_or_default());
        let version = longest.left.map_or(0, |(entry, _)| entry);
        let longest = Finding::on_all(took, longest.entries().take(self.most), 2, version);
        let only = Some(last).filter(|_| stays.places.len() == 1);
        (in_all.noted(notes(times)), longest.noted(notes(None)), only)
    }

    pub(super) fn back_or_twice(&self) -> Vec<Answer> {
        let sent_back = match self.gathered.sent_back() {
            Some(entry) => Finding::on(Value::Yes, Citation::plain(entry)),
            None => Finding::nothing(Value::No, self.diary.len()),
        };
        let known = if self.row.today().status() == Status::SentBack {
            Verdict::knows(Value::Yes, "the snapshot says: sent back")
        } else {
            Verdict::knows(Value::No, "otherwise the snapshot would say: sent back")
        };
        vec![
            Answer { label: "sent back", diary: sent_back, snapshot: known },
            self.twice("at the same depot twice"),
        ]
    }

    fn twice(&self, label: &'static str) -> Answer {
        let stops = self.gathered.stops();
        let all = stops.stops();
        let case = |(depot, stays): (&Name, &Stays)| {
            let arrived = |place: &usize| {
                let (entry, when) = all[*place].arrived;
                Step { how: "arrived", some: None, entry, when }
            };
            let times = match stays.places.len() {
                2 => String::new(),
                times => format!(", {times} times"),
            };
            // The first two of them say that it was there twice.
            let steps = stays.places.iter().take(self.most.max(2)).map(arrived).collect();
            Case { what: What::Named(format!("{}{times}", shown(depot))), steps }
        };
        let (mut depots, entries) = (stops.twice(), stops.twice_entries());
        let count = depots.len();
        let first = depots.next();
        let second = first.map(|(_, stays)| all[stays.places[1]].arrived.0);
        let diary = match second {
            None => Finding::nothing(Value::No, self.diary.len()),
            Some(version) => {
                let cases = stops.twice().take(self.most).map(case);
                let first = entries.iter().copied().take(self.most);
                Finding::on_all(Value::Yes, first, entries.len(), version).listing(cases, count)
            }
        };
        // Its first time at the only one was in the row, until it left.
        let first = first.filter(|_| count == 1).map(|(_, stays)| &all[stays.places[0]]);
        let by = first.and_then(|stop| stop.left).map(|(entry, _)| entry);
        let known = self.no_depot_yet(Value::No);
        Answer { label, diary, snapshot: Verdict::or_else(known, self.only_now(), by) }
    }

    pub(super) fn way(&self) -> Vec<Answer> {
        let stops = self.gathered.stops().stops();
        let diary = match stops.last() {
            None => Finding::nothing(AT_NO_DEPOT, self.diary.len()),
            Some(last) => {
                let way = named(stops.iter().map(|stop| shown(&stop.depot)), stops.len());
                let arrivals = stops.iter().map(|stop| stop.arrived.0).take(self.most);
                Finding::on_all(Value::Names(way), arrivals, stops.len(), last.arrived.0)
            }
        };
        let only = stops.first().and_then(|stop| stop.left).filter(|_| stops.len() == 1);
        let by = only.map(|(entry, _)| entry);
        single(diary, Verdict::or_else(self.no_depot_yet(AT_NO_DEPOT), self.only_now(), by))
    }
}
