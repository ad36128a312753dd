//! What can be asked of an order.

mod cards;
mod gathered;

pub use gathered::Gathered;

use chrono::{DateTime, Utc};

use super::{
    Event, Order, Status,
    reports::{Removal, WhatWasRemoved},
};
use crate::{
    names::named,
    questions::{Answer, Case, Citation, Finding, Step, Value, Verdict, What, single},
};
use diary::{Checkpointed, Diary, Entry, Snapshot, When};

/// A question about the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// When was the payment received?
    WhenPaid,
    /// Was an item removed and re-added? Where only some of what was taken out came back, it is told how
    /// many.
    RemovedAndReadded,
    /// What was in the order when it was paid?
    ItemsWhenPaid,
    /// What was removed and never came back? Where some of an item came back and some did not, it is told
    /// how many of how many.
    NeverCameBack,
    /// How long did it take from payment to shipping?
    PaymentToShipping,
}

impl Question {
    /// Every question, the most telling first.
    pub const ALL: [Self; 5] = [
        Self::WhenPaid,
        Self::RemovedAndReadded,
        Self::ItemsWhenPaid,
        Self::NeverCameBack,
        Self::PaymentToShipping,
    ];

    /// The question as a person asks it.
    pub fn words(self) -> &'static str {
        match self {
            Self::WhenPaid => "When was the payment received?",
            Self::RemovedAndReadded => "Was an item removed and re-added?",
            Self::ItemsWhenPaid => "What was in the order when it was paid?",
            Self::NeverCameBack => "What was removed and never came back?",
            Self::PaymentToShipping => "How long did it take from payment to shipping?",
        }
    }

    /// Asks both worlds.
    pub fn ask(self, diary: &Diary<Event>, row: &Snapshot<Order>) -> Vec<Answer> {
        let mut gathered = Checkpointed::default();
        gathered.read_to(diary.entries(), usize::MAX);
        self.told(gathered.reading(), diary, row, usize::MAX)
    }

    /// The same from what has been gathered of this diary, with at most the first `most` of the
    /// entries that an answer rests on.
    pub fn told(
        self,
        gathered: &Gathered,
        diary: &Diary<Event>,
        row: &Snapshot<Order>,
        most: usize,
    ) -> Vec<Answer> {
        let file = File { diary, row, gathered, most };
        match self {
            Self::WhenPaid => file.when_paid(),
            Self::RemovedAndReadded => file.removed_and_readded(),
            Self::ItemsWhenPaid => file.items_when_paid(),
            Self::NeverCameBack => file.never_came_back(),
            Self::PaymentToShipping => file.payment_to_shipping(),
        }
    }
}

const NOT_PAID: Value = Value::Nothing("not paid yet");
const NOT_SHIPPED: Value = Value::Nothing("not shipped yet");
pub(super) const PAID_BEFORE: &str = "The snapshot says that it was paid. But it keeps only the \
                                      time of its last change: the time of shipping overwrote \
                                      the time of payment.";
const NOTHING: Value = Value::Nothing("nothing");

/// Both memories of one order.
#[derive(Clone, Copy)]
struct File<'a> {
    diary: &'a Diary<Event>,
    row: &'a Snapshot<Order>,
    gathered: &'a Gathered,
    /// How many entries are listed at most.
    most: usize,
}

impl File<'_> {
    fn when_paid(self) -> Vec<Answer> {
        let diary = match self.gathered.paid() {
            Some((entry, at)) => self.paid_at(entry, at),
            None => Finding::nothing(NOT_PAID, self.diary.len()),
        };
        let known = match (self.row.today().status(), self.row.updated_at()) {
            // Nothing may change between payment and shipping, so the last change was the payment.
            (Status::Paid, Some(at)) => {
                Some(Verdict::knows(Value::At(at), "the payment was the last change"))
            }
            (Status::Shipped, _) => None,
            _ => Some(Verdict::knows(NOT_PAID, "")),
        };
        single(
            diary,
            Verdict::or_else(known, PAID_BEFORE.into(), self.gathered.shipped().map(|it| it.0)),
        )
    }

    fn removed_and_readded(self) -> Vec<Answer> {
        let removals = self.gathered.removals();
        let (back, entries) = (removals.back(), removals.back_entries());
        let has_back = !entries.is_empty();
        let (once, again) = (gone_names(removals, false), gone_names(removals, true));
        let once = if has_back {
            once.map(|gone| format!("{gone}: removed and not added again"))
        } else {
            once.map(|gone| format!("removed only: {gone}"))
        };
        let again =
            again.map(|gone| format!("{gone}: removed again later, and not added again since"));
        let note = once.into_iter().chain(again).collect::<Vec<_>>().join("; ");
        let version = entries.last().copied().unwrap_or(self.diary.len());
        let value = if has_back { Value::Yes } else { Value::No };
        let first = entries.iter().copied().take(self.most);
        let only = back.clone().next().filter(|_| back.len() == 1);
        let only = only.and_then(|removal| removal.came_back.first()).map(|(entry, ..)| *entry);
        let count = back.len();
        let cases = back.take(self.most).map(|removal| self.case(removal));
        let diary = Finding::on_all(value, first, entries.len(), version).noted(note);
        single(diary.listing(cases, count), self.no_trace_of_removals(Value::No, only))
    }

    /// The moment of the payment; where it has a day of its own, that day, and both.
    fn paid_at(self, entry: usize, at: DateTime<Utc>) -> Finding {
        let when = self.when(entry, at);
        let step = Step { how: "", some: None, entry, when };
        let both = Case { what: What::Named("payment".into()), steps: vec![step] };
        match when.true_on {
            None => Finding::on(Value::At(at), Citation::plain(entry)),
            Some(day) => Finding::on(Value::On(day), Citation::plain(entry))
                .listing(std::iter::once(both), 1),
        }
    }

    fn when(self, entry: usize, at: DateTime<Utc>) -> When {
        self.diary.entry(entry).map_or(When::from(at), Entry::when)
    }

    /// A thing that was taken out, with what became of it.
    fn case(self, removal: &Removal) -> Case {
        let step = |how, some, (entry, at)| Step { how, some, entry, when: self.when(entry, at) };
        let removed = step("removed", None, removal.removed);
        let came_back = removal.came_back.iter().map(|(entry, at, back)| {
            let some = Some(*back).filter(|back| *back != removal.quantity);
            step("added again", some, (*entry, *at))
        });
        let steps = std::iter::once(removed).chain(came_back).collect();
        Case { what: What::Named(removal.words()), steps }
    }

    fn never_came_back(self) -> Vec<Answer> {
        let removals = self.gathered.removals();
        let removed = |removal: &Removal| removal.removed.0;
        let gone = || removals.gone().map(removed);
        let diary = match removals.last_gone() {
            None => Finding::nothing(NOTHING, self.diary.len()),
            Some(last) => {
                let names = removals.gone_items().map(|(gone, _)| gone);
                let value = Value::Names(named(names, removals.gone_items().len()));
                let cases = removals.gone().take(self.most).map(|gone| self.case(gone));
                let found = gone().take(self.most);
                let finding = Finding::on_all(value, found, gone().len(), removed(last));
                let again = gone_names(removals, true);
                let note =
                    again.map(|gone| format!("{gone}: came back before, and was removed again"));
                finding.noted(note.unwrap_or_default()).listing(cases, gone().len())
            }
        };
        let only = gone().next().filter(|_| gone().len() == 1);
        single(diary, self.no_trace_of_removals(NOTHING, only))
    }

    fn items_when_paid(self) -> Vec<Answer> {
        let diary = match self.gathered.when_paid() {
            None => Finding::nothing(NOT_PAID, self.diary.len()),
            Some((version, order, totals)) => {
                let (count, moves) = totals.moves(version, self.most);
                let moves = moves.into_iter();
                Finding::sum(basket(order), order.total(), moves, count, version)
                    .noted(format!("paid in entry {version}"))
            }
        };
        let row = self.row.today();
        let verdict = match row.status() {
            Status::Paid | Status::Shipped => {
                Verdict::knows(basket(row), "a paid order can’t change, so it is still the same")
            }
            Status::NotCreated | Status::Filling => Verdict::knows(NOT_PAID, ""),
        };
        single(diary, verdict)
    }

    fn payment_to_shipping(self) -> Vec<Answer> {
        let (paid, shipped) = (self.gathered.paid(), self.gathered.shipped());
        let diary = match (paid, shipped) {
            (Some((paid, from)), Some((shipped, until))) => {
                let entries = [paid, shipped].into_iter();
                let has_own_day = [(paid, from), (shipped, until)]
                    .iter()
                    .any(|(entry, at)| self.when(*entry, *at).true_on.is_some());
                let note = if has_own_day { "by the times at which they were written" } else { "" };
                Finding::on_all(Value::Span(until - from), entries, 2, shipped).noted(note)
            }
            (paid, _) => {
                let value = if paid.is_some() { NOT_SHIPPED } else { NOT_PAID };
                Finding::nothing(value, self.diary.len())
            }
        };
        let known = match self.row.today().status() {
            Status::Shipped => None,
            Status::Paid => Some(Verdict::knows(NOT_SHIPPED, "")),
            Status::NotCreated | Status::Filling => Some(Verdict::knows(NOT_PAID, "")),
        };
        let why = "The snapshot holds one time, that of its last change. To tell how long it \
                   took, it would need two times, and the second one overwrote the first."
            .into();
        single(diary, Verdict::or_else(known, why, shipped.map(|(entry, _)| entry)))
    }

    fn no_trace_of_removals(self, none: Value, overwritten_by: Option<usize>) -> Verdict {
        let row = self.row.today();
        let nothing = self.row.updated_at().is_none();
        let known = nothing.then(|| Verdict::knows(none, "nothing has happened yet"));
        let why =
            format!("The snapshot holds {}. What was taken out left no trace in it.", held(row));
        Verdict::or_else(known, why, overwritten_by)
    }
}

/// What is in it, in words.
pub(super) fn held(order: &Order) -> String {
    let contents = order.contents();
    if contents.is_empty() { "no item".into() } else { contents.join(", ") }
}

fn basket(order: &Order) -> Value {
    Value::Basket { items: order.contents(), total: order.total() }
}

/// What has not come back: what never did, or what did and was removed again after that.
fn gone_names(removals: &WhatWasRemoved, again: bool) -> Option<String> {
    let names = || removals.gone_items().filter(|(_, it)| *it == again).map(|(gone, _)| gone);
    let names = named(names(), names().count()).join(", ");
    Some(names).filter(|names| !names.is_empty())
}
