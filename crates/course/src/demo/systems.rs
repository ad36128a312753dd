//! Should I? Six systems, and what each of them would get for its trouble.

use super::trial::{Action, Demo, Experiment, Fact, Look, Note, Side};

/// A system that somebody may want to build.
#[derive(Debug)]
pub struct System {
    /// What it is.
    pub name: &'static str,
    /// What people will ask of it.
    pub asked: &'static str,
    /// What it is like with a row that is overwritten.
    pub row: &'static str,
    /// What it is like with a diary, and what that costs.
    pub diary: &'static str,
    /// What we would do.
    pub worth: Worth,
    /// Why.
    pub why: &'static str,
}

/// Whether a diary is worth its trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// A row is enough.
    Row,
    /// The past is what it is about.
    Diary,
}

impl Worth {
    /// As it is said.
    pub fn words(self) -> &'static str {
        match self {
            Self::Row => "A snapshot is enough.",
            Self::Diary => "A diary is worth it.",
        }
    }
}

/// The six systems.
pub const SYSTEMS: [System; 6] = [
    System {
        name: "A blog",
        asked: "What does the post say today?",
        row: "One snapshot for each post: simple, quick, and known to everybody who will work on \
              it.",
        diary: "Every typo is kept for ever. A table can show a page at once. With a diary somebody \
                must write a report for it and look after it.",
        worth: Worth::Row,
        why: "Hardly anybody asks for last week’s wording. If somebody does, keep old versions of \
              the text. That is one table more.",
    },
    System {
        name: "A ledger",
        asked: "Why is the balance what it is, and what was it on the 1st?",
        row: "It knows the sum, but not where it came from. After a mistake there is nothing to \
              check it against.",
        diary: "Every amount can be traced, and a mistake is corrected by an entry of its own. It \
                costs room, and old entries must stay readable for as long as the bank exists.",
        worth: Worth::Diary,
        why: "People have kept accounts this way for five hundred years. The past is the point.",
    },
    System {
        name: "A thermostat",
        asked: "How warm is it, and how warm should it be?",
        row: "Two numbers, overwritten once a minute. If you want a chart, keep a list of \
              measurements.",
        diary: "Half a million entries a year that nobody decided. A temperature is measured, \
                nobody asks for it, and no rule could say no to it.",
        worth: Worth::Row,
        why: "A list of measurements is useful, but it needs no rules and no replay.",
    },
    System {
        name: "Parcels",
        asked: "Where has it been, when, and who had it last?",
        row: "It says “on its way”. The depot where it was before is forgotten as soon as it is \
              overwritten.",
        diary: "The story of the parcel is what the customer sees. It costs care. Scanners repeat \
                themselves, and some send their data hours later.",
        worth: Worth::Diary,
        why: "When a parcel is lost, only the way it went helps to find it.",
    },
    System {
        name: "A settings page",
        asked: "Is the dark theme on?",
        row: "One snapshot for each person, and the last choice wins. Nobody wants to know more.",
        diary: "An entry for every click, and a replay at every start. Old settings must stay \
                readable although nobody wants them.",
        worth: Worth::Row,
        why: "Nobody will ever ask which theme you had in May.",
    },
    System {
        name: "A medical record",
        asked: "What did the doctor know when she decided?",
        row: "A corrected value replaces the wrong one, and with it the reason for what was done.",
        diary: "Both stay, with their dates. It costs the most here. Each person who may be \
                forgotten needs a key of their own, and strict rules must say who may read what.",
        worth: Worth::Diary,
        why: "What was known when is a question of health, and sometimes one for a court.",
    },
];

pub(crate) const DEMO: Demo = Demo::of(|| Box::new(Systems::default()));

/// The six systems, one of which may have been looked at.
#[derive(Default)]
struct Systems {
    looked_at: Option<usize>,
}

impl Experiment for Systems {
    fn about(&self) -> &'static str {
        "Six systems. Make up your mind about each before you look: would you keep a snapshot, or a \
         diary?"
    }

    fn actions(&self) -> Vec<Action> {
        let action =
            |system: &System| Action { name: system.name, label: system.name, why_not: None };
        SYSTEMS.iter().map(action).collect()
    }

    fn press(&mut self, action: usize) -> Option<&'static str> {
        let name = SYSTEMS.get(action)?.name;
        self.looked_at = Some(action);
        Some(name)
    }

    fn sides(&self) -> [Side; 2] {
        let names = ["With a snapshot", "With a diary"];
        let Some(system) = self.looked_at.and_then(|at| SYSTEMS.get(at)) else {
            return names.map(|name| Side { name, ..Side::default() });
        };
        let [row, diary] = names;
        let side = |name, words: &str| Side {
            name,
            said: format!("{} {}", system.worth.words(), system.why),
            facts: vec![Fact::new("People ask", system.asked)],
            notes: vec![Note::new(Look::Line, words)],
        };
        [side(row, system.row), side(diary, system.diary)]
    }
}
