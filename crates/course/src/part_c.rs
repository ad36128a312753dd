//! Part C: what it asks of you. Each chapter stands alone.

super::chapter::part! {
    letter: 'C',
    title: "What it asks of you",
    purpose: "Each chapter stands alone and can be left out. After this part the learner knows what \
              a diary costs: wishes that collide or come twice, facts that come late, old words, \
              evidence, forgetting, naming; and when a row is the better choice.",
    badge: "What it asks",
    chapters:
        c1,
        c2,
        c3,
        c4,
        c5,
        c6,
        c7,
        c8,
}
