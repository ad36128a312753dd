//! How many are taken out of the order: the rules, and what is said of it afterwards.

use chrono::{TimeDelta, Utc};
use diary::{Diary, Snapshot, WhatIf, replay};
use examples::{
    Branched, Money, Outcome,
    compare::compare,
    order::{
        Command, Event, HowMany, Item, Order, Rejection,
        questions::Question,
        reports::{OrderHistory, WhatWasRemoved},
    },
    questions::{Finding, Value, own::Span},
};

use crate::{
    branches::is_told,
    given::{Given, given},
    mirror::begun,
    order::{add, added, created, empty, remove, removed},
    own_stories::{ask_at, question},
    readings::{is_shown_as, shown},
};

/// As it was written before removals had a quantity.
pub(crate) fn all_removed(name: &str) -> Event {
    Event::ItemRemoved { name: name.into(), quantity: HowMany::All }
}

/// The command behind an entry from before removals had a quantity.
fn remove_all(name: &str) -> Command {
    Command::RemoveItem { name: name.into(), quantity: HowMany::All }
}

/// Three strings at 4.00, and a mug.
fn strings() -> Given<Order> {
    given([created(), added("strings", 4_00, 3), added("mug", 12_00, 1)])
}

#[test]
fn takes_out_what_is_in_it() {
    for quantity in 1..=3 {
        strings().when(remove("strings", quantity)).then([removed("strings", quantity)]);
    }
    for order in [empty(), given([created(), added("mug", 12_00, 1), removed("mug", 1)])] {
        order
            .when(remove("mug", 1))
            .then_rejected(Rejection::NotInOrder { name: "mug".into() })
            .saying("the order has no “mug”.");
    }
}

#[test]
fn takes_out_one_at_least_and_as_many_as_there_are_at_most() {
    strings()
        .when(remove("strings", 0))
        .then_rejected(Rejection::NoQuantity)
        .saying("a quantity must be at least 1, and this is 0.");
    // It is said of what isn't there, too.
    empty().when(remove("mug", 0)).then_rejected(Rejection::NoQuantity);
    let not_so_many =
        |name: &str, present, wanted| Rejection::NotSoMany { name: name.into(), present, wanted };
    strings()
        .when(remove("strings", 4))
        .then_rejected(not_so_many("strings", 3, 4))
        .saying("the order has 3 × strings, so 4 can’t be taken out. Take out at most 3.");
    strings()
        .when(remove("mug", 2))
        .then_rejected(not_so_many("mug", 1, 2))
        .saying("the order has 1 × mug, so 2 can’t be taken out. Take out at most 1.");
    strings().when(remove("strings", u32::MAX)).then_rejected(not_so_many("strings", 3, u32::MAX));
    // What has been taken out is not there any more.
    given::<Order>([created(), added("strings", 4_00, 3), removed("strings", 2)])
        .when(remove("strings", 2))
        .then_rejected(not_so_many("strings", 1, 2));
}

/// Of an entry from before removals had a quantity.
#[test]
fn all_of_an_item_is_all_that_is_there() {
    strings().when(remove_all("strings")).then([all_removed("strings")]);
    empty().when(remove_all("mug")).then_rejected(Rejection::NotInOrder { name: "mug".into() });
    let order: Order = replay(&[created(), added("strings", 4_00, 3), all_removed("strings")]);
    assert_eq!(contents(&order), []);
}

#[test]
fn what_is_left_stays_where_it_was_at_its_price() {
    let facts = [created(), added("strings", 4_00, 3), added("mug", 12_00, 1)];
    let take = |quantity| {
        let order: Order = replay(facts.iter().chain(&[removed("strings", quantity)]));
        assert_eq!(order.size(), order.items().len());
        (contents(&order), order.total().in_cents())
    };
    let mug = ("mug".to_owned(), 12_00, 1);
    let strings = |left| ("strings".to_owned(), 4_00, left);
    assert_eq!(take(1), (vec![strings(2), mug.clone()], 20_00));
    assert_eq!(take(2), (vec![strings(1), mug.clone()], 16_00));
    assert_eq!(take(3), (vec![mug.clone()], 12_00), "it has gone");
    // A fact from elsewhere may say more, and can't be refused.
    assert_eq!(take(4), (vec![mug], 12_00));
    // More of it comes at the same price as long as there is some of it.
    let other_price = Rejection::OtherPrice {
        name: "strings".into(),
        price: Money::cents(4_00),
        wanted: Money::cents(5_00),
    };
    let two_taken = [created(), added("strings", 4_00, 3), removed("strings", 2)];
    given::<Order>(two_taken).when(add("strings", 5_00, 1)).then_rejected(other_price);
    let all_taken = [created(), added("strings", 4_00, 3), removed("strings", 3)];
    given::<Order>(all_taken).when(add("strings", 5_00, 1)).then([added("strings", 5_00, 1)]);
}

fn contents(order: &Order) -> Vec<(String, i64, u32)> {
    let item = |item: &&Item| (item.name.to_string(), item.price.in_cents(), item.quantity);
    order.items().iter().map(item).collect()
}

/// An order in which this happened, a minute apart.
fn order_of(facts: impl IntoIterator<Item = Event>) -> (Diary<Event>, Snapshot<Order>) {
    let (mut diary, mut row) = (Diary::default(), Snapshot::default());
    for (minutes, fact) in (0..).zip([created()].into_iter().chain(facts)) {
        let at = begun() + TimeDelta::minutes(minutes);
        row.overwrite(at, &fact);
        diary.append(at, [fact]);
    }
    (diary, row)
}

/// What the diary answers, what it says beside that, and the entries that it rests on.
fn answer(facts: &[Event], question: Question) -> (String, String, Vec<usize>) {
    let (diary, row) = order_of(facts.iter().cloned());
    let finding = question.ask(&diary, &row).remove(0).diary;
    let (said, Finding { note, rests_on, .. }) = (finding.words(&Utc), finding);
    (said, note, rests_on.iter().map(|part| part.entry).collect())
}

#[track_caller]
fn is_answered(facts: &[Event], question: Question, (value, note): (&str, &str), on: &[usize]) {
    assert_eq!(answer(facts, question), (value.into(), note.into(), on.to_vec()));
}

#[test]
fn what_never_came_back_is_told_with_its_number() {
    use Question::{NeverCameBack, RemovedAndReadded};
    let mut facts = vec![added("strings", 4_00, 3), removed("strings", 2)];
    is_answered(&facts, NeverCameBack, ("2 × strings", ""), &[3]);
    is_answered(&facts, RemovedAndReadded, ("no", "removed only: 2 × strings"), &[]);
    facts.push(removed("strings", 1));
    is_answered(&facts, NeverCameBack, ("3 × strings", ""), &[3, 4]);
    is_answered(&facts, RemovedAndReadded, ("no", "removed only: 3 × strings"), &[]);
}

/// Three strings, of which two are taken out, and one comes back.
fn one_of_two() -> Vec<Event> {
    vec![added("strings", 4_00, 3), removed("strings", 2), added("strings", 4_00, 1)]
}

#[test]
fn what_came_back_is_told_with_its_number() {
    use Question::{NeverCameBack, RemovedAndReadded};
    let mut facts = one_of_two();
    let yes = "yes: 2 × strings, 1 of them added again";
    let note = "1 of 2 × strings: removed and not added again";
    is_answered(&facts, RemovedAndReadded, (yes, note), &[3, 4]);
    is_answered(&facts, NeverCameBack, ("1 of 2 × strings", ""), &[3]);
    let (diary, row) = order_of(facts.iter().cloned());
    let case = RemovedAndReadded.ask(&diary, &row).remove(0).diary.cases.remove(0);
    let steps: Vec<_> = case.steps.iter().map(|step| step.words(&Utc)).collect();
    let expected = ["removed 5 January 2026, 09:02", "1 of them added again 5 January 2026, 09:03"];
    assert_eq!(steps, expected);
    // What was taken out first comes back first; more than was out is new.
    facts.push(added("strings", 4_00, 4));
    let yes = "yes: 2 × strings, 2 of them added again";
    is_answered(&facts, RemovedAndReadded, (yes, ""), &[3, 4, 5]);
    is_answered(&facts, NeverCameBack, ("nothing", ""), &[]);
}

#[test]
fn what_was_removed_again_is_not_told_as_of_one_moment() {
    use Question::{NeverCameBack, RemovedAndReadded};
    let mut facts = vec![added("mug", 12_00, 1), removed("mug", 1), added("mug", 12_00, 1)];
    is_answered(&facts, RemovedAndReadded, ("yes: mug", ""), &[3, 4]);
    facts.push(removed("mug", 1));
    let note = "mug: removed again later, and not added again since";
    is_answered(&facts, RemovedAndReadded, ("yes: mug", note), &[3, 4]);
    let note = "mug: came back before, and was removed again";
    is_answered(&facts, NeverCameBack, ("mug", note), &[5]);
    facts.extend([added("tea", 8_50, 1), removed("tea", 1)]);
    let note = "tea: removed and not added again; mug: removed again later, and not added again \
                since";
    is_answered(&facts, RemovedAndReadded, ("yes: mug", note), &[3, 4]);
}

#[test]
fn a_report_tells_how_many_came_back() {
    let (mut diary, _) = order_of(one_of_two());
    let columns = "Item | Removed | Came back";
    let rows = ["2 × strings | 5 Jan 2026, 09:02 | 1 of 2: 5 Jan 2026, 09:03 [3 4]"];
    is_shown_as(&shown::<WhatWasRemoved>(diary.entries(), &Utc, 12), columns, &rows, None);
    diary.append(begun() + TimeDelta::minutes(5), [added("strings", 4_00, 1)]);
    let both = "1 of 2: 5 Jan 2026, 09:03; 1 of 2: 5 Jan 2026, 09:05";
    let rows = [format!("2 × strings | 5 Jan 2026, 09:02 | {both} [3 4 5]")];
    let rows = rows.each_ref().map(String::as_str);
    is_shown_as(&shown::<WhatWasRemoved>(diary.entries(), &Utc, 12), columns, &rows, None);
}

#[test]
fn reports_tell_how_many() {
    let facts = [
        added("strings", 4_00, 3),
        removed("strings", 2),
        added("tea", 8_50, 1),
        added("strings", 4_00, 2),
        removed("tea", 1),
    ];
    let (diary, _) = order_of(facts);
    let removed = shown::<WhatWasRemoved>(diary.entries(), &Utc, 12);
    let rows = [
        "2 × strings | 5 Jan 2026, 09:02 | 5 Jan 2026, 09:04 [3 5]",
        "tea | 5 Jan 2026, 09:05 | never [6]",
    ];
    is_shown_as(&removed, "Item | Removed | Came back", &rows, None);
    let history = shown::<OrderHistory>(diary.entries(), &Utc, 12);
    let rows = ["not paid | 5 Jan 2026, 09:00 |  | 6 items added, 3 removed [1 2 3 4 5 6]"];
    is_shown_as(&history, "Phase | From | Lasted | What happened", &rows, None);
    let differences = compare::<Order>(diary.entries(), 2, 3);
    let strings = differences.iter().find(|it| it.name == "strings").unwrap();
    let words = |value: &Value| value.words(&Utc);
    let both = (words(&strings.before), words(&strings.after));
    assert_eq!(both, ("3, together 12.00".into(), "1, together 4.00".into()));
    assert_eq!(strings.change, Some(Money::cents(-8_00).into()));
}

#[test]
fn a_number_of_removals_is_not_taken_for_a_number_of_things() {
    let facts = [
        added("strings", 4_00, 5),
        removed("strings", 2),
        added("tea", 8_50, 1),
        removed("tea", 1),
    ];
    let (mut diary, _) = order_of(facts);
    let asked = |diary: &Diary<Event>, topic, subject| {
        let question = question("how-many", topic, subject, Span::Any);
        let Finding { value, note, .. } = ask_at::<Order>(diary, diary.len(), &question).diary;
        (value.words(&Utc), note)
    };
    let says = |count: &str, note: &str| (count.to_owned(), note.to_owned());
    let any = says("2", "3 things were removed in all");
    assert_eq!(asked(&diary, "items-removed", ""), any);
    assert_eq!(
        asked(&diary, "items-removed", "strings"),
        says("1", "2 things were removed in all")
    );
    assert_eq!(asked(&diary, "items-removed", "tea"), says("1", ""));
    // Among everything, nothing is added up that goes both ways.
    assert_eq!(asked(&diary, "everything", ""), says("5", "6 things were added in all"));
    // How many an old entry means is what was there.
    diary.append(begun(), [all_removed("strings")]);
    assert_eq!(
        asked(&diary, "items-removed", "strings"),
        says("2", "5 things were removed in all")
    );
}

#[test]
fn a_removal_of_more_than_a_branch_has_is_refused_there() {
    let (diary, _) = order_of([added("strings", 4_00, 3), removed("strings", 2)]);
    let fewer = Branched::<Order>::of(diary.entries(), WhatIf::Instead(2, add("strings", 4_00, 1)));
    let instead = (2, Outcome::Written, "Item added: strings, 4.00", "");
    let why = "the order has 1 × strings, so 2 can’t be taken out. Take out at most 1.";
    is_told::<Order>(
        &diary,
        |entry| fewer.replayed_line(entry),
        &[instead, (3, Outcome::Impossible, "Item removed: 2 × strings", why)],
        &["0.00", "4.00", "0.00"],
    );
    is_told::<Order>(
        &diary,
        |entry| fewer.decided_line(entry),
        &[instead, (3, Outcome::Refused, "Remove 2 × strings", why)],
        &["0.00", "4.00", "4.00"],
    );
    // Where there are more, as many are taken out as were.
    let more = Branched::<Order>::of(diary.entries(), WhatIf::Instead(2, add("strings", 4_00, 5)));
    let instead = (2, Outcome::Written, "Item added: 5 × strings, 4.00 each", "");
    is_told::<Order>(
        &diary,
        |entry| more.decided_line(entry),
        &[instead],
        &["0.00", "20.00", "12.00"],
    );
}
