//! Clocks and calendars: the reader's own, and one that stands still.

use chrono::{
    DateTime, FixedOffset, Local, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc,
};
use js_sys::{Array, Intl, Object, Reflect};

/// The reader's time zone, as the browser has it, with its changes of clock.
pub const ZONE: Zone = Zone::Own;

/// The moment on the reader's clock.
pub fn now() -> DateTime<Utc> {
    Utc::now()
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
        self.now().with_timezone(&self.zone()).date_naive()
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
