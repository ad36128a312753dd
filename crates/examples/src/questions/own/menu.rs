//! The menus of a question, and the question as a sentence.

use super::{Measure, Queryable, Question, Span, Subjects};
use crate::Choice;

impl<D: Queryable> Question<D> {
    /// The measures that make sense for its topic.
    pub fn measures(&self) -> Vec<Choice> {
        let amounts = D::words_of(self.topic).amounts;
        let fitting = Measure::ALL.into_iter().filter(|measure| measure.fits(amounts));
        fitting.map(|measure| choice(measure.key(), measure.words())).collect()
    }

    /// Every topic.
    pub fn topics() -> Vec<Choice> {
        let words = D::TOPICS.iter().map(|topic| D::words_of(*topic));
        words.map(|words| choice(words.key, words.menu)).collect()
    }

    /// Any, and each account or item that a diary speaks of, or the question itself. None at all when
    /// the topic has no such thing.
    pub fn subjects(&self, known: &Subjects<D>) -> Vec<Choice> {
        if D::words_of(self.topic).about.is_none() {
            return Vec::new();
        }
        let offered = known.offered();
        let own = self.subject.iter().filter(|own| !offered.contains(own));
        let any = std::iter::once(choice("", D::ANY));
        // An account may be spelled otherwise in a kept question, and is one choice all the same.
        let spelled = |it| self.subject.as_ref().filter(|own| *own == it).unwrap_or(it);
        let all = offered.iter().chain(own).map(spelled);
        any.chain(all.map(|it| choice(&D::key_of(it), &D::name_of(it)))).collect()
    }

    /// The key of its topic in the menu.
    pub fn topic_key(&self) -> &'static str {
        D::words_of(self.topic).key
    }

    /// The key of its account or item in the menu; empty for any.
    pub fn subject_key(&self) -> String {
        self.subject.as_ref().map(D::key_of).unwrap_or_default()
    }

    /// The same question with another measure. A key that no choice has changes nothing.
    #[must_use]
    pub fn with_measure(self, key: &str) -> Self {
        Self::new(Measure::of(key).unwrap_or(self.measure), self.topic, self.subject, self.span)
    }

    /// The same question about other entries, as far as it makes sense for them.
    #[must_use]
    pub fn with_topic(self, key: &str) -> Self {
        let topic = Self::topic_of(key).unwrap_or(self.topic);
        Self::new(self.measure, topic, self.subject, self.span)
    }

    /// The same question about another account or item; about any with an empty key.
    #[must_use]
    pub fn with_subject(self, key: &str) -> Self {
        let subject = if key.is_empty() { None } else { D::subject_of(key).or(self.subject) };
        Self::new(self.measure, self.topic, subject, self.span)
    }

    /// The same question from when to when.
    #[must_use]
    pub fn with_span(self, span: Span) -> Self {
        Self::new(self.measure, self.topic, self.subject, span)
    }

    /// The question as a sentence.
    pub fn words(&self) -> String {
        let words = D::words_of(self.topic);
        let subject = self.subject.as_ref().map(D::name_of);
        let named = |noun: &str, any: &str| match (&subject, words.about) {
            (Some(subject), Some(about)) => format!("{noun} {about} {subject}"),
            _ => any.to_owned(),
        };
        let ([noun, nouns], [any, all]) = (words.noun, words.any);
        let span = self.span.words();
        let space = if span.is_empty() { "" } else { " " };
        let measure = self.measure.words();
        match self.measure {
            Measure::HowMuch => {
                format!("{measure} did the {} come to{space}{span}?", named(nouns, all))
            }
            Measure::HowMany => {
                format!("{measure} {} were there{space}{span}?", named(nouns, nouns))
            }
            Measure::List => format!("{measure} {}{space}{span}", named(nouns, all)),
            _ => format!("{measure} {}{space}{span}", named(noun, any)),
        }
    }

    pub(super) fn topic_of(key: &str) -> Option<D::Topic> {
        D::TOPICS.iter().copied().find(|topic| D::words_of(*topic).key == key)
    }
}

fn choice(key: &str, words: &str) -> Choice {
    Choice { key: key.to_owned(), words: words.to_owned() }
}
