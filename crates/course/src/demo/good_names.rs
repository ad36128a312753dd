//! Good names: what would have been written, and whether anybody could tell two days apart by it.
//!
//! Each card is tried on two days that differ in the answer to its question. If the page would look
//! the same after both, then nobody who has only the page can ever answer.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    ana,
    trial::{Action, Demo, Experiment, Fact, Look, Note, Side},
};
use crate::stories::calendar;
use diary::{Decider, Diary, Snapshot};
use examples::{
    Describe, Money,
    bank::{self, Account::Everyday, Bank},
    calendar::Month,
    order::{self, Order},
    questions::Answer,
};

/// A kind of line that a program might write.
pub struct Card {
    /// Its name, as a programmer would write it.
    pub name: &'static str,
    /// What such a line says, or leaves out.
    pub why: &'static str,
    tried_on: Days,
}

/// On which two days a card is tried, and what it would have written of a happening.
enum Days {
    /// 5.00 come in: as a deposit, or as a fee that is given back. How many deposits were there?
    MoneyIn(fn(&Happening<Bank>) -> Option<String>),
    /// Somebody presses *Receive payment* and *Ship*: with the right amount, or with a wrong one.
    Paying(fn(&Happening<Order>) -> Option<String>),
    /// A mug is taken out, and then: the mug is put back, or a cup of the same price is put in.
    PuttingBack(fn(&Happening<Order>) -> Option<String>),
}

/// A command, and what came of it.
struct Happening<D: Decider> {
    at: DateTime<Utc>,
    command: D::Command,
    /// Where things stood before it.
    before: D,
    /// The facts; none when it was refused.
    facts: Vec<D::Event>,
    /// Where things stood after it.
    after: D,
}

/// The cards, good ones and bad ones mixed.
pub fn cards() -> [Card; 8] {
    use Days::{MoneyIn, Paying, PuttingBack};
    [
        Card {
            name: "AccountUpdated",
            why: "It says that something is different now. It does not say what happened, and why.",
            tried_on: MoneyIn(|it| {
                written(it).then(|| format!("balance {}", ana::in_everyday(&it.after)))
            }),
        },
        Card {
            name: "PaymentReceived",
            why: "It says what happened, and it is only written when it did happen.",
            tried_on: Paying(|it| {
                it.fact(|fact| matches!(fact, order::Event::PaymentReceived { .. }))
            }),
        },
        Card {
            name: "ButtonClicked",
            why: "It says what a finger did. It does not say whether anything came of it.",
            tried_on: Paying(|it| Some(format!("button “{}”", button(&it.command)))),
        },
        Card {
            name: "BalanceChanged",
            why: "It says how much, but not why: a deposit and a refund look the same.",
            tried_on: MoneyIn(|it| {
                let change =
                    ana::difference(ana::in_everyday(&it.after), ana::in_everyday(&it.before));
                (change != Money::ZERO).then(|| format!("by {change}"))
            }),
        },
        Card {
            name: "Deposited",
            why: "It says what happened, in the bank’s own word for it.",
            tried_on: MoneyIn(|it| it.fact(|fact| matches!(fact, bank::Event::Deposited { .. }))),
        },
        Card {
            name: "PleaseShip",
            why: "It is a request. A request may be refused, and this one was refused on one of the \
                  days.",
            tried_on: Paying(|it| {
                matches!(it.command, order::Command::Ship).then(|| "please".into())
            }),
        },
        Card {
            name: "OrderUpdated",
            why: "It says what the order comes to. It does not say what was taken out and what was \
                  put in.",
            tried_on: PuttingBack(|it| written(it).then(|| format!("total {}", it.after.total()))),
        },
        Card {
            name: "ItemAdded",
            why: "It says which thing was put in, so you can see whether it was there before.",
            tried_on: PuttingBack(|it| {
                it.fact(|fact| matches!(fact, order::Event::ItemAdded { .. }))
            }),
        },
    ]
}

impl Card {
    /// The question that it is tried on.
    pub fn question(&self) -> &'static str {
        match self.tried_on {
            Days::MoneyIn(_) => "How many deposits were there?",
            Days::Paying(_) => "When was the payment received?",
            Days::PuttingBack(_) => "Was an item removed and put back?",
        }
    }

    /// The true answers for the two days, from diaries that leave nothing out.
    pub fn answers(&self) -> [String; 2] {
        match self.tried_on {
            Days::MoneyIn(_) => money_in().map(|day| {
                let question = bank::questions::Question::DepositsIn { month: MARCH };
                words(question.ask(&Everyday, &diary_of(&day), &Snapshot::default(), &calendar()))
            }),
            Days::Paying(_) => paying().map(|day| ask(order::questions::Question::WhenPaid, &day)),
            Days::PuttingBack(_) => {
                putting_back().map(|day| ask(order::questions::Question::RemovedAndReadded, &day))
            }
        }
    }

    /// The pages that lines of this kind would have left, one for each day.
    pub fn versions(&self) -> [Vec<Note>; 2] {
        match self.tried_on {
            Days::MoneyIn(write) => money_in().map(|day| version(self.name, &day, write)),
            Days::Paying(write) => paying().map(|day| version(self.name, &day, write)),
            Days::PuttingBack(write) => putting_back().map(|day| version(self.name, &day, write)),
        }
    }

    /// Whether the two days can be told apart by the pages.
    pub fn can_answer(&self) -> bool {
        let [one, other] = self.versions();
        one != other
    }
}

pub(crate) const DEMO: Demo = Demo::of(|| Box::new(GoodNames::default()));

/// The cards, one of which may have been turned over.
#[derive(Default)]
struct GoodNames {
    turned: Option<usize>,
}

impl Experiment for GoodNames {
    fn about(&self) -> &'static str {
        "Here are eight kinds of entries that a program might write. Turn one over. It is tried on \
         two days that are not alike, and you see what it would have written on each."
    }

    fn actions(&self) -> Vec<Action> {
        let action = |card: Card| Action { name: card.name, label: card.name, why_not: None };
        cards().map(action).into()
    }

    fn press(&mut self, action: usize) -> Option<&'static str> {
        let name = cards().get(action)?.name;
        self.turned = Some(action);
        Some(name)
    }

    fn sides(&self) -> [Side; 2] {
        let names = ["One day", "Another day"];
        let cards = cards();
        let Some(card) = self.turned.and_then(|turned| cards.get(turned)) else {
            return names.map(|name| Side { name, ..Side::default() });
        };
        let verdict = if card.can_answer() {
            "The two days leave different entries, so the diary can answer."
        } else {
            "Both days leave the same entries, so nobody can ever tell."
        };
        let [one, other] = names;
        let [here, there] =
            card.answers().map(|answer| vec![Fact { label: card.question(), value: answer }]);
        let [version, other_version] = card.versions();
        let said = format!("{verdict} {}", card.why);
        [
            Side { name: one, said: said.clone(), facts: here, notes: version },
            Side { name: other, said, facts: there, notes: other_version },
        ]
    }
}

impl<D: Describe> Happening<D> {
    /// The fact of this kind, as a sentence.
    fn fact(&self, is_meant: fn(&D::Event) -> bool) -> Option<String> {
        self.facts.iter().find(|fact| is_meant(fact)).map(D::line)
    }
}

fn written<D: Decider>(happening: &Happening<D>) -> bool {
    !happening.facts.is_empty()
}

fn button(command: &order::Command) -> &'static str {
    match command {
        order::Command::CreateOrder { .. } => "Create order",
        order::Command::AddItem { .. } => "Add item",
        order::Command::RemoveItem { .. } => "Remove item",
        order::Command::ReceivePayment { .. } => "Receive payment",
        order::Command::Ship => "Ship",
    }
}

const MARCH: Month = Month { year: 2026, month: 3 };

fn money_in() -> [Vec<Happening<Bank>>; 2] {
    use bank::Command::{ChargeFee, Deposit, OpenAccount, RefundFee};
    let five = Money::cents(5_00);
    [Deposit { account: Everyday, amount: five }, RefundFee { fee: 1 }].map(|last| {
        day([
            OpenAccount { account: Everyday, owner: "Ana".into() },
            Deposit { account: Everyday, amount: Money::cents(100_00) },
            ChargeFee { account: Everyday, amount: five },
            last,
        ])
    })
}

fn paying() -> [Vec<Happening<Order>>; 2] {
    use order::Command::{ReceivePayment, Ship};
    [8_50, 8_05].map(|cents| {
        let [create, _, tea] = basket();
        day([create, tea, ReceivePayment { amount: Money::cents(cents) }, Ship])
    })
}

fn putting_back() -> [Vec<Happening<Order>>; 2] {
    ["mug", "cup"].map(|last| {
        let [create, mug, tea] = basket();
        let remove =
            order::Command::RemoveItem { name: "mug".into(), quantity: order::HowMany::Exactly(1) };
        day([create, mug, tea, remove, add(last, 12_00)])
    })
}

fn basket() -> [order::Command; 3] {
    let create = order::Command::CreateOrder { number: "ORD-1".into() };
    [create, add("mug", 12_00), add("tea", 8_50)]
}

fn add(name: &str, cents: i64) -> order::Command {
    order::Command::AddItem { name: name.into(), price: Money::cents(cents), quantity: 1 }
}

/// A day on which somebody asks for these things, a minute apart, up to the course's now.
fn day<D: Decider>(commands: impl IntoIterator<Item = D::Command>) -> Vec<Happening<D>> {
    let mut state = D::default();
    let happening = |(minute, command): (i64, D::Command)| {
        let facts = state.decide(&command).unwrap_or_default();
        let before = std::mem::take(&mut state);
        state = facts.iter().fold(before.clone(), D::evolve);
        let at = ana::now() + TimeDelta::minutes(minute);
        Happening { at, command, before, facts, after: state.clone() }
    };
    (0..).zip(commands).map(happening).collect()
}

fn version<D: Decider>(
    name: &str,
    day: &[Happening<D>],
    write: fn(&Happening<D>) -> Option<String>,
) -> Vec<Note> {
    let note = |it: &Happening<D>| {
        let words = format!("{name}: {}", write(it)?);
        Some(Note { at: Some(it.at), ..Note::new(Look::Line, words) })
    };
    day.iter().filter_map(note).collect()
}

fn diary_of<D: Decider>(day: &[Happening<D>]) -> Diary<D::Event> {
    let mut diary = Diary::default();
    for it in day {
        diary.append(it.at, it.facts.iter().cloned());
    }
    diary
}

fn ask(question: order::questions::Question, day: &[Happening<Order>]) -> String {
    words(question.ask(&diary_of(day), &Snapshot::default()))
}

fn words(answers: Vec<Answer>) -> String {
    answers.first().map_or_else(String::new, |answer| answer.diary.words(&Utc))
}
