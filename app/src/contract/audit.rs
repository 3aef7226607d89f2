//! Reading the audit log.

use super::Slice;
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::role::Role;

/// What the log is narrowed to, as typed; what cannot be read is ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditWanted {
    /// One of [`ACTIONS`], or [`REFUSED`].
    pub action: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Where the page starts.
    pub after: Option<String>,
}

/// One entry: who by identifier, never by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    pub at: DateTime<Utc>,
    pub actor: Option<String>,
    pub role: Role,
    pub action: String,
    pub subject_kind: String,
    pub subject: Option<String>,
    pub before_hash: Option<String>,
    pub after_hash: Option<String>,
    pub request: String,
    pub refused: bool,
}

/// What the log is asked for instead of one action: whatever was refused.
pub const REFUSED: &str = "refused";

/// The actions that read and change nothing, so that their entries carry no hash.
pub const READINGS: &[&str] = &["person.export", "tenant.export"];

/// Every action that is recorded, by name: what the log can be narrowed to.
pub const ACTIONS: &[&str] = &[
    "act.register",
    "action_sheet.edit",
    "action_sheet.make",
    "action_sheet.move",
    "agenda.create",
    "agreement.answer",
    "agreement.confirm_file",
    "agreement.invite",
    "agreement.remove_party",
    "agreement.renew_party",
    "agreement.send_link",
    "agreement.write",
    "attendance.add",
    "attendance.remove",
    "comment.write",
    "contribution.add",
    "contribution.answer",
    "contribution.attach",
    "contribution.enter",
    "contribution.follow",
    "contribution.propose",
    "contribution.revise",
    "contribution.support",
    "contribution.unfollow",
    "contribution.withdraw_support",
    "demo.load",
    "document.annotate",
    "document.delete",
    "document.edit",
    "document.protocol",
    "document.replace",
    "document.step",
    "document.upload",
    "extension.decide",
    "extension.delete",
    "extension.draft",
    "extension.lapse",
    "extension.request",
    "feedback.send",
    "identity.join",
    "identity.see",
    "identity_provider.add",
    "identity_provider.change",
    "identity_provider.remove",
    "identity_provider.switch_off",
    "identity_provider.switch_on",
    "identity_provider.try",
    "invitation.accept",
    "invitation.send",
    "invitation.withdraw",
    "meeting.cancel",
    "meeting.convene",
    "meeting.edit",
    "meeting.hold",
    "meeting.plan",
    "member.apply",
    "member.invite",
    "member.move",
    "minutes.add",
    "minutes.approve",
    "minutes.begin",
    "minutes.comment",
    "minutes.decide",
    "minutes.dissent",
    "minutes.move",
    "minutes.unapprove",
    "minutes.write",
    "moderation.appeal",
    "moderation.dismiss",
    "moderation.hide",
    "moderation.refuse_appeal",
    "moderation.report",
    "moderation.restore",
    "observatory.accept",
    "observatory.check",
    "observatory.discard",
    "observatory.reset",
    "observatory.save",
    "organ.constitute",
    "organ.remark",
    "organ.rules",
    "outcome.acknowledge",
    "outcome.communicate",
    "outcome.decide",
    "outcome.step",
    "paper.attach",
    "paper.detach",
    "person.create",
    "person.declare-age",
    "person.erase",
    "person.export",
    "person.preferences",
    "process.create",
    "process.edit-phase",
    "process.edit-sheet",
    "process.edit-times",
    "process.extend",
    "process.start-notice",
    "process.step",
    "proposal_document.answer",
    "proposal_document.ask_privacy_officer",
    "proposal_document.override_personal_data",
    "proposal_document.publish",
    "proposal_document.record_opinion",
    "proposal_document.rewrite",
    "proposal_document.save",
    "proposal_document.send",
    "proposal_document.send_to_table",
    "proposal_document.submit",
    "proposal_document.uphold_personal_data",
    "proposal_document.vote",
    "report.add_expense",
    "report.remove_expense",
    "report.save",
    "report.submit",
    "role.grant",
    "role.revoke",
    "session.close",
    "session.open",
    "settings.change",
    "settings.logo",
    "synthesis.edit",
    "synthesis.write",
    "table.add",
    "table.edit",
    "table.reorder",
    "tenant.create",
    "tenant.export",
    "tenant.invite",
    "tenant.resume",
    "tenant.suspend",
    "work.mark-read",
];

#[async_trait]
pub trait Audit {
    /// The audit log, newest first. Privacy officers only.
    async fn audit_log(&self, wanted: AuditWanted) -> Outcome<Slice<AuditRow>>;
}
