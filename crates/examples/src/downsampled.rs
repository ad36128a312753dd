//! The shape of a figure over the whole diary, small enough to be drawn at once.

/// Columns at most. The chart is 600 to 900 pixels wide; with four points for each column of two
/// or three pixels no more can be seen, and a line through all of them takes a fraction of a frame.
const MOST: usize = 512;

/// A figure after 0, 1, … N entries in at most 512 columns. However many entries a column gathers,
/// its lowest and its highest are in it, so that no extreme is ever lost.
///
/// It grows with the diary: when the columns are full, each two become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Downsampled {
    span: usize,
    versions: usize,
    columns: Vec<Column>,
}

/// What a figure did during some entries: where it began, how far it went, and where it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The figure at its first entry, in the smallest unit of its kind: cents, or single things.
    pub first: i64,
    /// The lowest.
    pub lowest: i64,
    /// The highest.
    pub highest: i64,
    /// The figure at its last entry.
    pub last: i64,
}

impl Default for Downsampled {
    /// A blank page: nothing after 0 entries.
    fn default() -> Self {
        let mut outline = Self { span: 1, versions: 0, columns: Vec::new() };
        outline.push(0);
        outline
    }
}

impl Downsampled {
    /// Takes in the figure after one more entry.
    pub fn push(&mut self, figure: i64) {
        if self.versions == MOST * self.span {
            let pairs = self.columns.chunks(2).filter_map(|pair| pair.iter().copied().reduce(join));
            self.columns = pairs.collect();
            self.span *= 2;
        }
        let here = Column { first: figure, lowest: figure, highest: figure, last: figure };
        match self.columns.last_mut() {
            Some(column) if !self.versions.is_multiple_of(self.span) => {
                *column = join(*column, here);
            }
            _ => self.columns.push(here),
        }
        self.versions += 1;
    }

    /// Takes in so many entries that left the figure as it was, a column at a time.
    pub fn stay(&mut self, mut entries: usize) {
        let Some(figure) = self.columns.last().map(|column| column.last) else { return };
        while entries > 0 {
            self.push(figure);
            // The rest of this column changes nothing of it.
            let rest = self.versions.next_multiple_of(self.span) - self.versions;
            let rest = rest.min(entries - 1);
            self.versions += rest;
            entries -= 1 + rest;
        }
    }

    /// How many entries a column gathers.
    pub fn span(&self) -> usize {
        self.span
    }

    /// After how many entries it ends.
    pub fn last(&self) -> usize {
        self.versions - 1
    }

    /// The columns, the first of which begins with the blank page.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The lowest and the highest figure of all. Zero, the blank page, is one of them.
    pub fn range(&self) -> (i64, i64) {
        let whole = self.columns.iter().copied().reduce(join);
        whole.map_or((0, 0), |whole| (whole.lowest, whole.highest))
    }
}

fn join(before: Column, after: Column) -> Column {
    Column {
        first: before.first,
        lowest: before.lowest.min(after.lowest),
        highest: before.highest.max(after.highest),
        last: after.last,
    }
}
