//! The demos of part C, played to the end that the course promises, on both of their sides.

use course::{
    course,
    demo::{Look, SYSTEMS, Worth, cards, seal, unseal},
};
use diary::{ChainHash, FormatError, fingerprint, read_line};
use examples::order;

use crate::at_demo::{KEY, LEFT, RIGHT, sit_at};

const RACE: [&str; 4] = ["one-reads", "two-reads", "one-pays", "two-pays"];

#[test]
fn c1_both_write_90_over_the_row_but_one_line_is_written() {
    let mut demo = sit_at("c1");
    demo.shows("Balance", "490.00", "490.00");
    demo.press(RACE);
    demo.shows("Balance", "90.00", "90.00");
    demo.shows("Paid out", "800.00", "400.00");
    demo.shows("Paid out and not written", "400.00", "0.00");
    assert_eq!(demo.said(LEFT), "400.00 is paid out, and 90.00 is written over the balance.");
    assert_eq!(
        demo.said(RIGHT),
        "Not written: entry 11 was the last when the balance was read, and now the last is entry \
         12. Read again, then decide again."
    );
    assert_eq!(demo.why_not("two-pays"), Some("This teller has to read the balance first."));
    demo.press(["two-reads"]);
    assert_eq!(demo.said(RIGHT), "90.00 is read, after entry 12.");
    demo.press(["two-pays"]);
    assert_eq!(demo.said(LEFT), "Nothing more happens here.");
    let rule = "the balance of Everyday is 90.00, and 400.00 is more than that.";
    assert_eq!(demo.said(RIGHT), format!("Refused: {rule}"));
    assert_eq!(
        demo.notes(RIGHT, Look::Refused),
        [format!("Withdraw 400.00 from Everyday: {rule}")]
    );
    demo.shows("Paid out", "800.00", "400.00");
    assert!(RACE.iter().all(|name| demo.why_not(name) == Some("This teller is done.")));
}

#[test]
fn c1_one_after_the_other_both_worlds_refuse() {
    let mut demo = sit_at("c1");
    assert_eq!(demo.why_not("one-pays"), Some("This teller has to read the balance first."));
    demo.press(["two-reads", "two-pays", "one-reads", "one-pays"]);
    demo.shows("Paid out", "400.00", "400.00");
    for side in [LEFT, RIGHT] {
        assert_eq!(demo.notes(side, Look::Refused).len(), 1);
    }
}

#[test]
fn c2_the_same_number_is_written_once() {
    let mut demo = sit_at("c2");
    assert_eq!(demo.why_not("repeat"), Some("Nothing has been sent yet."));
    demo.press(["send", "repeat"]);
    demo.shows("Balance", "590.00", "540.00");
    demo.shows("Entries", "13", "12");
    demo.shows("Messages that came", "2", "2");
    assert_eq!(demo.said(RIGHT), "Message 1 is entry 12 already. Nothing is written.");
    // A second deposit of the same amount is another message, and counts.
    demo.press(["send"]);
    demo.shows("Balance", "640.00", "590.00");
    let lines = demo.notes(RIGHT, Look::Line);
    assert_eq!(lines.last().unwrap(), "Deposited 50.00 (message 2)");
}

#[test]
fn c4_an_old_line_is_read_and_left_alone() {
    let mut demo = sit_at("c4");
    let stored = demo.notes(RIGHT, Look::Stored);
    assert!(
        stored[1]
            .starts_with("[2,1771423380000,\"item_added\",{\"name\":\"mug\",\"cents\":1200}]|")
    );
    demo.hides("Mugs in the order");
    demo.press(["read"]);
    assert_eq!(demo.fact(RIGHT, "Mugs in the order").unwrap(), "1");
    assert_eq!(demo.fact(LEFT, "Could not be read").unwrap(), "entry 2");
    assert_eq!(demo.said(RIGHT), "All entries were read, and the order comes to 29.00.");
    assert!(
        demo.said(LEFT).contains("“item_added” is not a kind of entry that this version can read")
    );
    demo.shows("Stored lines changed", "not one character", "not one character");
    assert_eq!(demo.notes(RIGHT, Look::Stored), stored);
}

#[test]
fn c4_a_line_that_is_rewritten_breaks_the_chain() {
    let mut demo = sit_at("c4");
    let stored = demo.notes(RIGHT, Look::Stored);
    demo.press(["rewrite", "read"]);
    assert_eq!(
        demo.said(LEFT),
        "Entry 3 can’t be read: the line was changed after it was written."
    );
    demo.shows("Stored lines changed", "yes", "not one character");
    assert_eq!(demo.fact(RIGHT, "Mugs in the order").unwrap(), "1");
    assert_eq!(demo.notes(RIGHT, Look::Stored), stored);
    let rewritten = demo.notes(LEFT, Look::Stored);
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
    let mut demo = sit_at("c6");
    demo.shows("Whose accounts", "Ana", "Ana");
    demo.shows("Money in the bank", "640.00", "640.00");
    let stored = demo.notes(RIGHT, Look::Stored);
    assert!(!stored.concat().contains("Ana"));
    assert!(demo.notes(LEFT, Look::Stored)[0].contains("\"owner\":\"Ana\""));
    demo.press(["forget", "read"]);
    demo.shows("Whose accounts", "Ana", "somebody forgotten");
    demo.shows("Money in the bank", "640.00", "640.00");
    demo.shows("Entries", "11", "11");
    assert_eq!(demo.notes(RIGHT, Look::Stored), stored);
    assert_eq!(
        demo.said(RIGHT),
        "11 entries were read, and each is tied to the one before. The first says: Everyday \
         opened for somebody forgotten."
    );
    assert!(demo.why_not("forget").is_some());
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
        assert!(card.versions().concat().iter().all(|note| note.words.starts_with(card.name)));
        assert!(!card.versions().concat().is_empty(), "{} writes nothing at all", card.name);
    }
}

#[test]
fn c7_a_card_shows_what_it_would_have_written() {
    let mut demo = sit_at("c7");
    assert_eq!(demo.notes(LEFT, Look::Line), [""; 0]);
    demo.press(["BalanceChanged"]);
    demo.shows("How many deposits were there?", "2, together 105.00", "1, together 100.00");
    let changes =
        ["BalanceChanged: by 100.00", "BalanceChanged: by −5.00", "BalanceChanged: by 5.00"];
    for side in [LEFT, RIGHT] {
        assert_eq!(demo.notes(side, Look::Line), changes);
        assert!(demo.said(side).starts_with("Both days leave the same entries"));
    }
    demo.press(["PaymentReceived"]);
    demo.shows("When was the payment received?", "20 March 2026, 09:02", "not paid yet");
    assert_eq!(demo.notes(LEFT, Look::Line), ["PaymentReceived: Payment of 8.50 received"]);
    assert_eq!(demo.notes(RIGHT, Look::Line), [""; 0]);
    assert!(demo.said(RIGHT).starts_with("The two days leave different entries"));
    demo.press(["OrderUpdated"]);
    demo.shows("Was an item removed and put back?", "yes: mug", "no");
}

#[test]
fn c8_half_of_the_systems_need_no_diary() {
    let rows: Vec<_> =
        SYSTEMS.iter().filter(|it| it.worth == Worth::Row).map(|it| it.name).collect();
    assert_eq!(rows, ["A blog", "A thermostat", "A settings page"]);
    let mut demo = sit_at("c8");
    assert_eq!(demo.said(LEFT), "");
    demo.press(["A ledger"]);
    assert!(demo.said(RIGHT).starts_with("A diary is worth it."));
    demo.press(["A blog"]);
    assert!(demo.said(LEFT).starts_with("A snapshot is enough."));
}

#[test]
fn c3_two_clocks_and_both_are_right() {
    let mut demo = sit_at("c3");
    demo.shows("Balance now", "490.00", "490.00");
    demo.hides("When March began, as we know today");
    demo.press(["write"]);
    demo.shows("Balance now", "520.00", "520.00");
    demo.shows("When March began, as we know today", "505.00", "535.00");
    demo.shows("When March began, as known then", "505.00", "505.00");
    let last = demo.notes(RIGHT, Look::Line).pop().unwrap();
    assert_eq!(last, "Deposited 30.00, true on 27 February 2026");
    assert_eq!(demo.notes(LEFT, Look::Line).pop().unwrap(), "Deposited 30.00");
    assert!(demo.why_not("write").is_some());
}

#[test]
fn c5_the_chain_breaks_where_it_was_touched() {
    let mut demo = sit_at("c5");
    assert!(demo.why_not("forge").is_some(), "all seals fit");
    demo.press(["check"]);
    assert_eq!(demo.fact(RIGHT, "First entry that doesn’t fit").unwrap(), "none");
    demo.press(["touch"]);
    assert_eq!(demo.fact(RIGHT, "First entry that doesn’t fit"), None, "it was not checked again");
    assert_eq!(demo.fact(LEFT, "Balance in the snapshot").unwrap(), "590.00");
    assert_eq!(demo.fact(RIGHT, "Balance by the entries").unwrap(), "590.00");
    demo.press(["check"]);
    assert_eq!(demo.fact(RIGHT, "First entry that doesn’t fit").unwrap(), "3");
    assert_eq!(demo.said(RIGHT), "Entry 3 doesn’t fit: the line was changed after it was written.");
    let broken: Vec<_> = demo.notes(RIGHT, Look::Stored);
    let fits: Vec<_> = broken.iter().map(|line| !line.ends_with("doesn’t fit.")).collect();
    assert_eq!(fits, [true, true, false, false, false, false], "lines 1 to 5, and 11");
}

#[test]
fn c5_only_what_was_kept_elsewhere_tells_of_a_forger() {
    let mut demo = sit_at("c5");
    let kept = fingerprint(course().bank.entries()).to_string();
    demo.press(["compare"]);
    assert_eq!(demo.fact(RIGHT, "Seal that the entries lead to"), Some(kept.clone()));
    demo.press(["touch", "forge"]);
    assert_eq!(demo.fact(RIGHT, "First entry that doesn’t fit").unwrap(), "none");
    assert_eq!(demo.fact(RIGHT, "Seal that the entries lead to"), None);
    demo.press(["compare"]);
    assert_eq!(demo.fact(RIGHT, "Last seal on paper"), Some(kept.clone()));
    assert_ne!(demo.fact(RIGHT, "Seal that the entries lead to"), Some(kept));
    assert_eq!(
        demo.said(RIGHT),
        "The entries lead to a different seal than the one on paper. Somebody has touched the \
         entries."
    );
    assert!(demo.why_not("touch").is_some() && demo.why_not("forge").is_some());
}
