//! Was it touched? What the chain can tell of a copy that somebody has edited.

use course::course;
use diary::{ChainReport, Diary, FormatError, forge, replay};
use examples::{
    Money,
    bank::{Account::Everyday, Bank, Event},
    questions::Verdict,
    touched::{chain_words, end_words, link_said, verdict},
};
use proptest::prelude::*;
use storage::StoredDiary;

use crate::{
    mirror::{Fact, begun, mirror_with, open},
    random::{Sample, Tale, check, scripts},
    true_days::late_letter,
};

/// A diary's lines, as they are stored.
pub(crate) fn text_of<E: Fact>(diary: &Diary<E>) -> String {
    StoredDiary::of("test", begun(), diary.clone())
        .lines(1)
        .into_iter()
        .map(|(_, line)| line + "\n")
        .collect()
}

/// The last link of the story, as somebody wrote it down.
const KEPT: &str = "f36f5b69";

/// The story with 20.00 for the 120.00 in entry 3.
fn edited() -> String {
    let text = text_of(&course().bank);
    let edited = text.replace("\"cents\":12000}", "\"cents\":2000}");
    assert_ne!(edited, text);
    edited
}

#[test]
fn an_untouched_copy_follows_line_by_line() {
    let found = ChainReport::of(&text_of(&course().bank));
    assert_eq!(found.faults(), vec![None; 11]);
    assert_eq!((found.first_fault(), found.is_as_kept(KEPT)), (None, true));
}

#[test]
fn a_changed_line_breaks_the_chain_from_there_on() {
    // When entry 3 is changed to 20.00 …
    let found = ChainReport::of(&edited());
    // … then lines 1 and 2 still follow, and no line from 3 on does.
    let (line, why) = found.first_fault().unwrap();
    assert_eq!((line, why.to_string()), (3, "the line was changed after it was written".into()));
    let follow: Vec<_> = found.faults().iter().map(Option::is_none).collect();
    assert_eq!(follow, [&[true; 2][..], &[false; 9]].concat());
    assert!(!found.is_as_kept(KEPT));
}

#[test]
fn a_forger_is_caught_by_the_kept_link_alone() {
    let forged = forge(&edited());
    let found = ChainReport::of(&forged);
    assert_eq!(found.faults(), vec![None; 11], "every link follows again");
    assert_ne!(found.fingerprint().to_string(), KEPT);
    assert!(!found.is_as_kept(KEPT));
    // The lines before the edit are untouched, and all others have another link.
    let original = text_of(&course().bank);
    let same: Vec<_> = original.lines().zip(forged.lines()).map(|(ours, it)| ours == it).collect();
    assert_eq!(same, [&[true; 2][..], &[false; 9]].concat());
    // Nothing else is wrong with it: it opens as a diary of somebody who took out 100.00 less.
    let opened = open::<Event>(&mirror_with(&forged));
    assert_eq!(opened.damage, None);
    let bank: Bank = replay(opened.stored.diary().entries().iter().map(|entry| &entry.event));
    assert_eq!(bank.balance(&Everyday), Some(Money::cents(590_00)));
}

#[test]
fn what_is_left_out_at_the_end_is_missed_by_the_kept_link_alone() {
    let text = text_of(&course().bank);
    let shorter: String = text.split_inclusive('\n').take(8).collect();
    let found = ChainReport::of(&shorter);
    assert_eq!((found.first_fault(), found.is_as_kept(KEPT)), (None, false));
    let nothing = ChainReport::of("");
    assert_eq!((nothing.faults(), nothing.is_as_kept(KEPT)), (&[][..], false));
}

#[test]
fn a_fingerprint_stands_for_the_lines_before_it_also_when_more_came() {
    // Given the fingerprint of the story, which has 11 lines, when a twelfth is written …
    let text = text_of(&late_letter());
    let kept_after = |text: &str| ChainReport::of(text).kept_after(KEPT);
    assert_eq!(kept_after(&text), Some(11));
    assert_eq!(ChainReport::of(&text).kept_after(" 407617e7 "), Some(12));
    // … then a change to that line is none to what was kept, and a change before it is.
    assert_eq!(kept_after(&text.replace("\"cents\":3000,", "\"cents\":3,")), Some(11));
    assert_eq!(kept_after(&edited()), None);
    assert_eq!(kept_after(&forge(&edited())), None);
    // What a line says counts here. A link that was changed is a fault of the chain.
    let relinked = text_of(&course().bank).replace("f36f5b69", "00000000");
    assert_eq!((kept_after(&relinked), kept_after("")), (Some(11), None));
}

#[test]
fn lines_that_are_missing_doubled_or_swapped_are_told_by_their_numbers() {
    let text = text_of(&course().bank);
    let lines: Vec<_> = text.split_inclusive('\n').collect();
    let first_fault = |order: &[usize]| {
        let text: String = order.iter().map(|at| lines[at - 1]).collect();
        let at = |text: &str| {
            ChainReport::of(text).first_fault().map(|(line, why)| (line, why.to_string()))
        };
        // A forger who only links anew doesn't get away with it.
        assert_eq!(at(&text), at(&forge(&text)));
        at(&text)
    };
    let wrong = |line, found| {
        Some((line, format!("entry {line} should stand here, but it is entry {found}")))
    };
    assert_eq!(first_fault(&[1, 2, 4, 5]), wrong(3, 4));
    assert_eq!(first_fault(&[1, 2, 2, 3]), wrong(3, 2));
    assert_eq!(first_fault(&[1, 3, 2, 4]), wrong(2, 3));
    assert_eq!(first_fault(&[2]), wrong(1, 2));
}

#[test]
fn what_is_no_line_any_more_is_told_as_such() {
    let text = text_of(&course().bank);
    let fault =
        |text: &str| ChainReport::of(text).first_fault().map(|(line, why)| (line, why.clone()));
    let whole: Vec<_> = text.lines().collect();
    let torn = [&whole[..4], &["[5,17"], &whole[5..]].concat().join("\n");
    assert_eq!(fault(&torn), Some((5, FormatError::Torn)));
    assert_eq!(fault(&format!("{text}\n")), Some((12, FormatError::Torn)));
    let (line, why) = fault(&text.replace("[7,", "[seven,")).unwrap();
    assert!(line == 7 && matches!(why, FormatError::NotAnEntry(_)), "{why}");
}

/// Whatever byte is changed, the line in which it stands is the first that doesn't follow.
#[track_caller]
fn is_noticed(text: &str, kept: &str, at: usize, new: u8) {
    let mut bytes = text.as_bytes().to_vec();
    if std::mem::replace(&mut bytes[at], new) == new {
        return;
    }
    let changed = String::from_utf8(bytes).unwrap();
    let line = text[..at].matches('\n').count() + 1;
    let found = ChainReport::of(&changed);
    assert_eq!(found.first_fault().map(|(line, _)| line), Some(line), "byte {at} is {new}");
    let forged = forge(&changed);
    // A link that was changed is not what the next one is made from.
    let is_link = forged == text;
    let follow = (1..).zip(found.faults()).all(|(at, fault)| {
        let is_behind = if is_link { at == line } else { at >= line };
        fault.is_some() == is_behind
    });
    assert!(follow, "byte {at} is {new}: {:?}", found.faults());
    // Forged, it goes unnoticed where it still is an entry; but not by who kept the last link.
    assert_eq!(ChainReport::of(&forged).is_as_kept(kept), is_link, "byte {at} is {new}");
}

#[test]
fn fault_16_every_byte_of_a_copy_counts() {
    for (text, kept) in
        [(text_of(&late_letter()), "407617e7"), (text_of(&course().order), "263badbd")]
    {
        for at in 0..text.len() {
            for new in [text.as_bytes()[at] ^ 1, b' ', b'\n', b'|'] {
                is_noticed(&text, kept, at, new);
            }
        }
    }
}

#[test]
fn any_change_to_any_diary_is_noticed() {
    fn law<D: Sample>() {
        check((scripts(), any::<prop::sample::Index>(), 0..128_u8), |(script, at, new)| {
            let diary = Tale::<D>::of(&script).diary;
            let text = text_of(&diary);
            let untouched = ChainReport::of(&text);
            prop_assert_eq!(untouched.faults(), vec![None; diary.len()]);
            let stored = StoredDiary::of("test", begun(), diary.clone());
            prop_assert_eq!(untouched.fingerprint(), stored.fingerprint());
            prop_assert_eq!(&forge(&text), &text, "there is nothing to forge");
            if !text.is_empty() {
                let kept = untouched.fingerprint().to_string();
                is_noticed(&text, &kept, at.index(text.len()), new);
            }
            Ok(())
        });
    }
    law::<Bank>();
    law::<examples::order::Order>();
}

#[test]
fn a_row_can_not_tell() {
    let Verdict::CannotKnow { why, overwritten_by } = Verdict::was_it_touched() else {
        panic!("a row has nothing to tell by");
    };
    assert_eq!(overwritten_by, None);
    assert!(why.starts_with("A snapshot that was changed by hand looks like any other."), "{why}");
}

/// Once it said “its last link is …” beside a list that ends in another link.
#[test]
fn the_link_of_the_diary_and_that_of_a_changed_copy_are_told_apart() {
    let text = text_of(&course().bank);
    let diary = ChainReport::of(&text).fingerprint();
    let ends = |copy: &str| end_words(diary, copy, &ChainReport::of(copy));
    assert_eq!(
        ends(&text),
        format!("The diary, as it is kept, ends in the seal {KEPT}. So does the text.")
    );
    // When entry 3 is changed, the last link still stands there, and nothing leads to it.
    let copy = edited();
    let leads_to = ChainReport::of(&copy).fingerprint().to_string();
    assert_ne!(leads_to, KEPT);
    assert_eq!(link_said(copy.lines().next_back().unwrap()).as_deref(), Some(KEPT));
    assert_eq!(
        ends(&copy),
        format!(
            "The diary, as it is kept, ends in the seal {KEPT}. The text ends in the same seal, \
             but what it says leads to {leads_to}."
        )
    );
    let (value, why) = verdict(&ChainReport::of(&copy), KEPT);
    assert_eq!(value, "yes");
    assert!(why.contains(&format!("lead to the seal {leads_to}, and {KEPT} was kept")), "{why}");
    // Forged, the copy ends in the seal to which it leads.
    let forged = forge(&copy);
    let kept = format!("The diary, as it is kept, ends in the seal {KEPT}.");
    assert_eq!(
        ends(&forged),
        format!("{kept} The text ends in {leads_to}, and what it says leads there.")
    );
    let relinked = copy.replace(KEPT, "00000000");
    assert_eq!(
        ends(&relinked),
        format!("{kept} The text ends in 00000000, but what it says leads to {leads_to}.")
    );
    let torn =
        text.trim_end().trim_end_matches(|sign| sign != '|').trim_end_matches('|').to_owned();
    let words = ends(&torn);
    assert!(
        words.starts_with(&format!("{kept} The last line of the text has no seal.")),
        "{words}"
    );
    assert_eq!(ends(""), format!("{kept} The text has no line."));
}

/// Whatever is done to a copy, a link that is called the last one is the one that stands last.
#[test]
fn the_last_link_is_the_one_that_stands_last() {
    check(
        (scripts(), any::<prop::sample::Index>(), 0..128_u8, any::<bool>()),
        |(script, at, new, forged)| {
            let text = text_of(&Tale::<Bank>::of(&script).diary);
            let mut bytes = text.clone().into_bytes();
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = new;
            }
            let copy = String::from_utf8(bytes).unwrap();
            let copy = if forged { forge(&copy) } else { copy };
            let found = ChainReport::of(&copy);
            let last = copy.lines().next_back().and_then(link_said);
            for kept in ["", KEPT, &ChainReport::of(&text).fingerprint().to_string()] {
                let (_, why) = verdict(&found, kept);
                if why.contains("last seal of the text is") {
                    let last = last.clone().unwrap_or_default();
                    prop_assert!(
                        why.contains(&format!("last seal of the text is {last}")),
                        "{}",
                        why
                    );
                }
            }
            Ok(())
        },
    );
}

#[test]
fn numbers_of_lines_are_counted_in_words() {
    let text = text_of(&course().bank);
    let first = |lines: usize| -> String { text.split_inclusive('\n').take(lines).collect() };
    let words = |lines: usize| chain_words(&ChainReport::of(&first(lines)));
    assert_eq!(words(0), "There is no line in the text.");
    assert_eq!(words(1), "✓ The line fits: it is the first one.");
    assert_eq!(words(2), "✓ All 2 lines fit, each with the one before it.");
    let kept = ChainReport::of(&first(1)).fingerprint().to_string();
    let (value, why) = verdict(&ChainReport::of(&text), &kept);
    assert_eq!(
        (value, why.as_str()),
        ("no, as far as it was noted", "The first line is what was kept. 10 more came later.")
    );
}
