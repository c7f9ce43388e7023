use std::fs;

use e2e::{Behaviour, Page, Result, Screen, Server};
use tempfile::TempDir;

const DRAWINGS: &str = include_str!("drawings.html");
const CMS: &str = include_str!("cms.html");
const PORTAL: &str = include_str!("portal.html");

/// Where a page of these takes what it is given.
const PLACE: &str = "<!-- here -->";

/// Pages that are not of the site, on a server of their own.
pub(crate) struct Paper {
    page: Page,
    site: String,
    folder: TempDir,
    _server: Server,
}

impl Paper {
    pub(crate) async fn start(page: &Page) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("404.html"), "")?;
        let server = Server::start(folder.path(), "", Behaviour::Faithful).await?;
        let site = page.site().to_owned();
        Ok(Self { page: page.elsewhere(server.site()), site, folder, _server: server })
    }

    /// The window for the source of an article, with this code in it.
    pub(crate) async fn cms(&self, code: &str) -> Result<()> {
        let escaped = code.replace('&', "&amp;").replace('<', "&lt;");
        self.open("cms", &CMS.replace(PLACE, &escaped), 760).await
    }

    /// An article in a portal, in which this code has been pasted.
    pub(crate) async fn portal(&self, name: &str, code: &str, width: u32) -> Result<()> {
        self.open(name, &PORTAL.replace(PLACE, code), width).await?;
        let loaded = "return document.readyState === 'complete'";
        self.page.until("the article is there", loaded).await?;
        if code.starts_with("<iframe") {
            self.page.driver().enter_frame(0).await?;
            let drawn = "return [...document.querySelectorAll('.still svg')]
                .some(picture => picture.getBoundingClientRect().height > 100)";
            let seen = self.page.until("the chart is there", drawn).await;
            self.page.driver().enter_default_frame().await?;
            seen?;
        }
        self.page.settle().await
    }

    /// All drawings, and their names.
    pub(crate) async fn drawings(&self, width: u32) -> Result<Vec<String>> {
        self.open("drawings", &DRAWINGS.replace("{site}", &self.site), width).await?;
        let names = "return [...document.querySelectorAll('section')].map(({ id }) => id)";
        self.page.ask(names).await
    }

    async fn open(&self, name: &str, html: &str, width: u32) -> Result<()> {
        fs::write(self.folder.path().join(format!("{name}.html")), html)?;
        let screen = Screen::new(width, 200, 1.0);
        self.page.show_on(screen).await?;
        self.page.go(&format!("{name}.html")).await?;
        self.page.show_whole(screen).await
    }
}
