//! A session of learning: the learning diary with what everything in the course shares, and a chapter
//! as it is open in it.

use crate::ui::live::memo;
use leptos::prelude::*;

use crate::ui::{reader::say, session_signals::SessionSignals};
use ::diary::project;
use course::{
    Chapter, Guess, Learned,
    lesson::{Command, Learner, Lesson, Phase},
};

/// What everything in the course shares.
#[derive(Clone, Copy)]
pub(super) struct Course {
    /// The learning diary. What has been learned is a reading of it.
    pub(super) learner: SessionSignals<Learner>,
    /// What there is to say aloud.
    pub(super) speech: RwSignal<String>,
    /// Whether it is shown to a room: then answers stay covered until they are asked for.
    pub(super) present: bool,
}

impl Course {
    /// Makes a command of the learner, who stands at now.
    pub(super) fn send(self, command: Command) {
        // The second press of two: what it asks for is on its way.
        if self.learner.is_under_way(&command) {
            return;
        }
        if untrack(|| self.learner.reader.in_past()) {
            self.learner.reader.travel(usize::MAX);
        }
        self.learner.send(command);
    }

    /// What the learning diary comes to after so many entries: all of it is read anew.
    pub(super) fn learned(self, version: usize) -> Learned {
        self.learner.ask(|diary, _| project(diary.until(version)))
    }

    pub(super) fn say(self, words: impl Into<String>) {
        say(self.speech, words.into());
    }

    /// The same for a part that knows of nothing else here.
    pub(super) fn voice(self) -> Callback<String> {
        Callback::new(move |words| self.say(words))
    }
}

/// A chapter as the learner has it open.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) course: Course,
    pub(super) chapter: &'static Chapter,
    lesson: Memo<Lesson>,
    /// Whether the answer stays covered although it is out, since a room of people looks on.
    pub(super) covered: RwSignal<bool>,
}

impl Open {
    pub(super) fn of(course: Course, chapter: &'static Chapter) -> Self {
        let lesson = memo(move |_| {
            let here = course.learner.row(|row| row.today().lesson(chapter.id).cloned());
            here.unwrap_or_default()
        });
        let is_out = untrack(|| lesson.with(|lesson| lesson.phase)) >= Phase::Committed;
        let covered = RwSignal::new(course.present && is_out);
        Self { course, chapter, lesson, covered }
    }

    /// How far it has come, as far as it is on show.
    pub(super) fn phase(self) -> Phase {
        let phase = self.lesson.with(|lesson| lesson.phase);
        if self.covered.get() { phase.min(Phase::Queryable) } else { phase }
    }

    /// What the learner committed to in the field with this name.
    pub(super) fn guess(self, field: &str) -> Option<Guess> {
        self.lesson.with(|lesson| lesson.guess(field).cloned())
    }

    pub(super) fn hints(self) -> usize {
        self.lesson.with(|lesson| lesson.hints)
    }

    /// The names of the actions that the learning diary knows of.
    pub(super) fn done(self) -> Vec<String> {
        self.lesson.with(|lesson| lesson.actions.clone())
    }

    /// Takes the cover off.
    pub(super) fn uncover(self) {
        self.covered.set(false);
    }

    /// A command about this chapter.
    pub(super) fn send(self, command: fn(String) -> Command) {
        self.course.send(command(self.chapter.id.into()));
    }

    /// Goes on from here, once the answer has been shown.
    pub(super) fn finish(self) {
        if untrack(|| self.phase()) == Phase::Revealed {
            self.send(|chapter| Command::Finish { chapter });
        }
    }
}
