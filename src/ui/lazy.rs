//! Something that is fetched when it is first needed, and how far that is. It knows no place.

use std::{fmt, future::Future, pin::Pin};

use leptos::{prelude::*, task::spawn_local};

use super::live::{on, views};
use crate::browser::focus;

/// Something that is there later.
pub(super) type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// A part could not be fetched: the reader is offline, or another version is there by now.
#[derive(Clone, Copy, Debug)]
pub(super) struct LoadError;

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this part of the page could not be fetched")
    }
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for LoadError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Something that a part brings along, and how far that is.
pub(super) struct Lazy<T: Send + Sync + 'static> {
    found: RwSignal<Option<Result<T, LoadError>>>,
    fetch: Callback<()>,
}

impl<T: Send + Sync> Clone for Lazy<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Lazy<T> {}

impl<T: Copy + Send + Sync + 'static> Lazy<T> {
    /// Nothing is fetched before it is asked for.
    pub(super) fn by<F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, LoadError>> + 'static,
    {
        let found = RwSignal::new(None);
        let under_way = StoredValue::new(false);
        let fetch = Callback::new(move |()| {
            if under_way.get_value() {
                return;
            }
            under_way.set_value(true);
            // What went wrong before is forgotten while it is tried again.
            found.set(None);
            let fetching = fetch();
            spawn_local(async move {
                let is = fetching.await;
                under_way.try_set_value(is.is_ok());
                // The page may be gone by then.
                let _shown = found.try_set(Some(is));
            });
        });
        Self { found, fetch }
    }

    /// Fetches it, for later.
    pub(super) fn fetch(self) {
        // A page that is gone by then has nothing to fetch for.
        let _gone = self.fetch.try_run(());
    }

    /// What has been fetched, without asking for it.
    pub(super) fn get(self) -> Option<T> {
        self.found.get()?.ok()
    }

    /// Why it could not be fetched, if that was tried last.
    pub(super) fn why_not(self) -> Option<LoadError> {
        self.found.get()?.err()
    }

    /// A view of it, once it is there; until then, how far it is.
    pub(super) fn show(self, view: impl Fn(T) -> AnyView + Send + 'static) -> AnyView {
        untrack(|| self.fetch.run(()));
        let again = move |_| self.fetch.run(());
        let shown = move || {
            focus::hand_on();
            match self.found.get() {
            Some(Ok(it)) => view(it),
            None => view! { <p class="fetching quiet">"Opening…"</p> }.into_any(),
            Some(Err(why)) => view! {
                <section class="notice" aria-label="Not fetched">
                    <p>{format!("Sorry, {why}. Are you online? If you are, there may be a newer version of the page: reload it. Nothing that you wrote is lost.")}</p>
                    <button class="lead" on:click=on(again)>"Try again"</button>
                </section>
            }
            .into_any(),
        }
        };
        views(shown).into_any()
    }
}
