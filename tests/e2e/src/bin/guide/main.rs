//! Takes the pictures of `docs/huong-dan.md`, the guide for offices that host the site or embed its charts.
//!
//! `cargo run -p e2e --bin guide -- docs/huong-dan` writes all of them; with a name after the folder, that
//! one alone. What a browser shows is taken from the built site, with rings where the guide says to press;
//! what it does not show (folders, servers, other people's programs) is drawn by `drawings.html`.

mod paper;
mod studio;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use e2e::{Environment, Page, Result, Screen, Server, photograph};

use crate::paper::Paper;
use crate::studio::Studio;

/// As wide as the guide shows a picture in its own size.
const ARTICLE: u32 = 760;

/// Room for an open dialog.
const DIALOG: Screen = Screen::new(500, 1180, 1.0);

/// The chart that the guide embeds and cites, and the view that has it.
const CHART: &str = "#like-for-like";
const VIEW: &str = "";

/// Another view, with the chart to which the guide has a link.
const DEEP: &str = "phu-song/";
const DEEP_CHART: &str = "#coverage";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("usage: guide FOLDER [NAME]");
        return ExitCode::FAILURE;
    };
    let only = arguments.next();
    let taken = fs::create_dir_all(&folder).map_err(Into::into).and_then(|()| {
        photograph(async |page, server| {
            let studio = Studio { page, folder, only };
            page.prefer_dark(false).await?;
            let paper = Paper::start(page).await?;
            embedding(&studio, &paper).await?;
            checking(&studio).await?;
            keeping(&studio).await?;
            citing(&studio).await?;
            drawings(&studio, &paper).await?;
            // Last, since it takes the network away.
            without_a_network(&studio, server).await
        })
    });
    match taken {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Part A: the dialog that makes the code, and the pages in which it is pasted.
async fn embedding(studio: &Studio<'_>, paper: &Paper) -> Result<()> {
    let page = studio.page;
    studio.open_whole(VIEW, ARTICLE).await?;
    let around = format!("{CHART} .plot, .boundaries");
    studio.shot("nut-nhung", &around, &[&format!("{CHART} a.embed")]).await?;

    page.show_on(DIALOG).await?;
    page.open(VIEW).await?;
    page.ask_about::<()>(
        "document.querySelector(arguments[0]).click()",
        format!("{CHART} a.embed"),
    )
    .await?;
    let label = |name: &str| format!("#embed label:has([name={name}])");
    let (way, code) = (label("way"), label("code"));
    let frame = code_by(page, "frame").await?;
    studio.hide_address().await?;
    let look = format!("{}, {}", label("language"), label("theme"));
    let (width, pin) = (label("width"), label("pin"));
    let steps = [&way, &width, &look, &pin, "#embed [name=copy]"];
    studio.shot("hop-nhung-khung", "#embed", &steps).await?;
    code_by(page, "script").await?;
    studio.hide_address().await?;
    studio.shot("hop-nhung-script", "#embed form", &[&way, &code]).await?;
    let picture = code_by(page, "picture").await?;
    studio.hide_address().await?;
    studio.shot("hop-nhung-anh", "#embed", &[&way, &code]).await?;

    paper.cms(&studio.without_address(&frame)).await?;
    studio.shot("cms-ma-nguon", "main", &["#source", "#code"]).await?;
    for (name, code) in [("cong-khung", frame), ("cong-anh", picture)] {
        paper.portal(name, &code, ARTICLE).await?;
        studio.shot(name, "main", &[]).await?;
    }

    page.show_on(Screen::new(560, 900, 1.0)).await?;
    page.go("nhung/like-for-like/?v=00000000").await?;
    page.settle().await?;
    studio.shot("ban-du-lieu-truoc", "h1, #newer, .still", &["#newer"]).await
}

/// The code of the open dialog for a way to embed.
async fn code_by(page: &Page, way: &str) -> Result<String> {
    let choose = "const { way } = document.querySelector('#embed form').elements;
        way.value = arguments[0];
        way.dispatchEvent(new Event('change', { bubbles: true }))";
    page.ask_about::<()>(choose, way).await?;
    let sign = match way {
        "frame" => "aspect-ratio",
        "script" => "</script>",
        _ => "<img",
    };
    let made =
        format!("return document.querySelector('#embed [name=code]').value.includes('{sign}')");
    page.until("the code is made", &made).await?;
    page.settle().await?;
    page.ask("return document.querySelector('#embed [name=code]').value").await
}

/// Part B: what the site shows when all is well.
async fn checking(studio: &Studio<'_>) -> Result<()> {
    let page = studio.page;
    page.show_on(Screen::new(ARTICLE, 480, 1.0)).await?;
    page.open(&format!("{DEEP}?tab=table{DEEP_CHART}")).await?;
    page.settle().await?;
    let tab = format!("{DEEP_CHART}-to-table");
    studio.shot("lien-ket-sau", "", &[&tab]).await?;

    studio.open_whole("khong-co", ARTICLE).await?;
    studio.shot("khong-tim-thay", "header, section[lang=vi] ul", &[]).await?;

    studio.open_whole(VIEW, ARTICLE).await?;
    studio.shot("ban-du-lieu", ".package, .edition", &[".edition"]).await
}

/// Part C: what is kept on the reader's own machine.
async fn keeping(studio: &Studio<'_>) -> Result<()> {
    let page = studio.page;
    studio.open_whole(VIEW, ARTICLE).await?;
    studio.shot("tai-mot-tep", ".package, .edition", &[".one-file a"]).await?;

    // A browser without a window never promises to keep anything.
    page.before_each_page("StorageManager.prototype.persist = async () => true").await?;
    studio.open_whole(VIEW, Screen::PHONE.width).await?;
    page.ask::<()>("document.querySelector('#save button').click()").await?;
    let saved = "const said = document.querySelector('#save [role=status]');
        return said.textContent === said.dataset.saved";
    page.until("the site is kept", saved).await?;
    let steps = ["#save button", "#save [role=status]"];
    studio.shot("luu-vao-may", ".package h2, .edition", &steps).await?;

    let folder = Environment::detect()?.site.canonicalize()?;
    let file = page.elsewhere(format!("file://{}", folder.display()));
    page.show_on(Screen::new(640, 560, 1.0)).await?;
    file.open(&format!("dak-so.html#/{DEEP}")).await?;
    studio.shot("mot-tep", "", &[]).await
}

/// Part D: citations and pictures.
async fn citing(studio: &Studio<'_>) -> Result<()> {
    let page = studio.page;
    studio.open_whole(&format!("{VIEW}?tab=source"), 640).await?;
    let (side, summary) = (format!("{CHART}-source"), format!("{CHART} .cite summary"));
    page.ask_about::<()>("document.querySelector(arguments[0]).click()", &summary).await?;
    studio.hide_address().await?;
    let around = format!("{CHART} .tabs, {side}");
    studio.shot("trich-dan", &around, &[&format!("{CHART}-to-source"), &summary]).await?;

    page.show_on(Screen::new(ARTICLE, 640, 1.0)).await?;
    page.open(VIEW).await?;
    page.ask_about::<()>(
        "document.querySelector(arguments[0]).click()",
        format!("{CHART} .picture"),
    )
    .await?;
    let shown = "return document.querySelector('#picture img')?.complete ?? false";
    page.until("the picture is there", shown).await?;
    let steps = ["#picture .actions a", "#picture .actions button:nth-of-type(2)"];
    studio.shot("hop-anh", "#picture", &steps).await
}

/// What no browser shows. Each drawing has the name of its picture.
async fn drawings(studio: &Studio<'_>, paper: &Paper) -> Result<()> {
    for name in paper.drawings(ARTICLE).await? {
        studio.shot(&name, &format!("#{name}"), &[]).await?;
    }
    Ok(())
}

/// The two lines at the foot of a page.
async fn without_a_network(studio: &Studio<'_>, server: &Server) -> Result<()> {
    let page = studio.page;
    page.show_on(Screen::PHONE).await?;
    page.open("").await?;
    let kept = "return navigator.serviceWorker.getRegistration()
        .then(found => found?.active?.state === 'activated')";
    page.until("the site is kept", kept).await?;
    server.cut();
    page.open(DEEP).await?;
    let said = "return !document.querySelector('#notices p').hidden";
    page.until("the page says that there is no network", said).await?;
    studio.shot("khong-co-mang", "", &["#notices p"]).await?;
    // The line is the same whatever the new version is.
    let offer = "const [network, update] = document.querySelectorAll('#notices p');
        network.hidden = true;
        update.hidden = false";
    page.ask::<()>(offer).await?;
    // So wide that the numbers have room beside the buttons.
    page.show_on(Screen::new(500, 740, 1.0)).await?;
    let buttons = ["#notices button:first-of-type", "#notices button + button"];
    studio.shot("ban-moi", "", &buttons).await
}
