//! The life of a process (*percorso partecipativo*): its stages, and the steps between them.

use crate::{
    code::coded,
    refusal::{Blocker, StepRefused},
};

coded! {
    /// Where a process is.
    pub enum Stage {
        /// Being designed.
        Designed = "designed",
        /// Complete on paper, not yet started.
        Ready = "ready",
        /// *Condivisione*: the path is shared and planned; in a permanent process, it is presented.
        Sharing = "sharing",
        /// *Apertura*: contributions are open; in a permanent process, the body listens.
        Opening = "opening",
        /// *Chiusura*: proposals are selected and answered; in a permanent process, the agenda is updated.
        Closing = "closing",
        /// The result went to the decision body.
        Concluded = "concluded",
        /// *Impatto*: effect on the administrative decision.
        Impact = "impact",
        /// What was decided is being followed.
        Monitored = "monitored",
        /// Closed for good, public for ever.
        Archived = "archived",
        /// Interrupted, to be resumed where it was.
        Suspended = "suspended",
        /// Given up; stays public.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// What moves a process from one stage to another.
    pub enum Step {
        /// Declares the design complete.
        MakeReady = "make_ready",
        /// Starts formally: duration runs from here.
        Start = "start",
        /// Opens contributions.
        Open = "open",
        /// Locks contributions.
        Close = "close",
        /// Sends the result to the decision body.
        Conclude = "conclude",
        /// Records the acknowledgement's effect.
        RecordImpact = "record_impact",
        /// Starts following the decisions.
        Monitor = "monitor",
        /// Ends the monitoring.
        Archive = "archive",
        /// Interrupts.
        Suspend = "suspend",
        /// Goes on from where it was interrupted.
        Resume = "resume",
        /// Gives up.
        Withdraw = "withdraw",
    }
}

impl Stage {
    /// In which order paths stand on the home page, the first having something `open` to whoever reads: then those that
    /// run, those that are prepared, those that wait or are over.
    #[must_use]
    pub const fn place_at_home(self, open: bool) -> u8 {
        match self {
            _ if open => 0,
            Self::Sharing | Self::Opening | Self::Closing => 1,
            Self::Designed | Self::Ready => 2,
            _ => 3,
        }
    }

    /// The stage that `step` leads to; `interrupted` is the stage from which a suspended process was interrupted.
    ///
    /// # Errors
    /// `WrongState` where the step does not exist.
    pub fn after(self, step: Step, interrupted: Option<Self>) -> Result<Self, StepRefused> {
        match (self, step) {
            (Self::Designed, Step::MakeReady) => Ok(Self::Ready),
            (Self::Ready, Step::Start) => Ok(Self::Sharing),
            (Self::Sharing, Step::Open) => Ok(Self::Opening),
            (Self::Opening, Step::Close) => Ok(Self::Closing),
            (Self::Closing, Step::Conclude) => Ok(Self::Concluded),
            (Self::Concluded, Step::RecordImpact) => Ok(Self::Impact),
            (Self::Impact, Step::Monitor) => Ok(Self::Monitored),
            (Self::Monitored, Step::Archive) => Ok(Self::Archived),
            (running, Step::Suspend) if running.is_running() => Ok(Self::Suspended),
            (Self::Suspended, Step::Resume) => {
                interrupted.filter(|stage| stage.is_running()).ok_or(Blocker::WrongState.into())
            }
            (Self::Designed | Self::Ready | Self::Suspended, Step::Withdraw) => Ok(Self::Withdrawn),
            (running, Step::Withdraw) if running.is_running() => Ok(Self::Withdrawn),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether the clock of the process runs: started, not yet concluded.
    #[must_use]
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Sharing | Self::Opening | Self::Closing)
    }

    /// Whether the process is over for good: what is written about it stays as it is.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Archived | Self::Withdrawn)
    }

    /// Whether nothing goes on in it: it waits, or it is over.
    #[must_use]
    pub const fn rests(self) -> bool {
        matches!(self, Self::Suspended) || self.is_over()
    }

    /// Whether everybody may read about a process at this stage; it was withdrawn from `interrupted`. A path that was
    /// ready to start stays public once it is given up, with the reason (DOMAIN C1); a first draft stays unseen.
    #[must_use]
    pub const fn is_public(self, interrupted: Option<Self>) -> bool {
        match self {
            Self::Designed | Self::Ready => false,
            Self::Withdrawn => !matches!(interrupted, Some(Self::Designed)),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid;

    #[test]
    fn what_is_open_stands_first_at_home() {
        let places = |open| Stage::ALL.iter().map(|stage| stage.place_at_home(open)).collect::<Vec<_>>();
        assert_eq!(places(true), [0; 11]);
        assert_eq!(places(false), [2, 2, 1, 1, 1, 3, 3, 3, 3, 3, 3]);
    }

    #[test]
    fn every_stage_meets_every_step() {
        insta::assert_snapshot!(grid::table(Stage::ALL, Step::ALL, |stage, step| {
            match stage.after(step, Some(Stage::Opening)) {
                Ok(next) => next.to_string(),
                Err(_) => "-".to_owned(),
            }
        }));
    }

    #[test]
    fn what_was_never_public_is_not_made_public_by_giving_it_up() {
        let stopped = [None].into_iter().chain(Stage::ALL.iter().copied().map(Some));
        let stopped: Vec<_> = stopped.map(|at| (at, at.map_or("-", Stage::code))).collect();
        let names: Vec<&str> = stopped.iter().map(|(_, name)| *name).collect();
        insta::assert_snapshot!(grid::marks(Stage::ALL, &names, |stage, name| {
            let at = stopped.iter().find(|(_, known)| *known == name).and_then(|(at, _)| *at);
            stage.is_public(at)
        }));
    }

    #[test]
    fn a_process_is_over_where_no_step_is_left() {
        for &stage in Stage::ALL {
            let left = Step::ALL.iter().any(|step| stage.after(*step, Some(Stage::Opening)).is_ok());
            assert_eq!(stage.is_over(), !left, "{stage}");
        }
    }

    #[test]
    fn a_process_resumes_where_it_was() {
        for &stage in Stage::ALL {
            let resumed = Stage::Suspended.after(Step::Resume, Some(stage));
            assert_eq!(resumed.ok(), stage.is_running().then_some(stage), "{stage}");
        }
        assert!(Stage::Suspended.after(Step::Resume, None).is_err());
    }
}
