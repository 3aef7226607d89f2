//! The routes of the platform's host.

use super::Site;

/// The platform, with a document that waits for the guarantor.
pub const PLATFORM: Site = Site {
    title: "The platform",
    host: "platform",
    rows: "due-argini",
    path: "",
    pages: &[
        ("/", ""),
        ("/accedi", ""),
        ("/accedi/codice", ""),
        ("/dev/mail", ""),
        ("/privacy", ""),
        ("/note-legali", ""),
        ("/accessibilita", ""),
        ("/lavoro/segnalazioni", ""),
        ("/enti", ""),
        ("/enti/nuovo", ""),
        ("/enti/:slug", "/enti/due-argini"),
        ("/scadenze", ""),
        ("/invito/:key", "/invito/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
        ("/garanzia", ""),
        ("/garanzia/:tenant/:process", "/garanzia/{processes.tenant_id}/{processes}"),
        ("/garanzia/:tenant/:process/file.txt", "/garanzia/{processes.tenant_id}/{processes}/file.txt"),
    ],
};

/// The platform, with a request for more time.
pub const REQUESTED: Site = Site {
    title: "The platform, with a request for more time",
    host: "platform",
    rows: "val-denza",
    path: "",
    pages: &[
        ("/garanzia/:tenant/proroghe/:id", "/garanzia/{extensions.tenant_id}/proroghe/{extensions}"),
        (
            "/garanzia/:tenant/proroghe/:id/richiesta",
            "/garanzia/{extensions.tenant_id}/proroghe/{extensions}/richiesta",
        ),
        ("/garanzia/:tenant/proroghe/:id/risposta", "/garanzia/{extensions.tenant_id}/proroghe/{extensions}/risposta"),
    ],
};
