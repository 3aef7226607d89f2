use super::*;
use proptest::prelude::*;

const ROLLING: Rolling = Rolling { working_day: true, saturdays: false };

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_day_ends_at_midnight_in_rome() {
    let cases = [
        (day(2023, 3, 31), "2023-03-31T22:00:00Z"),
        (day(2022, 12, 31), "2022-12-31T23:00:00Z"),
        (day(2022, 3, 26), "2022-03-26T23:00:00Z"),
        (day(2022, 3, 27), "2022-03-27T22:00:00Z"),
        (day(2022, 10, 29), "2022-10-29T22:00:00Z"),
        (day(2022, 10, 30), "2022-10-30T23:00:00Z"),
    ];
    for (last, end) in cases {
        assert_eq!(Deadline(last).instant(), utc(end), "{last}");
    }
}

#[test]
fn one_second_after_the_end_is_too_late() {
    let cycle = Deadline(day(2023, 3, 31));
    assert!(!cycle.is_over(utc("2023-03-31T21:59:59Z")));
    assert!(cycle.is_over(utc("2023-03-31T22:00:00Z")));
    assert!(cycle.is_over(utc("2023-03-31T22:00:01Z")));
    assert_eq!(day_in_rome(utc("2023-03-31T22:00:01Z")), day(2023, 4, 1));
}

#[test]
fn the_nights_of_summer_time_have_23_and_25_hours() {
    let hours = |last| (Deadline(last).instant() - start_of(last)).num_hours();
    assert_eq!(hours(day(2022, 3, 27)), 23);
    assert_eq!(hours(day(2022, 10, 30)), 25);
    assert_eq!(hours(day(2022, 5, 10)), 24);
}

#[test]
fn a_meeting_begins_when_clocks_in_rome_say_so() {
    let at = |month, day_of_month, hour, minute| {
        instant_in_rome(day(2022, month, day_of_month), NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
    };
    assert_eq!(at(2, 17, 17, 30), utc("2022-02-17T16:30:00Z"));
    assert_eq!(at(7, 7, 18, 0), utc("2022-07-07T16:00:00Z"));
    assert_eq!(at(3, 27, 2, 30), utc("2022-03-27T01:30:00Z"), "the hour that spring skips");
}

#[test]
fn easter_falls_where_the_almanac_says() {
    for date in [day(2019, 4, 21), day(2022, 4, 17), day(2023, 4, 9), day(2024, 3, 31), day(2038, 4, 25)] {
        assert_eq!(easter(date.year()), Some(date));
    }
}

#[test]
fn a_deadline_rolls_to_a_working_day() {
    let bibbiano = Holidays { patron: Some(PatronDay { month: 1, day: 23 }) };
    let national = Holidays::default();
    assert_eq!(national.roll(day(2023, 1, 22), ROLLING), day(2023, 1, 23), "Sunday");
    assert_eq!(bibbiano.roll(day(2023, 1, 22), ROLLING), day(2023, 1, 24), "Sunday, then the patron");
    assert_eq!(national.roll(day(2022, 4, 17), ROLLING), day(2022, 4, 19), "Easter and its Monday");
    assert_eq!(national.roll(day(2022, 12, 24), ROLLING), day(2022, 12, 24), "Saturdays stay");
    let saturdays = Rolling { saturdays: true, ..ROLLING };
    assert_eq!(national.roll(day(2022, 12, 24), saturdays), day(2022, 12, 27), "Saturday to Santo Stefano");
    let off = Rolling { working_day: false, saturdays: false };
    assert_eq!(national.roll(day(2023, 1, 22), off), day(2023, 1, 22), "rolling off");
    assert!(national.contain(day(2026, 10, 4)) && !national.contain(day(2022, 10, 4)));
}

#[test]
fn months_count_whole() {
    assert_eq!(complete_months(day(2022, 2, 1), day(2022, 12, 23)), 10);
    assert_eq!(complete_months(day(2021, 2, 1), day(2021, 7, 22)), 5);
    assert_eq!(complete_months(day(2022, 2, 15), day(2022, 11, 18)), 9);
    assert_eq!(complete_months(day(2022, 1, 31), day(2022, 2, 28)), 1);
    assert_eq!(complete_months(day(2022, 1, 31), day(2022, 1, 31)), 0);
    assert_eq!(complete_months(day(2022, 2, 2), day(2022, 2, 1)), 0);
    assert_eq!(add_months(day(2022, 2, 1), 9), day(2022, 11, 1));
    assert_eq!(add_months(day(2023, 12, 31), 2), day(2024, 2, 29));
    assert_eq!(add_days(day(2022, 11, 1), 60), day(2022, 12, 31));
}

prop_compose! {
    fn any_day()(days in 0u32..120_000) -> NaiveDate {
        add_days(NaiveDate::from_ymd_opt(1900, 1, 1).unwrap(), days)
    }
}

proptest! {
    #[test]
    fn later_days_end_later(one in any_day(), days in 1u32..5_000) {
        let other = add_days(one, days);
        prop_assert!(Deadline(one).instant() < Deadline(other).instant());
        prop_assert!(Holidays::default().roll(one, ROLLING) <= Holidays::default().roll(other, ROLLING));
        prop_assert!(start_of(one) < Deadline(one).instant());
    }

    #[test]
    fn rolling_goes_forward_once(one in any_day(), saturdays: bool) {
        let rolling = Rolling { working_day: true, saturdays };
        let rolled = Holidays::default().roll(one, rolling);
        prop_assert!(rolled >= one && rolled <= add_days(one, 7));
        prop_assert_eq!(Holidays::default().roll(rolled, rolling), rolled);
    }

    #[test]
    fn months_grow_with_the_end(one in any_day(), days in 0u32..2_000, more in 0u32..60, months in 0u32..60) {
        let end = add_days(one, days);
        prop_assert!(complete_months(one, end) <= complete_months(one, add_days(end, more)));
        prop_assert_eq!(complete_months(one, add_months(one, months)), months);
    }
}
