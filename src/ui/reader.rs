//! Where the reader stands and what is lit: shared by everything on one workbench.

use crate::ui::live::memo;
use std::rc::Rc;

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::looks::LooksAt;
use crate::browser::{
    clock::{Clock, Zone},
    sight::Pressed,
};
use examples::{Amount, Downsampled, Line, Sum, calendar, find::Search, first_and_chosen};

/// Figures that are offered at a press, beside the one that is chosen. Of more, nobody reads the names.
pub const OFFERED: usize = 6;

/// An open diary whose kind doesn't matter: what is read of it on the page. Nothing here goes
/// through the entries, so a long diary is as quick as a short one. Reading it tracks it.
pub trait Versions {
    /// How often another diary was opened in the place of this one, and how many entries it has.
    fn extent(&self) -> (usize, usize);
    /// The entry with this number as a line.
    fn line(&self, number: usize) -> Option<Line>;
    /// When the entry with this number was written.
    fn written(&self, number: usize) -> Option<DateTime<Utc>>;
    /// How many entries were written before this instant.
    fn before(&self, instant: DateTime<Utc>) -> usize;
    /// How many figures there are.
    fn figures(&self) -> usize;
    /// What one of them is called.
    fn figure_name(&self, which: usize) -> String;
    /// The figures that the entry with this number may have changed.
    fn figures_of(&self, number: usize) -> Vec<usize>;
    /// A figure after so many entries.
    fn figure_at(&self, version: usize, which: usize) -> Option<Amount>;
    /// What stands for a figure that isn’t there: nothing, in its unit.
    fn zero(&self) -> Amount;
    /// The same as a sum, with at most `most` terms written out.
    fn sum(&self, version: usize, which: usize, most: usize) -> Option<Sum>;
    /// Goes on with a search, by so many entries at most, each of which is looked at by `looks_at`.
    fn find(&self, search: &mut Search, most: usize, zone: Zone, looks_at: LooksAt);
    /// The shape of a figure over the whole diary.
    fn outline(&self, which: usize) -> Downsampled;
}

/// Where the reader stands in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cursor {
    /// At the end of the diary, also when it grows.
    #[default]
    Now,
    /// After so many entries; 0 is before anything happened.
    At(usize),
}

/// What the reader has tried in this visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// A command that was granted.
    pub command: bool,
    /// Going to another moment.
    pub travel: bool,
    /// Asking both worlds.
    pub question: bool,
}

/// A reader of one diary. All of its parts are signals, so it can be handed around by copy.
#[derive(Clone, Copy)]
pub struct TimeTravel {
    versions: StoredValue<Rc<dyn Versions>, LocalStorage>,
    extent: Memo<(usize, usize)>,
    /// The clock that the diary goes by, with the zone in which its days begin.
    pub clock: Clock,
    /// How many figures stand at every line, the first ones. None do while they are covered.
    pub columns: usize,
    /// Which figure the sum explains and the chart draws.
    pub figure: RwSignal<usize>,
    /// Where the reader stands.
    pub moment: RwSignal<Cursor>,
    /// How often the reader has gone somewhere, if only to where they stood.
    pub travels: RwSignal<usize>,
    /// The number of the entry that is lit up everywhere.
    pub lit: RwSignal<Option<usize>>,
    /// The entry that a link has led to, until the reader does something else.
    pub came_to: RwSignal<Option<usize>>,
    /// The entry that the reader has written last here, and what was pressed for it, until it has
    /// been brought into sight.
    pub wrote: RwSignal<Option<usize>>,
    pressed: StoredValue<Option<Pressed>, LocalStorage>,
    /// Hears of each press that asks for an entry, before it is known whether one comes of it.
    on_press: StoredValue<Option<Callback<()>>>,
    /// The entries that decide an answer: they stay marked, whatever is pointed at.
    pub marked: Signal<Vec<usize>>,
    /// What the reader has tried: it decides which hint is next.
    pub tried: RwSignal<Tried>,
    /// The last thing to say aloud, see [`TimeTravel::say`].
    pub speech: RwSignal<String>,
}

impl TimeTravel {
    /// A reader of this diary, standing at now. What there is to say aloud goes to `speech`.
    pub fn new(
        versions: Rc<dyn Versions>,
        columns: usize,
        clock: Clock,
        speech: RwSignal<String>,
    ) -> Self {
        let versions = StoredValue::new_local(versions);
        let extent = memo(move |_| versions.with_value(|versions| versions.extent()));
        Self {
            versions,
            extent,
            clock,
            columns,
            figure: RwSignal::new(0),
            moment: RwSignal::new(Cursor::Now),
            travels: RwSignal::new(0),
            lit: RwSignal::new(None),
            came_to: RwSignal::new(None),
            wrote: RwSignal::new(None),
            pressed: StoredValue::new_local(None),
            on_press: StoredValue::new(None),
            marked: Signal::stored(Vec::new()),
            tried: RwSignal::new(Tried::default()),
            speech,
        }
    }

    /// The diary that is read.
    pub fn versions(self) -> Rc<dyn Versions> {
        self.versions.get_value()
    }

    /// Which diary it is of those that were opened in this place. One that is read again is another.
    pub fn edition(self) -> usize {
        self.extent.get().0
    }

    /// How many entries there are.
    pub fn last(self) -> usize {
        self.extent.get().1
    }

    /// After how many entries the reader stands.
    pub fn version(self) -> usize {
        match self.moment.get() {
            Cursor::Now => self.last(),
            Cursor::At(version) => version.min(self.last()),
        }
    }

    /// Whether the reader stands before the end.
    pub fn in_past(self) -> bool {
        self.version() < self.last()
    }

    /// Calls `then` with each press that asks for an entry.
    pub fn on_press(self, then: Callback<()>) {
        self.on_press.set_value(Some(then));
    }

    /// The reader presses something that asks for an entry. What was answered before is over, also
    /// where a field is wrong and nothing is asked for.
    pub fn presses(self) {
        self.came_to.set(None);
        if let Some(then) = self.on_press.get_value() {
            then.run(());
        }
    }

    /// The reader is pressing something that asks for an entry of this diary.
    pub fn asks_for_entry(self) {
        self.pressed.set_value(Pressed::now());
    }

    /// An entry has come of it, the last one.
    pub fn has_written(self) {
        self.wrote.set(Some(untrack(|| self.last())));
        self.tried.update(|tried| tried.command = true);
    }

    /// What was pressed for the last entry, if that has not been brought into sight yet.
    pub fn take_pressed(self) -> Option<Pressed> {
        let wrote = self.wrote.try_get_untracked().flatten()?;
        let is_last = untrack(|| self.last()) == wrote;
        self.pressed.try_update_value(|pressed| pressed.take_if(|_| is_last)).flatten()
    }

    /// Goes to the moment after `version` entries. The end of the diary is now.
    pub fn travel(self, version: usize) {
        self.came_to.set(None);
        let last = untrack(|| self.last());
        self.tried.update(|tried| tried.travel = true);
        self.moment.set(if version < last { Cursor::At(version) } else { Cursor::Now });
        self.travels.update(|travels| *travels += 1);
    }

    /// Goes there and says where that is: for a step, not for a slide.
    pub fn visit(self, version: usize) {
        self.travel(version);
        self.say(untrack(|| self.place_words()));
    }

    /// Goes to the moment when an entry had just been written, and marks it for the eye.
    pub fn come_to(self, entry: usize) {
        self.visit(entry);
        self.came_to.set(Some(entry));
    }

    /// Where the reader stands, in full: “Entry 9 of 11, 1 March 2026, 10:30, 445.00”.
    pub fn place_words(self) -> String {
        let (version, last) = (self.version(), self.last());
        match version {
            0 => format!("Entry 0 of {last}, before anything happened"),
            version => {
                format!("Entry {version} of {last}, {}{}", self.moment_words(), self.figure_words())
            }
        }
    }

    /// The chosen figure at the moment where the reader stands, as the end of a sentence: “, 445.00”.
    /// Nothing in a diary that has no figures.
    pub fn figure_words(self) -> String {
        if self.columns == 0 {
            return String::new();
        }
        let figure = self.figure_now(self.figure.get());
        format!(", {}", figure.unwrap_or_else(|| self.versions().zero()))
    }

    /// What the chosen figure is called.
    pub fn figure_name(self) -> String {
        self.versions().figure_name(self.figure.get())
    }

    /// The chosen figure, if it is one that doesn't stand at every line anyway.
    pub fn chosen_column(self) -> Option<usize> {
        Some(self.figure.get()).filter(|which| self.columns > 0 && *which >= self.columns)
    }

    /// The figures that can be chosen at a press: the first ones and the one that is chosen. And how
    /// many others there are.
    pub fn offered_figures(self) -> (Vec<usize>, usize) {
        first_and_chosen(self.versions().figures(), OFFERED, self.figure.get())
    }

    /// A figure at the moment where the reader stands.
    pub fn figure_now(self, which: usize) -> Option<Amount> {
        self.versions().figure_at(self.version(), which)
    }

    /// The moment in words: “1 March 2026, 10:30”.
    pub fn moment_words(self) -> String {
        match self.versions().written(self.version()) {
            None => "before anything happened".into(),
            Some(at) => calendar::moment_words(at, &self.clock.zone()),
        }
    }

    /// Lights an entry up, or none.
    pub fn light(self, entry: Option<usize>) {
        if self.lit.get_untracked() != entry {
            self.lit.set(entry);
        }
    }

    /// Says the last line aloud, with the figures that it changed and what else there is to say.
    pub fn say_last_line(self, more: &str) {
        let words = untrack(|| last_line_words(&*self.versions(), self.columns > 0));
        self.say([&words, " ", more].concat().trim_end());
    }

    /// What was said belongs to a place that is left.
    pub fn hush(self) {
        self.speech.set(String::new());
    }

    /// Says something to those who listen to the page. For what was done, not for every frame.
    pub fn say(self, words: impl Into<String>) {
        say(self.speech, words.into());
    }
}

/// Says something aloud, also when it is the same as before.
pub fn say(speech: RwSignal<String>, mut words: String) {
    // Only a change is heard, so the same words again are made a little different.
    if speech.with_untracked(|last| *last == words) {
        words.push('\u{a0}');
    }
    speech.set(words);
}

fn last_line_words(versions: &dyn Versions, with_figures: bool) -> String {
    let Some(line) = versions.line(versions.extent().1) else { return String::new() };
    let mut words = format!("Entry {} written: {}.", line.number, line.what);
    for which in versions.figures_of(line.number).into_iter().filter(|_| with_figures) {
        let figure = versions.figure_at(line.number, which);
        if figure != versions.figure_at(line.number - 1, which) {
            let (name, figure) = (versions.figure_name(which), figure.unwrap_or(versions.zero()));
            words += &[" ", &name, ": ", &figure.to_string(), "."].concat();
        }
    }
    words
}

/// The reader of the workbench that this component is part of.
pub fn reader() -> TimeTravel {
    expect_context::<TimeTravel>()
}
