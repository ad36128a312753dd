//! Pen, not pencil: a fee that should not have been charged.

use super::{
    ana,
    trial::{Button, Demo, Fact, Note, Trial},
};
use diary::{Decider, Diary, contributions};
use examples::{
    Describe, Money,
    bank::{Account, Bank, Command, Event, Rejection},
};

/// The line of the fee.
const FEE_LINE: usize = 8;

const REFUND: Command = Command::RefundFee { fee: 1 };

pub(crate) const DEMO: Demo = Demo::tried::<EraseOrRefund>();

/// Ana's diary at the story's end, with the fee not given back yet. Once in pencil, once in pen.
struct EraseOrRefund {
    /// Whoever can rub a line out has, in truth, another diary afterwards.
    pencil: Diary<Event>,
    pen: Diary<Event>,
    /// What Ana's bank printed for her at the end of 2 March.
    printed: Money,
    asked: bool,
}

impl Default for EraseOrRefund {
    fn default() -> Self {
        let story = ana::diary();
        let not_refunded = |event: &Event| !matches!(event, Event::FeeRefunded { .. });
        let pen = ana::copy_of(story.entries().iter().filter(|entry| not_refunded(&entry.event)));
        let printed = ana::when_day_ended(&pen, 2);
        Self { pencil: pen.clone(), pen, printed, asked: false }
    }
}

impl Trial for EraseOrRefund {
    const ABOUT: &'static str = "Entry 8 is a fee of 5.00 that should not have been charged. On one \
        side entries can be erased, as if written in pencil. On the other side they stay, as if \
        written in pen.";
    const SIDES: [&'static str; 2] = ["Can be erased", "Entries stay"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "erase",
            label: "Erase entry 8",
            why_not: |demo| (!has_fee(&demo.pencil)).then_some("The entry has been erased."),
            press: Self::erase,
        },
        Button {
            name: "refund",
            label: "Refund the fee",
            why_not: |demo| {
                let open = ana::bank(demo.pen.entries()).refundable().is_empty();
                open.then_some("The fee has been given back, and a fee is given back only once.")
            },
            press: Self::refund,
        },
        Button {
            name: "ask",
            label: "Ask: what was the balance on 2 March?",
            why_not: |demo| demo.asked.then_some("You have asked. The answer stays in sight."),
            press: Self::ask,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        [&self.pencil, &self.pen].map(|diary| (self.facts(diary), ana::last_notes(diary)))
    }
}

impl EraseOrRefund {
    fn erase(&mut self) -> [String; 2] {
        let kept = self.pencil.entries().iter().filter(|entry| entry.number != FEE_LINE);
        self.pencil = ana::copy_of(kept);
        [
            "The fee is gone, as if it had never been. The reason why anything was wrong is gone \
             too. And every later entry has a new number."
                .into(),
            "Nothing happens. A diary can be read, and it can grow at its end. It has no way to \
             take an entry out."
                .into(),
        ]
    }

    fn refund(&mut self) -> [String; 2] {
        [&mut self.pencil, &mut self.pen].map(|diary| match write(diary, &REFUND) {
            Ok(()) => format!("Entry {} gives back what entry 8 took.", diary.len()),
            Err(rule) => format!("{}: {rule}", Bank::describe_command(&REFUND)),
        })
    }

    fn ask(&mut self) -> [String; 2] {
        self.asked = true;
        [&self.pencil, &self.pen].map(|diary| {
            let balance = ana::when_day_ended(diary, 2);
            let rest = if balance == self.printed {
                ", as the bank printed it for Ana then."
            } else {
                ". That is not what the bank printed for Ana then."
            };
            format!("{balance} at the end of that day{rest}")
        })
    }

    fn facts(&self, diary: &Diary<Event>) -> Vec<Fact> {
        let mut facts = vec![
            Fact::new("Entries", diary.len()),
            Fact::new("Balance now", ana::everyday(diary.entries())),
        ];
        if let Some(net) = fee_and_refund(diary) {
            facts.push(Fact::new("Fee and refund together", net));
        }
        if self.asked {
            facts.push(Fact::new("Balance on 2 March", ana::when_day_ended(diary, 2)));
            facts.push(Fact::new("Printed for Ana on 2 March", self.printed));
        }
        facts
    }
}

fn write(diary: &mut Diary<Event>, command: &Command) -> Result<(), Rejection> {
    let events = ana::bank(diary.entries()).decide(command)?;
    diary.append(ana::now(), events);
    Ok(())
}

fn has_fee(diary: &Diary<Event>) -> bool {
    diary.entries().iter().any(|entry| matches!(entry.event, Event::FeeCharged { .. }))
}

/// What the fee and its refund did to Everyday, once both are written.
fn fee_and_refund(diary: &Diary<Event>) -> Option<Money> {
    let is_either =
        |event: &Event| matches!(event, Event::FeeCharged { .. } | Event::FeeRefunded { .. });
    let cents = |bank: &Bank| bank.balance(&Account::Everyday).map_or(0, Money::in_cents);
    let changes: Vec<_> = contributions(diary.entries(), cents)
        .into_iter()
        .filter(|part| diary.entry(part.entry).is_some_and(|entry| is_either(&entry.event)))
        .map(|part| Money::cents(part.change))
        .collect();
    (changes.len() == 2).then(|| changes.into_iter().sum())
}
