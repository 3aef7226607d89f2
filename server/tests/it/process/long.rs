//! A path whose history and acts are longer than a page: the newest come first, and the first are still reached.

use super::{started, stored};
use crate::app::{Visitor, on_each_database};
use domain::{
    act::{ActKind, NewAct},
    history::HistoryKind,
    role::Role,
};
use server::store::{
    acts,
    history::{self, Event},
};

/// All pages of one list of the path, as the parameter that leads on is called.
async fn pages(who: &Visitor<'_>, path: &str, parameter: &str) -> Vec<String> {
    let (mut next, mut pages) = (Some(path.to_owned()), Vec::new());
    let mark = format!("{parameter}=");
    let value = |href: &str| href.split(['?', '&']).find_map(|part| part.strip_prefix(&mark)).map(str::to_owned);
    while let Some(page) = next {
        let body = who.get(&page).await.is(200).text();
        let link = body.split("rel=\"next\" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        // The other list's link keeps this one's place.
        next = link.map(|href| href.replace("&amp;", "&")).find(|href| value(href) != value(&page));
        pages.push(body);
        assert!(pages.len() < 10, "the list ends");
    }
    pages
}

#[test]
fn the_newest_of_a_long_path_comes_first_and_the_oldest_is_reached() {
    on_each_database(|app| async move {
        started(&app).await;
        let process = stored(&app).await;
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let now = app.app.clock.now();
        for number in 1..=210 {
            let event = Event {
                process: process.id,
                at: now + chrono::Duration::minutes(number),
                kind: HistoryKind::Acknowledged,
                stage: process.stage,
                role: Role::BodySecretary,
                note: format!("Nota {number}."),
                public: number % 2 == 0,
                document: None,
            };
            history::add(&tx, seed.scope(), &event).await.unwrap();
            let act = NewAct {
                kind: ActKind::ALL[0],
                body: "Giunta".into(),
                number: number.to_string(),
                date: "2022-03-01".parse().unwrap(),
                subject: format!("Oggetto {number}."),
                link: None,
            };
            acts::insert(&tx, seed.scope(), process.id, &act, None, now).await.unwrap();
        }
        tx.commit().await.unwrap();
        drop(seed);

        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let visitor = app.visitor("alfa");
        for (who, path, all) in [(&visitor, "/percorsi/welfare", false), (&anna, "/lavoro/percorsi/welfare", true)] {
            let found = pages(who, path, "storia").await;
            assert!(found[0].contains("Nota 210.") && !found[0].contains("Nota 2."), "the newest come first");
            for number in 1..=210 {
                let times = found.iter().filter(|page| page.contains(&format!("Nota {number}."))).count();
                assert_eq!(times, usize::from(all || number % 2 == 0), "{path} {number}");
            }
            who.get(&format!("{path}?storia=altro")).await.is(404);
        }
        for (who, path) in [(&visitor, "/percorsi/welfare"), (&anna, "/lavoro/percorsi/welfare/atti")] {
            let found = pages(who, path, "atti").await;
            assert!(found[0].contains("Oggetto 210.") && !found[0].contains("Oggetto 2."), "the latest come first");
            for number in 1..=210 {
                let times = found.iter().filter(|page| page.contains(&format!("Oggetto {number}."))).count();
                assert_eq!(times, 1, "{path} {number}");
            }
            who.get(&format!("{path}?atti=altro")).await.is(404);
        }
    });
}
