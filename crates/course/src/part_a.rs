//! Part A: the idea. What a diary is, and what it can tell that a snapshot can't.

super::chapter::part! {
    letter: 'A',
    title: "The idea",
    purpose: "After this part the learner can say in their own words that the diary keeps every \
              change, and that the present is the sum of the past. A diary can answer questions \
              about any past moment, and a snapshot cannot.",
    badge: "The idea",
    chapters:
        a1,
        a2,
        a3,
        a4,
        a5,
        a6,
}
