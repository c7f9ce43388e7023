//! What a reader gets as pixels.

use std::path::Path;
use std::{env, fs};

use dak_so::chart::{
    Anchor, ChartId, Item, Point, Region, Rgb, Role, Scene, Theme, poster, text_width,
};
use dak_so::embedded::DATASET;
use dak_so::model::{Language, ProvinceId, Slug};
use dak_so::render::{FontError, Fonts, PngError, png, svg};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::{cards, scene};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn fonts() -> Fonts {
    Fonts::load(project()).unwrap()
}

/// A decoded picture.
struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<Rgb>,
}

impl Picture {
    /// Draws a scene at two device pixels to a CSS pixel, and decodes it again.
    fn of(scene: &Scene) -> Self {
        let markup = svg(scene, Theme::Light).unwrap();
        Self::decoded(&png(&markup, scene.width * 2, &fonts()).unwrap())
    }

    fn decoded(file: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        assert_eq!(frame.color_type, png::ColorType::Rgb, "an opaque picture in colour");
        let pixels = bytes.chunks_exact(3).map(|rgb| Rgb(rgb[0], rgb[1], rgb[2])).collect();
        Self { width: frame.width, height: frame.height, pixels }
    }

    fn count(&self, color: Rgb) -> usize {
        self.pixels.iter().filter(|pixel| **pixel == color).count()
    }

    /// How many pixels of a region, given in CSS pixels, are not white.
    fn inked(&self, region: Region) -> usize {
        let clamped = |value: i32, end: u32| (2 * value).clamp(0, end.cast_signed()).unsigned_abs();
        let (left, right) = (clamped(region.x, self.width), clamped(region.right(), self.width));
        let rows = clamped(region.y, self.height)..clamped(region.bottom(), self.height);
        let row = |y: u32| {
            let start = y * self.width;
            &self.pixels[(start + left) as usize..(start + right) as usize]
        };
        let ground = Theme::Light.color(Role::Ground);
        rows.map(|y| row(y).iter().filter(|pixel| **pixel != ground).count()).sum()
    }
}

/// Every picture that is made, with a name for it.
fn scenes() -> Vec<(String, Scene)> {
    let cards = cards::cards().into_iter();
    let mut scenes: Vec<_> = cards.map(|(name, _, _, scene)| (name, scene)).collect();
    for language in Language::ALL {
        for chart in ChartId::ALL {
            let name = format!("{} {}", chart.slug(), language.slug());
            scenes.push((name, poster(*language, &DATASET, *chart, Some("so.example"))));
        }
    }
    scenes
}

fn line(words: &str, bold: bool) -> Scene {
    let at = Point { x: 10, y: 70 };
    let text = words.to_owned();
    let item = Item::Text { at, anchor: Anchor::Start, size: 48, bold, color: Role::Ink, text };
    let width = text_width(words, 48, bold) + 20;
    Scene { width, height: 100, items: vec![item], marks: Vec::new() }
}

#[test]
fn a_poster_is_as_large_as_asked_and_shows_the_provinces_in_proportion() {
    let scene = poster(Language::Vi, &DATASET, ChartId::Pair, None);
    let picture = Picture::of(&scene);
    assert_eq!((picture.width, picture.height), (scene.width * 2, scene.height * 2));
    for province in ProvinceId::ALL {
        let role = Role::Province(*province);
        let areas = scene.items.iter().filter_map(|item| match item {
            Item::Bar { region, fill } if *fill == role => Some(region.width * region.height),
            _ => None,
        });
        let expected: i32 = areas.sum();
        let drawn = picture.count(Theme::Light.color(role));
        // Nothing lies on the bars, so not a pixel is missing.
        assert_eq!(drawn, expected.unsigned_abs() as usize * 4, "{province:?}");
    }
}

#[test]
fn every_text_of_a_poster_is_drawn_where_it_was_laid_out() {
    let scene = poster(Language::Vi, &DATASET, ChartId::Targets, Some("so.example"));
    let picture = Picture::of(&scene);
    let mut bare = scene.clone();
    bare.items.retain(|item| !matches!(item, Item::Text { .. }));
    let bare = Picture::of(&bare);
    for text in scene::texts(&scene) {
        let (with, without) = (picture.inked(text.place), bare.inked(text.place));
        assert!(with > without + 20, "{} is not drawn", text.words);
    }
}

#[test]
fn bold_text_is_darker_and_letters_keep_their_marks() {
    let inked = |words: &str, bold: bool| {
        let scene = line(words, bold);
        let all = Region { x: 0, y: 0, width: scene.width.cast_signed(), height: 100 };
        Picture::of(&scene).inked(all)
    };
    assert!(inked("Đắk Nông", true) > inked("Đắk Nông", false));
    for (bare, marked) in [("AOE", "ẮỔỄ"), ("aou", "ặợự"), ("D", "Đ")] {
        for bold in [false, true] {
            assert!(inked(marked, bold) > inked(bare, bold), "{marked}");
        }
    }
}

#[test]
fn the_font_has_every_letter_and_sets_nothing_wider_than_laid_out() {
    let files = Fonts::files(project()).map(|path| fs::read(path).unwrap());
    let [regular, bold] = files.each_ref().map(|data| FontRef::new(data).unwrap());
    for (name, scene) in scenes() {
        for item in &scene.items {
            let Item::Text { text, size, bold: is_bold, .. } = item else { continue };
            let font = if *is_bold { &bold } else { &regular };
            let metrics = font.glyph_metrics(Size::new(*size as f32), LocationRef::default());
            let advance = |letter: char| {
                let glyph = font.charmap().map(letter);
                let glyph = glyph.unwrap_or_else(|| panic!("{name}: no {letter:?} in {text}"));
                metrics.advance_width(glyph).unwrap()
            };
            let width: f32 = text.chars().map(advance).sum();
            let laid_out = text_width(text, *size, *is_bold) as f32;
            assert!(width <= laid_out * 1.02, "{name}: {text} is {width} wide, not {laid_out}");
        }
    }
}

#[test]
fn pictures_are_light() {
    let scene = poster(Language::Vi, &DATASET, ChartId::Targets, None);
    let markup = svg(&scene, Theme::Light).unwrap();
    let file = png(&markup, scene.width * 2, &fonts()).unwrap();
    assert!(file.len() < 200_000, "{} bytes", file.len());
}

#[test]
fn a_missing_font_is_named_with_its_remedy() {
    let nowhere = env::temp_dir().join("dak-so-without-fonts");
    let error = Fonts::load(&nowhere).unwrap_err();
    assert!(matches!(error, FontError::Unread { .. }));
    let message = error.to_string();
    for part in ["dak-so-without-fonts", "NotoSans_400Regular.ttf", "npm ci"] {
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn a_file_that_is_no_font_is_refused() {
    let folder = env::temp_dir().join(format!("dak-so-broken-font-{}", std::process::id()));
    for file in Fonts::files(&folder) {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, "not a font").unwrap();
    }
    let error = Fonts::load(&folder).unwrap_err();
    fs::remove_dir_all(&folder).unwrap();
    assert!(matches!(error, FontError::Unfit { .. }), "{error}");
}

#[test]
fn what_cannot_be_drawn_is_an_error() {
    let markup = svg(&line("Đắk Số", false), Theme::Light).unwrap();
    let fonts = fonts();
    assert!(matches!(png("no markup", 100, &fonts), Err(PngError::Svg(_))));
    assert!(matches!(png(&markup, 0, &fonts), Err(PngError::Size { .. })));
    assert!(matches!(png(&markup, u32::MAX, &fonts), Err(PngError::Size { .. })));
}
