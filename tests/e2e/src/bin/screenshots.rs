//! Takes the pictures of the page that the documentation shows.
//!
//! `cargo run -p e2e --bin screenshots -- docs/screenshots` writes what a phone and a desktop show
//! at first, `{phone,desktop}-{light,dark}-{vi,en}.png`; `--full` after the folder writes the whole
//! page.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use e2e::{Behaviour, Browser, Engine, Environment, Options, Page, Result, Screen, Server};
use serde_json::json;

const SCREENS: [(&str, Screen); 2] = [("phone", Screen::PHONE), ("desktop", Screen::DESKTOP)];
const LANGUAGES: [(&str, &str); 2] = [("vi", ""), ("en", "en/")];
const SCHEMES: [(&str, bool); 2] = [("light", false), ("dark", true)];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (folder, whole) = match arguments.as_slice() {
        [folder] => (PathBuf::from(folder), false),
        [folder, option] if option == "--full" => (PathBuf::from(folder), true),
        _ => {
            eprintln!("usage: screenshots FOLDER [--full]");
            return ExitCode::FAILURE;
        }
    };
    match take(&folder, whole) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn take(folder: &Path, whole: bool) -> Result<()> {
    fs::create_dir_all(folder)?;
    let environment = Environment::detect()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::start(&environment.site, "", Behaviour::Faithful).await?;
        let browser = Browser::start(Engine::Chromium, Options::default()).await?;
        let taken = pictures(&browser.page(server.site()), folder, whole).await;
        let ended = browser.quit().await;
        taken.and(ended)
    })
}

async fn pictures(page: &Page, folder: &Path, whole: bool) -> Result<()> {
    page.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
    for (device, screen) in SCREENS {
        for (scheme, dark) in SCHEMES {
            for (language, address) in LANGUAGES {
                page.show_on(screen).await?;
                page.prefer_dark(dark).await?;
                page.open(address).await?;
                if whole {
                    let height = page.ask("return document.documentElement.scrollHeight");
                    let height = height.await?;
                    page.show_on(Screen { height, ..screen }).await?;
                    page.settle().await?;
                }
                let file = folder.join(format!("{device}-{scheme}-{language}.png"));
                page.driver().screenshot(&file).await?;
                println!("{}", file.display());
            }
        }
    }
    Ok(())
}
