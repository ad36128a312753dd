//! The words of the course: its commands, its facts, its refusals.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

use serde::{Deserialize, Serialize};

use super::upcast::upcast;
use crate::{
    check::Round,
    prediction::{Filled, Prediction},
};
use diary::StoredEvent;

/// A command of the learner. Chapters are named by their [`id`](crate::Chapter::id).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Go to a chapter, or come back to it: nothing in it is lost.
    Open { chapter: String },
    /// Note that one of the chapter's actions, called by its [`name`](crate::Action::name),
    /// has been carried out.
    Act { chapter: String, action: String },
    /// Take the next hint.
    TakeHint { chapter: String },
    /// Commit to an answer: one guess for each field of the question.
    Commit { chapter: String, guesses: Vec<Filled> },
    /// Show the answer without a guess.
    ShowMe { chapter: String },
    /// Note that the reveal has come to its end.
    Reveal { chapter: String },
    /// Go on from a chapter whose answer has been shown.
    Finish { chapter: String },
    /// Start a chapter again from its beginning.
    StartAgain { chapter: String },
    /// Answer one question of the check.
    AnswerCheck { round: Round, question: String, choice: String },
}

/// A fact about the learner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The learner went to a chapter.
    ChapterOpened { chapter: String },
    /// One of its actions was carried out; its name says which.
    ActionDone { chapter: String, action: String },
    /// A hint was taken, of this grade: 1 to 3.
    HintTaken { chapter: String, grade: usize },
    /// The learner committed to an answer.
    Predicted { chapter: String, guesses: Vec<Prediction> },
    /// The answer was shown without a guess.
    ShownWithoutGuess { chapter: String },
    /// The answer was shown beside the guess.
    Revealed { chapter: String },
    /// The learner went on.
    ChapterFinished { chapter: String },
    /// The learner started the chapter again.
    ChapterRestarted { chapter: String },
    /// A question of the check was answered, rightly or not as of that day.
    CheckAnswered { round: Round, question: String, choice: String, right: bool },
}

impl StoredEvent for Event {
    fn upcast(name: &str, content: &str) -> Option<String> {
        upcast(name, content)
    }
}

/// A rule that says no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The course has no such chapter.
    NoSuchChapter { chapter: String },
    /// The learner is in this chapter already.
    AlreadyHere { chapter: String },
    /// The chapter has not been opened yet.
    NotOpened { chapter: String },
    /// The guess comes first, and then one sees for oneself.
    GuessFirst { chapter: String },
    /// The chapter has no such action.
    NoSuchAction { chapter: String },
    /// The action was carried out before.
    AlreadyDone { chapter: String },
    /// All three hints have been taken.
    NoMoreHints { chapter: String },
    /// A guess for each field is needed.
    NotFilledIn { chapter: String },
    /// The learner has committed, or the answer is on show; a guess comes before that.
    TooLate { chapter: String },
    /// There is nothing to compare the answer with yet.
    NotCommitted { chapter: String },
    /// The answer is on show already.
    AlreadyRevealed { chapter: String },
    /// The answer is not on show yet.
    NotRevealed { chapter: String },
    /// The chapter was finished before.
    AlreadyFinished { chapter: String },
    /// The check has no such question, or the question no such choice.
    NoSuchAnswer { question: String },
    /// The question was answered in this round.
    AlreadyAnswered { question: String },
}
