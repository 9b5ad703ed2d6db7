//! Leaves out of an answer, while it arrives, what nobody looks at.
//!
//! IAM answers with AWS's own policies whether or not anything has them, and with what each policy said in all its versions: megabytes,
//! more than all else that a scan holds, and the SDK holds them twice. What is left out here never is in memory as a whole.

use super::call::Call;
use super::service::Service;

/// An XML document that arrives piece by piece, without the elements that are left out.
///
/// What it does not understand it lets pass: whoever reads the document says what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    kept: Vec<u8>,
    /// How much of `kept` has been looked at.
    seen: usize,
    open: Vec<Open>,
    lets_all_pass: bool,
}

/// An element whose end has not been seen, by where things are in what is kept.
#[derive(Debug, Clone, Copy)]
struct Open {
    begin: usize,
    name_end: usize,
}

impl Sieve {
    /// The sieve for an answer to a call; none for most.
    pub(super) fn of(call: &Call) -> Option<Self> {
        let is_sifted = call.service == Service::Iam && call.operation == "GetAccountAuthorizationDetails";
        is_sifted.then(Self::default)
    }

    /// Takes the next piece of the document.
    pub(super) fn push(&mut self, piece: &[u8]) {
        self.kept.extend_from_slice(piece);
        while let Some((begin, end)) = self.next_tag() {
            self.seen = end;
            match self.kept.get(begin + 1) {
                Some(b'?') => {}
                Some(b'!') => self.lets_all_pass = true,
                Some(b'/') => self.close(begin, end),
                _ if self.kept[..end].ends_with(b"/>") => {}
                _ => self.open.push(Open { begin, name_end: name_end(&self.kept, begin + 1) }),
            }
        }
    }

    /// The document as far as it came.
    pub(super) fn into_kept(mut self) -> Vec<u8> {
        self.kept.shrink_to_fit();
        self.kept
    }

    /// Where the next tag begins and ends, if it is there as a whole.
    fn next_tag(&self) -> Option<(usize, usize)> {
        if self.lets_all_pass {
            return None;
        }
        let rest = &self.kept[self.seen..];
        let begin = rest.iter().position(|&byte| byte == b'<')?;
        let length = rest[begin..].iter().position(|&byte| byte == b'>')?;
        Some((self.seen + begin, self.seen + begin + length + 1))
    }

    fn close(&mut self, begin: usize, end: usize) {
        let name = &self.kept[begin + 2..name_end(&self.kept, begin + 2)];
        let Some(closed) = self.open.pop().filter(|open| self.name(*open) == name) else {
            self.lets_all_pass = true;
            return;
        };
        let parent = self.open.last().map(|open| self.name(*open)).unwrap_or_default();
        if name == b"member" && is_left_out(parent, &self.kept[closed.begin..end]) {
            self.kept.drain(closed.begin..end);
            self.seen = closed.begin;
        }
    }

    fn name(&self, open: Open) -> &[u8] {
        &self.kept[open.begin + 1..open.name_end]
    }
}

/// Where the name that begins at a place ends.
fn name_end(text: &[u8], begin: usize) -> usize {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
    text[begin..].iter().position(is_end).map_or(text.len(), |length| begin + length)
}

/// Whether nobody looks at a member of a list: a version that is not in force, or a policy of AWS that is attached to nothing.
fn is_left_out(list: &[u8], member: &[u8]) -> bool {
    let Ok(member) = std::str::from_utf8(member) else { return false };
    match list {
        b"PolicyVersionList" => member.contains("<IsDefaultVersion>false</IsDefaultVersion>"),
        b"Policies" => member.contains("<AttachmentCount>0</AttachmentCount>") && is_of_aws(member),
        _ => false,
    }
}

/// Whether the policy's ARN is AWS's, in whatever partition: `arn:aws:iam::aws:policy/…`.
fn is_of_aws(policy: &str) -> bool {
    let arn = policy.split_once("<Arn>").and_then(|(_, rest)| rest.split_once("</Arn>")).map(|(arn, _)| arn);
    arn.is_some_and(|arn| arn.split(':').nth(4) == Some("aws"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "<member><Arn>arn:aws:iam::1:policy/p</Arn><AttachmentCount>0</AttachmentCount></member>";
    const UNUSED: &str = "<member><Arn>arn:aws-cn:iam::aws:policy/p</Arn><AttachmentCount>0</AttachmentCount></member>";
    const USED: &str = "<member><Arn>arn:aws:iam::aws:policy/q</Arn><AttachmentCount>10</AttachmentCount></member>";
    const OLD: &str = "<member><Document>%7B</Document><IsDefaultVersion>false</IsDefaultVersion></member>";
    const NEW: &str = "<member><Document>%7D</Document><IsDefaultVersion>true</IsDefaultVersion></member>";

    /// What is kept of a document, in whatever pieces it comes.
    fn kept(document: &str) -> String {
        let in_pieces_of = |size| {
            let mut sieve = Sieve::default();
            document.as_bytes().chunks(size).for_each(|piece| sieve.push(piece));
            String::from_utf8(sieve.into_kept()).expect("text stays text")
        };
        let whole = in_pieces_of(document.len().max(1));
        for size in [1, 2, 7, 64] {
            assert_eq!(in_pieces_of(size), whole, "in pieces of {size}");
        }
        whole
    }

    fn policies(members: &str) -> String {
        format!("<?xml version=\"1.0\"?>\n<R xmlns=\"u\"><Policies>{members}</Policies><Empty/><Marker>é</Marker></R>\n")
    }

    #[test]
    fn a_policy_of_aws_that_nothing_has_is_left_out() {
        assert_eq!(kept(&policies(&format!("{UNUSED}{OURS}\n {UNUSED}{USED}{UNUSED}"))), policies(&format!("{OURS}\n {USED}")));
    }

    #[test]
    fn versions_that_are_not_in_force_are_left_out() {
        let with = |versions: &str| policies(&format!("<member><PolicyVersionList>{versions}</PolicyVersionList></member>{USED}"));
        assert_eq!(kept(&with(&format!("{OLD}{NEW}{OLD}"))), with(NEW));
    }

    #[test]
    fn members_of_other_lists_stay() {
        let tags = format!("<Tags>{UNUSED}{OLD}</Tags>");
        assert_eq!(kept(&tags), tags);
    }

    #[test]
    fn what_is_not_understood_passes() {
        let strange = [
            "",
            "no XML",
            "a < b",
            "<",
            "</",
            "<>",
            "</Policies>",
            "<Policies><member><AttachmentCount>0</Policies></member>",
            "<Policies><![CDATA[<member>]]></Policies>",
        ];
        for document in strange {
            assert_eq!(kept(document), document);
        }
        let after_a_comment = policies(&format!("<!-- > -->{UNUSED}"));
        assert_eq!(kept(&after_a_comment), after_a_comment);
    }

    #[test]
    fn half_a_document_stays_half_a_document() {
        let document = policies(&format!("{OURS}{UNUSED}"));
        for length in (0..document.len()).filter(|length| document.is_char_boundary(*length)) {
            let half = kept(&document[..length]);
            assert!(half.len() == length || half == document[..length].replacen(UNUSED, "", 1), "{half}");
        }
    }
}
