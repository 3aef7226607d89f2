//! The formal agreement with its parties, their signatures, and the text that was signed.

use super::{
    Fault, Load,
    data::{AgreementData, PartyData},
    noon,
};
use crate::{
    auth::secret,
    store::{
        agreement_parties::{self, StoredParty, TakenIn},
        agreements::{self, StoredAgreement},
        people,
    },
};
use domain::{
    document::DocumentKind,
    id::{AgreementId, PartyId, ProcessId},
    language::Language,
    party::{Party, PartyLink, PartyState, PartyStep},
};

/// Writes the agreement of a process.
pub(super) async fn load(load: &Load<'_>, process: ProcessId, data: &AgreementData) -> Result<(), Fault> {
    let agreement = StoredAgreement {
        id: AgreementId::fresh(),
        process,
        text: data.text.trim().to_owned(),
        version: data.version,
        decision_body_differs: false,
        edition: 1,
        created_at: noon(data.date),
        parties: Vec::new(),
    };
    agreements::insert(&load.tx, &load.scope, &agreement).await?;
    let signed = |party: &&PartyData| party.state.holds_signature();
    if let Some(first) = data.party.iter().filter(signed).filter_map(|party| party.on).min() {
        agreements::freeze(&load.tx, &load.scope, &agreement, noon(first)).await?;
    }
    for party in &data.party {
        write(load, &agreement, data, party).await?;
    }
    Ok(())
}

async fn write(
    load: &Load<'_>,
    agreement: &StoredAgreement,
    data: &AgreementData,
    party: &PartyData,
) -> Result<(), Fault> {
    let delegate = match &party.person {
        Some(key) => Some(people::by_id(&load.tx, &load.scope, load.person(key)?).await?),
        None => None,
    };
    let answered_at = party.on.map(noon);
    let step = match party.state {
        PartyState::Invited => None,
        PartyState::Signed => Some(PartyStep::Sign),
        PartyState::FileReceived => Some(PartyStep::ReceiveFile),
        PartyState::FileTakenIn => Some(PartyStep::ConfirmFile),
        PartyState::Declined => Some(PartyStep::Decline),
        PartyState::Removed => Some(PartyStep::Remove),
    };
    let puts_signature = party.state.holds_signature();
    let has_file = matches!(party.state, PartyState::FileReceived | PartyState::FileTakenIn);
    let file = has_file.then(|| load.document(DocumentKind::SignedAgreement));
    let stored = StoredParty {
        party: Party {
            id: PartyId::fresh(),
            kind: party.kind,
            state: party.state,
            signed_version: puts_signature.then_some(agreement.version),
        },
        agreement: agreement.id,
        organisation: party.organisation.clone(),
        email: delegate.as_ref().map_or_else(
            || format!("{}@{}.example", party.key, load.scope.place().slug),
            |person| person.email.clone(),
        ),
        capacity: party.capacity.clone(),
        signer: delegate.filter(|_| puts_signature).map(|person| person.name),
        answered_at,
        document: file.flatten(),
        key_hash: secret::key_hash(&secret::fresh_key()),
        link: PartyLink { sent_at: noon(data.date), used_at: answered_at },
        language: Language::Italian,
        removal_reason: None,
        taken_in: answered_at.filter(|_| party.state == PartyState::FileTakenIn).map(|at| TakenIn { at, by: None }),
    };
    agreement_parties::insert(&load.tx, &load.scope, &stored).await?;
    if let (Some(step), Some(at)) = (step, answered_at) {
        agreements::note(&load.tx, &load.scope, agreement, &stored, step, stored.document, at).await?;
    }
    Ok(())
}
