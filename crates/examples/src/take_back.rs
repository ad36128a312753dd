//! How an entry is taken back. No entry goes away: a new one says the opposite.

/// How the thing that an entry tells of is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeBack<C> {
    /// What it is, as it stands in “How do I take back a deposit?”.
    pub what: &'static str,
    /// The request for the opposite; none where no request says that.
    pub opposite: Option<Opposite<C>>,
}

/// A request for the opposite of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opposite<C> {
    /// What its button says: “Withdraw 50.00 from Everyday”.
    pub label: String,
    /// The request. The rules may refuse it, as any other.
    pub command: C,
}

impl<C> TakeBack<C> {
    /// Something that this request takes back.
    pub fn by(what: &'static str, label: String, command: C) -> Self {
        Self { what, opposite: Some(Opposite { label, command }) }
    }

    /// Something that no request takes back.
    pub fn never(what: &'static str) -> Self {
        Self { what, opposite: None }
    }

    /// The question that an opened entry offers.
    pub fn question(&self) -> String {
        format!("How do I take back {}?", self.what)
    }

    /// Its answer.
    pub fn answer(&self) -> &'static str {
        match self.opposite {
            Some(_) => "The entry stays. A new entry says the opposite.",
            None => "Nothing undoes this. There is no request for the opposite.",
        }
    }
}
