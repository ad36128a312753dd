//! Which figure is chosen, by what it is of.

use leptos::prelude::*;

use super::SessionSignals;
use examples::Kind;

/// Figures that a menu offers at most. A menu of thousands is of no use.
pub const OFFERED: usize = 256;

impl<D: Kind> SessionSignals<D> {
    /// What one of the figures is of.
    pub fn figure_of(self, which: usize) -> Option<D::Figure> {
        self.models.with(|models| models.figure(which).cloned())
    }

    /// What the chosen figure is of: commands act on it, and the sum and the chart explain it.
    /// None when the diary is gone.
    pub fn chosen(self) -> Option<D::Figure> {
        self.figure_of(self.reader.figure.get())
    }

    /// What a menu of figures offers, in their order: those of every diary, and the latest others. With
    /// the place of each.
    pub fn offered_figures(self) -> Vec<(usize, D::Figure)> {
        self.models.with(|models| {
            let figures = models.statement.figures();
            let left_out = figures.len().saturating_sub(OFFERED);
            let is_offered = |at: &usize| *at < D::FIGURES.len() || *at >= left_out;
            let all = figures.iter().map(|(of, _)| of.clone()).enumerate();
            all.filter(|(at, _)| is_offered(at)).collect()
        })
    }

    /// Chooses the figure of this, if there is one.
    pub fn choose(self, of: &D::Figure) {
        let place = self.models.with_untracked(|models| models.statement.place(of));
        if let Some(place) = place {
            self.reader.figure.set(place);
        }
    }

    /// Reads what is new. Where another diary came in the place of the one before, what was chosen
    /// stays so as far as that speaks of it.
    pub(super) fn catch_up(self) -> Option<bool> {
        let which = self.reader.figure.get_untracked();
        let has_changed = self.models.try_update_untracked(|models| {
            let (edition, of) = (models.edition, models.figure(which).cloned());
            let has_changed = models.catch_up();
            let moved = (edition != models.edition)
                .then(|| of.and_then(|of| models.statement.place(&of)).unwrap_or_default());
            (has_changed, moved)
        });
        let (has_changed, moved) = has_changed?;
        if let Some(place) = moved.filter(|place| *place != which) {
            self.reader.figure.set(place);
        }
        Some(has_changed)
    }
}
