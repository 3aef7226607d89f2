//! Turns the locale files into typed keys: one namespace for each file in `locales/it`.

use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos};
use std::{error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let mut namespaces = fs::read_dir("locales/it")?
        .map(|file| Ok(file?.path()))
        .filter_map(|path: Result<PathBuf, std::io::Error>| Some(path.ok()?.file_stem()?.to_str()?.to_owned()))
        .collect::<Vec<_>>();
    namespaces.sort();
    let words = Config::new("it")?
        .add_locale("en")?
        .add_namespaces(&namespaces)?
        .parse_options(ParseOptions::new().interpolate_display(true));
    let words = TranslationsInfos::parse(words)?;
    words.emit_diagnostics();
    let folder = PathBuf::from(std::env::var("OUT_DIR")?).join("words");
    words.generate_i18n_module(folder)?;
    Ok(())
}
