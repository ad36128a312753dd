//! What a learner commits to: a guess for each field of a question, by the field's name.

use serde::{Deserialize, Serialize};

use super::{chapter::Question, guess::Guess};

/// A field of a question as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The name of the field.
    pub field: String,
    /// What was guessed.
    pub guess: Guess,
}

/// A guess that a learner has committed to. Whether it was right is a part of the fact: a chapter
/// may be written anew, and what was right on that day stays right on that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prediction {
    /// The name of the field.
    pub field: String,
    /// What was guessed.
    pub guess: Guess,
    /// Whether it was right.
    pub right: bool,
}

impl Question {
    /// What these guesses are as a commitment; `None` unless they fill in the question: one for
    /// each field, of its kind.
    pub fn predictions(&self, filled: Vec<Filled>) -> Option<Vec<Prediction>> {
        let fields = self.fields;
        let is_filled = |name: &str| filled.iter().any(|it| it.field == name);
        if filled.len() != fields.len() || !fields.iter().all(|field| is_filled(field.name)) {
            return None;
        }
        let predict = |Filled { field: name, guess }| {
            let field = self.field(&name).filter(|field| field.kind.accepts(&guess))?;
            let right = field.kind.judge(&guess).right;
            Some(Prediction { field: name, guess, right })
        };
        filled.into_iter().map(predict).collect()
    }
}
