//! What others have written: taking it in, from other tabs, from the ledger, and from the shelf.

use leptos::{prelude::*, task::spawn_local};

use super::Scribe;
use crate::{
    browser::shelf,
    diary::FormatError,
    keeping::{TOMBSTONE, diary_of},
    ui::{cabinet::News, notebook::Met},
};

/// What is said when two diaries of one name can't be united.
const ANOTHER_STORY: &str =
    "another tab has told a different story in this diary. Reload the page to see it.";

impl Scribe {
    /// Hears of what other tabs write.
    pub(in crate::ui::notebook) fn listen(self) {
        self.cabinet.on_news(move |news| self.hear(&news));
        shelf::on_change_elsewhere(move |key| {
            self.cabinet.hear_of_writer(key.as_deref());
            let name = self.desk().extent().0;
            // Without a key, everything was cleared.
            if key.as_deref().is_none_or(|key| diary_of(key) == Some(&name)) {
                self.look_at_shelf();
            }
        });
    }

    /// Takes in a record that was written here without an entry.
    pub fn hear_record(self, name: &str, record: &str) {
        if self.desk().extent().0 == name && self.desk().take_in(&[], record).is_err() {
            self.look_into_ledger();
        }
    }

    /// Takes in what another tab has told, or looks for it where that isn't all.
    fn hear(self, news: &News) {
        let (name, last) = self.desk().extent();
        if name != news.name {
            return;
        }
        if news.is_deletion() {
            self.cabinet.make_read_only(&name, "another tab has deleted it");
            self.settle();
            self.cabinet.warn(format!("{name} was deleted in another tab."));
            return;
        }
        let is_next = news.lines.is_empty() || news.from == last + 1;
        // In the middle of writing, or after a gap, the ledger tells it all.
        if self.is_writing() || !is_next || self.desk().take_in(&news.lines, &news.record).is_err()
        {
            self.look_into_ledger();
        }
    }

    /// Takes in what another tab has written in the ledger, as soon as it is known. What stands in
    /// the way is told with the next wish.
    pub(super) fn look_into_ledger(self) {
        if !self.is_writing() {
            spawn_local(async move {
                let _told_later = self.take_in_from_ledger().await;
            });
        }
    }

    /// Takes in what other tabs have written in the ledger since, and says which entries.
    ///
    /// # Errors
    /// In words, why the two can't be brought together.
    pub(super) async fn take_in_from_ledger(self) -> Result<String, String> {
        if self.is_gone() {
            return Ok(String::new());
        }
        let desk = self.desk();
        let mut here = desk.extent();
        let found = loop {
            let (name, last) = &here;
            let found = self.cabinet.keeper().found(name, last + 1).await;
            if self.is_gone() {
                return Ok(String::new());
            }
            let now = desk.extent();
            // Something was taken in or written here while the ledger was asked.
            if now == here {
                break found.map_err(|error| format!("{error}. Nothing was written."))?;
            }
            here = now;
        };
        let Some(found) = found else { return Ok(String::new()) };
        let (name, last) = here;
        let lines: Vec<_> = found.lines.into_iter().map(|(_, line)| line).collect();
        let record = found.record;
        if record.as_deref() == Some(TOMBSTONE) {
            self.cabinet.make_read_only(&name, "another tab has deleted it");
            return Err(format!("{name} was deleted in another tab. Here it can only be read."));
        }
        let taken_in =
            record.as_deref().map_or(Err(FormatError::Torn), |record| desk.take_in(&lines, record));
        if taken_in.is_err() {
            return self.restore_ledger(&name, record).await.map(|()| String::new());
        }
        let entries = match lines.len() {
            0 => return Ok(String::new()),
            1 => format!("entry {}", last + 1),
            count => format!("entries {}–{}", last + 1, last + count),
        };
        Ok(format!("Another tab wrote {entries} first."))
    }

    /// The ledger has less than is open here: the browser has lost it. It gets it back.
    async fn restore_ledger(self, name: &str, record: Option<String>) -> Result<(), String> {
        let ink = self.desk().ink_after(record).ok_or(ANOTHER_STORY)?;
        self.cabinet.keep(&ink).await.map_err(|_| ANOTHER_STORY)?;
        if self.is_gone() {
            return Ok(());
        }
        self.desk().is_in_ledger();
        self.cabinet.warn(format!(
            "The browser’s database had lost entries of {name}. They have been written again."
        ));
        Ok(())
    }

    /// The shelf has changed without us. With a ledger that is only the copy, and it is put right
    /// when it lags behind; without one, another tab has written.
    fn look_at_shelf(self) {
        if self.is_writing() {
            return;
        }
        if self.cabinet.has_ledger() {
            self.cabinet.keep_up(&*self.desk());
        } else {
            let _told_later = self.take_in_from_shelf();
        }
    }

    /// Without a ledger: looks whether what is on the shelf is what was left there, and unites the
    /// two where one continues the other. Nothing is written over a diary that tells another story.
    ///
    /// # Errors
    /// In words, why the two can't be brought together.
    pub(super) fn take_in_from_shelf(self) -> Result<(), String> {
        let desk = self.desk();
        let name = desk.extent().0;
        let Some(texts) = self.cabinet.changed_on_shelf(&name, &desk.tail())? else {
            return Ok(());
        };
        match desk.meet(&texts) {
            Met::GoesOn(repair) => {
                self.cabinet.put_right(&name, &repair)?;
                desk.take_over(&texts);
                self.refusal.set(None);
                self.reader.lit.set(None);
                Ok(())
            }
            Met::IsBehind(writes) => self.cabinet.put_right(&name, &writes),
            Met::IsNewer(why) => Err(format!("{why}. Reload the page to go on.")),
            Met::IsAnother => Err(ANOTHER_STORY.into()),
        }
    }
}
