//! An open diary, whatever it is of: what is needed where all of them are together.

use std::rc::Rc;

use leptos::prelude::*;

use super::{
    drawer::{DiaryList, drawer},
    read_file::{Stand, read},
};
use crate::ui::{
    lazy::Later, reader::TimeTravel, session_signals::SessionSignals,
    session_status::DiaryViewState,
};
use examples::Kind;

/// An open diary, whatever it is of.
pub trait OpenDiary {
    /// What the names of its diaries start with.
    fn kind(&self) -> &'static str;

    /// Who reads it.
    fn reader(&self) -> TimeTravel;

    /// What its page shows beside its entries.
    fn diary_view_state(&self) -> DiaryViewState;

    /// The diaries of its kind. What was done with them is said by `voice`.
    fn drawer(&self, voice: RwSignal<String>) -> DiaryList;

    /// Takes in a diary of its kind from a file.
    fn read(&self, stand: RwSignal<Stand>, text: Rc<str>) -> Later<Result<(), String>>;
}

impl<D: Kind> OpenDiary for SessionSignals<D> {
    fn kind(&self) -> &'static str {
        D::KIND
    }

    fn reader(&self) -> TimeTravel {
        self.reader
    }

    fn diary_view_state(&self) -> DiaryViewState {
        Self::diary_view_state(*self)
    }

    fn drawer(&self, voice: RwSignal<String>) -> DiaryList {
        drawer(*self, voice)
    }

    fn read(&self, stand: RwSignal<Stand>, text: Rc<str>) -> Later<Result<(), String>> {
        let signals = *self;
        Box::pin(async move { read(signals, stand, &text).await })
    }
}
