//! Files of records: shown before they are taken, kept with what we do not know, rejected with the reason.

use super::{FILE, PAGE, act, cell, check, concluded, kept};
use crate::app::on_each_database;

#[test]
fn a_file_is_shown_before_it_changes_anything() {
    on_each_database(|app| async move {
        let anna = concluded(&app, 1_500_000, 1_500_000).await;
        let first = anna.get(FILE).await.is(200).body;
        let file =
            "Numero della scheda;Titolo;Nota del referente\r\n2162;Welfare digitale;=SOMMA(1)\r\n1981;Rega;x\r\n";
        check(&anna, "scheda.csv", file.as_bytes()).await.is(303);
        let page = anna.get(PAGE).await.is(200);
        let page = page.says("Cambierebbe:").says("Welfare digitale").says("Welfare e agenda digitale locale");
        page.says("Colonne che non conosciamo").says("Nota del referente").says("Righe che riguardano altre schede");
        assert_eq!(anna.get(FILE).await.is(200).body, first, "reading changes nothing");

        // Somebody else read another file meanwhile: what was seen is not what would be taken.
        let seen = kept(&app).await.version.to_string();
        check(&anna, "altra.csv", b"Titolo\nAltro titolo\n").await.is(303);
        let stale = [("slug", "welfare"), ("version", seen.as_str())];
        anna.post_from(PAGE, "observatory/accept", &stale).await.is(409);
        assert_eq!(anna.get(FILE).await.is(200).body, first);
        act(&app, &anna, "discard").await.is(303);
        anna.get(PAGE).await.is(200).hides("altra.csv").hides("/api/observatory/accept");
        act(&app, &anna, "accept").await.is(422);
        assert_eq!(anna.get(FILE).await.is(200).body, first);

        // Taken: the record says it, the unknown column stays, the process keeps its own title.
        check(&anna, "scheda.csv", file.as_bytes()).await.is(303);
        act(&app, &anna, "accept").await.is(303);
        let taken = anna.get(FILE).await.is(200).body;
        assert_eq!(cell(&taken, "Titolo"), "Welfare digitale");
        assert_eq!(cell(&taken, "Nota del referente"), "'=SOMMA(1)", "no formula for a spreadsheet");
        let page = anna.get(PAGE).await.is(200);
        page.says("Diverso dal percorso").says("Nota del referente");
        let public = app.visitor("alfa").get("/percorsi/welfare/osservatorio.csv").await.is(200);
        public.says("Welfare digitale").hides("Nota del referente").hides("SOMMA");
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).says("<h1").says("Welfare e agenda digitale locale");
        assert_eq!(kept(&app).await.record.fields.len(), 1, "what the process says itself is not kept twice");

        // Out and in again: no change, byte by byte.
        check(&anna, "scheda.csv", taken.as_bytes()).await.is(303);
        anna.get(PAGE).await.is(200).says("Nessuna modifica").hides("/api/observatory/accept");
        assert_eq!(anna.get(FILE).await.is(200).body, taken);
        // Back to what the process says, from a file or at once.
        check(&anna, "scheda.csv", first.as_bytes()).await.is(303);
        act(&app, &anna, "accept").await.is(303);
        anna.get(PAGE).await.is(200).hides("Diverso dal percorso");
        assert_eq!(kept(&app).await.record.fields.len(), 0);
        check(&anna, "scheda.csv", "Titolo;Logo\nAltro;https://a.example/logo.png\n".as_bytes()).await.is(303);
        act(&app, &anna, "accept").await.is(303);
        anna.get(PAGE).await.is(200).says("Torna a ciò che dice il percorso");
        let stale = [("slug", "welfare"), ("version", "1")];
        anna.post_from(PAGE, "observatory/reset", &stale).await.is(409);
        act(&app, &anna, "reset").await.is(303);
        anna.get(PAGE).await.is(200).hides("Diverso dal percorso").hides("/api/observatory/reset");
        let back = anna.get(FILE).await.is(200).body;
        assert_eq!(cell(&back, "Titolo"), "Welfare e agenda digitale locale");
        assert_eq!(cell(&back, "Logo"), "https://a.example/logo.png", "what the record alone says stays");
        assert_eq!(cell(&back, "Nota del referente"), "'=SOMMA(1)");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_blank_cell_leaves_what_the_process_says() {
    on_each_database(|app| async move {
        let anna = concluded(&app, 1_500_000, 1_500_000).await;
        let file = "Numero della scheda;Titolo;Costo complessivo;Logo\n2162;;Non indicato o dato non disponibile nelle \
                    fonti consultate;https://a.example/logo.png\n1981;Rega, clicchiamoci su!;;\n";
        check(&anna, "scheda.csv", file.as_bytes()).await.is(303);
        anna.get(PAGE).await.is(200).says("Righe che riguardano altre schede").says("logo.png");
        let received = kept(&app).await.received.unwrap().1;
        assert_eq!((received.rows.len(), received.elsewhere), (1, 1), "what it says of others is not kept");
        act(&app, &anna, "accept").await.is(303);
        let taken = anna.get(FILE).await.is(200).body;
        assert_eq!(cell(&taken, "Titolo"), "Welfare e agenda digitale locale");
        assert_eq!(cell(&taken, "Costo complessivo"), "15.000,00 €");
        assert_eq!(cell(&taken, "Logo"), "https://a.example/logo.png");
        // The process goes on speaking for itself.
        let fields = kept(&app).await.record.fields;
        assert_eq!(fields.len(), 1, "{fields:?}");
    });
}

#[test]
fn a_row_is_rejected_with_its_reason() {
    on_each_database(|app| async move {
        let anna = concluded(&app, 1_500_000, 1_500_000).await;
        let first = anna.get(FILE).await.is(200).body;
        for (file, reason) in [
            ("Data inizio;Data fine\n23/12/2022;01/02/2022\n", "la data di fine viene prima della data di inizio"),
            ("Data fine\n31/01/2022\n", "la data di fine viene prima della data di inizio"),
            ("Titolo;Data fine\nWelfare;31/02/2022\n", "colonna «Data fine»"),
            ("Costo complessivo\ntanto\n", "colonna «Costo complessivo»"),
            ("Stato di avanzamento\nFinito\n", "colonna «Stato di avanzamento»"),
            ("Titolo\nUno\nDue\n", "manca il numero della scheda"),
            ("Titolo;\nUno;due\n", "la colonna non ha titolo"),
        ] {
            check(&anna, "scheda.csv", file.as_bytes()).await.is(303);
            let page = anna.get(PAGE).await.is(200).says("Riga 2").says("Riga scartata").says(reason);
            page.hides("/api/observatory/accept");
            act(&app, &anna, "accept").await.is(422);
            assert_eq!(anna.get(FILE).await.is(200).body, first);
        }
    });
}

#[test]
fn what_is_no_table_of_records_is_refused_beside_its_field() {
    on_each_database(|app| async move {
        let anna = concluded(&app, 1_500_000, 1_500_000).await;
        let large = vec![b'a'; 1024 * 1024 + 1];
        for (name, file) in [
            ("scheda.csv", b"Nome;Cognome\nAnna;Rossi\n".as_slice()),
            ("scheda.csv", b"Titolo\n"),
            ("scheda.csv", b""),
            ("scheda.pdf", b"%PDF-1.4"),
            ("scheda.csv", &large),
        ] {
            check(&anna, name, file).await.is(422).says("id=\"file-errore\"");
        }
        check(&anna, "scheda.csv", b"Nome;Cognome\nAnna\n")
            .await
            .is(422)
            .says("nessun titolo di colonna che conosciamo");
        check(&anna, "scheda.csv", b"Titolo\nCitt\xe0 d'acqua\n").await.is(422).says("CSV UTF-8");
        check(&anna, "scheda.csv", &large).await.is(422).says("1 MiB");
        assert_eq!(kept(&app).await.version, 0);
        check(&anna, "<script>.csv", b"Titolo;<b>Nota</b>\n<script>alert(1)</script>;<i>x</i>\n").await.is(303);
        let page = anna.get(PAGE).await.is(200);
        page.hides("<script>alert(1)").hides("<b>Nota</b>").hides("<i>x</i>");
    });
}
