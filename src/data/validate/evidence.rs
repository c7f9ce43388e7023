//! Where a figure or a fact says it is printed.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Field;
use super::observations::Draft;
use super::references::References;
use super::report::{Checked, Report};
use super::sources::CheckedSource;
use crate::data::claims::{Claim, claim};
use crate::data::hedge::{hedge_at, is_hedged};
use crate::data::hint::excerpt;
use crate::data::{Documents, File, NumberWord, Problem};
use crate::model::{ProvinceId, Qualifier, Slug, SourceId};

/// What citations are checked against.
pub(super) struct Evidence<'c, 'a> {
    pub(super) references: &'c References<'a>,
    pub(super) sources: &'c [CheckedSource<'a>],
    pub(super) documents: Option<&'c Documents>,
}

impl<'c, 'a> Evidence<'c, 'a> {
    /// The source a row names.
    pub(super) fn source(&self, field: Field<'_>, report: &mut Report) -> Checked<SourceId> {
        self.references.row(File::Sources, field, report).map(SourceId)
    }

    /// What is known of a source. Rows the reader refused may be missing at the end.
    pub(super) fn details(&self, source: SourceId) -> Option<&'c CheckedSource<'a>> {
        self.sources.get(usize::from(source.0))
    }

    /// The paragraph a row names, which must be one of its document.
    pub(super) fn paragraph(
        &self,
        field: Field<'_>,
        source: Checked<SourceId>,
        report: &mut Report,
    ) -> Checked<u16> {
        let text = report.text(field, "the number of a paragraph")?;
        let all_digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let found = match text.parse::<u16>() {
            Ok(number) if number > 0 && all_digits => number,
            _ => {
                let problem = Problem::BadParagraph { found: excerpt(text) };
                return Err(report.add(field.place, problem));
            }
        };
        if let Some((document, paragraphs)) = source.ok().and_then(|id| self.document(id))
            && usize::from(found) > paragraphs.len()
        {
            let (paragraphs, document) = (paragraphs.len(), document.to_owned());
            let problem = Problem::NoSuchParagraph { found, paragraphs, document };
            return Err(report.add(field.place, problem));
        }
        Ok(found)
    }

    /// Reports a row that stands under another province than its document.
    pub(super) fn same_province(
        &self,
        field: Field<'_>,
        found: Checked<ProvinceId>,
        source: Checked<SourceId>,
        report: &mut Report,
    ) {
        let (Ok(found), Some(source)) = (found, source.ok().and_then(|id| self.details(id))) else {
            return;
        };
        if let Ok(expected) = source.province
            && expected != found
        {
            let source_id = source.slug.to_owned();
            let (found, expected) = (found.slug(), expected.slug());
            report.add(field.place, Problem::OtherProvince { found, expected, source_id });
        }
    }

    /// Looks every figure up in its paragraph, and gives the number word that follows each there:
    /// the `triệu` behind `1.607.294`.
    pub(super) fn find(
        &self,
        drafts: &[Draft<'a>],
        report: &mut Report,
    ) -> Vec<Option<NumberWord>> {
        let mut words = vec![None; drafts.len()];
        for ((document, paragraph), figures) in self.cited(drafts) {
            let Some(text) = self.documents.and_then(|all| all.paragraph(document, paragraph))
            else {
                continue;
            };
            let tokens: Vec<_> = figures.iter().map(|it| drafts[*it].row.printed.text).collect();
            let claims = claim(text, &tokens, |token, place| {
                let qualifier = drafts[figures[token]].qualifier;
                qualifier.is_ok_and(|it| hedge_problem(text, place, it).is_none())
            });
            for (index, claim) in figures.into_iter().zip(claims) {
                let draft = &drafts[index];
                let Field { text: token, place: at } = draft.row.printed;
                let found = excerpt(token);
                match claim {
                    Claim::At(place) => {
                        words[index] = following_word(text, &place, draft);
                        if let Ok(qualifier) = draft.qualifier
                            && let Some(problem) = hedge_problem(text, &place, qualifier)
                        {
                            report.add(draft.row.qualifier.place, problem);
                        }
                    }
                    Claim::Absent => {
                        let document = document.to_owned();
                        report.add(at, Problem::NotPrinted { found, paragraph, document });
                    }
                    Claim::Taken => {
                        report.add(at, Problem::ClaimedTwice { found, paragraph });
                    }
                }
            }
        }
        words
    }

    /// The figures of each paragraph. They meet by document, because two sources may name one.
    fn cited(&self, drafts: &[Draft<'a>]) -> BTreeMap<(&'a str, u16), Vec<usize>> {
        let mut cited: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, draft) in drafts.iter().enumerate() {
            if let (Ok(source), Ok(paragraph), Ok(_)) =
                (draft.source, draft.paragraph, draft.printed)
                && let Some((document, _)) = self.document(source)
            {
                cited.entry((document, paragraph)).or_default().push(index);
            }
        }
        cited
    }

    /// The document of a source with its paragraphs, when it is at hand.
    fn document(&self, source: SourceId) -> Option<(&'a str, &'c [String])> {
        let name = self.details(source)?.document.ok()?;
        Some((name, self.documents?.paragraphs(name)?))
    }
}

/// The number word behind a token. Behind a percentage there is none: `92% tỷ lệ văn bản` speaks of
/// a rate, not of billions.
fn following_word(paragraph: &str, place: &Range<usize>, draft: &Draft<'_>) -> Option<NumberWord> {
    if draft.printed.is_ok_and(|printed| printed.percent) {
        return None;
    }
    NumberWord::at_start_of(paragraph[place.end..].trim_start())
}

/// What is wrong with a qualifier at this place. A hedge may serve several numbers, so one that is
/// not at the token must only be near it.
fn hedge_problem(paragraph: &str, place: &Range<usize>, found: Qualifier) -> Option<Problem> {
    match hedge_at(paragraph, place) {
        Some((expected, _)) if expected == found => None,
        Some((expected, hedge)) => Some(Problem::OtherHedge { found, expected, hedge }),
        None if found == Qualifier::Exact || is_hedged(paragraph, place, found) => None,
        None => Some(Problem::HedgeNotPrinted { found }),
    }
}
