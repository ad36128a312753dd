//! The bank's place: its commands, its photo, its figures, its questions.

pub mod questions;

use leptos::prelude::*;

use self::questions::Questions;
use super::{
    answers::Gathered,
    ask::Asking,
    field::{Enter, Field, TextField, WishButton},
    kind::Kind,
    live::{live, on, views},
    notebook::Notebook,
    own::{AskYourOwn, Own},
    parts::{Answers, Fetched, OwnQuestions, Studies},
    photo::{Overwritten, Photo},
    workbench::{Parts, Workbench},
};
use crate::{
    browser::focus,
    diary::Snapshot,
    domain::{
        Money,
        bank::{Account, Bank, Command},
        shown,
    },
};

/// The id of the field for an amount.
const AMOUNT: &str = "amount";

/// The bank in two worlds.
#[component]
pub fn BankPlace(
    /// The bank's diary.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let first = Asking::new("balance-on");
    let opening = move || {
        let account = chosen(notebook);
        match (notebook.row(|row| row.today().balance(account)), account) {
            (Some(balance), Account::Everyday) => {
                format!("Your balance is {balance}. What was it on the 1st?")
            }
            (Some(balance), Account::Savings) => {
                format!("Savings holds {balance}. What did it hold on the 1st?")
            }
            (None, Account::Everyday) => {
                "A blank page. Open an account and write the first line.".into()
            }
            (None, Account::Savings) => "Savings is not open yet. When will it be?".into(),
        }
    };
    let first_try = move || {
        let is_open = notebook.row(|row| row.today().owner().is_some());
        let button = if is_open { "Deposit" } else { "Open account" };
        format!("Try this: press {button} and watch both sides.")
    };
    provide_context(notebook.reader);
    let study = expect_context::<Fetched<Studies>>();
    let fetched = expect_context::<Fetched<Answers>>();
    let gathered = Gathered::nothing();
    let answers = Callback::new(move |(question, words)| {
        fetched.show(move |to| (to.bank)(notebook, gathered, question, words))
    });
    let own = Own::of(Bank::KIND, notebook.cabinet());
    let fetched = expect_context::<Fetched<OwnQuestions>>();
    let piece = move |piece| fetched.show(move |of| (of.bank)(notebook, own, piece));
    let parts = Parts {
        opening: Signal::derive(opening),
        ask_opening: Callback::new(move |()| first.ask()),
        first_try: Signal::derive(first_try),
        commands: view! { <Commands notebook /> }.into_any(),
        photo: view! { <Row notebook /> }.into_any(),
        figures: view! { <Figures notebook /> }.into_any(),
        questions: view! { <Questions notebook answers first=Some(first) /> }.into_any(),
        own: view! { <AskYourOwn own piece=Callback::new(piece) /> }.into_any(),
        page: notebook.page_state(),
        home: "#/bank",
        panel: Callback::new(move |panel| study.show(move |study| (study.bank)(notebook, panel))),
    };
    view! { <Workbench parts /> }
}

/// The account that was chosen: commands act on it, and the sum and the chart explain it.
pub(super) fn chosen(notebook: Notebook<Bank>) -> Account {
    Account::ALL.get(notebook.reader.figure.get()).copied().unwrap_or_default()
}

/// The fields and buttons that make wishes.
#[component]
pub fn Commands(
    /// The bank's diary.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let amount = Field::new(AMOUNT, "50.00");
    let owner = Field::new("owner", "Ana");
    let (with_an_amount, with_an_owner) = (Enter::unset(), Enter::unset());
    let figure = notebook.reader.figure;
    let account = move || untrack(|| chosen(notebook));
    let with_amount = move |wish: fn(Account, Money) -> Command| {
        Callback::new(move |()| {
            if let Some(amount) = amount.amount() {
                notebook.send(wish(account(), amount));
            }
        })
    };
    let open = move |()| {
        let owner = match notebook.latest_untracked().owner() {
            Some(owner) => owner.to_owned(),
            None => untrack(|| owner.text()),
        };
        notebook.send(Command::OpenAccount { account: account(), owner });
    };
    let refund = move |()| {
        let bank = notebook.latest_untracked();
        // The fee of this account that was charged last. Without one, the rules say why not.
        let last = bank.refundable().iter().rfind(|fee| fee.account == account());
        let fee = last.map_or(bank.fees_charged(), |fee| fee.number);
        notebook.send(Command::RefundFee { fee });
    };
    let choose = move |event| figure.set(event_target_value(&event).parse().unwrap_or(0));
    let option = |(at, account): (usize, Account)| {
        view! { <option value=at.to_string()>{account.name()}</option> }.into_any()
    };
    let needs_owner = Memo::new(move |_| notebook.row(|row| row.today().owner().is_none()));
    let has_owner = Signal::derive(move || !needs_owner.get());
    let owner_field = move || {
        // Who opens the account by Enter stands in this field.
        focus::hand_on(Some(AMOUNT));
        needs_owner.get().then(|| {
            view! { <TextField label="Owner" field=owner class="name" inputmode="text" enter=with_an_owner /> }
                .into_any()
        })
    };
    view! {
        <div class="wishes">
            <div class="field">
                <label for="account">"Account"</label>
                <select
                    id="account"
                    prop:value=live(move || figure.get().to_string())
                    on:change=on(choose)
                >
                    {Account::ALL.into_iter().enumerate().map(option).collect::<Vec<_>>()}
                </select>
            </div>
            <TextField label="Amount" field=amount enter=with_an_amount />
            <WishButton
                label="Deposit"
                lead=has_owner
                enter=with_an_amount
                on_press=with_amount(|account, amount| Command::Deposit { account, amount })
            />
            <WishButton
                label="Withdraw"
                enter=with_an_amount
                on_press=with_amount(|account, amount| Command::Withdraw { account, amount })
            />
            <WishButton
                label="Transfer"
                enter=with_an_amount
                on_press=with_amount(|from, amount| Command::Transfer {
                    from,
                    to: from.other(),
                    amount,
                })
            />
            <WishButton
                label="Charge fee"
                enter=with_an_amount
                on_press=with_amount(|account, amount| Command::ChargeFee { account, amount })
            />
            <WishButton label="Refund fee" on_press=refund />
            <WishButton label="Open account" lead=needs_owner on_press=open enter=with_an_owner />
            {views(owner_field)}
        </div>
    }
}

/// The snapshot-only world.
#[component]
pub fn Row(
    /// The bank's diary, beside which its row is kept.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let balance = move |account| {
        let balance = notebook.row(|row| row.today().balance(account));
        balance.map_or_else(|| "not open".into(), |balance| balance.to_string())
    };
    let owner =
        move || notebook.row(|row| row.today().owner().map_or_else(|| "nobody".into(), shown));
    view! {
        <Photo updated_at=Callback::new(move |()| notebook.row(Snapshot::updated_at))>
            <p class="label">"Everyday"</p>
            <p class="big" data-testid="snapshot-balance">
                <Overwritten value=Signal::derive(move || balance(Account::Everyday)) />
            </p>
            <dl>
                <dt>"Savings"</dt>
                <dd>
                    <Overwritten value=Signal::derive(move || balance(Account::Savings)) />
                </dd>
                <dt>"Owner"</dt>
                <dd>
                    <bdi>{live(owner)}</bdi>
                </dd>
            </dl>
        </Photo>
    }
}

/// The balances of both accounts, large.
#[component]
pub fn Figures(
    /// The bank's diary.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let reader = notebook.reader;
    let figure = move |which: usize| {
        let amount = move || reader.figure_now(which).map_or("not open".into(), |m| m.to_string());
        let name = Account::ALL.get(which).map_or("", |account| account.name());
        let testid = if which == 0 { "diary-balance" } else { "diary-savings" };
        view! {
            <button
                class="figure"
                class:big=which == 0
                aria-pressed=live(move || (reader.figure.get() == which).to_string())
                on:click=on(move |_| reader.figure.set(which))
            >
                <span class="label">{name}</span>
                <span class="amount" data-testid=testid>
                    {live(amount)}
                </span>
            </button>
        }
    };
    view! { {figure(0)} {figure(1)} }
}
