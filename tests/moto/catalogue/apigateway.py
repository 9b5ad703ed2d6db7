"""Stages of API Gateway."""


def rest_stage(account, name):
    """A REST API with one method, deployed to the stage `live`."""
    gateway = account.client("apigateway")
    api = gateway.create_rest_api(name=name)["id"]
    root = gateway.get_resources(restApiId=api)["items"][0]["id"]
    gateway.put_method(restApiId=api, resourceId=root, httpMethod="GET", authorizationType="NONE")
    gateway.put_integration(restApiId=api, resourceId=root, httpMethod="GET", type="MOCK")
    gateway.create_deployment(restApiId=api, stageName="live")
    return api


def level(account, api, level):
    change = {"op": "replace", "path": "/*/*/logging/loglevel", "value": level}
    account.client("apigateway").update_stage(restApiId=api, stageName="live", patchOperations=[change])


def http_stage(account, name, **more):
    gateway = account.client("apigatewayv2")
    api = gateway.create_api(Name=name, ProtocolType="HTTP")["ApiId"]
    gateway.create_stage(ApiId=api, StageName="live", **more)


def good(account):
    level(account, rest_stage(account, "orders"), "ERROR")
    account.expect("aws-apigateway-stage-logs-executions", "orders/live", "pass")
    group = f"arn:aws:logs:us-east-1:{account.number}:log-group:api"
    http_stage(account, "carts", AccessLogSettings={"DestinationArn": group, "Format": "$context.requestId"})
    account.expect("aws-apigateway-http-stage-logs-requests", "carts/live", "pass")


def bad(account):
    level(account, rest_stage(account, "orders"), "OFF")
    rest_stage(account, "returns")
    for api in ["orders", "returns"]:
        account.expect("aws-apigateway-stage-logs-executions", f"{api}/live", "fail")
    http_stage(account, "carts")
    account.expect("aws-apigateway-http-stage-logs-requests", "carts/live", "fail")


STATES = {"good": good, "bad": bad}
