//! One line of the diary as a row of its table.

use chrono::Datelike;
use leptos::prelude::*;
use web_sys::Element;

use super::window::PAPER;
use crate::{
    browser::{dom, sight},
    routes::{Look, Place},
    ui::{
        components::entry_link::{EntryLink, Travels},
        find::Find,
        live::{live, on, views},
        reader::reader,
        study::PANEL,
        take_back::TakesBack,
    },
};
use examples::{Amount, Line, calendar};

/// A line with its figures. It opens to show its stored form.
#[component]
pub fn LineRow(
    /// The line.
    line: Line,
    /// Whether it is written before the reader's eyes.
    fresh: bool,
    /// The stored form of an entry.
    stored: Callback<usize, Option<String>>,
    /// A figure that is shown beside those of every line.
    column: Memo<Option<usize>>,
) -> impl IntoView {
    let reader = reader();
    let number = line.number;
    let local = calendar::local_time(line.at, &reader.clock.zone());
    let today = reader.today();
    // The year of today is said once, in the heading.
    let when = move || {
        let day = calendar::short_day(local.date());
        let year = format!(" {}", today.get().year());
        let day = day.strip_suffix(&year).unwrap_or(&day).replace(' ', "\u{a0}");
        format!("{day} {}", calendar::time_words(local.time()))
    };
    let not_yet = move || reader.version() < number;
    let find = use_context::<Find>();
    let is_open = RwSignal::new(false);
    // It is asked for once: its link ties it to all entries before it, and it never changes.
    let form =
        Memo::new(move |_| is_open.get().then(|| stored.run(number)).flatten().unwrap_or_default());
    let toggle = move |event| {
        is_open.set(event_target::<Element>(&event).has_attribute("open"));
        if is_open.get_untracked() {
            // What it says stands below it, which may be below the paper's edge.
            request_animation_frame(move || sight::show(PAPER, number));
        }
    };
    let corrects = line.corrects.map(|entry| {
        view! {
            " "
            <EntryLink entry words=format!("corrects {entry}") />
        }
        .into_any()
    });
    let here = if Travels::here() {
        view! {
            // The slider does the same by keyboard, so it is no stop on the way there.
            <button
                tabindex="-1"
                aria-label=format!("Go to entry {number}")
                on:click=on(move |_| reader.visit(number))
            >
                {number.to_string()}
            </button>
        }
        .into_any()
    } else {
        view! { <span>{number.to_string()}</span> }.into_any()
    };
    let true_on = line.true_on.map(|day| {
        let words = format!(" · true on {}", calendar::day_words(day));
        view! { <span class="true-on">{words}</span> }.into_any()
    });
    let figure = |amount: Option<Amount>| {
        let amount = amount.map(|amount| amount.to_string()).unwrap_or_default();
        view! { <td class="amount">{amount}</td> }.into_any()
    };
    // What it did to the figure that is chosen; nothing where it left it as it was.
    let change = move || {
        let (versions, which) = (reader.versions(), reader.figure.get());
        let after = versions.figure_at(number, which)?;
        let before = versions.figure_at(number - 1, which).map_or(0, Amount::units);
        let change = after.like(after.units() - before);
        (change.units() != 0).then(|| change.change())
    };
    let change = (reader.columns > 0).then(|| {
        view! { <td class="amount change">{live(move || change().unwrap_or_default())}</td> }
            .into_any()
    });
    let chosen = move || {
        let which = column.get()?;
        Some(figure(untrack(|| reader.versions().figure_at(number, which))))
    };
    view! {
        <tr
            data-entry=number.to_string()
            // The heading is the first row.
            aria-rowindex=(number + 1).to_string()
            class:fresh=fresh
            class:not-yet=live(not_yet)
            class:at-cursor=live(move || reader.version() == number && reader.in_past())
            class:lit=live(move || reader.lit.get() == Some(number))
            class:came-to=live(move || reader.came_to.get() == Some(number))
            class:found=live(move || find.is_some_and(|find| find.has(number)))
            class:decides=live(move || reader.marked.with(|marked| marked.contains(&number)))
        >
            <td class="number">{here}</td>
            <td class="when">
                <span title=calendar::day_words(local.date())>{live(when)}</span>
            </td>
            <td class="what"><div class="said">
                <details on:toggle=on(toggle)>
                    <summary>
                        <bdi dir="ltr">{line.what}</bdi>
                        {true_on}
                        <span class="not-yet-words">
                            {live(move || if not_yet() { " · not yet written" } else { "" }.to_owned())}
                        </span>
                    </summary>
                    {opened(number, form)}
                </details>
                {corrects}
            </div></td>
            {change}
            {line.figures.into_iter().take(reader.columns).map(figure).collect::<Vec<_>>()}
            {views(chosen)}
        </tr>
    }
}

/// What an opened entry shows: how it is taken back, a copy without it, and its stored form.
fn opened(number: usize, form: Memo<String>) -> AnyView {
    let (place, takes_back) = (use_context::<Place>(), use_context::<TakesBack>());
    let is_open = Memo::new(move |_| form.with(|form| !form.is_empty()));
    let more = move || {
        let place = place.filter(|_| is_open.get())?;
        let href = place.with(Look::Strike(number));
        let what_if = view! { <a href=href on:click=on(|_| dom::focus(PANEL))>"What if this had not happened?"</a> };
        let take_back = takes_back.and_then(|takes_back| takes_back.view(number));
        Some(view! { {take_back} {what_if} }.into_any())
    };
    view! {
        {views(more)}
        <code class="stored" translate="no">{live(move || form.get())}</code>
    }
    .into_any()
}
