//! The races themselves.

use proptest::prelude::*;

use super::{
    play::Play,
    steps::steps,
    tab::{Fate, Has, Worth},
};
use crate::random::{always, check_times};

/// How many races are run: more by `RACES=100000 cargo test -p spec --test spec race`.
fn races() -> u32 {
    std::env::var("RACES").ok().and_then(|races| races.parse().ok()).unwrap_or(10_000)
}

fn race_in(has: Has, times: u32) {
    check_times(times, (any::<bool>(), steps()), |(is_new, steps)| {
        let judged = std::panic::catch_unwind(|| {
            let mut play = Play::new(has, is_new);
            for step in &steps {
                play.happens(step);
            }
            play.judge();
        });
        // As a script that can be read, a step a line.
        judged.map_err(|why| {
            let why = why.downcast::<String>().map(|why| *why).unwrap_or_default();
            let script: Vec<_> = steps.iter().map(|step| format!("  {step:?}")).collect();
            TestCaseError::fail(format!("{why}\n{has:?}, new: {is_new}\n{}\n", script.join("\n")))
        })
    });
}

#[test]
fn fault_05_each_command_has_one_outcome_in_its_own_diary() {
    race_in(Has::Both, races() * 6 / 10);
}

#[test]
fn fault_05_the_same_without_localstorage() {
    race_in(Has::Database, races() / 10);
}

#[test]
fn fault_14_the_same_without_a_database() {
    race_in(Has::Mirror, races() * 2 / 10);
}

#[test]
fn fault_14_the_same_without_any_store() {
    race_in(Has::Nothing, races() / 10);
}

/// The races are worth as much as what happens in them.
#[test]
fn in_the_races_commands_are_saved_refused_and_cut_off() {
    let (mut saved, mut refused, mut cut_off, mut memory) = (0, 0, 0, 0);
    for (is_new, steps) in always(&(any::<bool>(), steps()), 150) {
        let mut play = Play::new(Has::Both, is_new);
        for step in &steps {
            play.happens(step);
        }
        play.judge();
        saved += play.count(|fate| *fate == Fate::Saved(Worth::Safe));
        memory += play.count(|fate| *fate == Fate::Saved(Worth::Memory));
        refused += play.count(|fate| matches!(fate, Fate::Refused { .. }));
        cut_off += play.count(|fate| *fate == Fate::Pending);
    }
    let counts = format!("saved {saved}, refused {refused}, cut off {cut_off}, memory {memory}");
    assert!(saved > 300 && refused > 60 && cut_off > 20 && memory > 5, "{counts}");
}
