//! The examples: a bank and an order. Pure: no storage, no browser, no clock.

mod money;

pub mod bank;
pub mod order;

mod statement;

pub mod calendar;
pub mod questions;

pub use money::{AmountError, Money};
pub use statement::{Line, Mark, Statement, Told, figure_at};

/// The longest name of an owner, an item or an order, in characters.
pub const LONGEST_NAME: usize = 200;
