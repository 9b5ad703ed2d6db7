"""Imports findings into a Security Hub of moto's, as `aws securityhub batch-import-findings` would, and says what came of it.

On standard input stand the lines of an ASFF report. Beside what boto3 refuses itself, every value is held against botocore's model of
the service: choices, patterns, how many items a list may have, and the resource types that the model has details for.
"""

import json
import re
import sys

import boto3
from moto import mock_aws

# Types without details of their own (user guide of Security Hub, "Resources").
WITHOUT_DETAILS = {"AwsAccount", "Other"}


def look(shape, value, path, complaints):
    if shape.type_name == "structure":
        for name, field in value.items():
            look(shape.members[name], field, f"{path}.{name}", complaints)
    elif shape.type_name == "list":
        least, most = shape.metadata.get("min", 0), shape.metadata.get("max", len(value))
        if not least <= len(value) <= most:
            complaints.append(f"{path} has {len(value)} items")
        for item in value:
            look(shape.member, item, path, complaints)
    elif shape.type_name == "map":
        for name, field in value.items():
            look(shape.key, name, path, complaints)
            look(shape.value, field, f"{path}.{name}", complaints)
    elif shape.type_name == "string":
        if shape.enum and value not in shape.enum:
            complaints.append(f"{path} may not be {value}")
        if "pattern" in shape.metadata and not re.search(shape.metadata["pattern"], value):
            complaints.append(f"{path} does not match {shape.metadata['pattern']}")


def main():
    told = {"failed": 0, "sent": 0, "kept": {}, "complaints": []}
    with mock_aws():
        clients = {}
        for line in sys.stdin:
            findings = json.loads(line)
            regions = {finding["ProductArn"].split(":")[3] for finding in findings}
            if len(regions) != 1:
                told["complaints"].append(f"a line of {sorted(regions)}")
            region = regions.pop()
            if region not in clients:
                clients[region] = boto3.client("securityhub", region, aws_access_key_id="x", aws_secret_access_key="x")
                clients[region].enable_security_hub()
            client = clients[region]
            request = client.meta.service_model.operation_model("BatchImportFindings").input_shape
            look(request, {"Findings": findings}, "request", told["complaints"])
            details = request.members["Findings"].member.members["Resources"].member.members["Details"].members
            for finding in findings:
                kind = finding["Resources"][0]["Type"]
                if kind not in details and kind not in WITHOUT_DETAILS:
                    told["complaints"].append(f"no resource type is called {kind}")
            answer = client.batch_import_findings(Findings=findings)
            told["sent"] += len(findings)
            told["failed"] += answer["FailedCount"]
        for client in clients.values():
            for page in client.get_paginator("get_findings").paginate():
                for finding in page["Findings"]:
                    told["kept"][finding["Id"]] = finding["Compliance"]["Status"]
    print(json.dumps(told))


if __name__ == "__main__":
    main()
