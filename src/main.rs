//! The page's entry: a panic is told in the console, and the app takes the place of the skeleton.

fn main() {
    console_error_panic_hook::set_once();
    js_sys::futures::spawn_local(event_diary::ui::start());
}
