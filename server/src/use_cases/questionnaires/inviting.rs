//! Inviting to a questionnaire, each address once.

use super::super::Handle;
use crate::{
    auth::secret,
    store::{
        attempts,
        audit::Entry,
        mails, people,
        questionnaires::{self, Invited},
    },
};
use app::{
    error::{AppError, Outcome},
    i18n::Locale,
    letter, paths,
};
use domain::{
    action::Action,
    id::QuestionnaireId,
    invalid::Fault,
    questionnaire::{Audience, MOST_INVITED, QuestionnaireState},
    refusal::Blocker,
    sign_in::LIMIT_SPAN,
    text,
};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// How many addresses one person invites to questionnaires in an hour.
const INVITED_PER_HOUR: u64 = 1_000;
/// What is counted.
const KIND: &str = "questionnaire_invite";

impl Handle {
    /// Sends a link to each address that has none yet.
    pub(super) async fn send_invitations(&self, id: QuestionnaireId, addresses: &str) -> Outcome<u32> {
        let me = self.scope.person()?.to_string();
        let tx = self.begin().await?;
        questionnaires::in_turn(&tx, &self.scope, id).await?;
        let (one, path) = self.questionnaire_to_run(&tx, id).await?;
        self.writes_in(&path, Action::ManageQuestionnaires)?;
        if one.head.audience != Audience::Invited || one.state_at(self.now()) != QuestionnaireState::Open {
            return Err(Blocker::WrongState.into());
        }
        let typed = read_addresses(addresses).map_err(|fault| AppError::invalid("addresses", fault))?;
        let known = questionnaires::invited(&tx, &self.scope, id).await?;
        let fresh = |email: &String| !known.iter().any(|one| one.email == *email);
        let new: Vec<(Invited, String)> = typed
            .into_iter()
            .filter(fresh)
            .map(|email| {
                (Invited { id: Uuid::now_v7(), questionnaire: id, email, answered: false }, secret::fresh_key())
            })
            .collect();
        if new.is_empty() {
            return Err(AppError::invalid("addresses", Fault::Taken));
        }
        let sent = attempts::count(&tx, &self.scope, KIND, &me, self.now() - LIMIT_SPAN).await?;
        if sent + new.len() as u64 > INVITED_PER_HOUR {
            return Err(AppError::TooMany);
        }
        attempts::note_all(&tx, &self.scope, KIND, &me, self.now(), new.len()).await?;
        let kept: Vec<_> = new.iter().map(|(one, key)| (one.clone(), secret::key_hash(key))).collect();
        questionnaires::invite(&tx, &self.scope, &kept).await?;
        let emails: Vec<&str> = new.iter().map(|(one, _)| one.email.as_str()).collect();
        let readers: HashMap<String, Locale> = people::by_emails(&tx, &self.scope, &emails)
            .await?
            .into_iter()
            .map(|person| (person.email.clone(), person.locale()))
            .collect();
        let place = &self.scope.place().name;
        let letters = new.iter().map(|(invited, key)| {
            let l = readers.get(&invited.email).copied().unwrap_or(Locale::it);
            let link = self.address(&paths::questionnaire_invitation(key));
            let words = letter::questionnaire::invitation(l, place, &one.head.title, one.head.closes_on, &link);
            (invited.email.clone(), words)
        });
        mails::post_all(&tx, &self.scope, letters.collect(), self.now()).await?;
        let rows: Vec<&Invited> = new.iter().map(|(one, _)| one).collect();
        self.record(&tx, Entry::made("questionnaire.invite", "questionnaire", id.0, &self.sealed(&rows))).await?;
        self.commit(tx).await?;
        Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
    }
}

/// Different addresses, one a line.
fn read_addresses(typed: &str) -> Result<BTreeSet<String>, Fault> {
    let lines = typed.lines().filter(|line| !line.trim().is_empty());
    let read: BTreeSet<String> = lines.map(text::email).collect::<Result<_, _>>()?;
    match read.len() {
        0 => Err(Fault::Required),
        count if count > MOST_INVITED as usize => Err(Fault::Lines { min: 1, max: MOST_INVITED }),
        _ => Ok(read),
    }
}
