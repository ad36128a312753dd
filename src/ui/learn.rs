//! The course on the screen. All of this is in a part that is fetched when the place is opened.
//!
//! Read [`session_signals`] first, which everything here shares, then [`lesson`] for one chapter: *asked →
//! committed → revealed → explained*. What is on show follows from the learning diary alone.

mod actions;
mod check;
mod cover;
mod curve_chart;
mod demo;
mod demo_side;
mod diary;
mod farewell;
mod form;
mod gain;
mod glossary;
mod handout;
mod lesson;
mod map;
mod marks;
mod refusals;
mod replay;
mod reveal;
mod route;
mod see_also;
mod session;
mod table;
mod teach;

use leptos::{ev, prelude::*};
use web_sys::KeyboardEvent;

use self::{
    refusals::unkept,
    route::{HEADING, chapter_of, href, neighbour, title},
    session::Course,
};
use super::{
    live::{effect, memo, views},
    session_signals::SessionSignals,
};
use crate::browser::{dom, location};
use crate::routes::{Lesson, Route};
use course::lesson::Learner;

/// The course; `lesson` is what is on show in it, and `speech` what is said aloud.
pub(super) fn place(
    learner: SessionSignals<Learner>,
    lesson: Memo<Lesson>,
    speech: RwSignal<String>,
) -> AnyView {
    let course = Course { learner, speech, present: location::asks_for("present") };
    effect(move |before: Option<()>| {
        dom::title(&title(&lesson.read()));
        let pointed_at = match &*lesson.read() {
            Lesson::Words(Some(at)) => glossary::id_of(at),
            _ => None,
        };
        if let Some(id) = pointed_at {
            request_animation_frame(move || dom::arrive(&id));
        // Whoever has just come to the course stays at the link that led here.
        } else if before.is_some() {
            request_animation_frame(|| {
                dom::scroll_to_top();
                dom::focus(HEADING);
            });
        }
    });
    if course.present {
        turn_pages();
    }
    let shown = move || match lesson.get() {
        lesson @ (Lesson::Map | Lesson::Chapter(_)) => match chapter_of(&lesson) {
            Some(chapter) => lesson::page(course, chapter),
            None => map::page(course),
        },
        Lesson::Check => {
            let learned = memo(move |_| course.learned(course.learner.reader.last()));
            let send = Callback::new(move |command| course.send(command));
            view! {
                {check::page(learned.into(), send, course.voice())}
                {unkept(course)}
            }
            .into_any()
        }
        Lesson::Teachers => teach::page(),
        Lesson::SeeAlso => see_also::page(),
        Lesson::Words(at) => glossary::page(at.as_deref()),
    };
    view! {
        <div class="learn" class:present=course.present>
            {views(shown)}
        </div>
    }
    .into_any()
}

/// The keys of a clicker move down a chapter, and at its end to the next one.
fn turn_pages() {
    let turn = move |event: KeyboardEvent| {
        let forward = match event.key().as_str() {
            "PageDown" => true,
            "PageUp" => false,
            _ => return,
        };
        // The slider has taken it, it is meant for a field, or there is more to be seen.
        if event.default_prevented() || dom::is_in_a_field() || dom::can_scroll(forward) {
            return;
        }
        event.prevent_default();
        // The address is ahead of what is on show, for one who presses twice.
        let Route::Learn(lesson) = Route::parse(&location::current()) else { return };
        location::go(&neighbour(&lesson, forward).map_or_else(|| Lesson::Map.address(), href));
    };
    let listening = window_event_listener(ev::keydown, turn);
    on_cleanup(move || listening.remove());
}
