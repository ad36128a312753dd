//! How many of an item are taken out, as it is meant and as it is stored.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// How many of an item are taken out. It is stored as a number, or as `"all"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowMany {
    /// So many.
    Exactly(u32),
    /// As many as are there. Every removal meant this before there was a quantity in it, so only such
    /// an entry says it, and the command behind one.
    All,
}

/// How [`HowMany::All`] is stored.
const ALL: &str = "all";

impl HowMany {
    /// How many that is where so many are there. A fact from elsewhere may tell of more.
    pub fn of(self, present: u32) -> u32 {
        match self {
            Self::Exactly(wanted) => wanted.min(present),
            Self::All => present,
        }
    }
}

impl Serialize for HowMany {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Exactly(quantity) => serializer.serialize_u32(quantity),
            Self::All => serializer.serialize_str(ALL),
        }
    }
}

impl<'de> Deserialize<'de> for HowMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Stored)
    }
}

struct Stored;

impl de::Visitor<'_> for Stored {
    type Value = HowMany;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a quantity, or “{ALL}”")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<HowMany, E> {
        let quantity = u32::try_from(number);
        quantity
            .map(HowMany::Exactly)
            .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(number), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<HowMany, E> {
        if text == ALL {
            return Ok(HowMany::All);
        }
        Err(E::invalid_value(de::Unexpected::Str(text), &self))
    }
}
