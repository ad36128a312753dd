//! What a store answers.

use super::StoreError;

/// What a store answers: what was asked for, or why not.
///
/// It is a type of its own, and not a `Result`, because `ok()`, `unwrap_or_default()` and `let _ =`
/// have each thrown an answer away once, and a reader then saw an empty list in the place of an
/// error. Outside of this module only a `match` gets at what is inside.
#[must_use = "what a store could not do has to be told"]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// It was done, and this is what came of it.
    Done(T),
    /// Why it could not be done.
    Failed(StoreError),
}

impl<T> Outcome<T> {
    /// The same with something made of the answer.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Done(answer) => Outcome::Done(make(answer)),
            Self::Failed(error) => Outcome::Failed(error),
        }
    }

    /// For `?`, where a failure is handed on to a caller that gets an [`Outcome`] again.
    pub(super) fn into_result(self) -> Result<T, StoreError> {
        match self {
            Self::Done(answer) => Ok(answer),
            Self::Failed(error) => Err(error),
        }
    }
}

impl<T> From<Result<T, StoreError>> for Outcome<T> {
    fn from(result: Result<T, StoreError>) -> Self {
        match result {
            Ok(answer) => Self::Done(answer),
            Err(error) => Self::Failed(error),
        }
    }
}
