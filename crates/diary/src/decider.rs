//! The rules of one thing: what may happen, and what a happening means.

/// The rules of one event-sourced thing. The implementing type is its state; `Default` is the
/// blank page, before anything has happened.
///
/// The shape is Jérémie Chassaing's *decider*: everything that can refuse is in
/// [`decide`](Decider::decide), everything that remembers is in [`evolve`](Decider::evolve).
pub trait Decider: Clone + Default + PartialEq {
    /// A command, in the imperative: *deposit*.
    type Command;
    /// A fact, in the past tense: *deposited*.
    type Event: Clone;
    /// The rule that says no, with the data to explain it.
    type Rejection;

    /// Turns a command into facts, or refuses it.
    ///
    /// # Errors
    /// The rule that the command breaks in this state. A refused command leaves no trace.
    fn decide(&self, command: &Self::Command) -> Result<Vec<Self::Event>, Self::Rejection>;

    /// Takes in one fact. It is total: what has happened cannot be refused.
    #[must_use]
    fn evolve(self, event: &Self::Event) -> Self;

    /// The same where the state lies, for whoever takes in many facts: a state that goes into a function and comes out
    /// of it is copied twice for each fact, which takes longer than the fact does. Rules that are asked often say it for
    /// themselves, and `evolve` by it.
    fn apply(&mut self, event: &Self::Event) {
        *self = std::mem::take(self).evolve(event);
    }

    /// How much a copy of it holds: one for what every state has, and one for each thing that a
    /// list in it has. Whoever keeps copies goes by this, see [`SavedStates`](super::SavedStates).
    fn weight(&self) -> usize {
        1
    }
}

/// The present is the sum of the past: all of replay is one fold, from the blank page.
pub fn replay<'a, D: Decider>(events: impl IntoIterator<Item = &'a D::Event>) -> D
where
    D::Event: 'a,
{
    let mut state = D::default();
    for event in events {
        state.apply(event);
    }
    state
}
