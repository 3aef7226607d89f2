//! Figures for people and for machines.

use crate::Fault;
use std::{fmt::Write, time::Duration};

/// What was measured of one case.
#[derive(Debug)]
pub(crate) struct Line {
    name: &'static str,
    /// Database statements of all page requests.
    pub(crate) calls: u64,
    pub(crate) page: Vec<Duration>,
    /// 95th percentile of each round, in milliseconds.
    pub(crate) p95_by_round: Vec<f64>,
    pub(crate) queries: Tally,
    pub(crate) bytes: Tally,
}

/// How many answers came, and how long they took together: millions of single times would count as memory.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    count: usize,
    total: Duration,
}

impl Tally {
    pub(crate) fn add(&mut self, times: &[Duration]) {
        self.count += times.len();
        self.total += times.iter().sum::<Duration>();
    }
}

impl Line {
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            calls: 0,
            page: Vec::new(),
            p95_by_round: Vec::new(),
            queries: Tally::default(),
            bytes: Tally::default(),
        }
    }

    /// Takes in the page's answers of one more round.
    pub(crate) fn add(&mut self, mut times: Vec<Duration>) {
        self.p95_by_round.push(quantile(&mut times, 0.95));
        self.page.extend(times);
    }
}

/// How many times slower `large` is than `small` at the 95th percentile: the median of the rounds, in each of which
/// the two are driven one right after the other, so that what slows the machine for a while slows both.
fn growth(small: &Line, large: &Line) -> f64 {
    let pairs = small.p95_by_round.iter().zip(&large.p95_by_round);
    let mut ratios: Vec<f64> = pairs.map(|(small, large)| large / small.max(f64::MIN_POSITIVE)).collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().unwrap_or_default()
}

/// Milliseconds below which `share` (0 to 1) of the answers came.
fn quantile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index into the times"
    )]
    let place = (last as f64 * share).round() as usize;
    times.get(place).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

fn of(times: &[Duration]) -> Tally {
    let mut tally = Tally::default();
    tally.add(times);
    tally
}

/// Requests per second of connections that never pause.
fn rate(tally: &Tally) -> f64 {
    const CONNECTIONS: f64 = 4.0;
    #[expect(clippy::cast_precision_loss, reason = "a count of requests")]
    let count = tally.count as f64;
    if tally.total.is_zero() { 0.0 } else { CONNECTIONS * count / tally.total.as_secs_f64() }
}

/// Pages per second over those of the floor that runs the same queries.
fn share(line: &Line) -> f64 {
    let (pages, queries) = (rate(&of(&line.page)), rate(&line.queries));
    if queries > 0.0 { pages / queries } else { 0.0 }
}

/// Memory that the process holds, client and database included.
pub(crate) fn resident_mib() -> Result<u64, Fault> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("the system does not tell the memory")?;
    Ok(line.trim().trim_end_matches(" kB").trim().parse::<u64>()? / 1024)
}

pub(crate) fn print(lines: &[Line], resident_mib: u64) -> Result<(), Fault> {
    let mut table = format!(
        "{:<14} {:>9} {:>8} {:>8} {:>8} {:>6} {:>11} {:>11} {:>9}\n",
        "case", "req/s", "p50 ms", "p95 ms", "p99 ms", "calls", "queries r/s", "bytes r/s", "of floor"
    );
    let mut rows = Vec::new();
    for line in lines {
        let mut page = line.page.clone();
        let (p50, p95, p99) = (quantile(&mut page, 0.5), quantile(&mut page, 0.95), quantile(&mut page, 0.99));
        let (pages, queries, bytes) = (rate(&of(&line.page)), rate(&line.queries), rate(&line.bytes));
        #[expect(clippy::cast_precision_loss, reason = "counts of requests and statements")]
        let calls = line.calls as f64 / line.page.len().max(1) as f64;
        let share = share(line);
        writeln!(
            table,
            "{:<14} {pages:>9.0} {p50:>8.2} {p95:>8.2} {p99:>8.2} {calls:>6.1} {queries:>11.0} {bytes:>11.0} {share:>9.2}",
            line.name
        )?;
        rows.push(serde_json::json!({
            "case": line.name, "requests": line.page.len(), "per_second": pages, "p50_ms": p50, "p95_ms": p95, "p99_ms": p99,
            "statements_per_request": calls, "query_floor_per_second": queries, "bytes_floor_per_second": bytes,
            "share_of_query_floor": share,
        }));
    }
    let named = |name: &str| lines.iter().find(|line| line.name == name).ok_or("a case is missing");
    let growth = growth(named("list-1000")?, named("list-100000")?);
    println!("{table}");
    for name in ["list-1000", "list-100000"] {
        let line = named(name)?;
        println!("{name} over its query floor: {:.2} (at least 0.50 wanted)", share(line));
    }
    println!(
        "p95 of the list at 100,000 rows over that at 1,000, median of the rounds: {growth:.2} (at most 1.30 wanted)"
    );
    println!("memory after the run, client and data included: {resident_mib} MiB (at most 150 wanted)");
    let all = serde_json::json!({ "cases": rows, "list_p95_growth": growth, "resident_mib": resident_mib });
    let file = std::env::var("TAVOLO_BENCH_JSON").unwrap_or_else(|_| "bench.json".into());
    std::fs::write(&file, serde_json::to_string_pretty(&all)?)?;
    println!("written to {file}");
    Ok(())
}
