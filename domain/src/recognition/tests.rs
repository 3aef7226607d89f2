use super::*;
use uuid::Uuid;

const ANNA: PersonId = PersonId(Uuid::from_u128(1));
const BEA: PersonId = PersonId(Uuid::from_u128(2));
const CARLA: PersonId = PersonId(Uuid::from_u128(3));

fn name(person: Option<PersonId>) -> &'static str {
    match person {
        None => "nobody",
        Some(ANNA) => "Anna",
        Some(BEA) => "Bea",
        Some(_) => "Carla",
    }
}

fn told(outcome: Result<Recognised, OidcFault>) -> String {
    match outcome {
        Ok(Recognised::Known(person)) => format!("known: {}", name(Some(person))),
        Ok(Recognised::Joined(person)) => format!("joined to {}", name(Some(person))),
        Ok(Recognised::Fresh) => "a new person".into(),
        Err(fault) => format!("refused: {fault}"),
    }
}

#[test]
fn every_identity_meets_every_person() {
    let mut text = String::new();
    for joining in [None, Some(ANNA)] {
        for subject in [None, Some(ANNA), Some(BEA)] {
            for code in [None, Some(ANNA), Some(BEA), Some(CARLA)] {
                for other_code in [false, true] {
                    for address in [Address::Missing, Address::Free, Address::Taken] {
                        let outcome = recognise(Seen { joining, subject, code, other_code, address });
                        let other = if other_code { ", kept under another code" } else { "" };
                        text += &format!(
                            "joins {}; subject {}; code {}{other}; address {address:?} -> {}\n",
                            name(joining),
                            name(subject),
                            name(code),
                            told(outcome)
                        );
                    }
                }
            }
        }
        text.push('\n');
    }
    insta::assert_snapshot!(text);
}

#[test]
fn an_address_alone_never_opens_an_account() {
    let seen = Seen { joining: None, subject: None, code: None, other_code: false, address: Address::Taken };
    assert_eq!(recognise(seen), Err(OidcFault::AddressTaken));
}

#[test]
fn what_nobody_checked_does_not_count() {
    for (verified, level, counts) in [
        (Some(true), Assurance::Address, true),
        (Some(false), Assurance::High, false),
        (None, Assurance::Address, false),
        (None, Assurance::Low, true),
        (None, Assurance::High, true),
    ] {
        assert_eq!(address_counts(verified, level), counts, "{verified:?} at {level}");
    }
    assert_eq!(Assurance::ALL.iter().map(|&level| code_counts(level)).collect::<Vec<_>>(), [false, true, true, true]);
}
