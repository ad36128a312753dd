//! The other tabs: what they say, and what is said to them.

use super::Diaries;
use crate::browser::tabs;
use storage::{DeviceInput, News};

/// The words for who writes. An older version of the page knows the first two.
const WHO_WRITES: &str = "who writes?";
const I_WRITE: &str = "I write";
const I_HAVE_A_DATABASE: &str = "I have a database";

/// What one tab says to the others.
pub(super) enum Said {
    News(News),
    WhoWrites,
    IWrite,
    IHaveADatabase,
}

/// Says something to the other tabs.
pub(super) fn say(what: &Said) {
    match what {
        Said::WhoWrites => tabs::tell(WHO_WRITES),
        Said::IWrite => tabs::tell(I_WRITE),
        Said::IHaveADatabase => tabs::tell(I_HAVE_A_DATABASE),
        Said::News(news) => {
            if let Ok(text) = serde_json::to_string(news) {
                tabs::tell(&text);
            }
        }
    }
}

impl Diaries {
    /// Tells the other tabs what a session has written. Nobody hears of what is kept nowhere.
    pub fn tell(self, news: News) {
        let store = self.store();
        if store.mirror.is_some() || store.log.is_some() {
            say(&Said::News(news));
        }
    }

    pub(super) fn hear_others(self) {
        tabs::on_news(move |text| match text.as_str() {
            WHO_WRITES => self.step(DeviceInput::WhoWrites),
            I_WRITE => self.step(DeviceInput::OtherWrites),
            I_HAVE_A_DATABASE => self.step(DeviceInput::OtherHasDatabase),
            // Another version of the page may tell what this one doesn't understand.
            text => {
                if let Ok(news) = serde_json::from_str::<News>(text) {
                    self.all_places().iter().for_each(|place| place.hear(&news));
                    self.has_changed();
                }
            }
        });
    }
}
