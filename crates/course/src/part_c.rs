//! Part C: what it asks of you. Each chapter stands alone.

mod c1;

mod c2;

mod c3;

mod c4;

mod c5;

mod c6;

mod c7;

mod c8;

use super::chapter::Part;

pub(super) static PART_C: Part = Part {
    letter: 'C',
    title: "What it asks of you",
    purpose: "Each chapter stands alone and can be left out. After this part the learner knows what \
              a diary costs: wishes that collide or come twice, facts that come late, old words, \
              evidence, forgetting, naming; and when a row is the better choice.",
    chapters: &[&c1::C1, &c2::C2, &c3::C3, &c4::C4, &c5::C5, &c6::C6, &c7::C7, &c8::C8],
};
