//! One proposal: what it says, what became of it, what people say of it.

use super::{
    comments::{comments, report},
    composed::{people_behind, take_back},
    returned::returned_page,
    rows::slot_words,
    story::story,
    support::actions,
    withheld::{hidden_note, hidden_page},
};
use crate::{
    components::{
        Crumb, Page, Prose,
        contribution_words::{EvaluationStatus, evaluation_meaning},
        load,
    },
    contract::{
        contributions::{Attachment, CommentsAsked, ContributionView, Shown},
        moderation::Subject,
        revisions::AddedWords,
        use_cases,
    },
    format::{day_of, moment, size},
    i18n::*,
    pages::{moderation::hide_fold, process::ProgressInShort},
    paths,
    visit::{content_lang, locale},
};
use domain::{
    contribution::{CommentOrder, ContributionChannel, Revision},
    id::ContributionId,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn ContributionPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let query = use_query_map().read_untracked().clone();
    let newest = query.get("ordine").as_deref() == Some("recenti");
    let order = if newest { CommentOrder::Newest } else { CommentOrder::Oldest };
    let comments = CommentsAsked { order, after: query.get("dopo") };
    let server = use_cases();
    load(async move { server?.contribution(id.parse()?, comments).await }, |shown| match shown {
        Shown::Whole(view) => page(*view).into_any(),
        Shown::Withheld(withheld) => hidden_page(withheld).into_any(),
        Shown::Returned(returned) => returned_page(returned).into_any(),
    })
}

fn page(mut view: ContributionView) -> impl IntoView {
    let l = locale();
    let comments = comments(&mut view);
    let crumbs = vec![
        Crumb::new(td_string!(l, contribution.proposals), paths::CONTRIBUTIONS),
        Crumb::content(view.process.title.clone(), paths::contributions_of(&view.process.slug)),
        Crumb::content(view.table.1.clone(), paths::table(&view.process.slug, view.table.0)),
    ];
    let who = match &view.author {
        Some(name) => td_string!(l, contribution.by, name = name.clone()),
        None => match view.channel {
            ContributionChannel::Online => td_string!(l, contribution.by_nobody),
            ContributionChannel::Event => td_string!(l, contribution.by_event),
            ContributionChannel::Paper => td_string!(l, contribution.by_paper),
            ContributionChannel::Phone => td_string!(l, contribution.by_phone),
            ContributionChannel::Survey => td_string!(l, contribution.by_survey),
            ContributionChannel::Composed => td_string!(l, contribution.by_composed),
        }
        .to_string(),
    };
    let source = view.source.clone().map(|source| view! { <span lang=content_lang()>{source}</span> });
    let place = view.place.clone().map(|place| view! { <span lang=content_lang()>{place}</span> });
    let reporting = view
        .may_report
        .then(|| report(Subject::Contribution(view.id), td_string!(l, moderation.report_contribution).to_string()));
    let hiding =
        (view.may_moderate && view.hidden.is_none()).then(|| hide_fold(Subject::Contribution(view.id), "").into_any());
    let (state, body, title) = (view.state, view.body.clone(), view.title.clone());
    let attachment = view.attachment.take().map(|file| attached(view.id, file));
    let appeal = view.mine.then(|| paths::appeal(Subject::Contribution(view.id)));
    // What nobody sees is not examined: it has no state and no story until it is shown.
    let shown = view.hidden.is_none();
    let hidden = view.hidden.as_ref().map(|hidden| hidden_note(hidden, appeal));
    let actions = view.hidden.is_none().then(|| actions(&view));
    let behind = people_behind(&view);
    let take_back = take_back(&view);
    let slot = slot_words(l, view.slot);
    let added = added(std::mem::take(&mut view.added));
    let versions = versions(&view);
    let table = paths::table(&view.process.slug, view.table.0);
    view! {
        <Page title lang=content_lang() crumbs>
            {hidden}
            <p class="row-meta">
                {shown.then(|| view! { <EvaluationStatus state/> })}
                <a class="tag" href=table lang=content_lang()>{view.table.1}</a>
                {place}
                <span>{format!("{who}, {}", day_of(view.at))}</span>
                {source}
            </p>
            {shown.then(|| view! { <p class="muted">{evaluation_meaning(l, state)}</p> })}
            <Prose source=body/>
            {versions}
            {added}
            {attachment}
            {behind}
            {actions}
            <p class="muted">{slot}</p>
            {shown.then(|| story(view.story))}
            <ProgressInShort of=view.process.slug/>
            {comments}
            {reporting}
            {take_back}
            {hiding}
        </Page>
    }
}

/// The way to what it said before, and for its author the way to change it.
fn versions(view: &ContributionView) -> impl IntoView + use<> {
    let l = locale();
    let read = (view.versions > 0).then(|| {
        let words = td_string!(l, contribution.changed_times, count = view.versions);
        view! { <a href=paths::contribution_versions(view.id)>{words}</a> }
    });
    let change = view.revision.map(|revision| {
        let words = match revision {
            Revision::Replace => td_string!(l, contribution.revise),
            Revision::Add => td_string!(l, contribution.add_words),
        };
        view! { <a href=paths::revise(view.id)>{words.to_string()}</a> }
    });
    (read.is_some() || change.is_some()).then(|| view! { <p class="cluster">{read}{change}</p> })
}

/// What its author added later, each with its day.
fn added(all: Vec<AddedWords>) -> impl IntoView {
    let l = locale();
    let one = move |added: AddedWords| {
        view! {
            <section class="quote">
                <h2 class="h5">{td_string!(l, contribution.added_on, at = moment(added.at))}</h2>
                <Prose source=added.body/>
            </section>
        }
    };
    all.into_iter().map(one).collect_view()
}

/// The file beside the proposal, with its type and size.
fn attached(id: ContributionId, file: Attachment) -> impl IntoView {
    let l = locale();
    let kind = file.kind.map(|kind| format!("{}, ", kind.code().to_uppercase())).unwrap_or_default();
    let about = format!("({kind}{})", size(l, file.size));
    view! {
        <p>
            {td_string!(l, contribution.attachment).to_string()} ": "
            <a href=paths::contribution_file(id) rel="nofollow" lang=content_lang()>{file.name}</a> " " <span class="muted">{about}</span>
        </p>
    }
}
