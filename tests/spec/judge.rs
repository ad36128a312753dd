//! The judge of every fault, the same for all of them.
//!
//! - What was shown as saved comes back.
//! - No number comes twice.
//! - A gap is shown, not hidden.
//! - The replayed balance is that of a plain model.

use std::collections::{BTreeMap, BTreeSet};

use diary::{Diary, FormatError, replay};
use examples::{
    Money,
    bank::{Account, Bank, Event},
};
use storage::{DiaryStore, Opened, Outcome, StoredDiary, TOMBSTONE};

use crate::stores::{Tab, World, ask};

/// The name of the diary in the tests with one.
pub(crate) const NAME: &str = "bank-1";

/// What a reader was told before something went wrong.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// The lines of the entries that were shown as saved.
    pub(crate) lines: Vec<String>,
    /// Whether each of these lines is still whole in one of the two places. When it isn't, a good
    /// prefix has to come back, and the reader has to be told.
    pub(crate) is_whole: bool,
}

impl Shown {
    /// Everything of a diary is shown, and is somewhere.
    pub(crate) fn all(stored: &StoredDiary<Event>) -> Self {
        Self { lines: lines_of(stored), is_whole: true }
    }

    /// The same, but there may be nothing left of some of it.
    pub(crate) fn damaged(self) -> Self {
        Self { is_whole: false, ..self }
    }
}

/// The stored lines of a diary.
pub(crate) fn lines_of(stored: &StoredDiary<Event>) -> Vec<String> {
    stored.lines(1).into_iter().map(|(_, line)| line).collect()
}

/// Opens the diary in a tab that has just been started.
pub(crate) fn opened(tab: &Tab) -> Option<Opened<Event>> {
    ask(tab.open(NAME, async |_| {})).expect("the ledger answers")
}

/// A browser that has this diary in both places, flushed, and the diary.
pub(crate) fn world_of(diary: &Diary<Event>) -> (World, StoredDiary<Event>) {
    let world = World::default();
    let begun = ask(world.tab().begin("bank", crate::mirror::begun(), diary.clone()));
    let (stored, mirror) = begun.expect("it is kept");
    assert_eq!((stored.name(), mirror), (NAME, Outcome::Done(())));
    world.flush();
    (world, stored)
}

/// Starts the page again, in a browser with both stores, and judges what it shows.
#[track_caller]
pub(crate) fn judge(world: &World, shown: &Shown) -> Opened<Event> {
    judge_in(world, &world.tab(), shown)
}

/// The same in a browser that may lack one of the stores.
#[track_caller]
pub(crate) fn judge_in(world: &World, tab: &Tab, shown: &Shown) -> Opened<Event> {
    let before = (world.mirror(), world.book(NAME));
    let found = opened(tab).expect("it does not come back as if it had never been");
    let back = lines_of(&found.stored);
    let same = back.iter().zip(&shown.lines).take_while(|(back, shown)| back == shown).count();
    if shown.is_whole {
        assert_eq!(same, shown.lines.len(), "saved, but not back: {:?}", found.damage);
    } else if same < shown.lines.len() {
        assert!(found.damage.is_some(), "entries from {} on are lost in silence", same + 1);
        assert_eq!(back.len(), same, "what follows a gap is not the diary");
    }
    is_in_order(&found.stored);
    balances_are_those_of_a_plain_model(found.stored.diary());
    assert!(!world.disk.borrow().written_over, "a line was written over");
    if let Some(damage) = &found.damage {
        assert_eq!(damage.stops_after, found.stored.diary().len());
        if let FormatError::Newer(_) | FormatError::UnknownEvent { .. } = damage.why {
            assert_eq!((world.mirror(), world.book(NAME)), before, "left as it is");
            return found;
        }
    }
    assert_eq!(found.repaired, Ok(()));
    nothing_is_thrown_away(world, tab, &before.0, &before.1);
    is_whole_now(world, tab, &found);
    found
}

#[track_caller]
fn is_in_order(stored: &StoredDiary<Event>) {
    let entries = stored.diary().entries();
    assert!(entries.iter().map(|entry| entry.number).eq(1..=entries.len()), "no number twice");
    assert!(entries.is_sorted_by_key(|entry| entry.at), "time does not run backwards");
}

/// Balances by hand: no rules, no money type, no fold of ours.
#[track_caller]
pub(crate) fn balances_are_those_of_a_plain_model(diary: &Diary<Event>) {
    let mut cents = BTreeMap::<String, i64>::new();
    let key = |account: &Account| account.name().to_ascii_lowercase();
    let mut moved = |account: &Account, by: i64| *cents.entry(key(account)).or_default() += by;
    let mut all = BTreeSet::from(Account::FIRST);
    for entry in diary.entries() {
        all.extend(entry.event.accounts().cloned());
        match &entry.event {
            Event::AccountOpened { account, .. } => moved(account, 0),
            Event::Deposited { account, amount } | Event::FeeRefunded { account, amount, .. } => {
                moved(account, amount.in_cents());
            }
            Event::Withdrawn { account, amount } | Event::FeeCharged { account, amount, .. } => {
                moved(account, -amount.in_cents());
            }
            Event::Transferred { from, to, amount } => {
                moved(from, -amount.in_cents());
                moved(to, amount.in_cents());
            }
        }
    }
    let bank: Bank = replay(diary.entries().iter().map(|entry| &entry.event));
    for account in all {
        let expected = cents.get(&key(&account)).copied().map(Money::cents);
        assert_eq!(bank.balance(&account), expected, "the balance of {account:?}");
    }
}

/// Whatever stood in the mirror or in the log and doesn't stand in the diary was set aside.
#[track_caller]
fn nothing_is_thrown_away(
    world: &World,
    tab: &Tab,
    mirror: &crate::mirror::Texts,
    book: &crate::stores::Book,
) {
    let now = world.mirror();
    for (key, text) in mirror {
        let is_kept = now.values().any(|kept| kept.starts_with(text.as_str()));
        // A record says nothing that the diary doesn't, as long as it can be read at all.
        let is_record = key.ends_with("/meta") && diary::StreamMeta::read(text).is_ok();
        assert!(is_kept || is_record || tab.mirror.is_none(), "{key} is lost: {text:?}");
    }
    let book_now = world.book(NAME);
    for (number, line) in &book.lines {
        let is_kept = book_now.lines.get(number) == Some(line)
            || book_now.aside.contains(&(*number, line.clone()));
        assert!(is_kept || tab.log.is_none(), "line {number} of the ledger is lost");
    }
    assert!(book_now.aside.starts_with(&book.aside), "what was set aside stays");
}

/// Both places have all of it now, and opening it once more finds nothing to say.
#[track_caller]
fn is_whole_now(world: &World, tab: &Tab, found: &Opened<Event>) {
    let book = world.book(NAME);
    if tab.log.is_some() {
        assert_eq!(found.stored.in_log(), book.record.as_deref());
        assert_eq!(book.record.as_ref(), Some(&found.stored.record()));
        assert!(book.lines.into_iter().eq(found.stored.lines(1)), "the ledger has it all");
    }
    if tab.mirror.is_some() && found.mirror.is_ok() {
        let mirror = world.mirror();
        for (key, text) in found.stored.texts() {
            assert_eq!(mirror.get(&key), Some(&text), "{key} on the shelf");
        }
    }
    let before = (world.mirror(), world.book(NAME));
    let again = opened(tab).expect("it is there");
    assert_eq!((&again.damage, again.set_aside), (&None, false));
    assert!(again.stored == found.stored, "it opens as the same diary again");
    assert_eq!(again.stored.fingerprint(), found.stored.fingerprint());
    assert!((world.mirror(), world.book(NAME)) == before, "nothing is left to do");
}

/// The reader has deleted it: it does not come back, and nothing of it is left.
#[track_caller]
pub(crate) fn is_deleted(world: &World) {
    let tab: DiaryStore<_, _> = world.tab();
    assert!(opened(&tab).is_none(), "it comes back");
    assert!(world.mirror().is_empty(), "something is left on the shelf");
    let book = world.book(NAME);
    assert_eq!((book.record.as_deref(), book.lines.len()), (Some(TOMBSTONE), 0));
    assert_eq!(ask(tab.names()), Ok(vec![(NAME.to_owned(), false)]));
}
