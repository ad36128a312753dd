//! Handing out a diary as a file.

use leptos::prelude::*;

use crate::{
    browser::files,
    ui::{cabinet::Diaries, notebook::SessionSignals},
};
use examples::{Kept, Kind};
use storage::{Outcome, ReadBack, StoredDiary, export_lines};

/// Hands the diary with this name to the reader; what is to be said then.
///
/// # Errors
/// Why there is no file, in words.
pub(super) async fn export<D: Kind>(
    cabinet: Diaries,
    notebook: SessionSignals<D>,
    name: &str,
) -> Result<String, String> {
    let keeper = cabinet.keeper();
    let broken = match keeper.set_aside(name).await {
        Outcome::Done(broken) => broken,
        Outcome::Failed(error) => {
            cabinet.warn(format!(
                "What was set aside of {name} could not be read and is not in the file: {error}."
            ));
            Vec::new()
        }
    };
    let hand_out = |volume: &StoredDiary<D::Event>| hand_out(cabinet, D::KIND, volume, &broken);
    if name == notebook.name_untracked() {
        return untrack(|| notebook.volume(hand_out));
    }
    match keeper.look::<D::Event>(name).await {
        Outcome::Done(Some((volume, ..))) => hand_out(&volume),
        Outcome::Done(None) => Err(format!("{name} is not there any more.")),
        Outcome::Failed(error) => Err(format!("{name} could not be read: {error}.")),
    }
}

fn hand_out<E: Kept>(
    cabinet: Diaries,
    kind: &str,
    volume: &StoredDiary<E>,
    broken: &[(String, String)],
) -> Result<String, String> {
    let name = volume.name();
    let mut read_back = ReadBack::default();
    let lines = export_lines(kind, volume, broken).inspect(|line| read_back.see(line));
    files::save(&format!("{name}.jsonl"), lines)?;
    if let Err(report) = read_back.finish() {
        cabinet.warn(format!(
            "{name} is saved as a file, but as it is this page could not take it in again. {}",
            report.to_string().trim_end().replace('\n', " ")
        ));
    }
    Ok(format!("{name} is saved as a file."))
}
