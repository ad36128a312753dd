//! An entry that comes late: a real one, which says on which day it is true.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::bitemporal::{Clocks, first_to_tell};
use crate::{
    browser::clock,
    ui::{
        components::{
            day_field::day_problem,
            field::{CommandButton, Field, TextField},
        },
        form::Form,
        live::{live, memo},
        session_signals::SessionSignals,
    },
};
use examples::{Example, calendar::parse_day};

/// A form that writes it.
pub(super) fn letter<D: Example>(signals: SessionSignals<D>, clocks: Clocks) -> AnyView {
    let Clocks { both, .. } = clocks;
    let form = Form::new(signals, D::LATE.fields.iter().collect(), signals.reader.figure, "");
    let ids: Vec<_> = D::LATE.fields.iter().map(|field| field.id).collect();
    let fields = ids.iter().map(|id| form.view(id)).collect::<Vec<_>>();
    // How many entries there were when a late one was written, and the day that it says.
    let sent = RwSignal::new(None::<(usize, NaiveDate)>);
    let written = memo(move |_| {
        let (before, day) = sent.get()?;
        signals.ask(|diary, _| {
            let later = diary.entries().get(before..)?;
            later.iter().find(|entry| entry.true_on == Some(day)).map(|entry| entry.number)
        })
    });
    let told = move || match written.get() {
        Some(entry) => format!("It is in your diary now, as entry {entry}."),
        None => "This writes an entry at the end of your diary.".to_owned(),
    };
    let today = signals.reader.today();
    let usual = move || few_days_before(first_to_tell(today.get())).to_string();
    // The day on which the entry is true.
    let day = Field::suggesting("letter-day", Signal::derive(usual));
    let last = Signal::derive(move || today.get().to_string());
    let check = move || {
        if signals.reader.in_past() {
            let moment = signals.reader.moment_words();
            return Err(format!(
                "You are looking at {moment}, and the past can’t be written. Go back to now first."
            ));
        }
        let day = parse_day(&day.text()).ok_or_else(|| day_problem("date", &day.text()))?;
        let may = both.with(|both| both.may_be_true_on(day, today.get(), &clock::ZONE));
        may.map(|()| day).map_err(|why| why.to_string())
    };
    let write = move |()| {
        let Some(values) = form.read(&ids) else { return };
        let made = signals.latest(|now| (D::LATE.command)(now, &values));
        let Some(command) = made else { return };
        if let Some(day) = day.accept(untrack(check)) {
            sent.set(Some((untrack(|| signals.reader.last()), day)));
            signals.send_true_on(command, day);
        }
    };
    view! {
        <div class="wishes letter" role="group" aria-label="A late entry">
            {fields}
            <TextField label="True on" field=day class="" kind="date" last inputmode="" />
            <CommandButton label="Write a late entry" lead=true on_press=write />
            <p class="aside">{live(told)}</p>
        </div>
    }
    .into_any()
}

/// 27 February for 1 March.
fn few_days_before(first: NaiveDate) -> NaiveDate {
    first.pred_opt().and_then(|day| day.pred_opt()).unwrap_or(first)
}
