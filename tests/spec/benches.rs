//! The benches of part B and what holds for all, played to the end that the course promises.

use course::bench::Look;

use crate::{
    answers::right,
    at_bench::{AtBench, LEFT, RIGHT, sit_at, with_a_bench},
};

#[test]
fn b1_a_fee_is_given_back_and_both_lines_stay() {
    let mut bench = sit_at("b1");
    bench.shows("Balance now", "485.00", "485.00");
    bench.shows("Lines", "10", "10");
    bench.hides("Balance on 2 March");
    bench.press(["refund"]);
    bench.shows("Lines", "11", "11");
    bench.shows("Fee and refund together", "0.00", "0.00");
    bench.shows("Balance now", "490.00", "490.00");
    bench.press(["ask"]);
    bench.shows("Balance on 2 March", "445.00", "445.00");
    let lines = bench.notes(RIGHT, Look::Line);
    assert_eq!(lines[2], "Fee of 5.00 charged to Everyday");
    assert_eq!(lines[5], "Fee of 5.00 refunded to Everyday");
    assert_eq!(
        bench.said(RIGHT),
        "445.00 at the end of that day, as the bank printed it for Ana then."
    );
    assert!(bench.why_not("refund").is_some() && bench.why_not("ask").is_some());
}

#[test]
fn b1_what_is_rubbed_out_changes_the_past() {
    let mut bench = sit_at("b1");
    let before = bench.notes(RIGHT, Look::Line);
    bench.press(["erase", "ask"]);
    bench.shows("Balance on 2 March", "450.00", "445.00");
    bench.shows("Printed for Ana on 2 March", "445.00", "445.00");
    bench.shows("Lines", "9", "10");
    assert_eq!(bench.notes(RIGHT, Look::Line), before);
    assert!(!bench.notes(LEFT, Look::Line).iter().any(|line| line.starts_with("Fee")));
    assert!(bench.why_not("erase").is_some());
    bench.press(["refund"]);
    assert_eq!(bench.said(LEFT), "Refund fee 1: no such fee was ever charged.");
    assert_eq!(bench.said(RIGHT), "Line 11 gives back what line 8 took.");
    bench.shows("Lines", "9", "11");
    assert_eq!(bench.fact(LEFT, "Fee and refund together"), None);
}

/// Given back and then rubbed out, the 5.00 come twice.
#[test]
fn b1_a_refund_without_its_fee_is_a_gift() {
    let mut bench = sit_at("b1");
    bench.press(["refund", "erase"]);
    bench.shows("Balance now", "495.00", "490.00");
}

#[test]
fn b4_a_checkpoint_saves_reading_and_decides_nothing() {
    let mut bench = sit_at("b4");
    bench.hides("Lines replayed");
    bench.press(["open-with"]);
    bench.shows("Lines replayed", "16", "16");
    let balance = bench.fact(RIGHT, "Balance").unwrap();
    bench.press(["open-without"]);
    bench.shows("Lines replayed", "10,000", "10,000");
    bench.shows("Balance", &balance, &balance);
    bench.press(["delete"]);
    bench.hides("Balance");
    assert_eq!(bench.why_not("open-with"), Some("There is no checkpoint. Make a new one first."));
    bench.press(["open-without"]);
    bench.shows("Balance", &balance, &balance);
    bench.press(["make", "open-with"]);
    bench.shows("Lines replayed", "16", "16");
    bench.shows("Balance", &balance, &balance);
}

#[test]
fn b4_a_wrong_checkpoint_is_noticed_where_it_is_checked() {
    let mut bench = sit_at("b4");
    bench.press(["open-without"]);
    let truth = bench.fact(RIGHT, "Balance").unwrap();
    bench.press(["spoil", "open-with"]);
    bench.shows("Lines replayed", "16", "10,000");
    assert_eq!(bench.fact(RIGHT, "Balance"), Some(truth.clone()));
    assert_ne!(bench.fact(LEFT, "Balance"), Some(truth.clone()));
    assert_eq!(
        bench.said(LEFT),
        "16 lines were read. Nobody notices that the balance is 1,000.00 too much."
    );
    assert_eq!(
        bench.said(RIGHT),
        "The seal is broken, so the checkpoint is left aside. 10,000 lines were read."
    );
    bench.press(["make", "open-with"]);
    bench.shows("Balance", &truth, &truth);
}

#[test]
fn b5_a_fact_carries_what_was_charged() {
    let mut bench = sit_at("b5");
    bench.press(["replay"]);
    bench.shows("February’s fee", "5.00", "5.00");
    bench.shows("Changed by", "0.00", "0.00");
    bench.press(["raise"]);
    bench.hides("February’s fee");
    bench.press(["replay"]);
    assert_eq!(
        bench.said(LEFT),
        "The past has changed: March began with 503.00, and Ana was told 505.00."
    );
    assert_eq!(bench.said(RIGHT), "Every day is as it was.");
    bench.shows("The fee today", "7.00", "7.00");
    bench.shows("February’s fee", "7.00", "5.00");
    bench.shows("Balance when March began", "503.00", "505.00");
    bench.shows("Told to Ana that day", "505.00", "505.00");
    bench.shows("Changed by", "−2.00", "0.00");
    // The refund is worked out again as well, so today hides what happened to the past.
    bench.shows("Balance now", "490.00", "490.00");
    bench.press(["charge"]);
    assert_eq!(bench.said(RIGHT), "Line 12 says what was charged: 7.00.");
    bench.press(["replay"]);
    bench.shows("February’s fee", "7.00", "5.00");
    bench.shows("March’s fee", "7.00", "7.00");
    bench.shows("Balance now", "483.00", "483.00");
    assert!(bench.why_not("charge").is_some() && bench.why_not("raise").is_some());
}

#[test]
fn b5_what_was_charged_before_the_rise_stays_too() {
    let mut bench = sit_at("b5");
    bench.press(["charge", "raise", "replay"]);
    bench.shows("March’s fee", "7.00", "5.00");
    bench.shows("Balance now", "483.00", "485.00");
}

#[test]
fn b6_replay_is_quiet() {
    let mut bench = sit_at("b6");
    assert_eq!(bench.why_not("replay"), Some("Attach “send a receipt” first."));
    bench.press(["attach"]);
    bench.shows("Mails sent", "0", "0");
    bench.press(["replay"]);
    bench.shows("Mails sent", "4", "0");
    assert_eq!(bench.said(LEFT), "11 lines were read again. 4 mails were sent.");
    assert_eq!(bench.said(RIGHT), "11 lines were read again. No mail was sent.");
    bench.press(["deposit"]);
    bench.shows("Mails sent", "5", "1");
    bench.shows("Balance", "500.00", "500.00");
    bench.press(["replay"]);
    bench.shows("Mails sent", "10", "1");
    assert_eq!(bench.notes(RIGHT, Look::Sent), ["To Ana: Deposited 10.00 into Everyday"]);
    assert_eq!(bench.notes(LEFT, Look::Sent).len(), 6);
}

/// Nobody is told before they press.
#[test]
fn nothing_is_told_beforehand() {
    for which in with_a_bench() {
        let AtBench(bench) = sit_at(which);
        let sides = bench.sides();
        assert!(sides.iter().all(|side| side.said.is_empty()), "{which}");
        assert_ne!(sides[0].name, sides[1].name);
        let mut names: Vec<_> = bench.actions().iter().map(|action| action.name).collect();
        assert!(!names.is_empty() && !bench.about().is_empty());
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), bench.actions().len(), "{which}");
    }
    // As a word of its own: 490.00 is no answer to how much 0.00 is.
    let answers = ["b1", "b2", "b3", "b4", "c2", "c3"].map(|id| (id, format!(" {}", right(id, 0))));
    let telling =
        [("b5", "505.00"), ("c1", "90.00 "), ("c5", "doesn’t fit"), ("c6", "somebody forgotten")];
    let telling = telling.map(|(id, words)| (id, words.to_owned()));
    for (which, answer) in answers.into_iter().chain(telling) {
        let told = sit_at(which).everything();
        assert!(!told.contains(&answer), "{which} tells {answer}: {told}");
    }
}
