//! A bench on the screen: what lies on it, its buttons, and both of its sides.

use leptos::prelude::*;

use crate::{
    browser::chance,
    course::{
        Bench,
        bench::{Action, Experiment, Key, Side},
    },
    ui::live::{live, on, views},
};

use super::bench_side::side;

/// A bench that is set up. All of it can be handed around by copy.
#[derive(Clone, Copy)]
struct Stand {
    experiment: StoredValue<Box<dyn Experiment>, LocalStorage>,
    /// Both sides before the last press and after it: what is new is what differs.
    sides: RwSignal<[[Side; 2]; 2]>,
    /// Why the button that was pressed last can't be; empty when it can.
    why_not: RwSignal<&'static str>,
}

/// A chapter's bench, as it stands when the chapter is opened. Nothing where there is none.
///
/// `pressed` is told the name of each button that was pressed, and `say` says aloud what came of it.
pub(super) fn view(
    bench: Bench,
    pressed: Callback<&'static str>,
    say: Callback<String>,
) -> AnyView {
    // Starting again is to set it up once more, so what is kept is only how often that was.
    let times = RwSignal::new(0);
    let again = Callback::new(move |()| {
        times.update(|times| *times += 1);
        say.run("The bench stands as it did at first.".into());
    });
    let stand = move || {
        times.track();
        match set_up(bench) {
            Ok(None) => ().into_any(),
            Ok(Some(experiment)) => {
                view! { <StandView stand=Stand::of(experiment) pressed say again /> }.into_any()
            }
            Err(why) => view! {
                <section class="notice" aria-label="Bench">
                    <p>
                        {format!("Sorry, {why}. You can read on without this bench, or try another browser.")}
                    </p>
                </section>
            }
            .into_any(),
        }
    };
    views(stand).into_any()
}

fn set_up(bench: Bench) -> Result<Option<Box<dyn Experiment>>, String> {
    // Only a bench that uses the key needs chance, so no other one can fail for want of it.
    let key = if bench == Bench::ForgetMe { chance::key()? } else { Key::default() };
    Ok(bench.open(key))
}

impl Stand {
    fn of(experiment: Box<dyn Experiment>) -> Self {
        let sides = experiment.sides();
        Self {
            experiment: StoredValue::new_local(experiment),
            sides: RwSignal::new([sides.clone(), sides]),
            why_not: RwSignal::new(""),
        }
    }

    /// Its buttons as they are now, tracked: whatever is pressed changes the sides.
    fn actions(self) -> Vec<Action> {
        self.sides.track();
        self.experiment.with_value(|experiment| experiment.actions())
    }

    /// Presses a button. Gives back its name, or why it can't be pressed.
    fn press(self, button: usize) -> Result<&'static str, &'static str> {
        let action = untrack(|| self.actions()).into_iter().nth(button);
        let why_not = action.and_then(|action| action.why_not);
        self.why_not.set(why_not.unwrap_or_default());
        let pressed = self.experiment.try_update_value(|experiment| {
            let name = experiment.press(button)?;
            Some((name, experiment.sides()))
        });
        let Some((name, now)) = pressed.flatten() else { return Err(why_not.unwrap_or_default()) };
        self.sides.update(|sides| {
            let [_, last] = sides;
            *sides = [std::mem::take(last), now];
        });
        Ok(name)
    }

    /// What the last press led to: once where both sides say the same, else under the side's name.
    fn effect(self) -> Vec<(&'static str, String)> {
        self.sides.with(|[_, [left, right]]| {
            if left.said == right.said {
                return vec![("", left.said.clone())];
            }
            [left, right].map(|side| (side.name, side.said.clone())).into()
        })
    }
}

#[component]
fn StandView(
    stand: Stand,
    pressed: Callback<&'static str>,
    say: Callback<String>,
    again: Callback<()>,
) -> impl IntoView {
    let press = move |button| match stand.press(button) {
        Ok(name) => {
            say.run(untrack(|| spoken(&stand.effect())));
            pressed.run(name);
        }
        Err(why) => say.run(why.into()),
    };
    let about = stand.experiment.with_value(|experiment| experiment.about());
    // Their number, order and labels never change, so a button that was pressed keeps the focus.
    let buttons = untrack(|| stand.actions()).into_iter().enumerate().map(|(at, action)| {
        let why_not = move || stand.actions().into_iter().nth(at)?.why_not;
        view! {
            <button
                aria-disabled=live(move || why_not().map(|_| "true"))
                title=live(why_not)
                on:click=on(move |_| press(at))
            >
                {action.label}
            </button>
        }
        .into_any()
    });
    let effect = move || {
        let line = |(side, said): (&'static str, String)| {
            let side = (!side.is_empty()).then(|| view! { <b>{side}</b> }.into_any());
            view! { <p>{side} " " <bdi>{said}</bdi></p> }.into_any()
        };
        stand.effect().into_iter().map(line).collect::<Vec<_>>()
    };
    let half = move |which: usize| {
        let shown = move || {
            stand.sides.with(|[before, now]| {
                let [before, now] = [before, now].map(|both| both.get(which).cloned());
                let (before, now) = (before.unwrap_or_default(), now.unwrap_or_default());
                side(before, now)
            })
        };
        views(shown)
    };
    view! {
        <section class="stand" aria-labelledby="bench-heading">
            <div class="stand-head">
                <h3 id="bench-heading">"Try it on the bench"</h3>
                <button class="plain" on:click=on(move |_| again.run(()))>
                    "Start again"
                </button>
            </div>
            <p>{about}</p>
            <div class="wishes">{buttons.collect::<Vec<_>>()}</div>
            <p class="problem">{live(move || stand.why_not.get())}</p>
            <div class="effect">{views(effect)}</div>
            <div class="sides">{half(0)} {half(1)}</div>
        </section>
    }
}

/// The effect as it is said aloud.
fn spoken(effect: &[(&'static str, String)]) -> String {
    let sentence = |(side, said): &(&'static str, String)| match *side {
        "" => said.clone(),
        side => [side, ": ", said].concat(),
    };
    effect.iter().map(sentence).collect::<Vec<_>>().join(" ")
}
