//! What is read of an open diary on the page.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::ReadModels;
use crate::{
    browser::clock::Zone,
    ui::{looks::LooksAt, reader::Versions},
};
use examples::{
    Amount, Downsampled, Kind, Line, Sum,
    find::{Search, told},
};

impl<D: Kind> Versions for RwSignal<ReadModels<D>> {
    fn extent(&self) -> (usize, usize) {
        self.with(|models| (models.edition, models.stored().diary().len()))
    }

    fn line(&self, number: usize) -> Option<Line> {
        self.with(|models| Some(models.statement.line(models.stored().diary().entry(number)?)))
    }

    fn written(&self, number: usize) -> Option<DateTime<Utc>> {
        self.with(|models| Some(models.stored().diary().entry(number)?.at))
    }

    fn before(&self, instant: DateTime<Utc>) -> usize {
        self.with(|models| models.stored().diary().before(instant).len())
    }

    fn figures(&self) -> usize {
        self.with(|models| models.statement.figures().len())
    }

    fn figure_name(&self, which: usize) -> String {
        self.with(|models| models.figure(which).map(D::figure_name)).unwrap_or_default()
    }

    fn figures_of(&self, number: usize) -> Vec<usize> {
        self.with(|models| {
            let Some(entry) = models.stored().diary().entry(number) else { return Vec::new() };
            let places = D::figures_of(&entry.event);
            let mut places: Vec<_> = places.filter_map(|of| models.statement.place(of)).collect();
            places.sort_unstable();
            places
        })
    }

    fn figure_at(&self, version: usize, which: usize) -> Option<Amount> {
        self.with(|models| models.statement.figure_at(version, which))
    }

    fn zero(&self) -> Amount {
        D::ZERO
    }

    fn sum(&self, version: usize, which: usize, most: usize) -> Option<Sum> {
        self.with(|models| models.statement.figure(which)?.sum(version, most))
    }

    fn find(&self, search: &mut Search, most: usize, zone: Zone, looks_at: LooksAt) {
        self.with(|models| {
            let entries = models.stored().diary().entries();
            for entry in entries.iter().skip(search.read()).take(most) {
                looks_at(search, entry.when(), zone, &|| told::<D>(&entry.event));
            }
        });
    }

    fn outline(&self, which: usize) -> Downsampled {
        self.with(|models| models.statement.outline(which))
    }
}
