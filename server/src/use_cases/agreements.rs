//! The formal agreement: written, its parties invited, signed by link.

mod answer;
mod invite;
mod text;
mod view;

pub(crate) use text::TextOut;

use super::{Handle, documents::path_name};
use crate::{
    auth::secret,
    store::{
        Tx,
        agreement_parties::{self, TakenIn},
        agreements::{self, StoredAgreement},
        audit::Entry,
        processes::{self, Process},
    },
};
use app::{
    contract::{
        agreements::{AgreementDesk, AgreementPage, Agreements, SigningPage},
        documents::{PathName, SentFile},
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    agreement::may_write,
    digest::Digest,
    id::{AgreementId, PartyId},
    pack::Weight,
    party::{NewParty, PartyState, PartyStep, Signatory},
    reason::Reason,
    refusal::Blocker,
};

#[async_trait]
impl Agreements for Handle {
    async fn agreement_of(&self, slug: String) -> Outcome<AgreementPage> {
        let tx = self.read().await?;
        let path = self.path_with_agreement(&tx, &slug).await?;
        let stored = agreements::of_process(&tx, &self.scope, path.id).await?;
        self.agreement_page(&tx, path, stored).await
    }

    async fn agreement_desk(&self, slug: String) -> Outcome<AgreementDesk> {
        let tx = self.read().await?;
        let path = self.path_with_agreement(&tx, &slug).await?;
        if !self.scope.may(Action::ReadDrafts, Some(path.id)) {
            return Err(self.scope.person().err().unwrap_or(AppError::NotFound));
        }
        let stored = agreements::of_process(&tx, &self.scope, path.id).await?;
        self.agreement_at_work(&tx, path, stored).await
    }

    async fn signing(&self, key: String) -> Outcome<SigningPage> {
        let tx = self.read().await?;
        let party = agreement_parties::by_key(&tx, &self.scope, &secret::key_hash(&key)).await?;
        let stored = agreements::by_id(&tx, &self.scope, party.agreement).await?;
        let path = processes::by_id(&tx, &self.scope, stored.process).await?;
        self.signing_page(&tx, path, &stored, party).await
    }

    async fn write_agreement(
        &self,
        slug: String,
        edition: i32,
        text: String,
        decision_body_differs: bool,
    ) -> Outcome<bool> {
        let tx = self.begin().await?;
        let path = self.path_with_agreement(&tx, &slug).await?;
        self.writes_in(&path, Action::WriteAgreement)?;
        if !may_write(path.stage) {
            return Err(Blocker::WrongState.into());
        }
        let Some(before) = self.locked(&tx, &path).await? else {
            self.first_text(&tx, &path, text, decision_body_differs).await?;
            self.commit(tx).await?;
            return Ok(false);
        };
        let rules = before.rules().rewritten(Digest::of(&text), decision_body_differs);
        let renewed = rules.version != before.version;
        let after = StoredAgreement { text, decision_body_differs, edition, version: rules.version, ..before.clone() };
        agreements::update(&tx, &self.scope, &after).await?;
        for (stored, party) in before.parties.iter().zip(rules.parties) {
            if stored.party.state != party.state {
                self.ask_to_sign_again(&tx, &path, &after, stored.clone(), party).await?;
            }
        }
        self.record(&tx, self.sealed_change("agreement.write", "agreement", after.id.0, &before, &after)).await?;
        self.commit(tx).await?;
        Ok(renewed)
    }

    async fn invite_party(&self, slug: String, new: NewParty) -> Outcome<()> {
        let tx = self.begin().await?;
        let path = self.path_with_agreement(&tx, &slug).await?;
        self.writes_in(&path, Action::InviteParty)?;
        let stored = self.locked(&tx, &path).await?.ok_or(AppError::NotFound)?;
        new.beside(stored.parties.iter().map(|one| (one.organisation.as_str(), one.party.state)))?;
        self.add_party(&tx, &path, &stored, new).await?;
        self.commit(tx).await
    }

    async fn send_link(&self, party: PartyId, email: String) -> Outcome<PathName> {
        let tx = self.begin().await?;
        let (path, stored) = self.agreement_with(&tx, party, Action::InviteParty).await?;
        let rules = stored.rules();
        let before = view::party_of(&stored, party)?;
        let mut after = before.clone();
        after.email = email;
        match before.party.state {
            PartyState::Signed | PartyState::FileTakenIn | PartyState::Removed => {
                return Err(domain::refusal::Blocker::WrongState.into());
            }
            PartyState::Declined => {
                let asked = rules.invite_again(party)?;
                after.party.state = view::state_in(&asked, party)?;
            }
            PartyState::Invited | PartyState::FileReceived => {}
        }
        self.send_new_link(&tx, &path, &before, after).await?;
        self.commit(tx).await?;
        Ok(path_name(&path))
    }

    async fn remove_party(&self, party: PartyId, reason: Reason) -> Outcome<PathName> {
        let tx = self.begin().await?;
        let (path, stored) = self.agreement_with(&tx, party, Action::InviteParty).await?;
        stored.rules().remove(party)?;
        let invited = view::party_of(&stored, party)?;
        self.withdraw_invitation(&tx, &path, &stored, invited, reason).await?;
        self.commit(tx).await?;
        Ok(path_name(&path))
    }

    async fn confirm_file(&self, party: PartyId) -> Outcome<PathName> {
        let tx = self.begin().await?;
        let (path, stored) = self.agreement_with(&tx, party, Action::WriteAgreement).await?;
        let rules = stored.rules().confirm_file(party)?;
        let mut changed = view::party_of(&stored, party)?;
        let before = changed.clone();
        changed.party.state = view::state_in(&rules, party)?;
        changed.taken_in = Some(TakenIn { at: self.now(), by: Some(self.scope.person()?) });
        agreement_parties::update(&tx, &self.scope, &changed).await?;
        let file = changed.document;
        agreements::note(&tx, &self.scope, &stored, &changed, PartyStep::ConfirmFile, file, self.now()).await?;
        let entry = self.sealed_change("agreement.confirm_file", "agreement_party", party.0, &before, &changed);
        self.record(&tx, entry).await?;
        self.commit(tx).await?;
        Ok(path_name(&path))
    }

    async fn sign_agreement(&self, key: String, who: Signatory, seen: Digest) -> Outcome<()> {
        self.sign_by_link(&key, who, &seen).await
    }

    async fn send_signed_file(&self, key: String, who: Signatory, seen: Digest, file: SentFile) -> Outcome<()> {
        self.file_by_link(&key, who, &seen, file).await
    }

    async fn decline_agreement(&self, key: String) -> Outcome<()> {
        self.decline_by_link(&key).await
    }
}

impl Handle {
    /// The path with this slug, where its rules know a formal agreement.
    async fn path_with_agreement(&self, tx: &Tx, slug: &str) -> Outcome<Process> {
        let path = self.process_in_view(tx, slug).await?;
        if path.pack()?.agreement == Weight::None { Err(AppError::NotFound) } else { Ok(path) }
    }

    /// The agreement of a path, which nobody else changes until the transaction ends.
    async fn locked(&self, tx: &Tx, path: &Process) -> Outcome<Option<StoredAgreement>> {
        let Some(found) = agreements::of_process(tx, &self.scope, path.id).await? else { return Ok(None) };
        self.locked_again(tx, found.id).await.map(Some)
    }

    async fn locked_again(&self, tx: &Tx, id: AgreementId) -> Outcome<StoredAgreement> {
        agreements::lock(tx, &self.scope, id).await?;
        agreements::by_id(tx, &self.scope, id).await
    }

    /// The agreement of a party, locked, for who may do `action` in its path; for others there is none.
    async fn agreement_with(&self, tx: &Tx, party: PartyId, action: Action) -> Outcome<(Process, StoredAgreement)> {
        let found = agreement_parties::by_id(tx, &self.scope, party).await?;
        let stored = self.locked_again(tx, found.agreement).await?;
        let path = self.process_by_id_in_view(tx, stored.process).await?;
        self.writes_in(&path, action)?;
        Ok((path, stored))
    }

    async fn first_text(&self, tx: &Tx, path: &Process, text: String, decision_body_differs: bool) -> Outcome<()> {
        let new = StoredAgreement {
            id: AgreementId::fresh(),
            process: path.id,
            text,
            version: 1,
            decision_body_differs,
            edition: 1,
            created_at: self.now(),
            parties: Vec::new(),
        };
        if !agreements::insert(tx, &self.scope, &new).await? {
            return Err(AppError::Conflict);
        }
        let entry = Entry::made("agreement.write", "agreement", new.id.0, &self.sealed(&new));
        self.record(tx, entry).await
    }
}
