//! Names that people typed, as they are shown inside a sentence.

use english::trade::in_trade_words;

/// A name as it was typed. It is held once, however many facts, states and readings speak of it, and
/// sharing it takes eight bytes.
pub type Name = arcstr::ArcStr;

/// The longest name of an owner, an item or an order, in characters.
pub const LONGEST_NAME: usize = 200;

/// Things that are named at most. Of more, nobody reads the names, and to write all of them anew for
/// each line would take the longer the longer the diary is.
pub(crate) const NAMED: usize = 24;

/// A name as it can stand in a sentence without changing what is around it.
///
/// Characters that are not seen but act (controls, and the marks that turn the direction of
/// writing) are written out as `[U+202E]`. A name in letters outside of ASCII is set apart with
/// Unicode's isolates, as `<bdi>` does, so that one written from right to left stays in its place. So is one that has
/// words of the page in it, so that nobody takes them for ours and says them in the trade's words.
/// Of a name that is too long to be accepted, as much is shown as could have been.
pub fn shown(name: &str) -> String {
    let end = name.char_indices().nth(LONGEST_NAME).map_or(name.len(), |(end, _)| end);
    let (start, rest) = name.split_at(end);
    let rest = if rest.is_empty() { "" } else { "…" };
    let is_plain = start.chars().all(|letter| (' '..='~').contains(&letter));
    if is_plain && in_trade_words(start) == start {
        return format!("{start}{rest}");
    }
    let mut words = String::from('\u{2068}');
    for letter in start.chars() {
        if letter.is_control() || is_direction(letter) {
            words += &format_code(letter);
        } else {
            words.push(letter);
        }
    }
    words.push('\u{2069}');
    words + rest
}

fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn format_code(letter: char) -> String {
    format!("[U+{:04X}]", u32::from(letter))
}

/// So many names, as they are shown, and how many more there are.
pub(crate) fn named(names: impl Iterator<Item = String>, count: usize) -> Vec<String> {
    let more = count.checked_sub(NAMED + 1).map(|more| format!("and {} more", more + 1));
    names.take(NAMED).chain(more).collect()
}

/// Whether two names are the same but for the case of the letters A to Z. Other letters count as they are: what is
/// the same name decides what a diary means, so it must never change, and the tables of all the world's letters do.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}
