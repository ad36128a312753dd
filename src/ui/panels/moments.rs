//! *Two moments*: what differs between them, and by which entries.

use leptos::prelude::*;

use super::{entry_menu::entry_menu, frame::framed};
use crate::{
    browser::clock,
    routes::Panel,
    ui::{
        components::entry_links::{LISTED, Says, entry_links},
        live::{live, memo, on, views},
        reader::{Cursor, TimeTravel, reader},
        session_signals::SessionSignals,
    },
};
use english::counted;
use examples::{
    Amount, Kind,
    calendar::Month,
    compare::{Diffable, Difference, compare},
    questions::Citation,
};

const LEAD_IN: &str = "Choose two moments. The diary tells what is different between them, and \
                       which entries made the difference. A snapshot that was overwritten has \
                       only one moment: now.";

/// The panel.
pub(super) fn panel<D: Kind + Diffable>(signals: SessionSignals<D>) -> AnyView {
    let reader = signals.reader;
    let today = reader.today();
    let began = memo(move |_| month_began(reader, Month::of(today.get())));
    let (from, to) =
        (Choice::following(began.into()), Choice::following(Signal::stored(Cursor::Now)));
    let differences = memo(move |_| {
        let (from, to) = (from.version(reader), to.version(reader));
        signals.ask(|diary, _| compare::<D>(diary.entries(), from, to))
    });
    let view = view! { <Moments from to differences /> }.into_any();
    framed(Panel::Moments, LEAD_IN, view)
}

/// One of the two moments: a suggestion, until its reader chooses.
#[derive(Clone, Copy)]
struct Choice {
    chosen: RwSignal<Option<Cursor>>,
    suggestion: Signal<Cursor>,
}

impl Choice {
    fn following(suggestion: Signal<Cursor>) -> Self {
        Self { chosen: RwSignal::new(None), suggestion }
    }

    fn moment(self) -> Cursor {
        self.chosen.get().unwrap_or_else(|| self.suggestion.get())
    }

    /// After how many entries it is.
    fn version(self, reader: TimeTravel) -> usize {
        match self.moment() {
            Cursor::Now => reader.last(),
            Cursor::At(version) => version.min(reader.last()),
        }
    }
}

/// The moment when this month began, or the last one in which something was written.
fn month_began(reader: TimeTravel, this_month: Month) -> Cursor {
    let (versions, last) = (reader.versions(), reader.last());
    let began = |month: Month| versions.before(month.period(&clock::ZONE).from);
    let version = Some(began(this_month)).filter(|version| *version < last);
    let written = || versions.written(last).map(|at| began(Month::at(at, &clock::ZONE)));
    Cursor::At(version.or_else(written).unwrap_or(0))
}

#[component]
fn Moments(from: Choice, to: Choice, differences: Memo<Vec<Difference>>) -> impl IntoView {
    let reader = reader();
    let swap = move |_| {
        let (first, second) = untrack(|| (from.moment(), to.moment()));
        from.chosen.set(Some(second));
        to.chosen.set(Some(first));
        reader.say(untrack(|| spoken(reader, from, to, differences)));
    };
    let words = move || summary(reader, from, to, differences);
    let table = move || {
        let found = differences.get();
        (!found.is_empty()).then(|| view! { <Differences found /> }.into_any())
    };
    view! {
        <div class="wishes two-moments">
            <MomentField label="First moment" id="first-moment" moment=from />
            <button class="plain" on:click=on(swap)>
                "Swap the two"
            </button>
            <MomentField label="Second moment" id="second-moment" moment=to />
        </div>
        <p class="finding" data-testid="moments-finding">
            {live(words)}
        </p>
        {views(table)}
    }
}

#[component]
fn MomentField(label: &'static str, id: &'static str, moment: Choice) -> impl IntoView {
    let reader = reader();
    let choose = move |version| {
        // The end of the diary is now, also when it grows.
        let last = untrack(|| reader.last());
        moment.chosen.set(Some(if version < last { Cursor::At(version) } else { Cursor::Now }));
    };
    let on_show = move |_| choose(untrack(|| reader.version()));
    let chosen = Signal::derive(move || moment.version(reader));
    let name = format!("{label}: use the moment shown above");
    view! {
        <div class="moment-field">
            {entry_menu(label, id, 0, chosen, Callback::new(choose))}
            <button class="plain" aria-label=name on:click=on(on_show)>
                "Use the moment shown above"
            </button>
        </div>
    }
}

/// What is found, in a sentence.
fn summary(
    reader: TimeTravel,
    from: Choice,
    to: Choice,
    differences: Memo<Vec<Difference>>,
) -> String {
    let (from, to) = (from.version(reader), to.version(reader));
    if from == to {
        return "Nothing changed: both are the same moment. Choose another one.".into();
    }
    let lines = counted::written_between(from.min(to) + 1, from.max(to));
    let back =
        if to < from { " You look from the later moment back to the earlier one." } else { "" };
    match differences.with(Vec::len) {
        0 => [&lines, " Nothing is different: what they changed was taken back again."].concat(),
        1 => [&lines, " One thing is different.", back].concat(),
        many => [&lines, " ", &many.to_string(), " things are different.", back].concat(),
    }
}

/// The same, with what differs.
fn spoken(
    reader: TimeTravel,
    from: Choice,
    to: Choice,
    differences: Memo<Vec<Difference>>,
) -> String {
    let mut words = summary(reader, from, to, differences);
    for it in differences.get().iter().take(LISTED) {
        let (before, after) = (it.before.words(&clock::ZONE), it.after.words(&clock::ZONE));
        words += &[" ", &it.name, ": ", &before, ", then ", &after, "."].concat();
    }
    words
}

#[component]
fn Differences(found: Vec<Difference>) -> impl IntoView {
    let row = |it: Difference| {
        view! {
            <tr>
                <th scope="row">
                    <bdi>{it.name}</bdi>
                </th>
                <td>
                    <bdi>{it.before.words(&clock::ZONE)}</bdi>
                </td>
                <td>
                    <bdi>{it.after.words(&clock::ZONE)}</bdi>
                </td>
                <td class="arithmetic">{by(it.change, it.by)}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="wide">
            <table class="differences">
                <caption class="unseen">"What is different"</caption>
                <thead>
                    <tr>
                        <th scope="col">"What"</th>
                        <th scope="col">"First moment"</th>
                        <th scope="col">"Second moment"</th>
                        <th scope="col">"Changed by"</th>
                    </tr>
                </thead>
                <tbody>{found.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}

/// The change as arithmetic, each term a link to its entry: `− 15.00 = − 60.00 + 5.00 + 40.00`.
fn by(change: Option<Amount>, mut citations: Vec<Citation>) -> AnyView {
    // A term of nothing is no term. Where all are that, such as an account that was opened, the
    // entries stand there by their numbers.
    let is_nothing = |citation: &Citation| citation.change.is_some_and(Amount::is_nothing);
    let is_sum = change.is_some() && !citations.iter().all(is_nothing);
    if is_sum {
        citations.retain(|citation| !is_nothing(citation));
    }
    let rest = citations.get(LISTED..).unwrap_or_default();
    let gathered = (!rest.is_empty()).then(|| {
        let sum = Amount::together(rest.iter().filter_map(|citation| citation.change));
        let sum = sum.filter(|_| is_sum).map(Amount::term).unwrap_or_default();
        format!("{sum} {}", counted::more_entries(rest.len()))
    });
    let term = |Citation { entry, change }: Citation| {
        (entry, change.filter(|_| is_sum).map_or(Says::Number, Says::Term))
    };
    let terms = entry_links(citations.into_iter().take(LISTED).map(term), gathered);
    let result =
        change.filter(|_| is_sum).map(|change| view! { <b>{change.term()}</b>" =" }.into_any());
    view! { {result} {terms} }.into_any()
}
