//! Part B: what it gives you. Corrections, copies, readings, checkpoints, and quiet replays.

super::chapter::part! {
    letter: 'B',
    title: "What it gives you",
    purpose: "After this part the learner can say what follows from keeping facts: mistakes are \
              corrected in the open, other futures can be played through, new readings are filled \
              from old lines, and a replay neither runs the rules again nor repeats what was done.",
    badge: "What it gives",
    chapters:
        b1,
        b2,
        b3,
        b4,
        b5,
        b6,
}
