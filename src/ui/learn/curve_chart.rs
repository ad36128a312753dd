//! The chart of a curve: a step for each line, and the numbers of the lines.

use std::fmt::Write as _;

use leptos::prelude::*;

/// The highest figure that can be drawn, in cents.
pub(super) const TOP: i64 = 600_00;

/// The picture's height in its own units; its width is 10 for each line.
pub(super) const HEIGHT: i64 = 100;

/// A curve as a picture, with its figures for those who listen.
pub(super) fn picture(figures: &[i64], words: &str) -> AnyView {
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
pub(super) fn columns(lines: usize) -> Vec<AnyView> {
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
pub(super) fn numbers(lines: usize, every: usize, size: usize) -> AnyView {
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

/// A step for each line that is drawn; a gap where nothing is.
pub(super) fn step_line(figures: &[Option<i64>]) -> String {
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
