//! The sequencer and the second copy of every diary: `IndexedDB`. No other file names it.
//!
//! ```text
//! entries   "bank-1/0000000012"     the line of entry 12
//! entries   "bank-1/id/<command>"   "12-13": which entries a command has written
//! meta      "bank-1"                the diary's record of itself
//! broken    "bank-1/1/0000000012"   what stood there and could not be read, as it was
//! broken    "bank-1/1/00000"        what came with a file that said the same of it
//! ```
//!
//! The ids of commands lie beside the lines, where an older version of the page sees nothing of them:
//! it asks for numbers only. So a tab of an older version can go on beside one of this.
//!
//! Nothing here has an end of its patience. Whoever asks decides how long to wait.

mod aside;

mod keys;

use std::cell::RefCell;

use indexed_db_futures::{
    Build, BuildPrimitive,
    database::Database,
    error::{DomException, Error, OpenDbError},
    internals::SystemRepr,
    object_store::ObjectStore,
    query_source::QuerySource,
    transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions},
};
use js_sys::JSON;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

use self::keys::{BROKEN, ENTRIES, META, id, ids, key, range};
use storage::{self, Change, Found, Outcome, StoreError, Written};

const DATABASE: &str = "event-diary";
const STORES: [&str; 3] = [ENTRIES, META, BROKEN];

/// A database that has been seen to open.
#[derive(Debug)]
pub struct IndexedDbLog(RefCell<Database>);

impl IndexedDbLog {
    /// Opens the database, which is made on the first visit. Why it can't: it is missing or
    /// forbidden, a newer version of the page has it, or it can't be opened just now.
    pub async fn find() -> Outcome<Self> {
        open().await.map(|database| Self(RefCell::new(database))).into()
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
    let outcome = work(&transaction).await.map_err(|error| error_of(&error))?;
    if commits(&outcome) {
        let known: JsValue = transaction.as_sys().clone().into();
        transaction.commit().await.map_err(|error| commit_error(&error, &known))?;
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
    let database = request.await.map_err(|error| open_error(&error))?;
    // Whoever deletes the database, or is a newer page that changes it, has to wait until every
    // connection is closed. It is opened again when it is needed.
    let connection = database.clone();
    let let_go = Closure::once_into_js(move || connection.close());
    database.as_sys().set_onversionchange(Some(let_go.unchecked_ref()));
    Ok(database)
}

impl storage::EventLog for IndexedDbLog {
    async fn records(&self) -> Outcome<Vec<(String, String)>> {
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
        .into()
    }

    async fn read(&self, name: &str, from: usize, limit: usize) -> Outcome<Found> {
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
        .into()
    }

    async fn write(&self, name: &str, expected: Option<&str>, change: &Change) -> Outcome<Written> {
        let work =
            async |transaction: &Transaction<'_>| write(transaction, name, expected, change).await;
        let commits = |written: &Written| *written == Written::Done;
        self.within(TransactionMode::Readwrite, work, commits).await.into()
    }

    async fn landed(&self, name: &str, command: &str) -> Outcome<Option<(usize, usize)>> {
        self.look(async |transaction| {
            landed(&transaction.object_store(ENTRIES)?, name, command).await
        })
        .await
        .into()
    }

    async fn broken(&self, name: &str) -> Outcome<Vec<(String, String)>> {
        self.look(async |transaction| aside::all(transaction, name).await).await.into()
    }
}

async fn write(
    transaction: &Transaction<'_>,
    name: &str,
    expected: Option<&str>,
    change: &Change,
) -> Result<Written, Error> {
    let entries = transaction.object_store(ENTRIES)?;
    if let Some(command) = &change.command
        && let Some((first, last)) = landed(&entries, name, command).await?
    {
        return Ok(Written::Already(first, last));
    }
    if record(transaction, name).await?.as_deref() != expected {
        return Ok(Written::Stale);
    }
    if change.delete {
        entries.delete::<String, _>(range(name, 0)).primitive()?;
        entries.delete::<String, _>(ids(name)).primitive()?;
        let broken = transaction.object_store(BROKEN)?;
        broken.delete::<String, _>(range(name, 0)).primitive()?;
    }
    aside::set_aside(transaction, &entries, name, &change.aside).await?;
    aside::take_in(transaction, name, &change.broken).await?;
    for (number, line) in &change.lines {
        // `add`, not `put`: there is no way here to write over an entry.
        let _sent = entries.add(line.as_str()).with_key(key(name, *number)).primitive()?;
    }
    if let (Some(command), Some((first, _)), Some((last, _))) =
        (&change.command, change.lines.first(), change.lines.last())
    {
        let numbers = format!("{first}-{last}");
        let _sent = entries.add(numbers.as_str()).with_key(id(name, command)).primitive()?;
    }
    let meta = transaction.object_store(META)?;
    let _sent = meta.put(change.record.as_str()).with_key(name).primitive()?;
    Ok(Written::Done)
}

/// Which entries a command has written, if it has.
async fn landed(
    entries: &ObjectStore<'_>,
    name: &str,
    command: &str,
) -> Result<Option<(usize, usize)>, Error> {
    let found: Option<JsValue> = entries.get(id(name, command)).primitive()?.await?;
    let numbers = |text: String| {
        let (first, last) = text.split_once('-')?;
        Some((first.parse().ok()?, last.parse().ok()?))
    };
    Ok(found.and_then(|found| found.as_string()).and_then(numbers))
}

async fn record(transaction: &Transaction<'_>, name: &str) -> Result<Option<String>, Error> {
    let meta = transaction.object_store(META)?;
    let record: Option<JsValue> = meta.get(name).primitive()?.await?;
    Ok(record.filter(|record| !record.is_undefined()).map(|record| text_of(&record)))
}

/// The text that stands there; what is none, in words of its own, so that it is seen to be wrong.
fn text_of(value: &JsValue) -> String {
    let text = value.as_string().or_else(|| JSON::stringify(value).ok()?.as_string());
    text.unwrap_or_default()
}

/// Why the database can't be opened. Only these say that there is none; everything else says that
/// there is one, which can't be opened just now.
fn open_error(error: &OpenDbError) -> StoreError {
    let OpenDbError::Base(base) = error else { return StoreError::Blocked };
    match name_of(base).as_deref() {
        Some("SecurityError" | "InvalidStateError") => StoreError::Blocked,
        Some("VersionError") => StoreError::Newer,
        _ => error_of(base),
    }
}

/// Why a transaction isn't known to be committed. An abort says that it isn't; what else goes wrong
/// on the way may have happened after it was.
fn commit_error(error: &Error, transaction: &JsValue) -> StoreError {
    match error_of(error) {
        // The transaction itself knows why it was taken back, if there is a reason.
        StoreError::Aborted if is_full(transaction) => StoreError::Full,
        known @ (StoreError::Full | StoreError::Aborted) => known,
        StoreError::Failed(why) => StoreError::Unknown(why),
        other => StoreError::Unknown(other.to_string()),
    }
}

fn is_full(transaction: &JsValue) -> bool {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let name = get(transaction, "error").and_then(|error| get(&error, "name"));
    name.and_then(|name| name.as_string()).as_deref() == Some("QuotaExceededError")
}

fn name_of(error: &Error) -> Option<String> {
    match error {
        Error::DomException(DomException::Other(error)) => Some(error.name()),
        _ => None,
    }
}

fn error_of(error: &Error) -> StoreError {
    match error {
        Error::DomException(DomException::Other(error)) => match error.name().as_str() {
            "QuotaExceededError" => StoreError::Full,
            "SecurityError" => StoreError::Blocked,
            _ => StoreError::Failed(error.message()),
        },
        Error::DomException(error) => StoreError::Failed(error.message()),
        // A transaction that ended in an abort with no error to it.
        Error::MissingData(_) => StoreError::Aborted,
        _ => StoreError::Failed("no reason given".into()),
    }
}
