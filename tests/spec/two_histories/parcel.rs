//! The parcel's questions.

use examples::{
    parcel::{
        Status,
        questions::Question::{self, BackOrTwice, HowLongAt, Tries, Way, WhereNow, WhereOn},
    },
    questions::Answer,
};

use super::{
    Classes, DAYS, calendar, day, judge, says_how,
    told_parcels::{parcels, statuses},
};

/// The classes of this kind of question, and a question of the next kind: a new kind doesn't compile until it
/// stands here.
fn classes_and_next(question: &Question) -> (Vec<(&'static str, Question)>, Option<Question>) {
    let one = |class, question: &Question| vec![(class, question.clone())];
    let at = |depot: &str| HowLongAt { depot: depot.into() };
    match question {
        WhereOn { .. } => {
            let classes = DAYS.map(|(class, on)| (class, WhereOn { day: day(on) }));
            (classes.to_vec(), Some(at("Leipzig")))
        }
        HowLongAt { .. } => {
            let depots = [("at Leipzig", at("Leipzig")), ("at Hamburg", at("Hamburg"))];
            (depots.to_vec(), Some(Tries))
        }
        Tries => (one("tries", question), Some(BackOrTwice)),
        BackOrTwice => (one("back or twice", question), Some(Way)),
        Way => (one("the way", question), Some(WhereNow)),
        WhereNow => (one("now", question), None),
    }
}

/// How many classes a row with this status always knows, and why it does.
fn known(question: &Question, class: &str, status: Status) -> usize {
    let no_depot = matches!(status, Status::NotRegistered | Status::Registered | Status::Collected);
    match (question, status) {
        // Nothing comes before the status.
        (WhereOn { .. }, Status::NotRegistered | Status::Registered) => {
            if class == "a day to come" { 1 } else { 2 }
        }
        // What came before the last change was overwritten by it.
        (WhereOn { .. }, _) => match class {
            "a day before the last change" => 0,
            "the day of the last change" | "a day to come" => 1,
            _ => 2,
        },
        (HowLongAt { .. }, _) => 2 * usize::from(no_depot),
        // As long as it is not handed over, the snapshot says how many there were, and why they failed it never says.
        (Tries, _) if no_depot => 2,
        (Tries, Status::HandedOver) => 0,
        (Tries | WhereNow, _) => 1,
        // It is the end that it was sent back.
        (BackOrTwice, _) => 1 + usize::from(no_depot),
        (Way, _) => usize::from(no_depot),
    }
}

/// What stands in the list of an answer.
fn listed(answer: &Answer) -> Vec<String> {
    answer.diary.cases.iter().map(|case| format!("{:?}", case.what)).collect()
}

#[test]
fn what_the_parcel_s_row_cannot_know_has_two_answers() {
    let mut all = Classes::default();
    let mut kind = Some(WhereOn { day: day((1, 1)) });
    while let Some(question) = kind {
        let (classes, next) = classes_and_next(&question);
        for (name, question) in classes {
            for status in statuses() {
                for alike in parcels(status) {
                    let class = format!("{}: {question:?}, {name}", alike.end);
                    let found = judge(&class, &alike.histories, [&question], |history, asked| {
                        let answers = asked.ask(&history.diary, &history.row, &calendar());
                        let said = |answer: Answer| {
                            let listed = listed(&answer);
                            (says_how(answer), listed)
                        };
                        answers.into_iter().map(said).collect()
                    });
                    // A status with nothing but no failed try has no reason to ask for.
                    let no_try = matches!(question, Tries) && alike.end.ends_with("no try");
                    let expected = known(&question, name, status) + usize::from(no_try);
                    assert_eq!(found.known, expected, "{class}");
                    all += found;
                }
            }
        }
        kind = next;
    }
    // 9 classes of days, 4 of depots, 2 of tries, 2 of being back or somewhere twice, the way, and now; 9 ends.
    assert_eq!(all, Classes { pairs: 62, known: (9 + 4 + 2 + 2 + 1 + 1) * 9 - 62 });
}
