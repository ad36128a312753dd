//! The real page on the real localStorage, in a headless browser, told as stories.
//!
//! Read [`page`] first: it is how the stories see the page, and it hides the DOM. [`stage`] is the
//! browser around it. Nothing here sleeps: a story waits for what it expects.

#![cfg(target_arch = "wasm32")]

mod dom;
mod page;
mod stage;

mod bank;
mod first_visit;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
