//! Bytes as printable letters, four of them as five: a quarter longer than the bytes, where base64 is a
//! third longer. `static/one-file.js` reads them.
//!
//! The digits are the 85 letters from `(` on. With `!` before them, nothing in a script can begin a
//! comment; the end of a script would be `</script`, which the caller looks for.

/// The digit of value 0.
const FIRST: u8 = b'(';

/// The digits of bytes. Their number is lost: bytes that fill no group of four are followed by zeros.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut digits = Vec::with_capacity(bytes.len().div_ceil(4) * 5);
    for group in bytes.chunks(4) {
        let mut word = [0; 4];
        word[..group.len()].copy_from_slice(group);
        let word = u32::from_be_bytes(word);
        let places = [85_u32.pow(4), 85_u32.pow(3), 85_u32.pow(2), 85, 1];
        // Below 85.
        digits.extend(places.map(|place| FIRST + (word / place % 85) as u8));
    }
    digits.into_iter().map(char::from).collect()
}

#[cfg(test)]
pub(super) fn decode(digits: &str) -> Vec<u8> {
    let words = digits
        .as_bytes()
        .chunks(5)
        .map(|group| group.iter().fold(0_u32, |word, digit| word * 85 + u32::from(digit - FIRST)));
    words.flat_map(u32::to_be_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_bytes_are_five_digits() {
        assert_eq!(encode(&[]), "");
        assert_eq!(encode(&[0, 0, 0, 0]), "(((((");
        assert_eq!(encode(&[0, 0, 0, 86]), "((())");
        assert_eq!(encode(&[0xff; 4]).len(), 5);
        assert_eq!(decode(&encode(&[1, 2, 3, 4, 5])), [1, 2, 3, 4, 5, 0, 0, 0]);
        assert_eq!(decode(&encode(&[0xff; 8])), [0xff; 8]);
    }

    #[test]
    fn no_digit_can_begin_a_comment() {
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        assert!(!encode(&all).contains(['!', '\'', '&', '}', '~']));
    }
}
