//! What an example's commands are given with, on the page.

use leptos::prelude::*;

use super::{
    field::WishButton,
    form::Form,
    live::{on, views},
    notebook::SessionSignals,
    workbench::OPENING,
};
use crate::browser::dom;
use examples::{
    Example,
    form::{Another, Button, Control, fields},
};
use storage::Start;

/// The fields and buttons that give commands.
pub(super) fn commands<D: Example>(notebook: SessionSignals<D>) -> AnyView {
    let form = Form::new(notebook, fields(D::COMMANDS), notebook.reader.figure, "");
    view! { <div class="wishes">{controls(notebook, form, D::COMMANDS)} {another(notebook)}</div> }
        .into_any()
}

fn controls<D: Example>(
    notebook: SessionSignals<D>,
    form: Form<D>,
    parts: &'static [Control<D>],
) -> Vec<AnyView> {
    let part = |part: &'static Control<D>| match part {
        Control::Field(field) => form.view(field.id),
        Control::Button(button) => press_button(notebook, form, button),
        Control::Together(parts) => {
            view! { <div class="joined">{controls(notebook, form, parts)}</div> }.into_any()
        }
    };
    parts.iter().map(part).collect()
}

fn press_button<D: Example>(
    notebook: SessionSignals<D>,
    form: Form<D>,
    button: &'static Button<D>,
) -> AnyView {
    // The figure that was wished for: it is chosen once it is there.
    let wanted = RwSignal::new(None::<D::Figure>);
    let press = move |()| {
        let Some(values) = form.read(button.takes) else { return };
        let Some(command) = notebook.latest(|now| (button.command)(now, &values)) else { return };
        let brings = (button.brings)(&command);
        wanted.set(brings.filter(|of| notebook.latest(|now| now.figure(of).is_none())));
        notebook.send(command);
    };
    Effect::new(move |_| {
        if let Some(of) = wanted.get()
            && notebook.row(|row| row.today().figure(&of).is_some())
        {
            wanted.set(None);
            form.reset(button.takes);
            notebook.choose(&of);
        }
    });
    let lead = Memo::new(move |_| notebook.row(|row| (button.is_next)(row.today())));
    view! {
        <WishButton label=button.label lead on_press=press enters=form.enters(button.takes) />
    }
    .into_any()
}

/// The button that begins another one beside it, once this one has come to its end.
fn another<D: Example>(notebook: SessionSignals<D>) -> Option<AnyView> {
    let Another { label, is_over } = D::ANOTHER?;
    let is_over = Memo::new(move |_| notebook.row(|row| is_over(row.today())));
    let begin = move |_| {
        let before = notebook.name_untracked();
        // Where it can't be begun, that is told.
        let then = move || {
            if untrack(|| notebook.cabinet().keeps()) {
                notebook.tell(format!("{before} is kept under Diaries."));
            }
            // This button has gone with the diary.
            dom::focus(OPENING);
        };
        notebook.start(Start::Empty, then);
    };
    let button = move || {
        is_over
            .get()
            .then(|| view! { <button class="plain" on:click=on(begin)>{label}</button> }.into_any())
    };
    Some(views(button).into_any())
}
