//! One environment more than there can be.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp,
    > with {
        name: "shop",
        environments: {
            review0: {}, review1: {}, review2: {}, review3: {}, review4: {}, review5: {}, review6: {}, review7: {},
            review8: {}, review9: {}, review10: {}, review11: {}, review12: {}, review13: {}, review14: {}, review15: {},
            review16: {}, review17: {}, review18: {}, review19: {}, review20: {}, review21: {}, review22: {}, review23: {},
            review24: {}, review25: {}, review26: {}, review27: {}, review28: {}, review29: {}, review30: {}, review31: {},
            review32: {}, review33: {}, review34: {}, review35: {}, review36: {}, review37: {}, review38: {}, review39: {},
            review40: {}, review41: {}, review42: {}, review43: {}, review44: {}, review45: {}, review46: {}, review47: {},
            review48: {}, review49: {}, review50: {}, review51: {}, review52: {}, review53: {}, review54: {}, review55: {},
            review56: {}, review57: {}, review58: {}, review59: {}, review60: {}, review61: {}, review62: {}, review63: {},
            review64: {},
        },
    }
}

fn main() {}
