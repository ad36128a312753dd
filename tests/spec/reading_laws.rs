//! A reading holds nothing that the entries don't: what it tells is what going through them tells.

use std::{collections::BTreeMap, fmt::Debug};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diary::{Checkpointed, Decider, Diary, Entry, project, replay};
use examples::{
    Amount, Money, Statement,
    bank::{
        self, Account, Bank,
        reports::{AllAccounts, MonthlyTotals},
    },
    calendar::{Month, start_of_day},
    order::{
        self, HowMany, Order, Status,
        reports::{OrderHistory, Removal, WhatWasRemoved},
    },
    readings::{Report, table},
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};

use crate::{
    mirror::begun,
    months::any_zone,
    random::{Sample, Tale, check, scripts},
    readings::shown,
};

/// Kept up to date in whatever steps, a reading is the one that is filled from nothing.
fn kept_is_rebuilt<D, P>()
where
    D: Sample,
    P: Report<Event = D::Event> + Clone + Debug + PartialEq,
{
    let cases = (scripts(), vec(any::<Index>(), 0..6), any_zone());
    check(cases, |(script, steps, zone)| {
        let diary = Tale::<D>::of(&script).diary;
        let entries = diary.entries();
        let mut kept = Checkpointed::<P>::default();
        for step in steps {
            let version = step.index(entries.len() + 1);
            let before = kept.version();
            // The reading only ever sees what has been written by then.
            kept.read_to(diary.until(version), entries.len());
            prop_assert_eq!(kept.version(), before.max(version));
            prop_assert_eq!(kept.reading(), &project::<P>(diary.until(kept.version())));
            prop_assert_eq!(kept.behind(entries), entries.len() - kept.version());
            let as_of_then = shown::<P>(diary.until(kept.version()), &zone, 9);
            prop_assert_eq!(table(&kept, entries, &zone, 9), as_of_then);
        }
        kept.read_to(entries, entries.len());
        let mut rebuilt = kept.clone();
        rebuilt.delete();
        prop_assert_eq!(&rebuilt, &Checkpointed::default());
        rebuilt.read_to(entries, entries.len());
        prop_assert_eq!(rebuilt, kept);
        Ok(())
    });
}

#[test]
fn a_reading_that_is_rebuilt_is_the_one_that_was_kept() {
    kept_is_rebuilt::<Bank, Statement<Bank>>();
    kept_is_rebuilt::<Bank, MonthlyTotals>();
    kept_is_rebuilt::<Bank, AllAccounts>();
    kept_is_rebuilt::<Order, Statement<Order>>();
    kept_is_rebuilt::<Order, OrderHistory>();
    kept_is_rebuilt::<Order, WhatWasRemoved>();
}

/// By how much an entry makes the owner richer, and in which of the four columns.
pub(crate) fn gain(event: &bank::Event) -> [i64; 4] {
    match event {
        bank::Event::Deposited { amount, .. } => [amount.in_cents(), 0, 0, 0],
        bank::Event::Withdrawn { amount, .. } => [0, -amount.in_cents(), 0, 0],
        bank::Event::FeeCharged { amount, .. } => [0, 0, -amount.in_cents(), 0],
        bank::Event::FeeRefunded { amount, .. } => [0, 0, 0, amount.in_cents()],
        bank::Event::AccountOpened { .. } | bank::Event::Transferred { .. } => [0; 4],
    }
}

/// The month that has begun and not ended at an instant. Random tales last less than five months.
pub(crate) fn month_of(at: DateTime<Utc>, zone: Tz) -> Month {
    let months = (0..8).scan(Month { year: 2025, month: 11 }, |month, _| {
        *month = month.next();
        Some(*month)
    });
    let begins = |month: Month| start_of_day(month.day(1), &zone);
    let mut here = months.filter(|month| begins(*month) <= at && at < begins(month.next()));
    here.next().expect("every instant lies in a month")
}

#[test]
fn fault_28_monthly_totals_share_out_the_diary() {
    check((scripts(), any_zone()), |(script, zone)| {
        let Tale { diary, row, .. } = Tale::<Bank>::of(&script);
        let months = project::<MonthlyTotals>(diary.entries()).months(&zone);
        prop_assert!(months.is_sorted_by(|(before, _), (after, _)| before < after));
        for (month, totals) in &months {
            let inside = diary.entries().iter().filter(|one| month_of(one.at, zone) == *month);
            let gains: Vec<_> = inside.map(|one| (one.number, gain(&one.event))).collect();
            let sum = |at: usize| gains.iter().map(|(_, gain)| gain[at]).sum::<i64>();
            let found = [totals.money_in, totals.money_out, totals.fees, totals.refunds];
            let naive = [0, 1, 2, 3].map(sum);
            prop_assert_eq!(found.map(Money::in_cents), naive);
            prop_assert_eq!(totals.net().in_cents(), naive.iter().sum::<i64>());
            let moving = gains.into_iter().filter(|(_, gain)| *gain != [0; 4]);
            let naive: Vec<_> = moving.map(|(at, gain)| (at, gain.iter().sum::<i64>())).collect();
            let cited = totals.rests_on.iter();
            let cited = cited.map(|part| (part.entry, part.change.map_or(0, Amount::units)));
            prop_assert_eq!(cited.collect::<Vec<_>>(), naive);
        }
        // Nothing is left out, and nothing counted twice: the nets sum to the balance.
        let nets: i64 = months.iter().map(|(_, totals)| totals.net().in_cents()).sum();
        let accounts = row.today().accounts();
        prop_assert_eq!(nets, accounts.iter().map(|held| held.balance.in_cents()).sum::<i64>());
        Ok(())
    });
}

#[test]
fn all_accounts_are_what_replay_tells() {
    check(scripts(), |script| {
        let Tale { diary, row, .. } = Tale::<Bank>::of(&script);
        let reading: AllAccounts = project(diary.entries());
        let found: Vec<_> =
            reading.balances().into_iter().map(|(account, sum)| (account, sum.result)).collect();
        let mut naive: Vec<_> = Account::FIRST
            .into_iter()
            .filter_map(|account| Some((account.clone(), row.today().balance(&account)?)))
            .collect();
        for entry in diary.entries() {
            if let bank::Event::AccountOpened { account, .. } = &entry.event
                && matches!(account, Account::Named(_))
            {
                naive.push((account.clone(), row.today().balance(account).unwrap()));
            }
        }
        prop_assert_eq!(&found, &naive);
        let total = reading.total();
        prop_assert_eq!(total.is_some(), !naive.is_empty());
        for sum in reading.balances().into_iter().map(|(_, sum)| sum).chain(total.clone()) {
            prop_assert_eq!(sum.terms.iter().map(|(_, change)| *change).sum::<Money>(), sum.result);
            prop_assert_eq!(sum.carried, None);
        }
        if let Some(total) = total {
            let gains = diary.entries().iter().map(|entry| (entry.number, gain(&entry.event)));
            let gains = gains.map(|(at, gain)| (at, Money::cents(gain.iter().sum())));
            let gains: Vec<_> = gains.filter(|(_, gain)| *gain != Money::ZERO).collect();
            prop_assert_eq!(total.terms, gains);
        }
        Ok(())
    });
}

/// How many things an entry put in and took out, by what was in the order before and after it.
fn things(diary: &Diary<order::Event>, entry: &Entry<order::Event>) -> (u64, u64) {
    let inside = |version| {
        let order: Order = replay(diary.until(version).iter().map(|entry| &entry.event));
        order.items().iter().map(|item| u64::from(item.quantity)).sum::<u64>()
    };
    let (before, after) = (inside(entry.number - 1), inside(entry.number));
    (after.saturating_sub(before), before.saturating_sub(after))
}

#[test]
fn phases_share_out_the_order() {
    check(scripts(), |script| {
        let diary = Tale::<Order>::of(&script).diary;
        let reading: OrderHistory = project(diary.entries());
        let mut next = 1;
        for phase in reading.phases() {
            let (first, last) = phase.entries;
            prop_assert_eq!(first, next);
            prop_assert!(first <= last);
            next = last + 1;
            let entries = &diary.entries()[first - 1..last];
            prop_assert_eq!(phase.from, entries[0].at);
            for version in first..=last {
                let order: Order = replay(diary.until(version).iter().map(|entry| &entry.event));
                prop_assert_eq!(order.status(), phase.status);
            }
            let moved = entries.iter().map(|entry| things(&diary, entry));
            let moved = moved.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
            prop_assert_eq!((phase.added, phase.removed), moved);
            let paid = phase.status == Status::Paid;
            prop_assert_eq!(phase.received != Money::ZERO, paid);
        }
        prop_assert_eq!(next, diary.len() + 1);
        let statuses: Vec<_> = reading.phases().iter().map(|phase| phase.status).collect();
        prop_assert!(statuses.windows(2).all(|pair| pair[0] != pair[1]));
        Ok(())
    });
}

/// Also for facts in an order that the rules would refuse: a reading refuses nothing.
#[test]
fn every_removal_is_told_once() {
    check(vec(comings_and_goings(), 0..30), |facts| {
        let mut diary = Diary::default();
        diary.append(begun(), facts);
        let entries = diary.entries();
        let mut order = Order::default();
        let mut naive = Vec::new();
        for entry in entries {
            if let order::Event::ItemRemoved { name, quantity } = &entry.event {
                let there = order.item(name).map_or(0, |item| item.quantity);
                naive.push((name.clone(), quantity.of(there), entry.number));
            }
            order = order.evolve(&entry.event);
        }
        let reading: WhatWasRemoved = project(entries);
        let found = reading.removals().iter();
        let found = found.map(|it| (it.name.clone(), it.quantity, it.removed.0));
        prop_assert_eq!(found.collect::<Vec<_>>(), naive);
        Ok(())
    });
}

fn comings_and_goings() -> impl Strategy<Value = order::Event> {
    let name = || select(vec!["mug", "tea", "lamp"]).prop_map(Into::into);
    let how_many = prop_oneof![3 => (0..4_u32).prop_map(HowMany::Exactly), 1 => Just(HowMany::All)];
    prop_oneof![
        (name(), 0..4_u32).prop_map(|(name, quantity)| {
            order::Event::ItemAdded { name, price: Money::cents(1), quantity }
        }),
        (name(), how_many)
            .prop_map(|(name, quantity)| order::Event::ItemRemoved { name, quantity }),
    ]
}

/// However much is taken out and put in: what is told of as missing is what was taken out and not put in
/// since, and nothing comes back twice.
#[test]
fn nothing_comes_back_twice() {
    check(vec(comings_and_goings(), 0..30), |facts| {
        let mut diary = Diary::default();
        diary.append(begun(), facts);
        let entries = diary.entries();
        let reading: WhatWasRemoved = project(entries);
        let mut out = BTreeMap::<String, u32>::new();
        let mut order = Order::default();
        for entry in entries {
            match &entry.event {
                order::Event::ItemRemoved { name, quantity } => {
                    let there = order.item(name).map_or(0, |item| item.quantity);
                    *out.entry(name.to_string()).or_default() += quantity.of(there);
                }
                order::Event::ItemAdded { name, quantity, .. } => {
                    let missing = out.entry(name.to_string()).or_default();
                    *missing = missing.saturating_sub(*quantity);
                }
                _ => {}
            }
            order = order.evolve(&entry.event);
        }
        for (name, missing) in &out {
            let of_it = reading.removals().iter().filter(|it| it.name.as_str() == name);
            prop_assert_eq!(of_it.map(Removal::missing).sum::<u32>(), *missing);
        }
        prop_assert_eq!(reading.gone_items().len(), out.values().filter(|it| **it > 0).count());
        let gone = reading.removals().iter().filter(|it| it.missing() > 0);
        prop_assert!(gone.eq(reading.gone()));
        Ok(())
    });
}
