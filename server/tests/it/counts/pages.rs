//! The pages that are counted, and those that are not.

/// Who reads.
#[derive(Clone, Copy)]
pub enum Reader {
    Citizen,
    Staff,
    Platform,
    /// A citizen, and staff, of a tenant whose path was decided upon.
    Late,
    LateStaff,
}
use Reader::{Citizen, Late, LateStaff, Platform, Staff};

/// The lists, with the place of a value as `{table.column|condition}`, and of the path as `{path}` and `{work}`.
pub const LISTS: &[(Reader, &[&str])] = &[
    (
        Citizen,
        &[
            "/privacy",
            "/proposte",
            "/proposte?ordine=sostenute",
            "/proposte?parole=scuola",
            "/percorsi",
            "/documenti",
            "/calendario",
            "/calendario?percorso=welfare-digitale",
            "/spazio",
            "/spazio/dati",
            "/spazio/accesso",
            "{path}/documenti",
            "{path}/incontri",
            "{path}/chi-fa-cosa/osservazioni",
            "/novita.atom",
            "/proposte.atom",
            "/decisioni.atom",
            "/calendario.ics",
            "{path}/novita.atom",
            "{path}/calendario.ics",
            "{path}/tavoli/{thematic_tables}/calendario.ics",
        ],
    ),
    (
        Staff,
        &[
            "/lavoro/moderazione",
            "/lavoro/persone",
            "/lavoro/registro",
            "/lavoro/identita",
            "/lavoro/trattamenti",
            "/lavoro/trattamenti/conservazione",
            "/lavoro/trattamenti/messages",
            "/lavoro/segnalazioni",
            "/lavoro/percorsi/nuovo",
            "{work}/risposte",
            "{work}/documenti",
        ],
    ),
    (Late, &["/azioni"]),
    (Platform, &["/enti", "/scadenze", "/garanzia"]),
];

/// Pages that are no lists, each with the most statements it may take and why.
pub const OTHERS: &[(Reader, &str, u64, &str)] = &[
    (Citizen, "/", 6, "what is open, meetings and decisions"),
    (Citizen, "/proposte/{comments.contribution_id}", 7, "one with its comments and its whole story"),
    (Citizen, "{path}", 12, "a path with its phases, acts, history and guarantees, and what its next step needs"),
    (Citizen, "{path}/tavoli", 7, "all tables with what was gathered at each, and where the path stands"),
    (Citizen, "{path}/accordo", 7, "one agreement with its parties, and where the path stands"),
    (Citizen, "{path}/chi-fa-cosa", 7, "the organs with their members, and where the path stands"),
    (Staff, "{work}/tavoli", 7, "all tables with what was gathered at each, and where the path stands"),
    (Staff, "{work}/incontri", 7, "two lists, a form with its choices, and where the path stands"),
    (Staff, "{work}/proroghe", 7, "the requests with forms for them, and where the path stands"),
    (Staff, "{work}/organi", 7, "the organs with their members, and where the path stands"),
    (Citizen, "{path}/tavoli/{thematic_tables}", 10, "one table with syntheses, proposals and meetings"),
    (Citizen, "/incontri/{meetings}", 12, "one meeting with its papers, its minutes and who approved them"),
    (Staff, "/lavoro", 11, "all that the rules look at in every path, and what waits beside it"),
    (Staff, "{work}", 8, "a path with all that its rules look at"),
    (Staff, "{work}/scheda", 7, "a form that keeps itself"),
    (Staff, "{work}/atti", 8, "a form on the workspace of a path, with all that its rules look at"),
    (Staff, "{work}/accordo", 8, "one agreement with its parties and its frozen texts"),
    (Staff, "{work}/tavoli/{thematic_tables}", 13, "one table with what was gathered there"),
    (Staff, "{work}/documento", 13, "a document with its rounds, checks and votes"),
    (Staff, "{work}/documento/proposte/nuova", 14, "a form beside its sources"),
    (Staff, "{work}/esito", 8, "a document with the decisions on it"),
    (Staff, "{work}/relazione", 11, "a report with its expenses, what blocks it, and whether the grant may be revoked"),
    (Staff, "{work}/osservatorio", 8, "a record made from the whole path"),
    (Staff, "/lavoro/incontri/{meetings}", 9, "one meeting at work"),
    (Staff, "/lavoro/incontri/{meetings}/presenze", 6, "one list of attendance"),
    (Staff, "/lavoro/incontri/{meetings}/verbale", 11, "minutes with what lies beside them"),
    (Platform, "/", 5, "the region's territories"),
    (Platform, "/enti/nuovo", 3, "a form with its choices"),
    (Platform, "/enti/val-denza", 6, "one tenant with its family"),
    (Citizen, "/proposte/nuova", 4, "a form with its choices, which keeps itself"),
    (Citizen, "/incontri/{minutes.meeting_id|state = 'published'}/verbale", 10, "minutes, with the seat of who reads"),
    (Late, "{path}/decisioni", 9, "one document with the decision on each proposal"),
    (Late, "{path}/documento", 12, "one document with its origins"),
    (Late, "{path}/relazione", 6, "one report"),
    (Late, "/azioni/{action_sheets.code}", 15, "one action with its moves"),
    (Staff, "{work}/avvio", 6, "a form on the workspace of a path"),
    (
        Staff,
        "/lavoro/documenti/{documents}",
        8,
        "one document with its notes, whether a request stands on it, and its path",
    ),
    (Staff, "/lavoro/impostazioni", 2, "a form"),
    (Citizen, "/spazio/cancella", 6, "a form"),
    (LateStaff, "{work}/documento/versioni", 10, "two versions side by side"),
    (LateStaff, "{work}/documento/proposte/1", 15, "a form beside its sources"),
    (Platform, "/garanzia/{processes.tenant_id}/{processes}", 4, "one document with its rounds"),
];

/// Pages that no list of rows stands on, and that are not counted, with the reason.
pub const NO_LISTS: &[(&str, &str)] = &[
    ("/accedi", "a form; the people to choose from stand there in demo mode alone"),
    ("/accedi/codice", "a form, for an address in a cookie"),
    ("/dev/mail", "the newest mails, in demo mode alone"),
    ("/lavoro/trattamenti/nuovo", "a form"),
    ("/lavoro/identita/livelli", "a form over four counts"),
    ("/note-legali", "words alone"),
    ("/accessibilita", "words and a form"),
    ("/invito/:key", "one invitation, by its key"),
    ("/inviti/organi/:id", "one invitation, for the one whom it invites"),
    ("/accordo/:token", "one agreement, by its key"),
    ("/lavoro/identita/nuovo", "words and a form"),
    ("/lavoro/identita/:id", "one provider, of which the demo has none"),
    ("/garanzia/:tenant/proroghe/:id", "one request, which the demo has as a draft alone"),
];
