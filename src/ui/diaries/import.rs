//! Taking in a diary from a file: read in slices, shown first, and then as a whole or not at all.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use super::{open_diary::OpenDiary, read_file::Stand};
use crate::{
    browser::{files, focus},
    ui::live::{on, views},
};
use english::counted;
use storage::{LARGEST_FILE, kind_of, text_of};

/// The id of the field for a file.
const FILE: &str = "import-file";

/// A field for a file, and what becomes of it.
#[component]
pub fn ImportView(
    /// The diaries that are open, one of each kind.
    open: Vec<Rc<dyn OpenDiary>>,
) -> impl IntoView {
    let stand = RwSignal::new(Stand::None);
    let open = StoredValue::new_local(open);
    let take = move |file: File| {
        spawn_local(async move {
            stand.set(Stand::Reading(0));
            if let Err(why) = read_file(open.get_value(), stand, &file).await {
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
        focus::hand_on_to(FILE, "section[aria-label=Import]");
        match stand.get() {
        Stand::None => ().into_any(),
        Stand::Reading(read) => view! {
            <p><progress></progress> {format!(" {}", counted::entries_read(read))}</p>
        }
        .into_any(),
        Stand::Refused(why) => view! {
            <p class="problem">"This file was not imported. Nothing has changed."</p>
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
    open: Vec<Rc<dyn OpenDiary>>,
    stand: RwSignal<Stand>,
    file: &File,
) -> Result<(), String> {
    // Before anything is read, so that no file can fill the memory.
    #[expect(clippy::cast_precision_loss, reason = "64 MiB")]
    if file.size() > LARGEST_FILE as f64 {
        let most = LARGEST_FILE / 1024 / 1024;
        return Err(format!(
            "The file is larger than {most} MB, which is the most that can be read."
        ));
    }
    let bytes = files::bytes(file).await?;
    let text = text_of(&bytes).map_err(|report| report.to_string())?;
    let kind = kind_of(text).map_err(|report| report.to_string())?;
    let Some(diary) = open.iter().find(|diary| diary.kind() == kind) else {
        let kind: String = kind.chars().take(20).collect();
        return Err(format!(
            "The file holds a diary of the kind “{kind}”, which this page doesn’t know."
        ));
    };
    diary.read(stand, text.into()).await
}
