//! Questionnaires.

use super::{Case, Steps, only, open};
use domain::action::Action::{EnterAnswers, ManageQuestionnaires};

const DRAFT: (&str, &str) = ("questionnaire", "{questionnaires.id|state = 'draft'}");
const OPEN: (&str, &str) = ("questionnaire", "{questionnaires.id|state = 'open'}");
const VERSION: (&str, &str) = ("version", "{questionnaires.version|state = 'draft'}");

pub const CASES: &[Case] = &[
    only(
        "questionnaires/create",
        &[ManageQuestionnaires],
        &[("slug", "{processes.slug}"), ("title", "Preso"), ("audience", "anonymous")],
    ),
    only(
        "questionnaires/edit",
        &[ManageQuestionnaires],
        &[DRAFT, VERSION, ("title", "Preso"), ("audience", "anonymous")],
    ),
    only("questionnaires/section", &[ManageQuestionnaires], &[DRAFT, VERSION, ("title", "Presa")]),
    only(
        "questionnaires/question",
        &[ManageQuestionnaires],
        &[DRAFT, VERSION, ("section", "1"), ("text", "Presa?"), ("kind", "text")],
    ),
    only(
        "questionnaires/arrange",
        &[ManageQuestionnaires],
        &[DRAFT, VERSION, ("part", "question:2"), ("how", "remove")],
    ),
    only("questionnaires/remove", &[ManageQuestionnaires], &[DRAFT, VERSION]),
    only(
        "questionnaires/correct",
        &[ManageQuestionnaires],
        &[("questionnaire", "{questionnaires.id|state = 'closed'}")],
    ),
    only("questionnaires/invite", &[ManageQuestionnaires], &[OPEN, ("addresses", "ines@intrusi.example")]),
    only("questionnaires/extend", &[ManageQuestionnaires], &[OPEN, ("closes_on", "2029-12-31")]),
    only(
        "questionnaires/enter",
        &[EnterAnswers],
        &[OPEN, ("once", "0f5f7c3e-7d0a-4a35-9b0e-3f6b8a1f2c4d"), ("number", "7"), ("q2", "0"), ("q4", "1")],
    ),
    open("questionnaires/answer", &[OPEN, ("once", "1f5f7c3e-7d0a-4a35-9b0e-3f6b8a1f2c4d"), ("q2", "0"), ("q4", "1")]),
];

pub const STEPS: &[Steps] = &[Steps {
    path: "questionnaires/step",
    field: "step",
    steps: &[("open", &[ManageQuestionnaires]), ("close", &[ManageQuestionnaires])],
    fields: &[OPEN, ("version", "{questionnaires.version|state = 'open'}")],
}];
