//! Every chapter, played from its first page to its promised end, on the real rules: with right
//! answers, with each wrong one, and without any.

use chrono::{DateTime, Utc};
use course::{
    Action, COURSE_NOW, Chapter, Deed, Done, Filled, Guess, Learned, PARTS, chapters,
    lesson::{Command, Event, Learner, Phase},
};
use diary::{Decider, Diary, Projection, SavedStates, Snapshot, project};
use examples::{
    Describe, Money,
    bank::{self, Account::Everyday, Bank},
    order::{self, Order},
};

use crate::{answers::right, chapters::wrong_guesses};

/// A thing on the workbench, in both worlds.
struct Twins<D: Describe> {
    diary: Diary<D::Event>,
    row: Snapshot<D>,
    refused: Vec<String>,
}

impl<D: Describe> Twins<D> {
    fn of(diary: Option<Diary<D::Event>>) -> Self {
        let diary = diary.unwrap_or_default();
        let mut row = Snapshot::default();
        diary.entries().iter().for_each(|entry| row.overwrite(entry.at, &entry.event));
        Self { diary, row, refused: Vec::new() }
    }

    fn command(&mut self, command: &D::Command) {
        let today = SavedStates::<D>::of(self.diary.entries()).latest().clone();
        let row = self.row.handle(now(), command);
        match today.decide(command) {
            Ok(events) => {
                assert!(row.is_ok(), "both worlds agree");
                self.diary.append(now(), events);
            }
            Err(refusal) => {
                self.refused.push(format!("{}: {refusal}", D::describe_command(command)));
            }
        }
    }
}

/// A learner with the diary that the course keeps of them, and the workbench of the chapter.
struct Play {
    learner: Learner,
    learning: Diary<Event>,
    learned: Learned,
    bank: Twins<Bank>,
    order: Twins<Order>,
    visited: Vec<Money>,
    answers: Vec<String>,
    pressed: Vec<&'static str>,
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(COURSE_NOW).unwrap()
}

impl Play {
    fn open(chapter: &Chapter) -> Self {
        let mut play = Self {
            learner: Learner::default(),
            learning: Diary::default(),
            learned: Learned::default(),
            bank: Twins::of(chapter.stage.bank()),
            order: Twins::of(chapter.stage.order()),
            visited: Vec::new(),
            answers: Vec::new(),
            pressed: Vec::new(),
        };
        play.does(&Command::Open { chapter: chapter.id.into() });
        play
    }

    #[track_caller]
    fn does(&mut self, command: &Command) {
        let events = self.learner.decide(command).unwrap_or_else(|no| panic!("{command:?}: {no}"));
        for entry in self.learning.draft(now(), events).collect::<Vec<_>>() {
            self.learner = std::mem::take(&mut self.learner).evolve(&entry.event);
            self.learned = std::mem::take(&mut self.learned).read(&entry);
            self.learning.append(entry.at, [entry.event]);
        }
    }

    fn phase(&self, chapter: &Chapter) -> Phase {
        self.learner.lesson(chapter.id).unwrap().phase
    }

    /// Carries out all that there is to do, by the real rules.
    fn act(&mut self, chapter: &Chapter) {
        for Action { deed, .. } in chapter.stage.actions {
            match deed {
                Deed::Bank(command) => self.bank.command(command),
                Deed::Order(command) => self.order.command(command),
                Deed::Visit(version) => {
                    let entries = self.bank.diary.entries();
                    let there = SavedStates::<Bank>::of(entries).at(entries, *version);
                    self.visited.push(there.balance(&Everyday).unwrap());
                }
                Deed::AskBank(question) => {
                    let answers = question.ask(
                        &Everyday,
                        &self.bank.diary,
                        &self.bank.row,
                        &course::calendar(),
                    );
                    self.answers.extend(answers.iter().map(|it| it.diary.words(&Utc)));
                }
                Deed::AskOrder(question) => {
                    let answers = question.ask(&self.order.diary, &self.order.row);
                    self.answers.extend(answers.iter().map(|it| it.diary.words(&Utc)));
                }
                Deed::Demo { name, .. } => self.pressed.push(name),
            }
            let done = self.learner.lesson(chapter.id).unwrap().actions.clone();
            let action = chapter.stage.action_of(deed, &done).expect("it is recognised");
            self.does(&Command::Act { chapter: chapter.id.into(), action: action.name.into() });
        }
    }

    fn play_on(&mut self, chapter: &Chapter) {
        let id = || chapter.id.to_owned();
        self.act(chapter);
        if self.phase(chapter) == Phase::Committed {
            self.does(&Command::Reveal { chapter: id() });
        }
        // With everything done, it is finished.
        assert_eq!(self.phase(chapter), Phase::Explained);
        let done = self.learner.lesson(chapter.id).unwrap().actions.len();
        assert_eq!(done, chapter.stage.actions.len());
        self.has_come_to_its_end(chapter);
        assert_eq!(self.learned, project(self.learning.entries()), "a reading can be filled again");
    }

    /// What the chapter promises, on the workbench. What a demo shows is tried in its own tests;
    /// here it is only pressed.
    fn has_come_to_its_end(&self, chapter: &Chapter) {
        let everyday = self.bank.row.today().balance(&Everyday).map(|balance| balance.to_string());
        let versions = (self.bank.diary.len(), self.order.diary.len());
        let answers: Vec<_> = self.answers.iter().map(String::as_str).collect();
        let visited: Vec<_> = self.visited.iter().map(Money::to_string).collect();
        let refused: Vec<_> = self.bank.refused.iter().chain(&self.order.refused).collect();
        assert!(refused.is_empty() || chapter.id == "a6", "{refused:?}");
        match chapter.id {
            "a1" => assert_eq!((versions, everyday.as_deref()), ((4, 0), Some("580.00"))),
            "a2" => assert_eq!(answers, [right("a2", 0), right("a2", 1)]),
            "a3" => assert_eq!(visited, ["380.00", "490.00"]),
            "a4" => {
                let deposits = format!("{}, together {}", right("a4", 0), right("a4", 1));
                assert_eq!(answers, [deposits.as_str(), "1, together −5.00"]);
            }
            "a5" => assert_eq!(answers, ["yes: mug", "19 February 2026, 09:30"]),
            "a6" => {
                assert_eq!((versions, everyday.as_deref()), ((11, 8), Some("490.00")));
                let sentences = [
                    "Withdraw 10,000.00 from Everyday: the balance of Everyday is 490.00, \
                     and 10,000.00 is more than that.",
                    "Ship: only a paid order can be shipped. Pay the total of 20.50 first.",
                    "Receive a payment of 20.50: 20.50 has been paid, and a paid order can’t be \
                     changed any more.",
                ];
                assert_eq!(refused, sentences);
            }
            _ => assert_eq!(self.pressed.len(), chapter.stage.actions.len()),
        }
        // Whatever was prepared is still there, unchanged.
        let unchanged = |bank: Diary<bank::Event>, order: Diary<order::Event>| {
            assert_eq!(self.bank.diary.until(bank.len()), bank.entries());
            assert_eq!(self.order.diary.until(order.len()), order.entries());
        };
        unchanged(
            chapter.stage.bank().unwrap_or_default(),
            chapter.stage.order().unwrap_or_default(),
        );
    }
}

/// What a learner commits to who fills in the fields from the first to the last.
pub(crate) fn commit(chapter: &Chapter, guesses: Vec<Guess>) -> Command {
    let fields = chapter.question.fields.iter().zip(guesses);
    let filled = fields.map(|(field, guess)| Filled { field: field.name.into(), guess });
    Command::Commit { chapter: chapter.id.into(), guesses: filled.collect() }
}

fn truths(chapter: &Chapter) -> Vec<Guess> {
    chapter.question.fields.iter().map(|field| field.kind.truth()).collect()
}

#[test]
fn with_right_answers() {
    for chapter in chapters() {
        let mut play = Play::open(chapter);
        for _ in 0..3 {
            play.does(&Command::TakeHint { chapter: chapter.id.into() });
        }
        play.does(&commit(chapter, truths(chapter)));
        play.play_on(chapter);
        assert_eq!(play.learned.progress().of(chapter.id), Done::Right);
        assert!(play.learned.surprises().is_empty());
    }
}

#[test]
fn with_each_wrong_answer() {
    let mut plays = 0;
    for chapter in chapters() {
        for (at, field) in chapter.question.fields.iter().enumerate() {
            for wrong in wrong_guesses(&field.kind) {
                let mut play = Play::open(chapter);
                let mut guesses = truths(chapter);
                guesses[at] = wrong.clone();
                play.does(&commit(chapter, guesses));
                play.play_on(chapter);
                // A wrong guess ends in the same understanding, and it is one surprise.
                assert_eq!(play.learned.progress().of(chapter.id), Done::Guessed);
                let [surprise] = play.learned.surprises() else { panic!("one surprise") };
                assert_eq!((surprise.field.as_str(), &surprise.guess), (field.name, &wrong));
                assert_eq!(surprise.why(), field.kind.judge(&wrong).why);
                assert!(!surprise.why().is_empty());
                plays += 1;
            }
        }
    }
    assert!(plays > 90, "only {plays} wrong answers were tried");
}

#[test]
fn without_a_guess() {
    for chapter in chapters() {
        let mut play = Play::open(chapter);
        play.does(&Command::ShowMe { chapter: chapter.id.into() });
        play.play_on(chapter);
        assert_eq!(play.learned.progress().of(chapter.id), Done::Shown);
        assert_eq!(play.learned.progress().count(Done::Guessed), 0, "it was not guessed");
    }
}

#[test]
fn the_whole_course_in_one_go() {
    let mut here = chapters().next();
    let mut play = Play::open(here.unwrap());
    let mut order = Vec::new();
    while let Some(chapter) = here {
        order.push(chapter.id);
        (play.bank, play.order) =
            (Twins::of(chapter.stage.bank()), Twins::of(chapter.stage.order()));
        play.visited.clear();
        play.answers.clear();
        play.pressed.clear();
        if !play.learner.is_here(chapter.id) {
            play.does(&Command::Open { chapter: chapter.id.into() });
        }
        play.does(&commit(chapter, truths(chapter)));
        play.play_on(chapter);
        here = play.learned.progress().next();
    }
    assert_eq!(order, chapters().map(|chapter| chapter.id).collect::<Vec<_>>());
    assert_eq!(play.learned.progress().count(Done::Right), order.len());
    let badges: Vec<_> = play.learned.badges().iter().map(|earned| earned.badge.name()).collect();
    let parts = PARTS.iter().map(|part| part.badge);
    assert_eq!(badges, ["First guess"].into_iter().chain(parts).collect::<Vec<_>>());
}
