//! Two people write at once: the second is told, loses nothing of what was typed, and overwrites nothing.

use super::ground::{constitute, held, minutes, planned, process, seated};
use crate::app::on_each_database;
use domain::role::Role;

const MEANWHILE: &str = "Qualcun altro ha modificato questi dati";

#[test]
fn the_second_to_write_minutes_is_told() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let facilitator = app.person_in("alfa", "Fabio", &[Role::ProcessFacilitator], Some(path)).await;
        let organ = constitute(&owner).await;
        let citizen = app.person("alfa", "Carla Delegata", &[]).await;
        seated(&owner, &citizen, &organ).await;
        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        held(&owner, &meeting).await;
        minutes(&owner, &meeting, &[]).await;
        let room = format!("/lavoro/incontri/{meeting}/verbale");
        let write = |text: &'static str| [("meeting", meeting.as_str()), ("version", "1"), ("text", text)];
        facilitator.post_from(&room, "minutes/write", &write("La versione di Fabio")).await.is(303);
        let page = owner.post_from(&room, "minutes/write", &write("La versione di Olga")).await.is(409);
        page.says(MEANWHILE).says("La versione di Olga");
        let decide =
            [("meeting", meeting.as_str()), ("version", "1"), ("form", "decisione"), ("text", "Si decide di aprire")];
        owner.post_from(&room, "minutes/decision", &decide).await.is(409).says("Si decide di aprire");
        owner.get(&room).await.is(200).says("La versione di Fabio").hides("La versione di Olga");
        // Two who begin them at once: one version stands.
        let other = planned(&owner, "public").await;
        held(&owner, &other).await;
        let begin = |text: &'static str| [("meeting", other.as_str()), ("version", "0"), ("text", text)];
        owner.post("minutes/write", &begin("Prima mano")).await.is(303);
        owner.post("minutes/write", &begin("Seconda mano")).await.is(409);
    });
}

#[test]
fn the_second_to_edit_a_meeting_or_the_sheet_is_told() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let meeting = planned(&owner, "public").await;
        let edit = |title: &'static str| {
            [
                ("meeting", meeting.as_str()),
                ("version", "1"),
                ("form", "modifica"),
                ("title", title),
                ("date", "2022-03-01"),
                ("time", "17:30"),
                ("mode", "in_person"),
                ("place", "Sala della Rocca"),
                ("link", ""),
                ("agenda", "Regole"),
            ]
        };
        let page = format!("/lavoro/incontri/{meeting}");
        owner.post_from(&page, "meetings/edit", &edit("Un titolo")).await.is(303);
        let refused = owner.post_from(&page, "meetings/edit", &edit("Un altro titolo")).await.is(409);
        refused.says(MEANWHILE).says("value=\"Un altro titolo\"");
        owner.get(&page).await.is(200).says("Un titolo").hides("Un altro titolo");

        let sheet = |title: &'static str| {
            [
                ("process", "welfare"),
                ("version", "1"),
                ("form", "scheda"),
                ("summary", "Un percorso."),
                ("title", title),
                ("object", "Le priorità"),
            ]
        };
        let desk = "/lavoro/percorsi/welfare/scheda";
        owner.post_from(desk, "process/sheet", &sheet("Primo titolo")).await.is(303);
        let refused = owner.post_from(desk, "process/sheet", &sheet("Secondo titolo")).await.is(409);
        refused.says(MEANWHILE).says("value=\"Secondo titolo\"");
        owner.get(desk).await.is(200).says("Primo titolo").hides("Secondo titolo");
    });
}
