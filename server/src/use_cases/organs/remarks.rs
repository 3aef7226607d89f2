//! Remarks and opinions of the guarantee committee: filed for good, for everybody to read.

use super::super::Handle;
use crate::store::{
    attempts,
    audit::Entry,
    members::{self, Member},
    organ_remarks::{self, Remark},
    organs::{self, Organ},
    processes::Process,
};
use app::{
    contract::organs::RemarkRow,
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
            let link = format!("{origin}{}#{}", paths::who_does_what(&path.slug), organ.kind);
            letter::organ::remark_filed(l, &member.organisation, (remark.kind, &remark.title), &path.title, &link)
        })
        .await?;
        self.record(&tx, Entry::made("organ.remark", "organ", organ.id.0, &remark)).await?;
        self.commit(tx).await?;
        Ok(path.slug)
    }

    /// The organisations for which the person may file now.
    pub(super) fn files_for(&self, path: &Process, organs: &[Organ], own: &[Member]) -> Vec<(MemberId, String)> {
        if !self.scope.may(Action::FileRemark, Some(path.id)) {
            return Vec::new();
        }
        let committee = |member: &Member| organs.iter().find(|organ| organ.id == member.organ);
        let files = |member: &&Member| {
            committee(member).is_some_and(|organ| may_file(path.stage, files_remarks(organ.kind, member.state)).is_ok())
        };
        own.iter().filter(files).map(|member| (member.id, member.organisation.clone())).collect()
    }
}

/// What the committee filed, under the names of its organisations; other organs file nothing.
pub(super) fn rows(organ: OrganKind, remarks: &[Remark], members: &[Member]) -> Vec<RemarkRow> {
    if organ != OrganKind::GuaranteeCommittee {
        return Vec::new();
    }
    let of = |member: MemberId| members.iter().find(|one| one.id == member).map(|one| one.organisation.clone());
    let row = |remark: &Remark| RemarkRow {
        id: remark.id,
        organisation: of(remark.member).unwrap_or_default(),
        kind: remark.kind,
        title: remark.title.clone(),
        text: remark.text.clone(),
        at: remark.at,
    };
    remarks.iter().map(row).collect()
}
