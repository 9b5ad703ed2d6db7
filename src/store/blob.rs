//! Texts packed: deflated where that makes them shorter. The first byte says which.

use std::io::Read as _;

use flate2::read::DeflateDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};

use super::error::Fault;

const PLAIN: u8 = b'p';
const DEFLATED: u8 = b'd';

/// The longest text that is unpacked, in bytes: the largest document of a cloud has a few megabytes.
const LONGEST: u64 = 64 * 1024 * 1024;

/// Packs texts, one after the other with the same memory.
pub(super) struct Packer {
    compress: Compress,
}

impl Packer {
    /// A packer.
    pub(super) fn new() -> Self {
        Self { compress: Compress::new(Compression::default(), false) }
    }

    /// The packed text.
    pub(super) fn pack(&mut self, text: &str) -> Vec<u8> {
        // What does not fit here is not worth deflating.
        let mut packed = Vec::with_capacity(text.len() + 1);
        packed.push(DEFLATED);
        self.compress.reset();
        let ended = self.compress.compress_vec(text.as_bytes(), &mut packed, FlushCompress::Finish);
        if !matches!(ended, Ok(Status::StreamEnd)) {
            packed.clear();
            packed.push(PLAIN);
            packed.extend_from_slice(text.as_bytes());
        }
        packed
    }
}

/// The text of a pack.
pub(super) fn unpack(data: &[u8]) -> Result<String, Fault> {
    let text = match data.split_first() {
        Some((&PLAIN, text)) => String::from_utf8(text.to_vec()).map_err(|error| error.to_string()),
        Some((&DEFLATED, packed)) => {
            let (mut text, mut rest) = (String::new(), DeflateDecoder::new(packed).take(LONGEST + 1));
            match rest.read_to_string(&mut text) {
                Ok(_) if rest.limit() == 0 => Err(format!("a value has more than {LONGEST} bytes")),
                Ok(_) => Ok(text),
                Err(error) => Err(error.to_string()),
            }
        }
        Some((mark, _)) => Err(format!("a value is packed in the unknown way {mark}")),
        None => Err("a value is empty".to_owned()),
    };
    text.map_err(Fault::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_and_are_never_much_longer() {
        let mut packer = Packer::new();
        let long = "{\"rules\":[{\"from_port\":22}]}".repeat(400);
        let noise: String = (0..2_000).map(|_| fastrand::char(..)).collect();
        for text in ["", "null", "{}", &long, &noise, "名前\u{0}"] {
            let data = packer.pack(text);
            assert!(data.len() <= text.len() + 1, "{} became {}", text.len(), data.len());
            assert_eq!(unpack(&data).unwrap(), text);
        }
        assert!(packer.pack(&long).len() < 200);
    }

    #[test]
    fn a_small_pack_of_an_enormous_text_is_refused() {
        let longest = usize::try_from(LONGEST).unwrap();
        let data = Packer::new().pack(&"0".repeat(longest + 1));
        assert!(data.len() < longest / 500);
        assert!(matches!(unpack(&data), Err(Fault::Unreadable(why)) if why.contains("67108864")));
    }

    #[test]
    fn what_is_no_pack_is_refused() {
        for data in [&b""[..], b"x", b"p\xff", b"d\xff\xff\xff", b"d"] {
            assert!(matches!(unpack(data), Err(Fault::Unreadable(_))), "{data:?}");
        }
    }
}
