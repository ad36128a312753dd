//! Putting the mirror right, whatever lies there, without losing any of it.

use super::{
    Texts, Write,
    aside::next_folder,
    header::{PREFIX, is_segment},
};
use diary::StreamMeta;

/// What turns the texts that lie under a diary's keys into those that should: first everything
/// that is neither right nor merely behind is copied, then what should be there is put, then the
/// keys that should not be there are freed.
pub(super) fn mirror_plan(name: &str, texts: &Texts, expected: &Texts) -> Vec<Write> {
    let broken = format!("{PREFIX}{name}/broken/");
    // Each time has a folder of its own, so that no copy takes the place of an older one.
    let places = texts.keys().filter_map(|key| key.strip_prefix(&broken));
    let folder = format!("{broken}{}/", next_folder(places));
    let ours: Vec<_> = texts.iter().filter(|(key, _)| !key.starts_with(&broken)).collect();
    let copy = |key: &str| {
        let name = key.rsplit('/').next().unwrap_or(key);
        Write::Copy(key.to_owned(), format!("{folder}{name}"))
    };
    let is_lost = |(key, text): &&(&String, &String)| match expected.get(*key) {
        Some(new) => !is_behind(text, new),
        None => true,
    };
    let copies = ours.iter().filter(is_lost).map(|(key, _)| copy(key));
    let is_new = |(key, text): &(&String, &String)| texts.get(*key) != Some(*text);
    let puts =
        expected.iter().filter(is_new).map(|(key, text)| Write::Put(key.clone(), text.clone()));
    let is_extra = |(key, _): &&(&String, &String)| !expected.contains_key(*key);
    let frees = ours.iter().filter(is_extra).map(|(key, _)| Write::Free((*key).clone()));
    copies.chain(puts).chain(frees).collect()
}

/// Whether the new text says everything that the old one did.
fn is_behind(old: &str, new: &str) -> bool {
    match (StreamMeta::read(old), StreamMeta::read(new)) {
        (Ok(old), Ok(new)) => {
            old.head < new.head || (old.head, old.fingerprint) == (new.head, new.fingerprint)
        }
        (Err(_), Ok(_)) => false,
        (_, Err(_)) => new.starts_with(old),
    }
}

pub(super) fn lines_missing(texts: &Texts, expected: &Texts) -> usize {
    let segments = expected.iter().filter(|(key, _)| is_segment(&key[key.len() - 5..]));
    let missing = segments.map(|(key, new)| {
        let old = texts.get(key).filter(|old| is_behind(old, new));
        let lines = |text: &str| text.bytes().filter(|byte| *byte == b'\n').count();
        lines(new) - old.map_or(0, |old| lines(old))
    });
    missing.sum()
}
