//! Rows of numbers as bytes, the lowest first, each row behind its length: for files of the cache.

/// Adds a row of numbers.
pub fn put_numbers(into: &mut Vec<u8>, numbers: &[u32]) {
    put_length(into, numbers.len());
    numbers.iter().for_each(|number| into.extend_from_slice(&number.to_le_bytes()));
}

/// Adds a row of bytes.
pub fn put_bytes(into: &mut Vec<u8>, bytes: &[u8]) {
    put_length(into, bytes.len());
    into.extend_from_slice(bytes);
}

fn put_length(into: &mut Vec<u8>, length: usize) {
    // No row of an article is that long; what cannot be read again is made anew.
    into.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
}

/// Takes a row of numbers from the beginning; none where it is cut off.
pub fn take_numbers(from: &mut &[u8]) -> Option<Box<[u32]>> {
    let length = take_length(from)?;
    let (row, rest) = from.split_at_checked(length.checked_mul(4)?)?;
    *from = rest;
    let number = |bytes: &[u8]| Some(u32::from_le_bytes(bytes.try_into().ok()?));
    row.chunks_exact(4).map(number).collect()
}

/// Takes a row of bytes from the beginning; none where it is cut off.
pub fn take_bytes<'a>(from: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take_length(from)?;
    let (row, rest) = from.split_at_checked(length)?;
    *from = rest;
    Some(row)
}

fn take_length(from: &mut &[u8]) -> Option<usize> {
    let (length, rest) = from.split_first_chunk()?;
    *from = rest;
    usize::try_from(u32::from_le_bytes(*length)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_they_were_written_and_never_beyond_their_end() {
        let mut bytes = Vec::new();
        put_numbers(&mut bytes, &[1, u32::MAX]);
        put_bytes(&mut bytes, b"abc");
        let rest = &mut bytes.as_slice();
        assert_eq!(take_numbers(rest).as_deref(), Some(&[1, u32::MAX][..]));
        assert_eq!((take_bytes(rest), take_bytes(rest)), (Some(&b"abc"[..]), None));
        for cut in 0..bytes.len() {
            let rest = &mut bytes.get(..cut).expect("a beginning");
            assert!(take_numbers(rest).is_none() || take_bytes(rest).is_none(), "{cut}");
        }
    }
}
