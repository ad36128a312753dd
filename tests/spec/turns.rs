//! An executor of ten lines, and one that lets two take turns.

use std::{
    future::Future,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

/// Runs what only ever waits for the stores below.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Runs two at once. The bits say whose turn it is, the lowest first.
pub(crate) fn race<A, B>(
    one: impl Future<Output = A>,
    other: impl Future<Output = B>,
    mut turns: u64,
) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        let is_second = turns & 1 == 1;
        turns = turns.rotate_right(1);
        if first.is_none() && (!is_second || second.is_some()) {
            if let Poll::Ready(value) = one.as_mut().poll(&mut context) {
                first = Some(value);
            }
        } else if second.is_none()
            && let Poll::Ready(value) = other.as_mut().poll(&mut context)
        {
            second = Some(value);
        }
        match (first, second) {
            (Some(first), Some(second)) => return (first, second),
            unfinished => (first, second) = unfinished,
        }
    }
}

/// Lets others go first, once.
pub(crate) struct Pause(bool);

/// Waits until it is asked again.
pub(crate) fn pause() -> Pause {
    Pause(false)
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}
