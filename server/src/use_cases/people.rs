//! Signing in with a one-time code, signing out.

use super::Handle;
use crate::{
    auth::{TenantScope, secret},
    store::{
        Tx, attempts,
        audit::Entry,
        identity_providers::{self, KeptProvider},
        mails,
        people::{self, Person},
        sessions::{self, Vouched},
        stand_behind, tenants,
    },
};
use app::{
    contract::people::{DemoPerson, KeptMail, OfferedProvider, People, Session},
    error::{AppError, Outcome},
    format,
    i18n::{Locale, LocaleExt},
    letter, paths,
};
use async_trait::async_trait;
use chrono::TimeDelta;
use domain::{
    id::PersonId,
    invalid::Fault,
    sign_in::{Attempt, CODE_LIFE, LIMIT_SPAN, OneTimeCode, SentCode, attempt, may_send},
};
use std::sync::Arc;

const SESSION_LIFE: TimeDelta = TimeDelta::days(14);
/// How many people of the demo are read for the choice at sign-in.
const DEMO_PEOPLE: u64 = 500;

#[async_trait]
impl People for Handle {
    async fn request_code(&self, email: String, l: Locale) -> Outcome<()> {
        // Who goes from host to host is counted once: these attempts belong to the platform.
        let platform = self.platform_scope().await?;
        let tx = self.app.db.write(platform.wall()).await?;
        let now = self.now();
        let callers = [("code_address", self.app.key.of_caller(&email)), ("code_network", self.caller())];
        let mut sent = [0; 2];
        for ((kind, subject), sent) in callers.iter().zip(&mut sent) {
            *sent = attempts::count(&tx, &platform, kind, subject, now - LIMIT_SPAN).await?;
            attempts::note(&tx, &platform, kind, subject, now).await?;
        }
        stand_behind(&tx, self.scope.wall()).await?;
        if !may_send(sent[0], sent[1]) {
            return Err(AppError::TooMany);
        }
        let code = secret::fresh_code();
        let until = now + CODE_LIFE;
        sessions::keep_code(&tx, &self.scope, &email, self.app.key.of_code(&email, &code), until).await?;
        let words = letter::code(l, &self.scope.place().name, code.as_str());
        mails::post(&tx, &self.scope, email, words, now).await?;
        self.commit(tx).await
    }

    async fn sign_in(&self, email: String, code: String, name: Option<String>, l: Locale) -> Outcome<Session> {
        let tx = self.begin().await?;
        let now = self.now();
        let wrong = AppError::invalid("code", Fault::Code);
        // The try is counted before anything is compared: guesses made at once are counted one by one.
        sessions::count_try(&tx, &self.scope, &email).await?;
        let waiting = sessions::code_of(&tx, &self.scope, &email).await?.ok_or(wrong.clone())?;
        let sent = SentCode { expires_at: waiting.expires_at, tries: waiting.tries.saturating_sub(1) };
        let matches =
            OneTimeCode::parse(&code).is_ok_and(|code| waiting.code_hash == self.app.key.of_code(&email, &code));
        if attempt(sent, now, matches) != Attempt::SignedIn {
            self.commit(tx).await?;
            return Err(wrong);
        }
        sessions::forget_code(&tx, &self.scope, &email).await?;
        let person = match people::by_email(&tx, &self.scope, &email).await? {
            Some(person) => person,
            None => self.welcome(&tx, email, name, l).await?,
        };
        let session = self.open(&tx, person, None).await?;
        self.commit(tx).await?;
        Ok(session)
    }

    async fn sign_in_as(&self, person: PersonId) -> Outcome<Session> {
        self.in_demo()?;
        let tx = self.begin().await?;
        let person = people::by_id(&tx, &self.scope, person).await?;
        let session = self.open(&tx, person, None).await?;
        self.commit(tx).await?;
        Ok(session)
    }

    async fn sign_out(&self) -> Outcome<Option<String>> {
        let Some(actor) = self.scope.signed_in() else { return Ok(None) };
        let key = secret::fresh_key();
        let tx = self.begin().await?;
        let vouched = sessions::leave(&tx, &self.scope, &actor.session, &secret::key_hash(&key), self.now()).await?;
        if !vouched {
            sessions::remove(&tx, &self.scope, &actor.session, self.now()).await?;
        }
        self.record(&tx, Entry::removed("session.close", "person", actor.person.id.0, &actor.session)).await?;
        self.commit(tx).await?;
        Ok(vouched.then_some(key))
    }

    async fn providers(&self) -> Outcome<Vec<OfferedProvider>> {
        let tx = self.read().await?;
        let all = identity_providers::open(&tx, &self.scope).await?;
        let offered = |kept: KeptProvider| {
            let level = kept.provider.vouches_for();
            OfferedProvider { id: kept.id, name: kept.provider.name, level }
        };
        Ok(all.into_iter().map(offered).collect())
    }

    async fn demo_people(&self) -> Outcome<Vec<DemoPerson>> {
        if self.in_demo().is_err() {
            return Ok(Vec::new());
        }
        let tx = self.read().await?;
        let grants = people::all_grants(&tx, &self.scope).await?;
        let people = people::first(&tx, &self.scope, DEMO_PEOPLE).await?;
        let roles = |id| grants.iter().filter(|(person, _)| *person == id).map(|(_, grant)| grant.role).collect();
        let shown = |person: &Person| !person.email.contains(crate::demo::SUPPORTERS) && !person.is_erased();
        Ok(people
            .into_iter()
            .filter(shown)
            .map(|person| DemoPerson { roles: roles(person.id), id: person.id, name: person.name, email: person.email })
            .collect())
    }

    async fn kept_mail(&self) -> Outcome<Vec<KeptMail>> {
        self.in_demo()?;
        let tx = self.read().await?;
        let mails = mails::newest(&tx, &self.scope, 50).await?;
        let shown = |mail: mails::Mail| KeptMail {
            to: mail.to,
            subject: mail.words.subject,
            body: mail.words.body,
            at: format::moment(mail.created_at),
        };
        Ok(mails.into_iter().map(shown).collect())
    }
}

/// The name of a person who did not choose one.
fn first_name(l: Locale, id: PersonId) -> String {
    letter::first_name(l, &id.to_string()[30..])
}

/// Whether the person is still shown by the name that a first visit gives.
pub(super) fn has_first_name(person: &Person) -> bool {
    [Locale::it, Locale::en].iter().any(|l| person.name == first_name(*l, person.id))
}

impl Handle {
    /// What counts for the whole installation, whichever host was asked.
    pub(super) async fn platform_scope(&self) -> Outcome<TenantScope> {
        let platform = tenants::platform(&self.app.db).await?;
        Ok(TenantScope::visitor(Arc::new(platform), self.scope.request().into()))
    }

    /// What is kept of the caller's network while attempts are counted.
    pub(super) fn caller(&self) -> String {
        self.app.key.of_caller(&self.network)
    }

    fn in_demo(&self) -> Outcome<()> {
        if self.app.config.demo { Ok(()) } else { Err(AppError::NotFound) }
    }

    /// A person who signs in for the first time becomes a citizen.
    pub(super) async fn welcome(&self, tx: &Tx, email: String, name: Option<String>, l: Locale) -> Outcome<Person> {
        let id = PersonId::fresh();
        let name = name.unwrap_or_else(|| first_name(l, id));
        let person = Person { id, email, name, language: l.as_str().into(), created_at: self.now(), age_reached: None };
        people::insert(tx, &self.scope, &person).await?;
        self.record(tx, Entry::made("person.create", "person", id.0, &self.sealed(&person))).await?;
        Ok(person)
    }

    /// Changes the name that is shown and the language of mail.
    pub(super) async fn rename(&self, tx: &Tx, before: &Person, name: &str, language: &str) -> Outcome<()> {
        people::rename(tx, &self.scope, before.id, name, language).await?;
        let after = Person { name: name.to_owned(), language: language.to_owned(), ..before.clone() };
        self.record(tx, self.sealed_change("person.preferences", "person", before.id.0, before, &after)).await
    }

    /// Opens a session under a new key and ends the one that this browser had; `vouched` says by whom the person was
    /// recognised, where it was not by a code.
    pub(super) async fn open(&self, tx: &Tx, person: Person, vouched: Option<Vouched>) -> Outcome<Session> {
        if let Some(before) = self.scope.signed_in() {
            sessions::remove(tx, &self.scope, &before.session, self.now()).await?;
            self.record(tx, Entry::removed("session.close", "person", before.person.id.0, &before.session)).await?;
        }
        let key = secret::fresh_key();
        let (kept, now) = (secret::key_hash(&key), self.now());
        let entry = Entry::made("session.open", "person", person.id.0, &kept);
        sessions::insert(tx, &self.scope, kept, person.id, vouched, now, now + SESSION_LIFE).await?;
        self.record(tx, entry).await?;
        let grants = people::grants_of(tx, &self.scope, person.id).await?;
        let first_page = grants.iter().map(|grant| paths::first_page_of(grant.role)).find(|page| *page != paths::HOME);
        Ok(Session { key, first_page: first_page.unwrap_or(paths::HOME) })
    }
}
