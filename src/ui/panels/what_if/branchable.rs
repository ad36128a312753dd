//! What *What if* asks of a kind of diary.

use super::instead::Instead;
use crate::{
    diary::Recall,
    domain::{bank::Bank, compare::Compared, order::Order},
    ui::kind::Kind,
};

/// A diary of which a copy can be changed.
pub(crate) trait Branchable:
    Kind + Compared + Recall<Rejection: Send + Sync> + Instead
{
}

impl Branchable for Bank {}

impl Branchable for Order {}
