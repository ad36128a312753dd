//! The workbench of a chapter: what it is prepared with, and what the learner does at it.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    demo::Demo,
    stories::{COURSE_NOW, course},
};
use diary::{Decider, Diary, replay};
use examples::{
    Describe,
    bank::{self, Bank},
    order::{self, Order},
};

/// The workbench as a chapter sets it up. Its clock stands at
/// [`COURSE_NOW`], and its zone is UTC.
#[derive(Debug)]
pub struct Setup {
    /// The diaries on it, the one that the question is about first. Both worlds start from them.
    pub prepared: &'static [Fixture],
    /// The demo beside it, or in its place when nothing is prepared. It is covered until the
    /// learner has committed.
    pub demo: Option<Demo>,
    /// The tools that are uncovered until the learner has committed.
    pub before: &'static [Tool],
    /// The tools that are uncovered from then on.
    pub after: &'static [Tool],
    /// What the learner does once they have committed, to see for themselves.
    pub actions: &'static [Action],
}

/// Something that the learner does, under a name of its own: the same deed may be done twice.
#[derive(Clone, Debug)]
pub struct Action {
    /// Its name in the learning diary: short, the same for ever, and given once in a chapter.
    pub name: &'static str,
    /// What is done.
    pub deed: Deed,
}

/// A diary of the story, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixture {
    /// The first so many entries of the bank.
    Bank(usize),
    /// All of the bank but one entry, and with it its number: the later ones move up.
    BankWithout(usize),
    /// The first so many entries of the order.
    Order(usize),
}

/// A part of the workbench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// The snapshot-only world.
    Snapshot,
    /// The diary's lines: what happened, and when.
    Lines,
    /// What the lines add up to: the figures after each line, the sum, and the chart.
    Figures,
    /// The time machine.
    Machine,
    /// The questions to both worlds.
    Ask,
}

/// What is done. A command counts when it was made, also when it was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A command to the bank.
    Bank(bank::Command),
    /// A command to the shop.
    Order(order::Command),
    /// Going to the moment after so many entries.
    Visit(usize),
    /// Asking both worlds about the Everyday account.
    AskBank(bank::questions::Question),
    /// Asking both worlds about the order.
    AskOrder(order::questions::Question),
    /// Pressing a button of the chapter's demo.
    Demo {
        /// The button's name for the program.
        name: &'static str,
        /// What to do, in the imperative.
        words: &'static str,
    },
}

impl Setup {
    /// The bank's diary as it is prepared, when the bank is on the workbench.
    pub fn bank(&self) -> Option<Diary<bank::Event>> {
        self.prepared.iter().find_map(|prepared| prepared.bank())
    }

    /// The order's diary as it is prepared, when the order is on the workbench.
    pub fn order(&self) -> Option<Diary<order::Event>> {
        self.prepared.iter().find_map(|prepared| prepared.order())
    }

    /// The tools that are uncovered.
    pub fn tools(&self, committed: bool) -> &'static [Tool] {
        if committed { self.after } else { self.before }
    }

    /// The action with this name.
    pub fn action(&self, name: &str) -> Option<&'static Action> {
        self.actions.iter().find(|action| action.name == name)
    }

    /// Whether an action may be carried out now. What becomes of a command depends on those before it,
    /// so commands are made in their order; everything else has none.
    pub fn is_due(&self, action: &str, done: &[impl AsRef<str>]) -> bool {
        let is_command = self.action(action).is_some_and(|it| it.deed.is_command());
        let is_next = self.next(done).is_some_and(|it| it.name == action);
        !is_done(action, done) && (!is_command || is_next)
    }

    /// The first action that is left to do.
    pub fn next(&self, done: &[impl AsRef<str>]) -> Option<&'static Action> {
        self.actions.iter().find(|action| !is_done(action.name, done))
    }

    /// The button of the demo that is to be pressed next.
    pub fn next_at_demo(&self, done: &[impl AsRef<str>]) -> Option<&'static str> {
        let mut open = self.actions.iter().filter(|action| !is_done(action.name, done));
        open.find_map(|action| match &action.deed {
            Deed::Demo { name, .. } => Some(*name),
            _ => None,
        })
    }

    /// What to do, in the imperative. What was to be done before is done again.
    pub fn words_of(&self, action: &str) -> Option<String> {
        let Action { deed, .. } = self.action(action)?;
        let mut before = self.actions.iter().take_while(|it| it.name != action);
        let is_again = !deed.is_at_demo() && before.any(|it| it.deed == *deed);
        Some(if is_again { [&deed.words(), " again"].concat() } else { deed.words() })
    }

    /// Which action this deed carries out, of those that are not done yet.
    pub fn action_of(&self, deed: &Deed, done: &[impl AsRef<str>]) -> Option<&'static Action> {
        self.actions.iter().find(|action| !is_done(action.name, done) && action.deed.is(deed))
    }

    /// The bank's diary once these actions have been carried out: what the learner finds who comes
    /// back. Commands that the rules refuse have left no entry.
    pub fn bank_after(&self, done: &[impl AsRef<str>]) -> Option<Diary<bank::Event>> {
        let commands = self.done(done).filter_map(|deed| match deed {
            Deed::Bank(command) => Some(command),
            _ => None,
        });
        Some(after::<Bank>(self.bank()?, commands))
    }

    /// The order's diary once these actions have been carried out.
    pub fn order_after(&self, done: &[impl AsRef<str>]) -> Option<Diary<order::Event>> {
        let commands = self.done(done).filter_map(|deed| match deed {
            Deed::Order(command) => Some(command),
            _ => None,
        });
        Some(after::<Order>(self.order()?, commands))
    }

    /// The deeds that are done, in the order in which they are listed: commands are made in it.
    fn done(&self, done: &[impl AsRef<str>]) -> impl Iterator<Item = &'static Deed> {
        let actions = self.actions.iter().filter(|action| is_done(action.name, done));
        actions.map(|action| &action.deed)
    }
}

fn is_done(action: &str, done: &[impl AsRef<str>]) -> bool {
    done.iter().any(|name| name.as_ref() == action)
}

/// A diary after these commands, decided at the time at which the course takes place.
fn after<D: Decider<Command: 'static>>(
    mut diary: Diary<D::Event>,
    commands: impl Iterator<Item = &'static D::Command>,
) -> Diary<D::Event> {
    let mut state: D = replay(diary.entries().iter().map(|entry| &entry.event));
    for command in commands {
        if let Ok(events) = state.decide(command) {
            state = events.iter().fold(state, D::evolve);
            diary.append(now(), events);
        }
    }
    diary
}

impl Fixture {
    fn bank(self) -> Option<Diary<bank::Event>> {
        let (until, without) = match self {
            Self::Bank(until) => (until, 0),
            Self::BankWithout(entry) => (usize::MAX, entry),
            Self::Order(_) => return None,
        };
        Some(part_of(&course().bank, until, without))
    }

    fn order(self) -> Option<Diary<order::Event>> {
        match self {
            Self::Order(until) => Some(part_of(&course().order, until, 0)),
            Self::Bank(_) | Self::BankWithout(_) => None,
        }
    }
}

fn part_of<E: Clone>(story: &Diary<E>, until: usize, without: usize) -> Diary<E> {
    let mut part = Diary::default();
    for entry in story.until(until).iter().filter(|entry| entry.number != without) {
        part.append(entry.at, [entry.event.clone()]);
    }
    part
}

impl Action {
    /// Pressing a button of the chapter's demo: the name of the action, the name of the button,
    /// and what to do in the imperative.
    pub(super) const fn press(
        name: &'static str,
        button: &'static str,
        words: &'static str,
    ) -> Self {
        Self { name, deed: Deed::Demo { name: button, words } }
    }
}

impl Deed {
    /// Whether it is the same deed. A button is pressed whatever was said about pressing it.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Demo { name, .. }, Self::Demo { name: pressed, .. }) => name == pressed,
            _ => self == other,
        }
    }

    fn is_command(&self) -> bool {
        matches!(self, Self::Bank(_) | Self::Order(_))
    }

    /// Whether it is done at the chapter's demo, by pressing a button there.
    pub fn is_at_demo(&self) -> bool {
        matches!(self, Self::Demo { .. })
    }

    /// What to do, in the imperative.
    pub fn words(&self) -> String {
        match self {
            Self::Bank(command) => Bank::describe_command(command),
            Self::Order(command) => Order::describe_command(command),
            Self::Visit(0) => "Go back to before any entry".into(),
            Self::Visit(version) => format!("Go to the moment after entry {version}"),
            Self::AskBank(question) => format!("Ask: {}", question.words(today())),
            Self::AskOrder(question) => format!("Ask: {}", question.words()),
            Self::Demo { words, .. } => (*words).into(),
        }
    }
}

/// The day on which the course takes place, in UTC.
pub fn today() -> NaiveDate {
    now().date_naive()
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(COURSE_NOW).unwrap_or_default()
}
