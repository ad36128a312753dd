//! A page of the course.

use leptos::prelude::*;

use super::HEADING;

/// The page.
pub(super) fn page() -> AnyView {
    view! { <h2 class="question" id=HEADING tabindex="-1">"Soon"</h2> }.into_any()
}
