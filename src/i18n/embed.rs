//! What is said about charts in other people's pages, and about the data that all pages hold.

use crate::model::Language;

use super::periods::date;
use super::views::ActionWords;

/// The fixed texts about embedding.
///
/// Every language is a value of this type, so a text that is missing in one does not compile.
#[derive(Debug, PartialEq, Eq)]
pub struct EmbedTexts {
    /// What stands before the heading of a chart in the title of its frame.
    pub chart: &'static str,
    /// The link from the frame to the page of the chart.
    pub more: &'static str,
    /// The same where the data are newer than those that were cited.
    pub newest: &'static str,
    /// The link to the dialog.
    pub link: &'static str,
    /// The name of the dialog.
    pub name: &'static str,
    /// The name of the frame that shows how it will look.
    pub preview: &'static str,
    /// The choice between ways to embed.
    pub way: &'static str,
    /// A frame of a fixed shape.
    pub way_frame: &'static str,
    /// A frame and a script that gives it its height.
    pub way_script: &'static str,
    /// A picture that links to the page.
    pub way_picture: &'static str,
    /// The choice of a width.
    pub width: &'static str,
    /// As wide as there is room.
    pub width_whole: &'static str,
    /// The choice of a language.
    pub language: &'static str,
    /// The choice between light and dark.
    pub theme: &'static str,
    /// As the reader's system has it.
    pub theme_system: &'static str,
    /// Dark on light.
    pub theme_light: &'static str,
    /// Light on dark.
    pub theme_dark: &'static str,
    /// The choice to tie the frame to the present data.
    pub pin: &'static str,
    /// The label of the code.
    pub code: &'static str,
    /// Copying the code.
    pub copy: ActionWords,
}

static VI: EmbedTexts = EmbedTexts {
    chart: "Biểu đồ",
    more: "Bảng số liệu, nguồn chi tiết và cách trích dẫn: xem trên Đắk Số",
    newest: "Xem trên Đắk Số",
    link: "Nhúng vào trang khác",
    name: "Nhúng biểu đồ vào trang khác",
    preview: "Xem trước",
    way: "Cách nhúng",
    way_frame: "Khung cố định (iframe)",
    way_script: "Khung tự chỉnh chiều cao (iframe và script)",
    way_picture: "Ảnh kèm liên kết",
    width: "Bề rộng",
    width_whole: "Rộng hết cỡ",
    language: "Ngôn ngữ",
    theme: "Giao diện",
    theme_system: "Theo máy người xem",
    theme_light: "Sáng",
    theme_dark: "Tối",
    pin: "Ghi nhớ bản dữ liệu này: khi có bản mới hơn, biểu đồ sẽ báo cho người xem",
    code: "Mã để dán vào trang",
    copy: ActionWords {
        name: "Sao chép mã",
        done: "Đã sao chép mã.",
        failed: "Không sao chép được. Mã đã được chọn sẵn, hãy tự sao chép.",
    },
};

static EN: EmbedTexts = EmbedTexts {
    chart: "Chart",
    more: "Table, detailed sources and how to cite: on Đắk Số",
    newest: "See it on Đắk Số",
    link: "Embed",
    name: "Embed the chart in another page",
    preview: "Preview",
    way: "How to embed",
    way_frame: "Frame of a fixed shape (iframe)",
    way_script: "Frame that fits its height (iframe and script)",
    way_picture: "Picture with a link",
    width: "Width",
    width_whole: "As wide as there is room",
    language: "Language",
    theme: "Theme",
    theme_system: "As the reader’s system",
    theme_light: "Light",
    theme_dark: "Dark",
    pin: "Remember this edition of the data: when there is a newer one, the chart tells readers so",
    code: "Code to paste",
    copy: ActionWords {
        name: "Copy the code",
        done: "The code was copied.",
        failed: "It could not be copied. The code is selected; copy it by hand.",
    },
};

/// The texts in `language`.
#[inline(never)]
pub const fn embed_texts(language: Language) -> &'static EmbedTexts {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

/// What an embed says whose page cites other data than it shows; `iso_date` is the day of those it
/// shows.
pub fn newer_data(language: Language, iso_date: &str) -> String {
    let date = date(language, iso_date);
    match language {
        Language::Vi => format!(
            "Trang này dẫn một bản dữ liệu trước. Biểu đồ đang hiển thị bản mới hơn, ngày {date}."
        ),
        Language::En => format!(
            "The page around cites an earlier edition of the data. The chart shows a newer one, of {date}."
        ),
    }
}

/// The edition of the data, before its hash.
pub fn data_edition(language: Language, version: &str, iso_date: &str) -> String {
    let date = date(language, iso_date);
    match language {
        Language::Vi => format!("Dữ liệu: bản {version}, ngày {date}, mã"),
        Language::En => format!("Data: version {version}, {date}, hash"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_named_in_every_language() {
        assert_eq!(
            data_edition(Language::Vi, "1.0.0", "2026-11-21"),
            "Dữ liệu: bản 1.0.0, ngày 21/11/2026, mã"
        );
        assert_eq!(
            data_edition(Language::En, "1.0.0", "2026-11-21"),
            "Data: version 1.0.0, 21 November 2026, hash"
        );
        assert!(newer_data(Language::Vi, "2026-11-21").ends_with("ngày 21/11/2026."));
    }
}
