//! The two parts of the page: the first example, which a first visit gets, and the rest, which is fetched while
//! one looks at it.
//!
//! `script/parts` cuts the built wasm in two at the functions below. Without the feature `split`, while
//! developing and in the tests of the page, all is in one piece and they are called at once.

use std::{any::Any, iter, rc::Rc};

use leptos::prelude::*;

use super::{
    all_diaries::Diaries,
    answers,
    diaries::{diaries_place, open_diary::OpenDiary},
    example,
    lazy::{Later, LoadError},
    learn,
    looks::Looks,
    own, panels,
    rest::{Course, First, Opened, Rest, Tools},
    session_signals::SessionSignals,
};
use crate::browser::clock::Zone;
use course::lesson::Learner;
use diary::When;
use examples::{
    Example, Kind, each_example,
    find::{Query, Search},
};

/// A function whose code is in the part that is fetched later. Calling it fetches the part first.
macro_rules! later {
    ($($(#[$doc:meta])* fn $name:ident($($arg:ident: $of:ty),*) -> $out:ty $body:block)*) => {$(
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split(rest, fallible)]
        pub(super) fn $name($($arg: $of),*) -> Result<$out, LoadError> {
            Ok($body)
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        pub(super) async fn $name($($arg: $of),*) -> Result<$out, LoadError> {
            Ok($body)
        }
    )*};
}

later! {
    /// The rest.
    fn rest() -> Rest {
        Rest { open, tools_of, learn, diaries, looks: Looks { search_for, looks_at } }
    }
}

macro_rules! of_each_example {
    ($($folder:ident: $Example:ident,)*) => {
        fn open(kind: &str, diaries: Diaries, owner: Owner) -> Option<Later<Opened>> {
            $(
                if kind == <examples::$folder::$Example>::KIND {
                    return Some(Box::pin(async move {
                        opened(SessionSignals::<examples::$folder::$Example>::open(diaries, owner).await)
                    }));
                }
            )*
            None
        }

        fn tools_of(kind: &str) -> Option<Box<dyn Any>> {
            $(
                if kind == <examples::$folder::$Example>::KIND {
                    return Some(Box::new(tools::<examples::$folder::$Example>()));
                }
            )*
            None
        }
    };
}

each_example!(of_each_example);

fn opened<D: Example>(signals: SessionSignals<D>) -> Opened {
    Opened {
        diary: StoredValue::new_local(Rc::new(signals)),
        reader: signals.reader,
        place: Callback::new(move |()| example::place(signals)),
    }
}

fn tools<D: Example>() -> Tools<D> {
    Tools { answers: answers::to, study: panels::panel, own: own::piece }
}

fn diaries(
    first: SessionSignals<First>,
    others: Vec<Opened>,
    learner: SessionSignals<Learner>,
) -> AnyView {
    let others = others.into_iter().map(|other| other.diary.get_value());
    let all = iter::once(Rc::new(first) as Rc<dyn OpenDiary>).chain(others);
    diaries_place(first.diaries(), all.chain([Rc::new(learner) as Rc<dyn OpenDiary>]).collect())
}

fn learn(diaries: Diaries, owner: Owner) -> Later<Course> {
    Box::pin(async move {
        let learner = SessionSignals::open(diaries, owner).await;
        Course { learner, place: learn::place }
    })
}

fn search_for(typed: &str) -> Search {
    Search::of(Query::read(typed))
}

fn looks_at(search: &mut Search, when: When, zone: Zone, told: &dyn Fn() -> String) {
    search.look_at(when, &zone, told);
}
