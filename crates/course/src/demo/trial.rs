//! What stands on every demo: a few buttons, and two sides that show what came of them.

use chrono::{DateTime, Utc};

/// A small prepared thing on which one idea can be tried. The same buttons act on both of its
/// sides: the one that goes wrong, and the one that doesn't.
pub trait Experiment {
    /// What lies on it, in a sentence or two.
    fn about(&self) -> &'static str;

    /// Its buttons. Their order and number never change, but what may be pressed does.
    fn actions(&self) -> Vec<Action>;

    /// Presses a button, counted from 0. It gives back the button's name, or nothing when the button
    /// can't be pressed; then nothing has changed.
    fn press(&mut self, action: usize) -> Option<&'static str>;

    /// What both sides show now. Nothing that only a press would tell is in it before that press.
    fn sides(&self) -> [Side; 2];
}

/// A key: 32 bytes that nobody can guess. One person has one, and everything personal that is
/// written about them is written under it.
pub type Key = [u8; 32];

/// How a chapter's demo is set up, which its chapter names and nothing else does.
#[derive(Clone, Copy, Debug)]
pub struct Demo(SetUp);

#[derive(Clone, Copy, Debug)]
enum SetUp {
    Plain(fn() -> Box<dyn Experiment>),
    UnderAKey(fn(Key) -> Box<dyn Experiment>),
}

impl Demo {
    pub(super) const fn of(set_up: fn() -> Box<dyn Experiment>) -> Self {
        Self(SetUp::Plain(set_up))
    }

    pub(super) const fn under_a_key(set_up: fn(Key) -> Box<dyn Experiment>) -> Self {
        Self(SetUp::UnderAKey(set_up))
    }

    pub(super) const fn tried<T: Trial + Default>() -> Self {
        Self::of(|| Box::new(Tried::new(T::default())))
    }

    /// Whether something is kept under a key on it. No other demo needs chance, so none can fail
    /// for want of it.
    pub fn needs_key(self) -> bool {
        matches!(self.0, SetUp::UnderAKey(_))
    }

    /// Sets it up as it stands when the chapter is opened. Opening it once more starts it again.
    ///
    /// `key` is 32 bytes that nobody can guess, new each time, where the demo needs one.
    pub fn open(self, key: Key) -> Box<dyn Experiment> {
        match self.0 {
            SetUp::Plain(set_up) => set_up(),
            SetUp::UnderAKey(set_up) => set_up(key),
        }
    }
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its name for the program: `refund`.
    pub name: &'static str,
    /// What stands on it, in the imperative.
    pub label: &'static str,
    /// Why it can't be pressed now, as a sentence.
    pub why_not: Option<&'static str>,
}

/// One of the two sides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// What this side is like: “Snapshot only”.
    pub name: &'static str,
    /// What the last press led to here; empty before the first. Where both sides did the same, they
    /// say the same, and it is enough to say it once.
    pub said: String,
    /// What can be read off here.
    pub facts: Vec<Fact>,
    /// What is written here, or the end of it when that is much.
    pub notes: Vec<Note>,
}

/// Something that can be read off: “Balance: 490.00”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: &'static str,
    /// How much, or which.
    pub value: String,
}

/// Something that is written: an entry, a stored line, a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The number of the entry, where it is one.
    pub entry: Option<usize>,
    /// When it was written (UTC), where that matters.
    pub at: Option<DateTime<Utc>>,
    /// What it says.
    pub words: String,
    /// How it should look.
    pub look: Look,
    /// What is wrong with it, as a sentence. For a command that was refused it is the rule, which can
    /// stand after “…: ”. Empty where nothing is.
    pub wrong: String,
}

/// How a note looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Like a line in the diary.
    Line,
    /// As it is stored, letter by letter.
    Stored,
    /// A command that left no entry.
    Refused,
    /// Something that went out to somebody, such as a mail.
    Sent,
}

impl Fact {
    pub(super) fn new(label: &'static str, value: impl ToString) -> Self {
        Self { label, value: value.to_string() }
    }
}

impl Note {
    pub(super) fn new(look: Look, words: impl Into<String>) -> Self {
        Self { entry: None, at: None, words: words.into(), look, wrong: String::new() }
    }
}

/// An experiment as its own file has it: a table of buttons, and what both sides show.
pub(super) trait Trial: Sized + 'static {
    const ABOUT: &'static str;
    const SIDES: [&'static str; 2];
    const BUTTONS: &'static [Button<Self>];

    /// Facts and notes of both sides.
    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2];
}

/// A button, when it can't be pressed, and what it does: a sentence comes of it on each side.
pub(super) struct Button<T> {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) why_not: fn(&T) -> Option<&'static str>,
    pub(super) press: fn(&mut T) -> [String; 2],
}

/// A trial with what was said last.
pub(super) struct Tried<T> {
    trial: T,
    said: [String; 2],
}

impl<T> Tried<T> {
    pub(super) fn new(trial: T) -> Self {
        Self { trial, said: Default::default() }
    }
}

impl<T: Trial> Experiment for Tried<T> {
    fn about(&self) -> &'static str {
        T::ABOUT
    }

    fn actions(&self) -> Vec<Action> {
        let action = |button: &Button<T>| Action {
            name: button.name,
            label: button.label,
            why_not: (button.why_not)(&self.trial),
        };
        T::BUTTONS.iter().map(action).collect()
    }

    fn press(&mut self, action: usize) -> Option<&'static str> {
        let button = T::BUTTONS.get(action)?;
        if (button.why_not)(&self.trial).is_some() {
            return None;
        }
        self.said = (button.press)(&mut self.trial);
        Some(button.name)
    }

    fn sides(&self) -> [Side; 2] {
        let [left, right] = self.trial.shows();
        let [first, second] = T::SIDES;
        let side =
            |name, (facts, notes), said: &String| Side { name, said: said.clone(), facts, notes };
        let [said, also] = &self.said;
        [side(first, left, said), side(second, right, also)]
    }
}

/// For a button that can always be pressed.
pub(super) fn always<T>(_: &T) -> Option<&'static str> {
    None
}
