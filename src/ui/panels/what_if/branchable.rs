//! What *What if* asks of a kind of diary.

use super::instead::Instead;
use crate::ui::kind::Kind;
use diary::Recall;
use examples::{bank::Bank, compare::Compared, order::Order};

/// A diary of which a copy can be changed.
pub(crate) trait Branchable:
    Kind + Compared + Recall<Rejection: Send + Sync> + Instead
{
}

impl Branchable for Bank {}

impl Branchable for Order {}
