//! Reading a diary from the text of a file: in slices, as a whole or not at all.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::drawer::go_to;
use crate::{
    browser::clock,
    routes::Place,
    ui::{all_diaries::Diaries, session_signals::SessionSignals},
};
use english::counted;
use examples::{Kind, calendar};
use storage::{Import, Incoming, Outcome, Summary};

/// Lines that are read without a rest: some 10 ms.
const SLICE: usize = 1_000;

/// Where the reading of a file stands.
#[derive(Clone)]
pub enum Stand {
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

/// Reads a diary of this kind from the text of a file, and tells what would be taken in.
///
/// # Errors
/// Why it can't be taken in, as it is shown.
pub async fn read<D: Kind>(
    signals: SessionSignals<D>,
    stand: RwSignal<Stand>,
    text: &str,
) -> Result<(), String> {
    let diaries = signals.diaries();
    let mut import = Import::<D::Event>::of(D::KIND, text);
    while import.read_on(SLICE) {
        stand.set(Stand::Reading(import.read()));
        TimeoutFuture::new(0).await;
    }
    let incoming = import.finish().map_err(|report| report.to_string())?;
    match is_here::<D>(diaries, &incoming).await {
        Outcome::Done(None) => {}
        Outcome::Done(Some(name)) => {
            stand.set(Stand::Done(format!(
                "This diary is here already: it is {name}. Nothing has changed."
            )));
            return Ok(());
        }
        Outcome::Failed(error) => {
            return Err(format!(
                "It can’t be told just now whether this diary is here already: {error}."
            ));
        }
    }
    let words = preview::<D>(&incoming);
    let incoming = StoredValue::new(Some(incoming));
    let then = move |()| {
        let Some(incoming) = incoming.try_update_value(Option::take).flatten() else { return };
        stand.set(Stand::None);
        signals.take_in_file(incoming, || go_to(&Place::of(D::KIND).address()));
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
    diaries: Diaries,
    incoming: &Incoming<D::Event>,
) -> Outcome<Option<String>> {
    let is_same = |summary: &Summary| {
        summary.record.as_ref().is_ok_and(|record| {
            record.head == incoming.diary.len()
                && record.fingerprint == incoming.fingerprint.to_string()
                && record.created == incoming.created.timestamp_millis()
        })
    };
    let all = diaries.store().summaries(D::KIND).await;
    all.map(|all| all.into_iter().find(is_same).map(|summary| summary.name))
}
