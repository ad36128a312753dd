//! What is wrong with a field of the question.

use leptos::prelude::*;

use crate::browser::dom;

/// Tells what is wrong with a field that has no text, and goes there.
pub(super) fn complain<T>(problem: RwSignal<String>, at: &str, words: &str) -> Result<T, String> {
    problem.set(words.into());
    dom::focus(at);
    Err(words.into())
}
