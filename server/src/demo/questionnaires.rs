//! Questionnaires of a process, with what was answered.

use super::{Fault, Load, data::QuestionnaireData, noon};
use crate::{
    auth::secret::fresh_answer,
    store::questionnaires::{self, Answer, Questionnaire},
};
use domain::{
    id::{ProcessId, QuestionnaireId},
    questionnaire::{AnswerChannel, Answers, Definition, QuestionnaireHead, QuestionnaireState},
};
use std::collections::BTreeMap;

/// Writes the questionnaires of the process, the oldest first.
pub(super) async fn load(load: &Load<'_>, process: ProcessId, all: &[QuestionnaireData]) -> Result<(), Fault> {
    for data in all {
        let one = questionnaire(process, data);
        one.definition
            .may_open()
            .map_err(|_| Fault::data("questionnaire", format!("{:?} cannot be opened", data.title)))?;
        questionnaires::insert(&load.tx, &load.scope, &one).await?;
        for answered in &data.answer {
            let mut answers = BTreeMap::new();
            for (key, given) in &answered.given {
                let key = key.parse().map_err(|_| Fault::data("questionnaire", format!("no question {key:?}")))?;
                answers.insert(key, given.clone());
            }
            for _ in 0..answered.times {
                let new = Answer {
                    id: fresh_answer(),
                    questionnaire: one.id,
                    channel: AnswerChannel::Web,
                    paper: None,
                    answers: Answers(answers.clone()),
                };
                questionnaires::insert_answer(&load.tx, &load.scope, &new).await?;
            }
        }
        if one.state == QuestionnaireState::Closed {
            let counted = questionnaires::count_answers(&load.tx, &load.scope, one.id, &one.definition).await?;
            questionnaires::keep_results(&load.tx, &load.scope, one.id, &counted).await?;
        }
    }
    Ok(())
}

fn questionnaire(process: ProcessId, data: &QuestionnaireData) -> Questionnaire {
    let state = match (data.opened_on, data.closed_on) {
        (None, _) => QuestionnaireState::Draft,
        (Some(_), None) => QuestionnaireState::Open,
        (Some(_), Some(_)) => QuestionnaireState::Closed,
    };
    Questionnaire {
        id: QuestionnaireId::fresh(),
        process,
        edition: 1,
        previous: None,
        head: QuestionnaireHead {
            title: data.title.clone(),
            lead: data.lead.clone(),
            audience: data.audience,
            closes_on: data.closes_on,
            publishes: data.publishes,
        },
        definition: Definition { sections: data.section.clone() },
        state,
        version: 1,
        opened_at: data.opened_on.map(noon),
        closed_at: data.closed_on.map(noon),
        created_at: noon(data.made_on),
    }
}
