//! The answers that the chapters hold ready, worked out once more by the real rules, diaries and
//! readings: a chapter can't promise what the core doesn't do.

use chrono::{NaiveDate, Utc};
use event_diary::{
    course::{COURSE_NOW, Chapter, Guess, Kind, chapter, course},
    diary::{
        Decider, Diary, Entry, FormatError, Link, Snapshot, contributions, line_of, read_line,
        replay,
    },
    domain::{
        Money,
        bank::{self, Account, Account::Everyday, Bank, Command},
        calendar::{end_of_day, start_of_day},
        order::{self, Order, Status},
        questions::{self, Answer, Citation, Finding, Value},
    },
};

fn it(id: &str) -> &'static Chapter {
    chapter(id).unwrap()
}

fn truth(id: &str, field: usize) -> Guess {
    it(id).question.fields[field].kind.truth()
}

fn money(money: Money) -> Guess {
    Guess::Number(money.in_cents())
}

fn count(count: usize) -> Guess {
    Guess::Number(i64::try_from(count).unwrap())
}

fn chosen(name: &str) -> Guess {
    Guess::Choices(vec![name.into()])
}

fn now() -> chrono::DateTime<Utc> {
    chrono::DateTime::from_timestamp_millis(COURSE_NOW).unwrap()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn bank_of(entries: &[Entry<bank::Event>]) -> Bank {
    replay(entries.iter().map(|entry| &entry.event))
}

fn everyday(entries: &[Entry<bank::Event>]) -> Money {
    bank_of(entries).balance(Everyday).unwrap()
}

fn total(bank: &Bank) -> Money {
    Account::ALL.iter().filter_map(|account| bank.balance(*account)).sum()
}

fn row_of<D: Decider>(diary: &Diary<D::Event>) -> Snapshot<D> {
    let mut row = Snapshot::default();
    diary.entries().iter().for_each(|entry| row.overwrite(entry.at, &entry.event));
    row
}

/// Writes what the rules make of the wish; `false` when they refuse it.
fn carry_out<D: Decider>(diary: &mut Diary<D::Event>, wish: &D::Command) -> bool {
    let state: D = replay(diary.entries().iter().map(|entry| &entry.event));
    let events = state.decide(wish);
    events.is_ok_and(|events| {
        diary.append(now(), events);
        true
    })
}

/// The field replays to where the finding can be seen, and names the entries that it rests on.
#[track_caller]
fn rests_on(id: &str, field: usize, finding: &Finding) {
    let it = &it(id).question.fields[field];
    let entries: Vec<_> = finding.rests_on.iter().map(|citation| citation.entry).collect();
    assert_eq!((it.page, it.entries), (finding.page, entries.as_slice()), "{id}, {}", it.label);
}

fn ask(question: questions::bank::Question) -> Vec<Answer> {
    let diary = course().bank;
    let row = row_of::<Bank>(&diary);
    question.ask(Everyday, &diary, &row, &Utc)
}

fn ask_order(question: questions::order::Question) -> Finding {
    let diary = course().order;
    let row = row_of::<Order>(&diary);
    question.ask(&diary, &row).remove(0).diary
}

#[test]
fn a1_three_lines_and_one_number() {
    let stage = &it("a1").stage;
    let mut diary = stage.bank().unwrap();
    let mut row = row_of::<Bank>(&diary);
    let before = diary.clone();
    for action in stage.actions {
        let event_diary::course::Deed::Bank(wish) = action else { panic!("a wish") };
        assert!(carry_out::<Bank>(&mut diary, wish));
        row.handle(now(), wish).unwrap();
    }
    assert_eq!(truth("a1", 0), count(diary.len() - before.len()));
    assert_eq!(diary.until(before.len()), before.entries(), "no line has changed");
    let balances = Account::ALL.iter().filter_map(|account| row.today().balance(*account));
    assert_eq!(truth("a1", 1), count(balances.count()));
    assert_eq!(everyday(diary.entries()), Money::cents(580_00));
    assert_eq!(row.today().balance(Everyday), Some(Money::cents(580_00)));
    assert_eq!(it("a1").question.fields[0].entries, [2, 3, 4]);
}

#[test]
fn a2_the_first_of_march() {
    let answers = ask(questions::bank::Question::BalanceOn { day: day(3, 1) });
    for (field, answer) in answers.iter().enumerate() {
        let Value::Money(balance) = answer.diary.value else { panic!("a balance") };
        assert_eq!(truth("a2", field), money(balance));
        rests_on("a2", field, &answer.diary);
        assert!(matches!(answer.snapshot, questions::Verdict::CannotKnow { .. }));
    }
    assert_eq!(answers.len(), 2);
}

#[test]
fn a3_the_curve() {
    let diary = course().bank;
    let figures = (1..=diary.len()).map(|page| everyday(diary.until(page)).in_cents()).collect();
    assert_eq!(truth("a3", 0), Guess::Curve(figures));
    let moved: Vec<_> = contributions(diary.entries(), |bank: &Bank| {
        bank.balance(Everyday).map_or(0, Money::in_cents)
    })
    .iter()
    .map(|part| part.entry)
    .collect();
    assert_eq!(it("a3").question.fields[0].entries, moved);
    assert_eq!(truth("a3", 1), chosen("stay"));
    assert_eq!(everyday(diary.until(3)), Money::cents(380_00));
    assert_eq!(diary, course().bank, "looking has changed nothing");
}

#[test]
fn a4_two_deposits() {
    let month = event_diary::domain::calendar::Month { year: 2026, month: 2 };
    let found = ask(questions::bank::Question::DepositsIn { month }).remove(0);
    let Value::Total { count: how_many, sum } = found.diary.value else { panic!("a total") };
    assert_eq!((truth("a4", 0), truth("a4", 1)), (count(how_many), money(sum)));
    rests_on("a4", 0, &found.diary);
    rests_on("a4", 1, &found.diary);
    let (first, last) = (day(1, 1), day(3, 20));
    let fees = ask(questions::bank::Question::FeesBetween { first, last }).remove(0).diary;
    assert_eq!(fees.value, Value::Total { count: 1, sum: Money::cents(5_00) });
    let at = course().bank.entry(fees.rests_on[0].entry).unwrap().at;
    assert_eq!(at.to_string(), "2026-02-28 23:59:00 UTC");
}

#[test]
fn a5_the_mug_and_the_payment() {
    let back = ask_order(questions::order::Question::RemovedAndReadded);
    assert_eq!(back.value, Value::Names(vec!["mug".into()]));
    assert_eq!(truth("a5", 0), chosen("mug"));
    rests_on("a5", 0, &back);
    let paid = ask_order(questions::order::Question::WhenPaid);
    assert_eq!(paid.value.words(&Utc), "19 February 2026, 09:30");
    assert_eq!(truth("a5", 1), chosen("paid"));
    rests_on("a5", 1, &paid);
    let span = ask_order(questions::order::Question::PaymentToShipping);
    assert_eq!(span.value.words(&Utc), "2 d 7 h 15 min");
}

#[test]
fn a6_a_refusal_leaves_no_ink() {
    let stage = &it("a6").stage;
    let (mut bank, mut order) = (stage.bank().unwrap(), stage.order().unwrap());
    let written: Vec<_> = stage
        .actions
        .iter()
        .map(|action| match action {
            event_diary::course::Deed::Bank(wish) => carry_out::<Bank>(&mut bank, wish),
            event_diary::course::Deed::Order(wish) => carry_out::<Order>(&mut order, wish),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(written, [false, false, true, false]);
    assert_eq!(bank, course().bank);
    assert_eq!(order.len(), 8);
    assert_eq!(truth("a6", 0), chosen("none"));
    let order = ["rule", "line", "sum"].map(str::to_owned).to_vec();
    assert_eq!(truth("a6", 1), Guess::Order(order));
}

#[test]
fn b1_the_refund_does_not_reach_back() {
    let mut diary = it("b1").stage.bank().unwrap();
    assert_eq!(everyday(diary.entries()), Money::cents(485_00));
    assert!(carry_out::<Bank>(&mut diary, &Command::RefundFee { fee: 1 }));
    let on_the_day = diary.before(end_of_day(day(3, 2), &Utc));
    assert_eq!(truth("b1", 0), money(everyday(on_the_day)));
    assert_eq!(it("b1").question.fields[0].page, on_the_day.len());
    assert_eq!((diary.len(), everyday(diary.entries())), (11, Money::cents(490_00)));
    assert!(matches!(diary.entry(8).unwrap().event, bank::Event::FeeCharged { .. }));
    assert!(matches!(diary.entry(11).unwrap().event, bank::Event::FeeRefunded { .. }));
}

/// The wish that leads to a fact of the story.
fn wish_for(event: &bank::Event) -> Command {
    match event.clone() {
        bank::Event::AccountOpened { account, owner } => Command::OpenAccount { account, owner },
        bank::Event::Deposited { account, amount } => Command::Deposit { account, amount },
        bank::Event::Withdrawn { account, amount } => Command::Withdraw { account, amount },
        bank::Event::Transferred { from, to, amount } => Command::Transfer { from, to, amount },
        bank::Event::FeeCharged { account, amount, .. } => Command::ChargeFee { account, amount },
        bank::Event::FeeRefunded { fee, .. } => Command::RefundFee { fee },
    }
}

#[test]
fn b2_without_the_salary() {
    let story = course().bank;
    let rest: Vec<_> = story.entries().iter().filter(|entry| entry.number != 2).collect();
    let plain: Bank = replay(rest.iter().map(|entry| &entry.event));
    assert_eq!(plain.balance(Everyday), Some(Money::cents(-10_00)));
    let mut copy = Diary::default();
    let refused: Vec<_> = rest
        .iter()
        .filter(|entry| !carry_out::<Bank>(&mut copy, &wish_for(&entry.event)))
        .map(|entry| entry.number)
        .collect();
    assert_eq!(truth("b2", 0), money(everyday(copy.entries())));
    assert_eq!(refused, [3], "the withdrawal of 120.00, and no other");
    let plain = plain.balance(Everyday).unwrap();
    assert!(!it("b2").question.fields[0].judge(&money(plain)).right);
    assert_eq!(story, course().bank, "the original is the same");
}

#[test]
fn b3_a_transfer_changes_no_total() {
    let diary = course().bank;
    assert!(matches!(diary.entry(6).unwrap().event, bank::Event::Transferred { .. }));
    let of_page = |page| total(&bank_of(diary.until(page))).in_cents();
    assert_eq!(truth("b3", 0), Guess::Number(of_page(6) - of_page(5)));
}

#[test]
fn b4_a_checkpoint_is_a_head_start() {
    let mut diary = Diary::default();
    let owner = || "Ana".to_owned();
    assert!(carry_out::<Bank>(
        &mut diary,
        &Command::OpenAccount { account: Everyday, owner: owner() }
    ));
    let deposit = bank::Event::Deposited { account: Everyday, amount: Money::cents(1) };
    diary.append(now(), vec![deposit; 9_999]);
    let entries = diary.entries();
    let checkpoint = bank_of(&entries[..9_984]);
    let rest = &entries[9_984..];
    let opened = rest.iter().fold(checkpoint, |bank, entry| bank.evolve(&entry.event));
    assert_eq!(opened, bank_of(entries), "with the checkpoint or without: the same");
    assert_eq!(truth("b4", 0), count(rest.len()));
}

#[test]
fn b5_a_replay_asks_no_rule() {
    let diary = course().bank;
    let february = diary.until(8).last().unwrap();
    let bank::Event::FeeCharged { amount, .. } = february.event else { panic!("a fee") };
    assert_eq!(amount, Money::cents(5_00));
    assert_eq!(truth("b5", 0), chosen("written"));
    // The fee is an argument of the wish and a part of the fact; to take in a fact asks nobody.
    let dearer = Command::ChargeFee { account: Everyday, amount: Money::cents(7_00) };
    let charged = bank_of(diary.entries()).decide(&dearer).unwrap();
    let now = charged.iter().fold(bank_of(diary.entries()), Bank::evolve);
    assert_eq!(now.balance(Everyday), Some(Money::cents(483_00)));
    assert_eq!(everyday(diary.until(8)), Money::cents(505_00));
}

#[test]
fn b6_nothing_new_is_behind_the_bookmark() {
    let diary = course().bank;
    let deposits = |from: usize| {
        let behind = diary.entries().iter().filter(move |entry| entry.number > from);
        behind.filter(|entry| matches!(entry.event, bank::Event::Deposited { .. }))
    };
    assert_eq!(truth("b6", 0), count(deposits(diary.len()).count()));
    let naive: Vec<_> = deposits(0).map(|entry| entry.number).collect();
    assert_eq!(it("b6").question.fields[0].entries, naive);
    let judged = it("b6").question.fields[0].judge(&count(naive.len()));
    assert!(judged.why[0].starts_with("So many does the first program send"));
}

#[test]
fn c1_one_of_two_withdrawals() {
    let mut diary = course().bank;
    let wish = Command::Withdraw { account: Everyday, amount: Money::cents(400_00) };
    let read = [diary.len(), diary.len()];
    let mut paid = 0;
    for page in read {
        // Decided on the page that was read, and written only if it is still the last.
        let decided = bank_of(diary.until(page)).decide(&wish).unwrap();
        if page == diary.len() {
            diary.append(now(), decided);
            paid += 1;
        } else {
            let again = bank_of(diary.entries()).decide(&wish);
            assert_eq!(
                again.unwrap_err().to_string(),
                "the balance of Everyday is 90.00, and 400.00 is more than that."
            );
        }
    }
    assert_eq!(truth("c1", 0), count(paid));
    assert_eq!(it("c1").question.fields[0].page, diary.len());
}

#[test]
fn c2_the_same_wish_once() {
    let mut diary = course().bank;
    let mut seen: Vec<u32> = Vec::new();
    let wish = Command::Deposit { account: Everyday, amount: Money::cents(50_00) };
    for number in [1, 1] {
        if !seen.contains(&number) {
            seen.push(number);
            assert!(carry_out::<Bank>(&mut diary, &wish));
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
    assert_eq!(truth("c3", 0), money(by_truth.balance(Everyday).unwrap()));
    assert_eq!(truth("c3", 1), money(everyday(known)));
    let fields = it("c3").question.fields;
    assert_eq!((fields[0].page, fields[1].page), (story.len() + 1, known.len()));
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
    let mut link = Link::default();
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
    let mut link = Link::default();
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
    let answer = questions::order::Question::WhenPaid.ask(&mute, &row_of::<Order>(&mute));
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
