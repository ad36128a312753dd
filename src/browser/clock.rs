//! Clocks and calendars: the reader's own, and one that stands still.

use std::{cell::Cell, rc::Rc, time::Duration};

use chrono::{
    DateTime, FixedOffset, Local, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc,
};
use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::{
    WindowListenerHandle, on_cleanup, set_timeout, window, window_event_listener_untyped,
};

use examples::calendar;

/// The reader's time zone, as the browser has it, with its changes of clock.
pub const ZONE: Zone = Zone::Own;

/// The moment on the reader's clock.
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Milliseconds since the page was opened, with parts of them: to measure how long something takes.
pub fn milliseconds() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}

/// How long nobody looks at the calendar at most. A clock that is put tells nobody of it, and neither
/// does a computer that has slept.
const LOOKS_EVERY: Duration = Duration::from_mins(1);

/// When the calendar is looked at as well: the page is shown again, or the reader does something. The
/// first of them is told to the document and comes by the window.
const LOOKS_ON: [&str; 6] =
    ["visibilitychange", "pageshow", "focus", "pointerdown", "keydown", "click"];

/// Calls `then` when the reader's own calendar shows another day: after midnight, or since the clock
/// was put. It says whether anybody is there who wants to know.
pub fn on_new_day(then: impl Fn() -> bool + 'static) {
    let shown = Cell::new(Clock::Own.today());
    let look: Rc<dyn Fn() -> bool> = Rc::new(move || {
        let today = Clock::Own.today();
        shown.replace(today) == today || then()
    });
    let listening = LOOKS_ON.map(|event| {
        let look = look.clone();
        window_event_listener_untyped(event, move |_| {
            // Whoever is gone has taken this ear along.
            let _is_there = look();
        })
    });
    on_cleanup(move || listening.into_iter().for_each(WindowListenerHandle::remove));
    look_later(look);
}

fn look_later(look: Rc<dyn Fn() -> bool>) {
    let left = calendar::until_next_day(now(), &ZONE).to_std().unwrap_or_default();
    // A timer counts whole milliseconds, and one that rings too early would only ring again.
    let wait = (left + Duration::from_millis(1)).min(LOOKS_EVERY);
    let again = move || {
        if look() {
            look_later(look);
        }
    };
    set_timeout(again, wait);
}

/// A clock, with the calendar that hangs beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The reader's own.
    #[default]
    Own,
    /// One that stands at this moment, beside a calendar in UTC.
    Standing(DateTime<Utc>),
}

/// A time zone: the reader's own, or UTC. One type for both, so that what is written on the page
/// about days and hours is compiled once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zone {
    /// The reader's own.
    #[default]
    Own,
    /// UTC.
    Utc,
}

impl Clock {
    /// The moment that it shows.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::Own => now(),
            Self::Standing(at) => at,
        }
    }

    /// The zone in which its days begin.
    pub fn zone(self) -> Zone {
        match self {
            Self::Own => Zone::Own,
            Self::Standing(_) => Zone::Utc,
        }
    }

    /// The day that it shows.
    pub fn today(self) -> NaiveDate {
        calendar::day_at(self.now(), &self.zone())
    }
}

impl Zone {
    /// What the zone is called, such as “Europe/Berlin”.
    pub fn name(self) -> String {
        match self {
            Self::Own => own_name().unwrap_or_else(|| "your time zone".into()),
            Self::Utc => "UTC".into(),
        }
    }
}

fn own_name() -> Option<String> {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
}

impl TimeZone for Zone {
    type Offset = FixedOffset;

    /// An offset doesn't tell which zone it is from, and nothing here asks for it.
    fn from_offset(_: &FixedOffset) -> Self {
        Self::default()
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<FixedOffset> {
        match self {
            Self::Own => Local.offset_from_local_date(local),
            Self::Utc => MappedLocalTime::Single(Utc.fix()),
        }
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<FixedOffset> {
        match self {
            Self::Own => Local.offset_from_local_datetime(local),
            Self::Utc => MappedLocalTime::Single(Utc.fix()),
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> FixedOffset {
        match self {
            Self::Own => Local.offset_from_utc_date(utc),
            Self::Utc => Utc.fix(),
        }
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> FixedOffset {
        match self {
            Self::Own => Local.offset_from_utc_datetime(utc),
            Self::Utc => Utc.fix(),
        }
    }
}
