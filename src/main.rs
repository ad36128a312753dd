//! The page's entry: a panic is told in the console and to `static/boot.js`, which shows the way out, and the app takes
//! the place of the first view.

use event_diary::{browser::dom, ui};

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        dom::give_up("panicked", &panic.to_string());
    }));
    js_sys::futures::spawn_local(ui::start());
}
