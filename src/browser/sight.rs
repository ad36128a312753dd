//! What a press leads to is seen beside what was pressed, as far as the window has room for both.

use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions,
};

use super::{dom, scroll};

/// What has been pressed, or where Enter was pressed.
#[derive(Clone, Debug)]
pub struct Pressed(Element);

impl Pressed {
    /// What is being pressed just now.
    pub fn now() -> Option<Self> {
        // Not every browser gives the focus to a button that is clicked on.
        let event = window().event().dyn_into::<Event>().ok();
        let target = event.and_then(|event| event.target()?.dyn_into::<Element>().ok());
        let pressed = target.and_then(|target| target.closest("button, input").ok().flatten());
        pressed.or_else(|| document().active_element()).map(Self)
    }
}

/// Scrolls the page just as far that a line is seen as a whole, where what was pressed stays in sight
/// then. Whoever has gone elsewhere meanwhile stays there.
pub fn show_beside(paper: &str, line: usize, Pressed(pressed): &Pressed) {
    let Some(line) = scroll::line(paper, line) else { return };
    let bench = pressed.closest(".bench").ok().flatten();
    if !bench.is_some_and(|bench| bench.contains(Some(&line))) {
        return;
    }
    let Some((top, bottom)) = room() else { return };
    let (pressed, line) = (pressed.get_bounding_client_rect(), line.get_bounding_client_rect());
    let is_seen = |by: f64| pressed.top() - by >= top && pressed.bottom() - by <= bottom;
    let by = (line.bottom() - bottom).max(0.0).ceil() + (line.top() - top).min(0.0).floor();
    if by.abs() >= 1.0 && is_seen(0.0) && is_seen(by) {
        let how = ScrollToOptions::new();
        how.set_top(by);
        how.set_behavior(behavior());
        window().scroll_by_with_scroll_to_options(&how);
    }
}

/// Scrolls no further than needed until a line is seen to which the reader has gone.
pub fn show(paper: &str, line: usize) {
    let Some(row) = scroll::line(paper, line) else { return };
    let area = row.get_bounding_client_rect();
    let is_in = |(top, bottom)| area.top() >= top && area.bottom() <= bottom;
    // Chromium that is asked for what is in sight already may leave it, from one row to the next, up to the first.
    if !(scroll::is_seen(paper, line) && room().is_some_and(is_in)) {
        bring(&row);
    }
}

/// The same for an element.
fn bring(element: &Element) {
    let near = ScrollIntoViewOptions::new();
    near.set_block(ScrollLogicalPosition::Nearest);
    near.set_inline(ScrollLogicalPosition::Nearest);
    near.set_behavior(behavior());
    element.scroll_into_view_with_scroll_into_view_options(&near);
}

/// The same for the element with this id, once the page has been laid out.
pub fn bring_later(id: &'static str) {
    request_animation_frame(move || dom::element(id).iter().for_each(bring));
}

fn behavior() -> ScrollBehavior {
    if dom::wants_stillness() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth }
}

/// From where to where things are seen in the window: what is docked at its edges covers the rest,
/// and the styles say how much that is.
fn room() -> Option<(f64, f64)> {
    let version = document().document_element()?;
    let style = window().get_computed_style(&version).ok()??;
    // In whole pixels: to read a fraction would bring 18 kB with it.
    let padding = |name| {
        let length = style.get_property_value(name).unwrap_or_default();
        let whole = length.split(['.', 'p']).next().and_then(|whole| whole.parse().ok());
        f64::from(whole.unwrap_or(0_i32))
    };
    let (above, below) = (padding("scroll-padding-top"), padding("scroll-padding-bottom"));
    Some((above, f64::from(version.client_height()) - below))
}
