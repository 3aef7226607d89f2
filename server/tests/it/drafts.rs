//! Long forms keep themselves: for their writer alone, until they are sent.

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    proposal_document::{EDITOR, an_origin, process, version, write_proposal, write_sections},
};
use chrono::TimeDelta;
use domain::{id::ProcessId, role::Role};

const FORM: &str = "/api/proposal-document/sections /lavoro/percorsi/percorso/documento";
const RESTORED: &str = "che non hai ancora inviato";

async fn owner<'a>(app: &'a TestApp, name: &str, process: ProcessId) -> Visitor<'a> {
    app.person_in("alfa", name, &[Role::ProcessOwner], Some(process)).await
}

/// Keeps `object` as typed over the version `seen`.
async fn keep(who: &Visitor<'_>, form: &str, seen: &str, object: &str) -> Answer {
    let fields = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("slug", "percorso"), ("version", seen), ("sections[object]", object)])
        .finish();
    who.post_from(EDITOR, "drafts/keep", &[("form", form), ("fields", &fields)]).await
}

#[test]
fn what_was_left_comes_back_until_it_is_sent() {
    on_each_database(|app| async move {
        app.at("2022-10-05T08:32:00Z");
        let process = process(&app).await;
        let olga = owner(&app, "Olga", process).await;
        olga.get(EDITOR).await.is(200).hides(RESTORED);
        keep(&olga, FORM, "0", "Prima").await.is(200).says("10:32");
        keep(&olga, FORM, "0", "Una rete <di> prova").await.is(200);
        assert_eq!(app.count("drafts").await, 1);
        let page = olga.get(EDITOR).await.is(200).says("Una rete &lt;di&gt; prova").says(RESTORED);
        page.says("oggi alle 10:32").hides("il giorno 05/10/2022");
        app.at("2022-10-06T07:00:00Z");
        olga.get(EDITOR).await.is(200).says("il giorno 05/10/2022 alle 10:32");
        assert_eq!(version(&app, process).await, "0", "a draft is no version");
        // Nobody else reads it, nor throws it away.
        let other = owner(&app, "Piero", process).await;
        other.get(EDITOR).await.is(200).hides("Una rete").hides(RESTORED);
        other.post_from(EDITOR, "drafts/discard", &[("draft", FORM)]).await.is(303);
        assert_eq!(app.count("drafts").await, 1);
        // A refusal keeps it, sending it does not.
        let refused = [("slug", "percorso"), ("version", "x"), ("sections[object]", "Una rete")];
        olga.post_from(EDITOR, "proposal-document/sections", &refused).await.is(422).hides(RESTORED);
        assert_eq!(app.count("drafts").await, 1);
        write_sections(&app, &olga, process, "Una rete").await.is(303);
        assert_eq!(app.count("drafts").await, 0);
        olga.get(EDITOR).await.is(200).hides(RESTORED);
    });
}

#[test]
fn a_draft_over_an_old_version_conflicts_and_keeps_its_words() {
    on_each_database(|app| async move {
        app.at("2022-10-05T08:32:00Z");
        let process = process(&app).await;
        let (olga, piero) = (owner(&app, "Olga", process).await, owner(&app, "Piero", process).await);
        keep(&olga, FORM, "0", "Di Olga").await.is(200);
        write_sections(&app, &piero, process, "Di Piero").await.is(303);
        let page = olga.get(EDITOR).await.is(200).says("Di Olga");
        // The form carries the version over which it was written.
        page.says(r#"name="version" value="0""#);
        let sent = [("slug", "percorso"), ("version", "0"), ("sections[object]", "Di Olga")];
        let page = olga.post_from(EDITOR, "proposal-document/sections", &sent).await.is(409);
        page.says("Qualcun altro ha modificato").says("Di Olga").says(r#"name="version" value="1""#);
        assert_eq!(app.count("drafts").await, 1);
    });
}

#[test]
fn a_draft_is_thrown_away_on_the_page_it_is_of() {
    on_each_database(|app| async move {
        let process = process(&app).await;
        let olga = owner(&app, "Olga", process).await;
        keep(&olga, FORM, "0", "Di Olga").await.is(200);
        let gone = olga.post_from(EDITOR, "drafts/discard", &[("draft", FORM)]).await.is(303);
        assert_eq!(gone.location.as_deref(), Some("/lavoro/percorsi/percorso/documento?esito=draft_discarded"));
        olga.get(EDITOR).await.is(200).hides("Di Olga");
        olga.post_from(EDITOR, "drafts/discard", &[("draft", "/api/a //evil.example")]).await.is(422);
    });
}

#[test]
fn only_long_forms_of_who_signed_in_are_kept_and_not_without_end() {
    on_each_database(|app| async move {
        let process = process(&app).await;
        let olga = owner(&app, "Olga", process).await;
        keep(&app.visitor("alfa"), FORM, "0", "Di nessuno").await.is(401);
        for form in ["/api/people/sign-in /accedi", "/api/nothing /lavoro", "parole", ""] {
            keep(&olga, form, "0", "Di Olga").await.is(422);
        }
        keep(&olga, FORM, "0", &"a".repeat(128 * 1024)).await.is(422);
        assert_eq!(app.count("drafts").await, 0);
        for page in 0..55 {
            keep(&olga, &format!("/api/minutes/write /lavoro/incontri/{page}/verbale"), "0", "x").await.is(200);
        }
        assert_eq!(app.count("drafts").await, 50);
    });
}

#[test]
fn a_draft_goes_with_its_writer_and_after_a_month() {
    on_each_database(|app| async move {
        app.at("2022-10-05T08:00:00Z");
        let process = process(&app).await;
        let olga = owner(&app, "Olga", process).await;
        let anna = app.person("alfa", "Anna", &[]).await;
        keep(&olga, FORM, "0", "Di Olga").await.is(200);
        keep(&anna, "/api/contributions/propose /proposte/nuova", "0", "Di Anna").await.is(200);
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        assert_eq!(app.count("drafts").await, 1);
        app.at("2022-11-04T07:59:00Z");
        server::housekeeping::tidy(&app.app).await.unwrap();
        assert_eq!(app.count("drafts").await, 1);
        app.app.clock.set(app.app.clock.now() + TimeDelta::minutes(2));
        server::housekeeping::tidy(&app.app).await.unwrap();
        assert_eq!(app.count("drafts").await, 0);
    });
}

#[test]
fn sources_are_looked_for_without_losing_what_is_typed() {
    on_each_database(|app| async move {
        let process = process(&app).await;
        let olga = owner(&app, "Olga", process).await;
        let origin = an_origin(&app, process).await.remove(0);
        let page = "/lavoro/percorsi/percorso/documento/proposte/nuova";
        let name = format!("/api/proposal-document/proposal {page}");
        olga.get(page).await.is(200).says("Un aiuto in biblioteca").says("Nessuna fonte scelta");
        let typed = |words: &'static str, after: &'static str| {
            let look = [("look_table", ""), ("look_words", words), ("look_after", after)];
            [("draft", name.as_str()), ("title", "Punti di aiuto"), ("text", "Una persona"), ("origins[]", &origin)]
                .into_iter()
                .chain(look)
                .collect::<Vec<_>>()
        };
        let looked = olga.post_from(page, "drafts/look", &typed("nulla di nulla", "")).await.is(303);
        let found = looked.location.unwrap();
        assert_eq!(found, format!("{page}?tavolo=&parole=nulla%20di%20nulla&dopo=#origins"));
        let found = olga.get(found.split('#').next().unwrap()).await.is(200);
        // What was typed and ticked is there; the list holds what was looked for.
        let found = found.says("Punti di aiuto").says("Una persona").says("Nessuna proposta da aggiungere");
        let found = found.says("Un aiuto in biblioteca").hides("Nessuna fonte scelta");
        assert_eq!(found.text().matches(&format!("value=\"{origin}\"")).count(), 1, "chosen, and not on offer again");
        olga.get(&format!("{page}?parole=biblioteca&dopo=x")).await.is(404);
        write_proposal(&app, &olga, process, &[origin]).await.is(303);
        olga.get(page).await.is(200).hides("Una persona</textarea>").says("Nessuna fonte scelta");
    });
}

#[test]
fn a_new_proposal_begins_with_the_words_of_a_source() {
    on_each_database(|app| async move {
        let process = process(&app).await;
        let olga = owner(&app, "Olga", process).await;
        let origin = an_origin(&app, process).await.remove(0);
        let page = format!("/lavoro/percorsi/percorso/documento/proposte/nuova?da={origin}");
        olga.get(&page).await.is(200).says("Una persona che spiega</textarea>").hides("Nessuna fonte scelta");
    });
}
