//! Parts of the page whose code is fetched when they are first needed.
//!
//! A first visit gets the bank and nothing else; the other places lie in files of their own, which
//! `script/parts` cuts out of the built wasm at the functions below. Without the feature `split`,
//! while developing and in the tests of the page, all is in one piece and they are called at once.

use std::{fmt, future::Future, pin::Pin};

use leptos::{prelude::*, task::spawn_local};

use super::{
    answers::{self, GatheredOfBank, GatheredOfOrder},
    cabinet::Cabinet,
    diaries::{DiariesPlace, DiariesPlaceProps},
    learn,
    live::{on, views},
    notebook::Notebook,
    order::{OrderPlace, OrderPlaceProps},
    own::{self, Own, Piece},
    panels,
    study::Panel,
};
use crate::{
    browser::{dom, focus},
    course::lesson::Learner,
    domain::{bank::Bank, order::Order, questions},
};

/// Something that is there later.
pub(super) type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// A part could not be fetched: the reader is offline, or another version is there by now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unfetched;

impl fmt::Display for Unfetched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this part of the page could not be fetched")
    }
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Unfetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Functions whose code is in a part. Calling one fetches the part first.
macro_rules! part {
    ($part:ident: $($(#[$doc:meta])* fn $name:ident($($arg:ident: $of:ty),*) -> $out:ty $body:block)*) => {$(
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        pub(super) fn $name($($arg: $of),*) -> Result<$out, Unfetched> {
            Ok($body)
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        pub(super) async fn $name($($arg: $of),*) -> Result<$out, Unfetched> {
            Ok($body)
        }
    )*};
}

part! { order:
    /// Opens the order's diary, for as long as `owner` lives.
    fn open_order(cabinet: Cabinet, owner: Owner) -> Later<Notebook<Order>> {
        Box::pin(Notebook::open(cabinet, owner))
    }

    /// The order's place.
    fn order() -> fn(Notebook<Order>) -> AnyView {
        |notebook| OrderPlace(OrderPlaceProps { notebook }).into_any()
    }
}

part! { diaries:
    /// The place that shows what is kept.
    fn diaries() -> fn(Cabinet, Notebook<Bank>, Notebook<Order>, Notebook<Learner>) -> AnyView {
        |cabinet, bank, order, learner| {
            DiariesPlace(DiariesPlaceProps { cabinet, bank, order, learner }).into_any()
        }
    }
}

/// What answers the questions on the cards, for both kinds of diary.
#[derive(Clone, Copy)]
pub(super) struct Answers {
    /// What the bank's diary and its row say.
    pub(super) bank: fn(
        Notebook<Bank>,
        GatheredOfBank,
        Memo<questions::bank::Question>,
        Signal<String>,
    ) -> AnyView,
    /// What the order's diary and its row say.
    pub(super) order:
        fn(Notebook<Order>, GatheredOfOrder, questions::order::Question, Signal<String>) -> AnyView,
}

part! { answers:
    /// What answers the questions on the cards.
    fn answers() -> Answers {
        Answers { bank: answers::to_bank, order: answers::to_order }
    }
}

/// The panels of *Look closer*, for both kinds of diary.
#[derive(Clone, Copy)]
pub(super) struct Studies {
    /// A panel on the bank's diary.
    pub(super) bank: fn(Notebook<Bank>, Panel) -> AnyView,
    /// A panel on the order's diary.
    pub(super) order: fn(Notebook<Order>, Panel) -> AnyView,
}

part! { study:
    /// The panels of *Look closer*.
    fn studies() -> Studies {
        Studies { bank: panels::bank, order: panels::order }
    }
}

/// *Ask your own*, for both kinds of diary.
#[derive(Clone, Copy)]
pub(super) struct OwnQuestions {
    /// Questions to the bank's diary.
    pub(super) bank: fn(Notebook<Bank>, Own, Piece) -> AnyView,
    /// Questions to the order's diary.
    pub(super) order: fn(Notebook<Order>, Own, Piece) -> AnyView,
}

part! { own:
    /// Questions of the reader's own.
    fn own_questions() -> OwnQuestions {
        OwnQuestions { bank: own::bank, order: own::order }
    }
}

part! { learn:
    /// Opens the learning diary, for as long as `owner` lives.
    fn open_learner(cabinet: Cabinet, owner: Owner) -> Later<Notebook<Learner>> {
        Box::pin(Notebook::open(cabinet, owner))
    }

    /// The course.
    fn learn() -> fn(Notebook<Learner>, Signal<String>, RwSignal<String>) -> AnyView {
        learn::place
    }
}

/// Something that a part brings along, and how far that is.
pub(super) struct Fetched<T: Send + Sync + 'static> {
    found: RwSignal<Option<Result<T, Unfetched>>>,
    fetch: Callback<()>,
}

impl<T: Send + Sync> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Fetched<T> {}

impl<T: Copy + Send + Sync + 'static> Fetched<T> {
    /// Nothing is fetched before it is asked for. The part needs no styles of its own.
    pub(super) fn by<F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, Unfetched>> + 'static,
    {
        Self::of(move || Box::pin(fetch()))
    }

    /// The same for a part that brings styles along.
    pub(super) fn styled<F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, Unfetched>> + 'static,
    {
        Self::of(move || {
            let fetching = fetch();
            Box::pin(async move {
                dom::dress().await;
                fetching.await
            })
        })
    }

    fn of(fetch: impl Fn() -> Later<Result<T, Unfetched>> + Send + Sync + 'static) -> Self {
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

    /// What has been fetched, without asking for it.
    pub(super) fn get(self) -> Option<T> {
        self.found.get()?.ok()
    }

    /// A view of it, once it is there; until then, how far it is.
    pub(super) fn show(self, view: impl Fn(T) -> AnyView + Send + 'static) -> AnyView {
        untrack(|| self.fetch.run(()));
        let again = move |_| self.fetch.run(());
        let shown = move || {
            focus::hand_on(None);
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
