//! The bank's questions. What they are about at first follows the calendar.

use leptos::prelude::*;

use crate::ui::{
    ask::{Asking, QuestionCard},
    day_field::DayField,
    field::CheckedField,
    notebook::Notebook,
    suggested::Suggested,
};
use examples::{
    Money,
    bank::{Account, Bank},
    calendar::{Month, parse_day, parse_month},
    questions::bank::Question,
};

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
    let today = notebook.reader.today();
    let card = move |id,
                     question: Memo<Question>,
                     choices: Option<AnyView>,
                     asking: Option<Asking>| {
        let words = Signal::derive(move || {
            let words = question.get().words(today.get());
            match notebook.chosen() {
                Account::Everyday => words,
                account => format!("{account}: {words}"),
            }
        });
        view! { <QuestionCard id question=words answers=Callback::new(move |words| answers.run((question, words))) choices asking /> }
    };

    let day = Suggested::on(today, |today| Month::of(today).day(1).to_string());
    // While a day is being typed, the question before stays. The first that is suggested is one.
    let before_or_now = |before: Option<&Question>| before.copied().unwrap_or(Question::BalanceNow);
    let balance_on = Memo::new(move |before: Option<&Question>| match parse_day(&day.text()) {
        Some(day) => Question::BalanceOn { day },
        None => before_or_now(before),
    });
    let month = Suggested::on(today, |today| Month::of(today).previous().text());
    let deposits_in =
        Memo::new(move |before: Option<&Question>| match parse_month(&month.text()) {
            Some(month) => Question::DepositsIn { month },
            None => before_or_now(before),
        });
    let from = Suggested::on(today, |today| Month::of(today).previous().day(1).to_string());
    let to = Suggested::on(today, |today| Month::of(today).previous().day(31).to_string());
    let fees = Memo::new(move |before: Option<&Question>| {
        match (parse_day(&from.text()), parse_day(&to.text())) {
            (Some(first), Some(last)) => Question::FeesBetween { first, last },
            _ => before_or_now(before),
        }
    });
    let limit = Suggested::of("400.00");
    let below = Memo::new(move |before: Option<&Question>| match Money::parse(&limit.text()) {
        Ok(limit) => Question::EverBelow { limit },
        Err(_) => before_or_now(before),
    });
    let highest = Memo::new(|_| Question::HighestBalance);
    let now = Memo::new(|_| Question::BalanceNow);
    let on_day = view! { <DayField id="day" label="Day" kind="date" day /> }.into_any();
    let in_month =
        view! { <DayField id="month" label="Month" kind="month" day=month /> }.into_any();
    let fee_days = view! {
        <DayField id="fees-from" label="From" kind="date" day=from />
        <DayField id="fees-to" label="to" kind="date" day=to first=from />
    }
    .into_any();
    let limit_problem = move |()| {
        Money::parse(&limit.text()).err().map(|error| error.to_string()).unwrap_or_default()
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
