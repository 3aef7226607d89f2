//! Formal documents that several people sign.

use super::{PDF, path_in, upload};
use crate::{app::on_each_database, rows::Rows};
use domain::{role::Role, stage::Stage};

/// The registration of the document `id`, as typed on its page when it had this version.
pub fn registration<'a>(id: &'a str, version: &'a str) -> [(&'static str, &'a str); 9] {
    [
        ("id", id),
        ("version", version),
        ("register", "AL"),
        ("year", "2022"),
        ("number", "19558"),
        ("date", "2022-03-02"),
        ("direction", "incoming"),
        ("counterpart", "Regione"),
        ("subject", "Richiesta"),
    ]
}

/// C11: a document waits for every signature that was announced, and is protocolled after the last.
#[test]
fn signatures_are_counted() {
    on_each_database(|app| async move {
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let id = upload(&owner, "Accordo", "public", ("a.pdf", PDF)).await;
        let id = id.as_str();
        let page = format!("/lavoro/documenti/{id}");
        let sign = |version, awaited| {
            [("id", id), ("version", version), ("step", "sign"), ("form", "sign"), ("awaited", awaited)]
        };
        for bad in ["0", "cento"] {
            owner.post_from(&page, "documents/step", &sign("1", bad)).await.is(422).says("99");
        }
        owner.post("documents/step", &sign("1", "2")).await.is(303);
        // One that was marked before signatures were counted counts as one of one.
        let columns = [("documents", "signatures_given"), ("documents", "signatures_awaited")];
        let rows = Rows::of(&app, "alfa").await;
        app.made_again("m0221_signatures", &columns).await;
        assert_eq!(rows.count("documents", "signatures_given = 1 AND signatures_awaited = 1").await, 1);
        rows.change("UPDATE documents SET signatures_awaited = 2 WHERE state = 'signed'").await;
        owner.get(&page).await.is(200).says("Firmato: 1 di 2");
        owner.post_from(&page, "documents/protocol", &registration(id, "2")).await.is(422).says("ora 1 di 2");
        owner.post("documents/step", &sign("2", "")).await.is(303);
        // More were announced than sign: the number is corrected, never below those that are there.
        let edit = |version, awaited| {
            [("id", id), ("version", version), ("title", "Accordo"), ("visibility", "public"), ("awaited", awaited)]
        };
        owner.post_from(&page, "documents/edit", &edit("3", "1")).await.is(422).says("tra 2 e 99");
        owner.post("documents/edit", &edit("3", "3")).await.is(303);
        owner.get(&page).await.is(200).says("Firmato: 2 di 3");
        owner.post("documents/edit", &edit("4", "2")).await.is(303);
        owner.get(&page).await.is(200).says("Firmato: 2 di 2").hides("value=\"sign\"");
        owner.post("documents/step", &sign("5", "")).await.is(422);
        owner.post("documents/protocol", &registration(id, "5")).await.is(303);
    });
}
