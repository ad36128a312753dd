//! What a bank has to be asked about, and what its row remembers.

use chrono::NaiveDate;

use super::{Account, Bank, Event};
use crate::{
    Money,
    calendar::Month,
    questions::{
        Sign,
        own::{Amounts, Kept, Measure, Queryable, Question, RowKnowledge, Span, Words},
    },
};
use diary::Snapshot;

/// A kind of entry in the bank's diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Money that was put in.
    Deposits,
    /// Money that was taken out.
    Withdrawals,
    /// Money that was moved between the accounts.
    Transfers,
    /// Fees that were charged.
    Fees,
    /// Fees that were given back.
    Refunds,
    /// Accounts that were opened.
    Openings,
    /// All of them. What they come to is what they left in the account.
    Everything,
}

/// What a fact says, whichever it is: where money came from and where it went.
struct Flow<'a> {
    topic: Topic,
    amount: Money,
    from: Option<&'a Account>,
    to: Option<&'a Account>,
}

impl Queryable for Bank {
    type Topic = Topic;
    type Subject = Account;

    const TOPICS: &'static [Topic] = &[
        Topic::Deposits,
        Topic::Withdrawals,
        Topic::Transfers,
        Topic::Fees,
        Topic::Refunds,
        Topic::Openings,
        Topic::Everything,
    ];

    const EVERYTHING: Topic = Topic::Everything;

    const ANY: &'static str = "any account";

    const WHICH: &'static str = "which account";

    const MADE_GOOD: &'static str = "Given back";

    fn usual(today: NaiveDate) -> Question<Self> {
        let last_month = Span::In(Month::of(today).previous());
        Question::new(Measure::HowMuch, Topic::Deposits, None, last_month)
    }

    fn words_of(topic: Topic) -> Words {
        let each = |key, one, about| Words::of(key, [one, key], Some(about), Amounts::Each);
        match topic {
            Topic::Deposits => each("deposits", "deposit", "into"),
            Topic::Withdrawals => {
                Words { sign: Sign::Taken, ..each("withdrawals", "withdrawal", "from") }
            }
            Topic::Transfers => {
                Words { sign: Sign::Moved, ..each("transfers", "transfer", "from or to") }
            }
            Topic::Fees => Words { sign: Sign::Taken, ..each("fees", "fee", "on") },
            Topic::Refunds => each("refunds", "refund", "to"),
            Topic::Openings => Words {
                menu: "accounts opened",
                any: ["account opened", "accounts opened"],
                ..Words::of("openings", ["opening", "openings"], Some("of"), Amounts::None)
            },
            Topic::Everything => Words {
                menu: "everything",
                ..Words::of("everything", ["entry", "entries"], Some("about"), Amounts::Net)
            },
        }
    }

    const SUBJECTS: &'static [Account] = &Account::FIRST;

    fn about(event: &Event) -> impl Iterator<Item = &Account> {
        event.accounts()
    }

    /// Everyday and Savings have the keys that they had before accounts had names.
    fn key_of(account: &Account) -> String {
        match account {
            Account::Everyday | Account::Savings => account.name().to_ascii_lowercase(),
            Account::Named(title) => title.as_str().to_owned(),
        }
    }

    fn subject_of(key: &str) -> Option<Account> {
        Some(Account::called(key)).filter(|account| !account.name().is_empty())
    }

    fn name_of(account: &Account) -> String {
        account.to_string()
    }

    fn meets(event: &Event, topic: Topic, account: Option<&Account>) -> Option<Money> {
        let flow = Flow::of(event);
        let ends = [flow.from, flow.to];
        let about = account.is_none_or(|account| ends.contains(&Some(account)));
        match topic {
            _ if !about => None,
            Topic::Everything => Some(flow.left_in(account)),
            topic => (flow.topic == topic).then_some(flow.amount),
        }
    }

    fn memory(
        row: &Snapshot<Bank>,
        topic: Topic,
        account: Option<&Account>,
        chosen: Option<&Account>,
    ) -> RowKnowledge {
        let bank = row.today();
        let chosen = chosen.unwrap_or(&Account::Everyday);
        let (columns, others) = bank.columns(chosen, Self::COLUMNS);
        let cell = |column: &&Account| account.is_none_or(|account| account == *column);
        let balances = columns.iter().filter(cell).filter_map(|column| bank.balance(column));
        let balances: Vec<_> = balances.collect();
        let is_hidden = others > 0 && account.is_some_and(|account| !columns.contains(account));
        if let Some(account) = account.filter(|_| is_hidden) {
            let why = format!(
                "The snapshot shows some accounts “and {others} more”. It doesn’t show {account}."
            );
            return RowKnowledge { never: None, kept: None, why };
        }
        if balances.is_empty() {
            return RowKnowledge::never(
                "the snapshot has no such account, and no account is ever closed",
            );
        }
        let mut holds: Vec<_> = balances.iter().map(Money::to_string).collect();
        let others = if account.is_some() { 0 } else { others };
        if others > 0 {
            holds.push(format!("{others} more that it doesn’t show"));
        }
        // Those that are not shown are counted on the screen.
        let (count, open) = (balances.len() + others, bank.open_accounts());
        let lost = format!(
            "The snapshot holds {}. Every {} went into that and was then forgotten.",
            holds.join(" and "),
            Self::words_of(topic).noun[0]
        );
        match topic {
            Topic::Openings => RowKnowledge {
                never: None,
                kept: Some(Kept {
                    count: Some(count),
                    // Nothing can happen before an account is open.
                    numbers: (open == 1).then_some((1, 1)),
                    note: "each account in the snapshot was opened once",
                    ..Kept::NOTHING
                }),
                why: "The snapshot has the accounts that were opened. It did not keep when that \
                      was."
                    .into(),
            },
            Topic::Everything => RowKnowledge {
                never: None,
                kept: Some(Kept {
                    // The last change of the row was about one of its accounts.
                    last: row.updated_at().filter(|_| count == open),
                    amounts: Some(balances).filter(|_| others == 0),
                    note: "everything together comes to the balance",
                    ..Kept::NOTHING
                }),
                why: lost,
            },
            Topic::Transfers if open == 1 => {
                RowKnowledge::never("a transfer needs two accounts, and no account is ever closed")
            }
            Topic::Deposits
            | Topic::Withdrawals
            | Topic::Transfers
            | Topic::Fees
            | Topic::Refunds => RowKnowledge { never: None, kept: None, why: lost },
        }
    }
}

impl<'a> Flow<'a> {
    fn of(event: &'a Event) -> Self {
        let flow = |topic, amount, from, to| Self { topic, amount, from, to };
        match event {
            Event::AccountOpened { account, .. } => {
                flow(Topic::Openings, Money::ZERO, None, Some(account))
            }
            &Event::Deposited { ref account, amount } => {
                flow(Topic::Deposits, amount, None, Some(account))
            }
            &Event::Withdrawn { ref account, amount } => {
                flow(Topic::Withdrawals, amount, Some(account), None)
            }
            &Event::Transferred { ref from, ref to, amount } => {
                flow(Topic::Transfers, amount, Some(from), Some(to))
            }
            &Event::FeeCharged { ref account, amount, .. } => {
                flow(Topic::Fees, amount, Some(account), None)
            }
            &Event::FeeRefunded { ref account, amount, .. } => {
                flow(Topic::Refunds, amount, None, Some(account))
            }
        }
    }

    /// What it left in an account, or in all of them together: less than nothing when it took.
    fn left_in(&self, account: Option<&Account>) -> Money {
        let ours =
            |end: Option<&Account>| end.is_some_and(|end| account.is_none_or(|it| it == end));
        let came = Some(self.amount).filter(|_| ours(self.to));
        let went = Some(-self.amount).filter(|_| ours(self.from));
        came.into_iter().chain(went).sum()
    }
}
