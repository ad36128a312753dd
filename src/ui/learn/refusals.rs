//! What could not be kept in the learning diary.

use leptos::prelude::*;

use super::session::Course;
use crate::ui::live::{effect, views};

/// A request to keep something in the learning diary that failed stands where it was made, and is said
/// by the one voice of the page: the learning diary has none of its own.
pub(super) fn unkept(course: Course) -> AnyView {
    let words = move || {
        let refusal = course.learner.refusals.get().pop()?;
        Some(format!("{}: {}", refusal.command, refusal.why))
    };
    // What stood there when the view was made has been said.
    effect(move |before: Option<()>| {
        if let Some(words) = words().filter(|_| before.is_some()) {
            course.say(words);
        }
    });
    let why = move || {
        let words = words()?;
        Some(view! { <p class="problem"><bdi dir="ltr">{words}</bdi></p> }.into_any())
    };
    views(why).into_any()
}
