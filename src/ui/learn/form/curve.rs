//! A curve to draw with finger or mouse, or to type: one figure after each line.

use std::fmt::Write as _;

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::complain;
use crate::{
    browser::dom,
    course::Guess,
    domain::Money,
    ui::live::{live, on},
};

/// The highest figure that can be drawn, in cents, and how finely.
const TOP: i64 = 600_00;
const GRAIN: i64 = 20_00;

/// The picture's height in its own units; its width is 10 for each line.
const HEIGHT: i64 = 100;

/// A figure after a line (counted from 0), in cents.
type Point = (usize, i64);

/// A curve that is being drawn.
#[derive(Clone, Copy)]
pub(super) struct Curve {
    id: &'static str,
    /// The figure after each line, in cents, as far as it is drawn.
    figures: RwSignal<Vec<Option<i64>>>,
    /// Where the pointer was last in the stroke that is being drawn.
    pen: StoredValue<Option<Point>>,
    problem: RwSignal<String>,
}

impl Curve {
    pub(super) fn of(id: &'static str, lines: usize) -> Self {
        let figures = RwSignal::new(vec![None; lines]);
        let (pen, problem) = (StoredValue::new(None), RwSignal::new(String::new()));
        Self { id, figures, pen, problem }
    }

    pub(super) fn guess(self) -> Result<Guess, String> {
        let figures = self.figures.get_untracked();
        if let Some(missing) = figures.iter().position(Option::is_none) {
            let words = format!("The balance after line {} is missing.", missing + 1);
            return complain(self.problem, &format!("{}-{missing}", self.id), &words);
        }
        Ok(Guess::Curve(figures.into_iter().flatten().collect()))
    }

    fn put(self, points: impl IntoIterator<Item = (usize, Option<i64>)>) {
        self.problem.set(String::new());
        self.figures.update(|figures| {
            for (line, cents) in points {
                if let Some(figure) = figures.get_mut(line) {
                    *figure = cents;
                }
            }
        });
    }

    /// A new stroke begins. It is followed outside of the box too, as if along its edge.
    fn begin(self, event: &PointerEvent) {
        dom::hold(event);
        self.pen.set_value(None);
        self.draw(event);
    }

    /// The pointer is at a height over a line. A quick one has passed over lines on its way there.
    fn draw(self, event: &PointerEvent) {
        // Only while a finger or a button is down.
        if event.buttons() == 0 {
            return;
        }
        let shares = dom::share_of_width(event).zip(dom::share_of_height(event));
        if let Some((across, down)) = shares {
            let lines = self.figures.with_untracked(Vec::len);
            let line = steps(across, lines).min(lines.saturating_sub(1));
            let cents = TOP - GRAIN * i64::try_from(steps(down, 30)).unwrap_or_default();
            let here = (line, cents);
            let from = self.pen.get_value().unwrap_or(here);
            self.pen.set_value(Some(here));
            self.put(way(from, here).map(|(line, cents)| (line, Some(cents))));
        }
    }

    pub(super) fn view(self, label: &'static str) -> AnyView {
        let lines = self.figures.with_untracked(Vec::len);
        let path = move || self.figures.with(|figures| step_line(figures));
        let input = move |line: usize| {
            let id = format!("{}-{line}", self.id);
            let typed = move |event| {
                let read = Money::parse(&event_target_value(&event));
                self.put([(line, read.ok().map(Money::in_cents))]);
            };
            let shown = move || {
                let figure = self.figures.with(|figures| figures.get(line).copied().flatten());
                figure.map(plain).unwrap_or_default()
            };
            let is_wrong = move || {
                let is_missing = self.figures.with(|figures| figures.get(line) == Some(&None));
                (is_missing && self.problem.with(|words| !words.is_empty())).then_some("true")
            };
            view! {
                <label>
                    {format!("Line {}", line + 1)}
                    <input
                        type="number"
                        step="5"
                        id=id
                        aria-invalid=live(is_wrong)
                        aria-describedby=format!("{}-problem", self.id)
                        prop:value=live(shown)
                        on:change=on(typed)
                    />
                </label>
            }
            .into_any()
        };
        view! {
            <fieldset class="curve">
                <legend>{label}</legend>
                <p class="aside">
                    "Draw it with the mouse or a finger, or type a figure after each line. Only the ups and downs count."
                </p>
                <div
                    class="pad"
                    aria-hidden="true"
                    on:pointerdown=on(move |event: PointerEvent| self.begin(&event))
                    on:pointermove=on(move |event: PointerEvent| self.draw(&event))
                >
                    <svg viewBox=format!("0 0 {} {HEIGHT}", lines * 10) preserveAspectRatio="none">
                        {columns(lines)}
                        <path d=live(path) />
                    </svg>
                </div>
                {numbers(lines, 1, 4)}
                <div class="typed">{(0..lines).map(input).collect::<Vec<_>>()}</div>
                <span class="problem" id=format!("{}-problem", self.id)>
                    {live(move || self.problem.get())}
                </span>
            </fieldset>
        }
        .into_any()
    }
}

/// A curve as a picture, with its figures for those who listen.
pub(in crate::ui::learn) fn picture(figures: &[i64], words: &str) -> AnyView {
    let all: Vec<_> = figures.iter().copied().map(Some).collect();
    let lines = all.len();
    view! {
        <div class="pad" role="img" aria-label=words.to_owned()>
            <svg viewBox=format!("0 0 {} {HEIGHT}", lines * 10) preserveAspectRatio="none" aria-hidden="true">
                {columns(lines)}
                <path d=step_line(&all) />
            </svg>
        </div>
        {numbers(lines, 2, 9)}
    }
    .into_any()
}

/// A thin rule between the columns, one of which belongs to each line.
fn columns(lines: usize) -> Vec<AnyView> {
    let rule = |line: usize| {
        let x = (line * 10).to_string();
        view! {
            <line
                x1=x.clone()
                x2=x
                y1="0"
                y2=HEIGHT.to_string()
                stroke="currentColor"
                stroke-opacity="0.15"
                vector-effect="non-scaling-stroke"
            />
        }
        .into_any()
    };
    (1..lines).map(rule).collect()
}

/// The numbers of the lines, each below its column; in a small picture only every other one, and
/// large.
fn numbers(lines: usize, every: usize, size: usize) -> AnyView {
    let number = |line: usize| {
        view! {
            <text
                x=(line * 10 - 5).to_string()
                y=size.to_string()
                font-size=size.to_string()
                text-anchor="middle"
                fill="currentColor"
            >
                {line.to_string()}
            </text>
        }
        .into_any()
    };
    view! {
        <svg viewBox=format!("0 0 {} {}", lines * 10, size + 2) width="100%" aria-hidden="true">
            {(1..=lines).step_by(every).map(number).collect::<Vec<_>>()}
        </svg>
    }
    .into_any()
}

/// Every line from one point to another, each with a figure on the straight way between them.
fn way(from: Point, to: Point) -> impl Iterator<Item = Point> {
    let across = from.0.abs_diff(to.0);
    (0..=across).map(move |step| {
        let line = if to.0 < from.0 { from.0 - step } else { from.0 + step };
        let share = |cents: i64| cents * i64::try_from(step).unwrap_or_default();
        let over = i64::try_from(across).unwrap_or_default().max(1);
        let cents = if step == across { to.1 } else { from.1 + share(to.1 - from.1) / over };
        (line, cents - cents % GRAIN)
    })
}

/// A step for each line that is drawn; a gap where nothing is.
fn step_line(figures: &[Option<i64>]) -> String {
    let most = figures.iter().flatten().copied().max().unwrap_or_default().max(TOP);
    let least = figures.iter().flatten().copied().min().unwrap_or_default().min(0);
    let mut path = String::new();
    let mut is_down = false;
    for (line, figure) in figures.iter().enumerate() {
        let Some(cents) = figure else {
            is_down = false;
            continue;
        };
        // A guess may come from a file, with any figures.
        let above = |it: i64| i128::from(it) - i128::from(least);
        let up = above(*cents) * i128::from(HEIGHT - 8) / above(most).max(1);
        let up = i64::try_from(up).unwrap_or_default();
        let (at, y) = (line * 10, HEIGHT - 4 - up);
        // Writing to a string can't fail.
        let _written = if is_down { write!(path, "V{y}") } else { write!(path, "M{at} {y}") };
        let _written = write!(path, "H{}", at + 10);
        is_down = true;
    }
    path
}

/// As a number field has it: without commas.
fn plain(cents: i64) -> String {
    Money::cents(cents).to_string().replace(',', "").replace('−', "-")
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place on the screen, between 0 and the number of steps"
)]
fn steps(share: f64, steps: usize) -> usize {
    (share.clamp(0.0, 1.0) * steps as f64) as usize
}
