//! The course on the screen. All of this is in a part that is fetched when the place is opened.
//!
//! Read [`Course`] first, which everything here shares, then [`lesson`] for one chapter: *asked →
//! committed → revealed → explained*. What is on show follows from the learning diary alone.

mod actions;
mod bench;
mod bench_side;
mod check;
mod cover;
mod diary;
mod farewell;
mod form;
mod gain;
mod handout;
mod lesson;
mod map;
mod replay;
mod reveal;
mod see_also;
mod table;
mod teach;

use leptos::{ev, prelude::*};
use web_sys::KeyboardEvent;

use super::{
    live::{live, views},
    notebook::Notebook,
    reader::say,
};
use crate::{
    browser::{dom, place},
    course::{
        Chapter, Learned, chapter, chapters,
        lesson::{Command, Learner},
    },
    diary::project,
};

/// The id of the heading of what is on show: where one arrives by keyboard.
const HEADING: &str = "learn-heading";

/// What everything in the course shares.
#[derive(Clone, Copy)]
struct Course {
    /// The learning diary. What has been learned is a reading of it.
    learner: Notebook<Learner>,
    /// What there is to say aloud.
    speech: RwSignal<String>,
    /// Whether it is shown to a room: then answers stay covered until they are asked for.
    present: bool,
}

impl Course {
    /// Makes a wish of the learner, who stands at now.
    fn send(self, command: Command) {
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
    fn learned(self, page: usize) -> Learned {
        self.learner.ask(|diary, _| project(diary.until(page)))
    }

    fn say(self, words: impl Into<String>) {
        say(self.speech, words.into());
    }

    /// The same for a part that knows of nothing else here.
    fn voice(self) -> Callback<String> {
        Callback::new(move |words| self.say(words))
    }
}

/// What is on show.
#[derive(Clone, Copy)]
enum Route {
    Map,
    Chapter(&'static Chapter),
    Check,
    Teachers,
    SeeAlso,
}

impl Route {
    /// What this place in the address names; the map for every other text.
    fn of(hash: &str) -> Self {
        match hash.strip_prefix("#/learn/").unwrap_or_default() {
            "check" => Self::Check,
            "teachers" => Self::Teachers,
            "see-also" => Self::SeeAlso,
            id => chapter(id).map_or(Self::Map, Self::Chapter),
        }
    }

    /// The end of its address.
    fn slug(self) -> &'static str {
        match self {
            Self::Map => "",
            Self::Chapter(chapter) => chapter.id,
            Self::Check => "check",
            Self::Teachers => "teachers",
            Self::SeeAlso => "see-also",
        }
    }

    fn title(self) -> String {
        match self {
            Self::Map => "Learn".into(),
            Self::Chapter(chapter) => format!("{} {}", chapter.name(), chapter.title),
            Self::Check => "The check".into(),
            Self::Teachers => "For teachers".into(),
            Self::SeeAlso => "See also".into(),
        }
    }

    /// Where a clicker leads: a chapter forward or back.
    fn neighbour(self, forward: bool) -> Option<&'static Chapter> {
        match self {
            Self::Chapter(chapter) if forward => chapter.next(),
            Self::Chapter(chapter) => chapter.previous(),
            _ => chapters().next().filter(|_| forward),
        }
    }
}

impl PartialEq for Route {
    fn eq(&self, other: &Self) -> bool {
        self.slug() == other.slug()
    }
}

/// Where a chapter is.
fn href(chapter: &Chapter) -> String {
    ["#/learn/", chapter.id].concat()
}

/// The course; `hash` is the place in the address, such as `#/learn/a1`, and `speech` what is said
/// aloud.
pub(super) fn place(
    learner: Notebook<Learner>,
    hash: Signal<String>,
    speech: RwSignal<String>,
) -> AnyView {
    let course = Course { learner, speech, present: place::asks_for("present") };
    let route = Memo::new(move |_| Route::of(&hash.read()));
    Effect::new(move |before: Option<()>| {
        dom::title(&route.get().title());
        // Whoever has just come to the course stays at the link that led here.
        if before.is_some() {
            request_animation_frame(|| {
                dom::scroll_to_top();
                dom::focus(HEADING);
            });
        }
    });
    if course.present {
        turn_pages();
    }
    let shown = move || match route.get() {
        Route::Map => map::page(course),
        Route::Chapter(chapter) => lesson::page(course, chapter),
        Route::Check => {
            let learned = Memo::new(move |_| course.learned(course.learner.reader.last()));
            let send = Callback::new(move |command| course.send(command));
            view! {
                {check::page(learned.into(), send, course.voice())}
                {unkept(course)}
            }
            .into_any()
        }
        Route::Teachers => teach::page(),
        Route::SeeAlso => see_also::page(),
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
        match Route::of(&place::current()).neighbour(forward) {
            Some(chapter) => place::go(&href(chapter)),
            None => place::go("#/learn"),
        }
    };
    let listening = window_event_listener(ev::keydown, turn);
    on_cleanup(move || listening.remove());
}

/// A link as a button, for the one thing that is next.
fn lead(href: String, words: String) -> AnyView {
    view! {
        <a class="lead" href=href>
            {words}
        </a>
    }
    .into_any()
}

/// A wish to keep something in the learning diary that failed stands where it was made, and is said
/// by the one voice of the page: the learning diary has none of its own.
fn unkept(course: Course) -> AnyView {
    let words = move || {
        let refusal = course.learner.refusals.get().pop()?;
        Some(format!("{}: {}", refusal.wish, refusal.why))
    };
    // What stood there when the view was made has been said.
    Effect::new(move |before: Option<()>| {
        if let Some(words) = words().filter(|_| before.is_some()) {
            course.say(words);
        }
    });
    let why = move || {
        let words = words()?;
        Some(view! { <p class="problem"><bdi>{words}</bdi></p> }.into_any())
    };
    views(why).into_any()
}

/// A text that follows the learning diary.
fn text(words: impl Fn() -> String + Send + 'static) -> AnyView {
    live(words).into_any()
}
