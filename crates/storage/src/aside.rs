//! Room for what was set aside: each text under a key of its own, so that none takes the place of
//! another.
//!
//! A place is what stands behind `broken/`: the number of a folder, one for each time that
//! something was set aside, and a name in it (`1/00000`).

use std::collections::{BTreeMap, BTreeSet};

/// Folders are counted up from 1. Whoever writes a larger number by hand does not bring us to the
/// end of the numbers.
const LAST_FOLDER: u32 = 1_000_000;

/// The number of the folder that a place lies in, if it is one that we give out.
fn folder_of(place: &str) -> Option<u32> {
    let (folder, name) = place.split_once('/')?;
    let number = folder.parse().ok().filter(|number| (1..LAST_FOLDER).contains(number))?;
    // `+1` and `01` are numbers too, but not as we write them.
    (number.to_string() == folder && !name.is_empty()).then_some(number)
}

/// The number of the first folder that comes after all of these places.
pub(super) fn next_folder<'p>(places: impl IntoIterator<Item = &'p str>) -> u32 {
    let last = places.into_iter().filter_map(folder_of).max();
    last.unwrap_or_default().saturating_add(1)
}

/// Gives each text that comes with a file a place of its own, besides the places that are `taken`.
///
/// A text stays where the file says (`broken/1/00000`) as long as nothing is there yet. What had no
/// place of its own in the file (`00000`, `meta`) and what comes second to its place goes into a
/// folder after all others.
pub fn find_room<'p>(
    taken: impl IntoIterator<Item = &'p str>,
    texts: &[(String, String)],
) -> Vec<(String, String)> {
    let mut taken: BTreeSet<String> = taken.into_iter().map(str::to_owned).collect();
    let mut settled = Vec::new();
    let mut others = Vec::new();
    for (from, text) in texts {
        let place = from.strip_prefix("broken/").filter(|place| folder_of(place).is_some());
        match place {
            Some(place) if taken.insert(place.to_owned()) => {
                settled.push((place.to_owned(), text.clone()));
            }
            _ => {
                let name = from.rsplit('/').next().filter(|name| !name.is_empty());
                others.push((name.unwrap_or("unnamed"), text));
            }
        }
    }
    let first = next_folder(taken.iter().map(String::as_str));
    let mut next = BTreeMap::new();
    for (name, text) in others {
        let folder = next.entry(name).or_insert(first);
        settled.push((format!("{folder}/{name}"), text.clone()));
        *folder = folder.saturating_add(1);
    }
    settled
}
