//! The order's reports.

mod order_history;
mod what_was_removed;

pub use order_history::{OrderHistory, Phase};
pub use what_was_removed::{Removal, WhatWasRemoved};

use super::Order;
use crate::{
    Statement,
    readings::{OpenReport, Reports},
};

impl Reports for Order {
    const FOR_EXAMPLE: &'static str = "in another order if this one is shipped";

    fn each(open: &mut impl OpenReport<Self>) {
        open.open::<Statement<Self>>();
        open.open::<OrderHistory>();
        open.open::<WhatWasRemoved>();
    }
}
