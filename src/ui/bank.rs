//! The bank's place: its commands, its photo, its figures, its questions.

use leptos::prelude::*;

use super::{
    answers::Gathered,
    ask::{Asking, QuestionCard},
    field::{CheckedField, DayField, Enter, Field, TextField, WishButton},
    kind::Kind,
    live::{live, on, views},
    notebook::Notebook,
    own::{AskYourOwn, Own},
    parts::{Answers, Fetched, OwnQuestions, Studies},
    photo::{Overwritten, Photo},
    workbench::{Parts, Workbench},
};
use crate::{
    diary::Snapshot,
    domain::{
        Money,
        bank::{Account, Bank, Command},
        calendar::{Month, parse_day, parse_month},
        questions::bank::Question,
        shown,
    },
};

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
    let amount = Field::new("amount", "50.00");
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

/// The questions to both worlds.
#[component]
pub fn Questions(
    /// The bank's diary.
    notebook: Notebook<Bank>,
    /// What both worlds say to one of them, which goes by these words.
    answers: Callback<(Memo<Question>, Signal<String>), AnyView>,
    /// The first of them, when it can be asked from elsewhere too.
    first: Option<Asking>,
) -> impl IntoView {
    let today = notebook.reader.clock.today();
    let this_month = Month::of(today);
    let last_month = this_month.previous();
    let card = move |id,
                     question: Memo<Question>,
                     choices: Option<AnyView>,
                     asking: Option<Asking>| {
        let words = Signal::derive(move || {
            let words = question.get().words(today);
            match chosen(notebook) {
                Account::Everyday => words,
                account @ Account::Savings => format!("{}: {words}", account.name()),
            }
        });
        view! { <QuestionCard id question=words answers=Callback::new(move |words| answers.run((question, words))) choices asking /> }
    };

    let day = RwSignal::new(this_month.day(1).to_string());
    let balance_on = Memo::new(move |before: Option<&Question>| match parse_day(&day.get()) {
        Some(day) => Question::BalanceOn { day },
        None => before.copied().unwrap_or(Question::BalanceOn { day: this_month.day(1) }),
    });
    let month = RwSignal::new(format!("{:04}-{:02}", last_month.year, last_month.month));
    let deposits_in = Memo::new(move |before: Option<&Question>| match parse_month(&month.get()) {
        Some(month) => Question::DepositsIn { month },
        None => before.copied().unwrap_or(Question::DepositsIn { month: last_month }),
    });
    let from = RwSignal::new(last_month.day(1).to_string());
    let to = RwSignal::new(last_month.day(31).to_string());
    let fees = Memo::new(move |before: Option<&Question>| {
        match (parse_day(&from.get()), parse_day(&to.get())) {
            (Some(first), Some(last)) => Question::FeesBetween { first, last },
            _ => before.copied().unwrap_or(Question::FeesBetween {
                first: last_month.day(1),
                last: last_month.day(31),
            }),
        }
    });
    let limit = RwSignal::new("400.00".to_owned());
    let below = Memo::new(move |before: Option<&Question>| match Money::parse(&limit.get()) {
        Ok(limit) => Question::EverBelow { limit },
        Err(_) => before.copied().unwrap_or(Question::EverBelow { limit: Money::cents(400_00) }),
    });
    let highest = Memo::new(|_| Question::HighestBalance);
    let now = Memo::new(|_| Question::BalanceNow);
    let on_day = view! { <DayField id="day" label="Day" kind="date" day /> }.into_any();
    let in_month =
        view! { <DayField id="month" label="Month" kind="month" day=month /> }.into_any();
    let fee_days = view! {
        <DayField id="fees-from" label="From" kind="date" day=from />
        <DayField id="fees-to" label="to" kind="date" day=to />
    }
    .into_any();
    let limit_problem = move |()| {
        Money::parse(&limit.get()).err().map(|error| error.to_string()).unwrap_or_default()
    };
    let below_limit = view! { <CheckedField id="limit" label="Below" kind="text" text=limit problem=limit_problem /> }.into_any();

    view! {
        {card("balance-on", balance_on, Some(on_day), first)}
        {card("deposits-in", deposits_in, Some(in_month), None)}
        {card("balance-now", now, None, None)}
        {card("fees", fees, Some(fee_days), None)}
        {card("highest", highest, None, None)}
        {card("below", below, Some(below_limit), None)}
    }
}
