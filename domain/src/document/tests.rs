//! Who may read a document, and what may happen to it.

use super::*;
use crate::pairs::every_pair;

#[test]
fn a_private_document_is_for_who_works_on_it() {
    use DocumentKind::{Minutes, ReportAnnexPrivate};
    use DocumentState::{Draft, Final};
    let visitor = [Role::Visitor, Role::Citizen];
    assert!(may_read(Minutes, Visibility::Public, Final, &visitor));
    assert!(!may_read(Minutes, Visibility::Public, Draft, &visitor));
    assert!(!may_read(Minutes, Visibility::Private, Final, &visitor));
    assert!(may_read(Minutes, Visibility::Private, Draft, &[Role::ProcessOwner]));
    assert!(!may_read(ReportAnnexPrivate, Visibility::Public, Final, &[Role::CommitteeMember]));
    assert!(may_read(ReportAnnexPrivate, Visibility::Private, Final, &[Role::FundingOfficer]));
}

#[test]
fn the_private_annex_is_never_filed_as_public() {
    let typed = |kind, visibility| NewDocument::parse("Allegato 2", kind, visibility, "2022-12-23");
    assert!(typed("report_annex_private", "private").is_ok());
    let errors = typed("report_annex_private", "public").unwrap_err();
    assert_eq!(errors.of("visibility"), Some(&Fault::Choice));
    assert!(typed("contribution_attachment", "public").is_err(), "only citizens attach");
    assert_eq!(NewDocument::parse("", "x", "", "no").unwrap_err().iter().count(), 4);
}

#[test]
fn every_document_state_meets_every_step() {
    insta::assert_snapshot!(every_pair(DocumentState::ALL, DocumentStep::ALL, DocumentState::after));
}

/// Scenario 10: deleting a protocolled document is refused, an annotation is offered.
#[test]
fn a_protocolled_document_is_only_annotated() {
    for state in DocumentState::ALL.iter().filter(|state| state.is_immutable()) {
        assert_eq!(state.may_delete(), Err(Blocker::DocumentProtocolled.into()), "{state}");
        assert_eq!(state.may_replace(), Err(Blocker::DocumentProtocolled.into()), "{state}");
        assert_eq!(state.may_edit(), Err(Blocker::DocumentProtocolled.into()), "{state}");
        assert_eq!(state.may_annotate(), Ok(()), "{state}");
    }
    for state in [DocumentState::Draft, DocumentState::Final, DocumentState::Signed] {
        assert_eq!(state.may_delete(), Ok(()));
        assert_eq!(state.may_edit(), Ok(()));
        assert!(state.may_annotate().is_err());
    }
    assert_eq!(DocumentState::Signed.may_replace(), Err(Blocker::WrongState.into()));
}

#[test]
fn the_private_annex_and_what_parties_signed_are_never_public() {
    let never: Vec<_> = DocumentKind::ALL.iter().filter(|kind| !kind.may_be_public()).collect();
    assert_eq!(never, [&DocumentKind::SignedAgreement, &DocumentKind::ReportAnnexPrivate]);
    for kind in never {
        assert!(Visibility::when_published(*kind).is_err(), "{kind}");
        assert!(!kind.opens_with_a_request(), "{kind}");
        for state in DocumentState::ALL {
            assert!(!may_read(*kind, Visibility::Public, *state, &[Role::Visitor, Role::Citizen]), "{kind} {state}");
        }
    }
    let opened: Vec<_> = DocumentKind::ALL.iter().filter(|kind| kind.opens_with_a_request()).collect();
    assert_eq!(opened, [&DocumentKind::ExtensionRequest, &DocumentKind::ExtensionGrant, &DocumentKind::Other]);
}

#[test]
fn what_a_party_signed_is_read_by_the_offices_of_the_path_alone() {
    let read =
        |role: &&Role| may_read(DocumentKind::SignedAgreement, Visibility::Private, DocumentState::Signed, &[**role]);
    let readers: Vec<&str> = Role::ALL.iter().filter(read).map(|role| role.code()).collect();
    let offices = ["tenant_admin", "legal_representative", "process_owner", "process_facilitator"];
    assert_eq!(readers, [&offices[..], &["body_secretary", "privacy_officer"]].concat());
}

#[test]
fn what_stands_on_a_document_decides_what_may_change() {
    let may = |done: bool| if done { "si" } else { "-" };
    let line = |one: &Citation| {
        let cited = [*one];
        let hidden = may_read_after(&cited, Visibility::Public, Visibility::Private);
        assert!(may_read_after(&cited, Visibility::Private, Visibility::Public).is_ok(), "{one}");
        let [file, title, hide] = [may_replace_file(&cited), may_correct(&cited), hidden].map(|one| may(one.is_ok()));
        format!("{one}: file {file}, title {title}, hide {hide}")
    };
    insta::assert_snapshot!(Citation::ALL.iter().map(line).collect::<Vec<_>>().join("\n"));
    assert!(may_replace_file(&[]).is_ok() && may_correct(&[]).is_ok());
    let both = [Citation::MeetingNotHeld, Citation::Act];
    assert_eq!(may_replace_file(&both), Err(Blocker::DocumentCited.into()));
}

#[test]
fn no_document_bears_a_date_to_come() {
    let dated = |day| NewDocument::parse("Verbale", "minutes", "public", day).unwrap();
    let today = "2022-03-01".parse().unwrap();
    assert!(dated("2022-03-01").by(today).is_ok());
    assert_eq!(dated("2022-03-02").by(today), Err(FieldErrors::one("dated", Fault::Future)));
    assert!(NewDocument::parse("Verbale", "minutes", "public", "1899-12-31").is_err());
}

#[test]
fn a_correction_is_read_field_by_field() {
    let typed = |title, visibility, kind| DocumentChange::parse(title, visibility, kind);
    assert!(typed("Verbale n. 1", "public", DocumentKind::Minutes).is_ok());
    let errors = typed(" ", "all", DocumentKind::Minutes).unwrap_err();
    assert_eq!((errors.of("title"), errors.of("visibility")), (Some(&Fault::Required), Some(&Fault::Choice)));
    let errors = typed("Allegato 2", "public", DocumentKind::ReportAnnexPrivate).unwrap_err();
    assert_eq!(errors.of("visibility"), Some(&Fault::Choice));
}
