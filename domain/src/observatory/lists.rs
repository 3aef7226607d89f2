//! The closed lists of the observatory: each code is the value as published.

use crate::code::coded;

coded! {
    /// *Stato di avanzamento*, as published.
    pub enum Progress {
        Project = "Progetto",
        Running = "In corso",
        Concluded = "Concluso",
    }
}

coded! {
    /// *Cofinanziamento altri soggetti*, as published.
    pub enum Cofinancing {
        Yes = "Sì",
        No = "No",
        NotForeseen = "Non prevista come premialità nel bando di riferimento",
    }
}

coded! {
    /// *Ambito di intervento*: the themes of the observatory.
    pub enum Theme {
        Environment = "ambiente",
        Territory = "territorio",
        Welfare = "welfare",
        InformationSociety = "società dell'informazione",
        Institutions = "assetto istituzionale",
        Development = "sviluppo economico",
    }
}

coded! {
    /// What the local guarantee committee does, as published.
    pub enum CommitteeTask {
        Outcomes = "Monitoraggio degli esiti",
        Course = "Supervisione del corretto svolgimento",
        Impartiality = "Supervisione sull'imparzialità del conduttore",
    }
}
