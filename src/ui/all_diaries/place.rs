//! A place in which diaries of one kind are open, whatever its kind is.

use storage::{Access, News, Show, Source, Start, Ticket};

/// A place in which diaries of one kind are open.
pub trait Place {
    /// Reads a diary by its name, holds it, and tells the device what was found.
    fn read(&self, ticket: Ticket, from: Source, name: String);
    /// Begins a diary, holds it, and tells the device its name.
    fn begin(&self, ticket: Ticket, start: Start);
    /// Shows what is held, or something that needs no reading.
    fn show(&self, ticket: Ticket, show: Show, access: Access);
    /// From now on this is who may write.
    fn access(&self, access: Access);
    /// Something was written beside the sessions.
    fn hear(&self, news: &News);
    /// localStorage was changed by somebody else; without a key, all of it.
    fn mirror_changed(&self, key: Option<&str>);
    /// The reader comes back to the page: what was written meanwhile is looked for.
    fn look_again(&self);
    /// Nobody waits for this any more.
    fn cancel(&self, ticket: Ticket);
    /// What was asked for in this place won't be shown.
    fn is_not_shown(&self);
    /// Whether something would be lost if the page went now.
    fn would_lose(&self) -> bool;
}
