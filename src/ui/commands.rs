//! What an example's commands are given with, on the page.

use leptos::prelude::*;

use super::{
    components::field::CommandButton,
    form::Form,
    live::{on, views},
    session_signals::SessionSignals,
    workbench::OPENING,
};
use crate::browser::dom;
use examples::{
    Example,
    form::{Another, Button, Control, fields},
};
use storage::Start;

/// The fields and buttons that give commands.
pub(super) fn commands<D: Example>(signals: SessionSignals<D>) -> AnyView {
    let form = Form::new(signals, fields(D::COMMANDS), signals.reader.figure, "");
    view! { <div class="wishes">{controls(signals, form, D::COMMANDS)} {another(signals)}</div> }
        .into_any()
}

fn controls<D: Example>(
    signals: SessionSignals<D>,
    form: Form<D>,
    parts: &'static [Control<D>],
) -> Vec<AnyView> {
    let part = |part: &'static Control<D>| match part {
        Control::Field(field) => form.view(field.id),
        Control::Button(button) => press_button(signals, form, button),
        Control::Together(parts) => {
            view! { <div class="joined">{controls(signals, form, parts)}</div> }.into_any()
        }
    };
    parts.iter().map(part).collect()
}

fn press_button<D: Example>(
    signals: SessionSignals<D>,
    form: Form<D>,
    button: &'static Button<D>,
) -> AnyView {
    // The figure that was asked for: it is chosen once it is there.
    let wanted = RwSignal::new(None::<D::Figure>);
    let press = move |()| {
        let Some(values) = form.read(button.takes) else { return };
        let Some(command) = signals.latest(|now| (button.command)(now, &values)) else { return };
        let brings = (button.brings)(&command);
        wanted.set(brings.filter(|of| signals.latest(|now| now.figure(of).is_none())));
        signals.send(command);
    };
    Effect::new(move |_| {
        if let Some(of) = wanted.get()
            && signals.row(|row| row.today().figure(&of).is_some())
        {
            wanted.set(None);
            form.reset(button.takes);
            signals.choose(&of);
        }
    });
    let lead = Memo::new(move |_| signals.row(|row| (button.is_next)(row.today())));
    view! {
        <CommandButton label=button.label lead on_press=press enters=form.enters(button.takes) />
    }
    .into_any()
}

/// The button that begins another one beside it, once this one has come to its end.
fn another<D: Example>(signals: SessionSignals<D>) -> Option<AnyView> {
    let Another { label, is_over } = D::ANOTHER?;
    let is_over = Memo::new(move |_| signals.row(|row| is_over(row.today())));
    let begin = move |_| {
        let before = signals.name_untracked();
        // Where it can't be begun, that is told.
        let then = move || {
            if untrack(|| signals.diaries().keeps()) {
                signals.tell(format!("{before} is kept under Diaries."));
            }
            // This button has gone with the diary.
            dom::focus(OPENING);
        };
        signals.start(Start::Empty, then);
    };
    let button = move || {
        is_over
            .get()
            .then(|| view! { <button class="plain" on:click=on(begin)>{label}</button> }.into_any())
    };
    Some(views(button).into_any())
}
