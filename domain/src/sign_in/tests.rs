use super::*;

fn noon() -> DateTime<Utc> {
    "2022-11-02T12:00:00Z".parse().unwrap()
}

fn after(tries: u32) -> SentCode {
    SentCode { expires_at: noon() + CODE_LIFE, tries }
}

#[test]
fn a_code_is_six_digits() {
    assert_eq!(OneTimeCode::from_random(42).as_str(), "000042");
    assert_eq!(OneTimeCode::from_random(7_123_456).as_str(), "123456");
    assert_eq!(OneTimeCode::parse(" 123 456 ").unwrap().as_str(), "123456");
    assert_eq!(OneTimeCode::parse(""), Err(Fault::Required));
    for bad in ["12345", "1234567", "12345a", "١٢٣٤٥٦"] {
        assert_eq!(OneTimeCode::parse(bad), Err(Fault::Code), "{bad}");
    }
    assert!(!format!("{:?}", OneTimeCode::from_random(123_456)).contains("123456"));
}

#[test]
fn a_code_lives_ten_minutes() {
    let last = noon() + TimeDelta::seconds(599);
    assert_eq!(attempt(after(0), last, true), Attempt::SignedIn);
    assert_eq!(attempt(after(0), noon() + CODE_LIFE, true), Attempt::Expired);
}

#[test]
fn a_code_is_tried_five_times() {
    assert_eq!(attempt(after(4), noon(), false), Attempt::Wrong);
    assert_eq!(attempt(after(4), noon(), true), Attempt::SignedIn);
    assert_eq!(attempt(after(5), noon(), true), Attempt::Exhausted);
}

#[test]
fn codes_are_sent_within_both_limits() {
    assert!(may_send(4, 59));
    assert!(!may_send(5, 0));
    assert!(!may_send(0, 60));
}

#[test]
fn an_invitation_stands_fourteen_days() {
    assert!(invitation_stands(noon(), noon() + TimeDelta::days(14) - TimeDelta::seconds(1)));
    assert!(!invitation_stands(noon(), noon() + TimeDelta::days(14)));
}
