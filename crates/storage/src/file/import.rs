//! Reading a file: all of it or nothing.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    FileHeader, MOST_ENTRIES, Report,
    first::{is_blank, is_small_enough, without_mark},
    header::header,
    is_place, limits,
};
use diary::{ChainHash, Diary, FormatError, StoredEvent, check_line, line_of};
use english::counted;

/// What a file held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming<E> {
    /// What its reader called the diary.
    pub title: Option<String>,
    /// When the diary was begun; when its first entry was written, if the file doesn't say.
    pub created: DateTime<Utc>,
    /// The diary.
    pub diary: Diary<E>,
    /// What was set aside: where it lay behind the diary's name, and its text as JSON. Several may
    /// come from one place.
    pub set_aside: Vec<(String, String)>,
    /// The link of the last entry.
    pub fingerprint: ChainHash,
}

impl<E> Incoming<E> {
    /// A diary that comes from this page itself.
    pub fn new(created: DateTime<Utc>, diary: Diary<E>) -> Self {
        let (title, set_aside, fingerprint) = (None, Vec::new(), ChainHash::default());
        Self { title, created, diary, set_aside, fingerprint }
    }
}

/// A file that is being read, as many lines at a time as the caller likes.
#[derive(Debug)]
pub struct Import<'t, E> {
    lines: std::iter::Enumerate<std::str::Lines<'t>>,
    /// The number of the line that is being read, from 1.
    at: usize,
    header: Option<FileHeader>,
    diary: Diary<E>,
    /// How many lines with entries there were, good or not.
    entries: usize,
    /// The link of the line above, and the number of the entry that comes next.
    link: ChainHash,
    next: usize,
    last: DateTime<Utc>,
    /// Whether a link didn't fit. Everything after that would not fit either, which says nothing.
    is_broken: bool,
    set_aside: Vec<(String, String)>,
    report: Report,
}

impl<'t, E: StoredEvent> Import<'t, E> {
    /// Begins to read a file that should hold a diary of this kind.
    pub fn of(kind: &str, text: &'t str) -> Self {
        let refused = is_small_enough(text.len());
        let text = if refused.is_ok() { without_mark(text) } else { "" };
        let mut import = Self {
            lines: text.lines().enumerate(),
            at: 0,
            header: None,
            diary: Diary::default(),
            entries: 0,
            link: ChainHash::default(),
            next: 1,
            last: DateTime::UNIX_EPOCH,
            is_broken: false,
            set_aside: Vec::new(),
            report: Report::default(),
        };
        match refused.and_then(|()| header(import.line().unwrap_or_default())) {
            Ok(header) if header.kind != kind => {
                let other: String = header.kind.chars().take(40).collect();
                import.wrong(format!(
                    "The file holds a diary of another kind: “{other}”, not “{kind}”."
                ));
            }
            Ok(header) => {
                for words in limits::first_line(&header) {
                    import.wrong(words);
                }
                import.header = Some(header);
            }
            Err(report) => import.report = report,
        }
        import
    }

    /// Reads on, at most so many lines; whether there may be more.
    pub fn read_on(&mut self, lines: usize) -> bool {
        (0..lines).all(|_| self.read_line())
    }

    /// How many entries have been read.
    pub fn read(&self) -> usize {
        self.diary.len()
    }

    /// Reads what is left and says what came of it.
    ///
    /// # Errors
    /// What is wrong with the file; then nothing of it is taken.
    pub fn finish(mut self) -> Result<Incoming<E>, Report> {
        while self.read_on(usize::MAX) {}
        let Some(header) = self.header else { return Err(self.report) };
        let found = self.entries;
        if let Some(expected) = header.entries.filter(|expected| *expected != found) {
            let [said, is] = [expected, found].map(counted::there_are);
            let words = format!(
                "The first line says that {said}, but {is}. Part of the file is missing, or is \
                 there twice."
            );
            self.report.add(None, words);
        }
        let is_another = |kept: &String| *kept != self.link.to_string();
        if self.report.is_empty() && header.fingerprint.as_ref().is_some_and(is_another) {
            let words = "The fingerprint in the first line is not that of the last entry. The \
                         file was changed, or put together from two files.";
            self.report.add(None, words);
        }
        if !self.report.is_empty() {
            return Err(self.report);
        }
        let first = self.diary.entries().first().map(|entry| entry.at);
        let created = header.created.and_then(DateTime::from_timestamp_millis).or(first);
        Ok(Incoming {
            title: header.title,
            created: created.unwrap_or_default(),
            diary: self.diary,
            set_aside: self.set_aside,
            fingerprint: self.link,
        })
    }

    /// The next line that says something.
    fn line(&mut self) -> Option<&'t str> {
        let (at, line) = self.lines.find(|(_, line)| !is_blank(line))?;
        self.at = at + 1;
        Some(line)
    }

    fn wrong(&mut self, words: impl Into<String>) {
        self.report.add(Some(self.at), words);
    }

    fn read_line(&mut self) -> bool {
        if self.header.is_none() {
            return false;
        }
        let Some(line) = self.line() else { return false };
        if line.starts_with("{\"event-diary\"") {
            self.wrong("Another diary begins here. A file holds one.");
        } else if line.starts_with('{') {
            self.read_aside(line);
        } else if self.entries >= MOST_ENTRIES {
            self.wrong(format!("There are more than {MOST_ENTRIES} entries, which is too many."));
            self.header = None;
        } else if let Err(words) = self.read_entry(line) {
            self.wrong(words);
        }
        true
    }

    fn read_entry(&mut self, line: &str) -> Result<(), String> {
        if !self.set_aside.is_empty() {
            return Err("An entry stands after what was set aside. All entries come first.".into());
        }
        if !line.starts_with('[') {
            return Err("This is not a line of a diary.".into());
        }
        let expected = self.next;
        self.entries += 1;
        // A line may claim any number, also the last that there is.
        self.next = expected.saturating_add(1);
        let Some((json, kept_link)) = unlinked(line) else {
            self.is_broken = true;
            return Err("The line is cut off, or the seal at its end is missing.".into());
        };
        let previous = self.link;
        let link = previous.next(&json);
        // Its link is looked at last: what else is wrong with a line says more.
        let checked = check_line(&format!("{json}|{link}"), expected, &previous);
        self.link = link;
        if let Err(FormatError::WrongNumber { found, .. }) = checked {
            // Counting goes on from there, or every line that follows would be wrong as well.
            self.next = found.saturating_add(1);
            self.is_broken = true;
        }
        let (stored, _) = checked.map_err(|why| sentence(&why))?;
        limits::entry(&json)?;
        let at = stored.at;
        if at < self.last {
            return Err("The entry is older than the one above it.".into());
        }
        self.last = at;
        let entry = stored.entry::<E>().map_err(|why| sentence(&why))?;
        if !self.is_broken && kept_link != link.to_string() {
            self.is_broken = true;
            return Err("The line, or one above it, was changed after it was written.".into());
        }
        // Otherwise the diary would have another fingerprint than its file.
        if line_of(&entry, &previous).0 != format!("{json}|{link}") {
            return Err("This page would write the line in another way.".into());
        }
        self.diary.take_in(entry);
        Ok(())
    }

    fn read_aside(&mut self, line: &str) {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Aside<'l> {
            #[serde(rename = "set aside")]
            place: String,
            #[serde(borrow)]
            text: &'l RawValue,
        }
        let aside = match serde_json::from_str::<Aside<'_>>(line) {
            Ok(aside) => aside,
            Err(error) => return self.wrong(format!("The line can’t be read ({error}).")),
        };
        if !is_place(&aside.place) {
            self.wrong("The line does not say where this was set aside.");
        } else if !aside.text.get().starts_with('"') {
            self.wrong("What was set aside is not a text.");
        } else {
            self.set_aside.push((aside.place, aside.text.get().to_owned()));
        }
    }
}

/// An exported line without its link, as it is stored, and the link.
fn unlinked(line: &str) -> Option<(String, &str)> {
    let (entry, link) = line.strip_suffix("\"]")?.rsplit_once(",\"")?;
    let is_link = link.len() == 8 && link.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_link.then(|| (format!("{entry}]"), link))
}

/// What is wrong with a stored line, as a sentence of its own.
fn sentence(why: &FormatError) -> String {
    let words = why.to_string();
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
