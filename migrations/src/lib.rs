//! Schema steps, additive first, never edited once merged.

mod m0001_ground;
mod m0002_process;
mod m0010_process_life;
mod m0011_audit_subject;
mod m0020_contribution;
mod m0026_document;
mod m0027_agreement;
mod m0030_organ;
mod m0031_meeting;
mod m0050_proposal_document;
mod m0051_outcome;
mod m0060_console;
mod m0070_feedback;
mod m0073_organ_rules;
mod m0080_taking_part;
mod m0082_extension_queue;
mod m0083_party_language;
mod m0084_words_of;
mod m0085_tighter;
mod m0087_opinion_content;
mod m0091_one_seat;
mod m0100_one_pending;
mod m0120_references;
mod m0130_draft;
mod m0140_agenda;
mod m0150_observatory;
mod m0151_settled;
mod m0152_phase_moved;
mod m0170_logo;
mod m0220_outcome_followed;
mod m0221_signatures;
mod m0230_document_vote;
mod m0231_organ_remark;
mod m0240_minutes_approval;
mod m0241_privacy_question;
mod m0242_privacy_refusal;
mod m0243_narrower;
mod m0244_round_closed;
mod m0249_identity_provider;
mod m0250_oidc;
mod m0260_identification;
mod m0261_deletion;
mod m0262_processing;
mod m0265_contribution_once;
mod m0266_contribution_version;
mod m0267_contribution_receipt;
mod m0268_comment_recent;
mod m0269_appeal;
mod m0275_registration;
mod m0285_request_paused;
mod m0286_organ_invitation;
mod m0290_answered_as;
mod m0291_round_paused;
mod m0292_drafts_unnamed;
mod m0300_questionnaire;
mod m0310_comment_thread;
mod m0311_first_words;
mod m0330_signed_agreement;
mod m0331_versions_given;
mod m0332_one_registration;
mod m0333_questionnaire_results;
mod m0335_file_taken_in;
mod m0340_contribution_origin;
mod m0341_one_act;
mod m0342_contribution_return;
mod m0343_audit_narrowed;
mod reference;
mod wall;

use sea_orm_migration::prelude::*;

/// Every step, in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_ground::Migration),
            Box::new(m0002_process::Migration),
            Box::new(m0010_process_life::Migration),
            Box::new(m0011_audit_subject::Migration),
            Box::new(m0020_contribution::Migration),
            Box::new(m0026_document::Migration),
            Box::new(m0027_agreement::Migration),
            Box::new(m0030_organ::Migration),
            Box::new(m0031_meeting::Migration),
            Box::new(m0050_proposal_document::Migration),
            Box::new(m0051_outcome::Migration),
            Box::new(m0060_console::Migration),
            Box::new(m0070_feedback::Migration),
            Box::new(m0073_organ_rules::Migration),
            Box::new(m0080_taking_part::Migration),
            Box::new(m0082_extension_queue::Migration),
            Box::new(m0083_party_language::Migration),
            Box::new(m0085_tighter::Migration),
            Box::new(m0084_words_of::Migration),
            Box::new(m0087_opinion_content::Migration),
            Box::new(m0091_one_seat::Migration),
            Box::new(m0100_one_pending::Migration),
            Box::new(m0120_references::Migration),
            Box::new(m0130_draft::Migration),
            Box::new(m0140_agenda::Migration),
            Box::new(m0150_observatory::Migration),
            Box::new(m0151_settled::Migration),
            Box::new(m0152_phase_moved::Migration),
            Box::new(m0170_logo::Migration),
            Box::new(m0220_outcome_followed::Migration),
            Box::new(m0221_signatures::Migration),
            Box::new(m0230_document_vote::Migration),
            Box::new(m0231_organ_remark::Migration),
            Box::new(m0240_minutes_approval::Migration),
            Box::new(m0241_privacy_question::Migration),
            Box::new(m0242_privacy_refusal::Migration),
            Box::new(m0243_narrower::Migration),
            Box::new(m0244_round_closed::Migration),
            Box::new(m0249_identity_provider::Migration),
            Box::new(m0250_oidc::Migration),
            Box::new(m0260_identification::Migration),
            Box::new(m0261_deletion::Migration),
            Box::new(m0262_processing::Migration),
            Box::new(m0265_contribution_once::Migration),
            Box::new(m0266_contribution_version::Migration),
            Box::new(m0267_contribution_receipt::Migration),
            Box::new(m0268_comment_recent::Migration),
            Box::new(m0269_appeal::Migration),
            Box::new(m0275_registration::Migration),
            Box::new(m0285_request_paused::Migration),
            Box::new(m0286_organ_invitation::Migration),
            Box::new(m0290_answered_as::Migration),
            Box::new(m0291_round_paused::Migration),
            Box::new(m0292_drafts_unnamed::Migration),
            Box::new(m0300_questionnaire::Migration),
            Box::new(m0310_comment_thread::Migration),
            Box::new(m0311_first_words::Migration),
            Box::new(m0330_signed_agreement::Migration),
            Box::new(m0331_versions_given::Migration),
            Box::new(m0332_one_registration::Migration),
            Box::new(m0333_questionnaire_results::Migration),
            Box::new(m0335_file_taken_in::Migration),
            Box::new(m0340_contribution_origin::Migration),
            Box::new(m0341_one_act::Migration),
            Box::new(m0342_contribution_return::Migration),
            Box::new(m0343_audit_narrowed::Migration),
        ]
    }
}
