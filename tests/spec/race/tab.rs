//! A tab: both machines, and a shell that carries out what they ask for and decides nothing.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use examples::bank::Bank;
use storage::{
    Access, CommandId, Desk, Device, DeviceEffect, DeviceInput, DiaryStore, Effect, Happened,
    Input, Message, OpeningId, Outcome, Session, Show, Signs, StoreError, StoredDiary, Ticket,
};

use super::shell::{Answer, Flight};
use crate::{mirror::begun, stores::World};

/// The kind of the diaries that are raced.
pub(crate) const KIND: &str = "bank";

/// Which stores a browser has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Has {
    Both,
    Mirror,
    Database,
    Nothing,
}

/// What one tab tells the others.
#[derive(Clone, Debug)]
pub(crate) enum Describe {
    News(storage::News),
    WhoWrites,
    Writes,
    HasDatabase,
    MirrorChanged(String),
}

/// What was shown of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Nothing yet.
    Pending,
    /// It was shown as saved, and what that was worth.
    Saved(Worth),
    /// It was refused; whether its reader has seen that.
    Refused { seen: bool },
}

/// The words of the screen for what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worth {
    /// *Saved*, or *saved in one place*: it survives a crash.
    Safe,
    /// *Written, not safe yet*: a crash may take it back.
    NotSafe,
    /// *Not kept yet*, or *in memory only*.
    Memory,
}

/// A command that was given.
#[derive(Clone, Debug)]
pub(crate) struct Press {
    pub(crate) id: CommandId,
    /// Its amount in cents, which no other command has.
    pub(crate) cents: i64,
    /// The diary that was on the screen, and how many of its entries.
    pub(crate) name: String,
    pub(crate) shown: usize,
    /// The link of the last of them.
    pub(crate) link: String,
    /// Whether it was a story or a text that had no diary behind it yet.
    pub(crate) is_loose: bool,
    pub(crate) fate: Fate,
    /// Whether the tab that it was given in is still there.
    pub(crate) is_alive: bool,
    pub(crate) opening: OpeningId,
}

/// A tab of a browser.
pub(crate) struct Tab {
    pub(crate) world: World,
    has: Has,
    /// Whether a story or nothing is on the screen, and not a diary.
    pub(super) has_no_diary: bool,
    /// Whether the database could be opened.
    pub(crate) has_found: bool,
    pub(crate) device: Device,
    pub(crate) desk: Desk<Bank>,
    pub(crate) flights: Vec<Flight>,
    /// What was answered and has not arrived yet.
    pub(crate) answers: Vec<Answer>,
    /// What has arrived before, to arrive once more.
    pub(crate) old: Vec<Answer>,
    /// What the others have told and has not arrived yet.
    pub(crate) inbox: VecDeque<Describe>,
    /// What is to be told to the others.
    pub(crate) outbox: Vec<Describe>,
    /// When it is time for what, in ms.
    pub(crate) wakes: Vec<(i64, Ticket, bool)>,
    pub(crate) presses: Vec<Press>,
    /// The refusals that have been on the screen.
    pub(crate) painted: Vec<CommandId>,
    pub(crate) messages: Vec<Message>,
    pub(crate) began_story: usize,
    pub(crate) number: u64,
}

pub(crate) fn at(ms: i64) -> DateTime<Utc> {
    begun() + chrono::TimeDelta::milliseconds(ms)
}

impl Tab {
    /// Starts the page.
    pub(crate) fn start(world: &World, has: Has, number: u64, now: i64) -> Self {
        let texts = world.mirror();
        let key = |name: &str| texts.get(&format!("event-diary/{name}")).cloned();
        let mirror = match has {
            Has::Both | Has::Mirror => Ok(()),
            Has::Database | Has::Nothing => Err(StoreError::Blocked),
        };
        let signs = if mirror.is_ok() {
            Signs {
                remembers: world.disk.borrow().cookie,
                has_keys: !texts.is_empty(),
                had_database: key("database").is_some(),
                open: key("open/bank").map(|name| (KIND.into(), name)).into_iter().collect(),
                died: key("reading"),
            }
        } else {
            Signs { remembers: world.disk.borrow().cookie, ..Signs::default() }
        };
        let mut tab = Self {
            world: world.clone(),
            has,
            has_no_diary: true,
            has_found: false,
            device: Device::new(mirror, signs),
            desk: Desk::new(number),
            flights: Vec::new(),
            answers: Vec::new(),
            old: Vec::new(),
            inbox: VecDeque::new(),
            outbox: Vec::new(),
            wakes: Vec::new(),
            presses: Vec::new(),
            painted: Vec::new(),
            messages: Vec::new(),
            began_story: 0,
            number,
        };
        tab.device_step(now, DeviceInput::Started);
        tab.device_step(now, DeviceInput::Visited(KIND.into()));
        tab
    }

    pub(crate) fn store(&self) -> DiaryStore<World, World> {
        let mirror = matches!(self.has, Has::Both | Has::Mirror).then(|| self.world.clone());
        let log = (self.has_found && self.has_database()).then(|| self.world.clone());
        DiaryStore { mirror, log }
    }

    pub(crate) fn has_database(&self) -> bool {
        matches!(self.has, Has::Both | Has::Database)
    }

    pub(crate) fn device_step(&mut self, now: i64, input: DeviceInput) {
        for effect in self.device.step(input) {
            self.do_for_device(now, effect);
        }
    }

    /// Hands something on to a session.
    pub(crate) fn session_step(&mut self, now: i64, opening: OpeningId, input: Input<Bank>) {
        let asks = self.desk.step_in(at(now), opening, input);
        self.carry_out(now, asks);
    }

    pub(crate) fn carry_out(&mut self, now: i64, asks: storage::Asks) {
        for (opening, effect) in asks {
            match effect {
                Effect::Wake(ticket, after) => {
                    self.wakes.push((now + i64::from(after), ticket, false));
                }
                Effect::Cancel(ticket) => self.flights.retain(|flight| flight.ticket != ticket),
                Effect::Tell(news) => self.outbox.push(Describe::News(news)),
                Effect::Repair(how) => {
                    if let Some(session) = self.session(opening) {
                        let repaired = self.store().repair_mirror(session.stored(), &how);
                        self.session_step(now, opening, Input::Repaired(repaired));
                    }
                }
                Effect::Report(happened) => self.reported(&happened),
                asks => {
                    let store = self.store();
                    let ticket = ticket_of(&asks);
                    let answer = async move {
                        store.answer::<Bank>(asks).await.map(|it| Answer::Session(opening, it))
                    };
                    self.flights.push(Flight::new(ticket, answer));
                }
            }
        }
    }

    fn session(&self, opening: OpeningId) -> Option<&Session<Bank>> {
        let mut all = std::iter::once(self.desk.front()).chain(self.desk.left());
        all.find(|session| session.opening() == opening)
    }

    fn reported(&mut self, happened: &Happened) {
        let (id, fate) = match happened {
            Happened::Wrote { id, .. } => {
                let opening = self.presses.iter().find(|press| press.id == *id).map(|p| p.opening);
                let session = opening.and_then(|opening| self.session(opening));
                let worth = match session.map(Session::access) {
                    Some(Access::Memory | Access::NotYet) => Worth::Memory,
                    // Also when another tab has become the one that writes, and in a session that
                    // was left and is gone when its last command is done.
                    _ if self.has == Has::Mirror => Worth::NotSafe,
                    _ => Worth::Safe,
                };
                (*id, Fate::Saved(worth))
            }
            Happened::Refused(id) => (*id, Fate::Refused { seen: false }),
            _ => return,
        };
        for press in self.presses.iter_mut().filter(|press| press.id == id) {
            assert_eq!(press.fate, Fate::Pending, "a command has one outcome");
            press.fate = fate;
        }
    }

    /// What is on the screen of a place that holds this.
    pub(crate) fn show(&mut self, now: i64, ticket: Ticket, show: Show, access: Access) {
        self.has_no_diary = !matches!(show, Show::Held(_));
        let held = match show {
            Show::Held(held) => self.desk.take_held(held).expect("it was read before"),
            Show::Story => StoredDiary::of("bank-1", begun(), super::steps::story()).into(),
            Show::Nothing => StoredDiary::new("bank-1", begun()).into(),
        };
        let asks = self.desk.show(at(now), ticket.opening, held, access);
        self.carry_out(now, asks);
    }

    pub(crate) fn note(&self, key: &str, text: Option<String>) {
        use storage::{Mirror, Write};
        if matches!(self.has, Has::Both | Has::Mirror) {
            let key = format!("event-diary/{key}");
            let write = text.map_or(Write::Free(key.clone()), |text| Write::Put(key, text));
            match self.world.apply(&write) {
                // A note that can't be made loses nothing.
                Outcome::Done(()) | Outcome::Failed(_) => {}
            }
        }
    }

    fn do_for_device(&mut self, now: i64, effect: DeviceEffect) {
        super::shell::do_for_device(self, now, effect);
    }
}

fn ticket_of(effect: &Effect) -> Ticket {
    match effect {
        Effect::Append(ticket, ..)
        | Effect::ReadBack(ticket, ..)
        | Effect::Find(ticket, ..)
        | Effect::ReadText(ticket, ..)
        | Effect::Wake(ticket, _)
        | Effect::Cancel(ticket) => *ticket,
        Effect::Repair(_) | Effect::Tell(_) | Effect::Report(_) => unreachable!("done at once"),
    }
}
