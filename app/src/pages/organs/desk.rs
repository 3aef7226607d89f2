//! Where the owner of a path runs its organs.

use super::{
    member::{leave, reason_words, steps},
    rules::{rewrite, rules, rules_fields},
    who::beyond,
};
use crate::{
    api::organs::{ConstituteOrgan, InviteMember},
    components::{
        Badge, Check, DateField, Empty, Form, Hidden, Page, SelectField, Submit, TextField, load,
        organ_words::{kind_options, kind_words, member_words, organ_words},
        work_crumbs,
    },
    contract::{
        organs::{MemberCard, OrganCard, OrganDesk},
        use_cases,
    },
    format::{date, moment},
    i18n::*,
    pages::process::ProgressBox,
    visit::{content_lang, locale, visit},
};
use domain::{id::OrganId, organ::OrganRules};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn OrganDeskPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.organ_desk(slug).await }, move |found| {
        let constitute = (!found.missing.is_empty()).then(|| constitute(&found));
        let crumbs = work_crumbs(&found.path.title, &found.path.slug);
        let organs = found.organs.into_iter().map(|one| organ(one, found.comment_days, found.may_write)).collect_view();
        view! {
            <Page title=td_string!(l, organ.organs) of=found.path.title crumbs=crumbs>
                <p class="page-lead">{td_string!(l, organ.desk_lead)}</p>
                <ProgressBox/>
                {organs}
                {constitute}
            </Page>
        }
    })
}

fn constitute(found: &OrganDesk) -> impl IntoView + use<> {
    let l = locale();
    let options = found.missing.iter().map(|kind| (kind.code().to_owned(), organ_words(l, *kind))).collect();
    let (slug, today, days) = (found.path.slug.clone(), found.today.to_string(), found.comment_days);
    view! {
        <section class="section" aria-labelledby="costituisci">
            <h2 id="costituisci">{td_string!(l, organ.constitute)}</h2>
            <Form to=ConstituteOrgan::PATH class="narrow">
                <Hidden name="slug" value=slug/>
                <SelectField name="kind" label=td_string!(l, organ.organ) options/>
                <DateField name="constituted_on" label=td_string!(l, organ.constituted_on) value=today/>
                {rules_fields(OrganRules::default(), days)}
                <Submit label=td_string!(l, organ.constitute_button)/>
            </Form>
        </section>
    }
}

fn organ(organ: OrganCard, pack_days: u32, may_write: bool) -> impl IntoView {
    let l = locale();
    let id = organ.kind.code();
    let empty = organ.members.is_empty().then(|| view! { <Empty words=td_string!(l, organ.no_members)/> });
    let rewrite = may_write.then(|| rewrite(&organ, pack_days));
    let rules = rules(organ.rules, Vec::new(), pack_days);
    let members = organ.members.into_iter().map(member).collect_view();
    let invite = may_write.then(|| invite(id, organ.id));
    view! {
        <section class="section" aria-labelledby=id>
            <h2 id=id>{organ_words(l, organ.kind)}</h2>
            <p class="muted">{td_string!(l, organ.constituted, day = date(organ.constituted_on))}</p>
            {rules}
            {rewrite}
            {empty}
            <ul class="row-list">{members}</ul>
            {invite}
        </section>
    }
}

fn invite(key: &'static str, organ: OrganId) -> impl IntoView {
    let l = locale();
    let refused = visit().submitted.as_ref().is_some_and(|sent| sent.to == InviteMember::PATH);
    view! {
        <details class="more" open=refused>
            <summary>{td_string!(l, organ.invite)}</summary>
            <Form to=InviteMember::PATH key=key class="narrow">
                <Hidden name="organ" value=organ.to_string()/>
                <TextField name="organisation" label=td_string!(l, organ.organisation) max=160/>
                <SelectField name="kind" label=td_string!(l, organ.kind) options=kind_options(l, |_| true) ask=true/>
                <TextField name="category" label=td_string!(l, organ.category) hint=td_string!(l, organ.category_hint).to_string() max=80/>
                <TextField name="delegate" label=td_string!(l, organ.delegate) hint=td_string!(l, organ.delegate_hint).to_string() max=120/>
                <TextField name="email" label=td_string!(l, organ.email) kind="email" max=254/>
                <Check name="votes" label=td_string!(l, organ.has_vote) checked=true/>
                <Submit label=td_string!(l, organ.invite_button)/>
            </Form>
        </details>
    }
}

fn member(member: MemberCard) -> impl IntoView {
    let l = locale();
    let (words, tone) = member_words(l, member.state);
    let private = member.delegate.map(|(name, email)| td_string!(l, organ.private, name = name, email = email));
    let vote = if member.row.votes { td_string!(l, organ.votes) } else { td_string!(l, organ.no_vote) };
    let votes = member.state.is_member().then(|| format!(" · {vote}"));
    let kind = kind_words(l, member.row.kind);
    let category = beyond(member.row.kind, &member.row.category);
    let since = member.row.since.filter(|_| member.state.is_member());
    let since = since.map(|day| format!("{} {}", td_string!(l, organ.since), date(day)));
    let why = member.why.map(
        |why| view! { <p class="row-text">{td_string!(l, organ.why)}": "<span lang=content_lang()>{why}</span></p> },
    );
    let of = reason_words(l, member.state);
    let reason = member.reason.map(|reason| {
        view! { <p class="row-text">{of}": "<span lang=content_lang()>{reason}</span></p> }
    });
    let until = member.invited_until.map(|until| {
        view! { <p class="row-meta">{td_string!(l, organ.invited_until, until = moment(until))}</p> }
    });
    let leave = leave(member.id, &member.row.organisation, &member.steps, "work");
    let category = category.map(|category| view! { " · "<span lang=content_lang()>{category}</span> });
    let steps = steps(member.id, &member.row.organisation, &member.steps, "work");
    let since = since.map(|since| format!(" · {since}"));
    view! {
        <li>
            <p class="row-title"><span lang=content_lang()>{member.row.organisation}</span>" "<Badge words tone/></p>
            <p class="row-meta"><span>{kind}{category}{votes}{since}</span></p>
            {private.map(|private| view! { <p class="row-meta">{private}</p> })}
            {until}
            {why}
            {reason}
            <div class="cluster">{steps}</div>
            {leave}
        </li>
    }
}
