//! An invitation to an organ has its days, and can be taken back.

use super::{
    ground::{constitute, id_after, mails_to, process},
    members::take,
};
use crate::app::on_each_database;
use domain::role::Role;

/// An invitation to a mistyped address does not close the organisation's seat, and one that nobody answers opens it to
/// nobody later.
#[test]
fn an_invitation_expires_and_is_taken_back() {
    on_each_database(|app| async move {
        // Sessions that last beyond the invitation.
        app.at("2022-03-01T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let wrong = app.person("alfa", "Sbagliata", &[]).await;
        app.at("2022-02-20T09:00:00Z");
        let organ = constitute(&owner).await;
        let desk = "/lavoro/percorsi/welfare/organi";
        let invite = async |email: &str| {
            let typed = [
                ("organ", organ.as_str()),
                ("form", "negotiation_table"),
                ("organisation", "Auser"),
                ("kind", "association"),
                ("category", "anziani"),
                ("delegate", "Dora Delegata"),
                ("email", email),
                ("votes", "si"),
            ];
            owner.post_from(desk, "organs/invite", &typed).await
        };
        invite("sbagliata@alfa.example").await.is(303);
        owner.get(desk).await.is(200).says("L’invito vale fino a: 06/03/2022, 10:00");
        let told = mails_to(&app, "sbagliata@alfa.example").await;
        assert!(told[0].1.contains("06/03/2022, 10:00"), "{told:?}");
        let member = id_after(&told[0].1, "http://alfa.tavolo.test/inviti/organi/");
        let link = format!("/inviti/organi/{member}");
        wrong.get(&link).await.is(200).says("value=\"accept\"").hides("scaduto");

        // The clock goes on while the test runs.
        app.at("2022-03-06T09:30:00Z");
        wrong.get(&link).await.is(200).says("L’invito è scaduto").hides("value=\"accept\"");
        take(&wrong, &member, "accept", "").await.is(422);
        take(&wrong, &member, "take_back", "Non sono io").await.is(403);
        invite("dora.delegata@alfa.example").await.is(422).says("Auser");
        take(&owner, &member, "take_back", " ").await.is(422);
        take(&owner, &member, "take_back", "L’indirizzo era sbagliato").await.is(303);
        owner.get(desk).await.is(200).says("Invito ritirato").says("L’indirizzo era sbagliato").hides("vale fino a");
        let told = mails_to(&app, "sbagliata@alfa.example").await;
        assert!(told.len() == 2 && told.iter().any(|mail| mail.1.contains("L’indirizzo era sbagliato")), "{told:?}");
        take(&owner, &member, "take_back", "Di nuovo").await.is(422);

        // The organisation keeps its seat, and another person answers for it.
        invite("dora.delegata@alfa.example").await.is(303);
        assert_eq!((app.count("organ_members").await, app.count("organ_delegates").await), (1, 1));
        wrong.get(&link).await.is(404);
        let dora = app.person("alfa", "Dora Delegata", &[]).await;
        take(&dora, &member, "accept", "").await.is(303);
        app.visitor("alfa").get("/percorsi/welfare/chi-fa-cosa").await.is(200).says("Auser");
        crate::audit::holds(&app, "alfa").await;
    });
}
