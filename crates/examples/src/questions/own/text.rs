//! A question as text, so that it can be kept: compact JSON in plain ASCII.
//!
//! ```text
//! ["biggest","withdrawals","everyday","2026-02"]
//! ```

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{Measure, Queryable, Question, Span};
use crate::shown;
use diary::ascii_json;

/// Its measure, its topic, its subject unless it is about any, and its span.
type Parts = (String, String, Option<String>, String);

/// Why a text is not a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionError {
    /// It is not a list of the four parts; the text says where it goes wrong.
    NotAQuestion(String),
    /// One of the parts is not one that this version knows.
    Unknown(String),
    /// The parts are known, but don't go together.
    NoSense {
        /// What is asked for.
        measure: &'static str,
        /// What it is asked of.
        topic: &'static str,
    },
}

impl fmt::Display for QuestionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAQuestion(why) => write!(f, "this is not a question ({why})"),
            Self::Unknown(part) => {
                write!(f, "“{}” is not a part of a question that this version knows", shown(part))
            }
            Self::NoSense { measure, topic } => {
                write!(f, "“{measure}” can’t be asked like this of “{topic}”")
            }
        }
    }
}

impl std::error::Error for QuestionError {}

impl<D: Queryable> Question<D> {
    /// The question as it is kept.
    pub fn text(&self) -> String {
        ascii_json(&self.parts())
    }

    /// Reads a question that was kept.
    ///
    /// # Errors
    /// Why the text is none, in words.
    pub fn read(text: &str) -> Result<Self, QuestionError> {
        let parts = serde_json::from_str(text);
        Self::of(parts.map_err(|error| QuestionError::NotAQuestion(error.to_string()))?)
    }

    fn parts(&self) -> Parts {
        let subject = self.subject.as_ref().map(D::key_of);
        (self.measure.key().into(), self.topic_key().into(), subject, self.span.text())
    }

    fn of((measure, topic, subject, span): Parts) -> Result<Self, QuestionError> {
        let measure = Measure::of(&measure).ok_or(QuestionError::Unknown(measure))?;
        let topic = Self::topic_of(&topic).ok_or(QuestionError::Unknown(topic))?;
        let subject = subject.map(|key| D::subject_of(&key).ok_or(QuestionError::Unknown(key)));
        let subject = subject.transpose()?;
        let span = Span::read(&span).ok_or(QuestionError::Unknown(span))?;
        let question = Self::new(measure, topic, subject.clone(), span);
        if question.measure == measure && question.subject == subject {
            return Ok(question);
        }
        let (measure, topic) = (measure.words(), D::words_of(topic).menu);
        Err(QuestionError::NoSense { measure, topic })
    }
}

impl<D: Queryable> Serialize for Question<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.parts().serialize(serializer)
    }
}

impl<'de, D: Queryable> Deserialize<'de> for Question<D> {
    fn deserialize<R: Deserializer<'de>>(reader: R) -> Result<Self, R::Error> {
        Self::of(Parts::deserialize(reader)?).map_err(R::Error::custom)
    }
}
