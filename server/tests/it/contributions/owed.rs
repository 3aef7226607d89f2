//! What is public again after the others were answered is answered too; what is hidden or over is not.

use super::ground::{CLOSING, ground};
use crate::{app::on_each_database, organs::ground::mails_to, rows::Rows};
use domain::role::Role;

#[test]
fn what_is_restored_late_waits_for_its_answer() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let hide = [of[0], of[1], ("ground", "spam"), ("reason", "Sembrava pubblicità")];
        let restore = [of[0], of[1], ("reason", "Non lo era")];
        moderator.post("moderation/hide", &hide).await.is(303);
        moderator.post("moderation/restore", &restore).await.is(303);
        assert!(mails_to(&app, "olga@alfa.example").await.is_empty(), "while all wait, none is called for");

        moderator.post("moderation/hide", &hide).await.is(303);
        app.at(CLOSING);
        let rows = Rows::of(&app, "alfa").await;
        rows.change("UPDATE processes SET stage = 'monitored' WHERE slug = 'welfare'").await;
        let desk = "/lavoro/percorsi/welfare/risposte";
        let answer =
            [("id", id.as_str()), ("form", id.as_str()), ("evaluation", "rejected"), ("reason", "Manca lo spazio")];
        owner.get(desk).await.is(200).hides("Panchine");
        owner.post_from(desk, "contributions/answer", &answer).await.is(422);
        anna.get(&format!("/proposte/{id}")).await.is(200).hides("Manca lo spazio");

        moderator.post("moderation/restore", &restore).await.is(303);
        let told = mails_to(&app, "olga@alfa.example").await;
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].0.contains("Panchine") && told[0].1.contains(desk), "{told:?}");
        owner.get("/lavoro").await.is(200).says("1 proposta senza risposta");
        owner.get(desk).await.is(200).says("Panchine").says("contributions/answer");
        owner.post("contributions/answer", &answer).await.is(303);
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says("Manca lo spazio");
        // Answered: nobody is called again.
        moderator.post("moderation/hide", &hide).await.is(303);
        moderator.post("moderation/restore", &restore).await.is(303);
        assert_eq!(mails_to(&app, "olga@alfa.example").await.len(), 1);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn nobody_answers_on_a_path_that_is_over() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        Rows::of(&app, "alfa").await.change("UPDATE processes SET stage = 'archived' WHERE slug = 'welfare'").await;
        let desk = "/lavoro/percorsi/welfare/risposte";
        owner.get(desk).await.is(200).says("Panchine").hides("contributions/answer");
        let answer =
            [("id", id.as_str()), ("form", id.as_str()), ("evaluation", "rejected"), ("reason", "Manca lo spazio")];
        owner.post_from(desk, "contributions/answer", &answer).await.is(422);
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).hides("Manca lo spazio");
    });
}
