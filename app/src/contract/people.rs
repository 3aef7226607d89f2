//! People of a tenant: signing in and out.

use crate::{error::Outcome, i18n::Locale, paths};
use async_trait::async_trait;
use domain::{
    assurance::Assurance,
    id::{IdentityProviderId, PersonId},
    role::Role,
};

/// A demo person who can be chosen at sign-in (demo mode alone).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub roles: Vec<Role>,
}

/// An identity provider as the sign-in page offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedProvider {
    pub id: IdentityProviderId,
    /// What its button says.
    pub name: String,
    /// The highest level that it vouches for.
    pub level: Assurance,
}

/// A mail that the platform kept instead of sending it (demo mode alone).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct KeptMail {
    pub to: String,
    pub subject: String,
    pub body: String,
    /// `gg/mm/aaaa, hh:mm`, Europe/Rome.
    pub at: String,
}

#[async_trait]
pub trait People {
    /// Sends a one-time code to `email` in the language `l` of the page; the answer is the same whether or not the
    /// address is known.
    async fn request_code(&self, email: String, l: Locale) -> Outcome<()>;

    /// Opens a session for the person with this address and code; a new address becomes a citizen named `name`
    /// who reads `l`.
    async fn sign_in(&self, email: String, code: String, name: Option<String>, l: Locale) -> Outcome<Session>;

    /// Opens a session for a demo person; `NotFound` outside demo mode.
    async fn sign_in_as(&self, person: PersonId) -> Outcome<Session>;

    /// Ends the session of this request; gives a key for signing out at the provider too, where one vouched for it.
    async fn sign_out(&self) -> Outcome<Option<String>>;

    /// The identity providers at which people may sign in here.
    async fn providers(&self) -> Outcome<Vec<OfferedProvider>>;

    /// The demo people of this tenant; empty outside demo mode.
    async fn demo_people(&self) -> Outcome<Vec<DemoPerson>>;

    /// The mails kept for this tenant, newest first; `NotFound` outside demo mode.
    async fn kept_mail(&self) -> Outcome<Vec<KeptMail>>;
}

/// A session that was just opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// It goes into the cookie and nowhere else.
    pub key: String,
    /// Where its person begins.
    pub first_page: &'static str,
}

impl Session {
    /// Where to go on: to the page `back` of this host; from the home page, or from none, to where its person begins.
    #[must_use]
    pub fn onwards<'a>(&self, back: &'a str) -> &'a str {
        match paths::local(back) {
            paths::HOME => self.first_page,
            page => page,
        }
    }
}
