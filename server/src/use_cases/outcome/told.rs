//! Everybody a proposal comes from is told what was decided, and their contribution gets its answer.

use super::{Handle, Opened};
use crate::store::{Tx, contributions, mails, people, syntheses};
use app::{
    error::{AppError, Outcome},
    i18n::Locale,
    letter,
};
use domain::{
    evaluation::Answer,
    id::{ContributionId, SynthesisId},
    origin::Origin,
    outcome::{NewDecision, evaluation_from},
};
use std::collections::BTreeMap;

impl Handle {
    /// Answers every contribution that a proposal comes from, straight or through a synthesis, and writes to its author.
    pub(super) async fn answer_contributors(
        &self,
        tx: &Tx,
        opened: &Opened,
        decisions: &[(u32, NewDecision)],
    ) -> Outcome<()> {
        let linked = self.linked(tx, opened).await?;
        let origin = self.app.origin_of(self.scope.place());
        for (id, numbers) in linked {
            let contribution = match contributions::by_id(tx, &self.scope, id).await {
                Ok(found) => found,
                Err(AppError::NotFound) => continue,
                Err(fault) => return Err(fault),
            };
            let own: Vec<&(u32, NewDecision)> = decisions.iter().filter(|(one, _)| numbers.contains(one)).collect();
            let kinds: Vec<_> = own.iter().map(|(_, one)| one.decision).collect();
            let Some(evaluation) = evaluation_from(&kinds) else { continue };
            let lines = |l: Locale| {
                let line = |(number, one): &&(u32, NewDecision)| letter::decision_line(l, *number, one);
                own.iter().map(line).collect::<Vec<_>>().join("\n\n")
            };
            let answer = Answer { evaluation, reason: lines(Locale::it) };
            if !contribution.assessment.answered {
                self.give_answer(tx, &contribution, &answer).await?;
                continue;
            }
            // Answered before by hand: that answer stays, and the author still hears of the decision.
            let Some(author) = contribution.author else { continue };
            let author = people::by_id(tx, &self.scope, author).await?;
            let l = author.locale();
            let link = format!("{origin}{}", app::paths::contribution(id));
            let words = letter::decision_told(l, &contribution.title, &lines(l), &link);
            mails::post(tx, &self.scope, author.email, words, self.now()).await?;
        }
        Ok(())
    }

    /// The contributions that proposals come from, each with the numbers of the proposals.
    async fn linked(&self, tx: &Tx, opened: &Opened) -> Outcome<BTreeMap<ContributionId, Vec<u32>>> {
        let pairs: Vec<(Origin, u32)> = opened
            .content
            .proposals
            .iter()
            .flat_map(|one| one.origins.iter().map(move |origin| (*origin, one.number)))
            .collect();
        let of_tables: Vec<SynthesisId> = pairs
            .iter()
            .filter_map(|(origin, _)| if let Origin::Synthesis(id) = origin { Some(*id) } else { None })
            .collect();
        let sources = syntheses::sources(tx, &self.scope, &of_tables).await?;
        let mut linked: BTreeMap<ContributionId, Vec<u32>> = BTreeMap::new();
        for (origin, number) in pairs {
            match origin {
                Origin::Contribution(id) => linked.entry(id).or_default().push(number),
                Origin::Synthesis(id) => {
                    for source in sources.iter().filter(|source| source.synthesis == id) {
                        linked.entry(source.id).or_default().push(number);
                    }
                }
                Origin::Meeting(_) => {}
            }
        }
        Ok(linked)
    }
}
