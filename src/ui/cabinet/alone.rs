//! Keeping without a ledger: nobody puts the tabs in an order, so one of them writes, and it looks
//! what lies on the shelf before it does.

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::Cabinet;
use crate::{
    browser::{clock, place, tabs},
    keeping::{Shelf as _, StoreError, Texts, Write},
};

/// A tab asks whether one writes, and the one that does answers.
const WHO_WRITES: &str = "who writes?";
const I_WRITE: &str = "I write";

/// How long an answer is waited for: tabs in the background are slow.
const PATIENCE_MS: u32 = 1_500;

/// Where the tab that writes has put its name.
pub const WRITER: &str = "event-diary/writer";

impl Cabinet {
    /// Becomes the tab that writes, unless there is one or a ledger makes it unnecessary.
    pub(super) fn choose_writer(self) {
        if self.has_ledger() {
            return;
        }
        let Some(shelf) = self.shelf() else { return };
        match shelf.setting::<String>(WRITER) {
            Some(_) => self.ask_for_writer(),
            None => self.write_here(),
        }
        // A tab that goes leaves the place to the next one.
        let leave = move || {
            if self.is_writer.get_untracked() {
                let _free = shelf.apply(&Write::Free(WRITER.into()));
            }
        };
        on_cleanup(leave);
        place::on_leave(leave);
        tabs::on_news(move |text| match text.as_str() {
            WHO_WRITES if self.is_writer.get_untracked() => tabs::tell(I_WRITE),
            I_WRITE => self.writer_answered.set_value(true),
            _ => {}
        });
    }

    /// Another tab has put its name there. One that was killed could not take it away again, so
    /// silence means that the place is free.
    fn ask_for_writer(self) {
        self.is_writer.set(false);
        spawn_local(async move {
            // Everything else about this tab is set up by then.
            TimeoutFuture::new(0).await;
            tabs::tell(WHO_WRITES);
            TimeoutFuture::new(PATIENCE_MS).await;
            if self.writer_answered.try_get_value() == Some(false) {
                self.write_here();
            }
        });
    }

    /// From now on this tab writes, and the others only read.
    pub fn write_here(self) {
        if let Some(shelf) = self.shelf() {
            let name = clock::now().timestamp_millis().to_string();
            // Where it can't be kept, nothing else can either, and that is told.
            let _kept = shelf.keep_setting(WRITER, &name);
        }
        self.is_writer.set(true);
    }

    /// Another tab may have become the one that writes.
    pub fn hear_of_writer(self, key: Option<&str>) {
        let is_taken = || self.shelf()?.setting::<String>(WRITER);
        if key == Some(WRITER) && !self.has_ledger() && is_taken().is_some() {
            self.is_writer.set(false);
        }
    }

    /// What lies on the shelf, if that isn't what was left there: another tab has written, or the
    /// browser has lost something. With a ledger it doesn't matter.
    ///
    /// # Errors
    /// In words, why the shelf can't say.
    pub fn changed_on_shelf(
        self,
        name: &str,
        tail: &[(String, Option<String>)],
    ) -> Result<Option<Texts>, String> {
        let Some(shelf) = self.shelf().filter(|_| !self.has_ledger()) else { return Ok(None) };
        // What lies there and what is shown may differ from the start, and is left as it is.
        if untrack(|| self.read_only.with(|all| all.contains_key(name))) {
            return Ok(None);
        }
        let say = |error: StoreError| format!("{error}. Nothing was written.");
        for (key, expected) in tail {
            if shelf.get(key).map_err(say)? != *expected {
                return self.keeper().texts(name).map(Some).map_err(say);
            }
        }
        Ok(None)
    }

    /// Does what puts the shelf right, and says so.
    ///
    /// # Errors
    /// In words, why that is not possible.
    pub fn put_right(self, name: &str, writes: &[Write]) -> Result<(), String> {
        if writes.is_empty() {
            return Ok(());
        }
        self.keeper().apply(writes).map_err(|error| {
            format!(
                "the browser’s copy of {name} is not whole and could not be written again: {error}."
            )
        })?;
        self.warn(format!(
            "The browser’s copy of {name} was not what was left there. It has been written again; \
             what could not be read was set aside: see Diaries."
        ));
        Ok(())
    }
}
