//! What is due: the staff's first page, and the coordinator's view of all tenants.

use super::{Handle, process::history_row};
use crate::{
    auth::PlatformScope,
    store::{
        audit::Entry,
        deadlines, history, process_facts,
        processes::{self, Process},
        tenants, work_visits,
    },
};
use app::{
    contract::{
        Slice,
        work::{BlockedRow, ChangeRow, DeadlinesWanted, DueRow, RegionalDeadline, RegionalDeadlines, Today, Work},
    },
    error::{AppError, Outcome},
    paths,
};
use async_trait::async_trait;
use chrono::{NaiveDate, TimeDelta};
use domain::{
    deadline,
    id::TenantId,
    policy::Action,
    process::{ProcessFacts, next_steps},
    refusal::Blocker,
    stage::Stage,
    tenant::TenantKind,
    text,
};
use std::collections::HashMap;
use uuid::Uuid;

const ROWS: usize = 20;

#[async_trait]
impl Work for Handle {
    async fn today(&self) -> Outcome<Today> {
        let person = self.scope.person()?;
        if !self.scope.roles_in(None).iter().any(|role| role.is_staff()) && !self.holds_a_seat() {
            return Err(AppError::Forbidden);
        }
        let tx = self.read().await?;
        let mut mine = processes::all(&tx, &self.scope).await?;
        mine.retain(|process| self.works_on(process));
        let live: Vec<Process> = mine.iter().filter(|process| is_live(process.stage)).cloned().collect();
        let facts = process_facts::of_all(&tx, &self.scope, &live, self.now()).await?;
        let seen = work_visits::last(&tx, &self.scope, person).await?;
        let since = seen.unwrap_or_else(|| self.now() - TimeDelta::days(30));
        let own: Vec<_> = mine.iter().map(|process| process.id).collect();
        let events = history::since(&tx, &self.scope, &own, since, 20).await?;
        let waiting = self.waiting(&tx, &live, &facts).await?;

        let mut today = Today {
            due: Vec::new(),
            waiting,
            ready: Vec::new(),
            blocked: Vec::new(),
            changes: Vec::new(),
            since: seen,
            processes: mine.iter().map(|process| (process.slug.clone(), process.title.clone())).collect(),
            may_create: self.scope.may(Action::CreateProcess, None),
        };
        for (process, facts) in live.iter().zip(&facts) {
            self.add_due(&mut today, process, facts)?;
            self.add_next(&mut today, process, facts)?;
        }
        today.due.sort_by_key(|row| row.due);
        let by_id: HashMap<_, _> = mine.iter().map(|process| (process.id, process)).collect();
        for event in events {
            if let Some(process) = by_id.get(&event.process) {
                let (slug, title) = (process.slug.clone(), process.title.clone());
                today.changes.push(ChangeRow { slug, title, entry: history_row(event) });
            }
        }
        Ok(today)
    }

    async fn mark_read(&self) -> Outcome<()> {
        let person = self.scope.person()?;
        let tx = self.begin().await?;
        let (before, now) = (work_visits::last(&tx, &self.scope, person).await?, self.now());
        work_visits::note(&tx, &self.scope, person, now).await?;
        self.record(&tx, Entry::kept("work.mark-read", "person", person.0, before.as_ref(), &now)).await?;
        self.commit(tx).await
    }

    async fn regional_deadlines(&self, wanted: DeadlinesWanted) -> Outcome<RegionalDeadlines> {
        let platform = PlatformScope::for_action(&self.scope, Action::ReadAllDeadlines)?;
        let all = tenants::all(&self.app.db).await?;
        let asked = deadlines::Wanted {
            // Of a tenant that is none there is nothing.
            tenant: (!wanted.tenant.is_empty()).then(|| {
                let named = all.iter().find(|tenant| tenant.slug == wanted.tenant);
                named.map_or(TenantId(Uuid::nil()), |tenant| tenant.id)
            }),
            from: text::date(&wanted.from).ok(),
            until: text::date(&wanted.until).ok(),
            after: wanted.after.as_deref().map(cursor).transpose()?,
            limit: ROWS as u64 + 1,
        };
        let mut rows = deadlines::of_all_tenants(&self.app.db, &platform, self.today_in_rome(), &asked).await?;
        let more = rows.len() > ROWS;
        rows.truncate(ROWS);
        let next = rows.last().filter(|_| more).map(|last| format!("{}.{}", last.due, last.id));
        let tenants: HashMap<_, _> = all.iter().map(|tenant| (tenant.id, tenant)).collect();
        let shown = rows.into_iter().filter_map(|row| {
            let tenant = tenants.get(&row.tenant)?;
            Some(RegionalDeadline {
                tenant: (tenant.slug.clone(), tenant.name.clone()),
                process: (!row.slug.is_empty())
                    .then(|| (row.title, format!("{}{}", self.app.origin_of(tenant), paths::process(&row.slug)))),
                kind: row.kind,
                due: row.due,
                who: row.who,
            })
        });
        let slice = Slice { rows: shown.collect(), next };
        let mut names: Vec<_> = all.iter().filter(|tenant| tenant.kind != TenantKind::Platform).collect();
        names.sort_by_cached_key(|tenant| text::alphabetical(&tenant.name));
        let tenants = names.into_iter().map(|tenant| (tenant.slug.clone(), tenant.name.clone())).collect();
        Ok(RegionalDeadlines { slice, tenants })
    }
}

impl Handle {
    /// Whether this person works on a single process at least.
    fn holds_a_seat(&self) -> bool {
        self.scope.signed_in().is_some_and(|actor| actor.grants.iter().any(|grant| grant.role.is_staff()))
    }

    fn add_due(&self, today: &mut Today, process: &Process, facts: &ProcessFacts) -> Outcome<()> {
        let roles = self.scope.roles_in(Some(process.id));
        let open = deadline::deadlines(process.stage, facts, process.pack()?).into_iter();
        let reads = self.scope.may(Action::ReadOrganPapers, Some(process.id));
        today.due.extend(open.filter(|entry| !entry.done && process.stage != Stage::Suspended).map(|entry| DueRow {
            slug: process.slug.clone(),
            title: process.title.clone(),
            kind: entry.kind,
            meeting: entry.meeting.filter(|_| reads),
            due: entry.due,
            who: entry.who,
            mine: roles.contains(&entry.who),
        }));
        Ok(())
    }

    /// The step that advances the process: ready for this person, or blocked.
    fn add_next(&self, today: &mut Today, process: &Process, facts: &ProcessFacts) -> Outcome<()> {
        let pack = process.pack()?;
        let next = next_steps(process.stage, facts, pack).into_iter().find(|next| !next.step.is_side());
        let Some(step) = next else { return Ok(()) };
        let may = self.scope.may(step.step.action(pack), Some(process.id));
        let open = step.is_open();
        let lacks_owner = step.requirements.iter().any(|one| !one.met && one.what == Blocker::Owner);
        let names_owner = lacks_owner && self.scope.may(Action::ManagePeople, None);
        let roles = self.scope.roles_in(Some(process.id));
        let mine = names_owner || step.requirements.iter().any(|one| !one.met && roles.contains(&one.who));
        let row = BlockedRow { slug: process.slug.clone(), title: process.title.clone(), step, names_owner, mine };
        match (open, may) {
            (true, true) => today.ready.push(row),
            (true, false) => {}
            (false, _) => today.blocked.push(row),
        }
        Ok(())
    }
}

fn is_live(stage: Stage) -> bool {
    !matches!(stage, Stage::Archived | Stage::Withdrawn)
}

/// Where the next page starts: the day and the row of the last one.
fn cursor(text: &str) -> Outcome<(NaiveDate, Uuid)> {
    let (day, id) = text.split_once('.').ok_or(AppError::NotFound)?;
    match (day.parse(), Uuid::parse_str(id)) {
        (Ok(day), Ok(id)) => Ok((day, id)),
        _ => Err(AppError::NotFound),
    }
}
