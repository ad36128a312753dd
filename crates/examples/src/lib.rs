//! The examples: a bank, an order and a parcel. Pure: no storage, no browser, no clock.

mod amount;
mod money;

pub mod bank;
pub mod order;
pub mod parcel;

mod downsampled;
mod figures;
mod names;
pub mod scale;

mod series;
mod sorted;
mod statement;

mod branched;
mod divergence;

pub mod calendar;

mod evidence;

pub mod questions;
pub mod readings;
pub mod two_clocks;

pub mod compare;
pub mod find;
pub mod touched;

pub mod story;

pub mod form;

mod cell;
mod choice;
mod kind;

mod take_back;

pub mod tour;

mod example;
mod registry;

pub use amount::{Amount, Quantity};
pub use branched::{BranchLine, Branched, Outcome};
pub use cell::Cell;
pub use choice::Choice;
pub use divergence::{Delta, Divergence};
pub use downsampled::{Column, Downsampled};
pub use evidence::{Citation, More, Sign, Value};
pub use example::Example;
pub use figures::{Figures, first_and_chosen};
pub use kind::{Kept, Kind};
pub use money::{AmountError, Money};
pub use names::{LONGEST_NAME, Name, shown};
pub use registry::{EXAMPLES, Info};
pub use series::{Series, Sum};
pub use sorted::{Keyed, Sorted};
pub use statement::{Describe, Line, Mark, Statement};
pub use take_back::{Opposite, TakeBack};
