//! The course as a thing with rules of its own: *asked → committed → revealed → explained*.
//!
//! It is one more [`Decider`] beside the bank and the order, so the course keeps a diary too: each
//! prediction, hint and finished chapter is a fact in it, and progress is a reading of the facts.

mod vocabulary;

mod upcast;

mod words;

pub use vocabulary::{Command, Event, Rejection};

use super::{
    check::{self, Round},
    guess::Guess,
    prediction::{Filled, Prediction},
    syllabus::{chapter, chapters, place_of},
};
use diary::Decider;

/// How far a chapter has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It has not been opened.
    #[default]
    Closed,
    /// The question is open.
    Queryable,
    /// The learner has committed to a guess, and the reveal replays to the answer.
    Committed,
    /// The answer is on show, with what decides it.
    Revealed,
    /// The learner has done everything, or has gone on from there.
    Explained,
}

/// Where a learner stands in one chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lesson {
    /// How far it has come.
    pub phase: Phase,
    /// The names of the actions that have been carried out.
    pub actions: Vec<String>,
    /// How many hints have been taken, 0 to 3.
    pub hints: usize,
    /// What the learner committed to; empty when nothing, or when the answer was shown without.
    pub guesses: Vec<Prediction>,
}

impl Lesson {
    /// What the learner committed to in the field with this name.
    pub fn guess(&self, field: &str) -> Option<&Guess> {
        self.guesses.iter().find(|it| it.field == field).map(|it| &it.guess)
    }
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
        let asked = lesson.phase == Phase::Queryable;
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
                Phase::Closed | Phase::Queryable => {
                    return Err(Rejection::NotCommitted { chapter });
                }
                Phase::Revealed | Phase::Explained => {
                    return Err(Rejection::AlreadyRevealed { chapter });
                }
            },
            Command::Finish { chapter } => match self.opened(&chapter)?.phase {
                Phase::Revealed => Event::ChapterFinished { chapter },
                Phase::Explained => return Err(Rejection::AlreadyFinished { chapter }),
                Phase::Closed | Phase::Queryable | Phase::Committed => {
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
        let end = self.end_with(&event);
        Ok([Some(event), end].into_iter().flatten().collect())
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::ChapterOpened { chapter } => {
                self.here = place_of(chapter).or(self.here);
                self.with(chapter, |lesson| lesson.phase = lesson.phase.max(Phase::Queryable))
            }
            Event::ChapterRestarted { chapter } => {
                self.here = place_of(chapter).or(self.here);
                self.with(chapter, |lesson| {
                    *lesson = Lesson { phase: Phase::Queryable, ..Lesson::default() };
                })
            }
            Event::ActionDone { chapter, action } => self.with(chapter, |lesson| {
                if !lesson.actions.contains(action) {
                    lesson.actions.push(action.clone());
                }
            }),
            Event::HintTaken { chapter, grade } => {
                self.with(chapter, |lesson| lesson.hints = *grade)
            }
            Event::Predicted { chapter, guesses } => self.with(chapter, |lesson| {
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

    fn weight(&self) -> usize {
        let lesson = |lesson: &Lesson| 1 + lesson.actions.len() + lesson.guesses.len();
        1 + self.lessons.iter().map(lesson).sum::<usize>() + self.answered.len()
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

    fn act(&self, chapter: String, action: String) -> Result<Event, Rejection> {
        let lesson = self.opened(&chapter)?;
        if self::chapter(&chapter).and_then(|it| it.stage.action(&action)).is_none() {
            return Err(Rejection::NoSuchAction { chapter });
        }
        if lesson.phase == Phase::Queryable {
            return Err(Rejection::GuessFirst { chapter });
        }
        if lesson.actions.contains(&action) {
            return Err(Rejection::AlreadyDone { chapter });
        }
        Ok(Event::ActionDone { chapter, action })
    }

    /// Whoever has the answer and has done everything has finished, with whichever came last.
    fn end_with(&self, event: &Event) -> Option<Event> {
        let (Event::ActionDone { chapter, .. } | Event::Revealed { chapter }) = event else {
            return None;
        };
        let after = self.clone().evolve(event);
        let lesson = after.lesson(chapter).filter(|it| it.phase == Phase::Revealed)?;
        let is_next = self::chapter(chapter)?.stage.next(&lesson.actions);
        is_next.is_none().then(|| Event::ChapterFinished { chapter: chapter.clone() })
    }

    fn commit(&self, chapter: String, filled: Vec<Filled>) -> Result<Event, Rejection> {
        self.asked(&chapter)?;
        match self::chapter(&chapter).and_then(|it| it.question.predictions(filled)) {
            None => Err(Rejection::NotFilledIn { chapter }),
            Some(guesses) => Ok(Event::Predicted { chapter, guesses }),
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
