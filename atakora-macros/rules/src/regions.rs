//! The regions that a location may name.

use crate::near::nearest as nearest_of;

/// The regions of the public cloud, in the order of their names.
pub const PUBLIC: &[&str] = &[
    "australiacentral",
    "australiacentral2",
    "australiaeast",
    "australiasoutheast",
    "austriaeast",
    "belgiumcentral",
    "brazilsouth",
    "brazilsoutheast",
    "canadacentral",
    "canadaeast",
    "centralindia",
    "centralus",
    "chilecentral",
    "denmarkeast",
    "eastasia",
    "eastus",
    "eastus2",
    "francecentral",
    "francesouth",
    "germanynorth",
    "germanywestcentral",
    "indiasouthcentral",
    "indonesiacentral",
    "israelcentral",
    "italynorth",
    "japaneast",
    "japanwest",
    "jioindiacentral",
    "jioindiawest",
    "koreacentral",
    "koreasouth",
    "malaysiawest",
    "mexicocentral",
    "newzealandnorth",
    "northcentralus",
    "northeurope",
    "norwayeast",
    "norwaywest",
    "polandcentral",
    "qatarcentral",
    "southafricanorth",
    "southafricawest",
    "southcentralus",
    "southeastasia",
    "southindia",
    "spaincentral",
    "swedencentral",
    "swedensouth",
    "switzerlandnorth",
    "switzerlandwest",
    "uaecentral",
    "uaenorth",
    "uksouth",
    "ukwest",
    "westcentralus",
    "westeurope",
    "westindia",
    "westus",
    "westus2",
    "westus3",
];

/// Announced, and not open when this was written.
const ANNOUNCED: &[&str] = &[
    "eastus3",
    "finlandcentral",
    "greececentral",
    "saudiarabiaeast",
    "southcentralus2",
    "southeastus3",
    "taiwannorth",
    "taiwannorthwest",
];

/// Regions of sovereign clouds and those for early access begin or end like this; who uses them knows their names.
const OTHER_CLOUDS: &[&str] = &["china", "usdod", "usgov", "usnat", "ussec"];
const EARLY_ACCESS: &[&str] = &["euap", "stage", "stg"];

/// Whether Azure may have a region of this name: the provider ignores the case of letters and spaces.
pub fn is_region(location: &str) -> bool {
    let name = normal(location);
    let name = name.as_str();
    name == "global"
        || PUBLIC.contains(&name)
        || ANNOUNCED.contains(&name)
        || OTHER_CLOUDS.iter().any(|cloud| name.starts_with(cloud))
        || EARLY_ACCESS.iter().any(|ring| name.ends_with(ring))
}

/// The region that is most like it, if one can be meant.
pub fn nearest(location: &str) -> Option<&'static str> {
    nearest_of(&normal(location), PUBLIC)
}

fn normal(location: &str) -> String {
    location.chars().filter(|letter| *letter != ' ').flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_case_do_not_matter() {
        for region in ["westeurope", "West Europe", "WESTEUROPE", "usgovvirginia", "eastus2euap", "global", "eastus3"] {
            assert!(is_region(region), "{region}");
        }
        for other in ["atlantis", "", "west-europe", "europewest"] {
            assert!(!is_region(other), "{other}");
        }
    }

    #[test]
    fn a_slip_is_recognised() {
        assert_eq!(nearest("westeurop"), Some("westeurope"));
        assert_eq!(nearest("West-Europe"), Some("westeurope"));
        assert_eq!(nearest("eastsu"), Some("eastus"));
        assert_eq!(nearest("atlantis"), None);
    }
}
