//! What is said follows from what was seen: a table of both.

use chrono::DateTime;
use event_diary::ui::words;
use examples::{
    Money,
    bank::{Account, Bank, Command, Event},
};
use storage::{
    Access, Appended, Device, DeviceEffect, DeviceInput, Effect, Input, Message, OpeningId,
    Outcome, ReadOnly, Refusal, Session, Signs, StoreError, StoredDiary, Ticket,
};
use wasm_bindgen_test::wasm_bindgen_test;

const KIND: &str = "bank";

/// What is seen at a start, one after the other.
enum Seen {
    /// The database opens.
    Opens,
    /// It doesn't, and why.
    Fails(StoreError),
    /// It does not answer.
    Silent,
    /// Another tab says that it has a database.
    OtherHasOne,
    /// These are the diaries that there are.
    Names(&'static [&'static str]),
    /// The diary can't be read, and why.
    Unreadable(StoreError),
    /// It is not there any more.
    NotThere,
    /// The reader deletes a diary.
    Deletes,
}

fn failed() -> StoreError {
    StoreError::Failed("a reason".into())
}

/// Everything that stands on the screen after that.
fn said(mirror: Result<(), StoreError>, signs: Signs, seen: Vec<Seen>) -> Vec<String> {
    let mut device = Device::new(mirror, signs);
    let mut effects = device.step(DeviceInput::Started);
    effects.extend(device.step(DeviceInput::Visited(KIND.into())));
    for one in seen {
        let input = match one {
            Seen::Opens => DeviceInput::Database(Outcome::Done(())),
            Seen::Fails(why) => DeviceInput::Database(Outcome::Failed(why)),
            Seen::Silent => DeviceInput::Woke(Ticket { opening: OpeningId(0), attempt: 0 }),
            Seen::OtherHasOne => DeviceInput::OtherHasDatabase,
            Seen::Names(names) => {
                let names = names.iter().map(|name| ((*name).to_owned(), true)).collect();
                DeviceInput::Names(asked(&effects), Outcome::Done(names))
            }
            Seen::Unreadable(why) => DeviceInput::Read(asked(&effects), Outcome::Failed(why)),
            Seen::NotThere => DeviceInput::Read(asked(&effects), Outcome::Done(None)),
            Seen::Deletes => DeviceInput::Delete(KIND.into(), "bank-1".into()),
        };
        effects.extend(device.step(input));
    }
    let mut said = Vec::new();
    for effect in effects {
        match effect {
            DeviceEffect::Report(message) => said.push(message),
            DeviceEffect::Withdraw(message) => said.retain(|it| *it != message),
            _ => {}
        }
    }
    said.iter().map(words::of_message).collect()
}

/// The last question that was asked about diaries.
fn asked(effects: &[DeviceEffect]) -> Ticket {
    let ticket = effects.iter().rev().find_map(|effect| match effect {
        DeviceEffect::List(ticket, _) | DeviceEffect::Read(ticket, ..) => Some(*ticket),
        _ => None,
    });
    ticket.expect("it is asked")
}

const NO_MIRROR: &str = "The readable text can’t be kept: this browser does not let the page keep \
    anything. Your diaries are kept in the browser’s database, which is the safer place.";
const NO_DATABASE: &str = "The browser’s database can’t be used: this browser does not let the page \
    keep anything. Diaries are kept in its other store, where the last minutes may be lost if the \
    browser is killed.";
const NOTHING: &str = "Nothing is kept: this browser does not let the page keep anything. \
    Everything works, but it is gone when you close or reload this page. Export it under Diaries if \
    you want to keep it.";
const GONE: &str = "There was a database here, and this browser does not give it out now. The \
    readable text may lack entries, so nothing is written. Reload the page, or look at the \
    browser’s settings for this site.";
const SILENT: &str = "This browser’s database does not answer. It is asked again and again. The \
    readable text may lack the newest entries. What you write waits, or is not kept yet.";
const NOT_NOW: &str = "This browser’s database can’t be opened just now: the browser says “a \
    reason”. It is asked again and again. The readable text may lack the newest entries.";
const NEWER: &str = "The browser’s database can’t be used: a newer version of this page has been \
    here; reload the page. What its readable text has is shown, and nothing is written.";
const CLEARED: &str = "There were diaries here, and this browser has cleared them. If you have \
    exported one, you can import it under Diaries. A new one has been begun.";
const UNREADABLE: &str = "bank-1 can’t be read just now: the browser says “a reason”. \
    It is tried again.";
const BUSY: &str = "This browser’s storage does not answer just now, so no diary can be opened, \
    begun, renamed or deleted. Try it again.";

/// What happened, with the stores and the signs of an earlier visit, and all that is said of it.
type Row = (&'static str, Result<(), StoreError>, Signs, Vec<Seen>, &'static [&'static str]);

#[wasm_bindgen_test]
fn fault_50_at_a_start_what_is_said_follows_from_what_was_seen() {
    let new = Signs::default;
    let back = || Signs { remembers: true, has_keys: true, had_database: true, ..new() };
    let cookie = || Signs { remembers: true, ..new() };
    let blocked = || Err(StoreError::Blocked);
    let none = || Seen::Fails(StoreError::Blocked);
    let newer = || Seen::Fails(StoreError::Newer);
    let table: Vec<Row> = vec![
        ("a first visit", Ok(()), new(), vec![Seen::Opens, Seen::Names(&[])], &[]),
        ("a later visit", Ok(()), back(), vec![Seen::Opens, Seen::Names(&["bank-1"])], &[]),
        ("no localStorage", blocked(), new(), vec![Seen::Opens], &[NO_MIRROR]),
        // What lay in localStorage can't be known, so nobody says that it was cleared.
        (
            "no localStorage, later",
            blocked(),
            cookie(),
            vec![Seen::Opens, Seen::Names(&[])],
            &[NO_MIRROR],
        ),
        ("no database", Ok(()), new(), vec![none()], &[NO_DATABASE]),
        ("no database any more", Ok(()), back(), vec![none()], &[GONE]),
        (
            "no database, but another tab has one",
            Ok(()),
            new(),
            vec![none(), Seen::OtherHasOne],
            &[NO_DATABASE, GONE],
        ),
        ("neither", blocked(), new(), vec![none()], &[NOTHING]),
        ("neither, later", blocked(), cookie(), vec![none()], &[NOTHING]),
        ("neither, in other words", blocked(), new(), vec![Seen::Fails(failed())], &[NOTHING]),
        (
            "neither, and then a database after all",
            blocked(),
            new(),
            vec![Seen::Fails(failed()), Seen::Opens],
            &[NO_MIRROR],
        ),
        ("a silent database", Ok(()), back(), vec![Seen::Silent], &[SILENT]),
        ("it is silent for a while", Ok(()), back(), vec![Seen::Silent, Seen::Opens], &[]),
        ("it can’t be opened", Ok(()), back(), vec![Seen::Fails(failed())], &[NOT_NOW]),
        (
            "silent, and a deletion",
            Ok(()),
            back(),
            vec![Seen::Silent, Seen::Deletes],
            &[SILENT, BUSY],
        ),
        ("a newer version", Ok(()), back(), vec![newer()], &[NEWER]),
        ("both were cleared", Ok(()), cookie(), vec![Seen::Opens, Seen::Names(&[])], &[CLEARED]),
        (
            "a diary can’t be read",
            Ok(()),
            back(),
            vec![Seen::Opens, Seen::Names(&["bank-1"]), Seen::Unreadable(failed())],
            &[UNREADABLE],
        ),
        (
            "it was deleted meanwhile",
            Ok(()),
            back(),
            vec![Seen::Opens, Seen::Names(&["bank-1"]), Seen::NotThere],
            &[],
        ),
    ];
    for (happened, mirror, signs, seen, expected) in table {
        assert_eq!(said(mirror, signs, seen), expected, "{happened}");
    }
}

/// A deposit in an open account, and what becomes of it.
fn refused(access: Access, answers: &[Answer]) -> Vec<String> {
    let now = DateTime::UNIX_EPOCH;
    let account = Account::Everyday;
    let mut stored = StoredDiary::<Event>::new("bank-1", now);
    let open = Event::AccountOpened { account: account.clone(), owner: "Ana".into() };
    let draft = stored.draft(now, [open]);
    stored.accept(draft);
    let mut session = Session::<Bank>::new(OpeningId(1), 7, stored, access);
    let command = Command::Deposit { account, amount: Money::cents(100) };
    let press = Input::Press { command, true_on: None, version: 1 };
    let mut effects = session.step(now, press);
    for answer in answers {
        let ticket = effects.iter().rev().find_map(|effect| match effect {
            Effect::Append(ticket, ..) | Effect::ReadBack(ticket, ..) => Some(*ticket),
            _ => None,
        });
        let ticket = ticket.expect("a store is asked");
        let input = match answer.clone() {
            Answer::Append(appended) => Input::Appended(ticket, appended),
            Answer::ReadBack(landed) => Input::ReadBack(ticket, Outcome::Done(landed)),
        };
        effects.extend(session.step(now, input));
    }
    let say = |refusal: &Refusal<Bank>| words::of_refusal::<Bank>(refusal, None);
    session.refusals().iter().map(say).collect()
}

#[derive(Clone)]
enum Answer {
    Append(Appended),
    ReadBack(Option<(usize, usize)>),
}

#[wasm_bindgen_test]
fn fault_50_what_a_refusal_says_follows_from_what_the_store_did() {
    let not = |error| Answer::Append(Appended::NotWritten(error));
    let unknown = || Answer::Append(Appended::Unknown(StoreError::Unknown("a reason".into())));
    let table: [(&str, Access, Vec<Answer>, &[&str]); 8] = [
        (
            "the store is full",
            Access::Both,
            vec![not(StoreError::Full)],
            &["the room that this browser gives to the page is full. It was not written, and \
               nothing else has changed."],
        ),
        (
            "the browser gives no reason",
            Access::Both,
            vec![not(StoreError::Aborted)],
            &["the browser took it back and gave no reason. It was not written, and nothing else \
               has changed."],
        ),
        (
            "it gives one",
            Access::Alone,
            vec![not(failed())],
            &["the browser says “a reason”. It was not written, and nothing else has \
               changed."],
        ),
        (
            "it does not say, and it is not there",
            Access::Both,
            vec![unknown(), Answer::ReadBack(None)],
            &["the browser did not say whether it kept it (a reason). It was not written, and \
               nothing else has changed."],
        ),
        (
            "it does not say, and it is there",
            Access::Both,
            vec![unknown(), Answer::ReadBack(Some((2, 2)))],
            &[],
        ),
        (
            "the diary was deleted",
            Access::ReadOnly(ReadOnly::Deleted),
            vec![],
            &["this diary can only be read: it was deleted."],
        ),
        (
            "another tab writes",
            Access::ReadOnly(ReadOnly::AnotherTabWrites),
            vec![],
            &["this diary can only be read: another tab is writing, and without the browser’s \
               database only one can."],
        ),
        ("nothing is kept", Access::Memory, vec![], &[]),
    ];
    for (happened, access, answers, expected) in table {
        assert_eq!(refused(access, &answers), expected, "{happened}");
    }
}

#[wasm_bindgen_test]
fn fault_50_what_came_back_is_said_with_its_place() {
    let aside = false;
    let to_mirror = Message::RestoredToMirror { name: "bank-1".into(), lines: 12, aside };
    let to_database = Message::RestoredToDatabase { name: "bank-1".into(), lines: 1, aside: true };
    assert_eq!(
        words::of_message(&to_mirror),
        "bank-1: 12 entries missing from the readable text, restored from the browser’s database."
    );
    assert_eq!(
        words::of_message(&to_database),
        "bank-1: 1 entry missing from the browser’s database, restored from the readable text. \
         What differed was set aside, unchanged: see Diaries."
    );
}
