//! What a tenant does with personal data: its register, and what the platform deletes by itself.

use super::Handle;
use crate::store::{
    audit::Entry,
    deletions,
    processing_activities::{self, KeptActivity},
};
use app::{
    contract::processing::{ActivityView, DeletedView, PassingView, Processing, RetentionView},
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use chrono::TimeDelta;
use domain::{
    action::Action,
    invalid::Fault,
    processing::{StandardActivity, TypedActivity, standard},
    retention::Passing,
};
use uuid::Uuid;

/// How far back the page looks.
const SHOWN: TimeDelta = TimeDelta::days(30);

#[async_trait]
impl Processing for Handle {
    async fn published_register(&self, italian: bool) -> Outcome<Vec<ActivityView>> {
        let mut all = self.whole_register(italian).await?;
        all.retain(|one| !one.dropped);
        Ok(all)
    }

    async fn processing_register(&self, italian: bool) -> Outcome<Vec<ActivityView>> {
        self.scope.authorise(Action::KeepRegister, None)?;
        self.whole_register(italian).await
    }

    async fn activity(&self, code: String) -> Outcome<ActivityView> {
        self.scope.authorise(Action::KeepRegister, None)?;
        // What is changed is the tenant's own text, which is in Italian.
        let found = self.whole_register(true).await?.into_iter().find(|one| one.code == code);
        found.ok_or(AppError::NotFound)
    }

    async fn keep_activity(&self, code: String, version: u32, typed: TypedActivity) -> Outcome<String> {
        self.scope.authorise(Action::KeepRegister, None)?;
        let activity = typed.parse()?;
        let (tx, now) = (self.begin().await?, self.now());
        let all = processing_activities::all(&tx, &self.scope).await?;
        if let Some(before) = all.iter().find(|kept| kept.code == code) {
            let after = KeptActivity { activity, version, ..before.clone() };
            processing_activities::store(&tx, &self.scope, &after, now).await?;
            self.record(&tx, Entry::changed("processing.change", "processing", before.id, before, &after)).await?;
            self.commit(tx).await?;
            return Ok(code);
        }
        let new = fresh(&code, version, activity)?;
        if all.len() as u64 >= processing_activities::MOST {
            return Err(AppError::invalid("name", Fault::TooManyRows { max: 100 }));
        }
        processing_activities::add(&tx, &self.scope, &new, now).await?;
        self.record(&tx, Entry::made("processing.add", "processing", new.id, &new)).await?;
        self.commit(tx).await?;
        Ok(new.code)
    }

    async fn drop_activity(&self, code: String, version: u32, dropped: bool) -> Outcome<()> {
        self.scope.authorise(Action::KeepRegister, None)?;
        let (tx, now) = (self.begin().await?, self.now());
        let all = processing_activities::all(&tx, &self.scope).await?;
        let action = if dropped { "processing.drop" } else { "processing.restore" };
        match all.iter().find(|kept| kept.code == code) {
            Some(before) => {
                let after = KeptActivity { version, dropped, ..before.clone() };
                processing_activities::store(&tx, &self.scope, &after, now).await?;
                self.record(&tx, Entry::changed(action, "processing", before.id, before, &after)).await?;
            }
            None => {
                let words = known(&code).ok_or(AppError::NotFound)?.words(true);
                let new = KeptActivity { dropped, ..fresh(&code, version, words)? };
                processing_activities::add(&tx, &self.scope, &new, now).await?;
                self.record(&tx, Entry::made(action, "processing", new.id, &new)).await?;
            }
        }
        self.commit(tx).await
    }

    async fn retention(&self) -> Outcome<RetentionView> {
        self.scope.authorise(Action::KeepRegister, None)?;
        let tx = self.read().await?;
        let found = deletions::since(&tx, &self.scope, (self.now() - SHOWN).date_naive()).await?;
        let kind = |kind: Passing| {
            let of = || found.iter().filter(|one| one.kind == kind);
            PassingView { kind, last: of().map(|one| one.at).max(), removed: of().map(|one| one.removed).sum() }
        };
        let kinds = Passing::ALL.iter().copied().map(kind).collect();
        let log = found.iter().filter(|one| one.removed > 0);
        let log = log.map(|one| DeletedView { day: one.day, kind: one.kind, removed: one.removed }).collect();
        Ok(RetentionView { kinds, log })
    }
}

impl Handle {
    /// What every tenant does, as this one says it; then what it added.
    async fn whole_register(&self, italian: bool) -> Outcome<Vec<ActivityView>> {
        let tx = self.read().await?;
        let mut own = processing_activities::all(&tx, &self.scope).await?;
        let mut register = Vec::new();
        for standard in standard() {
            let kept = own.iter().position(|kept| kept.code == standard.key).map(|place| own.remove(place));
            register.push(kept.map_or_else(|| as_everywhere(standard, italian), shown));
        }
        register.extend(own.into_iter().map(shown));
        Ok(register)
    }
}

fn known(code: &str) -> Option<&'static StandardActivity> {
    standard().iter().find(|one| one.key == code)
}

/// A row for the activity `code`, which the tenant has not kept before; blank for one of its own.
fn fresh(code: &str, version: u32, activity: domain::processing::ProcessingActivity) -> Outcome<KeptActivity> {
    let id = Uuid::now_v7();
    let code = match code {
        "" => id.to_string(),
        code => known(code).ok_or(AppError::NotFound)?.key.clone(),
    };
    // Somebody who saw a version saw a row: it is not the one that stands.
    if version != 0 {
        return Err(AppError::Conflict);
    }
    Ok(KeptActivity { id, code, version: 1, activity, dropped: false })
}

fn as_everywhere(standard: &StandardActivity, italian: bool) -> ActivityView {
    let (code, activity) = (standard.key.clone(), standard.words(italian));
    ActivityView { code, version: 0, activity, standard: true, dropped: false }
}

fn shown(kept: KeptActivity) -> ActivityView {
    let KeptActivity { code, version, activity, dropped, .. } = kept;
    ActivityView { code, version, activity, standard: false, dropped }
}
