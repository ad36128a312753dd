//! The learning diary itself: it can be scrubbed like any other, and what it comes to can be thrown
//! away and read off it again.

use leptos::prelude::*;
use web_sys::Element;

use super::session::Course;
use crate::routes::Place;
use crate::ui::{
    diary_view::{DiaryPage, Kept},
    live::{live, memo, on, views},
    time_machine::TimeMachine,
};
use course::Learned;
use english::counted;

/// What has been learned by the moment where the learner stands: a reading of the learning diary.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    /// The reading; nothing while it is thrown away.
    pub(super) learned: Memo<Learned>,
    /// What it was when it was thrown away.
    thrown_away: RwSignal<Option<Learned>>,
}

impl Progress {
    pub(super) fn of(course: Course) -> Self {
        let thrown_away = RwSignal::new(None);
        let learned = memo(move |_| {
            if thrown_away.with(Option::is_some) {
                return Learned::default();
            }
            course.learned(course.learner.reader.version())
        });
        Self { learned, thrown_away }
    }
}

/// The diary, closed at first, and the button that throws the progress away.
pub(super) fn view(course: Course, progress: Progress) -> AnyView {
    let reader = course.learner.reader;
    provide_context(reader);
    let is_open = RwSignal::new(untrack(|| reader.in_past()));
    let toggle = move |event| is_open.set(event_target::<Element>(&event).has_attribute("open"));
    let state = course.learner.diary_view_state();
    let inside = move || {
        is_open.get().then(|| {
            view! {
                <DiaryPage has_sum=false state />
                <Kept state />
                <TimeMachine />
            }
            .into_any()
        })
    };
    view! {
        <section class="kept" aria-labelledby="learning-heading">
            <h3 id="learning-heading">"Your learning diary"</h3>
            <p>
                "Each guess, hint and finished chapter is an entry in a diary of its own. It stays in this browser. All that you see above is read off it."
            </p>
            {rebuild(course, progress)}
            <details open=is_open.get_untracked() on:toggle=on(toggle)>
                <summary>"Read it, and go back in it"</summary>
                {views(inside)}
            </details>
            <p><a href=Place::Diaries.address()>"Export, import or delete it"</a></p>
        </section>
    }
    .into_any()
}

fn rebuild(course: Course, progress: Progress) -> AnyView {
    let Progress { thrown_away, .. } = progress;
    let told = RwSignal::new(String::new());
    let say = move |words: String| {
        told.set(words.clone());
        course.say(words);
    };
    let press = move |_| {
        let version = untrack(|| course.learner.reader.version());
        let read = untrack(|| course.learned(version));
        if let Some(before) = thrown_away.try_update(Option::take).flatten() {
            let same = if before == read { "the same as before" } else { "different from before" };
            say(format!("Read again from {}: {same}.", counted::lines(version)));
        } else {
            thrown_away.set(Some(read));
            say("The progress is gone. The diary is still there.".into());
        }
    };
    let label = move || {
        let is_gone = thrown_away.with(Option::is_some);
        if is_gone { "Rebuild it from the diary" } else { "Delete progress" }.to_owned()
    };
    view! {
        <div class="wishes">
            <button on:click=on(press)>{live(label)}</button>
            <span class="aside" data-testid="rebuilt">{live(move || told.get())}</span>
        </div>
    }
    .into_any()
}
