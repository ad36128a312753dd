//! What if and many readings, played to the end that the course promises.

use course::demo::Look;

use crate::at_demo::{LEFT, RIGHT, sit_at};

#[test]
fn b2_the_rest_can_be_added_up_but_could_not_have_happened() {
    let mut demo = sit_at("b2");
    demo.hides("The copy ends at");
    assert_eq!(demo.why_not("decide"), Some("Make a copy without entry 2 first."));
    demo.press(["strike"]);
    assert_eq!(demo.fact(LEFT, "The copy ends at").unwrap(), "−10.00");
    assert_eq!(demo.fact(RIGHT, "The copy ends at"), None, "nothing has been decided");
    assert_eq!(
        demo.said(LEFT),
        "What is left adds up to −10.00. Entry 3 could not have happened: the balance of Everyday \
         is 0.00, and 120.00 is more than that."
    );
    let lines = demo.notes(LEFT, Look::Line);
    assert_eq!(lines.len(), 10, "entry 2 is missing");
    assert_eq!(
        lines[1],
        "Withdrawn 120.00: This could not have happened: the balance of Everyday is \
         0.00, and 120.00 is more than that."
    );
}

#[test]
fn b2_decided_again_one_command_is_refused() {
    let mut demo = sit_at("b2");
    let original = "the same as before";
    demo.shows("Entries of the original", original, original);
    demo.press(["strike", "decide"]);
    demo.shows("The copy ends at", "−10.00", "110.00");
    assert_eq!(demo.fact(RIGHT, "Requests that were refused").unwrap(), "1");
    assert_eq!(
        demo.notes(RIGHT, Look::Refused),
        ["Withdraw 120.00 from Everyday: the balance of Everyday is 0.00, and 120.00 is more \
          than that."]
    );
    assert_eq!(demo.notes(RIGHT, Look::Line).len(), 9);
    assert_eq!(
        demo.said(RIGHT),
        "The rules refused the request of entry 3. All others were allowed, and the copy ends at \
         110.00."
    );
    demo.shows("Balance in the original", "490.00", "490.00");
    demo.shows("Entries of the original", original, original);
    assert!(demo.why_not("strike").is_some() && demo.why_not("decide").is_some());
}

#[test]
fn b3_a_transfer_changes_nothing_for_the_bank() {
    let mut demo = sit_at("b3");
    demo.shows("It comes to", "490.00", "490.00");
    assert_eq!(demo.fact(RIGHT, "Entry 6 changes that by").unwrap(), "−150.00");
    demo.press(["switch"]);
    demo.shows("Report", "All accounts together", "All accounts together");
    demo.shows("It comes to", "640.00", "640.00");
    assert_eq!(demo.fact(RIGHT, "Entry 6 changes that by").unwrap(), "0.00");
    assert_eq!(demo.notes(RIGHT, Look::Line), ["Everyday: 490.00", "Savings: 150.00"]);
    demo.press(["switch"]);
    demo.shows("It comes to", "cannot know", "640.00");
    assert_eq!(
        demo.notes(RIGHT, Look::Line),
        [
            "January 2026: 500.00 in, −120.00 out, 0.00 in fees, 0.00 given back",
            "February 2026: 280.00 in, 0.00 out, −5.00 in fees, 0.00 given back",
            "March 2026: 40.00 in, −60.00 out, 0.00 in fees, 5.00 given back",
        ]
    );
    demo.press(["switch"]);
    demo.shows("It comes to", "490.00", "490.00");
}

#[test]
fn b3_what_is_built_can_be_thrown_away() {
    let mut demo = sit_at("b3");
    assert_eq!(demo.why_not("rebuild"), Some("Build a report first."));
    demo.press(["switch", "build"]);
    demo.shows("It comes to", "cannot know", "820.00");
    let built = demo.notes(RIGHT, Look::Line);
    assert_eq!(
        built,
        [
            "January 2026: 1 of them, together 500.00",
            "February 2026: 2 of them, together 280.00",
            "March 2026: 1 of them, together 40.00",
        ]
    );
    demo.press(["switch", "rebuild"]);
    assert_eq!(demo.notes(RIGHT, Look::Line), built);
    assert_eq!(
        demo.said(RIGHT),
        "It was thrown away and filled again from 11 entries. It is the same as before."
    );
    assert!(demo.why_not("build").is_some());
}
