//! Where every query on a tenant's table starts: with the tenant.

use crate::auth::{PlatformScope, TenantScope};
use sea_orm::{
    ColumnTrait, DeleteMany, EntityTrait, QueryFilter, Select, UpdateMany,
    sea_query::{Expr, SelectStatement},
};
use uuid::Uuid;

/// A table whose rows belong to a tenant.
pub(super) trait TenantOwned: EntityTrait {
    /// The column that says whose row it is.
    const TENANT: Self::Column;
}

/// The rows of the scope's tenant.
#[expect(clippy::disallowed_methods, reason = "the one place that may: it adds the tenant")]
pub(super) fn scoped<E: TenantOwned>(scope: &TenantScope) -> Select<E> {
    E::find().filter(E::TENANT.eq(tenant(scope)))
}

/// A change of rows of the scope's tenant.
#[expect(clippy::disallowed_methods, reason = "the one place that may: it adds the tenant")]
pub(super) fn scoped_update<E: TenantOwned>(scope: &TenantScope) -> UpdateMany<E> {
    E::update_many().filter(E::TENANT.eq(tenant(scope)))
}

/// A removal of rows of the scope's tenant.
#[expect(clippy::disallowed_methods, reason = "the one place that may: it adds the tenant")]
pub(super) fn scoped_delete<E: TenantOwned>(scope: &TenantScope) -> DeleteMany<E> {
    E::delete_many().filter(E::TENANT.eq(tenant(scope)))
}

/// The rows of every tenant, for reading alone.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that may: only coordinators and the guarantor hold the scope"
)]
pub(super) fn over_tenants<E: TenantOwned>(_: &PlatformScope) -> Select<E> {
    E::find()
}

/// A question with one answer, as a value in another.
pub(super) fn scalar(question: SelectStatement) -> Expr {
    Expr::SubQuery(None, Box::new(question.into()))
}

/// The tenant as it is stored.
pub(super) fn tenant(scope: &TenantScope) -> Uuid {
    scope.tenant().0
}

macro_rules! tenant_owned {
    ($($entity:ident),* $(,)?) => {$(
        impl TenantOwned for super::entities::$entity::Entity {
            const TENANT: Self::Column = super::entities::$entity::Column::TenantId;
        }
    )*};
}

tenant_owned!(
    act,
    attempt,
    audit_entry,
    deletion,
    document,
    document_annotation,
    document_vote,
    draft,
    extension,
    identity_provider,
    invitation,
    logout_token,
    mail,
    meeting,
    meeting_attendee,
    meeting_paper,
    minutes,
    minutes_addendum,
    minutes_approval,
    minutes_comment,
    oidc_sign_in,
    organ,
    organ_delegate,
    organ_member,
    organ_remark,
    organ_rule,
    person,
    person_identity,
    process,
    process_deadline,
    process_event,
    process_phase,
    processing_activity,
    registration,
    role_grant,
    session,
    sign_in_code,
    work_visit,
);
tenant_owned!(
    comment,
    contribution,
    contribution_addition,
    contribution_origin,
    contribution_read,
    contribution_receipt,
    contribution_return,
    contribution_version,
    contribution_word,
    feedback,
    follow,
    moderation_appeal,
    moderation_entry,
    report,
    support,
    synthesis,
    synthesis_source,
    thematic_table
);
tenant_owned!(
    questionnaire,
    questionnaire_answer,
    questionnaire_invitation,
    questionnaire_participation,
    questionnaire_result,
);
tenant_owned!(action_move, action_sheet, agenda);
tenant_owned!(agreement, agreement_party, agreement_signature, agreement_text);
tenant_owned!(
    final_report,
    observatory_record,
    outcome,
    proposal_decision,
    proposal_document,
    proposal_document_version,
    proposal_origin,
    report_expense,
    validation_decision,
    validation_round,
);
