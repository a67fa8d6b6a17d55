//! What an outage costs, computed from the settings above: the recovery point and the recovery time.

use atakora::prelude::*;
use atakora::providers::cosmos::Recovery;
use atakora::providers::traffic_manager::Profile;

use super::TrafficPlan;

/// Adds it to the summary of the run, each number with its source.
pub fn tell(stack: &Stack, account: &CosmosAccount, traffic: &TrafficPlan) {
    let (Some(recovery), [first, others @ ..]) = (account.recovery(), account.regions()) else { return };
    let others: Vec<&str> = others.iter().map(|region| region.name()).collect();
    stack.note(format!("If {first} is out, with a copy of the data in {}:", others.join(", ")));
    stack.note(format!("  lost: {}\n    {}", recovery.point, Recovery::POINT_SOURCE));
    for (_, profile) in traffic.traffic_manager.iter().flat_map(|view| view.profiles.iter()) {
        let Profile { ttl, interval_seconds, timeout_seconds, tolerated_failures, .. } = profile;
        stack.note(format!(
            "  requests: lead to the standby after {} s (TTL {ttl} s + {} probes x {interval_seconds} s + {timeout_seconds} s)\n    {}",
            profile.failover_seconds(),
            tolerated_failures + 1,
            Profile::FAILOVER_SOURCE,
        ));
    }
    stack.note(format!("  writes: go on {}\n    {}", recovery.writes, Recovery::WRITES_SOURCE));
}
