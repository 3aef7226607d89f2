//! Finding contributions by their words: an index of words that starts with the tenant, the same on both databases.

use super::words::{Wanted, held, stems, wanted};
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{contribution, contribution_word},
        scoped::{scoped, scoped_delete, tenant},
    },
};
use app::error::{AppError, Outcome};
use domain::id::ContributionId;
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Condition, Expr, ExprTrait, Func, OnConflict, Query, UnionType},
};
use uuid::Uuid;

/// A word with fewer rows than this is looked up first; of a more frequent one a page of the list holds many.
pub(super) const RARE: u64 = 1_000;
/// Rows sent in one statement, and contributions read at a time.
const BATCH: usize = 500;

/// The words that a list asks for, and the one by which it is best found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    wanted: Vec<Wanted>,
    rare: Option<usize>,
}

/// Reads what was typed; every word must occur, the last one may be the beginning of a word.
///
/// # Errors
/// `Unavailable`.
pub async fn search(tx: &Tx, scope: &TenantScope, typed: &str) -> Outcome<Search> {
    let wanted = wanted(typed);
    if wanted.is_empty() {
        return Ok(Search::default());
    }
    let mut rare = None;
    for (place, found) in counts(tx, scope, &wanted).await?.into_iter().enumerate() {
        if found < RARE && rare.is_none_or(|(least, _)| found < least) {
            rare = Some((found, place));
        }
    }
    Ok(Search { wanted, rare: rare.map(|(_, place)| place) })
}

/// How many rows each of these words has, counted up to [`RARE`].
async fn counts(tx: &Tx, scope: &TenantScope, wanted: &[Wanted]) -> Outcome<Vec<u64>> {
    let mut question = Query::select();
    for (place, word) in wanted.iter().enumerate() {
        let counted = rows_of(scope, word).into_iter().map(|rows| {
            let some = rows.limit(RARE).into_query();
            let counted = Query::select().expr(Expr::col(Asterisk).count()).from_subquery(some, "some_rows").to_owned();
            Expr::SubQuery(None, Box::new(counted.into()))
        });
        let counted = counted.reduce(ExprTrait::add).ok_or(AppError::Unavailable)?;
        question.expr_as(counted, format!("w{place}"));
    }
    let row = tx.query_one(&question).await.or_unavailable()?.ok_or(AppError::Unavailable)?;
    let found = |place: usize| row.try_get::<i64>("", &format!("w{place}")).or_unavailable();
    (0..wanted.len()).map(|place| found(place).map(|found| u64::try_from(found).unwrap_or(0))).collect()
}

/// In how many contributions each of these stems stands, counted up to [`RARE`].
///
/// # Errors
/// `Unavailable`.
pub(super) async fn commonness(tx: &Tx, scope: &TenantScope, stems: &[String]) -> Outcome<Vec<u64>> {
    let whole = |stem: &String| Wanted { stem: stem.clone(), beginning: None };
    counts(tx, scope, &stems.iter().map(whole).collect::<Vec<_>>()).await
}

impl Search {
    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// The words of `text` by which it is found, as they are written there.
    #[must_use]
    pub fn found_in<'a>(&self, text: &'a str) -> Vec<&'a str> {
        held(text, &self.wanted)
    }

    /// The contributions of `select` that everybody may read and that hold every word.
    pub(super) fn narrow(
        &self,
        scope: &TenantScope,
        mut select: Select<contribution::Entity>,
    ) -> Select<contribution::Entity> {
        use contribution::Column as C;
        use contribution_word::Column as W;
        let id = || Expr::col((contribution::Entity, C::Id));
        let visible = Expr::col((contribution::Entity, C::Visible));
        select = if self.rare.is_some() {
            // Few rows are looked up by their id: an index that is in the list's order would be read to its end.
            select.filter(Expr::from(Func::coalesce([visible, Expr::value(false)])).eq(true))
        } else {
            select.filter(visible.eq(true))
        };
        for (place, word) in self.wanted.iter().enumerate() {
            let rows = rows_of(scope, word).into_iter();
            select = if self.rare == Some(place) {
                let mut ids = rows.map(QueryTrait::into_query);
                let Some(mut all) = ids.next() else { continue };
                for more in ids {
                    all.union(UnionType::All, more);
                }
                select.filter(id().in_subquery(all))
            } else {
                let same =
                    || Expr::col((contribution_word::Entity, W::ContributionId)).equals((contribution::Entity, C::Id));
                let held = rows.map(|rows| Expr::exists(rows.filter(same()).into_query()));
                select.filter(held.fold(Condition::any(), Condition::add))
            };
        }
        select
    }
}

/// The contributions that hold `word`, and those in which it begins another: each a range of one index.
fn rows_of(scope: &TenantScope, word: &Wanted) -> Vec<Select<contribution_word::Entity>> {
    use contribution_word::Column as W;
    let column = || Expr::col((contribution_word::Entity, W::Word));
    let mut ranges = vec![column().eq(word.stem.as_str())];
    if let Some(beginning) = &word.beginning {
        // No letter follows the last one that there is.
        let end = format!("{beginning}{}", char::MAX);
        ranges.push(column().gte(beginning.as_str()).and(column().lt(end)));
    }
    let rows = || scoped::<contribution_word::Entity>(scope).select_only().column(W::ContributionId);
    ranges.into_iter().map(|range| rows().filter(range)).collect()
}

/// Forgets the words of the contribution `id`.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn forget(tx: &Tx, scope: &TenantScope, id: ContributionId) -> Outcome<()> {
    scoped_delete::<contribution_word::Entity>(scope)
        .filter(contribution_word::COLUMN.contribution_id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Keeps the words of `texts` for the contribution `id`, beside those that it has.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn index(tx: &Tx, scope: &TenantScope, id: ContributionId, texts: &[&str]) -> Outcome<()> {
    let words: Vec<String> = stems(&texts.join("\n")).into_iter().collect();
    for some in words.chunks(BATCH) {
        let rows = some.iter().map(|word| contribution_word::ActiveModel {
            tenant_id: Set(tenant(scope)),
            word: Set(word.clone()),
            contribution_id: Set(id.0),
        });
        let known = OnConflict::new().do_nothing().to_owned();
        let insert = contribution_word::Entity::insert_many(rows).on_conflict(known);
        insert.exec_without_returning(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// Keeps the words of contributions that were written before words were kept; tells how many there were.
///
/// # Errors
/// `Unavailable`.
pub async fn index_missing(tx: &Tx, scope: &TenantScope) -> Outcome<usize> {
    use contribution::Column as C;
    use contribution_word::Column as W;
    let (mut done, mut last) = (0, Uuid::nil());
    loop {
        let same = Expr::col((contribution_word::Entity, W::ContributionId)).equals((contribution::Entity, C::Id));
        let held = scoped::<contribution_word::Entity>(scope).select_only().column(W::Word).filter(same).into_query();
        let rows: Vec<(Uuid, String, String, Option<String>)> = scoped::<contribution::Entity>(scope)
            .filter(contribution::COLUMN.id.gt(last))
            .filter(Expr::exists(held).not())
            .select_only()
            .columns([C::Id, C::Title, C::Body, C::Place])
            .order_by_asc(C::Id)
            .limit(BATCH as u64)
            .into_tuple()
            .all(tx)
            .await
            .or_unavailable()?;
        let Some((id, ..)) = rows.last() else { return Ok(done) };
        last = *id;
        done += rows.len();
        for (id, title, body, place) in rows {
            index(tx, scope, ContributionId(id), &[&title, place.as_deref().unwrap_or_default(), &body]).await?;
        }
    }
}
