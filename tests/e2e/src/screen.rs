/// The screen that the page is shown on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// Device pixels to a CSS pixel.
    pub pixel_ratio: f64,
    /// Whether it is a phone's, which is touched.
    pub touch: bool,
}

impl Screen {
    /// A cheap phone.
    pub const PHONE: Self = Self { touch: true, ..Self::new(360, 740, 1.0) };
    /// A small laptop.
    pub const DESKTOP: Self = Self::new(1280, 800, 1.0);

    /// A screen for pointer and keyboard.
    pub const fn new(width: u32, height: u32, pixel_ratio: f64) -> Self {
        Self { width, height, pixel_ratio, touch: false }
    }
}
