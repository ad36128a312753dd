//! A kept branch: one line of text, from which both futures are told anew.

use course::course;
use diary::{Branch, BranchNote, Diary, FormatError, FromEvent, WhatIf};
use examples::{
    Money,
    bank::{self, Account::Everyday, Bank},
    order,
};
use proptest::{prelude::*, sample::Index, test_runner::TestCaseError};

use crate::random::{Sample, Script, Step, Tale, check, name, scripts, step};

const STRUCK: &str =
    r#"{"format":1,"name":"Without the salary","page":11,"fingerprint":"f36f5b69","entry":2}"#;

fn bank_note(text: &str) -> Result<BranchNote<bank::Event>, FormatError> {
    BranchNote::read(text)
}

#[test]
fn a_note_is_the_change_and_where_it_stands() {
    let diary = course().bank;
    let branch = Branch::<Bank>::of(diary.entries(), WhatIf::Strike(2));
    let note = BranchNote::of("Without the salary", diary.entries(), &branch).unwrap();
    assert_eq!(note.text(), STRUCK);
    assert_eq!(bank_note(STRUCK), Ok(note));

    let amount = Money::cents(20_00);
    let less = WhatIf::Instead(3, bank::Command::Withdraw { account: Everyday, amount });
    let branch = Branch::<Bank>::of(diary.entries(), less.clone());
    let note = BranchNote::of("Nur 20 €", diary.entries(), &branch).unwrap();
    let text = r#"{"format":1,"name":"Nur 20 \u20ac","page":11,"fingerprint":"f36f5b69","entry":3,"instead":{"withdrawn":{"account":"everyday","cents":2000}}}"#;
    assert_eq!(note.text(), text);
    assert_eq!(bank_note(text).unwrap().change::<Bank>(), less);
    assert_eq!(bank_note(text).unwrap().name, "Nur 20 €");
}

#[test]
fn what_was_written_since_is_taken_in() {
    let mut diary = course().bank;
    let note = bank_note(STRUCK).unwrap();
    assert_eq!(note.since(diary.entries()), Some(0));
    let last = diary.entries().last().unwrap().at;
    let amount = Money::cents(30_00);
    diary.append(last, [bank::Event::Deposited { account: Everyday, amount }]);
    assert_eq!(note.since(diary.entries()), Some(1));
    let today = Branch::<Bank>::of(diary.entries(), note.change::<Bank>());
    assert_eq!(today.decided.today().balance(&Everyday), Some(Money::cents(140_00)));
    assert_eq!(today.replayed.today().balance(&Everyday), Some(Money::cents(20_00)));
    // As it was kept.
    let kept = Branch::<Bank>::of(diary.until(note.version), note.change::<Bank>());
    assert_eq!(kept.decided.today().balance(&Everyday), Some(Money::cents(110_00)));
}

#[test]
fn a_note_knows_its_diary() {
    let note = bank_note(STRUCK).unwrap();
    let diary = course().bank;
    assert_eq!(note.since(diary.until(10)), None, "it has lost its end");
    let mut other = Diary::default();
    for entry in diary.entries() {
        let event = match entry.event.clone() {
            bank::Event::AccountOpened { account, .. } => {
                bank::Event::AccountOpened { account, owner: "Ben".into() }
            }
            event => event,
        };
        other.append(entry.at, [event]);
    }
    assert_eq!(note.since(other.entries()), None, "it is Ben's");
}

#[test]
fn only_what_is_there_is_kept() {
    let diary = course().bank;
    let note = |change| {
        let branch = Branch::<Bank>::of(diary.entries(), change);
        BranchNote::of("x", diary.entries(), &branch)
    };
    let much = Money::cents(10_000_00);
    let refused = bank::Command::Withdraw { account: Everyday, amount: much };
    assert_eq!(note(WhatIf::Strike(0)), None);
    assert_eq!(note(WhatIf::Strike(12)), None);
    assert_eq!(note(WhatIf::Instead(3, refused)), None);
    assert!(note(WhatIf::Strike(11)).is_some());
}

#[test]
fn what_is_no_note_is_said_to_be_none() {
    let bad = [
        "",
        "null",
        "[]",
        "{}",
        r#"{"format":1}"#,
        r#"{"format":1,"name":"x","page":11,"fingerprint":"f36f5b69"}"#,
        r#"{"format":1,"name":"x","page":11,"fingerprint":"f36f5b69","entry":-2}"#,
        r#"{"format":1,"name":"x","page":11,"fingerprint":"f36f5b69","entry":99999999999999999999}"#,
        r#"{"format":1,"name":"x","page":11,"fingerprint":"f36f5b69","entry":2,"instead":{"spent":{}}}"#,
    ];
    for text in bad {
        assert!(matches!(bank_note(text), Err(FormatError::BadNote(_))), "{text}");
    }
    let beyond = STRUCK.replace("\"entry\":2", "\"entry\":12");
    let why = bank_note(&beyond).unwrap_err().to_string();
    assert_eq!(why, "the branch can’t be read (there is no entry 12)");
    let none = STRUCK.replace("\"entry\":2", "\"entry\":0");
    assert_eq!(bank_note(&none), Err(FormatError::BadNote("there is no entry 0".into())));
    let newer = STRUCK.replace("\"format\":1", "\"format\":2");
    assert_eq!(bank_note(&newer), Err(FormatError::Newer(2)));
    for end in 0..STRUCK.len() {
        assert!(bank_note(&STRUCK[..end]).is_err(), "cut off after {end}");
    }
}

/// What is read back says the same, in a line of ASCII, and leads to the same futures.
fn a_note_leads_back<D: Sample + FromEvent>(
    (script, at, instead, name): (Script, Index, Option<Step>, String),
) -> Result<(), TestCaseError> {
    let diary = Tale::<D>::of(&script).diary;
    if diary.is_empty() {
        return Ok(());
    }
    let number = at.index(diary.len()) + 1;
    let change = match instead {
        None => WhatIf::Strike(number),
        Some(step) => {
            let before = Branch::<D>::of(diary.until(number - 1), WhatIf::Strike(0));
            WhatIf::Instead(number, before.replayed.today().command(&step, &script.names))
        }
    };
    let branch = Branch::<D>::of(diary.entries(), change);
    let Some(note) = BranchNote::of(&name, diary.entries(), &branch) else {
        // The rules refused the command, or the entry came along with another one.
        let first = branch.decided.facts(number).first();
        prop_assert!(first.is_none_or(|fact| D::command_of(&fact.event).is_none()));
        return Ok(());
    };
    let text = note.text();
    prop_assert!(text.is_ascii() && !text.contains('\n'));
    let read = BranchNote::<D::Event>::read(&text);
    prop_assert_eq!(read.as_ref(), Ok(&note));
    prop_assert_eq!(&note.name, &name);
    prop_assert_eq!(note.since(diary.entries()), Some(0));
    let again = Branch::<D>::of(diary.entries(), note.change::<D>());
    prop_assert_eq!(again.replayed, branch.replayed);
    prop_assert_eq!(again.decided, branch.decided);
    Ok(())
}

each!(a_note_leads_back, (scripts(), any::<Index>(), prop::option::of(step(0..100)), name()));

/// Whatever lies there is read or refused, and what is read is a change that can be made.
#[test]
fn any_text_is_read_or_refused() {
    let changed = (0..STRUCK.len(), any::<char>()).prop_map(|(at, new)| {
        let (before, rest) = STRUCK.split_at(at);
        format!("{before}{new}{}", &rest[1..])
    });
    check(prop_oneof![2 => changed, 1 => any::<String>()], |text| {
        if let Ok(note) = bank_note(&text) {
            prop_assert!((1..=note.version).contains(&note.entry));
            let diary = course().bank;
            let _ = note.since(diary.entries());
            let branch = Branch::<Bank>::of(diary.entries(), note.change::<Bank>());
            prop_assert_eq!(branch.decided.steps().len(), 11);
        }
        let _ = BranchNote::<order::Event>::read(&text);
        Ok(())
    });
}
