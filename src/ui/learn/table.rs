//! The workbench of a chapter: the real one, in memory, on the course's clock.

mod show;

use crate::ui::live::effect;
use chrono::DateTime;
use leptos::prelude::*;

use super::{demo, session::Open};
use crate::{
    browser::{clock::Clock, dom},
    ui::{ask::Asking, reader::TimeTravel, session_signals::SessionSignals},
};
use course::{
    COURSE_NOW, Deed,
    lesson::{Command, Phase},
};
use examples::{bank::Bank, order::Order};

/// Ids of the questions that the actions are about. No chapter has more actions than that.
const CARDS: [&str; 8] = ["do-0", "do-1", "do-2", "do-3", "do-4", "do-5", "do-6", "do-7"];

/// Which of the two diaries is in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Front {
    Bank,
    Order,
}

/// The workbench of a chapter, with what has been done at it.
#[derive(Clone, Copy)]
pub(super) struct Table {
    open: Open,
    bank: Option<SessionSignals<Bank>>,
    order: Option<SessionSignals<Order>>,
    front: RwSignal<Front>,
    /// The names of the actions that have been carried out.
    done: RwSignal<Vec<String>>,
    /// Which question is open.
    asking: Asking,
    /// The travels of the replay, which are not the learner's: as `travels` of the reader counts.
    replayed: StoredValue<usize>,
}

impl Table {
    /// Set up as the chapter says, and with what the learner has done before: that stands there
    /// from the beginning, so nobody is told of it as new.
    pub(super) fn of(open: Open) -> Self {
        let now = DateTime::from_timestamp_millis(COURSE_NOW).unwrap_or_default();
        let (clock, speech) = (Clock::Standing(now), open.course.speech);
        let stage = &open.chapter.stage;
        let done = untrack(|| open.done());
        let bank = stage.bank_after(&done);
        let bank = bank.map(|diary| SessionSignals::<Bank>::in_memory(clock, diary, speech));
        let order = stage.order_after(&done);
        let order = order.map(|diary| SessionSignals::<Order>::in_memory(clock, diary, speech));
        let front = RwSignal::new(if bank.is_some() { Front::Bank } else { Front::Order });
        let done = RwSignal::new(done);
        let asking = Asking::nothing();
        let table = Self { open, bank, order, front, done, asking, replayed: StoredValue::new(0) };
        table.watch();
        table
    }

    fn watch(self) {
        if let Some(bank) = self.bank {
            bank.on_command(Callback::new(move |command| self.note(&Deed::Bank(command))));
            self.watch_travels(bank.reader);
        }
        if let Some(order) = self.order {
            order.on_command(Callback::new(move |command| self.note(&Deed::Order(command))));
            self.watch_travels(order.reader);
        }
    }

    fn watch_travels(self, reader: TimeTravel) {
        effect(move |_| {
            let travels = reader.travels.get();
            if travels > 0 && travels != self.replayed.get_value() {
                self.note(&Deed::Visit(untrack(|| reader.version())));
            }
        });
    }

    /// Notes in the learning diary what was done, if it is one of the chapter's actions.
    pub(super) fn note(self, deed: &Deed) {
        let done = self.done.get_untracked();
        let action = self.open.chapter.stage.action_of(deed, &done);
        if let Some(action) = action.filter(|_| untrack(|| self.is_committed())) {
            let (chapter, action) = (self.open.chapter.id.to_owned(), action.name.to_owned());
            self.done.update(|done| done.push(action.clone()));
            self.open.course.send(Command::Act { chapter, action });
        }
    }

    fn is_committed(self) -> bool {
        self.open.phase() >= Phase::Committed
    }

    /// Whether the action with this name has been carried out.
    pub(super) fn is_done(self, action: &str) -> bool {
        self.done.with(|done| done.iter().any(|name| name == action))
    }

    /// Whether an action can be carried out now.
    pub(super) fn is_due(self, action: &str) -> bool {
        self.done.with(|done| self.open.chapter.stage.is_due(action, done))
    }

    /// The name of the action that is next; none when all are carried out.
    pub(super) fn next(self) -> Option<&'static str> {
        self.done.with(|done| self.open.chapter.stage.next(done)).map(|action| action.name)
    }

    /// How many actions are left.
    pub(super) fn left(self) -> usize {
        let actions = self.open.chapter.stage.actions.iter();
        actions.filter(|action| !self.is_done(action.name)).count()
    }

    /// Carries out one of the chapter's actions, if it is due. What is done at the demo is done by
    /// a button there, to which it leads.
    pub(super) fn carry_out(self, action: &str) {
        if !untrack(|| self.is_due(action)) {
            return;
        }
        let stage = &self.open.chapter.stage;
        match (stage.action(action).map(|action| &action.deed), self.bank, self.order) {
            (Some(Deed::Bank(command)), Some(bank), _) => {
                self.bring(Front::Bank);
                bank.send(command.clone());
            }
            (Some(Deed::Order(command)), _, Some(order)) => {
                self.bring(Front::Order);
                order.send(command.clone());
            }
            (Some(Deed::Visit(version)), ..) => {
                if let Some(reader) = self.reader() {
                    reader.visit(*version);
                }
            }
            (Some(Deed::AskBank(_) | Deed::AskOrder(_)), ..) => {
                // A question's card has the place of its action.
                let place = stage.actions.iter().position(|it| it.name == action);
                if let Some(card) = place.and_then(|place| CARDS.get(place)) {
                    self.asking.ask(card);
                }
            }
            (Some(Deed::Demo { name, .. }), ..) => dom::focus(&demo::button_id(name)),
            _ => {}
        }
    }

    /// Brings a diary to the front, at now, where commands are made.
    fn bring(self, front: Front) {
        if self.front.get_untracked() != front {
            self.front.set(front);
        }
        if let Some(reader) = untrack(|| self.reader()).filter(|it| untrack(|| it.in_past())) {
            self.travel_with(reader, usize::MAX);
        }
    }

    /// The reader of the diary that is in front.
    pub(super) fn reader(self) -> Option<TimeTravel> {
        let bank = self.bank.map(|bank| bank.reader);
        let order = self.order.map(|order| order.reader);
        match self.front.get() {
            Front::Bank => bank.or(order),
            Front::Order => order.or(bank),
        }
    }

    /// Goes to a moment, which is not an action of the learner.
    pub(super) fn travel(self, version: usize) {
        if let Some(reader) = untrack(|| self.reader()) {
            self.travel_with(reader, version);
        }
    }

    fn travel_with(self, reader: TimeTravel, version: usize) {
        self.replayed.set_value(reader.travels.get_untracked() + 1);
        reader.travel(version);
    }
}
