//! What parties answer by their link: the key is the permission, no account is needed.

use super::{
    super::{Handle, documents::keep_file},
    view,
};
use crate::{
    auth::secret,
    store::{
        Tx, agreement_parties,
        agreement_parties::StoredParty,
        agreements::{self, StoredAgreement},
        audit::Entry,
        documents, processes,
    },
};
use app::{
    contract::documents::SentFile,
    error::{AppError, Outcome},
    i18n::Locale,
    letter, paths,
};
use domain::{
    agreement::Agreement,
    calendar::day_in_rome,
    digest::Digest,
    document::{DocumentKind, DocumentState, FileKind, NewDocument, Visibility},
    envelope::wrapped_text,
    id::{DocumentId, PartyId},
    identification::Activity,
    invalid::Fault,
    party::{PartyStep, Signatory},
    refusal::Blocker,
    role::Role,
    tenant::TenantState,
};

impl Handle {
    pub(super) async fn sign_by_link(&self, key: &str, who: Signatory, seen: &Digest) -> Outcome<()> {
        let tx = self.begin().await?;
        let (stored, party) = self.answering(&tx, key).await?;
        // A file that was signed digitally says itself who signed.
        self.scope.known_for(Activity::Binding)?;
        let signed = stored.rules().sign(party, seen)?;
        let answer = Answer { step: PartyStep::Sign, who: Some(who), document: None };
        self.settle(tx, stored, &signed, party, answer).await
    }

    pub(super) async fn file_by_link(&self, key: &str, who: Signatory, seen: &Digest, file: SentFile) -> Outcome<()> {
        let tx = self.begin().await?;
        let (stored, party) = self.answering(&tx, key).await?;
        let received = stored.rules().receive_file(party, Some(seen))?;
        let kind = FileKind::of_name(&file.name).filter(|kind| matches!(kind, FileKind::Pdf | FileKind::P7m));
        let kind = kind.filter(|_| !file.bytes.is_empty());
        let missing = if file.bytes.is_empty() { Fault::Required } else { Fault::FileKind };
        let kind = kind.ok_or(AppError::invalid("file", missing))?;
        if wrapped_text(kind, &file.bytes).is_some_and(|wrapped| wrapped != *seen) {
            return Err(Blocker::TextMismatch.into());
        }
        let id = DocumentId::fresh();
        let organisation = view::party_of(&stored, party)?.organisation;
        let kept = keep_file(&self.app, self.scope.tenant(), id, &file.name, file.bytes).await?;
        let filed = NewDocument {
            title: letter::signed_file_title(Locale::it, &organisation),
            kind: DocumentKind::SignedAgreement,
            visibility: Visibility::Private,
            dated: day_in_rome(self.now()),
        };
        let document = kept.document(id, Some(stored.process), filed, DocumentState::Signed, self.now());
        documents::insert(&tx, &self.scope, &document).await?;
        self.record(&tx, Entry::made("document.upload", "document", id.0, &document)).await?;
        let answer = Answer { step: PartyStep::ReceiveFile, who: Some(who), document: Some(id) };
        self.settle(tx, stored, &received, party, answer).await
    }

    pub(super) async fn decline_by_link(&self, key: &str) -> Outcome<()> {
        let tx = self.begin().await?;
        let (stored, party) = self.answering(&tx, key).await?;
        let declined = stored.rules().decline(party)?;
        let answer = Answer { step: PartyStep::Decline, who: None, document: None };
        self.settle(tx, stored, &declined, party, answer).await
    }

    /// The agreement, locked, and the party whose link still stands.
    async fn answering(&self, tx: &Tx, key: &str) -> Outcome<(StoredAgreement, PartyId)> {
        let hash = secret::key_hash(key);
        let found = agreement_parties::by_key(tx, &self.scope, &hash).await?;
        if self.scope.place().state != TenantState::Active {
            return Err(AppError::Forbidden);
        }
        let stored = self.locked_again(tx, found.agreement).await?;
        let party = view::party_of(&stored, found.party.id)?;
        if party.key_hash != hash {
            return Err(AppError::NotFound);
        }
        party.link.stands(self.now())?;
        if processes::by_id(tx, &self.scope, stored.process).await?.stage.is_over() {
            return Err(Blocker::WrongState.into());
        }
        Ok((stored, found.party.id))
    }

    async fn settle(
        &self,
        tx: Tx,
        stored: StoredAgreement,
        answered: &Agreement,
        party: PartyId,
        answer: Answer,
    ) -> Outcome<()> {
        let now = self.now();
        let before = view::party_of(&stored, party)?;
        let mut after = StoredParty { answered_at: Some(now), document: answer.document, ..before.clone() };
        after.party = answered.parties.iter().find(|one| one.id == party).ok_or(AppError::NotFound)?.clone();
        after.link.used_at = Some(now);
        if let Some(who) = answer.who {
            after.signer = Some(who.name);
            after.capacity = who.capacity;
        }
        agreement_parties::update(&tx, &self.scope, &after).await?;
        if answered.is_frozen() {
            agreements::freeze(&tx, &self.scope, &stored, now).await?;
        }
        agreements::note(&tx, &self.scope, &stored, &after, answer.step, answer.document, now).await?;
        let entry = self.sealed_change("agreement.answer", "agreement_party", party.0, &before, &after);
        self.record(&tx, entry).await?;
        self.tell_owners(&tx, &stored, &after.organisation).await?;
        self.commit(tx).await
    }

    async fn tell_owners(&self, tx: &Tx, stored: &StoredAgreement, organisation: &str) -> Outcome<()> {
        let path = processes::by_id(tx, &self.scope, stored.process).await?;
        self.mail_holders(tx, path.id, &[Role::ProcessOwner], |l, origin| {
            let link = format!("{origin}{}", paths::path_agreement_work(&path.slug));
            letter::agreement_answered(l, &path.title, organisation, &link)
        })
        .await
    }
}

/// What a party did.
struct Answer {
    step: PartyStep,
    who: Option<Signatory>,
    document: Option<DocumentId>,
}
