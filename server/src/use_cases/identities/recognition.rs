//! From an identity that was proved to the person here, and a session of theirs.

use super::Stopped;
use crate::{
    auth::oidc::Proved,
    store::{
        Tx,
        audit::Entry,
        identity_providers::KeptProvider,
        people::{self, Person},
        person_identities::{self, Identity},
        sessions::Vouched,
    },
    use_cases::Handle,
};
use app::{contract::people::Session, error::Outcome, i18n::Locale};
use domain::{
    contribution,
    id::PersonId,
    recognition::{Address, Recognised, Seen, address_counts, code_counts, recognise},
    text,
};
use uuid::Uuid;

impl Handle {
    /// Opens a session for the person whose identity `proved` is, who joins it to the account `joining` or comes in.
    pub(super) async fn recognise(
        &self,
        kept: &KeptProvider,
        proved: Proved,
        joining: Option<PersonId>,
        l: Locale,
    ) -> Result<Session, Stopped> {
        let (key, issuer) = (&self.app.key, &kept.provider.issuer);
        let subject_hash = key.of_subject(issuer, &proved.subject);
        let code = proved.fiscal_code.as_ref().filter(|_| code_counts(proved.level));
        let fiscal_hash = code.map(|code| key.of_fiscal_code(code));
        let email = proved.email.as_deref().and_then(|email| text::email(email).ok());
        let email = email.filter(|_| address_counts(proved.email_verified, proved.level));

        let tx = self.begin().await?;
        let known = person_identities::by_subject(&tx, &self.scope, &subject_hash).await?;
        let by_code = match &fiscal_hash {
            Some(hash) => person_identities::by_code(&tx, &self.scope, hash).await?,
            None => None,
        };
        let address = match &email {
            None => Address::Missing,
            Some(email) if people::by_email(&tx, &self.scope, email).await?.is_some() => Address::Taken,
            Some(_) => Address::Free,
        };
        let kept_code = self.code_of(&tx, joining.or(known.as_ref().map(|known| known.person))).await?;
        let other_code = fiscal_hash.is_some() && kept_code.is_some() && kept_code != fiscal_hash;
        let of = |found: &Option<Identity>| found.as_ref().map(|identity| identity.person);
        let seen = Seen { joining, subject: of(&known), code: of(&by_code), other_code, address };
        let person = match recognise(seen)? {
            Recognised::Known(person) | Recognised::Joined(person) => people::by_id(&tx, &self.scope, person).await?,
            Recognised::Fresh => self.welcome(&tx, email.unwrap_or_default(), shown_name(&proved), l).await?,
        };
        let now = Identity {
            id: known.as_ref().map_or_else(Uuid::now_v7, |known| known.id),
            person: person.id,
            provider: kept.id,
            subject_hash: subject_hash.clone(),
            // Another identity of the same person may hold it.
            fiscal_hash: match (&known, &by_code) {
                (Some(known), _) if known.fiscal_hash.is_some() => known.fiscal_hash.clone(),
                (_, None) => fiscal_hash,
                _ => None,
            },
            level: proved.level,
            seen_at: self.now(),
        };
        self.keep_identity(&tx, known, now).await?;
        self.note_age(&tx, &person, &proved).await?;
        let vouched = Vouched {
            level: proved.level,
            provider: kept.id,
            subject_hash,
            sid_hash: proved.sid.map(|sid| key.of_provider(issuer, &sid)),
            id_token: self.app.vault.seal(self.scope.tenant(), super::leaving::ID_TOKEN, proved.id_token.as_bytes()),
        };
        let session = self.open(&tx, person, Some(vouched)).await?;
        self.commit(tx).await?;
        Ok(session)
    }

    /// What is kept of the fiscal code of a person.
    async fn code_of(&self, tx: &Tx, person: Option<PersonId>) -> Outcome<Option<String>> {
        let Some(person) = person else { return Ok(None) };
        let all = person_identities::of_person(tx, &self.scope, person).await?;
        Ok(all.into_iter().find_map(|identity| identity.fiscal_hash))
    }

    async fn keep_identity(&self, tx: &Tx, known: Option<Identity>, now: Identity) -> Outcome<()> {
        let person = now.person.0;
        match known {
            Some(before) => {
                person_identities::update(tx, &self.scope, &now).await?;
                self.record(tx, self.sealed_change("identity.see", "person", person, &before, &now)).await
            }
            None => {
                let entry = Entry::made("identity.join", "person", person, &self.sealed(&now));
                person_identities::insert(tx, &self.scope, now).await?;
                self.record(tx, entry).await
            }
        }
    }

    /// Keeps the age that the provider vouches for, where it is more than the person declared; no date.
    async fn note_age(&self, tx: &Tx, person: &Person, proved: &Proved) -> Outcome<()> {
        let today = self.app.oidc.clock.now().date_naive();
        let age = proved.birth_date.and_then(|born| contribution::age(born, today));
        let Some(age) = age.filter(|age| Some(*age) > person.age_reached) else { return Ok(()) };
        people::note_age(tx, &self.scope, person.id, age).await?;
        let after = Person { age_reached: Some(age), ..person.clone() };
        self.record(tx, self.sealed_change("person.declare-age", "person", person.id.0, person, &after)).await
    }
}

/// The name by which others see a new person: the given name and an initial. They may change it.
fn shown_name(proved: &Proved) -> Option<String> {
    let given = text::line(proved.given_name.as_deref()?, 60).ok()?;
    let initial = proved.family_name.as_deref().and_then(|name| name.chars().find(|c| c.is_alphabetic()));
    Some(initial.map_or_else(|| given.clone(), |initial| format!("{given} {initial}.")))
}
