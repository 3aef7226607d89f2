//! Remarks and opinions of the guarantee committee: filed for good, for everybody to read.

use super::super::Handle;
use crate::store::{
    Tx, attempts,
    audit::Entry,
    members,
    organ_remarks::{self, Remark},
    organs::{self, Organ},
    processes::Process,
};
use app::{
    contract::{
        Slice,
        documents::PathName,
        organs::{RemarkRow, Remarks},
    },
    error::{AppError, Outcome},
    letter, paths,
};
use chrono::TimeDelta;
use domain::{
    action::Action,
    id::{MemberId, RemarkId},
    organ::OrganKind,
    remark::{NewRemark, files_remarks, may_file},
    role::Role,
};

/// How many remarks one organisation files in a day: each is mailed to the owners.
const PER_DAY: u64 = 20;

/// Remarks on a page.
const PAGE: u64 = 20;

impl Handle {
    /// Files a remark for `member`, tells the owners of the path, and gives its slug.
    pub(super) async fn file(&self, member: MemberId, new: NewRemark) -> Outcome<String> {
        let tx = self.begin().await?;
        let member = members::by_id(&tx, &self.scope, member).await?;
        let path = self.process_by_id_in_view(&tx, member.process).await?;
        self.scope.authorise(Action::FileRemark, Some(path.id))?;
        if !self.sits_for(&tx, &member).await? {
            return Err(AppError::NotFound);
        }
        let organ = organs::by_id(&tx, &self.scope, member.organ).await?;
        may_file(path.stage, files_remarks(organ.kind, member.state))?;
        // It is read by everybody and stays as it is: nobody is named in it.
        let names = self.names_of_members(&tx, path.id).await?;
        let new = new.without_personal_data(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
        let (who, now) = (member.id.to_string(), self.now());
        if attempts::count(&tx, &self.scope, "remark", &who, now - TimeDelta::days(1)).await? >= PER_DAY {
            return Err(AppError::TooMany);
        }
        attempts::note(&tx, &self.scope, "remark", &who, now).await?;
        let remark = Remark {
            id: RemarkId::fresh(),
            process: path.id,
            member: member.id,
            kind: new.kind,
            title: new.title,
            text: new.text,
            at: self.now(),
        };
        organ_remarks::insert(&tx, &self.scope, &remark).await?;
        self.mail_others(&tx, path.id, &[Role::ProcessOwner], |l, origin| {
            let link = format!("{origin}{}", paths::remarks(&path.slug));
            letter::organ::remark_filed(l, &member.organisation, (remark.kind, &remark.title), &path.title, &link)
        })
        .await?;
        self.record(&tx, Entry::made("organ.remark", "organ", organ.id.0, &remark)).await?;
        self.commit(tx).await?;
        Ok(path.slug)
    }

    /// What the committee filed, page by page; for who sits there, the organisations for which it may file now.
    pub(super) async fn filed(&self, slug: &str, after: Option<String>) -> Outcome<Remarks> {
        let after = after.map(|after| after.parse().map_err(|_| AppError::NotFound)).transpose()?;
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, slug).await?;
        let organs = organs::of_process(&tx, &self.scope, path.id).await?;
        let committee = organs.into_iter().find(|organ| organ.kind == OrganKind::GuaranteeCommittee);
        let committee = committee.ok_or(AppError::NotFound)?;
        let (rows, next) = organ_remarks::page(&tx, &self.scope, path.id, after, PAGE).await?;
        Ok(Remarks {
            filed: Slice { rows: rows.into_iter().map(row).collect(), next: next.map(|last| last.to_string()) },
            files_for: self.files_for(&tx, &path, &committee).await?,
            path: PathName { slug: path.slug, title: path.title },
        })
    }

    async fn files_for(&self, tx: &Tx, path: &Process, committee: &Organ) -> Outcome<Vec<(MemberId, String)>> {
        let Some(person) = self.scope.actor().filter(|_| self.scope.may(Action::FileRemark, Some(path.id))) else {
            return Ok(Vec::new());
        };
        let mut seats = members::of_person(tx, &self.scope, path.id, person).await?;
        seats.retain(|seat| {
            seat.organ == committee.id && may_file(path.stage, files_remarks(committee.kind, seat.state)).is_ok()
        });
        Ok(seats.into_iter().map(|seat| (seat.id, seat.organisation)).collect())
    }
}

/// What was filed, under the name of its organisation.
fn row((remark, organisation): (Remark, String)) -> RemarkRow {
    RemarkRow { id: remark.id, organisation, kind: remark.kind, title: remark.title, text: remark.text, at: remark.at }
}
