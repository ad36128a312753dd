//! What a reader does in a tab, and has seen there.

use examples::bank::Command;
use storage::{Access, CommandId, DeviceInput, Input};

use super::tab::{Fate, KIND, Press, Tab, at};

impl Tab {
    /// The reader presses a button.
    pub(crate) fn press(&mut self, now: i64, cents: i64, command: Command) {
        if self.desk.is_empty() {
            return;
        }
        let front = self.desk.front();
        let (opening, name) = (front.opening(), front.stored().name().to_owned());
        let shown = front.stored().diary().len();
        let press = Input::Press { command, true_on: None, version: shown };
        let link = front.stored().fingerprint().to_string();
        let is_held =
            matches!(front.access(), Access::Memory | Access::NotYet | Access::Waiting(_));
        let is_loose = is_held || self.has_no_diary;
        let before: Vec<_> = front.refusals().iter().map(|refusal| refusal.id).collect();
        let asks = self.desk.step(at(now), press);
        let front = self.desk.front();
        let id = front.last_given().expect("a command was given");
        // Those that are not there any more were answered at once, and are seen by now.
        let gone = before.into_iter().filter(|id| front.refusals().iter().all(|it| it.id != *id));
        let gone: Vec<_> = gone.collect();
        let (fate, is_alive) = (Fate::Pending, true);
        self.presses.push(Press {
            id,
            cents,
            name,
            shown,
            link,
            is_loose,
            fate,
            is_alive,
            opening,
        });
        for id in gone {
            assert!(self.painted.contains(&id), "nobody could have seen it");
            self.has_seen(id);
        }
        self.carry_out(now, asks);
        self.device_step(now, DeviceInput::Used(KIND.into()));
    }

    /// The reader has seen a refusal.
    pub(crate) fn has_seen(&mut self, id: CommandId) {
        for press in self.presses.iter_mut().filter(|press| press.id == id) {
            press.fate = Fate::Refused { seen: true };
        }
    }

    /// A frame is painted.
    pub(crate) fn paint(&mut self, now: i64) {
        let shown: Vec<_> = self.desk.front().refusals().iter().map(|refusal| refusal.id).collect();
        self.painted.extend(&shown);
        let asks = self.desk.step(at(now), Input::Painted(shown));
        self.carry_out(now, asks);
    }

    /// The reader has seen all refusals of the diary in front.
    pub(crate) fn see_all(&mut self, now: i64) {
        let seen: Vec<_> = self.desk.front().refusals().iter().map(|refusal| refusal.id).collect();
        for id in seen {
            let asks = self.desk.step(at(now), Input::Seen(id));
            self.carry_out(now, asks);
            self.has_seen(id);
        }
    }
}
