//! Which addresses an expression mentions: enough of Terraform's syntax to find `azurerm_subnet.private` in
//! `lower(azurerm_subnet.private.name)` and not in a string.

enum Inside {
    /// Code, with this many braces open.
    Code(u32),
    /// A string, which can hold code again.
    Quotes,
}

/// Calls `found` with each address in `text`: `type.name`, `data.type.name`, `var.name`, `local.name`.
pub(crate) fn mentions<'a>(text: &'a str, found: &mut dyn FnMut(&'a str)) {
    let bytes = text.as_bytes();
    // nearly all expressions are one reference and nothing else
    if bytes.first().is_some_and(|byte| starts_name(*byte)) {
        let end = name_end(bytes, 0);
        let address = address_end(bytes, &text[..end], end);
        if bytes[address.unwrap_or(end)..].iter().all(|byte| is_in_name(*byte) || *byte == b'.') {
            address.into_iter().for_each(|end| found(&text[..end]));
            return;
        }
    }
    let mut inside = vec![Inside::Code(0)];
    let mut bound: Vec<&str> = Vec::new();
    let mut binding = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if let Some(Inside::Quotes) = inside.last() {
            match byte {
                b'\\' => at += 1,
                b'"' => drop(inside.pop()),
                b'$' | b'%' if text[at..].starts_with("$${") || text[at..].starts_with("%%{") => at += 2,
                b'$' | b'%' if bytes.get(at + 1) == Some(&b'{') => {
                    inside.push(Inside::Code(0));
                    at += 1;
                }
                _ => {}
            }
            at += 1;
            continue;
        }
        match byte {
            b'"' => inside.push(Inside::Quotes),
            b'{' => {
                if let Some(Inside::Code(open)) = inside.last_mut() {
                    *open += 1;
                }
            }
            b'}' => {
                let nested = inside.len() > 1;
                match inside.last_mut() {
                    Some(Inside::Code(open)) if *open > 0 => *open -= 1,
                    _ if nested => drop(inside.pop()),
                    _ => {}
                }
            }
            b'0'..=b'9' => {
                at += 1;
                while bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'.') {
                    at += 1;
                }
                continue;
            }
            _ if starts_name(byte) => {
                let end = name_end(bytes, at);
                let name = &text[at..end];
                let attribute = at > 0 && bytes[at - 1] == b'.';
                match name {
                    _ if attribute => {}
                    "for" => binding = true,
                    "in" => binding = false,
                    _ if binding => bound.push(name),
                    _ if bound.contains(&name) => {}
                    _ => {
                        if let Some(end) = address_end(bytes, name, end) {
                            found(&text[at..end]);
                            at = end;
                            continue;
                        }
                    }
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
}

/// Where the address ends that begins with `root`, if it is one that a stack declares.
fn address_end(bytes: &[u8], root: &str, end: usize) -> Option<usize> {
    let segments = match root {
        "each" | "count" | "self" | "path" | "terraform" | "module" => return None,
        "data" => 2,
        _ => 1,
    };
    (0..segments).try_fold(end, |end, _| {
        let start = end + 1;
        (bytes.get(end) == Some(&b'.') && bytes.get(start).is_some_and(|byte| starts_name(*byte)))
            .then(|| name_end(bytes, start))
    })
}

fn starts_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

/// Whether a byte can stand inside a name: looked up, because every byte of every reference is asked about.
static IN_NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let letter = byte as u8;
        table[byte] = letter.is_ascii_alphanumeric() || letter == b'_' || letter == b'-' || letter >= 0x80;
        byte += 1;
    }
    table
};

fn is_in_name(byte: u8) -> bool {
    IN_NAME[usize::from(byte)]
}

fn name_end(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().position(|byte| !is_in_name(*byte)).map_or(bytes.len(), |length| start + length)
}

#[cfg(test)]
mod tests {
    fn mentions(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        super::mentions(text, &mut |address| all.push(address));
        all
    }

    #[test]
    fn finds_addresses_and_nothing_else() {
        assert_eq!(mentions("azurerm_subnet.a.id"), ["azurerm_subnet.a"]);
        assert_eq!(mentions("data.azurerm_subnet.a.x[0].y"), ["data.azurerm_subnet.a"]);
        assert_eq!(mentions("lower(var.x) == \"local.y\" ? local.z : 1.5"), ["var.x", "local.z"]);
        assert_eq!(mentions("\"a ${azurerm_x.y[\"k\"].id} $${var.no}\""), ["azurerm_x.y"]);
        assert_eq!(mentions("[for k, v in azurerm_x.y : v.id if k.a]"), ["azurerm_x.y"]);
        assert_eq!(mentions("each.key"), [""; 0]);
        assert_eq!(mentions("\"${ {a = var.b}.a }\" + var.c"), ["var.b", "var.c"]);
    }
}
