//! The paper that the lines lie on: a box that scrolls, with a table in it. A row knows the number
//! of its line, and an empty row, which stands for many that are not in the page, the first of them.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::dom::element;

/// The attribute of a row: the number of its line.
pub const LINE: &str = "data-entry";

/// The attribute of an empty row: the number of the first line that it stands for.
pub const MISSING: &str = "data-missing";

/// What is in sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// The number of the uppermost line.
    pub line: usize,
    /// How far below the heading it begins; less than 0 when it has begun above.
    offset: f64,
    /// How far the paper was scrolled then.
    scrolled: i32,
}

/// What is in sight on the paper, if it scrolls. Where there are only empty rows, each line is taken
/// to be so many 64ths of a pixel high.
pub fn sight(paper: &str, height: usize) -> Option<Sight> {
    let paper = element::<Element>(paper)?;
    if paper.scroll_height() <= paper.client_height() {
        return None;
    }
    let (edge, scrolled) = (edge(&paper), paper.scroll_top());
    let mut row = paper.query_selector("tbody").ok()??.first_element_child();
    while let Some(here) = row {
        let area = here.get_bounding_client_rect();
        if area.bottom() > edge {
            let top = area.top() - edge;
            if let Some(line) = number(&here, LINE) {
                return Some(Sight { line, offset: top, scrolled });
            }
            let height = whole(height.max(1)) / 64.0;
            let above = (-top / height).floor().max(0.0);
            let line = number(&here, MISSING)? + count(above);
            return Some(Sight { line, offset: top + above * height, scrolled });
        }
        row = here.next_element_sibling();
    }
    None
}

/// Scrolls so that the uppermost line is where it was in sight, whatever has come above it. Where
/// the reader has scrolled on meanwhile, they stay.
pub fn hold(paper: &str, sight: Sight) {
    let Some(paper) = element::<Element>(paper) else { return };
    if paper.scroll_top() != sight.scrolled {
        return;
    }
    if let Some(line) = row(&paper, sight.line) {
        let by = line.get_bounding_client_rect().top() - edge(&paper) - sight.offset;
        scroll(&paper, by);
    }
}

/// Scrolls the paper, and nothing around it, so that a line is seen as a whole, with twice its height
/// around it where there is room for that. Of one that is higher than the paper, its start is seen.
/// For line 0, which there is none of, it shows its start.
pub fn show(paper: &str, line: usize) {
    let Some(paper) = element::<Element>(paper) else { return };
    let Some(line) = row(&paper, line) else {
        if line == 0 {
            paper.set_scroll_top(0);
        }
        return;
    };
    let (area, line) = (paper.get_bounding_client_rect(), line.get_bounding_client_rect());
    // Where the heading doesn't stay, it may have been scrolled away.
    let (top, bottom) = (edge(&paper).max(area.top()), area.bottom());
    let free = bottom - top - line.height();
    let room = (free / 2.0).clamp(0.0, 2.0 * line.height());
    let (below, above) = (line.bottom() + room - bottom, top + room - line.top());
    let by = match () {
        () if free < 0.0 => line.top() - top,
        () if below > 0.0 => below.ceil(),
        () => -above.max(0.0).ceil(),
    };
    scroll(&paper, by);
}

/// Whether a line is in sight as a whole, give or take a pixel.
pub fn is_seen(paper: &str, line: usize) -> bool {
    let Some(paper) = element::<Element>(paper) else { return false };
    let Some(line) = row(&paper, line) else { return line == 0 };
    let (area, line) = (paper.get_bounding_client_rect(), line.get_bounding_client_rect());
    line.top() >= edge(&paper).max(area.top()) - 1.0 && line.bottom() <= area.bottom() + 1.0
}

/// Gives a line the focus again that it lost when its row was moved in the page. Where something
/// else has the focus by now, it stays there.
pub fn refocus(paper: &str, line: usize) {
    let Some(paper) = element::<Element>(paper) else { return };
    if document().active_element().is_some_and(|active| active.tag_name() != "BODY") {
        return;
    }
    let summary = row(&paper, line).and_then(|row| row.query_selector("summary").ok().flatten());
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // It fails for nothing that is on the page.
        let _focused = summary.focus_with_options(&options);
    }
}

/// How high the lowest row is, in 64ths of a pixel: a line that takes one line of type.
pub fn line_height(paper: &str) -> Option<usize> {
    let rows = element::<Element>(paper)?.query_selector("tbody").ok()??;
    let mut lowest = f64::INFINITY;
    let mut row = rows.first_element_child();
    while let Some(here) = row {
        if here.has_attribute(LINE) {
            lowest = lowest.min(here.get_bounding_client_rect().height());
        }
        row = here.next_element_sibling();
    }
    (lowest.is_finite() && lowest >= 1.0).then(|| count(lowest * 64.0))
}

/// How many lines of this height are above and below those in sight.
pub fn out_of_sight(paper: &str, height: usize) -> Option<(usize, usize)> {
    let paper = element::<Element>(paper)?;
    let lines = |pixels: i32| (count(f64::from(pixels.max(0)) * 64.0) + height / 2) / height.max(1);
    let below = paper.scroll_height() - paper.client_height() - paper.scroll_top();
    Some((lines(paper.scroll_top()), lines(below)))
}

/// Shows the first lines, or the last ones.
pub fn to_end(paper: &str, is_first: bool) {
    if let Some(paper) = element::<Element>(paper) {
        paper.set_scroll_top(if is_first { 0 } else { paper.scroll_height() });
    }
}

/// How many lines of this height there is room for: on the paper, and never more than in the window.
pub fn room(paper: &str, height: usize) -> Option<usize> {
    let paper = element::<Element>(paper)?;
    let window = window().inner_height().ok()?.as_f64()?;
    let pixels = f64::from(paper.client_height()).min(window);
    Some(count(pixels * 64.0) / height.max(1))
}

/// The row of a line, if it is in the page.
pub(super) fn line(paper: &str, line: usize) -> Option<Element> {
    row(&element(paper)?, line)
}

fn row(paper: &Element, line: usize) -> Option<Element> {
    paper.query_selector(&format!("tr[{LINE}='{line}']")).ok()?
}

fn number(row: &Element, name: &str) -> Option<usize> {
    row.get_attribute(name)?.parse().ok()
}

/// Where the heading ends and the lines come into sight.
fn edge(paper: &Element) -> f64 {
    let heading = paper.query_selector("thead").ok().flatten();
    heading.map_or(0.0, |heading| heading.get_bounding_client_rect().bottom())
}

#[expect(clippy::cast_possible_truncation, reason = "a page is less than 2^31 pixels high")]
fn scroll(paper: &Element, by: f64) {
    if by.abs() >= 1.0 {
        paper.set_scroll_top(paper.scroll_top() + by as i32);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a height in the page")]
fn whole(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is above 0")]
fn count(whole: f64) -> usize {
    whole as usize
}
