//! Which diaries there are, and how one is named and deleted.

use chrono::{DateTime, Utc};

use super::{
    Change, DiaryStore, EventLog, Mirror, Outcome, PREFIX, SEGMENT, StoreError, TOMBSTONE, Written,
    diary_of,
    header::{meta_key, segment_key},
};
use diary::{FormatError, StreamMeta};

/// What is known of a diary without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What it is called among the others.
    pub name: String,
    /// What it says of itself, or why that can't be read.
    pub record: Result<StreamMeta, FormatError>,
    /// When its last entry was written, as far as that can be read.
    pub last_at: Option<DateTime<Utc>>,
    /// Whether both stores say the same of it, as far as there are two.
    pub is_whole: bool,
    /// What could not be read and was set aside: where it lay, and the text as JSON.
    pub broken: Vec<(String, String)>,
}

impl<S: Mirror, L: EventLog> DiaryStore<S, L> {
    /// The names of all diaries of which there is anything, also of those deleted, each with
    /// whether it still can be opened.
    pub async fn names(&self) -> Outcome<Vec<(String, bool)>> {
        match self.keys() {
            Ok(keys) => self.names_and(&keys).await.into(),
            // Beside a log the mirror is only the copy.
            Err(_) if self.log.is_some() => self.names_and(&[]).await.into(),
            Err(error) => Outcome::Failed(error),
        }
    }

    pub(super) async fn names_and(
        &self,
        keys: &[String],
    ) -> Result<Vec<(String, bool)>, StoreError> {
        let records = match &self.log {
            Some(log) => log.records().await.into_result()?,
            None => Vec::new(),
        };
        let mut names: Vec<_> =
            records.into_iter().map(|(name, record)| (name, record != TOMBSTONE)).collect();
        for name in keys.iter().filter_map(|key| diary_of(key)) {
            if !names.iter().any(|(known, _)| known == name) {
                names.push((name.to_owned(), !self.is_deleted_in_mirror(name)?));
            }
        }
        Ok(names)
    }

    /// The names of the diaries of a kind that can be opened, in the order in which they were begun.
    pub async fn names_of(&self, kind: &str) -> Outcome<Vec<String>> {
        self.names().await.map(|all| {
            let mut names: Vec<String> = Vec::new();
            for (name, is_there) in all {
                if is_there && let Some(number) = number_of(kind, &name) {
                    let at = names.partition_point(|known| number_of(kind, known) < Some(number));
                    names.insert(at, name);
                }
            }
            names
        })
    }

    /// What is known of the diaries of a kind without reading them, in the order in which they were
    /// begun. However long they are, this takes as long as there are diaries.
    pub async fn summaries(&self, kind: &str) -> Outcome<Vec<Summary>> {
        let names = match self.names_of(kind).await {
            Outcome::Done(names) => names,
            Outcome::Failed(error) => return Outcome::Failed(error),
        };
        let mut all = Vec::new();
        for name in names {
            match self.summary(name).await {
                Ok(summary) => all.push(summary),
                Err(error) => return Outcome::Failed(error),
            }
        }
        Outcome::Done(all)
    }

    async fn summary(&self, name: String) -> Result<Summary, StoreError> {
        let in_log = self.record_in_log(&name).await?;
        let in_mirror = match &self.mirror {
            Some(mirror) => mirror.get(&meta_key(&name)).into_result(),
            None => Ok(in_log.clone()),
        };
        let in_mirror = match (in_mirror, &self.log) {
            (Err(error), None) => return Err(error),
            // Then the two don't say the same.
            (in_mirror, _) => in_mirror.unwrap_or_default(),
        };
        let is_whole = self.log.is_none() || in_log == in_mirror;
        let text = in_log.or(in_mirror);
        let record = text.map_or_else(
            || Err(FormatError::BadMeta("it is missing".into())),
            |text| StreamMeta::read(&text),
        );
        let broken = self.set_aside(&name).await.into_result()?;
        let head = record.as_ref().map_or(0, |record| record.head);
        let last_at = self.line(&name, head).await?.and_then(|line| written_at(&line));
        Ok(Summary { name, record, last_at, is_whole, broken })
    }

    /// What was set aside of a diary in both places: where it lay, and the text as JSON.
    pub async fn set_aside(&self, name: &str) -> Outcome<Vec<(String, String)>> {
        let mut all = Vec::new();
        if let Some(mirror) = &self.mirror {
            let prefix = format!("{PREFIX}{name}/");
            // Beside a log a mirror that can't be read takes nothing away.
            let keys = match (mirror.keys(&format!("{prefix}broken/")).into_result(), &self.log) {
                (Err(error), None) => return Outcome::Failed(error),
                (keys, _) => keys.unwrap_or_default(),
            };
            for key in keys {
                if let Outcome::Done(Some(text)) = mirror.literal(&key) {
                    let place = key.strip_prefix(&prefix).unwrap_or(&key);
                    all.push((place.to_owned(), text));
                }
            }
        }
        if let Some(log) = &self.log {
            match log.broken(name).await {
                Outcome::Done(broken) => all.extend(broken),
                Outcome::Failed(error) => return Outcome::Failed(error),
            }
        }
        Outcome::Done(all)
    }

    /// One line of a diary, without the others.
    async fn line(&self, name: &str, number: usize) -> Result<Option<String>, StoreError> {
        if number == 0 {
            return Ok(None);
        }
        if let Some(log) = &self.log {
            let found = log.read(name, number, 1).await.into_result()?;
            return Ok(found.lines.into_iter().next().map(|(_, line)| line));
        }
        let Some(mirror) = &self.mirror else { return Ok(None) };
        let text = mirror.get(&segment_key(name, (number - 1) / SEGMENT)).into_result()?;
        Ok(text.and_then(|text| text.lines().last().map(str::to_owned)))
    }

    async fn record_in_log(&self, name: &str) -> Result<Option<String>, StoreError> {
        match &self.log {
            Some(log) => Ok(log.read(name, usize::MAX, 0).await.into_result()?.record),
            None => Ok(None),
        }
    }

    /// Gives a diary this title, or none. Its new record, or nothing when it isn't there any more.
    pub async fn rename(&self, name: &str, title: Option<&str>) -> Outcome<Option<String>> {
        self.try_rename(name, title).await.into()
    }

    async fn try_rename(
        &self,
        name: &str,
        title: Option<&str>,
    ) -> Result<Option<String>, StoreError> {
        loop {
            let found = match (&self.log, &self.mirror) {
                (Some(_), _) => self.record_in_log(name).await?,
                (None, Some(mirror)) => mirror.get(&meta_key(name)).into_result()?,
                (None, None) => None,
            };
            let Some(found) = found.filter(|record| record != TOMBSTONE) else { return Ok(None) };
            let mut record =
                StreamMeta::read(&found).map_err(|why| StoreError::Failed(why.to_string()))?;
            record.title = title.map(str::to_owned);
            let text = record.text();
            if let Some(log) = &self.log {
                let change = Change { record: text.clone(), ..Change::default() };
                match log.write(name, Some(&found), &change).await.into_result()? {
                    Written::Done | Written::Already(..) => {}
                    Written::Stale => continue,
                }
            }
            let in_mirror = self.put(&(meta_key(name), text.clone()));
            if self.log.is_none() {
                in_mirror?;
            }
            return Ok(Some(text));
        }
    }

    pub(super) fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.mirror.as_ref().map_or(Ok(Vec::new()), |mirror| mirror.keys(PREFIX).into_result())
    }

    /// Deletes a diary from both places, with what was set aside of it: its reader wants it so. When
    /// it fails, some of it is still there.
    pub async fn delete(&self, name: &str) -> Outcome<()> {
        self.try_delete(name).await.into()
    }

    async fn try_delete(&self, name: &str) -> Result<(), StoreError> {
        if let Some(log) = &self.log {
            let record = TOMBSTONE.to_owned();
            let change = Change { record, delete: true, ..Change::default() };
            // The tombstone comes first: whatever is left in the mirror after that is no diary.
            loop {
                let found = self.record_in_log(name).await?;
                if found.as_deref() == Some(TOMBSTONE) {
                    break;
                }
                let written = log.write(name, found.as_deref(), &change).await.into_result()?;
                if written != Written::Stale {
                    break;
                }
            }
        }
        let texts = self.try_texts(name)?;
        if self.log.is_none() && !texts.is_empty() {
            let tombstone = (meta_key(name), TOMBSTONE.to_owned());
            match self.put(&tombstone) {
                // A record that was lost took no room, so the lines make some.
                Err(StoreError::Full) => {
                    self.free_deleted(name, &texts)?;
                    return self.put(&tombstone);
                }
                // As above: the tombstone comes first.
                put => put?,
            }
        }
        self.free_deleted(name, &texts)
    }

    fn is_deleted_in_mirror(&self, name: &str) -> Result<bool, StoreError> {
        let Some(mirror) = &self.mirror else { return Ok(false) };
        let record = mirror.get(&meta_key(name)).into_result()?;
        Ok(record.is_some_and(|record| record == TOMBSTONE))
    }
}

/// The time on a stored line, which is its second item.
fn written_at(line: &str) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(line.split(',').nth(1)?.parse().ok()?)
}

/// The number in a diary's name: 2 in `bank-2`. Longer ones than we give out are not ours.
pub fn number_of(kind: &str, name: &str) -> Option<u32> {
    let digits = name.strip_prefix(kind)?.strip_prefix('-')?;
    digits.parse().ok().filter(|number| *number < 1_000_000)
}
