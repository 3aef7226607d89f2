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
    /// Identifier of who did it.
    pub actor: String,
    /// Identifier of what it was done on.
    pub subject: String,
    /// Where the page starts.
    pub after: Option<String>,
}

/// A page of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLog {
    pub slice: Slice<AuditRow>,
    /// The name of the one person it is narrowed to, who has not left meanwhile.
    pub actor: Option<String>,
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
pub const READINGS: &[&str] = &["person.export", "questionnaire.export", "tenant.export"];

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
    "contribution.merge",
    "contribution.propose",
    "contribution.reopen",
    "contribution.revise",
    "contribution.split",
    "contribution.support",
    "contribution.take_back",
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
    "extension.declare",
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
    "moderation.let_through",
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
    "processing.add",
    "processing.change",
    "processing.drop",
    "processing.restore",
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
    "questionnaire.answer",
    "questionnaire.change",
    "questionnaire.close",
    "questionnaire.correct",
    "questionnaire.create",
    "questionnaire.enter",
    "questionnaire.export",
    "questionnaire.extend",
    "questionnaire.invite",
    "questionnaire.open",
    "questionnaire.remove",
    "registration.cancel",
    "registration.change",
    "registration.check_in",
    "registration.check_out",
    "registration.forget",
    "registration.forget_needs",
    "registration.make",
    "registration.move_up",
    "registration.open",
    "registration.remind",
    "report.add_expense",
    "report.remove_expense",
    "report.save",
    "report.submit",
    "role.grant",
    "role.revoke",
    "session.close",
    "session.open",
    "settings.change",
    "settings.first_held",
    "settings.logo",
    "settings.needs",
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
    async fn audit_log(&self, wanted: AuditWanted) -> Outcome<AuditLog>;
}
