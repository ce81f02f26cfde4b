"""Counts what must hold after kills: at the tenant, and in the audit log."""

import collections

FINAL = {"success", "rejected", "failure", "cancelled"}


def judge(tenant, program, names):
    """Everything that is wrong, as sentences. `names`: queues that were reported as created."""
    state = tenant.state()
    return (of_queues(state, names) + of_exports(state, names)
            + _audit(program, {queue["id"]: queue["name"] for queue in state["queues"]}, names))


def of_queues(state, names):
    found = collections.Counter(queue["name"] for queue in state["queues"])
    return ([f"duplicate: {name} is {found[name]} queues" for name in names if found[name] > 1]
            + [f"lost: {name} was reported and isn't there" for name in names if found[name] == 0])


def of_exports(state, names):
    """Each queue's export is at the tenant once."""
    ids = {queue["id"]: queue["name"] for queue in state["queues"] if queue["name"] in names}
    found = collections.Counter(export["filter"]["value"] for export in state["exports"])
    return ([f"export: {name} has {found[queue]} instead of one" for queue, name in ids.items()
             if found[queue] != 1]
            + [f"export: {queue} isn't a queue that was asked for" for queue in found if queue not in ids])


def _audit(program, tenant_queues, names):
    wrong = []
    verified = program.run("audit", "verify")
    if verified.code != 0 or not verified.json["ok"]:
        wrong.append(f"audit: verification failed: {verified}")
    elif verified.json["openIntents"]:
        wrong.append(f"open: {verified.json['openIntents']} intents without an outcome")
    return wrong + of_records(program.run("audit", "list").json["records"], tenant_queues, names)


def of_records(records, tenant_queues, names):
    """Counted once more from the records themselves, not by the program's own verification."""
    wrong = []
    intents = collections.Counter()
    finals = collections.Counter()
    succeeded = collections.Counter()
    for record in records:
        key = record["correlation_id"], record["audit_action"]
        if record["outcome"] == "intent":
            intents[key] += 1
        elif record["outcome"] in FINAL:
            finals[key] += 1
        if record["audit_action"] == "QUEUE_PROVISIONED" and record["outcome"] == "success":
            succeeded[record["queue_name"]] += 1
            if tenant_queues.get(record["queue_id"]) != record["queue_name"]:
                wrong.append(f"lost: record {record['seq']} tells of {record['queue_id']}, which isn't there")
    wrong += [f"open: {key} has {count} intents and {finals[key]} final outcomes"
              for key, count in intents.items() if count != 1 or finals[key] != 1]
    return wrong + [f"audit: {name} was created {succeeded[name]} times by the records"
                    for name in names if succeeded[name] != 1]
