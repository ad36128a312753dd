//! A figure over the whole diary, as a step line on the slider's own scale.

use std::fmt::Write as _;

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::{
    find::Find,
    live::{live, memo, on, views},
    reader::{TimeTravel, reader},
};
use crate::browser::dom;
use examples::{
    Amount, Downsampled,
    calendar::{self, Month},
    scale,
};

/// Marks are drawn for this many entries at most; with more of them they would be one smear.
const MARKS: usize = 60;

/// The chart's height in its own units; its width is one unit for each entry.
pub(super) const HEIGHT: i64 = 1000;

/// The step line over the entries 0…N. A press on it travels there, as the slider does.
#[component]
pub fn Chart() -> impl IntoView {
    let reader = reader();
    // It follows the diary and not the slider: while that is moved, nothing is drawn anew.
    let scaled = memo(move |_| Scaled::of(reader.versions().outline(reader.figure.get())));
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
    let top_of = move |units: i64| {
        let tenths = scaled.with(|scaled| scaled.curve.height(units));
        format!("{}.{}%", tenths / 10, tenths.rem_euclid(10))
    };
    let lit_mark = move || {
        let entry = reader.lit.get().filter(|entry| (1..=reader.last()).contains(entry))?;
        let figure = reader.versions().figure_at(entry, reader.figure.get());
        let units = figure.map_or(0, Amount::units);
        let (left, top) = (percent(entry, width()), top_of(units));
        Some(view! { <i class="mark" style:left=left style:top=top></i> }.into_any())
    };
    // What has happened is a line; what comes after the moment that is shown is dashed.
    let seen = move || format!("inset(-1rem calc(100% - {}) -1rem -1rem)", cursor());
    let label = move || {
        let name = reader.figure_name();
        let zero = reader.versions().zero();
        let (lowest, highest) = scaled.with(|scaled| scaled.curve.outline.range());
        let (lowest, highest) = (zero.like(lowest), zero.like(highest));
        format!("{name} after each entry: lowest {lowest}, highest {highest}")
    };
    let scale = move || {
        let zero = reader.versions().zero();
        let line = |units: i64| {
            let words = zero.like(units).round();
            view! { <i class="line" style:top=top_of(units)><span>{words}</span></i> }.into_any()
        };
        scaled.with(|scaled| scaled.lines.clone()).into_iter().map(line).collect::<Vec<_>>()
    };
    let months = move || {
        let month = |(version, words): (usize, String)| {
            let left = percent(version, width());
            view! { <i class="month" style:left=left><span>{words}</span></i> }.into_any()
        };
        months(reader).into_iter().map(month).collect::<Vec<_>>()
    };
    let told = move || {
        let (version, versions) = (reader.version(), reader.versions());
        let here = versions.figure_at(version, reader.figure.get());
        let here = here.map(|figure| (version, figure, figure.to_string()));
        let highest = scaled.with(|scaled| scaled.highest).filter(|(at, _)| {
            // Where both would stand in the same place, the one at the cursor is enough.
            here.is_none() || at.abs_diff(version) * 100 > width() * FROM_EACH_OTHER
        });
        let highest = highest.map(|(at, units)| {
            let figure = versions.zero().like(units);
            (at, figure, format!("{figure} highest"))
        });
        let words = |(at, figure, words): (usize, Amount, String)| {
            let (left, top) = (percent(at, width()), top_of(figure.units()));
            let class = told_class(at, width());
            view! { <i class=class style:left=left style:top=top>{words}</i> }.into_any()
        };
        [highest, here].into_iter().flatten().map(words).collect::<Vec<_>>()
    };
    let box_of = move || format!("0 0 {} {HEIGHT}", width());
    let step_line = memo(move |_| scaled.with(|scaled| scaled.curve.step_line()));
    view! {
        <div
            class="chart"
            role="img"
            aria-label=live(label)
            on:pointerdown=on(travel)
            on:pointermove=on(light)
        >
            {views(scale)}
            {views(months)}
            <svg
                class="ahead"
                viewBox=live(box_of)
                preserveAspectRatio="none"
                aria-hidden="true"
            >
                <path d=live(move || step_line.get()) />
                {strokes()}
            </svg>
            <svg
                viewBox=live(box_of)
                preserveAspectRatio="none"
                aria-hidden="true"
                style:clip-path=live(seen)
            >
                <path d=live(move || step_line.get()) />
                <path class="marks" d=live(move || scaled.with(|scaled| scaled.curve.marks())) />
            </svg>
            {views(told)}
            {views(lit_mark)}
            <i class="cursor" style:left=live(cursor)></i>
        </div>
    }
}

/// A stroke at each entry that was found, and one where many are.
fn strokes() -> AnyView {
    let find = use_context::<Find>();
    let path = memo(move |_| {
        let mut path = String::new();
        for entry in find.map(|find| find.marks(STROKES)).unwrap_or_default() {
            // Writing to a string can't fail.
            let _written = write!(path, "M{entry} {HEIGHT}v-{STROKE}");
        }
        path
    });
    view! { <path class="found" d=live(move || path.get()) /> }.into_any()
}

/// So many strokes are drawn at most: about one for each pixel of a chart.
const STROKES: usize = 800;

/// How high a stroke is, in the chart's own units.
const STROKE: i64 = 160;

/// Words on the chart stand so far from each other, in hundredths of its width.
const FROM_EACH_OTHER: usize = 15;

/// How words at an entry stand to it, so that they stay on the chart.
fn told_class(at: usize, width: usize) -> &'static str {
    if at * 100 < width * FROM_EACH_OTHER {
        "says first"
    } else if at * 100 > width * (100 - FROM_EACH_OTHER) {
        "says last"
    } else {
        "says"
    }
}

/// So many months are named at most.
const MONTHS: usize = 8;

/// The entries with which months begin, each with its name; the year is said where it begins.
fn months(reader: TimeTravel) -> Vec<(usize, String)> {
    let (last, versions, zone) = (reader.last(), reader.versions(), reader.clock.zone());
    let mut named: Vec<(usize, Month)> = Vec::new();
    for at in 0..=MONTHS {
        let entry = (at * last / MONTHS).max(1);
        let Some(written) = versions.written(entry) else { continue };
        let month = Month::at(written, &zone);
        let begins = versions.before(calendar::start_of_day(month.day(1), &zone)) + 1;
        let is_apart = named.last().is_none_or(|(before, named)| {
            *named != month && (begins - before) * 100 >= last * FROM_EACH_OTHER * 2 / 3
        });
        if is_apart {
            named.push((begins, month));
        }
    }
    let mut year = String::new();
    let words = |(begins, month): (usize, Month)| {
        let day = calendar::short_day(month.day(1));
        let words = day.split_once(' ').map_or("", |(_, words)| words);
        let (name, of) = words.split_once(' ').unwrap_or((words, ""));
        let words = if of == year { name } else { words };
        of.clone_into(&mut year);
        (begins, words.to_owned())
    };
    named.into_iter().map(words).collect()
}

/// A figure's shape on the scale that it is drawn on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Curve {
    pub(super) outline: Downsampled,
    /// The lowest and the highest figure that there is room for.
    pub(super) range: (i64, i64),
}

/// A curve on a scale of its own, with what is written on it.
#[derive(Clone, PartialEq, Eq)]
struct Scaled {
    curve: Curve,
    /// The figures at which lines are drawn.
    lines: Vec<i64>,
    /// The highest figure, and after about how many entries it stood first. None while all are nothing.
    highest: Option<(usize, i64)>,
}

impl Scaled {
    fn of(outline: Downsampled) -> Self {
        let (lowest, highest) = outline.range();
        let lines = scale::lines(lowest, highest);
        let ends = lines.first().zip(lines.last()).map(|(first, last)| (*first, *last));
        let first = outline.columns().iter().position(|column| column.highest == highest);
        let first = first.filter(|_| highest > 0).map(|at| (at * outline.span(), highest));
        let range = ends.unwrap_or((lowest, highest));
        Self { curve: Curve { outline, range }, lines, highest: first }
    }
}

impl Curve {
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
