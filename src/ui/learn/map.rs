//! The map of the course: what is done, what is next, and what it has come to.

use leptos::prelude::*;

use super::{
    check, diary,
    diary::Progress,
    route::{HEADING, href},
    session::Course,
};
use crate::{
    browser::focus,
    routes::Lesson,
    ui::{
        ids::OPENING,
        live::{live, memo, on, views},
    },
};
use course::{Chapter, Done, Earned, Learned, PARTS, Part, SEE_ALSO, Surprise, chapters};
use english::counted::spelled;

/// The map.
pub(super) fn page(course: Course) -> AnyView {
    let progress = Progress::of(course);
    let Progress { learned, .. } = progress;
    let part = |part: &&'static Part| part_view(part, learned);
    view! {
        {opening(learned)}
        {past(course)}
        <div class="parts">{PARTS.iter().map(part).collect::<Vec<_>>()}</div>
        <nav class="ways" aria-label="More of the course">
            <a href=Lesson::Check.address()>{check::title()}</a>
            <a href=Lesson::Words(None).address()>"Words: what engineers call it"</a>
            <a href=Lesson::SeeAlso.address()>{format!("See also: {} related ideas", spelled(SEE_ALSO.len()))}</a>
            <a href=Lesson::Teachers.address()>"For teachers"</a>
        </nav>
        {views(move || surprises(&learned.read()))}
        {views(move || badges(&learned.read()))}
        {diary::view(course, progress)}
    }
    .into_any()
}

fn opening(learned: Memo<Learned>) -> AnyView {
    let next = move || {
        let learned = learned.read();
        let progress = learned.progress();
        match progress.next() {
            Some(next) if progress.count(Done::Begun) == 0 => lead(href(next), "Start".into()),
            Some(next) => {
                let words = format!("Go on: {}, {}", next.name(), next.title);
                lead(href(next), words)
            }
            None => lead(Lesson::Check.address(), "All done. What have you gained?".into()),
        }
    };
    let count = move || {
        let learned = learned.read();
        let progress = learned.progress();
        let all = chapters().count();
        match progress.count(Done::Begun) {
            0 => format!("{all} short chapters. Nothing is graded, and mistakes cost nothing."),
            _ => format!(
                "{} of {all} chapters seen to the end, {} of them with a guess first.",
                progress.count(Done::Shown),
                progress.count(Done::Guessed)
            ),
        }
    };
    view! {
        <div class="opening" id=OPENING tabindex="-1">
            <h2 class="question" id=HEADING tabindex="-1">"Guess first. Then see."</h2>
            {views(next)}
            <p class="hint" data-testid="progress">{live(count)}</p>
        </div>
    }
    .into_any()
}

/// Where the learner looks at an earlier moment, the map is that of then.
fn past(course: Course) -> AnyView {
    let reader = course.learner.reader;
    let in_past = memo(move |_| reader.in_past());
    let bar = move || {
        focus::hand_on_to(OPENING, ".opening");
        in_past.get().then(|| {
            view! {
                <div class="opening past">
                    <p>{text(move || format!("This is how far you had come at {}.", reader.moment_words()))}</p>
                    <button on:click=on(move |_| reader.visit(usize::MAX))>"Back to now"</button>
                </div>
            }
            .into_any()
        })
    };
    views(bar).into_any()
}

fn part_view(part: &'static Part, learned: Memo<Learned>) -> AnyView {
    let heading = format!("part-{}", part.letter);
    let labelled_by = heading.clone();
    let row = move |chapter: &&'static Chapter| chapter_row(chapter, learned);
    view! {
        <section class="kept part" aria-labelledby=labelled_by>
            <h3 id=heading>
                {part.letter.to_string()} " · " {part.title}
                <span class="aside">{format!(" · about {} minutes", part.minutes())}</span>
            </h3>
            <ol>{part.chapters.iter().map(row).collect::<Vec<_>>()}</ol>
        </section>
    }
    .into_any()
}

fn chapter_row(chapter: &'static Chapter, learned: Memo<Learned>) -> AnyView {
    let done = memo(move |_| learned.read().progress().of(chapter.id));
    // What it is called for the styles, and for the learner.
    let words = move || match done.get() {
        Done::No => ("no", ""),
        Done::Begun => ("begun", "… begun"),
        Done::Seen => ("seen", "… answer seen"),
        Done::Shown => ("shown", "✓ done, no guess"),
        Done::Guessed => ("guessed", "✓ done"),
        Done::Right => ("right", "✓ done, guess right"),
    };
    let is_next = move || {
        let is_it = |next: &'static Chapter| next.id == chapter.id;
        learned.read().progress().next().is_some_and(is_it).then_some("step")
    };
    view! {
        <li data-done=live(move || words().0)>
            <a href=href(chapter) aria-current=live(is_next)>
                <span class="letter">{chapter.name()}</span>
                " "
                <span data-words="kept">
                    {chapter.title} <small class="trade">{format!(" · {}", chapter.trade)}</small>
                </span>
            </a>
            " "
            <span class="state">{live(move || words().1)}</span>
        </li>
    }
    .into_any()
}

/// What surprised the learner, the latest first.
fn surprises(learned: &Learned) -> Option<AnyView> {
    let row = |surprise: &Surprise| {
        let (chapter, field) = (surprise.chapter()?, surprise.field()?);
        let why = surprise.why().into_iter().map(|why| view! { <p>{why}</p> }.into_any());
        let row = view! {
            <li>
                <p>
                    <a href=href(chapter)>{chapter.name()}</a>
                    " · "
                    {field.label}
                    " · your guess: "
                    <b>{surprise.guess_words()}</b>
                </p>
                {why.collect::<Vec<_>>()}
            </li>
        };
        Some(row.into_any())
    };
    let rows: Vec<_> = learned.surprises().iter().rev().filter_map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="kept surprises" aria-labelledby="surprises-heading">
                <h3 id="surprises-heading">"What surprised you"</h3>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn badges(learned: &Learned) -> Option<AnyView> {
    let row = |earned: &Earned| {
        let badge = earned.badge;
        view! { <li><b>{badge.name()}</b> " " {badge.what_for()}</li> }.into_any()
    };
    let rows: Vec<_> = learned.badges().iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="kept badges" aria-labelledby="badges-heading">
                <h3 id="badges-heading">"Your badges"</h3>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// A link as a button, for the one thing that is next.
fn lead(href: String, words: String) -> AnyView {
    view! {
        <a class="lead" href=href>
            {words}
        </a>
    }
    .into_any()
}

/// A text that follows the learning diary.
fn text(words: impl Fn() -> String + Send + 'static) -> AnyView {
    live(words).into_any()
}
