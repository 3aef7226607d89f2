//! Tables, their syntheses, and the answers to what was gathered.

use super::ground::{CLOSING, ground};
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn a_synthesis_takes_contributions_up_and_leaves_them_as_they_are() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let facilitator = app.person_in("alfa", "Fede", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let (table, source) = (ground.table.to_string(), format!("contribution:{id}"));
        let desk = format!("/lavoro/percorsi/welfare/tavoli/{table}");
        anna.get(&desk).await.is(403);
        facilitator.get(&desk).await.is(200).says("Panchine");
        let words = [("table", table.as_str()), ("kind", "need"), ("title", "Ombra"), ("text", "Serve **ombra**.")];
        let without = facilitator.post_from(&desk, "tables/synthesise", &words).await.is(422);
        without.says("campo obbligatorio").says("Serve **ombra**.");
        let with = [words[0], words[1], words[2], words[3], ("sources[]", source.as_str())];
        owner.post("tables/synthesise", &with).await.is(403);
        facilitator.post("tables/synthesise", &with).await.is(303);
        assert_eq!((app.count("syntheses").await, app.count("synthesis_sources").await), (1, 1));
        let visitor = app.visitor("alfa");
        visitor.get(&ground.table_path()).await.is(200).says("<strong>ombra</strong>").says(&format!("/proposte/{id}"));
        let page = visitor.get(&format!("/proposte/{id}")).await.is(200);
        page.says("In una sintesi").says("All’ombra.").says("Nella sintesi del tavolo «Scuole»: Ombra");
    });
}

#[test]
fn each_contribution_is_answered_once_and_its_people_are_told() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        for person in [&anna, &bruno] {
            person.post("contributions/follow", &[("id", &id), ("on", "si")]).await.is(303);
        }
        app.at(CLOSING);
        let desk = "/lavoro/percorsi/welfare/risposte";
        bruno.get(desk).await.is(403);
        owner.get(desk).await.is(200).says("1 proposta attende una risposta").says("Panchine");
        let no = [("id", id.as_str()), ("form", id.as_str()), ("evaluation", "rejected"), ("reason", " ")];
        owner.post_from(desk, "contributions/answer", &no).await.is(422).says("campo obbligatorio");
        let no = [no[0], no[1], no[2], ("reason", "Manca lo spazio")];
        bruno.post("contributions/answer", &no).await.is(403);
        owner.post("contributions/answer", &no).await.is(303);
        owner.post("contributions/answer", &no).await.is(422);
        assert_eq!(app.count("mails").await, 2, "author and follower, once each");
        let page = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200);
        page.says("Non accolta").says("Manca lo spazio");
        anna.get("/spazio").await.is(200).says("Novità: ");
        owner.get(desk).await.is(200).says("Nessuna proposta attende una risposta");
    });
}

#[test]
fn tables_are_added_edited_and_ordered_by_staff_alone() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let desk = "/lavoro/percorsi/welfare/tavoli";
        let new = [
            ("process", "welfare"),
            ("name", "Imprese"),
            ("focus", "Welfare"),
            ("audience", "Imprese"),
            ("facilitator", ""),
        ];
        anna.post("tables/add", &new).await.is(403);
        app.visitor("alfa").post("tables/add", &new).await.is(401);
        let bad = [new[0], ("name", ""), new[2], new[3], ("facilitator", &anna.id.unwrap().to_string())];
        owner.post_from(desk, "tables/add", &bad).await.is(422).says("campo obbligatorio").says("Welfare");
        let bad = [new[0], new[1], new[2], new[3], bad[4]];
        owner.post_from(desk, "tables/add", &bad).await.is(422).says("scegli una delle voci");
        owner.post("tables/add", &new).await.is(303);
        assert_eq!(app.count("thematic_tables").await, 2);
        let edit = ground.table_fields("Scuole e formazione");
        let edit: Vec<_> = edit.iter().map(|(name, value)| (*name, value.as_str())).collect();
        owner.post("tables/edit", &edit).await.is(303);
        owner.post("tables/edit", &edit).await.is(409);
        let list = app.visitor("alfa").get("/percorsi/welfare/tavoli").await.is(200).says("Scuole e formazione");
        assert!(list.body.find("Scuole e formazione") < list.body.find("Imprese"));
        let page = owner.get(desk).await.is(200);
        let imprese = page.body.rsplit("name=\"table\" value=\"").next().unwrap()[..36].to_owned();
        for (to, first, second) in
            [("up", "Imprese", "Scuole e"), ("up", "Imprese", "Scuole e"), ("down", "Scuole e", "Imprese")]
        {
            owner.post("tables/reorder", &[("table", &imprese), ("to", to)]).await.is(303);
            let list = app.visitor("alfa").get("/percorsi/welfare/tavoli").await.is(200);
            assert!(list.body.find(&format!(">{first}")) < list.body.find(&format!(">{second}")), "{to}");
        }
        owner.post("tables/reorder", &[("table", &imprese), ("to", "sideways")]).await.is(422);
    });
}
