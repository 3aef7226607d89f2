//! What goes with a contribution: when one may write, the declared age of who does, the file, what was read of it.

use super::{
    Handle,
    documents::{FileOut, keep_attachment},
};
use crate::store::{
    Tx, attempts,
    audit::Entry,
    contributions::{self, Contribution},
    documents, moderation,
    people::{self, Person},
    processes::{self, Process},
    reads,
};
use app::{
    contract::{contributions::Attachment, documents::SentFile},
    error::{AppError, Outcome},
};
use domain::{
    action::Action,
    calendar::day_in_rome,
    contribution::{ModerationState, Writer, age_known, begins, birth_date, may_contribute, old_enough},
    document::{DocumentKind, DocumentState, NewDocument, Visibility},
    id::{ContributionId, DocumentId, PersonId, ProcessId},
    pack::RulePack,
    sign_in::{LIMIT_SPAN, LONGEST_SPAN},
};

/// How often a person may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limit {
    pub hour: u64,
    pub day: u64,
}

impl Handle {
    /// Keeps the file of a new contribution and gives its document, which belongs to no list.
    pub(super) async fn attach(&self, tx: &Tx, process: ProcessId, title: &str, file: SentFile) -> Outcome<DocumentId> {
        let id = DocumentId::fresh();
        let kept = keep_attachment(&self.app, self.scope.tenant(), id, &file.name, file.bytes).await?;
        let new = NewDocument {
            title: title.to_owned(),
            kind: DocumentKind::ContributionAttachment,
            visibility: Visibility::Private,
            dated: day_in_rome(self.now()),
        };
        let document = kept.document(id, Some(process), new, DocumentState::Final, self.now());
        documents::insert(tx, &self.scope, &document).await?;
        let entry = Entry::made("contribution.attach", "document", id.0, &document);
        self.record(tx, entry).await?;
        Ok(id)
    }

    /// The file beside a contribution: public with it, and for moderators alone while it is hidden.
    pub(crate) async fn attachment(&self, id: ContributionId) -> Outcome<FileOut> {
        let tx = self.read().await?;
        let one = contributions::by_id(&tx, &self.scope, id).await?;
        let document = one.document.filter(|_| self.may_open_file(&one)).ok_or(AppError::NotFound)?;
        let document = documents::by_id(&tx, &self.scope, document).await?;
        drop(tx);
        self.bytes_of(document).await
    }

    fn may_open_file(&self, one: &Contribution) -> bool {
        one.moderation.is_public() || self.scope.may(Action::Moderate, Some(one.process))
    }

    /// What the page says of the file.
    pub(super) async fn attachment_of(&self, tx: &Tx, one: &Contribution) -> Outcome<Option<Attachment>> {
        let Some(document) = one.document.filter(|_| self.may_open_file(one)) else { return Ok(None) };
        let document = documents::by_id(tx, &self.scope, document).await?;
        Ok(Some(Attachment { kind: document.file_kind(), name: document.file_name, size: document.size }))
    }

    /// Lets the person take part in `process`, where they are or declare to be old enough for it.
    pub(super) async fn of_age(&self, tx: &Tx, process: &Process, born: &str) -> Outcome<()> {
        self.declare_age(tx, self.age_for(process.pack()?), born).await
    }

    /// The age for contributing under these rules: the tenant may ask for more than they do.
    pub(super) fn age_for(&self, rules: &RulePack) -> u8 {
        rules.min_age.contribute.max(self.scope.place().needs.contribute_age)
    }

    /// Where the person has not declared to be at least `min_age` yet, reads it from the date of birth `born` and keeps
    /// the age alone.
    pub(super) async fn declare_age(&self, tx: &Tx, min_age: u8, born: &str) -> Outcome<()> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        if age_known(me.person.age_reached, min_age) {
            return Ok(());
        }
        let today = day_in_rome(self.now());
        let born = birth_date(born, today).map_err(|fault| AppError::invalid("born", fault))?;
        old_enough(born, today, u32::from(min_age)).map_err(|fault| AppError::invalid("born", fault))?;
        people::note_age(tx, &self.scope, me.person.id, min_age).await?;
        let after = Person { age_reached: Some(min_age), ..me.person.clone() };
        let entry = self.sealed_change("person.declare-age", "person", me.person.id.0, &me.person, &after);
        self.record(tx, entry).await
    }

    /// The age `min_age`, where the person who asks has yet to declare it.
    pub(super) fn age_to_ask(&self, min_age: u8) -> Option<u8> {
        let me = self.scope.signed_in()?;
        (!age_known(me.person.age_reached, min_age)).then_some(min_age)
    }

    /// Notes that the person has read the contribution as it is now, where there was news of it.
    pub(super) async fn mark_contribution_read(&self, id: ContributionId) -> Outcome<()> {
        let person = self.scope.person()?;
        let tx = self.begin().await?;
        reads::note(&tx, &self.scope, person, id, self.now()).await?;
        self.commit(tx).await
    }

    /// A contribution that everybody may read.
    pub(super) async fn public_contribution(&self, tx: &Tx, id: ContributionId) -> Outcome<Contribution> {
        let one = contributions::by_id(tx, &self.scope, id).await?;
        if one.moderation.is_public() { Ok(one) } else { Err(AppError::NotFound) }
    }

    /// A public contribution whose process takes contributions now.
    pub(super) async fn open_contribution(&self, tx: &Tx, id: ContributionId) -> Outcome<(Contribution, Process)> {
        let one = self.public_contribution(tx, id).await?;
        let process = processes::by_id(tx, &self.scope, one.process).await?;
        may_contribute(self.window(&process)?, self.now())?;
        Ok((one, process))
    }

    /// How the words of the person who asks, `author`, begin: read by a moderator first, or by everybody at once.
    pub(super) async fn beginning(&self, tx: &Tx, author: PersonId) -> Outcome<ModerationState> {
        let holds = self.scope.place().holds_first;
        let role = self.scope.signed_in().is_some_and(|me| !me.grants.is_empty());
        let known = !holds || role || moderation::is_known(tx, &self.scope, author).await?;
        Ok(begins(holds, Writer { known, role }))
    }

    /// Counts one more attempt of `kind`, up to `limit` in an hour for each person.
    pub(super) async fn within_limit(&self, tx: &Tx, kind: &str, person: PersonId, limit: u64) -> Outcome<()> {
        self.within_limits(tx, kind, person, Limit { hour: limit, day: u64::MAX }).await
    }

    /// Counts one more attempt of `kind`, as often as the limit lets each person in an hour and in a day.
    pub(super) async fn within_limits(&self, tx: &Tx, kind: &str, person: PersonId, limit: Limit) -> Outcome<()> {
        let (subject, now) = (person.to_string(), self.now());
        for (most, span) in [(limit.hour, LIMIT_SPAN), (limit.day, LONGEST_SPAN)] {
            if attempts::count(tx, &self.scope, kind, &subject, now - span).await? >= most {
                return Err(AppError::TooMany);
            }
        }
        attempts::note(tx, &self.scope, kind, &subject, now).await
    }
}
