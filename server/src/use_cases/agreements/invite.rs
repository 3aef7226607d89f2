//! Links to parties: made, mailed, made anew.

use super::super::Handle;
use crate::{
    auth::secret,
    store::{
        Tx, agreement_parties,
        agreement_parties::StoredParty,
        agreements::{self, StoredAgreement},
        audit::Entry,
        mails,
        processes::Process,
    },
};
use app::{
    error::Outcome,
    format,
    i18n::Locale,
    letter::{self, Words},
    paths,
};
use domain::{
    id::PartyId,
    language::Language,
    party::{NewParty, Party, PartyLink, PartyState, PartyStep},
    reason::Reason,
    sign_in::INVITATION_LIFE,
};

impl Handle {
    pub(super) async fn add_party(
        &self,
        tx: &Tx,
        path: &Process,
        agreement: &StoredAgreement,
        new: NewParty,
    ) -> Outcome<()> {
        let key = secret::fresh_key();
        let party = StoredParty {
            party: Party::invited(PartyId::fresh(), new.kind),
            agreement: agreement.id,
            organisation: new.organisation,
            email: new.email,
            capacity: new.capacity,
            signer: None,
            answered_at: None,
            document: None,
            key_hash: secret::key_hash(&key),
            link: PartyLink { sent_at: self.now(), used_at: None },
            language: new.language,
            removal_reason: None,
            taken_in: None,
        };
        agreement_parties::insert(tx, &self.scope, &party).await?;
        let id = party.party.id.0;
        let entry = Entry::made("agreement.invite", "agreement_party", id, &self.sealed(&party));
        self.record(tx, entry).await?;
        self.mail_link(tx, path, party, &key, letter::agreement_invitation).await
    }

    /// Stores the party under a new link, and mails the link.
    pub(super) async fn send_new_link(
        &self,
        tx: &Tx,
        path: &Process,
        before: &StoredParty,
        party: StoredParty,
    ) -> Outcome<()> {
        let (party, key) = self.with_new_link(party);
        agreement_parties::update(tx, &self.scope, &party).await?;
        let id = party.party.id.0;
        self.record(tx, self.sealed_change("agreement.send_link", "agreement_party", id, before, &party)).await?;
        self.mail_link(tx, path, party, &key, letter::agreement_invitation).await
    }

    /// Notes that the text changed after the party answered, and mails a new link.
    pub(super) async fn ask_to_sign_again(
        &self,
        tx: &Tx,
        path: &Process,
        agreement: &StoredAgreement,
        stored: StoredParty,
        renewed: Party,
    ) -> Outcome<()> {
        let before = stored.clone();
        let (mut party, key) = self.with_new_link(stored);
        party.party = renewed;
        party.answered_at = None;
        party.taken_in = None;
        agreement_parties::update(tx, &self.scope, &party).await?;
        agreements::note(tx, &self.scope, agreement, &party, PartyStep::Renew, None, self.now()).await?;
        let id = party.party.id.0;
        self.record(tx, self.sealed_change("agreement.renew_party", "agreement_party", id, &before, &party)).await?;
        self.mail_link(tx, path, party, &key, letter::agreement_renewed).await
    }

    /// Takes the invitation of a party back: its link is no more, its row and the reason stay.
    pub(super) async fn withdraw_invitation(
        &self,
        tx: &Tx,
        path: &Process,
        agreement: &StoredAgreement,
        party: StoredParty,
        reason: Reason,
    ) -> Outcome<()> {
        let before = party.clone();
        // Nobody has the new key.
        let (mut party, _) = self.with_new_link(party);
        party.party.state = PartyState::Removed;
        party.removal_reason = Some(reason.to_string());
        party.answered_at = Some(self.now());
        agreement_parties::update(tx, &self.scope, &party).await?;
        agreements::note(tx, &self.scope, agreement, &party, PartyStep::Remove, None, self.now()).await?;
        let id = party.party.id.0;
        self.record(tx, self.sealed_change("agreement.remove_party", "agreement_party", id, &before, &party)).await?;
        let place = &self.scope.place().name;
        let l = locale_of(party.language);
        let words = letter::agreement_withdrawn(l, place, &path.title, &party.organisation, reason.as_str());
        mails::post(tx, &self.scope, party.email, words, self.now()).await
    }

    /// Mails the link with `words`: the place, the path, the organisation, the link and its end.
    async fn mail_link(
        &self,
        tx: &Tx,
        path: &Process,
        party: StoredParty,
        key: &str,
        words: fn(Locale, &str, &str, &str, &str, &str) -> Words,
    ) -> Outcome<()> {
        let l = locale_of(party.language);
        let link = format!("{}{}", self.app.origin_of(self.scope.place()), paths::signing(key));
        let until = format::moment(self.now() + INVITATION_LIFE);
        let words = words(l, &self.scope.place().name, &path.title, &party.organisation, &link, &until);
        mails::post(tx, &self.scope, party.email, words, self.now()).await
    }

    fn with_new_link(&self, party: StoredParty) -> (StoredParty, String) {
        let key = secret::fresh_key();
        let link = PartyLink { sent_at: self.now(), used_at: None };
        (StoredParty { key_hash: secret::key_hash(&key), link, ..party }, key)
    }
}

/// The locale of a language.
fn locale_of(language: Language) -> Locale {
    match language {
        Language::Italian => Locale::it,
        Language::English => Locale::en,
    }
}
