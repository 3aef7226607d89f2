//! The rules of participatory local digital agendas: ids, roles, state machines, policy, parsed input.
//! No I/O, no async, no clock: time is always an argument.
//!
//! # Glossary
//!
//! One word for each concept, the same in types, tables, routes and keys. Words without a link have no type here.
//!
//! | Italian | Meaning | Word in the code |
//! |---|---|---|
//! | Agenda Digitale Locale (ADL) | the local body's digital strategy, adopted by formal act | local digital agenda: [`agenda`] |
//! | Agenda Sociale Locale, AGIO | an agenda that joins welfare and digital | [`agenda::AgendaKind::Social`]; [`pack::Family::TwoStep`], [`tenant::Template::Agio`] |
//! | Asse, sfida | axis that groups actions of an agenda | agenda axis; in a permanent process a [`id::TableId`] |
//! | Scheda azione | one action of an agenda | action sheet: [`action_sheet`] |
//! | Profilo digitale | structured picture of the local digital state | digital profile |
//! | Profilo di welfare digitale | the same for welfare | welfare profile |
//! | Piano di zona | district social plan | zone plan initiative |
//! | DESIER | regional index of 60 indicators | indicator set |
//! | Unione di Comuni, Comune | union of municipalities, municipality | [`tenant::TenantKind`] |
//! | Processo (percorso) partecipativo | structured participation path about one decision | process: [`stage::Stage`], [`process`] |
//! | Scheda progetto | what a process says about itself | [`sheet::ProjectSheet`] |
//! | Bando | call for grants | funding call |
//! | Regole di una legge o di un bando | rules of one jurisdiction, as versioned data | [`pack::RulePack`] |
//! | Soggetto proponente, richiedente | applicant and grant beneficiary | proponent: [`party::PartyKind::Proponent`] |
//! | Ente responsabile, titolare della decisione | body that will decide; may differ from the proponent | decision body: [`party::PartyKind::DecisionBody`] |
//! | Responsabile del processo, referente | person answerable for the process | [`role::Role::ProcessOwner`] |
//! | Curatore, facilitatore di processo | neutral conductor of meetings | [`role::Role::ProcessFacilitator`] |
//! | Facilitatore digitale | helps citizens at a point; another role | [`role::Role::DigitalFacilitator`] |
//! | Accordo formale | one agreement of many parties on roles and activities | [`agreement::Agreement`] |
//! | Firmatario, sottoscrittore | party to the agreement | [`party::Party`] |
//! | Sospensione degli atti | commitment to suspend acts that would prejudge the outcome | suspension act: [`refusal::Blocker::SuspensionAct`] |
//! | Tavolo di Negoziazione (TdN) | table of organised actors | [`organ::OrganKind::NegotiationTable`] |
//! | Comitato di garanzia locale (CGL); once comitato di pilotaggio | independent watch on times, method, impartiality | [`organ::OrganKind::GuaranteeCommittee`] |
//! | Osservazione, parere del Comitato | what a member of the committee files | [`remark::NewRemark`] |
//! | Voto al Tavolo | an organisation's word on the proposal document | vote: [`table_vote`] |
//! | Cabina di regia | political and technical steering | steering group |
//! | Tavolo tematico | thematic working table | [`thematic_table::NewTable`] |
//! | Sintesi | a facilitator's summary of what a table gathered | [`thematic_table::NewSynthesis`] |
//! | Iscrizione, lista d’attesa, accoglienza | registration to a meeting, the list of who waits, checking in | [`registration::NewRegistration`], [`registration::free_seat`] |
//! | Questionario, risposta, versione | questionnaire, one person's answers, version | [`questionnaire::Definition`], [`questionnaire::Answers`] |
//! | Incontro, convocazione | meeting, its call | [`meeting::NewMeeting`], [`meeting::MeetingStep::Convene`] |
//! | Approvazione di un componente | a member's approval | [`minutes::Voice`] |
//! | Verbale, integrazione del verbale | minutes, addendum | [`minutes::Minutes`], [`minutes::NewAddendum`] |
//! | Contributo (on the site: proposta) | what a citizen proposes | [`contribution::NewContribution`] |
//! | Segnalazione, oscuramento, ripristino | report, hiding, restoring of a text | [`contribution::ModerationStep`] |
//! | Riscontro | the answer to a contribution | [`evaluation::Answer`] |
//! | Unione, divisione di proposte | several contributions become one, one becomes several | [`evaluation::Combining`] |
//! | Condivisione, apertura, chiusura, impatto | phases | sharing, opening, closing, impact: [`stage::Stage`] |
//! | Avvio formale, dichiarazione di avvio | formal start, communicated by PEC, and its notice | [`stage::Step::Start`], [`process::StartNotice`] |
//! | Proroga | extension of the end date | [`extension`] |
//! | Documento di proposta partecipata (DocPP) | final proposal document | [`proposal_document::ProposalDocument`] |
//! | Tecnico di garanzia della partecipazione (TdG) | regional guarantor | guarantor: [`role::Role::Guarantor`] |
//! | Certificazione di qualità | the guarantor's score before the process | quality certification |
//! | Validazione | the guarantor's check of the proposal document | validation: [`proposal_document::ValidationVerdict`] |
//! | Integrazione | what the guarantor asks to be added | [`proposal_document::ProposalDocumentStep::AskIntegration`] |
//! | Presa d'atto, recepimento | act that records process, document and validation; not the decision | acknowledgement: [`outcome`] |
//! | Decisione nel merito | acceptance, in part or whole, or rejection of each proposal | [`outcome::MeritDecision`] |
//! | Relazione finale | final narrative and financial report | [`report`] |
//! | Rendicontazione | accounting of expenses | [`report::Expense`] |
//! | Revoca del contributo | the grant taken back | revocation: [`revocation`] |
//! | Dare conto | accounting back to who took part | accounting back |
//! | Patto di collaborazione | collaboration pact with citizens | collaboration pact |
//! | Atto | administrative act | act: [`id::ActId`] |
//! | Protocollo, segnatura | official registration of a document, its stamp | [`protocol::ProtocolRegistration`] |
//! | Annotazione, annullamento | what may still be said of a protocolled document | [`protocol::NewAnnotation`] |
//! | Fascicolo informatico | digital case file (CAD, art. 41) | case file |
//! | PEC | certified e-mail | certified mail |
//! | Codice fiscale | fiscal code of a natural person | [`personal_data::is_fiscal_code`] |
//! | Responsabile della protezione dei dati (DPO) | privacy officer | [`role::Role::PrivacyOfficer`] |
//! | Giorno del patrono | a municipality's own holiday | [`calendar::PatronDay`] |
//! | Punto di facilitazione, sede | digital facilitation point | facilitation point |
//! | Servizio | a session held at a point | facilitation session |
//! | Fornitore di identità, livello di garanzia | who else says who somebody is, how surely | [`identity_provider::IdentityProvider`], [`assurance::Assurance`] |
//! | Riconoscimento | whose identity it is | [`recognition::recognise`] |
//! | Osservatorio Partecipazione | regional observatory of processes | observatory record: [`observatory::Record`] |

pub mod accent;
pub mod acknowledgement;
pub mod act;
pub mod action;
pub mod action_sheet;
pub mod agenda;
pub mod agreement;
pub mod appeal;
pub mod assurance;
pub mod calendar;
pub mod code;
mod content_edit;
pub mod contribution;
pub mod course;
pub mod deadline;
pub mod difference;
pub mod digest;
pub mod document;
pub mod document_content;
pub mod draft;
pub mod envelope;
pub mod evaluation;
pub mod extension;
pub mod feedback;
#[cfg(test)]
mod grid;
pub mod history;
pub mod id;
pub mod identification;
pub mod identity_provider;
pub mod invalid;
pub mod language;
pub mod logo;
pub mod meeting;
pub mod minutes;
pub mod money;
pub mod number;
pub mod observatory;
pub mod oidc_fault;
pub mod organ;
pub mod origin;
pub mod outcome;
pub mod pack;
#[cfg(test)]
mod pairs;
pub mod party;
pub mod personal_data;
pub mod policy;
pub mod process;
pub mod process_draft;
pub mod processing;
pub mod proposal_document;
pub mod protocol;
pub mod questionnaire;
pub mod reason;
pub mod receipt;
pub mod recognition;
pub mod refusal;
pub mod registration;
pub mod remark;
pub mod report;
pub mod requirement;
pub mod retention;
pub mod revocation;
pub mod role;
pub mod settings;
pub mod sheet;
pub mod sheet_field;
pub mod sign_in;
pub mod signatures;
mod slug;
pub mod staff;
pub mod stage;
pub mod submission;
pub mod table_vote;
pub mod tenant;
pub mod text;
pub mod thematic_table;
pub mod upload;
pub mod validation;
