//! The demos of part B and what holds for all, played to the end that the course promises.

use course::demo::Look;

use crate::{
    answers::right,
    at_demo::{AtDemo, LEFT, RIGHT, sit_at, with_a_demo},
};

#[test]
fn b1_a_fee_is_given_back_and_both_lines_stay() {
    let mut demo = sit_at("b1");
    demo.shows("Balance now", "485.00", "485.00");
    demo.shows("Entries", "10", "10");
    demo.hides("Balance on 2 March");
    demo.press(["refund"]);
    demo.shows("Entries", "11", "11");
    demo.shows("Fee and refund together", "0.00", "0.00");
    demo.shows("Balance now", "490.00", "490.00");
    demo.press(["ask"]);
    demo.shows("Balance on 2 March", "445.00", "445.00");
    let lines = demo.notes(RIGHT, Look::Line);
    assert_eq!(lines[2], "Fee of 5.00 charged");
    assert_eq!(lines[5], "Fee of 5.00 refunded");
    assert_eq!(
        demo.said(RIGHT),
        "445.00 at the end of that day, as the bank printed it for Ana then."
    );
    assert!(demo.why_not("refund").is_some() && demo.why_not("ask").is_some());
}

#[test]
fn b1_what_is_rubbed_out_changes_the_past() {
    let mut demo = sit_at("b1");
    let before = demo.notes(RIGHT, Look::Line);
    demo.press(["erase", "ask"]);
    demo.shows("Balance on 2 March", "450.00", "445.00");
    demo.shows("Printed for Ana on 2 March", "445.00", "445.00");
    demo.shows("Entries", "9", "10");
    assert_eq!(demo.notes(RIGHT, Look::Line), before);
    assert!(!demo.notes(LEFT, Look::Line).iter().any(|line| line.starts_with("Fee")));
    assert!(demo.why_not("erase").is_some());
    demo.press(["refund"]);
    assert_eq!(
        demo.said(LEFT),
        "Refund fee 1: this fee was never charged, so it can’t be given back."
    );
    assert_eq!(demo.said(RIGHT), "Entry 11 gives back what entry 8 took.");
    demo.shows("Entries", "9", "11");
    assert_eq!(demo.fact(LEFT, "Fee and refund together"), None);
}

/// Given back and then rubbed out, the 5.00 come twice.
#[test]
fn b1_a_refund_without_its_fee_is_a_gift() {
    let mut demo = sit_at("b1");
    demo.press(["refund", "erase"]);
    demo.shows("Balance now", "495.00", "490.00");
}

#[test]
fn b4_a_checkpoint_saves_reading_and_decides_nothing() {
    let mut demo = sit_at("b4");
    demo.hides("Entries replayed");
    demo.press(["open-with"]);
    demo.shows("Entries replayed", "16", "16");
    let balance = demo.fact(RIGHT, "Balance").unwrap();
    demo.press(["open-without"]);
    demo.shows("Entries replayed", "10,000", "10,000");
    demo.shows("Balance", &balance, &balance);
    demo.press(["delete"]);
    demo.hides("Balance");
    assert_eq!(demo.why_not("open-with"), Some("There is no saved sum. Make a new one first."));
    demo.press(["open-without"]);
    demo.shows("Balance", &balance, &balance);
    demo.press(["make", "open-with"]);
    demo.shows("Entries replayed", "16", "16");
    demo.shows("Balance", &balance, &balance);
}

#[test]
fn b4_a_wrong_checkpoint_is_noticed_where_it_is_checked() {
    let mut demo = sit_at("b4");
    demo.press(["open-without"]);
    let truth = demo.fact(RIGHT, "Balance").unwrap();
    demo.press(["spoil", "open-with"]);
    demo.shows("Entries replayed", "16", "10,000");
    assert_eq!(demo.fact(RIGHT, "Balance"), Some(truth.clone()));
    assert_ne!(demo.fact(LEFT, "Balance"), Some(truth.clone()));
    assert_eq!(
        demo.said(LEFT),
        "16 entries were read. Nobody notices that the balance is 1,000.00 too much."
    );
    assert_eq!(
        demo.said(RIGHT),
        "The seal doesn’t fit, so the saved sum is not used. 10,000 entries were read."
    );
    demo.press(["make", "open-with"]);
    demo.shows("Balance", &truth, &truth);
}

#[test]
fn b5_a_fact_carries_what_was_charged() {
    let mut demo = sit_at("b5");
    demo.press(["replay"]);
    demo.shows("February’s fee", "5.00", "5.00");
    demo.shows("Changed by", "0.00", "0.00");
    demo.press(["raise"]);
    demo.hides("February’s fee");
    demo.press(["replay"]);
    assert_eq!(
        demo.said(LEFT),
        "The past has changed. March began with 503.00, but Ana was told 505.00."
    );
    assert_eq!(demo.said(RIGHT), "Every day is as it was.");
    demo.shows("The fee today", "7.00", "7.00");
    demo.shows("February’s fee", "7.00", "5.00");
    demo.shows("Balance when March began", "503.00", "505.00");
    demo.shows("Told to Ana that day", "505.00", "505.00");
    demo.shows("Changed by", "−2.00", "0.00");
    // The refund is worked out again as well, so today hides what happened to the past.
    demo.shows("Balance now", "490.00", "490.00");
    demo.press(["charge"]);
    assert_eq!(demo.said(RIGHT), "Entry 12 says what was charged: 7.00.");
    demo.press(["replay"]);
    demo.shows("February’s fee", "7.00", "5.00");
    demo.shows("March’s fee", "7.00", "7.00");
    demo.shows("Balance now", "483.00", "483.00");
    assert!(demo.why_not("charge").is_some() && demo.why_not("raise").is_some());
}

#[test]
fn b5_what_was_charged_before_the_rise_stays_too() {
    let mut demo = sit_at("b5");
    demo.press(["charge", "raise", "replay"]);
    demo.shows("March’s fee", "7.00", "5.00");
    demo.shows("Balance now", "483.00", "485.00");
}

#[test]
fn b6_replay_is_quiet() {
    let mut demo = sit_at("b6");
    assert_eq!(demo.why_not("replay"), Some("Attach “send a receipt” first."));
    demo.press(["attach"]);
    demo.shows("Emails sent", "0", "0");
    demo.press(["replay"]);
    demo.shows("Emails sent", "4", "0");
    assert_eq!(demo.said(LEFT), "11 entries were read again. 4 emails were sent.");
    assert_eq!(demo.said(RIGHT), "11 entries were read again. No email was sent.");
    demo.press(["deposit"]);
    demo.shows("Emails sent", "5", "1");
    demo.shows("Balance", "500.00", "500.00");
    demo.press(["replay"]);
    demo.shows("Emails sent", "10", "1");
    assert_eq!(demo.notes(RIGHT, Look::Sent), ["To Ana: Deposited 10.00"]);
    assert_eq!(demo.notes(LEFT, Look::Sent).len(), 6);
}

/// Nobody is told before they press.
#[test]
fn nothing_is_told_beforehand() {
    for which in with_a_demo() {
        let AtDemo(demo) = sit_at(which);
        let sides = demo.sides();
        assert!(sides.iter().all(|side| side.said.is_empty()), "{which}");
        assert_ne!(sides[0].name, sides[1].name);
        let mut names: Vec<_> = demo.actions().iter().map(|action| action.name).collect();
        assert!(!names.is_empty() && !demo.about().is_empty());
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), demo.actions().len(), "{which}");
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
