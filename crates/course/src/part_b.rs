//! Part B: what it gives you. Corrections, copies, readings, checkpoints, and quiet replays.

super::chapter::part! {
    letter: 'B',
    title: "What it gives you",
    purpose: "After this part the learner can say what follows from keeping every entry. Mistakes \
              are corrected in the open. Other pasts can be tried on a copy. New reports are filled \
              from old entries. A replay neither runs the rules again nor repeats what was done.",
    badge: "What it gives",
    chapters:
        b1,
        b2,
        b3,
        b4,
        b5,
        b6,
}
