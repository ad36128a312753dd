//! Part A: the idea. What a diary is, and what it can tell that a snapshot can't.

mod a1;

mod a2;

mod a3;

mod a4;

mod a5;

mod a6;

use super::chapter::Part;

pub(super) static PART_A: Part = Part {
    letter: 'A',
    title: "The idea",
    purpose: "After this part the learner can say in their own words: the diary keeps every change; \
              the present is the sum of the past; any past moment can be asked again; the snapshot \
              cannot.",
    chapters: &[&a1::A1, &a2::A2, &a3::A3, &a4::A4, &a5::A5, &a6::A6],
};
