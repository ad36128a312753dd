//! A question of the reader's own as a sentence, as menus and as text.

use chrono::NaiveDate;
use course::course;
use diary::project;
use examples::{
    Choice,
    bank::{Account, Bank},
    calendar::Month,
    order::Order,
    questions::own::{Queryable, Question, QuestionError, Span, Subjects},
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn read<D: Queryable>(text: &str) -> Question<D> {
    Question::read(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn bank(text: &str) -> String {
    read::<Bank>(text).words()
}

fn order(text: &str) -> String {
    read::<Order>(text).words()
}

fn keys(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| choice.key.as_str()).collect()
}

fn words(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| choice.words.as_str()).collect()
}

#[test]
fn a_question_is_one_sentence() {
    for (text, sentence) in [
        (
            r#"["biggest","withdrawals","everyday","2026-02-01..2026-02-28"]"#,
            "The biggest withdrawal from Everyday between 1 February and 28 February 2026",
        ),
        (
            r#"["how-much","deposits",null,"2026-02"]"#,
            "How much did the deposits come to in February 2026?",
        ),
        (
            r#"["how-much","deposits","savings",""]"#,
            "How much did the deposits into Savings come to?",
        ),
        (
            r#"["how-many","fees","everyday","<9"]"#,
            "How many fees on Everyday were there before entry 9?",
        ),
        (
            r#"["list","transfers","everyday",">4"]"#,
            "List all transfers from or to Everyday after entry 4",
        ),
        (r#"["last","refunds",null,"2026-03-05"]"#, "The last refund on 5 March 2026"),
        (r#"["first","openings","savings",""]"#, "The first opening of Savings"),
        (r#"["last","openings",null,""]"#, "The last account opened"),
        (
            r#"["how-much","everything","everyday","2026-02"]"#,
            "How much did the entries about Everyday come to in February 2026?",
        ),
        (
            r#"["smallest","deposits",null,"2025-12-31..2026-01-01"]"#,
            "The smallest deposit between 31 December 2025 and 1 January 2026",
        ),
        (r#"["list","fees",null,"2026-01-01..2026-01-01"]"#, "List all fees on 1 January 2026"),
    ] {
        assert_eq!(bank(text), sentence);
    }
    for (text, sentence) in [
        (r#"["first","items-removed",null,""]"#, "The first item removed"),
        (r#"["first","items-removed","lamp",""]"#, "The first removal of lamp"),
        (
            r#"["how-many","items-removed",null,"2026-02"]"#,
            "How many removals were there in February 2026?",
        ),
        (
            r#"["how-much","items-added",null,"<8"]"#,
            "How much did the items added come to before entry 8?",
        ),
        (r#"["list","items-added","mug",""]"#, "List all additions of mug"),
        (r#"["biggest","payments",null,""]"#, "The biggest payment received"),
        (r#"["how-many","shipped",null,""]"#, "How many shipments were there?"),
        (r#"["last","created",null,""]"#, "The last creation of the order"),
        (r#"["list","everything","tea",""]"#, "List all entries about tea"),
    ] {
        assert_eq!(order(text), sentence);
    }
}

#[test]
fn a_name_can_t_change_the_sentence_around_it() {
    let sentence = order(r#"["list","items-added","\u202egnp.exe",""]"#);
    assert_eq!(sentence, "List all additions of \u{2068}[U+202E]gnp.exe\u{2069}");
}

#[test]
fn the_menus_begin_with_something_sensible() {
    let today = day(3, 20);
    assert_eq!(Bank::usual(today).words(), "How much did the deposits come to in February 2026?");
    assert_eq!(Order::usual(today).words(), "The first item removed");
    let usual = |key| Span::usual(key, today, 11).words();
    let spans = Span::choices();
    assert_eq!(keys(&spans), ["any", "on", "between", "in", "before", "after"]);
    let begin = [
        "",
        "on 1 March 2026",
        "between 1 February and 28 February 2026",
        "in February 2026",
        "before entry 11",
        "after entry 11",
    ];
    assert_eq!(keys(&spans).into_iter().map(usual).collect::<Vec<_>>(), begin);
    for key in keys(&spans) {
        assert_eq!(Span::usual(key, today, 0).key(), key);
    }
    assert_eq!(Span::usual("before", today, 0), Span::Before(1));
}

#[test]
fn only_what_makes_sense_is_offered() {
    let all = ["how-much", "how-many", "first", "last", "biggest", "smallest", "list"];
    let none = ["how-many", "first", "last", "list"];
    for topic in Question::<Bank>::topics() {
        let question = Bank::usual(day(3, 20)).with_topic(&topic.key);
        let expected = match topic.key.as_str() {
            "openings" => &none[..],
            "everything" => &["how-much", "how-many", "first", "last", "list"],
            _ => &all,
        };
        assert_eq!(keys(&question.measures()), expected, "{topic:?}");
        assert_eq!(
            words(&question.subjects(&Subjects::default())),
            ["any account", "Everyday", "Savings"]
        );
    }
    for topic in Question::<Order>::topics() {
        let question = Order::usual(day(3, 20)).with_topic(&topic.key);
        let has_amounts = ["items-added", "payments"].contains(&topic.key.as_str());
        assert_eq!(keys(&question.measures()), if has_amounts { &all[..] } else { &none });
        let has_items =
            ["items-added", "items-removed", "everything"].contains(&topic.key.as_str());
        let items: &[&str] = if has_items { &["", "mug", "tea", "lamp"] } else { &[] };
        assert_eq!(keys(&question.subjects(&project(course().order.entries()))), items);
    }
    // An item that is asked about stays in the menu when the reader stands before it.
    let lamp = Order::usual(day(3, 20)).with_subject("lamp");
    assert_eq!(
        words(&lamp.subjects(&project(course().order.until(2)))),
        ["any item", "mug", "lamp"]
    );
}

#[test]
fn a_choice_that_no_longer_makes_sense_gives_way() {
    let biggest = read::<Bank>(r#"["biggest","withdrawals","everyday",""]"#);
    let openings = biggest.with_topic("openings");
    assert_eq!(openings.words(), "How many openings of Everyday were there?");
    assert_eq!(openings.subject(), Some(&Account::Everyday));
    let mug = read::<Order>(r#"["how-much","items-added","mug",""]"#).with_topic("payments");
    assert_eq!(mug.words(), "How much did the payments received come to?");
    assert_eq!(mug.subject_key(), "");
    // A key that no menu has changes nothing.
    let same = mug.clone().with_topic("parcels").with_measure("average");
    assert_eq!(same, mug);
    let savings = read::<Bank>(r#"["list","fees","savings",""]"#);
    assert_eq!(savings.clone().with_subject(" "), savings, "no account has no name");
    assert_eq!(savings.clone().with_subject("Pension").subject_key(), "Pension");
    assert_eq!(savings.with_subject("").subject(), None);
}

#[test]
fn a_question_is_kept_as_a_line_of_ascii() {
    let span = Span::In(Month { year: 2026, month: 2 });
    let question = Bank::usual(day(1, 1)).with_measure("biggest").with_span(span);
    assert_eq!(question.text(), r#"["biggest","deposits",null,"2026-02"]"#);
    let ring = Order::usual(day(1, 1)).with_subject("Ring für „Zoë“");
    assert_eq!(ring.text(), r#"["first","items-removed","Ring f\u00fcr \u201eZo\u00eb\u201c",""]"#);
    assert_eq!(read::<Order>(&ring.text()), ring);
    // Serde writes and reads the same.
    let json = serde_json::to_string(&question).unwrap();
    assert_eq!(json, question.text());
    assert_eq!(serde_json::from_str::<Question<Bank>>(&json).unwrap(), question);
}

#[test]
fn a_text_that_is_no_question_is_told_in_words() {
    let unknown = |part: &str| QuestionError::Unknown(part.into());
    for (text, error) in [
        (r#"["average","deposits",null,""]"#, unknown("average")),
        (r#"["first","parcels",null,""]"#, unknown("parcels")),
        (r#"["first","deposits"," ",""]"#, unknown(" ")),
        (r#"["first","deposits",null,"2026-02-30"]"#, unknown("2026-02-30")),
        (r#"["first","deposits",null,"<"]"#, unknown("<")),
        (r#"["first","deposits",null,"2026-02-01.."]"#, unknown("2026-02-01..")),
        (
            r#"["how-much","openings",null,""]"#,
            QuestionError::NoSense { measure: "How much", topic: "accounts opened" },
        ),
    ] {
        assert_eq!(Question::<Bank>::read(text), Err(error));
    }
    let parcels = Question::<Order>::read(r#"["list","payments","mug",""]"#).unwrap_err();
    assert_eq!(parcels.to_string(), "“List all” can’t be asked like this of “payments received”");
    let average = Question::<Bank>::read(r#"["average","deposits",null,""]"#).unwrap_err();
    assert_eq!(
        average.to_string(),
        "“average” is not a part of a question that this version knows"
    );
    for text in ["", "[", "{}", "null", r#"["first","deposits"]"#, r#"["first",1,null,""]"#] {
        let error = Question::<Bank>::read(text).unwrap_err();
        assert!(error.to_string().starts_with("this is not a question ("), "{text}: {error}");
    }
}
