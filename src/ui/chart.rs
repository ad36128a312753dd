//! A figure over the whole diary, as a step line on the slider's own scale.

use std::fmt::Write as _;

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::{
    live::{live, on, views},
    reader::reader,
};
use crate::browser::dom;
use examples::{Amount, Downsampled};

/// Marks are drawn for this many entries at most; with more of them they would be one smear.
const MARKS: usize = 60;

/// The chart's height in its own units; its width is one unit for each entry.
pub(super) const HEIGHT: i64 = 1000;

/// The step line over the entries 0…N. A press on it travels there, as the slider does.
#[component]
pub fn Chart() -> impl IntoView {
    let reader = reader();
    // It follows the diary and not the slider: while that is moved, nothing is drawn anew.
    let curve = Memo::new(move |_| Curve::of(reader.versions().outline(reader.figure.get())));
    let width = move || reader.last().max(1);
    let page_under = move |event: &PointerEvent| {
        Some(page_at(dom::share_of_width(event)?, untrack(|| reader.last())))
    };
    let travel = move |event: PointerEvent| {
        if let Some(version) = page_under(&event) {
            reader.visit(version);
        }
    };
    let light = move |event: PointerEvent| reader.light(page_under(&event));
    let cursor = move || percent(reader.version(), width());
    let lit_mark = move || {
        let entry = reader.lit.get().filter(|entry| (1..=reader.last()).contains(entry))?;
        let figure = reader.versions().figure_at(entry, reader.figure.get());
        let units = figure.map_or(0, Amount::units);
        let (left, top) = (percent(entry, width()), curve.with(|curve| curve.height(units) / 10));
        Some(view! { <i class="mark" style:left=left style:top=format!("{top}%")></i> }.into_any())
    };
    let veil = move || {
        let left = cursor();
        reader.in_past().then(|| view! { <i class="veil" style:left=left></i> }.into_any())
    };
    let label = move || {
        let name = reader.figure_name();
        let (zero, (lowest, highest)) = (reader.versions().zero(), curve.with(|curve| curve.range));
        let (lowest, highest) = (zero.like(lowest), zero.like(highest));
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

/// A figure's shape on the scale that it is drawn on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Curve {
    pub(super) outline: Downsampled,
    /// The lowest and the highest figure that there is room for.
    pub(super) range: (i64, i64),
}

impl Curve {
    fn of(outline: Downsampled) -> Self {
        let range = outline.range();
        Self { outline, range }
    }

    /// How far from the top a figure is drawn; 7 % are left free above and below.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "a position on the screen, not money, and there is room for any figure"
    )]
    pub(super) fn height(&self, units: i64) -> i64 {
        let (lowest, highest) = (self.range.0 as f64, self.range.1 as f64);
        let value = units as f64;
        let up = (value - lowest) * (HEIGHT * 86 / 100) as f64 / (highest - lowest).max(1.0);
        HEIGHT * 93 / 100 - up as i64
    }

    /// At most four points for each column: where it begins, its extremes, and where it ends.
    pub(super) fn step_line(&self) -> String {
        let (span, end) = (self.outline.span(), self.outline.last());
        let mut path = format!("M0 {}", self.height(0));
        for (at, column) in self.outline.columns().iter().enumerate() {
            // Writing to a string can't fail.
            let _written = write!(path, "H{}V{}", at * span, self.height(column.first));
            if column.lowest != column.highest {
                let middle = (at * span + span / 2).min(end);
                let [lowest, highest, last] =
                    [column.lowest, column.highest, column.last].map(|units| self.height(units));
                let _written = write!(path, "H{middle}V{lowest}V{highest}V{last}");
            }
        }
        let _written = write!(path, "H{end}");
        path
    }

    /// A dot at every entry: a line of hardly any length, drawn with a round pen. From one without any
    /// `WebKit` makes a hairline over the whole page.
    fn marks(&self) -> String {
        let mut path = String::new();
        if self.outline.last() < MARKS {
            for (version, column) in self.outline.columns().iter().enumerate().skip(1) {
                let _written = write!(path, "M{version} {}h.01", self.height(column.last));
            }
        }
        path
    }
}

/// `12.34%`, in whole hundredths: a float would bring 20 kB of printing with it.
fn percent(version: usize, last: usize) -> String {
    let hundredths = version.saturating_mul(10_000) / last.max(1);
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
