//! What is read of an open diary on the page.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::ReadModels;
use crate::ui::reader::Pages;
use examples::{Amount, Downsampled, Kind, Line, Sum};

impl<D: Kind> Pages for RwSignal<ReadModels<D>> {
    fn extent(&self) -> (usize, usize) {
        self.with(|book| (book.edition, book.volume().diary().len()))
    }

    fn line(&self, number: usize) -> Option<Line> {
        self.with(|book| Some(book.statement.line(book.volume().diary().entry(number)?)))
    }

    fn written(&self, number: usize) -> Option<DateTime<Utc>> {
        self.with(|book| Some(book.volume().diary().entry(number)?.at))
    }

    fn before(&self, instant: DateTime<Utc>) -> usize {
        self.with(|book| book.volume().diary().before(instant).len())
    }

    fn figures(&self) -> usize {
        self.with(|book| book.statement.figures().len())
    }

    fn figure_name(&self, which: usize) -> String {
        self.with(|book| book.figure(which).map(D::figure_name)).unwrap_or_default()
    }

    fn figures_of(&self, number: usize) -> Vec<usize> {
        self.with(|book| {
            let Some(entry) = book.volume().diary().entry(number) else { return Vec::new() };
            let places = D::figures_of(&entry.event);
            let mut places: Vec<_> = places.filter_map(|of| book.statement.place(of)).collect();
            places.sort_unstable();
            places
        })
    }

    fn figure_at(&self, page: usize, which: usize) -> Option<Amount> {
        self.with(|book| book.statement.figure_at(page, which))
    }

    fn zero(&self) -> Amount {
        D::ZERO
    }

    fn sum(&self, page: usize, which: usize, most: usize) -> Option<Sum> {
        self.with(|book| book.statement.figure(which)?.sum(page, most))
    }

    fn outline(&self, which: usize) -> Downsampled {
        self.with(|book| book.statement.outline(which))
    }
}
