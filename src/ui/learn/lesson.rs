//! One chapter: the story, the question, the reveal, and what to do then, beside its workbench.

use leptos::prelude::*;

use super::{
    actions, cover, farewell, form,
    refusals::unkept,
    replay::Replay,
    reveal,
    route::{HEADING, href},
    session::{Course, Open},
    table::Table,
};
use crate::{
    browser::dom,
    routes::Place,
    ui::{
        components::term::term,
        live::{memo, on, views},
    },
};
use course::{
    Chapter, GLOSSARY, RevealBy,
    lesson::{Command, Event, Phase},
    part_of,
};

/// The page of a chapter.
pub(super) fn page(course: Course, chapter: &'static Chapter) -> AnyView {
    let learner = course.learner;
    let is_here = untrack(|| learner.row(|row| row.today().is_here(chapter.id)));
    if !is_here {
        course.send(Command::Open { chapter: chapter.id.into() });
    }
    // Started again, it is set up anew, and one begins at its top.
    let starts = memo(move |_| {
        let is_start = |event: &Event| matches!(event, Event::ChapterRestarted { chapter: id } if id == chapter.id);
        learner.ask(|diary, _| diary.entries().iter().filter(|it| is_start(&it.event)).count())
    });
    let mut is_set_up = false;
    let set_up = move || {
        // It has to be read: what nobody has read tells nobody that it has changed.
        let _starts = starts.get();
        if std::mem::replace(&mut is_set_up, true) {
            request_animation_frame(|| dom::focus(HEADING));
        }
        untrack(|| set_up(Open::of(course, chapter)))
    };
    views(set_up).into_any()
}

fn set_up(open: Open) -> AnyView {
    let Open { course, chapter, .. } = open;
    let table = Table::of(open);
    let replay = Replay::of(open, table);
    // That it was opened is written while somebody may be typing already: the form stays.
    let phase = memo(move |_| open.phase().max(Phase::Queryable));
    let told = |words: &&'static str| view! { <p>{*words}</p> }.into_any();
    let answer = move || match phase.get() {
        Phase::Closed | Phase::Queryable if open.covered.get() => cover::view(open),
        Phase::Closed | Phase::Queryable => form::ask(open, replay),
        Phase::Committed => replay.view(),
        Phase::Revealed | Phase::Explained => reveal::view(open, table),
    };
    let committed = memo(move |_| phase.get() >= Phase::Committed);
    // While a replay goes on, there is nothing else to do.
    let first_deed = match chapter.reveal.comes {
        RevealBy::ByDeeds => Phase::Committed,
        RevealBy::ByReplay | RevealBy::AtOnce => Phase::Revealed,
    };
    let can_do = memo(move |_| phase.get() >= first_deed);
    let deeds = move || can_do.get().then(|| actions::view(open, table));
    let revealed = memo(move |_| phase.get() >= Phase::Revealed);
    let after = move || revealed.get().then(|| farewell::view(open, table));
    view! {
        <article class="chapter" aria-labelledby=HEADING>
            <div class="lesson">
                {ways(open)}
                {heading(chapter)}
                <div class="tell">{chapter.tell.iter().map(told).collect::<Vec<_>>()}</div>
                {views(answer)}
                {unkept(course)}
                {views(deeds)}
                {views(after)}
            </div>
            <div class="work">{table.view(committed)}</div>
        </article>
    }
    .into_any()
}

fn heading(chapter: &'static Chapter) -> AnyView {
    let part = part_of(chapter.id).map(|part| format!("Part {}: {}", part.letter, part.title));
    let in_glossary = GLOSSARY.iter().find(|term| term.trade == chapter.trade);
    let trade = match in_glossary {
        Some(found) => term(&found.slug(), found.trade),
        None => chapter.trade.into_any(),
    };
    view! {
        <p class="aside">
            {part} " · about " {chapter.minutes.to_string()} " minutes"
        </p>
        <h2 class="question" id=HEADING tabindex="-1">
            {chapter.name()} " · "
            // The title and the trade’s word for it stand side by side, whichever words are chosen.
            <span data-words="kept">{chapter.title} <small class="trade">" · " {trade}</small></span>
        </h2>
    }
    .into_any()
}

/// Back, the map, and on.
fn ways(open: Open) -> AnyView {
    let chapter = open.chapter;
    let back = chapter.previous().map(|to| {
        view! { <a href=href(to) rel="prev">{format!("← Back: {}", to.name())}</a> }.into_any()
    });
    let next = chapter.next().map(|to| {
        view! {
            <a href=href(to) rel="next" on:click=on(move |_| open.finish())>
                {format!("Next: {} →", to.name())}
            </a>
        }
        .into_any()
    });
    view! {
        <nav class="ways" aria-label="Chapters">
            {back} <a href=Place::Learn.address()>"All chapters"</a> {next}
        </nav>
    }
    .into_any()
}
