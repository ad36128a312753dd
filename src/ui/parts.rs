//! Parts of the page whose code is fetched when they are first needed.
//!
//! A first visit gets the bank and nothing else; the other places lie in files of their own, which
//! `script/parts` cuts out of the built wasm at the functions below. Without the feature `split`,
//! while developing and in the tests of the page, all is in one piece and they are called at once.

use leptos::prelude::*;

use super::{
    answers::{self, AnswersOf},
    cabinet::Cabinet,
    diaries::{DiariesPlace, DiariesPlaceProps},
    example,
    lazy::{Later, Unfetched},
    learn,
    notebook::Notebook,
    own::{self, OwnOf},
    panels,
    study::StudyOf,
};
use crate::routes::Lesson;
use course::lesson::Learner;
use examples::{bank::Bank, order::Order};

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
        example::place
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

part! { answers:
    /// What answers the questions on the bank's cards.
    fn bank_answers() -> AnswersOf<Bank> {
        answers::to
    }

    /// The same for the order.
    fn order_answers() -> AnswersOf<Order> {
        answers::to
    }
}

part! { study:
    /// The panels of *Look closer* on the bank's diary.
    fn bank_study() -> StudyOf<Bank> {
        panels::panel
    }

    /// The same for the order.
    fn order_study() -> StudyOf<Order> {
        panels::panel
    }
}

part! { own:
    /// Questions of the reader's own to the bank's diary.
    fn bank_own() -> OwnOf<Bank> {
        own::piece
    }

    /// The same for the order.
    fn order_own() -> OwnOf<Order> {
        own::piece
    }
}

part! { learn:
    /// Opens the learning diary, for as long as `owner` lives.
    fn open_learner(cabinet: Cabinet, owner: Owner) -> Later<Notebook<Learner>> {
        Box::pin(Notebook::open(cabinet, owner))
    }

    /// The course.
    fn learn() -> fn(Notebook<Learner>, Memo<Lesson>, RwSignal<String>) -> AnyView {
        learn::place
    }
}
