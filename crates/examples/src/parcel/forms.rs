//! What the carrier is asked for with.

use super::{Command, Parcel, Status};
use crate::form::{Button, Control, Field, Input, Late};

/// Depots that are offered; any other name is one too.
const DEPOTS: &[&str] = &["Hamburg", "Hanover", "Leipzig", "Berlin"];

/// Why a delivery fails, as it is offered.
const REASONS: &[&str] = &["nobody at home", "the bell is broken", "wrong address"];

const TEXT: Input<Parcel> = Input::Text { hint: "", offers: &[] };

pub(super) const COMMANDS: &[Control<Parcel>] = &[
    Control::Field(
        Field::new("from", "From", TEXT)
            .suggesting(|_, _| "Lamp shop".into())
            .there_while(is_not_registered),
    ),
    Control::Field(
        Field::new("to", "To", TEXT).suggesting(|_, _| "Ana".into()).there_while(is_not_registered),
    ),
    Control::Field(
        Field::new("grams", "Grams", Input::Count)
            .suggesting(|_, _| "2400".into())
            .there_while(is_not_registered),
    ),
    Control::Button(
        Button::<Parcel>::new("Register", &["from", "to", "grams"], |_, values| {
            // `parcel-2` is the diary of PCL-2.
            let name = &values.diary;
            let number = name.strip_prefix("parcel-").unwrap_or(name);
            let (from, to) = (values.text("from").to_owned(), values.text("to").to_owned());
            // Where the fields are gone, there is a parcel already, and the rules say so.
            let grams = values.count("grams").unwrap_or_default();
            Some(Command::Register { number: format!("PCL-{number}"), from, to, grams })
        })
        .next_while(is_not_registered)
        .beginning(),
    ),
    Control::Button(
        Button::<Parcel>::new("Collect", &[], |_, _| Some(Command::Collect))
            .next_while(|parcel| parcel.status() == Status::Registered),
    ),
    Control::Field(
        // What is in a depot leaves that one.
        Field::new("depot", "Depot", Input::Text { hint: "", offers: DEPOTS })
            .suggesting(|parcel, _| parcel.depot().map_or("Leipzig", |depot| depot).into()),
    ),
    Control::Button(
        Button::<Parcel>::new("Arrive", &["depot"], |_, values| {
            Some(Command::Arrive { depot: values.text("depot").to_owned() })
        })
        .next_while(|parcel| parcel.status() == Status::Collected),
    ),
    Control::Button(
        Button::<Parcel>::new("Leave", &["depot"], |_, values| {
            Some(Command::Leave { depot: values.text("depot").to_owned() })
        })
        .next_while(|parcel| parcel.status() == Status::InDepot),
    ),
    Control::Field(
        Field::new("reason", "It fails because", Input::Text { hint: "", offers: REASONS })
            .suggesting(|_, _| "nobody at home".into()),
    ),
    Control::Button(Button::<Parcel>::new("Try delivery", &["reason"], |_, values| {
        Some(Command::TryDelivery { reason: values.text("reason").to_owned() })
    })),
    Control::Field(Field::new("receiver", "Receiver", TEXT).suggesting(|_, _| "Ana".into())),
    Control::Button(
        Button::<Parcel>::new("Hand over", &["receiver"], |_, values| {
            Some(Command::HandOver { to: values.text("receiver").to_owned() })
        })
        .next_while(|parcel| parcel.status() == Status::Out),
    ),
];

fn is_not_registered(parcel: &Parcel) -> bool {
    parcel.status() == Status::NotRegistered
}

pub(super) const LATE: Late<Parcel> = Late {
    fields: &[Field::new("letter-reason", "Tried earlier, and failed", TEXT)
        .suggesting(|_, _| "nobody at home".into())],
    command: |_, values| {
        Some(Command::TryDelivery { reason: values.text("letter-reason").to_owned() })
    },
};
