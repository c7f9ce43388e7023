use super::views::{ViewTexts, ViewWords};

/// Vietnamese.
pub(super) static VI: ViewTexts = ViewTexts {
    coverage: ViewWords {
        short: "Phủ sóng",
        title: "Phủ sóng và hạ tầng mạng",
        lead: "Sóng di động, cáp quang, trạm phát sóng và truyền thanh đã đến đâu. Tỷ lệ dân số được phủ sóng và tỷ lệ thôn được phủ sóng là hai chỉ số khác nhau, không đặt chung một trục.",
    },
    subscriptions: ViewWords {
        short: "Thuê bao",
        title: "Thuê bao và người sử dụng",
        lead: "Có bao nhiêu thuê bao trên 100 dân, bao nhiêu hộ dùng Internet, bao nhiêu người có điện thoại thông minh. Số nào không khớp với số khác trong cùng bài đều được chỉ rõ.",
    },
    economy: ViewWords {
        short: "Kinh tế số",
        title: "Kinh tế số, bưu chính và viễn thông",
        lead: "Tỷ trọng kinh tế số qua các năm; doanh thu và số nộp ngân sách của bưu chính, viễn thông; công nghiệp công nghệ thông tin.",
    },
    government: ViewWords {
        short: "Chính quyền số",
        title: "Chính quyền số và nhân lực số",
        lead: "Dịch vụ công trực tuyến, thuế và hóa đơn điện tử, trang thiết bị, nhân lực, trung tâm điều hành, thứ hạng chuyển đổi số, báo chí.",
    },
    targets: ViewWords {
        short: "Chỉ tiêu",
        title: "Từng chỉ tiêu và kết quả",
        lead: "Mỗi chỉ tiêu đặt ra ở đâu, cho năm nào, kết quả mới nhất là bao nhiêu. Chỉ tiêu nào không có kết quả công bố, trang này nói rõ là không có.",
    },
    figures_short: "Số liệu",
    other_figures: "Các số liệu khác",
    field_figures: "Số liệu đã công bố",
    computed: "Suy ra từ số đã công bố",
    statements: "Đã công bố nhưng không kèm số",
    unlike: "Vì sao không so hai tỉnh ở các số này",
    no_result: "Không có số liệu công bố.",
    no_target: "không đặt chỉ tiêu bằng số",
    promises: "Chỉ tiêu nào đạt, chỉ tiêu nào chưa",
    unknown: "Điều chưa được công bố",
    fields: "Xem theo lĩnh vực",
};
