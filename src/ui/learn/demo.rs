//! A demo on the screen: what lies on it, its buttons, and both of its sides.

use leptos::prelude::*;

use crate::{
    browser::random,
    ui::live::{live, memo, on, views},
};
use course::demo::{Action, Demo, Experiment, Key, Side};

use super::demo_side::side;

/// A demo that is set up. All of it can be handed around by copy.
#[derive(Clone, Copy)]
struct Stand {
    demo: Demo,
    experiment: StoredValue<Box<dyn Experiment>, LocalStorage>,
    /// Both sides before the last press and after it: what is new is what differs.
    sides: RwSignal<[[Side; 2]; 2]>,
    /// Why the last press led to nothing; empty when it did.
    problem: RwSignal<String>,
}

/// A chapter's demo, as it stands when the chapter is opened.
///
/// `next` is the button that is to be pressed next. `pressed` is told the name of each one that was
/// pressed, and `say` says aloud what came of it.
pub(super) fn view(
    demo: Demo,
    next: Signal<Option<&'static str>>,
    pressed: Callback<&'static str>,
    say: Callback<String>,
) -> AnyView {
    match set_up(demo) {
        Ok(experiment) => {
            let stand = Stand::of(demo, experiment);
            view! { <StandView stand next pressed say /> }.into_any()
        }
        Err(why) => view! {
            <section class="notice" aria-label="Demo">
                <p>{sorry(&why)}</p>
            </section>
        }
        .into_any(),
    }
}

/// The id of a button of the demo.
pub(super) fn button_id(name: &str) -> String {
    ["bench-", &name.replace(' ', "-")].concat()
}

fn set_up(demo: Demo) -> Result<Box<dyn Experiment>, String> {
    let key = if demo.needs_key() { random::key()? } else { Key::default() };
    Ok(demo.open(key))
}

fn sorry(why: &str) -> String {
    format!("Sorry, {why}. You can read on without this demo, or try another browser.")
}

impl Stand {
    fn of(demo: Demo, experiment: Box<dyn Experiment>) -> Self {
        let sides = experiment.sides();
        Self {
            demo,
            experiment: StoredValue::new_local(experiment),
            sides: RwSignal::new([sides.clone(), sides]),
            problem: RwSignal::new(String::new()),
        }
    }

    /// Its buttons as they are now, tracked: whatever is pressed changes the sides.
    fn actions(self) -> Vec<Action> {
        self.sides.track();
        self.experiment.with_value(|experiment| experiment.actions())
    }

    /// Presses a button. Gives back its name, or nothing when it can't be pressed.
    fn press(self, button: usize) -> Option<&'static str> {
        let action = untrack(|| self.actions()).into_iter().nth(button);
        let why_not = action.and_then(|action| action.why_not).unwrap_or_default();
        self.problem.set(why_not.into());
        let press = |experiment: &mut Box<dyn Experiment>| {
            let name = experiment.press(button)?;
            Some((name, experiment.sides()))
        };
        let (name, now) = self.experiment.try_update_value(press)??;
        self.sides.update(|[before, last]| *before = std::mem::replace(last, now));
        Some(name)
    }

    /// Sets it up once more. Whatever is on the page stays there, and with it the focus.
    fn start_again(self) {
        match set_up(self.demo) {
            Ok(experiment) => {
                let sides = experiment.sides();
                self.experiment.set_value(experiment);
                self.problem.set(String::new());
                self.sides.set([sides.clone(), sides]);
            }
            Err(why) => self.problem.set(sorry(&why)),
        }
    }

    /// What the last press led to: once where both sides say the same, else with each side's name.
    fn effect(self) -> Vec<(&'static str, String)> {
        self.sides.with(|[_, [left, right]]| {
            let [one, other] = [left, right].map(|side| (side.name, side.said.clone()));
            match left.said == right.said {
                true if left.said.is_empty() => Vec::new(),
                true => vec![("", one.1)],
                false => vec![one, other],
            }
        })
    }
}

#[component]
fn StandView(
    stand: Stand,
    next: Signal<Option<&'static str>>,
    pressed: Callback<&'static str>,
    say: Callback<String>,
) -> impl IntoView {
    let press = move |button| match stand.press(button) {
        Some(name) => {
            say.run(untrack(|| spoken(&stand.effect())));
            pressed.run(name);
        }
        None => say.run(stand.problem.get_untracked()),
    };
    let again = move |_| {
        stand.start_again();
        say.run("The demo stands as it did at first.".into());
    };
    let about = stand.experiment.with_value(|experiment| experiment.about());
    let actions = memo(move |_| stand.actions());
    // Their number, order and labels never change, so a button that was pressed keeps the focus.
    let buttons = actions.get_untracked().into_iter().enumerate().map(|(at, action)| {
        let why_not = move || actions.with(|actions| actions.get(at)?.why_not);
        view! {
            <button
                id=button_id(action.name)
                class:lead=live(move || next.get() == Some(action.name))
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
            view! { <p>{side} " " <bdi dir="ltr">{said}</bdi></p> }.into_any()
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
                <h3 id="bench-heading">"Try it"</h3>
                <button class="plain" on:click=on(again)>
                    "Start again"
                </button>
            </div>
            <p>{about}</p>
            <p class="aside">"These buttons do what is listed under “See for yourself”."</p>
            <div class="wishes">{buttons.collect::<Vec<_>>()}</div>
            <p class="problem">{live(move || stand.problem.get())}</p>
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
