//! What the examples say over their stories: of entries, requests, refusals, answers and reports.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diary::{Checkpointed, Diary, Snapshot};
use examples::{
    Example,
    questions::{Answer, Verdict},
    readings::{Cell, OpenReport, Report, ReportTable, table},
    story::{Dates, NOW},
};

use crate::{honest::rebuilt, own_sentences::every_question, verdicts::after_all};

/// A text, and where it stands.
pub(crate) type Said = (String, String);

const ZONE: Tz = Tz::Europe__Berlin;

/// Everything that the examples say.
pub(crate) fn said_by_examples() -> Vec<Said> {
    let mut said = Vec::new();
    macro_rules! every {
        ($($name:ident: $Example:ident,)*) => { $(said.extend(said_by::<examples::$name::$Example>());)* };
    }
    examples::each_example!(every);
    said
}

fn said_by<D: Example<Rejection: ToString>>() -> Vec<Said> {
    let now = DateTime::<Utc>::from_timestamp_millis(NOW).unwrap();
    let story = D::story(&Dates { now, zone: &ZONE });
    let mut words = vec![D::ABOUT.to_owned(), D::FIRST.to_owned()];
    words.extend([D::TOUR.ask.to_owned(), D::TOUR.end.to_owned()]);
    words.extend(story.entries().iter().map(|entry| D::line(&entry.event)));
    words.extend(requests::<D>(&story));
    // Before anything happened, on the way, and at the end.
    for version in [0, 1, 2, story.len() / 2, story.len() - 1, story.len()] {
        let mut diary = Diary::default();
        story.entries()[..version].iter().for_each(|entry| diary.take_in(entry.clone()));
        words.extend(answers::<D>(&diary, &rebuilt(&diary)));
        let mut reports = Tables::<D> { diary: &diary, words: Vec::new() };
        D::each(&mut reports);
        words.extend(reports.words);
    }
    words.into_iter().map(|words| (format!("{} example", D::KIND), words)).collect()
}

/// Every request of the story, and why it would be refused at another moment.
fn requests<D: Example<Rejection: ToString>>(story: &Diary<D::Event>) -> Vec<String> {
    let commands = story.entries().iter().filter_map(|entry| D::command_of(&entry.event));
    let commands: Vec<D::Command> = commands.collect();
    let mut words: Vec<_> = commands.iter().map(D::describe_command).collect();
    let (mut state, mut answers) = (D::default(), Vec::new());
    let mut ask = |state: &D| {
        words.push((D::TOUR.refuse)(state).0.to_owned());
        let refused = commands.iter().filter_map(|command| state.decide(command).err());
        words.extend(refused.map(|refusal| refusal.to_string()));
    };
    ask(&state);
    for entry in story.entries() {
        let way = state.take_back(&entry.event);
        answers.extend([way.question(), way.answer().to_owned()]);
        answers.extend(way.opposite.map(|opposite| opposite.label));
        state = state.evolve(&entry.event);
        ask(&state);
    }
    words.extend(answers);
    words
}

/// Every question, on a card and of one's own, with what both worlds say.
fn answers<D: Example>(diary: &Diary<D::Event>, row: &Snapshot<D>) -> Vec<String> {
    let calendar = after_all(ZONE);
    let (mut words, mut gathered) = (Vec::new(), D::Gathered::default());
    for card in D::CARDS {
        let texts: Vec<_> =
            card.fields.iter().map(|field| (field.suggested)(calendar.today)).collect();
        let Some(question) = D::question(card.id, &texts) else { continue };
        let about = D::FIGURES.first();
        words.push(D::question_words(question.clone(), about, calendar.today));
        let found = D::answers(question, &mut gathered, about, (diary, row), &calendar, usize::MAX);
        words.extend(found.iter().flat_map(of_answer));
    }
    for question in every_question::<D>(diary.entries()) {
        words.push(question.words());
        for version in [diary.len() / 2, diary.len()] {
            words.extend(of_answer(&question.answer(diary, version, row, &calendar)));
        }
    }
    words
}

fn of_answer(answer: &Answer) -> Vec<String> {
    let snapshot = match &answer.snapshot {
        Verdict::Knows { value, note } => vec![value.words(&ZONE), note.to_string()],
        Verdict::CannotKnow { why, .. } => vec![why.clone()],
    };
    let diary = [answer.label.to_owned(), answer.diary.words(&ZONE), answer.diary.note.clone()];
    diary.into_iter().chain(snapshot).collect()
}

/// Whoever reads all reports.
struct Tables<'a, D: Example> {
    diary: &'a Diary<D::Event>,
    words: Vec<String>,
}

impl<D: Example> OpenReport<D> for Tables<'_, D> {
    fn open<P>(&mut self)
    where
        P: Report<Event = D::Event> + Clone + PartialEq + Send + Sync + 'static,
    {
        let entries = self.diary.entries();
        let mut report = Checkpointed::<P>::default();
        report.read_to(entries, usize::MAX);
        let ReportTable { name, question, columns, rows, foot, note, .. } =
            table(&report, entries, &ZONE, usize::MAX);
        self.words.extend([name.to_owned(), question.to_owned()]);
        self.words.extend(columns.into_iter().chain(note));
        for cell in rows.into_iter().chain(foot).flat_map(|row| row.cells) {
            if let Cell::Text(words) = cell {
                self.words.push(words);
            }
        }
    }
}
