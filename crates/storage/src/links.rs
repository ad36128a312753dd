//! What both stores hold of a diary, worked out anew from every line.

use super::{DiaryStore, EventLog, Mirror, Outcome, SEGMENT, StoreError, header::segment_key};
use diary::{ChainHash, check_line};

/// Lines that are checked without a rest: a millisecond's work.
const SLICE: usize = 500;

/// A store, by its name, and the link of an entry in it: nothing where the lines up to there don't
/// follow from one another.
pub type Links = Vec<(&'static str, Option<String>)>;

impl<S: Mirror, L: EventLog> DiaryStore<S, L> {
    /// The link of an entry in each store, worked out anew from all lines up to it: a link says the
    /// same only while every line before it does. `rest` lets the page breathe.
    pub async fn links(&self, name: &str, number: usize, rest: impl AsyncFn()) -> Outcome<Links> {
        self.try_links(name, number, rest).await.into()
    }

    async fn try_links(
        &self,
        name: &str,
        number: usize,
        rest: impl AsyncFn(),
    ) -> Result<Links, StoreError> {
        let mut links = Vec::new();
        if let Some(log) = &self.log {
            let mut chain = Chain::default();
            while chain.goes_on_to(number) {
                let lines = log.read(name, chain.read + 1, SLICE).await.into_result()?.lines;
                chain.read_all(lines.iter().map(|(_, line)| line.as_str()), number);
                rest().await;
            }
            links.push(("database", chain.link()));
        }
        if let Some(mirror) = &self.mirror {
            let mut chain = Chain::default();
            while chain.goes_on_to(number) {
                let text = mirror.get(&segment_key(name, chain.read / SEGMENT)).into_result()?;
                chain.read_all(text.unwrap_or_default().lines(), number);
                rest().await;
            }
            links.push(("readable text", chain.link()));
        }
        Ok(links)
    }
}

/// Lines that are read one after the other, as long as they follow from one another.
#[derive(Default)]
struct Chain {
    read: usize,
    link: ChainHash,
    is_broken: bool,
}

impl Chain {
    fn goes_on_to(&self, number: usize) -> bool {
        !self.is_broken && self.read < number
    }

    /// Reads up to the entry with this number. Where there is no line there is no entry.
    fn read_all<'l>(&mut self, lines: impl Iterator<Item = &'l str>, number: usize) {
        let before = self.read;
        for line in lines.take(number - before) {
            let Ok((_, link)) = check_line(line, self.read + 1, &self.link) else {
                self.is_broken = true;
                return;
            };
            (self.read, self.link) = (self.read + 1, link);
        }
        self.is_broken = self.read == before;
    }

    fn link(&self) -> Option<String> {
        (!self.is_broken).then(|| self.link.to_string())
    }
}
