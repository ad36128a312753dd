//! The bank's commands.

use leptos::prelude::*;

use crate::{
    browser::focus,
    ui::{
        field::{Enter, Field, TextField, WishButton},
        live::{live, on, views},
        notebook::{Notebook, OFFERED},
    },
};
use examples::{
    Money,
    bank::{Account, Bank, Command},
};

/// The id of the field for an amount.
const AMOUNT: &str = "amount";

/// The fields and buttons that make wishes.
#[component]
pub fn Commands(
    /// The bank's diary.
    notebook: Notebook<Bank>,
) -> impl IntoView {
    let amount = Field::new(AMOUNT, "50.00");
    let with_an_amount = Enter::unset();
    let account = move || untrack(|| notebook.chosen().unwrap_or_default());
    let with_amount = move |wish: fn(Account, Money) -> Command| {
        Callback::new(move |()| {
            if let Some(amount) = amount.amount() {
                notebook.send(wish(account(), amount));
            }
        })
    };
    let target = Target::of(notebook);
    let transfer = move |()| {
        if let Some(amount) = amount.amount() {
            let from = account();
            let to = target.account(&from);
            notebook.send(Command::Transfer { from, to, amount });
        }
    };
    let refund = move |()| {
        let account = account();
        let fee = notebook.latest(|bank| {
            // The fee of this account that was charged last. Without one, the rules say why not.
            let last = bank.refundable().iter().rfind(|fee| fee.account == account);
            last.map_or(bank.fees_charged(), |fee| fee.number)
        });
        notebook.send(Command::RefundFee { fee });
    };
    let needs_owner = Memo::new(move |_| notebook.row(|row| row.today().owner().is_none()));
    let has_owner = Signal::derive(move || !needs_owner.get());
    view! {
        <div class="wishes">
            {which_account(notebook)}
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
            {target.view()}
            <WishButton label="Transfer" enter=with_an_amount on_press=transfer />
            <WishButton
                label="Charge fee"
                enter=with_an_amount
                on_press=with_amount(|account, amount| Command::ChargeFee { account, amount })
            />
            <WishButton label="Refund fee" on_press=refund />
            {opening(notebook, needs_owner)}
        </div>
    }
}

/// The menu of accounts. The one that is chosen is in it, however many there are.
fn which_account(notebook: Notebook<Bank>) -> AnyView {
    let figure = notebook.reader.figure;
    let offered = Memo::new(move |_| {
        let mut offered = notebook.offered_figures();
        let at = figure.get();
        if !offered.iter().any(|(place, _)| *place == at) {
            offered.extend(notebook.figure_of(at).map(|account| (at, account)));
        }
        offered
    });
    let option = move |(at, account): (usize, Account)| {
        option(at.to_string(), &account, Signal::derive(move || figure.get() == at))
    };
    let others = move || {
        let others = notebook.reader.pages().figures() - offered.with(Vec::len);
        (others > 0).then(|| {
            view! { <option disabled=true>{format!("and {others} more")}</option> }.into_any()
        })
    };
    let choose = move |event| figure.set(event_target_value(&event).parse().unwrap_or(0));
    view! {
        <div class="field">
            <label for="account">"Account"</label>
            <select id="account" title=live(move || notebook.chosen().map(|account| account.to_string())) on:change=on(choose)>
                {views(move || offered.get().into_iter().map(option).collect::<Vec<_>>())}
                {views(others)}
            </select>
        </div>
    }
    .into_any()
}

fn option(value: String, account: &Account, is_chosen: Signal<bool>) -> AnyView {
    view! {
        <option value=value prop:selected=live(move || is_chosen.get())>
            {account.to_string()}
        </option>
    }
    .into_any()
}

/// Where a transfer goes. With two accounts it goes to the other one, and nobody is asked.
#[derive(Clone, Copy)]
struct Target {
    notebook: Notebook<Bank>,
    /// What was chosen; it may be the account that the transfer comes from by now.
    wanted: RwSignal<Account>,
    /// The other accounts, where there are several.
    offered: Memo<Vec<Account>>,
}

impl Target {
    fn of(notebook: Notebook<Bank>) -> Self {
        let offered = Memo::new(move |_| {
            let from = notebook.chosen().unwrap_or_default();
            notebook.row(|row| {
                let others = row.today().first_accounts(OFFERED).into_iter();
                let others = others.map(|held| &held.account).filter(|it| **it != from);
                let others: Vec<_> = others.cloned().collect();
                if row.today().open_accounts() > 2 { others } else { Vec::new() }
            })
        });
        Self { notebook, wanted: RwSignal::new(Account::Savings), offered }
    }

    /// The account that a transfer from this one goes to.
    fn account(self, from: &Account) -> Account {
        untrack(|| self.shown())
            .unwrap_or_else(|| self.notebook.latest(|bank| bank.other_than(from)))
    }

    /// The one that the menu shows: what was chosen or, where it can't be that, the first.
    fn shown(self) -> Option<Account> {
        let wanted = self.wanted.get();
        self.offered.with(|all| all.iter().find(|it| **it == wanted).or(all.first()).cloned())
    }

    fn view(self) -> AnyView {
        let is_asked = Memo::new(move |_| self.offered.with(|all| !all.is_empty()));
        let choose = move |event| self.wanted.set(Account::called(&event_target_value(&event)));
        let options = move || {
            let option = |account: Account| {
                let name = account.name().to_owned();
                let this = account.clone();
                let is_chosen = move || self.shown().is_some_and(|shown| shown == this);
                option(name, &account, Signal::derive(is_chosen))
            };
            self.offered.get().into_iter().map(option).collect::<Vec<_>>()
        };
        let title = move || self.shown().map(|account| account.to_string());
        let menu = move || {
            is_asked.get().then(|| {
                view! {
                    <div class="field">
                        <label for="transfer-to">"To"</label>
                        <select id="transfer-to" title=live(title) on:change=on(choose)>
                            {views(options)}
                        </select>
                    </div>
                }
                .into_any()
            })
        };
        views(menu).into_any()
    }
}

/// The fields for a new account, and the button that opens it.
fn opening(notebook: Notebook<Bank>, needs_owner: Memo<bool>) -> AnyView {
    let enter = Enter::unset();
    let owner = Field::new("owner", "Ana");
    // What every diary can begin with is suggested until it is there.
    let suggestion = Memo::new(move |_| {
        let is_closed = |it: &Account| notebook.row(|row| row.today().balance(it).is_none());
        let next = Account::FIRST.into_iter().find(is_closed);
        next.map(|account| account.name().to_owned()).unwrap_or_default()
    });
    let name = Field::suggesting("new-account", suggestion.into());
    let wanted = RwSignal::new(None::<Account>);
    let open = move |()| {
        let account = Account::called(&untrack(|| name.text()));
        let (is_open, known_owner) = notebook
            .latest(|bank| (bank.balance(&account).is_some(), bank.owner().map(str::to_owned)));
        wanted.set(Some(account.clone()).filter(|_| !is_open));
        let owner = known_owner.unwrap_or_else(|| untrack(|| owner.text()));
        notebook.send(Command::OpenAccount { account, owner });
    };
    // Who has opened an account goes on with it.
    Effect::new(move |_| {
        if let Some(account) = wanted.get()
            && notebook.row(|row| row.today().balance(&account).is_some())
        {
            wanted.set(None);
            name.reset();
            notebook.choose(&account);
        }
    });
    let owner_field = move || {
        // Who opens the account by Enter stands in this field.
        focus::hand_on(Some(AMOUNT));
        needs_owner.get().then(|| {
            view! { <TextField label="Owner" field=owner class="name" inputmode="text" enter=enter /> }
                .into_any()
        })
    };
    view! {
        <div class="joined">
            <TextField
                label="New account"
                field=name
                class="name"
                inputmode="text"
                hint="its name"
                enter=enter
            />
            <WishButton label="Open account" lead=needs_owner on_press=open enter=enter />
        </div>
        {views(owner_field)}
    }
    .into_any()
}
