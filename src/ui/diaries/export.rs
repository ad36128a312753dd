//! Handing out a diary as a file.

use leptos::prelude::*;

use crate::{
    browser::files,
    ui::{all_diaries::Diaries, session_signals::SessionSignals},
};
use examples::{Kept, Kind};
use storage::{Outcome, ReadBack, StoredDiary, export_lines};

/// Hands the diary with this name to the reader; what is to be said then.
///
/// # Errors
/// Why there is no file, in words.
pub(super) async fn export<D: Kind>(
    diaries: Diaries,
    signals: SessionSignals<D>,
    name: &str,
) -> Result<String, String> {
    let store = diaries.store();
    let broken = match store.set_aside(name).await {
        Outcome::Done(broken) => broken,
        Outcome::Failed(error) => {
            diaries.warn(format!(
                "What was set aside of {name} could not be read and is not in the file: {error}."
            ));
            Vec::new()
        }
    };
    let hand_out = |stored: &StoredDiary<D::Event>| hand_out(diaries, D::KIND, stored, &broken);
    if name == signals.name_untracked() {
        return untrack(|| signals.stored(hand_out));
    }
    match store.look::<D::Event>(name).await {
        Outcome::Done(Some((stored, ..))) => hand_out(&stored),
        Outcome::Done(None) => Err(format!("{name} is not there any more.")),
        Outcome::Failed(error) => Err(format!("{name} could not be read: {error}.")),
    }
}

fn hand_out<E: Kept>(
    diaries: Diaries,
    kind: &str,
    stored: &StoredDiary<E>,
    broken: &[(String, String)],
) -> Result<String, String> {
    let name = stored.name();
    let mut read_back = ReadBack::default();
    let lines = export_lines(kind, stored, broken).inspect(|line| read_back.see(line));
    files::save(&format!("{name}.jsonl"), lines)?;
    if let Err(report) = read_back.finish() {
        diaries.warn(format!(
            "{name} is saved as a file, but this page could not import that file. {}",
            report.to_string().trim_end().replace('\n', " ")
        ));
    }
    Ok(format!("{name} is saved as a file."))
}
