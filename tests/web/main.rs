//! The real page on the real localStorage, in a headless browser, told as stories.
//!
//! Read [`page`] first: it is how the stories see the page, and it hides the DOM. [`stage`] is the
//! browser around it. Nothing here sleeps: a story waits for what it expects.

#![cfg(target_arch = "wasm32")]

mod dom;
mod page;
mod row;
mod stage;
mod wait;

mod first_visit;
mod in_sight;

mod accounts;
mod bank;
mod diaries;
mod hostile;
mod order;

mod amounts;
mod asks;
mod large;
mod long;
mod travel;

mod damage;
mod files;

mod foreign;
mod log;

mod no_storage;
mod read_only;
mod room;
mod routes;
mod segments;
mod tabs;
mod today;
mod wiped;
mod words;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
