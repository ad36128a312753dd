//! What the core promises, as sentences that run. Native and pure: no browser, no clock, no sleep.
//!
//! Read [`bank`] and [`order`] first (the rules), then [`laws`] (the thesis of the product).
//!
//! A test whose name begins with `fault_NN` tries fault NN of the list of faults that storage has
//! to survive; [`judge`] says what surviving means. Which faults are tried, and whether they pass:
//!
//! ```sh
//! cargo test -p spec --test spec fault_ | sed -n 's/^test .*::fault_/fault_/p' | sort
//! ```
// The property tests need no browser, and proptest has none of its default features on wasm32.
#![cfg(not(target_arch = "wasm32"))]

#[macro_use]
mod each;

mod answers;
mod at_demo;
mod given;
mod judge;
mod mirror;
mod own_random;
mod race;
mod random;
mod steps;
mod stores;
mod truths;
mod turns;
mod verdicts;

mod accounts;
mod accounts_stored;
mod amounts;
mod bank;
mod money;
mod naive;
mod naive_days;
mod naive_order;
mod naive_parcel;
mod naive_parcel_row;
mod naive_row;
mod names;
mod order;
mod parcel;
mod parcel_story;
mod removals;

mod examples_words;
mod explains;
mod find;
mod honest;
mod honest_parcel;
mod laws;
mod round_trip;
mod statements;

mod branch_fates;
mod branch_fees;
mod branch_laws;
mod branch_naive;
mod branch_notes;
mod branch_orders;
mod branch_parcels;
mod branches;
mod brought_along;

mod plain_words;
mod questions_bank;
mod questions_order;
mod questions_parcel;
mod trade_words;

mod big;
mod cards;
mod checkpoints;
mod compared;
mod counted_nouns;
mod demos;
mod demos_b;
mod demos_c;
mod demos_laws;
mod gathered;
mod glossary;
mod goes_on;
mod late_balances;
mod long;
mod own_cells;
mod own_laws;
mod own_parcel;
mod own_rows;
mod own_sentences;
mod own_stories;
mod own_words;
mod parcel_reports;
mod reading_laws;
mod readings;
mod repaired_again;
mod report_cells;
mod said_of_guesses;
mod scale;
mod sorted;
mod take_back;
mod tour;
mod two_clocks;
mod two_clocks_order;

mod calendar;
mod forms;
mod free_play;
mod months;
mod stories;

mod actions;
mod chapter_words;
mod chapters;
mod chapters_at_demos;
mod chapters_played;
mod guesses;
mod learned;
mod learning_by_place;
mod learning_diary;
mod learning_reordered;
mod lesson;
mod reading_level;
mod truths_a;
mod truths_b;
mod truths_c;

mod all_removed;
mod by_hand;
mod bytes;
mod damage;
mod device;
mod golden;
mod stored_numbers;
mod touched;
mod true_days;
mod two_histories;

mod clocks;
mod copies;
mod failing;
mod killed;
mod left_alone;
mod places;
mod two_in_one;

mod aside;
mod files;
mod fuzz;
mod imports;
mod limits;
mod read_back;
