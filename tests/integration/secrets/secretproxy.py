"""Stands before the demo tenant and exchanges its secrets for canaries, so that the program only
ever sees canaries: its client secret, and the access token that it is given."""

import http.client
import http.server
import json
import re
import threading
import urllib.parse


class SecretProxy:
    def __init__(self, tenant, canaries, secret):
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.proxy = self
        self.tenant = tenant
        self.canaries = canaries
        self.secret = secret
        self.tokens = []  # the tenant's own, the newest last
        self.tokens_used = 0
        self.gossip = ""  # refuse requests to paths that begin so, with an answer that repeats every secret
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *unused):
        self._server.shutdown()
        self._server.server_close()

    def inward(self, path, body):
        if path != "/api/v2/oauth/token":
            return body
        form = dict(urllib.parse.parse_qsl(body.decode()))
        if form.get("client_secret") == self.canaries["clientsecret"]:
            form["client_secret"] = self.secret
        return urllib.parse.urlencode(form).encode()

    def inward_authorization(self, value):
        if value == "Bearer " + self.canaries["accesstoken"] and self.tokens:
            self.tokens_used += 1
            return "Bearer " + self.tokens[-1]
        return value

    def outward(self, body):
        match = re.search(rb'"access_token": *"([^"]+)"', body)
        if not match:
            return body
        self.tokens.append(match[1].decode())
        return body.replace(match[1], self.canaries["accesstoken"].encode())


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *unused):
        pass

    def _pass_on(self):
        proxy = self.server.proxy
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if proxy.gossip and self.command == "POST" and self.path.startswith(proxy.gossip):
            self._gossip()
            return
        body = proxy.inward(self.path, body)
        headers = {name: value for name, value in self.headers.items()
                   if name.lower() not in ("host", "content-length", "connection")}
        for name in headers:
            if name.lower() == "authorization":  # newer versions of Qt send names in small letters
                headers[name] = proxy.inward_authorization(headers[name])
        try:
            upstream = http.client.HTTPConnection(proxy.tenant.address, timeout=60)
            upstream.request(self.command, self.path, body or None, headers)
            answer = upstream.getresponse()
            content = proxy.outward(answer.read())
            self._answer(answer.status, answer.getheaders(), content)
        except (OSError, http.client.HTTPException):
            self.close_connection = True  # what the tenant does to a connection, we do
        finally:
            upstream.close()

    def _gossip(self):
        everything = " ".join(f'"{self.server.proxy.canaries[kind]}"' for kind in
                              ("accesstoken", "clientsecret", "wfmheader", "wfmquery"))
        body = {"code": "invalid", "message": everything,
                "correlationId": everything,
                "errors": [{"field": everything, "code": everything, "message": everything}]}
        headers = [(name, everything) for name in
                   ("WWW-Authenticate", "Set-Cookie", "ETag", "X-Request-Id", "X-Correlation-Id", "Date")]
        self._answer(400, [("Content-Type", "application/json; x=" + everything), *headers],
                     json.dumps(body).encode())

    def _answer(self, status, headers, content):
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ("content-length", "connection"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = _pass_on
