//! The parcel's reports.

mod stops;
mod tries;

pub(super) use stops::Stays;
pub use stops::{Stop, Stops};
pub use tries::{Then, Tries, Try};

use super::Parcel;
use crate::{
    Statement,
    readings::{OpenReport, Reports},
};

impl Reports for Parcel {
    const FOR_EXAMPLE: &'static str = "in another parcel if this one has come to its end";

    fn each(open: &mut impl OpenReport<Self>) {
        open.open::<Statement<Self>>();
        open.open::<Stops>();
        open.open::<Tries>();
    }
}
