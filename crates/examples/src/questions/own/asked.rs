//! A question as data, the thing of which it is asked, and how that thing's entries are spoken of.

use std::fmt::Debug;

use chrono::NaiveDate;

use super::{Amounts, Measure, Span, row::RowKnowledge};
use crate::{Describe, Money, questions::Sign};
use diary::Snapshot;

/// A question that somebody put together from menus.
///
/// It always makes sense: what can't be asked of a topic is not in it, see [`Question::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct Question<D: Queryable> {
    pub(crate) measure: Measure,
    pub(crate) topic: D::Topic,
    pub(crate) subject: Option<D::Subject>,
    pub(crate) span: Span,
}

impl<D: Queryable> Question<D> {
    /// A question that makes sense. A measure that the topic doesn't offer becomes *how many*, a
    /// subject that its entries don't have becomes any, and two days are put in their order.
    pub fn new(measure: Measure, topic: D::Topic, subject: Option<D::Subject>, span: Span) -> Self {
        let words = D::words_of(topic);
        let measure = if measure.fits(words.amounts) { measure } else { Measure::HowMany };
        let subject = subject.filter(|_| words.about.is_some());
        Self { measure, topic, subject, span: span.in_order() }
    }

    /// What is asked for.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The entries that are asked about.
    pub fn topic(&self) -> D::Topic {
        self.topic
    }

    /// The account or item that it is asked of; `None` for any.
    pub fn subject(&self) -> Option<&D::Subject> {
        self.subject.as_ref()
    }

    /// From when to when.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// A thing of which questions can be put together.
pub trait Queryable: Describe {
    /// A kind of entry, or all of them: the withdrawals.
    type Topic: Copy + PartialEq + Debug + 'static;

    /// What an entry may be about: an account, an item.
    type Subject: Clone + Ord + Debug + 'static;

    /// Every topic, in the order of the menu.
    const TOPICS: &'static [Self::Topic];

    /// The topic that has every event in it.
    const EVERYTHING: Self::Topic;

    /// Every subject in one: “any account”.
    const ANY: &'static str;

    /// What the menu of subjects is called: “which account”.
    const WHICH: &'static str;

    /// What is said of an entry that a later one made good.
    const MADE_GOOD: &'static str = "Made good";

    /// The question that the menus begin with on the day `today`.
    fn usual(today: NaiveDate) -> Question<Self>;

    /// How a topic is spoken of.
    fn words_of(topic: Self::Topic) -> Words;

    /// What can be asked about in any diary.
    const SUBJECTS: &'static [Self::Subject];

    /// What an event is about. What no event before was about becomes known by it.
    fn about(event: &Self::Event) -> impl Iterator<Item = &Self::Subject>;

    /// The key of a subject in the menu and in a question that is kept; never empty.
    fn key_of(subject: &Self::Subject) -> String;

    /// The subject with this key.
    fn subject_of(key: &str) -> Option<Self::Subject>;

    /// A subject as it stands in a sentence.
    fn name_of(subject: &Self::Subject) -> String;

    /// The amount of an event, if it belongs to the topic and is about the subject. An event of a
    /// topic without amounts has [`Money::ZERO`].
    fn meets(
        event: &Self::Event,
        topic: Self::Topic,
        subject: Option<&Self::Subject>,
    ) -> Option<Money>;

    /// How many things an event of the topic is about, where the number of events is easily taken for
    /// that of the things. `before` is where things stood before it.
    fn things(_before: &Self, _event: &Self::Event, _topic: Self::Topic) -> Option<u32> {
        None
    }

    /// What to say beside so many events about so many things, where these aren't as many.
    fn things_words(_topic: Self::Topic, _things: u64) -> String {
        String::new()
    }

    /// What the row remembers of a topic. It is computed from the cells on the screen alone; which these
    /// are depends on the figure that is chosen there.
    fn memory(
        row: &Snapshot<Self>,
        topic: Self::Topic,
        subject: Option<&Self::Subject>,
        chosen: Option<&Self::Figure>,
    ) -> RowKnowledge;
}

/// How a topic is spoken of.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Its key in the menu and in a question that is kept.
    pub(crate) key: &'static str,
    /// Its words in the menu: “items added”.
    pub(crate) menu: &'static str,
    /// One and several of any subject: “item added”, “items added”.
    pub(crate) any: [&'static str; 2],
    /// One and several, before a subject or a number: “addition”, “additions”.
    pub(crate) noun: [&'static str; 2],
    /// What leads to the subject: “of”. None when its entries have no subject.
    pub(crate) about: Option<&'static str>,
    /// Which amounts its entries have.
    pub(crate) amounts: Amounts,
    /// What these did.
    pub(crate) sign: Sign,
}

impl Words {
    /// A topic that is called the same everywhere.
    pub(crate) fn of(
        key: &'static str,
        noun: [&'static str; 2],
        about: Option<&'static str>,
        amounts: Amounts,
    ) -> Self {
        let sign = Sign::Added;
        Self { key, menu: noun[1], any: noun, noun, about, amounts, sign }
    }
}
