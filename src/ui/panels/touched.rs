//! *Was it touched?*: the chain made visible, on a copy that may be changed at will.

mod by_hand;

mod copy;

mod verdict;

use crate::routes::Panel;
use leptos::prelude::*;

use self::{
    by_hand::by_hand,
    copy::{Copied, editor},
    verdict::{compared, follows},
};
use super::frame::framed;
use crate::ui::{
    live::{live, memo},
    session_signals::SessionSignals,
};
use diary::{ChainHash, ChainReport, Entry, line_of};
use english::counted;
use examples::{Kept, Kind};

/// So many lines are copied, from the first one on: a chain can be followed from its beginning only,
/// and each of them is a line on the screen.
const LINES: usize = 300;

/// The panel.
pub(super) fn panel<D: Kind>(signals: SessionSignals<D>) -> AnyView {
    let lines = move || {
        signals.ask(|diary, _| stored(diary.entries().get(..LINES).unwrap_or(diary.entries())))
    };
    view(Copied::of(signals.reader, memo(move |_| lines())))
}

/// Entries as they are stored, a line for each.
fn stored<E: Kept>(entries: &[Entry<E>]) -> String {
    let mut link = ChainHash::default();
    let mut text = String::new();
    for entry in entries {
        let (line, next) = line_of(entry, &link);
        text.push_str(&line);
        text.push('\n');
        link = next;
    }
    text
}

fn view(copied: Copied) -> AnyView {
    let reader = copied.reader;
    let found = memo(move |_| ChainReport::of(&copied.text()));
    let cut = move || {
        let last = reader.last();
        if last <= LINES {
            return String::new();
        }
        format!(
            "The text has the first {LINES} of {}: seals are checked from the first one on.",
            counted::lines(last)
        )
    };
    let lead_in = "Each line of the stored text ends in a seal. The seal is made from the line \
                   and from the seal before it. Change a character in the text below, and see \
                   which line no longer fits. Nothing that you do here touches the diary.";
    let view = view! {
        <p class="aside">{live(cut)}</p>
        <div class="touched">
            {editor(copied)}
            {follows(copied, found)}
        </div>
        {compared(copied, found)}
        {by_hand(copied.original)}
        <p class="lead-in">
            "Seals are evidence: if somebody changes a line and nothing else, it shows at once. \
             They are no proof, since there is no secret in a seal: somebody may make all later \
             seals again. That shows only if the last seal was kept where they can’t reach it."
        </p>
    };
    framed(Panel::Touched, lead_in, view.into_any())
}
