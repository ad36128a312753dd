//! Who gets on, and when: small steps in an order that bits say, and time that goes by.

use std::task::Poll;

use storage::DeviceInput;

use super::{
    play::Play,
    shell::Answer,
    tab::{Describe, Has},
};

impl Play {
    /// What one tab tells goes to all others.
    pub(super) fn spread(&mut self) {
        let all: Vec<Vec<Describe>> =
            self.tabs.iter_mut().map(|tab| std::mem::take(&mut tab.outbox)).collect();
        for (from, told) in all.iter().enumerate() {
            for (to, tab) in self.tabs.iter_mut().enumerate() {
                if to != from {
                    tab.inbox.extend(told.iter().cloned());
                }
            }
        }
    }

    /// So many small steps, in an order that the bits say.
    pub(super) fn run(&mut self, times: usize, mut bits: u64) {
        for _ in 0..times {
            bits = bits.rotate_right(7).wrapping_mul(0x2545_f491_4f6c_dd1d) | 1;
            let tabs = self.tabs.len();
            let choice = usize::try_from(bits >> 33).unwrap_or_default();
            let now = self.now;
            let mirror = (self.has == Has::Mirror).then(|| self.world.mirror());
            let at = choice % tabs;
            let tab = &mut self.tabs[at];
            match (choice / tabs) % 8 {
                0 if !tab.inbox.is_empty() => {
                    if let Some(told) = tab.inbox.pop_front() {
                        tab.hear(now, told);
                    }
                }
                1 | 2 if !tab.answers.is_empty() => {
                    let which = choice / 64 % tab.answers.len();
                    let answer = tab.answers.swap_remove(which);
                    tab.old.push(answer.clone());
                    tab.arrive(now, answer);
                }
                3 if !tab.old.is_empty() && choice.is_multiple_of(5) => {
                    // It arrives a second time.
                    let which = choice / 64 % tab.old.len();
                    let answer = tab.old.swap_remove(which);
                    if !matches!(answer, Answer::Held(..)) {
                        tab.arrive(now, answer);
                    }
                }
                _ if !tab.flights.is_empty() => {
                    let which = choice / 64 % tab.flights.len();
                    if let Poll::Ready(answer) = tab.flights[which].go_on() {
                        tab.flights.remove(which);
                        tab.answers.extend(answer);
                    }
                }
                _ => {}
            }
            self.now += 1;
            self.spread();
            if let Some(before) = mirror {
                self.tell_of_mirror(at, &before);
            }
        }
    }

    /// The browser tells every other tab what has changed in localStorage.
    fn tell_of_mirror(&mut self, from: usize, before: &crate::mirror::Texts) {
        let now = self.world.mirror();
        let keys = now.keys().chain(before.keys()).filter(|key| now.get(*key) != before.get(*key));
        let keys: std::collections::BTreeSet<_> = keys.cloned().collect();
        for (at, tab) in self.tabs.iter_mut().enumerate() {
            if at != from {
                tab.inbox.extend(keys.iter().cloned().map(Describe::MirrorChanged));
            }
        }
    }

    /// Time goes by: whoever wanted to be woken is.
    pub(super) fn wait(&mut self, ms: i64) {
        let end = self.now + ms;
        loop {
            let next = self.tabs.iter().enumerate().flat_map(|(at, tab)| {
                tab.wakes.iter().enumerate().map(move |(which, (when, ..))| (*when, at, which))
            });
            let Some((when, at, which)) = next.min().filter(|(when, ..)| *when <= end) else {
                break;
            };
            self.now = self.now.max(when);
            let now = self.now;
            let (_, ticket, is_device) = self.tabs[at].wakes.swap_remove(which);
            if is_device {
                self.tabs[at].device_step(now, DeviceInput::Woke(ticket));
            } else {
                let woke = storage::Input::Woke(ticket);
                self.tabs[at].session_step(now, ticket.opening, woke);
            }
            self.spread();
        }
        self.now = self.now.max(end);
        for tab in &mut self.tabs {
            tab.paint(end);
        }
    }
}
