//! The two-minute tour: four steps in the place of the opening question. What is done follows from how things stand
//! with the reader, so each step may be done by any button of the page.

mod guide;

use leptos::prelude::*;

pub use self::guide::Guide;
use super::{
    ids::OPENING,
    live::{effect, live, memo, on, views},
    reader::{TimeTravel, reader},
    session_status::Refused,
};
use crate::browser::dom;
use examples::tour::{Step, Walk};

/// The id of the button that does a step.
const NEXT: &str = "tour-next";

/// An entry that the reader has written: in which diary, and its number.
type Wrote = Option<(usize, usize)>;

/// The tour of one workbench. It is forgotten when the reader leaves the place.
#[derive(Clone, Copy)]
pub struct Tour {
    guide: Guide,
    reader: TimeTravel,
    refusals: RwSignal<Vec<Refused>>,
    /// How far the reader has come; none while there is no tour.
    walk: RwSignal<Option<Walk>>,
    /// What was written before the tour is none of it.
    before: StoredValue<Wrote>,
}

impl Tour {
    /// No tour yet.
    pub fn new(guide: Guide, refusals: RwSignal<Vec<Refused>>) -> Self {
        let (walk, before) = (RwSignal::new(None), StoredValue::new(None));
        let tour = Self { guide, reader: reader(), refusals, walk, before };
        effect(move |_| {
            let Some(so_far) = walk.get() else { return };
            let now: Walk = so_far.and(|step| tour.is_done(step));
            if now != so_far {
                walk.set(Some(now));
            }
        });
        tour.say_steps();
        tour
    }

    /// Whether the reader is on it.
    pub fn is_on(self) -> bool {
        self.walk.with(Option::is_some)
    }

    fn wrote(self) -> Wrote {
        self.reader.wrote.get().map(|entry| (self.reader.edition(), entry))
    }

    fn is_done(self, step: Step) -> bool {
        match step {
            Step::Ask => self.guide.asked.get(),
            Step::Travel => self.reader.in_past(),
            // In the past it is not the rules that refuse.
            Step::Refuse => {
                let last = Some(self.reader.last());
                let is_now = |refused: &Refused| refused.version == last;
                !self.reader.in_past() && self.refusals.with(|all| all.iter().any(is_now))
            }
            Step::Write => {
                let wrote = self.wrote();
                wrote.is_some() && wrote != self.before.get_value()
            }
        }
    }

    fn start(self) {
        self.before.set_value(untrack(|| self.wrote()));
        self.walk.set(Some(Walk::default()));
        // Who began it by keyboard goes on with Enter.
        request_animation_frame(|| dom::focus(NEXT));
    }

    fn end(self) {
        // The button goes with the tour.
        dom::focus(OPENING);
        self.walk.set(None);
    }

    fn next(self, walk: Walk) -> Option<Step> {
        walk.next(self.reader.last() == 0)
    }

    /// The way into it. In an empty diary there is nothing to be seen on one.
    pub fn offer(self) -> AnyView {
        let is_empty = memo(move |_| self.reader.last() == 0);
        let offer = move || {
            (!is_empty.get()).then(|| {
                let start = on(move |_| self.start());
                view! { <button class="plain link" on:click=start>"Two-minute tour"</button> }
                    .into_any()
            })
        };
        views(offer).into_any()
    }

    /// Says each step once to those who listen.
    fn say_steps(self) {
        let words = memo(move |_| {
            let walk = self.walk.get()?;
            let said =
                || [&self.step_words(walk), " ", &self.seen(walk), " ", self.what(walk)].concat();
            Some(untrack(said))
        });
        effect(move |_| words.get().map(|words| self.reader.say(words)));
    }

    /// “Step 2 of 4.”
    fn step_words(self, walk: Walk) -> String {
        match self.next(walk) {
            Some(_) => format!("Step {} of {}.", walk.number(), Step::ALL.len()),
            None => "The tour is over.".into(),
        }
    }

    fn what(self, walk: Walk) -> &'static str {
        self.next(walk).map_or("Now it is yours.", |step| self.guide.what.run(step))
    }

    /// What was seen in the step before.
    fn seen(self, walk: Walk) -> String {
        let end = if self.next(walk).is_none() { self.guide.end } else { "" };
        [walk.seen(), " ", end].concat().trim_end().to_owned()
    }

    /// The step that is next. Its parts stay and only their words change, so the focus stays too.
    pub fn view(self) -> AnyView {
        let walk = move || self.walk.get().unwrap_or_default();
        let next = move || self.next(walk());
        let label = move || match next() {
            Some(step) => self.guide.button.run(step),
            None => "Go on by yourself".into(),
        };
        let press = move |_| match untrack(next) {
            Some(step) => self.guide.act.run(step),
            None => self.end(),
        };
        let is_over = memo(move |_| next().is_none());
        let end = move || {
            (!is_over.get()).then(|| {
                let end = on(move |_| self.end());
                view! { <button class="plain link" on:click=end>"End the tour"</button> }.into_any()
            })
        };
        view! {
            <div class="says">
                <p class="question">{live(move || self.what(walk()))}</p>
                <p class="hint">
                    <b>{live(move || self.step_words(walk()))}</b>
                    " "
                    {live(move || self.seen(walk()))}
                </p>
            </div>
            <div class="onward">
                // In an empty diary the request that begins it is the dark one.
                <button
                    id=NEXT
                    class:lead=live(move || self.reader.last() > 0)
                    on:click=on(press)
                >
                    {live(label)}
                </button>
                <div class="quietly">{views(end)}</div>
            </div>
        }
        .into_any()
    }
}
