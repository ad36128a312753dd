//! One line of the diary as a row of its table.

use chrono::Datelike;
use leptos::{prelude::*, tachys::reactive_graph::SharedReactiveFunction};
use web_sys::Element;

use super::window::PAPER;
use crate::{
    browser::{dom, sight},
    routes::{Look, Place},
    ui::{
        components::entry_link::{EntryLink, Travels},
        find::Find,
        live::{live, on, views},
        reader::{TimeTravel, reader},
        study::PANEL,
        take_back::TakesBack,
    },
};
use examples::{Amount, Line, calendar};

/// What a row shows. In a long diary rows are used again for other lines: nothing is made or thrown
/// away while the slider is dragged.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// The number of the line.
    pub number: Memo<usize>,
    /// The line.
    pub line: Memo<Option<Line>>,
    /// Whether it is written before the reader's eyes.
    pub is_fresh: Memo<bool>,
}

impl Shown {
    /// What is told of the line.
    fn of<T: Default>(self, of: impl Fn(&Line) -> T + Send + 'static) -> SharedReactiveFunction<T> {
        live(move || self.line.with(|line| line.as_ref().map(&of).unwrap_or_default()))
    }
}

/// A line with its figures. It opens to show its stored form.
pub(super) fn row(
    shown: Shown,
    stored: Callback<usize, Option<String>>,
    // A figure that is shown beside those of every line.
    column: Memo<Option<usize>>,
) -> AnyView {
    let reader = reader();
    let Shown { number, line, is_fresh } = shown;
    let today = reader.today();
    let local = move |line: &Line| calendar::local_time(line.at, &reader.clock.zone());
    // The year of today is said once, in the heading.
    let when = move |line: &Line| {
        let local = local(line);
        let day = calendar::short_day(local.date());
        let year = format!(" {}", today.get().year());
        let day = day.strip_suffix(&year).unwrap_or(&day).replace(' ', "\u{a0}");
        format!("{day} {}", calendar::time_words(local.time()))
    };
    let find = use_context::<Find>();
    let not_yet = move || reader.version() < number.get();
    // Which line is open here: another one begins closed.
    let opened_line = RwSignal::new(None);
    let is_open = move || opened_line.get() == Some(number.get());
    let toggle = move |event| {
        let line = number.get_untracked();
        let opens = event_target::<Element>(&event).has_attribute("open");
        opened_line.set(opens.then_some(line));
        if opens {
            // What it says stands below it, which may be below the paper's edge.
            request_animation_frame(move || sight::show(PAPER, line));
        }
    };
    let corrects = move || {
        let entry = line.with(|line| line.as_ref()?.corrects)?;
        let words = format!("corrects {entry}");
        Some(view! { " " <EntryLink entry words /> }.into_any())
    };
    let figure = |which: usize| {
        let amount = move |line: &Line| words_of(line.figures.get(which).copied().flatten());
        view! { <td class="amount">{shown.of(amount)}</td> }.into_any()
    };
    // What it did to the figure that is chosen; nothing where it left it as it was.
    let change = move || {
        let (versions, which, number) = (reader.versions(), reader.figure.get(), number.get());
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
        let (which, number) = (column.get()?, number.get());
        let amount = words_of(untrack(|| reader.versions().figure_at(number, which)));
        Some(view! { <td class="amount">{amount}</td> }.into_any())
    };
    let day = move |line: &Line| calendar::day_words(local(line).date());
    let true_on = move || {
        let words = line.with(|line| Some(calendar::day_words(line.as_ref()?.true_on?)))?;
        Some(view! { <span class="true-on">{format!(" · true on {words}")}</span> }.into_any())
    };
    let inside = move || is_open().then(|| opened(number.get(), stored));
    view! {
        <tr
            data-entry=live(move || number.get().to_string())
            // The heading is the first row.
            aria-rowindex=live(move || (number.get() + 1).to_string())
            class=live(move || class_of(reader, find, number.get(), is_fresh.get()))
        >
            <td class="number">{way_here(number)}</td>
            <td class="when">
                <span title=shown.of(day)>{shown.of(when)}</span>
            </td>
            <td class="what"><div class="said">
                <details prop:open=live(is_open) on:toggle=on(toggle)>
                    <summary>
                        <bdi dir="ltr">{shown.of(|line| line.what.clone())}</bdi>
                        {views(true_on)}
                        <span class="not-yet-words">
                            {live(move || if not_yet() { " · not yet written" } else { "" }.to_owned())}
                        </span>
                    </summary>
                    {views(inside)}
                </details>
                {views(corrects)}
            </div></td>
            {change}
            {(0..reader.columns).map(figure).collect::<Vec<_>>()}
            {views(chosen)}
        </tr>
    }
    .into_any()
}

/// The number of the line, which leads to its moment.
fn way_here(number: Memo<usize>) -> AnyView {
    let reader = reader();
    let words = live(move || number.get().to_string());
    if !Travels::here() {
        return view! { <span>{words}</span> }.into_any();
    }
    view! {
        // The slider does the same by keyboard, so it is no stop on the way there.
        <button
            tabindex="-1"
            aria-label=live(move || format!("Go to entry {}", number.get()))
            on:click=on(move |_| reader.visit(number.get_untracked()))
        >
            {words}
        </button>
    }
    .into_any()
}

fn words_of(amount: Option<Amount>) -> String {
    amount.map(|amount| amount.to_string()).unwrap_or_default()
}

/// How a row looks at this moment. One follower for all of it, since a step of the slider goes through
/// every row that is there.
fn class_of(reader: TimeTravel, find: Option<Find>, number: usize, is_fresh: bool) -> String {
    let is = [
        (is_fresh, "fresh "),
        (reader.version() < number, "not-yet "),
        (reader.version() == number && reader.in_past(), "at-cursor "),
        (reader.lit.get() == Some(number), "lit "),
        (reader.came_to.get() == Some(number), "came-to "),
        (find.is_some_and(|find| find.has(number)), "found "),
        (reader.marked.with(|marked| marked.contains(&number)), "decides "),
    ];
    is.into_iter().filter_map(|(is, name)| is.then_some(name)).collect()
}

/// What an opened entry shows: how it is taken back, a copy without it, and its stored form.
fn opened(number: usize, stored: Callback<usize, Option<String>>) -> AnyView {
    // It is asked for once: its link ties it to all entries before it, and it never changes.
    let form = untrack(|| stored.run(number)).unwrap_or_default();
    let place = use_context::<Place>().filter(|_| !form.is_empty());
    let more = place.map(|place| {
        let href = place.with(Look::Strike(number));
        let what_if = view! { <a href=href on:click=on(|_| dom::focus(PANEL))>"What if this had not happened?"</a> };
        let take_back = use_context::<TakesBack>().and_then(|takes_back| takes_back.view(number));
        view! { {take_back} {what_if} }.into_any()
    });
    view! {
        {more}
        <code class="stored" translate="no">{form}</code>
    }
    .into_any()
}
