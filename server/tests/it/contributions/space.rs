//! One's own space, and erasing the account.

use super::ground::ground;
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn preferences_are_kept() {
    on_each_database(|app| async move {
        let anna = app.person("alfa", "Anna", &[]).await;
        app.visitor("alfa").get("/spazio").await.is(401);
        anna.get("/spazio").await.is(200).says("Qui compariranno le tue proposte");
        let bad = [("name", " "), ("language", "fr")];
        anna.post_from("/spazio", "space/preferences", &bad).await.is(422).says("campo obbligatorio");
        anna.post("space/preferences", &[("name", "Volpe"), ("language", "en")]).await.is(303);
        anna.get("/spazio").await.is(200).says("Volpe");
    });
}

#[test]
fn erasing_an_account_keeps_the_text_and_drops_the_author() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        for person in [&anna, &bruno] {
            person.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(303);
        }
        anna.post("contributions/comment", &[("id", &id), ("body", "Al sole no")]).await.is(303);
        anna.get("/spazio/cancella").await.is(200).says("non si può annullare");
        anna.post_from("/spazio/cancella", "space/erase", &[("form", "")]).await.is(422);
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        anna.get("/spazio").await.is(401);
        let page = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200);
        page.says("Panchine").says("Al sole no").says("ha cancellato il suo account").hides("Anna");
        assert_eq!((app.count("contributions").await, app.count("supports").await), (1, 1));
        bruno.get("/proposte").await.is(200).says("1 sostegno");
        let staff = app.person("alfa", "Mara", &[Role::Moderator]).await;
        staff.post("space/erase", &[("sure", "si")]).await.is(403);
        staff.get("/spazio").await.is(200).says("Mara");
    });
}
