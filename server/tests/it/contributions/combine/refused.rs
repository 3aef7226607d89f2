//! Who may not merge and divide, what cannot be, and when.

use super::{DESK, facilitator, merge, page, split};
use crate::{
    app::on_each_database,
    contributions::ground::{Ground, ground},
    organs::ground::mails_to,
    rows::Rows,
};
use domain::role::Role;

#[test]
fn every_refusal() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let other = Ground::other_path(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let facilitator = facilitator(&app, &ground).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let secretary = app.person_in("alfa", "Sara", &[Role::BodySecretary], Some(ground.process)).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let stranger = app.person("beta", "Fede", &[Role::ProcessFacilitator]).await;
        let mut ids = Vec::new();
        for title in ["Panchine", "Fontane", "Luci", "Alberi"] {
            ids.push(ground.propose(&anna, title, &format!("Ecco: {}.", title.to_lowercase())).await);
        }
        let [open, answered, hidden, fourth] = [&ids[0], &ids[1], &ids[2], &ids[3]].map(String::as_str);
        let there = other.propose(&anna, "Altrove", "Sì.").await;
        let answer = [("id", answered), ("evaluation", "accepted"), ("reason", "")];
        owner.post("contributions/answer", &answer).await.is(303);
        let hide = [("kind", "contribution"), ("id", hidden), ("ground", "spam"), ("reason", "No")];
        moderator.post("moderation/hide", &hide).await.is(303);
        let mails = app.count("mails").await;
        let two = [("Uno", "a"), ("Due", "b")];
        for who in [&anna, &secretary, &moderator] {
            who.get(&page(&[open, fourth])).await.is(403);
            merge(who, &ground, &[open, fourth], "Una", "Così").await.is(403);
            split(who, open, &two, "Così").await.is(403);
        }
        app.visitor("alfa").get(&page(&[open, fourth])).await.is(303);
        merge(&stranger, &ground, &[open, fourth], "Una", "Così").await.is(404);
        split(&stranger, open, &two, "Così").await.is(404);
        for with in [answered, hidden] {
            merge(&facilitator, &ground, &[open, with], "Una", "Così").await.is(422);
            split(&facilitator, with, &two, "Così").await.is(422);
            facilitator.get(&page(&[open, with])).await.is(200).says("non si possono unire").says("Ecco: panchine");
        }
        // What everybody may not read is not read here either.
        let shown = facilitator.get(&page(&[open, hidden])).await.is(200).says("Non è pubblica");
        shown.hides("Luci").hides("Ecco: luci");
        owner.get(&page(&[open, hidden]).replace("/unisci", "/insieme")).await.is(200).says("Panchine").hides("Luci");
        // Nor do codes of persons pass in a part.
        let code = [("Uno", "a"), ("Due", "Chiamate RSSMRA80A01H501U")];
        split(&facilitator, open, &code, "Così").await.is(422);
        merge(&facilitator, &ground, &[open, &there], "Una", "Così").await.is(404);
        split(&facilitator, &there, &two, "Così").await.is(404);
        // None, one, the same twice, too many.
        merge(&facilitator, &ground, &[], "Una", "Così").await.is(422);
        merge(&facilitator, &ground, &[open], "Una", "Così").await.is(422);
        merge(&facilitator, &ground, &[open, open], "Una", "Così").await.is(422);
        let many: Vec<_> = (0..21).map(|_| domain::id::ContributionId::fresh().to_string()).collect();
        merge(&facilitator, &ground, &many.iter().map(String::as_str).collect::<Vec<_>>(), "Una", "Così").await.is(422);
        facilitator.get(&page(&[open])).await.is(200).says("Scegli almeno due proposte");
        facilitator.get(&format!("{DESK}/dividi")).await.is(200).says("Scegli una sola proposta");
        // A table of another path is none here.
        merge(&facilitator, &other, &[open, fourth], "Una", "Così").await.is(422);
        // Nothing but a merge or a division answers that something was merged or divided.
        for evaluation in ["merged", "split"] {
            let by_hand = [("id", open), ("evaluation", evaluation), ("reason", "Così")];
            owner.post("contributions/answer", &by_hand).await.is(422);
            owner.get(DESK).await.is(200).hides(&format!("value=\"{evaluation}\""));
        }
        let rows = Rows::of(&app, "alfa").await;
        for stage in ["sharing", "concluded", "archived", "suspended"] {
            rows.change(&format!("UPDATE processes SET stage = '{stage}' WHERE slug = 'welfare'")).await;
            merge(&facilitator, &ground, &[open, fourth], "Una", "Così").await.is(422);
            split(&facilitator, open, &two, "Così").await.is(422);
            facilitator.get(&page(&[open, fourth])).await.is(200).says("prima che il risultato passi");
        }
        rows.change("UPDATE processes SET stage = 'closing' WHERE slug = 'welfare'").await;
        assert_eq!((rows.count("contributions", "answered").await, app.count("mails").await), (1, mails));
        assert_eq!(rows.count("contribution_origins", "1 = 1").await, 0);
        // While it is examined nobody comments any more: the mail says to whom one writes.
        merge(&facilitator, &ground, &[open, fourth], "Una", "Così").await.is(303);
        let told = mails_to(&app, "anna@alfa.example").await;
        assert!(told.iter().any(|(_, body)| body.contains("/percorsi/welfare/chi-fa-cosa")), "{told:?}");
    });
}
