use std::fs;
use std::path::PathBuf;

use e2e::{Area, Page, Result, Screen};
use serde_json::json;

/// The address that stands in the guide for that of the site.
const EXAMPLE: &str = "https://example.vn/dak-so";

/// Draws the rings, and finds what to take.
const RINGS: &str = include_str!("rings.js");

/// Where pictures are taken, and what they are kept in.
pub(crate) struct Studio<'a> {
    pub(crate) page: &'a Page,
    pub(crate) folder: PathBuf,
    /// The one picture that is wanted, or all.
    pub(crate) only: Option<String>,
}

impl Studio<'_> {
    /// Opens an address in a window of this width, as high as the page.
    pub(crate) async fn open_whole(&self, address: &str, width: u32) -> Result<()> {
        let screen = Screen::new(width, 800, 1.0);
        self.page.show_on(screen).await?;
        self.page.open_any(address).await?;
        self.page.show_whole(screen).await
    }

    /// The same text with the address of the guide in place of the server's.
    pub(crate) fn without_address(&self, text: &str) -> String {
        text.replace(self.page.site(), EXAMPLE)
    }

    /// Writes the address of the guide into codes and citations, in place of the server's.
    pub(crate) async fn hide_address(&self) -> Result<()> {
        let hide = "const [site, example] = arguments[0];
            for (const field of document.querySelectorAll('textarea')) {
                field.value = field.value.replaceAll(site, example);
                // All of it is to be read.
                field.style.height = `${field.scrollHeight + 2}px`;
            }
            for (const place of document.querySelectorAll('.address')) {
                place.textContent = place.textContent.replaceAll(site, example);
            }";
        self.page.ask_about(hide, (self.page.site(), EXAMPLE)).await
    }

    /// Takes what is around the elements of a selector, or the whole window if it is empty. Each of
    /// `rings` is a selector whose elements get a ring with its number, from 1.
    pub(crate) async fn shot(&self, name: &str, around: &str, rings: &[&str]) -> Result<()> {
        if self.only.as_ref().is_some_and(|only| only != name) {
            return Ok(());
        }
        self.page.settle().await?;
        let area: Area =
            self.page.ask_about(RINGS, json!({ "around": around, "rings": rings })).await?;
        let picture = self.page.picture(Some(area)).await?;
        self.page
            .ask::<()>("document.querySelectorAll('.guide').forEach(mark => mark.remove())")
            .await?;
        println!("{name}: {} × {}, {:.1} KB", area.width, area.height, kilobytes(picture.len()));
        Ok(fs::write(self.folder.join(format!("{name}.webp")), picture)?)
    }
}

#[expect(clippy::cast_precision_loss, reason = "No picture has so many bytes.")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}
