use super::*;

fn five_parties() -> (Agreement, [PartyId; 5]) {
    use PartyKind::{Association, DecisionBody, Firm, Proponent, TradeUnion};
    let ids = [(); 5].map(|()| PartyId::fresh());
    let mut agreement = Agreement::new(Digest::of("Testo dell'accordo"), true);
    for (id, kind) in ids.into_iter().zip([Proponent, DecisionBody, Association, TradeUnion, Firm]) {
        agreement.parties.push(Party::invited(id, kind));
    }
    (agreement, ids)
}

/// Scenario 4: three sign, one sends a signed file, one declines.
#[test]
fn three_signatures_a_file_and_a_no_make_a_valid_agreement() {
    let (agreement, [proponent, body, association, trade_union, firm]) = five_parties();
    let text = agreement.text.clone();
    let agreement = agreement.sign(proponent, &text).unwrap();
    assert!(agreement.is_frozen());
    assert_eq!(agreement.standing().missing, [MissingSignature::DecisionBody, MissingSignature::AnotherParty]);
    let agreement = agreement.sign(body, &text).unwrap().sign(association, &text).unwrap();
    let agreement = agreement.receive_file(trade_union, Some(&text)).unwrap().decline(firm).unwrap();
    let standing = agreement.standing();
    assert!(standing.is_valid());
    assert_eq!((standing.signed, standing.files_received, standing.declined, standing.invited), (3, 1, 1, 0));
    let taken_in = agreement.confirm_file(trade_union).unwrap().standing();
    assert_eq!((taken_in.signed, taken_in.files_received, taken_in.files_taken_in), (3, 0, 1), "no signature yet");
}

#[test]
fn another_text_after_the_first_signature_voids_them_all() {
    let (agreement, [proponent, body, association, _, firm]) = five_parties();
    let text = agreement.text.clone();
    let agreement = agreement.sign(proponent, &text).unwrap().sign(body, &text).unwrap();
    let agreement = agreement.sign(association, &text).unwrap().decline(firm).unwrap();
    let unchanged = agreement.clone().rewritten(text.clone(), true);
    assert_eq!(unchanged, agreement);

    let changed = agreement.rewritten(Digest::of("Altro testo"), true);
    assert_eq!(changed.version, 2);
    assert!(!changed.is_frozen());
    let standing = changed.standing();
    assert_eq!((standing.signed, standing.declined, standing.missing.len()), (0, 1, 3));
    assert_eq!(changed.clone().sign(proponent, &text), Err(Blocker::TextMismatch.into()));
    assert!(changed.sign(proponent, &Digest::of("Altro testo")).is_ok());
}

#[test]
fn a_text_nobody_signed_changes_freely() {
    let (agreement, _) = five_parties();
    assert_eq!(agreement.clone().rewritten(Digest::of("Bozza 2"), true).version, 1);
    let text = agreement.text.clone();
    let same = agreement.rewritten(text, false);
    assert_eq!((same.version, same.decision_body_differs), (1, false));
}

#[test]
fn who_must_sign_changes_with_a_new_version_alone() {
    let (agreement, [proponent, _, association, ..]) = five_parties();
    let text = agreement.text.clone();
    let agreement = agreement.sign(proponent, &text).unwrap().sign(association, &text).unwrap();
    assert_eq!(agreement.standing().missing, [MissingSignature::DecisionBody]);
    let changed = agreement.rewritten(text.clone(), false);
    assert_eq!((changed.version, changed.is_frozen()), (2, false), "what was signed stays as it was");
    let missing = [MissingSignature::Proponent, MissingSignature::AnotherParty];
    assert_eq!(changed.standing().missing, missing, "and all sign again");
    assert!(changed.sign(proponent, &text).is_ok());
}

#[test]
fn a_file_freezes_the_text_but_does_not_count_alone() {
    let (agreement, [proponent, body, association, ..]) = five_parties();
    let text = agreement.text.clone();
    let agreement = agreement.receive_file(proponent, None).unwrap();
    assert!(agreement.is_frozen());
    let agreement = agreement.sign(body, &text).unwrap().sign(association, &text).unwrap();
    assert_eq!(agreement.standing().missing, [MissingSignature::Proponent]);
    assert!(agreement.confirm_file(proponent).unwrap().standing().is_valid(), "once staff took it in");
}

#[test]
fn a_file_that_wraps_another_text_is_rejected() {
    let (agreement, [proponent, ..]) = five_parties();
    let wrapped = Digest::of("Un altro testo");
    assert_eq!(agreement.receive_file(proponent, Some(&wrapped)), Err(Blocker::TextMismatch.into()));
}

#[test]
fn nobody_signs_twice_or_uninvited() {
    let (agreement, [proponent, ..]) = five_parties();
    let text = agreement.text.clone();
    let agreement = agreement.sign(proponent, &text).unwrap();
    assert_eq!(agreement.clone().sign(proponent, &text), Err(Blocker::WrongState.into()));
    assert_eq!(agreement.sign(PartyId::fresh(), &text), Err(Blocker::NotAParty.into()));
}

#[test]
fn one_body_in_both_parts_signs_once() {
    let (mut agreement, [proponent, _, association, ..]) = five_parties();
    agreement.decision_body_differs = false;
    let text = agreement.text.clone();
    let agreement = agreement.sign(proponent, &text).unwrap().sign(association, &text).unwrap();
    assert!(agreement.standing().is_valid());
}

#[test]
fn who_signs_sees_every_word() {
    for hidden in
        ["Prima <!-- e poi --> dopo", "<b>forte</b>", "![foto](a.png)", "Testo\n\n[nota]: https://a.it \"clausola\""]
    {
        assert_eq!(parse_text(hidden), Err(FieldErrors::one("text", Fault::Unseen)), "{hidden}");
    }
    for seen in ["## Impegni\n\n- **Ente**: apre [la sala](https://a.it)", "Spesa oltre > 10 euro"] {
        assert!(parse_text(seen).is_ok(), "{seen}");
    }
}

#[test]
fn the_text_is_written_until_the_conclusion() {
    use crate::stage::Stage;
    let open: Vec<_> = Stage::ALL.iter().copied().filter(|stage| may_write(*stage)).collect();
    let (before, rests) = ([Stage::Designed, Stage::Ready], [Stage::Sharing, Stage::Opening, Stage::Closing]);
    assert!(before.iter().chain(&rests).chain([&Stage::Suspended]).all(|stage| open.contains(stage)));
    assert_eq!(open.len(), 6, "{open:?}");
}
