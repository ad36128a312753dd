//! Choosing an entry, or the moment when it had just been written: from a menu while they are few,
//! by its number in a long diary.

use leptos::prelude::*;

use crate::{
    browser::clock,
    ui::{
        live::{live, on, views},
        reader::{TimeTravel, reader},
    },
};
use examples::calendar;

/// So many entries are in a menu. With more of them nobody would find one, and each costs time.
const MENU: usize = 200;

/// A field for the number of an entry, from `first` on; 0 is the moment before anything happened.
pub(super) fn entry_menu(
    label: &'static str,
    id: &'static str,
    first: usize,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> AnyView {
    let reader = reader();
    let is_long = Memo::new(move |_| reader.last() > MENU);
    let field = move || {
        if is_long.get() {
            view! { <NumberField id first chosen choose /> }.into_any()
        } else {
            view! { <Menu id first chosen choose /> }.into_any()
        }
    };
    view! {
        <div class="field entry-menu">
            <label for=id>{label}</label>
            {views(field)}
        </div>
    }
    .into_any()
}

#[component]
fn Menu(
    id: &'static str,
    first: usize,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> impl IntoView {
    let reader = reader();
    let option = move |number: usize| {
        let is_chosen = move || chosen.get() == number;
        view! {
            <option value=number.to_string() prop:selected=live(is_chosen)>
                {entry_words(reader, number)}
            </option>
        }
        .into_any()
    };
    let options = move || (first..=reader.last()).map(option).collect::<Vec<_>>();
    let take = move |event| choose.run(event_target_value(&event).parse().unwrap_or(first));
    view! {
        <select id=id on:change=on(take)>
            {views(options)}
        </select>
    }
}

#[component]
fn NumberField(
    id: &'static str,
    first: usize,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> impl IntoView {
    let reader = reader();
    let problem = RwSignal::new(String::new());
    let take = move |event| {
        let last = untrack(|| reader.last());
        let number = event_target_value(&event).trim().parse::<usize>().ok();
        match number.filter(|number| (first..=last).contains(number)) {
            Some(number) => {
                problem.set(String::new());
                choose.run(number);
            }
            None => problem.set(format!("Use a number from {first} to {last}.")),
        }
    };
    let words = move || entry_words(reader, chosen.get());
    let is_wrong = move || problem.with(|words| !words.is_empty()).then_some("true");
    let (words_id, problem_id) = (format!("{id}-words"), format!("{id}-problem"));
    view! {
        <input
            class="short amount"
            id=id
            type="number"
            min=first.to_string()
            max=live(move || reader.last().to_string())
            aria-invalid=live(is_wrong)
            aria-describedby=[&problem_id, " ", &words_id].concat()
            prop:value=live(move || chosen.get().to_string())
            on:change=on(take)
        />
        <span class="entry-words" id=words_id>
            <bdi dir="ltr">{live(words)}</bdi>
        </span>
        <span class="problem" id=problem_id>
            {live(move || problem.get())}
        </span>
    }
}

/// An entry in a menu: “2 · 10 January 2026 · Deposited 500.00 into Everyday”.
fn entry_words(reader: TimeTravel, number: usize) -> String {
    let Some(line) = reader.versions().line(number) else {
        return format!("{number} · before anything happened");
    };
    let day = calendar::local_time(line.at, &clock::ZONE).date();
    [&number.to_string(), " · ", &calendar::day_words(day), " · ", &line.what].concat()
}
