//! What holds at the demos in whatever order the buttons are pressed, compared with counting on
//! one's fingers.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use course::{
    COURSE_NOW, big_diary,
    demo::{Checkpoint, Look, open, seal, unseal},
};
use diary::Diary;
use examples::{Money, bank::Event};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{
    at_demo::{AtDemo, LEFT, RIGHT, sit_at, with_a_demo},
    random::{check, check_times, name},
};

impl AtDemo {
    fn money(&self, side: usize, label: &str) -> Money {
        self.fact(side, label).map_or(Money::ZERO, |shown| Money::parse(&shown).unwrap())
    }

    fn count(&self, side: usize, label: &str) -> usize {
        self.fact(side, label).unwrap().replace(',', "").parse().unwrap()
    }
}

/// Any buttons, also some that aren't there.
fn presses() -> impl Strategy<Value = Vec<usize>> {
    vec(0..5_usize, 0..16)
}

/// A teller as it is in the world with a row: what was read, and whether it came to an end.
#[derive(Clone, Copy, Default)]
struct Naive {
    read: Option<i64>,
    done: bool,
}

#[test]
fn c1_in_whatever_order_one_line_is_written_at_most() {
    check(presses(), |presses| {
        let mut demo = sit_at("c1");
        let (mut row, mut paid, mut tellers) = (490_00, 0, [Naive::default(); 2]);
        for press in presses {
            // By hand: a read takes the row along, a payment writes what was read less 400.00.
            if let (0..=1, teller) = (press, press % 2) {
                if !tellers[teller].done {
                    tellers[teller].read = Some(row);
                }
            } else if let (2..=3, Naive { read: Some(read), done: false }) =
                (press, tellers[press % 2])
            {
                tellers[press % 2].done = true;
                if read >= 400_00 {
                    (row, paid) = (read - 400_00, paid + 400_00);
                }
            }
            demo.0.press(press);
            prop_assert_eq!(demo.money(LEFT, "Balance").in_cents(), row);
            prop_assert_eq!(demo.money(LEFT, "Paid out").in_cents(), paid);

            let paid = demo.money(RIGHT, "Paid out").in_cents();
            prop_assert!(paid == 0 || paid == 400_00);
            prop_assert_eq!(demo.money(RIGHT, "Balance").in_cents(), 490_00 - paid);
            prop_assert_eq!(demo.money(RIGHT, "Paid out and not written"), Money::ZERO);
        }
        // However far it came, both can be brought to their end, and then exactly one has paid.
        for _ in 0..2 {
            (0..4).for_each(|button| {
                demo.0.press(button);
            });
        }
        prop_assert!(
            demo.0.actions().iter().all(|action| action.why_not == Some("This teller is done."))
        );
        prop_assert_eq!(demo.money(RIGHT, "Paid out"), Money::cents(400_00));
        prop_assert_eq!(demo.notes(RIGHT, Look::Refused).len(), 1);
        Ok(())
    });
}

#[test]
fn c2_however_often_it_is_said() {
    check(vec(any::<bool>(), 0..25), |messages| {
        let mut demo = sit_at("c2");
        let (mut sent, mut came) = (0, 0);
        for is_new in messages {
            if is_new {
                (sent, came) = (sent + 1, came + 1);
            } else if sent > 0 {
                came += 1;
            }
            demo.0.press(usize::from(!is_new));
        }
        let balance = |messages: i64| Money::cents(490_00 + 50_00 * messages);
        prop_assert_eq!(demo.money(LEFT, "Balance"), balance(came));
        prop_assert_eq!(demo.money(RIGHT, "Balance"), balance(sent));
        prop_assert_eq!(demo.count(RIGHT, "Entries"), 11 + usize::try_from(sent).unwrap());
        Ok(())
    });
}

#[test]
fn b6_a_mail_for_each_new_deposit_and_none_for_looking_back() {
    check(vec(any::<bool>(), 0..25), |presses| {
        let mut demo = sit_at("b6");
        demo.press(["attach"]);
        let (mut deposits, mut naive) = (0, 0);
        for is_deposit in presses {
            demo.press([if is_deposit { "deposit" } else { "replay" }]);
            deposits += usize::from(is_deposit);
            naive += if is_deposit { 1 } else { 4 + deposits };
        }
        prop_assert_eq!(demo.count(LEFT, "Emails sent"), naive);
        prop_assert_eq!(demo.count(RIGHT, "Emails sent"), deposits);
        Ok(())
    });
}

#[test]
fn b1_in_pen_nothing_that_was_written_is_lost() {
    check(presses(), |presses| {
        let mut demo = sit_at("b1");
        for press in presses {
            let (before, lines) = (demo.notes(RIGHT, Look::Line), demo.count(RIGHT, "Entries"));
            demo.0.press(press);
            let after = demo.notes(RIGHT, Look::Line);
            let written = demo.count(RIGHT, "Entries") - lines;
            prop_assert_eq!(&after[..after.len() - written], &before[written..]);
            prop_assert!(demo.fact(RIGHT, "Balance on 2 March").is_none_or(|it| it == "445.00"));
        }
        Ok(())
    });
}

fn long() -> &'static Diary<Event> {
    static LONG: OnceLock<Diary<Event>> = OnceLock::new();
    LONG.get_or_init(|| big_diary(10_000, DateTime::from_timestamp_millis(COURSE_NOW).unwrap()))
}

#[test]
fn b4_from_any_page_it_opens_the_same() {
    let entries = long().entries();
    let truth = open(entries, None);
    assert_eq!(truth.replayed, 10_000);
    check_times(
        200,
        (0..=10_100_usize, 1..=1_000_00_i64, 0..10_000_usize),
        |(version, cents, other)| {
            let checkpoint = Checkpoint::of(entries, version);
            let version = version.min(10_000);
            prop_assert_eq!(checkpoint.version(), version);
            prop_assert!(checkpoint.is_sealed(entries));
            let opened = open(entries, Some(&checkpoint));
            prop_assert_eq!(opened.replayed, 10_000 - version);
            prop_assert_eq!(&opened.bank, &truth.bank);
            // It is of no use for a shorter diary, nor when its amount is another one.
            prop_assert_eq!(checkpoint.is_sealed(&entries[..other]), version <= other);
            prop_assert!(!checkpoint.spoiled(Money::cents(cents)).is_sealed(entries));
            Ok(())
        },
    );
}

/// A diary that differs before the checkpoint is another diary, if the entry at its page differs.
#[test]
fn b4_a_checkpoint_belongs_to_its_line() {
    let at = DateTime::<Utc>::from_timestamp_millis(COURSE_NOW).unwrap();
    let later = big_diary(100, at + chrono::TimeDelta::minutes(1));
    assert!(!Checkpoint::of(big_diary(100, at).entries(), 64).is_sealed(later.entries()));
}

#[test]
fn c6_any_name_comes_back_with_its_key_alone() {
    check(
        (name(), any::<[u8; 32]>(), any::<usize>(), 0..32_usize, any::<prop::sample::Index>()),
        |case| {
            let (name, key, entry, place, digit) = case;
            let sealed = seal(&key, entry, &name);
            prop_assert_eq!(unseal(&key, entry, &sealed), Some(name));
            let mut other = key;
            other[place] ^= 1;
            prop_assert_eq!(unseal(&other, entry, &sealed), None);
            prop_assert_eq!(unseal(&key, entry ^ 1, &sealed), None);
            // Any digit that is changed is noticed.
            let at = digit.index(sealed.len());
            let swapped = if &sealed[at..=at] == "0" { "1" } else { "0" };
            let changed = format!("{}{swapped}{}", &sealed[..at], &sealed[at + 1..]);
            prop_assert_eq!(unseal(&key, entry, &changed), None);
            Ok(())
        },
    );
}

/// Whatever is pressed: a button that can't be pressed does nothing, and one that can tells
/// something on both sides.
#[test]
fn no_button_does_nothing_and_none_fails() {
    // 10,000 entries take their time.
    let (slow, quick): (Vec<_>, Vec<_>) = with_a_demo().partition(|id| *id == "b4");
    let presses = || vec(0..9_usize, 1..12);
    check((select(quick), presses()), |(which, presses)| obeys(which, &presses));
    check_times(20, (select(slow), presses()), |(which, presses)| obeys(which, &presses));
}

fn obeys(which: &str, presses: &[usize]) -> Result<(), proptest::test_runner::TestCaseError> {
    let AtDemo(mut demo) = sit_at(which);
    let names = |actions: Vec<course::demo::Action>| {
        actions.into_iter().map(|action| action.name).collect::<Vec<_>>()
    };
    let all = names(demo.actions());
    for press in presses {
        let (before, actions) = (demo.sides(), demo.actions());
        let can = actions.get(*press).filter(|action| action.why_not.is_none());
        let pressed = demo.press(*press);
        prop_assert_eq!(pressed, can.map(|action| action.name));
        let after = demo.sides();
        if pressed.is_none() {
            prop_assert_eq!(after, before);
        } else {
            prop_assert!(after.iter().all(|side| !side.said.is_empty()));
        }
        prop_assert_eq!(names(demo.actions()), all.clone());
    }
    Ok(())
}
