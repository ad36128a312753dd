//! The stored text, for you to change that may be changed at will.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::ui::{
    live::{live, memo, on},
    reader::TimeTravel,
};
use diary::forge;

/// What an amount is changed to: 20.00.
const FORGED: &str = "2000";

/// What stands before an amount on a stored line.
const CENTS: &str = "\"cents\":";

/// The copy, and what it is a copy of.
#[derive(Clone, Copy)]
pub(super) struct Copied {
    pub(super) reader: TimeTravel,
    /// The stored lines of the diary.
    pub(super) original: Memo<String>,
    /// The copy once it has been changed; until then it follows the diary.
    changed: RwSignal<Option<String>>,
}

impl Copied {
    pub(super) fn of(reader: TimeTravel, original: Memo<String>) -> Self {
        Self { reader, original, changed: RwSignal::new(None) }
    }

    /// What is in the copy.
    pub(super) fn text(self) -> String {
        self.changed.get().unwrap_or_else(|| self.original.get())
    }

    fn is_changed(self) -> bool {
        self.changed.with(|changed| {
            changed.as_ref().is_some_and(|text| self.original.with(|original| original != text))
        })
    }
}

/// The copy with what can be done to it.
pub(super) fn editor(copied: Copied) -> AnyView {
    let Copied { reader, original, changed } = copied;
    let example = memo(move |_| original.with(|text| changed_amount(text)));
    let example_label = move || match example.get() {
        Some((line, _)) => format!("Change entry {line} to 20.00"),
        None => "Change an amount".to_owned(),
    };
    let change = move |_| match example.get_untracked() {
        Some((line, text)) => {
            changed.set(Some(text));
            reader.say(format!("In the text, entry {line} says 20.00 now."));
        }
        None => reader.say("There is no amount in the text that could be changed."),
    };
    let forge_links = move |_| {
        changed.set(Some(forge(&untrack(|| copied.text()))));
        reader.say("Every seal in the text was made again. Each line fits again.");
    };
    let fresh = move |_| {
        changed.set(None);
        reader.say("The text is the stored text again.");
    };
    let state = move || {
        let words = if copied.is_changed() {
            "This text was changed. The diary is as it was."
        } else {
            "This text says what the diary says."
        };
        words.to_owned()
    };
    let take = move |event| changed.set(Some(event_target_value(&event)));
    view! {
        <div class="stored-copy">
            <label for="copy">"The stored text, for you to change"</label>
            <textarea
                id="copy"
                rows="12"
                wrap="off"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                aria-describedby="copy-state"
                prop:value=live(move || copied.text())
                on:input=on(take)
            ></textarea>
            <p class="aside" id="copy-state">{live(state)}</p>
            <div class="wishes">
                <button class="lead" on:click=on(change)>{live(example_label)}</button>
                <button on:click=on(forge_links)>"Make all later seals again"</button>
                <button on:click=on(fresh)>"Start again from the stored text"</button>
            </div>
        </div>
    }
    .into_any()
}

/// The number of the line whose amount is easily changed, the third if it has one, and all lines
/// with that amount changed. A link stays as it was: that is what gives it away.
fn changed_amount(text: &str) -> Option<(usize, String)> {
    let lines: Vec<_> = text.lines().collect();
    let changed = |line: &&str| {
        let (before, rest) = line.split_once(CENTS)?;
        let rest = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let forged = [before, CENTS, FORGED, rest].concat();
        (forged != **line).then_some(forged)
    };
    let mut from = lines.iter().enumerate().skip(2).chain(lines.iter().enumerate());
    let (at, forged) = from.find_map(|(at, line)| Some((at, changed(line)?)))?;
    let with = |(here, line): (usize, &&str)| {
        let line = if here == at { Cow::from(&*forged) } else { Cow::from(*line) };
        line.into_owned() + "\n"
    };
    let text: String = lines.iter().enumerate().map(with).collect();
    Some((at + 1, text))
}
