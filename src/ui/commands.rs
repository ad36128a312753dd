//! What an example's commands are given with, on the page.

use leptos::prelude::*;

use super::{
    components::field::CommandButton,
    form::Form,
    ids::OPENING,
    live::{effect, live, memo, on, views},
    session_signals::SessionSignals,
};
use crate::browser::dom;
use examples::{
    Example,
    form::{Another, Button, Control, Field, Input, Use, buttons, fields},
};
use storage::Start;

/// The fields and buttons that give commands.
pub(super) fn commands<D: Example>(signals: SessionSignals<D>) -> AnyView {
    let form = Form::new(signals, fields(D::COMMANDS), signals.reader.figure, "");
    // On a phone the seldom ones stand there when they are asked for.
    let all = RwSignal::new(false);
    let has_more = D::COMMANDS.len() > FEW;
    let more = has_more.then(|| {
        view! {
            <button
                class="plain link more"
                aria-expanded=live(move || all.get().to_string())
                on:click=on(move |_| all.update(|all| *all = !*all))
            >
                {live(move || if all.get() { "Less" } else { "More" }.to_owned())}
            </button>
        }
        .into_any()
    });
    view! {
        <div class="wishes" class:all=live(move || all.get() || !has_more)>
            {controls(signals, form, D::COMMANDS)} {more} {another(signals)}
        </div>
    }
    .into_any()
}

/// So many fields and buttons are in sight together, also on a phone.
const FEW: usize = 3;

fn controls<D: Example>(
    signals: SessionSignals<D>,
    form: Form<D>,
    parts: &'static [Control<D>],
) -> Vec<AnyView> {
    let part = |part: &'static Control<D>| {
        let (view, is_often) = match part {
            Control::Field(field) => (form.view(field.id), often_filled(signals, field)),
            Control::Button(button) => {
                (press_button(signals, form, button), often_pressed(signals, button))
            }
            Control::Together(parts) => {
                let is_often = buttons(parts).into_iter().map(|it| often_pressed(signals, it));
                let is_often: Vec<_> = is_often.collect();
                let view = view! { <div class="joined">{controls(signals, form, parts)}</div> };
                (view.into_any(), memo(move |_| is_often.iter().any(Memo::get)))
            }
        };
        view! { <div class="part" class:seldom=live(move || !is_often.get())>{view}</div> }
            .into_any()
    };
    parts.iter().map(part).collect()
}

/// Whether a button is one of those that stand there without being asked for.
fn often_pressed<D: Example>(signals: SessionSignals<D>, button: &'static Button<D>) -> Memo<bool> {
    let is_often = button.used == Use::Often;
    memo(move |_| is_often || signals.row(|row| (button.is_next)(row.today())))
}

/// Whether a field belongs to one of them. Which figure it is about is told where it isn't the first.
fn often_filled<D: Example>(signals: SessionSignals<D>, field: &'static Field<D>) -> Memo<bool> {
    if matches!(field.input, Input::Figure) {
        let figure = signals.reader.figure;
        return memo(move |_| figure.get() > 0);
    }
    let takes = buttons(D::COMMANDS).into_iter().filter(|it| it.takes.contains(&field.id));
    let takes: Vec<_> = takes.map(|it| often_pressed(signals, it)).collect();
    memo(move |_| takes.iter().any(Memo::get))
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
    effect(move |_| {
        if let Some(of) = wanted.get()
            && signals.row(|row| row.today().figure(&of).is_some())
        {
            wanted.set(None);
            form.reset(button.takes);
            signals.choose(&of);
        }
    });
    let lead = memo(move |_| signals.row(|row| (button.is_next)(row.today())));
    view! {
        <CommandButton
            label=button.label
            quiet=button.used == Use::Seldom
            lead
            on_press=press
            enters=form.enters(button.takes)
        />
    }
    .into_any()
}

/// The button that begins another one beside it, once this one has come to its end.
fn another<D: Example>(signals: SessionSignals<D>) -> Option<AnyView> {
    let Another { label, is_over } = D::ANOTHER?;
    let is_over = memo(move |_| signals.row(|row| is_over(row.today())));
    // This button goes with the diary.
    let begin = move |_| begin_another(signals, || dom::focus(OPENING));
    let button = move || {
        is_over
            .get()
            .then(|| view! { <button class="plain" on:click=on(begin)>{label}</button> }.into_any())
    };
    Some(views(button).into_any())
}

/// Begins another one beside this one; `then` is called when it is shown. Where it can't be begun, that is told.
pub(super) fn begin_another<D: Example>(signals: SessionSignals<D>, then: impl FnOnce() + 'static) {
    let before = signals.name_untracked();
    let then = move || {
        if untrack(|| signals.diaries().keeps()) {
            signals.tell(format!("{before} is kept under Diaries."));
        }
        then();
    };
    signals.start(Start::Empty, then);
}
