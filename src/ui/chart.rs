//! A figure over the whole diary, as a step line on the slider's own scale.

use std::fmt::Write as _;

use leptos::{ev::PointerEvent, prelude::*};

use super::reader::reader;
use crate::domain::{Line, Money};

/// Marks are drawn for this many entries at most; with more of them they would be one smear.
const MARKS: usize = 120;

/// The chart's height in its own units; its width is one unit for each entry.
const HEIGHT: i64 = 1000;

/// The step line over the entries 0…N. A press on it travels there, as the slider does.
#[component]
pub fn Chart() -> impl IntoView {
    let reader = reader();
    let cents = Memo::new(move |_| {
        let figure = reader.figure.get();
        reader.lines.with(|lines| cents_after_each(lines, figure))
    });
    let width = move || reader.last().max(1);
    let view_box = move || format!("0 0 {} {HEIGHT}", width());
    let line = move || cents.with(|cents| step_line(cents));
    let percent = move |page: usize| format!("{}%", page_percent(page, width()));
    let marks = move || {
        let last = reader.last();
        (1..=if last <= MARKS { last } else { 0 }).collect::<Vec<_>>()
    };
    let travel = move |event: PointerEvent| {
        if let Some(share) = share_of_width(&event) {
            reader.travel(page_at(share, reader.lines.with_untracked(|lines| lines.len())));
        }
    };
    let label = move || {
        let name = reader.figures.get(reader.figure.get()).copied().unwrap_or_default();
        cents.with(|cents| {
            let money = |cents: Option<&i64>| Money::cents(cents.copied().unwrap_or_default());
            let (lowest, highest) = (money(cents.iter().min()), money(cents.iter().max()));
            format!("{name} after each entry: lowest {lowest}, highest {highest}")
        })
    };
    view! {
        <div class="chart" role="img" aria-label=label on:pointerdown=travel>
            <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
                <path d=line />
            </svg>
            <For each=marks key=|entry| *entry let(entry)>
                <i
                    class="mark"
                    class:lit=move || reader.lit.get() == Some(entry)
                    style:left=move || percent(entry)
                    style:top=move || cents.with(|cents| format!("{}%", height_percent(cents, entry)))
                ></i>
            </For>
            <Show when=move || reader.in_past()>
                <i class="veil" style:left=move || percent(reader.page())></i>
            </Show>
            <i class="cursor" style:left=move || percent(reader.page())></i>
        </div>
    }
}

/// The figure in cents after 0, 1, … N entries.
fn cents_after_each(lines: &[Line], figure: usize) -> Vec<i64> {
    let after = lines.iter().map(|line| line.figures.get(figure).copied().flatten());
    std::iter::once(0).chain(after.map(|money| money.map_or(0, Money::in_cents))).collect()
}

/// How far from the top a figure is drawn. The scale always has zero in it, and some air.
fn height(cents: &[i64], value: i64) -> i64 {
    let lowest = cents.iter().copied().min().unwrap_or(0).min(0);
    let highest = cents.iter().copied().max().unwrap_or(0).max(lowest + 1);
    let span = i128::from(highest) - i128::from(lowest);
    let up = (i128::from(value) - i128::from(lowest)) * i128::from(HEIGHT) * 86 / 100 / span;
    HEIGHT * 93 / 100 - i64::try_from(up).unwrap_or(0)
}

fn step_line(cents: &[i64]) -> String {
    let mut path = String::new();
    for (page, value) in cents.iter().enumerate() {
        let y = height(cents, *value);
        // Writing to a string can't fail.
        let _written = if page == 0 { write!(path, "M0 {y}") } else { write!(path, "H{page}V{y}") };
    }
    path
}

fn height_percent(cents: &[i64], entry: usize) -> i64 {
    height(cents, cents.get(entry).copied().unwrap_or(0)) * 100 / HEIGHT
}

#[expect(clippy::cast_precision_loss, reason = "a position on the screen, not money")]
fn page_percent(page: usize, last: usize) -> f64 {
    page as f64 * 100.0 / last as f64
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a position on the screen, not money, between 0 and the last page"
)]
fn page_at(share: f64, last: usize) -> usize {
    (share.clamp(0.0, 1.0) * last as f64).round() as usize
}

/// How far from its left edge the chart was pressed, from 0 to 1.
fn share_of_width(event: &PointerEvent) -> Option<f64> {
    use wasm_bindgen::JsCast;
    let chart = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let area = chart.get_bounding_client_rect();
    (area.width() > 0.0).then(|| (f64::from(event.client_x()) - area.left()) / area.width())
}
