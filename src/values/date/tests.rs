//! Days and instants.

use super::*;

fn day(year: u16, month: u8, number: u8) -> Day {
    Day::new(year, month, number).expect("a day")
}

#[test]
fn days_and_numbers_agree_over_four_centuries() {
    let first = day(1800, 1, 1).number();
    for number in first..first + 146_097 {
        let day = Day::from_number(number).expect("within the calendar");
        assert_eq!(day.number(), number);
    }
    assert_eq!(day(1970, 1, 1).number(), 0);
    assert_eq!(day(2000, 3, 1).number(), 11_017);
}

#[test]
fn a_date_is_shown_as_it_was_written() {
    let date = DateTime::parse("2024-02-29T23:30:00+06:00").expect("a date");
    assert_eq!(date.to_string(), "2024-02-29T23:30:00+06:00");
    assert_eq!(date.instant(), DateTime::parse("2024-02-29T17:30:00Z").expect("a date").instant());
    assert_eq!(DateTime::at(date.instant(), 360), Some(date));
    assert_eq!(
        DateTime::parse("2024-02-29 23:30:00.25-03:30").expect("a date").to_string(),
        "2024-02-29T23:30:00-03:30"
    );
}

#[test]
fn what_is_wrong_with_a_date_is_named() {
    let table = [
        ("2024-04-19", DateTimeError::NoOffset),
        ("2024-04-19T09:00:00", DateTimeError::NoOffset),
        ("2023-02-29T09:00:00Z", DateTimeError::Range),
        ("2024-04-19T24:00:00Z", DateTimeError::Range),
        ("2024-04-19T09:00:00+25:00", DateTimeError::Range),
        ("19.04.2024 09:00", DateTimeError::Form),
        ("2024-04-19T9:00:00Z", DateTimeError::Form),
        ("2024-04-19T09:00:00.Z", DateTimeError::Form),
        ("", DateTimeError::Form),
        ("пятница, апрель", DateTimeError::Form),
    ];
    for (text, error) in table {
        assert_eq!(DateTime::parse(text), Err(error), "{text:?}");
    }
}

#[test]
fn the_day_changes_at_the_papers_midnight() {
    // 2024-04-18T19:00Z is midnight at +05:00.
    let midnight = 1_713_466_800_000;
    assert_eq!(Day::at(midnight - 1, 300), Some(day(2024, 4, 18)));
    assert_eq!(Day::at(midnight, 300), Some(day(2024, 4, 19)));
    for broken in [i64::MIN, i64::MAX, 1 << 60] {
        assert_eq!(Day::at(broken, 300), None);
    }
}
