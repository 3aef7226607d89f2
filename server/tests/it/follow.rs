//! Feeds and calendars, as programs outside the site read them.

use crate::{
    app::{TestApp, Visitor, on_each_database},
    contributions::ground::ground,
    organs::ground::{constitute, planned, process},
    rows::Rows,
};
use atom_syndication::Feed;
use chrono::{DateTime, Utc};
use domain::role::Role;
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event};
use server::demo;

const FEEDS: [&str; 4] = ["/novita.atom", "/proposte.atom", "/decisioni.atom", "/percorsi/clicchiamoci-su/novita.atom"];

async fn feed(by: &Visitor<'_>, path: &str) -> Feed {
    let answer = by.get(path).await.is(200);
    assert!(answer.headers["content-type"].to_str().unwrap().starts_with("application/atom+xml"));
    Feed::read_from(answer.body.as_bytes()).unwrap()
}

async fn events(by: &Visitor<'_>, path: &str) -> Vec<Event> {
    let answer = by.get(path).await.is(200);
    assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/calendar"));
    let calendar: Calendar = answer.body.parse().unwrap();
    calendar.events().cloned().collect()
}

fn starts(event: &Event) -> DateTime<Utc> {
    match event.get_start() {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(at))) => at,
        other => panic!("{other:?}"),
    }
}

/// Every feed of the demo's union that was decided upon is whole, newest first, and leads to pages that are there.
#[test]
fn feeds_tell_what_is_new_and_lead_to_it() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.unwrap();
        let visitor = app.visitor("calderara");
        for path in FEEDS {
            let feed = feed(&visitor, path).await;
            assert!(!feed.entries.is_empty(), "{path} has entries");
            assert!(feed.id.starts_with("urn:uuid:"), "{path} is known by no address: {}", feed.id);
            let times: Vec<_> = feed.entries.iter().map(|entry| entry.updated).collect();
            assert!(times.is_sorted_by(|a, b| a >= b), "{path}: newest first");
            assert_eq!(Some(&feed.updated), times.first());
            let mut names: Vec<_> = feed.entries.iter().map(|entry| &entry.id).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), feed.entries.len(), "{path}: each entry is known by a name of its own");
            for entry in feed.entries.iter().take(3) {
                let href = entry.links[0].href.strip_prefix("http://calderara.tavolo.test").unwrap();
                visitor.get(href.split('#').next().unwrap()).await.is(200);
            }
        }
        let english = feed(&visitor, "/novita.atom?lingua=en").await;
        assert_eq!((english.lang.as_deref(), english.title.value.split(':').next()), (Some("en"), Some("News")));
        app.visitor("platform").get("/novita.atom").await.is(404);
    });
}

#[test]
fn a_feed_forgets_what_was_hidden_and_keeps_every_letter() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let title = "</title>]]><script>alert(1)</script> & «ciò»";
        let id = ground.propose(&anna, title, "Sempre.").await;
        let shown = feed(&app.visitor("alfa"), "/proposte.atom").await;
        assert_eq!(shown.entries[0].title.value, title);
        assert!(shown.authors.iter().all(|author| !author.name.contains("Anna")), "nobody is named");
        let hide = [("kind", "contribution"), ("id", id.as_str()), ("ground", "offensive"), ("reason", "Insulta")];
        moderator.post("moderation/hide", &hide).await.is(303);
        for reader in [&app.visitor("alfa"), &anna, &moderator] {
            assert!(feed(reader, "/proposte.atom").await.entries.is_empty(), "not even its author subscribes to it");
        }
    });
}

/// Programs know what they read before: nothing comes a second time from a new host.
#[test]
fn what_was_followed_is_the_same_on_another_host() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.unwrap();
        let host = "partecipa.calderara.example";
        let ids = async |by: &Visitor<'_>| {
            let mut ids = Vec::new();
            for path in FEEDS {
                let feed = feed(by, path).await;
                ids.push(feed.id);
                ids.extend(feed.entries.into_iter().map(|entry| entry.id));
            }
            let meetings = events(by, "/calendario.ics").await;
            assert!(!meetings.is_empty());
            ids.extend(meetings.iter().map(|event| event.get_uid().unwrap().to_owned()));
            ids
        };
        let visitor = app.visitor("calderara");
        let before = ids(&visitor).await;
        let move_to = format!("UPDATE tenants SET custom_domain = '{host}' WHERE id = {{tenant}}");
        Rows::of(&app, "calderara").await.run(&move_to).await;
        let moved = visitor.at_host(host);
        assert!(moved.get("/novita.atom").await.is(200).body.contains(&format!("http://{host}/percorsi")));
        assert_eq!(ids(&moved).await, before);
    });
}

/// Changes the meeting of `planned` from `version` on.
async fn moved(owner: &Visitor<'_>, meeting: &str, version: &str) {
    let typed = [
        ("meeting", meeting),
        ("version", version),
        ("title", "Incontro; con, segni\\ \"difficili\""),
        ("date", "2022-03-08"),
        ("time", "17:30"),
        ("mode", "hybrid"),
        ("place", "Sala"),
        ("link", "https://video.example/stanza"),
        ("agenda", "Regole\nVarie"),
    ];
    owner.post("meetings/edit", &typed).await.is(303);
}

async fn running(app: &TestApp) -> Visitor<'_> {
    app.at("2022-02-20T09:00:00Z");
    let path = process(app).await;
    app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await
}

#[test]
fn a_calendar_follows_a_meeting_until_it_is_called_off() {
    on_each_database(|app| async move {
        let owner = running(&app).await;
        let meeting = planned(&owner, "public").await;
        let visitor = app.visitor("alfa");
        let first = events(&visitor, "/calendario.ics").await.remove(0);
        assert_eq!(starts(&first), "2022-03-01T16:30:00Z".parse::<DateTime<Utc>>().unwrap());
        moved(&owner, &meeting, "1").await;
        let second = events(&visitor, "/percorsi/welfare/calendario.ics").await.remove(0);
        assert_eq!(first.get_uid(), second.get_uid(), "the same meeting");
        assert!(second.get_sequence() > first.get_sequence(), "and a later word on it");
        assert_eq!(second.get_summary(), Some("Incontro; con, segni\\ \"difficili\""));
        assert_eq!(starts(&second), "2022-03-08T16:30:00Z".parse::<DateTime<Utc>>().unwrap());
        assert!(second.get_description().unwrap().contains("https://video.example/stanza"));
        let cancel = [("meeting", meeting.as_str()), ("version", "2"), ("reason", "Neve")];
        owner.post("meetings/cancel", &cancel).await.is(303);
        let file = format!("/incontri/{meeting}/incontro.ics");
        for path in ["/calendario.ics", &file] {
            let last = events(&visitor, path).await.remove(0);
            assert_eq!(last.property_value("STATUS"), Some("CANCELLED"), "{path} takes it away");
            assert!(last.get_sequence() > second.get_sequence());
        }
    });
}

#[test]
fn where_an_organ_connects_is_in_no_calendar() {
    on_each_database(|app| async move {
        let owner = running(&app).await;
        let organ = constitute(&owner).await;
        let meeting = planned(&owner, &format!("organ:{organ}")).await;
        moved(&owner, &meeting, "1").await;
        let file = format!("/incontri/{meeting}/incontro.ics");
        for path in ["/calendario.ics", "/percorsi/welfare/calendario.ics", &file] {
            for reader in [&app.visitor("alfa"), &owner] {
                reader.get(path).await.is(200).hides("video.example");
            }
        }
        app.visitor("beta").get(&file).await.is(404);
        app.visitor("alfa").get("/percorsi/altro/calendario.ics").await.is(404);
        app.visitor("platform").get("/calendario.ics").await.is(404);
    });
}
