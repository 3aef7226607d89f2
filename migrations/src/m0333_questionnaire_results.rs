//! What came of a questionnaire, counted once when it closes; on SQLite, answers and who answered without the numbers
//! that it gives to rows as they come in: side by side they would tell who answered what.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{
    prelude::*,
    schema::{integer, text, uuid},
    sea_orm::{DbBackend, Statement},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const RESULTS: &str = "questionnaire_results";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, results(), Rights::AppendOnly).await?;
        if manager.get_database_backend() == DbBackend::Sqlite {
            for table in ["questionnaire_answers", "questionnaire_participations"] {
                without_numbers(manager, table).await?;
            }
        }
        Ok(())
    }
}

/// No words of those who answered: counts alone, with those hidden that are.
fn results() -> TableCreateStatement {
    keyed_by(RESULTS, &["questionnaire_id"])
        .col(uuid("questionnaire_id"))
        .col(integer("answered"))
        .col(text("content"))
        .foreign_key(&mut within(RESULTS, "questionnaire_id", "questionnaires"))
        .to_owned()
}

/// Makes the table again in the order of its key.
async fn without_numbers(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let of = format!("SELECT type, sql FROM sqlite_master WHERE tbl_name = '{table}' AND sql IS NOT NULL");
    let (mut made, mut indices) = (String::new(), String::new());
    for row in db.query_all_raw(Statement::from_string(DbBackend::Sqlite, of)).await? {
        let (kind, sql): (String, String) = (row.try_get("", "type")?, row.try_get("", "sql")?);
        match kind.as_str() {
            "table" => made = sql,
            _ => indices += &format!("{sql};"),
        }
    }
    let columns = made.find('(').zip(made.rfind(')')).map(|(from, to)| &made[from..=to]);
    let columns = columns.ok_or_else(|| DbErr::Custom(format!("{table} is no table")))?;
    db.execute_unprepared(&format!(
        "SAVEPOINT make_again;
         CREATE TABLE {table}_again {columns} WITHOUT ROWID;
         INSERT INTO {table}_again SELECT * FROM {table};
         DROP TABLE {table};
         ALTER TABLE {table}_again RENAME TO {table};
         {indices}
         RELEASE make_again;"
    ))
    .await?;
    Ok(())
}
