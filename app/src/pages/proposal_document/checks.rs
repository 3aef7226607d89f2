//! What stands in the way: personal data with their places, and everything else that is missing.

use crate::{
    api::proposal_document::{AskPrivacyOfficer, AssessPersonalData},
    components::{Form, Hidden, Lack, MissingList, SelectField, Submit, TextArea},
    contract::proposal_document::DocumentView,
    format::date,
    i18n::*,
    paths,
    visit::locale,
    wording::finding_words,
};
use domain::{
    proposal_document::{ContentPlace, PersonalDataAnswer, PlacedFinding, ProposalDocumentState},
    reason::REASON_MAX,
    refusal::Blocker,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// How many characters are shown around a finding.
const AROUND: usize = 40;

pub(super) fn findings(view: &DocumentView) -> Option<AnyView> {
    let l = locale();
    let none = view.findings.is_empty();
    let nothing = none && view.take_out.is_none() && !view.rights.may_override;
    if nothing || !view.state.awaits_submission() {
        return None;
    }
    let rows = view.findings.iter().map(|found| finding(view, found)).collect_view();
    let lead = if view.rights.may_override {
        td_string!(l, proposal_document.findings_judge)
    } else {
        td_string!(l, proposal_document.findings_lead)
    };
    let rows = if none {
        let gone = || view! { <p>{td_string!(l, proposal_document.findings_gone)}</p> };
        view.rights.may_override.then(gone).into_any()
    } else {
        view! {
            <p>{lead}</p>
            <ul class="plain-list">{rows}</ul>
        }
        .into_any()
    };
    let cleared = view.cleared.as_ref().map(|reason| {
        view! {
            <p class="alert alert-info">{td_string!(l, proposal_document.cleared, reason = reason.to_string())}</p>
        }
    });
    let (slug, content) = (view.process.slug.clone(), view.sha256.to_string());
    let take_out = view.take_out.as_ref().filter(|_| view.cleared.is_none()).map(|reason| {
        view! {
            <p class="alert alert-warning">{td_string!(l, proposal_document.take_out, reason = reason.to_string())}</p>
        }
    });
    let asked = view.asked_on.filter(|_| view.cleared.is_none() && take_out.is_none() && !view.rights.may_override);
    let asked = asked.map(|on| {
        view! { <p class="alert alert-info">{td_string!(l, proposal_document.asked, on = date(on))}</p> }
    });
    let (of, about) = (slug.clone(), content.clone());
    let ask = view.rights.may_ask.then(|| {
        view! {
            <Form to=AskPrivacyOfficer::PATH>
                <Hidden name="slug" value=of/>
                <Hidden name="content" value=about/>
                <p class="form-text">{td_string!(l, proposal_document.ask_lead)}</p>
                <Submit kind="btn-outline-primary" label=td_string!(l, proposal_document.ask_button)/>
            </Form>
        }
    });
    let answers = PersonalDataAnswer::ALL.iter().map(|one| (one.code().to_owned(), answer_words(l, *one))).collect();
    let clear = view.rights.may_override.then(|| {
        view! {
            <h3>{td_string!(l, proposal_document.clear_title)}</h3>
            <p>{td_string!(l, proposal_document.clear_lead)}</p>
            <Form to=AssessPersonalData::PATH class="narrow">
                <Hidden name="slug" value=slug/>
                <Hidden name="content" value=content/>
                <SelectField name="answer" label=td_string!(l, proposal_document.clear_answer) options=answers ask=true/>
                <TextArea name="reason" label=td_string!(l, guarantor.reason) max=REASON_MAX/>
                <Submit label=td_string!(l, proposal_document.clear_button)/>
            </Form>
        }
    });
    Some(
        view! {
            <section class="section side-box" aria-labelledby="dati-personali">
                <h2 id="dati-personali">{td_string!(l, proposal_document.findings_title)}</h2>
                {rows}
                {cleared}
                {asked}
                {take_out}
                {ask}
                {clear}
            </section>
        }
        .into_any(),
    )
}

fn answer_words(l: Locale, answer: PersonalDataAnswer) -> String {
    match answer {
        PersonalDataAnswer::Publish => td_string!(l, proposal_document.answer_publish).to_string(),
        PersonalDataAnswer::TakeOut => td_string!(l, proposal_document.answer_take_out).to_string(),
    }
}

/// One finding with its place and the words around it.
fn finding(view: &DocumentView, found: &PlacedFinding) -> impl IntoView {
    let l = locale();
    let place = match &found.place {
        ContentPlace::Section(key) => {
            let section = view.content.sections.iter().find(|section| section.key == *key);
            section.map_or_else(|| key.clone(), |section| section.title.clone())
        }
        ContentPlace::Proposal(number) => td_string!(l, proposal_document.proposal_n, number = number),
    };
    let text = view
        .content
        .published_fields()
        .into_iter()
        .find(|(place, field, _)| *place == found.place && *field == found.field)
        .map_or("", |(_, _, text)| text);
    let chars: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| chars.get(from..to.min(chars.len())).map(String::from_iter).unwrap_or_default();
    let before = part(found.finding.start.saturating_sub(AROUND), found.finding.start);
    let after = part(found.finding.end, found.finding.end + AROUND);
    view! {
        <li>
            <strong>{place}</strong>" ("{finding_words(l, found.finding.kind)}"): …"{before}
            <mark class="person-mark">{found.finding.excerpt.clone()}</mark>
            {after}"…"
        </li>
    }
}

/// What the next step of the document lacks, and where it is supplied.
pub(super) fn lacks(view: &DocumentView) -> Vec<Lack> {
    let may = view.rights;
    let place = |blocker: &Blocker| match blocker {
        Blocker::SectionEmpty { title } if may.may_write => {
            let section = view.content.sections.iter().find(|section| section.title == title.it)?;
            Some(format!("#sections[{}]", section.key))
        }
        Blocker::NoProposals if may.may_write => Some(paths::new_proposal(&view.process.slug)),
        Blocker::PersonalDataFound { .. } | Blocker::PersonalDataRefused => Some("#dati-personali".to_owned()),
        Blocker::TableOpinionMissing | Blocker::TableOpinionOutdated => Some("#parere".to_owned()),
        Blocker::BeforeClosing if view.process.works => Some(paths::workspace(&view.process.slug)),
        _ => None,
    };
    view.blockers.iter().map(|blocker| (blocker.clone(), place(blocker))).collect()
}

/// What the checks say; what blocks a step stands at its button, for who may take it, else here for who writes.
pub(super) fn requirements(view: &DocumentView) -> Option<AnyView> {
    use ProposalDocumentState as S;
    let l = locale();
    if !matches!(view.state, S::Drafting | S::TableReview | S::IntegrationRequested) {
        return None;
    }
    // It stands at the button of who submits; who neither submits nor writes can supply nothing of it.
    let unsaid = !view.blockers.is_empty() && (view.rights.may_submit || !view.rights.may_write);
    if unsaid && view.warnings.is_empty() {
        return None;
    }
    let clear = view.blockers.is_empty().then(|| view! { <p>{td_string!(l, proposal_document.checks_clear)}</p> });
    let lacks = if unsaid { Vec::new() } else { lacks(view) };
    let warnings = view.warnings.iter().map(|warning| (warning.clone(), None)).collect();
    Some(
        view! {
            <section class="section side-box" aria-labelledby="verifiche">
                <h2 id="verifiche">{td_string!(l, proposal_document.checks)}</h2>
                {clear}
                <MissingList lead=td_string!(l, proposal_document.checks_missing) lacks/>
                <MissingList lead=td_string!(l, proposal_document.checks_warning) lacks=warnings/>
            </section>
        }
        .into_any(),
    )
}
