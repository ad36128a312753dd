//! Every bench, played to the end that the course promises, on both of its sides.

use event_diary::{
    course::bench::{Look, SYSTEMS, Which, Worth, cards, seal, unseal},
    diary::{FormatError, Link, read_line},
    domain::order,
};

use crate::at_bench::{AtBench, KEY, LEFT, RIGHT, sit_at};

#[test]
fn b1_a_fee_is_given_back_and_both_lines_stay() {
    let mut bench = sit_at(Which::EraseOrRefund);
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
    let mut bench = sit_at(Which::EraseOrRefund);
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
    let mut bench = sit_at(Which::EraseOrRefund);
    bench.press(["refund", "erase"]);
    bench.shows("Balance now", "495.00", "490.00");
}

#[test]
fn b4_a_checkpoint_saves_reading_and_decides_nothing() {
    let mut bench = sit_at(Which::Checkpoint);
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
    let mut bench = sit_at(Which::Checkpoint);
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
        "The seal is broken, so the checkpoint is thrown away. 10,000 lines were read."
    );
    bench.press(["make", "open-with"]);
    bench.shows("Balance", &truth, &truth);
}

#[test]
fn b5_a_fact_carries_what_was_charged() {
    let mut bench = sit_at(Which::NewFee);
    bench.press(["replay"]);
    bench.shows("February’s fee", "5.00", "5.00");
    bench.shows("Changed by", "0.00", "0.00");
    bench.press(["raise"]);
    bench.hides("February’s fee");
    bench.press(["replay"]);
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
    let mut bench = sit_at(Which::NewFee);
    bench.press(["charge", "raise", "replay"]);
    bench.shows("March’s fee", "7.00", "5.00");
    bench.shows("Balance now", "483.00", "485.00");
}

#[test]
fn b6_replay_is_quiet() {
    let mut bench = sit_at(Which::Receipts);
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

const RACE: [&str; 4] = ["one-reads", "two-reads", "one-pays", "two-pays"];

#[test]
fn c1_both_write_90_over_the_row_but_one_line_is_written() {
    let mut bench = sit_at(Which::TwoTellers);
    bench.shows("Balance", "490.00", "490.00");
    bench.press(RACE);
    bench.shows("Balance", "90.00", "90.00");
    bench.shows("Paid out", "800.00", "400.00");
    bench.shows("Paid out and not written", "400.00", "0.00");
    assert_eq!(bench.said(LEFT), "400.00 is paid out, and 90.00 is written over the row.");
    assert_eq!(
        bench.said(RIGHT),
        "Not written: line 11 was the last when the balance was read, and now there are 12. \
         Read again, then decide again."
    );
    assert_eq!(bench.why_not("two-pays"), Some("This teller has to read the balance first."));
    bench.press(["two-reads"]);
    assert_eq!(bench.said(RIGHT), "90.00 is read, at line 12.");
    bench.press(["two-pays"]);
    assert_eq!(bench.said(LEFT), "Nothing more happens here.");
    let rule = "the balance of Everyday is 90.00, and 400.00 is more than that.";
    assert_eq!(bench.said(RIGHT), format!("Refused: {rule}"));
    assert_eq!(
        bench.notes(RIGHT, Look::Refused),
        [format!("Withdraw 400.00 from Everyday: {rule}")]
    );
    bench.shows("Paid out", "800.00", "400.00");
    assert!(RACE.iter().all(|name| bench.why_not(name) == Some("This teller is done.")));
}

#[test]
fn c1_one_after_the_other_both_worlds_refuse() {
    let mut bench = sit_at(Which::TwoTellers);
    assert_eq!(bench.why_not("one-pays"), Some("This teller has to read the balance first."));
    bench.press(["two-reads", "two-pays", "one-reads", "one-pays"]);
    bench.shows("Paid out", "400.00", "400.00");
    for side in [LEFT, RIGHT] {
        assert_eq!(bench.notes(side, Look::Refused).len(), 1);
    }
}

#[test]
fn c2_the_same_number_is_written_once() {
    let mut bench = sit_at(Which::SaidTwice);
    assert_eq!(bench.why_not("repeat"), Some("Nothing has been sent yet."));
    bench.press(["send", "repeat"]);
    bench.shows("Balance", "590.00", "540.00");
    bench.shows("Lines", "13", "12");
    bench.shows("Messages that came", "2", "2");
    assert_eq!(bench.said(RIGHT), "Message 1 is line 12 already. Nothing is written.");
    // A second deposit of the same amount is another message, and counts.
    bench.press(["send"]);
    bench.shows("Balance", "640.00", "590.00");
    let lines = bench.notes(RIGHT, Look::Line);
    assert_eq!(lines.last().unwrap(), "Deposited 50.00 into Everyday (message 2)");
}

#[test]
fn c4_an_old_line_is_read_and_left_alone() {
    let mut bench = sit_at(Which::OldWords);
    let stored = bench.notes(RIGHT, Look::Stored);
    assert!(
        stored[1]
            .starts_with("[2,1771423380000,\"item_added\",{\"name\":\"mug\",\"cents\":1200}]|")
    );
    bench.hides("Mugs in the order");
    bench.press(["read"]);
    assert_eq!(bench.fact(RIGHT, "Mugs in the order").unwrap(), "1");
    assert_eq!(bench.fact(LEFT, "Could not be read").unwrap(), "line 2");
    assert_eq!(bench.said(RIGHT), "All lines were read, and the order comes to 29.00.");
    assert!(bench.said(LEFT).contains("“item_added” is not an event that this version can read"));
    bench.shows("Stored lines changed", "not one letter", "not one letter");
    assert_eq!(bench.notes(RIGHT, Look::Stored), stored);
}

#[test]
fn c4_a_line_that_is_rewritten_breaks_the_chain() {
    let mut bench = sit_at(Which::OldWords);
    let stored = bench.notes(RIGHT, Look::Stored);
    bench.press(["rewrite", "read"]);
    assert_eq!(
        bench.said(LEFT),
        "Line 3 can’t be read: the line was changed after it was written."
    );
    bench.shows("Stored lines changed", "yes", "not one letter");
    assert_eq!(bench.fact(RIGHT, "Mugs in the order").unwrap(), "1");
    assert_eq!(bench.notes(RIGHT, Look::Stored), stored);
    let rewritten = bench.notes(LEFT, Look::Stored);
    assert!(rewritten[1].contains("\"quantity\":1"));
    assert_eq!([&rewritten[0], &rewritten[2]], [&stored[0], &stored[2]]);
}

/// The stored lines are what the core itself would refuse, not a text that looks like it.
#[test]
fn c4_the_old_line_is_a_real_one() {
    let stored = sit_at(Which::OldWords).notes(LEFT, Look::Stored);
    let (_, link) = read_line::<order::Event>(&stored[0], 1, &Link::default()).unwrap();
    let refused = read_line::<order::Event>(&stored[1], 2, &link).unwrap_err();
    assert!(matches!(refused, FormatError::UnknownEvent { name, .. } if name == "item_added"));
}

#[test]
fn c6_the_name_is_noise_and_the_amounts_add_up() {
    let mut bench = sit_at(Which::ForgetMe);
    bench.shows("Whose accounts", "Ana", "Ana");
    bench.shows("Money in the bank", "640.00", "640.00");
    let stored = bench.notes(RIGHT, Look::Stored);
    assert!(!stored.concat().contains("Ana"));
    assert!(bench.notes(LEFT, Look::Stored)[0].contains("\"owner\":\"Ana\""));
    bench.press(["forget", "read"]);
    bench.shows("Whose accounts", "Ana", "somebody forgotten");
    bench.shows("Money in the bank", "640.00", "640.00");
    bench.shows("Lines", "11", "11");
    assert_eq!(bench.notes(RIGHT, Look::Stored), stored);
    assert_eq!(
        bench.said(RIGHT),
        "11 lines were read, and each is tied to the one before. \
         The first says: Everyday opened for somebody forgotten."
    );
    assert!(bench.why_not("forget").is_some());
}

#[test]
fn c6_only_the_key_opens_what_it_sealed() {
    let sealed = seal(&KEY, 1, "Ana");
    // Three letters and 16 bytes that tell whether they are the ones.
    assert_eq!(sealed.len(), 2 * (3 + 16));
    assert_eq!(unseal(&KEY, 1, &sealed).as_deref(), Some("Ana"));
    assert_eq!(unseal(&[8; 32], 1, &sealed), None);
    assert_eq!(unseal(&KEY, 5, &sealed), None);
    assert_ne!(seal(&KEY, 5, "Ana"), sealed);
    for odd in ["", "a", "zz", "é", &sealed[1..], &sealed[2..], "+1"] {
        assert_eq!(unseal(&KEY, 1, odd), None, "{odd}");
    }
}

/// OpenSSL's ChaCha20-Poly1305 says the same, with this key and a nonce of 1 in little-endian bytes.
#[test]
fn c6_it_is_the_cipher_that_it_says() {
    assert_eq!(seal(&KEY, 1, "Ana"), "8aece4b9a04e0953cce941c4b341582893fbf6");
}

#[test]
fn c7_only_facts_that_say_what_and_why_can_answer() {
    let can: Vec<_> =
        cards().iter().filter(|card| card.can_answer()).map(|card| card.name).collect();
    assert_eq!(can, ["PaymentReceived", "Deposited", "ItemAdded"]);
    for card in cards() {
        // Otherwise a card might pass because the days differ in something that nobody asked for.
        let [one, other] = card.answers();
        assert_ne!(one, other, "{}", card.question());
        assert!(card.pages().concat().iter().all(|note| note.words.starts_with(card.name)));
        assert!(!card.pages().concat().is_empty(), "{} writes nothing at all", card.name);
    }
}

#[test]
fn c7_a_card_shows_what_it_would_have_written() {
    let mut bench = sit_at(Which::GoodNames);
    assert_eq!(bench.notes(LEFT, Look::Line), [""; 0]);
    bench.press(["BalanceChanged"]);
    bench.shows("How many deposits were there?", "2, together 105.00", "1, together 100.00");
    let changes =
        ["BalanceChanged: by 100.00", "BalanceChanged: by −5.00", "BalanceChanged: by 5.00"];
    for side in [LEFT, RIGHT] {
        assert_eq!(bench.notes(side, Look::Line), changes);
        assert!(bench.said(side).starts_with("The two pages are the same"));
    }
    bench.press(["PaymentReceived"]);
    bench.shows("When was the payment received?", "20 March 2026, 09:02", "not paid yet");
    assert_eq!(bench.notes(LEFT, Look::Line), ["PaymentReceived: Payment of 8.50 received"]);
    assert_eq!(bench.notes(RIGHT, Look::Line), [""; 0]);
    assert!(bench.said(RIGHT).starts_with("The two pages differ"));
    bench.press(["OrderUpdated"]);
    bench.shows("Was an item removed and put back?", "mug", "no");
}

#[test]
fn c8_half_of_the_systems_need_no_diary() {
    let rows: Vec<_> =
        SYSTEMS.iter().filter(|it| it.worth == Worth::Row).map(|it| it.name).collect();
    assert_eq!(rows, ["A blog", "A thermostat", "A settings page"]);
    let mut bench = sit_at(Which::Systems);
    assert_eq!(bench.said(LEFT), "");
    bench.press(["A ledger"]);
    assert!(bench.said(RIGHT).starts_with("A diary is worth it."));
    bench.press(["A blog"]);
    assert!(bench.said(LEFT).starts_with("A row is enough."));
}

/// Nobody is told before they press.
#[test]
fn nothing_is_told_beforehand() {
    for which in Which::ALL {
        let AtBench(bench) = sit_at(which);
        let sides = bench.sides();
        assert!(sides.iter().all(|side| side.said.is_empty()), "{which:?}");
        assert_ne!(sides[0].name, sides[1].name);
        let mut names: Vec<_> = bench.actions().iter().map(|action| action.name).collect();
        assert!(names.len() >= 2 && !bench.about().is_empty());
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), bench.actions().len(), "{which:?}");
    }
    let answers = [
        (Which::EraseOrRefund, "445.00"),
        (Which::Checkpoint, "16"),
        (Which::NewFee, "505.00"),
        (Which::TwoTellers, "90.00 "),
        (Which::SaidTwice, "540.00"),
        (Which::ForgetMe, "somebody forgotten"),
    ];
    for (which, answer) in answers {
        let told = sit_at(which).everything();
        assert!(!told.contains(answer), "{which:?} tells {answer}: {told}");
    }
}

impl AtBench {
    /// All the words on it.
    fn everything(&self) -> String {
        let buttons = self.0.actions();
        let buttons = buttons.iter().flat_map(|it| [it.label, it.why_not.unwrap_or_default()]);
        let mut words: Vec<_> = buttons.map(str::to_owned).collect();
        words.push(self.0.about().to_owned());
        for side in self.0.sides() {
            words.extend([side.name.to_owned(), side.said]);
            words.extend(
                side.facts.into_iter().map(|fact| format!("{}: {}", fact.label, fact.value)),
            );
            words.extend(side.notes.into_iter().map(|note| note.words));
        }
        words.join("\n")
    }
}
