"""Holds what `scan schedule print` prints against the schemas of those who take it: a text on standard input, the kind as argument.

kubernetes: each document against the trimmed schema beside this file. aws-batch: each call of the AWS CLI, which a function of the shell
stands in for, against botocore's own model of the service.
"""

import json
import pathlib
import subprocess
import sys

import botocore.loaders
import botocore.model
import botocore.validate
import jsonschema
import yaml


def kubernetes(text):
    schema = json.loads((pathlib.Path(__file__).parent / "kubernetes.schema.json").read_text())
    documents = list(yaml.safe_load_all(text))
    for document in documents:
        of_kind = {"$ref": f"#/definitions/{schema['kinds'][document['kind']]}", "definitions": schema["definitions"]}
        jsonschema.validate(document, of_kind)
    return [document["kind"] for document in documents]


def aws_batch(text):
    stand_in = (
        'aws() { if [ "$2" = describe-jobs ]; then echo SUCCEEDED; return; fi; '
        'printf "%s\\n" "$2" >&2; printf "%s" "$*" | tr -d "\\n" >&2; printf "\\n" >&2; printf "id-1"; }\n'
    )
    run = subprocess.run(["sh", "-c", stand_in + text], capture_output=True, text=True, check=True)
    lines = run.stderr.splitlines()
    service = botocore.model.ServiceModel(botocore.loaders.Loader().load_service_model("batch", "service-2"))
    operations = {"register-job-definition": "RegisterJobDefinition", "submit-job": "SubmitJob"}
    calls = []
    for command, words in zip(lines[::2], lines[1::2]):
        parameters = json.loads(words[words.index("{"):])
        shape = service.operation_model(operations[command]).input_shape
        report = botocore.validate.ParamValidator().validate(parameters, shape)
        unknown = set(parameters) - set(shape.members)
        if report.has_errors() or unknown:
            sys.exit(f"{command}: {report.generate_report()} {sorted(unknown)}")
        calls.append(command)
    return calls


print(json.dumps({"kubernetes": kubernetes, "aws-batch": aws_batch}[sys.argv[1]](sys.stdin.read())))
