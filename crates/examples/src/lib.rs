//! The examples: a bank, an order and a parcel. Pure: no storage, no browser, no clock.

mod amount;
mod money;

pub mod bank;
pub mod order;
pub mod parcel;

mod figure;
mod figures;
mod names;
mod outline;
mod sorted;
mod statement;

mod branched;
mod parting;

pub mod calendar;

mod evidence;

pub mod questions;
pub mod readings;
pub mod two_clocks;

pub mod compare;
pub mod touched;

pub mod story;

pub mod form;

mod cell;
mod kind;

mod example;
mod registry;

pub use amount::{Amount, Quantity};
pub use branched::{BranchLine, Branched, Outcome};
pub use cell::Cell;
pub use evidence::{Citation, More, Sign, Value};
pub use example::Example;
pub use figure::{Figure, Sum};
pub use figures::{Figures, first_and_chosen};
pub use kind::{Kept, Kind};
pub use money::{AmountError, Money};
pub use names::{LONGEST_NAME, Name, shown};
pub use outline::{Column, Outline};
pub use parting::{Gap, Parting};
pub use registry::{EXAMPLES, Info};
pub use sorted::{Keyed, Sorted};
pub use statement::{Line, Mark, Statement, Told};
