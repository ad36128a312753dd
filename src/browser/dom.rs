//! Small things that are done to the page itself.

use js_sys::{Function, Reflect};
use leptos::prelude::{document, request_animation_frame, request_idle_callback, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusEvent, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement,
    PointerEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The element with this id, if it is there and of this kind.
pub(super) fn element<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element, which also brings it into sight.
pub fn focus(id: &str) {
    if let Some(element) = element::<HtmlElement>(id) {
        // It fails for nothing that is on the page.
        let _focused = element.focus();
    }
}

/// What has the focus, unless that is nothing.
pub fn focused() -> Option<HtmlElement> {
    let focused = document().active_element().filter(|element| element.tag_name() != "BODY")?;
    focused.dyn_into().ok()
}

/// Shows an element that is hidden, at once: what is typed next is for a field in it.
pub fn unhide(id: &str) {
    if let Some(element) = element::<Element>(id) {
        let _shown = element.remove_attribute("hidden");
    }
}

/// Moves the focus to a field, and selects what stands in it, so that what is typed comes in its place.
pub fn select(id: &str) {
    if let Some(field) = element::<HtmlInputElement>(id) {
        let _focused = field.focus();
        field.select();
    }
}

/// Moves the focus to an element, and shows the page from there on.
pub fn arrive(id: &str) {
    if let Some(element) = element::<HtmlElement>(id) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _focused = element.focus_with_options(&options);
        element.scroll_into_view();
    }
}

/// Shows the page from an element on.
pub fn scroll_to(id: &str) {
    if let Some(element) = element::<Element>(id) {
        element.scroll_into_view();
    }
}

/// Scrolls no further than needed until an element is seen, once the page has been laid out.
pub fn bring_into_view(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = element::<Element>(id) {
            let near = ScrollIntoViewOptions::new();
            near.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&near);
        }
    });
}

/// Whether something is being typed.
pub fn is_in_a_field() -> bool {
    document().active_element().is_some_and(|element| element.tag_name() == "INPUT")
}

/// Whether the focus is nowhere, so that nobody loses it when it is moved.
pub fn focus_is_free() -> bool {
    document().active_element().is_none_or(|element| {
        // What was hidden keeps it until the page is painted, as in a dialog that has just closed.
        let area = element.get_bounding_client_rect();
        element.tag_name() == "BODY" || (area.width() == 0.0 && area.height() == 0.0)
    })
}

/// Gives the page a title, which the browser shows on its tab and says aloud.
pub fn title(words: &str) {
    document().set_title(&[words, " · Event Diary"].concat());
}

/// Shows the page from its beginning.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Whether more of the page lies below what is seen, or above it.
pub fn can_scroll(down: bool) -> bool {
    let Some(version) = document().document_element() else { return false };
    let seen = version.scroll_top();
    // A page that is zoomed may end between two pixels.
    if down { seen + version.client_height() + 2 < version.scroll_height() } else { seen > 0 }
}

/// Puts a text into an element, if it is there.
pub fn tell(id: &str, words: &str) {
    if let Some(element) = element::<Element>(id) {
        element.set_text_content(Some(words));
    }
}

/// Lets `static/boot.js` take the app's place, by its function `panicked`: the app has stopped.
pub fn give_up(function: &str, why: &str) {
    // Where that fails too, what is on the page stays there.
    let _told = call(function, why);
}

/// Tells `static/first.js` that its view is about to be taken away. It wants to be told when the app's own is there.
pub fn take_over() -> impl FnOnce() {
    let then = call("opening", "").and_then(|then| then.dyn_into::<Function>().ok());
    move || {
        // In a page without that script there is nothing to be told.
        let _told = then.and_then(|then| then.call0(&JsValue::NULL).ok());
    }
}

fn call(function: &str, word: &str) -> Option<JsValue> {
    let page = js_sys::global();
    let function = Reflect::get(&page, &function.into()).ok()?.dyn_into::<Function>().ok()?;
    function.call1(&page, &word.into()).ok()
}

/// Prints the page, once it looks as it should on paper.
pub fn print() {
    // Where nothing can be printed, nothing happens; the browser has said so.
    request_animation_frame(|| drop(window().print()));
}

/// Opens a dialog over the page.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id) {
        // It fails only when the dialog is open already, and then it is what was wanted.
        let _opened = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id) {
        dialog.close();
    }
}

/// The number that the event's target, or what it is in, has as its attribute `name`.
pub fn number_at(event: &Event, name: &str) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(&format!("[{name}]")).ok()??.get_attribute(name)?.parse().ok()
}

/// Whether the event's target is in what `selector` finds.
pub fn is_in(event: &Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
}

/// Whether the focus goes into what `selector` finds; none when it goes nowhere.
pub fn goes_to(event: &FocusEvent, selector: &str) -> Option<bool> {
    let to = event.related_target()?.dyn_into::<Element>().ok()?;
    Some(to.closest(selector).ok().flatten().is_some())
}

/// How far from the left edge of the element that listens a pointer is, from 0 to 1.
pub fn share_of_width(event: &PointerEvent) -> Option<f64> {
    let area = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    (area.width() > 0.0).then(|| (f64::from(event.client_x()) - area.left()) / area.width())
}

/// How far from its top edge it is, from 0 to 1.
pub fn share_of_height(event: &PointerEvent) -> Option<f64> {
    let area = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    (area.height() > 0.0).then(|| (f64::from(event.client_y()) - area.top()) / area.height())
}

/// From now on the element that listens hears of this pointer, also outside of it, until it is let go.
pub fn hold(event: &PointerEvent) {
    if let Some(area) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok()) {
        // A pointer that is gone by now can't be held, and draws nothing more either.
        let _held = area.set_pointer_capture(event.pointer_id());
    }
}

/// Calls `then` when the page has nothing else to do; at once where the browser can't say when that is.
pub fn when_idle(then: impl Fn() + 'static) {
    if Reflect::has(&window(), &"requestIdleCallback".into()).unwrap_or_default() {
        request_idle_callback(then);
    } else {
        then();
    }
}

/// Whether the reader wants nothing to move by itself.
pub fn wants_stillness() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
