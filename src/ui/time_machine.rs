//! The time machine: one cursor over 0…N entries, moved by slider, buttons, play and date.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::{
    chart::Chart,
    components::{day_field::day_problem, entry_link::EntryLink, labelled::problem},
    live::{live, on, views},
    reader::{Cursor, reader},
    suggested::Suggested,
};
use crate::browser::dom;
use examples::calendar;

/// How long play stays at one entry, at normal speed: long enough to read a line.
const STEP: Duration = Duration::from_millis(900);

/// So many letters of an entry stand beside the moment.
const LONGEST_WORDS: usize = 40;

/// The id of the slider.
pub const SLIDER: &str = "time-travel";

/// The id of the field for a day to go to.
const DATE: &str = "go-to-date";

/// Slider, chart, steps, play, and go to a date.
#[component]
pub fn TimeMachine() -> impl IntoView {
    let reader = reader();
    let slide = move |event| {
        reader.travel(event_target_value(&event).parse().unwrap_or(usize::MAX));
    };
    // The browser's own Page keys move by a tenth: by one entry in a short diary, as the arrows do.
    let leap = move |event: KeyboardEvent| {
        let (version, leap) = untrack(|| (reader.version(), (reader.last() / 10).max(3)));
        let to = match event.key().as_str() {
            "PageUp" => version + leap,
            "PageDown" => version.saturating_sub(leap),
            _ => return,
        };
        event.prevent_default();
        reader.travel(to);
    };
    let moment = move || match reader.moment.get() {
        Cursor::At(_) if reader.in_past() => {
            format!("{} · entry {} of {}", reader.moment_words(), reader.version(), reader.last())
        }
        _ => format!("Now · entry {0} of {0}", reader.last()),
    };
    // On a phone the lines are below what was pressed: what came of it is said here as well.
    let wrote = move || {
        let entry = reader.wrote.get().filter(|entry| *entry == reader.version())?;
        let what = reader.versions().line(entry)?.what;
        let words = match what.char_indices().nth(LONGEST_WORDS) {
            Some((end, _)) => [what.get(..end).unwrap_or_default(), "…"].concat(),
            None => what,
        };
        Some(view! { <p class="wrote"><EntryLink entry words /></p> }.into_any())
    };
    let of = move || match reader.columns {
        0 => String::new(),
        _ => format!("{} after each entry", reader.figure_name()),
    };
    // On a phone the chart and what is not needed at every step rise when they are asked for.
    let is_raised = RwSignal::new(false);
    let raise = view! {
        <button
            class="plain link raise"
            aria-expanded=live(move || is_raised.get().to_string())
            on:click=on(move |_| is_raised.update(|is_raised| *is_raised = !*is_raised))
        >
            {live(move || if is_raised.get() { "Less ↓" } else { "Chart ↑" }.to_owned())}
        </button>
    }
    .into_any();
    let chart = (reader.columns > 0).then(|| view! { <Chart /> }.into_any());
    view! {
        <section class="time" class:past=live(move || reader.in_past()) aria-label="Time machine">
            <div class="dock" class:raised=live(move || is_raised.get())>
            <div class="time-head">
                <h2>"Time machine"</h2>
                <p class="aside of">{live(of)}</p>
                <p class="moment" data-testid="moment">
                    {live(moment)}
                </p>
                {views(wrote)}
                {raise}
            </div>
            {chart}
            <input
                class="slider"
                id=SLIDER
                type="range"
                aria-label="Time travel"
                aria-valuetext=live(move || reader.place_words())
                min="0"
                step="1"
                max=live(move || reader.last().to_string())
                prop:value=live(move || reader.version().to_string())
                on:input=on(slide)
                on:keydown=on(leap)
            />
                <Steps />
            </div>
            <GoToDate />
        </section>
    }
}

/// First, back, play, forward, now, and how fast play goes.
#[component]
fn Steps() -> impl IntoView {
    let reader = reader();
    let ticking = StoredValue::new(None::<IntervalHandle>);
    let playing = RwSignal::new(false);
    let speed = StoredValue::new(1_u32);
    let version = move || untrack(|| reader.version());
    let stop = move || {
        if let Some(handle) = ticking.try_get_value().flatten() {
            handle.clear();
            ticking.set_value(None);
            playing.set(false);
        }
    };
    let step = move || {
        // It was stopped, or has gone with its page, and a call of the clock was on its way.
        if ticking.try_get_value().flatten().is_none() {
            return;
        }
        reader.travel(version() + 1);
        if untrack(|| !reader.in_past()) {
            stop();
            reader.say("Now. Played to the end.");
        }
    };
    let start = move || {
        // From the end, play begins anew.
        if untrack(|| !reader.in_past()) {
            reader.travel(0);
        }
        let pause = STEP / speed.get_value();
        if let Ok(handle) = set_interval_with_handle(step, pause) {
            ticking.set_value(Some(handle));
            playing.set(true);
            reader.say("Playing.");
        }
    };
    let play = move |_| {
        if playing.get_untracked() {
            stop();
            reader.say(format!("Paused at {}.", untrack(|| reader.moment_words())));
        } else {
            start();
        }
    };
    let change_speed = move |event| {
        speed.set_value(event_target_value(&event).parse().unwrap_or(1));
        if playing.get_untracked() {
            stop();
            start();
        }
    };
    let go = move |to: usize| {
        stop();
        reader.visit(to);
    };
    on_cleanup(stop);
    let play_label = move || if playing.get() { "Pause" } else { "Play" }.to_owned();
    view! {
        <div class="steps" class:playing=live(move || playing.get())>
            <button class="first" on:click=on(move |_| go(0))>"First"</button>
            <button class="back" on:click=on(move |_| go(version().saturating_sub(1)))>
                <span class="word">"Back"</span>
            </button>
            <button class="play" on:click=on(play)>
                {live(play_label)}
            </button>
            <button class="forward" on:click=on(move |_| go(version() + 1))>
                <span class="word">"Forward"</span>
            </button>
            <button class="now" on:click=on(move |_| go(usize::MAX))>"Now"</button>
            <select aria-label="Speed" on:change=on(change_speed)>
                <option value="1">"1×"</option>
                <option value="2">"2×"</option>
                <option value="4">"4×"</option>
            </select>
        </div>
    }
}

/// Goes to the start or the end of a day: two different moments.
#[component]
fn GoToDate() -> impl IntoView {
    let reader = reader();
    let (zone, today) = (reader.clock.zone(), reader.today());
    let date = Suggested::on(today, |today| calendar::Month::of(today).day(1).to_string());
    let wrong = RwSignal::new(String::new());
    let go = move |end: bool| {
        let typed = untrack(|| date.text());
        let Some(day) = calendar::parse_day(&typed) else {
            wrong.set(day_problem("date", &typed));
            reader.say(wrong.get_untracked());
            dom::focus(DATE);
            return;
        };
        wrong.set(String::new());
        let instant =
            if end { calendar::end_of_day(day, &zone) } else { calendar::start_of_day(day, &zone) };
        let version = untrack(|| reader.versions().before(instant));
        reader.travel(version);
        let edge = if end { "end" } else { "start" };
        reader.say(format!(
            "The {edge} of {}: entry {version}{}.",
            calendar::day_words(day),
            untrack(|| reader.figure_words())
        ));
    };
    view! {
        <div class="go-to-date">
            <label>
                "Go to "
                <input
                    type="date"
                    id=DATE
                    min="1970-01-01"
                    max="9999-12-31"
                    aria-describedby="date-problem"
                    prop:value=live(date.put())
                    on:input=on(move |event| date.set(event_target_value(&event)))
                />
            </label>
            <button on:click=on(move |_| go(false))>"Start of day"</button>
            <button on:click=on(move |_| go(true))>"End of day"</button>
            {problem("date-problem".into(), wrong.into())}
        </div>
    }
}
