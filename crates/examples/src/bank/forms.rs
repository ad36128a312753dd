//! What the bank is asked for with.

use super::{Account, Bank, Command};
use crate::{
    Choice,
    form::{Button, Control, Field, Input, Late, Use, Values},
};

/// Accounts that a menu offers at most.
const OFFERED: usize = 256;

pub(super) const COMMANDS: &[Control<Bank>] = &[
    Control::Field(Field::new("account", "Account", Input::Figure)),
    Control::Field(Field::new("amount", "Amount", Input::Amount).suggesting(|_, _| "50.00".into())),
    Control::Button(
        Button::<Bank>::new("Deposit", &["account", "amount"], |_, values| {
            Some(Command::Deposit { account: account(values), amount: values.amount("amount")? })
        })
        .used(Use::Often)
        .next_while(|bank| bank.owner().is_some()),
    ),
    Control::Button(
        Button::<Bank>::new("Withdraw", &["account", "amount"], |_, values| {
            Some(Command::Withdraw { account: account(values), amount: values.amount("amount")? })
        })
        .used(Use::Often),
    ),
    Control::Field(Field::new("transfer-to", "To", Input::Choice(targets))),
    Control::Button(Button::<Bank>::new(
        "Transfer",
        &["account", "amount", "transfer-to"],
        |bank, values| {
            let from = account(values);
            let to = match values.text("transfer-to") {
                // With two accounts it goes to the other one, and nobody is asked.
                "" => bank.other_than(&from),
                name => Account::called(name),
            };
            Some(Command::Transfer { from, to, amount: values.amount("amount")? })
        },
    )),
    Control::Button(
        Button::<Bank>::new("Charge fee", &["account", "amount"], |_, values| {
            Some(Command::ChargeFee { account: account(values), amount: values.amount("amount")? })
        })
        .used(Use::Seldom),
    ),
    Control::Button(
        Button::<Bank>::new("Refund fee", &["account"], |bank, values| {
            let account = account(values);
            // The fee of this account that was charged last. Without one, the rules say why not.
            let last = bank.refundable().iter().rfind(|fee| fee.account == account);
            Some(Command::RefundFee { fee: last.map_or(bank.fees_charged(), |fee| fee.number) })
        })
        .used(Use::Seldom)
        .beginning(),
    ),
    Control::Together(&[
        Control::Field(
            Field::new("new-account", "New account", Input::Text { hint: "its name", offers: &[] })
                .suggesting(|bank, _| {
                    // What every diary can begin with is suggested until it is there.
                    let next = Account::FIRST.into_iter().find(|it| bank.balance(it).is_none());
                    next.map(|account| account.name().to_owned()).unwrap_or_default()
                }),
        ),
        Control::Button(
            Button::<Bank>::new("Open account", &["new-account", "owner"], |bank, values| {
                let owner = bank.owner().unwrap_or(values.text("owner")).to_owned();
                let account = Account::called(values.text("new-account"));
                Some(Command::OpenAccount { account, owner })
            })
            .used(Use::Seldom)
            .next_while(|bank| bank.owner().is_none())
            .beginning()
            // Who has opened an account goes on with it.
            .bringing(|command| match command {
                Command::OpenAccount { account, .. } => Some(account.clone()),
                _ => None,
            }),
        ),
    ]),
    Control::Field(
        Field::new("owner", "Owner", Input::Text { hint: "", offers: &[] })
            .suggesting(|_, _| "Ana".into())
            .there_while(|bank| bank.owner().is_none()),
    ),
];

pub(super) const LATE: Late<Bank> = Late {
    fields: &[
        Field::new("letter-amount", "A cheque of", Input::Amount).suggesting(|_, _| "30.00".into())
    ],
    command: |_, values| {
        let amount = values.amount("letter-amount")?;
        Some(Command::Deposit { account: account(values), amount })
    },
};

fn account(values: &Values<Bank>) -> Account {
    values.figure.clone().unwrap_or_default()
}

/// The accounts that a transfer can go to, where there is a choice.
fn targets(bank: &Bank, values: &Values<Bank>) -> Vec<Choice> {
    if bank.open_accounts() <= Account::FIRST.len() {
        return Vec::new();
    }
    let from = account(values);
    let others = bank.first_accounts(OFFERED).into_iter().map(|held| &held.account);
    let others = others.filter(|account| **account != from);
    others
        .map(|account| Choice { key: account.name().to_owned(), words: account.to_string() })
        .collect()
}
