//! What both stores do when they are asked.

use storage::{
    Change, EventLog, Found, Mirror, Outcome, StoreError, TOMBSTONE, Write, Written, find_room,
};

use super::{Book, World, put, text_of};

impl Mirror for World {
    fn get(&self, key: &str) -> Outcome<Option<String>> {
        self.step(|disk| Ok(disk.mirror.get(key).cloned())).into()
    }

    fn apply(&self, write: &Write) -> Outcome<()> {
        // localStorage does it or throws; it never throws and has done it.
        if let Some(fault) = &mut self.disk.borrow_mut().fault {
            fault.done = false;
        }
        self.step(|disk| {
            let (key, text) = match write {
                Write::Put(key, text) => (key, Some(text.clone())),
                Write::PutLiteral(key, literal) => (key, Some(text_of(literal))),
                Write::Copy(from, to) => (to, disk.mirror.get(from).cloned()),
                Write::Free(key) => (key, None),
            };
            let mut mirror = disk.mirror.clone();
            put(&mut mirror, key.clone(), text.clone());
            let units = |text: &String| text.encode_utf16().count();
            let used = || mirror.iter().map(|(key, text)| units(key) + units(text)).sum::<usize>();
            if text.is_some() && disk.room.is_some_and(|room| used() > room) {
                return Err(StoreError::Full);
            }
            disk.mirror = mirror;
            disk.unflushed.push((key.clone(), text));
            Ok(())
        })
        .into()
    }

    fn literal(&self, key: &str) -> Outcome<Option<String>> {
        self.step(|disk| Ok(disk.mirror.get(key).map(|text| format!("{text:?}")))).into()
    }

    fn keys(&self, prefix: &str) -> Outcome<Vec<String>> {
        self.step(|disk| {
            let keys = disk.mirror.keys().filter(|key| key.starts_with(prefix));
            Ok(keys.cloned().collect())
        })
        .into()
    }
}

impl EventLog for World {
    async fn records(&self) -> Outcome<Vec<(String, String)>> {
        let ours = self.transaction().await;
        let answer = self.step(|disk| {
            let records = disk.books.iter().filter_map(|(name, book)| {
                book.record.clone().map(|record| (name.clone(), record))
            });
            Ok(records.collect())
        });
        self.answered(ours, answer).await
    }

    async fn read(&self, name: &str, from: usize, limit: usize) -> Outcome<Found> {
        let ours = self.transaction().await;
        let answer = self.step(|disk| {
            let Some(book) = disk.books.get(name) else { return Ok(Found::default()) };
            let lines = book.lines.range(from..).take(limit);
            let lines = lines.map(|(number, line)| (*number, line.clone())).collect();
            Ok(Found { record: book.record.clone(), lines })
        });
        self.answered(ours, answer).await
    }

    async fn write(&self, name: &str, expected: Option<&str>, change: &Change) -> Outcome<Written> {
        let ours = self.transaction().await;
        let answer = self.step(|disk| {
            let mut book = disk.books.get(name).cloned().unwrap_or_default();
            let landed = change.command.as_ref().and_then(|id| book.commands.get(id));
            if let Some((first, last)) = landed {
                return Ok(Written::Already(*first, *last));
            }
            if book.record.as_deref() != expected {
                return Ok(Written::Stale);
            }
            if change.delete {
                assert_eq!(change.record, TOMBSTONE);
                book = Book::default();
            }
            for number in &change.aside {
                let line = book.lines.remove(number);
                book.aside.extend(line.map(|line| (*number, line)));
            }
            for (place, literal) in
                find_room(book.broken.keys().map(String::as_str), &change.broken)
            {
                assert_eq!(book.broken.insert(place, literal), None, "nothing is written over");
            }
            for (number, line) in &change.lines {
                // IndexedDB's `add`: where something stands, the whole transaction is taken back.
                if book.lines.insert(*number, line.clone()).is_some() {
                    disk.written_over = true;
                    return Err(StoreError::Failed("the key is taken".into()));
                }
            }
            if let (Some(id), [(first, _), ..]) = (&change.command, &change.lines[..]) {
                book.commands.insert(id.clone(), (*first, first + change.lines.len() - 1));
            }
            book.record = Some(change.record.clone());
            disk.books.insert(name.to_owned(), book);
            Ok(Written::Done)
        });
        self.answered(ours, answer).await
    }

    async fn landed(&self, name: &str, command: &str) -> Outcome<Option<(usize, usize)>> {
        let ours = self.transaction().await;
        let answer = self.step(|disk| {
            Ok(disk.books.get(name).and_then(|book| book.commands.get(command)).copied())
        });
        self.answered(ours, answer).await
    }

    async fn broken(&self, name: &str) -> Outcome<Vec<(String, String)>> {
        let ours = self.transaction().await;
        let answer = self.step(|disk| {
            let aside = disk.books.get(name).map(|book| book.aside.clone()).unwrap_or_default();
            let place = |(number, line): (usize, String)| {
                (format!("broken/1/{number:010}"), format!("{line:?}"))
            };
            Ok(aside.into_iter().map(place).collect())
        });
        self.answered(ours, answer).await
    }
}
