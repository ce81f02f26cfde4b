"""Scripts of faults for the demo tenant, drawn from a seeded source."""

SETTLE_SECONDS = 1.0
# Late enough to be missed by an immediate look, and well inside the settle window even on a busy
# machine: an effect later than the window is what no client can know of.
LATEST_EFFECT_MS = 350

SHARE = 0.3


def _broken_answer(random):
    """An answer that doesn't tell, whether or not the request took effect."""
    return random.choice([
        {"status": 500}, {"status": 502}, {"status": 503}, {"status": 504}, {"status": 408},
        {"status": 200, "body": '{"id":'}, {"status": 201, "body": "{}"},
        {"garbage": True},
    ])


def _on_change(random):
    kind = random.randrange(9)
    if kind == 0:
        return {"close": "before"}
    if kind == 1:
        return {"close": "after"}
    if kind == 2:
        return {"commit": True, "truncate": random.randrange(40)}
    if kind == 3:
        return {"status": 429, "headers": {"Retry-After": random.choice(["0", "1", "soon"])}}
    if kind == 4:
        return {"delayMs": random.randrange(20, 300)}
    if kind == 5:
        return {**_broken_answer(random), "commitAfterMs": random.randrange(20, LATEST_EFFECT_MS)}
    if kind == 6:
        return {"hang": True, "commitAfterMs": random.randrange(20, LATEST_EFFECT_MS)}
    if kind == 7:
        return {**_broken_answer(random), "commit": True}
    return _broken_answer(random)


def _on_order(random):
    """An export may be refused too: then it stays to be delivered by `wfm retry`."""
    return {"status": 422} if random.random() < 0.3 else _on_change(random)


def _on_read(random):
    return random.choice([
        {"status": 500}, {"status": 503}, {"status": 503, "headers": {"Retry-After": "0"}},
        {"status": 429, "headers": {"Retry-After": "0"}}, {"close": "before"}, {"garbage": True},
        {"truncate": random.randrange(60)}, {"html": True, "status": 502},
        {"delayMs": random.randrange(20, 300)}, {"dripMs": 1},
    ])


def _on_token(random):
    return random.choice([{"status": 503}, {"status": 500}, {"close": "before"}, {"garbage": True},
                          {"delayMs": random.randrange(20, 300)}])


def script(random, share=SHARE, length=60):
    """Rules that answer each request badly with probability `share`."""
    makers = {"POST /api/v2/queues": _on_change, "POST /api/v2/eventstreams/exports": _on_order,
              "GET /api/v2/*": _on_read, "POST /api/v2/oauth/token": _on_token}
    return [{"match": match, "do": make(random) if random.random() < share else {}}
            for match, make in makers.items() for _ in range(length)]
