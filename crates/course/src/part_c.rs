//! Part C: what it asks of you. Each chapter stands alone.

super::chapter::part! {
    letter: 'C',
    title: "What it asks of you",
    purpose: "Each chapter stands alone and can be left out. After this part the learner knows what \
              a diary costs. Requests collide or come twice, and entries come late. Old forms, \
              proof, forgetting and names all take care. Sometimes a snapshot is the better \
              choice.",
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
