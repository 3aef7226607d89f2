//! Whether every reference between the demo's records leads somewhere.

use super::{Fault, Region, TenantRegion, data::ProcessFile};
use std::collections::HashSet;

/// Checks every reference.
pub(super) fn check(region: &Region) -> Result<(), Fault> {
    let platform: HashSet<&str> =
        region.tenants.iter().filter(|own| own.tenant.key == "platform").flat_map(people_of).collect();
    for own in &region.tenants {
        let file = format!("processes/{}.toml", own.tenant.key);
        if let Some(wrong) = dangling(own, &platform).into_iter().next() {
            return Err(Fault::data(&file, format!("{wrong} leads nowhere")));
        }
    }
    Ok(())
}

fn people_of(own: &TenantRegion) -> impl Iterator<Item = &str> {
    own.people.iter().map(|person| person.key.as_str())
}

/// The references that lead nowhere.
fn dangling(own: &TenantRegion, platform: &HashSet<&str>) -> Vec<String> {
    let people: HashSet<&str> = people_of(own).collect();
    let mut used: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut known: HashSet<String> = people.iter().map(|key| format!("person:{key}")).collect();
    known.extend(own.contributions.iter().map(|contribution| format!("contribution:{}", contribution.key)));
    if let Some(process) = &own.process {
        known.extend(process.table.iter().map(|table| format!("table:{}", table.key)));
        known.extend(process.organ.iter().map(|organ| format!("organ:{}", organ.key)));
        known.extend(process.meeting.iter().map(|meeting| format!("meeting:{}", meeting.key)));
        known.extend(process.synthesis.iter().map(|synthesis| format!("synthesis:{}", synthesis.key)));
        known.extend(process.act.iter().map(|act| format!("act:{}", act.key)));
        let proposals = process.docpp.iter().flat_map(|docpp| &docpp.proposal);
        known.extend(proposals.map(|proposal| format!("proposal:{}", proposal.number)));
        known.insert("public".into());
        process_references(process, &mut used);
        let validator = process.docpp.iter().filter_map(|docpp| docpp.validated_by.as_deref());
        known.extend(validator.filter(|key| platform.contains(key)).map(|key| format!("guarantor:{key}")));
    }
    for contribution in &own.contributions {
        used.push(("table", vec![contribution.table.as_str()]));
        used.push(("person", contribution.author.iter().map(String::as_str).collect()));
        used.push(("person", contribution.comment.iter().filter_map(|comment| comment.author.as_deref()).collect()));
    }
    let mut wanted: Vec<String> =
        used.into_iter().flat_map(|(kind, keys)| keys.into_iter().map(move |key| named(kind, key))).collect();
    let numbers = own.process.iter().flat_map(|process| {
        process.outcome.iter().flat_map(|outcome| outcome.decision.iter().map(|merit| merit.proposal))
    });
    let answered = own.contributions.iter().filter_map(|contribution| contribution.proposal);
    wanted.extend(numbers.chain(answered).map(|number| format!("proposal:{number}")));
    wanted.retain(|reference| !known.contains(reference));
    wanted
}

fn named(kind: &str, key: &str) -> String {
    if kind.is_empty() { key.to_owned() } else { format!("{kind}:{key}") }
}

fn process_references<'a>(process: &'a ProcessFile, used: &mut Vec<(&'static str, Vec<&'a str>)>) {
    let mut add = |kind, keys: Vec<&'a str>| used.push((kind, keys));
    add("person", process.start.iter().map(|start| start.signed_by.as_str()).collect());
    let parties = process.agreement.iter().flat_map(|agreement| &agreement.party);
    add("person", parties.filter_map(|party| party.person.as_deref()).collect());
    let members = process.organ.iter().flat_map(|organ| &organ.member);
    add("person", members.filter_map(|member| member.person.as_deref()).collect());
    add("person", process.table.iter().filter_map(|table| table.facilitator.as_deref()).collect());
    add("person", process.extension.iter().filter_map(|extension| extension.decided_by.as_deref()).collect());
    add("", process.meeting.iter().map(|meeting| meeting.of.as_str()).collect());
    let registered = process.meeting.iter().flat_map(|meeting| &meeting.registration);
    add("person", registered.map(|one| one.person.as_str()).collect());
    add("table", process.synthesis.iter().map(|synthesis| synthesis.table.as_str()).collect());
    add("", process.synthesis.iter().flat_map(|synthesis| synthesis.sources.iter().map(String::as_str)).collect());
    add("act", process.document.iter().filter_map(|document| document.act.as_deref()).collect());
    add("guarantor", process.docpp.iter().filter_map(|docpp| docpp.validated_by.as_deref()).collect());
    let proposals = process.docpp.iter().flat_map(|docpp| &docpp.proposal);
    add("", proposals.flat_map(|proposal| proposal.origins.iter().map(String::as_str)).collect());
}
