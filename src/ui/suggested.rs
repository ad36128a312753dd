//! What stands in a field: a suggestion, until its reader sets it.

use crate::ui::live::memo;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::today::Today;

/// A text that follows a suggestion until its reader sets it.
#[derive(Clone, Copy)]
pub struct Suggested {
    set: RwSignal<Option<String>>,
    suggestion: Signal<String>,
}

impl Suggested {
    /// A text that follows this one.
    pub fn following(suggestion: Signal<String>) -> Self {
        Self { set: RwSignal::new(None), suggestion }
    }

    /// A text that follows the calendar.
    pub fn on(today: Today, suggestion: fn(NaiveDate) -> String) -> Self {
        Self::following(Signal::derive(move || suggestion(today.get())))
    }

    /// A text that is this one at first.
    pub fn of(text: &str) -> Self {
        Self::following(Signal::stored(text.to_owned()))
    }

    /// The text, tracked.
    pub fn text(self) -> String {
        self.set.get().unwrap_or_else(|| self.suggestion.get())
    }

    /// The reader sets it.
    pub fn set(self, text: String) {
        self.set.set(Some(text));
    }

    /// Goes back to the suggestion.
    pub fn reset(self) {
        self.set.set(None);
    }

    /// What the page puts into a field for a day, tracked. A day that is being typed is incomplete,
    /// which is an empty text: written back, it would wipe the field. So once the reader has set it,
    /// the page leaves the field alone.
    pub fn put(self) -> impl Fn() -> String + Send {
        let made = memo(move |before: Option<&usize>| {
            self.suggestion.track();
            let is_followed = self.set.with_untracked(Option::is_none);
            before.copied().unwrap_or_default() + usize::from(is_followed)
        });
        move || {
            // It has to be read: what nobody has read tells nobody that it has changed.
            let _made = made.get();
            untrack(|| self.text())
        }
    }
}
