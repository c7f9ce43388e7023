use crate::model::{Denominator, Kind, Language, Operation, Qualifier, Unit};
use crate::query::{Status, Verdict};

/// A unit as it follows a number. `one` chooses the English singular; Vietnamese has none.
pub fn unit(language: Language, unit: Unit, one: bool) -> &'static str {
    match language {
        Language::Vi => unit_vi(unit),
        Language::En => unit_en(unit, one),
    }
}

const fn unit_vi(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent | Unit::PercentGrowth => "%",
        Unit::Times => "lần",
        Unit::Per100 => "thuê bao/100 dân",
        Unit::BillionVnd => "tỷ đồng",
        Unit::Mbps => "Mbps",
        Unit::Km => "km",
        Unit::KmPerRoute => "km/tuyến",
        Unit::Rank => "hạng",
        Unit::Places => "bậc",
        Unit::Subscriptions => "thuê bao",
        Unit::People => "người",
        Unit::Villages => "thôn, buôn, bon",
        Unit::Communes => "xã, phường, thị trấn",
        Unit::Districts => "huyện, thành phố",
        Unit::BlackSpots => "vùng lõm sóng",
        Unit::Stations => "trạm",
        Unit::Routes => "tuyến",
        Unit::PressAgencies => "cơ quan báo chí",
        Unit::Websites => "trang",
        Unit::Providers => "đơn vị",
        Unit::Components => "hợp phần",
        Unit::Fields => "lĩnh vực",
        Unit::Provinces => "tỉnh, thành phố",
        Unit::Divisions => "phòng, đơn vị",
        Unit::Sections => "trang chính",
        Unit::Entries => "mục",
        Unit::Levels => "cấp",
        Unit::Products => "sản phẩm",
    }
}

const fn unit_en(unit: Unit, one: bool) -> &'static str {
    match (unit, one) {
        (Unit::Percent | Unit::PercentGrowth, _) => "%",
        (Unit::Times, _) => "times",
        (Unit::Per100, _) => "subscriptions per 100 people",
        (Unit::BillionVnd, _) => "billion đồng",
        (Unit::Mbps, _) => "Mbps",
        (Unit::Km, _) => "km",
        (Unit::KmPerRoute, _) => "km per route",
        (Unit::Rank, _) => "rank",
        (Unit::Places, true) => "place",
        (Unit::Places, false) => "places",
        (Unit::Subscriptions, true) => "subscription",
        (Unit::Subscriptions, false) => "subscriptions",
        (Unit::People, true) => "person",
        (Unit::People, false) => "people",
        (Unit::Villages, true) => "village",
        (Unit::Villages, false) => "villages",
        (Unit::Communes, true) => "commune",
        (Unit::Communes, false) => "communes",
        (Unit::Districts, true) => "district",
        (Unit::Districts, false) => "districts",
        (Unit::BlackSpots, true) => "black spot",
        (Unit::BlackSpots, false) => "black spots",
        (Unit::Stations, true) => "station",
        (Unit::Stations, false) => "stations",
        (Unit::Routes, true) => "route",
        (Unit::Routes, false) => "routes",
        (Unit::PressAgencies, true) => "press agency",
        (Unit::PressAgencies, false) => "press agencies",
        (Unit::Websites, true) => "website",
        (Unit::Websites, false) => "websites",
        (Unit::Providers, true) => "provider",
        (Unit::Providers, false) => "providers",
        (Unit::Components, true) => "component",
        (Unit::Components, false) => "components",
        (Unit::Fields, true) => "field",
        (Unit::Fields, false) => "fields",
        (Unit::Provinces, true) => "province",
        (Unit::Provinces, false) => "provinces",
        (Unit::Divisions, true) => "unit",
        (Unit::Divisions, false) => "units",
        (Unit::Sections, true) => "main page",
        (Unit::Sections, false) => "main pages",
        (Unit::Entries, true) => "entry",
        (Unit::Entries, false) => "entries",
        (Unit::Levels, true) => "level",
        (Unit::Levels, false) => "levels",
        (Unit::Products, true) => "product",
        (Unit::Products, false) => "products",
    }
}

/// What a share is taken of, in words.
pub const fn denominator(language: Language, denominator: Denominator) -> &'static str {
    let (vi, en) = match denominator {
        Denominator::Population => ("dân số", "people"),
        Denominator::Households => ("hộ gia đình", "households"),
        Denominator::Subscribers => ("thuê bao di động", "mobile subscriptions"),
        Denominator::Villages => ("thôn, buôn, bon", "villages"),
        Denominator::Communes => ("xã, phường, thị trấn", "communes"),
        Denominator::Districts => ("huyện, thị xã, thành phố", "districts"),
        Denominator::BlackSpots => ("vùng lõm sóng", "black spots"),
        Denominator::Enterprises => ("doanh nghiệp", "enterprises"),
        Denominator::Agencies => ("cơ quan", "agencies"),
        Denominator::Staff => ("cán bộ, công chức", "staff"),
        Denominator::Teams => ("tổ công nghệ số", "digital teams"),
        Denominator::Procedures => ("thủ tục hành chính", "administrative procedures"),
        Denominator::Applications => ("hồ sơ của dân", "applications"),
        Denominator::Documents => ("văn bản điện tử", "electronic documents"),
        Denominator::CaseFiles => ("hồ sơ công việc", "case files"),
        Denominator::Grdp => ("GRDP", "GRDP"),
        Denominator::BudgetRevenue => ("thu ngân sách", "budget revenue"),
        Denominator::Revenue => ("doanh thu", "revenue"),
        Denominator::Products => ("sản phẩm", "products"),
        Denominator::Cases => ("vụ việc", "cases"),
        Denominator::Unstated => ("không nói rõ", "not stated"),
    };
    pick(language, vi, en)
}

/// A verdict as a short label.
pub const fn verdict(language: Language, verdict: Verdict) -> &'static str {
    let (vi, en) = match verdict {
        Verdict::Same => ("So được", "Comparable"),
        Verdict::DifferentPeriod => ("Khác thời điểm", "Different times"),
        Verdict::DifferentDefinition => ("Khác định nghĩa", "Different definitions"),
        Verdict::NotComparable => ("Không so được", "Not comparable"),
    };
    pick(language, vi, en)
}

/// A status as a short label.
pub const fn status(language: Language, status: Status) -> &'static str {
    let (vi, en) = match status {
        Status::Met => ("Đạt", "Met"),
        Status::MetLater => ("Đạt muộn", "Met later"),
        Status::NotMet => ("Chưa đạt", "Not met"),
        Status::NotComparable => ("Không so được", "Not comparable"),
        Status::NoActual => ("Không có số liệu công bố", "No published figure"),
    };
    pick(language, vi, en)
}

/// What a figure reports.
pub const fn kind(language: Language, kind: Kind) -> &'static str {
    let (vi, en) = match kind {
        Kind::Actual => ("kết quả", "result"),
        Kind::Target => ("chỉ tiêu", "target"),
        Kind::Change => ("mức thay đổi", "change"),
    };
    pick(language, vi, en)
}

/// A hedge in the words of the documents.
pub const fn hedge(language: Language, qualifier: Qualifier) -> &'static str {
    let (vi, en) = match qualifier {
        Qualifier::Exact => ("con số chính xác như in", "an exact number as printed"),
        Qualifier::About => ("khoảng", "about"),
        Qualifier::Over => ("hơn, trên", "over"),
        Qualifier::Nearly => ("gần", "nearly"),
        Qualifier::Estimate => ("ước tính", "an estimate"),
        Qualifier::AtLeast => ("trở lên", "at least"),
        Qualifier::AtMost => ("dưới", "under"),
    };
    pick(language, vi, en)
}

/// What a chart is called by screen readers.
pub const fn chart_role(language: Language) -> &'static str {
    pick(language, "biểu đồ", "chart")
}

/// An operation as a sign between its operands.
pub const fn operation(operation: Operation) -> &'static str {
    match operation {
        Operation::Sum => " + ",
        Operation::Difference => " − ",
        Operation::Ratio | Operation::Share | Operation::Whole => " ÷ ",
    }
}

pub(super) const fn pick(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}
