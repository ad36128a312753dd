//! The course as a thing with rules of its own: *asked → committed → revealed → explained*.
//!
//! It is one more [`Decider`] beside the bank and the order, so the course keeps a diary too: each
//! prediction, hint and finished chapter is a fact in it, and progress is a reading of the facts.

#![expect(missing_docs, reason = "fields say what they are; the docs stand at their variants")]

mod words;

use serde::{Deserialize, Serialize};

use super::{
    check::{self, Round},
    guess::Guess,
    syllabus::{chapter, chapters, place_of},
};
use crate::diary::Decider;

/// A wish of the learner. Chapters are named by their [`id`](super::Chapter::id).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Go to a chapter, or come back to it: nothing in it is lost.
    Open { chapter: String },
    /// Note that one of the chapter's actions, counted from 0, has been carried out.
    Act { chapter: String, action: usize },
    /// Take the next hint.
    TakeHint { chapter: String },
    /// Commit to an answer: one guess for each field of the question.
    Commit { chapter: String, guesses: Vec<Guess> },
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
    /// One of its actions was carried out.
    ActionDone { chapter: String, action: usize },
    /// A hint was taken, of this grade: 1 to 3.
    HintTaken { chapter: String, grade: usize },
    /// The learner committed to an answer. Whether each field was right is a part of the fact: a
    /// chapter may be written anew, and what was right on that day stays right on that day.
    Predicted { chapter: String, guesses: Vec<Guess>, right: Vec<bool> },
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

/// How far a chapter has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It has not been opened.
    #[default]
    Closed,
    /// The question is open.
    Asked,
    /// The learner has committed to a guess, and the reveal replays to the answer.
    Committed,
    /// The answer is on show, with what decides it.
    Revealed,
    /// The learner has gone on from there.
    Explained,
}

/// Where a learner stands in one chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lesson {
    /// How far it has come.
    pub phase: Phase,
    /// The actions that have been carried out, counted from 0.
    pub actions: Vec<usize>,
    /// How many hints have been taken, 0 to 3.
    pub hints: usize,
    /// What the learner committed to; empty when nothing, or when the answer was shown without.
    pub guesses: Vec<Guess>,
}

/// Where a learner stands: all that the rules need to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learner {
    /// One for each chapter of the course, in its order.
    lessons: Vec<Lesson>,
    /// The place of the chapter that was opened last.
    here: Option<usize>,
    /// The questions of the check that have been answered, by their place.
    answered: Vec<(Round, usize)>,
}

impl Default for Learner {
    fn default() -> Self {
        let lessons = chapters().map(|_| Lesson::default()).collect();
        Self { lessons, here: None, answered: Vec::new() }
    }
}

impl Learner {
    /// Where the learner stands in this chapter; `None` when there is no such chapter.
    pub fn lesson(&self, chapter: &str) -> Option<&Lesson> {
        self.lessons.get(place_of(chapter)?)
    }

    /// Whether the learner was in this chapter last.
    pub fn is_here(&self, chapter: &str) -> bool {
        self.here.is_some() && self.here == place_of(chapter)
    }

    /// Whether a question of the check has been answered in this round.
    pub fn has_answered(&self, round: Round, question: &str) -> bool {
        check::place_of(question).is_some_and(|place| self.answered.contains(&(round, place)))
    }

    /// The lesson of a chapter that has been opened.
    fn opened(&self, chapter: &str) -> Result<&Lesson, Rejection> {
        let named = || chapter.to_owned();
        let lesson =
            self.lesson(chapter).ok_or_else(|| Rejection::NoSuchChapter { chapter: named() })?;
        let opened = lesson.phase != Phase::Closed;
        opened.then_some(lesson).ok_or_else(|| Rejection::NotOpened { chapter: named() })
    }

    /// The lesson of a chapter whose question is still open.
    fn asked(&self, chapter: &str) -> Result<&Lesson, Rejection> {
        let lesson = self.opened(chapter)?;
        let asked = lesson.phase == Phase::Asked;
        asked.then_some(lesson).ok_or_else(|| Rejection::TooLate { chapter: chapter.to_owned() })
    }
}

impl Decider for Learner {
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(&self, command: &Command) -> Result<Vec<Event>, Rejection> {
        let event = match command.clone() {
            Command::Open { chapter } => self.open(chapter)?,
            Command::Act { chapter, action } => self.act(chapter, action)?,
            Command::TakeHint { chapter } => match self.asked(&chapter)?.hints {
                hints @ 0..3 => Event::HintTaken { chapter, grade: hints + 1 },
                _ => return Err(Rejection::NoMoreHints { chapter }),
            },
            Command::Commit { chapter, guesses } => self.commit(chapter, guesses)?,
            Command::ShowMe { chapter } => {
                self.asked(&chapter)?;
                Event::ShownWithoutGuess { chapter }
            }
            Command::Reveal { chapter } => match self.opened(&chapter)?.phase {
                Phase::Committed => Event::Revealed { chapter },
                Phase::Closed | Phase::Asked => return Err(Rejection::NotCommitted { chapter }),
                Phase::Revealed | Phase::Explained => {
                    return Err(Rejection::AlreadyRevealed { chapter });
                }
            },
            Command::Finish { chapter } => match self.opened(&chapter)?.phase {
                Phase::Revealed => Event::ChapterFinished { chapter },
                Phase::Explained => return Err(Rejection::AlreadyFinished { chapter }),
                Phase::Closed | Phase::Asked | Phase::Committed => {
                    return Err(Rejection::NotRevealed { chapter });
                }
            },
            Command::StartAgain { chapter } => {
                self.opened(&chapter)?;
                Event::ChapterRestarted { chapter }
            }
            Command::AnswerCheck { round, question, choice } => {
                self.answer(round, question, choice)?
            }
        };
        Ok(vec![event])
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::ChapterOpened { chapter } => {
                self.here = place_of(chapter).or(self.here);
                self.with(chapter, |lesson| lesson.phase = lesson.phase.max(Phase::Asked))
            }
            Event::ChapterRestarted { chapter } => {
                self.here = place_of(chapter).or(self.here);
                self.with(chapter, |lesson| {
                    *lesson = Lesson { phase: Phase::Asked, ..Lesson::default() };
                })
            }
            Event::ActionDone { chapter, action } => self.with(chapter, |lesson| {
                if !lesson.actions.contains(action) {
                    lesson.actions.push(*action);
                }
            }),
            Event::HintTaken { chapter, grade } => {
                self.with(chapter, |lesson| lesson.hints = *grade)
            }
            Event::Predicted { chapter, guesses, .. } => self.with(chapter, |lesson| {
                lesson.guesses.clone_from(guesses);
                lesson.phase = Phase::Committed;
            }),
            Event::ShownWithoutGuess { chapter } | Event::Revealed { chapter } => {
                self.with(chapter, |lesson| lesson.phase = Phase::Revealed)
            }
            Event::ChapterFinished { chapter } => {
                self.with(chapter, |lesson| lesson.phase = Phase::Explained)
            }
            Event::CheckAnswered { round, question, .. } => {
                let new = check::place_of(question).map(|place| (*round, place));
                self.answered.extend(new.filter(|answer| !self.answered.contains(answer)));
                self
            }
        }
    }
}

impl Learner {
    fn open(&self, chapter: String) -> Result<Event, Rejection> {
        if self.lesson(&chapter).is_none() {
            return Err(Rejection::NoSuchChapter { chapter });
        }
        if self.is_here(&chapter) {
            return Err(Rejection::AlreadyHere { chapter });
        }
        Ok(Event::ChapterOpened { chapter })
    }

    fn act(&self, chapter: String, action: usize) -> Result<Event, Rejection> {
        let lesson = self.opened(&chapter)?;
        let actions = self::chapter(&chapter).map_or(0, |it| it.stage.actions.len());
        if action >= actions {
            return Err(Rejection::NoSuchAction { chapter });
        }
        if lesson.phase == Phase::Asked {
            return Err(Rejection::GuessFirst { chapter });
        }
        if lesson.actions.contains(&action) {
            return Err(Rejection::AlreadyDone { chapter });
        }
        Ok(Event::ActionDone { chapter, action })
    }

    fn commit(&self, chapter: String, guesses: Vec<Guess>) -> Result<Event, Rejection> {
        self.asked(&chapter)?;
        match self::chapter(&chapter).filter(|it| it.accepts(&guesses)) {
            None => Err(Rejection::NotFilledIn { chapter }),
            Some(it) => Ok(Event::Predicted { right: it.right(&guesses), chapter, guesses }),
        }
    }

    fn answer(&self, round: Round, question: String, choice: String) -> Result<Event, Rejection> {
        let Some(right) = check::is_right(&question, &choice) else {
            return Err(Rejection::NoSuchAnswer { question });
        };
        if self.has_answered(round, &question) {
            return Err(Rejection::AlreadyAnswered { question });
        }
        Ok(Event::CheckAnswered { round, question, choice, right })
    }

    /// Changes the lesson of a chapter. One that this version doesn't know tells it nothing.
    fn with(mut self, chapter: &str, change: impl FnOnce(&mut Lesson)) -> Self {
        if let Some(lesson) = place_of(chapter).and_then(|at| self.lessons.get_mut(at)) {
            change(lesson);
        }
        self
    }
}
