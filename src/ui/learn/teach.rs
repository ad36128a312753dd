//! For teachers: what each chapter is for, how long it takes, what many believe before it, and its
//! answer, which is folded away so that nobody reads it by accident.

use leptos::prelude::*;

use crate::{
    browser::dom,
    ui::live::{live, on},
};
use course::{Chapter, PARTS, Part, chapters};
use english::counted::spelled_first;

use super::{
    handout,
    route::{HEADING, href},
};

/// What is printed.
#[derive(Clone, Copy, PartialEq)]
enum Paper {
    Handout,
    Notes,
}

/// The teachers' page.
pub(super) fn page() -> AnyView {
    let is_open = RwSignal::new(false);
    let paper = RwSignal::new(Paper::Notes);
    let print = move |what| {
        move |_| {
            paper.set(what);
            dom::print();
        }
    };
    let fold = move |_| is_open.update(|open| *open = !*open);
    let fold_words = move || if is_open.get() { "Close all answers" } else { "Open all answers" };
    let chapters = spelled_first(chapters().count());
    let minutes: u32 = PARTS.iter().map(|part| part.minutes()).sum();
    view! {
        <div class="teach" class:prints-handout=live(move || paper.get() == Paper::Handout)>
            <div class="notes-for-teachers">
                <h2 class="question" id=HEADING tabindex="-1">"For teachers"</h2>
                <p>
                    {format!(
                        "{chapters} short chapters, about {minutes} minutes in all. Part A is enough for a first lesson. In each chapter the class commits to a guess before anything is shown; that is where the learning happens, so leave time for it.",
                    )}
                </p>
                <h3>"With a projector"</h3>
                <p>
                    <a href="?present#/learn">"Present the course"</a>
                    " sets the type larger and hides each answer until you ask for it. PageDown leads down a chapter and then to the next one. PageUp leads back, so a clicker works. "
                    <code translate="no">"?present"</code>
                    " does the same in the address of any chapter."
                </p>
                <h3>"How a lesson goes well"</h3>
                <ol>
                    <li>"Read the question aloud. Everybody writes down a guess, without talking."</li>
                    <li>"Let neighbours compare for a minute. Those who disagree explain their guesses."</li>
                    <li>"Commit to what most of them guessed, right or wrong. The page replays the diary."</li>
                    <li>"Ask people who were surprised what they had thought. The page has an answer to each of the usual guesses."</li>
                </ol>
                <h3>"On paper"</h3>
                <p>
                    "The handout has the diary with an empty column for the balances. It has each question with its story and with room for a guess. It has no answers. These notes print as they are on the screen, with the answers that are open."
                </p>
                <p class="wishes">
                    <button class="lead" on:click=on(print(Paper::Handout))>"Print the handout"</button>
                    <button on:click=on(print(Paper::Notes))>"Print these notes"</button>
                    <button on:click=on(fold)>{live(fold_words)}</button>
                </p>
                {PARTS.iter().map(|part| part_view(part, is_open)).collect::<Vec<_>>()}
            </div>
            {handout::view()}
        </div>
    }
    .into_any()
}

fn part_view(part: &'static Part, is_open: RwSignal<bool>) -> AnyView {
    let chapters = part.chapters.iter().map(|chapter| chapter_view(chapter, is_open));
    view! {
        <section class="part">
            <h3>{format!("Part {}: {}", part.letter, part.title)}</h3>
            <p>{format!("About {} minutes. {}", part.minutes(), part.purpose)}</p>
            <div class="spread">{chapters.collect::<Vec<_>>()}</div>
        </section>
    }
    .into_any()
}

fn chapter_view(chapter: &'static Chapter, is_open: RwSignal<bool>) -> AnyView {
    let because = chapter.question.fields.iter().map(|field| field.because);
    let answer = |((label, answer), because): ((&'static str, String), &'static str)| {
        view! {
            <p>
                {ended(label, ":")}
                " "
                <b>{ended(&answer, ".")}</b>
                " "
                {because}
            </p>
        }
        .into_any()
    };
    let answers = chapter.answers().into_iter().zip(because).map(answer).collect::<Vec<_>>();
    let link = href(chapter);
    view! {
        <article class="card">
            <h4>
                <a href=link>{format!("{} {}", chapter.name(), chapter.title)}</a>
            </h4>
            <dl>
                <dt>"Time"</dt>
                <dd>{format!("{} minutes", chapter.minutes)}</dd>
                <dt>"Many believe"</dt>
                <dd>{chapter.misconception}</dd>
                <dt>"Question"</dt>
                <dd>{chapter.question.ask}</dd>
            </dl>
            <details prop:open=live(move || is_open.get())>
                <summary>{format!("Answer and purpose of {}", chapter.name())}</summary>
                {answers}
                <p>
                    "What to take along: "
                    <em>{chapter.idea}</em>
                </p>
            </details>
        </article>
    }
    .into_any()
}

/// Words with a mark behind them, where they don't end in one of their own.
fn ended(words: &str, mark: &str) -> String {
    let mark = if words.ends_with(['.', '?', '!', '…']) { "" } else { mark };
    [words, mark].concat()
}
