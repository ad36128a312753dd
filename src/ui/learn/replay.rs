//! The way from a guess to its answer: the time machine plays to it, or the learner acts. Who wants
//! nothing to move is there at once.

use std::time::Duration;

use leptos::prelude::*;

use super::{
    reveal::{self, ANSWER},
    session::Open,
    table::Table,
};
use crate::{
    browser::dom,
    ui::{
        live::{effect, memo, on},
        reader::TimeTravel,
    },
};
use course::{
    RevealBy,
    lesson::{Command, Phase},
};

/// How long the whole replay takes at most, and one step of it.
const WHOLE_MS: u64 = 5_000;
const STEP_MS: u64 = 500;

/// The id of what stands there while it plays.
const PLAYING: &str = "replay";

/// Plays the time machine of a chapter's workbench to the answer.
#[derive(Clone, Copy)]
pub(super) struct Replay {
    open: Open,
    table: Table,
    ticking: StoredValue<Option<IntervalHandle>>,
}

impl Replay {
    /// Plays whenever the learner has committed, also when that was before the page was reloaded.
    pub(super) fn of(open: Open, table: Table) -> Self {
        let replay = Self { open, table, ticking: StoredValue::new(None) };
        let phase = memo(move |_| open.phase());
        effect(move |before: Option<Phase>| {
            let now = phase.get();
            match before {
                Some(before) if before < Phase::Committed && now == Phase::Committed => {
                    replay.tell();
                }
                Some(before) if before < Phase::Revealed && now >= Phase::Revealed => {
                    replay.arrived();
                }
                _ => {}
            }
            if now == Phase::Committed {
                replay.begin();
            }
            now
        });
        if replay.comes() == RevealBy::ByDeeds {
            effect(move |_| {
                if phase.get() == Phase::Committed && table.left() == 0 {
                    replay.end();
                }
            });
        }
        on_cleanup(move || replay.stop());
        replay
    }

    fn comes(self) -> RevealBy {
        self.open.chapter.reveal.comes
    }

    /// Says that the guess is written down and what is next, and moves the focus there.
    fn tell(self) {
        self.open.course.say(self.said());
        request_animation_frame(|| dom::focus(PLAYING));
    }

    /// Moves the focus to the answer. Who has gone elsewhere meanwhile is told of it, and stays
    /// there; but what the learner did last leads on to the answer.
    fn arrived(self) {
        request_animation_frame(move || {
            if self.ticking.is_disposed() {
                return;
            }
            if self.comes() == RevealBy::ByDeeds || dom::focus_is_free() {
                dom::focus(ANSWER);
            } else {
                let verdict = untrack(|| reveal::verdict(self.open));
                self.open.course.say(["The answer is there: ", verdict].concat());
            }
        });
    }

    fn begin(self) {
        match self.comes() {
            RevealBy::ByReplay => self.play(),
            RevealBy::ByDeeds => {}
            RevealBy::AtOnce => self.end(),
        }
    }

    fn play(self) {
        if self.ticking.with_value(Option::is_some) {
            return;
        }
        let Some(reader) = untrack(|| self.table.reader()) else { return self.end() };
        let path = StoredValue::new(self.path(reader).into_iter());
        let steps = path.with_value(ExactSizeIterator::len);
        if dom::wants_stillness() || steps < 2 {
            return self.end();
        }
        let pause = (WHOLE_MS / steps as u64).min(STEP_MS);
        let step = move || match path.try_update_value(Iterator::next) {
            Some(Some(version)) => self.table.travel(version),
            Some(None) => self.end(),
            // The chapter is left, and a call of the clock was on its way.
            None => {}
        };
        step();
        if let Ok(handle) = set_interval_with_handle(step, Duration::from_millis(pause)) {
            self.ticking.set_value(Some(handle));
        }
    }

    /// Every page from the blank one to that of each field, in the order of the question, but to
    /// none that has yet to be written.
    fn path(self, reader: TimeTravel) -> Vec<usize> {
        let last = untrack(|| reader.last());
        let ends = self.open.chapter.question.fields.iter().map(|field| field.version);
        let mut path = vec![0];
        for end in ends.filter(|end| *end <= last) {
            let mut at = path.last().copied().unwrap_or_default();
            while at != end {
                at = if at < end { at + 1 } else { at - 1 };
                path.push(at);
            }
        }
        path
    }

    fn stop(self) {
        if let Some(handle) = self.ticking.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    /// Stands at the answer.
    fn end(self) {
        self.stop();
        self.arrive();
        self.open.send(|chapter| Command::Reveal { chapter });
    }

    /// Shows the answer without a guess, at its moment.
    pub(super) fn show(self) {
        self.open.send(|chapter| Command::ShowMe { chapter });
        self.arrive();
    }

    /// Goes to where the replay ends.
    fn arrive(self) {
        let reader = untrack(|| self.table.reader()).filter(|_| self.comes() == RevealBy::ByReplay);
        if let Some(version) = reader.and_then(|reader| self.path(reader).pop()) {
            self.table.travel(version);
        }
    }

    /// What is said when the learner has committed.
    fn said(self) -> &'static str {
        match self.comes() {
            RevealBy::ByReplay => {
                "Your guess is written down. Now the diary is replayed, entry by entry."
            }
            RevealBy::ByDeeds => {
                "Your guess is written down. Now press the buttons below, one after the other, and \
                 see for yourself."
            }
            RevealBy::AtOnce => "Your guess is written down. Here is the answer.",
        }
    }

    /// What stands in the answer's place while it is on its way.
    pub(super) fn view(self) -> AnyView {
        let (label, skip) = match self.comes() {
            RevealBy::ByDeeds => ("Your turn", "Show the answer now"),
            RevealBy::ByReplay | RevealBy::AtOnce => ("Replay", "Skip to the answer"),
        };
        view! {
            <section class="playing" id=PLAYING tabindex="-1" aria-label=label>
                <p>{self.said()}</p>
                <button class="plain" on:click=on(move |_| self.end())>
                    {skip}
                </button>
            </section>
        }
        .into_any()
    }
}
