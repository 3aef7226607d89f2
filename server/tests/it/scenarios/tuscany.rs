//! A path under the rules of Tuscany, step by step: days instead of months, no start notice, no table, no validation,
//! and a guarantor who alone grants more time.

use super::paper::Paper;
use crate::{
    app::{TestApp, Visitor, on_each_database},
    extension::{self, decide, draft, kept, paper, request},
    process::{ground::designed_under, step, stored},
};
use domain::{
    document::Visibility, extension::ExtensionState, proposal_document::ProposalDocumentState, role::Role, stage::Stage,
};

const WORK: &str = "/lavoro/percorsi/welfare";

/// The path `welfare` of `alfa`, described and ready to start, for 200 days.
async fn ready<'a>(app: &'a TestApp, anna: &Visitor<'a>) {
    let seen = designed_under(app, "tuscany-lr46-2013").await.version.to_string();
    anna.get(&format!("{WORK}/tempi")).await.is(200).says("Durata in giorni").hides("Durata in mesi");
    let times = [("process", "welfare"), ("version", &*seen), ("start_limit", ""), ("contributions_close", "")];
    anna.post("process/times", &[&times[..], &[("duration", "200")]].concat()).await.is(303);
    step(anna, "make_ready").await.is(303);
}

/// Who grants, on the platform.
async fn granted(app: &TestApp, days: &str) -> crate::app::Answer {
    let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
    let outcome = if days.is_empty() { "grant" } else { "grant_reduced" };
    extension::guarantor::answer(app, &tea, (outcome, days, "Bastano"), ("atto.pdf", crate::documents::PDF)).await
}

#[test]
fn a_tuscan_path_goes_its_own_way() {
    on_each_database(|app| async move {
        app.at("2022-02-01T09:00:00Z");
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let sara = app.person("alfa", "Sara", &[Role::BodySecretary]).await;
        let carlo = app.person("alfa", "Carlo", &[]).await;
        ready(&app, &anna).await;

        // The owner starts it, without a notice to sign; its length is in days.
        let version = stored(&app).await.version.to_string();
        let date =
            [("process", "welfare"), ("version", &*version), ("action", ""), ("link", ""), ("date", "2022-02-01")];
        step(&anna, "start").await.is(422);
        giulia.post("process/start-notice", &date).await.is(403);
        anna.post("process/start-notice", &date).await.is(303);
        step(&giulia, "start").await.is(403);
        step(&anna, "start").await.is(303);
        assert_eq!(stored(&app).await.authorised_end, "2022-08-20".parse().ok());

        // No table and no map are asked for.
        let table = [("process", "welfare"), ("name", "Il fiume"), ("focus", "Rive"), ("audience", "Tutti")];
        anna.post("tables/add", &[&table[..], &[("facilitator", "")]].concat()).await.is(303);
        step(&anna, "open").await.is(303);
        assert_eq!(stored(&app).await.contributions_close, "2022-08-20".parse().ok());
        let table = crate::rows::Rows::of(&app, "alfa").await.first("thematic_tables", "id").await.unwrap();
        let said = [("title", "Una panchina"), ("body", "All’ombra."), ("table", &*table), ("place", "")];
        let said = carlo.post("contributions/propose", &said).await.is(303).location.unwrap();
        let said: String = said.trim_start_matches("/proposte/").chars().take(36).collect();

        // Ninety days at most, from the guarantor alone.
        app.at("2022-08-01T09:00:00Z");
        draft(&app, &anna, "2022-11-18", "Il fiume è stato in piena").await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        let act = paper(&app, Visibility::Public).await;
        let refused = decide(&ilaria, &kept(&app).await[0], ("grant", "", ""), &act).await;
        refused.is(422).says("Le regole TOS-2013 v1 affidano la decisione ad altri");
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);
        granted(&app, "60").await.is(303);
        assert_eq!(kept(&app).await[0].state, ExtensionState::GrantedReduced);
        assert_eq!(stored(&app).await.authorised_end, "2022-10-19".parse().ok());
        draft(&app, &anna, "2022-11-19", "Ancora").await.is(303);
        let second = kept(&app).await.into_iter().find(|one| one.state == ExtensionState::Draft).unwrap();
        request(&giulia, &second).await.is(422).says("il massimo è 90 in tutto (regole TOS-2013 v1)");

        // The document goes to the body as it is: nobody validates it.
        step(&anna, "close").await.is(303);
        step(&anna, "conclude").await.is(422);
        let document = Paper { app: &app, owner: anna.clone(), process: stored(&app).await.id, slug: "welfare" };
        document.write("Il parco lungo il fiume").await.is(303);
        document.propose("Panchine e ombra", &[&said]).await.is(303);
        document.submit().await.is(422);
        document.step("send_to_table").await.is(303);
        document.submit().await.is(422);
        let page = anna.get(&document.editor()).await.is(200).text();
        let file = page.split("name=\"file\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1));
        let file = file.and_then(|rest| rest.get(..64)).expect("the page offers to send");
        document.send(&"0".repeat(64)).await.is(422);
        document.send(file).await.is(303);
        let sent = document.kept().await;
        assert_eq!((sent.document.state, sent.submitted_on), (ProposalDocumentState::Sent, None));
        step(&anna, "conclude").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Concluded);
        app.visitor("alfa").get("/percorsi/welfare/documento").await.is(200).says("Panchine e ombra");

        // The body takes note, decides and answers; no report is asked for at the end.
        let page = format!("{WORK}/esito");
        let act = [("slug", "welfare"), ("body", "Giunta"), ("number", "3"), ("on", "2022-08-01"), ("link", "")];
        step(&sara, "record_impact").await.is(422);
        sara.post_from(&page, "outcome/acknowledge", &[&act[..], &[("notes", "")]].concat()).await.is(303);
        step(&sara, "record_impact").await.is(303);
        let decided = [("slug", "welfare"), ("number", "1"), ("decision", "accepted"), ("reason", "Serve.")];
        sara.post_from(&page, "outcome/decide", &decided).await.is(303);
        step(&sara, "monitor").await.is(422);
        let seen = sara.get(&page).await.is(200).text();
        let seen = seen.split("name=\"seen\" value=\"").nth(1).expect("the page offers to publish").get(..64).unwrap();
        sara.post_from(&page, "outcome/publish", &[("slug", "welfare"), ("seen", seen)]).await.is(303);
        step(&sara, "monitor").await.is(303);
        step(&sara, "archive").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Archived);
        app.visitor("alfa").get("/percorsi/welfare/decisioni").await.is(200).says("Panchine e ombra");
        crate::audit::holds(&app, "alfa").await;
    });
}
