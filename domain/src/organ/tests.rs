use super::*;
use crate::{invalid::Fault, pairs::every_pair};
use chrono::TimeDelta;

#[test]
fn every_member_state_meets_every_step() {
    insta::assert_snapshot!(every_pair(MemberState::ALL, MemberStep::ALL, MemberState::after));
}

#[test]
fn who_is_turned_away_reads_why() {
    let with_reason: Vec<_> = MemberStep::ALL.iter().filter(|step| step.needs_reason()).collect();
    assert_eq!(with_reason, [&MemberStep::Refuse, &MemberStep::TakeBack]);
}

#[test]
fn an_invitation_is_accepted_within_its_days() {
    let sent: chrono::DateTime<chrono::Utc> = "2022-02-20T09:00:00Z".parse().unwrap();
    let (last, late) = (sent + TimeDelta::days(14) - TimeDelta::seconds(1), sent + TimeDelta::days(14));
    for &state in MemberState::ALL {
        for &step in MemberStep::ALL {
            assert_eq!(in_time(state, step, Some(sent), last), Ok(()), "{state} {step}");
            let expires = (state, step) == (MemberState::Invited, MemberStep::Accept);
            assert_eq!(in_time(state, step, Some(sent), late).is_err(), expires, "{state} {step}");
            assert_eq!(in_time(state, step, None, late), Ok(()), "{state} {step}");
        }
    }
}

#[test]
fn a_facilitator_does_not_watch_over_himself() {
    assert!(may_sit(OrganKind::NegotiationTable, true).is_ok());
    assert!(may_sit(OrganKind::GuaranteeCommittee, false).is_ok());
    assert_eq!(may_sit(OrganKind::GuaranteeCommittee, true), Err(Blocker::FacilitatorOnCommittee.into()));
}

#[test]
fn a_member_is_read_field_by_field() {
    assert!(NewMember::parse("Auser", "association", "anziani", "Anna Rossi", "anna@auser.it").is_ok());
    let errors = NewMember::parse(" ", "", "", "a\u{202e}b", "anna").unwrap_err();
    assert_eq!(errors.of("organisation"), Some(&Fault::Required));
    assert_eq!(errors.of("kind"), Some(&Fault::Required));
    assert_eq!(errors.of("delegate"), Some(&Fault::Form));
    assert_eq!(errors.of("email"), Some(&Fault::Email));
    assert_eq!(errors.of("category"), Some(&Fault::Required));
}

#[test]
fn a_candidature_says_why() {
    assert!(NewCandidature::parse("Auser", "association", "anziani", "Assistiamo a casa").is_ok());
    let errors = NewCandidature::parse("Auser", "club", "anziani", "").unwrap_err();
    assert_eq!(errors.of("kind"), Some(&Fault::Choice));
    assert_eq!(errors.of("why"), Some(&Fault::Required));
}

#[test]
fn an_organ_may_do_without_written_rules() {
    let blank = || OrganRules::parse("", " ", "", "");
    let organ = NewOrgan::parse("negotiation_table", "2022-02-01", blank()).unwrap();
    assert_eq!((organ.kind, organ.rules), (OrganKind::NegotiationTable, OrganRules::default()));
    let errors = NewOrgan::parse("senate", "", OrganRules::parse("", "0", "", "")).unwrap_err();
    assert_eq!(errors.of("comment_days"), Some(&Fault::Number { min: 1, max: 60 }));
    assert_eq!(errors.of("kind"), Some(&Fault::Choice));
    assert!(!is_constituted(0) && is_constituted(1));
}

#[test]
fn members_never_get_fewer_days_than_the_pack_grants() {
    let rules = |days| OrganRules::parse("Consenso", days, "Metà dei componenti", "Sempre aperta").unwrap();
    assert_eq!(rules("").at_least(7).unwrap().comment_days(7), 7);
    assert_eq!(rules("10").at_least(7).unwrap().comment_days(7), 10);
    let errors = rules("5").at_least(7).unwrap_err();
    assert_eq!(errors.of("comment_days"), Some(&Fault::Number { min: 7, max: 60 }));
}

#[test]
fn rules_that_governed_approved_minutes_are_kept() {
    assert_eq!(rewriting(false), Rewriting::Corrected);
    assert_eq!(rewriting(true), Rewriting::Superseded);
}

#[test]
fn a_reason_is_asked_where_the_step_needs_it() {
    assert_eq!(reason_for(MemberStep::Accept, " "), Ok(None));
    assert!(reason_for(MemberStep::Decline, "Non abbiamo tempo").unwrap().is_some());
    assert_eq!(reason_for(MemberStep::Refuse, ""), Err(FieldErrors::one("reason", Fault::Required)));
}

#[test]
fn nobody_says_yes_for_somebody_else() {
    use MemberState as S;
    use MemberStep as T;
    assert_eq!(open_steps(S::Invited, true, false), [T::TakeBack]);
    assert_eq!(open_steps(S::Invited, false, true), [T::Accept, T::Decline]);
    assert_eq!(open_steps(S::SelfCandidate, true, false), [T::Accept, T::Refuse]);
    assert_eq!(open_steps(S::SelfCandidate, false, true), []);
    assert_eq!(open_steps(S::Active, true, false), [T::Leave]);
    assert_eq!(open_steps(S::Active, false, true), [T::Leave]);
    assert_eq!(open_steps(S::Refused, true, false), [T::Invite]);
    assert_eq!(open_steps(S::Refused, false, true), [T::Apply]);
    assert_eq!(open_steps(S::Active, false, false), []);
}

#[test]
fn a_person_waits_for_an_answer_before_applying_again() {
    assert_eq!(may_apply(&[MemberState::Active, MemberState::SelfCandidate]), Err(Blocker::AlreadyApplied.into()));
    assert_eq!(may_apply(&[MemberState::Refused, MemberState::Left]), Ok(()));
}

#[test]
fn who_watches_over_a_process_does_not_run_it() {
    assert_eq!(may_facilitate(true), Err(Blocker::FacilitatorOnCommittee.into()));
    assert_eq!(may_facilitate(false), Ok(()));
}

#[test]
fn an_organ_is_constituted_on_its_day_and_not_before() {
    let rules = OrganRules::parse("Consenso", "", "", "").unwrap();
    let day = |day| chrono::NaiveDate::from_ymd_opt(2022, 2, day).unwrap();
    let new = NewOrgan { kind: OrganKind::NegotiationTable, constituted_on: day(2), rules };
    assert!(new.clone().by(day(2)).is_ok() && new.clone().by(day(3)).is_ok());
    assert_eq!(new.by(day(1)), Err(FieldErrors::one("constituted_on", Fault::Future)));
}
