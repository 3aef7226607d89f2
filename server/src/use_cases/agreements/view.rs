//! The agreement as pages show it.

use super::super::{Handle, documents::path_name};
use crate::store::{
    Tx,
    agreement_parties::StoredParty,
    agreements::{self, Answer, FrozenText, StoredAgreement},
    people::{self, Person},
    processes::Process,
};
use app::{
    contract::agreements::{
        AgreementDesk, AgreementPage, AgreementText, EarlierSignature, EarlierText, PartyAtWork, PartyRow, SigningPage,
    },
    error::{AppError, Outcome},
};
use domain::{
    action::Action,
    agreement::{Agreement, may_write},
    calendar::day_in_rome,
    digest::Digest,
    id::PartyId,
    party::{PartyState, PartyStep},
    refusal::Blocker,
};

impl Handle {
    fn may_write_agreement(&self, path: &Process) -> bool {
        self.may_write_in(path, Action::WriteAgreement) && may_write(path.stage)
    }

    pub(super) async fn agreement_page(
        &self,
        tx: &Tx,
        path: Process,
        stored: Option<StoredAgreement>,
    ) -> Outcome<AgreementPage> {
        let may_write = self.may_write_agreement(&path);
        let path = path_name(&path);
        let Some(stored) = stored.filter(|stored| !stored.parties.is_empty()) else {
            let parties = Vec::new();
            return Ok(AgreementPage { path, current: None, parties, standing: None, earlier: Vec::new(), may_write });
        };
        let frozen = agreements::frozen_texts(tx, &self.scope, stored.id).await?;
        let (past, now): (Vec<_>, Vec<_>) = frozen.into_iter().partition(|frozen| frozen.version != stored.version);
        let given = match past.as_slice() {
            [] => Vec::new(),
            _ => agreements::signatures(tx, &self.scope, stored.id).await?,
        };
        Ok(AgreementPage {
            path,
            standing: Some(stored.rules().standing()),
            parties: stored.parties.iter().filter(|party| party.party.state != PartyState::Removed).map(row).collect(),
            current: Some(current(&stored, &now)),
            earlier: past.into_iter().map(|frozen| earlier(frozen, &stored, &given)).collect(),
            may_write,
        })
    }

    pub(super) async fn agreement_at_work(
        &self,
        tx: &Tx,
        path: Process,
        stored: Option<StoredAgreement>,
    ) -> Outcome<AgreementDesk> {
        let frozen = match &stored {
            Some(stored) => agreements::frozen_texts(tx, &self.scope, stored.id).await?,
            None => Vec::new(),
        };
        let by = stored.iter().flat_map(|stored| &stored.parties).filter_map(|party| party.taken_in?.by);
        let by: Vec<_> = by.collect();
        let names = if by.is_empty() { Vec::new() } else { people::by_ids(tx, &self.scope, &by).await? };
        let parties = stored.iter().flat_map(|stored| &stored.parties);
        Ok(AgreementDesk {
            may_write: self.may_write_agreement(&path),
            may_invite: stored.is_some() && self.may_write_in(&path, Action::InviteParty),
            parties: parties.map(|party| self.at_work(&path, party, &names)).collect(),
            path: path_name(&path),
            decision_body_differs: stored.as_ref().is_some_and(|stored| stored.decision_body_differs),
            edition: stored.as_ref().map_or(0, |stored| stored.edition),
            standing: stored.as_ref().map(|stored| stored.rules().standing()),
            current: stored.as_ref().map(|stored| current(stored, &frozen)),
        })
    }

    pub(super) async fn signing_page(
        &self,
        tx: &Tx,
        path: Process,
        stored: &StoredAgreement,
        party: StoredParty,
    ) -> Outcome<SigningPage> {
        let frozen = agreements::frozen_texts(tx, &self.scope, stored.id).await?;
        Ok(SigningPage {
            path_public: path.is_public(),
            link_fault: path.stage.is_over().then_some(Blocker::WrongState).or_else(|| self.link_fault(&party)),
            path: path_name(&path),
            row: row(&party),
            capacity: party.capacity,
            current: current(stored, &frozen),
        })
    }

    fn at_work(&self, path: &Process, party: &StoredParty, names: &[Person]) -> PartyAtWork {
        let may = |action| self.may_write_in(path, action);
        let state = party.party.state;
        // The committee reads who the parties are; people and addresses are for the offices alone.
        let named = self.scope.roles_in(Some(path.id)).iter().any(|role| role.is_staff());
        let by = party.taken_in.and_then(|taken| names.iter().find(|one| Some(one.id) == taken.by));
        PartyAtWork {
            id: party.party.id,
            row: row(party),
            email: if named { party.email.clone() } else { String::new() },
            capacity: party.capacity.clone(),
            signer: party.signer.clone().filter(|_| named),
            document: party.document.filter(|_| named),
            taken_in_by: by.map(|person| person.name.clone()).filter(|name| named && !name.is_empty()),
            link_sent_on: day_in_rome(party.link.sent_at),
            link_fault: self.link_fault(party),
            may_confirm: state.after(PartyStep::ConfirmFile).is_ok() && may(Action::WriteAgreement),
            may_send: !matches!(state, PartyState::Signed | PartyState::FileTakenIn | PartyState::Removed)
                && may(Action::InviteParty),
            may_remove: state.after(PartyStep::Remove).is_ok() && may(Action::InviteParty),
            removal_reason: party.removal_reason.clone(),
        }
    }

    fn link_fault(&self, party: &StoredParty) -> Option<Blocker> {
        party.link.stands(self.now()).err().and_then(|refused| refused.blockers.into_iter().next())
    }
}

fn current(stored: &StoredAgreement, frozen: &[FrozenText]) -> AgreementText {
    AgreementText {
        version: stored.version,
        sha256: Digest::of(&stored.text),
        text: stored.text.clone(),
        frozen_at: frozen.iter().find(|frozen| frozen.version == stored.version).map(|frozen| frozen.frozen_at),
    }
}

/// An earlier version with the organisations that signed it, in the order of the parties.
fn earlier(frozen: FrozenText, stored: &StoredAgreement, given: &[Answer]) -> EarlierText {
    let signature = |party: &StoredParty| {
        let own = |answer: &&Answer| answer.version == frozen.version && answer.party == party.party.id;
        let last = given.iter().rfind(own)?;
        let state = match last.step {
            PartyStep::ReceiveFile => PartyState::FileReceived,
            PartyStep::ConfirmFile => PartyState::FileTakenIn,
            _ => PartyState::Signed,
        };
        Some(EarlierSignature { organisation: party.organisation.clone(), state, on: day_in_rome(last.at) })
    };
    EarlierText {
        signatures: stored.parties.iter().filter_map(signature).collect(),
        text: AgreementText {
            version: frozen.version,
            text: frozen.text,
            sha256: frozen.sha256,
            frozen_at: Some(frozen.frozen_at),
        },
    }
}

fn row(party: &StoredParty) -> PartyRow {
    PartyRow {
        organisation: party.organisation.clone(),
        kind: party.party.kind,
        state: party.party.state,
        signed_version: party.party.signed_version,
        answered_on: party.answered_at.map(day_in_rome),
        taken_in_on: party.taken_in.map(|taken| day_in_rome(taken.at)),
    }
}

/// The party `id` of the agreement.
pub(super) fn party_of(stored: &StoredAgreement, id: PartyId) -> Outcome<StoredParty> {
    stored.parties.iter().find(|party| party.party.id == id).cloned().ok_or(AppError::NotFound)
}

/// Where the party `id` stands in `rules`.
pub(super) fn state_in(rules: &Agreement, id: PartyId) -> Outcome<PartyState> {
    rules.parties.iter().find(|party| party.id == id).map(|party| party.state).ok_or(AppError::NotFound)
}
