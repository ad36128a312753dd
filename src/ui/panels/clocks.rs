//! *Two clocks*: what was true on one day, as it was known on another; and an entry that comes late.

mod bitemporal;

mod grid;

mod late_entry;

use crate::routes::Panel;
use chrono::NaiveDate;
use leptos::prelude::*;

use self::{
    bitemporal::{Clocks, edges, first_to_tell},
    grid::grid,
    late_entry::letter,
};
use super::frame::framed;
use crate::ui::{
    components::day_field::DayField,
    live::{live, memo},
    session_signals::SessionSignals,
    suggested::Suggested,
};
use examples::{Example, calendar::parse_day, two_clocks::TwoClocks};

/// The panel.
pub(super) fn panel<D: Example>(signals: SessionSignals<D>) -> AnyView {
    let reader = signals.reader;
    let today = reader.today();
    let one = Suggested::on(today, |today| first_to_tell(today).to_string());
    let other = Suggested::on(today, |today| today.to_string());
    let figure = memo(move |_| {
        let chosen = signals.figure_of(reader.figure.get());
        chosen.or_else(|| D::FIGURES.first().cloned())
    });
    let read = move || {
        let of = figure.get();
        signals.ask(|diary, _| TwoClocks::of::<D>(of.as_ref(), diary.entries()))
    };
    // While a day is being typed, the one before stays.
    let day = |typed: Suggested| {
        memo(move |before: Option<&NaiveDate>| {
            parse_day(&typed.text()).or(before.copied()).unwrap_or_default()
        })
    };
    let (one_day, other_day) = (day(one), day(other));
    let edges = memo(move |_| edges(one_day.get(), other_day.get()));
    let clocks = Clocks { both: memo(move |_| read()), edges };
    let name = move || figure.get().as_ref().map(D::figure_name).unwrap_or_default();
    let lead_in = "An entry may be late: what was true one month is written the next. The \
                   entry says both days, so there are two clocks to ask by: what was true on a \
                   day, and what was known on a day. What we learn later doesn’t change what was \
                   known then.";
    let view = view! {
        {letter(signals, clocks)}
        <p class="lead-in">
            {D::BEGINNING.owner}
            " "
            <b>
                <bdi>{live(name)}</bdi>
            </b>
            ": each row is a moment at which it was true, each column one at which it was known. \
             Press a number to see what it rests on."
        </p>
        <div class="choices">
            <DayField id="clocks-one" label="Compare" kind="date" day=one />
            <DayField id="clocks-other" label="with" kind="date" day=other />
        </div>
        <div class="clocks">{grid(clocks)}</div>
    };
    framed(Panel::Clocks, lead_in, view.into_any())
}
