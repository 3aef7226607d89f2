//! A proposal on its way: the same sent twice is one, and those that may say the same are shown first.

use super::{Handle, contribution_parts::Limit, contribution_rows::row_views};
use crate::store::{
    Tx,
    audit::Entry,
    contributions::{self, Contribution, SentKey},
    drafts, moderation,
    processes::{self, Process},
    thematic_tables,
};
use app::{
    api::contributions::Propose,
    contract::{
        contributions::{ContributionRow, Sent},
        documents::SentFile,
    },
    draft,
    error::{AppError, Outcome},
    paths,
};
use chrono::{DateTime, Utc};
use domain::{
    contribution::{ContributionChannel, ModeratedKind, ModerationState, NewContribution, may_contribute},
    evaluation::Assessment,
    id::{ContributionId, ProcessId, TableId},
    invalid::Fault,
};
use leptos::server_fn::ServerFn;

const PROPOSALS: Limit = Limit { hour: 10, day: 30 };
/// How many similar proposals are shown.
const SIMILAR: u64 = 5;

impl Handle {
    /// Publishes a proposal of the person who asks, unless it was published before or others may say the same.
    pub(super) async fn send_proposal(
        &self,
        new: NewContribution,
        born: &str,
        file: Option<SentFile>,
        although_similar: bool,
    ) -> Outcome<Sent> {
        let author = self.scope.person()?;
        let tx = self.begin().await?;
        let now = self.now();
        let process = self.process_of_table(&tx, new.table).await?;
        may_contribute(self.window(&process)?, now)?;
        let mut contribution = fresh(new, process.id, now);
        contribution.author = Some(author);
        let key = SentKey::of(&contribution, author);
        if let Some(before) = contributions::sent_before(&tx, &self.scope, &key).await? {
            return Ok(Sent::Before(before));
        }
        self.of_age(&tx, &process, born).await?;
        if !although_similar {
            let title = &contribution.title;
            if !contributions::similar(&tx, &self.scope, process.id, title, 1).await?.is_empty() {
                // The age that was declared stays.
                self.commit(tx).await?;
                return Ok(Sent::Similar);
            }
        }
        self.within_limits(&tx, "contribution", author, PROPOSALS).await?;
        // Whoever sent the same at the same time had its turn before.
        if let Some(before) = contributions::sent_before(&tx, &self.scope, &key).await? {
            return Ok(Sent::Before(before));
        }
        if let Some(file) = file {
            contribution.document = Some(self.attach(&tx, process.id, &contribution.title, file).await?);
        }
        contribution.moderation = self.beginning(&tx, author).await?;
        let held = !contribution.moderation.is_public();
        contributions::insert(&tx, &self.scope, &contribution).await?;
        if held {
            let text = (ModeratedKind::Contribution, contribution.id.0);
            moderation::hold(&tx, &self.scope, text, contribution.id, now).await?;
        }
        contributions::mark_sent(&tx, &self.scope, contribution.id, Some(key)).await?;
        let entry = Entry::made("contribution.propose", "contribution", contribution.id.0, &contribution);
        self.record(&tx, entry).await?;
        self.commit(tx).await?;
        Ok(if held { Sent::Held(contribution.id) } else { Sent::Published(contribution.id) })
    }

    /// The process of a table that a form named.
    pub(super) async fn process_of_table(&self, tx: &Tx, table: TableId) -> Outcome<Process> {
        match thematic_tables::by_id(tx, &self.scope, table).await {
            Err(AppError::NotFound) => Err(AppError::invalid("table", Fault::Choice)),
            table => processes::by_id(tx, &self.scope, table?.process).await,
        }
    }

    /// The public proposals that may say the same as the one that the person who asks is about to publish.
    pub(super) async fn similar_to_draft(&self) -> Outcome<Vec<ContributionRow>> {
        let Ok(me) = self.scope.person() else { return Ok(Vec::new()) };
        let Some(form) = draft::name_of(Propose::PATH, "", paths::PROPOSE_SIMILAR) else { return Ok(Vec::new()) };
        let tx = self.read().await?;
        let Some(draft) = drafts::of(&tx, &self.scope, me, &form).await? else { return Ok(Vec::new()) };
        let field = |name: &str| {
            let found = draft.fields.iter().find(|(field, _)| field == name);
            found.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let all = thematic_tables::choices(&tx, &self.scope).await?;
        let chosen: Option<TableId> = field("table").parse().ok();
        let Some(choice) = all.iter().find(|choice| Some(choice.id) == chosen) else { return Ok(Vec::new()) };
        let rows = contributions::similar(&tx, &self.scope, choice.process, field("title"), SIMILAR).await?;
        Ok(row_views(rows, &all))
    }
}

/// A public contribution as it begins, of nobody so far.
pub(super) fn fresh(new: NewContribution, process: ProcessId, now: DateTime<Utc>) -> Contribution {
    Contribution {
        id: ContributionId::fresh(),
        process,
        table: new.table,
        author: None,
        channel: ContributionChannel::Online,
        title: new.title,
        body: new.body,
        place: new.place,
        document: None,
        moderation: ModerationState::Published,
        assessment: Assessment::START,
        answer: String::new(),
        answered_at: None,
        answered_as: None,
        supports: 0,
        comments: 0,
        created_at: now,
        changed_at: now,
    }
}
