//! The proposal document keeps why the privacy officer wants what was found taken out.

use sea_orm_migration::{prelude::*, schema::text_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let refusal = text_null("question_refusal");
        manager.alter_table(Table::alter().table("proposal_documents").add_column(refusal).to_owned()).await
    }
}
