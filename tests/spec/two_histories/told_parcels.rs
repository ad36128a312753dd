//! The ways of parcels that end in the same row.

use examples::parcel::{Command, Parcel, Status};

use super::Alike;
use crate::parcel::{arrive, fail, hand_over, leave, register};

/// Comes to a depot and leaves it.
fn through(depot: &str) -> [Command; 2] {
    [arrive(depot), leave(depot)]
}

/// A way from its registration on.
fn way(steps: &[&[Command]]) -> Vec<Command> {
    [&[register("PCL-1", 2_400), Command::Collect], steps.concat().as_slice()].concat()
}

/// Every kind of end that a parcel's row can have with this status.
pub(super) fn parcels(status: Status) -> Vec<Alike<Parcel>> {
    let (leipzig, hamburg) = (through("Leipzig"), through("Hamburg"));
    let (dog, bell) = ([fail("a dog")], [fail("no bell")]);
    let here = [arrive("Leipzig")];
    let over = [hand_over("Ana")];
    match status {
        Status::NotRegistered => vec![Alike::of("no parcel", &[vec![]])],
        Status::Registered => {
            let other = register("PCL-1", 1);
            let told = [vec![register("PCL-1", 2_400)], vec![other]];
            vec![Alike::of("a registered parcel", &told)]
        }
        Status::Collected => vec![Alike::of("a collected parcel", &[way(&[])])],
        Status::InDepot => vec![
            Alike::of(
                "a parcel at Leipzig, no try",
                &[way(&[&here]), way(&[&hamburg, &leipzig, &here])],
            ),
            Alike::of(
                "a parcel at Leipzig, two tries",
                &[
                    way(&[&leipzig, &dog, &bell, &here]),
                    way(&[&hamburg, &bell, &leipzig, &dog, &here]),
                    way(&[&hamburg, &dog, &bell, &here]),
                ],
            ),
        ],
        Status::Out => vec![
            Alike::of(
                "a parcel that has left Leipzig, no try",
                &[way(&[&leipzig]), way(&[&hamburg, &leipzig, &leipzig])],
            ),
            Alike::of(
                "a parcel that has left Leipzig, one try",
                &[way(&[&leipzig, &dog]), way(&[&hamburg, &leipzig, &bell, &leipzig])],
            ),
        ],
        Status::HandedOver => vec![Alike::of(
            "a parcel that was handed over",
            &[
                way(&[&leipzig, &over]),
                way(&[&hamburg, &over]),
                way(&[&hamburg, &dog, &leipzig, &bell, &leipzig, &over]),
            ],
        )],
        Status::SentBack => vec![Alike::of(
            "a parcel that was sent back",
            &[
                way(&[&leipzig, &dog, &dog, &dog]),
                way(&[&hamburg, &dog, &bell, &dog]),
                way(&[&hamburg, &bell, &leipzig, &dog, &leipzig, &bell]),
            ],
        )],
    }
}

/// Every status, each leading to the next: a new one doesn't compile until it stands here.
pub(super) fn statuses() -> Vec<Status> {
    let next = |status: &Status| match status {
        Status::NotRegistered => Some(Status::Registered),
        Status::Registered => Some(Status::Collected),
        Status::Collected => Some(Status::InDepot),
        Status::InDepot => Some(Status::Out),
        Status::Out => Some(Status::HandedOver),
        Status::HandedOver => Some(Status::SentBack),
        Status::SentBack => None,
    };
    std::iter::successors(Some(Status::NotRegistered), next).collect()
}
