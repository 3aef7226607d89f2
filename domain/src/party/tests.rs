use super::*;
use crate::pairs::every_pair;

#[test]
fn every_party_state_meets_every_step() {
    insta::assert_snapshot!(every_pair(PartyState::ALL, PartyStep::ALL, PartyState::after));
}

#[test]
fn a_link_stands_fourteen_days_and_works_once() {
    let sent_at = "2022-01-10T09:00:00Z".parse().unwrap();
    let link = PartyLink { sent_at, used_at: None };
    assert_eq!(link.stands("2022-01-24T08:59:59Z".parse().unwrap()), Ok(()));
    let late = "2022-01-24T09:00:00Z".parse().unwrap();
    assert_eq!(link.stands(late), Err(Blocker::LinkExpired.into()));
    let used = PartyLink { used_at: Some(sent_at), ..link };
    assert_eq!(used.stands(sent_at), Err(Blocker::LinkUsed.into()));
}

#[test]
fn a_signatory_gives_name_and_capacity() {
    assert!(Signatory::parse("Anna Prova", "Presidente").is_ok());
    assert_eq!(Signatory::parse(" ", "").unwrap_err().iter().count(), 2);
}

#[test]
fn an_organisation_is_invited_once() {
    let new = NewParty::parse("Pro  Loco", "association", "info@proloco.it", "Presidente", "it").unwrap();
    assert_eq!(new.beside([("Auser", PartyState::Signed)].into_iter()), Ok(()));
    for state in PartyState::ALL {
        let known = new.beside([(" PRO loco", *state)].into_iter());
        assert_eq!(known.is_ok(), *state == PartyState::Removed, "{state}");
    }
}

#[test]
fn a_party_is_read_field_by_field() {
    let read = NewParty::parse("Pro Loco", "association", "Info@Proloco.it", "Presidente", "en").unwrap();
    assert_eq!(read.language, Language::English);
    assert_eq!((read.kind, read.email.as_str()), (PartyKind::Association, "info@proloco.it"));
    let errors = NewParty::parse("", "club", "x", &"a".repeat(121), "de").unwrap_err();
    assert_eq!(errors.of("language"), Some(&Fault::Choice));
    assert_eq!(errors.of("organisation"), Some(&Fault::Required));
    assert_eq!(errors.of("kind"), Some(&Fault::Choice));
    assert_eq!(errors.of("email"), Some(&Fault::Email));
    assert_eq!(errors.of("capacity"), Some(&Fault::TooLong { max: 120 }));
}
