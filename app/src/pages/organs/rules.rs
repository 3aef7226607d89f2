//! The rules of procedure of an organ: those in force, those before, and the form that writes them again.

use crate::{
    api::organs::RewriteRules,
    components::{Facts, Form, Hidden, Prose, Submit, TextArea, TextField},
    contract::organs::{OrganCard, RulesView},
    format::date,
    i18n::*,
    visit::{locale, visit},
};
use domain::organ::OrganRules;
use leptos::{prelude::*, server_fn::ServerFn};

/// The rules in force with those that went before; `pack_days` is what holds where they grant no more.
pub(super) fn rules(found: RulesView, earlier: Vec<RulesView>, pack_days: u32) -> impl IntoView {
    let l = locale();
    let before = (!earlier.is_empty()).then(|| {
        view! {
            <h3 class="h5">{td_string!(l, organ.rules_before)}</h3>
            {earlier.into_iter().map(|kept| one(kept, pack_days)).collect_view()}
        }
    });
    let summary = td_string!(l, organ.rules_in_force, version = found.version, day = date(found.since));
    view! {
        <details class="more">
            <summary>{summary}</summary>
            {content(found.rules, pack_days)}
            {before}
        </details>
    }
}

fn one(kept: RulesView, pack_days: u32) -> impl IntoView {
    let l = locale();
    let until = kept.until.map(date).unwrap_or_default();
    let summary =
        td_string!(l, organ.rules_of_version, version = kept.version, since = date(kept.since), until = until);
    view! { <details class="more"><summary>{summary}</summary>{content(kept.rules, pack_days)}</details> }
}

fn content(rules: OrganRules, pack_days: u32) -> impl IntoView {
    let l = locale();
    let days = td_string!(l, organ.n_days, count = rules.comment_days(pack_days));
    let rows = vec![
        (td_string!(l, organ.comment_days).to_string(), days.to_string()),
        (td_string!(l, organ.quorum).to_string(), rules.quorum),
        (td_string!(l, organ.admission).to_string(), rules.admission),
    ];
    let text = (!rules.text.is_empty()).then(|| view! { <Prose source=rules.text/> });
    view! { <Facts rows/> {text} }
}

/// The form under an organ of the owner's desk.
pub(super) fn rewrite(organ: &OrganCard, pack_days: u32) -> impl IntoView + use<> {
    let l = locale();
    let (id, version) = (organ.id.to_string(), organ.version.to_string());
    let (rules, key) = (organ.rules.rules.clone(), format!("regole-{}", organ.kind.code()));
    let refused = visit().submitted.as_ref().is_some_and(|sent| {
        sent.to == RewriteRules::PATH && sent.values.iter().any(|(name, value)| name == "organ" && *value == id)
    });
    view! {
        <details class="more" open=refused>
            <summary>{td_string!(l, organ.rewrite_rules)}</summary>
            <p class="muted">{td_string!(l, organ.rewrite_rules_hint)}</p>
            <Form to=RewriteRules::PATH key class="narrow">
                <Hidden name="organ" value=id/>
                <Hidden name="version" value=version/>
                {rules_fields(rules, pack_days)}
                <Submit label=td_string!(l, common.save)/>
            </Form>
        </details>
    }
}

/// The fields of rules of procedure; stands within a form.
pub(super) fn rules_fields(rules: OrganRules, pack_days: u32) -> impl IntoView {
    let l = locale();
    let days = rules.comment_days.map(|days| days.to_string()).unwrap_or_default();
    let hint = td_string!(l, organ.comment_days_hint, count = pack_days).to_string();
    view! {
        <TextField name="comment_days" label=td_string!(l, organ.comment_days) hint value=days kind="number" inputmode="numeric" optional=true/>
        <TextArea name="quorum" label=td_string!(l, organ.quorum) hint=td_string!(l, organ.quorum_hint).to_string() value=rules.quorum max=1_000 rows=2 optional=true/>
        <TextArea name="admission" label=td_string!(l, organ.admission) hint=td_string!(l, organ.admission_hint).to_string() value=rules.admission max=1_000 rows=2 optional=true/>
        <TextArea name="rules" label=td_string!(l, organ.rules) hint=td_string!(l, organ.rules_hint).to_string() value=rules.text max=8_000 optional=true/>
    }
}
