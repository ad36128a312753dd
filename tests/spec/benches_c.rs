//! The benches of part C, played to the end that the course promises, on both of their sides.

use course::{
    bench::{Look, SYSTEMS, Worth, cards, seal, unseal},
    course,
};
use diary::{ChainHash, FormatError, fingerprint, read_line};
use examples::order;

use crate::at_bench::{KEY, LEFT, RIGHT, sit_at};

const RACE: [&str; 4] = ["one-reads", "two-reads", "one-pays", "two-pays"];

#[test]
fn c1_both_write_90_over_the_row_but_one_line_is_written() {
    let mut bench = sit_at("c1");
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
    let mut bench = sit_at("c1");
    assert_eq!(bench.why_not("one-pays"), Some("This teller has to read the balance first."));
    bench.press(["two-reads", "two-pays", "one-reads", "one-pays"]);
    bench.shows("Paid out", "400.00", "400.00");
    for side in [LEFT, RIGHT] {
        assert_eq!(bench.notes(side, Look::Refused).len(), 1);
    }
}

#[test]
fn c2_the_same_number_is_written_once() {
    let mut bench = sit_at("c2");
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
    let mut bench = sit_at("c4");
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
    let mut bench = sit_at("c4");
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
    let stored = sit_at("c4").notes(LEFT, Look::Stored);
    let (_, link) = read_line::<order::Event>(&stored[0], 1, &ChainHash::default()).unwrap();
    let refused = read_line::<order::Event>(&stored[1], 2, &link).unwrap_err();
    assert!(matches!(refused, FormatError::UnknownEvent { name, .. } if name == "item_added"));
}

#[test]
fn c6_the_name_is_noise_and_the_amounts_add_up() {
    let mut bench = sit_at("c6");
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
    let mut bench = sit_at("c7");
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
    bench.shows("Was an item removed and put back?", "yes: mug", "no");
}

#[test]
fn c8_half_of_the_systems_need_no_diary() {
    let rows: Vec<_> =
        SYSTEMS.iter().filter(|it| it.worth == Worth::Row).map(|it| it.name).collect();
    assert_eq!(rows, ["A blog", "A thermostat", "A settings page"]);
    let mut bench = sit_at("c8");
    assert_eq!(bench.said(LEFT), "");
    bench.press(["A ledger"]);
    assert!(bench.said(RIGHT).starts_with("A diary is worth it."));
    bench.press(["A blog"]);
    assert!(bench.said(LEFT).starts_with("A row is enough."));
}

#[test]
fn c3_two_clocks_and_both_are_right() {
    let mut bench = sit_at("c3");
    bench.shows("Balance now", "490.00", "490.00");
    bench.hides("When March began, as we know today");
    bench.press(["write"]);
    bench.shows("Balance now", "520.00", "520.00");
    bench.shows("When March began, as we know today", "505.00", "535.00");
    bench.shows("When March began, as known then", "505.00", "505.00");
    let last = bench.notes(RIGHT, Look::Line).pop().unwrap();
    assert_eq!(last, "Deposited 30.00 into Everyday, true on 27 February 2026");
    assert_eq!(bench.notes(LEFT, Look::Line).pop().unwrap(), "Deposited 30.00 into Everyday");
    assert!(bench.why_not("write").is_some());
}

#[test]
fn c5_the_chain_breaks_where_it_was_touched() {
    let mut bench = sit_at("c5");
    assert!(bench.why_not("forge").is_some(), "all links fit");
    bench.press(["check"]);
    assert_eq!(bench.fact(RIGHT, "First line that doesn’t fit").unwrap(), "none");
    bench.press(["touch"]);
    assert_eq!(bench.fact(RIGHT, "First line that doesn’t fit"), None, "it was not checked again");
    assert_eq!(bench.fact(LEFT, "Balance in the row").unwrap(), "590.00");
    assert_eq!(bench.fact(RIGHT, "Balance by the lines").unwrap(), "590.00");
    bench.press(["check"]);
    assert_eq!(bench.fact(RIGHT, "First line that doesn’t fit").unwrap(), "3");
    assert_eq!(bench.said(RIGHT), "Line 3 doesn’t fit: the line was changed after it was written.");
    let broken: Vec<_> = bench.notes(RIGHT, Look::Stored);
    let fits: Vec<_> = broken.iter().map(|line| !line.ends_with("doesn’t fit.")).collect();
    assert_eq!(fits, [true, true, false, false, false, false], "lines 1 to 5, and 11");
}

#[test]
fn c5_only_what_was_kept_elsewhere_tells_of_a_forger() {
    let mut bench = sit_at("c5");
    let kept = fingerprint(course().bank.entries()).to_string();
    bench.press(["compare"]);
    assert_eq!(bench.fact(RIGHT, "Link that the lines lead to"), Some(kept.clone()));
    bench.press(["touch", "forge"]);
    assert_eq!(bench.fact(RIGHT, "First line that doesn’t fit").unwrap(), "none");
    assert_eq!(bench.fact(RIGHT, "Link that the lines lead to"), None);
    bench.press(["compare"]);
    assert_eq!(bench.fact(RIGHT, "Last link on paper"), Some(kept.clone()));
    assert_ne!(bench.fact(RIGHT, "Link that the lines lead to"), Some(kept));
    assert_eq!(
        bench.said(RIGHT),
        "The lines lead to another link than the one on paper. Somebody has touched the lines."
    );
    assert!(bench.why_not("touch").is_some() && bench.why_not("forge").is_some());
}
