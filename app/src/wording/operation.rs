//! Operations of the audit log in words.

use crate::i18n::*;

/// A match from codes to words of the namespace `operation`.
macro_rules! words {
    ($l:ident, $code:ident; $($text:literal => $key:ident,)*) => {
        match $code {
            $($text => Some(td_string!($l, operation.$key).to_string()),)*
            _ => None,
        }
    };
}

/// `document.protocol`, or the endpoint `documents/protocol` of a refused call, as people read it; a code without
/// words stays as it is.
pub(crate) fn operation_words(l: Locale, code: &str) -> String {
    let plain = code.replace('/', ".").replace('-', "_");
    let (noun, verb) = plain.split_once('.').unwrap_or((&plain, ""));
    match (subject_words(l, noun), verb_words(l, verb)) {
        (Some(noun), Some(verb)) => format!("{noun}: {verb}"),
        _ => code.to_owned(),
    }
}

/// A concept, in the singular or the plural: `document`, `documents`.
pub(crate) fn subject_words(l: Locale, noun: &str) -> Option<String> {
    noun_words(l, noun).or_else(|| noun_words(l, noun.strip_suffix('s')?))
}

fn noun_words(l: Locale, noun: &str) -> Option<String> {
    words! { l, noun;
        "act" => noun_act,
        "action_sheet" => noun_action_sheet,
        "agenda" => noun_agenda,
        "agreement" => noun_agreement,
        "agreement_party" => noun_agreement_party,
        "attendance" => noun_attendance,
        "call" => noun_call,
        "comment" => noun_comment,
        "contribution" => noun_contribution,
        "demo" => noun_demo,
        "document" => noun_document,
        "extension" => noun_extension,
        "feedback" => noun_feedback,
        "guarantor" => noun_guarantor,
        "identity" => noun_identity,
        "identity_provider" => noun_identity_provider,
        "invitation" => noun_invitation,
        "meeting" => noun_meeting,
        "member" => noun_member,
        "minutes" => noun_minutes,
        "moderation" => noun_moderation,
        "observatory" => noun_observatory,
        "observatory_record" => noun_observatory,
        "organ" => noun_organ,
        "outcome" => noun_outcome,
        "page" => noun_page,
        "paper" => noun_paper,
        "people" => noun_people,
        "person" => noun_person,
        "process" => noun_process,
        "processing" => noun_processing,
        "proposal_document" => noun_proposal_document,
        "questionnaire" => noun_questionnaire,
        "registration" => noun_registration,
        "report" => noun_report,
        "role" => noun_role,
        "session" => noun_session,
        "setting" => noun_setting,
        "space" => noun_space,
        "staff" => noun_staff,
        "synthesis" => noun_synthesis,
        "table" => noun_table,
        "tenant" => noun_tenant,
        "work" => noun_work,
    }
}

fn verb_words(l: Locale, verb: &str) -> Option<String> {
    words! { l, verb;
        "accept" => verb_accept,
        "acknowledge" => verb_acknowledge,
        "act" => verb_act,
        "add" => verb_add,
        "add_expense" => verb_add_expense,
        "annotate" => verb_annotate,
        "answer" => verb_answer,
        "appeal" => verb_appeal,
        "apply" => verb_apply,
        "approve" => verb_approve,
        "attach" => verb_attach,
        "begin" => verb_begin,
        "cancel" => verb_cancel,
        "change" => verb_change,
        "check" => verb_check,
        "check_in" => verb_check_in,
        "check_out" => verb_check_out,
        "close" => verb_close,
        "comment" => verb_comment,
        "communicate" => verb_communicate,
        "confirm_file" => verb_confirm_file,
        "constitute" => verb_constitute,
        "convene" => verb_convene,
        "correct" => verb_correct,
        "create" => verb_create,
        "decide" => verb_decide,
        "declare" => verb_declare,
        "declare_age" => verb_declare_age,
        "delete" => verb_delete,
        "detach" => verb_detach,
        "discard" => verb_discard,
        "dismiss" => verb_dismiss,
        "dissent" => verb_dissent,
        "draft" => verb_draft,
        "edit" => verb_edit,
        "edit_phase" => verb_edit_phase,
        "edit_sheet" => verb_edit_sheet,
        "edit_times" => verb_edit_times,
        "enter" => verb_enter,
        "erase" => verb_erase,
        "export" => verb_export,
        "extend" => verb_extend,
        "first_held" => verb_first_held,
        "follow" => verb_follow,
        "forget" => verb_forget,
        "forget_needs" => verb_forget_needs,
        "remind" => verb_remind,
        "grant" => verb_grant,
        "hide" => verb_hide,
        "hold" => verb_hold,
        "invite" => verb_invite,
        "join" => verb_join,
        "drop" => verb_drop,
        "keep" => verb_keep,
        "lapse" => verb_lapse,
        "let_through" => verb_let_through,
        "see" => verb_see,
        "unapprove" => verb_unapprove,
        "load" => verb_load,
        "logo" => verb_logo,
        "make" => verb_make,
        "merge" => verb_merge,
        "mark_read" => verb_mark_read,
        "move" => verb_move,
        "move_up" => verb_move_up,
        "needs" => verb_needs,
        "open" => verb_open,
        "ask_privacy_officer" => verb_ask_privacy_officer,
        "override_personal_data" => verb_override_personal_data,
        "uphold_personal_data" => verb_uphold_personal_data,
        "plan" => verb_plan,
        "preferences" => verb_preferences,
        "propose" => verb_propose,
        "protocol" => verb_protocol,
        "publish" => verb_publish,
        "reopen" => verb_reopen,
        "reorder" => verb_reorder,
        "read" => verb_read,
        "receipt" => verb_receipt,
        "record_opinion" => verb_record_opinion,
        "refuse_appeal" => verb_refuse_appeal,
        "register" => verb_register,
        "remark" => verb_remark,
        "remove" => verb_remove,
        "remove_expense" => verb_remove_expense,
        "remove_logo" => verb_remove_logo,
        "remove_party" => verb_remove_party,
        "renew_party" => verb_renew_party,
        "replace" => verb_replace,
        "report" => verb_report,
        "request" => verb_request,
        "reset" => verb_reset,
        "restore" => verb_restore,
        "resume" => verb_resume,
        "revise" => verb_revise,
        "revoke" => verb_revoke,
        "rewrite" => verb_rewrite,
        "rules" => verb_rules,
        "save" => verb_save,
        "send" => verb_send,
        "send_link" => verb_send_link,
        "send_to_table" => verb_send_to_table,
        "split" => verb_split,
        "start_notice" => verb_start_notice,
        "step" => verb_step,
        "submit" => verb_submit,
        "support" => verb_support,
        "suspend" => verb_suspend,
        "switch_off" => verb_switch_off,
        "switch_on" => verb_switch_on,
        "take_back" => verb_take_back,
        "try" => verb_try,
        "unfollow" => verb_unfollow,
        "upload" => verb_upload,
        "vote" => verb_vote,
        "withdraw" => verb_withdraw,
        "withdraw_support" => verb_withdraw_support,
        "write" => verb_write,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::audit::ACTIONS;

    #[test]
    fn operations_read_as_words() {
        assert_eq!(operation_words(Locale::it, "session.open"), "Sessione: apertura");
        assert_eq!(operation_words(Locale::en, "agreements/send-link"), "Formal agreement: sending of the link");
        assert_eq!(operation_words(Locale::it, "settings.change"), "Impostazioni: modifica");
        assert_eq!(operation_words(Locale::it, "unheard.of"), "unheard.of");
    }

    #[test]
    fn every_action_has_words() {
        for action in ACTIONS {
            assert_ne!(operation_words(Locale::en, action), *action, "words for {action}");
        }
    }
}
