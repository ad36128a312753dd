//! What the part that is fetched later brings along: functions, by which the first part knows nothing of what
//! is in it.

use std::{any::Any, rc::Rc};

use leptos::prelude::*;

use super::{
    all_diaries::Diaries, answers::AnswersOf, diaries::open_diary::OpenDiary, lazy::Later,
    looks::Looks, own::OwnOf, reader::TimeTravel, session_signals::SessionSignals, study::StudyOf,
};
use crate::routes::Lesson;
use course::lesson::Learner;
use examples::{Example, each_example};

macro_rules! first {
    ($folder:ident: $Example:ident, $($others:tt)*) => {
        /// The example that a first visit gets.
        pub(crate) type First = examples::$folder::$Example;
    };
}

each_example!(first);

/// What is in the rest.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    /// Opens the diary of an example, for as long as the owner lives; none of another kind.
    pub(super) open: fn(&str, Diaries, Owner) -> Option<Later<Opened>>,
    /// The [`Tools`] of an example.
    pub(super) tools_of: fn(&str) -> Option<Box<dyn Any>>,
    /// The course.
    pub(super) learn: fn(Diaries, Owner) -> Later<Course>,
    /// The place that shows what is kept.
    pub(super) diaries: fn(SessionSignals<First>, Vec<Opened>, SessionSignals<Learner>) -> AnyView,
    /// What finds entries.
    pub(super) looks: Looks,
}

/// The course, with its diary.
#[derive(Clone, Copy)]
pub(super) struct Course {
    /// The learning diary.
    pub(super) learner: SessionSignals<Learner>,
    /// What is on show in the course; what it says aloud goes to the signal.
    pub(super) place: fn(SessionSignals<Learner>, Memo<Lesson>, RwSignal<String>) -> AnyView,
}

/// What is fetched for a workbench when it is first wanted there.
pub(super) struct Tools<D: Example> {
    /// What answers the questions on the cards.
    pub(super) answers: AnswersOf<D>,
    /// The panels of *Look closer*.
    pub(super) study: StudyOf<D>,
    /// Questions of the reader's own.
    pub(super) own: OwnOf<D>,
}

// Deriving would ask for a `D` that can be copied; only the functions are.
#[expect(clippy::expl_impl_clone_on_copy, reason = "deriving asks too much")]
impl<D: Example> Clone for Tools<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Example> Copy for Tools<D> {}

impl Rest {
    /// The tools of this example.
    pub(super) fn tools<D: Example>(self) -> Option<Tools<D>> {
        (self.tools_of)(D::KIND)?.downcast().ok().map(|tools| *tools)
    }
}

/// An example's diary that has been opened.
#[derive(Clone, Copy)]
pub(super) struct Opened {
    /// The diary.
    pub(super) diary: StoredValue<Rc<dyn OpenDiary>, LocalStorage>,
    /// Who reads it.
    pub(super) reader: TimeTravel,
    /// Its workbench.
    pub(super) place: Callback<(), AnyView>,
}
