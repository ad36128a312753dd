//! Progress, surprises, badges and gain are readings of the learning diary: thrown away and filled
//! again they are the same, and what they say is what plain counting finds.

use std::collections::BTreeSet;

use chrono::DateTime;
use course::{
    Badge, CHECK, Done, Field, Filled, Kind, Learned, Prediction, Round, chapter, chapters,
    is_right,
    lesson::{Command, Event, Learner},
};
use diary::{ChainHash, Decider, Diary, Entry, Projection, line_of, project, read_line, replay};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{chapters::wrong_guesses, random::check};

/// Few chapters, so that each of them gets far; the last one is none.
const IDS: [&str; 8] = ["a1", "a2", "a3", "a6", "b5", "c7", "c8", "z9"];

/// For each chapter the right guesses, and some wrong ones.
fn commits(ids: &[&str]) -> Vec<Command> {
    let of_chapter = |id: &&str| {
        let fields = chapter(id).map_or(&[][..], |it| it.question.fields);
        let guesses = |which: usize| {
            let wrong = |kind: &Kind| wrong_guesses(kind).into_iter().cycle().nth(which);
            let guess = |kind: &Kind| wrong(kind).filter(|_| which > 0).unwrap_or(kind.truth());
            let filled =
                |field: &Field| Filled { field: field.name.into(), guess: guess(&field.kind) };
            fields.iter().map(filled).collect()
        };
        let chapter = (*id).to_owned();
        [0, 0, 1, 2, 3].map(|it| Command::Commit { chapter: chapter.clone(), guesses: guesses(it) })
    };
    ids.iter().flat_map(of_chapter).collect()
}

/// What a learner may do next; most of it fits where they stand.
fn commands() -> impl Strategy<Value = Vec<Command>> {
    let ids = || select(IDS.to_vec()).prop_map(str::to_owned);
    let commit = select(commits(&IDS));
    let round = select(vec![Round::Before, Round::After]);
    let answer = (round, 0..CHECK.len(), 0..4_usize).prop_map(|(round, question, choice)| {
        let question = &CHECK[question];
        let choice = question.choices.get(choice).map_or("elsewhere", |choice| choice.name);
        Command::AnswerCheck { round, question: question.name.into(), choice: choice.into() }
    });
    let command = prop_oneof![
        3 => ids().prop_map(|chapter| Command::Open { chapter }),
        2 => (ids(), 0..5_usize).prop_map(act),
        1 => ids().prop_map(|chapter| Command::TakeHint { chapter }),
        3 => commit,
        1 => ids().prop_map(|chapter| Command::ShowMe { chapter }),
        3 => ids().prop_map(|chapter| Command::Reveal { chapter }),
        3 => ids().prop_map(|chapter| Command::Finish { chapter }),
        1 => ids().prop_map(|chapter| Command::StartAgain { chapter }),
        4 => answer,
    ];
    vec(command, 0..60)
}

/// One of a chapter's actions, or one that it doesn't have.
fn act((id, at): (String, usize)) -> Command {
    let actions = chapter(&id).map_or(&[][..], |chapter| chapter.stage.actions);
    let action = actions.get(at).map_or("dance", |action| action.name).to_owned();
    Command::Act { chapter: id, action }
}

/// The learning diary of these commands, with what was kept up to date meanwhile.
pub(crate) fn learn(commands: &[Command]) -> (Diary<Event>, Learner, Learned) {
    let (mut diary, mut learner, mut learned) =
        (Diary::default(), Learner::default(), Learned::default());
    for command in commands {
        let events = learner.decide(command).unwrap_or_default();
        let new: Vec<Entry<Event>> = diary.draft(DateTime::UNIX_EPOCH, events).collect();
        for entry in new {
            learner = learner.evolve(&entry.event);
            learned = learned.read(&entry);
            diary.append(entry.at, [entry.event]);
        }
    }
    (diary, learner, learned)
}

#[test]
fn deleted_and_replayed_it_is_the_same() {
    check(commands(), |commands| {
        let (diary, learner, learned) = learn(&commands);
        // Through its stored form, as it lies in the mirror.
        let (mut write, mut read) = (ChainHash::default(), ChainHash::default());
        let mut again: Diary<Event> = Diary::default();
        for entry in diary.entries() {
            let (line, next) = line_of(entry, &write);
            write = next;
            prop_assert!(line.is_ascii());
            let (entry, next) = read_line(&line, again.len() + 1, &read).unwrap();
            read = next;
            prop_assert_eq!(entry.old_form, None);
            again.append(entry.at, [entry.event]);
        }
        prop_assert_eq!(&again, &diary);
        prop_assert_eq!(project::<Learned>(again.entries()), learned);
        prop_assert_eq!(
            replay::<Learner>(again.entries().iter().map(|entry| &entry.event)),
            learner
        );
        Ok(())
    });
}

/// How far a chapter has come, by looking at all of its facts once more.
fn naive_done(events: &[Event], id: &str) -> Done {
    let of_it = |event: &&Event| match event {
        Event::ChapterOpened { chapter }
        | Event::ChapterRestarted { chapter }
        | Event::Predicted { chapter, .. }
        | Event::ShownWithoutGuess { chapter }
        | Event::Revealed { chapter }
        | Event::ChapterFinished { chapter } => chapter == id,
        _ => false,
    };
    let facts: Vec<_> = events.iter().filter(of_it).collect();
    let rounds = facts.split(|event| matches!(event, Event::ChapterRestarted { .. }));
    let finished =
        |round: &&[&Event]| round.iter().any(|it| matches!(it, Event::ChapterFinished { .. }));
    let guess = |round: &[&Event]| {
        round.iter().find_map(|event| match event {
            Event::Predicted { guesses, .. } if guesses.iter().any(|it| !it.right) => {
                Some(Done::Guessed)
            }
            Event::Predicted { .. } => Some(Done::Right),
            _ => None,
        })
    };
    let finished = rounds.filter(finished).map(|round| guess(round).unwrap_or(Done::Shown));
    let is_out =
        |event: &&Event| matches!(event, Event::ShownWithoutGuess { .. } | Event::Revealed { .. });
    match (finished.max(), facts.iter().any(is_out), facts.is_empty()) {
        (Some(done), ..) => done,
        (None, true, _) => Done::Seen,
        (.., false) => Done::Begun,
        (.., true) => Done::No,
    }
}

#[test]
fn progress_is_what_plain_counting_finds() {
    check(commands(), |commands| {
        let (diary, _, learned) = learn(&commands);
        let events: Vec<_> = diary.entries().iter().map(|entry| entry.event.clone()).collect();
        let progress = learned.progress();
        for chapter in chapters() {
            prop_assert_eq!(
                progress.of(chapter.id),
                naive_done(&events, chapter.id),
                "{}",
                chapter.id
            );
        }
        for done in [Done::Begun, Done::Shown, Done::Guessed] {
            let count = chapters().filter(|it| naive_done(&events, it.id) >= done).count();
            prop_assert_eq!(progress.count(done), count);
        }
        let last = events.iter().rev().find_map(|event| match event {
            Event::ChapterOpened { chapter } | Event::ChapterRestarted { chapter } => Some(chapter),
            _ => None,
        });
        let is_open = |id: &&str| naive_done(&events, id) < Done::Shown;
        let here = last.map(String::as_str).filter(is_open);
        let first = chapters().map(|it| it.id).find(is_open);
        prop_assert_eq!(progress.next().map(|it| it.id), here.or(first));
        Ok(())
    });
}

#[test]
fn surprises_and_gain_are_what_plain_counting_finds() {
    check(commands(), |commands| {
        let (diary, _, learned) = learn(&commands);
        let mut wrong = 0;
        for entry in diary.entries() {
            if let Event::Predicted { chapter: id, guesses } = &entry.event {
                let question = &chapter(id).unwrap().question;
                for Prediction { field, guess, right } in guesses {
                    let judged = question.field(field).unwrap().kind.judge(guess);
                    prop_assert_eq!(judged.right, *right);
                    wrong += usize::from(!right);
                }
                prop_assert_eq!(question.fields.len(), guesses.len());
            }
        }
        prop_assert_eq!(learned.surprises().len(), wrong);
        for surprise in learned.surprises() {
            let field = surprise.field().unwrap();
            prop_assert_eq!(surprise.why(), field.kind.judge(&surprise.guess).why);
            let event = &diary.entry(surprise.entry).unwrap().event;
            let is_guess = matches!(event, Event::Predicted { .. });
            prop_assert!(is_guess);
        }
        for round in [Round::Before, Round::After] {
            let mut asked = BTreeSet::new();
            let mut right = 0;
            for entry in diary.entries() {
                if let Event::CheckAnswered { round: it, question, choice, .. } = &entry.event
                    && *it == round
                {
                    prop_assert!(asked.insert(question.clone()), "asked twice");
                    right += usize::from(is_right(question, choice).unwrap());
                }
            }
            prop_assert_eq!(
                (learned.score(round).answered, learned.score(round).right),
                (asked.len(), right)
            );
        }
        Ok(())
    });
}

/// A badge comes with the entry that earns it, once, and is never taken back.
#[test]
fn a_badge_is_earned_once() {
    check((commands(), any::<prop::sample::Index>()), |(commands, at)| {
        let (diary, _, learned) = learn(&commands);
        let version = at.index(diary.len() + 1);
        let before: Learned = project(diary.until(version));
        prop_assert!(learned.badges().starts_with(before.badges()));
        prop_assert!(before.badges().iter().all(|earned| earned.entry <= version));
        let names: BTreeSet<_> =
            learned.badges().iter().map(|earned| earned.badge.name()).collect();
        prop_assert_eq!(names.len(), learned.badges().len());
        let first = |wanted: fn(&Event) -> bool| {
            diary.entries().iter().find(|entry| wanted(&entry.event)).map(|entry| entry.number)
        };
        let earned =
            |badge| learned.badges().iter().find(|it| it.badge == badge).map(|it| it.entry);
        prop_assert_eq!(earned(Badge::Dared), first(|it| matches!(it, Event::Predicted { .. })));
        Ok(())
    });
}

/// The commands above are worth as much as where they lead to.
#[test]
fn random_learners_get_far() {
    let mut seen = BTreeSet::new();
    for commands in crate::random::always(&commands(), 400) {
        let (diary, _, learned) = learn(&commands);
        for entry in diary.entries() {
            let name = format!("{:?}", entry.event);
            seen.insert(name.split([' ', '{']).next().unwrap_or_default().to_owned());
        }
        for chapter in chapters() {
            seen.insert(format!("{:?}", learned.progress().of(chapter.id)));
        }
        seen.extend(learned.badges().iter().map(|earned| earned.badge.name().to_owned()));
    }
    let expected = "ChapterOpened ActionDone HintTaken Predicted ShownWithoutGuess Revealed \
                    ChapterFinished ChapterRestarted CheckAnswered No Begun Seen Shown Guessed Right";
    for name in expected.split_whitespace().chain(["First guess", "A good surprise"]) {
        assert!(seen.contains(name), "{name} never comes up");
    }
}
