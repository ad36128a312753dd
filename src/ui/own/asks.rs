//! An open diary whose kind doesn't matter: what a question of the reader's own needs of it.

use crate::ui::live::{memo, memo_owning};
use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    browser::clock::{self, Zone},
    ui::{
        components::{entry_links::LISTED, select::Offer},
        session_signals::SessionSignals,
    },
};
use diary::Checkpointed;
use examples::{
    Kind,
    calendar::Calendar,
    questions::{
        Answer, Finding, Value,
        own::{Gathered, Measure, Months, Queryable, Question, Span, Subjects},
    },
};

/// An open diary that can be asked, handed around by copy.
pub(super) type Open = StoredValue<Rc<dyn Asks>, LocalStorage>;

/// The menus of a question, beside the one for its time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Menu {
    /// What is asked for.
    Measure,
    /// The kind of entry.
    Topic,
    /// The account or item.
    Subject,
}

/// An answer with what can be shown beside it.
#[derive(Clone, PartialEq)]
pub(super) struct Answered {
    /// What both worlds say.
    pub(super) answer: Answer,
    /// Whether the entries themselves were asked for.
    pub(super) is_list: bool,
    /// Its entries month by month, where that says more than the answer.
    pub(super) months: Option<Months>,
}

/// Questions to an open diary. A question is its text, as it is kept; what a text that is none
/// leads to is none as well. Whatever is read here is tracked.
pub(super) trait Asks {
    /// The question that the menus begin with on a day.
    fn usual(&self, today: NaiveDate) -> String;
    /// From when to when a question asks.
    fn span(&self, question: &str) -> Span;
    /// One of the menus. It offers nothing where it makes no sense.
    fn offer(&self, question: &str, menu: Menu) -> Offer;
    /// A question with these choices in the menus, as far as they go together.
    fn question(&self, of: &str, measure: &str, topic: &str, subject: &str) -> String;
    /// The same question from when to when.
    fn during(&self, question: &str, span: Span) -> String;
    /// What the menu of subjects asks for: which account, which item.
    fn which(&self) -> &'static str;
    /// The question as a sentence, or why the text is none.
    fn words(&self, question: &str) -> Result<String, String>;
    /// Asks both worlds, where the reader stands.
    fn answer(&self, question: &str) -> Option<Answered>;
    /// The same, again whenever the diary grows or the reader travels; nothing without a question.
    fn answers(&self, question: Memo<Option<String>>) -> Memo<Option<Answered>>;
}

/// An open diary of one kind.
pub(super) struct Asker<D: Kind + Queryable<Subject: Send + Sync>> {
    signals: SessionSignals<D>,
    /// What it speaks of, and of which edition of it that was read. It changes when there is more.
    subjects: Memo<(usize, Checkpointed<Subjects<D>>)>,
}

impl<D: Kind + Queryable<Subject: Send + Sync>> Asker<D> {
    pub(super) fn of(signals: SessionSignals<D>) -> Self {
        let subjects = memo_owning(move |before: Option<(usize, Checkpointed<Subjects<D>>)>| {
            let edition = signals.reader.edition();
            let before = before.filter(|(of, _)| *of == edition).map(|(_, subjects)| subjects);
            let count = before.as_ref().map(|subjects| subjects.reading().count());
            let mut subjects = before.unwrap_or_default();
            signals.ask(|diary, _| subjects.read_to(diary.entries(), usize::MAX));
            let is_more = count != Some(subjects.reading().count());
            ((edition, subjects), is_more)
        });
        Self { signals, subjects }
    }
}

impl<D: Kind + Queryable<Subject: Send + Sync>> Asks for Asker<D> {
    fn usual(&self, today: NaiveDate) -> String {
        D::usual(today).text()
    }

    fn span(&self, question: &str) -> Span {
        Question::<D>::read(question).map_or(Span::Any, |question| question.span())
    }

    fn offer(&self, question: &str, menu: Menu) -> Offer {
        let Ok(question) = Question::<D>::read(question) else { return Offer::default() };
        let (choices, chosen) = match menu {
            Menu::Measure => (question.measures(), question.measure().key().to_owned()),
            Menu::Topic => (Question::<D>::topics(), question.topic_key().to_owned()),
            Menu::Subject => {
                let subjects =
                    |(_, known): &(_, Checkpointed<_>)| question.subjects(known.reading());
                (self.subjects.with(subjects), question.subject_key())
            }
        };
        Offer::of(choices, chosen)
    }

    fn question(&self, of: &str, measure: &str, topic: &str, subject: &str) -> String {
        let chosen = |question: Question<D>| {
            question.with_topic(topic).with_measure(measure).with_subject(subject).text()
        };
        Question::read(of).map_or_else(|_| of.to_owned(), chosen)
    }

    fn during(&self, question: &str, span: Span) -> String {
        let read = Question::<D>::read(question);
        read.map_or_else(|_| question.to_owned(), |question| question.with_span(span).text())
    }

    fn which(&self) -> &'static str {
        D::WHICH
    }

    fn words(&self, question: &str) -> Result<String, String> {
        let read = Question::<D>::read(question);
        read.map(|question| question.words()).map_err(|error| error.to_string())
    }

    fn answer(&self, question: &str) -> Option<Answered> {
        let question = Question::<D>::read(question).ok()?;
        let calendar = Calendar { today: self.signals.reader.clock.today(), zone: clock::ZONE };
        Some(told(self.signals, &question, &mut question.gathered(), &calendar))
    }

    fn answers(&self, question: Memo<Option<String>>) -> Memo<Option<Answered>> {
        let signals = self.signals;
        let today = signals.reader.today();
        // What was gathered for a question goes on with the diary, until either is another one.
        let kept = StoredValue::new_local(None::<Kept<D>>);
        // The same answer is shown once: moving the slider over entries that change nothing is quiet.
        memo(move |_| {
            let question = Question::<D>::read(&question.get()?).ok()?;
            let edition = signals.reader.edition();
            let mut gathered = kept
                .try_update_value(Option::take)?
                .filter(|kept| (kept.edition, &kept.question) == (edition, &question))
                .map_or_else(|| question.gathered(), |kept| kept.gathered);
            let calendar = Calendar { today: today.get(), zone: clock::ZONE };
            let answered = told(signals, &question, &mut gathered, &calendar);
            kept.set_value(Some(Kept { edition, question, gathered }));
            Some(answered)
        })
    }
}

/// What was gathered of one edition of a diary for one question.
struct Kept<D: Queryable> {
    edition: usize,
    question: Question<D>,
    gathered: Checkpointed<Gathered<D>>,
}

/// Asks both worlds from what was gathered, and from what has been written since.
fn told<D: Kind + Queryable>(
    signals: SessionSignals<D>,
    question: &Question<D>,
    gathered: &mut Checkpointed<Gathered<D>>,
    calendar: &Calendar<Zone>,
) -> Answered {
    let version = signals.reader.version();
    let chosen = signals.figure_of(signals.reader.figure.get());
    signals.ask(|diary, row| {
        gathered.read_to(diary.entries(), usize::MAX);
        let gathered = gathered.reading();
        let answer =
            question.told(gathered, (diary, version), (row, chosen.as_ref()), calendar, LISTED);
        let months = question.measure().adds_up().then(|| {
            let months = question.months(gathered, diary.until(version), &clock::ZONE);
            charted(&answer.diary, months)
        });
        let is_list = question.measure() == Measure::List;
        Answered { answer, is_list, months: months.flatten() }
    })
}

/// The months of an answer that adds up over several of them: what is counted in it is counted in
/// them.
fn charted(found: &Finding, mut months: Months) -> Option<Months> {
    if matches!(found.value, Value::Count(_)) {
        months.months.iter_mut().for_each(|month| month.sum = None);
    }
    months.months.iter_mut().for_each(|month| month.sum = month.sum.map(|sum| found.sign.of(sum)));
    Some(months).filter(|months| months.months.len() > 1)
}
