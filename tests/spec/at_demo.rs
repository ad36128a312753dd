//! A demo as a learner meets it: press a button by its name, read what stands there.

use course::{
    chapter, chapters,
    demo::{Experiment, Look, Note},
};

/// A key that only tests have.
pub(crate) const KEY: [u8; 32] = [7; 32];

/// The side that goes wrong.
pub(crate) const LEFT: usize = 0;

/// The side that doesn't.
pub(crate) const RIGHT: usize = 1;

pub(crate) struct AtDemo(pub(crate) Box<dyn Experiment>);

/// The demo of the chapter with this id.
#[track_caller]
pub(crate) fn sit_at(id: &str) -> AtDemo {
    AtDemo(chapter(id).unwrap().stage.demo.expect("it has a bench").open(KEY))
}

/// The ids of all chapters that have one.
pub(crate) fn with_a_demo() -> impl Iterator<Item = &'static str> {
    chapters().filter(|chapter| chapter.stage.demo.is_some()).map(|chapter| chapter.id)
}

impl AtDemo {
    /// Presses buttons that can be pressed.
    #[track_caller]
    pub(crate) fn press<const N: usize>(&mut self, names: [&str; N]) {
        for name in names {
            let pressed = self.0.press(self.place(name));
            assert_eq!(pressed, Some(name), "{:?}", self.why_not(name));
        }
    }

    /// Why a button can't be pressed.
    #[track_caller]
    pub(crate) fn why_not(&self, name: &str) -> Option<&'static str> {
        self.0.actions()[self.place(name)].why_not
    }

    /// A fact of one side, if it is there.
    pub(crate) fn fact(&self, side: usize, label: &str) -> Option<String> {
        let [left, right] = self.0.sides();
        let facts = if side == LEFT { left.facts } else { right.facts };
        facts.into_iter().find(|fact| fact.label == label).map(|fact| fact.value)
    }

    /// Both sides have this fact with these values.
    #[track_caller]
    pub(crate) fn shows(&self, label: &str, left: &str, right: &str) {
        let found = [LEFT, RIGHT].map(|side| self.fact(side, label));
        assert_eq!(found, [left, right].map(|value| Some(value.to_owned())), "{label}");
    }

    /// Neither side shows this fact yet.
    #[track_caller]
    pub(crate) fn hides(&self, label: &str) {
        assert_eq!([LEFT, RIGHT].map(|side| self.fact(side, label)), [None, None], "{label}");
    }

    /// What was said on one side.
    pub(crate) fn said(&self, side: usize) -> String {
        self.0.sides()[side].said.clone()
    }

    /// The notes of one side that look like this, each with what is wrong with it.
    pub(crate) fn notes(&self, side: usize, look: Look) -> Vec<String> {
        let notes = self.0.sides()[side].notes.clone();
        let words = |note: Note| match note.wrong.as_str() {
            "" => note.words,
            wrong => format!("{}: {wrong}", note.words),
        };
        notes.into_iter().filter(|note| note.look == look).map(words).collect()
    }

    /// All the words on it.
    pub(crate) fn everything(&self) -> String {
        let buttons = self.0.actions();
        let buttons = buttons.iter().flat_map(|it| [it.label, it.why_not.unwrap_or_default()]);
        let mut words: Vec<_> = buttons.map(str::to_owned).collect();
        words.push(self.0.about().to_owned());
        for side in self.0.sides() {
            words.extend([side.name.to_owned(), side.said]);
            words.extend(
                side.facts.into_iter().map(|fact| format!("{}: {}", fact.label, fact.value)),
            );
            words.extend(side.notes.into_iter().flat_map(|note| [note.words, note.wrong]));
        }
        words.join("\n")
    }

    #[track_caller]
    fn place(&self, name: &str) -> usize {
        let place = self.0.actions().iter().position(|action| action.name == name);
        place.unwrap_or_else(|| panic!("there is no button {name}"))
    }
}
