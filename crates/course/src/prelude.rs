//! What a chapter is written with: the one thing that its file imports.

pub(crate) use std::cmp::Ordering::{Equal, Greater, Less};

pub(crate) use examples::{
    Money,
    bank::{self, Account::Everyday},
    calendar::Month,
    order,
};

pub(crate) use super::{
    bench,
    chapter::{Chapter, Comes, Field, Question, Reveal, name_of},
    guess::{Card, Choice, Kind, Unit, WrongTurn},
    stage::{
        Action, Deed, Prepared, Stage,
        Tool::{Ask, Figures, Lines, Machine, Snapshot},
    },
    stories::day_of_2026,
};
