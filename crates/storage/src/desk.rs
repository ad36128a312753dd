//! What is open in one place of one tab: the session in front, and those that were left while
//! commands waited in them. Each of them goes on to its end in its own diary.

use chrono::{DateTime, Utc};

use super::{
    Access, CommandId, DiaryStore, Effect, EventLog, Input, Mirror, News, OpeningId, Outcome,
    ReadOnly, Refusal, Session, StoreError, Stored, StoredDiary, Ticket,
};

/// An effect, with the opening that asks for it.
pub type Asks = Vec<(OpeningId, Effect)>;

/// A diary that was read or begun, and how its readable text was left.
#[derive(Clone)]
pub struct Held<E> {
    /// The diary.
    pub stored: StoredDiary<E>,
    /// Whether the readable text has everything.
    pub mirror: Outcome<()>,
}

impl<E> From<StoredDiary<E>> for Held<E> {
    fn from(stored: StoredDiary<E>) -> Self {
        Self { stored, mirror: Outcome::Done(()) }
    }
}

/// The sessions of one place.
pub struct Desk<D: Stored> {
    tab: u64,
    front: Session<D>,
    /// Sessions that were left, with work to do.
    left: Vec<Session<D>>,
    /// What they refused, by the diary's name, until it has been seen.
    refused: Vec<(String, Refusal<D>)>,
    /// What was read or begun, until it is shown.
    held: Vec<(Ticket, Held<D::Event>)>,
}

impl<D: Stored> Desk<D> {
    /// A desk on which nothing is open yet. `tab` is 64 random bits.
    pub fn new(tab: u64) -> Self {
        let nothing = StoredDiary::new("", DateTime::UNIX_EPOCH);
        let access = Access::Waiting(StoreError::Silent);
        let front = Session::new(OpeningId(0), tab, nothing, access);
        Self { tab, front, left: Vec::new(), refused: Vec::new(), held: Vec::new() }
    }

    /// The session that is on the screen.
    pub fn front(&self) -> &Session<D> {
        &self.front
    }

    /// Whether nothing is open yet.
    pub fn is_empty(&self) -> bool {
        self.front.opening() == OpeningId(0)
    }

    /// The sessions that were left and still have work to do.
    pub fn left(&self) -> &[Session<D>] {
        &self.left
    }

    /// What was refused in diaries that were left, by their names, until it has been seen.
    pub fn refused_elsewhere(&self) -> &[(String, Refusal<D>)] {
        &self.refused
    }

    /// The reader has seen these of what was refused elsewhere.
    pub fn has_seen_elsewhere(&mut self, seen: &[CommandId]) {
        self.refused.retain(|(_, refusal)| !seen.contains(&refusal.id));
    }

    /// The session of an opening, while it has something to do.
    pub fn session(&self, opening: OpeningId) -> Option<&Session<D>> {
        let mut all = std::iter::once(&self.front).chain(&self.left);
        all.find(|session| session.opening() == opening)
    }

    /// How many commands have no outcome yet, in the diary with this name, or in all.
    pub fn waiting(&self, name: Option<&str>) -> usize {
        let all = std::iter::once(&self.front).chain(&self.left);
        let ours = all.filter(|it| name.is_none_or(|name| it.stored().name() == name));
        ours.map(|session| session.waiting().len()).sum()
    }

    /// Holds what was read or begun until it is shown.
    pub fn hold(&mut self, ticket: Ticket, held: Held<D::Event>) {
        self.held.retain(|(other, _)| other.opening != ticket.opening);
        self.held.push((ticket, held));
    }

    /// Takes what is held.
    pub fn take_held(&mut self, ticket: Ticket) -> Option<Held<D::Event>> {
        let at = self.held.iter().position(|(held, _)| *held == ticket)?;
        Some(self.held.swap_remove(at).1)
    }

    /// Hands something on to the session in front.
    pub fn step(&mut self, now: DateTime<Utc>, input: Input<D>) -> Asks {
        self.step_in(now, self.front.opening(), input)
    }

    /// Hands something on to the session that it is for. What is for none changes nothing.
    pub fn step_in(&mut self, now: DateTime<Utc>, opening: OpeningId, input: Input<D>) -> Asks {
        let mut asks = Asks::new();
        self.route(now, opening, input, &mut asks);
        asks
    }

    fn route(&mut self, now: DateTime<Utc>, opening: OpeningId, input: Input<D>, asks: &mut Asks) {
        let all = std::iter::once(&mut self.front).chain(&mut self.left);
        let Some(session) = all.into_iter().find(|session| session.opening() == opening) else {
            return;
        };
        let effects = session.step(now, input);
        let news: Vec<_> = effects
            .iter()
            .filter_map(|effect| if let Effect::Tell(news) = effect { Some(news) } else { None })
            .cloned()
            .collect();
        asks.extend(effects.into_iter().map(|effect| (opening, effect)));
        // The same diary may have been opened again here, beside the session that was left.
        for news in news {
            self.hear_except(now, opening, &news, asks);
        }
        self.clear_up();
    }

    /// Tells all sessions what was written elsewhere.
    pub fn hear(&mut self, now: DateTime<Utc>, news: &News) -> Asks {
        let mut asks = Asks::new();
        self.hear_except(now, OpeningId(0), news, &mut asks);
        self.clear_up();
        asks
    }

    fn hear_except(&mut self, now: DateTime<Utc>, except: OpeningId, news: &News, asks: &mut Asks) {
        for session in std::iter::once(&mut self.front).chain(&mut self.left) {
            let opening = session.opening();
            if opening != except {
                let effects = session.step(now, Input::Heard(news.clone()));
                asks.extend(effects.into_iter().map(|effect| (opening, effect)));
            }
        }
    }

    /// Shows a diary in the place of what is open. The same opening again continues it; another one
    /// leaves the session before to its work.
    pub fn show(
        &mut self,
        now: DateTime<Utc>,
        opening: OpeningId,
        Held { stored, mirror }: Held<D::Event>,
        access: Access,
    ) -> Asks {
        if self.front.opening() == opening {
            let mut asks = self.step(now, Input::Reopened(stored));
            asks.extend(self.step(now, Input::Access(access)));
            return asks;
        }
        let mut asks = Asks::new();
        if !can_append(self.front.access()) {
            // There is no diary behind it in which what waits could go on.
            let nowhere = Access::ReadOnly(ReadOnly::OtherDiary);
            asks.extend(self.step(now, Input::Access(nowhere)));
        }
        let next = Session::new(opening, self.tab, stored, access);
        let before = std::mem::replace(&mut self.front, next);
        self.left.push(before);
        self.clear_up();
        asks.extend(self.step(now, Input::Shown(mirror)));
        asks
    }

    /// From now on this is who may write: in what is in front, and in what was left to its work.
    pub fn access(&mut self, now: DateTime<Utc>, access: &Access) -> Asks {
        let mut asks = self.step(now, Input::Access(access.clone()));
        if matches!(access, Access::Waiting(_) | Access::NotYet | Access::Memory) {
            // What is in front has no diary yet. What was left has one.
            return asks;
        }
        let left: Vec<_> = self.left.iter().map(Session::opening).collect();
        for opening in left {
            asks.extend(self.step_in(now, opening, Input::Access(access.clone())));
        }
        asks
    }

    /// Sessions that were left are done when nothing waits in them. What they refused stays.
    fn clear_up(&mut self) {
        for session in &mut self.left {
            let name = session.stored().name().to_owned();
            let refusals = session.take_refusals();
            self.refused.extend(refusals.into_iter().map(|refusal| (name.clone(), refusal)));
        }
        self.left.retain(Session::is_busy);
    }
}

/// Whether a diary is behind what is shown, and commands can be carried out in it.
fn can_append(access: &Access) -> bool {
    matches!(access, Access::Both | Access::Database | Access::Alone)
}

impl<S: Mirror, L: EventLog> DiaryStore<S, L> {
    /// Does what a session asks of the stores, and brings their answer. None where there is nothing
    /// to be answered: those are for the shell.
    pub async fn answer<D: Stored>(&self, effect: Effect) -> Option<Input<D>> {
        Some(match effect {
            Effect::Append(ticket, id, changes) => {
                Input::Appended(ticket, self.append(&changes, id.as_ref()).await)
            }
            Effect::ReadBack(ticket, name, id) => {
                Input::ReadBack(ticket, self.landed(&name, &id).await)
            }
            Effect::Find(ticket, name, from) => Input::Found(ticket, self.found(&name, from).await),
            Effect::ReadText(ticket, name) => Input::Text(ticket, self.texts(&name)),
            Effect::Cancel(_)
            | Effect::Repair(_)
            | Effect::Wake(..)
            | Effect::Tell(_)
            | Effect::Report(_) => return None,
        })
    }
}
