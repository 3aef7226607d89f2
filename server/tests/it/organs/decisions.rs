//! What a meeting decided: numbered, with the dissent of who did not agree, for everybody once it is published.

use super::ground::{held, minutes, planned, process};
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn decisions_are_numbered_and_bear_their_dissent() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let meeting = planned(&owner, "public").await;
        held(&owner, &meeting).await;
        minutes(&owner, &meeting, &[]).await;
        let room = format!("/lavoro/incontri/{meeting}/verbale");
        let decide = async |version: &str, text: &str| {
            let typed = [("meeting", meeting.as_str()), ("version", version), ("form", "decisione"), ("text", text)];
            owner.post_from(&room, "minutes/decision", &typed).await
        };
        let dissent = async |version: &str, number: &str, organisation: &str, text: &str| {
            let which = [("meeting", meeting.as_str()), ("version", version), ("number", number)];
            let words = [("form", "dissenso"), ("organisation", organisation), ("text", text)];
            let typed = [which.as_slice(), &words].concat();
            owner.post_from(&room, "minutes/dissent", &typed).await
        };
        decide("1", " ").await.is(422).says("campo obbligatorio");
        decide("1", "Si apre la raccolta").await.is(303);
        decide("2", "Si cerca una sala <b>").await.is(303);
        dissent("3", "7", "Auser", "Non così").await.is(422).says("Non così");
        dissent("3", "2", "", "Non così").await.is(422).says("campo obbligatorio").says("Non così");
        dissent("3", "2", "Auser", "Le sale ci sono già").await.is(303);
        dissent("3", "1", "Auser", "Troppo tardi").await.is(409).says("Troppo tardi");
        app.visitor("alfa").get(&format!("/incontri/{meeting}")).await.is(200).hides("Le sale ci sono già");

        for (version, step) in [("4", "approve"), ("5", "publish")] {
            let step = [("meeting", meeting.as_str()), ("version", version), ("step", step)];
            owner.post("minutes/move", &step).await.is(303);
        }
        decide("6", "Un’altra").await.is(422);
        dissent("6", "1", "Auser", "Ci ripenso").await.is(422);
        let page = app.visitor("alfa").get(&format!("/incontri/{meeting}")).await.is(200).text();
        let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is not in {page}"));
        let (first, second) = (place("Si apre la raccolta"), place("Si cerca una sala &lt;b&gt;"));
        let (who, why) = (place("Auser"), place("Le sale ci sono già"));
        assert!(first < second && second < who && who < why, "the dissent stands under its decision");
        assert!(page.contains("id=\"decisione-1\"") && page.contains("/2</strong>"), "{page}");
        assert!(!page.contains("Un’altra") && !page.contains("Ci ripenso"));
        crate::audit::holds(&app, "alfa").await;
    });
}
