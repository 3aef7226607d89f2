use super::*;

fn sent() -> SentCode {
    SentCode { sent_at: "2022-11-02T09:00:00Z".parse().unwrap(), tries: 0, used: false }
}

fn after(seconds: i64) -> DateTime<Utc> {
    sent().sent_at + TimeDelta::seconds(seconds)
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
}

#[test]
fn only_the_salted_digest_is_kept() {
    let code = OneTimeCode::from_random(123_456);
    let stored = code.hash(b"sale");
    assert!(code.matches(b"sale", &stored));
    assert!(!code.matches(b"pepe", &stored));
    assert!(!OneTimeCode::from_random(123_457).matches(b"sale", &stored));
    assert!(!format!("{code:?}").contains("123456"));
}

#[test]
fn a_code_works_once() {
    let (outcome, used) = attempt(sent(), after(30), true);
    assert_eq!(outcome, Attempt::SignedIn);
    assert_eq!(attempt(used, after(31), true), (Attempt::AlreadyUsed, used));
}

#[test]
fn a_code_lives_ten_minutes() {
    assert_eq!(attempt(sent(), after(599), true).0, Attempt::SignedIn);
    assert_eq!(attempt(sent(), after(600), true), (Attempt::Expired, sent()));
    assert_eq!(attempt(sent(), after(-1), true).0, Attempt::Expired);
}

#[test]
fn a_code_is_tried_five_times() {
    let mut code = sent();
    for _ in 1..CODE_TRIES {
        let (outcome, next) = attempt(code, after(1), false);
        assert_eq!(outcome, Attempt::Wrong);
        code = next;
    }
    assert_eq!(attempt(code, after(1), true).0, Attempt::SignedIn);
    let (outcome, spent) = attempt(code, after(1), false);
    assert_eq!((outcome, spent.tries), (Attempt::Exhausted, CODE_TRIES));
    assert_eq!(attempt(spent, after(2), true), (Attempt::Exhausted, spent));
}

#[test]
fn codes_are_sent_within_both_limits() {
    assert!(may_send(4, 29));
    assert!(!may_send(5, 0));
    assert!(!may_send(0, 30));
}

#[test]
fn an_invitation_stands_fourteen_days() {
    let sent_at = sent().sent_at;
    assert!(invitation_stands(sent_at, sent_at + TimeDelta::days(14) - TimeDelta::seconds(1)));
    assert!(!invitation_stands(sent_at, sent_at + TimeDelta::days(14)));
}
