//! Part B: what it gives you. Corrections, copies, readings, checkpoints, and quiet replays.

mod b1;

mod b2;

mod b3;

mod b4;

mod b5;

mod b6;

use super::chapter::Part;

pub(super) static PART_B: Part = Part {
    letter: 'B',
    title: "What it gives you",
    purpose: "After this part the learner can say what follows from keeping facts: mistakes are \
              corrected in the open, other futures can be played through, new readings are filled \
              from old lines, and a replay neither runs the rules again nor repeats what was done.",
    chapters: &[&b1::B1, &b2::B2, &b3::B3, &b4::B4, &b5::B5, &b6::B6],
};
