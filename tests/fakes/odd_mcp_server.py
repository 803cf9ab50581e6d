"""An MCP server that keeps to no rule: `python odd_mcp_server.py LISTED SAID` writes these as results."""

from __future__ import annotations

import json
import sys

LISTED, SAID = sys.argv[1:]


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        number, method = asked.get("id"), asked.get("method")
        version = asked.get("params", {}).get("protocolVersion", "")
        told = {"protocolVersion": version, "capabilities": {"tools": {}}, "serverInfo": {"name": "o", "version": "1"}}
        known = {"initialize": f'"result": {json.dumps(told)}', "tools/list": LISTED, "tools/call": SAID}
        refusal = '"error": {"code": -32601, "message": "no"}'
        if number is not None:
            print(f'{{"jsonrpc": "2.0", "id": {json.dumps(number)}, {known.get(method, refusal)}}}', flush=True)


if __name__ == "__main__":
    main()
