//! What a step asks for of an order.

use std::sync::OnceLock;

use examples::order::{self, Order};

use super::{Sample, Step, Tale, long_tale};

impl Sample for Order {
    fn command(&self, step: &Step, names: &[String]) -> order::Command {
        let name = names[step.name].clone();
        match step.kind {
            ..5 => order::Command::CreateOrder { number: name },
            5..61 => {
                let present = self.item(name.trim());
                let price = present.filter(|_| step.fitting).map_or(step.amount, |item| item.price);
                order::Command::AddItem { name, price, quantity: step.quantity }
            }
            61..92 => {
                let present = self.item(name.trim()).map_or(0, |item| item.quantity);
                let quantity = match step.kind {
                    // As a diary from before removals had a quantity says it.
                    61..66 => order::HowMany::All,
                    _ if step.fitting && present > 0 => {
                        order::HowMany::Exactly(1 + step.quantity % present)
                    }
                    _ => order::HowMany::Exactly(step.quantity),
                };
                order::Command::RemoveItem { name, quantity }
            }
            92..96 => {
                let amount = if step.fitting { self.total() } else { step.amount };
                order::Command::ReceivePayment { amount }
            }
            _ => order::Command::Ship,
        }
    }

    fn long() -> &'static Tale<Self> {
        static LONG: OnceLock<Tale<Order>> = OnceLock::new();
        LONG.get_or_init(long_tale)
    }
}
