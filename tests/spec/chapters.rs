//! What holds for every chapter, whatever it teaches.

use std::collections::BTreeSet;

use event_diary::{
    course::{
        Bench, CHECK, Chapter, Deed, Field, Guess, Kind, PARTS, SEE_ALSO, Tool, Transfer, Unit,
        When, chapter, chapters, part_of, texts,
    },
    diary::project,
    domain::{Money, Statement, Told, bank::Bank, order::Order},
};

fn words_of(text: &str) -> Vec<String> {
    let end = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '’' | '-' | '−' | ':');
    let trimmed = |word: &str| word.trim_matches(['.', ',', ':', '’', '-']).to_lowercase();
    text.split(end).map(trimmed).filter(|word| !word.is_empty()).collect()
}

/// A wrong guess for each misconception that a field knows, and one that is simply wrong.
pub(crate) fn wrong_guesses(kind: &Kind) -> Vec<Guess> {
    match kind {
        Kind::Number { truth, wrong, .. } => {
            let known = wrong.iter().map(|(number, _)| Guess::Number(*number));
            known.chain([Guess::Number(truth + 77_777)]).collect()
        }
        Kind::Choice { several: false, choices } => {
            let wrong = choices.iter().filter(|choice| !choice.right);
            wrong.map(|choice| Guess::Choices(vec![choice.name.into()])).collect()
        }
        Kind::Choice { several: true, choices } => {
            let each = choices.iter().filter(|choice| !choice.right);
            let all = Guess::Choices(choices.iter().map(|choice| choice.name.into()).collect());
            each.map(|choice| Guess::Choices(vec![choice.name.into()])).chain([all]).collect()
        }
        Kind::Order { cards, .. } => {
            let mut right: Vec<_> = cards.iter().collect();
            right.sort_by_key(|card| card.place);
            let names: Vec<String> = right.iter().map(|card| card.name.into()).collect();
            let swapped = |at: usize| {
                let mut names = names.clone();
                names.swap(at, at + 1);
                Guess::Order(names)
            };
            (0..names.len() - 1).map(swapped).collect()
        }
        Kind::Curve { truth, turns, .. } => {
            let bent = |entry: usize, went| {
                let before = if entry == 1 { 0 } else { truth[entry - 2] };
                let step = match went {
                    std::cmp::Ordering::Less => -7_00,
                    std::cmp::Ordering::Equal => 0,
                    std::cmp::Ordering::Greater => 7_00,
                };
                let off = before + step - truth[entry - 1];
                let moved =
                    |(at, cents): (usize, &i64)| cents + if at + 1 < entry { 0 } else { off };
                Guess::Curve(truth.iter().enumerate().map(moved).collect())
            };
            let known = turns.iter().map(|turn| bent(turn.entry, turn.went));
            known.chain([bent(2, std::cmp::Ordering::Less)]).collect()
        }
    }
}

fn fields() -> impl Iterator<Item = (&'static Chapter, &'static Field)> {
    chapters().flat_map(|chapter| chapter.question.fields.iter().map(move |field| (chapter, field)))
}

#[test]
fn the_table_of_contents_is_as_planned() {
    let ids: Vec<_> = chapters().map(|chapter| chapter.id).collect();
    let planned = "a1 a2 a3 a4 a5 a6 b1 b2 b3 b4 b5 b6 c1 c2 c3 c4 c5 c6 c7 c8";
    assert_eq!(ids, planned.split(' ').collect::<Vec<_>>());
    let minutes: Vec<_> = PARTS.iter().map(|part| (part.letter, part.minutes())).collect();
    assert_eq!(minutes, [('A', 15), ('B', 14), ('C', 21)]);
    for chapter in chapters() {
        assert_eq!(chapter.name(), chapter.id.to_uppercase());
        let letter = chapter.id.chars().next().map(|letter| letter.to_ascii_uppercase());
        assert_eq!(part_of(chapter.id).map(|part| part.letter), letter);
        assert!((1..=3).contains(&chapter.minutes), "{} takes too long", chapter.id);
    }
}

#[test]
fn back_and_next_go_through_all_chapters() {
    let mut there = vec![chapter("a1").unwrap().id];
    while let Some(next) = chapter(there[there.len() - 1]).unwrap().next() {
        assert_eq!(next.previous().map(|it| it.id), there.last().copied());
        there.push(next.id);
    }
    assert_eq!(there.len(), 20);
    assert!(chapter("a1").unwrap().previous().is_none());
    assert!(chapter("a0").is_none() && part_of("A1").is_none());
}

/// For teachers: the answers as the plan of the course has them.
#[test]
fn the_syllabus_has_the_planned_answers() {
    let answers: Vec<_> = chapters()
        .map(|chapter| {
            let answers: Vec<_> = chapter.answers().into_iter().map(|(_, words)| words).collect();
            format!("{}: {}", chapter.name(), answers.join(" | "))
        })
        .collect();
    let planned = [
        "A1: 3 | 1",
        "A2: 505.00 | 445.00",
        "A3: 0.00, 500.00, 380.00, 580.00, 580.00, 430.00, 510.00, 505.00, 445.00, 450.00, 490.00 | They stay as they are.",
        "A4: 2 | 280.00",
        "A5: Yes, the mug. | On 19 February at 09:30.",
        "A6: No. | the rule looks at the wish → a line is written → the lines are added up anew",
        "B1: 445.00",
        "B2: 110.00",
        "B3: 0.00",
        "B4: 16",
        "B5: 5.00: that is what was charged.",
        "B6: 0",
        "C1: 1",
        "C2: 540.00",
        "C3: 535.00 | 505.00",
        "C4: 1",
        "C5: 3",
        "C6: 640.00",
        "C7: PaymentReceived: 20.50",
        "C8: A ledger: why is the balance what it is?; Parcels: where has it been, and who had it last?; A medical record: what did the doctor know when she decided?",
    ];
    assert_eq!(answers, planned);
}

#[test]
fn right_is_right_and_every_misconception_has_its_own_explanation() {
    for (chapter, field) in fields() {
        let place = format!("{}, {}", chapter.id, field.label);
        let truth = field.kind.truth();
        assert!(field.kind.accepts(&truth), "{place}");
        let judged = field.judge(&truth);
        assert!(judged.right && judged.why.is_empty(), "{place}");
        let mut explanations = BTreeSet::new();
        for guess in wrong_guesses(&field.kind) {
            assert!(field.kind.accepts(&guess), "{place}: {guess:?}");
            let judged = field.judge(&guess);
            assert!(!judged.right, "{place}: {guess:?}");
            assert!(!judged.why.is_empty(), "{place}: {guess:?} is not explained");
            explanations.insert(judged.why.join(" "));
        }
        assert!(explanations.len() >= 2, "{place} explains too little");
        assert!(!explanations.contains(field.because), "{place}");
    }
}

/// No explanation stands for two different misconceptions of one field.
#[test]
fn no_explanation_is_used_twice() {
    for (chapter, field) in fields() {
        let whys: Vec<&str> = match &field.kind {
            Kind::Number { wrong, otherwise, .. } => {
                wrong.iter().map(|(_, why)| *why).chain([*otherwise]).collect()
            }
            Kind::Choice { choices, .. } => choices.iter().map(|choice| choice.why).collect(),
            Kind::Order { too_early, otherwise, .. } => {
                too_early.iter().map(|(.., why)| *why).chain([*otherwise]).collect()
            }
            Kind::Curve { turns, otherwise, .. } => {
                turns.iter().map(|turn| turn.why).chain([*otherwise]).collect()
            }
        };
        let distinct: BTreeSet<_> = whys.iter().collect();
        assert_eq!(distinct.len(), whys.len(), "{}, {}", chapter.id, field.label);
        assert!(whys.iter().all(|why| why.len() > 20), "{}, {}", chapter.id, field.label);
    }
}

#[test]
fn a_curve_is_right_by_its_shape() {
    let field = &chapter("a3").unwrap().question.fields[0];
    let drawn = [0, 300, 200, 400, 400, 100, 110, 105, 20, 21, 90];
    let judge = |figures: &[i64]| field.judge(&Guess::Curve(figures.to_vec()));
    assert!(judge(&drawn).right);
    let mut saved = drawn;
    saved[4] = 401; // Savings opens, and the curve goes up.
    let judged = judge(&saved);
    assert!(!judged.right && judged.why.len() == 1, "{:?}", judged.why);
    assert!(judged.why[0].starts_with("Line 5 opens Savings."));
    saved[5] = 500; // And the transfer is taken for money that came in.
    let judged = judge(&saved);
    assert_eq!(judged.why.len(), 2);
}

#[test]
fn what_was_left_out_is_explained_too() {
    let field = &chapter("c8").unwrap().question.fields[0];
    let guess = Guess::Choices(vec!["blog".into(), "ledger".into(), "parcels".into()]);
    let why = field.judge(&guess).why;
    assert_eq!(why.len(), 2);
    assert!(why[0].starts_with("The blog:") && why[1].starts_with("The medical record:"));
}

#[test]
fn there_are_three_different_hints_everywhere() {
    for chapter in chapters() {
        let distinct: BTreeSet<_> = chapter.hints.iter().filter(|hint| hint.len() > 20).collect();
        assert_eq!(distinct.len(), 3, "{}", chapter.id);
    }
}

#[test]
fn a_chapter_reads_in_a_minute() {
    for chapter in chapters() {
        let of_chapter = format!("{}/", chapter.id);
        let texts = texts().into_iter().filter(|text| {
            text.place.starts_with(&of_chapter)
                && !text.place.contains("hint")
                && matches!(text.when, When::Before | When::Nearly)
        });
        let count: usize = texts.map(|text| words_of(text.words).len()).sum();
        // 200 words a minute is slow reading.
        assert!((40..=200).contains(&count), "{} has {count} words", chapter.id);
    }
}

/// Words that would give a small number away.
const NUMBER_WORDS: [(i64, &[&str]); 5] = [
    (0, &["0", "none", "zero", "nothing"]),
    (1, &["1", "one", "single"]),
    (2, &["2", "two", "twice", "both"]),
    (3, &["3", "three", "third"]),
    (16, &["16", "sixteen"]),
];

/// How an answer would look if it stood in a text.
fn give_aways(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Number { unit: Unit::Money, truth, .. } => vec![Money::cents(*truth).to_string()],
        Kind::Number { truth, .. } => {
            let words = NUMBER_WORDS.iter().find(|(number, _)| number == truth);
            words.expect("each count of the course").1.iter().map(ToString::to_string).collect()
        }
        // The words of a choice are shown. Which one is right isn't.
        Kind::Choice { .. } | Kind::Order { .. } => Vec::new(),
        Kind::Curve { truth, .. } => {
            let moved = truth.iter().filter(|cents| **cents != 0);
            moved.map(|cents| Money::cents(*cents).to_string()).collect()
        }
    }
}

#[test]
fn no_text_before_the_commit_tells_the_answer() {
    // The amounts that came in or went out are in the lines, and the curve begins with one.
    let allowed = [("a3", "500.00")];
    let mut told = Vec::new();
    for (chapter, field) in fields() {
        let of_chapter = format!("{}/", chapter.id);
        let texts = texts();
        let before = texts
            .iter()
            .filter(|text| text.place.starts_with(&of_chapter) && text.when == When::Before);
        for text in before {
            for word in give_aways(&field.kind) {
                let given_away = words_of(text.words).contains(&word);
                let allowed = allowed.contains(&(chapter.id, &word));
                if given_away && !allowed {
                    told.push(format!("{}: “{word}” in “{}”", text.place, text.words));
                }
            }
            if let Kind::Choice { choices, .. } = &field.kind {
                for right in choices.iter().filter(|choice| choice.right) {
                    if text.words.contains(right.words) {
                        told.push(format!("{}: “{}”", text.place, right.words));
                    }
                }
            }
        }
    }
    assert!(told.is_empty(), "{told:#?}");
}

/// Everything that the uncovered tools show before the commit, as text.
fn shown_before(chapter: &Chapter) -> Vec<String> {
    fn of<D: Told>(
        chapter: &Chapter,
        entries: &[event_diary::diary::Entry<D::Event>],
    ) -> Vec<String> {
        let tools = chapter.stage.tools(false);
        let statement: Statement<D> = project(entries);
        let lines: Vec<_> = entries.iter().map(|entry| statement.line(entry)).collect();
        let figures = |line: &event_diary::domain::Line| -> Vec<String> {
            line.figures.iter().flatten().map(Money::to_string).collect()
        };
        let mut shown = Vec::new();
        if tools.contains(&Tool::Lines) {
            shown.extend(lines.iter().map(|line| line.what.clone()));
        }
        if tools.contains(&Tool::Snapshot) {
            shown.extend(lines.last().map(figures).unwrap_or_default());
        }
        if tools.contains(&Tool::Figures) {
            shown.extend(lines.iter().flat_map(figures));
        }
        shown
    }
    let bank = chapter.stage.bank().map(|diary| of::<Bank>(chapter, diary.entries()));
    let order = chapter.stage.order().map(|diary| of::<Order>(chapter, diary.entries()));
    [bank, order].into_iter().flatten().flatten().collect()
}

#[test]
fn no_tool_before_the_commit_shows_the_answer() {
    for (chapter, field) in fields() {
        // The lines are numbered and dated, so counts stand there anyway; and whoever adds up the
        // lines for the curve may see its first and its last figure.
        let Kind::Number { unit: Unit::Money, truth, .. } = &field.kind else { continue };
        if *truth == 0 {
            continue;
        }
        let answer = Money::cents(*truth).to_string();
        for shown in shown_before(chapter) {
            assert!(!words_of(&shown).contains(&answer), "{}: {answer} in “{shown}”", chapter.id);
        }
    }
    for chapter in chapters() {
        let before = chapter.stage.tools(false);
        for tool in [Tool::Commands, Tool::Machine, Tool::Ask] {
            assert!(!before.contains(&tool), "{} could be asked for its answer", chapter.id);
        }
    }
}

#[test]
fn what_is_to_be_done_can_be_done_with_what_is_there() {
    for chapter in chapters() {
        let stage = &chapter.stage;
        assert!(!stage.actions.is_empty(), "{} has nothing to do", chapter.id);
        let after = stage.tools(true);
        for action in stage.actions {
            let can = match action {
                Deed::Bank(_) => after.contains(&Tool::Commands) && stage.bank().is_some(),
                Deed::Order(_) => after.contains(&Tool::Commands) && stage.order().is_some(),
                Deed::Visit(_) => after.contains(&Tool::Machine),
                Deed::AskBank(_) => after.contains(&Tool::Ask) && stage.bank().is_some(),
                Deed::AskOrder(_) => after.contains(&Tool::Ask) && stage.order().is_some(),
                Deed::Bench { .. } => stage.bench != Bench::None,
            };
            assert!(can, "{}: {}", chapter.id, action.words());
        }
    }
}

#[test]
fn deeds_are_recognised_in_any_order_and_each_once() {
    let actions = &chapter("a6").unwrap().stage;
    let pay = actions.actions[2].clone();
    assert_eq!(actions.action_of(&pay, &[]), Some(2));
    assert_eq!(actions.action_of(&pay, &[2]), Some(3));
    assert_eq!(actions.action_of(&pay, &[3, 2]), None);
    assert_eq!(actions.action_of(&Deed::Visit(3), &[]), None);
    let said: Vec<_> = actions.actions.iter().map(Deed::words).collect();
    let sentences = [
        "Withdraw 10,000.00 from Everyday",
        "Ship",
        "Receive a payment of 20.50",
        "Receive a payment of 20.50",
    ];
    assert_eq!(said, sentences);
    let ask: Vec<_> = chapter("a4").unwrap().stage.actions.iter().map(Deed::words).collect();
    assert_eq!(
        ask,
        [
            "Ask: Show me all the deposits from last month",
            "Ask: Which fees did I pay from 1 January 2026 to 20 March 2026?"
        ]
    );
}

/// A term of the trade comes after the everyday word, and never before its chapter's reveal.
#[test]
fn no_term_comes_before_its_everyday_word() {
    let all = texts();
    let place_of = |id: &str| chapters().position(|chapter| chapter.id == id);
    for (at, chapter) in chapters().enumerate() {
        for (everyday, term) in chapter.words {
            for text in &all {
                let Some(place) = place_of(text.place.split('/').next().unwrap_or_default()) else {
                    continue;
                };
                let early = place < at || (place == at && text.when == When::Before);
                let learner = text.when != When::Teaching && !text.place.ends_with("trade");
                // “Snapshot” is an everyday word here from the first chapter on.
                let said = words_of(text.words).join(" ");
                let says = format!(" {said} ").contains(&format!(" {term} "));
                assert!(!(early && learner && says), "{}: “{term}” ({everyday})", text.place);
            }
        }
    }
    // The name of it all comes when the learner has used it.
    let named = all.iter().position(|text| text.words.contains("event sourcing"));
    assert_eq!(named.map(|at| all[at].place.as_str()), Some("a6/reveal"));
}

#[test]
fn the_check_is_balanced_and_explains_itself() {
    let near = CHECK.iter().filter(|question| question.transfer == Transfer::Near).count();
    assert_eq!((near, CHECK.len()), (5, 10));
    let mut places = [0; 3];
    for question in &CHECK {
        let right: Vec<_> = (0..).zip(question.choices).filter(|(_, it)| it.right).collect();
        assert_eq!((right.len(), question.choices.len()), (1, 3), "{}", question.name);
        let place: usize = right[0].0;
        places[place] += 1;
        let whys: BTreeSet<_> = question.choices.iter().map(|it| it.why).collect();
        assert!(whys.len() >= 2, "{}", question.name);
    }
    // Whoever always takes the same place gets no more than chance.
    assert!(places.iter().all(|count| (2..=5).contains(count)), "{places:?}");
}

#[test]
fn the_neighbours_point_at_what_is_there() {
    let terms = SEE_ALSO.each_ref().map(|neighbour| neighbour.term);
    let planned =
        ["Aggregate", "Bounded context", "Bulkhead", "Circuit breaker", "Clean architecture"];
    assert_eq!(terms, planned);
    for neighbour in &SEE_ALSO {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(neighbour.file);
        assert!(path.is_file(), "{} is not there", neighbour.file);
        assert!(["#/bank", "#/order", "#/diaries", "#/learn"].contains(&neighbour.link));
        assert!((40..=90).contains(&words_of(neighbour.text).len()), "{}", neighbour.term);
    }
}
