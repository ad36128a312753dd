//! What one tab tells the others.

use serde::{Deserialize, Serialize};

use super::Cabinet;
use crate::{
    browser::tabs,
    keeping::{Ink, TOMBSTONE},
};

/// What a tab has written, with all that another one needs to take it in: it may hear of it before
/// the browser lets it read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct News {
    /// The diary.
    pub name: String,
    /// The number of the first new line.
    pub from: usize,
    /// The new lines; none when only the record is new.
    pub lines: Vec<String>,
    /// The new record.
    pub record: String,
}

impl News {
    /// Whether the diary has been deleted.
    pub fn is_deletion(&self) -> bool {
        self.record == TOMBSTONE
    }
}

impl Cabinet {
    /// Tells the other tabs what was written here.
    pub fn tell(self, ink: &Ink) {
        tell(&News {
            name: ink.name.clone(),
            from: ink.change.lines.first().map_or(0, |(number, _)| *number),
            lines: ink.change.lines.iter().map(|(_, line)| line.clone()).collect(),
            record: ink.change.record.clone(),
        });
    }

    /// Tells the other tabs that a diary is gone.
    pub fn tell_deleted(self, name: &str) {
        let (name, record) = (name.to_owned(), TOMBSTONE.to_owned());
        tell(&News { name, from: 0, lines: Vec::new(), record });
    }

    /// Calls `then` with what other tabs tell.
    pub fn on_news(self, then: impl Fn(News) + 'static) {
        tabs::on_news(move |text| {
            // Another version of the page may tell what this one doesn't understand.
            if let Ok(news) = serde_json::from_str(&text) {
                then(news);
            }
        });
    }
}

fn tell(news: &News) {
    if let Ok(text) = serde_json::to_string(news) {
        tabs::tell(&text);
    }
}
