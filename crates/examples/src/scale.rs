//! The scale of a chart: few lines at round figures.

/// So many spaces between lines can still be told apart in a chart of a finger's height.
const SPACES: i128 = 3;

/// The figures at which lines are drawn, lowest first: multiples of 1, 2, 3 or 5 × 10ⁿ. The first is not
/// above the lowest figure and the last not below the highest, so nothing is drawn outside of them. Of all
/// such lines those are taken that leave the least room empty, and of these the fewest. Where there is
/// nothing but 0, that is the only one.
pub fn lines(lowest: i64, highest: i64) -> Vec<i64> {
    if lowest == 0 && highest == 0 {
        return vec![0];
    }
    // In a wider type, since what is round may lie beyond the largest figure.
    let (lowest, highest) = (i128::from(lowest), i128::from(highest.max(lowest)));
    let steps = (0..20).flat_map(|power| [1, 2, 3, 5].map(|digit| digit * 10_i128.pow(power)));
    let lines = steps.map(|step: i128| {
        let (first, last) = (lowest.div_euclid(step), -(-highest).div_euclid(step));
        (step, first, last.max(first + 1))
    });
    let few = lines.filter(|(_, first, last)| last - first <= SPACES);
    let best = few.min_by_key(|(step, first, last)| ((last - first) * step, last - first));
    let line = |(step, first, last)| {
        (first..=last).filter_map(move |at: i128| i64::try_from(at * step).ok()).collect()
    };
    best.map(line).unwrap_or_default()
}
