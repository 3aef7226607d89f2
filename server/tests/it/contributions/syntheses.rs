//! Syntheses: changed until a proposal document is made from them.

use super::ground::ground;
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
