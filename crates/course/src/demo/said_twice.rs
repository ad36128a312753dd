//! Said twice: the network repeats a message, and only its number tells.

use super::{
    ana,
    trial::{Button, Demo, Fact, Note, Trial, always},
};
use diary::{Decider, Diary};
use examples::{
    Money,
    bank::{Account, Bank, Command, Event},
};

const DEPOSIT: Command =
    Command::Deposit { account: Account::Everyday, amount: Money::cents(50_00) };

pub(crate) const DEMO: Demo = Demo::tried::<SaidTwice>();

/// Two banks that get the same messages.
struct SaidTwice {
    naive: Diary<Event>,
    careful: Diary<Event>,
    /// The number of the message beside each new line of the careful bank: which line, which message.
    beside: Vec<(usize, u32)>,
    /// How many different messages were sent. The last one has this number.
    sent: u32,
    /// How many messages came, repeated ones included.
    came: u32,
}

impl Default for SaidTwice {
    fn default() -> Self {
        let (naive, careful) = (ana::diary(), ana::diary());
        Self { naive, careful, beside: Vec::new(), sent: 0, came: 0 }
    }
}

impl Trial for SaidTwice {
    const ABOUT: &'static str = "A deposit of 50.00 comes in as a message, and each message has a \
        number. The network may send a message again when it isn’t sure that it arrived.";
    const SIDES: [&'static str; 2] = ["Writes whatever comes", "Writes each number once"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "send",
            label: "Send a deposit of 50.00",
            why_not: always,
            press: Self::send,
        },
        Button {
            name: "repeat",
            label: "Let the network repeat it",
            why_not: |demo| (demo.sent == 0).then_some("Nothing has been sent yet."),
            press: Self::arrive,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        let naive = (self.facts(&self.naive), ana::last_notes(&self.naive));
        let mut notes = ana::last_notes(&self.careful);
        for note in &mut notes {
            let message = self.beside.iter().find(|(entry, _)| Some(*entry) == note.entry);
            if let Some((_, message)) = message {
                note.words = format!("{} (message {message})", note.words);
            }
        }
        [naive, (self.facts(&self.careful), notes)]
    }
}

impl SaidTwice {
    fn send(&mut self) -> [String; 2] {
        self.sent = self.sent.saturating_add(1);
        self.arrive()
    }

    /// The last message comes in, for the first time or once more.
    fn arrive(&mut self) -> [String; 2] {
        self.came = self.came.saturating_add(1);
        let naive = write(&mut self.naive);
        let message = self.sent;
        if let Some((entry, _)) = self.beside.iter().find(|(_, written)| *written == message) {
            let known = format!("Message {message} is entry {entry} already. Nothing is written.");
            return [naive, known];
        }
        let before = self.careful.len();
        let careful = write(&mut self.careful);
        if self.careful.len() > before {
            self.beside.push((self.careful.len(), message));
        }
        [naive, careful]
    }

    fn facts(&self, diary: &Diary<Event>) -> Vec<Fact> {
        vec![
            Fact::new("Messages that came", self.came),
            Fact::new("Entries", diary.len()),
            Fact::new("Balance", ana::everyday(diary.entries())),
        ]
    }
}

fn write(diary: &mut Diary<Event>) -> String {
    let bank: Bank = ana::bank(diary.entries());
    match bank.decide(&DEPOSIT) {
        Ok(events) => {
            diary.append(ana::now(), events);
            format!("Entry {} is written.", diary.len())
        }
        Err(rule) => format!("Refused: {rule}"),
    }
}
