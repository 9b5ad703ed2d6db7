"""The Smithy RPC protocol in CBOR, which AWS's newer SDKs speak to CloudWatch and moto does not: translated to the JSON that it does.

moto still decides what is answered. The translation is botocore's: the request is decoded as it decodes answers, and the answer encoded
as it encodes requests, after CloudWatch's own model.
"""

import io
import json
import re

import botocore.loaders
import botocore.model
from botocore.parsers import JSONParser, RpcV2CBORParser
from botocore.serialize import RpcV2CBORSerializer

PATH = re.compile(r"^/service/(?P<service>[^/]+)/operation/(?P<operation>[^/]+)$")
MODEL = botocore.model.ServiceModel(botocore.loaders.Loader().load_service_model("cloudwatch", "service-2"))
TARGET = MODEL.metadata["targetPrefix"]


def decode(body):
    return RpcV2CBORParser().parse_data_item(io.BufferedReader(io.BytesIO(body))) if body else {}


def encode(body, operation):
    """The answer that moto gave in JSON."""
    shape = MODEL.operation_model(operation).output_shape
    answer = JSONParser().parse({"status_code": 200, "headers": {}, "body": body}, shape)
    answer.pop("ResponseMetadata", None)
    encoded = bytearray()
    RpcV2CBORSerializer()._serialize_data_item(encoded, answer, shape)
    return bytes(encoded)


def encode_error(body):
    error = json.loads(body)
    encoded = bytearray([0xA2])
    for text in ["__type", error.get("__type", "InternalFailure"), "message", error.get("message") or error.get("Message") or ""]:
        RpcV2CBORSerializer()._serialize_type_string(encoded, text, None, None)
    return bytes(encoded)


class Translated:
    """A WSGI application in front of moto's."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        place = PATH.match(environ.get("PATH_INFO", ""))
        if not place or place["service"] != TARGET:
            return self.application(environ, start_response)
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        body = json.dumps(decode(body)).encode()
        environ = {
            **environ,
            "PATH_INFO": "/",
            "RAW_URI": "/",
            "REQUEST_URI": "/",
            "CONTENT_TYPE": "application/x-amz-json-1.0",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_X_AMZ_TARGET": f"{TARGET}.{place['operation']}",
            "wsgi.input": io.BytesIO(body),
        }
        said = []
        answer = b"".join(self.application(environ, lambda status, headers, error=None: said.append(status)))
        answer = encode(answer, place["operation"]) if said[0].startswith("200") else encode_error(answer)
        start_response(
            said[0],
            [
                ("content-type", "application/cbor"),
                ("smithy-protocol", "rpc-v2-cbor"),
                ("content-length", str(len(answer))),
            ],
        )
        return [answer]
