//! A curve to draw with finger or mouse, or to type: one figure after each line.

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::problem::complain;
use crate::{
    browser::dom,
    ui::{
        components::labelled::problem,
        learn::curve_chart::{HEIGHT, TOP, columns, numbers, step_line},
        live::{live, on},
    },
};
use course::Guess;
use examples::Money;

/// How finely a curve is drawn, in cents.
const GRAIN: i64 = 20_00;

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
            let words = format!("The balance after entry {} is missing.", missing + 1);
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
                    {format!("Entry {}", line + 1)}
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
                    "Draw it with the mouse or a finger, or type a number after each entry. Only the ups and downs count."
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
                {problem(format!("{}-problem", self.id), self.problem.into())}
            </fieldset>
        }
        .into_any()
    }
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
