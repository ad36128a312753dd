//! Every text of the course that somebody reads, with where it stands: for checks of the words.

use super::{
    chapter::{Chapter, Field},
    check::CHECK,
    demo::{Key, SYSTEMS, System, cards},
    guess::{Choice, HOW_MANY, Kind},
    progress::Badge,
    see_also::SEE_ALSO,
    setup::Deed,
    syllabus::PARTS,
};

/// A text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where: `a2/tell`, `a2/hint 1`, `see also`.
    pub place: String,
    /// The letter of the part, or nothing for what belongs to none.
    pub part: Option<char>,
    /// Who can read it, and when.
    pub when: When,
    /// The text.
    pub words: &'static str,
}

/// When a text can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before the learner has committed to a guess.
    Before,
    /// Before it too, but it nearly gives the answer: the last hint, and the choices themselves.
    Nearly,
    /// Only then.
    After,
    /// By teachers.
    Teaching,
}

/// Every text.
pub fn texts() -> Vec<Text> {
    let mut found = Vec::new();
    for part in PARTS {
        let letter = Some(part.letter);
        let mut add = |place: String, when, words| {
            found.push(Text { place, part: letter, when, words });
        };
        add(format!("{}/title", part.letter), When::Before, part.title);
        add(format!("{}/purpose", part.letter), When::Teaching, part.purpose);
        for chapter in part.chapters {
            of_chapter(chapter, &mut |place, when, words| {
                add(format!("{}/{place}", chapter.id), when, words);
            });
        }
    }
    let mut add = |place: &str, when, words| {
        found.push(Text { place: place.into(), part: None, when, words });
    };
    for question in CHECK {
        add("check", When::Before, question.ask);
        for choice in question.choices {
            add("check", When::Nearly, choice.words);
            add("check", When::After, choice.why);
        }
    }
    for badge in Badge::all() {
        add("badge", When::After, badge.name());
        add("badge", When::After, badge.what_for());
    }
    add("how many", When::After, HOW_MANY);
    for system in &SYSTEMS {
        let System { name, asked, row, diary, worth, why } = system;
        for words in [name, asked, row, diary, worth.words(), why] {
            add("system", When::After, words);
        }
    }
    for card in cards() {
        for words in [card.name, card.question(), card.why] {
            add("card of good names", When::After, words);
        }
    }
    for neighbour in SEE_ALSO {
        add("see also", When::Before, neighbour.term);
        add("see also", When::Before, neighbour.text);
    }
    found
}

type Add<'a> = &'a mut dyn FnMut(&str, When, &'static str);

fn of_chapter(chapter: &Chapter, add: Add<'_>) {
    add("title", When::Before, chapter.title);
    add("title trade", When::Before, chapter.trade);
    for words in chapter.tell {
        add("tell", When::Before, words);
    }
    add("ask", When::Before, chapter.question.ask);
    let [look, think, nearly] = chapter.hints;
    add("hint 1", When::Before, look);
    add("hint 2", When::Before, think);
    add("hint 3", When::Nearly, nearly);
    for field in chapter.question.fields {
        of_field(field, add);
    }
    for action in chapter.stage.actions {
        if let Deed::Demo { words, .. } = action.deed {
            add("action", When::After, words);
        }
    }
    if let Some(demo) = chapter.stage.demo {
        let demo = demo.open(Key::default());
        add("demo", When::After, demo.about());
        for action in demo.actions() {
            add("demo", When::After, action.label);
            action.why_not.into_iter().for_each(|words| add("demo", When::After, words));
        }
        demo.sides().into_iter().for_each(|side| add("demo", When::After, side.name));
    }
    let reveal = &chapter.reveal;
    for words in [reveal.snapshot, reveal.diary, reveal.end] {
        add("reveal", When::After, words);
    }
    add("idea", When::After, chapter.idea);
    add("misconception", When::Teaching, chapter.misconception);
    for (everyday, trade) in chapter.words {
        add("words", When::After, everyday);
        add("trade", When::After, trade);
    }
}

fn of_field(field: &Field, add: Add<'_>) {
    add("label", When::Before, field.label);
    match &field.kind {
        Kind::Number { wrong, otherwise, .. } => {
            for (_, why) in *wrong {
                add("why", When::After, why);
            }
            add("why", When::After, otherwise);
        }
        Kind::Choice { choices, .. } => {
            for Choice { words, why, .. } in *choices {
                add("choice", When::Nearly, words);
                add("why", When::After, why);
            }
        }
        Kind::Order { cards, too_early, otherwise } => {
            for card in *cards {
                add("card", When::Nearly, card.words);
            }
            for (.., why) in *too_early {
                add("why", When::After, why);
            }
            add("why", When::After, otherwise);
        }
        Kind::Curve { turns, otherwise, .. } => {
            for turn in *turns {
                add("why", When::After, turn.why);
            }
            add("why", When::After, otherwise);
        }
    }
    add("because", When::After, field.because);
}
