//! A reference within the tenant, added to a table that is there.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{DbBackend, Statement},
};

/// Lets `column` of `table` name a row of `target` that belongs to the same tenant.
pub(crate) async fn refer(manager: &SchemaManager<'_>, [table, column, target]: [&str; 3]) -> Result<(), DbErr> {
    let key = format!("FOREIGN KEY (tenant_id, {column}) REFERENCES {target} (tenant_id, id)");
    let db = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        let add = format!("ALTER TABLE {table} ADD CONSTRAINT fk_{table}_{column} {key}");
        return db.execute_unprepared(&add).await.map(|_| ());
    }
    // SQLite adds no reference to a table that is there: the table is made again with it, rows and indices included.
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
