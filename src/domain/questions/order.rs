//! What can be asked of an order.

use super::{Answer, Citation, Finding, Value, Verdict, single};
use crate::{
    diary::{Diary, Entry, Snapshot, contributions, project, replay},
    domain::{
        Money,
        order::{Event, Item, Order, Status},
        readings::{Removal, WhatWasRemoved},
        shown,
    },
};

/// A question about the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// When was the payment received?
    WhenPaid,
    /// Was an item removed and re-added?
    RemovedAndReadded,
    /// What was in the order when it was paid?
    ItemsWhenPaid,
    /// What was removed and never came back?
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
            Self::PaymentToShipping => "How long from payment to shipping?",
        }
    }

    /// Asks both worlds.
    pub fn ask(self, diary: &Diary<Event>, row: &Snapshot<Order>) -> Vec<Answer> {
        let file = File { diary, row };
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
pub(super) const PAID_BEFORE: &str = "The row says that it was paid. Its time of last change is now that of the shipping, which took the \
     payment’s place.";
const NOTHING: Value = Value::Nothing("nothing");

/// Both memories of one order.
#[derive(Clone, Copy)]
struct File<'a> {
    diary: &'a Diary<Event>,
    row: &'a Snapshot<Order>,
}

impl<'a> File<'a> {
    fn when_paid(self) -> Vec<Answer> {
        let diary = match self.payment() {
            Some(paid) => Finding::of(Value::At(paid.at), "", vec![Citation::plain(paid.number)]),
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
            Verdict::or_else(known, PAID_BEFORE.into(), self.shipping().map(|entry| entry.number)),
        )
    }

    fn removed_and_readded(self) -> Vec<Answer> {
        let (back, gone): (Vec<_>, Vec<_>) =
            self.removals().into_iter().partition(|removal| removal.came_back.is_some());
        // In the diary's order: one item may have come back while another was still out.
        let part_of_it = |number: &usize| {
            let is_it = |at: (usize, _)| at.0 == *number;
            back.iter().any(|one| is_it(one.removed) || one.came_back.is_some_and(is_it))
        };
        let rests_on = (1..=self.diary.len()).filter(part_of_it).map(Citation::plain).collect();
        let gone = distinct(gone.iter().filter(|removal| !self.is_present(&removal.name)));
        let note = match (back.is_empty(), gone.is_empty()) {
            (_, true) => String::new(),
            (true, false) => format!("removed only: {}", gone.join(", ")),
            (false, false) => format!("{} was removed and not re-added", gone.join(", ")),
        };
        let diary = if back.is_empty() {
            Finding { page: self.diary.len(), ..Finding::of(Value::No, note, rests_on) }
        } else {
            Finding::of(Value::Names(distinct(back.iter())), note, rests_on)
        };
        let overwritten =
            back.first().and_then(|removal| removal.came_back).map(|(entry, _)| entry);
        single(diary, self.no_trace_of_removals(Value::No, overwritten))
    }

    fn never_came_back(self) -> Vec<Answer> {
        let removals = self.removals();
        let gone: Vec<_> = removals
            .iter()
            .filter(|removal| removal.came_back.is_none() && !self.is_present(&removal.name))
            .collect();
        let rests_on = gone.iter().map(|removal| Citation::plain(removal.removed.0)).collect();
        let diary = if gone.is_empty() {
            Finding::nothing(NOTHING, self.diary.len())
        } else {
            Finding::of(Value::Names(distinct(gone.iter().copied())), "", rests_on)
        };
        let overwritten = gone.first().map(|removal| removal.removed.0);
        single(diary, self.no_trace_of_removals(NOTHING, overwritten))
    }

    fn items_when_paid(self) -> Vec<Answer> {
        let diary = match self.payment() {
            None => Finding::nothing(NOT_PAID, self.diary.len()),
            Some(paid) => {
                let entries = self.diary.until(paid.number);
                let order: Order = replay(entries.iter().map(|entry| &entry.event));
                let rests_on = contributions(entries, |order: &Order| order.total().in_cents())
                    .into_iter()
                    .map(|part| Citation {
                        entry: part.entry,
                        change: Some(Money::cents(part.change)),
                    })
                    .collect();
                let note = format!("paid in entry {}", paid.number);
                Finding { page: paid.number, ..Finding::of(basket(&order), note, rests_on) }
            }
        };
        let row = self.row.today();
        let verdict = match row.status() {
            Status::Paid | Status::Shipped => Verdict::knows(
                basket(row),
                "what is paid for can’t change, so it is still the same",
            ),
            Status::NotCreated | Status::Filling => Verdict::knows(NOT_PAID, ""),
        };
        single(diary, verdict)
    }

    fn payment_to_shipping(self) -> Vec<Answer> {
        let diary = match (self.payment(), self.shipping()) {
            (Some(paid), Some(shipped)) => Finding::of(
                Value::Span(shipped.at - paid.at),
                "",
                vec![Citation::plain(paid.number), Citation::plain(shipped.number)],
            ),
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
        let why = "The row holds one time, that of its last change. For how long, it would need \
                   two, and the first was overwritten by the second."
            .into();
        single(diary, Verdict::or_else(known, why, self.shipping().map(|entry| entry.number)))
    }

    fn payment(self) -> Option<&'a Entry<Event>> {
        self.find(|event| matches!(event, Event::PaymentReceived { .. }))
    }

    fn shipping(self) -> Option<&'a Entry<Event>> {
        self.find(|event| matches!(event, Event::OrderShipped {}))
    }

    fn find(self, wanted: impl Fn(&Event) -> bool) -> Option<&'a Entry<Event>> {
        self.diary.entries().iter().find(|entry| wanted(&entry.event))
    }

    fn removals(self) -> Vec<Removal> {
        project::<WhatWasRemoved>(self.diary.entries()).removals().to_vec()
    }

    fn is_present(self, name: &str) -> bool {
        let order: Order = replay(self.diary.entries().iter().map(|entry| &entry.event));
        order.items().iter().any(|item| item.name == name)
    }

    fn no_trace_of_removals(self, none: Value, overwritten_by: Option<usize>) -> Verdict {
        let row = self.row.today();
        let nothing = self.row.updated_at().is_none();
        let known = nothing.then(|| Verdict::knows(none, "nothing has happened yet"));
        let why = format!("The row holds {}. What was taken out left no trace in it.", held(row));
        Verdict::or_else(known, why, overwritten_by)
    }
}

/// What is in it, in words.
pub(super) fn held(order: &Order) -> String {
    let items: Vec<_> = order.items().iter().map(Item::to_string).collect();
    if items.is_empty() { "no item".into() } else { items.join(", ") }
}

fn basket(order: &Order) -> Value {
    let items = order.items().iter().map(Item::to_string).collect();
    Value::Basket { items, total: order.total() }
}

fn distinct<'a>(removals: impl Iterator<Item = &'a Removal>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for removal in removals {
        let name = shown(&removal.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
