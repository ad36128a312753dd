//! The right answers. They stand once, by hand, in `answers.json`, as the plan of the course has
//! them; the tests in the browser fill them in from there. And what makes a file a chapter.

use std::collections::{BTreeMap, BTreeSet};

use course::{PARTS, chapters};
use english::counted::spelled;

/// For each chapter the right answer to each field of its question, in words.
pub(crate) fn answers() -> BTreeMap<String, Vec<String>> {
    serde_json::from_str(include_str!("answers.json")).unwrap()
}

/// The right answer to a field of a chapter.
#[track_caller]
pub(crate) fn right(chapter: &str, field: usize) -> String {
    answers()[chapter][field].clone()
}

#[test]
fn every_chapter_has_the_planned_answers() {
    let answer = |(_, words): (&str, String)| words;
    let found = chapters().map(|chapter| {
        (chapter.id.to_owned(), chapter.answers().into_iter().map(answer).collect::<Vec<_>>())
    });
    assert_eq!(found.collect::<BTreeMap<_, _>>(), answers());
}

/// A file that its part doesn't list would be no chapter, and nobody would notice.
#[test]
fn every_file_is_a_chapter_of_its_part() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/course/src");
    for part in PARTS {
        let folder = format!("{root}/part_{}", part.letter.to_ascii_lowercase());
        let names = std::fs::read_dir(&folder).unwrap().map(|file| {
            let name = file.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".rs").map(str::to_owned).expect("Rust, and nothing else")
        });
        let listed = part.chapters.iter().map(|chapter| chapter.id.to_owned());
        assert_eq!(names.collect::<BTreeSet<_>>(), listed.collect(), "{folder}");
        for chapter in part.chapters {
            let (letter, number) = chapter.id.split_at(1);
            assert_eq!(letter, part.letter.to_lowercase().to_string(), "{}", chapter.id);
            assert!(number.parse::<u8>().is_ok_and(|number| number > 0), "{}", chapter.id);
        }
    }
    let ids: BTreeSet<_> = chapters().map(|chapter| chapter.id).collect();
    assert_eq!(ids.len(), chapters().count(), "an id is given once");
}

#[test]
fn the_readme_counts_the_chapters() {
    let readme = include_str!("../../README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    let counted = format!("a course of {} short chapters", spelled(chapters().count()));
    assert!(readme.contains(&counted), "{counted}");
}
