//! The table of lines.

use chrono::Datelike;
use leptos::prelude::*;
use web_sys::{Event, FocusEvent};

use super::{
    items::{Item, Key},
    row::{Shown, row},
    window::{PAPER, Window},
};
use crate::{
    browser::dom,
    ui::{
        live::{effect, live, memo, on, views},
        reader::reader,
    },
};

/// The lines, oldest first. Those after the moment that is shown are “not yet”.
#[component]
pub fn Lines(
    /// The stored form of an entry.
    stored: Callback<usize, Option<String>>,
    /// Which of them are in the page.
    window: Window,
) -> impl IntoView {
    let reader = reader();
    effect(move |_: Option<()>| window.follow());
    // Lines that come after this one are written before the reader's eyes.
    let seen = StoredValue::new(untrack(|| reader.last()));
    let column = memo(move |_| reader.chosen_column());
    let rows = memo(move |_| (reader.edition(), window.items()));
    // What a row shows now. One that is on its way out shows what it did.
    let shows = move |key: Key, at_first: Item| {
        memo(move |before: Option<&Item>| {
            let now = rows.with(|(_, rows)| rows.iter().find(|row| row.0 == key).map(|row| row.1));
            now.or(before.copied()).unwrap_or(at_first)
        })
    };
    let view_of = move |key: Key, item: Item| {
        let item = shows(key, item);
        match item.get_untracked() {
            Item::Line(_) => {
                let number = memo(move |_| item.get().first());
                let line = memo(move |_| {
                    let number = number.get();
                    untrack(|| reader.versions().line(number))
                });
                let is_fresh = memo(move |_| {
                    let number = number.get();
                    let is_fresh = number > seen.get_value();
                    seen.update_value(|seen| *seen = number.max(*seen));
                    is_fresh
                });
                row(Shown { number, line, is_fresh }, stored, column)
            }
            Item::Missing(..) => missing(item, window, column),
        }
    };
    let each = move || {
        let (edition, rows) = rows.get();
        rows.into_iter().map(move |(key, item)| (edition, key, item))
    };
    let blank = move || {
        let words = "No entries yet. The first one is yours to write.";
        (reader.last() == 0).then(|| view! { <p class="blank">{words}</p> }.into_any())
    };
    let heading = move |which: usize| {
        let name = move || reader.versions().figure_name(which);
        view! { <th scope="col" title=live(name)><bdi>{live(name)}</bdi></th> }.into_any()
    };
    let hold = move |event: FocusEvent| {
        let row = dom::number_at(&event, "aria-rowindex");
        window.focused.set(row.and_then(|row| row.checked_sub(1)));
    };
    // A row that is moved in the page loses the focus to nothing, and gets it back. Where the focus
    // goes to another row, that one is in the page only because of this one: it says so itself.
    let release = move |event: FocusEvent| {
        if dom::goes_to(&event, "[aria-rowindex]") == Some(false) {
            window.focused.set(None);
        }
    };
    view! {
        <div class="room"><div class="paper" id=PAPER tabindex="-1" on:scroll=on(move |_: Event| window.look())>
            <table
                class="lines"
                aria-rowcount=live(move || (reader.last() + 1).to_string())
                on:focusin=on(hold)
                on:focusout=on(release)
            >
                <caption class="unseen" data-words="kept">"Diary entries"</caption>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col">"No."</th>
                        <th scope="col">
                            "When"
                            <span class="year">{live(move || format!(" · {}", reader.today().get().year()))}</span>
                        </th>
                        <th scope="col">"What happened " {window.ways()}</th>
                        {(reader.columns > 0).then(|| view! { <th scope="col" class="change">"Change"</th> }.into_any())}
                        {(0..reader.columns).map(heading).collect::<Vec<_>>()}
                        {views(move || column.get().map(heading))}
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=each
                        key=|(edition, key, _)| (*edition, *key)
                        children=move |(_, key, item)| view_of(key, item)
                    />
                </tbody>
            </table>
            {views(blank)}
            {views(move || window.is_long.get().then(|| view! { <Printed window /> }.into_any()))}
        </div></div>
    }
}

/// An empty row, as high as all the lines that it stands for.
fn missing(item: Memo<Item>, window: Window, column: Memo<Option<usize>>) -> AnyView {
    let reader = reader();
    let cells = move || {
        (3 + reader.columns + usize::from(reader.columns > 0) + column.get().iter().count())
            .to_string()
    };
    let height = move || format!("calc({}px / 64)", item.get().lines() * window.height());
    view! {
        <tr class="missing" aria-hidden="true" data-missing=live(move || item.get().first().to_string())>
            <td colspan=live(cells) style:height=live(height)></td>
        </tr>
    }
    .into_any()
}

/// Says on paper that not all of a long diary is there, and where all of it is.
#[component]
fn Printed(window: Window) -> impl IntoView {
    let reader = reader();
    let words = move || {
        let ((from, until), last) = (window.bounds.get(), reader.last());
        format!(
            "These are the entries {from} to {until} of {last}. The file that Diaries exports \
             has all of them."
        )
    };
    view! { <p class="on-paper">{live(words)}</p> }
}
