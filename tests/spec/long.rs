//! Long diaries in the shapes that cost most: fees that nobody gives back, many accounts, many items,
//! long names.
//! Each of these takes minutes where a list is gone through, or a state is copied, for each entry.

use chrono::{DateTime, TimeDelta, Utc};
use diary::{Branch, Checkpointed, Diary, Snapshot, WhatIf, project};
use examples::{
    Branched, Describe, LONGEST_NAME, Money, Statement,
    bank::{self, Account, Bank, reports::AllAccounts},
    compare::compare,
    order::{self, Order, questions::Question, reports::WhatWasRemoved},
    questions::{Value, Verdict},
    readings::table,
};

use crate::verdicts::after_all;

/// Entries: an import of as many is accepted.
const MANY: u32 = 60_000;

const EVERYDAY: Account = Account::Everyday;
const CENT: Money = Money::cents(1);

fn begun() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_767_225_600_000).unwrap()
}

/// Writes facts that the rules allow.
fn told<D: Describe>(commands: impl Iterator<Item = D::Command>) -> (Diary<D::Event>, Snapshot<D>) {
    let (mut diary, mut row) = (Diary::default(), Snapshot::<D>::default());
    for (seconds, command) in (0..).zip(commands) {
        let at = begun() + TimeDelta::seconds(seconds);
        let events = row.today().decide(&command);
        let events = events
            .unwrap_or_else(|no| panic!("{} is refused: {no}", D::describe_command(&command)));
        for event in &events {
            row.overwrite(at, event);
        }
        diary.append(at, events);
    }
    (diary, row)
}

/// Many fees of one cent each, all of which are open in the middle; then each second one is given
/// back, the latest first.
fn fees() -> (Diary<bank::Event>, Snapshot<Bank>) {
    let opened = bank::Command::OpenAccount { account: EVERYDAY, owner: "Ana".into() };
    let salary = bank::Command::Deposit { account: EVERYDAY, amount: Money::cents(1_000_00) };
    let fee = || bank::Command::ChargeFee { account: EVERYDAY, amount: CENT };
    let charged = std::iter::repeat_with(fee).take(MANY as usize);
    let refunded = (1..=MANY).rev().filter(|fee| fee % 2 == 0);
    let refunded = refunded.map(|fee| bank::Command::RefundFee { fee });
    told([opened, salary].into_iter().chain(charged).chain(refunded))
}

/// Many accounts, each of which gets a cent and gives it to the one before.
const ACCOUNTS: u32 = 20_000;

fn account(number: u32) -> Account {
    Account::called(&format!("{} {number}", number.wrapping_mul(2_654_435_769)))
}

fn accounts() -> (Diary<bank::Event>, Snapshot<Bank>) {
    let open = |account| bank::Command::OpenAccount { account, owner: "Ana".into() };
    let of_one = |number: u32| {
        let deposit = bank::Command::Deposit { account: account(number), amount: CENT };
        let (from, to) = (account(number), account(number.saturating_sub(1)));
        let transfer = bank::Command::Transfer { from, to, amount: CENT };
        let given = Some(transfer).filter(|_| number > 0);
        [open(account(number)), deposit].into_iter().chain(given)
    };
    told(std::iter::once(open(EVERYDAY)).chain((0..ACCOUNTS).flat_map(of_one)))
}

fn name(number: u32) -> String {
    let scattered = number.wrapping_mul(2_654_435_769);
    format!("{scattered:010} {}", "x".repeat(LONGEST_NAME - 11))
}

/// Many items with the longest names. Each third one is taken out, and half of these come back.
fn items() -> (Diary<order::Event>, Snapshot<Order>) {
    let third = MANY / 3;
    let add = |number| order::Command::AddItem { name: name(number), price: CENT, quantity: 1 };
    let created = order::Command::CreateOrder { number: "ORD-1".into() };
    let removed = (0..third).rev().map(|number| order::Command::RemoveItem {
        name: name(number),
        quantity: order::HowMany::Exactly(1),
    });
    let back = (0..third / 2).map(add);
    told([created].into_iter().chain((0..MANY).map(add)).chain(removed).chain(back))
}

#[test]
fn fees_that_nobody_gives_back() {
    let (diary, row) = fees();
    let statement: Statement<Bank> = project(diary.entries());
    assert_eq!(statement.states().latest(), row.today());
    assert_eq!(row.today().refundable().len(), MANY as usize / 2);
    let middle = statement.states().at(diary.entries(), 2 + MANY as usize);
    assert_eq!(middle.refundable().len(), MANY as usize);

    let mut gathered = bank::questions::Gathered::default();
    gathered.read_to(diary.entries());
    let mut ask = |question: bank::questions::Question| {
        let mut told = question.told(&mut gathered, &EVERYDAY, &diary, &row, &after_all(Utc), 24);
        told.remove(0).diary
    };
    let highest = ask(bank::questions::Question::HighestBalance);
    assert_eq!((highest.value, highest.version), (Value::Money(Money::cents(1_000_00)), 2));
    let below = ask(bank::questions::Question::EverBelow { limit: Money::cents(500_00) });
    assert_eq!((below.value, below.rests_on.len(), below.more.count), (Value::Yes, 1, 0));
    let now = ask(bank::questions::Question::BalanceNow);
    assert_eq!(now.value, Value::Money(Money::cents(1_000_00 - i64::from(MANY) / 2)));
    assert_eq!(now.rests_on.len() + now.more.count, diary.len() - 1);

    let branch = Branched::<Bank>::of(diary.entries(), WhatIf::Strike(3));
    assert_eq!(branch.branch().decided.steps().len(), diary.len());
    let differences = compare::<Bank>(diary.entries(), 2, diary.len());
    assert_eq!(differences.len(), 1, "the balance alone");
}

#[test]
fn many_accounts() {
    let (diary, row) = accounts();
    assert_eq!(diary.len(), 3 * ACCOUNTS as usize);
    let statement: Statement<Bank> = project(diary.entries());
    assert_eq!(statement.states().latest(), row.today());
    assert_eq!(row.today().open_accounts(), 1 + ACCOUNTS as usize);
    let middle = statement.states().at(diary.entries(), diary.len() / 2);
    assert_eq!(middle.open_accounts(), 1 + ACCOUNTS as usize / 2);
    let first: Vec<_> = row.today().first_accounts(3).iter().map(|it| it.account.clone()).collect();
    assert_eq!(first, [EVERYDAY, account(0), account(1)]);
    let figures = statement.figures();
    assert_eq!(figures.len(), 2 + ACCOUNTS as usize, "Savings is one that every diary has");
    let place = statement.place(&account(7)).unwrap();
    assert_eq!((place, statement.figure_at(diary.len(), place)), (9, Some(CENT.into())));
    assert_eq!(statement.outline(place).range(), (0, 1));

    let mut gathered = bank::questions::Gathered::default();
    gathered.read_to(diary.entries());
    for number in [0, 7, ACCOUNTS - 2] {
        let question = bank::questions::Question::BalanceNow;
        let mut told =
            question.told(&mut gathered, &account(number), &diary, &row, &after_all(Utc), 24);
        let expected = Value::Money(if number == 0 { Money::cents(2) } else { CENT });
        assert_eq!(told.remove(0).diary.value, expected, "account {number}");
    }
    let mut all = Checkpointed::<AllAccounts>::default();
    all.read_to(diary.entries(), usize::MAX);
    let all = table(&all, diary.entries(), &Utc, 12);
    assert_eq!((all.rows.len(), all.left_out), (12, 1 + ACCOUNTS as usize - 12));
    let differences = compare::<Bank>(diary.entries(), 1, diary.len());
    assert_eq!(differences.len(), ACCOUNTS as usize, "each account that was opened since");
    let branch = Branched::<Bank>::of(diary.entries(), WhatIf::Strike(3));
    assert_eq!(branch.branch().decided.steps().len(), diary.len());
}

#[test]
fn many_items_with_long_names() {
    let (diary, row) = items();
    let statement: Statement<Order> = project(diary.entries());
    assert_eq!(statement.states().latest(), row.today());
    let size = (MANY - MANY / 3 + MANY / 6) as usize;
    assert_eq!(row.today().size(), size);
    assert_eq!(row.today().total(), Money::cents(i64::try_from(size).unwrap()));
    let middle = statement.states().at(diary.entries(), 1 + MANY as usize);
    assert_eq!(middle.size(), MANY as usize);

    let mut gathered = Checkpointed::<order::questions::Gathered>::default();
    gathered.read_to(diary.entries(), usize::MAX);
    let answers =
        |question: Question| question.told(gathered.reading(), &diary, &row, 24).remove(0);
    let back = answers(Question::RemovedAndReadded);
    let came_back = MANY as usize / 6;
    assert_eq!((&back.diary.value, back.diary.cases.len()), (&Value::Yes, 24));
    assert_eq!(back.diary.more_cases, came_back - 24);
    assert_eq!(back.diary.rests_on.len() + back.diary.more.count, 2 * came_back);
    let Verdict::CannotKnow { why, .. } = &back.snapshot else { panic!("{:?}", back.snapshot) };
    assert!(why.starts_with(&format!("The snapshot holds {size} different things.")), "{why}");
    let gone = answers(Question::NeverCameBack).diary;
    assert_eq!(gone.rests_on.len() + gone.more.count, (MANY / 3 - MANY / 6) as usize);

    let mut removed = Checkpointed::<WhatWasRemoved>::default();
    removed.read_to(diary.entries(), usize::MAX);
    let removed = table(&removed, diary.entries(), &Utc, 12);
    assert_eq!((removed.rows.len(), removed.left_out), (12, MANY as usize / 3 - 12));
    let differences = compare::<Order>(diary.entries(), 1, diary.len());
    assert_eq!(differences.len(), size + 1, "each item, and the total");
    let branch = Branch::<Order>::of(diary.entries(), WhatIf::Strike(2));
    assert_eq!(branch.decided.today().size(), size, "it came back");
}
