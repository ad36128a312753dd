//! New rules, old days: the fee rises, and the diary is replayed.

use super::{
    ana,
    trial::{Button, Demo, Fact, Note, Trial},
};
use diary::{Decider, Diary, Entry};
use examples::{
    Money,
    bank::{Account, Bank, Command, Event},
    calendar::Month,
};

/// What the bank takes from now on.
const NEW_FEE: Money = Money::cents(7_00);

pub(crate) const DEMO: Demo = Demo::tried::<NewFee>();

/// Ana's diary, and a fee that the bank may change.
struct NewFee {
    diary: Diary<Event>,
    /// Today's rule.
    fee: Money,
    replayed: bool,
}

impl Default for NewFee {
    fn default() -> Self {
        Self { diary: ana::diary(), fee: Money::cents(5_00), replayed: false }
    }
}

impl Trial for NewFee {
    const ABOUT: &'static str = "The bank raises its fee. Then Ana’s entries are read again from \
        the first. One side works the fee out once more. The other side takes what the entry says.";
    const SIDES: [&'static str; 2] = ["Runs the rule again", "Reads what was charged"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "raise",
            label: "Raise the fee to 7.00",
            why_not: |demo| (demo.fee == NEW_FEE).then_some("The fee is 7.00 already."),
            press: Self::raise,
        },
        Button {
            name: "replay",
            label: "Replay January to March",
            why_not: super::trial::always,
            press: Self::replay,
        },
        Button {
            name: "charge",
            label: "Charge the fee for March",
            why_not: |demo| {
                let charged = ana::bank(demo.diary.entries()).fees_charged() > 1;
                charged.then_some("The fee for March has been charged.")
            },
            press: Self::charge,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        self.both().map(|seen| {
            let mut facts = vec![Fact::new("The fee today", self.fee)];
            if self.replayed {
                facts.extend(self.facts(&seen));
                return (facts, ana::last_notes(&seen));
            }
            (facts, ana::last_notes(&self.diary))
        })
    }
}

impl NewFee {
    fn raise(&mut self) -> [String; 2] {
        self.fee = NEW_FEE;
        self.replayed = false;
        let words = format!("From now on the fee is {NEW_FEE}. Nothing has been written.");
        [words.clone(), words]
    }

    fn replay(&mut self) -> [String; 2] {
        self.replayed = true;
        self.both().map(|seen| match self.changed_by(&seen) {
            Money::ZERO => "Every day is as it was.".into(),
            _ => format!(
                "The past has changed. March began with {}, but Ana was told {}.",
                ana::when_day_began(&seen, 1),
                ana::when_day_began(&self.diary, 1)
            ),
        })
    }

    fn charge(&mut self) -> [String; 2] {
        self.replayed = false;
        let command = Command::ChargeFee { account: Account::Everyday, amount: self.fee };
        let words = match ana::bank(self.diary.entries()).decide(&command) {
            Ok(events) => {
                self.diary.append(ana::now(), events);
                format!("Entry {} says what was charged: {}.", self.diary.len(), self.fee)
            }
            Err(rule) => format!("Refused: {rule}"),
        };
        [words.clone(), words]
    }

    /// The diary as each side reads it.
    fn both(&self) -> [Diary<Event>; 2] {
        [worked_out_again(&self.diary, self.fee), self.diary.clone()]
    }

    fn facts(&self, seen: &Diary<Event>) -> Vec<Fact> {
        let fee = |month| fee_in(seen.entries(), Month { year: 2026, month });
        let mut facts = vec![
            Fact::new("February’s fee", fee(2)),
            Fact::new("Balance when March began", ana::when_day_began(seen, 1)),
            Fact::new("Told to Ana that day", ana::when_day_began(&self.diary, 1)),
            Fact::new("Changed by", self.changed_by(seen)),
            Fact::new("Balance now", ana::everyday(seen.entries())),
        ];
        let march = fee(3);
        if march > Money::ZERO {
            facts.push(Fact::new("March’s fee", march));
        }
        facts
    }

    /// By how much the start of March differs from what the lines say.
    fn changed_by(&self, seen: &Diary<Event>) -> Money {
        ana::difference(ana::when_day_began(seen, 1), ana::when_day_began(&self.diary, 1))
    }
}

/// The diary as it looks to somebody who decides every fee anew, by today's rule.
fn worked_out_again(diary: &Diary<Event>, today: Money) -> Diary<Event> {
    let mut seen = Diary::default();
    let mut bank = Bank::default();
    for entry in diary.entries() {
        let again = match &entry.event {
            Event::FeeCharged { account, .. } => {
                bank.decide(&Command::ChargeFee { account: account.clone(), amount: today })
            }
            Event::FeeRefunded { fee, .. } => bank.decide(&Command::RefundFee { fee: *fee }),
            recorded => Ok(vec![recorded.clone()]),
        };
        let events = again.unwrap_or_default();
        bank = events.iter().fold(bank, Bank::evolve);
        seen.append(entry.at, events);
    }
    seen
}

/// What was charged in a month.
fn fee_in(entries: &[Entry<Event>], month: Month) -> Money {
    let period = month.period(&chrono::Utc);
    let fees = entries.iter().filter(|entry| period.contains(entry.at));
    fees.filter_map(|entry| match entry.event {
        Event::FeeCharged { amount, .. } => Some(amount),
        _ => None,
    })
    .sum()
}
