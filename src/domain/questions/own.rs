//! Questions of the reader's own: a sentence made of menus, which both worlds answer.
//!
//! A question is data. It can be kept as text, it says itself as a sentence, and it is answered
//! again whenever the diary has grown or the reader stands somewhere else.

mod bank;
mod collected;
mod gathered;
mod menu;
mod months;
mod order;
mod row;
mod span;
mod subjects;
mod tally;
mod text;

use std::fmt::Debug;

use chrono::{NaiveDate, TimeZone};

use super::{Answer, Finding, Value, Verdict};
use crate::{
    diary::{Bookmarked, Diary, Entry, Snapshot},
    domain::{
        Money, Told,
        calendar::{day_words, local_time, moment_words},
    },
};

pub use bank::Topic as BankTopic;
pub(super) use collected::Collected;
pub use gathered::Gathered;
pub use menu::{Choice, Measure};
pub use months::{MonthTotal, Months};
pub use order::Topic as OrderTopic;
pub use span::Span;
pub use subjects::Subjects;
pub use text::QuestionError;

use row::{Memory, Query};

/// A question that somebody put together from menus.
///
/// It always makes sense: what can't be asked of a topic is not in it, see [`Question::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct Question<D: Asked> {
    measure: Measure,
    topic: D::Topic,
    subject: Option<D::Subject>,
    span: Span,
}

/// A thing of which questions can be put together.
pub trait Asked: Told {
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

    /// How many things an event is about, where the number of events is easily taken for that of the
    /// things.
    fn things(_event: &Self::Event) -> Option<u32> {
        None
    }

    /// What to say beside so many events about so many things, where these aren't as many.
    fn things_words(_things: u64) -> String {
        String::new()
    }

    /// What the row remembers of a topic. It is computed from the row alone.
    fn memory(row: &Snapshot<Self>, topic: Self::Topic, subject: Option<&Self::Subject>) -> Memory;
}

/// How a topic is spoken of.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Its key in the menu and in a question that is kept.
    key: &'static str,
    /// Its words in the menu: “items added”.
    menu: &'static str,
    /// One and several of any subject: “item added”, “items added”.
    any: [&'static str; 2],
    /// One and several, before a subject or a number: “addition”, “additions”.
    noun: [&'static str; 2],
    /// What leads to the subject: “of”. None when its entries have no subject.
    about: Option<&'static str>,
    /// Which amounts its entries have.
    amounts: Amounts,
}

impl Words {
    /// A topic that is called the same everywhere.
    fn of(
        key: &'static str,
        noun: [&'static str; 2],
        about: Option<&'static str>,
        amounts: Amounts,
    ) -> Self {
        Self { key, menu: noun[1], any: noun, noun, about, amounts }
    }
}

/// Which amounts the entries of a topic have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Amounts {
    /// They have none.
    None,
    /// Each has one, and they can be added and compared.
    Each,
    /// Each adds or takes away, and what they come to together is a balance.
    Net,
}

impl<D: Asked> Question<D> {
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

    /// Asks both worlds, standing where `page` entries had been written. `row` is today's row,
    /// wherever the reader stands: a snapshot has no other.
    pub fn answer(
        &self,
        diary: &Diary<D::Event>,
        page: usize,
        row: &Snapshot<D>,
        zone: &impl TimeZone,
    ) -> Answer {
        let mut gathered = self.gathered();
        gathered.read_to(diary.entries(), usize::MAX);
        self.told(gathered.reading(), (diary, page), row, zone, usize::MAX)
    }

    /// What this question is to be answered from, before anything has been read. From when to when
    /// the question asks makes no difference to it.
    pub fn gathered(&self) -> Bookmarked<Gathered<D>> {
        Bookmarked::of(Gathered::about(self.topic, self.subject.clone()))
    }

    /// The same as [`answer`](Self::answer) from what has been gathered of this diary, with at most
    /// the first `most` of the entries that the answer rests on.
    pub fn told(
        &self,
        gathered: &Gathered<D>,
        (diary, page): (&Diary<D::Event>, usize),
        row: &Snapshot<D>,
        zone: &impl TimeZone,
        most: usize,
    ) -> Answer {
        let finding = self.finding(gathered, diary.until(page), zone, most);
        let query = Query {
            measure: self.measure,
            amounts: D::words_of(self.topic).amounts,
            span: self.span,
            period: self.span.period(zone),
            is_now: page >= diary.len(),
        };
        let memory = D::memory(row, self.topic, self.subject());
        let snapshot = match memory.tell(&query, row.updated_at()) {
            Ok((value, note)) => Verdict::knows(value, note),
            Err(why) => {
                let lost = finding.rests_on.first().map(|first| first.entry);
                let lost = if query.is_now { lost } else { Some(page) };
                let overwritten_by = lost.and_then(|entry| gathered.next_about(entry));
                Verdict::CannotKnow { why, overwritten_by }
            }
        };
        Answer { label: "", diary: finding, snapshot }
    }

    /// What the diary says when these were all its entries.
    fn finding(
        &self,
        gathered: &Gathered<D>,
        entries: &[Entry<D::Event>],
        zone: &impl TimeZone,
        most: usize,
    ) -> Finding {
        let pages = self.span.pages(entries, zone);
        let end = pages.end;
        let amounts = D::words_of(self.topic).amounts;
        let found = gathered.found().stretch(pages);
        let mut finding = tally::finding(self.measure, amounts, &found, end, most);
        if found.is_empty()
            && self.span.period(zone).is_some()
            && let ([first, ..], [.., last]) = (entries, entries)
        {
            let day = |entry: &Entry<D::Event>| day_words(local_time(entry.at, zone).date());
            finding.note = format!("The diary goes from {} to {} so far.", day(first), day(last));
        } else if self.measure == Measure::HowMany {
            let (events, things) = found.things();
            if things != events {
                finding.note = D::things_words(things);
            }
        }
        if let [one] = finding.rests_on.as_slice()
            && self.measure.is_of_one()
            && let Some(entry) = one.entry.checked_sub(1).and_then(|at| entries.get(at))
        {
            // An answer that is an amount doesn't say when it was.
            let when = match finding.value {
                Value::Money(_) => format!(", {}", moment_words(entry.at, zone)),
                _ => String::new(),
            };
            finding.note = D::line(&entry.event) + &when + &finding.note;
        }
        finding
    }
}
