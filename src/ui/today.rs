//! Today can be tracked: a page stays open over midnight, and what it suggests follows the calendar.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::reader::TimeTravel;
use crate::browser::clock::{self, Clock};

/// How often another day has begun on the reader's own calendar, for all that is on the page.
#[derive(Clone, Copy)]
struct DaysTurned(RwSignal<usize>);

/// The day on the calendar that hangs beside a clock.
#[derive(Clone, Copy)]
pub struct Today {
    clock: Clock,
    /// Nothing beside a clock that stands.
    turned: Option<RwSignal<usize>>,
}

/// Hangs up the reader's calendar for everything on the page that calls this.
pub fn hang_up_calendar() {
    let turned = RwSignal::new(0);
    clock::on_new_day(move || turned.try_update(|turned| *turned += 1).is_some());
    provide_context(DaysTurned(turned));
}

impl TimeTravel {
    /// The day on the calendar that hangs beside this diary's clock. It is for a component, since the
    /// reader's own calendar hangs on its page.
    pub fn today(self) -> Today {
        let turned = match self.clock {
            Clock::Own => Some(expect_context::<DaysTurned>().0),
            Clock::Standing(_) => None,
        };
        Today { clock: self.clock, turned }
    }
}

impl Today {
    /// The day, tracked.
    pub fn get(self) -> NaiveDate {
        if let Some(turned) = self.turned {
            turned.track();
        }
        self.clock.today()
    }
}
