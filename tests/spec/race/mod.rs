//! The machines that decide what is written, and where, raced as they are: several tabs of one
//! browser, in any order, with stores that fail, stall and answer late or twice, crashes, and
//! readers who switch, begin, name and delete diaries while commands wait.

mod judge;

mod play;

mod reader;

mod seen;

mod shell;

mod steps;

mod tab;

mod turns;
