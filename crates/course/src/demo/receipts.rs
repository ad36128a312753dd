//! Replay is quiet: a receipt goes out for every deposit, and then the diary is read again.

use super::{
    ana,
    trial::{Button, Demo, Fact, Look, Note, Trial},
};
use diary::{Decider, Diary, Entry};
use english::counted::counted;
use examples::{
    Describe, Money,
    bank::{Account, Bank, Command, Event},
};

/// How many mails stand on the demo: the last ones.
const SHOWN: usize = 6;

const DEPOSIT: Money = Money::cents(10_00);

pub(crate) const DEMO: Demo = Demo::tried::<Receipts>();

/// Ana's diary, and two senders of receipts that read it.
struct Receipts {
    diary: Diary<Event>,
    senders: Option<[Sender; 2]>,
}

/// Sends a receipt for deposits that it reads.
struct Sender {
    /// The last line it need not speak of: the careful one's bookmark. The naive one has none.
    bookmark: Option<usize>,
    /// The lines for which it has sent a mail, in the order in which it did.
    sent: Vec<usize>,
}

impl Default for Receipts {
    fn default() -> Self {
        Self { diary: ana::diary(), senders: None }
    }
}

impl Trial for Receipts {
    const ABOUT: &'static str = "Ana wants a receipt by email for every deposit. One program sends \
        it for every deposit that it reads. The other remembers up to which entry it has read, and \
        sends only for later ones.";
    const SIDES: [&'static str; 2] = ["Emails what it reads", "Emails what is new"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "attach",
            label: "Attach “send a receipt”",
            why_not: |demo| demo.senders.is_some().then_some("It is attached already."),
            press: Self::attach,
        },
        Button {
            name: "replay",
            label: "Replay the diary",
            why_not: not_attached,
            press: Self::replay,
        },
        Button {
            name: "deposit",
            label: "Deposit 10.00",
            why_not: not_attached,
            press: Self::deposit,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        [0, 1].map(|side| {
            let mut facts = vec![Fact::new("Balance", ana::everyday(self.diary.entries()))];
            let mut notes: Vec<_> =
                self.diary.entries().last().map(ana::note).into_iter().collect();
            if let Some(sender) = self.senders.as_ref().and_then(|both| both.get(side)) {
                facts.push(Fact::new("Emails sent", sender.sent.len()));
                notes.extend(sender.mails(&self.diary));
            }
            (facts, notes)
        })
    }
}

impl Receipts {
    fn attach(&mut self) -> [String; 2] {
        let sender = |bookmark| Sender { bookmark, sent: Vec::new() };
        self.senders = Some([sender(None), sender(Some(self.diary.len()))]);
        [
            "It sends an email for each deposit that it reads.".into(),
            format!("It has read up to entry {}, the last.", self.diary.len()),
        ]
    }

    fn replay(&mut self) -> [String; 2] {
        let counts = self.let_read(0);
        counts.map(|count| {
            let lines = counted(self.diary.len(), "entry was", "entries were");
            format!("{lines} read again. {}", mails(count))
        })
    }

    fn deposit(&mut self) -> [String; 2] {
        let version = self.diary.len();
        let command = Command::Deposit { account: Account::Everyday, amount: DEPOSIT };
        match ana::bank(self.diary.entries()).decide(&command) {
            Ok(events) => {
                self.diary.append(ana::now(), events);
                let counts = self.let_read(version);
                counts.map(|count| {
                    format!("Entry {} was written. {}", self.diary.len(), mails(count))
                })
            }
            Err(rule) => [0, 1].map(|_| format!("Refused: {rule}")),
        }
    }

    /// Both read the lines after `version`. How many mails each of them has sent by it.
    fn let_read(&mut self, version: usize) -> [usize; 2] {
        let lines = self.diary.entries().iter().skip(version);
        let Some(senders) = &mut self.senders else { return [0, 0] };
        senders.each_mut().map(|sender| {
            let before = sender.sent.len();
            lines.clone().for_each(|entry| sender.read(entry));
            sender.sent.len() - before
        })
    }
}

impl Sender {
    fn read(&mut self, entry: &Entry<Event>) {
        if self.bookmark.is_some_and(|bookmark| entry.number <= bookmark) {
            return;
        }
        if matches!(entry.event, Event::Deposited { .. }) {
            self.sent.push(entry.number);
        }
        self.bookmark = self.bookmark.map(|_| entry.number);
    }

    /// Its last mails.
    fn mails(&self, diary: &Diary<Event>) -> impl Iterator<Item = Note> {
        let last = self.sent.iter().skip(self.sent.len().saturating_sub(SHOWN));
        last.filter_map(|number| diary.entry(*number)).map(|entry| Note {
            words: format!("To Ana: {}", Bank::line(&entry.event)),
            look: Look::Sent,
            ..ana::note(entry)
        })
    }
}

fn not_attached(demo: &Receipts) -> Option<&'static str> {
    demo.senders.is_none().then_some("Attach “send a receipt” first.")
}

fn mails(count: usize) -> String {
    match count {
        0 => "No email was sent.".into(),
        some => format!("{} sent.", counted(some, "email was", "emails were")),
    }
}
