//! Pages of a tenant's host.

use super::{Entry, no_such_page};
use crate::{
    i18n::*,
    pages::{
        actions, agreement, contributions, documents, identity, meetings, minutes, moderation, observatory, organs,
        outcome, people, process, processing, proposal_document, questionnaires, report, site, space, staff, tables,
        work,
    },
    paths,
    visit::Visit,
};
use domain::{role::Role, tenant::TenantState};
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route},
    path,
};

pub(super) fn pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=no_such_page>
            <Route path=path!("/") view=site::Home/>
            <Route path=path!("/accedi") view=people::SignInPage/>
            <Route path=path!("/accedi/codice") view=people::CodePage/>
            <Route path=path!("/percorsi/:slug/accordo") view=agreement::AgreementPage/>
            <Route path=path!("/lavoro/percorsi/:slug/accordo") view=agreement::AgreementDeskPage/>
            <Route path=path!("/accordo/:token") view=agreement::SigningPage/>
            <Route path=path!("/documenti") view=documents::DocumentsPage/>
            <Route path=path!("/percorsi/:slug/documenti") view=documents::PathDocumentsPage/>
            <Route path=path!("/lavoro/percorsi/:slug/documenti") view=documents::DocumentDeskPage/>
            <Route path=path!("/lavoro/documenti/:id") view=documents::DocumentPage/>
            <Route path=path!("/proposte") view=contributions::ContributionsPage/>
            <Route path=path!("/proposte/nuova") view=contributions::ProposePage/>
            <Route path=path!("/proposte/simili") view=contributions::SimilarPage/>
            <Route path=path!("/proposte/:id") view=contributions::ContributionPage/>
            <Route path=path!("/proposte/:id/modifica") view=contributions::RevisePage/>
            <Route path=path!("/proposte/:id/versioni") view=contributions::ContributionVersionsPage/>
            <Route path=path!("/ricevuta") view=contributions::ReceiptFormPage/>
            <Route path=path!("/ricevuta/:code") view=contributions::ReceiptPage/>
            <Route path=path!("/lavoro/percorsi/:slug/raccolta") view=contributions::AssistedPage/>
            <Route path=path!("/questionari") view=questionnaires::QuestionnairesPage/>
            <Route path=path!("/questionari/invito/:key") view=questionnaires::InvitedAnswerPage/>
            <Route path=path!("/questionari/ricevuta/:answer") view=questionnaires::AnswerReceiptPage/>
            <Route path=path!("/questionari/:id") view=questionnaires::AnswerPage/>
            <Route path=path!("/questionari/:id/risultati") view=questionnaires::ResultsPage/>
            <Route path=path!("/lavoro/percorsi/:slug/questionari") view=questionnaires::QuestionnaireDeskPage/>
            <Route path=path!("/lavoro/questionari/:id") view=questionnaires::QuestionnaireWorkPage/>
            <Route path=path!("/lavoro/questionari/:id/anteprima") view=questionnaires::PreviewPage/>
            <Route path=path!("/lavoro/questionari/:id/domanda") view=questionnaires::QuestionPage/>
            <Route path=path!("/lavoro/questionari/:id/carta") view=questionnaires::PaperPage/>
            <Route path=path!("/percorsi/:slug/tavoli") view=tables::TablesPage/>
            <Route path=path!("/percorsi/:slug/tavoli/:table") view=tables::TablePage/>
            <Route path=path!("/lavoro/percorsi/:slug/tavoli") view=tables::TableDeskPage/>
            <Route path=path!("/lavoro/percorsi/:slug/tavoli/:table") view=tables::SynthesisDeskPage/>
            <Route path=path!("/lavoro/percorsi/:slug/risposte") view=contributions::AnswersPage/>
            <Route path=path!("/lavoro/percorsi/:slug/risposte/insieme") view=contributions::TogetherPage/>
            <Route path=path!("/lavoro/percorsi/:slug/risposte/unisci") view=contributions::MergePage/>
            <Route path=path!("/lavoro/percorsi/:slug/risposte/dividi") view=contributions::SplitPage/>
            <Route path=path!("/lavoro/moderazione") view=moderation::ModerationPage/>
            <Route path=path!("/lavoro/moderazione/testi") view=moderation::TextsPage/>
            <Route path=path!("/lavoro/moderazione/riesami") view=moderation::AppealsPage/>
            <Route path=path!("/spazio/riesame/:kind/:id") view=moderation::AppealPage/>
            <Route path=path!("/moderazione") view=moderation::RegisterPage/>
            <Route path=path!("/spazio") view=space::SpacePage/>
            <Route path=path!("/spazio/dati") view=space::OwnDataPage/>
            <Route path=path!("/spazio/accesso") view=space::WaysInPage/>
            <Route path=path!("/spazio/incontri") view=space::MyMeetingsPage/>
            <Route path=path!("/spazio/cancella") view=space::ErasePage/>
            <Route path=path!("/azioni") view=actions::ActionsPage/>
            <Route path=path!("/azioni/:code") view=actions::ActionPage/>
            <Route path=path!("/percorsi") view=process::ProcessListPage/>
            <Route path=path!("/percorsi/:slug") view=process::ProcessPage/>
            <Route path=path!("/lavoro") view=work::TodayPage/>
            <Route path=path!("/lavoro/percorsi/nuovo") view=process::NewProcessPage/>
            <Route path=path!("/lavoro/percorsi/:slug") view=process::WorkspacePage/>
            <Route path=path!("/lavoro/percorsi/:slug/scheda") view=process::SheetPage/>
            <Route path=path!("/lavoro/percorsi/:slug/tempi") view=process::TimesPage/>
            <Route path=path!("/lavoro/percorsi/:slug/avvio") view=process::StartPage/>
            <Route path=path!("/lavoro/percorsi/:slug/atti") view=process::ActsPage/>
            <Route path=path!("/lavoro/percorsi/:slug/proroghe") view=process::ExtensionsPage/>
            <Route path=path!("/lavoro/percorsi/:slug/osservatorio") view=observatory::RecordPage/>
            <Route path=path!("/percorsi/:slug/documento") view=proposal_document::PublicDocumentPage/>
            <Route path=path!("/percorsi/:slug/decisioni") view=outcome::DecisionsPage/>
            <Route path=path!("/percorsi/:slug/relazione") view=report::PublicReportPage/>
            <Route path=path!("/lavoro/percorsi/:slug/documento") view=proposal_document::DocumentEditorPage/>
            <Route path=path!("/lavoro/percorsi/:slug/documento/versioni") view=proposal_document::VersionsPage/>
            <Route path=path!("/lavoro/percorsi/:slug/documento/proposte/nuova") view=proposal_document::NewProposalPage/>
            <Route path=path!("/lavoro/percorsi/:slug/documento/proposte/:number") view=proposal_document::ProposalEditorPage/>
            <Route path=path!("/lavoro/percorsi/:slug/esito") view=outcome::OutcomeEditorPage/>
            <Route path=path!("/lavoro/percorsi/:slug/relazione") view=report::ReportEditorPage/>
            <Route path=path!("/dev/mail") view=people::KeptMailPage/>
            <Route path=path!("/invito/:key") view=staff::InvitationPage/>
            <Route path=path!("/lavoro/persone") view=staff::StaffPage/>
            <Route path=path!("/lavoro/impostazioni") view=staff::SettingsPage/>
            <Route path=path!("/lavoro/registro") view=staff::AuditPage/>
            <Route path=path!("/lavoro/identita") view=identity::IdentityProvidersPage/>
            <Route path=path!("/lavoro/identita/nuovo") view=identity::NewIdentityProviderPage/>
            <Route path=path!("/lavoro/identita/livelli") view=identity::NeedsPage/>
            <Route path=path!("/lavoro/identita/:id") view=identity::IdentityProviderPage/>
            <Route path=path!("/lavoro/trattamenti") view=processing::RegisterPage/>
            <Route path=path!("/lavoro/trattamenti/nuovo") view=processing::NewActivityPage/>
            <Route path=path!("/lavoro/trattamenti/conservazione") view=processing::RetentionPage/>
            <Route path=path!("/lavoro/trattamenti/:code") view=processing::ActivityPage/>
            <Route path=path!("/privacy") view=site::Privacy/>
            <Route path=path!("/note-legali") view=site::LegalNotes/>
            <Route path=path!("/accessibilita") view=site::Accessibility/>
            <Route path=path!("/lavoro/segnalazioni") view=site::FeedbackList/>
            <Route path=path!("/calendario") view=meetings::CalendarPage/>
            <Route path=path!("/percorsi/:slug/incontri") view=meetings::PathMeetingsPage/>
            <Route path=path!("/percorsi/:slug/chi-fa-cosa") view=organs::WhoDoesWhatPage/>
            <Route path=path!("/percorsi/:slug/chi-fa-cosa/osservazioni") view=organs::RemarksPage/>
            <Route path=path!("/incontri/:id") view=meetings::MeetingPage/>
            <Route path=path!("/incontri/:id/verbale") view=minutes::MinutesPage/>
            <Route path=path!("/inviti/organi/:id") view=organs::MemberInvitationPage/>
            <Route path=path!("/lavoro/percorsi/:slug/organi") view=organs::OrganDeskPage/>
            <Route path=path!("/lavoro/percorsi/:slug/incontri") view=meetings::MeetingDeskPage/>
            <Route path=path!("/lavoro/incontri/:id") view=meetings::MeetingWorkPage/>
            <Route path=path!("/lavoro/incontri/:id/iscritti") view=meetings::RegistrationsPage/>
            <Route path=path!("/lavoro/incontri/:id/presenze") view=meetings::AttendancePage/>
            <Route path=path!("/lavoro/incontri/:id/verbale") view=minutes::MinutesWorkPage/>
        </FlatRoutes>
    }
}

/// The pages of a suspended tenant: signing in, what is owed to visitors always, and one that says so.
pub(super) fn closed_pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=site::Suspended>
            <Route path=path!("/accedi") view=people::SignInPage/>
            <Route path=path!("/accedi/codice") view=people::CodePage/>
            <Route path=path!("/dev/mail") view=people::KeptMailPage/>
            <Route path=path!("/privacy") view=site::Privacy/>
            <Route path=path!("/note-legali") view=site::LegalNotes/>
            <Route path=path!("/accessibilita") view=site::Accessibility/>
        </FlatRoutes>
    }
}

pub(super) fn menu(visit: &Visit) -> Vec<Entry> {
    let mut entries: Vec<Entry> = vec![(|l| td_string!(l, common.home).to_string(), paths::HOME.to_owned())];
    if visit.place.state == TenantState::Suspended {
        return entries;
    }
    entries.push((|l| td_string!(l, contribution.proposals).to_string(), paths::CONTRIBUTIONS.to_owned()));
    entries.push((|l| td_string!(l, questionnaire.questionnaires).to_string(), paths::QUESTIONNAIRES.to_owned()));
    entries.push((|l| td_string!(l, process.paths).to_string(), paths::PROCESSES.to_owned()));
    if visit.place.has_agenda {
        entries.push((|l| td_string!(l, action.actions).to_string(), paths::ACTIONS.to_owned()));
    }
    entries.push((|l| td_string!(l, meeting.calendar).to_string(), paths::CALENDAR.to_owned()));
    entries.push((|l| td_string!(l, document.documents).to_string(), paths::DOCUMENTS.to_owned()));
    if visit.is_staff() {
        entries.push((|l| td_string!(l, common.work).to_string(), paths::WORK.to_owned()));
    }
    entries
}

/// The pages of work that belong to no path, for who may open them.
pub(crate) fn offices(visit: &Visit) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    if visit.is(Role::Moderator) {
        entries.push((|l| td_string!(l, moderation.moderation).to_string(), paths::MODERATION.to_owned()));
    }
    if visit.is(Role::TenantAdmin) {
        entries.push((|l| td_string!(l, invitation.people).to_string(), paths::STAFF.to_owned()));
        entries.push((|l| td_string!(l, settings.title).to_string(), paths::SETTINGS.to_owned()));
        entries.push((|l| td_string!(l, site.feedback_list).to_string(), paths::FEEDBACK.to_owned()));
    }
    if visit.is(Role::TenantAdmin) || visit.is(Role::PrivacyOfficer) {
        entries.push((|l| td_string!(l, processing.register).to_string(), paths::PROCESSING_REGISTER.to_owned()));
    }
    if visit.is(Role::PrivacyOfficer) {
        entries.push((|l| td_string!(l, audit.title).to_string(), paths::AUDIT.to_owned()));
    }
    entries
}
