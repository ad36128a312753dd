//! Every rule of the parcel.

use diary::{Decider, replay};
use examples::parcel::{Command, Event, Given as Text, MOST_GRAMS, Parcel, Rejection, Status};

use crate::given::{Given, given};

pub(crate) fn registered() -> Event {
    let (number, from, to) = ("PCL-1".into(), "Lamp shop".into(), "Ana".into());
    Event::Registered { number, from, to, grams: 2_400 }
}

pub(crate) fn arrived(depot: &str) -> Event {
    Event::Arrived { depot: depot.into() }
}

pub(crate) fn left(depot: &str) -> Event {
    Event::Left { depot: depot.into() }
}

pub(crate) fn tried(reason: &str) -> Event {
    Event::DeliveryTried { reason: reason.into() }
}

pub(crate) fn handed_over(to: &str) -> Event {
    Event::HandedOver { to: to.into() }
}

pub(crate) fn register(number: &str, grams: u32) -> Command {
    let (from, to) = ("Lamp shop".into(), "Ana".into());
    Command::Register { number: number.into(), from, to, grams }
}

pub(crate) fn arrive(depot: &str) -> Command {
    Command::Arrive { depot: depot.into() }
}

pub(crate) fn leave(depot: &str) -> Command {
    Command::Leave { depot: depot.into() }
}

pub(crate) fn fail(reason: &str) -> Command {
    Command::TryDelivery { reason: reason.into() }
}

pub(crate) fn hand_over(to: &str) -> Command {
    Command::HandOver { to: to.into() }
}

/// The sender has it.
fn begun() -> Given<Parcel> {
    given([registered()])
}

fn collected() -> Given<Parcel> {
    given([registered(), Event::Collected {}])
}

fn at_leipzig() -> Given<Parcel> {
    given([registered(), Event::Collected {}, arrived("Leipzig")])
}

/// Out for delivery, after so many failed tries.
fn out(tries: usize) -> Given<Parcel> {
    let way = [registered(), Event::Collected {}, arrived("Leipzig"), left("Leipzig")];
    given(way.into_iter().chain(std::iter::repeat_n(tried("nobody at home"), tries)))
}

fn with_ben() -> Given<Parcel> {
    let way = [registered(), Event::Collected {}, arrived("Leipzig"), left("Leipzig")];
    given(way.into_iter().chain([handed_over("Ben")]))
}

fn sent_back() -> Given<Parcel> {
    let way = [registered(), Event::Collected {}, arrived("Leipzig"), left("Leipzig")];
    let tries = std::iter::repeat_n(tried("nobody at home"), 3);
    given(way.into_iter().chain(tries).chain([Event::SentBack {}]))
}

/// Every command but to register it.
fn commands() -> [Command; 5] {
    [Command::Collect, arrive("Leipzig"), leave("Leipzig"), fail("no bell"), hand_over("Ana")]
}

#[test]
fn is_registered_once() {
    given::<Parcel>([]).when(register(" PCL-1 ", 2_400)).then([registered()]);
    for parcel in [begun(), collected(), at_leipzig(), out(0), with_ben(), sent_back()] {
        parcel
            .when(register("PCL-2", 1))
            .then_rejected(Rejection::AlreadyRegistered { number: "PCL-1".into() })
            .saying("PCL-1 is here already, and a diary holds one parcel.");
    }
}

#[test]
fn nothing_happens_before_it_is_registered() {
    for command in commands() {
        given::<Parcel>([])
            .when(command)
            .then_rejected(Rejection::NotRegistered)
            .saying("there is no parcel yet. Register one first.");
    }
}

#[test]
fn nothing_happens_before_it_is_collected() {
    begun().when(Command::Collect).then([Event::Collected {}]);
    for command in commands().into_iter().skip(1) {
        begun()
            .when(command)
            .then_rejected(Rejection::NotCollected { number: "PCL-1".into() })
            .saying("PCL-1 is still with the sender. Collect it first.");
    }
    for parcel in [collected(), at_leipzig(), out(0), out(2)] {
        parcel
            .when(Command::Collect)
            .then_rejected(Rejection::AlreadyCollected { number: "PCL-1".into() })
            .saying("PCL-1 was collected already, and that happens only once.");
    }
}

#[test]
fn names_and_reasons_have_between_1_and_200_characters() {
    let longest = "☕".repeat(200);
    let too_long = format!("{longest}☕");
    collected().when(arrive(&format!("  {longest} "))).then([arrived(&longest)]);
    at_leipzig().when(leave(" Leipzig\n")).then([left("Leipzig")]);
    out(0).when(fail(&longest)).then([tried(&longest)]);
    out(0).when(hand_over(" Ben ")).then([handed_over("Ben")]);

    let bad = |given, characters| Rejection::BadText { given, characters };
    let register = |number: &str, from: &str, to: &str| {
        let (number, from, to) = (number.into(), from.into(), to.into());
        given::<Parcel>([]).when(Command::Register { number, from, to, grams: 1 })
    };
    register("", "a", "b")
        .then_rejected(bad(Text::Number, 0))
        .saying("the parcel’s number is missing.");
    register("1", " ", "b")
        .then_rejected(bad(Text::Sender, 0))
        .saying("the sender’s name is missing.");
    register("1", "a", &too_long)
        .then_rejected(bad(Text::Receiver, 201))
        .saying("the receiver’s name has at most 200 characters, and this has 201.");
    register(&too_long, "a", "b").then_rejected(bad(Text::Number, 201));
    collected()
        .when(arrive(&too_long))
        .then_rejected(bad(Text::Depot, 201))
        .saying("the depot’s name has at most 200 characters, and this has 201.");
    for parcel in [at_leipzig(), out(0), collected()] {
        parcel.when(leave(" ")).then_rejected(bad(Text::Depot, 0));
    }
    out(0).when(fail("")).then_rejected(bad(Text::Reason, 0)).saying("the reason is missing.");
    out(2).when(fail(&too_long)).then_rejected(bad(Text::Reason, 201));
    out(0).when(hand_over("")).then_rejected(bad(Text::Receiver, 0));
}

#[test]
fn a_parcel_weighs_something_and_not_too_much() {
    let heavy = |grams| {
        let Event::Registered { number, from, to, .. } = registered() else { unreachable!() };
        Event::Registered { number, from, to, grams }
    };
    for grams in [1, MOST_GRAMS] {
        given::<Parcel>([]).when(register("PCL-1", grams)).then([heavy(grams)]);
    }
    given::<Parcel>([])
        .when(register("PCL-1", 0))
        .then_rejected(Rejection::NoWeight)
        .saying("a weight must be at least 1 g, and this is 0 g.");
    given::<Parcel>([])
        .when(register("PCL-1", MOST_GRAMS + 1))
        .then_rejected(Rejection::TooHeavy { grams: 31_501 })
        .saying("a parcel weighs at most 31,500 g, and this is 31,501 g.");
    given::<Parcel>([])
        .when(register("PCL-1", u32::MAX))
        .then_rejected(Rejection::TooHeavy { grams: u32::MAX });
}

#[test]
fn it_leaves_only_the_depot_where_it_is() {
    at_leipzig().when(leave("Leipzig")).then([left("Leipzig")]);
    at_leipzig()
        .when(leave("Berlin"))
        .then_rejected(Rejection::OtherDepot { depot: "Leipzig".into(), wanted: "Berlin".into() })
        .saying("it is at Leipzig, so it can’t leave Berlin.");
    // However its letters are typed, it is the depot where it is, and keeps the name that it came to.
    at_leipzig().when(leave("leipzig")).then([left("Leipzig")]);
    for parcel in [collected(), out(0), out(1)] {
        parcel
            .when(leave("Leipzig"))
            .then_rejected(Rejection::NotInDepot { wanted: "Leipzig".into() })
            .saying("it is at no depot now, so it can’t leave Leipzig.");
    }
}

#[test]
fn it_arrives_only_from_the_way() {
    for parcel in [collected(), out(0), out(2)] {
        parcel.when(arrive("Leipzig")).then([arrived("Leipzig")]);
    }
    for depot in ["Leipzig", "Berlin"] {
        at_leipzig()
            .when(arrive(depot))
            .then_rejected(Rejection::StillThere { depot: "Leipzig".into() })
            .saying("it is at Leipzig, and has to leave Leipzig before it arrives anywhere.");
    }
}

#[test]
fn it_is_tried_and_handed_over_only_while_it_is_out() {
    out(0).when(fail("no bell")).then([tried("no bell")]);
    out(1).when(fail("no bell")).then([tried("no bell")]);
    for tries in 0..3 {
        out(tries).when(hand_over("Ana")).then([handed_over("Ana")]);
    }
    for command in [fail("no bell"), hand_over("Ana")] {
        at_leipzig()
            .when(command.clone())
            .then_rejected(Rejection::NotOut { depot: Some("Leipzig".into()) })
            .saying("it is at Leipzig, and has to leave Leipzig before it is delivered.");
        collected()
            .when(command)
            .then_rejected(Rejection::NotOut { depot: None })
            .saying("it is delivered from a depot, and it has been at no depot yet.");
    }
}

#[test]
fn the_third_failed_try_sends_it_back() {
    out(2).when(fail("no bell")).then([tried("no bell"), Event::SentBack {}]);
    // Three in all: that it lay in a depot in between makes no difference.
    let facts = [registered(), Event::Collected {}, arrived("Leipzig"), left("Leipzig")];
    let back = [tried("no bell"), arrived("Leipzig"), left("Leipzig"), tried("no bell")];
    let again = [arrived("Berlin"), left("Berlin")];
    given::<Parcel>(facts.into_iter().chain(back).chain(again))
        .when(fail("a dog"))
        .then([tried("a dog"), Event::SentBack {}]);
}

#[test]
fn nothing_comes_after_the_end() {
    for command in commands() {
        with_ben()
            .when(command.clone())
            .then_rejected(Rejection::HandedOver { number: "PCL-1".into(), to: "Ben".into() })
            .saying("PCL-1 was handed over to Ben, so nothing more can happen to it.");
        sent_back()
            .when(command)
            .then_rejected(Rejection::SentBack { number: "PCL-1".into() })
            .saying("PCL-1 was sent back after 3 failed tries, so nothing more can happen to it.");
    }
}

#[test]
fn the_row_says_how_far_it_has_come_and_where_it_is() {
    let cells = |facts: &[Event]| replay::<Parcel>(facts).cells().join(" | ");
    let facts = [registered(), Event::Collected {}, arrived("Leipzig"), left("Leipzig")];
    let all = [
        " | no parcel | nowhere",
        "PCL-1 | registered | with the sender",
        "PCL-1 | collected | on the way to the first depot",
        "PCL-1 | in a depot | at Leipzig",
        "PCL-1 | out for delivery | on the way from Leipzig",
    ];
    for (count, expected) in all.into_iter().enumerate() {
        assert_eq!(cells(&facts[..count]), expected);
    }
    let then = |more: &[Event]| cells(&[&facts, more].concat());
    let twice = [tried("no bell"), tried("a dog")];
    assert_eq!(
        then(&twice[..1]),
        "PCL-1 | out for delivery, 1 failed try | on the way from Leipzig"
    );
    assert_eq!(then(&twice), "PCL-1 | out for delivery, 2 failed tries | on the way from Leipzig");
    let back = [&twice[..], &[arrived("Berlin")]].concat();
    assert_eq!(then(&back), "PCL-1 | in a depot, 2 failed tries | at Berlin");
    let ben = [&twice[..], &[handed_over("Ben")]].concat();
    assert_eq!(then(&ben), "PCL-1 | handed over | with Ben");
    let end = [&twice[..], &[tried("a dog"), Event::SentBack {}]].concat();
    assert_eq!(then(&end), "PCL-1 | sent back | on the way back to the sender");
}

#[test]
fn a_fact_cannot_be_refused() {
    // None of these could be decided, and all of them are taken in.
    let facts = [Event::SentBack {}, left("a"), tried("b"), handed_over("c"), arrived("d")];
    let parcel: Parcel = replay(&facts);
    let parcel = facts.iter().cycle().take(30).fold(parcel, Parcel::evolve);
    assert_eq!((parcel.status(), parcel.tries(), parcel.legs()), (Status::InDepot, 7, 14));
}
