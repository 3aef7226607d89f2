//! The program as a process: what it does, what it says, and with which code it ends.

mod serving;

use crate::app::{TestApp, on_each_database};
use domain::role::Role;
use std::process::{Command, Output};

/// The program with these arguments, over the test's own database.
fn tavolo(app: &TestApp, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tavolo"));
    let config = &app.app.config;
    command
        .env_clear()
        .env("TAVOLO_DATABASE_URL", &config.database_url)
        .env("TAVOLO_OWNER_DATABASE_URL", &config.owner_database_url)
        .env("TAVOLO_DATA_DIR", &config.data_dir)
        .args(arguments);
    command
}

/// What came of it: the code, what it said, and what it complained of.
fn outcome(mut command: Command) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().expect("it ended by itself"), text(stdout), text(stderr))
}

/// Runs the program, which must end with 0; gives what it said.
#[track_caller]
fn done(app: &TestApp, arguments: &[&str]) -> String {
    let (code, said, complained) = outcome(tavolo(app, arguments));
    assert_eq!((code, complained.as_str()), (0, ""), "{arguments:?}: {said}");
    said
}

/// Runs the program, which must end with `code` and say nothing; gives what it complained of.
#[track_caller]
fn refused(app: &TestApp, code: i32, arguments: &[&str]) -> String {
    let (ended, said, complained) = outcome(tavolo(app, arguments));
    assert_eq!((ended, said.as_str()), (code, ""), "{arguments:?}: {complained}");
    complained
}

const GAMMA: [&str; 16] = [
    "tenant",
    "create",
    "--kind",
    "municipality",
    "--name",
    "Comune di Gamma",
    "--slug",
    "gamma",
    "--parent",
    "alfa",
    "--pack",
    "er-lr15-2018",
    "--template",
    "participatory_path",
    "--admin",
    "ada@gamma.example",
];

#[test]
fn help_teaches_and_what_is_not_understood_ends_with_two() {
    on_each_database(|app| async move {
        let help = done(&app, &["--help"]);
        for words in ["First steps:", "tavolo migrate", "tavolo tenant create --help", "TAVOLO_SMTP_URL", "ends with 0"]
        {
            assert!(help.contains(words), "{words}: {help}");
        }
        let create = done(&app, &["tenant", "create", "--help"]);
        assert!(create.contains("Example:") && create.contains("--pack er-lr15-2018"), "{create}");
        assert!(done(&app, &["staff", "invite", "--help"]).contains("tenant_admin"));
        assert!(done(&app, &["--version"]).starts_with("tavolo "));
        for wrong in [&["sing"][..], &["tenant", "create"], &["tenant", "suspend"], &["demo", "--clock", "ieri"]] {
            let complained = refused(&app, 2, wrong);
            assert!(complained.contains("--help"), "{wrong:?}: {complained}");
        }
    });
}

#[test]
fn every_fault_of_the_configuration_is_told_at_once() {
    on_each_database(|app| async move {
        let mut wrong = tavolo(&app, &["serve"]);
        wrong.env("TAVOLO_ADDR", "3000").env("TAVOLO_SCHEME", "ftp").env("TAVOLO_COLOUR", "red");
        wrong.env("TAVOLO_SITE_DIR", app.app.config.data_dir.join("nowhere"));
        let (code, _, complained) = outcome(wrong);
        assert_eq!(code, 1);
        for fault in ["addr: ", "scheme: ", "colour: ", "site_dir: "] {
            assert!(complained.contains(fault), "{fault}: {complained}");
        }
        assert!(refused(&app, 1, &["demo"]).contains("demo mode"));
        assert!(refused(&app, 1, &["demo", "--guide"]).contains("demo mode"));
        let mut open_demo = tavolo(&app, &["demo"]);
        open_demo.env("TAVOLO_DEMO", "true").env("TAVOLO_ADDR", "0.0.0.0:3000");
        let (code, _, complained) = outcome(open_demo);
        assert!(code == 1 && complained.contains("demo: "), "{complained}");
    });
}

#[test]
fn tenants_are_created_listed_suspended_and_resumed() {
    on_each_database(|app| async move {
        done(&app, &["migrate"]);
        let made = done(&app, &GAMMA);
        assert_eq!(
            made,
            "Comune di Gamma answers at http://gamma.localhost:3000\nInvitation sent to ada@gamma.example.\n"
        );
        app.visitor("gamma").get("/").await.is(200).says("Comune di Gamma");
        assert_eq!(app.count("invitations").await, 1);
        assert!(refused(&app, 1, &GAMMA).contains("nothing was changed:\n- --slug: "));
        let orphan: Vec<_> = GAMMA.iter().map(|word| if *word == "alfa" { "omega" } else { *word }).collect();
        assert!(refused(&app, 1, &orphan).contains("--parent: there is no tenant \"omega\""));

        let all = done(&app, &["tenant", "list"]);
        for slug in ["alfa", "beta", "gamma"] {
            assert!(all.lines().any(|line| line.starts_with(slug) && line.contains("active")), "{slug}: {all}");
        }
        assert_eq!(done(&app, &["tenant", "list", "--search", "gamma"]).lines().count(), 1);

        assert_eq!(done(&app, &["tenant", "suspend", "gamma"]), "gamma: done.\n");
        app.visitor("gamma").get("/").await.is(503);
        assert!(done(&app, &["tenant", "list", "--search", "gamma"]).contains("suspended"));
        assert!(refused(&app, 1, &["tenant", "suspend", "gamma"]).contains("in that state already"));
        assert!(refused(&app, 1, &["tenant", "suspend", "omega"]).contains("there is no tenant \"omega\""));
        assert_eq!(done(&app, &["tenant", "resume", "gamma"]), "gamma: done.\n");
        app.visitor("gamma").get("/").await.is(200);
        crate::audit::holds(&app, "gamma").await;
    });
}

#[test]
fn staff_are_invited_listed_and_sent_away() {
    on_each_database(|app| async move {
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        marta.get("/enti").await.is(200);
        let invited = done(&app, &["staff", "invite", "--email", "anna@regione.example", "--role", "guarantor"]);
        assert!(
            invited.contains("Invitation sent to anna@regione.example")
                && invited.contains("http://localhost:3000/invito/")
        );
        let into = ["staff", "invite", "--tenant", "alfa", "--email", "urp@alfa.example", "--role", "moderator"];
        assert!(done(&app, &into).contains("http://alfa.localhost:3000/invito/"));
        assert_eq!((app.count("invitations").await, app.count("mails").await), (2, 2));
        for (wrong, words) in [
            (&["staff", "invite", "--email", "no", "--role", "guarantor"][..], "--email: "),
            (&["staff", "invite", "--email", "a@b.example", "--role", "king"], "--role: "),
            (
                &["staff", "invite", "--tenant", "omega", "--email", "a@b.example", "--role", "moderator"],
                "no tenant \"omega\"",
            ),
            (&["staff", "list", "--tenant", "omega"], "no tenant \"omega\""),
        ] {
            let complained = refused(&app, 1, wrong);
            assert!(complained.contains(words), "{wrong:?}: {complained}");
        }
        assert_eq!(app.count("invitations").await, 2);

        let listed = done(&app, &["staff", "list"]);
        assert!(
            listed.starts_with("marta@platform.example ") && listed.trim_end().ends_with(" coordinator"),
            "{listed}"
        );
        assert!(done(&app, &["staff", "list", "--tenant", "alfa"]).contains("tenant_admin"));
        let revoke = ["staff", "revoke", "--email", "marta@platform.example", "--role", "coordinator"];
        assert!(done(&app, &revoke).contains("does not hold coordinator any longer"));
        marta.get("/enti").await.is(403);
        assert!(refused(&app, 1, &revoke).contains("nothing was changed"));
        let last = ["staff", "revoke", "--tenant", "alfa", "--email", "ada@alfa.example", "--role", "tenant_admin"];
        assert!(!refused(&app, 1, &last).is_empty(), "somebody must stay");
    });
}
