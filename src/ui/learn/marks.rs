//! The legend: each mark as it looks, with one sentence. The samples have the classes of what they stand for, so they
//! can't look otherwise.

use leptos::prelude::*;

/// The id of the heading.
pub(super) const MARKS: &str = "marks";

/// All marks, in the order in which one meets them.
pub(super) fn section() -> AnyView {
    let mark = |(sample, sentence): (AnyView, &'static str)| {
        view! {
            <div>
                <dt>{sample}</dt>
                <dd>{sentence}</dd>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="legend" aria-labelledby=MARKS>
            <h2 class="question" id=MARKS tabindex="-1">"Marks"</h2>
            <p>"Some things look different for a reason. Here is each of these marks, and what it means."</p>
            <dl>{all().into_iter().map(mark).collect::<Vec<_>>()}</dl>
        </section>
    }
    .into_any()
}

fn all() -> [(AnyView, &'static str); 9] {
    [
        (overwritten(), "The snapshot has written a new value over this one."),
        (
            entry("lit", ("12", "20 Mar 09:00"), "Deposited 50.00", plain(), "540.00"),
            "This entry has just been written, or you point at it.",
        ),
        (
            entry("decides", ("8", "28 Feb 23:59"), "Fee of 5.00 charged", plain(), "505.00"),
            "In a chapter this entry decides the answer.",
        ),
        (
            entry("not-yet", ("9", "1 Mar 10:30"), "Withdrawn 60.00", plain(), "445.00"),
            "This entry is not written yet at the moment that you look at.",
        ),
        (
            entry("", ("10", "5 Mar 11:00"), "Fee of 5.00 refunded", corrects(), "450.00"),
            "This entry takes back entry 8, and entry 8 stays as it was.",
        ),
        (
            entry("", ("12", "20 Mar 09:00"), "Deposited 30.00", true_on(), "520.00"),
            "This entry came late: it counts on the day that it names.",
        ),
        (refused(), "The rules refused this request, so no entry was written."),
        (ahead(), "The dashed part comes after the moment that you look at."),
        (
            view! { <p class="value cannot">"cannot know"</p> }.into_any(),
            "This world doesn’t keep what the answer needs.",
        ),
    ]
}

fn plain() -> AnyView {
    ().into_any()
}

fn overwritten() -> AnyView {
    view! {
        <p class="from-snapshot value">
            <s class="overwritten">"490.00"</s>
            " 540.00"
        </p>
    }
    .into_any()
}

/// An entry as it stands in the diary. It is one row of no table, so those who listen hear its words alone.
fn entry(
    class: &'static str,
    (number, when): (&'static str, &'static str),
    what: &'static str,
    more: AnyView,
    balance: &'static str,
) -> AnyView {
    view! {
        <table class="lines" role="presentation">
            <tbody>
                <tr class=class>
                    <td class="number">
                        <span>{number}</span>
                    </td>
                    <td class="when">{when}</td>
                    <td class="what">
                        <div class="said">
                            <span>{what}</span>
                            {more}
                        </div>
                    </td>
                    <td class="amount">{balance}</td>
                </tr>
            </tbody>
        </table>
    }
    .into_any()
}

fn corrects() -> AnyView {
    view! {
        " "
        <span class="entry-link">"corrects 8"</span>
    }
    .into_any()
}

fn true_on() -> AnyView {
    view! { <span class="true-on">" · true on 3 March"</span> }.into_any()
}

fn refused() -> AnyView {
    view! {
        <p class="no-ink">
            <span class="mark" aria-hidden="true">"✕"</span>
            <span>
                <span class="wish">"Withdraw 10,000.00"</span>
                ": the balance is 490.00. "
                <em>"No entry was written."</em>
            </span>
        </p>
    }
    .into_any()
}

/// A curve that is drawn through up to the moment that is shown, and dashed from there on.
fn ahead() -> AnyView {
    let curve = |class, d| {
        view! {
            <svg class=class viewBox="0 0 100 40" preserveAspectRatio="none">
                <path d=d />
            </svg>
        }
        .into_any()
    };
    view! {
        <div class="chart" aria-hidden="true">
            {curve("", "M0 34H20V12H45V22H60")}
            {curve("ahead", "M60 22V8H80V16H100")}
        </div>
    }
    .into_any()
}
