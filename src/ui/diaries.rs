//! What is kept on this device: every diary, how to begin another, and how to take one along.

pub mod action;
pub mod dialog;
pub mod drawer;
mod export;
pub mod import;
pub mod listed;
pub mod open_diary;
pub mod read_file;
pub mod room;
mod row;

use std::rc::Rc;

use leptos::{context::Provider, prelude::*};

use self::{drawer::DiaryListView, import::ImportView, open_diary::OpenDiary, room::Room};
use super::{all_diaries::Diaries, diary_view::refusals::Refusals, ids::OPENING};

/// The diaries of all kinds: what lies in the stores, beside the one of each kind that is open.
pub(super) fn diaries_place(diaries: Diaries, open: Vec<Rc<dyn OpenDiary>>) -> AnyView {
    let Some(first) = open.first() else { return ().into_any() };
    let voice = first.reader().speech;
    provide_context(first.reader());
    // Whoever reads a diary sees its refusals.
    let refusals = |diary: &Rc<dyn OpenDiary>| {
        let (reader, state) = (diary.reader(), diary.diary_view_state());
        view! { <Provider value=reader><Refusals state /></Provider> }.into_any()
    };
    let refusals = open.iter().map(refusals).collect::<Vec<_>>();
    let drawers =
        open.iter().map(|diary| view! { <DiaryListView drawer=diary.drawer(voice) /> }.into_any());
    let drawers = drawers.collect::<Vec<_>>();
    view! {
        <div class="diaries">
            <div class="opening" id=OPENING tabindex="-1">
                <div class="says">
                    <p class="question">"What is kept on this device"</p>
                    <p class="hint">
                        "Diaries are kept in this browser. They are sent nowhere."
                    </p>
                </div>
            </div>
            {refusals}
            {drawers}
            <Room diaries />
            <ImportView open />
        </div>
    }
    .into_any()
}
