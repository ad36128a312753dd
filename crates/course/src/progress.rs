//! What the learning diary comes to: progress, surprises, badges and gain. Readings all of them:
//! they can be thrown away, and the diary fills them again.

mod badges;

pub use badges::{Badge, Earned};

use super::{
    chapter::{Chapter, Field},
    check::{self, CHECK, Round},
    guess::Guess,
    lesson::Event,
    syllabus::{PARTS, chapters, place_of},
};
use diary::{Entry, Projection};

/// All that is read off the learning diary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    progress: Progress,
    surprises: Vec<Surprise>,
    answers: Vec<Answered>,
    earned: Vec<Earned>,
}

/// How far a chapter has come at its best.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Done {
    /// It was never opened.
    #[default]
    No,
    /// It was opened.
    Begun,
    /// Its answer was on show, and something was left to do.
    Seen,
    /// It was finished, and the answer was shown without a guess.
    Shown,
    /// It was finished after a guess that was not right: it ends in the same understanding.
    Guessed,
    /// It was finished after a guess that was right.
    Right,
}

/// How far the learner has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    chapters: Vec<Step>,
    /// The place of the chapter where the learner was last.
    here: Option<usize>,
}

/// How far one chapter has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Step {
    best: Done,
    /// Whether the guess since the chapter was last started was right, if there was one.
    guess: Option<bool>,
}

/// A question of the check that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Answered {
    round: Round,
    /// The place of the question.
    question: usize,
    /// The name of the choice.
    choice: String,
    right: bool,
}

/// A guess that was not right: where learning happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surprise {
    /// The number of the entry in the learning diary.
    pub entry: usize,
    /// The id of the chapter.
    pub chapter: String,
    /// The name of the field of its question.
    pub field: String,
    /// What was guessed.
    pub guess: Guess,
}

/// How a round of the check went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// How many questions were answered.
    pub answered: usize,
    /// How many of them rightly.
    pub right: usize,
}

impl Default for Progress {
    fn default() -> Self {
        Self { chapters: chapters().map(|_| Step::default()).collect(), here: None }
    }
}

impl Projection for Progress {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        match &entry.event {
            Event::ChapterOpened { chapter } => self.arrive(chapter),
            Event::ChapterRestarted { chapter } => {
                self.arrive(chapter);
                self.step(chapter, |step| step.guess = None);
            }
            Event::Predicted { chapter, guesses } => {
                self.step(chapter, |step| step.guess = Some(guesses.iter().all(|it| it.right)));
            }
            Event::ShownWithoutGuess { chapter } | Event::Revealed { chapter } => {
                self.come(chapter, |_| Done::Seen);
            }
            Event::ChapterFinished { chapter } => self.come(chapter, |step| match step.guess {
                None => Done::Shown,
                Some(false) => Done::Guessed,
                Some(true) => Done::Right,
            }),
            Event::HintTaken { .. } | Event::ActionDone { .. } | Event::CheckAnswered { .. } => (),
        }
        self
    }
}

impl Progress {
    /// How far this chapter has come at its best.
    pub fn of(&self, chapter: &str) -> Done {
        let step = place_of(chapter).and_then(|at| self.chapters.get(at));
        step.map_or(Done::No, |step| step.best)
    }

    /// How many chapters have come so far, or further.
    pub fn count(&self, done: Done) -> usize {
        self.chapters.iter().filter(|step| step.best >= done).count()
    }

    /// Where to go on: the chapter that the learner is in, while it isn't finished; then the first
    /// one that isn't, so that none is left out; none when all are.
    pub fn next(&self) -> Option<&'static Chapter> {
        let open = |at: &usize| self.chapters.get(*at).is_some_and(|step| step.best < Done::Shown);
        let at = self.here.into_iter().chain(0..self.chapters.len()).find(open)?;
        chapters().nth(at)
    }

    fn arrive(&mut self, chapter: &str) {
        self.here = place_of(chapter).or(self.here);
        self.come(chapter, |_| Done::Begun);
    }

    /// The chapter has come so far, unless it had come further before.
    fn come(&mut self, chapter: &str, so_far: impl FnOnce(&Step) -> Done) {
        self.step(chapter, |step| step.best = step.best.max(so_far(step)));
    }

    fn step(&mut self, chapter: &str, change: impl FnOnce(&mut Step)) {
        if let Some(step) = place_of(chapter).and_then(|at| self.chapters.get_mut(at)) {
            change(step);
        }
    }
}

impl Projection for Learned {
    type Event = Event;

    fn read(mut self, entry: &Entry<Event>) -> Self {
        self.progress = self.progress.read(entry);
        match &entry.event {
            Event::Predicted { chapter, guesses } => {
                let wrong = guesses.iter().filter(|it| !it.right);
                self.surprises.extend(wrong.map(|it| Surprise {
                    entry: entry.number,
                    chapter: chapter.clone(),
                    field: it.field.clone(),
                    guess: it.guess.clone(),
                }));
            }
            Event::CheckAnswered { round, question, choice, right } => {
                let (round, right, choice) = (*round, *right, choice.clone());
                let new =
                    check::place_of(question).filter(|_| self.answer(round, question).is_none());
                self.answers.extend(new.map(|question| Answered {
                    round,
                    question,
                    choice,
                    right,
                }));
            }
            _ => (),
        }
        let new = Badge::all().filter(|badge| self.has_earned(*badge, &entry.event));
        let new: Vec<_> = new.map(|badge| Earned { badge, entry: entry.number }).collect();
        self.earned.extend(new);
        self
    }
}

impl Learned {
    /// How far the learner has come.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// What surprised the learner, oldest first.
    pub fn surprises(&self) -> &[Surprise] {
        &self.surprises
    }

    /// The badges, oldest first.
    pub fn badges(&self) -> &[Earned] {
        &self.earned
    }

    /// The name of the choice with which a question of the check was answered in a round.
    pub fn answer(&self, round: Round, question: &str) -> Option<&str> {
        let question = check::place_of(question)?;
        let found = self.answers.iter().find(|it| it.round == round && it.question == question);
        found.map(|it| it.choice.as_str())
    }

    /// How a round of the check went so far. A question's first answer counts.
    pub fn score(&self, round: Round) -> Score {
        let answers: Vec<_> = self.answers.iter().filter(|it| it.round == round).collect();
        let right = answers.iter().filter(|it| it.right).count();
        Score { answered: answers.len(), right }
    }

    /// How many more questions were answered rightly after the course than before it; `None` until
    /// both rounds are complete.
    pub fn gain(&self) -> Option<i64> {
        let [before, after] = [Round::Before, Round::After].map(|round| self.score(round));
        let complete = before.answered == CHECK.len() && after.answered == CHECK.len();
        let right = |score: Score| i64::try_from(score.right).unwrap_or_default();
        complete.then(|| right(after) - right(before))
    }

    /// Whether a badge is new with this event.
    fn has_earned(&self, badge: Badge, event: &Event) -> bool {
        let has = || self.earned.iter().any(|earned| earned.badge == badge);
        let earns = match (badge, event) {
            (Badge::Dared, Event::Predicted { .. }) => true,
            (Badge::Surprised, Event::ChapterFinished { chapter }) => {
                self.surprises.iter().any(|surprise| surprise.chapter == *chapter)
            }
            (Badge::Part(letter), Event::ChapterFinished { .. }) => PARTS
                .iter()
                .filter(|part| part.letter == letter)
                .flat_map(|part| part.chapters)
                .all(|chapter| self.progress.of(chapter.id) >= Done::Guessed),
            (Badge::Measured, Event::CheckAnswered { .. }) => self.gain().is_some(),
            _ => false,
        };
        earns && !has()
    }
}

impl Surprise {
    /// The chapter as it is today; `None` when it is no more.
    pub fn chapter(&self) -> Option<&'static Chapter> {
        super::syllabus::chapter(&self.chapter)
    }

    /// The field as it is today.
    pub fn field(&self) -> Option<&'static Field> {
        self.chapter()?.question.field(&self.field)
    }

    /// What was guessed, as the end of a sentence; nothing where there is no such field any more.
    pub fn guess_words(&self) -> String {
        let words = self.field().map(|field| field.kind.phrase(&self.guess)).unwrap_or_default();
        // A question ends with its own mark.
        let end = if words.ends_with(['?', '!', '…']) { "" } else { "." };
        words + end
    }

    /// What the guess stands for.
    pub fn why(&self) -> Vec<&'static str> {
        self.field().map_or_else(Vec::new, |field| field.kind.judge(&self.guess).why)
    }
}
