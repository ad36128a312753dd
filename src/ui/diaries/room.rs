//! How much room there is, and whether the browser may clear it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::device,
    ui::{
        all_diaries::Diaries,
        live::{effect, live, on, views},
    },
};

/// A share of the room, from 0 to 1, in whole percents.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is 0 to 100")]
fn percent(used: f64) -> u32 {
    (used * 100.0).clamp(0.0, 100.0).round() as u32
}

/// What is said about so many percents of the room.
fn words(percent: u32) -> String {
    let advice = match percent {
        95.. => {
            " Nearly full: new entries may soon be kept in the database only. Export what you want to keep, then delete it."
        }
        85..=94 => " Getting full: export what you want to keep, then delete it.",
        70..=84 => " More than two thirds are used.",
        _ => "",
    };
    format!("{percent} % of the room for readable texts is used.{advice}")
}

/// How much room there is, and whether the browser may clear it.
#[component]
pub fn Room(
    /// Everything that is kept.
    diaries: Diaries,
) -> impl IntoView {
    let persistent = RwSignal::new(None);
    let changed = diaries.changed;
    effect(move |_| {
        changed.track();
        spawn_local(async move {
            let is_persistent = device::is_persistent().await;
            // The reader may have left this place meanwhile.
            let _shown = persistent.try_set(is_persistent);
        });
    });
    let used = move || {
        changed.track();
        diaries.room_used()
    };
    let promise = move || {
        match persistent.get() {
            Some(true) => "This browser has promised not to clear it by itself.",
            Some(false) => "This browser may clear it when the device runs out of room.",
            None => "This browser does not say whether it may clear it.",
        }
        .to_owned()
    };
    let ask = move || {
        (persistent.get() == Some(false)).then(|| {
            let press = move |_| {
                spawn_local(async move {
                    let answer = device::persist().await;
                    let _shown = persistent.try_set(answer);
                });
            };
            view! {
                <p>
                    <button on:click=on(press)>"Ask the browser not to clear it"</button>
                </p>
            }
            .into_any()
        })
    };
    let shown = move || {
        used().map(percent).map(|used| {
            view! {
                <section class="kept room" aria-label="Room">
                    <h2>"Room"</h2>
                    <p>
                        <meter min="0" max="100" low="70" high="85" optimum="0" value=used.to_string() aria-label="Room used">
                        </meter>
                        " "
                        {words(used)}
                    </p>
                    <p class="quiet">{live(promise)}</p>
                    {views(ask)}
                </section>
            }
            .into_any()
        })
    };
    views(shown)
}
