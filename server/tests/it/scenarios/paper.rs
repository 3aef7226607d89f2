//! A proposal document on its way, in one line for each step.

use crate::app::{Answer, TestApp, Visitor};
use domain::{id::ProcessId, stage::Stage};
use server::store::{
    processes::{self, Process},
    proposal_documents::{self, Kept},
};

/// The proposal document of the process at `slug` of `alfa`.
pub struct Paper<'a> {
    pub app: &'a TestApp,
    pub owner: Visitor<'a>,
    pub process: ProcessId,
    pub slug: &'static str,
}

impl Paper<'_> {
    pub fn editor(&self) -> String {
        format!("/lavoro/percorsi/{}/documento", self.slug)
    }

    pub async fn kept(&self) -> Kept {
        let seed = self.app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        proposal_documents::of(&tx, seed.scope(), self.process).await.unwrap()
    }

    async fn post(&self, to: &str, fields: &[(&str, &str)]) -> Answer {
        let version = self.kept().await.version.to_string();
        let common = [("slug", self.slug), ("version", version.as_str())];
        self.owner.post_from(&self.editor(), to, &[&common, fields].concat()).await
    }

    /// Fills every section, the object with these words.
    pub async fn write(&self, object: &str) -> Answer {
        let filled = ["title", "owner", "decision_body", "drafting", "sent", "path"];
        let names: Vec<String> = filled.iter().map(|key| format!("sections[{key}]")).collect();
        let mut fields = vec![("sections[object]", object)];
        fields.extend(names.iter().map(|name| (name.as_str(), "Compilata")));
        self.post("proposal-document/sections", &fields).await
    }

    /// Adds a proposal made from these contributions.
    pub async fn propose(&self, title: &str, contributions: &[&String]) -> Answer {
        let origins: Vec<String> = contributions.iter().map(|id| format!("contribution:{id}")).collect();
        let mut fields = vec![
            ("number", ""),
            ("title", title),
            ("text", "Una persona e un'ora certa"),
            ("competence", "Unione"),
            ("feasibility", ""),
            ("cost", ""),
        ];
        fields.extend(origins.iter().map(|origin| ("origins[]", origin.as_str())));
        self.post("proposal-document/proposal", &fields).await
    }

    pub async fn step(&self, step: &str) -> Answer {
        self.post("proposal-document/move", &[("step", step)]).await
    }

    pub async fn submit(&self) -> Answer {
        self.post("proposal-document/submit", &[]).await
    }

    /// The digest of what was submitted last.
    pub async fn submitted(&self) -> String {
        self.kept().await.document.submitted.expect("something was submitted").to_string()
    }

    /// The guarantor answers to the file `file`.
    pub async fn answer(&self, guarantor: &Visitor<'_>, decision: &str, file: &str, reason: &str) -> Answer {
        let (tenant, process) = (self.app.seed("alfa").await.tenant_id().to_string(), self.process.to_string());
        let fields = [
            ("tenant", tenant.as_str()),
            ("process", process.as_str()),
            ("file", file),
            ("decision", decision),
            ("reason", reason),
        ];
        guarantor.post_from(&format!("/garanzia/{tenant}/{process}"), "guarantor/answer", &fields).await
    }

    pub async fn send(&self, file: &str) -> Answer {
        let fields = [("slug", self.slug), ("file", file)];
        self.owner.post_from(&self.editor(), "proposal-document/send", &fields).await
    }

    /// Leaves the collection behind, as its owner would.
    pub async fn close(&self) {
        let seed = self.app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let before = processes::by_slug(&tx, seed.scope(), self.slug).await.unwrap();
        processes::update(&tx, seed.scope(), &Process { stage: Stage::Closing, ..before }).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// To the table, to the guarantor who validates, and to the body.
    pub async fn validated_and_sent(&self, guarantor: &Visitor<'_>) {
        self.step("send_to_table").await.is(303);
        self.close().await;
        self.submit().await.is(303);
        let file = self.submitted().await;
        self.answer(guarantor, "validate", &file, "").await.is(303);
        self.send(&file).await.is(303);
    }
}
