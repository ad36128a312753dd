//! **Event Diary**: the same rules run over two memories, a **snapshot** that keeps only today and
//! a **diary** that keeps every entry. Same commands, same present; only one has a past.
//!
//! Read the crates and modules in this order:
//!
//! 1. [`diary`]: the idea. It knows no bank, no browser and no clock.
//! 2. [`examples`]: three examples, a bank, an order and a parcel, and what can be asked of them.
//! 3. [`course`]: what we teach, as data: the two stories, the chapters, and the rules of a lesson,
//!    which keeps a diary of its own.
//! 4. [`storage`]: a diary that is never lost. Two copies, and what to do when either fails; the
//!    stores come in as traits, so it knows no browser.
//! 5. `browser`: the shell, and the only code that touches `window`. It carries text; the two
//!    stores that `storage` asks for are here.
//! 6. `ui`: the screen. It carries out what the machines of `storage` ask for, and decides nothing.
//!
//! What always holds, and where it is checked:
//!
//! - The crates beneath this one read no clock, do no IO of their own, use no floating point for
//!   money, and never panic on what a user types. They don't depend on the browser's bindings, so
//!   code that names the browser in them does not compile.
//! - `course` builds on `examples`, and all on `diary`, as their `Cargo.toml` says. `diary` knows no
//!   money and `examples` no storage: `diary/src/format.rs` alone knows how an entry looks when it is
//!   stored, and `storage/src/header.rs` under which keys.
//! - `browser/local_storage.rs` alone names localStorage, `browser/indexed_db.rs` alone `IndexedDB`.
//!   [`storage::Session`] and [`storage::Device`] alone decide what is written, and where.
//! - No answer of a store is thrown away: it is an [`storage::Outcome`], and each failure is told.
//! - Nothing that grows with the diary is copied at fixed distances, replayed for each entry, or read
//!   again as a whole for one new entry (`tests/spec/memory.rs`, `long.rs` and `gathered.rs`).
//! - An entry, once written, is never changed or removed: there is no function that could. Only
//!   its reader deletes a diary as a whole, and its name is never given again.
//! - `evolve` is total: a fact has happened and cannot be refused. Only `decide` may say no, and a
//!   no leaves no entry.

pub mod browser;

pub mod routes;

pub mod ui;
