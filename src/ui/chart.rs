//! A figure over the whole diary, as a step line on the slider's own scale.

use std::fmt::Write as _;

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::{
    live::{live, on, views},
    reader::reader,
};
use crate::{
    browser::dom,
    domain::{Line, Money},
};

/// Marks are drawn for this many entries at most; with more of them they would be one smear.
const MARKS: usize = 60;

/// The chart's height in its own units; its width is one unit for each entry.
const HEIGHT: i64 = 1000;

/// The step line over the entries 0…N. A press on it travels there, as the slider does.
#[component]
pub fn Chart() -> impl IntoView {
    let reader = reader();
    let curve = Memo::new(move |_| {
        let figure = reader.figure.get();
        reader.lines.with(|lines| Curve::of(lines, figure))
    });
    let width = move || reader.last().max(1);
    let page_under = move |event: &PointerEvent| {
        Some(page_at(dom::share_of_width(event)?, untrack(|| reader.last())))
    };
    let travel = move |event: PointerEvent| {
        if let Some(page) = page_under(&event) {
            reader.visit(page);
        }
    };
    let light = move |event: PointerEvent| reader.light(page_under(&event));
    let cursor = move || percent(reader.page(), width());
    let lit_mark = move || {
        let entry = reader.lit.get().filter(|entry| (1..=reader.last()).contains(entry))?;
        let (left, top) = (percent(entry, width()), curve.with(|curve| curve.height(entry) / 10));
        Some(view! { <i class="mark" style:left=left style:top=format!("{top}%")></i> }.into_any())
    };
    let veil = move || {
        let left = cursor();
        reader.in_past().then(|| view! { <i class="veil" style:left=left></i> }.into_any())
    };
    let label = move || {
        let name = reader.figures.get(reader.figure.get()).copied().unwrap_or_default();
        let (lowest, highest) = curve.with(|curve| (curve.lowest, curve.highest));
        let (lowest, highest) = (Money::cents(lowest), Money::cents(highest));
        format!("{name} after each entry: lowest {lowest}, highest {highest}")
    };
    view! {
        <div
            class="chart"
            role="img"
            aria-label=live(label)
            on:pointerdown=on(travel)
            on:pointermove=on(light)
        >
            <svg
                viewBox=live(move || format!("0 0 {} {HEIGHT}", width()))
                preserveAspectRatio="none"
                aria-hidden="true"
            >
                <path d=live(move || curve.with(Curve::step_line)) />
                <path class="marks" d=live(move || curve.with(Curve::marks)) />
            </svg>
            {views(lit_mark)}
            {views(veil)}
            <i class="cursor" style:left=live(cursor)></i>
        </div>
    }
}

/// Figures in cents, and the scale they are drawn on. Zero is always on it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Curve {
    cents: Vec<i64>,
    lowest: i64,
    highest: i64,
}

impl Curve {
    /// The figure after 0, 1, … N entries.
    fn of(lines: &[Line], figure: usize) -> Self {
        let after = lines.iter().map(|line| line.figures.get(figure).copied().flatten());
        let after = after.map(|money| money.map_or(0, Money::in_cents));
        let cents: Vec<_> = std::iter::once(0).chain(after).collect();
        let lowest = cents.iter().copied().min().unwrap_or(0);
        let highest = cents.iter().copied().max().unwrap_or(0);
        Self { cents, lowest, highest }
    }

    /// How far from the top the figure after an entry is drawn; 7 % are left free above and below.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "a position on the screen, not money, and there is room for any figure"
    )]
    fn height(&self, entry: usize) -> i64 {
        let value = self.cents.get(entry).copied().unwrap_or(0) as f64;
        let (lowest, highest) = (self.lowest as f64, self.highest as f64);
        let up = (value - lowest) * (HEIGHT * 86 / 100) as f64 / (highest - lowest).max(1.0);
        HEIGHT * 93 / 100 - up as i64
    }

    fn step_line(&self) -> String {
        let mut path = format!("M0 {}", self.height(0));
        for page in 1..self.cents.len() {
            // Writing to a string can't fail.
            let _written = write!(path, "H{page}V{}", self.height(page));
        }
        path
    }

    /// A dot at every entry: a line without length, drawn with a round pen.
    fn marks(&self) -> String {
        let mut path = String::new();
        if self.cents.len() <= MARKS {
            for page in 1..self.cents.len() {
                let _written = write!(path, "M{page} {}h0", self.height(page));
            }
        }
        path
    }
}

/// `12.34%`, in whole hundredths: a float would bring 20 kB of printing with it.
fn percent(page: usize, last: usize) -> String {
    let hundredths = page.saturating_mul(10_000) / last.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
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
