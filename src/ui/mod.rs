//! The screen: Leptos components around the open diaries.
//!
//! Read [`session_signals`] first, then [`workbench`]. What can be derived is derived; effects only reach
//! the outside world; leaf components take concrete signals, which keeps the wasm small.

pub mod all_diaries;
pub mod answers;
pub mod app;
pub mod ask;
pub mod cards;
pub mod chart;
mod commands;
pub mod components;
pub mod diaries;
pub mod example;
pub mod find;
mod form;
mod ids;
mod kept_lines;
mod lazy;
mod learn;

pub mod diary_view;
pub mod live;
pub mod looks;
pub mod notices;
pub mod own;
mod panels;
mod parts;
pub mod reader;
mod rest;
pub mod session_signals;
pub mod session_status;
pub mod snapshot_view;
pub mod study;
pub mod suggested;
pub mod sum;
pub mod take_back;
pub mod time_machine;
pub mod today;
pub mod tour;
pub mod words;
pub mod workbench;
mod worlds;

pub use app::{App, AppProps, Found, start};
