//! A small package that is valid, and what becomes of it when it is edited.

use dak_so::data::{Documents, File, Issue, Package, Problem, validate};

const PROVINCES: &str = "\
id,name_vi,name_en,valid_to,successor_vi,successor_en,note_vi,note_en
dak-nong,Đắk Nông,Đắk Nông,2025-06-30,Lâm Đồng,Lâm Đồng,,
dak-lak,Đắk Lắk,Đắk Lắk,2025-06-30,Đắk Lắk,Đắk Lắk,Có ghi chú.,With a note.
";

const SOURCES: &str = "\
id,document,province,title_vi,author,published,as_of,note_vi,note_en
dn,a.txt,dak-nong,[Hội nghị],,,2022,,
dl,b.txt,dak-lak,\"Dấu ấn, \"\"20 năm\"\"\",Hạ Chúc,2024-12-20,2024-12,,
";

const INDICATORS: &str = "\
id,topic,family,name_vi,name_en,definition_vi,definition_en,unit,denominator,better
4g-population,coverage,coverage,Sóng 4G,4G,Dân số có sóng.,People covered.,percent,population,higher
dti-rank,government,dti,Hạng DTI,DTI rank,Thứ hạng.,Place.,rank,,lower
postal-revenue,economy,money,Bưu chính,Post,Doanh thu.,Revenue.,billion_vnd,,higher
it-revenue,economy,money,CNTT,IT,Doanh thu.,Revenue.,billion_vnd,,higher
phone-count,subscriptions,phones,Số thuê bao,Phones,Tổng số.,All.,subscriptions,,
phone,subscriptions,phones,Thuê bao,Phones,Trên 100 dân.,Per 100 people.,per_100,population,
communes,coverage,coverage,Xã,Communes,Số xã.,Communes.,communes,,
communes-share,coverage,coverage,Tỷ lệ xã,Communes,Phần xã.,Share.,percent,communes,
people,society,people,Dân số,People,Suy ra.,Implied.,people,,
";

const OBSERVATIONS: &str = "\
id,province,indicator,kind,period,period_basis,value,value_high,of,qualifier,printed,source,paragraph,note_vi,note_en
dn-4g,dak-nong,4g-population,actual,2022,stated,99,,,exact,99%,dn,1,,
dn-4g-target,dak-nong,4g-population,target,2023,inferred,90,95,,exact,90-95%,dn,2,,
dn-rank,dak-nong,dti-rank,actual,2021,stated,41,,63,exact,41/63,dn,1,,
dn-post,dak-nong,postal-revenue,actual,2022,stated,148,,,estimate,148,dn,1,,
dn-it,dak-nong,it-revenue,actual,2022-09,stated,1607.294,,,estimate,1.607.294,dn,1,,
dl-phones,dak-lak,phone-count,actual,2024-12,stated,2000000,,,over,2 triệu,dl,1,Ghi chú.,Note.
dl-phone,dak-lak,phone,actual,2024-12,stated,116.05,,,exact,\"116,05\",dl,1,,
dl-communes,dak-lak,communes,actual,2024-12,stated,6,,10,exact,06/10,dl,2,,
";

const STATEMENTS: &str = "\
id,province,indicator,period,status_vi,status_en,source,paragraph
dl-4g,dak-lak,4g-population,2024-12,Không công bố.,Not published.,dl,2
";

const DERIVATIONS: &str = "\
id,province,indicator,period,operation,inputs,note_vi,note_en
dl-share,dak-lak,communes-share,2024-12,share,dl-communes,,
dl-people,dak-lak,people,2024-12,whole,dl-phones dl-phone,,
dl-gap,dak-lak,people,2024-12,difference,dl-people dl-phones,,
";

const DOCUMENT_A: &str = "\
Năm 2022, sóng 4G đạt 99%; xếp thứ 41/63; bưu chính ước đạt 148 tỷ đồng, công nghệ thông tin \
ước tính đạt 1.607.294 triệu đồng.

Phấn đấu phủ sóng đạt 90-95%.
";

const DOCUMENT_B: &str = "\
Hơn 2 triệu thuê bao, đạt 116,05 thuê bao/100 dân.
Đã phủ sóng 06/10 xã.
";

/// The files of the small package, to be edited, and its two documents.
#[derive(Clone, Debug)]
pub(crate) struct Small {
    files: [Option<Vec<u8>>; File::ALL.len()],
    documents: [String; 2],
}

impl Small {
    /// The package as it is valid.
    pub(crate) fn valid() -> Self {
        let files = [PROVINCES, SOURCES, INDICATORS, OBSERVATIONS, STATEMENTS, DERIVATIONS];
        Self {
            files: files.map(|text| Some(text.as_bytes().to_vec())),
            documents: [DOCUMENT_A.to_owned(), DOCUMENT_B.to_owned()],
        }
    }

    /// The bytes of a file; nothing when it is missing.
    pub(crate) fn bytes(&self, file: File) -> &[u8] {
        self.files[file as usize].as_deref().unwrap_or_default()
    }

    /// Puts other bytes, or none, in the place of a file.
    pub(crate) fn set(&mut self, file: File, bytes: Option<Vec<u8>>) {
        self.files[file as usize] = bytes;
    }

    /// Replaces a text that stands once in a file.
    pub(crate) fn replace(&mut self, file: File, from: &str, to: &str) {
        let text = String::from_utf8_lossy(self.bytes(file)).into_owned();
        assert_eq!(text.matches(from).count(), 1, "{from:?} must stand once in {}", file.name());
        self.set(file, Some(text.replace(from, to).into_bytes()));
    }

    /// Adds a line to the end of a file.
    pub(crate) fn append(&mut self, file: File, line: &str) {
        let mut bytes = self.bytes(file).to_vec();
        bytes.extend_from_slice(line.as_bytes());
        bytes.push(b'\n');
        self.set(file, Some(bytes));
    }

    /// Replaces a text that stands once in the documents.
    pub(crate) fn replace_in_documents(&mut self, from: &str, to: &str) {
        let count: usize = self.documents.iter().map(|text| text.matches(from).count()).sum();
        assert_eq!(count, 1, "{from:?} must stand once in the documents");
        for document in &mut self.documents {
            *document = document.replace(from, to);
        }
    }

    pub(crate) fn package(&self) -> Package {
        Package::from_texts(|file| self.files[file as usize].as_deref())
    }

    pub(crate) fn documents(&self) -> Documents {
        Documents::from_texts(["a.txt", "b.txt"].into_iter().zip(&self.documents))
    }

    /// What is wrong without the documents at hand.
    pub(crate) fn issues(&self) -> Vec<Issue> {
        validate(&self.package(), None).err().unwrap_or_default()
    }

    /// What is wrong with the documents at hand.
    pub(crate) fn issues_with_documents(&self) -> Vec<Issue> {
        validate(&self.package(), Some(&self.documents())).err().unwrap_or_default()
    }
}

/// Edits the small package, and expects exactly these issues without the documents.
#[track_caller]
pub(crate) fn check(edit: impl FnOnce(&mut Small), expected: &[(&str, Problem)]) {
    let mut small = Small::valid();
    edit(&mut small);
    compare(&small.issues(), expected);
}

/// Edits the small package, and expects exactly these issues with the documents.
#[track_caller]
pub(crate) fn check_with_documents(edit: impl FnOnce(&mut Small), expected: &[(&str, Problem)]) {
    let mut small = Small::valid();
    edit(&mut small);
    compare(&small.issues_with_documents(), expected);
}

#[track_caller]
fn compare(issues: &[Issue], expected: &[(&str, Problem)]) {
    let found: Vec<_> =
        issues.iter().map(|issue| (issue.place.to_string(), &issue.problem)).collect();
    let expected: Vec<_> =
        expected.iter().map(|(place, problem)| ((*place).to_owned(), problem)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_small_package_is_valid() {
    assert_eq!(Small::valid().issues(), []);
    assert_eq!(Small::valid().issues_with_documents(), []);
}
