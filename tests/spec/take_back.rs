//! Taking an entry back: nothing goes away, and a new entry says the opposite.

use diary::{Decider, Diary, replay};
use examples::{
    Example, Money, TakeBack,
    bank::{self, Account, Bank},
    compare::compare,
    order::{self, HowMany, Order},
    parcel::{self, Parcel},
};
use proptest::{collection::vec, prelude::*, test_runner::TestCaseError};

use crate::random::{Sample, Script, Step, Tale, scripts, step};

type Holds = Result<(), TestCaseError>;

each!(the_opposite_leaves_things_as_they_were_before, scripts());
each!(what_nothing_undoes_no_request_undoes, 200, (scripts(), vec(step(0..100), 8)));

/// A request that is allowed right after an entry, with what it leads to.
fn after<D: Sample + Example>(
    diary: &Diary<D::Event>,
    number: usize,
    command: &D::Command,
) -> Option<Diary<D::Event>> {
    let until = diary.until(number);
    let events = replay::<D>(until.iter().map(|entry| &entry.event)).decide(command).ok()?;
    let mut longer = Diary::default();
    for entry in until {
        longer.take_in(entry.clone());
    }
    longer.append(until.last()?.at, events);
    Some(longer)
}

/// How the entry with this number is taken back.
fn way<D: Example>(diary: &Diary<D::Event>, number: usize) -> TakeBack<D::Command> {
    let before: D = replay(diary.until(number - 1).iter().map(|entry| &entry.event));
    before.take_back(&diary.entry(number).unwrap().event)
}

/// Where the request is allowed right after its entry, both entries stay, and neither a figure nor anything
/// else that can be compared is another than it was before them.
fn the_opposite_leaves_things_as_they_were_before<D: Sample + Example>(script: Script) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    for number in 1..=diary.len() {
        let Some(opposite) = way::<D>(&diary, number).opposite else { continue };
        let Some(longer) = after::<D>(&diary, number, &opposite.command) else { continue };
        prop_assert_eq!(longer.until(number), diary.until(number));
        let differences = compare::<D>(longer.entries(), number - 1, longer.len());
        prop_assert!(differences.is_empty(), "{}: {:?}", opposite.label, differences);
    }
    Ok(())
}

/// Where the page says that nothing undoes an entry, none of many requests does.
fn what_nothing_undoes_no_request_undoes<D: Sample + Example>(
    (script, steps): (Script, Vec<Step>),
) -> Holds {
    let diary = Tale::<D>::of(&script).diary;
    for number in 1..=diary.len() {
        let way = way::<D>(&diary, number);
        if way.opposite.is_some() {
            continue;
        }
        let now: D = replay(diary.until(number).iter().map(|entry| &entry.event));
        for step in &steps {
            let command = now.command(step, &script.names);
            let Some(longer) = after::<D>(&diary, number, &command) else { continue };
            let differences = compare::<D>(longer.entries(), number - 1, longer.len());
            prop_assert!(!differences.is_empty(), "{} is undone by {command:?}", way.what);
        }
    }
    Ok(())
}

#[test]
fn the_bank_says_the_opposite_of_each_movement() {
    let (account, to, amount) = (Account::Everyday, Account::Savings, Money::cents(150_00));
    let bank = Bank::default();
    let label = |event: &bank::Event| bank.take_back(event).opposite.map(|it| it.label);
    let deposited = bank::Event::Deposited { account: account.clone(), amount };
    assert_eq!(label(&deposited).unwrap(), "Withdraw 150.00 from Everyday");
    assert_eq!(bank.take_back(&deposited).question(), "How do I take back a deposit?");
    assert_eq!(
        bank.take_back(&deposited).answer(),
        "The entry stays. A new entry says the opposite."
    );
    let withdrawn = bank::Event::Withdrawn { account: account.clone(), amount };
    assert_eq!(label(&withdrawn).unwrap(), "Deposit 150.00 into Everyday");
    let transferred = bank::Event::Transferred { from: account.clone(), to, amount };
    assert_eq!(label(&transferred).unwrap(), "Transfer 150.00 from Savings to Everyday");
    let charged = bank::Event::FeeCharged { account: account.clone(), amount, fee: 3 };
    assert_eq!(label(&charged).unwrap(), "Refund fee of 150.00");
    let refund = bank.take_back(&charged).opposite.unwrap();
    assert_eq!(refund.command, bank::Command::RefundFee { fee: 3 });
    let refunded = bank::Event::FeeRefunded { account: account.clone(), amount, fee: 3 };
    assert_eq!(label(&refunded).unwrap(), "Charge Everyday a fee of 150.00");
    let opened = bank::Event::AccountOpened { account, owner: "Ana".into() };
    assert_eq!(label(&opened), None);
    assert!(bank.take_back(&opened).answer().starts_with("Nothing undoes this."));
}

/// A removal says neither a price nor, where all were taken out, how many: the order before it knows.
#[test]
fn a_removed_item_comes_back_at_its_price_and_in_its_number() {
    let added =
        order::Event::ItemAdded { name: "mug".into(), price: Money::cents(12_00), quantity: 3 };
    let order = Order::default().evolve(&order::Event::OrderCreated { number: "ORD-1".into() });
    let add = order.take_back(&added).opposite.unwrap();
    assert_eq!(add.label, "Remove 3 × mug");
    let order = order.evolve(&added);
    for (quantity, comes_back) in [(HowMany::All, 3), (HowMany::Exactly(2), 2)] {
        let removed = order::Event::ItemRemoved { name: "mug".into(), quantity };
        let again = order.take_back(&removed).opposite.unwrap();
        assert_eq!(again.label, format!("Add {comes_back} × mug"));
        let price = Money::cents(12_00);
        let command = order::Command::AddItem { name: "mug".into(), price, quantity: comes_back };
        assert_eq!(again.command, command);
    }
    let gone = order::Event::ItemRemoved { name: "tea".into(), quantity: HowMany::All };
    assert_eq!(order.take_back(&gone).opposite, None);
    let paid = order::Event::PaymentReceived { amount: Money::cents(36_00) };
    assert_eq!(order.take_back(&paid).opposite, None);
}

#[test]
fn nothing_brings_a_parcel_back_to_where_it_was() {
    let parcel = Parcel::default();
    let left = parcel::Event::Left { depot: "Leipzig".into() };
    let way = parcel.take_back(&left);
    assert_eq!(
        (way.question().as_str(), &way.opposite),
        ("How do I take back a departure?", &None)
    );
}
