//! Finding what is kept when the page is opened, and what is to be said about it.

use std::{collections::BTreeMap, rc::Rc};

use super::BrowserKeeper;
use crate::{
    browser::{clock, device, ledger::Ledger, shelf::Shelf},
    course::free_play,
    diary::{Diary, FormatError},
    keeping::{Damage, Keeper, Opened, StoreError, Volume},
    ui::kind::{Kind, Stored},
};

/// Where the name of the diary that is open is kept, for each kind.
const OPEN: &str = "event-diary/open/";

pub(super) fn open_key(kind: &str) -> String {
    format!("{OPEN}{kind}")
}

/// What opening has to tell the reader.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Sentences.
    pub notices: Vec<String>,
    /// The diaries that can only be read, and why.
    pub read_only: BTreeMap<String, String>,
}

/// The two places as they were found, and what is to be said about them.
#[derive(Debug)]
pub struct Opening {
    /// The places.
    pub keeper: Rc<BrowserKeeper>,
    /// What there is to say.
    pub told: Told,
}

impl Opening {
    /// Looks for both places.
    pub async fn find() -> Self {
        let shelf = Shelf::find();
        let ledger = Ledger::find().await;
        let mut told = Told::default();
        match (&shelf, &ledger) {
            (Ok(_), Ok(_)) => {}
            (Ok(_), Err(error)) => told.notices.push(without_ledger(error)),
            (Err(error), Ok(_)) => told.notices.push(format!(
                "The readable copy can’t be kept: {error}. Your diaries are kept in the browser’s \
                 database, which is the safer place."
            )),
            (Err(error), Err(_)) => told.notices.push(format!(
                "Nothing is kept: {error}. Everything works, but it is gone when you close or \
                 reload this page. Export it under Diaries if you want to keep it."
            )),
        }
        let shelf = shelf.ok().map(|shelf| shelf_beside(shelf, ledger.as_ref().err()));
        let keeper = Rc::new(Keeper { shelf, ledger: ledger.ok() });
        let mut opening = Self { keeper, told };
        let is_empty = match opening.keeper.names().await {
            Ok(names) => names.is_empty(),
            Err(error) => {
                opening.lose_ledger(&error);
                false
            }
        };
        if is_empty && device::remembers() {
            opening.told.notices.push(
                "There were diaries here, and this browser has cleared them. If you have exported \
                 one, you can import it under Diaries. A new one has been begun."
                    .into(),
            );
        }
        opening
    }

    /// Opens the diary of this kind that was open last; on a first visit, the story. `rest` is
    /// called after each slice of lines, with how many have been read.
    pub async fn open<D: Kind>(&mut self, rest: impl AsyncFn(usize)) -> Volume<D::Event> {
        self.open_or::<D>(story::<D>, rest).await
    }

    /// The same with another story.
    pub async fn open_or<D: Kind>(
        &mut self,
        story: impl FnOnce() -> Diary<D::Event>,
        rest: impl AsyncFn(usize),
    ) -> Volume<D::Event> {
        for name in self.names(D::KIND).await {
            if let Some(volume) = read(&self.keeper, &name, &mut self.told, &rest).await {
                return volume;
            }
        }
        let story = story();
        let mut begun = self.keeper.begin(D::KIND, clock::now(), story.clone()).await;
        if let Err(error) = &begun
            && self.keeper.ledger.is_some()
        {
            self.lose_ledger(error);
            begun = self.keeper.begin(D::KIND, clock::now(), story.clone()).await;
        }
        match begun {
            Ok((volume, shelf)) => {
                device::remember();
                if let Err(error) = shelf {
                    self.told.notices.push(not_on_shelf(volume.name(), &error));
                }
                volume
            }
            Err(error) => {
                let words = format!("The story was opened, but not kept: {error}.");
                self.told.notices.push(words);
                Volume::of(&format!("{}-1", D::KIND), clock::now(), story)
            }
        }
    }

    /// The names under which a diary of this kind may be found, the best first.
    async fn names(&mut self, kind: &str) -> Vec<String> {
        let mut names = match self.keeper.names_of(kind).await {
            Ok(names) => names,
            Err(error) => {
                self.lose_ledger(&error);
                self.keeper.names_of(kind).await.unwrap_or_default()
            }
        };
        names.extend(self.keeper.shelf.and_then(|shelf| shelf.setting(&open_key(kind))));
        names.reverse();
        names
    }

    /// Goes on without the ledger when it was there and doesn't answer any more.
    fn lose_ledger(&mut self, error: &StoreError) {
        let shelf = self.keeper.shelf.map(|shelf| shelf_beside(shelf, Some(error)));
        self.keeper = Rc::new(Keeper { shelf, ledger: None });
        self.told.notices.push(without_ledger(error));
    }
}

/// The story of this kind as it is told today.
pub fn story<D: Kind>() -> Diary<D::Event> {
    D::story(free_play(clock::now(), &clock::ZONE))
}

/// The shelf as it may be used beside this ledger: what a newer version keeps there is not ours to
/// change, and what was written past its ledger could not be united with it.
fn shelf_beside(shelf: Shelf, ledger: Option<&StoreError>) -> Shelf {
    if ledger == Some(&StoreError::Newer) { shelf.only_read() } else { shelf }
}

fn without_ledger(error: &StoreError) -> String {
    if *error == StoreError::Newer {
        return format!(
            "The browser’s database can’t be used: {error}. What its readable copy has is shown, \
             and nothing is written."
        );
    }
    format!(
        "The browser’s database can’t be used: {error}. Diaries are kept in its other store, where \
         the last minutes may be lost if the browser is killed."
    )
}

pub(super) fn not_on_shelf(name: &str, error: &StoreError) -> String {
    format!(
        "{name} is safe in the browser’s database. Its readable copy is not up to date: {error}."
    )
}

/// Reads a diary and tells what was found on the way.
pub(super) async fn read<E: Stored>(
    keeper: &BrowserKeeper,
    name: &str,
    told: &mut Told,
    rest: impl AsyncFn(usize),
) -> Option<Volume<E>> {
    let opened = match keeper.open::<E>(name, rest).await {
        Ok(opened) => opened?,
        Err(error) => {
            told.notices.push(format!("{name} could not be opened: {error}."));
            return None;
        }
    };
    tell(&opened, told);
    Some(opened.volume)
}

/// Says what opening a diary has brought to light.
fn tell<E>(opened: &Opened<E>, told: &mut Told) {
    let Opened { volume, damage, restored, set_aside, mended, shelf } = opened;
    let name = volume.name();
    let aside =
        if *set_aside { " What differed was set aside, unchanged: see Diaries." } else { "" };
    if let Some(Damage { stops_after, why }) = damage {
        let is_newer = matches!(why, FormatError::Newer(_) | FormatError::UnknownEvent { .. });
        let is_left_alone = is_newer || mended.is_err();
        let kept = if is_left_alone {
            "It was left as it is, and can only be read."
        } else {
            "What could not be read was set aside, unchanged: see Diaries."
        };
        told.notices
            .push(format!("{name} could be read up to entry {stops_after}, but {why}. {kept}"));
        if is_left_alone {
            told.read_only.insert(name.to_owned(), why.to_string());
        }
        return;
    }
    if let Err(error) = mended {
        told.notices.push(format!(
            "{name} is whole, but one of its copies is not and could not be mended: {error}. It \
             can only be read."
        ));
        told.read_only.insert(name.to_owned(), error.to_string());
        return;
    }
    let lines =
        |count: usize| if count == 1 { "1 entry".into() } else { format!("{count} entries") };
    if restored.to_ledger > 0 {
        told.notices.push(format!(
            "{name}: {} missing from the browser’s database, restored from the readable copy.{aside}",
            lines(restored.to_ledger)
        ));
    } else if restored.to_shelf > 0 || *set_aside {
        told.notices.push(format!(
            "{name}: {} missing from the readable copy, restored from the browser’s database.{aside}",
            lines(restored.to_shelf)
        ));
    }
    if let Err(error) = shelf {
        told.notices.push(not_on_shelf(name, error));
    }
}
