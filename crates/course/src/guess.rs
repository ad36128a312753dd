//! Guesses: how a field is filled in, what is right, and what each wrong answer stands for.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use examples::Money;

/// How a field is filled in. It holds the answer and, for at least two wrong ones, what they mean.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A number is typed.
    Number {
        /// What it counts.
        unit: Unit,
        /// The right one.
        truth: i64,
        /// Wrong ones that people arrive at, and what each stands for.
        wrong: &'static [(i64, &'static str)],
        /// What to say of any other.
        otherwise: &'static str,
    },
    /// One choice, or several, of those that are shown, in the order in which they are shown.
    Choice {
        /// Whether any number of them may be right, and not just one.
        several: bool,
        /// The choices.
        choices: &'static [Choice],
    },
    /// Cards are put in order.
    Order {
        /// The cards as they lie there at first.
        cards: &'static [Card],
        /// Two cards of which the first stood too early: their names, and what that stands for.
        too_early: &'static [(&'static str, &'static str, &'static str)],
        /// What to say of any other order.
        otherwise: &'static str,
    },
    /// A curve is drawn, or its figures are typed: one after each entry, the first one first. It
    /// is right when it goes up, down and straight on where the true one does, however high.
    Curve {
        /// The true figures in cents.
        truth: &'static [i64],
        /// Entries at which people let it turn wrongly.
        turns: &'static [WrongTurn],
        /// What to say of any other wrong turn.
        otherwise: &'static str,
    },
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Count,
    /// Money, in cents.
    Money,
}

/// Something to choose.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its name in the learning diary: short, and the same for ever.
    pub name: &'static str,
    /// What it says.
    pub words: &'static str,
    /// Whether it is right.
    pub right: bool,
    /// Why it is right or, when it is wrong, what it stands for.
    pub why: &'static str,
}

/// A card to put in order.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// Its name in the learning diary.
    pub name: &'static str,
    /// What it says.
    pub words: &'static str,
    /// Its right place, counted from 1.
    pub place: usize,
}

/// A place where people let the curve go up, down or on when it doesn't.
#[derive(Clone, Copy, Debug)]
pub struct WrongTurn {
    /// The entry, counted from 1; it is never the first, before which there is nothing.
    pub entry: usize,
    /// Where the guess went: `Greater` is up.
    pub went: Ordering,
    /// What that stands for.
    pub why: &'static str,
}

/// What a learner filled in. Choices and cards are kept by their names, so that a guess can still
/// be read when a chapter has been written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Guess {
    /// A number; money is in cents.
    Number(i64),
    /// The names of what was chosen.
    Choices(Vec<String>),
    /// The names of the cards, the first one first.
    Order(Vec<String>),
    /// A figure after each entry, in cents.
    Curve(Vec<i64>),
}

/// How a guess compares with the truth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Whether it was right.
    pub right: bool,
    /// What each wrong part of it stands for; empty when it was right.
    pub why: Vec<&'static str>,
}

impl Unit {
    /// Reads a number that somebody typed; money becomes cents.
    ///
    /// # Errors
    /// Why it is none, in words for the one who typed it.
    pub fn read(self, text: &str) -> Result<i64, String> {
        match self {
            Self::Count => match text.trim().parse::<u32>() {
                Ok(number) if i64::from(number) <= MOST => Ok(number.into()),
                _ => Err("Type a number in digits, such as 7.".into()),
            },
            Self::Money => {
                Money::parse(text).map(Money::in_cents).map_err(|error| error.to_string())
            }
        }
    }
}

impl Kind {
    /// Compares a guess with the truth.
    pub fn judge(&self, guess: &Guess) -> Judged {
        let right = *guess == self.truth() || self.has_shape(guess);
        Judged { right, why: if right { Vec::new() } else { self.misses(guess) } }
    }

    /// The right answer, as if somebody had guessed it.
    pub fn truth(&self) -> Guess {
        match self {
            Self::Number { truth, .. } => Guess::Number(*truth),
            Self::Choice { choices, .. } => {
                let right = choices.iter().filter(|choice| choice.right);
                Guess::Choices(right.map(|choice| choice.name.into()).collect())
            }
            Self::Order { cards, .. } => {
                let mut cards: Vec<_> = cards.iter().collect();
                cards.sort_by_key(|card| card.place);
                Guess::Order(cards.into_iter().map(|card| card.name.into()).collect())
            }
            Self::Curve { truth, .. } => Guess::Curve(truth.to_vec()),
        }
    }

    /// Whether a guess fills in this field: everything that is there to be filled in, once.
    pub fn accepts(&self, guess: &Guess) -> bool {
        match (self, guess) {
            (Self::Number { unit, .. }, Guess::Number(number)) => match unit {
                Unit::Count => (0..=MOST).contains(number),
                Unit::Money => Money::cents(*number).is_allowed(),
            },
            (Self::Choice { several, choices }, Guess::Choices(names)) => {
                (*several || names.len() == 1)
                    && !names.is_empty()
                    // In the order in which they are shown, and none of them twice.
                    && names.iter().is_sorted_by(|a, b| place(choices, a) < place(choices, b))
                    && names.iter().all(|name| place(choices, name).is_some())
            }
            (Self::Order { cards, .. }, Guess::Order(names)) => {
                names.len() == cards.len()
                    && cards.iter().all(|card| names.iter().any(|name| name == card.name))
            }
            (Self::Curve { truth, .. }, Guess::Curve(figures)) => {
                figures.len() == truth.len()
                    && figures.iter().all(|cents| Money::cents(*cents).is_allowed())
            }
            _ => false,
        }
    }

    /// A guess in words: what stands beside the truth, and the truth itself.
    pub fn words(&self, guess: &Guess) -> String {
        match (self, guess) {
            (Self::Number { unit: Unit::Count, .. }, Guess::Number(number)) => number.to_string(),
            (_, Guess::Number(cents)) => Money::cents(*cents).to_string(),
            (_, Guess::Choices(names)) => self.listed(names, "; "),
            (_, Guess::Order(names)) => self.listed(names, " → "),
            (_, Guess::Curve(figures)) => {
                let words: Vec<_> =
                    figures.iter().map(|cents| Money::cents(*cents).to_string()).collect();
                words.join(", ")
            }
        }
    }

    /// A guess in words that can stand inside a sentence: whatever is chosen, it doesn't end it.
    pub fn phrase(&self, guess: &Guess) -> String {
        match guess {
            Guess::Choices(names) | Guess::Order(names) => {
                let between = if matches!(guess, Guess::Order(_)) { " → " } else { "; " };
                let one = |name: &String| self.listed(std::slice::from_ref(name), between);
                let ones: Vec<_> = names.iter().map(one).collect();
                let ones: Vec<_> = ones.iter().map(|one| one.trim_end_matches('.')).collect();
                ones.join(between)
            }
            Guess::Number(_) | Guess::Curve(_) => self.words(guess),
        }
    }

    /// What the choices or cards with these names say.
    fn listed(&self, names: &[String], between: &str) -> String {
        let says = |name: &String| match self {
            Self::Choice { choices, .. } => {
                choices.iter().find(|choice| choice.name == name).map(|choice| choice.words)
            }
            Self::Order { cards, .. } => {
                cards.iter().find(|card| card.name == name).map(|card| card.words)
            }
            Self::Number { .. } | Self::Curve { .. } => None,
        };
        let words: Vec<_> = names.iter().map(|name| says(name).unwrap_or(name)).collect();
        words.join(between)
    }

    /// Whether it is a curve that turns where the true one does.
    fn has_shape(&self, guess: &Guess) -> bool {
        match (self, guess) {
            (Self::Curve { truth, .. }, Guess::Curve(figures)) => turns(truth).eq(turns(figures)),
            _ => false,
        }
    }

    /// What is wrong with a guess, each of its faults once.
    fn misses(&self, guess: &Guess) -> Vec<&'static str> {
        let (found, otherwise) = match (self, guess) {
            (Self::Number { unit, truth, wrong, otherwise }, Guess::Number(number)) => {
                let known = wrong.iter().filter(|(it, _)| it == number).map(|(_, why)| *why);
                let is_amount = *unit == Unit::Count && *truth < FEW && *number >= MANY;
                (known.collect(), if is_amount { HOW_MANY } else { *otherwise })
            }
            (Self::Choice { several, choices }, Guess::Choices(names)) => {
                let chosen = |choice: &Choice| names.iter().any(|name| name == choice.name);
                // Of one choice the wrong one is explained; of several also what was left out.
                let missed = |choice: &&Choice| {
                    chosen(choice) != choice.right && (*several || !choice.right)
                };
                (choices.iter().filter(missed).map(|choice| choice.why).collect::<Vec<_>>(), "")
            }
            (Self::Order { too_early, otherwise, .. }, Guess::Order(names)) => {
                let at = |wanted: &str| names.iter().position(|name| name == wanted);
                let early = too_early.iter().filter(|(first, second, _)| at(first) < at(second));
                (early.map(|(.., why)| *why).collect(), *otherwise)
            }
            (Self::Curve { turns: wrong, otherwise, .. }, Guess::Curve(figures)) => {
                let went: Vec<_> = turns(figures).collect();
                let taken =
                    |turn: &&WrongTurn| went.get(turn.entry.wrapping_sub(2)) == Some(&turn.went);
                (wrong.iter().filter(taken).map(|turn| turn.why).collect(), *otherwise)
            }
            _ => (Vec::new(), ""),
        };
        if found.is_empty() && !otherwise.is_empty() { vec![otherwise] } else { found }
    }
}

/// The most that anything here is counted to.
const MOST: i64 = 1_000_000;

/// Where so few are counted, so many are more likely to be an amount.
const FEW: i64 = 10;
const MANY: i64 = 100;

/// What is said to somebody who typed an amount where things are counted.
pub(super) const HOW_MANY: &str = "That may well be the right amount. But here you are asked how many there \
                        are, and not how much they come to.";

fn place(choices: &[Choice], name: &str) -> Option<usize> {
    choices.iter().position(|choice| choice.name == name)
}

/// Up, down or on, at each entry but the first: where a curve begins is no turn.
fn turns(figures: &[i64]) -> impl Iterator<Item = Ordering> {
    figures.windows(2).filter_map(|pair| match pair {
        [before, figure] => Some(figure.cmp(before)),
        _ => None,
    })
}
