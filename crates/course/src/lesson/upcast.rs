//! Old forms of the learner's facts, read as what they meant.
//!
//! **By place, until the end of 2026.** An action and a field of a question were called by their
//! place in their chapter, counted from 0:
//!
//! ```text
//! "action_done",{"chapter":"a6","action":2}
//! "predicted",{"chapter":"a6","guesses":[{"choices":["none"]},{"number":7}],"right":[true,false]}
//! ```
//!
//! Had a later release put the actions of a chapter in another order, such a line would have told of
//! something that its learner never did. Today they are called by name:
//!
//! ```text
//! "action_done",{"chapter":"a6","action":"pay"}
//! "predicted",{"chapter":"a6","guesses":[{"field":"line","guess":{"choices":["none"]},"right":true}]}
//! ```
//!
//! Which name stood at which place is written down below, as it was when the last line by place was
//! written. **These lists never change again**, whatever becomes of the chapters; nothing here looks
//! at them. Chapters that came later never had places.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The chapters as they were: the id, the names of the fields by their place, and those of the
/// actions.
type Chapter = (&'static str, &'static [&'static str], &'static [&'static str]);

#[rustfmt::skip] // One chapter stands on one line or two, like a page of a register.
const CHAPTERS: [Chapter; 20] = [
    ("a1", &["lines", "balances"], &["first-deposit", "withdraw", "second-deposit"]),
    ("a2", &["start-of-day", "end-of-day"], &["ask-balance"]),
    ("a3", &["curve", "later-lines"], &["to-line-3", "to-line-11"]),
    ("a4", &["how-many", "how-much"], &["ask-deposits", "ask-fees"]),
    ("a5", &["removed", "paid"], &["ask-removed", "ask-paid"]),
    ("a6", &["line", "order"], &["withdraw-too-much", "ship", "pay", "pay-again"]),
    ("b1", &["balance"], &["erase", "refund", "ask"]),
    ("b2", &["balance"], &["strike", "decide"]),
    ("b3", &["change"], &["switch", "build", "rebuild"]),
    ("b4", &["replayed"], &["open-with", "open-without", "delete", "make", "spoil", "open-spoilt"]),
    ("b5", &["fee"], &["raise", "replay"]),
    ("b6", &["mails"], &["attach", "replay", "deposit"]),
    ("c1", &["succeed"], &["one-reads", "two-reads", "one-pays", "two-pays", "two-reads-again", "two-pays-again"]),
    ("c2", &["balance"], &["send", "repeat"]),
    ("c3", &["as-true", "as-known"], &["write"]),
    ("c4", &["quantity"], &["read", "rewrite"]),
    ("c5", &["first-misfit"], &["touch", "check", "forge", "compare"]),
    ("c6", &["money"], &["forget", "read"]),
    ("c7", &["can-answer"], &["account-updated", "button-clicked", "please-ship", "payment-received"]),
    ("c8", &["worth"], &["blog", "ledger", "thermostat", "parcels", "settings", "record"]),
];

/// The content of a fact in today's form, when it was stored in an older one.
pub(super) fn upcast(name: &str, content: &str) -> Option<String> {
    match name {
        "action_done" => action_by_name(content),
        "predicted" => guesses_by_name(content),
        _ => None,
    }
}

fn action_by_name(content: &str) -> Option<String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct ByPlace {
        chapter: String,
        action: u64,
    }
    #[derive(Serialize)]
    struct ByName {
        chapter: String,
        action: String,
    }
    let ByPlace { chapter, action: place } = serde_json::from_str(content).ok()?;
    let (_, actions) = names(&chapter);
    // What had no place in its chapter is told as far as it can be. No action is called like that.
    let action = named(actions, place)
        .map_or_else(|| format!("step {}", place.saturating_add(1)), str::to_owned);
    serde_json::to_string(&ByName { chapter, action }).ok()
}

fn guesses_by_name(content: &str) -> Option<String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct ByPlace<'a> {
        chapter: String,
        #[serde(borrow)]
        guesses: Vec<&'a RawValue>,
        right: Vec<bool>,
    }
    #[derive(Serialize)]
    struct ByName<'a> {
        chapter: &'a str,
        guesses: Vec<Guessed<'a>>,
    }
    #[derive(Serialize)]
    struct Guessed<'a> {
        field: String,
        guess: &'a RawValue,
        right: bool,
    }
    let old: ByPlace<'_> = serde_json::from_str(content).ok()?;
    let (fields, _) = names(&old.chapter);
    // Each guess was written with its verdict. Where one of the two is missing, no page wrote it.
    let both = (0..).zip(old.guesses.into_iter().zip(old.right));
    let guesses = both.map(|(place, (guess, right))| Guessed {
        field: named(fields, place).map_or_else(|| format!("field {}", place + 1), str::to_owned),
        guess,
        right,
    });
    serde_json::to_string(&ByName { chapter: &old.chapter, guesses: guesses.collect() }).ok()
}

/// The names of a chapter's fields and actions, by their place.
fn names(chapter: &str) -> (&'static [&'static str], &'static [&'static str]) {
    let found = CHAPTERS.iter().find(|(id, ..)| *id == chapter);
    found.map_or((&[], &[]), |(_, fields, actions)| (*fields, *actions))
}

fn named(names: &[&'static str], place: u64) -> Option<&'static str> {
    names.get(usize::try_from(place).ok()?).copied()
}
