//! Which lines are in the page: all of them while they are few, then those around what is in sight.

use leptos::prelude::*;

use super::items::{Item, Key, items};
use crate::{
    browser::{dom, focus, scroll, sight, size},
    ui::{
        live::{live, memo, on, views},
        reader::{TimeTravel, reader},
    },
};

/// The id of what the lines scroll in.
pub(super) const PAPER: &str = "paper";

/// So many lines are in the page as a whole, where the browser finds a word in them. A row costs a
/// tenth of a millisecond to make, so with more of them opening the page would be felt.
const WHOLE: usize = 300;

/// Rows above and below those in sight, so that a turn of the wheel or a step of the focus does not
/// come to their end before the next ones are there. Each leap of the slider makes them all.
const AROUND: usize = 6;

/// When fewer than these are left above or below, others are made. Before that, scrolling makes none.
const LEFT: usize = 3;

/// Lines of a longer diary that are printed: some 40 sheets.
const PRINTED: usize = 2_000;

/// Where the reader stands: how often they have gone somewhere, in which diary, and its page.
type Place = (usize, usize, usize);

/// What is measured on the paper.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Measures {
    /// How high a line is, in 64ths of a pixel.
    height: usize,
    /// How many lines there is room for.
    room: usize,
}

/// A window on the lines of a long diary.
#[derive(Clone, Copy)]
pub struct Window {
    reader: TimeTravel,
    measures: RwSignal<Measures>,
    /// The uppermost line in sight when the reader scrolled last, and where they stood then:
    /// going elsewhere leads away from it.
    scrolled: RwSignal<(Place, usize)>,
    printing: RwSignal<bool>,
    /// Whether the line of the moment has still to be scrolled to.
    on_the_way: StoredValue<bool>,
    /// Whether that line was in sight when the paper was looked at last.
    is_seen: StoredValue<bool>,
    /// The line that has the focus. It stays in the page however far it is scrolled away.
    pub(super) focused: RwSignal<Option<usize>>,
    /// Whether there are more lines than can be in the page.
    pub(super) is_long: Memo<bool>,
    /// The first and the last line of those around what is in sight.
    pub(super) bounds: Memo<(usize, usize)>,
    /// How many lines are above and below those in sight.
    out_of_sight: RwSignal<(usize, usize)>,
}

impl Window {
    /// A window on the diary of this workbench, which follows the reader and the paper.
    pub(super) fn open() -> Self {
        let reader = reader();
        let measures = RwSignal::new(Measures { height: 32 * 64, room: 20 });
        let scrolled = RwSignal::new(((0, 0, 0), 1));
        let printing = RwSignal::new(false);
        let is_long = memo(move |_| reader.last() > WHOLE);
        let top = memo(move |before: Option<&usize>| {
            let (here, room) = (place(reader), measures.get().room);
            let (stood, top) = scrolled.get();
            if stood == here {
                return top;
            }
            // The line of this moment comes into sight, if it isn't.
            let top = before.copied().unwrap_or(1);
            let is_in_sight = (top..top + room).contains(&here.2);
            if is_in_sight { top } else { here.2.saturating_sub(room / 2).max(1) }
        });
        let bounds = memo(move |_| {
            let (last, room) = (reader.last(), measures.get().room);
            // At the end there are as many as anywhere else.
            let around = |first: usize, many: usize| {
                let from = first.min((last + 1).saturating_sub(many)).max(1);
                (from, (from + many - 1).min(last))
            };
            if !is_long.get() {
                (1, last)
            } else if printing.get() {
                around(reader.version().saturating_sub(PRINTED / 2), PRINTED)
            } else {
                around(top.get().saturating_sub(AROUND), room + 2 * AROUND)
            }
        });
        let focused = RwSignal::new(None);
        let on_the_way = StoredValue::new(false);
        let is_seen = StoredValue::new(true);
        let out_of_sight = RwSignal::new((0, 0));
        let window = Self {
            reader,
            measures,
            scrolled,
            printing,
            on_the_way,
            is_seen,
            focused,
            is_long,
            bounds,
            out_of_sight,
        };
        window.listen();
        window
    }

    fn listen(self) {
        let Self { printing, .. } = self;
        let listeners = [
            window_event_listener_untyped("beforeprint", move |_| printing.set(true)),
            window_event_listener_untyped("afterprint", move |_| printing.set(false)),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
        let paper = size::Watch::new(move || self.fit());
        request_animation_frame(move || paper.begin(PAPER));
    }

    /// The paper is as high and wide as it is now, and the line of the moment stays in sight: what is
    /// refused takes room from the paper, and long words more of it.
    fn fit(self) {
        if self.is_seen.try_get_value() == Some(true) {
            scroll::show(PAPER, untrack(|| self.reader.version()));
        }
        // What is counted may take room itself, and a frame in which that goes round is an error.
        request_animation_frame(move || {
            self.measure();
            self.look();
        });
    }

    fn measure(self) {
        // The page may have been left before the frame came.
        let Some(before) = self.measures.try_get_untracked() else { return };
        let height = scroll::line_height(PAPER).unwrap_or(before.height);
        if let Some(room) = scroll::room(PAPER, height) {
            // The first and the last in sight may be cut.
            self.measures.set(Measures { height, room: room + 2 });
        }
        self.count();
    }

    /// Counts what is out of sight.
    fn count(self) {
        let Some(Measures { height, .. }) = self.measures.try_get_untracked() else { return };
        let is_seen = scroll::is_seen(PAPER, untrack(|| self.reader.version()));
        self.is_seen.set_value(is_seen);
        if let Some(counted) = scroll::out_of_sight(PAPER, height)
            && self.out_of_sight.try_get_untracked() != Some(counted)
        {
            self.out_of_sight.set(counted);
        }
    }

    /// Buttons that lead to what is out of sight: “↑ 4 earlier”.
    pub(super) fn ways(self) -> AnyView {
        let way = move |is_first: bool| {
            let many = memo(move |_| {
                let (above, below) = self.out_of_sight.get();
                if is_first { above } else { below }
            });
            let words = move || {
                let many = many.get();
                if is_first { format!("↑ {many} earlier") } else { format!("↓ {many} later") }
            };
            let is_there = memo(move |_| many.get() > 0);
            move || {
                // It also goes when the paper is scrolled by something else than this.
                focus::hand_on_to(PAPER, ".earlier");
                is_there.get().then(|| {
                    view! {
                        <button
                            class="plain link earlier"
                            // The slider and the entries lead there by keyboard.
                            tabindex="-1"
                            on:click=on(move |_| {
                                scroll::to_end(PAPER, is_first);
                                // This button goes, and the arrows scroll on from there.
                                dom::focus(PAPER);
                            })
                        >
                            {live(words)}
                        </button>
                    }
                    .into_any()
                })
            }
        };
        view! { {views(way(true))} {views(way(false))} }.into_any()
    }

    /// Scrolls to the line of the moment, once the page has been laid out.
    pub(super) fn follow(self) {
        self.reader.travels.track();
        let version = self.reader.version();
        self.on_the_way.set_value(true);
        request_animation_frame(move || {
            self.on_the_way.try_update_value(|on_the_way| *on_the_way = false);
            scroll::show(PAPER, version);
            if self.reader.came_to.try_get_untracked().flatten() == Some(version) {
                sight::show(PAPER, version);
            } else if let Some(pressed) = self.reader.take_pressed() {
                sight::show_beside(PAPER, version, &pressed);
            }
            self.refocus();
            self.count();
        });
    }

    /// Looks where the reader has scrolled to.
    pub(super) fn look(self) {
        self.count();
        // An older turn of the wheel is told now, and the reader has gone elsewhere since.
        let is_over = self.on_the_way.try_get_value().unwrap_or(true);
        if is_over || !self.is_long.get_untracked() {
            return;
        }
        let Measures { height, room } = self.measures.get_untracked();
        if let Some(sight) = scroll::sight(PAPER, height) {
            let ((from, until), last) = untrack(|| (self.bounds.get(), self.reader.last()));
            let is_above = from == 1 || sight.line >= from + LEFT;
            let is_below = until == last || sight.line + room + LEFT <= until;
            if is_above && is_below {
                return;
            }
            self.scrolled.set((untrack(|| place(self.reader)), sight.line));
            // By then the rows are there, and nothing has been painted yet.
            request_animation_frame(move || {
                scroll::hold(PAPER, sight);
                self.refocus();
            });
        }
    }

    fn refocus(self) {
        if let Some(line) = self.focused.try_get_untracked().flatten() {
            scroll::refocus(PAPER, line);
        }
    }

    /// How high a line is, in 64ths of a pixel.
    pub(super) fn height(self) -> usize {
        self.measures.get().height
    }

    /// What stands in the table, and by what each row is known.
    pub(super) fn items(self) -> Vec<(Key, Item)> {
        items(self.bounds.get(), self.reader.last(), self.focused.get(), self.is_long.get())
    }
}

fn place(reader: TimeTravel) -> Place {
    (reader.travels.get(), reader.edition(), reader.version())
}
