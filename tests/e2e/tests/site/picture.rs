//! Pictures of the page, and how far two of them differ.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::{Page, Result};
use serde::Deserialize;

/// What the window shows, as PNG in base64.
pub(crate) struct Picture(String);

/// Where two pictures differ most.
#[derive(Debug, Deserialize)]
pub(crate) struct Difference {
    /// Out of 255, in the channel where it is largest.
    pub(crate) most: u8,
    /// The pixel where that is.
    #[expect(dead_code, reason = "a failed test prints it")]
    at: Option<(u32, u32)>,
}

impl Picture {
    /// Takes a picture of the window.
    pub(crate) async fn take(page: &Page) -> Result<Self> {
        Ok(Self(page.driver().screenshot_as_png_base64().await?))
    }
}

/// How far two pictures differ after each pixel was mixed with its eight neighbours, and where each may
/// have moved by `reach` pixels to any side.
///
/// The browser itself computes it, on an empty page: it can decode what it encoded, and is fast.
pub(crate) async fn difference(
    page: &Page,
    left: &Picture,
    right: &Picture,
    reach: u32,
) -> Result<Difference> {
    page.driver().goto("about:blank").await?;
    page.ask_later(DIFFERENCE, (&left.0, &right.0, reach)).await
}

/// Leaves two pictures below the target folder, for whoever looks into a failure.
pub(crate) fn keep(left: &Picture, right: &Picture) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("before-and-after.html");
    let images =
        [left, right].map(|picture| format!("<img src=\"data:image/png;base64,{}\">\n", picture.0));
    fs::write(&file, images.concat()).unwrap();
    file
}

const DIFFERENCE: &str = r"
    const [[...pictures], done] = arguments;
    const reach = pictures.pop();
    const decode = async picture => {
        const image = new Image();
        image.src = 'data:image/png;base64,' + picture;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height);
    };
    const mix = ({ width, height, data }) => {
        const mixed = new Uint16Array(width * height * 4);
        for (let y = 1; y < height - 1; y++) {
            for (let x = 1; x < width - 1; x++) {
                for (let channel = 0; channel < 3; channel++) {
                    const at = (y * width + x) * 4 + channel;
                    let sum = 0;
                    for (const row of [at - width * 4, at, at + width * 4]) {
                        sum += data[row - 4] + data[row] + data[row + 4];
                    }
                    mixed[at] = sum;
                }
            }
        }
        return mixed;
    };
    // The largest difference of a pixel's channels.
    const apart = (left, at, right, there) => Math.max(
        Math.abs(left[at] - right[there]),
        Math.abs(left[at + 1] - right[there + 1]),
        Math.abs(left[at + 2] - right[there + 2]));
    (async () => {
        const [left, right] = await Promise.all(pictures.map(decode));
        const { width, height } = left;
        if (width !== right.width || height !== right.height) return { most: 255, at: null };
        const mixed = [mix(left), mix(right)];
        const found = { most: 0, at: null };
        for (let y = 1 + reach; y < height - 1 - reach; y++) {
            for (let x = 1 + reach; x < width - 1 - reach; x++) {
                const at = (y * width + x) * 4;
                if (apart(mixed[0], at, mixed[1], at) <= found.most * 9) continue;
                for (const [one, other] of [mixed, [mixed[1], mixed[0]]]) {
                    let least = Infinity;
                    for (let row = -reach; row <= reach; row++) {
                        for (let column = -reach; column <= reach; column++) {
                            const there = at + (row * width + column) * 4;
                            least = Math.min(least, apart(one, at, other, there));
                        }
                    }
                    const mean = Math.floor(least / 9);
                    if (mean > found.most) Object.assign(found, { most: mean, at: [x, y] });
                }
            }
        }
        return found;
    })().then(done)";
