//! Two at once: both tellers want to pay 400.00 out of the same 490.00.

use super::{
    ana,
    trial::{Button, Demo, Fact, Look, Note, Trial},
};
use diary::{Decider, Diary, Snapshot};
use examples::{
    Describe, Money,
    bank::{Account, Bank, Command, Event},
};

const WANTED: Money = Money::cents(400_00);

const PAY_OUT: Command = Command::Withdraw { account: Account::Everyday, amount: WANTED };

pub(crate) const DEMO: Demo = Demo::tried::<TwoTellers>();

/// One account in both worlds, and two tellers who don't see each other.
struct TwoTellers {
    row: Snapshot<Bank>,
    /// The row as each of them read it. Whoever writes it back writes all of it.
    rows: Both<Snapshot<Bank>>,
    diary: Diary<Event>,
    /// How many lines the diary had when each of them read it.
    versions: Both<usize>,
}

#[derive(Clone, Copy)]
enum Teller {
    One,
    Two,
}

/// What the two tellers hold in their hands.
struct Both<T> {
    one: Hand<T>,
    two: Hand<T>,
}

/// How far a teller has come in one of the worlds.
#[derive(Clone)]
enum Hand<T> {
    /// Nothing was read, or what was read is of no use any more.
    Empty,
    /// This was read.
    Holds(T),
    /// The customer was paid.
    Paid,
    /// A rule said no, in these words.
    Refused(String),
}

impl Default for TwoTellers {
    fn default() -> Self {
        let diary = ana::diary();
        let mut row = Snapshot::default();
        for entry in diary.entries() {
            row.overwrite(entry.at, &entry.event);
        }
        Self { row, rows: Both::empty(), diary, versions: Both::empty() }
    }
}

impl Trial for TwoTellers {
    const ABOUT: &'static str = "Everyday holds 490.00. Two tellers are asked at the same time, and \
        each of them wants 400.00. You say whose turn it is to read the balance, and whose turn it \
        is to pay.";
    const SIDES: [&'static str; 2] = ["Snapshot only", "The diary"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "one-reads",
            label: "Teller 1 reads the balance",
            why_not: |demo| demo.why_not_read(Teller::One),
            press: |demo| demo.read(Teller::One),
        },
        Button {
            name: "two-reads",
            label: "Teller 2 reads the balance",
            why_not: |demo| demo.why_not_read(Teller::Two),
            press: |demo| demo.read(Teller::Two),
        },
        Button {
            name: "one-pays",
            label: "Teller 1 pays out 400.00",
            why_not: |demo| demo.why_not_pay(Teller::One),
            press: |demo| [demo.pay_by_row(Teller::One), demo.pay_by_diary(Teller::One)],
        },
        Button {
            name: "two-pays",
            label: "Teller 2 pays out 400.00",
            why_not: |demo| demo.why_not_pay(Teller::Two),
            press: |demo| [demo.pay_by_row(Teller::Two), demo.pay_by_diary(Teller::Two)],
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        let in_row = facts(ana::in_everyday(self.row.today()), self.rows.paid());
        let in_diary = facts(ana::everyday(self.diary.entries()), self.versions.paid());
        let mut notes = ana::last_notes(&self.diary);
        notes.extend(self.versions.refusals());
        [(in_row, self.rows.refusals()), (in_diary, notes)]
    }
}

impl TwoTellers {
    fn why_not_read(&self, teller: Teller) -> Option<&'static str> {
        let done = self.rows.of(teller).is_done() && self.versions.of(teller).is_done();
        done.then_some("This teller is done.")
    }

    fn why_not_pay(&self, teller: Teller) -> Option<&'static str> {
        let holds = self.rows.of(teller).holds() || self.versions.of(teller).holds();
        let why = "This teller has to read the balance first.";
        self.why_not_read(teller).or((!holds).then_some(why))
    }

    fn read(&mut self, teller: Teller) -> [String; 2] {
        let version = self.diary.len();
        self.rows.of_mut(teller).take(self.row.clone());
        self.versions.of_mut(teller).take(version);
        let in_row = ana::in_everyday(self.row.today());
        let in_diary = ana::everyday(self.diary.entries());
        [format!("{in_row} is read."), format!("{in_diary} is read, after entry {version}.")]
    }

    /// Works out the new row from the one in the hand, and writes it over whatever is there now.
    fn pay_by_row(&mut self, teller: Teller) -> String {
        let hand = self.rows.of_mut(teller);
        let Hand::Holds(mut row) = hand.clone() else { return NOTHING_MORE.into() };
        match row.handle(ana::now(), &PAY_OUT) {
            Ok(()) => {
                *hand = Hand::Paid;
                self.row = row;
                let rest = ana::in_everyday(self.row.today());
                format!("{WANTED} is paid out, and {rest} is written over the balance.")
            }
            Err(rule) => hand.refuse(rule.to_string()),
        }
    }

    /// Decides on the page in the hand, and writes only if that is still the last one.
    fn pay_by_diary(&mut self, teller: Teller) -> String {
        let hand = self.versions.of_mut(teller);
        let Hand::Holds(version) = *hand else { return NOTHING_MORE.into() };
        match ana::bank(self.diary.until(version)).decide(&PAY_OUT) {
            Ok(_) if version != self.diary.len() => {
                *hand = Hand::Empty;
                format!(
                    "Not written: entry {version} was the last when the balance was read, and now \
                     the last is entry {}. Read again, then decide again.",
                    self.diary.len()
                )
            }
            Ok(events) => {
                *hand = Hand::Paid;
                self.diary.append(ana::now(), events);
                format!("{WANTED} is paid out, and entry {} is written.", self.diary.len())
            }
            Err(rule) => hand.refuse(rule.to_string()),
        }
    }
}

const NOTHING_MORE: &str = "Nothing more happens here.";

impl<T> Both<T> {
    fn empty() -> Self {
        Self { one: Hand::Empty, two: Hand::Empty }
    }

    fn of(&self, teller: Teller) -> &Hand<T> {
        match teller {
            Teller::One => &self.one,
            Teller::Two => &self.two,
        }
    }

    fn of_mut(&mut self, teller: Teller) -> &mut Hand<T> {
        match teller {
            Teller::One => &mut self.one,
            Teller::Two => &mut self.two,
        }
    }

    /// What was paid out in all.
    fn paid(&self) -> Money {
        [&self.one, &self.two]
            .iter()
            .filter(|hand| matches!(hand, Hand::Paid))
            .map(|_| WANTED)
            .sum()
    }

    /// The commands that left no entry.
    fn refusals(&self) -> Vec<Note> {
        let refusal = |hand: &Hand<T>| match hand {
            Hand::Refused(rule) => {
                let command = Note::new(Look::Refused, Bank::describe_command(&PAY_OUT));
                Some(Note { wrong: rule.clone(), ..command })
            }
            Hand::Empty | Hand::Holds(_) | Hand::Paid => None,
        };
        [&self.one, &self.two].into_iter().filter_map(refusal).collect()
    }
}

impl<T> Hand<T> {
    fn is_done(&self) -> bool {
        matches!(self, Self::Paid | Self::Refused(_))
    }

    fn holds(&self) -> bool {
        matches!(self, Self::Holds(_))
    }

    fn take(&mut self, read: T) {
        if !self.is_done() {
            *self = Self::Holds(read);
        }
    }

    fn refuse(&mut self, rule: String) -> String {
        let words = format!("Refused: {rule}");
        *self = Self::Refused(rule);
        words
    }
}

/// The balance and, once anything was paid out, whether the two agree.
fn facts(balance: Money, paid: Money) -> Vec<Fact> {
    let mut facts = vec![Fact::new("Balance", balance)];
    if paid > Money::ZERO {
        let before = ana::everyday(ana::diary().entries());
        let missing = ana::difference(paid, ana::difference(before, balance));
        facts.push(Fact::new("Paid out", paid));
        facts.push(Fact::new("Paid out and not written", missing));
    }
    facts
}
