//! What stands there instead: one of the example's own commands, with its fields.

use std::mem::discriminant;

use leptos::prelude::*;

use crate::ui::{
    components::select::{Offer, select},
    form::Form,
    live::{memo, on, views},
    session_signals::SessionSignals,
};
use examples::{
    Example,
    form::{Button, buttons, fields},
};

/// The fields of a command, and a button that writes it in the copy in the place of this entry.
pub(super) fn form<D: Example>(
    signals: SessionSignals<D>,
    entry: usize,
    write: Callback<D::Command>,
) -> AnyView {
    // It is about another figure than the one that is chosen in the diary.
    let form = Form::new(signals, fields(D::COMMANDS), RwSignal::new(0), "instead-");
    let offered: Vec<_> = buttons(D::COMMANDS).into_iter().filter(|it| it.in_a_copy).collect();
    let offered = StoredValue::new(offered);
    let which = RwSignal::new(untrack(|| like(signals, form, entry)).unwrap_or(0));
    let button = move || offered.with_value(|all| all.get(which.get()).copied());
    let shown = move || {
        let ids = button().map(|button| button.takes).unwrap_or_default();
        // In the order in which they stand in the diary's own form.
        let all = fields(D::COMMANDS).into_iter().filter(|field| ids.contains(&field.id));
        all.map(|field| form.view(field.id)).collect::<Vec<_>>()
    };
    let press = move |_| {
        let Some(Button { takes, command, .. }) = untrack(button) else { return };
        let Some(values) = form.read(takes) else { return };
        if let Some(command) = signals.latest(|now| command(now, &values)) {
            write.run(command);
        }
    };
    let offer = memo(move |_| {
        offered.with_value(|all| {
            let labels = all.iter().map(|button| button.label.to_owned());
            Offer::numbered(labels.enumerate(), which.get())
        })
    });
    let choose = Callback::new(move |key: String| which.set(key.parse().unwrap_or(0)));
    view! {
        {select("instead-wish".into(), "Request", offer, choose)}
        {views(shown)}
        <button class="lead" on:click=on(press)>
            "Write it in the copy"
        </button>
    }
    .into_any()
}

/// Which of the buttons gives a command like the one behind this entry.
fn like<D: Example>(signals: SessionSignals<D>, form: Form<D>, entry: usize) -> Option<usize> {
    let behind = signals.ask(|diary, _| D::command_of(&diary.entry(entry)?.event))?;
    let values = form.values();
    let gives = |button: &&Button<D>| {
        let command = signals.latest(|now| (button.command)(now, &values));
        command.is_some_and(|command| discriminant(&command) == discriminant(&behind))
    };
    let mut offered = buttons(D::COMMANDS).into_iter().filter(|button| button.in_a_copy);
    offered.position(|button| gives(&button))
}
