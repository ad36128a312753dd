//! The sequencer and the second copy of every diary: `IndexedDB`. No other file names it.
//!
//! ```text
//! entries   "bank-1/0000000012"     the line of entry 12
//! meta      "bank-1"                the diary's record of itself
//! broken    "bank-1/1/0000000012"   what stood there and could not be read, as it was
//! broken    "bank-1/1/00000"        what came with a file that said the same of it
//! ```

mod aside;
mod known;

use std::{cell::RefCell, pin::pin};

use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use indexed_db_futures::{
    Build, BuildPrimitive, KeyRange,
    database::Database,
    error::{DomException, Error, OpenDbError},
    internals::SystemRepr,
    object_store::ObjectStore,
    query_source::QuerySource,
    transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions},
};
use js_sys::JSON;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

pub use known::may_exist;

use crate::keeping::{self, Change, Found, StoreError};

const DATABASE: &str = "event-diary";
const ENTRIES: &str = "entries";
const META: &str = "meta";
const BROKEN: &str = "broken";
const STORES: [&str; 3] = [ENTRIES, META, BROKEN];

/// How long an answer is waited for. It usually takes 2 ms; a browser whose database hangs never
/// answers, and a reader should not wait for it longer than this.
const PATIENCE_MS: u32 = 3_000;

/// A database that has been seen to open.
#[derive(Debug)]
pub struct Ledger(RefCell<Database>);

impl Ledger {
    /// Opens the database, which is made on the first visit.
    ///
    /// # Errors
    /// Why there is none: missing, forbidden, or silent.
    pub async fn find() -> Result<Self, StoreError> {
        Ok(Self(RefCell::new(open().await?)))
    }

    /// What was set aside of a diary: where it lay, and what it was, as JSON.
    ///
    /// # Errors
    /// Why the database can't say.
    pub async fn broken(&self, name: &str) -> Result<Vec<(String, String)>, StoreError> {
        self.look(async |transaction| {
            let broken = transaction.object_store(BROKEN)?;
            let keys = broken.get_all_keys::<JsValue>().with_query::<String, _>(range(name, 0));
            let values = broken.get_all::<JsValue>().with_query::<String, _>(range(name, 0));
            let (keys, values) = (keys.primitive()?, values.primitive()?);
            let place = |key: JsValue| {
                let key = key.as_string().unwrap_or_default();
                format!("broken{}", key.strip_prefix(name).unwrap_or_default())
            };
            let literal = |value: JsValue| JSON::stringify(&value).ok()?.as_string();
            let mut all = Vec::new();
            for (key, value) in keys.await?.zip(values.await?) {
                all.push((place(key?), literal(value?).unwrap_or_default()));
            }
            Ok(all)
        })
        .await
    }

    /// A transaction that only reads.
    async fn look<T>(
        &self,
        work: impl AsyncFnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        self.within(TransactionMode::Readonly, work, |_| false).await
    }

    /// A transaction, committed if what came of it says so. A connection that the browser has
    /// closed is opened once more.
    async fn within<T>(
        &self,
        mode: TransactionMode,
        work: impl AsyncFnOnce(&Transaction<'_>) -> Result<T, Error>,
        commits: fn(&T) -> bool,
    ) -> Result<T, StoreError> {
        let known = self.0.borrow().clone();
        let database = match begin(&known, mode) {
            Ok(transaction) => return within(transaction, work, commits).await,
            Err(_) => open().await?,
        };
        self.0.replace(database.clone());
        let transaction = begin(&database, mode).map_err(|error| error_of(&error))?;
        within(transaction, work, commits).await
    }
}

fn begin(database: &Database, mode: TransactionMode) -> Result<Transaction<'_>, Error> {
    // “Saved” means that it is on the disk, not on its way there.
    let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    database.transaction(STORES).with_mode(mode).with_options(strict).build()
}

async fn within<T>(
    transaction: Transaction<'_>,
    work: impl AsyncFnOnce(&Transaction<'_>) -> Result<T, Error>,
    commits: fn(&T) -> bool,
) -> Result<T, StoreError> {
    // Until it is committed, dropping a transaction takes it back.
    let outcome = patiently(work(&transaction)).await?.map_err(|error| error_of(&error))?;
    if commits(&outcome) {
        // From here on nobody can take it back. A disk that stalls may need long for it, and to
        // say meanwhile that nothing was written would be wrong, so this is waited for.
        transaction.commit().await.map_err(|error| error_of(&error))?;
    }
    Ok(outcome)
}

async fn open() -> Result<Database, StoreError> {
    let request = Database::open(DATABASE)
        .with_version(1_u32)
        .with_on_upgrade_needed(|_, database| {
            for store in STORES {
                database.create_object_store(store).build()?;
            }
            Ok(())
        })
        .build()
        .map_err(|error| open_error(&error))?;
    let database = patiently(request).await?.map_err(|error| open_error(&error))?;
    // Whoever deletes the database, or is a newer page that changes it, has to wait until every
    // connection is closed. It is opened again when it is needed.
    let connection = database.clone();
    let let_go = Closure::once_into_js(move || connection.close());
    database.as_sys().set_onversionchange(Some(let_go.unchecked_ref()));
    Ok(database)
}

/// What the future says, unless it stays silent.
async fn patiently<T>(answer: impl IntoFuture<Output = T>) -> Result<T, StoreError> {
    let answer = pin!(answer.into_future());
    match select(answer, TimeoutFuture::new(PATIENCE_MS)).await {
        Either::Left((answer, _)) => Ok(answer),
        Either::Right(_) => Err(StoreError::Silent),
    }
}

impl keeping::Ledger for Ledger {
    async fn records(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.look(async |transaction| {
            let meta = transaction.object_store(META)?;
            let keys = meta.get_all_keys::<JsValue>().primitive()?;
            let records = meta.get_all::<JsValue>().primitive()?;
            let names =
                keys.await?.map(|key| Ok(text_of(&key?))).collect::<Result<Vec<_>, Error>>()?;
            let records = records
                .await?
                .map(|text| Ok(text_of(&text?)))
                .collect::<Result<Vec<_>, Error>>()?;
            Ok(names.into_iter().zip(records).collect())
        })
        .await
    }

    async fn read(&self, name: &str, from: usize, limit: usize) -> Result<Found, StoreError> {
        self.look(async |transaction| {
            let record = record(transaction, name).await?;
            if limit == 0 {
                return Ok(Found { record, lines: Vec::new() });
            }
            let entries = transaction.object_store(ENTRIES)?;
            let limit = u32::try_from(limit).unwrap_or(u32::MAX);
            let range = range(name, from);
            let keys = entries
                .get_all_keys::<JsValue>()
                .with_query::<String, _>(range.clone())
                .with_limit(limit)
                .primitive()?;
            let lines = entries
                .get_all::<JsValue>()
                .with_query::<String, _>(range)
                .with_limit(limit)
                .primitive()?;
            let number = |key: JsValue| key.as_string()?.rsplit('/').next()?.parse().ok();
            let numbers = keys
                .await?
                .map(|key| Ok(number(key?).unwrap_or(usize::MAX)))
                .collect::<Result<Vec<usize>, Error>>()?;
            let lines =
                lines.await?.map(|line| Ok(text_of(&line?))).collect::<Result<Vec<_>, Error>>()?;
            Ok(Found { record, lines: numbers.into_iter().zip(lines).collect() })
        })
        .await
    }

    async fn write(
        &self,
        name: &str,
        expected: Option<&str>,
        change: &Change,
    ) -> Result<bool, StoreError> {
        let work = async |transaction: &Transaction<'_>| {
            if record(transaction, name).await?.as_deref() != expected {
                return Ok(false);
            }
            let entries = transaction.object_store(ENTRIES)?;
            if change.delete {
                entries.delete::<String, _>(range(name, 0)).primitive()?;
                let broken = transaction.object_store(BROKEN)?;
                broken.delete::<String, _>(range(name, 0)).primitive()?;
            }
            set_aside(transaction, &entries, name, &change.aside).await?;
            aside::take_in(transaction, name, &change.broken).await?;
            for (number, line) in &change.lines {
                // `add`, not `put`: there is no way here to write over an entry.
                let _sent = entries.add(line.as_str()).with_key(key(name, *number)).primitive()?;
            }
            let meta = transaction.object_store(META)?;
            let _sent = meta.put(change.record.as_str()).with_key(name).primitive()?;
            Ok(true)
        };
        self.within(TransactionMode::Readwrite, work, |is_written| *is_written).await
    }
}

async fn record(transaction: &Transaction<'_>, name: &str) -> Result<Option<String>, Error> {
    let meta = transaction.object_store(META)?;
    let record: Option<JsValue> = meta.get(name).primitive()?.await?;
    Ok(record.filter(|record| !record.is_undefined()).map(|record| text_of(&record)))
}

/// Moves lines to where nothing is ever written over, whatever they are.
async fn set_aside(
    transaction: &Transaction<'_>,
    entries: &ObjectStore<'_>,
    name: &str,
    numbers: &[usize],
) -> Result<(), Error> {
    if numbers.is_empty() {
        return Ok(());
    }
    let broken = transaction.object_store(BROKEN)?;
    // Each time has a folder of its own, so that no line takes the place of an older one.
    let mut time = 1;
    loop {
        let folder = range(&format!("{name}/{time}"), 0);
        let keys = broken.get_all_keys::<JsValue>().with_query::<String, _>(folder).with_limit(1);
        if keys.primitive()?.await?.next().is_none() {
            break;
        }
        time += 1;
    }
    for number in numbers {
        let value: Option<JsValue> = entries.get(key(name, *number)).primitive()?.await?;
        let aside = key(&format!("{name}/{time}"), *number);
        let _sent = broken.add(value.unwrap_or_default()).with_key(aside).primitive()?;
        let _sent = entries.delete(key(name, *number)).primitive()?;
    }
    Ok(())
}

fn key(name: &str, number: usize) -> String {
    format!("{name}/{number:010}")
}

fn range(name: &str, from: usize) -> KeyRange<String> {
    // A colon comes right after the digits, so nothing of the diary lies beyond it.
    KeyRange::Bound(key(name, from), false, format!("{name}/:"), true)
}

/// The text that stands there; what is none, in words of its own, so that it is seen to be wrong.
fn text_of(value: &JsValue) -> String {
    let text = value.as_string().or_else(|| JSON::stringify(value).ok()?.as_string());
    text.unwrap_or_default()
}

fn open_error(error: &OpenDbError) -> StoreError {
    match error {
        OpenDbError::Base(error) => error_of(error),
        _ => StoreError::Blocked,
    }
}

fn error_of(error: &Error) -> StoreError {
    match error {
        Error::DomException(DomException::Other(error)) => match error.name().as_str() {
            "QuotaExceededError" => StoreError::Full,
            "SecurityError" => StoreError::Blocked,
            "VersionError" => StoreError::Newer,
            _ => StoreError::Failed(error.message()),
        },
        Error::DomException(error) => StoreError::Failed(error.message()),
        // The only way that a transaction of ours ends so is that the disk had no room for it.
        Error::MissingData(_) => StoreError::Full,
        _ => StoreError::Failed("no reason given".into()),
    }
}
