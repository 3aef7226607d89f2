//! Questionnaires: what is asked, answers that name nobody, who answered without what, who was invited.

use crate::wall::{Rights, keyed_by, owned, raise, within};
use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, date_null, integer, integer_null, string, text, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const QUESTIONNAIRES: &str = "questionnaires";
const ANSWERS: &str = "questionnaire_answers";
const PARTICIPATIONS: &str = "questionnaire_participations";
const INVITATIONS: &str = "questionnaire_invitations";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, questionnaires(), Rights::Full).await?;
        raise(manager, answers(), Rights::AppendOnly).await?;
        raise(manager, participations(), Rights::Full).await?;
        raise(manager, invitations(), Rights::Full).await?;
        let on = |name, table| Index::create().name(name).table(table).col("tenant_id").to_owned();
        for index in [
            on("questionnaires_of_process", QUESTIONNAIRES).col("process_id").col("id").to_owned(),
            on("questionnaires_in_state", QUESTIONNAIRES).col("state").col("id").to_owned(),
            // A version is corrected once.
            on("questionnaires_previous", QUESTIONNAIRES).col("previous_id").unique().to_owned(),
            on("questionnaire_answers_of", ANSWERS).col("questionnaire_id").col("id").to_owned(),
            // A sheet of paper is written down once.
            on("questionnaire_answers_paper", ANSWERS).col("questionnaire_id").col("paper_number").unique().to_owned(),
            on("questionnaire_participations_person", PARTICIPATIONS).col("person_id").to_owned(),
            on("questionnaire_invitations_email", INVITATIONS).col("questionnaire_id").col("email").unique().to_owned(),
            on("questionnaire_invitations_key", INVITATIONS).col("key_hash").unique().to_owned(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn questionnaires() -> TableCreateStatement {
    owned(QUESTIONNAIRES)
        .col(uuid("process_id"))
        // Counts the versions, of which each corrects the one before.
        .col(integer("edition"))
        .col(uuid_null("previous_id"))
        .col(string("title"))
        .col(text("lead"))
        .col(string("audience"))
        .col(date_null("closes_on"))
        .col(boolean("publishes"))
        .col(text("definition"))
        .col(string("state"))
        .col(integer("version"))
        .col(timestamp_with_time_zone_null("opened_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within(QUESTIONNAIRES, "process_id", "processes"))
        .foreign_key(&mut within(QUESTIONNAIRES, "previous_id", QUESTIONNAIRES))
        .to_owned()
}

/// No time, no person, and an identifier that is random: nothing tells whose they are.
fn answers() -> TableCreateStatement {
    owned(ANSWERS)
        .col(uuid("questionnaire_id"))
        .col(string("channel"))
        .col(integer_null("paper_number"))
        .col(text("content"))
        .foreign_key(&mut within(ANSWERS, "questionnaire_id", QUESTIONNAIRES))
        .to_owned()
}

/// Who answered, once; not when, and not what.
fn participations() -> TableCreateStatement {
    keyed_by(PARTICIPATIONS, &["questionnaire_id", "person_id"])
        .col(uuid("questionnaire_id"))
        .col(uuid("person_id"))
        .foreign_key(&mut within(PARTICIPATIONS, "questionnaire_id", QUESTIONNAIRES))
        .foreign_key(&mut within(PARTICIPATIONS, "person_id", "people"))
        .to_owned()
}

fn invitations() -> TableCreateStatement {
    owned(INVITATIONS)
        .col(uuid("questionnaire_id"))
        .col(string("email"))
        .col(string("key_hash"))
        .col(boolean("answered"))
        .foreign_key(&mut within(INVITATIONS, "questionnaire_id", QUESTIONNAIRES))
        .to_owned()
}
