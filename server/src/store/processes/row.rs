//! A process as its row in the database, and back.

use super::*;

impl TryFrom<process::Model> for Process {
    type Error = AppError;

    fn try_from(row: process::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            id: ProcessId(row.id),
            slug: row.slug,
            title: row.title,
            summary: row.summary,
            pack_key: row.pack_key,
            pack_version: u32::try_from(row.pack_version).map_err(|_| AppError::Unavailable)?,
            stage: row.stage.parse().map_err(unreadable)?,
            interrupted: row.interrupted_stage.map(|stage| stage.parse().map_err(unreadable)).transpose()?,
            sheet: serde_json::from_str(&row.sheet).map_err(|_| AppError::Unavailable)?,
            duration: row.duration.and_then(|duration| u32::try_from(duration).ok()),
            planned_start: row.planned_start,
            started_on: row.started_on,
            start_action: row.start_action,
            start_link: row.start_link,
            start_signed: row.start_signed,
            start_limit: row.start_limit,
            original_end: row.original_end,
            authorised_end: row.authorised_end,
            contributions_close: row.contributions_close,
            concluded_on: row.concluded_on,
            fictional_note: row.fictional_note,
            created_at: row.created_at,
            version: row.version,
        })
    }
}

impl Process {
    pub(super) fn row(&self, scope: &TenantScope) -> process::ActiveModel {
        process::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            slug: Set(self.slug.clone()),
            title: Set(self.title.clone()),
            summary: Set(self.summary.clone()),
            pack_key: Set(self.pack_key.clone()),
            pack_version: Set(i32::try_from(self.pack_version).unwrap_or(i32::MAX)),
            stage: Set(self.stage.code().into()),
            interrupted_stage: Set(self.interrupted.map(|stage| stage.code().into())),
            sheet: Set(serde_json::to_string(&self.sheet).expect("plain data serialises")),
            duration: Set(self.duration.and_then(|duration| i32::try_from(duration).ok())),
            planned_start: Set(self.planned_start),
            started_on: Set(self.started_on),
            start_action: Set(self.start_action.clone()),
            start_link: Set(self.start_link.clone()),
            start_signed: Set(self.start_signed),
            start_limit: Set(self.start_limit),
            original_end: Set(self.original_end),
            authorised_end: Set(self.authorised_end),
            contributions_close: Set(self.contributions_close),
            concluded_on: Set(self.concluded_on),
            fictional_note: Set(self.fictional_note.clone()),
            created_at: Set(self.created_at),
            version: Set(self.version),
        }
    }
}
