//! Title and readers of a document: corrected until it is protocolled, annotated afterwards.

use super::{PDF, path_in, upload};
use crate::app::{Visitor, on_each_database};
use domain::{role::Role, stage::Stage};

#[test]
fn title_and_readers_are_corrected_until_it_is_protocolled() {
    on_each_database(|app| async move {
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let citizen = app.person("alfa", "Carlo", &[]).await;
        let id = upload(&owner, "Verbale n. 1", "private", ("verbale.pdf", PDF)).await;
        let page = format!("/lavoro/documenti/{id}");
        let edit = |version: &'static str, title: &'static str, visibility: &'static str| {
            [
                ("id", id.clone()),
                ("version", version.into()),
                ("title", title.into()),
                ("visibility", visibility.into()),
            ]
        };
        let send = async |who: &Visitor<'_>, fields: [(&'static str, String); 4]| {
            let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            who.post_from(&page, "documents/edit", &fields).await
        };
        owner.get(&page).await.is(200).says("Correggi titolo e lettori");
        send(&citizen, edit("1", "Preso", "public")).await.is(404);
        send(&app.visitor("alfa"), edit("1", "Preso", "public")).await.is(404);
        let refused = send(&owner, edit("1", "", "everybody")).await.is(422);
        refused.says("href=\"#title\"").says("href=\"#visibility\"");
        app.visitor("alfa").get(&format!("/documenti/{id}/file")).await.is(404);
        send(&owner, edit("1", "Verbale n. 2", "public")).await.is(303);
        send(&owner, edit("1", "Verbale n. 3", "private")).await.is(409).says("Verbale n. 3");
        app.visitor("alfa").get("/percorsi/agenda/documenti").await.is(200).says("Verbale n. 2");
        app.visitor("alfa").get(&format!("/documenti/{id}/file")).await.is(200);

        let protocol = [
            ("id", id.as_str()),
            ("version", "2"),
            ("register", "AL"),
            ("year", "2022"),
            ("number", "19558"),
            ("date", "2022-03-02"),
            ("direction", "incoming"),
            ("counterpart", "Regione"),
            ("subject", "Verbale"),
        ];
        owner.post("documents/protocol", &protocol).await.is(303);
        let refused = send(&owner, edit("3", "Verbale n. 4", "private")).await.is(422);
        refused.says("si può solo annotare").says("Annota").hides("Correggi titolo e lettori");
        app.visitor("alfa").get("/percorsi/agenda/documenti").await.is(200).says("Verbale n. 2");
    });
}
