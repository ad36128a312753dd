//! A question's entries month by month: a bar for each, with its number beside it as text.

use leptos::prelude::*;

use examples::{
    Money,
    calendar::month_words,
    questions::own::{MonthTotal, Months},
};

/// Months that are shown at once; of more of them, one scrolls to the others.
const AT_ONCE: usize = 12;

/// How wide the room for the bars is, in the drawing's own units.
const WIDTH: i128 = 1000;

/// The months as rows. Those of less than nothing have their bars on the other side of zero.
pub(super) fn by_month(months: &Months) -> AnyView {
    let bars: Vec<_> = months.months.iter().map(amount).collect();
    let (lowest, highest) = bars.iter().fold((0, 0), |(lowest, highest), bar| {
        (bar.min(&lowest).to_owned(), bar.max(&highest).to_owned())
    });
    let at = |amount: i64| {
        let share = i128::from(amount) - i128::from(lowest);
        share * WIDTH / (i128::from(highest) - i128::from(lowest)).max(1)
    };
    let row = |(total, bar): (&MonthTotal, &i64)| {
        let words = total.sum.map_or_else(|| total.count.to_string(), |sum| sum.to_string());
        let path = format!("M{} 0H{}V1H{0}Z", at(0), at(*bar));
        view! {
            <tr>
                <th scope="row">{month_words(total.month)}</th>
                <td class="bar" aria-hidden="true">
                    <svg viewBox=format!("0 0 {WIDTH} 1") preserveAspectRatio="none">
                        <path class:less=*bar < 0 d=path />
                    </svg>
                </td>
                <td class="amount">{words}</td>
            </tr>
        }
        .into_any()
    };
    let rows = months.months.iter().zip(&bars).map(row).collect::<Vec<_>>();
    let is_long = rows.len() > AT_ONCE;
    let earlier = (months.earlier > 0)
        .then(|| view! { <p class="why">{format!("and {} earlier ones", months.earlier)}</p> });
    view! {
        // What scrolls must be reached by keyboard.
        <div class="by-month" tabindex=is_long.then_some("0") class:long=is_long>
            <table>
                <caption>"Month by month"</caption>
                <tbody>{rows}</tbody>
            </table>
            {earlier}
        </div>
    }
    .into_any()
}

fn amount(total: &MonthTotal) -> i64 {
    let count = i64::try_from(total.count).unwrap_or(i64::MAX);
    total.sum.map_or(count, Money::in_cents)
}
