//! Everything that somebody can do.

use crate::code::coded;

coded! {
    /// One kind of act that needs permission; `policy::permits` says whose.
    pub enum Action {
        /// Read published pages, papers and proposals.
        ReadPublic = "read_public",
        /// Propose while the phase is open.
        Propose = "propose",
        /// Comment on a proposal.
        Comment = "comment",
        /// Support a proposal once.
        Support = "support",
        /// Follow a proposal.
        Follow = "follow",
        /// Report a proposal or a comment to the moderators.
        Report = "report",
        /// Apply for a seat at a table, for an organisation.
        ApplyAsMember = "apply_as_member",
        /// Hide with a reason, and restore.
        Moderate = "moderate",
        /// Decide on the appeal of an author whose text somebody else hid.
        ReviewAppeals = "review_appeals",
        /// Write down a contribution for somebody without an account.
        EnterContribution = "enter_contribution",
        /// Answer a contribution.
        AnswerContribution = "answer_contribution",
        /// Merge contributions into one, divide one, and take that back.
        CombineContributions = "combine_contributions",
        /// Read a process before it is public, with its papers in preparation.
        ReadDrafts = "read_drafts",
        /// Create a process.
        CreateProcess = "create_process",
        /// Edit the project sheet.
        EditSheet = "edit_sheet",
        /// Register an administrative act.
        RegisterAct = "register_act",
        /// Declare a designed process ready.
        MakeReady = "make_ready",
        /// Start the process formally.
        StartProcess = "start_process",
        /// Open a new cycle of a permanent process.
        OpenCycle = "open_cycle",
        /// Open the phase of contributions.
        OpenContributions = "open_contributions",
        /// Close the phase of contributions.
        CloseContributions = "close_contributions",
        /// Conclude the process.
        ConcludeProcess = "conclude_process",
        /// Record the impact on the decision.
        RecordImpact = "record_impact",
        /// Start the monitoring of what was decided.
        StartMonitoring = "start_monitoring",
        /// Archive a monitored process.
        ArchiveProcess = "archive_process",
        /// Suspend and resume a process.
        SuspendProcess = "suspend_process",
        /// Withdraw a process.
        WithdrawProcess = "withdraw_process",
        /// Draft an extension request.
        DraftExtension = "draft_extension",
        /// Ask for an extension.
        AskExtension = "ask_extension",
        /// Grant, reduce or refuse an extension; the pack narrows who.
        DecideExtension = "decide_extension",
        /// Write the text of the agreement.
        WriteAgreement = "write_agreement",
        /// Invite a party to the agreement.
        InviteParty = "invite_party",
        /// Admit, refuse and remove members of an organ.
        ManageMembers = "manage_members",
        /// Plan, call, hold and cancel meetings.
        ManageMeetings = "manage_meetings",
        /// Register for a meeting.
        RegisterForMeeting = "register_for_meeting",
        /// Build, open and close questionnaires, and read what came of them.
        ManageQuestionnaires = "manage_questionnaires",
        /// Write down the answers that came on paper.
        EnterAnswers = "enter_answers",
        /// Answer a questionnaire for those who signed in.
        AnswerQuestionnaire = "answer_questionnaire",
        /// Read who attended a meeting, by name.
        ReadAttendance = "read_attendance",
        /// Read the papers of an organ.
        ReadOrganPapers = "read_organ_papers",
        /// File a remark or an opinion on a process, for the guarantee committee.
        FileRemark = "file_remark",
        /// Write the draft of minutes.
        WriteMinutes = "write_minutes",
        /// Comment on minutes in their days.
        CommentMinutes = "comment_minutes",
        /// Approve minutes for an organisation that sits on the body.
        ApproveAsMember = "approve_as_member",
        /// Record that minutes are approved, and publish them.
        ApproveMinutes = "approve_minutes",
        /// Add an addendum to approved minutes.
        AddAddendum = "add_addendum",
        /// Edit the thematic tables.
        EditTables = "edit_tables",
        /// Write a synthesis of what a table gathered.
        WriteSynthesis = "write_synthesis",
        /// Compose the proposal document.
        ComposeDocument = "compose_document",
        /// Record the table's opinion on the proposal document.
        RecordTableOpinion = "record_table_opinion",
        /// Vote on the proposal document, for an organisation.
        VoteOnDocument = "vote_on_document",
        /// Override a finding of personal data, with a reason.
        OverridePersonalData = "override_personal_data",
        /// Submit the proposal document.
        SubmitDocument = "submit_document",
        /// Read what was submitted to the guarantor.
        ReadSubmitted = "read_submitted",
        /// Ask integrations, validate or refuse the proposal document.
        ValidateDocument = "validate_document",
        /// Send the validated document to the decision body.
        SendToBody = "send_to_body",
        /// Record the acknowledgement.
        RecordAcknowledgement = "record_acknowledgement",
        /// Decide each proposal on its merits.
        DecideProposals = "decide_proposals",
        /// Write the final report and its expenses.
        WriteReport = "write_report",
        /// Read the part of the report that is never published.
        ReadPrivateAnnex = "read_private_annex",
        /// Upload a document.
        UploadDocument = "upload_document",
        /// Record a document's protocol data.
        ProtocolDocument = "protocol_document",
        /// Annotate a document.
        AnnotateDocument = "annotate_document",
        /// Make an action sheet of a proposal that the body accepted in part.
        MakeActionSheet = "make_action_sheet",
        /// Update an action sheet of the agenda.
        UpdateActionSheet = "update_action_sheet",
        /// Invite people to the tenant and grant roles.
        ManagePeople = "manage_people",
        /// Change the tenant's settings.
        ChangeSettings = "change_settings",
        /// Read what visitors reported about the site, on its own host.
        ReadFeedback = "read_feedback",
        /// Keep the register of processing activities, and read what was deleted by itself.
        KeepRegister = "keep_register",
        /// Read the audit log.
        ReadAudit = "read_audit",
        /// Export all of a tenant.
        ExportTenant = "export_tenant",
        /// Create a tenant.
        CreateTenant = "create_tenant",
        /// Suspend and resume a tenant.
        SuspendTenant = "suspend_tenant",
        /// Invite the first administrator of a tenant.
        InviteAdmin = "invite_admin",
        /// Read the open deadlines of all tenants.
        ReadAllDeadlines = "read_all_deadlines",
        /// Read the guarantor's queue over all tenants.
        ReadGuarantorQueue = "read_guarantor_queue",
    }
}
