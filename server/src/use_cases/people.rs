//! Signing in with a one-time code, signing out.

use super::Handle;
use crate::{
    auth::secret,
    store::{
        Tx, attempts,
        audit::Entry,
        mails,
        people::{self, Person},
        sessions,
    },
};
use app::{
    contract::people::{DemoPerson, KeptMail, People, Session},
    error::{AppError, Outcome},
    format,
    i18n::Locale,
    letter,
};
use async_trait::async_trait;
use chrono::TimeDelta;
use domain::{id::PersonId, invalid::Fault};

const CODE_LIFE: TimeDelta = TimeDelta::minutes(10);
const CODE_TRIES: u32 = 5;
const SESSION_LIFE: TimeDelta = TimeDelta::days(14);
const WINDOW: TimeDelta = TimeDelta::hours(1);
const CODES_PER_ADDRESS: u64 = 5;
const CODES_PER_NETWORK: u64 = 60;

#[async_trait]
impl People for Handle {
    async fn request_code(&self, email: String) -> Outcome<()> {
        let tx = self.begin().await?;
        let now = self.now();
        let address = secret::key_hash(&email);
        let network = secret::key_hash(&self.network);
        for (kind, subject, limit) in
            [("code_address", &address, CODES_PER_ADDRESS), ("code_network", &network, CODES_PER_NETWORK)]
        {
            if attempts::count(&tx, &self.scope, kind, subject, now - WINDOW).await? >= limit {
                return Err(AppError::TooMany);
            }
            attempts::note(&tx, &self.scope, kind, subject, now, now - WINDOW).await?;
        }
        let code = secret::fresh_code();
        let until = now + CODE_LIFE;
        sessions::keep_code(&tx, &self.scope, &email, secret::code_hash(&email, &code), until).await?;
        let known = people::by_email(&tx, &self.scope, &email).await?;
        let l = known.map_or(Locale::it, |person| if person.language == "en" { Locale::en } else { Locale::it });
        let words = letter::code(l, &self.scope.place().name, &code);
        mails::post(&tx, &self.scope, email, words, now).await?;
        self.commit(tx).await
    }

    async fn sign_in(&self, email: String, code: String, name: Option<String>) -> Outcome<Session> {
        let tx = self.begin().await?;
        let now = self.now();
        let wrong = AppError::invalid("code", Fault::Code);
        let waiting = sessions::code_of(&tx, &self.scope, &email).await?.ok_or(wrong.clone())?;
        if waiting.expires_at <= now || waiting.tries >= CODE_TRIES {
            return Err(wrong);
        }
        if waiting.code_hash != secret::code_hash(&email, code.trim()) {
            sessions::count_try(&tx, &self.scope, &email).await?;
            self.commit(tx).await?;
            return Err(wrong);
        }
        sessions::forget_code(&tx, &self.scope, &email).await?;
        let person = match people::by_email(&tx, &self.scope, &email).await? {
            Some(person) => person,
            None => self.welcome(&tx, email, name).await?,
        };
        let session = self.open(&tx, person).await?;
        self.commit(tx).await?;
        Ok(session)
    }

    async fn sign_in_as(&self, person: PersonId) -> Outcome<Session> {
        self.in_demo()?;
        let tx = self.begin().await?;
        let person = people::by_id(&tx, &self.scope, person).await?;
        let session = self.open(&tx, person).await?;
        self.commit(tx).await?;
        Ok(session)
    }

    async fn sign_out(&self) -> Outcome<()> {
        let Some(actor) = self.scope.signed_in() else { return Ok(()) };
        let tx = self.begin().await?;
        sessions::remove(&tx, &self.scope, &actor.session, self.now()).await?;
        self.record(&tx, Entry::act("session.close", "person", actor.person.id.0)).await?;
        self.commit(tx).await
    }

    async fn demo_people(&self) -> Outcome<Vec<DemoPerson>> {
        if self.in_demo().is_err() {
            return Ok(Vec::new());
        }
        let tx = self.read().await?;
        let grants = people::all_grants(&tx, &self.scope).await?;
        let people = people::all(&tx, &self.scope).await?;
        let roles = |id| grants.iter().filter(|(person, _)| *person == id).map(|(_, grant)| grant.role).collect();
        let shown = |person: &Person| !person.email.contains(crate::demo::SUPPORTERS);
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

impl Handle {
    fn in_demo(&self) -> Outcome<()> {
        if self.app.config.demo { Ok(()) } else { Err(AppError::NotFound) }
    }

    /// A person who signs in for the first time becomes a citizen.
    async fn welcome(&self, tx: &Tx, email: String, name: Option<String>) -> Outcome<Person> {
        let id = PersonId::fresh();
        let name = name.unwrap_or_else(|| format!("Cittadino {}", &id.to_string()[30..]));
        let person = Person { id, email, name, language: "it".into(), created_at: self.now(), age_reached: None };
        people::insert(tx, &self.scope, &person).await?;
        Ok(person)
    }

    /// Opens a session under a new key.
    async fn open(&self, tx: &Tx, person: Person) -> Outcome<Session> {
        let key = secret::fresh_key();
        let now = self.now();
        sessions::insert(tx, &self.scope, secret::key_hash(&key), person.id, now, now + SESSION_LIFE).await?;
        self.record(tx, Entry::act("session.open", "person", person.id.0)).await?;
        Ok(Session { key })
    }
}
