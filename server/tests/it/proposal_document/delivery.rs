//! What comes after a document was submitted, where a test is about something else: validated, sent, decided, published.

use super::{EDITOR, kept, say, say_to};
use crate::app::{TestApp, Visitor};
use domain::id::ProcessId;

/// Where the body's decisions are written.
pub const OUTCOME: &str = "/lavoro/percorsi/percorso/esito";

/// `guarantor` validates what was submitted, `owner` sends it to the body.
pub async fn validate_and_send(app: &TestApp, process: ProcessId, owner: &Visitor<'_>, guarantor: &Visitor<'_>) {
    let file = kept(app, process).await.document.submitted.unwrap().to_string();
    let valid = [
        ("tenant", app.seed("alfa").await.tenant_id().to_string()),
        ("process", process.to_string()),
        ("file", file.clone()),
        ("decision", "validate".into()),
        ("reason", String::new()),
    ];
    say(guarantor, "/garanzia", &valid).await.is(303);
    say_to(owner, EDITOR, "proposal-document/send", &[("slug", "percorso".into()), ("file", file)]).await.is(303);
}

/// `secretary` registers an act of the day `on`, decides on each proposal in turn, and publishes.
pub async fn decide(secretary: &Visitor<'_>, on: &str, decisions: &[(&str, &str)]) {
    let act = [("slug", "percorso"), ("body", "Giunta"), ("number", "3"), ("on", on), ("link", ""), ("notes", "")];
    secretary.post_from(OUTCOME, "outcome/acknowledge", &act).await.is(303);
    for (number, (decision, reason)) in (1..).zip(decisions) {
        let number = format!("{number}");
        let fields = [("slug", "percorso"), ("number", &number), ("decision", decision), ("reason", reason)];
        secretary.post_from(OUTCOME, "outcome/decide", &fields).await.is(303);
    }
    let seen = seen(&secretary.get(OUTCOME).await.is(200).text());
    secretary.post_from(OUTCOME, "outcome/publish", &[("slug", "percorso"), ("seen", &seen)]).await.is(303);
}

/// What the page said when it was read, as its form sends it back.
pub fn seen(page: &str) -> String {
    page.split("name=\"seen\" value=\"").nth(1).unwrap().chars().take(64).collect()
}
