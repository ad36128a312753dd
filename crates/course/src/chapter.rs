//! What a chapter is: data, which a screen can show without knowing which chapter it is.
//!
//! A chapter runs *asked → committed → revealed → explained*. Until the learner has committed to a
//! guess, a screen may show [`tell`](Chapter::tell), the question, the hints that were asked for
//! and the tools in [`before`](Setup::before); everything else tells the answer.

use super::{guess::Kind, setup::Setup};

/// A chapter: one idea, one thing to do, one question.
#[derive(Debug)]
pub struct Chapter {
    /// Its name in links and in the learning diary, which is that of its file: `a1`.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What the trade calls it, in small print beside the title.
    pub trade: &'static str,
    /// The one idea, as a sentence that the learner could say afterwards. It tells the answer.
    pub idea: &'static str,
    /// About how many minutes it takes, with everything.
    pub minutes: u8,
    /// What many people believe before it, for teachers.
    pub misconception: &'static str,
    /// The story so far, a few short paragraphs.
    pub tell: &'static [&'static str],
    /// The workbench as it stands when the chapter is opened.
    pub stage: Setup,
    /// What the learner commits to.
    pub question: Question,
    /// Three grades of help: where to look, how to think, nearly the answer.
    pub hints: [&'static str; 3],
    /// What is shown once the learner has committed.
    pub reveal: Reveal,
    /// Everyday words with the trade's own, which stand beneath them from here on.
    pub words: &'static [(&'static str, &'static str)],
}

/// A question with one field or a few, all of which are answered in one go.
#[derive(Debug)]
pub struct Question {
    /// The question.
    pub ask: &'static str,
    /// What is to be filled in.
    pub fields: &'static [Field],
}

impl Question {
    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// One field of a question.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in the learning diary: short, the same for ever, and given once in a question.
    pub name: &'static str,
    /// What stands beside it. Never empty: it is what the field is called aloud.
    pub label: &'static str,
    /// How it is filled in, what is right, and what each wrong answer stands for.
    pub kind: Kind,
    /// Why the truth is what it is. Whoever was right reads this too.
    pub because: &'static str,
    /// The moment to which the reveal replays: after so many entries of the diary on show. Where a
    /// demo writes a line of its own, that line is counted too.
    pub version: usize,
    /// The numbers of the entries that decide, counted from 1; empty where it is no entry.
    pub entries: &'static [usize],
}

/// What is shown once the learner has committed, beside guess and truth. It may be read before
/// anything has been done, so it tells of nothing as done that the learner has yet to do.
#[derive(Debug)]
pub struct Reveal {
    /// How the answer is arrived at.
    pub comes: RevealBy,
    /// What the snapshot shows, or why it can't.
    pub snapshot: &'static str,
    /// What the diary shows.
    pub diary: &'static str,
    /// What the learner has seen for themselves once everything is done: the promised end.
    pub end: &'static str,
}

/// How an answer is arrived at, once the learner has committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevealBy {
    /// The diary is replayed to it, and there it can be read off.
    ByReplay,
    /// The learner does what there is to do, and has it then.
    ByDeeds,
    /// It is on show at once: a replay of what lies there would not lead to it.
    AtOnce,
}

/// A part of the course.
#[derive(Debug)]
pub struct Part {
    /// Its letter.
    pub letter: char,
    /// What it is about.
    pub title: &'static str,
    /// What it is for, for teachers.
    pub purpose: &'static str,
    /// What the badge is called for guessing in all of it.
    pub badge: &'static str,
    /// What that badge is for.
    pub badge_for: &'static str,
    /// Its chapters, in their order.
    pub chapters: &'static [&'static Chapter],
}

impl Part {
    /// About how many minutes all of it takes.
    pub fn minutes(&self) -> u32 {
        self.chapters.iter().map(|chapter| u32::from(chapter.minutes)).sum()
    }
}

/// A part as a list of the files in its folder: a chapter is one file there, and one line here.
macro_rules! part {
    (
        letter: $letter:literal,
        title: $title:literal,
        purpose: $purpose:literal,
        badge: $badge:literal,
        chapters: $($chapter:ident,)*
    ) => {
        $(mod $chapter;)*

        pub(super) static PART: $crate::chapter::Part = $crate::chapter::Part {
            letter: $letter,
            title: $title,
            purpose: $purpose,
            badge: $badge,
            badge_for: concat!(
                "You guessed in every chapter of part ", $letter, ", and saw them all through."
            ),
            chapters: &[$(&$chapter::CHAPTER),*],
        };
    };
}

pub(super) use part;

/// The name of the file that a module is in, by its path: a chapter's id is not written anywhere.
pub(super) const fn name_of(path: &'static str) -> &'static str {
    let bytes = path.as_bytes();
    let mut start = bytes.len();
    while start > 0 && bytes[start - 1] != b':' {
        start -= 1;
    }
    path.split_at(start).1
}
