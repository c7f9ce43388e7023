use crate::model::*;
/// stub
pub fn json_ld(
    _: &Dataset<'_>,
    _: Language,
    _: &str,
    _: &str,
    _: Option<&str>,
) -> Result<String, String> {
    Ok("{}".to_owned())
}
/// stub
pub fn figures_csv(_: &Dataset<'_>, _: Language, _: &[ObservationId]) -> String {
    "a\n".into()
}
