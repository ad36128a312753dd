//! The cards of the questions that were kept.

use leptos::prelude::*;

use super::{
    answered::answered,
    asks::Open,
    lines::{OPENER, Own, id_of},
};
use crate::{
    browser::{dom, focus, local_storage},
    ui::{
        live::{keyed, live, memo, on},
        reader::reader,
    },
};
use storage::Outcome;

/// A card for each, answered at once. What can't be read has one as well, which says so.
pub(super) fn kept(own: Own, asks: Open) -> AnyView {
    // Another tab may have kept or forgotten some.
    local_storage::on_change_elsewhere(move |key| {
        if key.is_none_or(|key| key == own.key()) {
            own.look();
        }
    });
    own.look();
    let card = move |line: String| match asks.with_value(|asks| asks.words(&line)) {
        Ok(words) => card(own, asks, line, words),
        Err(why) => unreadable(own, line, &why),
    };
    let each = move || {
        focus::hand_on_to(OPENER, ".kept-question");
        own.lines.get()
    };
    keyed(each, card)
}

fn card(own: Own, asks: Open, line: String, words: String) -> AnyView {
    let id = id_of(&line);
    let heading = format!("{id}-question");
    let labelled_by = heading.clone();
    let question = line.clone();
    let question = memo(move |_| Some(question.clone()));
    view! {
        <div class="card asked kept-question" role="group" tabindex="-1" aria-labelledby=labelled_by id=id>
            <h3 id=heading>
                <bdi dir="ltr">{words}</bdi>
            </h3>
            {answered(asks, question)}
            {forget(own, line)}
        </div>
    }
    .into_any()
}

/// A line that this version can't read. It is no question, but it isn't ours to throw away either.
fn unreadable(own: Own, line: String, why: &str) -> AnyView {
    let why = format!("It can’t be read here: {why}. It is left as it was.");
    view! {
        <div class="card kept-question" role="group" aria-label="A kept question that can’t be read">
            <h3>"A kept question that can’t be read"</h3>
            <p class="why">{why}</p>
            <code class="stored" translate="no">{line.clone()}</code>
            {forget(own, line)}
        </div>
    }
    .into_any()
}

fn forget(own: Own, line: String) -> AnyView {
    let reader = reader();
    let problem = RwSignal::new(String::new());
    let press = move |_| match own.forget(&line) {
        Outcome::Done(()) => {
            // This button goes with its card.
            dom::focus(OPENER);
            reader.say("The question is forgotten.");
        }
        Outcome::Failed(error) => {
            problem.set(format!("It could not be forgotten: {error}."));
            reader.say(problem.get_untracked());
        }
    };
    view! {
        <div class="card-foot">
            <button class="plain" on:click=on(press)>
                "Forget this question"
            </button>
            <p class="problem">{live(move || problem.get())}</p>
        </div>
    }
    .into_any()
}
