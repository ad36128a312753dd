//! What stands in the table of a diary, of which not every line is in the page.

/// What stands in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Line(usize),
    /// An empty row in the place of so many lines, from this one on.
    Missing(usize, usize),
}

impl Item {
    /// The number of the line, or of the first one that is missing.
    pub(super) fn first(self) -> usize {
        let (Self::Line(first) | Self::Missing(first, _)) = self;
        first
    }

    /// How many lines it is or stands for.
    pub(super) fn lines(self) -> usize {
        match self {
            Self::Line(_) => 1,
            Self::Missing(_, lines) => lines,
        }
    }
}

/// By what a row is known, whatever it shows just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// The row of this line and of no other.
    Line(usize),
    /// One of as many rows as a long diary has in its window. With n of them, a row has every n-th line, so
    /// that a line keeps its row while it is in the window.
    Slot(usize),
    /// The empty rows, from above.
    Missing(usize),
}

/// The lines in the window, the one that has the focus, and empty rows for all others, so that the
/// scrollbar tells how many there are.
pub(super) fn items(
    (from, until): (usize, usize),
    last: usize,
    focused: Option<usize>,
    is_long: bool,
) -> Vec<(Key, Item)> {
    // With its neighbours, or the next step of the focus would lead out of the table.
    let focused = focused.map_or(0..0, |line| line.saturating_sub(1)..line + 2);
    let before = focused.clone().filter(|line| (1..from).contains(line));
    let after = focused.filter(|line| (until + 1..=last).contains(line));
    let slots = (until + 1).saturating_sub(from).max(1);
    // Who has the focus keeps its row, and the line whose turn it would be gets one of its own.
    let taken: Vec<_> = before.clone().chain(after.clone()).map(|line| line % slots).collect();
    let key = |line: usize| match line % slots {
        _ if !is_long => Key::Line(line),
        slot if (from..=until).contains(&line) && taken.contains(&slot) => Key::Line(line),
        slot => Key::Slot(slot),
    };
    let mut items = Vec::new();
    let (mut missing, mut next) = (0, 1);
    let mut skip_to = |line: usize, items: &mut Vec<_>| {
        if next < line {
            items.push((Key::Missing(missing), Item::Missing(next, line - next)));
            missing += 1;
        }
        next = line + 1;
    };
    for line in before.chain(from..=until).chain(after) {
        skip_to(line, &mut items);
        items.push((key(line), Item::Line(line)));
    }
    skip_to(last + 1, &mut items);
    items
}
