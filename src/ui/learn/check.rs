//! Questions before the course and after it. Where one stands is read off the learning diary;
//! nothing else keeps it, and which answer is right is told only after the second round.

use leptos::prelude::*;

use crate::{
    browser::dom,
    routes::Place,
    ui::live::{effect, live, memo, on, views},
};
use course::{CHECK, Choice, Learned, Round, lesson::Command};

use english::counted::{spelled, spelled_first};

use super::{gain, route::HEADING};

/// Where the check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// This question of a round is the next one, by its place.
    Asks(Round, usize),
    /// The first round is complete, and the second has not been begun.
    Between,
    /// Both are complete.
    Diffable,
}

/// The place of the question on the page, which takes the focus when the next one is asked.
const QUESTION: &str = "check-question";

/// The check: its next question, or what both rounds came to.
///
/// `learned` is what the learning diary comes to, `send` gives a command to the course, and `say` says
/// something aloud.
pub(super) fn page(
    learned: Signal<Learned>,
    send: Callback<Command>,
    say: Callback<String>,
) -> AnyView {
    let goes_on = RwSignal::new(false);
    let stand = memo(move |_| learned.with(|learned| stand(learned, goes_on.get())));
    // What is said comes when the answer is in the diary, and not with the press.
    effect(move |before: Option<Stand>| {
        let now = stand.get();
        if let Some(Stand::Asks(_, question)) = before.filter(|before| *before != now) {
            dom::focus(QUESTION);
            say.run(follow_up(question));
        }
        now
    });
    let go_on = move |_| {
        goes_on.set(true);
        dom::focus(QUESTION);
    };
    let shown = move || {
        match stand.get() {
        Stand::Asks(round, question) => {
            view! { <Asks round question send say /> }.into_any()
        }
        Stand::Between => view! {
            <p>
                {format!(
                    "You have answered all {}. Which answers are right is told after the second round. Go through the course first, then come back.",
                    spelled(CHECK.len()),
                )}
            </p>
            <p class="wishes">
                <a class="lead" href=Place::Learn.address()>"To the course"</a>
                <button on:click=on(go_on)>"Begin the second round"</button>
            </p>
        }
        .into_any(),
        Stand::Diffable => learned.with(gain::view),
    }
    };
    view! {
        <div class="check">
            <h2 class="question" id=HEADING tabindex="-1">{title()}</h2>
            <p class="hint">
                "Answer them before the course and once more after it, and you see what you have gained. There is no mark. Your answers are kept in your own learning diary, in this browser, and are sent nowhere."
            </p>
            <div id=QUESTION tabindex="-1" role="group" aria-label="Question">{views(shown)}</div>
        </div>
    }
    .into_any()
}

/// What it is called.
pub(super) fn title() -> String {
    format!("{} questions, before and after", spelled_first(CHECK.len()))
}

/// The next question of the first round; then, once the learner wants it, of the second.
fn stand(learned: &Learned, goes_on: bool) -> Stand {
    if let Some(place) = next(learned, Round::Before) {
        return Stand::Asks(Round::Before, place);
    }
    match next(learned, Round::After) {
        None => Stand::Diffable,
        Some(_) if !goes_on && learned.score(Round::After).answered == 0 => Stand::Between,
        Some(place) => Stand::Asks(Round::After, place),
    }
}

/// The place of the first question that is open in a round.
fn next(learned: &Learned, round: Round) -> Option<usize> {
    CHECK.iter().position(|question| learned.answer(round, question.name).is_none())
}

/// A question of a round. No answer is marked before both rounds are complete.
#[component]
fn Asks(
    round: Round,
    question: usize,
    send: Callback<Command>,
    say: Callback<String>,
) -> impl IntoView {
    let chosen = RwSignal::new("");
    let problem = RwSignal::new("");
    let asked = CHECK.get(question);
    let keep = move |_| {
        let Some(asked) = asked else { return };
        if chosen.get_untracked().is_empty() {
            problem.set("Choose one of the answers first. A guess will do.");
            say.run(problem.get_untracked().into());
            return;
        }
        let (name, choice) = (asked.name.to_owned(), chosen.get_untracked().to_owned());
        send.run(Command::AnswerCheck { round, question: name, choice });
    };
    let choice = move |choice: &'static Choice| {
        let choose = move |_| {
            problem.set("");
            chosen.set(choice.name);
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="check"
                    aria-describedby="check-problem"
                    prop:checked=live(move || chosen.get() == choice.name)
                    on:change=on(choose)
                />
                <span>{choice.words}</span>
            </label>
        }
        .into_any()
    };
    let round = match round {
        Round::Before => "Before the course",
        Round::After => "After the course",
    };
    let choices = asked.map_or(&[][..], |asked| asked.choices).iter().map(choice);
    view! {
        <p class="aside">{format!("{round} · question {} of {}", question + 1, CHECK.len())}</p>
        <progress max=CHECK.len() value=question aria-label="Questions answered"></progress>
        <fieldset>
            <legend>{asked.map(|asked| asked.ask)}</legend>
            {choices.collect::<Vec<_>>()}
        </fieldset>
        <p class="problem" id="check-problem">
            {live(move || problem.get())}
        </p>
        <button class="lead" on:click=on(keep)>
            "Keep this answer"
        </button>
    }
}

/// What is said when an answer has been kept: the question that comes next.
fn follow_up(question: usize) -> String {
    match CHECK.get(question + 1) {
        Some(next) => format!("Kept. Question {} of {}: {}", question + 2, CHECK.len(), next.ask),
        None => "Kept. That was the last question.".into(),
    }
}
