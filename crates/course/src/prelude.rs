//! What a chapter is written with: the one thing that its file imports.

pub(crate) use std::cmp::Ordering::{Equal, Greater, Less};

pub(crate) use examples::{
    Money,
    bank::{self, Account::Everyday},
    calendar::Month,
    order,
};

pub(crate) use super::{
    chapter::{Chapter, Field, Question, Reveal, RevealBy, name_of},
    demo,
    guess::{Card, Choice, Kind, Unit, WrongTurn},
    setup::{
        Action, Deed, Fixture, Setup,
        Tool::{Ask, Figures, Lines, Machine, Snapshot},
    },
    stories::day_of_2026,
};
