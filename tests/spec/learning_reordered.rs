//! A chapter may be put in another order, or written anew, and no line of a learning diary means
//! something else by that: neither one that was written by place, nor one of today.

use course::{
    Action, Chapter, Field, Filled, Prediction, Question, Setup, chapters, lesson::Event,
};
use diary::{ChainHash, Entry, line_of};

use crate::learning_by_place::{entries, read};

/// The same chapter with its actions and the fields of its question the other way round.
fn turned_round(chapter: &Chapter) -> (Setup, Question) {
    let mut actions: Vec<Action> = chapter.stage.actions.to_vec();
    let mut fields: Vec<Field> = chapter.question.fields.to_vec();
    actions.reverse();
    fields.reverse();
    let stage = Setup { actions: actions.leak(), ..chapter.stage };
    (stage, Question { fields: fields.leak(), ..chapter.question })
}

/// Another order of the chapter changes nothing that a line means, be it an old one or a new one.
#[test]
fn a_chapter_in_another_order_changes_no_line() {
    let (mut actions, mut guesses) = (0, 0);
    for chapter in chapters() {
        let (stage, question) = turned_round(chapter);
        for entry in entries() {
            let (today, _) =
                line_of(&Entry { old_form: None, ..entry.clone() }, &ChainHash::default());
            let today = today.split_once(",\"").unwrap().1.rsplit_once("]|").unwrap().0;
            let (old, new) = (entry.event, read(&format!("\"{today}")).unwrap().event);
            assert_eq!(old, new);
            match new {
                Event::ActionDone { chapter: id, action } if id == chapter.id => {
                    let before = &chapter.stage.action(&action).unwrap().deed;
                    let now = &stage.action(&action).unwrap().deed;
                    assert_eq!((now, now.words()), (before, before.words()));
                    assert!(stage.next(&[&action]).is_none_or(|next| next.name != action));
                    actions += 1;
                }
                Event::Predicted { chapter: id, guesses: predicted } if id == chapter.id => {
                    for Prediction { field, guess, right } in &predicted {
                        let field = question.field(field).unwrap();
                        assert_eq!(
                            (field.kind.judge(guess).right, &field.name),
                            (*right, &field.name)
                        );
                        assert!(field.kind.accepts(guess));
                        guesses += 1;
                    }
                    let filled = predicted.iter().cloned();
                    let filled =
                        filled.map(|Prediction { field, guess, .. }| Filled { field, guess });
                    assert_eq!(question.predictions(filled.collect()), Some(predicted));
                }
                _ => {}
            }
        }
    }
    assert_eq!((actions, guesses), (66, 28));
}
