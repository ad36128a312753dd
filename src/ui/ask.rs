//! Question cards: each is answered by both worlds, side by side.

use leptos::prelude::*;

use super::{
    live::{live, on, views},
    page::EntryLink,
    reader::reader,
    sum::term_words,
};
use crate::{
    browser::{clock::Zone, dom},
    domain::{
        Money,
        questions::{Answer, Citation, Finding, Verdict},
    },
};

/// A question that can be asked from elsewhere on the page too.
#[derive(Clone, Copy)]
pub struct Asking {
    asked: RwSignal<bool>,
    /// The id of its card.
    card: &'static str,
    /// Says both answers aloud; the card knows how.
    tell: StoredValue<Option<Callback<()>>>,
}

impl Asking {
    /// A question that has not been asked yet, and the id of its card.
    pub fn new(card: &'static str) -> Self {
        Self { asked: RwSignal::new(false), card, tell: StoredValue::new(None) }
    }

    /// Asks it, and brings the answer into sight.
    pub fn ask(self) {
        self.asked.set(true);
        dom::focus(self.card);
        if let Some(tell) = self.tell.get_value() {
            tell.run(());
        }
    }
}

/// One question, its choices, and the answers once it has been asked.
#[component]
pub fn QuestionCard(
    /// The question, which is also the card's name.
    #[prop(into)]
    question: Signal<String>,
    /// What both worlds say; computed when asked, and again when the diary grows.
    #[prop(into)]
    answers: Callback<(), Vec<Answer>>,
    /// Fields that make the question more exact.
    #[prop(optional_no_strip)]
    choices: Option<AnyView>,
    /// For a question that can be asked from elsewhere on the page too.
    #[prop(optional_no_strip)]
    asking: Option<Asking>,
    /// What the ids of its parts start with.
    id: &'static str,
) -> impl IntoView {
    let reader = reader();
    let is_first = asking.is_some();
    let asking = asking.unwrap_or_else(|| Asking::new(id));
    let Asking { asked, card, tell } = asking;
    tell.set_value(Some(Callback::new(move |()| {
        reader.tried.update(|tried| tried.question = true);
        reader.say(untrack(|| spoken(&question.get(), &answers.run(()), reader.clock.zone())));
    })));
    let press = move |_| {
        if asked.get_untracked() {
            asked.set(false);
        } else {
            asked.set(true);
            if let Some(tell) = tell.get_value() {
                tell.run(());
            }
        }
    };
    let answered = move || {
        let both = |answer| view! { <AnswerView answer /> }.into_any();
        asked.get().then(|| {
            let answers = answers.run(()).into_iter().map(both).collect::<Vec<_>>();
            view! { <div class="answers">{answers}</div> }.into_any()
        })
    };
    let heading = format!("{id}-question");
    let labelled_by = heading.clone();
    view! {
        <div
            class="card"
            class:asked=live(move || asked.get())
            role="group"
            tabindex="-1"
            aria-labelledby=labelled_by
            id=card
        >
            <div class="card-head">
                <h3 id=heading>{live(move || question.get())}</h3>
                <button
                    class:lead=live(move || is_first && !asked.get())
                    aria-expanded=live(move || asked.get().to_string())
                    on:click=on(press)
                >
                    {live(move || if asked.get() { "Close" } else { "Ask" }.to_owned())}
                </button>
            </div>
            <div class="choices">{choices}</div>
            {views(answered)}
        </div>
    }
}

/// Both worlds' answers beside each other.
#[component]
pub(super) fn AnswerView(
    /// The answers.
    answer: Answer,
) -> impl IntoView {
    let Answer { label, diary, snapshot } = answer;
    let label = (!label.is_empty()).then(|| view! { <h4>{label}</h4> }.into_any());
    view! {
        {label}
        <div class="pair">
            <div class="from-snapshot" data-testid="answer-snapshot">
                <span class="world">"Snapshot"</span>
                <VerdictView verdict=snapshot />
            </div>
            <div class="from-diary" data-testid="answer-diary">
                <span class="world">"Diary"</span>
                <FindingView finding=diary />
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
            <p class="why">{note}</p>
        }
        .into_any(),
        Verdict::CannotKnow { why, overwritten_by } => view! {
            <p class="value cannot">"cannot know"</p>
            <p class="why">
                <bdi>{why}</bdi>
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
fn FindingView(finding: Finding) -> impl IntoView {
    let reader = reader();
    let Finding { value, note, rests_on, page } = finding;
    let sum = value.amount();
    let rests_on = (!rests_on.is_empty()).then(|| view! { <Proof rests_on sum /> }.into_any());
    view! {
        <p class="value">
            <button
                class="value-link"
                title="Go to the moment when this could be seen"
                on:click=on(move |_| reader.visit(page))
            >
                <bdi>{value.words(&reader.clock.zone())}</bdi>
            </button>
        </p>
        <p class="why">
            <bdi>{note}</bdi>
        </p>
        {rests_on}
    }
}

/// Entries that are listed one by one. A proof of more is cut, and says so.
pub(super) const LISTED: usize = 24;

/// The entries that an answer rests on; where it is a sum of several, as that sum.
#[component]
pub fn Proof(
    /// The entries, in their order.
    rests_on: Vec<Citation>,
    /// What they come to, where they are the terms of a sum.
    sum: Option<Money>,
) -> impl IntoView {
    let sum = sum.filter(|_| rests_on.len() > 1);
    let sum = sum.map(|sum| view! { <b>{sum.to_string()}</b> " = 0" }.into_any());
    let more = rests_on.get(LISTED..).filter(|more| !more.is_empty()).map(|more| {
        let changes: Option<Vec<Money>> = more.iter().map(|citation| citation.change).collect();
        let together = changes.map(|changes| term_words(changes.into_iter().sum()));
        let count = more.len();
        together.map_or_else(
            || format!(" and {count} more"),
            |together| format!(" {together} (in {count} more)"),
        )
    });
    let cited = |citation: Citation| {
        let entry = citation.entry;
        let words = match citation.change {
            Some(change) => term_words(change),
            None => format!("entry {entry}"),
        };
        view! {
            " "
            <EntryLink entry words />
        }
        .into_any()
    };
    view! {
        <p class="proof">
            {sum}
            {rests_on.into_iter().take(LISTED).map(cited).collect::<Vec<_>>()}
            {more.unwrap_or_default()}
        </p>
    }
}

/// Both answers as they are said aloud.
pub(super) fn spoken(question: &str, answers: &[Answer], zone: Zone) -> String {
    let both = |Answer { label, diary, snapshot }: &Answer| {
        let snapshot = match snapshot {
            Verdict::Knows { value, .. } => value.words(&zone),
            Verdict::CannotKnow { .. } => "cannot know".into(),
        };
        let diary = diary.value.words(&zone);
        format!(" {label} the diary says: {diary}. The snapshot says: {snapshot}.")
    };
    std::iter::once(question.to_owned()).chain(answers.iter().map(both)).collect()
}
