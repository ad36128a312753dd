//! The end of a chapter: what has been seen once everything is done, what it is called elsewhere,
//! and on.

use leptos::prelude::*;

use super::{route::href, session::Open, table::Table};
use crate::routes::Lesson;
use crate::ui::live::{live, memo, on, views};
use course::{Chapter, lesson::Command};

/// The end, once the answer is on show.
pub(super) fn view(open: Open, table: Table) -> AnyView {
    let Open { chapter, course, .. } = open;
    let is_through = memo(move |_| table.left() == 0);
    let label = move || if is_through.get() { "What you have seen" } else { "What is left" };
    let told = move || {
        if is_through.get() {
            return seen(chapter);
        }
        let words = "Something is left to do, under “See for yourself”. When it is done, you read \
                     here what you have seen.";
        view! { <p>{words}</p> }.into_any()
    };
    let (to, words) = match chapter.next() {
        Some(next) => (href(next), format!("Next chapter: {}, {}", next.name(), next.title)),
        None => (Lesson::Map.address(), "Finish the course".into()),
    };
    let again = move |_| {
        course.say("From the beginning.");
        open.send(|chapter| Command::StartAgain { chapter });
    };
    view! {
        <section class="farewell" aria-label=live(label)>
            {views(told)}
            <div class="wishes">
                <a
                    class:lead=live(move || is_through.get())
                    href=to
                    on:click=on(move |_| open.finish())
                >
                    {words}
                </a>
                <button class="plain" on:click=on(again)>"Start this chapter again"</button>
            </div>
        </section>
    }
    .into_any()
}

fn seen(chapter: &'static Chapter) -> AnyView {
    let term = |(word, term): &(&'static str, &'static str)| {
        view! { <dt>{*word}</dt><dd>{*term}</dd> }.into_any()
    };
    let terms = (!chapter.words.is_empty()).then(|| {
        view! {
            <h3>"What others call it"</h3>
            <dl class="terms">{chapter.words.iter().map(term).collect::<Vec<_>>()}</dl>
        }
        .into_any()
    });
    view! {
        <p class="idea">{chapter.idea}</p>
        <p>{chapter.reveal.end}</p>
        {terms}
    }
    .into_any()
}
