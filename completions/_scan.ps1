
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'scan' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'scan'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $place = $commandElements.Count - $(if ($wordToComplete) { 2 } else { 1 })
    $previous = if ($place -gt 0) { $commandElements[$place].Extent.Text }
    $values = @(switch ("$command $previous") {
        { $_ -cin 'scan;policy --diff' } { 'SecurityAudit', 'ViewOnlyAccess', 'ReadOnlyAccess' }
        { $_ -cin 'scan --scope', 'scan;plan --scope' } { 'account', 'ou', 'org', 'custom' }
        { $_ -cin 'scan --only', 'scan;report --only', 'scan;resume --only', 'scan;rerun --only', 'scan;run --only', 'scan;merge --only' } { 'all', 'findings' }
        { $_ -cin 'scan --profile', 'scan -p', 'scan;checks;list --profile', 'scan;checks;list -p', 'scan;plan --profile', 'scan;plan -p', 'scan;policy --profile', 'scan;policy -p', 'scan;preflight --profile', 'scan;preflight -p' } { 'audit', 'blue_team', 'cis', 'compute', 'everything', 'full', 'host_security', 'iam', 'kubernetes', 'gke', 'eks', 'mvp15', 'networking', 'red_team', 'storage', 'web_security' }
        { $_ -cin 'scan --template', 'scan;plan --template', 'scan;run --template', 'scan;policy --template', 'scan;preflight --template' } { 'audit-cis', 'ci', 'demo', 'first-look', 'nightly' }
        { $_ -cin 'scan --color', 'scan;checks --color', 'scan;checks;list --color', 'scan;checks;show --color', 'scan;checks;lint --color', 'scan;checks;test --color', 'scan;checks;new --color', 'scan;checks;coverage --color', 'scan;checks;docs --color', 'scan;checks;schema --color', 'scan;profiles --color', 'scan;profiles;list --color', 'scan;profiles;show --color', 'scan;frameworks --color', 'scan;frameworks;list --color', 'scan;frameworks;show --color', 'scan;plan --color', 'scan;templates --color', 'scan;templates;list --color', 'scan;templates;show --color', 'scan;history --color', 'scan;history;prune --color', 'scan;show --color', 'scan;status --color', 'scan;diff --color', 'scan;report --color', 'scan;assets --color', 'scan;findings --color', 'scan;suppress --color', 'scan;query --color', 'scan;cancel --color', 'scan;resume --color', 'scan;rerun --color', 'scan;run --color', 'scan;merge --color', 'scan;policy --color', 'scan;preflight --color', 'scan;accounts --color', 'scan;accounts;add --color', 'scan;accounts;list --color', 'scan;accounts;show --color', 'scan;accounts;test --color', 'scan;accounts;remove --color', 'scan;schedule --color', 'scan;schedule;print --color', 'scan;config --color', 'scan;config;show --color', 'scan;config;path --color', 'scan;completions --color', 'scan;man --color' } { 'auto', 'always', 'never' }
        { $_ -cin 'scan --progress', 'scan;resume --progress', 'scan;rerun --progress', 'scan;run --progress', 'scan;merge --progress' } { 'auto', 'bars', 'lines', 'none' }
        { $_ -cin 'scan --provider', 'scan;plan --provider', 'scan;preflight --provider', 'scan;accounts;add --provider' } { 'aws', 'mock' }
        { $_ -cin 'scan --check', 'scan;plan --check', 'scan;findings --check', 'scan;policy --check', 'scan;preflight --check' } { 'aws-accessanalyzer-analyzer-has-no-active-findings', 'aws-accessanalyzer-region-has-active-analyzer', 'aws-account-contact-details-are-registered', 'aws-account-contacts-differ', 'aws-account-security-contact-is-registered', 'aws-acm-certificate-has-strong-key', 'aws-acm-certificate-is-logged-publicly', 'aws-acm-certificate-is-not-about-to-expire', 'aws-apigateway-http-stage-logs-requests', 'aws-apigateway-stage-logs-executions', 'aws-autoscaling-group-heeds-load-balancer-health', 'aws-autoscaling-group-launches-with-imdsv2', 'aws-autoscaling-group-launches-without-public-ip', 'aws-autoscaling-group-mixes-instance-types', 'aws-autoscaling-group-rebalances-capacity', 'aws-autoscaling-group-spans-zones', 'aws-autoscaling-group-uses-launch-template', 'aws-autoscaling-launch-configuration-holds-no-secrets', 'aws-cloudfront-distribution-logs-requests', 'aws-cloudtrail-bedrock-calls-are-recorded', 'aws-cloudtrail-bucket-reads-are-recorded', 'aws-cloudtrail-bucket-writes-are-recorded', 'aws-cloudtrail-multi-region-trail-is-logging', 'aws-cloudtrail-trail-bucket-is-not-public', 'aws-cloudtrail-trail-bucket-logs-access', 'aws-cloudtrail-trail-bucket-requires-mfa-delete', 'aws-cloudtrail-trail-delivers-to-cloudwatch-logs', 'aws-cloudtrail-trail-is-encrypted-with-kms-key', 'aws-cloudtrail-trail-looks-for-unusual-activity', 'aws-cloudtrail-trail-validates-log-files', 'aws-cloudwatch-alarm-actions-are-enabled', 'aws-cloudwatch-alarm-has-actions', 'aws-cloudwatch-bucket-policy-changes-raise-alarm', 'aws-cloudwatch-cloudtrail-changes-raise-alarm', 'aws-cloudwatch-config-changes-raise-alarm', 'aws-cloudwatch-console-login-without-mfa-raises-alarm', 'aws-cloudwatch-failed-console-logins-raise-alarm', 'aws-cloudwatch-iam-policy-changes-raise-alarm', 'aws-cloudwatch-kms-key-removal-raises-alarm', 'aws-cloudwatch-log-group-is-encrypted-with-kms-key', 'aws-cloudwatch-log-group-is-not-public', 'aws-cloudwatch-log-group-keeps-events-long-enough', 'aws-cloudwatch-network-acl-changes-raise-alarm', 'aws-cloudwatch-network-gateway-changes-raise-alarm', 'aws-cloudwatch-organization-changes-raise-alarm', 'aws-cloudwatch-root-usage-raises-alarm', 'aws-cloudwatch-route-table-changes-raise-alarm', 'aws-cloudwatch-security-group-changes-raise-alarm', 'aws-cloudwatch-unauthorized-calls-raise-alarm', 'aws-cloudwatch-vpc-changes-raise-alarm', 'aws-config-organization-is-aggregated', 'aws-config-recorder-is-running', 'aws-config-recorder-uses-service-linked-role', 'aws-dynamodb-accelerator-is-encrypted-at-rest', 'aws-dynamodb-accelerator-is-encrypted-in-transit', 'aws-dynamodb-accelerator-spans-availability-zones', 'aws-dynamodb-table-has-point-in-time-recovery', 'aws-dynamodb-table-is-closed-to-other-accounts', 'aws-dynamodb-table-is-encrypted-with-kms', 'aws-dynamodb-table-is-in-backup-plan', 'aws-dynamodb-table-is-protected-against-deletion', 'aws-dynamodb-table-scales-with-load', 'aws-ec2-address-is-in-use', 'aws-ec2-client-vpn-endpoint-logs-connections', 'aws-ec2-default-security-group-has-no-rules', 'aws-ec2-ebs-is-encrypted-by-default', 'aws-ec2-enclave-host-has-no-public-ip', 'aws-ec2-enclave-host-hides-vsock-proxy', 'aws-ec2-enclave-host-is-closed-to-world', 'aws-ec2-enclave-host-is-running', 'aws-ec2-enclave-host-requires-imdsv2', 'aws-ec2-image-is-private', 'aws-ec2-instance-closes-cassandra-to-world', 'aws-ec2-instance-closes-cifs-to-world', 'aws-ec2-instance-closes-elasticsearch-to-world', 'aws-ec2-instance-closes-ftp-to-world', 'aws-ec2-instance-closes-kafka-to-world', 'aws-ec2-instance-closes-kerberos-to-world', 'aws-ec2-instance-closes-ldap-to-world', 'aws-ec2-instance-closes-memcached-to-world', 'aws-ec2-instance-closes-mongodb-to-world', 'aws-ec2-instance-closes-mysql-to-world', 'aws-ec2-instance-closes-oracle-to-world', 'aws-ec2-instance-closes-postgresql-to-world', 'aws-ec2-instance-closes-rdp-to-world', 'aws-ec2-instance-closes-redis-to-world', 'aws-ec2-instance-closes-sqlserver-to-world', 'aws-ec2-instance-closes-ssh-to-world', 'aws-ec2-instance-closes-telnet-to-world', 'aws-ec2-instance-facing-internet-has-no-role', 'aws-ec2-instance-has-detailed-monitoring', 'aws-ec2-instance-has-instance-profile', 'aws-ec2-instance-has-no-public-ip', 'aws-ec2-instance-has-one-network-interface', 'aws-ec2-instance-image-is-not-deprecated', 'aws-ec2-instance-is-managed-by-systems-manager', 'aws-ec2-instance-is-not-paravirtual', 'aws-ec2-instance-requires-imdsv2', 'aws-ec2-instance-user-data-holds-no-secrets', 'aws-ec2-instances-require-imdsv2-by-default', 'aws-ec2-launch-template-assigns-no-public-ip', 'aws-ec2-launch-template-holds-no-secrets', 'aws-ec2-launch-template-requires-imdsv2', 'aws-ec2-network-acl-closes-every-port-to-world', 'aws-ec2-network-acl-closes-rdp-to-world', 'aws-ec2-network-acl-closes-ssh-to-world', 'aws-ec2-network-acl-is-in-use', 'aws-ec2-public-amis-are-blocked', 'aws-ec2-public-snapshots-are-blocked', 'aws-ec2-running-instance-is-not-old', 'aws-ec2-security-group-closes-cassandra-to-world', 'aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world', 'aws-ec2-security-group-closes-every-port-to-world', 'aws-ec2-security-group-closes-ftp-to-world', 'aws-ec2-security-group-closes-high-risk-ports-to-world', 'aws-ec2-security-group-closes-kafka-to-world', 'aws-ec2-security-group-closes-memcached-to-world', 'aws-ec2-security-group-closes-mongodb-to-world', 'aws-ec2-security-group-closes-mysql-to-world', 'aws-ec2-security-group-closes-oracle-to-world', 'aws-ec2-security-group-closes-postgresql-to-world', 'aws-ec2-security-group-closes-rdp-to-world', 'aws-ec2-security-group-closes-redis-to-world', 'aws-ec2-security-group-closes-sql-server-to-world', 'aws-ec2-security-group-closes-ssh-to-world', 'aws-ec2-security-group-closes-telnet-to-world', 'aws-ec2-security-group-has-few-rules', 'aws-ec2-security-group-is-in-use', 'aws-ec2-security-group-is-made-on-purpose', 'aws-ec2-security-group-keeps-public-addresses-out', 'aws-ec2-security-group-keeps-world-out', 'aws-ec2-security-group-names-no-wide-public-range', 'aws-ec2-snapshot-is-encrypted', 'aws-ec2-snapshot-is-private', 'aws-ec2-stopped-instance-is-removed', 'aws-ec2-subnet-gives-no-public-ip', 'aws-ec2-transit-gateway-asks-before-attaching', 'aws-ec2-volume-has-snapshot', 'aws-ec2-volume-is-encrypted', 'aws-ec2-volume-is-in-backup-plan', 'aws-ec2-vpc-endpoint-service-trusts-known-accounts', 'aws-ec2-vpc-endpoint-spans-zones', 'aws-ec2-vpc-endpoint-trusts-known-accounts', 'aws-ec2-vpc-has-endpoint-for-ec2', 'aws-ec2-vpc-has-flow-logs', 'aws-ec2-vpc-peering-routes-are-narrow', 'aws-ec2-vpc-separates-public-subnets', 'aws-ec2-vpc-subnets-span-zones', 'aws-ec2-vpcs-span-regions', 'aws-ec2-vpn-tunnels-are-up', 'aws-ecr-registry-scans-every-repository', 'aws-ecr-repository-has-lifecycle-policy', 'aws-ecr-repository-is-not-public', 'aws-ecr-repository-latest-image-is-scanned-and-sound', 'aws-ecr-repository-scans-on-push', 'aws-ecr-repository-tags-are-immutable', 'aws-efs-access-points-enforce-a-root-directory', 'aws-efs-access-points-enforce-a-user', 'aws-efs-file-system-is-backed-up', 'aws-efs-file-system-is-encrypted', 'aws-efs-file-system-is-not-open-to-every-client', 'aws-efs-file-system-spans-zones', 'aws-efs-mount-targets-are-in-private-subnets', 'aws-eks-cluster-endpoint-is-closed-to-world', 'aws-eks-cluster-has-its-security-group', 'aws-eks-cluster-has-private-endpoint', 'aws-eks-cluster-is-protected-from-deletion', 'aws-eks-cluster-logs-its-control-plane', 'aws-eks-cluster-runs-supported-version', 'aws-eks-cluster-secrets-are-encrypted', 'aws-elb-load-balancer-drains-connections', 'aws-elb-load-balancer-encrypts-all-listeners', 'aws-elb-load-balancer-is-internal', 'aws-elb-load-balancer-logs-requests', 'aws-elb-load-balancer-rejects-ambiguous-requests', 'aws-elb-load-balancer-serves-all-zones-evenly', 'aws-elb-load-balancer-spans-zones', 'aws-elb-load-balancer-uses-acm-certificates', 'aws-elb-load-balancer-uses-strong-tls', 'aws-elbv2-load-balancer-drops-invalid-headers', 'aws-elbv2-load-balancer-encrypts-all-listeners', 'aws-elbv2-load-balancer-has-listeners', 'aws-elbv2-load-balancer-is-behind-waf', 'aws-elbv2-load-balancer-is-closed-to-world', 'aws-elbv2-load-balancer-is-protected-from-deletion', 'aws-elbv2-load-balancer-logs-requests', 'aws-elbv2-load-balancer-negotiates-quantum-safe-keys', 'aws-elbv2-load-balancer-rejects-ambiguous-requests', 'aws-elbv2-load-balancer-serves-all-zones-evenly', 'aws-elbv2-load-balancer-spans-zones', 'aws-elbv2-load-balancer-uses-strong-tls', 'aws-elbv2-network-load-balancer-terminates-tls', 'aws-events-bus-is-not-public', 'aws-events-bus-takes-no-events-of-other-accounts', 'aws-events-endpoint-replicates-events', 'aws-glacier-vault-is-not-public', 'aws-guardduty-administrator-takes-in-every-account', 'aws-guardduty-detector-is-centrally-managed', 'aws-guardduty-detector-is-enabled', 'aws-guardduty-ec2-malware-is-looked-for', 'aws-guardduty-eks-audit-logs-are-watched', 'aws-guardduty-eks-runtime-is-watched', 'aws-guardduty-lambda-traffic-is-watched', 'aws-guardduty-no-high-severity-findings', 'aws-guardduty-rds-logins-are-watched', 'aws-guardduty-s3-data-is-watched', 'aws-iam-access-keys-are-rotated', 'aws-iam-access-keys-are-used', 'aws-iam-administrators-have-mfa', 'aws-iam-attached-policy-grants-no-full-access', 'aws-iam-audit-role-exists', 'aws-iam-aws-policy-grants-no-full-access', 'aws-iam-cloudwatch-is-not-shared-with-other-accounts', 'aws-iam-console-password-is-used', 'aws-iam-console-user-has-mfa', 'aws-iam-console-user-has-no-idle-access-key', 'aws-iam-credentials-have-been-used', 'aws-iam-group-is-no-administrator', 'aws-iam-inline-policy-allows-no-marketplace-subscriptions', 'aws-iam-inline-policy-allows-no-privilege-escalation', 'aws-iam-inline-policy-grants-no-full-access', 'aws-iam-inline-policy-grants-no-full-cloudtrail-access', 'aws-iam-inline-policy-grants-no-full-kms-access', 'aws-iam-nobody-has-full-cloudshell-access', 'aws-iam-password-policy-expires-passwords', 'aws-iam-password-policy-forbids-reuse', 'aws-iam-password-policy-wants-long-passwords', 'aws-iam-password-policy-wants-lowercase-letter', 'aws-iam-password-policy-wants-number', 'aws-iam-password-policy-wants-symbol', 'aws-iam-password-policy-wants-uppercase-letter', 'aws-iam-policy-allows-no-marketplace-subscriptions', 'aws-iam-policy-allows-no-privilege-escalation', 'aws-iam-policy-grants-no-full-cloudtrail-access', 'aws-iam-policy-grants-no-full-kms-access', 'aws-iam-policy-names-roles-to-assume', 'aws-iam-read-only-role-trusts-own-account', 'aws-iam-role-is-no-administrator', 'aws-iam-role-uses-its-bedrock-access', 'aws-iam-root-credentials-are-managed-centrally', 'aws-iam-root-has-hardware-mfa', 'aws-iam-root-has-mfa', 'aws-iam-root-has-no-access-keys', 'aws-iam-root-is-not-used', 'aws-iam-saml-provider-exists', 'aws-iam-server-certificate-is-not-expired', 'aws-iam-service-role-confines-its-callers', 'aws-iam-support-role-exists', 'aws-iam-unattached-policy-grants-no-full-access', 'aws-iam-user-has-hardware-mfa', 'aws-iam-user-has-one-active-access-key', 'aws-iam-user-holds-no-policies', 'aws-iam-user-is-no-administrator', 'aws-iam-user-reaches-services-without-access-keys', 'aws-iam-user-uses-its-bedrock-access', 'aws-iam-user-uses-its-sagemaker-access', 'aws-kms-key-binds-attestation-to-deployment', 'aws-kms-key-enforces-attestation', 'aws-kms-key-has-no-way-around-attestation', 'aws-kms-key-is-not-about-to-be-deleted', 'aws-kms-key-is-not-public', 'aws-kms-key-is-rotated', 'aws-kms-key-is-used', 'aws-kms-key-stays-in-one-region', 'aws-lambda-environment-holds-no-secrets', 'aws-lambda-environment-is-encrypted-with-own-key', 'aws-lambda-function-has-dead-letter-queue', 'aws-lambda-function-invocations-are-recorded', 'aws-lambda-function-is-in-vpc', 'aws-lambda-function-is-not-public', 'aws-lambda-function-runtime-is-supported', 'aws-lambda-function-spans-availability-zones', 'aws-lambda-function-url-requires-authentication', 'aws-lambda-function-url-restricts-origins', 'aws-lambda-function-uses-own-layers', 'aws-macie-region-looks-for-sensitive-data', 'aws-macie-region-samples-buckets-by-itself', 'aws-organizations-account-is-in-organization', 'aws-organizations-ai-services-are-opted-out', 'aws-organizations-delegated-administrators-are-trusted', 'aws-organizations-regions-are-restricted', 'aws-organizations-tag-policies-are-attached', 'aws-rds-cluster-accepts-iam-sign-in', 'aws-rds-cluster-administrator-is-renamed', 'aws-rds-cluster-avoids-default-port', 'aws-rds-cluster-can-be-wound-back', 'aws-rds-cluster-copies-tags-to-snapshots', 'aws-rds-cluster-demands-encrypted-connections', 'aws-rds-cluster-events-reach-someone', 'aws-rds-cluster-is-encrypted', 'aws-rds-cluster-is-in-backup-plan', 'aws-rds-cluster-is-protected-from-deletion', 'aws-rds-cluster-sends-logs-to-cloudwatch', 'aws-rds-cluster-spans-zones', 'aws-rds-cluster-takes-minor-versions', 'aws-rds-instance-accepts-iam-sign-in', 'aws-rds-instance-administrator-is-renamed', 'aws-rds-instance-avoids-default-port', 'aws-rds-instance-certificate-is-valid-for-long', 'aws-rds-instance-copies-tags-to-snapshots', 'aws-rds-instance-demands-encrypted-connections', 'aws-rds-instance-events-reach-someone', 'aws-rds-instance-is-encrypted', 'aws-rds-instance-is-in-backup-plan', 'aws-rds-instance-is-in-vpc', 'aws-rds-instance-is-not-public', 'aws-rds-instance-is-protected-from-deletion', 'aws-rds-instance-keeps-backups', 'aws-rds-instance-needs-no-extended-support', 'aws-rds-instance-reports-on-its-system', 'aws-rds-instance-runs-offered-version', 'aws-rds-instance-sends-logs-to-cloudwatch', 'aws-rds-instance-spans-zones', 'aws-rds-instance-takes-minor-versions', 'aws-rds-parameter-group-events-reach-someone', 'aws-rds-security-group-events-reach-someone', 'aws-rds-snapshot-is-encrypted', 'aws-rds-snapshot-is-not-public', 'aws-s3-access-point-blocks-public-access', 'aws-s3-account-ignores-public-grants', 'aws-s3-account-refuses-public-grants', 'aws-s3-bucket-announces-events', 'aws-s3-bucket-blocks-public-access', 'aws-s3-bucket-denies-plaintext-transport', 'aws-s3-bucket-disables-access-control-lists', 'aws-s3-bucket-has-lifecycle-rules', 'aws-s3-bucket-has-object-lock', 'aws-s3-bucket-is-encrypted-by-default', 'aws-s3-bucket-is-encrypted-with-kms', 'aws-s3-bucket-is-not-public', 'aws-s3-bucket-is-not-shared-with-other-accounts', 'aws-s3-bucket-keeps-versions', 'aws-s3-bucket-list-lets-no-stranger-read', 'aws-s3-bucket-list-lets-no-stranger-write', 'aws-s3-bucket-logs-access', 'aws-s3-bucket-policy-lets-no-stranger-write', 'aws-s3-bucket-replicates-to-another-region', 'aws-s3-bucket-requires-mfa-to-delete-versions', 'aws-s3-multi-region-access-point-blocks-public-access', 'aws-s3-predictable-bucket-name-is-own', 'aws-secretsmanager-secret-is-in-use', 'aws-secretsmanager-secret-is-not-public', 'aws-secretsmanager-secret-policy-denies-all-but-named', 'aws-secretsmanager-secret-rotates-automatically', 'aws-secretsmanager-secret-was-rotated-recently', 'aws-securityhub-administrator-takes-in-every-account', 'aws-securityhub-hub-is-enabled', 'aws-sns-subscription-uses-no-plain-http', 'aws-sns-topic-is-encrypted-with-kms', 'aws-sns-topic-is-not-public', 'aws-sqs-queue-is-encrypted', 'aws-sqs-queue-is-not-public', 'aws-ssm-document-holds-no-secrets', 'aws-ssm-document-is-not-public', 'aws-ssm-node-has-its-patches' }
        { $_ -cin 'scan --framework', 'scan;checks;list --framework', 'scan;plan --framework', 'scan;policy --framework', 'scan;preflight --framework' } { 'aws-fsbp', 'cis-aws-3.0', 'cis-aws-5.0', 'cis-aws-6.0', 'cis-aws-7.0', 'hipaa', 'iso-27001-2022', 'nist-800-53-r5', 'pci-dss-4.0', 'soc2' }
        { $_ -cin 'scan --mock', 'scan;plan --mock', 'scan;preflight --mock', 'scan;accounts;add --mock' } { 'clean', 'demo', 'denied', 'partial' }
        { $_ -cin 'scan;checks;list --severity', 'scan;findings --severity' } { 'critical', 'high', 'medium', 'low', 'informational' }
        { $_ -cin 'scan;findings --status' } { 'fail', 'unknown', 'pass', 'not_applicable', 'muted' }
        { $_ -cin 'scan;policy --format' } { 'json', 'terraform', 'cloudformation', 'table', 'actions' }
        { $_ -cin 'scan --fail-on', 'scan;resume --fail-on', 'scan;rerun --fail-on', 'scan;run --fail-on', 'scan;merge --fail-on' } { 'none', 'critical', 'high', 'medium', 'low', 'informational', 'new:critical', 'new:high', 'new:medium', 'new:low', 'new:informational' }
        { $_ -cin 'scan --type', 'scan;plan --type', 'scan;policy --type', 'scan;preflight --type' } { 'quick', 'standard', 'full', 'incremental' }
        { $_ -cin 'scan;schedule;print --for' } { 'systemd', 'cron', 'github', 'kubernetes', 'aws-batch' }
        { $_ -cin 'scan --format', 'scan;report --format', 'scan;resume --format', 'scan;rerun --format', 'scan;run --format', 'scan;merge --format' } { 'table', 'jsonl', 'html', 'json', 'sarif', 'junit', 'markdown', 'github-annotations', 'csv', 'csv-assets', 'ocsf', 'asff', 'ocsf-parquet' }
        { $_ -cin 'scan --region', 'scan -r', 'scan;plan --region', 'scan;plan -r', 'scan;show --region', 'scan;show -r', 'scan;assets --region', 'scan;assets -r', 'scan;findings --region', 'scan;findings -r', 'scan;preflight --region', 'scan;preflight -r', 'scan;accounts;add --region', 'scan;accounts;add -r' } { 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'eu-west-1', 'eu-west-2', 'eu-central-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'eu-north-1', 'eu-west-3', 'sa-east-1', 'af-south-1', 'ap-east-1', 'ap-east-2', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-west-1', 'eu-central-2', 'eu-south-1', 'eu-south-2', 'il-central-1', 'me-central-1', 'me-south-1', 'mx-central-1', 'us-gov-west-1', 'us-gov-east-1', 'cn-north-1', 'cn-northwest-1' }
    })
    if ($values) {
        return $values.Where{ $_ -like "$wordToComplete*" }.ForEach{
            [CompletionResult]::new($_, $_, [CompletionResultType]::ParameterValue, $_)
        }
    }

    $completions = @(switch ($command) {
        'scan' {
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)')
            [CompletionResult]::new('--suppressions', '--suppressions', [CompletionResultType]::ParameterName, 'File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]')
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan')
            [CompletionResult]::new('--max-evidence-age', '--max-evidence-age', [CompletionResultType]::ParameterName, 'Incremental: the age from which on details are read again though nothing changed them [default: 7d]')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'Cloud to scan')
            [CompletionResult]::new('--mock-speed', '--mock-speed', [CompletionResultType]::ParameterName, 'How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Saved connection of `scan accounts` to scan with (repeatable, comma-separated)')
            [CompletionResult]::new('--aws-profile', '--aws-profile', [CompletionResultType]::ParameterName, 'Named profile of the AWS configuration files')
            [CompletionResult]::new('--role-arn', '--role-arn', [CompletionResultType]::ParameterName, 'Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)')
            [CompletionResult]::new('--external-id', '--external-id', [CompletionResultType]::ParameterName, 'External id that the last role asks for')
            [CompletionResult]::new('--session-name', '--session-name', [CompletionResultType]::ParameterName, 'What the account''s logs call the roles'' sessions [default: posture-scan]')
            [CompletionResult]::new('--session-duration', '--session-duration', [CompletionResultType]::ParameterName, 'How long a role''s credentials live, from 15m to 12h; a long scan renews them [default: 1h]')
            [CompletionResult]::new('--mfa-serial', '--mfa-serial', [CompletionResultType]::ParameterName, 'MFA device whose code is asked for on the terminal, where the AWS profile names none')
            [CompletionResult]::new('--endpoint-url', '--endpoint-url', [CompletionResultType]::ParameterName, 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What to scan: one account, the organisation (org), its units named by --target with all below them (ou), or the accounts named by --target (custom)')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'Unit (ou-…) or account to scan (repeatable, comma-separated)')
            [CompletionResult]::new('--targets-file', '--targets-file', [CompletionResultType]::ParameterName, 'File with targets, one on each line; what follows a # is a comment')
            [CompletionResult]::new('--org-role', '--org-role', [CompletionResultType]::ParameterName, 'Name of the role to assume in each account, with its path where it has one')
            [CompletionResult]::new('--account-concurrency', '--account-concurrency', [CompletionResultType]::ParameterName, 'Accounts at work at the same time [default: 4]')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name for the scan, shown in its reports')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Jobs at work at the same time')
            [CompletionResult]::new('--api-share', '--api-share', [CompletionResultType]::ParameterName, 'How much of AWS''s rate limits to use, such as 30%, where other programs call the same account [default: 100%]')
            [CompletionResult]::new('--job-deadline', '--job-deadline', [CompletionResultType]::ParameterName, 'Seconds that one job may take')
            [CompletionResult]::new('--if-older-than', '--if-older-than', [CompletionResultType]::ParameterName, 'Do nothing where a complete scan of the same checks and regions is younger: 30m, 20h, 7d, 2w')
            [CompletionResult]::new('--shard', '--shard', [CompletionResultType]::ParameterName, 'Scan a part only, such as 2/5, the second of five: each on a machine of its own, `scan merge` puts them together')
            [CompletionResult]::new('--shards', '--shards', [CompletionResultType]::ParameterName, 'The same with the number of parts alone: JOB_COMPLETION_INDEX or AWS_BATCH_JOB_ARRAY_INDEX says which one this is, from 0 on')
            [CompletionResult]::new('--results-url', '--results-url', [CompletionResultType]::ParameterName, 'Where the parts leave their results: a folder that all machines share, or s3://BUCKET/PREFIX')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'What stdout shows')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output-dir', '--output-dir', [CompletionResultType]::ParameterName, 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Write the JSON report to a file, or - for stdout')
            [CompletionResult]::new('--sarif', '--sarif', [CompletionResultType]::ParameterName, 'Write the SARIF report to a file, or - for stdout')
            [CompletionResult]::new('--jsonl', '--jsonl', [CompletionResultType]::ParameterName, 'Write JSON lines as jobs finish to a file, or - for stdout')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]')
            [CompletionResult]::new('--progress', '--progress', [CompletionResultType]::ParameterName, 'How to show progress on stderr')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--framework', '--framework', [CompletionResultType]::ParameterName, 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Region (repeatable, comma-separated); beats those of --type')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'Region (repeatable, comma-separated); beats those of --type')
            [CompletionResult]::new('--mock', '--mock', [CompletionResultType]::ParameterName, 'Scan a mock account: demo, partial, clean, denied, or a fixture file')
            [CompletionResult]::new('--only-in-use', '--only-in-use', [CompletionResultType]::ParameterName, 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use')
            [CompletionResult]::new('--all-accounts', '--all-accounts', [CompletionResultType]::ParameterName, 'Scan with every saved connection')
            [CompletionResult]::new('--preflight', '--preflight', [CompletionResultType]::ParameterName, 'Find out first whether a permission is missing, and refuse to start then (exit code 5), unless --allow-partial is given')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Where another scan of the account is running, wait until it has ended')
            [CompletionResult]::new('--no-store', '--no-store', [CompletionResultType]::ParameterName, 'Store nothing, and care neither for stored scans nor for one that is running')
            [CompletionResult]::new('--allow-partial', '--allow-partial', [CompletionResultType]::ParameterName, 'Treat a partial scan as completed when choosing the exit code')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('checks', 'checks', [CompletionResultType]::ParameterValue, 'List, explain, lint and try checks')
            [CompletionResult]::new('profiles', 'profiles', [CompletionResultType]::ParameterValue, 'List and show profiles of checks')
            [CompletionResult]::new('frameworks', 'frameworks', [CompletionResultType]::ParameterValue, 'List and show frameworks: published benchmarks, and the checks that each asks for')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Tell what a scan would do, without doing it: where it looks, what it calls, how long that takes and what it costs')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List and show templates: options of a scan under one name')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List the stored scans, the newest first, or delete old ones')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a stored scan: how it ended and why, region by region, job by job')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how far a running scan is, from any terminal')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Compare two stored scans: what is new, what is resolved, what nobody can tell')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write a report of a stored scan again, the same as when it ended')
            [CompletionResult]::new('assets', 'assets', [CompletionResultType]::ParameterValue, 'List the assets that a stored scan found')
            [CompletionResult]::new('findings', 'findings', [CompletionResultType]::ParameterValue, 'List the findings of a stored scan, or what else its checks came to')
            [CompletionResult]::new('suppress', 'suppress', [CompletionResultType]::ParameterValue, 'Accept a finding: from the next scan on it is muted, by a rule in a file of yours')
            [CompletionResult]::new('query', 'query', [CompletionResultType]::ParameterValue, 'Ask the stored scans in SQL, or list the views to ask')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Ask a running scan to stop; what has finished is kept')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Go on with a scan that did not succeed everywhere: only the jobs that are left run, and what they find joins the same scan')
            [CompletionResult]::new('rerun', 'rerun', [CompletionResultType]::ParameterValue, 'Run a stored scan''s request again, as a new scan')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Start a scan that `scan plan --save` has stored')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Put the results of a scan''s shards together: what several machines have scanned becomes one scan')
            [CompletionResult]::new('policy', 'policy', [CompletionResultType]::ParameterValue, 'Print the least-privilege IAM policy of a scan: the API actions that its checks call, and no others')
            [CompletionResult]::new('preflight', 'preflight', [CompletionResultType]::ParameterValue, 'Find out which permissions a scan needs and which of them are missing, before anything is scanned')
            [CompletionResult]::new('accounts', 'accounts', [CompletionResultType]::ParameterValue, 'Save connections to accounts, and try them')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'Print units that scan an account regularly')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show the settings that hold, and where each is from')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a completion script for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page of `scan`, or write the pages of all its commands into a folder')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;checks' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List checks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Run the examples of checks')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write a new check of your own that passes the linter, to be filled in')
            [CompletionResult]::new('coverage', 'coverage', [CompletionResultType]::ParameterValue, 'Tell which ids of other tools are checks here')
            [CompletionResult]::new('docs', 'docs', [CompletionResultType]::ParameterValue, 'Write the reference of all checks, a Markdown page for each service')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON schema that checks of a resource type are written against')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;checks;list' {
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'Of a service, such as s3')
            [CompletionResult]::new('--severity', '--severity', [CompletionResultType]::ParameterName, 'Of a severity')
            [CompletionResult]::new('--category', '--category', [CompletionResultType]::ParameterName, 'Of a category, such as encryption')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'With these words in its id, title, risk or aliases, in any case')
            [CompletionResult]::new('--framework', '--framework', [CompletionResultType]::ParameterName, 'That a framework asks for, such as cis-aws-5.0')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Of a profile')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Of a profile')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;checks;show' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;checks;lint' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;checks;test' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;checks;new' {
            [CompletionResult]::new('--resource', '--resource', [CompletionResultType]::ParameterName, 'The resource type that it looks at, such as aws.s3.bucket')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The folder of your own checks')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;checks;coverage' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'File with ids to look up: the first column of each line')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;checks;docs' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;checks;schema' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;checks;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List checks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Run the examples of checks')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write a new check of your own that passes the linter, to be filled in')
            [CompletionResult]::new('coverage', 'coverage', [CompletionResultType]::ParameterValue, 'Tell which ids of other tools are checks here')
            [CompletionResult]::new('docs', 'docs', [CompletionResultType]::ParameterValue, 'Write the reference of all checks, a Markdown page for each service')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON schema that checks of a resource type are written against')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;checks;help;list' {
            break
        }
        'scan;checks;help;show' {
            break
        }
        'scan;checks;help;lint' {
            break
        }
        'scan;checks;help;test' {
            break
        }
        'scan;checks;help;new' {
            break
        }
        'scan;checks;help;coverage' {
            break
        }
        'scan;checks;help;docs' {
            break
        }
        'scan;checks;help;schema' {
            break
        }
        'scan;checks;help;help' {
            break
        }
        'scan;profiles' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every profile')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a profile and its checks')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;profiles;list' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;profiles;show' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;profiles;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every profile')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a profile and its checks')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;profiles;help;list' {
            break
        }
        'scan;profiles;help;show' {
            break
        }
        'scan;profiles;help;help' {
            break
        }
        'scan;frameworks' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every framework')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a framework: its requirements, and the checks of each')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;frameworks;list' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;frameworks;show' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;frameworks;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every framework')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a framework: its requirements, and the checks of each')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;frameworks;help;list' {
            break
        }
        'scan;frameworks;help;show' {
            break
        }
        'scan;frameworks;help;help' {
            break
        }
        'scan;plan' {
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)')
            [CompletionResult]::new('--suppressions', '--suppressions', [CompletionResultType]::ParameterName, 'File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]')
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan')
            [CompletionResult]::new('--max-evidence-age', '--max-evidence-age', [CompletionResultType]::ParameterName, 'Incremental: the age from which on details are read again though nothing changed them [default: 7d]')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'Cloud to scan')
            [CompletionResult]::new('--mock-speed', '--mock-speed', [CompletionResultType]::ParameterName, 'How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Saved connection of `scan accounts` to scan with (repeatable, comma-separated)')
            [CompletionResult]::new('--aws-profile', '--aws-profile', [CompletionResultType]::ParameterName, 'Named profile of the AWS configuration files')
            [CompletionResult]::new('--role-arn', '--role-arn', [CompletionResultType]::ParameterName, 'Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)')
            [CompletionResult]::new('--external-id', '--external-id', [CompletionResultType]::ParameterName, 'External id that the last role asks for')
            [CompletionResult]::new('--session-name', '--session-name', [CompletionResultType]::ParameterName, 'What the account''s logs call the roles'' sessions [default: posture-scan]')
            [CompletionResult]::new('--session-duration', '--session-duration', [CompletionResultType]::ParameterName, 'How long a role''s credentials live, from 15m to 12h; a long scan renews them [default: 1h]')
            [CompletionResult]::new('--mfa-serial', '--mfa-serial', [CompletionResultType]::ParameterName, 'MFA device whose code is asked for on the terminal, where the AWS profile names none')
            [CompletionResult]::new('--endpoint-url', '--endpoint-url', [CompletionResultType]::ParameterName, 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What to scan: one account, the organisation (org), its units named by --target with all below them (ou), or the accounts named by --target (custom)')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'Unit (ou-…) or account to scan (repeatable, comma-separated)')
            [CompletionResult]::new('--targets-file', '--targets-file', [CompletionResultType]::ParameterName, 'File with targets, one on each line; what follows a # is a comment')
            [CompletionResult]::new('--org-role', '--org-role', [CompletionResultType]::ParameterName, 'Name of the role to assume in each account, with its path where it has one')
            [CompletionResult]::new('--account-concurrency', '--account-concurrency', [CompletionResultType]::ParameterName, 'Accounts at work at the same time [default: 4]')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name for the scan, shown in its reports')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Jobs at work at the same time')
            [CompletionResult]::new('--api-share', '--api-share', [CompletionResultType]::ParameterName, 'How much of AWS''s rate limits to use, such as 30%, where other programs call the same account [default: 100%]')
            [CompletionResult]::new('--job-deadline', '--job-deadline', [CompletionResultType]::ParameterName, 'Seconds that one job may take')
            [CompletionResult]::new('--if-older-than', '--if-older-than', [CompletionResultType]::ParameterName, 'Do nothing where a complete scan of the same checks and regions is younger: 30m, 20h, 7d, 2w')
            [CompletionResult]::new('--shard', '--shard', [CompletionResultType]::ParameterName, 'Scan a part only, such as 2/5, the second of five: each on a machine of its own, `scan merge` puts them together')
            [CompletionResult]::new('--shards', '--shards', [CompletionResultType]::ParameterName, 'The same with the number of parts alone: JOB_COMPLETION_INDEX or AWS_BATCH_JOB_ARRAY_INDEX says which one this is, from 0 on')
            [CompletionResult]::new('--results-url', '--results-url', [CompletionResultType]::ParameterName, 'Where the parts leave their results: a folder that all machines share, or s3://BUCKET/PREFIX')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--framework', '--framework', [CompletionResultType]::ParameterName, 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Region (repeatable, comma-separated); beats those of --type')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'Region (repeatable, comma-separated); beats those of --type')
            [CompletionResult]::new('--mock', '--mock', [CompletionResultType]::ParameterName, 'Scan a mock account: demo, partial, clean, denied, or a fixture file')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--only-in-use', '--only-in-use', [CompletionResultType]::ParameterName, 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use')
            [CompletionResult]::new('--all-accounts', '--all-accounts', [CompletionResultType]::ParameterName, 'Scan with every saved connection')
            [CompletionResult]::new('--preflight', '--preflight', [CompletionResultType]::ParameterName, 'Find out first whether a permission is missing, and refuse to start then (exit code 5), unless --allow-partial is given')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Where another scan of the account is running, wait until it has ended')
            [CompletionResult]::new('--no-store', '--no-store', [CompletionResultType]::ParameterName, 'Store nothing, and care neither for stored scans nor for one that is running')
            [CompletionResult]::new('--save', '--save', [CompletionResultType]::ParameterName, 'Store the plan as a scan that has not started: `scan run` starts it, and asks then what --wait, --preflight and --if-older-than say')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;templates' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every template')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template and its options')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;templates;list' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;templates;show' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;templates;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every template')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template and its options')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;templates;help;list' {
            break
        }
        'scan;templates;help;show' {
            break
        }
        'scan;templates;help;help' {
            break
        }
        'scan;history' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Only so many of the newest')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Only those of this account')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old scans and give their room back; never one that is queued or running')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;history;prune' {
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Keep so many of the newest scans')
            [CompletionResult]::new('--older-than', '--older-than', [CompletionResultType]::ParameterName, 'Delete scans that started longer ago: 90d, 20h, 2w')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;history;help' {
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old scans and give their room back; never one that is queued or running')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;history;help;prune' {
            break
        }
        'scan;history;help;help' {
            break
        }
        'scan;show' {
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Only this region')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'Only this region')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'Every job: when it began and ended, how long it took, how it fared')
            [CompletionResult]::new('--errors', '--errors', [CompletionResultType]::ParameterName, 'What ended the jobs that failed')
            [CompletionResult]::new('--findings', '--findings', [CompletionResultType]::ParameterName, 'The findings')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;status' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Follow the scan on the terminal until it has ended')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Follow the scan on the terminal until it has ended')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;diff' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;report' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'What to write; JSON lines come in the order in which the jobs ended')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a file, or - for stdout; ocsf-parquet to a folder')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a file, or - for stdout; ocsf-parquet to a folder')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;assets' {
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'Only this resource type, such as aws.s3.bucket (repeatable, comma-separated)')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Only with this tag (repeatable: with all of them)')
            [CompletionResult]::new('--scan', '--scan', [CompletionResultType]::ParameterName, 'The scan''s id, the beginning of it, or `last`')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Only this region (repeatable, comma-separated)')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'Only this region (repeatable, comma-separated)')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;findings' {
            [CompletionResult]::new('--severity', '--severity', [CompletionResultType]::ParameterName, 'Only this severity (repeatable, comma-separated)')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'What the check came to (repeatable, comma-separated)')
            [CompletionResult]::new('--scan', '--scan', [CompletionResultType]::ParameterName, 'The scan''s id, the beginning of it, or `last`')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Only this check, by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Only this region (repeatable, comma-separated)')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'Only this region (repeatable, comma-separated)')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;suppress' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why the finding is accepted')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Who answers for it')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'The last day on which it is accepted, such as 2026-12-31 [default: no end]')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'The file of accepted findings [default: .posture-scan/suppressions.yaml of this folder or one above it]')
            [CompletionResult]::new('--scan', '--scan', [CompletionResultType]::ParameterName, 'The scan that has the finding: its id, the beginning of it, or `last`')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;query' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many rows [default: 1000 in a table, every row in JSON and CSV]')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--views', '--views', [CompletionResultType]::ParameterName, 'List the views and their columns')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'As comma-separated values')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;cancel' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;resume' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'What stdout shows')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output-dir', '--output-dir', [CompletionResultType]::ParameterName, 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Write the JSON report to a file, or - for stdout')
            [CompletionResult]::new('--sarif', '--sarif', [CompletionResultType]::ParameterName, 'Write the SARIF report to a file, or - for stdout')
            [CompletionResult]::new('--jsonl', '--jsonl', [CompletionResultType]::ParameterName, 'Write JSON lines as jobs finish to a file, or - for stdout')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]')
            [CompletionResult]::new('--progress', '--progress', [CompletionResultType]::ParameterName, 'How to show progress on stderr')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Where another scan of the account is running, wait until it has ended')
            [CompletionResult]::new('--allow-partial', '--allow-partial', [CompletionResultType]::ParameterName, 'Treat a partial scan as completed when choosing the exit code')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;rerun' {
            [CompletionResult]::new('--suppressions', '--suppressions', [CompletionResultType]::ParameterName, 'File with findings that are accepted [default: that of the stored scan, else the nearest .posture-scan/suppressions.yaml]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'What stdout shows')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output-dir', '--output-dir', [CompletionResultType]::ParameterName, 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Write the JSON report to a file, or - for stdout')
            [CompletionResult]::new('--sarif', '--sarif', [CompletionResultType]::ParameterName, 'Write the SARIF report to a file, or - for stdout')
            [CompletionResult]::new('--jsonl', '--jsonl', [CompletionResultType]::ParameterName, 'Write JSON lines as jobs finish to a file, or - for stdout')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]')
            [CompletionResult]::new('--progress', '--progress', [CompletionResultType]::ParameterName, 'How to show progress on stderr')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--failed', '--failed', [CompletionResultType]::ParameterName, 'Only the regions whose jobs did not succeed')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Where another scan of the account is running, wait until it has ended')
            [CompletionResult]::new('--allow-partial', '--allow-partial', [CompletionResultType]::ParameterName, 'Treat a partial scan as completed when choosing the exit code')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;run' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'What stdout shows')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output-dir', '--output-dir', [CompletionResultType]::ParameterName, 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Write the JSON report to a file, or - for stdout')
            [CompletionResult]::new('--sarif', '--sarif', [CompletionResultType]::ParameterName, 'Write the SARIF report to a file, or - for stdout')
            [CompletionResult]::new('--jsonl', '--jsonl', [CompletionResultType]::ParameterName, 'Write JSON lines as jobs finish to a file, or - for stdout')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]')
            [CompletionResult]::new('--progress', '--progress', [CompletionResultType]::ParameterName, 'How to show progress on stderr')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Template whose options on reports hold; what is scanned stands in the plan')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Where another scan of the account is running, wait until it has ended')
            [CompletionResult]::new('--allow-partial', '--allow-partial', [CompletionResultType]::ParameterName, 'Treat a partial scan as completed when choosing the exit code')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;merge' {
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Take the results of this plan only, where there are several: the beginning of what their names say of it')
            [CompletionResult]::new('--max-age', '--max-age', [CompletionResultType]::ParameterName, 'Take no result of a shard that began longer ago: 30m, 20h, 7d, 2w')
            [CompletionResult]::new('--aws-profile', '--aws-profile', [CompletionResultType]::ParameterName, 'Named profile of the AWS configuration files, for a bucket')
            [CompletionResult]::new('--endpoint-url', '--endpoint-url', [CompletionResultType]::ParameterName, 'Endpoint to use instead of AWS''s own, for a bucket (also AWS_ENDPOINT_URL)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'What stdout shows')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder')
            [CompletionResult]::new('--output-dir', '--output-dir', [CompletionResultType]::ParameterName, 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Write the JSON report to a file, or - for stdout')
            [CompletionResult]::new('--sarif', '--sarif', [CompletionResultType]::ParameterName, 'Write the SARIF report to a file, or - for stdout')
            [CompletionResult]::new('--jsonl', '--jsonl', [CompletionResultType]::ParameterName, 'Write JSON lines as jobs finish to a file, or - for stdout')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]')
            [CompletionResult]::new('--progress', '--progress', [CompletionResultType]::ParameterName, 'How to show progress on stderr')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Where a scan of the account is running, wait until it has ended')
            [CompletionResult]::new('--allow-partial', '--allow-partial', [CompletionResultType]::ParameterName, 'Treat a partial scan as completed when choosing the exit code')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Show no progress and no table; errors, and that something is missing, still show')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say on stderr at the end which regions were scanned and which calls were made')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;policy' {
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)')
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write it [default: json, with --diff table]')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Only what this policy of AWS''s leaves out')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--framework', '--framework', [CompletionResultType]::ParameterName, 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--only-in-use', '--only-in-use', [CompletionResultType]::ParameterName, 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use')
            [CompletionResult]::new('--with-preflight', '--with-preflight', [CompletionResultType]::ParameterName, 'Also what `scan preflight` calls to find out more: the simulation of the caller''s policies')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;preflight' {
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)')
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'Cloud to scan')
            [CompletionResult]::new('--mock-speed', '--mock-speed', [CompletionResultType]::ParameterName, 'How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Saved connection of `scan accounts` to scan with (repeatable, comma-separated)')
            [CompletionResult]::new('--aws-profile', '--aws-profile', [CompletionResultType]::ParameterName, 'Named profile of the AWS configuration files')
            [CompletionResult]::new('--role-arn', '--role-arn', [CompletionResultType]::ParameterName, 'Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)')
            [CompletionResult]::new('--external-id', '--external-id', [CompletionResultType]::ParameterName, 'External id that the last role asks for')
            [CompletionResult]::new('--session-name', '--session-name', [CompletionResultType]::ParameterName, 'What the account''s logs call the roles'' sessions [default: posture-scan]')
            [CompletionResult]::new('--session-duration', '--session-duration', [CompletionResultType]::ParameterName, 'How long a role''s credentials live, from 15m to 12h; a long scan renews them [default: 1h]')
            [CompletionResult]::new('--mfa-serial', '--mfa-serial', [CompletionResultType]::ParameterName, 'MFA device whose code is asked for on the terminal, where the AWS profile names none')
            [CompletionResult]::new('--endpoint-url', '--endpoint-url', [CompletionResultType]::ParameterName, 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)')
            [CompletionResult]::new('--api-share', '--api-share', [CompletionResultType]::ParameterName, 'How much of AWS''s rate limits to use, such as 30%, where other programs call the same account [default: 100%]')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Write what is missing, the policy that closes the gap and how to attach it to a Markdown file, or - for stdout')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--framework', '--framework', [CompletionResultType]::ParameterName, 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Region (repeatable, comma-separated); beats those of --type')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'Region (repeatable, comma-separated); beats those of --type')
            [CompletionResult]::new('--mock', '--mock', [CompletionResultType]::ParameterName, 'Scan a mock account: demo, partial, clean, denied, or a fixture file')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--only-in-use', '--only-in-use', [CompletionResultType]::ParameterName, 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use')
            [CompletionResult]::new('--all-accounts', '--all-accounts', [CompletionResultType]::ParameterName, 'Scan with every saved connection')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;accounts' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Save a connection under a name, for `scan --account NAME`; credentials are never saved')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the saved connections')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a saved connection')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Connect, and say whose account it is: exit code 5 where that fails')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Forget saved connections')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;accounts;add' {
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'The cloud')
            [CompletionResult]::new('--aws-profile', '--aws-profile', [CompletionResultType]::ParameterName, 'Named profile of the AWS configuration files')
            [CompletionResult]::new('--role-arn', '--role-arn', [CompletionResultType]::ParameterName, 'Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)')
            [CompletionResult]::new('--external-id', '--external-id', [CompletionResultType]::ParameterName, 'External id that the last role asks for')
            [CompletionResult]::new('--session-name', '--session-name', [CompletionResultType]::ParameterName, 'What the account''s logs call the roles'' sessions [default: posture-scan]')
            [CompletionResult]::new('--session-duration', '--session-duration', [CompletionResultType]::ParameterName, 'How long a role''s credentials live, from 15m to 12h; a long scan renews them [default: 1h]')
            [CompletionResult]::new('--mfa-serial', '--mfa-serial', [CompletionResultType]::ParameterName, 'MFA device whose code is asked for on the terminal, where the AWS profile names none')
            [CompletionResult]::new('--endpoint-url', '--endpoint-url', [CompletionResultType]::ParameterName, 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Tag of your own (repeatable)')
            [CompletionResult]::new('--mock', '--mock', [CompletionResultType]::ParameterName, 'A mock account: demo, partial, clean, denied, or a fixture file')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Region to scan (repeatable, comma-separated) [default: those of the scan]')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'Region to scan (repeatable, comma-separated) [default: those of the scan]')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Take the place of a connection of this name')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;accounts;list' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;accounts;show' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;accounts;test' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;accounts;remove' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;accounts;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Save a connection under a name, for `scan --account NAME`; credentials are never saved')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the saved connections')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a saved connection')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Connect, and say whose account it is: exit code 5 where that fails')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Forget saved connections')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;accounts;help;add' {
            break
        }
        'scan;accounts;help;list' {
            break
        }
        'scan;accounts;help;show' {
            break
        }
        'scan;accounts;help;test' {
            break
        }
        'scan;accounts;help;remove' {
            break
        }
        'scan;accounts;help;help' {
            break
        }
        'scan;schedule' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('print', 'print', [CompletionResultType]::ParameterValue, 'Print what scans an account regularly, ready to be put in its place')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;schedule;print' {
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'What runs it')
            [CompletionResult]::new('--image', '--image', [CompletionResultType]::ParameterName, 'Container image whose entry point is `scan` (kubernetes, aws-batch)')
            [CompletionResult]::new('--shards', '--shards', [CompletionResultType]::ParameterName, 'Scan on so many machines, and put together what they find (kubernetes, aws-batch)')
            [CompletionResult]::new('--results-url', '--results-url', [CompletionResultType]::ParameterName, 'Bucket where the machines leave their results: s3://BUCKET/PREFIX')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--daily', '--daily', [CompletionResultType]::ParameterName, 'Every day, an incremental scan')
            [CompletionResult]::new('--weekly', '--weekly', [CompletionResultType]::ParameterName, 'Every week, a full scan')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;schedule;help' {
            [CompletionResult]::new('print', 'print', [CompletionResultType]::ParameterValue, 'Print what scans an account regularly, ready to be put in its place')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;schedule;help;print' {
            break
        }
        'scan;schedule;help;help' {
            break
        }
        'scan;config' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the value of every option of a scan, and where it is from: options before `config` count as typed')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show where configuration is looked for, and what is there')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;config;show' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;config;path' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;config;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the value of every option of a scan, and where it is from: options before `config` count as typed')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show where configuration is looked for, and what is there')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;config;help;show' {
            break
        }
        'scan;config;help;path' {
            break
        }
        'scan;config;help;help' {
            break
        }
        'scan;completions' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;man' {
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'scan;help' {
            [CompletionResult]::new('checks', 'checks', [CompletionResultType]::ParameterValue, 'List, explain, lint and try checks')
            [CompletionResult]::new('profiles', 'profiles', [CompletionResultType]::ParameterValue, 'List and show profiles of checks')
            [CompletionResult]::new('frameworks', 'frameworks', [CompletionResultType]::ParameterValue, 'List and show frameworks: published benchmarks, and the checks that each asks for')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Tell what a scan would do, without doing it: where it looks, what it calls, how long that takes and what it costs')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List and show templates: options of a scan under one name')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List the stored scans, the newest first, or delete old ones')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a stored scan: how it ended and why, region by region, job by job')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how far a running scan is, from any terminal')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Compare two stored scans: what is new, what is resolved, what nobody can tell')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write a report of a stored scan again, the same as when it ended')
            [CompletionResult]::new('assets', 'assets', [CompletionResultType]::ParameterValue, 'List the assets that a stored scan found')
            [CompletionResult]::new('findings', 'findings', [CompletionResultType]::ParameterValue, 'List the findings of a stored scan, or what else its checks came to')
            [CompletionResult]::new('suppress', 'suppress', [CompletionResultType]::ParameterValue, 'Accept a finding: from the next scan on it is muted, by a rule in a file of yours')
            [CompletionResult]::new('query', 'query', [CompletionResultType]::ParameterValue, 'Ask the stored scans in SQL, or list the views to ask')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Ask a running scan to stop; what has finished is kept')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Go on with a scan that did not succeed everywhere: only the jobs that are left run, and what they find joins the same scan')
            [CompletionResult]::new('rerun', 'rerun', [CompletionResultType]::ParameterValue, 'Run a stored scan''s request again, as a new scan')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Start a scan that `scan plan --save` has stored')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Put the results of a scan''s shards together: what several machines have scanned becomes one scan')
            [CompletionResult]::new('policy', 'policy', [CompletionResultType]::ParameterValue, 'Print the least-privilege IAM policy of a scan: the API actions that its checks call, and no others')
            [CompletionResult]::new('preflight', 'preflight', [CompletionResultType]::ParameterValue, 'Find out which permissions a scan needs and which of them are missing, before anything is scanned')
            [CompletionResult]::new('accounts', 'accounts', [CompletionResultType]::ParameterValue, 'Save connections to accounts, and try them')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'Print units that scan an account regularly')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show the settings that hold, and where each is from')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a completion script for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page of `scan`, or write the pages of all its commands into a folder')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'scan;help;checks' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List checks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Run the examples of checks')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write a new check of your own that passes the linter, to be filled in')
            [CompletionResult]::new('coverage', 'coverage', [CompletionResultType]::ParameterValue, 'Tell which ids of other tools are checks here')
            [CompletionResult]::new('docs', 'docs', [CompletionResultType]::ParameterValue, 'Write the reference of all checks, a Markdown page for each service')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON schema that checks of a resource type are written against')
            break
        }
        'scan;help;checks;list' {
            break
        }
        'scan;help;checks;show' {
            break
        }
        'scan;help;checks;lint' {
            break
        }
        'scan;help;checks;test' {
            break
        }
        'scan;help;checks;new' {
            break
        }
        'scan;help;checks;coverage' {
            break
        }
        'scan;help;checks;docs' {
            break
        }
        'scan;help;checks;schema' {
            break
        }
        'scan;help;profiles' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every profile')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a profile and its checks')
            break
        }
        'scan;help;profiles;list' {
            break
        }
        'scan;help;profiles;show' {
            break
        }
        'scan;help;frameworks' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every framework')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a framework: its requirements, and the checks of each')
            break
        }
        'scan;help;frameworks;list' {
            break
        }
        'scan;help;frameworks;show' {
            break
        }
        'scan;help;plan' {
            break
        }
        'scan;help;templates' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List every template')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template and its options')
            break
        }
        'scan;help;templates;list' {
            break
        }
        'scan;help;templates;show' {
            break
        }
        'scan;help;history' {
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old scans and give their room back; never one that is queued or running')
            break
        }
        'scan;help;history;prune' {
            break
        }
        'scan;help;show' {
            break
        }
        'scan;help;status' {
            break
        }
        'scan;help;diff' {
            break
        }
        'scan;help;report' {
            break
        }
        'scan;help;assets' {
            break
        }
        'scan;help;findings' {
            break
        }
        'scan;help;suppress' {
            break
        }
        'scan;help;query' {
            break
        }
        'scan;help;cancel' {
            break
        }
        'scan;help;resume' {
            break
        }
        'scan;help;rerun' {
            break
        }
        'scan;help;run' {
            break
        }
        'scan;help;merge' {
            break
        }
        'scan;help;policy' {
            break
        }
        'scan;help;preflight' {
            break
        }
        'scan;help;accounts' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Save a connection under a name, for `scan --account NAME`; credentials are never saved')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the saved connections')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a saved connection')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Connect, and say whose account it is: exit code 5 where that fails')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Forget saved connections')
            break
        }
        'scan;help;accounts;add' {
            break
        }
        'scan;help;accounts;list' {
            break
        }
        'scan;help;accounts;show' {
            break
        }
        'scan;help;accounts;test' {
            break
        }
        'scan;help;accounts;remove' {
            break
        }
        'scan;help;schedule' {
            [CompletionResult]::new('print', 'print', [CompletionResultType]::ParameterValue, 'Print what scans an account regularly, ready to be put in its place')
            break
        }
        'scan;help;schedule;print' {
            break
        }
        'scan;help;config' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the value of every option of a scan, and where it is from: options before `config` count as typed')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show where configuration is looked for, and what is there')
            break
        }
        'scan;help;config;show' {
            break
        }
        'scan;help;config;path' {
            break
        }
        'scan;help;completions' {
            break
        }
        'scan;help;man' {
            break
        }
        'scan;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
