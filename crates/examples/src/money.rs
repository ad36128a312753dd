//! Money in whole cents. No floating point, and no sum that wraps around.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in whole cents.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "i64", into = "i64")]
pub struct Money(i64);

/// Why a text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// There is nothing in the field.
    Empty,
    /// The text is not a number with at most two decimals.
    NotAnAmount(String),
    /// The amount is above [`Money::MAX`].
    TooLarge,
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "Type an amount first, such as 50 or 12.50."),
            Self::NotAnAmount(text) => {
                write!(f, "“{text}” is not an amount. Use digits and a point, such as 50 or 12.50.")
            }
            Self::TooLarge => write!(f, "That is too much: an amount is at most {}.", Money::MAX),
        }
    }
}

impl std::error::Error for AmountError {}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The most that an amount, a balance or a total may be: ten billion. A million such amounts
    /// still fit into the 64 bits that a sum has.
    pub const MAX: Self = Self(1_000_000_000_000);

    /// An amount of so many cents.
    pub const fn cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    pub const fn in_cents(self) -> i64 {
        self.0
    }

    /// The sum, unless it is beyond [`Money::MAX`] in either direction.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self).filter(|sum| sum.is_allowed())
    }

    /// The difference, unless it is beyond [`Money::MAX`] in either direction.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self).filter(|difference| difference.is_allowed())
    }

    /// So many times the amount, unless it is beyond [`Money::MAX`] in either direction.
    pub fn times(self, count: u32) -> Option<Self> {
        self.0.checked_mul(count.into()).map(Self).filter(|product| product.is_allowed())
    }

    /// Whether the amount is within what this bank and this shop can count.
    pub fn is_allowed(self) -> bool {
        self.0.unsigned_abs() <= Self::MAX.0.unsigned_abs()
    }

    /// As a term of a sum, where the sign stands apart: `+ 500.00`, `− 120.00`. An amount that stands for
    /// itself has its sign at its digits: `−120.00`.
    pub fn term(self) -> String {
        if self < Self::ZERO { format!("− {}", -self) } else { format!("+ {self}") }
    }

    /// Reads an amount that somebody typed: `50`, `12.5`, `1,234.50`.
    ///
    /// # Errors
    /// Why the text is not an amount, in words for the one who typed it.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        let not_an_amount = || AmountError::NotAnAmount(text.chars().take(20).collect());
        let plain = text.replacen('−', "-", 1);
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, plain.as_str()),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        // A comma stands between thousands. In `12,50` it stands for a point, and to take it for
        // 1,250 would be a hundred times too much.
        let grouped = whole.split(',').skip(1).all(|group| group.len() == 3)
            && (1..=3).contains(&whole.find(',').unwrap_or(1));
        let whole = whole.replace(',', "");
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !grouped || !is_number(&whole) || !is_number(decimals) || decimals.len() > 2 {
            return Err(not_an_amount());
        }
        // Only digits are left, so a failure to read them means that there are too many.
        let cents = format!("{whole}{decimals:0<2}").parse::<i64>();
        let money = Self(sign * cents.map_err(|_| AmountError::TooLarge)?);
        if money.is_allowed() { Ok(money) } else { Err(AmountError::TooLarge) }
    }
}

/// Stored amounts are checked when they are read.
impl TryFrom<i64> for Money {
    type Error = AmountError;

    fn try_from(cents: i64) -> Result<Self, AmountError> {
        Some(Self(cents)).filter(|money| money.is_allowed()).ok_or(AmountError::TooLarge)
    }
}

impl From<Money> for i64 {
    fn from(money: Money) -> Self {
        money.0
    }
}

/// A fact can't be refused, so a sum over facts can't fail either. Amounts are checked when they
/// are decided and when they are read; beyond that the sum stays at the end of the scale.
impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.fold(0, |sum, amount| sum.saturating_add(amount.0)))
    }
}

/// `1,234.50`, with a true minus sign.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.unsigned_abs();
        grouped(f, self.0 < 0, cents / 100)?;
        write!(f, ".{:02}", cents % 100)
    }
}

/// `−1,234`: a whole number with a comma between thousands.
pub(crate) fn grouped(f: &mut fmt::Formatter<'_>, is_less: bool, whole: u64) -> fmt::Result {
    let whole = whole.to_string();
    if is_less {
        f.write_str("−")?;
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            f.write_str(",")?;
        }
        write!(f, "{digit}")?;
    }
    Ok(())
}

impl std::ops::Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}
