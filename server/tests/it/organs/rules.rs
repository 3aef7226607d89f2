//! Rules of procedure: corrected until the first minutes are approved, then superseded by a new version.

use super::ground::{constitute, held, minutes, planned, process, seated};
use crate::app::{Answer, Visitor, on_each_database};
use domain::role::Role;

const DESK: &str = "/lavoro/percorsi/welfare/organi";
const WHO: &str = "/percorsi/welfare/chi-fa-cosa";

async fn rewrite(by: &Visitor<'_>, organ: &str, version: &str, days: &str, quorum: &str) -> Answer {
    let typed = [
        ("organ", organ),
        ("form", "regole-negotiation_table"),
        ("version", version),
        ("rules", "Si decide per consenso"),
        ("comment_days", days),
        ("quorum", quorum),
        ("admission", "Si entra su richiesta"),
    ];
    by.post_from(DESK, "organs/rules", &typed).await
}

#[test]
fn rules_are_corrected_until_minutes_are_approved_and_then_superseded() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let organ = constitute(&owner).await;
        rewrite(&owner, &organ, "1", "10", "Metà dei componenti").await.is(303);
        let who = app.visitor("alfa").get(WHO).await.is(200);
        who.says("versione 1").says("10 giorni").says("Metà dei componenti").hides("Regole precedenti");
        assert_eq!(app.count("organ_rules").await, 0, "corrected in place");

        // The window of comments follows the organ's rules: ten days, not the pack's seven.
        let citizen = app.person("alfa", "Carla Delegata", &[]).await;
        seated(&owner, &citizen, &organ).await;
        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        held(&owner, &meeting).await;
        minutes(&owner, &meeting, &["open_comments"]).await;
        app.at("2022-03-09T10:00:00Z");
        let approve = [("meeting", meeting.as_str()), ("version", "2"), ("step", "approve")];
        owner.post("minutes/move", &approve).await.is(422);
        app.at("2022-03-12T10:00:00Z");
        owner.post("minutes/move", &approve).await.is(303);

        let done = rewrite(&owner, &organ, "2", "7", "Un terzo dei componenti").await.is(303);
        assert!(done.location.unwrap().contains("esito=rules_superseded"));
        assert_eq!(app.count("organ_rules").await, 1);
        let who = app.visitor("alfa").get(WHO).await.is(200);
        let who = who.says("versione 2").says("12/03/2022").says("Un terzo dei componenti");
        who.says("Regole precedenti")
            .says("Versione 1, dal giorno 01/02/2022 al giorno 12/03/2022")
            .says("Metà dei componenti");
        // The same again is no new version.
        rewrite(&owner, &organ, "3", "7", "Un terzo dei componenti").await.is(303);
        assert_eq!(app.count("organ_rules").await, 1);
    });
}

#[test]
fn bad_rules_and_wrong_people_change_nothing() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let facilitator = app.person_in("alfa", "Fabio", &[Role::ProcessFacilitator], Some(path)).await;
        let foreigner = app.person("beta", "Bea", &[Role::TenantAdmin, Role::ProcessOwner]).await;
        let organ = constitute(&owner).await;
        for days in ["3", "61", "dieci"] {
            let page = rewrite(&owner, &organ, "1", days, "Metà più uno").await.is(422);
            page.says("href=\"#").says("Metà più uno").says(&format!("value=\"{days}\""));
        }
        rewrite(&facilitator, &organ, "1", "10", "").await.is(403);
        rewrite(&foreigner, &organ, "1", "10", "").await.is(404);
        // Somebody changed them meanwhile: what was typed stays.
        rewrite(&owner, &organ, "1", "10", "Metà").await.is(303);
        rewrite(&owner, &organ, "1", "20", "Tutti presenti").await.is(409).says("Tutti presenti");
        app.visitor("alfa").get(WHO).await.is(200).says("10 giorni").hides("Tutti presenti");
        assert_eq!(app.count("organ_rules").await, 0);
    });
}
