//! Snapshots, really: a note of where things stood, so that a long diary needn't be read from its
//! first line.

use super::{
    ana,
    trial::{Button, Demo, Fact, Look, Note, Trial},
};
use crate::big_diary;
use diary::{ChainHash, Decider, Diary, Entry, line_of};
use english::counted::noun;
use examples::{
    Money,
    bank::{Account, Bank, Event},
};

/// What stood after so many entries, with a seal. It holds nothing that the entries don't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    version: usize,
    bank: Bank,
    seal: ChainHash,
}

impl Checkpoint {
    /// Notes what stood after `version` of the entries; after all of them when there are fewer.
    pub fn of(entries: &[Entry<Event>], version: usize) -> Self {
        let version = version.min(entries.len());
        let bank = open(entries.get(..version).unwrap_or(entries), None).bank;
        let seal = seal_of(entries, version, &bank);
        Self { version, bank, seal }
    }

    /// After how many entries it was made.
    pub fn version(&self) -> usize {
        self.version
    }

    /// Whether it is what was noted, and at this page of this diary.
    ///
    /// There is no secret in the seal: it notices accidents, not somebody who seals anew. Reading
    /// the entries is what settles it.
    pub fn is_sealed(&self, entries: &[Entry<Event>]) -> bool {
        self.version <= entries.len() && self.seal == seal_of(entries, self.version, &self.bank)
    }

    /// The same with more in Everyday than there ever was, as a mistake might leave it.
    #[must_use]
    pub fn spoiled(self, amount: Money) -> Self {
        let never_was = Event::Deposited { account: Account::Everyday, amount };
        Self { bank: self.bank.evolve(&never_was), ..self }
    }
}

/// A diary that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Where things stand.
    pub bank: Bank,
    /// How many entries were read for it.
    pub replayed: usize,
}

/// Opens a diary: reads on from the checkpoint or, without one, from the first line.
pub fn open(entries: &[Entry<Event>], checkpoint: Option<&Checkpoint>) -> Opened {
    let start = match checkpoint {
        Some(noted) => (noted.version, noted.bank.clone()),
        None => (0, Bank::default()),
    };
    let rest = entries.get(start.0..).unwrap_or_default();
    rest.iter().fold(Opened { bank: start.1, replayed: 0 }, |opened, entry| Opened {
        bank: opened.bank.evolve(&entry.event),
        replayed: opened.replayed + 1,
    })
}

/// Ties everything that is noted to the line at which it was noted.
fn seal_of(entries: &[Entry<Event>], version: usize, bank: &Bank) -> ChainHash {
    let last = version.checked_sub(1).and_then(|at| entries.get(at));
    let line = last.map_or_else(ChainHash::default, |last| line_of(last, &ChainHash::default()).1);
    let balances = bank.accounts().into_iter().fold(String::new(), |balances, held| {
        format!("{balances},{} {}", held.account, held.balance.in_cents())
    });
    let fees = bank.refundable().iter().fold(String::new(), |fees, fee| {
        format!("{fees},{} {} {}", fee.number, fee.account, fee.amount.in_cents())
    });
    let (owner, charged) = (bank.owner().unwrap_or_default(), bank.fees_charged());
    line.next(&format!("{version}{balances},{charged}{fees},{owner}"))
}

const ENTRIES: usize = 10_000;

/// A checkpoint every so often, as the time machine has them.
const EVERY: usize = 64;

/// Much more than was ever there.
const TOO_MUCH: Money = Money::cents(1_000_00);

pub(crate) const DEMO: Demo = Demo::tried::<LongDiary>();

/// A diary of 10,000 entries with a checkpoint near its end.
struct LongDiary {
    diary: Diary<Event>,
    checkpoint: Option<Checkpoint>,
    /// What came of the last opening on each side.
    opened: Option<[Opened; 2]>,
}

impl Default for LongDiary {
    fn default() -> Self {
        let diary = big_diary(ENTRIES, ana::now());
        let checkpoint = Some(newest(&diary));
        Self { diary, checkpoint, opened: None }
    }
}

impl Trial for LongDiary {
    const ABOUT: &'static str = "A diary of 10,000 entries, and a saved sum: what stood after one \
        of the last entries. One side trusts the saved sum. The other side first looks at its \
        seal.";
    const SIDES: [&'static str; 2] = ["Trusts the saved sum", "Checks it first"];
    const BUTTONS: &'static [Button<Self>] = &[
        Button {
            name: "open-with",
            label: "Open with the saved sum",
            why_not: no_checkpoint,
            press: Self::open_with,
        },
        Button {
            name: "open-without",
            label: "Open without it",
            why_not: super::trial::always,
            press: Self::open_without,
        },
        Button {
            name: "delete",
            label: "Delete the saved sum",
            why_not: no_checkpoint,
            press: Self::delete,
        },
        Button {
            name: "make",
            label: "Make a new saved sum",
            why_not: |demo| {
                let sound = demo.checkpoint.as_ref().is_some_and(|it| demo.is_sealed(it));
                sound.then_some("There is a good one already.")
            },
            press: Self::make,
        },
        Button {
            name: "spoil",
            label: "Put a mistake into the saved sum",
            why_not: no_checkpoint,
            press: Self::spoil,
        },
    ];

    fn shows(&self) -> [(Vec<Fact>, Vec<Note>); 2] {
        [0, 1].map(|side| {
            let opened = self.opened.as_ref().and_then(|both| both.get(side));
            (opened.map_or_else(Vec::new, facts), self.notes())
        })
    }
}

impl LongDiary {
    fn is_sealed(&self, checkpoint: &Checkpoint) -> bool {
        checkpoint.is_sealed(self.diary.entries())
    }

    fn open_with(&mut self) -> [String; 2] {
        let found = self.checkpoint.as_ref();
        let good = found.filter(|checkpoint| self.is_sealed(checkpoint));
        let was_spoiled = found != good;
        let both = [found, good].map(|from| open(self.diary.entries(), from));
        let [trusting, careful] = both.each_ref().map(read_words);
        self.opened = Some(both);
        if !was_spoiled {
            return [trusting, format!("The seal fits. {careful}")];
        }
        let truth = open(self.diary.entries(), None).bank;
        let off = ana::difference(self.everyday_of(0), ana::in_everyday(&truth));
        [
            format!("{trusting} Nobody notices that the balance is {off} too much."),
            format!("The seal doesn’t fit, so the saved sum is not used. {careful}"),
        ]
    }

    fn open_without(&mut self) -> [String; 2] {
        let opened = open(self.diary.entries(), None);
        self.opened = Some([opened.clone(), opened.clone()]);
        [read_words(&opened), read_words(&opened)]
    }

    fn delete(&mut self) -> [String; 2] {
        self.checkpoint = None;
        self.opened = None;
        let words = "The saved sum is gone. The entries hold all that it held.";
        [words.into(), words.into()]
    }

    fn make(&mut self) -> [String; 2] {
        self.checkpoint = Some(newest(&self.diary));
        self.opened = None;
        let words = "A new saved sum was made, from the entries.";
        [words.into(), words.into()]
    }

    fn spoil(&mut self) -> [String; 2] {
        self.checkpoint = self.checkpoint.take().map(|good| good.spoiled(TOO_MUCH));
        self.opened = None;
        let words =
            format!("A mistake adds {TOO_MUCH} to the saved sum. The entries are as they were.");
        [words.clone(), words]
    }

    fn everyday_of(&self, side: usize) -> Money {
        let opened = self.opened.as_ref().and_then(|both| both.get(side));
        opened.map_or(Money::ZERO, |opened| ana::in_everyday(&opened.bank))
    }

    fn notes(&self) -> Vec<Note> {
        let noted = self.checkpoint.iter().map(|it| {
            let (version, balance) = (grouped(it.version), ana::in_everyday(&it.bank));
            Note::new(Look::Stored, format!("after entry {version}: {balance} | seal {}", it.seal))
        });
        noted.chain(self.diary.entries().last().map(ana::note)).collect()
    }
}

/// A checkpoint at the last page at which one is due.
fn newest(diary: &Diary<Event>) -> Checkpoint {
    Checkpoint::of(diary.entries(), diary.len() / EVERY * EVERY)
}

fn no_checkpoint(demo: &LongDiary) -> Option<&'static str> {
    demo.checkpoint.is_none().then_some("There is no saved sum. Make a new one first.")
}

fn facts(opened: &Opened) -> Vec<Fact> {
    vec![
        Fact::new("Entries replayed", grouped(opened.replayed)),
        Fact::new("Balance", ana::in_everyday(&opened.bank)),
    ]
}

fn read_words(opened: &Opened) -> String {
    format!(
        "{} {} read.",
        grouped(opened.replayed),
        noun(opened.replayed, "entry was", "entries were")
    )
}

/// `10,000`.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let comma = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    let with_commas = digits.char_indices().map(|(at, digit)| (comma(at).then_some(','), digit));
    with_commas.flat_map(|(comma, digit)| comma.into_iter().chain([digit])).collect()
}
