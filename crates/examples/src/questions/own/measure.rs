//! What is asked for, and of which amounts.

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// What they come to.
    HowMuch,
    /// How many there are.
    HowMany,
    /// The one that is true first; of those on one day, the one that was written first.
    First,
    /// The one that is true last.
    Last,
    /// The one with the biggest amount, the first of several alike.
    Biggest,
    /// The one with the smallest amount.
    Smallest,
    /// All of them. The answer's citations are the list.
    List,
}

/// Which amounts the entries of a topic have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amounts {
    /// They have none.
    None,
    /// Each has one, and they can be added and compared.
    Each,
    /// Each adds or takes away, and what they come to together is a balance.
    Net,
}

impl Measure {
    /// Every measure, in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::HowMuch,
        Self::HowMany,
        Self::First,
        Self::Last,
        Self::Biggest,
        Self::Smallest,
        Self::List,
    ];

    /// Its key in the menu and in a question that is kept.
    pub fn key(self) -> &'static str {
        match self {
            Self::HowMuch => "how-much",
            Self::HowMany => "how-many",
            Self::First => "first",
            Self::Last => "last",
            Self::Biggest => "biggest",
            Self::Smallest => "smallest",
            Self::List => "list",
        }
    }

    /// Its words in the menu.
    pub fn words(self) -> &'static str {
        match self {
            Self::HowMuch => "How much",
            Self::HowMany => "How many",
            Self::First => "The first",
            Self::Last => "The last",
            Self::Biggest => "The biggest",
            Self::Smallest => "The smallest",
            Self::List => "List all",
        }
    }

    pub(crate) fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.key() == key)
    }

    /// Whether it makes sense for entries with these amounts. What adds and what takes away can be
    /// added up, but the biggest of both would be no answer to anything.
    pub(crate) fn fits(self, amounts: Amounts) -> bool {
        match self {
            Self::HowMany | Self::First | Self::Last | Self::List => true,
            Self::HowMuch => amounts != Amounts::None,
            Self::Biggest | Self::Smallest => amounts == Amounts::Each,
        }
    }

    /// Whether its answer is made of all the entries that were found.
    pub fn adds_up(self) -> bool {
        !self.is_of_one()
    }

    /// Whether its answer is one of the entries.
    pub(crate) fn is_of_one(self) -> bool {
        matches!(self, Self::First | Self::Last | Self::Biggest | Self::Smallest)
    }
}
