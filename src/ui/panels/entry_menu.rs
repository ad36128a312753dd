//! Choosing an entry, or the moment when it had just been written: from a menu while they are few,
//! by its number in a long diary.

use leptos::prelude::*;

use crate::{
    browser::clock,
    ui::{
        components::{
            labelled::{is_wrong, labelled, problem},
            select::{Offer, menu},
        },
        live::{live, memo, on, views},
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
    let is_long = memo(move |_| reader.last() > MENU);
    let field = move || {
        if is_long.get() {
            return number_field(id, first, chosen, choose);
        }
        let offer = memo(move |_| {
            let words = |number| (number, entry_words(reader, number));
            Offer::numbered((first..=reader.last()).map(words), chosen.get())
        });
        let choose = move |key: String| choose.run(key.parse().unwrap_or(first));
        menu(id.to_owned(), offer, Callback::new(choose))
    };
    labelled("field entry-menu", id.to_owned(), label, views(field).into_any())
}

fn number_field(
    id: &'static str,
    first: usize,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> AnyView {
    let reader = reader();
    let wrong = RwSignal::new(String::new());
    let take = move |event| {
        let last = untrack(|| reader.last());
        let number = event_target_value(&event).trim().parse::<usize>().ok();
        match number.filter(|number| (first..=last).contains(number)) {
            Some(number) => {
                wrong.set(String::new());
                choose.run(number);
            }
            None => wrong.set(format!("Use a number from {first} to {last}.")),
        }
    };
    let words = move || entry_words(reader, chosen.get());
    let (words_id, problem_id) = (format!("{id}-words"), format!("{id}-problem"));
    view! {
        <input
            class="short amount"
            id=id
            type="number"
            min=first.to_string()
            max=live(move || reader.last().to_string())
            aria-invalid=is_wrong(wrong.into())
            aria-describedby=[&problem_id, " ", &words_id].concat()
            prop:value=live(move || chosen.get().to_string())
            on:change=on(take)
        />
        <span class="entry-words" id=words_id>
            <bdi dir="ltr">{live(words)}</bdi>
        </span>
        {problem(problem_id, wrong.into())}
    }
    .into_any()
}

/// An entry in a menu: “2 · 10 January 2026 · Deposited 500.00”.
fn entry_words(reader: TimeTravel, number: usize) -> String {
    let Some(line) = reader.versions().line(number) else {
        return format!("{number} · before anything happened");
    };
    let day = calendar::local_time(line.at, &clock::ZONE).date();
    [&number.to_string(), " · ", &calendar::day_words(day), " · ", &line.what].concat()
}
