//! The bank as an example.

use chrono::{NaiveDate, TimeZone};

use super::{Account, Bank, Command, Event, forms, story, take_back, tour};
use crate::{
    Cell, Example, Kind, TakeBack, calendar,
    form::{Control, Late},
    story::Dates,
    tour::Tour,
};
use diary::Diary;

impl Kind for Bank {
    const KIND: &'static str = "bank";
    const TITLE: &'static str = "Bank";

    fn story(dates: &Dates<'_, impl TimeZone>) -> Diary<Event> {
        story::story(dates)
    }
}

impl Example for Bank {
    const COMMANDS: &'static [Control<Self>] = forms::COMMANDS;
    const LATE: Late<Self> = forms::LATE;
    const TOUR: Tour<Self> = tour::TOUR;
    const NO_FIGURE: &'static str = "not open";

    const ABOUT: &'static str = "One account, kept twice. The snapshot keeps one number. The diary keeps every entry: \
                                 event sourcing.";
    const FIRST: &'static str = "Open an account. Both worlds begin with it.";

    fn opening(&self, chosen: Option<&Account>, day: NaiveDate) -> String {
        let day = calendar::day_of_month_words(day);
        let account = chosen.cloned().unwrap_or_default();
        match (self.balance(&account), account) {
            (Some(balance), Account::Everyday) => {
                format!("Your balance is {balance}. What was it on {day}?")
            }
            (Some(balance), account) => {
                format!("{account} holds {balance}. What did it hold on {day}?")
            }
            (None, Account::Everyday) => "No entries yet. What will the first one be?".into(),
            (None, account) => format!("{account} is not open yet. When will it be?"),
        }
    }

    fn take_back(&self, event: &Event) -> TakeBack<Command> {
        take_back::take_back(event)
    }

    fn row(&self, chosen: Option<&Account>) -> Vec<Cell> {
        let chosen = chosen.cloned().unwrap_or_default();
        let (shown, others) = self.columns(&chosen, Self::COLUMNS);
        let cell = |account: &Account| Cell {
            is_chosen: *account == chosen,
            ..Cell::new(&Self::figure_key(account), account.to_string(), self.cell(account))
        };
        let others = (others > 0)
            .then(|| Cell::new("others", "Other accounts", format!("and {others} more")));
        let owner = Cell::new("owner", "Owner", self.owner_cell());
        shown.iter().map(cell).chain(others).chain([owner]).collect()
    }

    fn figure_key(account: &Account) -> String {
        match account {
            Account::Everyday => "balance".into(),
            Account::Savings => "savings".into(),
            named @ Account::Named(_) => format!("account {}", named.name()),
        }
    }
}
