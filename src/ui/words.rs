//! What is said about keeping, in sentences. Below the screen there are only facts.

use english::counted;
use examples::{Describe, shown};
use storage::{Message, ReadOnly, Refusal, SaveStatus, StoreError, Stored, Why};

/// How the keeping of a diary stands, in the words beside it.
pub fn of_status(status: SaveStatus) -> &'static str {
    match status {
        SaveStatus::Saved => "saved in this browser",
        SaveStatus::SavedInOnePlace => "saved in one place",
        SaveStatus::WrittenNotSafe => "written, not safe yet",
        SaveStatus::NotKeptYet => "not kept yet",
        SaveStatus::InMemory => "in memory only",
        SaveStatus::Saving => "saving…",
        SaveStatus::Waiting => "waiting for this browser’s storage…",
        SaveStatus::ReadOnly => "can only be read",
    }
}

/// Why a command left no entry, with the numbers of the rule or what went wrong.
///
/// `moment` is when the last entry that the reader saw was written.
pub fn of_refusal<D: Describe + Stored>(refusal: &Refusal<D>, moment: Option<String>) -> String {
    let why = match &refusal.why {
        Why::Rule(rule) => rule.to_string(),
        Why::InPast => {
            let moment = moment.unwrap_or_else(|| "before anything happened".into());
            format!(
                "you are looking at {moment}, and the past can be read but not written. Go back to \
                 now first."
            )
        }
        Why::ReadOnly(why) => format!("this diary can only be read: {}.", of_read_only(why)),
        Why::Store(StoreError::Silent) => {
            "this browser’s storage does not answer. It was not written; try it again.".to_owned()
        }
        Why::Store(error) => format!("{error}. It was not written, and nothing else has changed."),
        Why::OthersKeepWriting => {
            "other tabs keep writing in this diary. It was tried for half a minute and not written; \
             try it again."
                .to_owned()
        }
    };
    match refusal.after_others {
        Some((first, last)) => {
            format!("Another tab wrote {} first. Now {why}", entries(first, last))
        }
        None => why,
    }
}

/// That others wrote entries in between, first and last.
pub fn of_others_first((first, last): (usize, usize)) -> String {
    let entries = entries(first, last);
    format!("Another tab wrote {entries} first. Your request was decided again.")
}

/// That commands were carried out in a diary that was left.
pub fn of_written_elsewhere(name: &str, first: usize, last: usize) -> String {
    format!("Meanwhile {} of {name} is saved.", entries(first, last))
}

fn entries(first: usize, last: usize) -> String {
    if first == last { format!("entry {first}") } else { format!("entries {first}–{last}") }
}

fn count(lines: usize) -> String {
    counted::entries(lines)
}

/// Why a diary can only be read.
fn of_read_only(why: &ReadOnly) -> String {
    match why {
        ReadOnly::AnotherTabWrites => {
            "another tab is writing, and without the browser’s database only one can".into()
        }
        ReadOnly::Deleted => "it was deleted".into(),
        ReadOnly::Newer => "a newer version of this page has been here; reload the page".into(),
        ReadOnly::DatabaseGone => {
            "this browser had a database here and does not give it out now".into()
        }
        ReadOnly::Damaged(why) => why.clone(),
        ReadOnly::AnotherStory => {
            "the browser’s storage holds another diary of this name; reload the page to see it"
                .into()
        }
        ReadOnly::Died => "the page stopped when it read this diary last".into(),
        ReadOnly::NotReadYet => "it could not be read yet".into(),
        ReadOnly::OtherDiary => "another diary was opened here meanwhile".into(),
    }
}

/// Whether a message only answers what the reader has just asked for: it is said once.
pub fn is_about_what_was_asked(message: &Message) -> bool {
    matches!(message, Message::Renamed(..) | Message::Deleted(_))
}

/// What the reader is told.
pub fn of_message(message: &Message) -> String {
    match message {
        Message::NoMirror(error) => format!(
            "The readable text can’t be kept: {error}. Your diaries are kept in the browser’s \
             database, which is the safer place."
        ),
        Message::NoDatabase(error) => format!(
            "The browser’s database can’t be used: {error}. Diaries are kept in its other store, \
             where the last minutes may be lost if the browser is killed."
        ),
        Message::NothingKept(error) => format!(
            "Nothing is kept: {error}. Everything works, but it is gone when you close or reload \
             this page. Export it under Diaries if you want to keep it."
        ),
        Message::DatabaseSilent(StoreError::Silent) => {
            "This browser’s database does not answer. It is asked again and again. The readable \
             text may lack the newest entries. What you write waits, or is not kept yet."
                .into()
        }
        Message::DatabaseSilent(error) => format!(
            "This browser’s database can’t be opened just now: {error}. It is asked again and \
             again. The readable text may lack the newest entries."
        ),
        Message::DatabaseGone => {
            "There was a database here, and this browser does not give it out now. The readable \
             text may lack entries, so nothing is written. Reload the page, or look at the \
             browser’s settings for this site."
                .into()
        }
        Message::DatabaseNewer => {
            "The browser’s database can’t be used: a newer version of this page has been here; \
             reload the page. What its readable text has is shown, and nothing is written."
                .into()
        }
        Message::Cleared => {
            "There were diaries here, and this browser has cleared them. If you have exported one, \
             you can import it under Diaries. A new one has been begun."
                .into()
        }
        other => of_diary(other),
    }
}

/// What is told of one diary.
fn of_diary(message: &Message) -> String {
    let aside = |aside: bool| {
        if aside { " What differed was set aside, unchanged: see Diaries." } else { "" }
    };
    match message {
        Message::Damaged { name, stops_after, why, left_alone } => {
            let kept = if *left_alone {
                "It was left as it is, and can only be read."
            } else {
                "What could not be read was set aside, unchanged: see Diaries."
            };
            format!("{name} could be read up to entry {stops_after}, but {why}. {kept}")
        }
        Message::NotRepaired(name, error) => format!(
            "{name} is whole, but one of the two places where it is kept is not, and it could \
             not be repaired: {error}. It can only be read."
        ),
        Message::RestoredToDatabase { name, lines, aside: is_aside } => format!(
            "{name}: {} missing from the browser’s database, restored from the readable text.{}",
            count(*lines),
            aside(*is_aside)
        ),
        Message::RestoredToMirror { name, lines, aside: is_aside } => format!(
            "{name}: {} missing from the readable text, restored from the browser’s database.{}",
            count(*lines),
            aside(*is_aside)
        ),
        Message::MirrorBehind(name, error) => format!(
            "{name} is safe in the browser’s database. Its readable text is not up to date: \
             {error}."
        ),
        Message::MirrorRepaired(name) => format!(
            "The readable text of {name} was not what was left there. It has been written again; \
             what differed was set aside: see Diaries."
        ),
        Message::DatabaseRestored(name) => format!(
            "The browser’s database had lost entries of {name}. They have been written again."
        ),
        Message::NotThere(name) => format!("{name} is not there any more: it was deleted."),
        Message::NotOpened(name, error) => format!("{name} could not be opened: {error}."),
        Message::NotReadYet(name, error) => {
            format!("{name} can’t be read just now: {error}. It is tried again.")
        }
        Message::Died(name) => format!("The page stopped when it read {name} last."),
        Message::NotBegun(error) => {
            format!("No new diary was begun: {error}. What you chose was not taken in.")
        }
        Message::StoryNotKept(error) => {
            format!("What you see is not kept yet: {error}. It is tried again.")
        }
        Message::KeptNow(name) => format!("What was in memory is kept now: it is {name}."),
        Message::Busy => {
            "This browser’s storage does not answer just now, so no diary can be opened, begun, \
             renamed or deleted. Try it again."
                .into()
        }
        Message::Renamed(name, Some(title)) => format!("{name} is called “{}” now.", shown(title)),
        Message::Renamed(name, None) => format!("{name} goes by its name again."),
        Message::GoneBeforeRenamed(name) => {
            format!("{name} was not renamed: it is not there any more, it was deleted.")
        }
        Message::NotRenamed(name, error) => format!("{name} was not renamed: {error}."),
        Message::Deleted(name) => format!("{name} is deleted."),
        Message::NotDeleted(name, error) => {
            format!("{name} was not deleted as a whole: {error}.")
        }
        Message::CannotWrite(name, ReadOnly::Deleted) => {
            format!("{name} was deleted. Here it can only be read.")
        }
        Message::CannotWrite(name, why) => {
            format!("{name} can only be read from here on: {}.", of_read_only(why))
        }
        Message::NoMirror(_)
        | Message::NoDatabase(_)
        | Message::NothingKept(_)
        | Message::DatabaseSilent(_)
        | Message::DatabaseGone
        | Message::DatabaseNewer
        | Message::Cleared => String::new(),
    }
}
