//! A question is put together from menus that read as a sentence.

use leptos::{
    ev::SubmitEvent,
    prelude::*,
    task::{spawn_local, tick},
};

use super::{
    answered::answered,
    asks::{Menu, Open},
    lines::{CARD, Own, id_of},
    when::{When, Wrong},
};
use crate::{
    browser::{clock, dom},
    ui::{
        answers::spoken,
        components::select::{Offer, select_in_sentence},
        live::{effect, live, memo, on, views},
        reader::reader,
    },
};
use examples::questions::own::Span;
use storage::Outcome;

/// The menus, the sentence that they make, and what both worlds say to it once it is asked.
pub(super) fn builder(own: Own, asks: Open) -> AnyView {
    let reader = reader();
    dom::bring_into_view(CARD);
    let usual = asks.with_value(|asks| asks.usual(untrack(|| reader.today().get())));
    let when = When::of(asks.with_value(|asks| asks.span(&usual)).key(), reader);
    let usually =
        |menu| RwSignal::new(untrack(|| asks.with_value(|asks| asks.offer(&usual, menu).chosen)));
    // What was chosen stays chosen, also while the arrow keys pass entries that it doesn't go with.
    let [measure, topic, subject] = [Menu::Measure, Menu::Topic, Menu::Subject].map(usually);
    let question = memo(move |_| {
        let [measure, topic, subject] = [measure, topic, subject].map(|choice| choice.get());
        asks.with_value(|asks| asks.question(&usual, &measure, &topic, &subject))
    });
    let built = memo(move |_| -> Result<String, Wrong> {
        let span = when.span()?;
        Ok(asks.with_value(|asks| asks.during(&question.get(), span)))
    });
    let asked = RwSignal::new(None);
    // An answer belongs to its question: when the sentence changes, it goes.
    let answers =
        memo(move |_| asked.get().filter(|asked| built.with(|built| built.as_ref() == Ok(asked))));
    let preview = move || match built.get() {
        Ok(question) => asks.with_value(|asks| asks.words(&question)).unwrap_or_default(),
        Err(_) => "It is not complete yet: see the field above.".to_owned(),
    };
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        match untrack(|| built.get()) {
            Ok(question) => {
                asked.set(Some(question.clone()));
                reader.tried.update(|tried| tried.question = true);
                let told = untrack(|| asks.with_value(|asks| asks.answer(&question)));
                let told = told.map(|told| spoken(&untrack(preview), &[told.answer], clock::ZONE));
                reader.say(told.unwrap_or_default());
            }
            Err(wrong) => {
                dom::focus(wrong.field);
                reader.say(wrong.why);
            }
        }
    };
    // The card has grown by its answer.
    effect(move |_: Option<()>| {
        if answers.with(Option::is_some) {
            dom::bring_into_view(CARD);
        }
    });
    let keeping = move || answers.get().map(|question| keeping(own, asked, question));
    let which = asks.with_value(|asks| asks.which());
    let offer =
        move |menu| memo(move |_| question.with(|it| asks.with_value(|asks| asks.offer(it, menu))));
    let (measures, topics) = (offer(Menu::Measure), offer(Menu::Topic));
    let subjects = offer(Menu::Subject);
    let is_about = memo(move |_| subjects.with(|offer| !offer.choices.is_empty()));
    let set = |choice: RwSignal<String>| Callback::new(move |key| choice.set(key));
    let about =
        move || is_about.get().then(|| select_in_sentence("for", which, subjects, set(subject)));
    let whens = memo(move |_| Offer::of(Span::choices(), when.kind.get().to_owned()));
    view! {
        <form class="sentence" novalidate on:submit=on(ask)>
            <div class="menus">
                {select_in_sentence("I want to know", "", measures, set(measure))}
                {select_in_sentence("of", "which entries", topics, set(topic))}
                {views(about)}
                {select_in_sentence("", "when", whens, Callback::new(move |key: String| when.choose(&key)))}
                {views(move || when.fields())}
            </div>
            <p class="aside">"Your question:"</p>
            <p class="preview" data-testid="own-preview">
                <bdi dir="ltr">{live(preview)}</bdi>
            </p>
            <button class="lead">"Ask"</button>
        </form>
        {answered(asks, answers)}
        {views(keeping)}
    }
    .into_any()
}

/// The button that keeps a question that has been asked.
fn keeping(own: Own, asked: RwSignal<Option<String>>, question: String) -> AnyView {
    let reader = reader();
    let problem = RwSignal::new(String::new());
    let line = question.clone();
    let is_kept = memo(move |_| own.lines.with(|lines| lines.contains(&line)));
    let keep = move |()| match own.keep(question.clone()) {
        Outcome::Done(()) => {
            reader.say(
                "Kept. It is answered again whenever the diary grows, and for each moment \
                        that you go to.",
            );
            let card = id_of(&question);
            // Its card answers it from now on.
            asked.set(None);
            spawn_local(async move {
                // Its card is there in a moment.
                tick().await;
                dom::focus(&card);
            });
        }
        Outcome::Failed(error) => {
            problem.set(format!("It could not be kept: {error}."));
            reader.say(problem.get_untracked());
        }
    };
    let keep = Callback::new(keep);
    let shown = move || {
        if is_kept.get() {
            view! { <p class="why">"You keep this question: it stands above, with its answer."</p> }
                .into_any()
        } else {
            view! {
                <button on:click=on(move |_| keep.run(()))>"Keep this question"</button>
                <p class="problem">{live(move || problem.get())}</p>
            }
            .into_any()
        }
    };
    view! { <div class="card-foot">{views(shown)}</div> }.into_any()
}
