//! Fault 25: the clock of one tab jumps back by an hour, a year, or to where time begins.

use chrono::{DateTime, TimeDelta, Utc};
use course::course;
use examples::{
    Money,
    bank::{Account, Event},
};
use storage::{Appended, Mirrored};

use crate::{
    judge::{NAME, Shown, judge, opened, world_of},
    stores::ask,
    turns::block_on,
};

fn deposit() -> Event {
    Event::Deposited { account: Account::Everyday, amount: Money::cents(1) }
}

/// Clocks that are set back from this time, or are wrong altogether.
fn set_back(from: DateTime<Utc>) -> [DateTime<Utc>; 6] {
    [
        from - TimeDelta::hours(1),
        from - TimeDelta::days(365),
        from - TimeDelta::milliseconds(1),
        from - TimeDelta::milliseconds(86_399_999),
        DateTime::UNIX_EPOCH - TimeDelta::days(1),
        DateTime::<Utc>::MIN_UTC,
    ]
}

#[test]
fn fault_25_a_clock_that_jumps_back_takes_no_entry_back() {
    let last = course().bank.entries().last().unwrap().at;
    for clock in set_back(last) {
        let (world, mut stored) = world_of(&course().bank);
        for now in [clock, clock + TimeDelta::minutes(1), last + TimeDelta::hours(2), clock] {
            let before = stored.diary().entries().last().unwrap().at;
            let draft = stored.draft(now, [deposit()]);
            assert_eq!(
                block_on(world.tab().append(&draft.changes, None)),
                Appended::Written(Mirrored::Done)
            );
            stored.accept(draft);
            let at = stored.diary().entries().last().unwrap().at;
            assert_eq!(at, before.max(now), "it takes the time of the one before it");
        }
        world.crash(|_| false);
        let found = judge(&world, &Shown::all(&stored));
        assert_eq!((found.damage, found.stored.diary().len()), (None, 15));
        // Every moment still has one answer: looked for by halving, or one by one.
        let entries = stored.diary().entries();
        for entry in entries {
            let by_hand = entries.iter().filter(|it| it.at <= entry.at).count();
            assert_eq!(stored.diary().as_of(entry.at).len(), by_hand);
        }
    }
}

#[test]
fn fault_25_tabs_whose_clocks_differ_agree() {
    let last = course().bank.entries().last().unwrap().at;
    for clock in set_back(last) {
        let (world, _) = world_of(&course().bank);
        let mut ahead = opened(&world.tab()).unwrap().stored;
        let mut behind = opened(&world.tab()).unwrap().stored;
        let tab = world.tab();
        for _ in 0..5 {
            let draft = ahead.draft(last + TimeDelta::days(1), [deposit()]);
            assert_eq!(
                block_on(tab.append(&draft.changes, None)),
                Appended::Written(Mirrored::Done)
            );
            ahead.accept(draft);

            let draft = behind.draft(clock, [deposit()]);
            assert_eq!(block_on(tab.append(&draft.changes, None)), Appended::Stale);
            let found = ask(tab.found(NAME, behind.diary().len() + 1)).unwrap();
            let lines = found.lines.iter().map(|(_, line)| line.as_str());
            behind.take_in(lines, &found.record.unwrap()).unwrap();
            let draft = behind.draft(clock, [deposit()]);
            assert_eq!(
                block_on(tab.append(&draft.changes, None)),
                Appended::Written(Mirrored::Done)
            );
            let (line, record) =
                (draft.changes.change.lines[0].1.clone(), draft.changes.change.record.clone());
            behind.accept(draft);
            ahead.take_in([line.as_str()], &record).unwrap();
        }
        assert_eq!(ahead, behind);
        judge(&world, &Shown::all(&ahead));
    }
}
