//! What looks through a diary for what was typed: functions that are fetched when they are first needed.

use crate::browser::clock::Zone;
use diary::When;
use examples::find::Search;

/// Looks at the next entry: what both clocks say of it, and its sentence.
pub type LooksAt = fn(&mut Search, When, Zone, &dyn Fn() -> String);

/// What looks through a diary. It is fetched later.
#[derive(Clone, Copy)]
pub struct Looks {
    /// Begins to look for what was typed.
    pub search_for: fn(&str) -> Search,
    /// Looks at one entry.
    pub looks_at: LooksAt,
}
