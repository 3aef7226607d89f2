//! Syntheses: changed until a proposal document is made from them.

use super::{ground::ground, lists::add_rows};
use crate::{app::on_each_database, rows::Rows};
use domain::{
    document_content::{DocumentContent, ProposalText},
    role::Role,
};
use server::store::proposal_origins;

#[test]
fn a_synthesis_is_changed_until_a_document_is_made_from_it() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let facilitator = app.person_in("alfa", "Fede", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let contribution = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let (table, source) = (ground.table.to_string(), format!("contribution:{contribution}"));
        let desk = format!("/lavoro/percorsi/welfare/tavoli/{table}");
        let new = [
            ("table", table.as_str()),
            ("kind", "need"),
            ("title", "Ombra"),
            ("text", "Serve ombra."),
            ("sources[]", source.as_str()),
        ];
        facilitator.post("tables/synthesise", &new).await.is(303);
        let id = Rows::of(&app, "alfa").await.first("syntheses", "id").await.unwrap();
        facilitator.get(&desk).await.is(200).says("Modifica questa sintesi");
        app.visitor("alfa").get(&ground.table_path()).await.is(200).hides("Modifica questa sintesi");

        let edit = |version: &'static str, title: &'static str| {
            [("id", id.clone()), ("form", id.clone()), ("version", version.into()), ("kind", "proposal".into())]
                .into_iter()
                .chain([("title", title.into()), ("text", "Servono **alberi**.".into())])
                .collect::<Vec<(&str, String)>>()
        };
        let bad = edit("1", " ");
        let bad: Vec<_> = bad.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = facilitator.post_from(&desk, "tables/edit-synthesis", &bad).await.is(422);
        page.says("campo obbligatorio").says("Servono **alberi**.");
        let good = edit("1", "Ombra e alberi");
        let good: Vec<_> = good.iter().map(|(name, value)| (*name, value.as_str())).collect();
        anna.post("tables/edit-synthesis", &good).await.is(403);
        facilitator.post("tables/edit-synthesis", &good).await.is(303);
        let late = app.person_in("alfa", "Gina", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let hers = edit("1", "Solo panchine");
        let hers: Vec<_> = hers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = late.post_from(&desk, "tables/edit-synthesis", &hers).await.is(409);
        page.says("Solo panchine").says("Ombra e alberi");
        assert_eq!((app.count("syntheses").await, app.count("synthesis_sources").await), (1, 1), "the link stays");
        let page = app.visitor("alfa").get(&ground.table_path()).await.is(200);
        page.says("<strong>alberi</strong>").says(&format!("/proposte/{contribution}")).hides("Serve ombra.");

        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let proposal = ProposalText {
            number: 1,
            title: "Alberi".into(),
            text: "Si piantano.".into(),
            competence: "Unione".into(),
            feasibility: String::new(),
            cost: None,
            origins: vec![format!("synthesis:{id}").parse().unwrap()],
        };
        let content = DocumentContent { sections: Vec::new(), proposals: vec![proposal] };
        proposal_origins::replace(&tx, seed.scope(), ground.process, &content).await.unwrap();
        tx.commit().await.unwrap();
        let late = edit("2", "Troppo tardi");
        let late: Vec<_> = late.iter().map(|(name, value)| (*name, value.as_str())).collect();
        facilitator.post_from(&desk, "tables/edit-synthesis", &late).await.is(422);
        let page = facilitator.get(&desk).await.is(200);
        page.says("Per cambiarla, scrivine una nuova").hides("Modifica questa sintesi").says("Ombra e alberi");
        facilitator.post("tables/synthesise", &new).await.is(303);
        assert_eq!(app.count("syntheses").await, 2);
    });
}

/// The value of the tick beside `title`.
fn tick(page: &str, title: &str) -> String {
    let before = page.split(&format!(">{title}<")).next().unwrap();
    format!("contribution:{}", &before.rsplit("value=\"contribution:").next().unwrap()[..36])
}

#[test]
fn a_facilitator_reaches_what_was_gathered_first() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        add_rows(&app, &ground, 0, 40).await;
        let facilitator = app.person_in("alfa", "Fede", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let (table, desk) = (ground.table.to_string(), format!("/lavoro/percorsi/welfare/tavoli/{}", ground.table));
        let name = format!("/api/tables/synthesise {desk}");
        let page = facilitator.get(&desk).await.is(200).says("Idea 0039").hides("Idea 0000").text();
        let newest = tick(&page, "Idea 0039");
        let next = page.split("name=\"look_after\" value=\"").nth(1).expect("a next page").split('"').next().unwrap();
        let typed = |words: &'static str, after: &str| {
            [("draft", name.as_str()), ("table", &table), ("title", "Ombra"), ("text", "Serve ombra.")]
                .into_iter()
                .chain([("sources[]", newest.as_str()), ("look_words", words), ("look_after", after)])
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect::<Vec<_>>()
        };
        let mut found = Vec::new();
        for fields in [typed("", next), typed("0003", "")] {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let to = facilitator.post_from(&desk, "drafts/look", &fields).await.is(303).location.unwrap();
            let page = facilitator.get(to.split('#').next().unwrap()).await.is(200);
            // What was typed and ticked is there, wherever it stands in the list.
            let page = page.says("Serve ombra.</textarea>").says("Idea 0039").hides("Idea 0038").text();
            assert_eq!(page.matches(&format!("value=\"{newest}\"")).count(), 1, "chosen, and not on offer again");
            found.push(page);
        }
        assert!(found[0].contains("Idea 0000") && found[1].contains("Idea 0003") && !found[1].contains("Idea 0000"));
        facilitator.get(&format!("{desk}?dopo=altro")).await.is(404);
        let first = tick(&found[0], "Idea 0000");
        let new = [("table", table.as_str()), ("kind", "need"), ("title", "Ombra"), ("text", "Serve ombra.")];
        let new = [new.as_slice(), &[("sources[]", first.as_str()), ("sources[]", &newest)]].concat();
        facilitator.post_from(&desk, "tables/synthesise", &new).await.is(303);
        assert_eq!(app.count("synthesis_sources").await, 2);
        app.visitor("alfa").get(&ground.table_path()).await.is(200).says("Idea 0000").says("Idea 0039");
    });
}
