//! Two to four tabs of one browser do whatever they like to one diary, while the browser fails,
//! is killed and forgets. A plain model: what each tab was told, and what it ever tried to write.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use event_diary::{
    diary::{Decider, Diary, replay},
    domain::bank::{Account, Bank, Event},
    keeping::{KeepError, StoreError, TOMBSTONE, Volume},
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{
    judge::{NAME, Shown, is_deleted, judge, lines_of, opened, world_of},
    random::{Step, check_times, name, step},
    readers::{Reader, Told},
    shelf::begun,
    stores::{Fault, World},
    turns::{block_on, race},
};

/// Something that happens.
#[derive(Clone, Debug)]
enum Happening {
    /// Somebody wishes for something in a tab.
    Wish(usize, Step),
    /// Two tabs at once, with whose turn it is.
    Both((usize, Step), (usize, Step), u64),
    /// A wish while a storage call fails.
    Failing(usize, Step, Fault),
    /// The browser is killed so many calls into a wish, with these writes on the disk.
    Killed(usize, Step, usize, u64),
    /// It is killed while nothing is going on.
    Crash(u64),
    /// A tab is closed; it opens again when it is needed.
    Close(usize),
    /// A tab names the diary.
    Rename(usize, u8),
    /// Whoever clears the shelf, and only that.
    ShelfWiped,
    /// Time enough for the shelf to reach the disk.
    Flush,
}

fn happening() -> impl Strategy<Value = Happening> {
    use Happening::{Both, Close, Crash, Failing, Flush, Killed, Rename, ShelfWiped, Wish};
    let wish = || (0..4_usize, step(8..100));
    let failed = StoreError::Failed("a reason".into());
    let error = select(vec![StoreError::Blocked, StoreError::Full, StoreError::Silent, failed]);
    let fault = (1..9_usize, error, any::<bool>()).prop_map(|(at, error, done)| {
        let done = done && matches!(error, StoreError::Silent | StoreError::Failed(_));
        Fault { at, error, done }
    });
    prop_oneof![
        8 => wish().prop_map(|(tab, step)| Wish(tab, step)),
        6 => (wish(), wish(), any::<u64>()).prop_map(|(one, other, turns)| Both(one, other, turns)),
        3 => (wish(), fault).prop_map(|((tab, step), fault)| Failing(tab, step, fault)),
        2 => (wish(), 0..9_usize, any::<u64>())
            .prop_map(|((tab, step), calls, parts)| Killed(tab, step, calls, parts)),
        1 => any::<u64>().prop_map(Crash),
        1 => (0..4_usize).prop_map(Close),
        1 => (0..4_usize, any::<u8>()).prop_map(|(tab, title)| Rename(tab, title)),
        1 => Just(ShelfWiped),
        1 => Just(Flush),
    ]
}

/// Everything that goes on in one browser.
struct Play {
    world: World,
    readers: Vec<Reader>,
    now: DateTime<Utc>,
    told: Vec<Told>,
}

impl Play {
    fn new(tabs: usize, names: &[String]) -> Self {
        let mut diary = Diary::default();
        let opening = |account| Event::AccountOpened { account, owner: "Ana".into() };
        diary.append(begun(), Account::ALL.map(opening));
        let (world, volume) = world_of(&diary);
        let mut readers: Vec<_> = (0..tabs).map(|_| Reader::new(&world, names)).collect();
        readers[0].told = volume.lines(1);
        readers[0].tried = lines_of(&volume);
        Self { world, readers, now: begun(), told: Vec::new() }
    }

    fn happens(&mut self, what: &Happening) {
        // The clocks of tabs are not the same, and one is set back now and then.
        self.now += TimeDelta::milliseconds(17);
        let now = self.now;
        let tabs = self.readers.len();
        match what {
            Happening::Wish(tab, step) => self.wish(*tab, step),
            Happening::Both((one, step), (other, next), turns) => {
                let (one, other) = (one % tabs, other % tabs);
                if one == other {
                    self.wish(one, step);
                    return self.wish(one, next);
                }
                let (low, high) = (one.min(other), one.max(other));
                let (before, after) = self.readers.split_at_mut(high);
                self.world.slow.set(true);
                let first = before[low].wish(step, now);
                let back = TimeDelta::hours(1);
                let (first, second) = race(first, after[0].wish(next, now - back), *turns);
                self.world.slow.set(false);
                self.told.extend([first, second]);
            }
            Happening::Failing(tab, step, fault) => {
                self.world.go_wrong(Some(fault.clone()), None);
                self.wish(*tab, step);
                self.world.calm();
            }
            Happening::Killed(tab, step, calls, parts) => {
                self.world.go_wrong(None, Some(*calls));
                self.wish(*tab, step);
                self.crash(*parts);
            }
            Happening::Crash(parts) => self.crash(*parts),
            Happening::Close(tab) => self.readers[tab % tabs].volume = None,
            Happening::Rename(tab, title) => {
                let reader = &mut self.readers[tab % tabs];
                if let Some(volume) = &mut reader.volume {
                    let ink = volume.rename(Some(format!("Diary {title}")));
                    if block_on(reader.tab.keep(&ink)).is_ok() {
                        volume.take_in([], &ink.change.record).unwrap();
                        assert_eq!(volume.title(), Some(format!("Diary {title}").as_str()));
                    }
                }
            }
            Happening::ShelfWiped => self.world.on_shelf(BTreeMap::clear),
            Happening::Flush => self.world.flush(),
        }
    }

    fn wish(&mut self, tab: usize, step: &Step) {
        let at = tab % self.readers.len();
        self.told.push(block_on(self.readers[at].wish(step, self.now)));
    }

    fn crash(&mut self, parts: u64) {
        self.world.crash(|at| parts & (1 << (at % 64)) != 0);
        self.readers.iter_mut().for_each(|reader| reader.volume = None);
    }

    /// What was shown as saved, in any tab, by number: each number only once.
    fn shown(&self) -> BTreeMap<usize, String> {
        let mut shown = BTreeMap::new();
        for (number, line) in self.readers.iter().flat_map(|reader| reader.told.iter().cloned()) {
            let before = shown.insert(number, line);
            assert_eq!(before, None, "number {number} was given to two entries");
        }
        shown
    }

    fn judge(&mut self) {
        let shown = self.shown();
        let found = judge(&self.world, &Shown { lines: Vec::new(), is_whole: true });
        assert_eq!(found.damage, None);
        let back = found.volume.lines(1);
        for (number, line) in &shown {
            assert!(
                back.contains(&(*number, line.clone())),
                "entry {number} was shown, and is not back"
            );
        }
        let tried: BTreeSet<&String> =
            self.readers.iter().flat_map(|reader| &reader.tried).collect();
        assert!(back.iter().all(|(_, line)| tried.contains(line)), "nobody wrote that");
        // Each entry was allowed where it stands, whoever decided it on what.
        let mut bank = Bank::default();
        for entry in found.volume.diary().entries() {
            bank = bank.evolve(&entry.event);
            let balances = Account::ALL.map(|account| bank.balance(account));
            assert!(balances.iter().flatten().all(|it| it.in_cents() >= 0), "{entry:?}");
        }
        // All tabs come to the same diary, those that were open by taking in the rest.
        for reader in &mut self.readers {
            let mut again = 0;
            while reader.volume.is_none() || again == 0 {
                if reader.volume.is_none() {
                    reader.volume = Some(opened(&reader.tab).unwrap().volume);
                }
                block_on(reader.catch_up()).unwrap();
                again += 1;
            }
            let volume = reader.volume.as_ref().unwrap();
            assert_eq!(volume.fingerprint(), found.volume.fingerprint());
            assert!(*volume == found.volume, "the same title as well");
        }
    }
}

#[test]
fn fault_05_tabs_agree_on_one_order_whatever_happens() {
    let cases = (2..=4_usize, vec(name(), 4), vec(happening(), 1..30));
    check_times(400, cases, |(tabs, names, happenings)| {
        let mut play = Play::new(tabs, &names);
        for happening in &happenings {
            play.happens(happening);
        }
        play.judge();
        Ok(())
    });
}

#[test]
fn fault_05_a_deleted_diary_stays_deleted_for_all_tabs() {
    let deleting = (0..4_usize, 0..6_usize, any::<u64>(), step(8..36));
    let cases = (2..=4_usize, vec(happening(), 1..10), deleting);
    check_times(256, cases, |(tabs, happenings, (tab, calls, parts, step))| {
        let names = ["Ana", "Ben", "Cem", "Dan"].map(str::to_owned);
        let mut play = Play::new(tabs, &names);
        for happening in &happenings {
            play.happens(happening);
        }
        // It is deleted in one tab, and the browser may be killed meanwhile.
        play.world.go_wrong(None, Some(calls));
        let deleted = block_on(play.readers[tab % tabs].tab.delete(NAME));
        play.world.calm();
        if deleted.is_err() {
            play.crash(parts);
        }
        if play.world.book(NAME).record.as_deref() != Some(TOMBSTONE) {
            prop_assert!(deleted.is_err());
            play.judge();
            return Ok(());
        }
        play.told.clear();
        (0..tabs).for_each(|tab| play.wish(tab, &step));
        prop_assert!(play.told.iter().all(|told| matches!(told, Told::Gone | Told::Refused)));
        is_deleted(&play.world);
        Ok(())
    });
}

#[test]
fn fault_06_two_tabs_withdraw_everything_and_one_succeeds() {
    use event_diary::domain::{Money, bank::Command};
    for turns in 0..1_u64 << 12 {
        let mut diary = Diary::default();
        let account = Account::Everyday;
        diary.append(begun(), [Event::AccountOpened { account, owner: "Ana".into() }]);
        let amount = Money::cents(500_00);
        diary.append(begun(), [Event::Deposited { account, amount }]);
        let (world, volume) = world_of(&diary);
        let withdraw = async |mut volume: Volume<Event>| {
            let tab = world.tab();
            loop {
                let bank: Bank = replay(volume.diary().entries().iter().map(|entry| &entry.event));
                let Ok(events) = bank.decide(&Command::Withdraw { account, amount }) else {
                    return (false, volume);
                };
                let draft = volume.draft(begun(), events);
                match tab.keep(&draft.ink).await {
                    Ok(_) => {
                        volume.accept(draft);
                        return (true, volume);
                    }
                    Err(error) => assert_eq!(error, KeepError::Stale),
                }
                let found = tab.found(NAME, volume.diary().len() + 1).await.unwrap().unwrap();
                let lines = found.lines.iter().map(|(_, line)| line.as_str());
                volume.take_in(lines, &found.record.unwrap()).unwrap();
            }
        };
        world.slow.set(true);
        let ((one, first), (other, second)) =
            race(withdraw(volume.clone()), withdraw(volume.clone()), turns);
        world.slow.set(false);
        assert!(one != other, "exactly one, in the order {turns:b}");
        assert_eq!(first.fingerprint(), second.fingerprint());
        if turns.is_multiple_of(64) {
            judge(&world, &Shown::all(&first));
        }
    }
}

/// The play is worth as much as what happens in it.
#[test]
fn the_tabs_save_refuse_and_meet() {
    let mut counts = BTreeMap::new();
    let cases = (2..=4_usize, vec(happening(), 20..30));
    for (tabs, happenings) in crate::random::always(&cases, 60) {
        let mut play = Play::new(tabs, &["Ana", "Ben", "Cem", "Dan"].map(str::to_owned));
        for happening in &happenings {
            play.happens(happening);
        }
        for told in play.told {
            *counts.entry(format!("{told:?}")).or_insert(0) += 1;
        }
    }
    assert!(
        counts["Saved"] > 300 && counts["Refused"] > 100 && counts["Failed"] > 20,
        "{counts:?}"
    );
}
