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

/// A curve that is being drawn.
#[derive(Clone, Copy)]
pub(super) struct Curve {
    id: &'static str,
    /// The figure after each line, in cents, as far as it is drawn.
    figures: RwSignal<Vec<Option<i64>>>,
    problem: RwSignal<String>,
}

impl Curve {
    pub(super) fn of(id: &'static str, lines: usize) -> Self {
        let figures = RwSignal::new(vec![None; lines]);
        Self { id, figures, problem: RwSignal::new(String::new()) }
    }

    pub(super) fn guess(self) -> Option<Guess> {
        let figures = self.figures.get_untracked();
        if let Some(missing) = figures.iter().position(Option::is_none) {
            let words = format!("The balance after line {} is missing.", missing + 1);
            complain(self.problem, &format!("{}-{missing}", self.id), &words);
            return None;
        }
        Some(Guess::Curve(figures.into_iter().flatten().collect()))
    }

    fn put(self, line: usize, cents: Option<i64>) {
        self.problem.set(String::new());
        self.figures.update(|figures| {
            if let Some(figure) = figures.get_mut(line) {
                *figure = cents;
            }
        });
    }

    /// The pointer is at a height over a line.
    fn draw(self, event: &PointerEvent) {
        // Only while a finger or a button is down.
        if event.buttons() == 0 {
            return;
        }
        let shares = dom::share_of_width(event).zip(dom::share_of_height(event));
        if let Some((across, down)) = shares {
            let lines = self.figures.with_untracked(Vec::len);
            self.put(
                steps(across, lines).min(lines - 1),
                Some(TOP - GRAIN * i64::try_from(steps(down, 30)).unwrap_or_default()),
            );
        }
    }

    pub(super) fn view(self, label: &'static str) -> AnyView {
        let lines = self.figures.with_untracked(Vec::len);
        let path = move || self.figures.with(|figures| step_line(figures));
        let input = move |line: usize| {
            let id = format!("{}-{line}", self.id);
            let typed = move |event| {
                let read = Money::parse(&event_target_value(&event));
                self.put(line, read.ok().map(Money::in_cents));
            };
            let shown = move || {
                let figure = self.figures.with(|figures| figures.get(line).copied().flatten());
                figure.map(plain).unwrap_or_default()
            };
            view! {
                <label>
                    {format!("Line {}", line + 1)}
                    <input
                        type="number"
                        step="5"
                        id=id
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
                    on:pointerdown=on(move |event: PointerEvent| self.draw(&event))
                    on:pointermove=on(move |event: PointerEvent| self.draw(&event))
                >
                    <svg viewBox=format!("0 0 {} {HEIGHT}", lines * 10) preserveAspectRatio="none">
                        <path d=live(path) />
                    </svg>
                </div>
                <div class="typed">{(0..lines).map(input).collect::<Vec<_>>()}</div>
                <span class="problem" id=format!("{}-problem", self.id) role="alert">
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
    view! {
        <div class="pad" role="img" aria-label=words.to_owned()>
            <svg viewBox=format!("0 0 {} {HEIGHT}", all.len() * 10) preserveAspectRatio="none" aria-hidden="true">
                <path d=step_line(&all) />
            </svg>
        </div>
    }
    .into_any()
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
