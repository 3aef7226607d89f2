//! References that were only meant so far: the database refuses a role in a path that is not there, and the like.

use crate::wall::{lower, restore};
use sea_orm_migration::{
    prelude::*,
    sea_orm::{DbBackend, Statement},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Table, column, and the table whose rows it names.
const REFERENCES: [[&str; 3]; 5] = [
    ["role_grants", "process_id", "processes"],
    ["invitations", "process_id", "processes"],
    ["minutes_comments", "person_id", "people"],
    ["moderation_entries", "actor_id", "people"],
    ["proposal_document_versions", "author_id", "people"],
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = REFERENCES.map(|[table, ..]| table).into_iter().chain(["processes", "people"]);
        let tables: Vec<&str> = tables.collect();
        lower(manager, &tables).await?;
        for [table, column, target] in REFERENCES {
            drop_dangling(manager, [table, column, target]).await?;
            if manager.get_database_backend() == DbBackend::Postgres {
                let named = format!("fk_{table}_{column}");
                let key = foreign_key(column, target);
                let add = format!("ALTER TABLE {table} ADD CONSTRAINT {named} {key}");
                manager.get_connection().execute_unprepared(&add).await?;
            } else {
                make_again(manager, [table, column, target]).await?;
            }
        }
        restore(manager, &tables).await
    }
}

fn foreign_key(column: &str, target: &str) -> String {
    format!("FOREIGN KEY (tenant_id, {column}) REFERENCES {target} (tenant_id, id)")
}

/// A right in a path that is gone goes with it: without its path it would be one in the whole tenant. Elsewhere the
/// row stays, and names nobody.
async fn drop_dangling(manager: &SchemaManager<'_>, [table, column, target]: [&str; 3]) -> Result<(), DbErr> {
    let change = if target == "processes" {
        format!("DELETE FROM {table}")
    } else {
        format!("UPDATE {table} SET {column} = NULL")
    };
    let dangling = format!(
        "{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target} named \
         WHERE named.tenant_id = {table}.tenant_id AND named.id = {table}.{column})"
    );
    manager.get_connection().execute_unprepared(&format!("{change} WHERE {dangling}")).await?;
    Ok(())
}

/// SQLite adds no reference to a table that is there: the table is made again with it, rows and indices included.
async fn make_again(manager: &SchemaManager<'_>, [table, column, target]: [&str; 3]) -> Result<(), DbErr> {
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
    let columns = made.find('(').zip(made.rfind(')')).map(|(from, to)| &made[from..to]);
    let columns = columns.ok_or_else(|| DbErr::Custom(format!("{table} is no table")))?;
    let key = foreign_key(column, target);
    db.execute_unprepared(&format!(
        "SAVEPOINT make_again;
         CREATE TABLE {table}_again {columns}, {key});
         INSERT INTO {table}_again SELECT * FROM {table};
         DROP TABLE {table};
         ALTER TABLE {table}_again RENAME TO {table};
         {indices}
         RELEASE make_again;"
    ))
    .await?;
    Ok(())
}
