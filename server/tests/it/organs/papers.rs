//! Papers of a meeting: public ones for everybody, private ones of an organ for its members.

use super::ground::{constitute, planned, process, seated};
use crate::app::{Visitor, on_each_database};
use domain::role::Role;

const PDF: &[u8] = b"%PDF-1.7\n% una prova\n";

async fn filed(owner: &Visitor<'_>, title: &str, visibility: &str) -> String {
    let fields = [
        ("slug", "welfare"),
        ("title", title),
        ("kind", "minutes"),
        ("visibility", visibility),
        ("dated", "2022-02-20"),
    ];
    let desk = "/lavoro/percorsi/welfare/documenti";
    let to = owner.send_file(desk, "documents/upload", &fields, ("carta.pdf", PDF)).await.is(303).location.unwrap();
    to.strip_prefix("/lavoro/documenti/").unwrap().split('?').next().unwrap().to_owned()
}

#[test]
fn papers_are_read_by_those_they_are_for() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let member = app.person("alfa", "Carla Delegata", &[]).await;
        let outsider = app.person("alfa", "Ugo", &[]).await;
        let foreigner = app.person("beta", "Bea", &[Role::TenantAdmin, Role::ProcessOwner]).await;
        let organ = constitute(&owner).await;
        seated(&owner, &member, &organ).await;
        let (open, closed, unattached) = (
            filed(&owner, "Regolamento aperto", "public").await,
            filed(&owner, "Bozza riservata", "private").await,
            filed(&owner, "Carta mai allegata", "private").await,
        );
        let of_organ = planned(&owner, &format!("organ:{organ}")).await;
        let of_all = planned(&owner, "public").await;
        for (meeting, document) in [(&of_organ, &open), (&of_organ, &closed), (&of_all, &open), (&of_all, &unattached)]
        {
            owner.post("meetings/paper", &[("meeting", meeting), ("document", document)]).await.is(303);
        }
        let wrong = [("meeting", of_organ.as_str()), ("document", organ.as_str())];
        owner.post("meetings/paper", &wrong).await.is(422);
        foreigner.post("meetings/paper", &[("meeting", &of_organ), ("document", &open)]).await.is(404);
        outsider.post("meetings/paper", &[("meeting", &of_organ), ("document", &open)]).await.is(403);

        let page = format!("/incontri/{of_organ}");
        member.get(&page).await.is(200).says("Regolamento aperto").says("Bozza riservata");
        outsider.get(&page).await.is(200).says("Regolamento aperto").hides("Bozza riservata");
        app.visitor("alfa").get(&page).await.is(200).says("Regolamento aperto").hides("Bozza riservata");
        member.get(&format!("/documenti/{closed}/file")).await.is(200);
        outsider.get(&format!("/documenti/{closed}/file")).await.is(404);
        app.visitor("alfa").get(&format!("/documenti/{closed}/file")).await.is(404);
        app.visitor("alfa").get(&format!("/documenti/{open}/file")).await.is(200);
        // At a public meeting a private paper stays with the staff.
        member.get(&format!("/incontri/{of_all}")).await.is(200).hides("Carta mai allegata");
        member.get(&format!("/documenti/{unattached}/file")).await.is(404);

        let remove = [("meeting", of_organ.as_str()), ("document", closed.as_str())];
        owner.post("meetings/paper-remove", &remove).await.is(303);
        member.get(&format!("/documenti/{closed}/file")).await.is(404);
    });
}
