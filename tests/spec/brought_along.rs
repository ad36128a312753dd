//! A branch of rules of which one command writes any number of facts.

use std::fmt;

use diary::{Branch, Decider, Diary, Fate, FromEvent, WhatIf};

use crate::mirror::begun;

/// A bell with power for five sounds. Whoever rings it asks for echoes, and gets as many as there is power for.
#[derive(Clone, Debug, Default, PartialEq)]
struct Bell {
    sounds: usize,
}

const POWER: usize = 5;

#[derive(Clone, Debug, PartialEq)]
enum Sound {
    /// It was rung, and so many echoes were asked for.
    Rang(usize),
    /// Nobody asks for an echo alone.
    Echo,
}

#[derive(Clone, Debug, PartialEq)]
struct NoPower;

impl fmt::Display for NoPower {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no power left.")
    }
}

impl Decider for Bell {
    /// To be rung, with so many echoes.
    type Command = usize;
    type Event = Sound;
    type Rejection = NoPower;

    fn decide(&self, echoes: &usize) -> Result<Vec<Sound>, NoPower> {
        let left = POWER.checked_sub(self.sounds + 1).ok_or(NoPower)?;
        let echoes_there = std::iter::repeat_n(Sound::Echo, left.min(*echoes));
        Ok(std::iter::once(Sound::Rang(*echoes)).chain(echoes_there).collect())
    }

    fn evolve(self, _: &Sound) -> Self {
        Self { sounds: self.sounds + 1 }
    }
}

impl FromEvent for Bell {
    fn command_of(sound: &Sound) -> Option<usize> {
        match sound {
            Sound::Rang(echoes) => Some(*echoes),
            Sound::Echo => None,
        }
    }
}

type Fates = Vec<Fate<Sound, NoPower>>;

/// It is rung with one echo, and then with two: five entries.
fn branch(change: WhatIf<usize>) -> (Branch<Bell>, Fates, Fates) {
    let mut diary = Diary::default();
    let mut bell = Bell::default();
    for echoes in [1, 2] {
        let sounds = bell.decide(&echoes).expect("there is power");
        bell = sounds.iter().fold(bell, Bell::evolve);
        diary.append(begun(), sounds);
    }
    assert_eq!(diary.len(), 5);
    let branch = Branch::of(diary.entries(), change);
    let fates = |future: &diary::Future<Bell>| {
        future.steps().iter().map(|step| step.fate.clone()).collect()
    };
    let (replayed, decided) = (fates(&branch.replayed), fates(&branch.decided));
    (branch, replayed, decided)
}

const NOTHING: Fate<Sound, NoPower> = Fate::Impossible(Ok(Vec::new()));

#[test]
fn what_is_not_brought_along_is_not_there() {
    let (branch, replayed, decided) = branch(WhatIf::Instead(1, 0));
    let expected = [Fate::Written, Fate::NotBrought, Fate::Kept, Fate::Kept, Fate::Kept];
    assert_eq!(decided, expected);
    let expected = [Fate::Written, NOTHING, Fate::Kept, Fate::Kept, Fate::Kept];
    assert_eq!(replayed[..2], expected[..2]);
    // Plain replay has the echo all the same, and there is power for the others.
    assert_eq!(replayed[2..], expected[2..]);
    assert_eq!((branch.decided.diary().len(), branch.replayed.diary().len()), (4, 5));
}

#[test]
fn what_is_brought_along_besides_stands_with_the_last_one() {
    let (branch, replayed, decided) = branch(WhatIf::Instead(1, 3));
    // Four sounds in the place of two, so there is power for one more.
    let expected = [Fate::Written, Fate::Written, Fate::Kept, Fate::NotBrought, Fate::NotBrought];
    assert_eq!(decided, expected);
    let count = |number| branch.decided.facts(number).len();
    assert_eq!([1, 2, 3, 4, 5].map(count), [1, 3, 1, 0, 0]);
    // Plain replay takes in what stands there: one echo, where three would have been.
    let three = Fate::Impossible(Ok(vec![Sound::Echo; 3]));
    assert_eq!(replayed, [Fate::Written, three, Fate::Kept, Fate::Kept, Fate::Kept]);
}

#[test]
fn one_of_several_can_not_be_struck_alone() {
    for number in [2, 4, 5] {
        let (branch, replayed, decided) = branch(WhatIf::Strike(number));
        assert!(decided.iter().all(|fate| *fate == Fate::Kept), "{decided:?}");
        assert_eq!(branch.decided.diary().len(), 5);
        let mut expected = vec![Fate::Kept; 5];
        expected[number - 1] = Fate::Struck;
        assert_eq!(replayed, expected);
    }
}

#[test]
fn all_of_them_go_with_their_command() {
    let (_, replayed, decided) = branch(WhatIf::Strike(3));
    let expected = [Fate::Kept, Fate::Kept, Fate::Struck, Fate::NotBrought, Fate::NotBrought];
    assert_eq!(decided, expected);
    assert_eq!(replayed[3..], [NOTHING, NOTHING]);
    // A command that is refused brings nothing along.
    let (_, _, decided) = branch(WhatIf::Instead(1, 4));
    let expected =
        [Fate::Written, Fate::Written, Fate::Refused(NoPower), Fate::NotBrought, Fate::NotBrought];
    assert_eq!(decided, expected);
}

#[test]
fn a_diary_that_begins_with_what_was_brought_along_is_taken_as_it_is() {
    // No rules have written this.
    let mut diary = Diary::<Sound>::default();
    diary.append(begun(), [Sound::Echo, Sound::Rang(0)]);
    let branch = Branch::<Bell>::of(diary.entries(), WhatIf::Strike(2));
    assert_eq!(branch.decided.steps()[0].fate, Fate::Kept);
    let branch = Branch::<Bell>::of(diary.entries(), WhatIf::Strike(0));
    assert_eq!(branch.decided.steps()[0].fate, Fate::NotBrought);
    assert_eq!(branch.replayed.steps()[0].fate, NOTHING);
}
