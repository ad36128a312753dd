//! A word that opens its entry in the glossary.

use leptos::prelude::*;

use crate::routes::Lesson;

/// The word as it stands in a sentence. `slug` is that of its everyday word, as addresses name it: `late-entry`.
pub fn term(slug: &str, word: &'static str) -> AnyView {
    let href = Lesson::Words(Some(slug.to_owned())).address();
    view! { <a class="term" href=href>{word}</a> }.into_any()
}
