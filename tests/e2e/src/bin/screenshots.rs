//! Takes the pictures of the page that the documentation shows.
//!
//! `cargo run -p e2e --bin screenshots -- docs/screenshots` writes what a phone and a desktop show at
//! first, of every view and of a figure, in every colour scheme and language:
//! `NAME-{phone,desktop}-{light,dark}-{vi,en}.webp`. `--full` after the folder writes whole pages.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use e2e::{Behaviour, Browser, Engine, Environment, Options, Page, Result, Screen, Server};
use serde_json::json;

const SCREENS: [(&str, Screen); 2] = [("phone", Screen::PHONE), ("desktop", Screen::DESKTOP)];
const SCHEMES: [(&str, bool); 2] = [("light", false), ("dark", true)];

/// A page, by the name of its pictures and by its address in each language of the site.
type Subject = (&'static str, [(&'static str, &'static str); 2]);

const SUBJECTS: [Subject; 9] = [
    ("home", [("vi", ""), ("en", "en/")]),
    ("coverage", [("vi", "phu-song/"), ("en", "en/coverage/")]),
    ("subscriptions", [("vi", "thue-bao/"), ("en", "en/subscriptions/")]),
    ("targets", [("vi", "muc-tieu/"), ("en", "en/targets/")]),
    ("economy", [("vi", "kinh-te-so/"), ("en", "en/economy/")]),
    ("government", [("vi", "chinh-quyen-so/"), ("en", "en/government/")]),
    ("figures", [("vi", "so-lieu/"), ("en", "en/figures/")]),
    ("sources", [("vi", "nguon/"), ("en", "en/sources/")]),
    (
        "figure",
        [("vi", "so/dl-fixed-broadband-2024-12/"), ("en", "en/figure/dl-fixed-broadband-2024-12/")],
    ),
];

/// As good as a reader of the documentation needs, and a quarter of a PNG.
const QUALITY: u32 = 85;

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
    for (name, languages) in SUBJECTS {
        for (device, screen) in SCREENS {
            for (scheme, dark) in SCHEMES {
                for (language, address) in languages {
                    page.show_on(screen).await?;
                    page.prefer_dark(dark).await?;
                    open(page, address).await?;
                    if whole {
                        let height = page.ask("return document.documentElement.scrollHeight");
                        let height = height.await?;
                        page.show_on(Screen { height, ..screen }).await?;
                        page.settle().await?;
                    }
                    let file = folder.join(format!("{name}-{device}-{scheme}-{language}.webp"));
                    fs::write(&file, picture(page).await?)?;
                    println!("{}", file.display());
                }
            }
        }
    }
    Ok(())
}

/// What the window shows.
async fn picture(page: &Page) -> Result<Vec<u8>> {
    let options = json!({ "format": "webp", "quality": QUALITY });
    let taken = page.command("Page.captureScreenshot", options).await?;
    let data = taken["data"].as_str().unwrap_or_default();
    BASE64_STANDARD.decode(data).map_err(|error| std::io::Error::other(error).into())
}

/// Opens a page, and waits for the app where the page has one.
async fn open(page: &Page, address: &str) -> Result<()> {
    page.go(address).await?;
    if page.count("#app-js").await? > 0 { page.until_ready().await } else { page.settle().await }
}
