//! What the body makes of the proposals, and the final report with its expenses.

use crate::wall::{Rights, keyed_by, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, outcomes(), Rights::Full).await?;
        raise(manager, decisions(), Rights::Full).await?;
        raise(manager, reports(), Rights::Full).await?;
        raise(manager, expenses(), Rights::Full).await?;
        let mut of_process = Index::create().name("report_expenses_of").table("report_expenses").to_owned();
        of_process.col("tenant_id").col("process_id").col("id");
        manager.create_index(of_process).await
    }
}

fn outcomes() -> TableCreateStatement {
    keyed_by("outcomes", &["process_id"])
        .col(uuid("process_id"))
        .col(string("state"))
        .col(string("act_body"))
        .col(string("act_number"))
        .col(date("act_on"))
        .col(string_null("act_link"))
        .col(boolean("mentions_refusal"))
        .col(text("notes"))
        .col(date("concluded_on"))
        .col(date_null("due_on"))
        .col(integer("late_days"))
        .col(date_null("communicated_on"))
        .col(timestamp_with_time_zone("recorded_at"))
        .foreign_key(&mut within("outcomes", "process_id", "processes"))
        .to_owned()
}

fn decisions() -> TableCreateStatement {
    keyed_by("proposal_decisions", &["process_id", "number"])
        .col(uuid("process_id"))
        .col(integer("number"))
        .col(string("decision"))
        .col(text("reason"))
        .col(timestamp_with_time_zone("decided_at"))
        .foreign_key(&mut within("proposal_decisions", "process_id", "processes"))
        .to_owned()
}

fn reports() -> TableCreateStatement {
    keyed_by("final_reports", &["process_id"])
        .col(uuid("process_id"))
        .col(integer("version"))
        .col(text("texts"))
        .col(text("private_annex"))
        .col(date_null("submitted_on"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut within("final_reports", "process_id", "processes"))
        .to_owned()
}

fn expenses() -> TableCreateStatement {
    owned("report_expenses")
        .col(uuid("process_id"))
        .col(string("category"))
        .col(string("supplier"))
        .col(string_null("act"))
        .col(string("invoice"))
        .col(big_integer("net_cents"))
        .col(big_integer("vat_cents"))
        .col(boolean("vat_deductible"))
        .col(date_null("paid_on"))
        .col(string_null("proof"))
        .foreign_key(&mut within("report_expenses", "process_id", "processes"))
        .to_owned()
}
