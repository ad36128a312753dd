//! Both futures of a branch once more, as one would write them without a thought for anything else.

use diary::{Decider, Entry, Fate, FromEvent, WhatIf, replay};

use crate::random::Sample;

/// What is known of an entry of the original: its fate, and the events that stand for it.
pub(crate) type Describe<D> =
    (Fate<<D as Decider>::Event, <D as Decider>::Rejection>, Vec<<D as Decider>::Event>);

/// What the rules said, and at which entry.
type Said<D> = (usize, Result<Vec<<D as Decider>::Event>, <D as Decider>::Rejection>);

/// The loops as one would write them without a thought for anything else.
pub(crate) fn told<D: Sample + FromEvent>(
    entries: &[Entry<D::Event>],
    change: &WhatIf<D::Command>,
    again: bool,
) -> Vec<Describe<D>> {
    let mut all: Vec<Describe<D>> = Vec::new();
    let mut history: Vec<D::Event> = Vec::new();
    let mut said: Said<D> = (0, Ok(Vec::new()));
    let has_command = |number: usize| {
        let entry = entries.get(number - 1);
        entry.is_some_and(|entry| D::command_of(&entry.event).is_some())
    };
    for entry in entries {
        let (number, event) = (entry.number, entry.event.clone());
        let own = vec![event.clone()];
        let state: D = replay(&history);
        let (is_later, is_changed) = (number > change.entry(), number == change.entry());
        let asked_in = (1..=number).rev().find(|number| has_command(*number)).unwrap_or(0);
        let came_before = asked_in < number && asked_in < change.entry();
        let is_last = number == entries.len() || has_command(number + 1);
        let command = if is_changed {
            match change {
                WhatIf::Strike(_) => None,
                WhatIf::Instead(_, command) => Some(command.clone()),
            }
        } else {
            D::command_of(&event).map(|command| {
                let now = |was| {
                    // The last one before that had the number, and what has its place now.
                    let of = |event: &D::Event| D::number_given(event);
                    let mut at = entries[..number - 1].iter();
                    let at = at.rposition(|it| of(&it.event) == Some(was))?;
                    all[at].1.iter().find_map(of)
                };
                if again { D::renumbered(command, &now) } else { command }
            })
        };
        if let Some(command) = command {
            said = (number, state.decide(&command));
        }
        // Its part of what was said: one fact, and with the last entry all the others.
        let part = said.1.clone().map(|events| {
            let from = (number - said.0).min(events.len());
            let to = if is_last { events.len() } else { events.len().min(from + 1) };
            events[from..to].to_vec()
        });
        let (fate, events) = if number < change.entry() || came_before && (is_later || again) {
            (Fate::Kept, own)
        } else if is_changed && matches!(change, WhatIf::Strike(_)) {
            said = (number, Ok(Vec::new()));
            (Fate::Struck, vec![])
        } else if is_later && !again {
            let part = if asked_in == number { part } else { Ok(part.unwrap_or_default()) };
            let is_so = part.as_ref() == Ok(&own);
            (if is_so { Fate::Kept } else { Fate::Impossible(part) }, own)
        } else {
            let is_brought = is_later && asked_in < number;
            match part {
                Err(_) if is_brought => (Fate::NotBrought, vec![]),
                Ok(events) if events.is_empty() && is_brought => (Fate::NotBrought, events),
                Ok(events) if events == own => (Fate::Kept, events),
                Ok(events) => (Fate::Written, events),
                Err(refusal) => (Fate::Refused(refusal), vec![]),
            }
        };
        history.extend(events.iter().cloned());
        all.push((fate, events));
    }
    all
}
