//! How the course speaks of its learner: facts as lines, commands as they were said, refusals.

use std::{convert::Infallible, fmt};

use super::{Command, Event, Learner, Rejection};
use crate::{check::Round, prediction::Prediction, syllabus::chapter};
use examples::{Amount, Describe, Kind, shown};

impl Kind for Learner {
    const KIND: &'static str = "learn";
    const TITLE: &'static str = "Learning";
}

impl Describe for Learner {
    /// What a learner knows is not a number.
    type Figure = Infallible;

    const FIGURES: &'static [Infallible] = &[];

    const ZERO: Amount = Amount::Count(0);

    fn figure(&self, _: &Infallible) -> Option<Amount> {
        None
    }

    fn figures(&self) -> Vec<Infallible> {
        Vec::new()
    }

    fn figures_of(_: &Event) -> impl Iterator<Item = &Infallible> {
        std::iter::empty()
    }

    fn place(&self, none: &Infallible) -> Option<usize> {
        match *none {}
    }

    fn figure_name(none: &Infallible) -> String {
        match *none {}
    }

    fn line(event: &Event) -> String {
        match event {
            Event::ChapterOpened { chapter } => format!("Opened {}", titled(chapter)),
            Event::ActionDone { chapter, action } => {
                let deed = deed(chapter, action).unwrap_or_else(|| shown(action));
                format!("Done in {}: {deed}", lettered(chapter))
            }
            Event::HintTaken { chapter, grade } => {
                format!("Hint {grade} taken in {}", lettered(chapter))
            }
            Event::Predicted { chapter, guesses } => {
                let hits = guesses.iter().filter(|it| it.right).count();
                let verdict = match guesses.len() {
                    all if hits == all => "right".into(),
                    1 => "a surprise".into(),
                    all => format!("{hits} of {all} right"),
                };
                let guessed = guess_words(chapter, guesses);
                format!("Guessed in {}: {guessed} ({verdict})", lettered(chapter))
            }
            Event::ShownWithoutGuess { chapter } => {
                format!("Answer of {} shown without a guess", lettered(chapter))
            }
            Event::Revealed { chapter } => format!("Answer of {} shown", lettered(chapter)),
            Event::ChapterFinished { chapter } => format!("Finished {}", titled(chapter)),
            Event::ChapterRestarted { chapter } => format!("Started {} again", titled(chapter)),
            Event::CheckAnswered { round, question, .. } => {
                format!("Question {} of the check answered {round}", shown(question))
            }
        }
    }

    fn describe_command(command: &Command) -> String {
        match command {
            Command::Open { chapter } => format!("Open {}", lettered(chapter)),
            Command::Act { chapter, action } => {
                format!("Take step {} of {}", step(chapter, action), lettered(chapter))
            }
            Command::TakeHint { chapter } => format!("Take a hint in {}", lettered(chapter)),
            Command::Commit { chapter, .. } => {
                format!("Commit to a guess in {}", lettered(chapter))
            }
            Command::ShowMe { chapter } => format!("Show the answer of {}", lettered(chapter)),
            Command::Reveal { chapter } => format!("Replay to the answer of {}", lettered(chapter)),
            Command::Finish { chapter } => format!("Finish {}", lettered(chapter)),
            Command::StartAgain { chapter } => format!("Start {} again", lettered(chapter)),
            Command::AnswerCheck { question, .. } => {
                format!("Answer question {} of the check", shown(question))
            }
        }
    }
}

/// `A2`.
fn lettered(id: &str) -> String {
    shown(&id.to_uppercase())
}

/// `A2, The question comes later`.
fn titled(id: &str) -> String {
    match chapter(id) {
        Some(chapter) => format!("{}, {}", lettered(id), chapter.title),
        None => lettered(id),
    }
}

fn deed(id: &str, action: &str) -> Option<String> {
    chapter(id)?.stage.words_of(action)
}

/// Which step of a chapter this is today, counted from 1 as the page does.
fn step(id: &str, action: &str) -> String {
    let actions = chapter(id).map_or(&[][..], |chapter| chapter.stage.actions);
    let place = actions.iter().position(|it| it.name == action);
    place.map_or_else(|| shown(action), |place| (place + 1).to_string())
}

fn guess_words(id: &str, guesses: &[Prediction]) -> String {
    let field = |name: &str| chapter(id)?.question.field(name);
    let words: Vec<_> = guesses
        .iter()
        .filter_map(|Prediction { field: name, guess, .. }| Some(field(name)?.kind.phrase(guess)))
        .collect();
    words.join(" and ")
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Before => "before the course",
            Self::After => "after the course",
        })
    }
}

/// The refusal as a sentence that can stand after “Finish A2: ”.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchChapter { chapter } => {
                write!(f, "the course has no chapter {}.", lettered(chapter))
            }
            Self::AlreadyHere { chapter } => write!(f, "you are in {} already.", lettered(chapter)),
            Self::NotOpened { chapter } => {
                write!(f, "{} has not been opened yet.", lettered(chapter))
            }
            Self::GuessFirst { .. } => write!(f, "guess first, and then try it."),
            Self::NoSuchAction { chapter } => write!(f, "{} has no such step.", lettered(chapter)),
            Self::AlreadyDone { .. } => write!(f, "this step is done already."),
            Self::NoMoreHints { .. } => write!(f, "there are three hints, and you have them all."),
            Self::NotFilledIn { .. } => write!(f, "there is something left to fill in."),
            Self::TooLate { .. } => write!(f, "the answer is out. Start again to guess once more."),
            Self::NotCommitted { .. } => write!(f, "guess first, or have the answer shown."),
            Self::AlreadyRevealed { .. } => write!(f, "the answer is shown already."),
            Self::NotRevealed { .. } => write!(f, "the answer has not been shown yet."),
            Self::AlreadyFinished { chapter } => {
                write!(f, "{} is finished already.", lettered(chapter))
            }
            Self::NoSuchAnswer { .. } => write!(f, "the check has no such question or answer."),
            Self::AlreadyAnswered { .. } => {
                write!(f, "this question is answered, and the first answer counts.")
            }
        }
    }
}
