//! Takes the pictures of the page that the documentation shows.
//!
//! `cargo run -p e2e --bin screenshots -- docs/screenshots` writes what a phone and a desktop show at
//! first. The start page is taken in every colour scheme and language, as
//! `{phone,desktop}-{light,dark}-{vi,en}.png`; each other page, with its name in front, light in
//! Vietnamese, and on a desktop dark in English. `--full` after the folder writes whole pages.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use e2e::{Behaviour, Browser, Engine, Environment, Options, Page, Result, Screen, Server};
use serde_json::json;

const SCREENS: [(&str, Screen); 2] = [("phone", Screen::PHONE), ("desktop", Screen::DESKTOP)];
const SCHEMES: [(&str, bool); 2] = [("light", false), ("dark", true)];

/// A page in the languages of the site: its name in front of those of its pictures, and its addresses.
struct Subject {
    name: &'static str,
    languages: [(&'static str, &'static str); 2],
    /// Whether every scheme goes with every language.
    in_full: bool,
}

const SUBJECTS: [Subject; 9] = [
    Subject { name: "", languages: [("vi", ""), ("en", "en/")], in_full: true },
    Subject {
        name: "coverage-",
        languages: [("vi", "phu-song/"), ("en", "en/coverage/")],
        in_full: false,
    },
    Subject {
        name: "subscriptions-",
        languages: [("vi", "thue-bao/"), ("en", "en/subscriptions/")],
        in_full: false,
    },
    Subject {
        name: "targets-",
        languages: [("vi", "muc-tieu/"), ("en", "en/targets/")],
        in_full: false,
    },
    Subject {
        name: "economy-",
        languages: [("vi", "kinh-te-so/"), ("en", "en/economy/")],
        in_full: false,
    },
    Subject {
        name: "government-",
        languages: [("vi", "chinh-quyen-so/"), ("en", "en/government/")],
        in_full: false,
    },
    Subject {
        name: "figures-",
        languages: [("vi", "so-lieu/"), ("en", "en/figures/")],
        in_full: false,
    },
    Subject {
        name: "figure-",
        languages: [
            ("vi", "so/dl-fixed-broadband-2024-12/"),
            ("en", "en/figure/dl-fixed-broadband-2024-12/"),
        ],
        in_full: false,
    },
    Subject {
        name: "sources-",
        languages: [("vi", "nguon/"), ("en", "en/sources/")],
        in_full: false,
    },
];

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
    for Subject { name, languages, in_full } in SUBJECTS {
        for (device, screen) in SCREENS {
            for (scheme, dark) in SCHEMES {
                for (language, address) in languages {
                    let is_wanted = match dark {
                        false => language == "vi",
                        true => language == "en" && device == "desktop",
                    };
                    if !in_full && !is_wanted {
                        continue;
                    }
                    page.show_on(screen).await?;
                    page.prefer_dark(dark).await?;
                    open(page, address).await?;
                    if whole {
                        let height = page.ask("return document.documentElement.scrollHeight");
                        let height = height.await?;
                        page.show_on(Screen { height, ..screen }).await?;
                        page.settle().await?;
                    }
                    let file = folder.join(format!("{name}{device}-{scheme}-{language}.png"));
                    page.driver().screenshot(&file).await?;
                    println!("{}", file.display());
                }
            }
        }
    }
    Ok(())
}

/// Opens a page, and waits for the app where the page has one.
async fn open(page: &Page, address: &str) -> Result<()> {
    page.go(address).await?;
    if page.count("#app-js").await? > 0 { page.until_ready().await } else { page.settle().await }
}
