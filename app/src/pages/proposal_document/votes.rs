//! The votes of the negotiation table beside its opinion, and the form for who votes there.

use crate::{
    api::table_votes::VoteOnDocument,
    components::{Badge, BirthField, Fold, Form, Hidden, KnownEnough, SelectField, Submit, TextArea},
    contract::{
        proposal_document::DocumentView,
        table_votes::{Ballot, VoteLine},
    },
    format::day_of,
    i18n::*,
    visit::{content_lang, locale},
    wording::vote::{tally_words, vote_words},
};
use domain::{
    identification::Activity,
    table_vote::{NOTE_MAX, VoteChoice},
};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn votes(view: &DocumentView) -> Option<AnyView> {
    let l = locale();
    let voting = &view.voting;
    if voting.lines.is_empty() && voting.waiting.is_empty() {
        return None;
    }
    let tally = (!voting.tally.is_empty()).then(|| view! { <p><strong>{tally_words(l, voting.tally)}</strong></p> });
    let lines = voting.lines.iter().map(line).collect_view();
    let waiting = (!voting.waiting.is_empty()).then(|| {
        view! {
            <p class="muted">{td_string!(l, proposal_document.vote_waiting)}" "<span lang=content_lang()>{voting.waiting.join("; ")}</span></p>
        }
    });
    let known = (!voting.ballots.is_empty()).then(|| view! { <KnownEnough activity=Activity::Vote/> });
    let ballots = voting.ballots.iter().map(|one| ballot(view, one)).collect_view();
    Some(
        view! {
            <section class="section side-box" aria-labelledby="voti">
                <h2 id="voti">{td_string!(l, proposal_document.votes)}</h2>
                {tally}
                <ul>{lines}</ul>
                {waiting}
                {known}
                {ballots}
            </section>
        }
        .into_any(),
    )
}

/// An organisation with its vote; one on another text says so.
fn line(line: &VoteLine) -> impl IntoView + use<> {
    let l = locale();
    let earlier = (!line.current).then(|| {
        view! { " "<Badge words=td_string!(l, proposal_document.vote_earlier) tone="secondary"/> }
    });
    let note = (!line.note.is_empty()).then(|| view! { <p lang=content_lang()>{line.note.clone()}</p> });
    view! {
        <li>
            <p class="mb-1"><strong lang=content_lang()>{line.organisation.clone()}</strong>": "{vote_words(l, line.choice)}", "{day_of(line.at)}{earlier}</p>
            {note}
        </li>
    }
}

/// The form of one organisation, folded once it has voted.
fn ballot(view: &DocumentView, ballot: &Ballot) -> AnyView {
    let l = locale();
    let key = format!("voto-{}", ballot.member);
    let title = td_string!(l, proposal_document.vote_of, organisation = ballot.organisation.clone());
    let (slug, content, member) = (view.process.slug.clone(), view.sha256.to_string(), ballot.member.to_string());
    let given = ballot.given.clone();
    let (folded, ask_age) = (given.is_some(), view.voting.ask_age);
    let (choice, note) = given.map(|vote| (vote.choice.code(), vote.note)).unwrap_or_default();
    let options: Vec<_> = VoteChoice::ALL.iter().map(|one| (one.code().to_owned(), vote_words(l, *one))).collect();
    let form_key = key.clone();
    let form = move || {
        view! {
            <Form to=VoteOnDocument::PATH key=form_key>
                <Hidden name="slug" value=slug/>
                <Hidden name="member" value=member/>
                <Hidden name="content" value=content/>
                <SelectField name="choice" label=td_string!(l, proposal_document.vote_choice) value=choice options ask=true/>
                <TextArea
                    name="note" label=td_string!(l, proposal_document.vote_note) value=note optional=true max=NOTE_MAX rows=3
                    hint=td_string!(l, proposal_document.vote_note_hint).to_string()
                />
                {ask_age.map(|age| view! { <BirthField age/> })}
                <Submit label=td_string!(l, proposal_document.vote_save)/>
            </Form>
        }
    };
    if folded {
        let words = td_string!(l, proposal_document.vote_change, organisation = ballot.organisation.clone());
        return view! { <Fold words=words to=VoteOnDocument::PATH key=key>{form()}</Fold> }.into_any();
    }
    view! { <h3>{title}</h3><p>{td_string!(l, proposal_document.vote_lead)}</p>{form()} }.into_any()
}
