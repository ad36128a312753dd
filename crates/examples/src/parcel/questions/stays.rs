//! At which depots it was, for how long, and how often.

use chrono::TimeZone;

use super::{File, gathered::AT_NO_DEPOT};
use crate::{
    Name,
    calendar::moment_words,
    names::named,
    parcel::{
        Status,
        reports::{Stays, Stop},
    },
    questions::{Answer, Case, Citation, Finding, Step, Value, Verdict, What, single},
    shown,
};

const NEVER_THERE: Value = Value::Nothing("it was never there");
const STILL_THERE: Value = Value::Nothing("it is still there for the first time");

const IN_ALL: &str = "in all";
const AT_THE_LONGEST: &str = "at the longest";

impl<Z: TimeZone> File<'_, Z> {
    pub(super) fn how_long_at(&self, depot: &Name) -> Vec<Answer> {
        let stops = self.gathered.stops();
        let Some(stays) = stops.at(depot) else {
            let nothing = || Finding::nothing(NEVER_THERE, self.diary.len());
            let known = || self.no_depot_yet(NEVER_THERE);
            let answer = |label| {
                let why = self.only_now();
                Answer { label, diary: nothing(), snapshot: Verdict::or_else(known(), why, None) }
            };
            return vec![answer(IN_ALL), answer(AT_THE_LONGEST)];
        };
        let all = stops.stops();
        let ended =
            || stays.places.iter().map(|place| &all[*place]).filter(|stop| stop.left.is_some());
        let still = stays.places.last().map(|place| &all[*place]).filter(|it| it.left.is_none());
        let since = still.map(|stop| {
            let at = moment_words(stop.arrived.1, &self.calendar.zone);
            format!("it is there now, since {at}")
        });
        let is_counted = |stop: &Stop| stop.entries().collect::<Vec<_>>();
        let has_own_day =
            ended().flat_map(is_counted).any(|entry| self.when(entry).true_on.is_some());
        let by_writing = has_own_day.then(|| "from when they were written".to_owned());
        let notes = |more: Option<String>| {
            let notes = [more, by_writing.clone(), since.clone()];
            notes.into_iter().flatten().collect::<Vec<_>>().join("; ")
        };
        let count = stays.places.len() - usize::from(still.is_some());
        let (in_all, longest) = match stays.longest.map(|place| &all[place]) {
            None => {
                let entry = still.map_or(0, |stop| stop.arrived.0);
                let finding = Finding::on(STILL_THERE, Citation::plain(entry)).noted(notes(None));
                (finding.clone(), finding)
            }
            Some(longest) => {
                let cited = ended().flat_map(Stop::entries).take(self.most);
                let page = ended().last().and_then(|stop| stop.left).map_or(0, |(entry, _)| entry);
                let times = (count > 1).then(|| format!("in {count} stays"));
                let in_all = Finding::on_all(Value::Span(stays.in_all), cited, 2 * count, page);
                let page = longest.left.map_or(0, |(entry, _)| entry);
                let took = Value::Span(longest.took().unwrap_or_default());
                let entries = longest.entries().take(self.most);
                (
                    in_all.noted(notes(times)),
                    Finding::on_all(took, entries, 2, page).noted(notes(None)),
                )
            }
        };
        // What took the place of the only stay is one entry.
        let only =
            ended().next().and_then(|stop| stop.left).filter(|_| count == 1 && still.is_none());
        let answer = |label, diary| {
            let (why, by) = (self.only_now(), only.map(|(entry, _)| entry));
            let snapshot = Verdict::or_else(self.no_depot_yet(NEVER_THERE), why, by);
            Answer { label, diary, snapshot }
        };
        vec![answer(IN_ALL, in_all), answer(AT_THE_LONGEST, longest)]
    }

    pub(super) fn back_or_twice(&self) -> Vec<Answer> {
        let end = self.diary.len();
        let sent_back = match self.gathered.sent_back() {
            Some(entry) => Finding::on(Value::Yes, Citation::plain(entry)),
            None => Finding::nothing(Value::No, end),
        };
        let is_back = self.row.today().status() == Status::SentBack;
        let (value, note) = match is_back {
            true => (Value::Yes, "the row says: sent back"),
            false => {
                (Value::No, "nothing comes after it is sent back, and the row says something else")
            }
        };
        let stops = self.gathered.stops();
        let (all, twice) = (stops.stops(), stops.twice());
        let count = twice.len();
        let case = |(depot, stays): (&Name, &Stays)| {
            let arrived = |place: &usize| {
                let (entry, _) = all[*place].arrived;
                Step { how: "arrived", some: None, entry, when: self.when(entry) }
            };
            let steps = stays.places.iter().map(arrived).collect();
            Case { what: What::Named(shown(depot)), steps }
        };
        let cases: Vec<_> = twice.take(self.most).map(case).collect();
        let diary = match cases.iter().map(|case| case.steps[1].entry).next() {
            None => Finding::nothing(Value::No, end),
            Some(page) => {
                let mut entries: Vec<_> = stops
                    .twice()
                    .flat_map(|(_, stays)| stays.places.iter().map(|place| all[*place].arrived.0))
                    .collect();
                entries.sort_unstable();
                let total = entries.len();
                let first = entries.into_iter().take(self.most);
                Finding::on_all(Value::Yes, first, total, page).listing(cases.into_iter(), count)
            }
        };
        let known = self.no_depot_yet(Value::No);
        // The first visit was there, until it left.
        let by = stops.twice().next().filter(|_| count == 1).and_then(|(_, stays)| {
            let first = stays.places.first().map(|place| &all[*place])?;
            first.left.map(|(entry, _)| entry)
        });
        let twice = Verdict::or_else(known, self.only_now(), by);
        vec![
            Answer { label: "sent back", diary: sent_back, snapshot: Verdict::knows(value, note) },
            Answer { label: "at the same depot twice", diary, snapshot: twice },
        ]
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
