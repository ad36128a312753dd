//! So many of something, in words.

/// “1 entry”, “2 entries”.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", noun(count, one, many))
}

/// A number as a word where it is a small one: “twenty”.
pub fn spelled(number: usize) -> String {
    WORDS.split(' ').nth(number).map_or_else(|| number.to_string(), str::to_owned)
}

/// The same at the beginning of a sentence: “Twenty”.
pub fn spelled_first(number: usize) -> String {
    let mut word = spelled(number);
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

const WORDS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
                     fourteen fifteen sixteen seventeen eighteen nineteen twenty";

/// The noun alone, where its number stands elsewhere.
pub fn noun<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// So many entries of a diary.
pub fn entries(count: usize) -> String {
    counted(count, "entry", "entries")
}

/// “there is 1 entry”, “there are 2 entries”.
pub fn there_are(count: usize) -> String {
    format!("there {} {}", noun(count, "is", "are"), entries(count))
}

/// Terms beyond those that are written out: “(and 1 more entry)”.
pub fn more_entries(count: usize) -> String {
    format!("(and {})", counted(count, "more entry", "more entries"))
}

/// What is read before a diary or a file is there: “1 entry read”.
pub fn entries_read(count: usize) -> String {
    format!("{} read", entries(count))
}

/// All that a diary has, as the subject of what follows: “its 1 entry is there”.
pub fn all_are_there(count: usize) -> String {
    match count {
        1 => "its 1 entry is there".into(),
        _ => format!("all its {} are there", entries(count)),
    }
}

/// What a report has read: “it has read 1 entry”, “it has read all 2 entries”.
pub fn has_read_all(count: usize) -> String {
    match count {
        1 => "it has read 1 entry".into(),
        _ => format!("it has read all {}", entries(count)),
    }
}

/// What two moments have between them: “1 entry was written in between: entry 3”.
pub fn written_between(first: usize, last: usize) -> String {
    match last.saturating_sub(first) + 1 {
        1 => format!("1 entry was written in between: entry {first}."),
        many => format!("{} were written in between: entries {first} to {last}.", entries(many)),
    }
}

/// So many lines of a stored text.
pub fn lines(count: usize) -> String {
    counted(count, "line", "lines")
}
