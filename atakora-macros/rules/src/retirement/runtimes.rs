//! Versions of the language workers of Azure Functions. Those that ended can still be deployed: they get no patches and
//! no support (Azure documentation, Azure Functions language stack support policy, 2026-09).

use super::{Retirement, Sign};

const LANGUAGES: &str = "Azure documentation, Supported languages in Azure Functions, 2026-09";
const POLICY: &str = "Azure documentation, Azure Functions language runtime support policy, 2024";
const POWERSHELL: &str = "Azure documentation, Supported languages in Azure Functions, 2026-09; Azure Functions PowerShell worker, Upgrading to PowerShell 7.6, 2026-06";

const NODE: &str = "use version 22: `Runtime::Node(22)`, `\"22\"`";
const PYTHON: &str = "use version 3.12: `Runtime::Python(3, 12)`, `\"3.12\"`";
const DOTNET: &str = "use version 10: `Runtime::DotnetIsolated(10)`, `\"10.0\"`";
const SHELL: &str = "use version 7.6 on Flex Consumption: `Runtime::PowerShell(7, 6)`, `\"7.6\"`; azurerm 5.2 takes none after 7.4 for the other plans";

/// Versions, and the one to use instead.
type Versions = (&'static [&'static str], &'static str);

const fn flex(worker: &'static str, (old, new): Versions) -> Sign {
    Sign::of("azurerm_function_app_flex_consumption")
        .at("runtime_version", old)
        .when("runtime_name", worker)
        .instead(new)
}

const fn linux(argument: &'static str, (old, new): Versions) -> Sign {
    Sign::of("azurerm_linux_function_app").at(argument, old).instead(new)
}

const fn windows(argument: &'static str, (old, new): Versions) -> Sign {
    Sign::of("azurerm_windows_function_app").at(argument, old).instead(new)
}

macro_rules! node {
    ($id:literal, $version:literal, $ends:literal, $source:expr) => {
        Retirement::warning(
            $id,
            [concat!("Azure Functions ended its support of Node.js ", $version, " on ", $ends), NODE],
            [$ends, $source],
            &[
                flex("node", (&[$version], "22")),
                linux("site_config.application_stack.node_version", (&[$version], "22")),
                windows("site_config.application_stack.node_version", (&[concat!("~", $version)], "~22")),
            ],
        )
    };
}

macro_rules! python {
    ($id:literal, $version:literal, $ends:literal, $source:expr) => {
        Retirement::warning(
            $id,
            [concat!("Azure Functions ended its support of Python ", $version, " on ", $ends), PYTHON],
            [$ends, $source],
            &[
                flex("python", (&[$version], "3.12")),
                linux("site_config.application_stack.python_version", (&[$version], "3.12")),
            ],
        )
    };
}

macro_rules! dotnet {
    ($id:literal, $version:literal, $ends:literal) => {
        Retirement::warning(
            $id,
            [concat!("Azure Functions ended its support of .NET ", $version, " on ", $ends), DOTNET],
            [$ends, LANGUAGES],
            &[
                flex("dotnet-isolated", (&[$version], "10.0")),
                linux("site_config.application_stack.dotnet_version", (&[$version], "10.0")),
                windows("site_config.application_stack.dotnet_version", (&[concat!("v", $version)], "v10.0")),
            ],
        )
    };
}

macro_rules! powershell {
    ($id:literal, $version:literal, $ends:literal) => {
        Retirement::warning(
            $id,
            [concat!("Azure Functions ended its support of PowerShell ", $version, " on ", $ends), SHELL],
            [$ends, POWERSHELL],
            &[
                flex("powershell", (&[$version], "7.6")),
                linux("site_config.application_stack.powershell_core_version", (&[$version], "7.6")),
                windows("site_config.application_stack.powershell_core_version", (&[$version], "7.6")),
            ],
        )
    };
}

/// Python's own dates: Azure Functions gives the month.
const PYTHONS: &str = "Azure documentation, Supported languages in Azure Functions, 2026-09; Python developer's guide, release cycle, 2026";

/// Worker by worker, and first of each version what shows on Flex Consumption.
pub(super) static ALL: &[&[Retirement]] = &[
    &[
        node!("ATK-RET-101", "14", "2024-06-30", POLICY),
        node!("ATK-RET-102", "16", "2024-06-30", POLICY),
        node!("ATK-RET-103", "18", "2025-04-30", LANGUAGES),
        node!("ATK-RET-104", "20", "2026-04-30", LANGUAGES),
    ],
    &[
        python!("ATK-RET-111", "3.7", "2023-09-30", POLICY),
        python!("ATK-RET-112", "3.8", "2024-10-07", PYTHONS),
        python!("ATK-RET-113", "3.9", "2025-10-31", PYTHONS),
        python!("ATK-RET-114", "3.10", "2026-10-31", PYTHONS),
    ],
    &[
        dotnet!("ATK-RET-121", "6.0", "2024-11-12"),
        dotnet!("ATK-RET-122", "7.0", "2024-05-14"),
        dotnet!("ATK-RET-123", "8.0", "2026-11-10"),
        dotnet!("ATK-RET-124", "9.0", "2026-11-10"),
    ],
    &[powershell!("ATK-RET-131", "7.2", "2024-11-08"), powershell!("ATK-RET-132", "7.4", "2026-11-10")],
];
