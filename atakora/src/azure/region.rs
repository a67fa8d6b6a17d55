//! The regions of the public cloud. Sovereign clouds (`usgov…`, `china…`) and the early-access regions are not here.
//!
//! Source: Azure documentation, "List of Azure regions" and its tables of availability zones and pairs, as of 2026.

use std::fmt;
use std::str::FromStr;

use super::nearest::nearest;
use crate::Error;
use crate::check::document::{problem, rule};
use crate::check::{Kind, Rule};
use crate::terraform::convert::IntoTf;
use crate::terraform::types::Text;
use crate::terraform::value::Value;

/// A name that no region has.
pub static UNKNOWN_REGION: Rule = rule(
    "ATK-NAME-021",
    "RegionError",
    "`{}` is not an Azure region",
    "{}",
    (Kind::Azure, "Azure documentation, List of Azure regions, 2026"),
);

struct Facts {
    name: &'static str,
    code: &'static str,
    zones: bool,
    pair: Option<Region>,
    restricted: bool,
}

macro_rules! regions {
    ($($variant:ident $name:literal $code:literal $zones:ident $access:ident $($pair:ident)?;)*) => {
        /// An Azure region of the public cloud.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Region {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Region {
            /// Every region, in the order of their names.
            pub const ALL: &'static [Region] = &[$(Region::$variant),*];

            const fn facts(self) -> &'static Facts {
                match self {
                    $(Region::$variant => &Facts {
                        name: $name,
                        code: $code,
                        zones: regions!(@zones $zones),
                        pair: regions!(@pair $($pair)?),
                        restricted: regions!(@access $access),
                    },)*
                }
            }
        }
    };
    (@zones zones) => { true };
    (@zones no_zones) => { false };
    (@pair $pair:ident) => { Some(Region::$pair) };
    (@pair) => { None };
    (@access open) => { false };
    (@access restricted) => { true };
}

// A code is in the name of every resource: it is never changed. No code ends in another one: names without hyphens
// would become ambiguous (see `naming`).
regions! {
    AustraliaCentral    "australiacentral"    "auc"  no_zones open       AustraliaCentral2;
    AustraliaCentral2   "australiacentral2"   "auc2" no_zones restricted AustraliaCentral;
    AustraliaEast       "australiaeast"       "aue"  zones    open       AustraliaSoutheast;
    AustraliaSoutheast  "australiasoutheast"  "ause" no_zones open       AustraliaEast;
    AustriaEast         "austriaeast"         "ate"  zones    open;
    BelgiumCentral      "belgiumcentral"      "bec"  zones    open;
    BrazilSouth         "brazilsouth"         "brs"  zones    open       SouthCentralUs;
    BrazilSoutheast     "brazilsoutheast"     "brse" no_zones restricted BrazilSouth;
    CanadaCentral       "canadacentral"       "cac"  zones    open       CanadaEast;
    CanadaEast          "canadaeast"          "cae"  no_zones open       CanadaCentral;
    CentralIndia        "centralindia"        "inc"  zones    open       SouthIndia;
    CentralUs           "centralus"           "usc"  zones    open       EastUs2;
    ChileCentral        "chilecentral"        "clc"  zones    open;
    DenmarkEast         "denmarkeast"         "dke"  zones    open;
    EastAsia            "eastasia"            "eas"  zones    open       SoutheastAsia;
    EastUs              "eastus"              "eus"  zones    open       WestUs;
    EastUs2             "eastus2"             "eus2" zones    open       CentralUs;
    FranceCentral       "francecentral"       "frc"  zones    open       FranceSouth;
    FranceSouth         "francesouth"         "frs"  no_zones restricted FranceCentral;
    GermanyNorth        "germanynorth"        "gno"  no_zones restricted GermanyWestCentral;
    GermanyWestCentral  "germanywestcentral"  "gwc"  zones    open       GermanyNorth;
    IndiaSouthCentral   "indiasouthcentral"   "insc" zones    open       CentralIndia;
    IndonesiaCentral    "indonesiacentral"    "idc"  zones    open;
    IsraelCentral       "israelcentral"       "ilc"  zones    open;
    ItalyNorth          "italynorth"          "itn"  zones    open;
    JapanEast           "japaneast"           "jpe"  zones    open       JapanWest;
    JapanWest           "japanwest"           "jpw"  zones    open       JapanEast;
    JioIndiaCentral     "jioindiacentral"     "jic"  no_zones open       JioIndiaWest;
    JioIndiaWest        "jioindiawest"        "jiw"  no_zones open       JioIndiaCentral;
    KoreaCentral        "koreacentral"        "krc"  zones    open       KoreaSouth;
    KoreaSouth          "koreasouth"          "krs"  no_zones open       KoreaCentral;
    MalaysiaWest        "malaysiawest"        "myw"  zones    open;
    MexicoCentral       "mexicocentral"       "mxc"  zones    open;
    NewZealandNorth     "newzealandnorth"     "nzn"  zones    open;
    NorthCentralUs      "northcentralus"      "ncus" zones    open       SouthCentralUs;
    NorthEurope         "northeurope"         "neu"  zones    open       WestEurope;
    NorwayEast          "norwayeast"          "noe"  zones    open       NorwayWest;
    NorwayWest          "norwaywest"          "now"  no_zones restricted NorwayEast;
    PolandCentral       "polandcentral"       "plc"  zones    open;
    QatarCentral        "qatarcentral"        "qac"  zones    open;
    SouthAfricaNorth    "southafricanorth"    "zan"  zones    open       SouthAfricaWest;
    SouthAfricaWest     "southafricawest"     "zaw"  no_zones restricted SouthAfricaNorth;
    SouthCentralUs      "southcentralus"      "scus" zones    open       NorthCentralUs;
    SoutheastAsia       "southeastasia"       "sea"  zones    open       EastAsia;
    SouthIndia          "southindia"          "ins"  no_zones open       CentralIndia;
    SpainCentral        "spaincentral"        "esc"  zones    open;
    SwedenCentral       "swedencentral"       "sec"  zones    open       SwedenSouth;
    SwedenSouth         "swedensouth"         "ses"  no_zones restricted SwedenCentral;
    SwitzerlandNorth    "switzerlandnorth"    "chn"  zones    open       SwitzerlandWest;
    SwitzerlandWest     "switzerlandwest"     "chw"  no_zones restricted SwitzerlandNorth;
    UaeCentral          "uaecentral"          "uac"  no_zones restricted UaeNorth;
    UaeNorth            "uaenorth"            "uan"  zones    open       UaeCentral;
    UkSouth             "uksouth"             "uks"  zones    open       UkWest;
    UkWest              "ukwest"              "ukw"  no_zones open       UkSouth;
    WestCentralUs       "westcentralus"       "wcus" no_zones open       WestUs2;
    WestEurope          "westeurope"          "weu"  zones    open       NorthEurope;
    WestIndia           "westindia"           "inw"  no_zones open       SouthIndia;
    WestUs              "westus"              "wus"  no_zones open       EastUs;
    WestUs2             "westus2"             "wus2" zones    open       WestCentralUs;
    WestUs3             "westus3"             "wus3" zones    open       EastUs;
}

impl Region {
    /// How many letters the longest [`Region::code`] has: what a physical name must leave room for.
    pub const LONGEST_CODE: usize = 4;

    /// Azure's name, like `eastus`.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// The short form in names of resources, like `eus`: one to four letters or digits, different for every region.
    pub const fn code(self) -> &'static str {
        self.facts().code
    }

    /// Whether it has availability zones.
    pub const fn zones(self) -> bool {
        self.facts().zones
    }

    /// The region that geo-redundant storage replicates to. Not always mutual: `westus3` is paired with `eastus`,
    /// which is paired with `westus`. Newer regions have none, and no geo-redundant storage either.
    pub const fn pair(self) -> Option<Region> {
        self.facts().pair
    }

    /// Whether a subscription must ask for access before it can create anything there.
    pub const fn restricted(self) -> bool {
        self.facts().restricted
    }
}

// counted here and not where it is read: a constant is evaluated again in every crate that reads it
const _: () = assert!(longest_code() == Region::LONGEST_CODE);

const fn longest_code() -> usize {
    let (mut longest, mut i) = (0, 0);
    while i < Region::ALL.len() {
        let len = Region::ALL[i].code().len();
        if len > longest {
            longest = len;
        }
        i += 1;
    }
    longest
}

/// Azure's name, like `eastus`.
impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Reads `eastus` and, as Azure's provider does, `East US`: case and spaces do not matter.
#[diagnostic::do_not_recommend]
impl IntoTf<Text> for Region {
    fn into_tf(self) -> Value {
        Value::Text(self.name().into())
    }
}

impl FromStr for Region {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wanted: String = text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
        if let Some(region) = Region::ALL.iter().find(|region| region.name() == wanted) {
            return Ok(*region);
        }
        let near = nearest(&wanted, Region::ALL.iter().map(|region| region.name()));
        let solution = if near.is_empty() {
            "give the name of a region of the public cloud, like `eastus` or `westeurope`".to_owned()
        } else {
            format!("did you mean `{}`?", near.join("` or `"))
        };
        Err(Error::new(problem(&UNKNOWN_REGION, &[text, &solution])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_short_and_none_ends_in_another() {
        for (i, region) in Region::ALL.iter().enumerate() {
            assert!((1..=4).contains(&region.code().len()), "{region}");
            assert!(region.code().len() <= Region::LONGEST_CODE);
            assert!(region.code().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{region}");
            for other in &Region::ALL[i + 1..] {
                assert!(!region.code().ends_with(other.code()), "{region} {other}");
                assert!(!other.code().ends_with(region.code()), "{region} {other}");
            }
        }
    }

    #[test]
    fn names_read_back_and_are_sorted() {
        for region in Region::ALL {
            assert_eq!(region.to_string().parse::<Region>(), Ok(*region));
        }
        assert!(Region::ALL.is_sorted_by_key(|region| region.name()));
    }

    #[test]
    fn display_names_are_read() {
        assert_eq!("East US 2".parse(), Ok(Region::EastUs2));
        assert_eq!(" West Europe".parse(), Ok(Region::WestEurope));
    }

    #[test]
    fn a_typo_gets_the_nearest_names() {
        let text = "westeurop".parse::<Region>().unwrap_err().to_string();
        assert!(text.contains("did you mean `westeurope`?\n"), "{text}");
        let text = "atlantis".parse::<Region>().unwrap_err().to_string();
        assert!(text.starts_with("RegionError: `atlantis` is not an Azure region"), "{text}");
        assert!(text.contains("`eastus`"), "{text}");
    }
}
