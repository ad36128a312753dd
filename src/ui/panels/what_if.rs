//! *What if*: one entry is struck or written otherwise in a copy, and two futures follow from it.
//!
//! What depends on the kind of diary is worked out here, in [`told`] and in [`notes`], and handed on
//! as plain words and numbers, so that what shows them is written once.

mod compared;

mod copy;

mod curves;

mod instead;

mod kept;

mod lines;

mod notes;
mod proof;

mod told;

mod worlds;

use std::sync::Arc;

use leptos::prelude::*;

use self::{
    copy::{COPY, Copied, copy_view},
    told::Summary,
};
use super::{entry_menu::entry_menu, frame::framed};
use crate::{
    browser::{dom, location},
    routes::{Look, Panel, Place, Route},
    ui::{
        live::{live, memo, on, views},
        reader::{TimeTravel, reader},
        session_signals::SessionSignals,
    },
};
use diary::{Branch, WhatIf};
use examples::{Branched, Example};

const LEAD_IN: &str = "Nobody can change what is in the diary. But you can change an entry in a \
                       copy of it, and see what would have followed.";

/// Entries that are tried for the one to begin with: enough for a story that is told by hand.
const TRIED: usize = 60;

/// The panel.
pub(super) fn panel<D: Example>(signals: SessionSignals<D>) -> AnyView {
    let reader = signals.reader;
    let asked = Route::parse(&location::current()).look();
    let wanted = RwSignal::new(match asked {
        Some(Look::Strike(number) | Look::Instead(number)) => number,
        Some(Look::At(_)) | None => untrack(|| telling(signals)),
    });
    let chosen = Signal::derive(move || wanted.get().clamp(1, reader.last().max(1)));
    // A change belongs to the diary that was open when it was made.
    let change = RwSignal::new(None::<(usize, WhatIf<D::Command>)>);
    let branched = memo(move |_| {
        let (edition, change) = change.get()?;
        signals.ask(|diary, _| {
            diary.entry(change.entry()).filter(|_| edition == reader.edition())?;
            Some(Arc::new(Branched::<D>::of(diary.entries(), change)))
        })
    });
    let summary = memo(move |_| branched.get().map(|it| told::summary(signals, &it)));
    let open = move |what: WhatIf<D::Command>| {
        wanted.set(what.entry());
        change.set(Some((untrack(|| reader.edition()), what)));
        tell(reader, summary);
    };
    if let Some(Look::Strike(_)) = asked {
        open(WhatIf::Strike(chosen.get_untracked()));
    }
    let home = expect_context::<Place>();
    let show = move |what: WhatIf<D::Command>| {
        // The link of what was shown before leads somewhere again.
        location::rename(&match &what {
            WhatIf::Strike(entry) => home.with(Look::Strike(*entry)),
            WhatIf::Instead(..) => home.with(Look::At(Panel::WhatIf)),
        });
        open(what);
        // It is on the page by the next frame.
        request_animation_frame(|| dom::focus(COPY));
    };
    let write =
        Callback::new(move |command| show(WhatIf::Instead(chosen.get_untracked(), command)));
    let chooser = Chooser {
        chosen,
        wanted,
        writes: RwSignal::new(matches!(asked, Some(Look::Instead(_)))),
        strike: Callback::new(move |()| show(WhatIf::Strike(chosen.get_untracked()))),
        form: Callback::new(move |()| instead::form(signals, chosen.get_untracked(), write)),
    };
    let told = move || branched.get();
    let copied = Copied {
        summary,
        stored: Callback::new(move |entry| proof::stored(signals, entry)),
        curves: Callback::new(move |which| told().map(|it| told::curves(signals, &it, which))),
        rows: Callback::new(move |most| told().map(|it| told::rows(signals, &it, most))),
    };
    let shelved = notes::shelved(signals, branched, Callback::new(show));
    let view = view! {
        <ChooserView chooser />
        {copy_view(copied, shelved)}
        {kept::kept_branches(shelved)}
    }
    .into_any();
    framed(Panel::WhatIf, LEAD_IN, view)
}

/// A telling entry to begin with: of the first ones, the one on which most later commands rest. The
/// very first is left out, since everything rests on that.
fn telling<D: Example>(signals: SessionSignals<D>) -> usize {
    signals.ask(|diary, _| {
        let entries = diary.until(TRIED.min(diary.len()));
        let rest_on = |number: &usize| {
            Branch::<D>::of(entries, WhatIf::Strike(*number)).decided.refused().count()
        };
        // Of several the last is taken, so the last in this order is the first one written.
        (2..=entries.len()).rev().max_by_key(rest_on).unwrap_or(1)
    })
}

/// Says what came of it.
fn tell(reader: TimeTravel, summary: Memo<Option<Summary>>) {
    if let Some(summary) = summary.get_untracked() {
        reader.say(summary.spoken());
    }
}

/// What is chosen, and what can be done with it.
#[derive(Clone, Copy)]
struct Chooser {
    /// The entry's number; it is there unless the diary is empty.
    chosen: Signal<usize>,
    /// What was chosen, whether or not it is there.
    wanted: RwSignal<usize>,
    /// Whether something is written in its place.
    writes: RwSignal<bool>,
    strike: Callback<()>,
    /// The fields for what stands there instead.
    form: Callback<(), AnyView>,
}

#[component]
fn ChooserView(chooser: Chooser) -> impl IntoView {
    let Chooser { chosen, wanted, writes, strike, form } = chooser;
    let reader = reader();
    let is_empty = memo(move |_| reader.last() == 0);
    let fields = move || {
        writes.get().then(|| {
            view! {
                <div class="instead" role="group" aria-label="What stands there instead">
                    {form.run(())}
                </div>
            }
            .into_any()
        })
    };
    let turn = move |_| writes.update(|writes| *writes = !*writes);
    let choose = Callback::new(move |number| wanted.set(number));
    let shown = move || {
        if is_empty.get() {
            let words = "Nothing has happened yet, so there is nothing to change. Write the \
                         first entries above.";
            return view! { <p class="blank">{words}</p> }.into_any();
        }
        view! {
            <div class="wishes">
                {entry_menu("Entry", "what-if-entry", 1, chosen, choose)}
                <button class="lead" on:click=on(move |_| strike.run(()))>
                    "Leave it out"
                </button>
                <button aria-expanded=live(move || writes.get().to_string()) on:click=on(turn)>
                    "Write something here instead"
                </button>
            </div>
            {views(fields)}
        }
        .into_any()
    };
    views(shown)
}
