//! Which addresses each subnet gets.

use super::NetworkingSettings;
use super::rules::{self, NO_ROOM};
use crate::azure::address::AddressRange;
use crate::check::Finding;

/// The smallest network and subnet that Azure makes, as a prefix. Source: Azure documentation, Virtual network frequently
/// asked questions.
pub(super) const SMALLEST: u8 = 29;
/// The smallest subnet for apps on Flex Consumption, and for those of any other plan. Source: Azure documentation, Azure
/// Functions networking options.
pub(super) const SMALLEST_FLEX: u8 = 27;
pub(super) const SMALLEST_PLAN: u8 = 28;
/// The smallest subnet for private endpoints. Source: Azure documentation, Azure Monitor private links: its endpoint takes
/// eleven addresses, Azure keeps five.
pub(super) const SMALLEST_ENDPOINTS: u8 = 27;
/// What a subnet gets that nobody has chosen, if the network is large enough.
const USUAL: u8 = 24;

/// The addresses of a network that Atakora makes. All three subnets have their place, made or not, so that an app on
/// another plan moves nothing.
#[derive(Clone, Copy)]
pub(super) struct Addresses {
    pub(super) space: AddressRange,
    pub(super) flex: AddressRange,
    pub(super) plan: AddressRange,
    pub(super) private_endpoints: AddressRange,
}

/// The subnets in the order in which they get their addresses, by the names of their settings.
pub(super) const NAMES: [&str; 3] = ["flex_subnet", "plan_subnet", "private_endpoint_subnet"];

pub(super) const fn chosen(settings: &NetworkingSettings) -> [Option<&'static str>; 3] {
    [settings.flex_subnet, settings.plan_subnet, settings.private_endpoint_subnet]
}

/// Every subnet's addresses.
///
/// # Errors
/// What is wrong with a setting, or that there is no room.
#[expect(clippy::result_large_err, reason = "asked in constants, where nothing can be boxed")]
pub(super) const fn addresses(settings: &NetworkingSettings) -> Result<Addresses, Finding> {
    if let Some(finding) = rules::address_space(settings) {
        return Err(finding);
    }
    let Ok(space) = AddressRange::parse(settings.address_space) else {
        return Err(Finding::of(&NO_ROOM).text(0, NAMES[0]).text(1, settings.address_space));
    };
    // what is chosen is taken from the start; the others stand where nothing of it is
    let chosen = chosen(settings);
    let (mut subnets, mut taken, mut count) = ([space; 3], [space; 3], 0);
    let mut i = 0;
    while i < 3 {
        if let Some(text) = chosen[i] {
            if let Some(finding) = rules::subnet(settings, i) {
                return Err(finding);
            }
            if let Ok(range) = AddressRange::parse(text) {
                subnets[i] = range;
                taken[count] = range;
                count += 1;
            }
        }
        i += 1;
    }
    let quarter = space.prefix() + 2;
    let prefix = if quarter > USUAL { quarter } else { USUAL };
    i = 0;
    while i < 3 {
        if chosen[i].is_none() {
            let (before, _) = taken.split_at(count);
            let Some(range) = space.free(prefix, before) else {
                return Err(Finding::of(&NO_ROOM).text(0, NAMES[i]).text(1, settings.address_space));
            };
            subnets[i] = range;
            taken[count] = range;
            count += 1;
        }
        i += 1;
    }
    Ok(Addresses { space, flex: subnets[0], plan: subnets[1], private_endpoints: subnets[2] })
}
