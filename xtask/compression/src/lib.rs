//! The compressed copies of the site's files: writing them, and reading how far a part reaches.
//!
//! A crate of its own because it alone is compiled with optimisation: brotli's code is generic, so
//! it is compiled where it is used, and without optimisation it takes four times as long.

use std::io::{self, Read};

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode::{
    self, BROTLI_MODE_FONT, BROTLI_MODE_GENERIC,
};
use libdeflater::{CompressionError, CompressionLvl, Compressor};

/// The size of a file from which on it is worth it to try more than one way, in bytes.
const LARGE: usize = 1 << 16;

/// Compresses with brotli at its best, 11, and the largest window that every browser takes.
///
/// How a large file is cut into blocks, and of what kind it is taken to be, is left to the outcome: WebAssembly is
/// 1.2 % smaller in blocks of 64 KiB, whose statistics change with the code, and with the model for fonts, whose
/// bytes it resembles more than text.
///
/// # Errors
///
/// Only when brotli fails on its own account.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let whole = compress(bytes, BROTLI_MODE_GENERIC, 0)?;
    if bytes.len() < LARGE {
        return Ok(whole);
    }
    let cut = compress(bytes, BROTLI_MODE_GENERIC, 16)?;
    let as_font = compress(bytes, BROTLI_MODE_FONT, 16)?;
    Ok([cut, as_font].into_iter().fold(whole, |best, other| match other.len() < best.len() {
        true => other,
        false => best,
    }))
}

/// `lgblock` is the logarithm of the size of the blocks, or 0 where brotli chooses.
fn compress(mut bytes: &[u8], mode: BrotliEncoderMode, lgblock: i32) -> io::Result<Vec<u8>> {
    let size_hint = bytes.len();
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        mode,
        lgblock,
        size_hint,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Compresses with gzip at its best, without a time, so that the same bytes give the same bytes.
///
/// libdeflate looks further than zlib does: the WebAssembly is 5 % smaller than at zlib's level 9.
///
/// # Errors
///
/// Only when gzip fails on its own account.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut compressed = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(bytes, &mut compressed);
    let length = length.map_err(|CompressionError::InsufficientSpace| {
        io::Error::other("gzip needs more space than it said")
    })?;
    compressed.truncate(length);
    Ok(compressed)
}

/// How many bytes of a brotli stream it takes to know the first `length` bytes of what it holds.
///
/// # Errors
///
/// When the stream is broken, or holds fewer bytes.
pub fn bytes_needed(stream: &[u8], length: usize) -> io::Result<usize> {
    // Byte by byte, so that all that a byte makes known is counted before the next is taken.
    let mut decoder = brotli::Decompressor::new(stream, 1);
    let mut known = 0;
    let mut buffer = [0; 4096];
    while known < length {
        match decoder.read(&mut buffer)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => known += count,
        }
    }
    Ok(stream.len() - decoder.get_ref().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters that hardly compress, and are the same each time.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let mut next = || {
            // Numerical Recipes, chapter 7: a quick linear congruential generator.
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            b'a' + u8::try_from((state >> 24) % 26).unwrap_or(0)
        };
        (0..length).map(|_| next()).collect()
    }

    /// All that a stream that breaks off lets know.
    fn unpacked(stream: &[u8]) -> Vec<u8> {
        let mut known = Vec::new();
        let _ = brotli::Decompressor::new(stream, 4096).read_to_end(&mut known);
        known
    }

    #[test]
    fn both_copies_unpack_to_the_bytes() -> io::Result<()> {
        let large = [b"abc".repeat(50_000), noise(2 * LARGE)];
        for bytes in [Vec::new(), b"abc".to_vec(), noise(50_000)].into_iter().chain(large) {
            assert_eq!(unpacked(&brotli(&bytes)?), bytes);
            let mut known = Vec::new();
            flate2::read::GzDecoder::new(&gzip(&bytes)?[..]).read_to_end(&mut known)?;
            assert_eq!(known, bytes);
        }
        assert!(brotli(&b"abc".repeat(50_000))?.len() < 30);
        Ok(())
    }

    #[test]
    fn gzip_holds_no_time() -> io::Result<()> {
        // RFC 1952, 2.3.1: four bytes of MTIME, 0 when there is none.
        assert_eq!(gzip(b"abc")?.get(4..8), Some(&[0; 4][..]));
        Ok(())
    }

    #[test]
    fn the_bytes_needed_are_enough_and_one_less_is_not() -> io::Result<()> {
        let bytes = noise(30_000);
        let stream = brotli(&bytes)?;
        for length in [1, 2_000, 9_999, 30_000] {
            let needed = bytes_needed(&stream, length)?;
            assert!(unpacked(&stream[..needed]).len() >= length, "{length}");
            assert!(unpacked(&stream[..needed - 1]).len() < length, "{length}");
        }
        assert!(bytes_needed(&stream, 9_999)? < stream.len() / 2);
        assert!(bytes_needed(&stream, 30_001).is_err());
        assert!(bytes_needed(&stream[..100], 30_000).is_err());
        Ok(())
    }
}
