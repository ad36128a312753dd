//! What both rounds of the check came to, and why each answer is right or not.

use leptos::prelude::*;

use course::{CHECK, CheckQuestion, Choice, Learned, Round, Transfer};
use english::counted::spelled;

const ROUNDS: [(Round, &str); 2] = [(Round::Before, "Before"), (Round::After, "After")];

/// The gain, and all questions with both answers.
pub(super) fn view(learned: &Learned) -> AnyView {
    let row = |name: String, of: &dyn Fn(&CheckQuestion) -> bool| {
        let total = CHECK.iter().filter(|question| of(question)).count();
        let right = ROUNDS.map(|(round, _)| {
            let is_right =
                |question: &&CheckQuestion| of(question) && right(learned, round, question);
            CHECK.iter().filter(is_right).count()
        });
        let [before, after] = right.map(|right| format!("{right} of {total}"));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="amount">{before}</td>
                <td class="amount">{after}</td>
            </tr>
        }
        .into_any()
    };
    let rows = [
        row("What the chapters show".to_owned(), &|question| question.transfer == Transfer::Near),
        row("The same ideas elsewhere".to_owned(), &|question| question.transfer == Transfer::Far),
        row(format!("All {}", spelled(CHECK.len())), &|_| true),
    ];
    let question = |asked: &'static CheckQuestion| view_of(asked, learned);
    view! {
        <p class="big" data-testid="gain">
            {gain_words(learned.gain().unwrap_or_default())}
        </p>
        <div class="wide">
            <table>
                <caption>"Right answers"</caption>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col" class="amount">"Before"</th>
                        <th scope="col" class="amount">"After"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <h3>"The questions, and why"</h3>
        <ol class="checked">{CHECK.iter().map(question).collect::<Vec<_>>()}</ol>
    }
    .into_any()
}

fn view_of(asked: &'static CheckQuestion, learned: &Learned) -> AnyView {
    let choice_in = |round| {
        let name = learned.answer(round, asked.name);
        asked.choices.iter().find(|choice| Some(choice.name) == name)
    };
    let answer = |(round, when): (Round, &'static str)| {
        let choice = choice_in(round)?;
        Some(
            view! {
                <p>
                    <b>{when}</b>
                    " "
                    {mark(choice)}
                    " "
                    {choice.words}
                </p>
            }
            .into_any(),
        )
    };
    // Each answer that was given is explained once, and the right one in any case.
    let given = ROUNDS.map(|(round, _)| choice_in(round).map(|choice| choice.name));
    let is_explained = |choice: &&Choice| choice.right || given.contains(&Some(choice.name));
    let why = |choice: &'static Choice| {
        view! {
            <p class="hint">
                <em>{choice.words}</em>
                " "
                {choice.why}
            </p>
        }
        .into_any()
    };
    view! {
        <li>
            <details>
                <summary>{asked.ask}</summary>
                {ROUNDS.map(answer).into_iter().flatten().collect::<Vec<_>>()}
                {asked.choices.iter().filter(is_explained).map(why).collect::<Vec<_>>()}
            </details>
        </li>
    }
    .into_any()
}

fn right(learned: &Learned, round: Round, question: &CheckQuestion) -> bool {
    let name = learned.answer(round, question.name);
    question.choices.iter().any(|choice| choice.right && Some(choice.name) == name)
}

fn mark(choice: &Choice) -> &'static str {
    if choice.right { "✓ right:" } else { "✕ not right:" }
}

/// The gain as it is told: `Three more right answers` would be read as praise, a number is not.
fn gain_words(gain: i64) -> String {
    match gain {
        0 => "As many right answers as before".into(),
        1 => "One more right answer than before".into(),
        -1 => "One right answer fewer than before".into(),
        more @ 2.. => format!("{more} more right answers than before"),
        fewer => format!("{} right answers fewer than before", fewer.abs()),
    }
}
