//! One figure in the diary and in both futures, as three lines on one scale.

use leptos::prelude::*;

use super::worlds::WORLDS;
use crate::ui::{
    chart::{Curve, HEIGHT},
    live::views,
};
use examples::Downsampled;

/// The three lines. What they show stands in the table as well.
pub(super) fn curves(outlines: Callback<(), Option<[Downsampled; 3]>>) -> AnyView {
    let drawn = move || {
        let outlines = outlines.run(())?;
        let width = outlines.iter().map(Downsampled::last).max().unwrap_or(0).max(1);
        let ranges = outlines.each_ref().map(Downsampled::range);
        let lowest = ranges.iter().map(|range| range.0).min().unwrap_or(0);
        let highest = ranges.iter().map(|range| range.1).max().unwrap_or(0);
        let curves = outlines.map(|outline| Curve { outline, range: (lowest, highest) });
        let nothing = curves.first().map_or(0, |curve| curve.height(0));
        let path = |(curve, world): (&Curve, (&'static str, &'static str))| {
            view! { <path class=world.1 d=curve.step_line() /> }.into_any()
        };
        // What was decided again lies over the others, which are drawn first.
        let paths = curves.iter().zip(WORLDS).map(path).collect::<Vec<_>>();
        Some(
            view! {
                <svg
                    viewBox=format!("0 0 {width} {HEIGHT}")
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    <path class="nothing" d=format!("M0 {nothing}H{width}") />
                    {paths}
                </svg>
            }
            .into_any(),
        )
    };
    view! { <div class="curves">{views(drawn)}</div> }.into_any()
}
