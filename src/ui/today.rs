//! Today is a signal: a page stays open over midnight, and what it suggests follows the calendar.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::reader::Reader;
use crate::browser::clock::{self, Clock};

/// The day on the reader's own calendar.
#[derive(Clone, Copy)]
struct Today(RwSignal<NaiveDate>);

/// Hangs up the reader's calendar for everything on the page that calls this.
pub fn hang_up_calendar() {
    let today = RwSignal::new(Clock::Own.today());
    clock::on_new_day(move || {
        let now = Clock::Own.today();
        if today.get_untracked() != now {
            today.set(now);
        }
    });
    provide_context(Today(today));
}

impl Reader {
    /// The day on the calendar that hangs beside this diary's clock. It is for a component: the
    /// calendar hangs on its page.
    pub fn today(self) -> Signal<NaiveDate> {
        match self.clock {
            Clock::Own => expect_context::<Today>().0.into(),
            Clock::Standing(_) => Signal::stored(self.clock.today()),
        }
    }
}
