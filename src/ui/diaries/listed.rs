//! What is listed of a diary.

use crate::{
    browser::clock,
    domain::calendar,
    keeping::Volume,
    ui::{
        cabinet::{BrowserKeeper, Cabinet},
        kind::Kind,
    },
};

/// What is listed of a diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it is called among the others.
    pub name: String,
    /// What its reader calls it.
    pub title: String,
    /// How many entries it has.
    pub entries: usize,
    /// When it was begun and when it was last written, in words.
    pub written: String,
    /// The link of its last line.
    pub fingerprint: String,
    /// How it is, in words.
    pub health: String,
    /// Whether there is something wrong with it.
    pub is_ill: bool,
    /// What could not be read and was set aside: where it lay, and the text as JSON.
    pub broken: Vec<(String, String)>,
}

impl Listed {
    /// The diaries of a kind, in the order in which they were begun. Nothing is changed by this.
    pub async fn all<D: Kind>(keeper: &BrowserKeeper, open: Self) -> Vec<Self> {
        if keeper.ledger.is_none() && keeper.shelf.is_none() {
            return vec![open];
        }
        let mut all = Vec::new();
        for name in keeper.names_of(D::KIND).await.unwrap_or_default() {
            let Ok(Some((volume, damage, is_whole))) = keeper.look::<D::Event>(&name).await else {
                continue;
            };
            let health = match (&damage, is_whole, keeper.ledger.is_some()) {
                (Some(it), ..) => format!("Stops after entry {}: {}", it.stops_after, it.why),
                (None, false, _) => "Chain unbroken. One copy is behind; opening mends it".into(),
                (None, true, true) => "Chain unbroken, both copies equal".into(),
                (None, true, false) => "Chain unbroken, one copy".into(),
            };
            let broken = Cabinet::set_aside(keeper, &name).await;
            all.push(Self { health, is_ill: damage.is_some(), broken, ..Self::in_memory(&volume) });
        }
        all
    }

    /// A diary that is in memory only.
    pub fn in_memory<E>(volume: &Volume<E>) -> Self {
        let words = |at| calendar::moment_words(at, &clock::ZONE);
        let last = volume.diary().entries().last();
        let last = last.map(|last| format!(", last entry {}", words(last.at)));
        Self {
            name: volume.name().to_owned(),
            title: volume.title().unwrap_or_default().to_owned(),
            entries: volume.diary().len(),
            written: format!("{}{}", words(volume.created()), last.unwrap_or_default()),
            fingerprint: volume.fingerprint().to_string(),
            health: "In memory only".into(),
            is_ill: false,
            broken: Vec::new(),
        }
    }
}
