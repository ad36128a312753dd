//! Part C: the answers, worked out once more.

use chrono::Utc;
use course::{Guess, Kind, course};
use diary::{
    ChainHash, Decider, Diary, Entry, FormatError, contributions, line_of, read_line, replay,
};
use examples::{
    Money,
    bank::{self, Account::Everyday, Bank, Command},
    calendar::start_of_day,
    order::{self, Order, Status},
    questions::{Citation, Value},
};

use crate::truths::{
    bank_of, carry_out, count, day, everyday, it, money, now, row_of, total, truth,
};

#[test]
fn c1_one_of_two_withdrawals() {
    let mut diary = course().bank;
    let command = Command::Withdraw { account: Everyday, amount: Money::cents(400_00) };
    let read = [diary.len(), diary.len()];
    let mut paid = 0;
    for version in read {
        // Decided on the page that was read, and written only if it is still the last.
        let decided = bank_of(diary.until(version)).decide(&command).unwrap();
        if version == diary.len() {
            diary.append(now(), decided);
            paid += 1;
        } else {
            let again = bank_of(diary.entries()).decide(&command);
            assert_eq!(
                again.unwrap_err().to_string(),
                "the balance of Everyday is 90.00, and 400.00 is more than that."
            );
        }
    }
    assert_eq!(truth("c1", 0), count(paid));
    assert_eq!(it("c1").question.fields[0].version, diary.len());
}

#[test]
fn c2_the_same_command_once() {
    let mut diary = course().bank;
    let mut seen: Vec<u32> = Vec::new();
    let command = Command::Deposit { account: Everyday, amount: Money::cents(50_00) };
    for number in [1, 1] {
        if !seen.contains(&number) {
            seen.push(number);
            assert!(carry_out::<Bank>(&mut diary, &command));
        }
    }
    assert_eq!(truth("c2", 0), money(everyday(diary.entries())));
}

#[test]
fn c3_two_clocks() {
    let story = course().bank;
    let known = story.before(start_of_day(day(3, 1), &Utc));
    let cheque = bank::Event::Deposited { account: Everyday, amount: Money::cents(30_00) };
    let mut by_truth: Vec<_> = known.iter().map(|entry| entry.event.clone()).collect();
    by_truth.push(cheque);
    let by_truth: Bank = replay(&by_truth);
    assert_eq!(truth("c3", 0), money(by_truth.balance(&Everyday).unwrap()));
    assert_eq!(truth("c3", 1), money(everyday(known)));
    let fields = it("c3").question.fields;
    assert_eq!((fields[0].version, fields[1].version), (story.len() + 1, known.len()));
}

#[test]
fn c4_no_quantity_means_one() {
    // What the first version wrote; today's reader wants a quantity.
    let old = r#"{"item_added":{"name":"mug","cents":1200}}"#;
    assert!(serde_json::from_str::<order::Event>(old).is_err());
    let Guess::Number(quantity) = truth("c4", 0) else { panic!("a number") };
    let translated = old.replace("}}", &format!(",\"quantity\":{quantity}}}}}"));
    let event: order::Event = serde_json::from_str(&translated).unwrap();
    // It costs what the customer paid for it in those days.
    let created = order::Event::OrderCreated { number: "ORD-1".into() };
    let order: Order = replay(&[created, event]);
    assert_eq!(order.total(), Money::cents(12_00));
}

fn stored<E: serde::Serialize>(entries: &[Entry<E>]) -> Vec<String> {
    let mut link = ChainHash::default();
    let line = |entry| {
        let (line, next) = line_of(entry, &link);
        link = next;
        line
    };
    entries.iter().map(line).collect()
}

#[test]
fn c5_the_chain_breaks_where_it_was_touched() {
    let lines = stored(course().bank.entries());
    let touched: Vec<_> =
        lines.iter().map(|line| line.replace("\"cents\":12000", "\"cents\":2000")).collect();
    assert_eq!(lines.iter().zip(&touched).filter(|(a, b)| a != b).count(), 1);
    let mut link = ChainHash::default();
    let broken = touched.iter().zip(1..).find_map(|(line, number)| {
        match read_line::<bank::Event>(line, number, &link) {
            Ok((_, next)) => {
                link = next;
                None
            }
            Err(error) => Some((number, error)),
        }
    });
    let (number, error) = broken.unwrap();
    assert_eq!((truth("c5", 0), error), (count(number), FormatError::BrokenChain));
    assert_eq!(it("c5").question.fields[0].entries, [number]);
}

#[test]
fn c6_the_amounts_still_add_up() {
    let forgotten: Vec<_> = course()
        .bank
        .entries()
        .iter()
        .map(|entry| match entry.event.clone() {
            bank::Event::AccountOpened { account, .. } => {
                bank::Event::AccountOpened { account, owner: "forgotten".into() }
            }
            other => other,
        })
        .collect();
    let bank: Bank = replay(&forgotten);
    assert_eq!(truth("c6", 0), money(total(&bank)));
    assert_eq!(total(&bank), total(&bank_of(course().bank.entries())));
    let moved = contributions(course().bank.entries(), |bank: &Bank| total(bank).in_cents());
    let moved: Vec<_> = moved.iter().map(|part| part.entry).collect();
    assert_eq!(it("c6").question.fields[0].entries, moved);
}

#[test]
fn c7_only_a_fact_of_the_shop_can_answer() {
    // Of the four, only one is a fact that the domain knows.
    let known =
        ["account_updated", "button_clicked", "please_ship", "payment_received"].map(|name| {
            serde_json::from_str::<order::Event>(&format!("{{\"{name}\":{{\"cents\":2050}}}}"))
                .is_ok()
        });
    let Kind::Choice { choices, .. } = &it("c7").question.fields[0].kind else { panic!("choices") };
    let right: Vec<_> = choices.iter().map(|choice| choice.right).collect();
    assert_eq!(right, known);
    // And without it the question of A5 has no answer.
    let story = course().order;
    let mut mute = Diary::default();
    for entry in story.entries() {
        if !matches!(entry.event, order::Event::PaymentReceived { .. }) {
            mute.append(entry.at, [entry.event.clone()]);
        }
    }
    let answer = order::questions::Question::WhenPaid.ask(&mute, &row_of::<Order>(&mute));
    assert!(matches!(answer[0].diary.value, Value::Nothing(_)));
    assert_eq!(answer[0].diary.rests_on, Vec::<Citation>::new());
    assert_eq!(
        replay::<Order>(mute.entries().iter().map(|it| &it.event)).status(),
        Status::Shipped
    );
}

#[test]
fn c8_half_of_them_do_without() {
    let Kind::Choice { choices, .. } = &it("c8").question.fields[0].kind else { panic!("choices") };
    let no = choices.iter().filter(|choice| !choice.right);
    assert_eq!((no.count(), choices.len()), (3, 6));
}
