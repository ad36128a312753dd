//! The page's entry: a panic is told in the console and to `static/boot.js`, which shows the way out, and the app takes
//! the place of the skeleton.

use wasm_bindgen::JsCast;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        let page = js_sys::global();
        let tell = js_sys::Reflect::get(&page, &"panicked".into());
        if let Ok(tell) = tell.and_then(JsCast::dyn_into::<js_sys::Function>) {
            // Where that fails too, the words in the console are all that can be had.
            let _told = tell.call1(&page, &panic.to_string().into());
        }
    }));
    js_sys::futures::spawn_local(event_diary::ui::start());
}
