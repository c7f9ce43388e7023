//! Takes the pictures of the page that the documentation shows.
//!
//! `cargo run -p e2e --bin screenshots -- docs/screenshots` writes what a phone and a desktop show at
//! first, of every view and of a figure, in every colour scheme and language:
//! `NAME-{phone,desktop}-{light,dark}-{vi,en}.webp`. `--full` after the folder writes whole pages.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use e2e::{Page, Result, Screen, photograph};

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
    photograph(async |page, _| pictures(page, folder, whole).await)
}

async fn pictures(page: &Page, folder: &Path, whole: bool) -> Result<()> {
    for (name, languages) in SUBJECTS {
        for (device, screen) in SCREENS {
            for (scheme, dark) in SCHEMES {
                for (language, address) in languages {
                    page.show_on(screen).await?;
                    page.prefer_dark(dark).await?;
                    page.open_any(address).await?;
                    if whole {
                        page.show_whole(screen).await?;
                    }
                    let file = folder.join(format!("{name}-{device}-{scheme}-{language}.webp"));
                    fs::write(&file, page.picture(None).await?)?;
                    println!("{}", file.display());
                }
            }
        }
    }
    Ok(())
}
