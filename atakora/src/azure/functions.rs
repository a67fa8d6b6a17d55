//! What Azure Functions runs.
//!
//! Source: Azure documentation, "Flex Consumption plan hosting" (2026-08); for PowerShell 7.6 the wiki of its worker (2026-06);
//! azurerm 5.2.0 for Linux function apps.

use crate::check::{Finding, Kind, Level, Rule, is_among};

/// Where function apps are hosted, as far as runtimes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hosting {
    /// `azurerm_function_app_flex_consumption`.
    FlexConsumption,
    /// `azurerm_linux_function_app` on any other plan.
    Linux,
}

impl Hosting {
    /// Azure's name for it.
    pub const fn name(self) -> &'static str {
        match self {
            Hosting::FlexConsumption => "Flex Consumption",
            Hosting::Linux => "a Linux function app",
        }
    }
}

/// A language worker, without its version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuntimeName {
    /// .NET in a process of its own.
    DotnetIsolated,
    /// Java.
    Java,
    /// JavaScript and TypeScript.
    Node,
    /// PowerShell.
    PowerShell,
    /// Python.
    Python,
    /// Any program that answers HTTP.
    Custom,
}

impl RuntimeName {
    /// What Flex Consumption's `runtime_name` and `FUNCTIONS_WORKER_RUNTIME` take.
    pub const fn name(self) -> &'static str {
        match self {
            RuntimeName::DotnetIsolated => "dotnet-isolated",
            RuntimeName::Java => "java",
            RuntimeName::Node => "node",
            RuntimeName::PowerShell => "powershell",
            RuntimeName::Python => "python",
            RuntimeName::Custom => "custom",
        }
    }

    /// The group code in names of resources: at most four letters.
    pub const fn code(self) -> &'static str {
        match self {
            RuntimeName::DotnetIsolated => "dnet",
            RuntimeName::Java => "java",
            RuntimeName::Node => "node",
            RuntimeName::PowerShell => "pwsh",
            RuntimeName::Python => "py",
            RuntimeName::Custom => "cust",
        }
    }

    /// The argument of a Linux function app's `application_stack` that takes the version. A custom runtime has no
    /// version there: `use_custom_runtime` is true or false.
    pub const fn application_stack_argument(self) -> &'static str {
        match self {
            RuntimeName::DotnetIsolated => "dotnet_version",
            RuntimeName::Java => "java_version",
            RuntimeName::Node => "node_version",
            RuntimeName::PowerShell => "powershell_core_version",
            RuntimeName::Python => "python_version",
            RuntimeName::Custom => "use_custom_runtime",
        }
    }

    /// The versions that can be had, oldest first.
    pub const fn versions(self, hosting: Hosting) -> &'static [&'static str] {
        match (hosting, self) {
            (Hosting::FlexConsumption, RuntimeName::DotnetIsolated) => &["8.0", "9.0", "10.0"],
            (Hosting::FlexConsumption, RuntimeName::Java) => &["11", "17", "21"],
            (Hosting::FlexConsumption, RuntimeName::Node) => &["20", "22"],
            (Hosting::FlexConsumption, RuntimeName::PowerShell) => &["7.4", "7.6"],
            (Hosting::FlexConsumption, RuntimeName::Python) => &["3.10", "3.11", "3.12"],
            (Hosting::Linux, RuntimeName::DotnetIsolated) => &["6.0", "7.0", "8.0", "9.0", "10.0"],
            (Hosting::Linux, RuntimeName::Java) => &["8", "11", "17", "21", "25"],
            (Hosting::Linux, RuntimeName::Node) => &["12", "14", "16", "18", "20", "22", "24"],
            (Hosting::Linux, RuntimeName::PowerShell) => &["7", "7.2", "7.4"],
            (Hosting::Linux, RuntimeName::Python) => &["3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"],
            (_, RuntimeName::Custom) => &["1.0"],
        }
    }

    /// The same, as a text for people.
    const fn versions_text(self, hosting: Hosting) -> &'static str {
        match (hosting, self) {
            (Hosting::FlexConsumption, RuntimeName::DotnetIsolated) => "8.0, 9.0 or 10.0",
            (Hosting::FlexConsumption, RuntimeName::Java) => "11, 17 or 21",
            (Hosting::FlexConsumption, RuntimeName::Node) => "20 or 22",
            (Hosting::FlexConsumption, RuntimeName::PowerShell) => "7.4 or 7.6",
            (Hosting::FlexConsumption, RuntimeName::Python) => "3.10, 3.11 or 3.12",
            (Hosting::Linux, RuntimeName::DotnetIsolated) => "6.0, 7.0, 8.0, 9.0 or 10.0",
            (Hosting::Linux, RuntimeName::Java) => "8, 11, 17, 21 or 25",
            (Hosting::Linux, RuntimeName::Node) => "12, 14, 16, 18, 20, 22 or 24",
            (Hosting::Linux, RuntimeName::PowerShell) => "7, 7.2 or 7.4",
            (Hosting::Linux, RuntimeName::Python) => "3.7 to 3.14",
            (_, RuntimeName::Custom) => "1.0",
        }
    }
}

/// The memory sizes of an instance on Flex Consumption, in MB.
pub const FLEX_INSTANCE_MEMORY_MB: &[u32] = &[512, 2048, 4096];
/// The memory of an instance on Flex Consumption where none is given, in MB.
pub const FLEX_DEFAULT_INSTANCE_MEMORY_MB: u32 = 2048;
/// How many instances an app on Flex Consumption can have.
pub const FLEX_MAXIMUM_INSTANCES: u32 = 1000;
/// How many instances an app on Flex Consumption can have where no number is given.
pub const FLEX_DEFAULT_MAXIMUM_INSTANCES: u32 = 100;

const FLEX: &str = "Azure documentation, Azure Functions Flex Consumption plan hosting, 2026-08";

/// A version that the hosting does not have.
pub static VERSION: Rule = Rule {
    id: "ATK-FUNC-001",
    title: "FunctionsError",
    message: "{} does not run {} {}",
    solution: "use version {}",
    source: FLEX,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A memory size that Flex Consumption does not have.
pub static INSTANCE_MEMORY: Rule = Rule {
    id: "ATK-FUNC-002",
    title: "FunctionsError",
    message: "Flex Consumption has no instances with {} MB of memory",
    solution: "use 512, 2048 or 4096",
    source: FLEX,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A number of instances that Flex Consumption does not have.
pub static MAXIMUM_INSTANCES: Rule = Rule {
    id: "ATK-FUNC-003",
    title: "FunctionsError",
    message: "an app on Flex Consumption cannot have at most {} instances",
    solution: "use a number from 1 to {}",
    source: FLEX,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Whether the hosting runs this version.
pub const fn check_version(hosting: Hosting, runtime: RuntimeName, version: &str) -> Option<Finding> {
    let versions = runtime.versions(hosting);
    if is_among(version, versions) {
        return None;
    }
    Some(
        Finding::of(&VERSION)
            .text(0, hosting.name())
            .text(1, runtime.name())
            .short(2, version)
            .text(3, runtime.versions_text(hosting)),
    )
}

/// Whether Flex Consumption has instances with so much memory.
pub const fn check_instance_memory(megabytes: u32) -> Option<Finding> {
    let mut i = 0;
    while i < FLEX_INSTANCE_MEMORY_MB.len() {
        if FLEX_INSTANCE_MEMORY_MB[i] == megabytes {
            return None;
        }
        i += 1;
    }
    Some(Finding::of(&INSTANCE_MEMORY).number(0, megabytes as i64))
}

/// Whether an app on Flex Consumption can be limited to so many instances.
pub const fn check_maximum_instances(count: u32) -> Option<Finding> {
    if count >= 1 && count <= FLEX_MAXIMUM_INSTANCES {
        return None;
    }
    Some(Finding::of(&MAXIMUM_INSTANCES).number(0, count as i64).number(1, FLEX_MAXIMUM_INSTANCES as i64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Text;

    const RUNTIMES: [RuntimeName; 6] = [
        RuntimeName::DotnetIsolated,
        RuntimeName::Java,
        RuntimeName::Node,
        RuntimeName::PowerShell,
        RuntimeName::Python,
        RuntimeName::Custom,
    ];

    #[test]
    fn the_text_names_the_first_and_the_last_version() {
        for runtime in RUNTIMES {
            for hosting in [Hosting::FlexConsumption, Hosting::Linux] {
                let (versions, text) = (runtime.versions(hosting), runtime.versions_text(hosting));
                assert!(text.starts_with(versions[0]) && text.ends_with(versions[versions.len() - 1]), "{text}");
            }
        }
    }

    #[test]
    fn every_version_passes_and_another_is_named() {
        for runtime in RUNTIMES {
            for version in runtime.versions(Hosting::FlexConsumption) {
                assert!(check_version(Hosting::FlexConsumption, runtime, version).is_none());
            }
        }
        let finding = check_version(Hosting::FlexConsumption, RuntimeName::Node, "18").unwrap();
        let mut text = Text::<200>::new();
        finding.write_message(&mut text);
        text.push("; ");
        finding.write_solution(&mut text);
        assert_eq!(text.as_str(), "Flex Consumption does not run node 18; use version 20 or 22");
    }

    #[test]
    fn memory_and_instances() {
        assert!(check_instance_memory(2048).is_none());
        assert!(check_instance_memory(1000).is_some());
        assert!(check_maximum_instances(1).is_none());
        assert!(check_maximum_instances(1000).is_none());
        assert!(check_maximum_instances(0).is_some());
        assert!(check_maximum_instances(1001).is_some());
    }
}
