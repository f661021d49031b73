//! Numbers in as few bytes as they need: seven bits a byte, the last byte without the eighth (LEB128).

/// Adds a number to some bytes.
pub fn push(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes a number from the beginning of some bytes; none where they end within it, or it does not fit.
pub fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(first & 0x7f).checked_shl(shift)?;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// Takes so many bytes from the beginning of some.
pub fn take_bytes<'a>(bytes: &mut &'a [u8], length: u32) -> Option<&'a [u8]> {
    let (head, rest) = bytes.split_at_checked(length as usize)?;
    *bytes = rest;
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX] {
            let mut bytes = Vec::new();
            push(number, &mut bytes);
            let mut rest = bytes.as_slice();
            assert_eq!((take(&mut rest), rest.len()), (Some(number), 0));
            let (_, cut) = bytes.split_last().expect("a byte");
            assert_eq!(take(&mut &*cut), None, "{number} without its last byte");
        }
        assert_eq!(take(&mut &[0xff; 6][..]), None);
    }
}
