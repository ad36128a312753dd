//! Finding entries: what was typed, how far the diary has been gone through for it, and which of those that were found
//! the reader has gone to. What is found by what is [`examples::find`]'s to say.

use crate::ui::live::effect;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::{
    lazy::Lazy,
    looks::{Looks, LooksAt},
    reader::{TimeTravel, reader},
};
use crate::browser::{clock, dom};
use examples::find::Search;

/// The id of the button that opens it.
pub const OPENS: &str = "opens-find";

/// The id of what is opened.
pub const BAR: &str = "find";

/// The id of the field in it.
pub const FIELD: &str = "find-what";

/// Entries that are looked at before the clock is.
const FEW: usize = 64;

/// Entries that are looked at in one go at most, whatever the clock says: a clock may stand.
const MANY: usize = 4_096;

/// So many milliseconds one go takes, of the sixteen that a frame has.
const A_GO: f64 = 8.0;

/// Whoever types on within so many milliseconds need not hear what was found until then.
const A_PAUSE: u32 = 700;

/// While a long diary is gone through, it is said aloud every so many milliseconds how far that is.
const A_WHILE: f64 = 3_000.0;

/// Keys that are pressed there are typed, or choose something: `/` opens nothing then.
const TYPED_IN: &str =
    "input:not([type=range], [type=checkbox], [type=radio]), textarea, select, dialog";

/// What is looked for in the diary of a workbench. All of its parts are signals, so it can be handed around by copy.
#[derive(Clone, Copy)]
pub struct Find {
    reader: TimeTravel,
    /// What looks is fetched when the field is opened.
    looks: Lazy<Looks>,
    /// Whether the field is there.
    pub is_open: RwSignal<bool>,
    /// What stands in it.
    pub typed: RwSignal<String>,
    search: RwSignal<Search>,
    /// What that was typed as, and in which of the diaries that were opened in this place it is looked for.
    of: StoredValue<(usize, String)>,
    /// How often something else was looked for: what still looks for what was typed before has come to its end.
    turn: StoredValue<usize>,
    /// The entry of those found that the reader has gone to.
    gone_to: RwSignal<Option<usize>>,
    came_from: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Find {
    /// Nothing is looked for yet. The key `/` opens the field as long as the workbench is there.
    pub fn begin() -> Self {
        let find = Self {
            reader: reader(),
            looks: expect_context::<Lazy<Looks>>(),
            is_open: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            search: RwSignal::new(Search::default()),
            of: StoredValue::new((0, String::new())),
            turn: StoredValue::new(0),
            gone_to: RwSignal::new(None),
            came_from: StoredValue::new_local(None),
        };
        // What is typed, another diary, and each entry that is written.
        effect(move |_| {
            let (edition, _) = (find.reader.edition(), find.reader.last());
            let typed = find.typed.get();
            if let Some(looks) = find.looks.get() {
                untrack(|| find.look(edition, typed, looks));
            }
        });
        let slash = window_event_listener_untyped("keydown", move |event| {
            find.slash(event.unchecked_ref());
        });
        on_cleanup(move || slash.remove());
        find
    }

    fn slash(self, event: &KeyboardEvent) {
        let is_alone = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if event.key() == "/" && is_alone && !dom::is_in(event, TYPED_IN) {
            // Some browsers have a search of their own on this key.
            event.prevent_default();
            self.open();
        }
    }

    /// Opens the field and goes there.
    pub fn open(self) {
        // From within it, one goes back to where one was before.
        if !self.is_open.get_untracked() {
            self.came_from.set_value(dom::focused());
        }
        self.looks.fetch();
        self.is_open.set(true);
        dom::unhide(BAR);
        dom::select(FIELD);
    }

    /// Closes it. Nothing is marked any more, and the focus goes back to where it came from.
    pub fn close(self) {
        self.typed.set(String::new());
        self.is_open.set(false);
        let came_from = self.came_from.try_update_value(Option::take).flatten();
        match came_from.filter(|it| it.is_connected()) {
            // It fails for nothing that is on the page.
            Some(came_from) => drop(came_from.focus()),
            None => dom::focus(OPENS),
        }
    }

    /// Looks for what is typed: from the beginning, or on where only entries have come.
    fn look(self, edition: usize, typed: String, looks: Looks) {
        let of = (edition, typed);
        if self.of.with_value(|before| *before != of) {
            self.search.set((looks.search_for)(&of.1));
            self.gone_to.set(None);
            self.of.set_value(of);
        } else if !self.is_under_way() {
            return;
        }
        let turn = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        if !self.search.with_untracked(Search::is_for_nothing) {
            spawn_local(async move {
                // What was left, or is typed on, is no longer looked for.
                let _is_over = self.go_through(turn, looks.looks_at).await;
            });
        }
    }

    async fn go_through(self, turn: Option<usize>, looks_at: LooksAt) -> Option<()> {
        let mut said = clock::milliseconds();
        let is_mine = || (self.turn.try_get_value() == turn).then_some(());
        loop {
            self.go_on(looks_at)?;
            if !untrack(|| self.is_under_way()) {
                break;
            }
            // Between two goes the browser paints, and whatever the reader wants comes first.
            TimeoutFuture::new(0).await;
            is_mine()?;
            if clock::milliseconds() - said > A_WHILE {
                said = clock::milliseconds();
                self.reader.say(untrack(|| self.words()));
            }
        }
        TimeoutFuture::new(A_PAUSE).await;
        is_mine()?;
        // Whoever has gone to one of them has heard of them.
        if self.gone_to.get_untracked().is_none() {
            self.reader.say(untrack(|| self.words()));
        }
        Some(())
    }

    /// Looks at some more entries, for as long as nobody notices.
    fn go_on(self, looks_at: LooksAt) -> Option<()> {
        let versions = self.reader.versions();
        let last = untrack(|| self.reader.last());
        let began = clock::milliseconds();
        self.search.try_update(|search| {
            let end = search.read() + MANY;
            while search.read() < last.min(end) && clock::milliseconds() - began < A_GO {
                untrack(|| versions.find(search, FEW, self.reader.clock.zone(), looks_at));
            }
        })
    }

    fn is_under_way(self) -> bool {
        self.search.with(|search| !search.is_for_nothing() && search.read() < self.reader.last())
    }

    /// Whether something is looked for, and was looked for everywhere, and is nowhere.
    pub fn is_nowhere(self) -> bool {
        let is_nothing = |search: &Search| !search.is_for_nothing() && search.found().is_empty();
        self.search.with(is_nothing) && !self.is_under_way()
    }

    /// Whether this entry was found.
    pub fn has(self, entry: usize) -> bool {
        self.search.with(|search| search.has(entry))
    }

    /// The entries that a chart of so many columns marks, once all have been looked at: to draw them anew with every few
    /// of them would take longer than to look.
    pub fn marks(self, columns: usize) -> Vec<usize> {
        if self.is_under_way() {
            return Vec::new();
        }
        let last = self.reader.last();
        self.search.with(|search| search.marks(last, columns))
    }

    /// How it stands, in words: “3 found”, “2 of 3”.
    pub fn words(self) -> String {
        let (read, last) = (self.search.with(Search::read), self.reader.last());
        let is_under_way = self.is_under_way();
        if let Some(why) = self.looks.why_not() {
            return format!("Sorry, {why}. Close the field, and open it again.");
        }
        let gone_to = self.gone_to.get().filter(|entry| *entry == self.reader.version());
        self.search.with(|search| {
            let found = search.found().len();
            match gone_to {
                _ if search.is_for_nothing() => String::new(),
                Some(entry) => format!("{} of {found}", search.before(entry) + 1),
                None if is_under_way => format!("{found} found in {read} of {last} so far"),
                None if found == 0 => NOWHERE.to_owned(),
                None => format!("{found} found"),
            }
        })
    }

    /// Goes to the next one of those that were found, or to the one before. Behind the last one comes the first.
    pub fn go(self, is_next: bool) {
        let (version, is_past) = untrack(|| (self.reader.version(), self.reader.in_past()));
        // Whoever stands at now has gone nowhere yet, so the first one is next.
        let has_gone = is_past || self.gone_to.get_untracked() == Some(version);
        let found = self.search.with_untracked(|search| {
            let count = search.found().len();
            let place = match (is_next, has_gone) {
                (true, false) => 0,
                (true, true) => search.before(version + 1) % count.max(1),
                (false, has_gone) => {
                    let before = if has_gone { search.before(version) } else { count };
                    before.checked_sub(1).unwrap_or(count.saturating_sub(1))
                }
            };
            search.found().get(place).copied()
        });
        if let Some(entry) = found {
            self.reader.come_to(entry);
            self.gone_to.set(Some(entry));
            let what = untrack(|| self.reader.versions().line(entry)).map(|line| line.what);
            let (words, place) = untrack(|| (self.words(), self.reader.place_words()));
            self.reader.say(format!("{words}: {}. {place}", what.unwrap_or_default()));
        } else {
            self.reader.say(untrack(|| self.words()));
        }
    }
}

/// What is said where nothing was found, and what can be looked for.
const NOWHERE: &str =
    "Nothing found. Look for words, a name, an amount (40.00) or a time (2026-03, 1 Mar, Feb).";
