//! What a figure is: an amount of money, or how many there are of something.

use std::{fmt, ops::Neg};

use super::{Money, money::grouped};

/// So much of what a figure counts. A bank's figures are money, those of a parcel are how many legs it has
/// come. The figures of one thing are all of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So much money.
    Money(Money),
    /// So many of something.
    Count(i64),
}

/// A number with its unit, of which sums and differences can be made: money, or an amount of any kind.
pub trait Quantity: Copy + PartialEq + fmt::Debug {
    /// How many of the smallest unit it is: cents, or single things.
    fn units(self) -> i64;

    /// So many of the same unit. No sum of facts can fail, so it stays at the end of the scale.
    #[must_use]
    fn like(self, units: i64) -> Self;
}

impl Quantity for Money {
    fn units(self) -> i64 {
        self.in_cents()
    }

    fn like(self, units: i64) -> Self {
        Self::cents(units)
    }
}

impl Quantity for Amount {
    fn units(self) -> i64 {
        self.units()
    }

    fn like(self, units: i64) -> Self {
        self.like(units)
    }
}

impl Amount {
    /// How many of its smallest unit it is: cents, or single things.
    pub fn units(self) -> i64 {
        match self {
            Self::Money(money) => money.in_cents(),
            Self::Count(count) => count,
        }
    }

    /// So many of the same unit.
    #[must_use]
    pub fn like(self, units: i64) -> Self {
        match self {
            Self::Money(_) => Self::Money(Money::cents(units)),
            Self::Count(_) => Self::Count(units),
        }
    }

    /// Whether it is nothing.
    pub fn is_nothing(self) -> bool {
        self.units() == 0
    }

    /// The sum of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.like(self.units().saturating_add(other.units()))
    }

    /// What is left of it without the other.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.like(self.units().saturating_sub(other.units()))
    }

    /// What all of these come to. None of them have no kind, so they come to no amount.
    pub fn together(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().reduce(Self::plus)
    }

    /// As a term of a sum, where the sign stands apart: `+ 500.00`, `− 2`.
    pub fn term(self) -> String {
        if self.units() < 0 { format!("− {}", -self) } else { format!("+ {self}") }
    }

    /// As it stands at a line of a scale: `600` where there is nothing behind the point.
    pub fn round(self) -> String {
        let words = self.to_string();
        words.strip_suffix(".00").map_or(words.clone(), str::to_owned)
    }

    /// As a change: `+500.00`, `−2`.
    pub fn change(self) -> String {
        self.term().replacen(' ', "", 1)
    }
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

/// `1,234.50` of money, `1,234` of what is counted; with a true minus sign.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(money) => money.fmt(f),
            Self::Count(count) => grouped(f, *count < 0, count.unsigned_abs()),
        }
    }
}

impl Neg for Amount {
    type Output = Self;

    fn neg(self) -> Self {
        self.like(self.units().saturating_neg())
    }
}
