//! What if? The stories with one entry changed in a copy, line by line.

use event_diary::diary::Recall;
use event_diary::{
    course::course,
    diary::{Diary, Fate, WhatIf, fingerprint, project},
    domain::{
        BranchLine, Branched, Gap, Money,
        Outcome::{self, Impossible, Kept, Refused, Struck, Written},
        Parting, Statement, Told,
        bank::{self, Account::Everyday, Account::Savings, Bank},
        order::{self, Order, Status},
    },
};

fn line(told: &BranchLine) -> (Outcome, String, String, String) {
    let figures: Vec<_> = told.figures.iter().flatten().map(Money::to_string).collect();
    (told.outcome, told.what.clone(), told.why.clone(), figures.join(" "))
}

/// A line that is not as it was: its number, how it fared, what stands there, and why.
type Change = (usize, Outcome, &'static str, &'static str);

/// Every line is as it was but these, and these are the figures after each entry.
#[track_caller]
fn is_told<D: Told + Recall>(
    diary: &Diary<D::Event>,
    told: impl Fn(&event_diary::diary::Entry<D::Event>) -> Option<BranchLine>,
    changes: &[Change],
    figures: &[&str],
) {
    let original: Statement<D> = project(diary.entries());
    assert_eq!(figures.len(), diary.len());
    for (entry, figures) in diary.entries().iter().zip(figures) {
        let told = told(entry).unwrap();
        assert_eq!(told.number, entry.number);
        let kept = (entry.number, Kept, original.line(entry).what, String::new());
        let expected = changes
            .iter()
            .find(|change| change.0 == entry.number)
            .map_or(kept, |&(number, outcome, what, why)| {
                (number, outcome, what.to_owned(), why.to_owned())
            });
        let (outcome, what, why, shown) = line(&told);
        assert_eq!((told.number, outcome, what, why), expected);
        assert_eq!(shown, *figures, "after entry {}", entry.number);
    }
}

fn strike<D: Told + Recall>(diary: &Diary<D::Event>, entry: usize) -> Branched<D> {
    Branched::of(diary.entries(), WhatIf::Strike(entry))
}

fn cents(cents: i64) -> Money {
    Money::cents(cents)
}

/// The course's B2, every line of it.
#[test]
fn without_the_salary() {
    let diary = course().bank;
    let branched = strike::<Bank>(&diary, 2);
    let struck = (2, Struck, "Deposited 500.00 into Everyday", "");

    is_told::<Bank>(
        &diary,
        |entry| branched.replayed_line(entry),
        &[
            struck,
            (
                3,
                Impossible,
                "Withdrawn 120.00 from Everyday",
                "the balance of Everyday is 0.00, and 120.00 is more than that.",
            ),
            (
                6,
                Impossible,
                "Transferred 150.00 to Savings",
                "the balance of Everyday is 80.00, and 150.00 is more than that.",
            ),
            (
                9,
                Impossible,
                "Withdrawn 60.00 from Everyday",
                "the balance of Everyday is 5.00, and 60.00 is more than that.",
            ),
        ],
        &[
            "0.00",
            "0.00",
            "−120.00",
            "80.00",
            "80.00 0.00",
            "−70.00 150.00",
            "10.00 150.00",
            "5.00 150.00",
            "−55.00 150.00",
            "−50.00 150.00",
            "−10.00 150.00",
        ],
    );
    let replayed = &branched.branch().replayed;
    assert_eq!(replayed.first_impossible(), Some(3));
    assert_eq!(replayed.refused().count(), 0);
    assert_eq!(replayed.today().balance(Everyday), Some(cents(-10_00)));
    assert_eq!(branched.replayed().figure_at(10, 0), Some(cents(-10_00)));
    assert_eq!(replayed.diary().len(), 10);

    is_told::<Bank>(
        &diary,
        |entry| branched.decided_line(entry),
        &[
            struck,
            (
                3,
                Refused,
                "Withdraw 120.00 from Everyday",
                "the balance of Everyday is 0.00, and 120.00 is more than that.",
            ),
        ],
        &[
            "0.00",
            "0.00",
            "0.00",
            "200.00",
            "200.00 0.00",
            "50.00 150.00",
            "130.00 150.00",
            "125.00 150.00",
            "65.00 150.00",
            "70.00 150.00",
            "110.00 150.00",
        ],
    );
    let decided = &branched.branch().decided;
    assert_eq!(decided.first_impossible(), None);
    assert_eq!(decided.refused().collect::<Vec<_>>(), [3]);
    assert_eq!(decided.today().balance(Everyday), Some(cents(110_00)));
    assert_eq!(decided.today().balance(Savings), Some(cents(150_00)));
    assert_eq!(branched.decided().figure_at(9, 0), Some(cents(110_00)));
    assert_eq!(decided.diary().len(), 9);

    // The diary is byte for byte the same: this fingerprint is in the fixtures, too.
    assert_eq!(diary, course().bank);
    assert_eq!(fingerprint(diary.entries()).to_string(), "f36f5b69");
}

#[test]
fn where_the_salary_makes_a_difference() {
    let diary = course().bank;
    let branched = strike::<Bank>(&diary, 2);
    let gap = |name, here, there| Gap { name, here: Some(cents(here)), there: Some(cents(there)) };
    let savings = gap("Savings", 150_00, 150_00);

    let replayed = branched.branch().replayed.diary().entries();
    let parting = Parting::of::<Bank>(diary.entries(), replayed);
    let figures = vec![gap("Everyday", 490_00, -10_00), savings];
    assert_eq!(parting, Parting { entry: Some(2), figures });
    assert_eq!(parting.figures[0].by(), cents(-500_00));
    assert_eq!(parting.figures[1].by(), cents(0));

    let decided = branched.branch().decided.diary().entries();
    let parting = Parting::of::<Bank>(diary.entries(), decided);
    let figures = vec![gap("Everyday", 490_00, 110_00), savings];
    assert_eq!(parting, Parting { entry: Some(2), figures });
    assert_eq!(parting.figures[0].by(), cents(-380_00));

    // The two futures part where the withdrawal stands in the one alone.
    let parting = Parting::of::<Bank>(replayed, decided);
    assert_eq!((parting.entry, parting.figures[0].by()), (Some(2), cents(120_00)));
    assert_eq!(Parting::of::<Bank>(diary.entries(), diary.entries()).entry, None);
    // What isn't there counts as nothing.
    let parting = Parting::of::<Bank>(diary.until(4), diary.entries());
    assert_eq!((parting.entry, parting.figures[1].by()), (Some(5), cents(150_00)));
    assert_eq!(parting.figures[1].here, None);
}

/// A fee that is struck can't be given back. Plain replay gives it back all the same.
#[test]
fn without_the_fee() {
    let diary = course().bank;
    let branched = strike::<Bank>(&diary, 8);
    let replayed = branched.replayed_line(diary.entry(10).unwrap()).unwrap();
    let why = "no such fee was ever charged.".to_owned();
    let stands = "Fee of 5.00 refunded to Everyday".to_owned();
    assert_eq!(line(&replayed), (Impossible, stands, why.clone(), "455.00 150.00".into()));
    assert_eq!(branched.branch().replayed.today().balance(Everyday), Some(cents(495_00)));

    let decided = branched.decided_line(diary.entry(10).unwrap()).unwrap();
    assert_eq!(line(&decided), (Refused, "Refund fee 1".into(), why, "450.00 150.00".into()));
    assert_eq!(branched.branch().decided.today().balance(Everyday), Some(cents(490_00)));
    assert_eq!(branched.branch().decided.refused().collect::<Vec<_>>(), [10]);
}

/// A refund is always of the whole fee, so the recorded 5.00 could not have been given back.
#[test]
fn a_fee_of_7_instead() {
    let diary = course().bank;
    let fee = bank::Command::ChargeFee { account: Everyday, amount: cents(7_00) };
    let branched = Branched::<Bank>::of(diary.entries(), WhatIf::Instead(8, fee));
    let both = |number| {
        let entry = diary.entry(number).unwrap();
        let lines = [branched.replayed_line(entry), branched.decided_line(entry)];
        lines.map(|told| line(&told.unwrap()))
    };
    let written = (
        Written,
        "Fee of 7.00 charged to Everyday".to_owned(),
        String::new(),
        "503.00 150.00".to_owned(),
    );
    assert_eq!(both(8), [written.clone(), written]);
    let stands = (
        Impossible,
        "Fee of 5.00 refunded to Everyday".to_owned(),
        "the rules would have written “Fee of 7.00 refunded to Everyday”.".to_owned(),
        "448.00 150.00".to_owned(),
    );
    let again = (
        Written,
        "Fee of 7.00 refunded to Everyday".to_owned(),
        String::new(),
        "450.00 150.00".to_owned(),
    );
    assert_eq!(both(10), [stands, again]);
    assert_eq!(branched.branch().replayed.today().balance(Everyday), Some(cents(488_00)));
    assert_eq!(branched.branch().decided.today().balance(Everyday), Some(cents(490_00)));
}

#[test]
fn only_20_withdrawn_instead() {
    let diary = course().bank;
    let less = bank::Command::Withdraw { account: Everyday, amount: cents(20_00) };
    let branched = Branched::<Bank>::of(diary.entries(), WhatIf::Instead(3, less));
    let branch = branched.branch();
    assert_eq!(branch.replayed, branch.decided, "the rules have no objection");
    assert_eq!(branch.decided.today().balance(Everyday), Some(cents(590_00)));
    assert_eq!((branch.replayed.first_impossible(), branch.decided.refused().count()), (None, 0));
    assert_eq!(branch.decided.diary().len(), 11);
}

#[test]
fn what_is_written_instead_obeys_the_rules_too() {
    let diary = course().bank;
    let more = bank::Command::Withdraw { account: Everyday, amount: cents(10_000_00) };
    let branched = Branched::<Bank>::of(diary.entries(), WhatIf::Instead(3, more));
    for told in [
        branched.replayed_line(diary.entry(3).unwrap()),
        branched.decided_line(diary.entry(3).unwrap()),
    ] {
        let why = "the balance of Everyday is 500.00, and 10,000.00 is more than that.".to_owned();
        let wish = "Withdraw 10,000.00 from Everyday".to_owned();
        assert_eq!(line(&told.unwrap()), (Refused, wish, why, "500.00".into()));
    }
    // Nothing stands there, so it is as if the entry had been struck.
    let struck = strike::<Bank>(&diary, 3);
    assert_eq!(branched.branch().replayed.diary(), struck.branch().replayed.diary());
    assert_eq!(branched.branch().decided.diary(), struck.branch().decided.diary());
}

/// “Refund fee 2” means the second fee, also where it is the first by now.
#[test]
fn a_refund_follows_its_fee() {
    use bank::Event::{AccountOpened, Deposited, FeeCharged, FeeRefunded};
    let account = Everyday;
    let charged = |cents, fee| FeeCharged { account, amount: Money::cents(cents), fee };
    let refunded = |cents, fee| FeeRefunded { account, amount: Money::cents(cents), fee };
    let mut diary = Diary::default();
    diary.append(
        course().bank.entries()[0].at,
        [
            AccountOpened { account, owner: "Ana".into() },
            Deposited { account, amount: cents(100_00) },
            charged(5_00, 1),
            charged(7_00, 2),
            charged(9_00, 3),
            refunded(7_00, 2),
        ],
    );
    let branched = strike::<Bank>(&diary, 3);
    let decided = &branched.branch().decided;
    let events: Vec<_> = decided.diary().entries()[2..].iter().map(|it| it.event.clone()).collect();
    assert_eq!(events, [charged(7_00, 1), charged(9_00, 2), refunded(7_00, 1)]);
    let told = branched.decided_line(diary.entry(6).unwrap()).unwrap();
    let what = "Fee of 7.00 refunded to Everyday".to_owned();
    assert_eq!(line(&told), (Written, what, String::new(), "91.00".into()));
    // Without the second fee there is nothing to give back, though the third has its number now.
    assert_eq!(strike::<Bank>(&diary, 4).branch().decided.refused().collect::<Vec<_>>(), [6]);
    // In plain replay the facts keep numbers that the rules would not have given.
    let replayed = branched.replayed_line(diary.entry(4).unwrap()).unwrap();
    assert_eq!(replayed.outcome, Impossible);
    assert_eq!(replayed.why, "the rules would have given it another number.");
    // The account that is struck itself takes everything with it.
    let nothing = strike::<Bank>(&diary, 1);
    assert_eq!(nothing.branch().decided.refused().collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
    assert!(nothing.branch().decided.diary().is_empty());
}

#[test]
fn an_order_that_was_never_paid_is_not_shipped() {
    let diary = course().order;
    let branched = strike::<Order>(&diary, 8);
    let struck = (8, Struck, "Payment of 20.50 received", "");
    let why = "20.50 is still to be paid, and only a paid order is shipped.";
    let figures = ["0.00", "12.00", "20.50", "8.50", "20.50", "59.50", "20.50", "20.50", "20.50"];
    is_told::<Order>(
        &diary,
        |entry| branched.replayed_line(entry),
        &[struck, (9, Impossible, "Order shipped", why)],
        &figures,
    );
    is_told::<Order>(
        &diary,
        |entry| branched.decided_line(entry),
        &[struck, (9, Refused, "Ship", why)],
        &figures,
    );
    let branch = branched.branch();
    assert_eq!(branch.replayed.today().status(), Status::Shipped);
    assert_eq!(branch.decided.today().status(), Status::Filling);
}

/// Without the first mug, taking it out is refused, and the order still comes to the same.
#[test]
fn an_order_without_the_first_mug() {
    let diary = course().order;
    let branched = strike::<Order>(&diary, 2);
    let struck = (2, Struck, "Item added: mug, 12.00", "");
    let why = "there is no mug in the order.";
    let figures = ["0.00", "0.00", "8.50", "8.50", "20.50", "59.50", "20.50", "20.50", "20.50"];
    is_told::<Order>(
        &diary,
        |entry| branched.replayed_line(entry),
        &[struck, (4, Impossible, "Item removed: mug", why)],
        &figures,
    );
    is_told::<Order>(
        &diary,
        |entry| branched.decided_line(entry),
        &[struck, (4, Refused, "Remove mug", why)],
        &figures,
    );
    let decided = &branched.branch().decided;
    assert_eq!((decided.today().status(), decided.diary().len()), (Status::Shipped, 7));
    let parting = Parting::of::<Order>(diary.entries(), decided.diary().entries());
    assert_eq!((parting.entry, parting.figures[0].by()), (Some(2), Money::ZERO));
    assert_eq!(fingerprint(diary.entries()).to_string(), "ad7dd181");
}

/// The customer paid 20.50, and no branch makes another payment of it.
#[test]
fn an_order_without_the_second_mug() {
    let diary = course().order;
    let branched = strike::<Order>(&diary, 5);
    let pay = "the total is 8.50, and 20.50 is another amount.";
    let ship = "8.50 is still to be paid, and only a paid order is shipped.";
    let struck = (5, Struck, "Item added: mug, 12.00", "");
    let figures = ["0.00", "12.00", "20.50", "8.50", "8.50", "47.50", "8.50", "8.50", "8.50"];
    is_told::<Order>(
        &diary,
        |entry| branched.replayed_line(entry),
        // Once the payment stands there, shipping is as it should be.
        &[struck, (8, Impossible, "Payment of 20.50 received", pay)],
        &figures,
    );
    is_told::<Order>(
        &diary,
        |entry| branched.decided_line(entry),
        &[struck, (8, Refused, "Receive a payment of 20.50", pay), (9, Refused, "Ship", ship)],
        &figures,
    );
}

#[test]
fn a_line_that_was_written_since_is_not_told() {
    let diary = course().bank;
    let branched = Branched::<Bank>::of(diary.until(9), WhatIf::Strike(2));
    assert!(branched.decided_line(diary.entry(9).unwrap()).is_some());
    assert_eq!(branched.decided_line(diary.entry(10).unwrap()), None);
    assert_eq!(branched.branch().decided.step(0), None);
    assert_eq!(branched.branch().decided.facts(0), []);
    assert_eq!(branched.branch().decided.facts(12), []);
}

/// An order with an impossible fact in it, from a file perhaps, is branched without a fuss.
#[test]
fn a_diary_that_nobody_decided_is_branched_too() {
    let mut diary = Diary::default();
    let amount = cents(1_00);
    diary.append(
        course().order.entries()[0].at,
        [
            order::Event::OrderShipped {},
            order::Event::PaymentReceived { amount },
            order::Event::OrderCreated { number: "ORD-2".into() },
        ],
    );
    let branched = strike::<Order>(&diary, 1);
    let refused = Fate::Impossible(Err(order::Rejection::NotCreated));
    assert_eq!(branched.branch().replayed.step(2).unwrap().fate, refused);
    assert_eq!(branched.branch().decided.refused().collect::<Vec<_>>(), [2]);
    assert_eq!(branched.branch().decided.today().number(), "ORD-2");
}
