//! What is told of an entry, as it is looked through.

use crate::{Describe, Money};

/// The sentence that the diary shows for an event, and the names of the figures that it may have changed where there
/// are several of them.
pub fn told<D: Describe>(event: &D::Event) -> String {
    let mut told = D::line(event);
    if D::FIGURES.len() > 1 {
        for of in D::figures_of(event) {
            told.push(' ');
            told += &D::figure_name(of);
        }
    }
    told
}

/// In small letters, and without what sets a name apart: nobody sees or types that.
pub(super) fn plain(text: &str) -> String {
    text.to_lowercase().replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// The values of the numbers in a text.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = i64> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
    let numbers = runs.map(|run| run.trim_matches(['.', ',']));
    numbers.filter_map(|run| Money::parse(run).ok()).map(Money::in_cents)
}
