//! Accounts that their owner names.

use diary::{Decider, Diary, project, replay};
use examples::{
    Money, Statement,
    bank::{
        Account::{self, Everyday, Savings},
        Bank, Command, Event, Rejection,
        reports::AllAccounts,
    },
    compare::compare,
    questions::own::{Queryable, Question, Subjects},
    readings::Report,
};

use crate::{given::given, mirror::begun};

pub(crate) fn cents(cents: i64) -> Money {
    Money::cents(cents)
}

pub(crate) fn holidays() -> Account {
    Account::called("Holidays")
}

pub(crate) fn car() -> Account {
    Account::called("New car")
}

pub(crate) fn opened(account: Account) -> Event {
    Event::AccountOpened { account, owner: "Ana".into() }
}

pub(crate) fn open_it(account: Account) -> Command {
    Command::OpenAccount { account, owner: "Ana".into() }
}

pub(crate) fn deposited(account: Account, amount: i64) -> Event {
    Event::Deposited { account, amount: cents(amount) }
}

/// Everyday with 100.00, Holidays, and New car.
fn three() -> [Event; 4] {
    [opened(Everyday), deposited(Everyday, 100_00), opened(holidays()), opened(car())]
}

#[test]
fn an_account_is_opened_by_its_name() {
    given::<Bank>([]).when(open_it(holidays())).then([opened(holidays())]);
    given::<Bank>([opened(Everyday), opened(Savings)])
        .when(open_it(Account::called("  Holidays\n")))
        .then([opened(holidays())]);
    let decided = Bank::default().decide(&open_it(Account::called(" New \t car "))).unwrap();
    let [Event::AccountOpened { account, .. }] = decided.as_slice() else { panic!("{decided:?}") };
    assert_eq!(account.name(), "New car", "blanks around it and between its words don’t count");
}

#[test]
fn a_name_in_another_case_is_the_same_account() {
    given::<Bank>([opened(holidays())])
        .when(open_it(Account::called("HOLIDAYS")))
        .then_rejected(Rejection::AlreadyOpen { account: holidays() })
        .saying("Holidays is open already. A new account needs another name.");
    for (typed, meant) in [("everyday ", Everyday), ("EveryDay", Everyday), (" SAVINGS", Savings)] {
        // Both have names of their own: nothing that is named can be taken for them.
        assert!(matches!(
            (Account::called(typed), &meant),
            (Everyday, Everyday) | (Savings, Savings)
        ));
    }
    assert!(matches!(Account::called("Every day"), Account::Named(_)));
    // What is written has the name with which the account was opened.
    let bank: Bank = replay(&[opened(holidays())]);
    let deposit = Command::Deposit { account: Account::called("holidays"), amount: cents(1) };
    let decided = bank.decide(&deposit).unwrap();
    let [Event::Deposited { account, .. }] = decided.as_slice() else { panic!("{decided:?}") };
    assert_eq!(account.name(), "Holidays");
}

#[test]
fn a_name_has_between_1_and_200_characters() {
    let longest = Account::called(&"é".repeat(200));
    given::<Bank>([]).when(open_it(longest.clone())).then([opened(longest)]);
    given::<Bank>([])
        .when(open_it(Account::called(&"é".repeat(201))))
        .then_rejected(Rejection::BadName { characters: 201 })
        .saying("a name has at most 200 characters, and this has 201.");
    given::<Bank>([opened(Everyday)])
        .when(open_it(Account::called(" \t ")))
        .then_rejected(Rejection::BadName { characters: 0 })
        .saying("an account needs a name.");
    given::<Bank>([])
        .when(Command::OpenAccount { account: holidays(), owner: " ".into() })
        .then_rejected(Rejection::BadOwner { characters: 0 });
    given::<Bank>([opened(Everyday)])
        .when(Command::OpenAccount { account: holidays(), owner: "Ben".into() })
        .then_rejected(Rejection::OtherOwner { owner: "Ana".into(), wanted: "Ben".into() });
}

#[test]
fn a_name_cannot_change_the_sentence_around_it() {
    given::<Bank>([])
        .when(Command::Deposit { account: Account::called("\u{202e}sdnuf"), amount: cents(1) })
        .then_rejected(Rejection::NotOpen { account: Account::called("\u{202e}sdnuf") })
        .saying("\u{2068}[U+202E]sdnuf\u{2069} has not been opened yet. Open it first.");
}

#[test]
fn money_goes_between_three_accounts() {
    let transfer = |from, to, amount| Command::Transfer { from, to, amount: cents(amount) };
    let transferred = |from, to, amount| Event::Transferred { from, to, amount: cents(amount) };
    given::<Bank>(three()).when(transfer(Everyday, holidays(), 60_00)).then([transferred(
        Everyday,
        holidays(),
        60_00,
    )]);
    let facts = three().into_iter().chain([transferred(Everyday, holidays(), 60_00)]);
    let facts: Vec<_> = facts.chain([transferred(holidays(), car(), 25_00)]).collect();
    given::<Bank>(facts.clone())
        .when(transfer(holidays(), car(), 35_01))
        .then_rejected(Rejection::InsufficientFunds {
            account: holidays(),
            balance: cents(35_00),
            wanted: cents(35_01),
        })
        .saying("the balance of Holidays is 35.00, and 35.01 is more than that.");
    given::<Bank>(facts.clone())
        .when(transfer(holidays(), Account::called("holidays"), 1))
        .then_rejected(Rejection::SameAccount { account: holidays() });
    given::<Bank>(facts.clone())
        .when(transfer(car(), Savings, 1))
        .then_rejected(Rejection::NotOpen { account: Savings });
    let bank: Bank = replay(&facts);
    let held = bank.accounts().into_iter().map(|it| (it.account.clone(), it.balance.in_cents()));
    let all = [(Everyday, 40_00), (holidays(), 35_00), (car(), 25_00)];
    assert_eq!(held.collect::<Vec<_>>(), all);
}

#[test]
fn a_fee_is_given_back_to_the_account_that_paid_it() {
    let fee = |fee| Event::FeeCharged { account: holidays(), amount: cents(3_00), fee };
    let back = Event::FeeRefunded { account: holidays(), amount: cents(3_00), fee: 1 };
    let facts = [opened(Everyday), opened(holidays()), deposited(holidays(), 10_00)];
    given::<Bank>(facts.clone())
        .when(Command::ChargeFee { account: holidays(), amount: cents(3_00) })
        .then([fee(1)]);
    let charged = facts.into_iter().chain([fee(1)]);
    given::<Bank>(charged.clone()).when(Command::RefundFee { fee: 1 }).then([back.clone()]);
    given::<Bank>(charged.chain([back]))
        .when(Command::RefundFee { fee: 1 })
        .then_rejected(Rejection::AlreadyRefunded { fee: 1 });
}

#[test]
fn accounts_stand_in_the_order_of_their_opening() {
    let names = |bank: &Bank, most| {
        let first = bank.first_accounts(most);
        first.iter().map(|held| held.account.name().to_owned()).collect::<Vec<_>>()
    };
    let facts = [holidays(), Savings, car(), Everyday, Account::called("Aunt")].map(opened);
    let bank: Bank = replay(&facts);
    let all = ["Everyday", "Savings", "Holidays", "New car", "Aunt"];
    for most in 0..=6 {
        assert_eq!(names(&bank, most), all[..most.min(5)]);
    }
    // Everyday and Savings keep their places while they are closed.
    assert_eq!(names(&replay(&facts[2..3]), 1), ["New car"]);
    assert_eq!(names(&replay(&facts[..3]), 2), ["Savings", "Holidays"]);
}

#[test]
fn reports_tell_of_every_account() {
    let mut diary = Diary::default();
    diary.append(begun(), three());
    diary.append(begun(), [deposited(holidays(), 7_00)]);
    let statement: Statement<Bank> = project(diary.entries());
    let figures: Vec<_> = statement.figures().iter().map(|(of, _)| of.clone()).collect();
    assert_eq!(figures, [Everyday, Savings, holidays(), car()]);
    assert_eq!(statement.figure_at(2, 2), None, "before it is opened");
    assert_eq!(statement.figure_at(3, 2), Some(Money::ZERO.into()));
    assert_eq!(statement.figure_at(5, 2), Some(cents(7_00).into()));
    assert_eq!(statement.outline(2).range(), (0, 7_00));
    assert_eq!(statement.line(diary.entry(5).unwrap()).what, "Deposited 7.00 into Holidays");

    let reading: AllAccounts = project(diary.entries());
    let table = reading.table(diary.entries(), &chrono::Utc, 2);
    assert_eq!((table.rows.len(), table.left_out), (2, 1), "Everyday is left out");
    let sums = reading.balances().into_iter().map(|(account, sum)| (account, sum.result));
    let all = [(Everyday, cents(100_00)), (holidays(), cents(7_00)), (car(), Money::ZERO)];
    assert_eq!(sums.collect::<Vec<_>>(), all);
    assert_eq!(reading.total().unwrap().result, cents(107_00));

    let differences = compare::<Bank>(diary.entries(), 2, 5);
    let told: Vec<_> = differences.iter().map(|it| (it.name.as_str(), it.change)).collect();
    assert_eq!(
        told,
        [("Holidays", Some(cents(7_00).into())), ("New car", Some(Money::ZERO.into()))]
    );
}

#[test]
fn a_question_of_ones_own_can_be_about_it() {
    let mut diary = Diary::default();
    diary.append(begun(), three());
    let subjects: Subjects<Bank> = project(diary.entries());
    // It may have been kept when another diary was open, in which the name is spelled otherwise.
    for name in ["Holidays", "HOLIDAYS"] {
        let kept = format!(r#"["how-much","deposits","{name}",""]"#);
        let question = Question::<Bank>::read(&kept).unwrap();
        assert_eq!(question.subject(), Some(&holidays()));
        assert_eq!(question.text(), kept);
        assert_eq!(question.words(), format!("How much did the deposits into {name} come to?"));
        let keys: Vec<_> = question.subjects(&subjects).into_iter().map(|it| it.key).collect();
        assert_eq!(keys, ["", "everyday", "savings", name, "New car"]);
    }
    assert_eq!(Bank::subject_of(" "), None, "no account has no name");
}

/// Of very many subjects a menu offers those of any diary and the latest.
#[test]
fn a_menu_of_many_accounts_keeps_the_first_two() {
    let mut diary = Diary::default();
    diary.append(begun(), (0..1_000).map(|at| opened(Account::called(&format!("Nr {at}")))));
    let subjects: Subjects<Bank> = project(diary.entries());
    let question = Question::<Bank>::read(r#"["how-much","deposits","Nr 5",""]"#).unwrap();
    let keys: Vec<_> = question.subjects(&subjects).into_iter().map(|it| it.key).collect();
    assert_eq!(keys.len(), 1 + 256 + 1);
    assert_eq!(keys[..4], ["", "everyday", "savings", "Nr 746"]);
    assert_eq!(keys[keys.len() - 2..], ["Nr 999", "Nr 5"], "its own is always there");
}
