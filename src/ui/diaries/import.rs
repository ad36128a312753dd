//! Taking in a diary from a file: read in slices, shown first, and then as a whole or not at all.

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use super::drawer::go_to;
use crate::{
    browser::{clock, files, focus},
    ui::{
        cabinet::Cabinet,
        kind::Kind,
        live::{on, views},
        notebook::Notebook,
    },
};
use course::lesson::Learner;
use english::counted;
use examples::{bank::Bank, calendar, order::Order};
use storage::{Import, Incoming, LARGEST_FILE, Outcome, Summary, kind_of, text_of};

/// Lines that are read without a rest: some 10 ms.
const SLICE: usize = 1_000;

/// The id of the field for a file.
const FILE: &str = "import-file";

/// Where the reading of a file stands.
#[derive(Clone)]
enum Stand {
    /// No file has been chosen.
    None,
    /// So many entries have been read.
    Reading(usize),
    /// It can't be taken in, and why, line by line.
    Refused(String),
    /// What would be taken in, and how.
    Ready(String, Callback<()>),
    /// It has been taken in, or was here already.
    Done(String),
}

/// A field for a file, and what becomes of it.
#[component]
pub fn ImportView(
    /// Everything that is kept.
    cabinet: Cabinet,
    /// The bank's diary that is open.
    bank: Notebook<Bank>,
    /// The order's diary that is open.
    order: Notebook<Order>,
    /// The learning diary that is open.
    learner: Notebook<Learner>,
) -> impl IntoView {
    let stand = RwSignal::new(Stand::None);
    let take = move |file: File| {
        spawn_local(async move {
            stand.set(Stand::Reading(0));
            if let Err(why) = read_file(cabinet, (bank, order, learner), stand, &file).await {
                stand.set(Stand::Refused(why));
            }
        });
    };
    let choose = move |event: web_sys::Event| {
        if let Some(file) = files::chosen(&event) {
            take(file);
        }
    };
    let shown = move || {
        focus::hand_on(Some(FILE));
        match stand.get() {
        Stand::None => ().into_any(),
        Stand::Reading(read) => view! {
            <p><progress></progress> {format!(" {}", counted::entries_read(read))}</p>
        }
        .into_any(),
        Stand::Refused(why) => view! {
            <p class="problem">"This file was not taken in. Nothing has changed."</p>
            <pre tabindex="0" data-testid="import-report"><bdi>{why}</bdi></pre>
        }
        .into_any(),
        Stand::Done(words) => view! { <p data-testid="import-done"><bdi dir="ltr">{words}</bdi></p> }.into_any(),
        Stand::Ready(words, then) => view! {
            <p data-testid="import-preview"><bdi dir="ltr">{words}</bdi></p>
            <div class="wishes">
                <button class="lead" on:click=on(move |_| then.run(()))>"Open beside the others"</button>
                <button on:click=on(move |_| stand.set(Stand::None))>"Cancel"</button>
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <section class="kept" aria-label="Import">
            <h2>"Import"</h2>
            <p class="quiet">
                "A diary that was exported here or on another device. It is read and checked first; the diaries that are here stay as they are."
            </p>
            <p>
                <label for=FILE>"File"</label>
                <input id=FILE type="file" accept=".jsonl,.json,.txt" on:change=on(choose) />
            </p>
            {views(shown)}
        </section>
    }
}

async fn read_file(
    cabinet: Cabinet,
    (bank, order, learner): (Notebook<Bank>, Notebook<Order>, Notebook<Learner>),
    stand: RwSignal<Stand>,
    file: &File,
) -> Result<(), String> {
    // Before anything is read, so that no file can fill the memory.
    #[expect(clippy::cast_precision_loss, reason = "64 MiB")]
    if file.size() > LARGEST_FILE as f64 {
        let most = LARGEST_FILE / 1024 / 1024;
        return Err(format!("It is larger than {most} MB, which is the most that can be read."));
    }
    let bytes = files::bytes(file).await?;
    let text = text_of(&bytes).map_err(|report| report.to_string())?;
    match kind_of(text).map_err(|report| report.to_string())?.as_str() {
        "bank" => read(cabinet, bank, stand, text).await,
        "order" => read(cabinet, order, stand, text).await,
        "learn" => read(cabinet, learner, stand, text).await,
        other => {
            let other: String = other.chars().take(20).collect();
            Err(format!("It holds a diary of the kind “{other}”, which this page doesn’t know."))
        }
    }
}

async fn read<D: Kind>(
    cabinet: Cabinet,
    notebook: Notebook<D>,
    stand: RwSignal<Stand>,
    text: &str,
) -> Result<(), String> {
    let mut import = Import::<D::Event>::of(D::KIND, text);
    while import.read_on(SLICE) {
        stand.set(Stand::Reading(import.read()));
        TimeoutFuture::new(0).await;
    }
    let incoming = import.finish().map_err(|report| report.to_string())?;
    match is_here::<D>(cabinet, &incoming).await {
        Outcome::Done(None) => {}
        Outcome::Done(Some(name)) => {
            stand.set(Stand::Done(format!(
                "This diary is here already: it is {name}. Nothing has changed."
            )));
            return Ok(());
        }
        Outcome::Failed(error) => {
            return Err(format!("Whether it is here already can’t be told just now: {error}."));
        }
    }
    let words = preview::<D>(&incoming);
    let incoming = StoredValue::new(Some(incoming));
    let then = move |()| {
        let Some(incoming) = incoming.try_update_value(Option::take).flatten() else { return };
        stand.set(Stand::None);
        notebook.take_in_file(incoming, || go_to(D::PLACE.address()));
    };
    stand.set(Stand::Ready(words, Callback::new(then)));
    Ok(())
}

fn preview<D: Kind>(incoming: &Incoming<D::Event>) -> String {
    let words = |at| calendar::moment_words(at, &clock::ZONE);
    let entries = incoming.diary.entries();
    let span = match (entries.first(), entries.last()) {
        (Some(first), Some(last)) => format!(", from {} to {}", words(first.at), words(last.at)),
        _ => String::new(),
    };
    let title = incoming.title.as_ref().map(|title| format!(" “{title}”")).unwrap_or_default();
    let aside = match incoming.set_aside.len() {
        0 => String::new(),
        count => format!(" Texts that were set aside: {count}."),
    };
    format!(
        "{}{title}: {}{span}. Fingerprint {}.{aside} Every line is in order.",
        D::TITLE,
        counted::entries(entries.len()),
        incoming.fingerprint
    )
}

/// The diary that says the very same, if there is one: its record tells, without reading it.
async fn is_here<D: Kind>(
    cabinet: Cabinet,
    incoming: &Incoming<D::Event>,
) -> Outcome<Option<String>> {
    let is_same = |summary: &Summary| {
        summary.record.as_ref().is_ok_and(|record| {
            record.head == incoming.diary.len()
                && record.fingerprint == incoming.fingerprint.to_string()
                && record.created == incoming.created.timestamp_millis()
        })
    };
    let all = cabinet.keeper().summaries(D::KIND).await;
    all.map(|all| all.into_iter().find(is_same).map(|summary| summary.name))
}
