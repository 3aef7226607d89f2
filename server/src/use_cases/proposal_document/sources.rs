//! What proposals are made from, for those who write them and for everybody.

use super::{Handle, Opened};
use crate::store::{Tx, contributions, minutes, processes::Process, syntheses};
use app::{
    contract::{guarantor::NamedOrigin, proposal_document::PublicOrigin},
    error::{AppError, Outcome},
    paths,
};
use domain::{id::ContributionId, invalid::Fault, origin::Origin, policy::Action, proposal_document::DocumentContent};
use std::collections::BTreeSet;

impl Handle {
    /// The titles and pages of everything that the proposals come from; what was hidden keeps neither.
    pub(super) async fn public_origins(&self, tx: &Tx, opened: &Opened) -> Outcome<Vec<PublicOrigin>> {
        self.shown_origins(tx, &opened.process, &origins_of(&opened.content)).await
    }

    /// The titles and pages of `origins`, for those who write the document.
    pub(super) async fn name_origins(&self, slug: String, origins: Vec<Origin>) -> Outcome<Vec<PublicOrigin>> {
        let tx = self.read().await?;
        let process = self.process_in_view(&tx, &slug).await?;
        if !process.pack()?.proposal_document {
            return Err(AppError::NotFound);
        }
        self.scope.authorise(Action::ComposeDocument, Some(process.id))?;
        self.shown_origins(&tx, &process, &origins.into_iter().collect()).await
    }

    /// Refuses `content` where it adds an origin that is not of this process, or that everybody cannot read.
    pub(super) async fn origins_are_readable(
        &self,
        tx: &Tx,
        opened: &Opened,
        content: &DocumentContent,
    ) -> Outcome<()> {
        let before = origins_of(&opened.content);
        let added: BTreeSet<Origin> = origins_of(content).difference(&before).copied().collect();
        let shown = self.shown_origins(tx, &opened.process, &added).await?;
        let all_there = shown.iter().all(|one| one.href.is_some());
        if all_there { Ok(()) } else { Err(AppError::invalid("origins", Fault::Choice)) }
    }

    /// The origins of the document for readers on another host: each with its title and whole address.
    pub(super) async fn named_origins(&self, tx: &Tx, opened: &Opened) -> Outcome<Vec<NamedOrigin>> {
        let named = |one: PublicOrigin| NamedOrigin {
            origin: one.origin,
            title: one.title,
            href: one.href.map(|path| self.address(&path)),
        };
        Ok(self.public_origins(tx, opened).await?.into_iter().map(named).collect())
    }

    /// The titles and pages of `all`; what is not of `process` or is hidden keeps neither.
    pub(in crate::use_cases) async fn shown_origins(
        &self,
        tx: &Tx,
        process: &Process,
        all: &BTreeSet<Origin>,
    ) -> Outcome<Vec<PublicOrigin>> {
        if all.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<ContributionId> = all
            .iter()
            .filter_map(|origin| if let Origin::Contribution(id) = origin { Some(*id) } else { None })
            .collect();
        let rows = contributions::by_ids(tx, &self.scope, &ids).await?;
        let synthesis = |origin: &Origin| if let Origin::Synthesis(id) = origin { Some(*id) } else { None };
        let ids: Vec<_> = all.iter().filter_map(synthesis).collect();
        let of_tables = syntheses::by_ids(tx, &self.scope, &ids).await?;
        let meeting = |origin: &Origin| if let Origin::Meeting(id) = origin { Some(*id) } else { None };
        let ids: Vec<_> = all.iter().filter_map(meeting).collect();
        let held = minutes::published_of(tx, &self.scope, process.id, &ids).await?;
        let shown = |origin: Origin| {
            let found = match origin {
                Origin::Contribution(id) => {
                    let own = rows.iter().find(|row| row.id == id && row.process == process.id);
                    own.map(|row| (row.title.clone(), paths::contribution(id)))
                }
                Origin::Synthesis(id) => of_tables
                    .iter()
                    .find(|one| one.id == id && one.process == process.id)
                    .map(|one| (one.title.clone(), paths::synthesis(&process.slug, one.table, id))),
                Origin::Meeting(id) => {
                    held.iter().find(|one| one.id == id).map(|one| (one.title.clone(), paths::minutes(id)))
                }
            };
            let (title, href) = found.map_or((String::new(), None), |(title, href)| (title, Some(href)));
            PublicOrigin { origin, title, href }
        };
        Ok(all.iter().copied().map(shown).collect())
    }
}

/// Everything that the proposals come from, each once.
fn origins_of(content: &DocumentContent) -> BTreeSet<Origin> {
    content.proposals.iter().flat_map(|one| one.origins.iter().copied()).collect()
}
