//! *Ask your own*: a question put together from menus, and the questions that were kept.
//!
//! On a first visit there is a card with a button and nothing else. What the card opens to, and the
//! kept questions, are in a part that is fetched then: [`builder`], [`kept`] and what they show.
//! A question travels here as its text, so all of it is written once for both kinds of diary.

mod answered;
mod asks;
mod builder;
mod by_month;
mod kept;
mod lines;
mod when;

use std::rc::Rc;

use leptos::prelude::*;

pub use self::lines::Own;
use self::{
    asks::{Asker, Asks},
    lines::{CARD, OPENER},
};
use super::{
    live::{live, memo, on, views},
    session_signals::SessionSignals,
};
use examples::{Kind, questions::own::Queryable};

/// What shows a piece of *Ask your own* for one kind of diary.
pub type OwnOf<D> = fn(SessionSignals<D>, Own, Piece) -> AnyView;

/// What the part shows in two places.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// The cards of the questions that were kept.
    Kept,
    /// The menus.
    Builder,
}

/// The kept questions as cards, and the card with which a question is put together.
#[component]
pub fn AskYourOwn(
    /// The reader's own questions.
    own: Own,
    /// A piece of the part, which is fetched when one is wanted.
    piece: Callback<Piece, AnyView>,
) -> impl IntoView {
    let Own { is_open, lines, .. } = own;
    // Once they have been shown they stay, so that the next question that is kept finds its place.
    let shows_kept = memo(move |before: Option<&bool>| {
        before == Some(&true) || is_open.get() || lines.with(|lines| !lines.is_empty())
    });
    let kept = move || shows_kept.get().then(|| piece.run(Piece::Kept));
    let builder = move || is_open.get().then(|| piece.run(Piece::Builder));
    let label = move || if is_open.get() { "Close" } else { "Put a question together" }.to_owned();
    view! {
        {views(kept)}
        <div class="card own" id=CARD role="group" aria-labelledby="own-heading">
            <div class="card-head">
                <h3 id="own-heading">"Ask your own"</h3>
                <button
                    class="asked-line"
                    id=OPENER
                    aria-expanded=live(move || is_open.get().to_string())
                    on:click=on(move |_| is_open.update(|is_open| *is_open = !*is_open))
                >
                    {live(label)}
                </button>
            </div>
            {views(builder)}
        </div>
    }
}

/// A piece for a diary.
pub(super) fn piece<D>(signals: SessionSignals<D>, own: Own, piece: Piece) -> AnyView
where
    D: Kind + Queryable<Subject: Send + Sync>,
{
    show(Rc::new(Asker::of(signals)), own, piece)
}

fn show(asks: Rc<dyn Asks>, own: Own, piece: Piece) -> AnyView {
    let asks = StoredValue::new_local(asks);
    match piece {
        Piece::Kept => kept::kept(own, asks),
        Piece::Builder => builder::builder(own, asks),
    }
}
