//! The engineers’ words: a text of the page, said with the trade’s word for each thing.
//!
//! The page has one everyday word for one thing and no third one, which `tests/spec/plain_words.rs` holds. So a text need
//! not be written twice: the words are told apart here, and nowhere else. What stands between Unicode’s isolates was
//! typed by somebody and stays as it is (`examples::names::shown` puts it there).

use std::borrow::Cow;

/// Everyday words and what the trade says for them; of several that begin at one place, the longest counts. An empty word
/// on the right: it stays, since there the everyday word means something else.
#[rustfmt::skip]
const PAIRS: &[(&str, &str)] = &[
    ("event diary", ""), // What this page is called.
    ("changed:", "updated_at"), // The label on the snapshot.
    ("the diary", "the event stream"), // One capital in a sentence, also for “The Diary”.
    ("diary", "event stream"), ("diaries", "event streams"),
    ("late entry", "backdated event"), ("late entries", "backdated events"),
    ("entry", "event"), ("entries", "events"),
    ("a snapshot is enough", "the current state is enough"), ("snapshot", "current state"), ("snapshots", "current states"),
    ("make a request", "send a command"), ("made the request", "sent the command"),
    ("makes those requests", "sends those commands"), ("made four requests", "sent four commands"),
    ("request", "command"), ("requests", "commands"),
    ("refuse", "reject"), ("refuses", "rejects"), ("refused", "rejected"), ("refusing", "rejecting"),
    ("refusal", "rejection"), ("refusals", "rejections"),
    // What a bank takes for its work is decided by a rule too, but by none that must always hold.
    ("its rule", "its business rule"), ("today’s rule", "today’s business rule"), ("new rule", "new business rule"),
    ("new rules", "new business rules"), ("runs the rule", "runs the business rule"),
    ("runs the rules", "runs the business rules"), ("rules of a trade", "business rules"), ("the rule now", "the business rule now"),
    ("what the rule was", "what the business rule was"), ("the rule that led", "the business rule that led"),
    ("a rule that decides", "a business rule that decides"), ("a rule that changes", "a business rule that changes"),
    ("no rule that is made", "no business rule that is made"), ("a rule is asked", "a business rule is asked"),
    ("strict rules", ""),
    ("rule", "invariant"), ("rules", "invariants"),
    // A time of the day, and not the diary after so many entries.
    ("takes a moment", ""), ("moment of reading", ""), ("such a moment", ""), ("same moment her", ""),
    ("date is one moment", ""), ("day is not one moment", ""),
    ("about the same moment", ""),
    ("moment", "version"), ("moments", "versions"),
    ("report", "projection"), ("reports", "projections"),
    ("has read up to entry", "is at position"), ("have read up to entry", "am at version"),
    ("be read up to entry", "be read up to event"), ("read up to entry", "position"),
    ("saved sum", "aggregate snapshot"), ("saved sums", "aggregate snapshots"),
    ("copy", "branch"), ("copies", "branches"),
    // Valid time and transaction time, as one says them in a sentence.
    ("true on", "valid on"), ("known on", "recorded on"), ("true at", "valid at"), ("known at", "recorded at"),
    ("a moment at which it was true", "a moment at which it was valid"), ("at which it was known", "at which it was recorded"),
    ("old form", "old event version"), ("old forms", "old event versions"),
    // The chain is of hashes, and each line ends with its own.
    ("seal", "hash"), ("seals", "hashes"),
];

/// The text in the trade’s words: “A refused request leaves no entry.” is “A rejected command leaves no event.”
///
/// Capitals stay, and *a* or *an* fits what follows. A text that says none of the words is given back as it is.
pub fn in_trade_words(text: &str) -> Cow<'_, str> {
    let mut told = String::new();
    // Up to where the text is told, and how many isolates are open there.
    let (mut done, mut at, mut isolates) = (0, 0, 0_usize);
    while let Some(letter) = text[at..].chars().next() {
        match letter {
            '\u{2068}' => isolates += 1,
            '\u{2069}' => isolates = isolates.saturating_sub(1),
            _ if isolates > 0 || !begins_word(text, at) => {}
            _ => {
                if let Some((end, trade)) = pair_at(&text[at..]) {
                    let end = at + end;
                    if !trade.is_empty() {
                        told += &text[done..at];
                        let trade = with_case_of(trade, &text[at..end]);
                        agree(&mut told, &trade);
                        told += &trade;
                        done = end;
                    }
                    at = end;
                    continue;
                }
            }
        }
        at += letter.len_utf8();
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    told += &text[done..];
    Cow::Owned(told)
}

fn begins_word(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The longest everyday words with which a text begins: where they end, and what the trade says.
fn pair_at(text: &str) -> Option<(usize, &'static str)> {
    let is_here = |&&(everyday, _): &&(&'static str, &'static str)| {
        text.get(..everyday.len()).is_some_and(|here| here.eq_ignore_ascii_case(everyday))
            && !text[everyday.len()..].chars().next().is_some_and(char::is_alphanumeric)
    };
    let (everyday, trade) =
        PAIRS.iter().filter(is_here).max_by_key(|(everyday, _)| everyday.len())?;
    Some((everyday.len(), trade))
}

fn with_case_of(trade: &'static str, everyday: &str) -> Cow<'static, str> {
    let is_upper = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    if !is_upper(everyday) || trade.contains('_') {
        return Cow::Borrowed(trade);
    }
    let mut letters = trade.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    Cow::Owned(first.into_iter().chain(letters).collect())
}

/// Makes *a* or *an* at the end of what is told fit what follows.
fn agree(told: &mut String, next: &str) {
    let wants_n = next.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    for (article, other) in [("a ", "an "), ("an ", "a "), ("A ", "An "), ("An ", "A ")] {
        if told.ends_with(article) && wants_n != article.trim_end().ends_with('n') {
            let start = told.len() - article.len();
            if begins_word(told, start) {
                told.replace_range(start.., other);
                return;
            }
        }
    }
}
