//! The names of a zip file's entries, and how each starts: enough to tell what a program was built for.

/// An entry: how it is compressed, and its bytes to the end of the file.
pub(super) struct Entry<'a> {
    method: u16,
    data: &'a [u8],
}

/// The entries of the central directory, as far as they can be read.
pub(super) fn entries(zip: &[u8]) -> Vec<(String, Entry<'_>)> {
    let mut entries = Vec::new();
    let Some(mut at) = directory(zip) else { return entries };
    while let Some(header) = zip.get(at..).filter(|header| header.starts_with(b"PK\x01\x02")) {
        let (Some(method), Some(local)) = (u16_at(header, 10), u32_at(header, 42)) else { break };
        let lengths = [28, 30, 32].map(|field| u16_at(header, field).map_or(0, usize::from));
        let name = header.get(46..46 + lengths[0]).unwrap_or_default();
        if let Some(data) = data(zip, local) {
            entries.push((String::from_utf8_lossy(name).into_owned(), Entry { method, data }));
        }
        at += 46 + lengths.iter().sum::<usize>();
    }
    entries
}

/// Where the central directory starts, which the record at the end tells.
fn directory(zip: &[u8]) -> Option<usize> {
    let end = zip.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    u32_at(zip.get(end..)?, 16)
}

/// The data of the entry whose local header is at this byte.
fn data(zip: &[u8], local: usize) -> Option<&[u8]> {
    let header = zip.get(local..)?;
    let (name, extra) = (u16_at(header, 26)?, u16_at(header, 28)?);
    header.get(30 + usize::from(name) + usize::from(extra)..)
}

impl Entry<'_> {
    /// The first bytes of the entry; none if they cannot be read.
    pub(super) fn start(&self, count: usize) -> Option<Vec<u8>> {
        match self.method {
            0 => Some(self.data.get(..count)?.to_vec()),
            8 => Inflate { data: self.data, bit: 0, out: Vec::new() }.run(count),
            _ => None,
        }
    }
}

/// Unpacks the start of deflated data (RFC 1951).
struct Inflate<'a> {
    data: &'a [u8],
    /// The next bit to read.
    bit: usize,
    out: Vec<u8>,
}

/// The order in which the lengths of the codes for lengths are written.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

impl Inflate<'_> {
    fn run(mut self, count: usize) -> Option<Vec<u8>> {
        loop {
            let is_last = self.bits(1)? == 1;
            match self.bits(2)? {
                0 => self.stored(count)?,
                1 => {
                    let lengths: Vec<u8> = (0..288)
                        .map(|symbol| match symbol {
                            0..144 => 8,
                            144..256 => 9,
                            256..280 => 7,
                            _ => 8,
                        })
                        .collect();
                    self.block(&lengths, &[5; 30], count)?;
                }
                2 => {
                    let (symbols, distances) = self.lengths()?;
                    self.block(&symbols, &distances, count)?;
                }
                _ => return None,
            }
            if self.out.len() >= count {
                self.out.truncate(count);
                return Some(self.out);
            }
            if is_last {
                return None;
            }
        }
    }

    /// A number of so many bits, the lowest first.
    fn bits(&mut self, count: usize) -> Option<usize> {
        let mut number = 0;
        for at in 0..count {
            let byte = self.data.get(self.bit / 8)?;
            number |= usize::from(byte >> (self.bit % 8) & 1) << at;
            self.bit += 1;
        }
        Some(number)
    }

    fn stored(&mut self, count: usize) -> Option<()> {
        let at = self.bit.div_ceil(8);
        let length = usize::from(u16_at(self.data.get(at..)?, 0)?);
        let bytes = self.data.get(at + 4..at + 4 + length.min(count))?;
        self.out.extend_from_slice(bytes);
        self.bit = (at + 4 + length) * 8;
        Some(())
    }

    /// The lengths of the codes of a block that brings its own: those of symbols and those of distances.
    fn lengths(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        let symbols = self.bits(5)? + 257;
        let distances = self.bits(5)? + 1;
        let mut order = [0; 19];
        for at in ORDER.iter().take(self.bits(4)? + 4) {
            order[*at] = u8::try_from(self.bits(3)?).ok()?;
        }
        let mut lengths = Vec::new();
        while lengths.len() < symbols + distances {
            let (length, times) = match self.symbol(&order)? {
                16 => (*lengths.last()?, 3 + self.bits(2)?),
                17 => (0, 3 + self.bits(3)?),
                18 => (0, 11 + self.bits(7)?),
                length => (u8::try_from(length).ok()?, 1),
            };
            lengths.extend((0..times).map(|_| length));
        }
        let distances = lengths.get(symbols..)?.to_vec();
        lengths.truncate(symbols);
        Some((lengths, distances))
    }

    /// The next symbol of a code: codes of one length are consecutive numbers, in the order of their symbols.
    fn symbol(&mut self, lengths: &[u8]) -> Option<usize> {
        let (mut code, mut first) = (0, 0);
        for length in 1..=15 {
            code |= self.bits(1)?;
            let count = lengths.iter().filter(|&&other| other == length).count();
            if code < first + count {
                let same = lengths.iter().enumerate().filter(|&(_, &other)| other == length);
                return same.map(|(symbol, _)| symbol).nth(code - first);
            }
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }

    /// The contents of a block, until there are enough.
    fn block(&mut self, symbols: &[u8], distances: &[u8], count: usize) -> Option<()> {
        while self.out.len() < count {
            match self.symbol(symbols)? {
                256 => break,
                byte @ 0..256 => self.out.push(u8::try_from(byte).ok()?),
                symbol => {
                    let length = self.length(symbol - 257)?;
                    let symbol = self.symbol(distances)?;
                    let distance = self.distance(symbol)?;
                    for _ in 0..length.min(count) {
                        let byte = *self.out.get(self.out.len().checked_sub(distance)?)?;
                        self.out.push(byte);
                    }
                }
            }
        }
        Some(())
    }

    /// The length of a copy: after the first eight, each four symbols have one more bit to follow.
    fn length(&mut self, symbol: usize) -> Option<usize> {
        Some(match symbol {
            0..8 => symbol + 3,
            28 => 258,
            _ => {
                let more = symbol / 4 - 1;
                ((symbol % 4 + 4) << more) + 3 + self.bits(more)?
            }
        })
    }

    /// How far back a copy starts: after the first four, each two symbols have one more bit to follow.
    fn distance(&mut self, symbol: usize) -> Option<usize> {
        Some(match symbol {
            0..4 => symbol + 1,
            _ => {
                let more = symbol / 2 - 1;
                ((symbol % 2 + 2) << more) + 1 + self.bits(more)?
            }
        })
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Entry, entries};

    /// The start of a program for x86_64, and a text after it, deflated by zlib with codes of its own.
    const DYNAMIC: &str = "8d88310e42410805ffd78b70123badbc040a06e266890f88765e5d1b63a9934c31f3dc1f0f9b755d3e6c97ddf2addf9429dddacf573a21ee932ef1a07f5fc0782205054db788916649c2216c3454bab8a1deea8941a3e92d92672967b8508b9311a6811053d42183c73b514342e05e959235bb88d5a9a914e817";
    /// The start of a program for arm64, deflated with the fixed codes.
    const FIXED: &str = "ab77f5716362646480016686ed0c081e610000";

    fn bytes(hex: &str) -> Vec<u8> {
        let pairs = (0..hex.len()).step_by(2).map(|at| &hex[at..at + 2]);
        pairs.map(|pair| u8::from_str_radix(pair, 16).expect("two digits")).collect()
    }

    /// A zip file with one deflated entry for each name: a program for arm64.
    pub(in super::super) fn of_programs(names: &[&str]) -> Vec<u8> {
        let (data, mut zip, mut directory) = (bytes(FIXED), Vec::new(), Vec::new());
        for name in names {
            let local = u32::try_from(zip.len()).expect("a short file").to_le_bytes();
            let length = u16::try_from(name.len()).expect("a short name").to_le_bytes();
            let size = u32::try_from(data.len()).expect("a short entry").to_le_bytes();
            let common =
                [&[20, 0, 0, 0, 8, 0][..], &[0; 8], &size, &[64, 0, 0, 0], &length, &[0; 2]].concat();
            zip.extend([b"PK\x03\x04", &common[..], name.as_bytes(), &data].concat());
            directory
                .extend([b"PK\x01\x02", &[20, 0][..], &common, &[0; 10], &local, name.as_bytes()].concat());
        }
        let at = u32::try_from(zip.len()).expect("a short file").to_le_bytes();
        zip.extend(directory);
        zip.extend([b"PK\x05\x06", &[0; 12][..], &at, &[0; 2]].concat());
        zip
    }

    #[test]
    fn deflated_data_is_unpacked() {
        let start = |hex, count| Entry { method: 8, data: &bytes(hex) }.start(count);
        let dynamic = start(DYNAMIC, 20).expect("the start");
        assert_eq!((&dynamic[..4], &dynamic[16..]), (&b"\x7fELF"[..], &[3, 0, 62, 0][..]));
        let dynamic = start(DYNAMIC, 123).expect("the start");
        assert!(dynamic.ends_with(b"the quick brown fox the quick brown fox the quick brown fox"));
        let fixed = start(FIXED, 64).expect("all of it");
        assert_eq!((&fixed[..4], &fixed[16..20], fixed.len()), (&b"\x7fELF"[..], &[3, 0, 183, 0][..], 64));
        assert_eq!(start(FIXED, 65), None);
    }

    #[test]
    fn names_and_entries_are_found() {
        let zip = of_programs(&["bootstrap", "lib/a.so"]);
        let entries = entries(&zip);
        assert_eq!(entries.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["bootstrap", "lib/a.so"]);
        assert!(entries.iter().all(|(_, entry)| entry.start(4).is_some_and(|start| start == b"\x7fELF")));
    }

    #[test]
    fn damaged_files_do_no_harm() {
        let zip = of_programs(&["bootstrap"]);
        for end in 0..zip.len() {
            for bit in 0..8 {
                let mut damaged = zip.clone();
                damaged[end] ^= 1 << bit;
                entries(&damaged).iter().for_each(|(_, entry)| drop(entry.start(20)));
                entries(&damaged[end..]).iter().for_each(|(_, entry)| drop(entry.start(20)));
            }
        }
    }
}
