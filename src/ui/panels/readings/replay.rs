//! A reading that stands still, is thrown away, and is filled again before the reader's eyes.

use leptos::prelude::*;

use crate::{browser::dom, ui::reader::TimeTravel};
use english::counted;
use examples::readings::ReportTable;

/// How long each line is shown while it is read, in frames: a tenth of a second on most screens.
const PER_LINE: usize = 6;

/// However long the diary is, it is read in so many frames: nobody wants to wait for it.
const AT_MOST: usize = 90;

/// What a reading has gathered so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gathered {
    /// How many entries it has read.
    pub(super) version: usize,
    /// How many there are that it has not read.
    pub(super) behind: usize,
    /// What it tells.
    pub(super) table: ReportTable,
}

/// A reading on the screen, whatever it is about.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) reader: TimeTravel,
    /// Where it stands: the diary's edition, and after how many entries. `None` follows the diary.
    bookmark: RwSignal<Option<(usize, usize)>>,
    pub(super) gathered: Memo<Gathered>,
    /// Reads so many entries from the first one on, beside this reading.
    anew: Callback<usize, ReportTable>,
    /// What came of the last thing that was done to it.
    pub(super) outcome: RwSignal<String>,
    /// What was thrown away last, and how many entries of which edition it had read.
    before: StoredValue<Option<(usize, usize, ReportTable)>>,
    /// Counts what is done to it: a replay goes on only while nothing else is done.
    deeds: StoredValue<usize>,
}

impl Open {
    pub(super) fn new(
        reader: TimeTravel,
        bookmark: RwSignal<Option<(usize, usize)>>,
        gathered: Memo<Gathered>,
        anew: Callback<usize, ReportTable>,
    ) -> Self {
        Self {
            reader,
            bookmark,
            gathered,
            anew,
            outcome: RwSignal::new(String::new()),
            before: StoredValue::new(None),
            deeds: StoredValue::new(0),
        }
    }

    /// Whether it takes in every line as soon as it is written.
    pub(super) fn follows(self) -> bool {
        self.bookmark.get().is_none()
    }

    /// Throws it away.
    pub(super) fn delete(self) {
        self.interrupt();
        self.throw_away();
        let last = untrack(|| self.reader.last());
        self.tell(format!("Deleted. The diary is as it was: {}.", counted::all_are_there(last)));
    }

    /// Throws it away, if that isn't done yet, and fills it from the first line on.
    pub(super) fn rebuild(self) {
        self.interrupt();
        self.throw_away();
        self.read_on();
    }

    /// Lets it stand where it is.
    pub(super) fn pause(self) {
        self.interrupt();
        let version = self.version();
        self.stand(version);
        self.tell(format!(
            "Paused after entry {version}. It does not know of what is written now."
        ));
    }

    /// Reads what it has missed, and follows the diary again.
    pub(super) fn catch_up(self) {
        self.interrupt();
        self.read_on();
    }

    /// Reads one line more.
    pub(super) fn step(self) {
        self.interrupt();
        let (version, last) = (self.version(), untrack(|| self.reader.last()));
        if version < last {
            self.stand(version + 1);
            self.tell(format!("Entry {} read.", version + 1));
        } else {
            self.tell(format!("There is no more to read: {last} is the last entry."));
        }
    }

    fn version(self) -> usize {
        self.gathered.with_untracked(|gathered| gathered.version)
    }

    fn stand(self, version: usize) {
        self.bookmark.set(Some((untrack(|| self.reader.edition()), version)));
    }

    fn throw_away(self) {
        let Gathered { version, table, .. } = self.gathered.get_untracked();
        // What has just been thrown away is what counts, not the empty page.
        if version > 0 {
            self.before.set_value(Some((untrack(|| self.reader.edition()), version, table)));
        }
        self.stand(0);
    }

    /// Stops a replay that is under way.
    fn interrupt(self) {
        self.deeds.update_value(|deeds| *deeds += 1);
        self.outcome.set(String::new());
    }

    fn tell(self, words: String) {
        let name = self.gathered.with_untracked(|gathered| gathered.table.name);
        self.reader.say(format!("{name}: {words}"));
        self.outcome.set(words);
    }

    fn read_on(self) {
        let Gathered { version, behind, .. } = self.gathered.get_untracked();
        let frames = if dom::wants_stillness() { 0 } else { (behind * PER_LINE).min(AT_MOST) };
        self.frame(self.deeds.get_value(), Run { version, behind, frames }, 0);
    }

    fn frame(self, deed: usize, run: Run, at: usize) {
        if at >= run.frames {
            self.arrive();
            return;
        }
        self.stand(run.version + run.behind * at / run.frames);
        request_animation_frame(move || {
            // The panel may have been closed, or something else was pressed.
            if self.deeds.try_get_value() == Some(deed) {
                self.frame(deed, run, at + 1);
            }
        });
    }

    /// All has been read: from now on it follows the diary, and what was thrown away can be compared
    /// with what the same lines have led to again.
    fn arrive(self) {
        self.bookmark.set(None);
        let (version, edition) = (self.version(), untrack(|| self.reader.edition()));
        let before = self.before.get_value().filter(|(of, ..)| *of == edition);
        self.before.set_value(None);
        let read = counted::entries(version);
        let words = match before {
            None => format!("Caught up: {}.", counted::has_read_all(version)),
            Some((_, until, table)) if untrack(|| self.anew.run(until)) != table => {
                format!("Rebuilt from {read}, but it is not what it was. Please tell us.")
            }
            Some((_, until, _)) if until < version => {
                let new = version - until;
                format!("Rebuilt from {read}: the same as before, and {new} more since then.")
            }
            Some(_) => format!("Rebuilt from {read}: exactly the same as before."),
        };
        self.tell(words);
    }
}

/// A replay: from where, over how many entries, in how many frames.
#[derive(Clone, Copy)]
struct Run {
    version: usize,
    behind: usize,
    frames: usize,
}
