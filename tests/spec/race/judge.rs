//! The judge of all that was raced.

use std::{
    collections::{BTreeMap, BTreeSet},
    task::Poll,
};

use diary::{Decider, Diary};
use examples::bank::{Account, Bank, Event};
use storage::{Access, DeviceInput, Input, Outcome, ReadOnly, SaveStatus, StoredDiary};

use super::{
    play::Play,
    tab::{Fate, Has, KIND, Press, Tab, Worth},
};
use crate::{mirror::begun, stores::ask};

impl Play {
    /// The stores work again, nothing new happens, and all that is on its way arrives.
    pub(crate) fn calm_down(&mut self) {
        self.world.calm();
        self.world.silent.set(false);
        self.world.disk.borrow_mut().room = None;
        // Readers look at their tabs again: one that was closed may not have told what it wrote.
        let now = self.now;
        for tab in &mut self.tabs {
            let opening = tab.desk.front().opening();
            tab.session_step(now, opening, Input::Shown(Outcome::Done(())));
        }
        // Whoever is asked what to do after a start that died wants to read it.
        let mut quiet = 0;
        for round in 0..120_u64 {
            let now = self.now;
            for at in 0..self.tabs.len() {
                self.tabs[at].device_step(now, DeviceInput::Retry(KIND.into(), true));
            }
            self.spread();
            self.run(40, round.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            self.finish_flights();
            quiet = if self.is_quiet() { quiet + 1 } else { 0 };
            if quiet == 6 {
                break;
            }
            // An answer that never came is asked for again, at the latest by then.
            self.wait(if quiet == 3 { 60_000 } else { 4_000 });
        }
    }

    /// What goes on where nothing should any more.
    fn unrest(&self) -> String {
        let of = |tab: &Tab| {
            let front = tab.desk.front();
            format!(
                "{:?} {:?}, {} flights, {} answers, {} left; {:?}",
                front.status(),
                front.access(),
                tab.flights.len(),
                tab.answers.len(),
                tab.desk.left().len(),
                tab.device
            )
        };
        self.tabs.iter().map(of).collect::<Vec<_>>().join("\n")
    }

    fn is_quiet(&self) -> bool {
        self.tabs.iter().all(|tab| {
            let is_idle = tab.flights.is_empty() && tab.answers.is_empty() && tab.inbox.is_empty();
            // What is not kept yet, or not read yet, waits for its time.
            let waits = match tab.desk.front().access() {
                Access::NotYet => !tab.device.is_reader(),
                Access::Memory => self.has != Has::Nothing,
                Access::Waiting(_) | Access::ReadOnly(ReadOnly::NotReadYet) => true,
                _ => false,
            };
            is_idle && !waits && tab.desk.waiting(None) == 0 && tab.desk.left().is_empty()
        })
    }

    /// Everything that is on its way goes on, and every answer arrives.
    fn finish_flights(&mut self) {
        for _ in 0..60 {
            let now = self.now;
            for at in 0..self.tabs.len() {
                let tab = &mut self.tabs[at];
                for which in (0..tab.flights.len()).rev() {
                    if let Poll::Ready(answer) = tab.flights[which].go_on() {
                        tab.flights.remove(which);
                        tab.answers.extend(answer);
                    }
                }
                for answer in std::mem::take(&mut tab.answers) {
                    tab.arrive(now, answer);
                }
                while let Some(told) = self.tabs[at].inbox.pop_front() {
                    self.tabs[at].hear(now, told);
                }
            }
            self.spread();
        }
    }

    /// Judges it all.
    pub(crate) fn judge(&mut self) {
        self.calm_down();
        assert!(self.is_quiet(), "it never comes to rest: {}", self.unrest());
        assert!(!self.world.disk.borrow().written_over, "a line was written over");
        self.nobody_waits();
        let diaries = self.diaries();
        self.presses_are_where_they_belong(&diaries);
        self.tabs_agree(&diaries);
        self.refusals_are_shown();
        self.nothing_is_begun_in_the_place_of_what_exists();
        for (name, diary) in &diaries {
            is_allowed(name, diary);
        }
    }

    fn nobody_waits(&self) {
        for tab in &self.tabs {
            assert_eq!(
                tab.desk.waiting(None),
                0,
                "somebody waits for ever: {:?}",
                tab.desk.front().status()
            );
            let status = tab.desk.front().status();
            let is_settled = match self.has {
                Has::Both => matches!(status, SaveStatus::Saved | SaveStatus::ReadOnly),
                Has::Database => {
                    matches!(status, SaveStatus::SavedInOnePlace | SaveStatus::ReadOnly)
                }
                Has::Mirror => {
                    matches!(status, SaveStatus::WrittenNotSafe | SaveStatus::ReadOnly)
                }
                Has::Nothing => status == SaveStatus::InMemory,
            };
            // It is kept when this tab is the one that writes, and the reader can make it so.
            let is_settled = is_settled || tab.device.is_reader();
            assert!(is_settled, "{status:?} {:?}", tab.desk.front().access());
            assert!(!tab.desk.is_empty(), "something is on the screen");
        }
    }

    /// Every diary that a fresh start can open.
    fn diaries(&self) -> BTreeMap<String, Diary<Event>> {
        self.world.slow.set(false);
        let Some(tab) = self.tabs.first() else { return BTreeMap::new() };
        let store = tab.store();
        let mut all = BTreeMap::new();
        for name in ask(store.names_of(KIND)).expect("they are listed") {
            let opened = ask(store.open::<Event>(&name, async |_| {})).expect("it is read");
            if let Some(opened) = opened {
                // Where there is no second copy, a crash or a deletion may leave half of one, and so
                // may a beginning of which neither the rest could be put nor the half be freed.
                let is_half_begun = self.faults > 0 && !self.is_shown(&name);
                let may_be_torn = self.has == Has::Mirror
                    && (self.crashes > 0 || self.deleted.contains(&name) || is_half_begun);
                assert!(may_be_torn || opened.damage.is_none(), "{name}: {:?}", opened.damage);
                all.insert(name, opened.stored.diary().clone());
            }
        }
        self.world.slow.set(true);
        all
    }

    /// Whether somebody has seen the diary with this name.
    fn is_shown(&self, name: &str) -> bool {
        self.presses().any(|press| press.name == name)
            || self.tabs.iter().any(|tab| tab.desk.front().stored().name() == name)
    }

    fn presses_are_where_they_belong(&self, diaries: &BTreeMap<String, Diary<Event>>) {
        for press in self.presses() {
            let found: Vec<_> = diaries
                .iter()
                .flat_map(|(name, diary)| diary.entries().iter().map(move |entry| (name, entry)))
                .filter(|(_, entry)| cents_of(&entry.event) == Some(press.cents))
                .map(|(name, entry)| (name.as_str(), entry.number))
                .collect();
            self.is_right(press, &found, diaries);
        }
    }

    fn is_right(
        &self,
        press: &Press,
        found: &[(&str, usize)],
        diaries: &BTreeMap<String, Diary<Event>>,
    ) {
        // A story that was kept later has another name than was shown.
        let is_deleted =
            self.deleted.contains(&press.name) || (press.is_loose && !self.deleted.is_empty());
        assert!(found.len() <= 1, "written twice: {press:?} {found:?}");
        let may_be_gone = match press.fate {
            Fate::Pending => {
                assert!(!press.is_alive, "never answered: {press:?}");
                true
            }
            Fate::Refused { .. } => {
                assert!(found.is_empty(), "refused, and written: {press:?} {found:?}");
                return;
            }
            Fate::Saved(Worth::Safe) => is_deleted,
            Fate::Saved(Worth::NotSafe) => is_deleted || self.crashes > 0,
            Fate::Saved(Worth::Memory) => true,
        };
        match found {
            [] => assert!(may_be_gone, "shown as saved, and lost: {press:?}"),
            [(name, number)] => {
                let is_its_own = *name == press.name || press.is_loose;
                assert!(is_its_own, "in the wrong diary: {press:?} {found:?}");
                let stored = StoredDiary::of(name, begun(), diaries[*name].clone());
                let shown = stored.line(press.shown).unwrap_or_default();
                let is_behind_it = press.shown == 0 || shown.ends_with(&press.link);
                assert!(is_behind_it, "not behind what was shown: {press:?} {found:?}");
                assert!(*number > press.shown, "before what was shown: {press:?} {found:?}");
            }
            _ => {}
        }
    }

    /// Tabs on one diary show the same.
    fn tabs_agree(&self, diaries: &BTreeMap<String, Diary<Event>>) {
        for tab in &self.tabs {
            let front = tab.desk.front();
            let name = front.stored().name();
            if !matches!(front.access(), Access::Both | Access::Database | Access::Alone) {
                continue;
            }
            let Some(diary) = diaries.get(name) else {
                assert!(self.deleted.iter().any(|it| it == name), "{name} is gone");
                continue;
            };
            let (here, there) = (front.stored().diary().len(), diary.len());
            let same = front.stored().diary() == diary;
            assert!(same, "{name} has {here} entries in a tab, and {there} in the stores");
        }
    }

    fn refusals_are_shown(&self) {
        for tab in &self.tabs {
            let front = tab.desk.front().refusals().iter().map(|refusal| refusal.id);
            let elsewhere = tab.desk.refused_elsewhere().iter().map(|(_, refusal)| refusal.id);
            let shown: BTreeSet<_> = front.chain(elsewhere).collect();
            for press in &tab.presses {
                if press.fate == (Fate::Refused { seen: false }) {
                    assert!(shown.contains(&press.id), "refused, and not shown: {press:?}");
                }
            }
        }
    }

    /// A start begins a story only where there is no diary.
    fn nothing_is_begun_in_the_place_of_what_exists(&self) {
        let stories = self.stories + self.tabs.iter().map(|tab| tab.began_story).sum::<usize>();
        if self.was_there
            && self.deleted.is_empty()
            && (self.has != Has::Mirror || self.crashes == 0)
        {
            assert!(stories <= self.wanted, "a story was begun beside a diary that exists");
        }
    }
}

/// Each entry was allowed where it stands, whoever decided it on what.
fn is_allowed(name: &str, diary: &Diary<Event>) {
    let mut bank = Bank::default();
    for entry in diary.entries() {
        bank = bank.evolve(&entry.event);
        let balance = bank.balance(&Account::Everyday);
        assert!(balance.is_none_or(|it| it.in_cents() >= 0), "{name}: {entry:?}");
    }
}

fn cents_of(event: &Event) -> Option<i64> {
    match event {
        Event::Deposited { amount, .. } | Event::Withdrawn { amount, .. } => {
            Some(amount.in_cents())
        }
        _ => None,
    }
}
