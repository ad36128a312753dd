//! Random tales: mostly sensible commands, with a fair share that the rules refuse.

mod order;
mod parcel;

use std::{fmt::Debug, sync::OnceLock};

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use diary::{Decider, Diary, Snapshot, StoredEvent};
use examples::{
    Describe, Money,
    bank::{self, Account, Bank},
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    strategy::ValueTree,
    test_runner::{Config, TestCaseError, TestRunner},
};

/// Tries a law on a thousand cases, and shows the smallest one that breaks it.
#[track_caller]
pub(crate) fn check<S: Strategy>(cases: S, law: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    check_times(1_000, cases, law);
}

/// The same with fewer cases, where each takes its time.
#[track_caller]
pub(crate) fn check_times<S: Strategy>(
    times: u32,
    cases: S,
    law: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config { cases: times, failure_persistence: None, ..Config::default() };
    if let Err(broken) = TestRunner::new(config).run(&cases, law) {
        panic!("{broken}");
    }
}

/// A thing whose laws can be tried: every example.
pub(crate) trait Sample:
    Debug
    + Describe
    + Decider<Command: Debug, Event: Debug + PartialEq + StoredEvent, Rejection: Debug + PartialEq>
    + 'static
{
    /// What this step asks for where things stand.
    fn command(&self, step: &Step, names: &[String]) -> Self::Command;

    /// A diary of 600 entries, the same in every run.
    fn long() -> &'static Tale<Self>;
}

/// One command in the raw; what it means depends on where things stand.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    kind: u8,
    which: Which,
    name: usize,
    amount: Money,
    quantity: u32,
    /// Whether the numbers are the ones that fit.
    fitting: bool,
    after: TimeDelta,
}

/// Which of the bank's accounts a step is about.
#[derive(Clone, Copy, Debug)]
enum Which {
    Everyday,
    Savings,
    /// The one that goes by the step's name, if that is one.
    Named,
}

/// Every kind of account: the names are some that come up in tales.
pub(crate) fn accounts() -> impl Strategy<Value = Account> {
    let named = ["Ana", "MUG", "tea"].map(Account::called);
    prop_oneof![2 => select(Account::FIRST.to_vec()), 1 => select(named.to_vec())]
}

/// What a tale is made from.
#[derive(Clone, Debug)]
pub(crate) struct Script {
    pub(crate) names: Vec<String>,
    pub(crate) steps: Vec<Step>,
}

/// Both memories, after the same commands.
#[derive(Clone, Debug)]
pub(crate) struct Tale<D: Decider> {
    pub(crate) diary: Diary<D::Event>,
    pub(crate) row: Snapshot<D>,
    pub(crate) clock: DateTime<Utc>,
}

impl<D: Sample> Default for Tale<D> {
    fn default() -> Self {
        let clock = Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap();
        Self { diary: Diary::default(), row: Snapshot::default(), clock }
    }
}

impl<D: Sample> Tale<D> {
    /// The tale of a whole script.
    pub(crate) fn of(script: &Script) -> Self {
        let mut tale = Self::default();
        for step in &script.steps {
            tale.tell(step, &script.names);
        }
        tale
    }

    /// Sets the clock, and says what the step asks for.
    pub(crate) fn next_command(&mut self, step: &Step, names: &[String]) -> D::Command {
        self.clock += step.after;
        self.row.today().command(step, names)
    }

    fn tell(&mut self, step: &Step, names: &[String]) {
        let command = self.next_command(step, names);
        for event in self.row.today().decide(&command).unwrap_or_default() {
            self.row.overwrite(self.clock, &event);
            self.diary.append(self.clock, [event]);
        }
    }
}

/// Scripts of up to 40 steps. Most begin with an opening, so that more can happen.
pub(crate) fn scripts() -> impl Strategy<Value = Script> {
    let opening = prop::bool::weighted(0.9);
    (vec(name(), 4), opening, vec(step(0..100), 1..40)).prop_map(|(names, opened, mut steps)| {
        if opened {
            let open = Step { kind: 0, fitting: true, ..steps[0].clone() };
            // The name of the third may be one that no account can have.
            let all = [Which::Savings, Which::Everyday, Which::Named];
            steps.splice(..0, all.map(|which| Step { which, ..open.clone() }));
        }
        Script { names, steps }
    })
}

/// Steps that don't end an order, for long diaries.
pub(crate) fn endless_steps(size: usize) -> impl Strategy<Value = Vec<Step>> {
    vec(step(0..92), size)
}

/// One command of these kinds.
pub(crate) fn step(kinds: std::ops::Range<u8>) -> impl Strategy<Value = Step> {
    let quantity =
        prop_oneof![8 => 1_u32..=3, 1 => Just(0), 1 => Just(u32::MAX), 1 => 1..=1_000_u32];
    (kinds, which(), 0..4_usize, amount(), quantity, prop::bool::weighted(0.75), pause()).prop_map(
        |(kind, which, name, amount, quantity, fitting, after)| Step {
            kind,
            which,
            name,
            amount,
            quantity,
            fitting,
            after,
        },
    )
}

fn which() -> impl Strategy<Value = Which> {
    prop_oneof![2 => Just(Which::Everyday), 2 => Just(Which::Savings), 1 => Just(Which::Named)]
}

fn amount() -> impl Strategy<Value = Money> {
    let edges = [0, -1, -500_00, Money::MAX.in_cents(), 1_000_000_000_001, i64::MAX, i64::MIN];
    prop_oneof![8 => 1_i64..=500_00, 3 => select(vec![1_i64, 5_00, 100_00]), 2 => select(edges.to_vec())]
        .prop_map(Money::cents)
}

/// The clock mostly goes on, sometimes stands still, and now and then is set back.
fn pause() -> impl Strategy<Value = TimeDelta> {
    prop_oneof![
        6 => (0_i64..72 * 3_600_000).prop_map(TimeDelta::milliseconds),
        2 => (0_i64..5_000_000).prop_map(TimeDelta::nanoseconds),
        1 => Just(TimeDelta::zero()),
        1 => (-50_i64..0).prop_map(TimeDelta::hours),
    ]
}

/// Names as people have them, and as nobody should.
pub(crate) fn name() -> impl Strategy<Value = String> {
    let odd = [
        "a|b",
        "\"}]|{",
        "\\",
        "x\ny\r\n",
        "\0",
        "\u{202E}gnp.exe",
        "👩‍👩‍👧",
        "e\u{301}",
        "\u{7f}\u{85}x",
        "<script>alert(1)</script>",
        "=1+1",
        "",
        "  ",
        " Ana ",
        "\u{10FFFF}\u{FFFF}",
    ];
    let chars = vec(any::<char>(), 0..12).prop_map(String::from_iter);
    let long = select(vec![200_usize, 201]).prop_map(|size| "ü".repeat(size));
    let plain = select(vec!["Ana", "ANA", "Ben", "mug", "tea"]).prop_map(str::to_owned);
    prop_oneof![8 => plain, 2 => select(odd.to_vec()).prop_map(str::to_owned), 2 => chars, 1 => long]
}

/// The values of a strategy, the same in every run.
pub(crate) fn always<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

fn long_tale<D: Sample>() -> Tale<D> {
    let names = ["Ana", "Ünal 👩‍👩‍👧", "a|b\n", "tea"].map(str::to_owned).to_vec();
    let mut tale = Tale::default();
    for steps in always(&endless_steps(2), 4_000) {
        if tale.diary.len() == 600 {
            break;
        }
        for step in steps {
            tale.tell(&Step { name: step.name, ..step }, &names);
        }
    }
    assert!(tale.diary.len() >= 600, "only {} entries", tale.diary.len());
    tale
}

impl Sample for Bank {
    fn command(&self, step: &Step, names: &[String]) -> bank::Command {
        let account = match step.which {
            Which::Everyday => Account::Everyday,
            Which::Savings => Account::Savings,
            Which::Named => Account::called(&names[step.name]),
        };
        let whole = self.balance(&account).filter(|_| step.fitting && step.name == 0);
        let amount = whole.unwrap_or(step.amount);
        match step.kind {
            ..8 => {
                let name = if step.fitting { 0 } else { step.name };
                bank::Command::OpenAccount { account, owner: names[name].clone() }
            }
            8..36 => bank::Command::Deposit { account, amount: step.amount },
            36..52 => bank::Command::Withdraw { account, amount },
            52..70 => {
                let other = step.fitting || step.name > 0;
                let named = || Account::called(&names[(step.name + 1) % names.len()]);
                let to = match step.quantity {
                    _ if !other => account.clone(),
                    1 => named(),
                    _ => account.other(),
                };
                bank::Command::Transfer { from: account, to, amount }
            }
            70..86 => bank::Command::ChargeFee { account, amount: step.amount },
            _ => {
                let oldest = self.refundable().first().map(|fee| fee.number);
                let fee = oldest.filter(|_| step.fitting).unwrap_or(step.quantity);
                bank::Command::RefundFee { fee }
            }
        }
    }

    fn long() -> &'static Tale<Self> {
        static LONG: OnceLock<Tale<Bank>> = OnceLock::new();
        LONG.get_or_init(long_tale)
    }
}
