//! `given(facts).when(command).then(facts)`: a rule as one sentence.

use std::fmt::{Debug, Display};

use diary::{Decider, replay};

/// What has happened so far.
pub(crate) struct Given<D>(D);

/// What came of a command.
pub(crate) struct Outcome<D: Decider>(Result<Vec<D::Event>, D::Rejection>);

/// A rule that said no.
pub(crate) struct Refusal(String);

/// These facts have happened.
pub(crate) fn given<D: Decider>(facts: impl IntoIterator<Item = D::Event>) -> Given<D> {
    let facts: Vec<_> = facts.into_iter().collect();
    Given(replay(&facts))
}

impl<D: Decider> Given<D> {
    /// Somebody asks for something.
    pub(crate) fn when(self, command: D::Command) -> Outcome<D> {
        Outcome(self.0.decide(&command))
    }
}

impl<D> Outcome<D>
where
    D: Decider<Event: Debug + PartialEq, Rejection: Debug + Display + PartialEq>,
{
    /// Exactly these facts come of it.
    #[track_caller]
    pub(crate) fn then(self, facts: impl IntoIterator<Item = D::Event>) {
        assert_eq!(self.0, Ok(facts.into_iter().collect()));
    }

    /// Nothing comes of it but this refusal.
    #[track_caller]
    pub(crate) fn then_rejected(self, refusal: D::Rejection) -> Refusal {
        let words = refusal.to_string();
        assert_eq!(self.0, Err(refusal));
        Refusal(words)
    }
}

impl Refusal {
    /// The refusal as the reader sees it.
    #[track_caller]
    pub(crate) fn saying(self, sentence: &str) {
        assert_eq!(self.0, sentence);
    }
}
