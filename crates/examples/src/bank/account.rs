//! An account is known by its name.

use std::{cmp::Ordering, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};

use crate::{LONGEST_NAME, Name, names::is_same_name, shown};

/// One of the owner's accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// For daily money.
    #[default]
    Everyday,
    /// For money that is kept.
    Savings,
    /// Any other, by the name that its owner gave it.
    Named(Title),
}

/// The name of an account that is neither Everyday nor Savings, without blanks around it.
///
/// Names that differ only in the case of the letters A to Z are the same: nobody wants two accounts
/// that are called *Holidays* and *holidays*.
#[derive(Clone, Debug)]
pub struct Title(Name);

impl Title {
    /// The name as it was typed first.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Title {
    fn eq(&self, other: &Self) -> bool {
        Name::ptr_eq(&self.0, &other.0) || is_same_name(&self.0, &other.0)
    }
}

impl Eq for Title {}

impl PartialOrd for Title {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Title {
    fn cmp(&self, other: &Self) -> Ordering {
        // What the rules write has the name that the account has, and a name is held once.
        if Name::ptr_eq(&self.0, &other.0) {
            return Ordering::Equal;
        }
        let (one, other) = (self.0.as_bytes(), other.0.as_bytes());
        for (one, other) in one.iter().zip(other) {
            // Most names differ at once, and names are compared often.
            if one != other {
                match one.to_ascii_lowercase().cmp(&other.to_ascii_lowercase()) {
                    Ordering::Equal => {}
                    unequal => return unequal,
                }
            }
        }
        one.len().cmp(&other.len())
    }
}

/// How Everyday and Savings are stored, as they were before accounts had names.
const EVERYDAY: &str = "everyday";
const SAVINGS: &str = "savings";

impl Account {
    /// The two that every diary can begin with.
    pub const FIRST: [Self; 2] = [Self::Everyday, Self::Savings];

    /// The account that somebody means by this name. Blanks around it and more than one between two
    /// words make no difference. Whether the name will do is for the rules to say.
    pub fn called(typed: &str) -> Self {
        let mut name = String::with_capacity(typed.len());
        for word in typed.split_whitespace() {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        }
        match name {
            name if is_same_name(&name, EVERYDAY) => Self::Everyday,
            name if is_same_name(&name, SAVINGS) => Self::Savings,
            name => Self::Named(Title(name.into())),
        }
    }

    /// Whether it is this account, by the very letters of its name: all but what somebody typed in another case.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Named(Title(one)), Self::Named(Title(other))) => one == other,
            (Self::Everyday, Self::Everyday) | (Self::Savings, Self::Savings) => true,
            _ => false,
        }
    }

    /// The account's name, as it was typed.
    pub fn name(&self) -> &str {
        match self {
            Self::Everyday => "Everyday",
            Self::Savings => "Savings",
            Self::Named(title) => title.as_str(),
        }
    }

    /// The text that is stored for it.
    fn stored(&self) -> &str {
        match self {
            Self::Everyday => EVERYDAY,
            Self::Savings => SAVINGS,
            Self::Named(title) => title.as_str(),
        }
    }

    /// The account that is stored as this text. Text that no account is stored as is none, so that an
    /// entry that was read is written as it was.
    fn of_stored(text: &str) -> Option<Self> {
        let account = Self::called(text);
        (account.stored() == text && account.has_good_name().is_ok()).then_some(account)
    }

    /// Whether the name is one that an account can have; if not, how many characters it has.
    pub(super) fn has_good_name(&self) -> Result<(), usize> {
        let characters = self.name().chars().count();
        if (1..=LONGEST_NAME).contains(&characters) { Ok(()) } else { Err(characters) }
    }

    /// The other one of the first two; of a named one, the first.
    #[must_use]
    pub fn other(&self) -> Self {
        match self {
            Self::Everyday => Self::Savings,
            Self::Savings | Self::Named(_) => Self::Everyday,
        }
    }
}

/// The name as it can stand in a sentence.
impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(self.name()))
    }
}

impl Serialize for Account {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.stored())
    }
}

impl<'de> Deserialize<'de> for Account {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_str(Stored)
    }
}

struct Stored;

impl Visitor<'_> for Stored {
    type Value = Account;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of an account")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Account, E> {
        let no_account = || E::custom(format_args!("“{}” is no account’s name", shown(text)));
        Account::of_stored(text).ok_or_else(no_account)
    }
}
