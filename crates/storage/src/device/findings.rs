//! What reading a diary brings to light, and what is to be said of it.

use super::super::{Damage, Message, Opened, ReadOnly};
use diary::FormatError;

/// What reading a diary has brought to light.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What the reader must know.
    pub messages: Vec<Message>,
    /// Why it can only be read, if so.
    pub read_only: Option<ReadOnly>,
}

/// What is to be said about a diary that was read.
pub fn findings<E>(opened: &Opened<E>) -> Findings {
    let Opened { stored, damage, restored, set_aside, repaired, mirror } = opened;
    let name = stored.name().to_owned();
    if let Some(Damage { stops_after, why }) = damage {
        let is_newer = matches!(why, FormatError::Newer(_) | FormatError::UnknownEvent { .. });
        let left_alone = is_newer || repaired.is_err();
        let read_only = match (is_newer, left_alone) {
            (true, _) => Some(ReadOnly::Newer),
            (_, true) => Some(ReadOnly::Damaged(why.to_string())),
            _ => None,
        };
        let stops_after = *stops_after;
        let message = Message::Damaged { name, stops_after, why: why.clone(), left_alone };
        return Findings { messages: vec![message], read_only };
    }
    if let Err(error) = repaired {
        return Findings {
            messages: vec![Message::NotRepaired(name, error.clone())],
            read_only: Some(ReadOnly::Damaged(error.to_string())),
        };
    }
    let mut messages = Vec::new();
    let aside = *set_aside;
    if restored.to_log > 0 {
        let lines = restored.to_log;
        messages.push(Message::RestoredToDatabase { name: name.clone(), lines, aside });
    } else if restored.to_mirror > 0 || aside {
        let lines = restored.to_mirror;
        messages.push(Message::RestoredToMirror { name: name.clone(), lines, aside });
    }
    if let Err(error) = mirror {
        messages.push(Message::MirrorBehind(name, error.clone()));
    }
    Findings { messages, read_only: None }
}
