//! The scale of a chart: few round lines that take in every figure and leave little room empty.

use proptest::prelude::*;

use examples::scale::lines;

#[test]
fn the_lines_are_round() {
    assert_eq!(lines(0, 580_00), [0, 300_00, 600_00]);
    assert_eq!(lines(0, 5), [0, 5]);
    assert_eq!(lines(0, 0), [0]);
    assert_eq!(lines(-20_00, 70_00), [-50_00, 0, 50_00, 100_00]);
    assert_eq!(lines(0, 1_000_060), [0, 500_000, 1_000_000, 1_500_000]);
}

proptest! {
    #[test]
    fn no_figure_lies_outside_of_them(lowest in -1_000_000_000_000_i64..=0, more in 0..1_000_000_000_000_i64) {
        let highest = lowest + more;
        let lines = lines(lowest, highest);
        prop_assert!((1..=4).contains(&lines.len()));
        prop_assert!(lines[0] <= lowest && highest <= lines[lines.len() - 1]);
        prop_assert!(lines.windows(2).all(|pair| pair[1] - pair[0] == lines[1] - lines[0]));
    }

    #[test]
    fn the_largest_figures_that_there_are_have_one_too(lowest: i64, highest: i64) {
        let _lines = lines(lowest, highest);
    }
}
