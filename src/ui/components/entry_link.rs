//! A link to an entry, which leads there wherever the reader can travel.

use leptos::prelude::*;

use crate::ui::{
    live::{live, on},
    reader::reader,
};

/// Whether the reader can go to another moment here. Where the time machine is covered there is no
/// way back, so nothing leads away.
#[derive(Clone, Copy)]
pub struct Travels(pub bool);

impl Travels {
    /// What holds for the component that asks. Unless somebody has said otherwise, one can travel.
    pub fn here() -> bool {
        use_context::<Self>().is_none_or(|Self(can)| can)
    }
}

/// A link to an entry: it lights the entry up, travels to it and marks it. Where one can't, it is plain text.
#[component]
pub fn EntryLink(
    /// The entry's number.
    entry: usize,
    /// What the link says.
    words: String,
) -> impl IntoView {
    let reader = reader();
    let lit = move || reader.lit.get() == Some(entry);
    if !Travels::here() {
        return view! {
            <span data-entry=entry.to_string() class:lit=live(lit)>
                {words}
            </span>
        }
        .into_any();
    }
    view! {
        <button
            class="entry-link"
            data-entry=entry.to_string()
            class:lit=live(lit)
            title=format!("Entry {entry}: go to the moment when it had just been written")
            on:click=on(move |_| reader.come_to(entry))
        >
            {words}
        </button>
    }
    .into_any()
}
