//! The reveal: the time machine plays to the answer. Who wants nothing to move is there at once.

use std::time::Duration;

use leptos::prelude::*;

use super::{lesson::Open, table::Table};
use crate::{
    browser::dom,
    course::{
        Tool,
        lesson::{Command, Phase},
    },
    ui::{
        live::{live, on},
        reader::Reader,
    },
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
        let phase = Memo::new(move |_| open.phase());
        Effect::new(move |before: Option<Phase>| {
            let now = phase.get();
            let is_new = before.is_some_and(|before| before != now);
            if now == Phase::Committed {
                replay.play();
            }
            let here = match now {
                Phase::Committed => PLAYING,
                Phase::Revealed => super::reveal::ANSWER,
                _ => return now,
            };
            if is_new {
                request_animation_frame(move || dom::focus(here));
            }
            now
        });
        // The learner makes the lines that the answer waits for.
        if table.waits() {
            Effect::new(move |_| {
                if phase.get() == Phase::Committed && table.has_come() {
                    replay.end();
                }
            });
        }
        on_cleanup(move || replay.stop());
        replay
    }

    fn play(self) {
        if self.table.waits() || self.ticking.with_value(Option::is_some) {
            return;
        }
        let Some(reader) = untrack(|| self.table.reader()) else { return self.end() };
        let path = StoredValue::new(self.path(reader).into_iter());
        let steps = path.with_value(ExactSizeIterator::len);
        if dom::wants_stillness() || steps < 2 {
            return self.end();
        }
        let pause = (WHOLE_MS / steps as u64).min(STEP_MS);
        let step = move || match path.try_update_value(Iterator::next).flatten() {
            Some(page) => self.table.travel(page),
            None => self.end(),
        };
        step();
        if let Ok(handle) = set_interval_with_handle(step, Duration::from_millis(pause)) {
            self.ticking.set_value(Some(handle));
        }
    }

    /// Every page from the blank one to that of each field, in the order of the question. Where
    /// there is no time machine to come back with, it ends at now.
    fn path(self, reader: Reader) -> Vec<usize> {
        let last = untrack(|| reader.last());
        let has_machine = self.open.chapter.stage.after.contains(&Tool::Machine);
        let fields = self.open.chapter.question.fields.iter().map(|field| field.page.min(last));
        let ends: Vec<_> = if has_machine { fields.collect() } else { vec![last] };
        let mut path = vec![0];
        for end in ends {
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
        let reader = untrack(|| self.table.reader()).filter(|_| !self.table.waits());
        if let Some(page) = reader.and_then(|reader| self.path(reader).pop()) {
            self.table.travel(page);
        }
    }

    /// What stands in the answer's place while it plays.
    pub(super) fn view(self) -> AnyView {
        let words = if self.table.waits() {
            "Your guess is written down. Now do it, and see for yourself."
        } else {
            "Your guess is written down. The diary is replayed, line by line …"
        };
        let skip = if self.table.waits() { "Show the answer now" } else { "Skip to the answer" };
        let label = move || words.to_owned();
        view! {
            <section class="playing" id=PLAYING tabindex="-1" aria-label="Replay">
                <p>{live(label)}</p>
                <button class="plain" on:click=on(move |_| self.end())>
                    {skip}
                </button>
            </section>
        }
        .into_any()
    }
}
