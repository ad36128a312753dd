//! **Event Diary**: the same rules run over two memories, a **snapshot** that keeps only today and
//! a **diary** that keeps every entry. Same commands, same present; only one has a past.
//!
//! Read the modules in this order:
//!
//! 1. [`diary`]: the idea. It knows no bank, no browser and no clock.
//! 2. [`domain`]: two examples, a bank and an order, and what can be asked of them.
//! 3. [`course`]: what we teach, as data; for now the two stories.
//! 4. `browser`: the shell, and the only code that touches `window`. It carries text and knows
//!    nothing of ours.
//! 5. `ui`: the screen. `ui::notebook` is the only writer of a diary.
//!
//! What always holds, and where it is checked:
//!
//! - `diary`, `domain` and `course` read no clock, do no IO, use no floating point for money, and
//!   never panic on what a user types. They are built without the feature `app`, so code that
//!   names the browser in them does not compile (`cargo test --no-default-features`).
//! - `diary` knows no money. `domain` knows no storage: `diary/format.rs` alone knows how an entry
//!   looks when it is stored, and `diary/cover.rs` under which keys.
//! - `browser/shelf.rs` alone names localStorage. `ui/notebook.rs` alone writes a diary, and only
//!   through `ui/cabinet.rs`, which puts it on the shelf.
//! - An entry, once written, is never changed or removed: there is no function that could.
//! - `evolve` is total: a fact has happened and cannot be refused. Only `decide` may say no, and a
//!   no leaves no ink.

pub mod diary;

pub mod keeping;

pub mod domain;

pub mod course;

#[cfg(feature = "app")]
pub mod browser;

#[cfg(feature = "app")]
pub mod ui;
