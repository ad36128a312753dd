//! What both worlds say to a question. All of this is in a part that is fetched with the first one.

pub mod proof;

use std::time::Duration;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{
    components::{entry_link::EntryLink, entry_links::LISTED},
    live::{effect, on, views},
    reader::reader,
    session_signals::SessionSignals,
};
use crate::browser::{clock::Zone, dom, focus};
use examples::{
    Kind,
    calendar::Calendar,
    questions::{Answer, Finding, Questions, Verdict},
};

pub use proof::{Proof, ProofProps};

use proof::Cases;

/// How long nothing is typed before the answer is said.
const PAUSE: Duration = Duration::from_millis(700);

/// What was gathered of a diary for the questions on its cards. It is one for all of them, and goes
/// on with each line that is written: only another diary makes it begin anew.
pub struct Gathered<G: 'static>(StoredValue<(usize, G)>);

// Deriving would ask for what was gathered to be copied; only the handle is.
impl<G> Clone for Gathered<G> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G> Copy for Gathered<G> {}

impl<G: Default + Send + Sync> Gathered<G> {
    /// Nothing has been gathered yet.
    pub fn nothing() -> Self {
        Self(StoredValue::new((0, G::default())))
    }

    /// Asks what was gathered of this edition of the diary.
    fn ask(self, edition: usize, ask: impl FnOnce(&mut G) -> Vec<Answer>) -> Vec<Answer> {
        let asked = self.0.try_update_value(|(of, gathered)| {
            if *of != edition {
                (*of, *gathered) = (edition, G::default());
            }
            ask(gathered)
        });
        // Nothing when the page is gone.
        asked.unwrap_or_default()
    }
}

/// What shows the answers to a question, which goes by these words, whenever it is asked.
pub type Answering<D> =
    Callback<(Memo<Option<<D as Questions>::Question>>, Signal<String>), AnyView>;

/// What both worlds say to the questions of one kind of diary.
pub type AnswersOf<D> = fn(
    SessionSignals<D>,
    Gathered<<D as Questions>::Gathered>,
    Memo<Option<<D as Questions>::Question>>,
    Signal<String>,
) -> AnyView;

/// What both worlds say to a question, again when it is made another one.
pub(super) fn to<D: Kind + Questions>(
    signals: SessionSignals<D>,
    gathered: Gathered<D::Gathered>,
    question: Memo<Option<D::Question>>,
    words: Signal<String>,
) -> AnyView {
    let today = signals.reader.today();
    let ask = move |()| {
        let ask = |question| ask(signals, gathered, question, today.get());
        question.get().map(ask).unwrap_or_default()
    };
    answers(words, Callback::new(ask))
}

/// Asks both worlds about the figure that is chosen, on this day.
pub(super) fn ask<D: Kind + Questions>(
    signals: SessionSignals<D>,
    gathered: Gathered<D::Gathered>,
    question: D::Question,
    today: NaiveDate,
) -> Vec<Answer> {
    let reader = signals.reader;
    let about = signals.chosen();
    let calendar = Calendar { today, zone: reader.clock.zone() };
    signals.ask(|diary, row| {
        gathered.ask(reader.edition(), |gathered| {
            D::answers(question, gathered, about.as_ref(), (diary, row), &calendar, LISTED)
        })
    })
}

/// The answers to a question that has just been asked. They are said aloud as well, also when the
/// question is made another one, and are computed again when the diary grows.
pub(super) fn answers(question: Signal<String>, answers: Callback<(), Vec<Answer>>) -> AnyView {
    let reader = reader();
    reader.tried.update(|tried| tried.question = true);
    let say = move |question: String| {
        // What is said later may come when the page is gone.
        if let Some(answers) = untrack(|| answers.try_run(())) {
            reader.say(spoken(&question, &answers, reader.clock.zone()));
        }
    };
    untrack(|| say(question.get()));
    // Not at every key, and not when all questions change because another account was chosen.
    let mut say_later = debounce(PAUSE, say);
    effect(move |before: Option<()>| {
        let question = question.get();
        if before.is_some() && dom::is_in_a_field() {
            say_later(question);
        }
    });
    let both = |answer| view! { <AnswerView answer /> }.into_any();
    let shown = move || {
        focus::hand_on();
        answers.run(()).into_iter().map(both).collect::<Vec<_>>()
    };
    view! { <div class="answers">{views(shown)}</div> }.into_any()
}

/// Both worlds' answers beside each other.
#[component]
pub fn AnswerView(
    /// The answers.
    answer: Answer,
) -> impl IntoView {
    let Answer { label, diary, snapshot } = answer;
    // Of two answers the first must not push the second out of sight.
    let folds = !label.is_empty();
    let label = (!label.is_empty()).then(|| view! { <h4>{label}</h4> }.into_any());
    view! {
        {label}
        <div class="pair">
            <div class="from-snapshot" data-testid="answer-snapshot">
                <span class="world">"Snapshot only"</span>
                <VerdictView verdict=snapshot />
            </div>
            <div class="from-diary" data-testid="answer-diary">
                <span class="world">"The Diary"</span>
                <FindingView finding=diary folds />
            </div>
        </div>
    }
}

/// What the snapshot says.
#[component]
pub fn VerdictView(
    /// What it says.
    verdict: Verdict,
) -> impl IntoView {
    let zone = reader().clock.zone();
    match verdict {
        Verdict::Knows { value, note } => view! {
            <p class="value">
                <bdi>{value.words(&zone)}</bdi>
            </p>
            <p class="why">{note.into_owned()}</p>
        }
        .into_any(),
        Verdict::CannotKnow { why, overwritten_by } => view! {
            <p class="value cannot">"cannot know"</p>
            <p class="why">
                <bdi dir="ltr">{why}</bdi>
                {overwritten_by
                    .map(|entry| {
                        view! {
                            " Overwritten by "
                            <EntryLink entry words=format!("entry {entry}") />
                            "."
                        }
                        .into_any()
                    })}
            </p>
        }
        .into_any(),
    }
}

#[component]
fn FindingView(finding: Finding, folds: bool) -> impl IntoView {
    let reader = reader();
    let words = finding.value_words(&reader.clock.zone());
    let sum = finding.total();
    let Finding { value: _, note, rests_on, more, cases, more_cases, sign, version } = finding;
    let rests_on = if cases.is_empty() {
        (!rests_on.is_empty()).then(|| view! { <Proof rests_on more sum sign folds /> }.into_any())
    } else {
        let rest = more.change.filter(|_| more.count == more_cases).map(|rest| sign.of(rest));
        Some(view! { <Cases cases more=more_cases rest /> }.into_any())
    };
    let words = view! { <bdi>{words}</bdi> }.into_any();
    // What rests on no entry can be seen nowhere.
    let words = if rests_on.is_none() {
        words
    } else {
        view! {
            <button
                class="value-link"
                title="Go to the moment when this could be seen"
                on:click=on(move |_| reader.come_to(version))
            >
                {words}
            </button>
        }
        .into_any()
    };
    view! {
        <p class="value">{words}</p>
        <p class="why">
            <bdi dir="ltr">{note}</bdi>
        </p>
        {rests_on}
    }
}

/// Both answers as they are said aloud.
pub(super) fn spoken(question: &str, answers: &[Answer], zone: Zone) -> String {
    let both = |Answer { label, diary, snapshot }: &Answer| {
        let snapshot = match snapshot {
            Verdict::Knows { value, .. } => value.words(&zone),
            Verdict::CannotKnow { .. } => "cannot know".into(),
        };
        let diary = diary.words(&zone);
        format!(" {label} the diary says: {diary}. The snapshot says: {snapshot}.")
    };
    std::iter::once(question.to_owned()).chain(answers.iter().map(both)).collect()
}
