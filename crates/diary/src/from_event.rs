//! From a fact back to the command that it came from, so that it can be decided again.
//!
//! A command may write several facts: a third failed try is written, and with it that the parcel goes back.
//! The command is behind the first of them, and the others are brought along by it.

use super::Decider;

/// A decider whose facts lead back to their commands.
///
/// A diary keeps facts and no commands. Here none needs to be kept beside a fact, because what the first
/// event of a command says is what was asked for. There is one exception, a number that the rules gave
/// out themselves; see [`renumbered`](FromEvent::renumbered). Further events of the same command follow
/// right after the first, and are of kinds that no command writes first: nobody asks for them alone.
pub trait FromEvent:
    Decider<Command: Clone + PartialEq, Event: PartialEq, Rejection: Clone + PartialEq>
{
    /// The command behind a fact: decided where the fact was written, it gives that very fact, and those
    /// after it that it brought along. `None` for a fact that was itself brought along: it has no command of
    /// its own, and came with the fact before it.
    fn command_of(event: &Self::Event) -> Option<Self::Command>;

    /// The number that the rules gave to this fact, when they count facts of its kind.
    fn number_given(_event: &Self::Event) -> Option<u32> {
        None
    }

    /// The same command in a history in which the rules have given out other numbers.
    ///
    /// When the first fee is struck, the second becomes the first. Whoever asked to have *that*
    /// fee back did not mean whichever fee has its old number now. `now` knows the new number of
    /// what had the old one, and has nothing for what isn't there any more.
    fn renumbered(command: Self::Command, _now: &dyn Fn(u32) -> Option<u32>) -> Self::Command {
        command
    }

    /// Whether the rules write this fact for the command, and nothing else. What if? asks this of every later entry, so
    /// rules that can tell it without making a list say it for themselves.
    fn writes_just(&self, command: &Self::Command, event: &Self::Event) -> bool {
        self.decide(command).is_ok_and(|events| events == std::slice::from_ref(event))
    }
}

/// Which numbers became which.
#[derive(Default)]
pub(super) struct Numbers(Vec<(u32, Option<u32>)>);

impl Numbers {
    /// Notes what became of a number. In a diary that nobody decided (it can come from a file) one
    /// may be given twice; the later one counts.
    pub(super) fn note(&mut self, was: u32, now: Option<u32>) {
        // The rules count upwards, so this is the end of the list, and it stays in order.
        let at = self.0.partition_point(|(known, _)| *known <= was);
        self.0.insert(at, (was, now));
    }

    /// The number that it has now; `None` when nothing has it.
    pub(super) fn now(&self, was: u32) -> Option<u32> {
        let end = self.0.partition_point(|(known, _)| *known <= was);
        let (known, now) = self.0.get(end.checked_sub(1)?)?;
        now.filter(|_| *known == was)
    }
}
