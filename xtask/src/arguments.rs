//! What the commands share in reading their arguments.

use anyhow::Result;

/// Refuses all arguments, for a command that takes none.
pub(crate) fn none(mut parser: lexopt::Parser) -> Result<()> {
    match parser.next()? {
        Some(argument) => Err(argument.unexpected().into()),
        None => Ok(()),
    }
}
