//! What components that branch draw, in each of their branches.

use super::{FinalSubmit, Form, Hidden, KnownEnough, Missing, Pager, Submit, TextField, step_button};
use crate::{
    api::guarantor::AnswerRound,
    error::AppError,
    i18n::Locale,
    visit::{Assets, Place, RefusalShown, Submitted, Visit},
};
use chrono::DateTime;
use domain::{
    assurance::Assurance,
    identification::{Activity, Levels, Needs},
    invalid::Fault,
    refusal::Blocker,
    tenant::{Template, TenantKind, TenantState},
};
use leptos::{prelude::*, server_fn::ServerFn};
use std::{fmt::Write, sync::Arc};

/// Somebody without an account who reads the page at `path`.
fn reader(path: &str) -> Visit {
    Visit {
        place: Place {
            tenant: "01940000-0000-7000-8000-000000000000".parse().expect("an id"),
            kind: TenantKind::Union,
            state: TenantState::Active,
            template: Template::ParticipatoryPath,
            name: "Unione alfa".into(),
            description: String::new(),
            has_agenda: false,
            accent: "#00664b".into(),
            logo: None,
            needs: Needs::default(),
            origin: "http://alfa.tavolo.test".into(),
            platform_origin: "http://tavolo.test".into(),
        },
        me: None,
        locale: Locale::it,
        path: path.into(),
        now: DateTime::UNIX_EPOCH,
        demo: false,
        notice: None,
        submitted: None,
        code_sent_to: None,
        assets: Arc::new(Assets { style: String::new(), script: String::new(), wasm: String::new() }),
    }
}

/// What `view` draws for who reads as `visit`.
fn drawn<V: IntoView>(visit: Visit, view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
        provide_context(Arc::new(visit));
        provide_context(RefusalShown::default());
        view().to_html().replace("<!>", "").replace("><", ">\n<")
    })
}

/// The branches of a component, each under its name, in Italian and in English.
fn branches<V: IntoView>(all: impl IntoIterator<Item = (&'static str, Visit)>, view: impl Fn() -> V) -> String {
    let mut out = String::new();
    for (name, visit) in all {
        for locale in [Locale::it, Locale::en] {
            let html = drawn(Visit { locale, ..visit.clone() }, &view);
            writeln!(out, "## {name}, {locale:?}\n{html}\n").expect("a string takes all that is written");
        }
    }
    out
}

/// The same reader after `error`, with what was typed.
fn refused(error: AppError, typed: &[(&str, &str)]) -> Visit {
    let values = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Visit { submitted: Some(Submitted { to: AnswerRound::PATH.into(), error, values }), ..reader("/garanzia") }
}

#[test]
fn a_form_before_and_after_each_kind_of_refusal() {
    let lack = || vec![(Blocker::ExtensionDocument, Some("#document".to_owned()))];
    let hostile = "</title><script>alert(1)</script>";
    let all = [
        ("fresh", reader("/garanzia")),
        ("a field at fault", refused(AppError::invalid("reason", Fault::Required), &[("decision", "refuse")])),
        (
            "typed again",
            refused(AppError::invalid("act", Fault::TooLong { max: 3 }), &[("act", "\"><b>"), ("reason", hostile)]),
        ),
        ("a step refused", refused(Blocker::ExtensionDocument.into(), &[("decision", "validate")])),
        ("changed meanwhile", refused(AppError::Conflict, &[])),
        ("at a keyed address", reader("/accordo/chiave")),
    ];
    insta::assert_snapshot!(branches(all, || {
        view! {
            <Form to=AnswerRound::PATH>
                <Hidden name="file" value="impronta"/>
                <Missing lead="Manca:" lacks=lack()/>
                <TextField name="act" label="Atto" max=200/>
                <TextField name="reason" label="Motivi" max=4_000/>
                <FinalSubmit label="Valida" loses="Non si ritira." name="decision" value="validate"/>
                <FinalSubmit label="Non validare" loses="Non si ritira." kind="btn-danger" name="decision" value="refuse"/>
                <Submit label="Chiedi integrazioni" kind=step_button(&lack())/>
            </Form>
        }
    }));
}

#[test]
fn a_final_button_that_stands_alone_opens_again_after_a_refusal() {
    let all = [("fresh", reader("/garanzia")), ("refused", refused(AppError::TooMany, &[]))];
    insta::assert_snapshot!(branches(all, || {
        view! { <Form to=AnswerRound::PATH><FinalSubmit label="Invia" loses="Resta pubblica."/></Form> }
    }));
}

#[test]
fn who_is_known_too_little_reads_what_is_needed_and_comes_back() {
    let asks = |path: &str| {
        let mut visit = reader(path);
        visit.place.needs =
            Needs { levels: Levels { contribute: Assurance::Substantial, ..Levels::default() }, ..Needs::default() };
        visit
    };
    let all = [
        ("enough", reader("/proposte")),
        ("too little", asks("/proposte?ordine=supported")),
        ("at a keyed address", asks("/accordo/chiave")),
    ];
    insta::assert_snapshot!(branches(all, || view! { <KnownEnough activity=Activity::Contribute/> }));
}

#[test]
fn a_pager_on_the_first_a_middle_and_the_last_page() {
    let all = [("first", "/proposte?tavolo=a&esito=saved"), ("later", "/proposte?dopo=x&tavolo=a")];
    let all = all.map(|(name, path)| (name, reader(path)));
    insta::assert_snapshot!(branches(all.clone(), || view! { <Pager next=Some("è&".to_owned())/> }));
    insta::assert_snapshot!(branches(all, || view! { <Pager next=None/> }));
}
