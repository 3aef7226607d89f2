//! The hashes of the log cover every row that a change touches, not its subject alone.

use super::{digest, last_after};
use crate::{
    app::on_each_database,
    contributions::ground::ground,
    organs::ground::{apply, constitute, process},
    process::started,
};
use domain::{contribution::ModerationState, id::RoundId, role::Role};
use server::store::{
    delegates,
    extensions::Extension,
    members,
    moderation::{self, Beat},
    phases,
    processes::Process,
    syntheses,
};

#[test]
fn a_synthesis_is_hashed_with_what_it_was_made_from() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let facilitator = app.person_in("alfa", "Fede", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let contribution = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let (table, source) = (ground.table.to_string(), format!("contribution:{contribution}"));
        let new = [
            ("table", table.as_str()),
            ("kind", "need"),
            ("title", "Ombra"),
            ("text", "Serve ombra."),
            ("sources[]", source.as_str()),
        ];
        facilitator.post("tables/synthesise", &new).await.is(303);
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let kept = syntheses::of_table(&tx, seed.scope(), ground.table).await.unwrap().remove(0);
        let sources = syntheses::sources(&tx, seed.scope(), &[kept.id]).await.unwrap();
        drop(tx);
        let sources: Vec<_> = sources.into_iter().map(|source| source.id).collect();
        assert_eq!(sources.len(), 1);
        assert_eq!(last_after(&app, "alfa", "synthesis.write").await, digest(&(&kept, &sources)));
    });
}

#[test]
fn a_report_is_hashed_with_the_state_that_it_moves() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&anna, "Il sindaco dorme", "Sempre.").await;
        let of = [("kind", "contribution"), ("id", id.as_str()), ("reason", "È un insulto")];
        bruno.post("moderation/report", &of).await.is(303);
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let report = moderation::waiting_at(&tx, seed.scope(), &Beat::Tenant, 1).await.unwrap().remove(0);
        drop(tx);
        let moved = (&report, ModerationState::Published, ModerationState::Reported);
        assert_eq!(last_after(&app, "alfa", "moderation.report").await, digest(&moved));
    });
}

#[test]
fn a_member_is_hashed_with_who_sits_for_it_unreadably() {
    on_each_database(|app| async move {
        app.at("2022-02-20T09:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let organ = constitute(&owner).await;
        let seed = app.seed("alfa").await;
        let expected = async |organisation: &str| {
            let tx = seed.begin().await.unwrap();
            let all = members::of_organs(&tx, seed.scope(), &[organ.parse().unwrap()]).await.unwrap();
            let member = all.into_iter().find(|one| one.organisation == organisation).expect("it has a seat");
            let delegate = delegates::of_member(&tx, seed.scope(), member.id).await.unwrap().expect("it named one");
            (member, app.app.key.of_row(&delegate))
        };
        let typed = [
            ("organ", organ.as_str()),
            ("organisation", "Auser"),
            ("kind", "association"),
            ("category", "anziani"),
            ("delegate", "Dora Delegata"),
            ("email", "dora.delegata@alfa.example"),
            ("votes", "si"),
        ];
        owner.post("organs/invite", &typed).await.is(303);
        let (member, named) = expected("Auser").await;
        assert_eq!(last_after(&app, "alfa", "member.invite").await, digest(&(&member, &named)));

        let dora = app.person("alfa", "Dora Delegata", &[]).await;
        let id = member.id.to_string();
        let accept = [("member", id.as_str()), ("step", "accept"), ("reason", ""), ("back", "")];
        dora.post("organs/move", &accept).await.is(303);
        let (member, linked) = expected("Auser").await;
        assert_ne!(named, linked, "the delegate is a person now");
        assert_eq!(last_after(&app, "alfa", "member.move").await, digest(&(&member, Some(&linked))));

        let carla = app.person("alfa", "Carla", &[]).await;
        apply(&carla, &organ).await;
        let applied = expected("Voci Migranti").await;
        assert_eq!(last_after(&app, "alfa", "member.apply").await, digest(&(&applied.0, &applied.1)));
    });
}

#[test]
fn a_step_is_hashed_with_the_phases_that_it_dates() {
    on_each_database(|app| async move {
        let process = started(&app).await;
        // The log tells of the version that was seen.
        let process = Process { version: process.version - 1, ..process };
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let dated = phases::in_order(&tx, seed.scope(), process.id).await.unwrap();
        drop(tx);
        assert!(dated.iter().any(|phase| phase.actual_from.is_some()));
        let (closed, asked): (Option<RoundId>, Option<Extension>) = (None, None);
        let told = app.app.key.of_row(&(&process, &dated, closed, asked));
        assert_eq!(last_after(&app, "alfa", "process.step").await, digest(&told));
    });
}
