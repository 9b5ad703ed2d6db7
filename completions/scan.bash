_scan() {
    local i cur prev opts cmd
    COMPREPLY=()
    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
        cur="$2"
    else
        cur="${COMP_WORDS[COMP_CWORD]}"
    fi
    prev="$3"
    cmd=""
    opts=""

    for i in "${COMP_WORDS[@]:0:COMP_CWORD}"
    do
        case "${cmd},${i}" in
            ",$1")
                cmd="scan"
                ;;
            scan,accounts)
                cmd="scan__subcmd__accounts"
                ;;
            scan,assets)
                cmd="scan__subcmd__assets"
                ;;
            scan,cancel)
                cmd="scan__subcmd__cancel"
                ;;
            scan,checks)
                cmd="scan__subcmd__checks"
                ;;
            scan,completions)
                cmd="scan__subcmd__completions"
                ;;
            scan,config)
                cmd="scan__subcmd__config"
                ;;
            scan,diff)
                cmd="scan__subcmd__diff"
                ;;
            scan,findings)
                cmd="scan__subcmd__findings"
                ;;
            scan,frameworks)
                cmd="scan__subcmd__frameworks"
                ;;
            scan,help)
                cmd="scan__subcmd__help"
                ;;
            scan,history)
                cmd="scan__subcmd__history"
                ;;
            scan,man)
                cmd="scan__subcmd__man"
                ;;
            scan,merge)
                cmd="scan__subcmd__merge"
                ;;
            scan,plan)
                cmd="scan__subcmd__plan"
                ;;
            scan,policy)
                cmd="scan__subcmd__policy"
                ;;
            scan,preflight)
                cmd="scan__subcmd__preflight"
                ;;
            scan,profiles)
                cmd="scan__subcmd__profiles"
                ;;
            scan,query)
                cmd="scan__subcmd__query"
                ;;
            scan,report)
                cmd="scan__subcmd__report"
                ;;
            scan,rerun)
                cmd="scan__subcmd__rerun"
                ;;
            scan,resume)
                cmd="scan__subcmd__resume"
                ;;
            scan,run)
                cmd="scan__subcmd__run"
                ;;
            scan,schedule)
                cmd="scan__subcmd__schedule"
                ;;
            scan,show)
                cmd="scan__subcmd__show"
                ;;
            scan,status)
                cmd="scan__subcmd__status"
                ;;
            scan,suppress)
                cmd="scan__subcmd__suppress"
                ;;
            scan,templates)
                cmd="scan__subcmd__templates"
                ;;
            scan__subcmd__accounts,add)
                cmd="scan__subcmd__accounts__subcmd__add"
                ;;
            scan__subcmd__accounts,help)
                cmd="scan__subcmd__accounts__subcmd__help"
                ;;
            scan__subcmd__accounts,list)
                cmd="scan__subcmd__accounts__subcmd__list"
                ;;
            scan__subcmd__accounts,remove)
                cmd="scan__subcmd__accounts__subcmd__remove"
                ;;
            scan__subcmd__accounts,show)
                cmd="scan__subcmd__accounts__subcmd__show"
                ;;
            scan__subcmd__accounts,test)
                cmd="scan__subcmd__accounts__subcmd__test"
                ;;
            scan__subcmd__accounts__subcmd__help,add)
                cmd="scan__subcmd__accounts__subcmd__help__subcmd__add"
                ;;
            scan__subcmd__accounts__subcmd__help,help)
                cmd="scan__subcmd__accounts__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__accounts__subcmd__help,list)
                cmd="scan__subcmd__accounts__subcmd__help__subcmd__list"
                ;;
            scan__subcmd__accounts__subcmd__help,remove)
                cmd="scan__subcmd__accounts__subcmd__help__subcmd__remove"
                ;;
            scan__subcmd__accounts__subcmd__help,show)
                cmd="scan__subcmd__accounts__subcmd__help__subcmd__show"
                ;;
            scan__subcmd__accounts__subcmd__help,test)
                cmd="scan__subcmd__accounts__subcmd__help__subcmd__test"
                ;;
            scan__subcmd__checks,coverage)
                cmd="scan__subcmd__checks__subcmd__coverage"
                ;;
            scan__subcmd__checks,docs)
                cmd="scan__subcmd__checks__subcmd__docs"
                ;;
            scan__subcmd__checks,help)
                cmd="scan__subcmd__checks__subcmd__help"
                ;;
            scan__subcmd__checks,lint)
                cmd="scan__subcmd__checks__subcmd__lint"
                ;;
            scan__subcmd__checks,list)
                cmd="scan__subcmd__checks__subcmd__list"
                ;;
            scan__subcmd__checks,new)
                cmd="scan__subcmd__checks__subcmd__new"
                ;;
            scan__subcmd__checks,schema)
                cmd="scan__subcmd__checks__subcmd__schema"
                ;;
            scan__subcmd__checks,show)
                cmd="scan__subcmd__checks__subcmd__show"
                ;;
            scan__subcmd__checks,test)
                cmd="scan__subcmd__checks__subcmd__test"
                ;;
            scan__subcmd__checks__subcmd__help,coverage)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__coverage"
                ;;
            scan__subcmd__checks__subcmd__help,docs)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__docs"
                ;;
            scan__subcmd__checks__subcmd__help,help)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__checks__subcmd__help,lint)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__lint"
                ;;
            scan__subcmd__checks__subcmd__help,list)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__list"
                ;;
            scan__subcmd__checks__subcmd__help,new)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__new"
                ;;
            scan__subcmd__checks__subcmd__help,schema)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__schema"
                ;;
            scan__subcmd__checks__subcmd__help,show)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__show"
                ;;
            scan__subcmd__checks__subcmd__help,test)
                cmd="scan__subcmd__checks__subcmd__help__subcmd__test"
                ;;
            scan__subcmd__config,help)
                cmd="scan__subcmd__config__subcmd__help"
                ;;
            scan__subcmd__config,path)
                cmd="scan__subcmd__config__subcmd__path"
                ;;
            scan__subcmd__config,show)
                cmd="scan__subcmd__config__subcmd__show"
                ;;
            scan__subcmd__config__subcmd__help,help)
                cmd="scan__subcmd__config__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__config__subcmd__help,path)
                cmd="scan__subcmd__config__subcmd__help__subcmd__path"
                ;;
            scan__subcmd__config__subcmd__help,show)
                cmd="scan__subcmd__config__subcmd__help__subcmd__show"
                ;;
            scan__subcmd__frameworks,help)
                cmd="scan__subcmd__frameworks__subcmd__help"
                ;;
            scan__subcmd__frameworks,list)
                cmd="scan__subcmd__frameworks__subcmd__list"
                ;;
            scan__subcmd__frameworks,show)
                cmd="scan__subcmd__frameworks__subcmd__show"
                ;;
            scan__subcmd__frameworks__subcmd__help,help)
                cmd="scan__subcmd__frameworks__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__frameworks__subcmd__help,list)
                cmd="scan__subcmd__frameworks__subcmd__help__subcmd__list"
                ;;
            scan__subcmd__frameworks__subcmd__help,show)
                cmd="scan__subcmd__frameworks__subcmd__help__subcmd__show"
                ;;
            scan__subcmd__help,accounts)
                cmd="scan__subcmd__help__subcmd__accounts"
                ;;
            scan__subcmd__help,assets)
                cmd="scan__subcmd__help__subcmd__assets"
                ;;
            scan__subcmd__help,cancel)
                cmd="scan__subcmd__help__subcmd__cancel"
                ;;
            scan__subcmd__help,checks)
                cmd="scan__subcmd__help__subcmd__checks"
                ;;
            scan__subcmd__help,completions)
                cmd="scan__subcmd__help__subcmd__completions"
                ;;
            scan__subcmd__help,config)
                cmd="scan__subcmd__help__subcmd__config"
                ;;
            scan__subcmd__help,diff)
                cmd="scan__subcmd__help__subcmd__diff"
                ;;
            scan__subcmd__help,findings)
                cmd="scan__subcmd__help__subcmd__findings"
                ;;
            scan__subcmd__help,frameworks)
                cmd="scan__subcmd__help__subcmd__frameworks"
                ;;
            scan__subcmd__help,help)
                cmd="scan__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__help,history)
                cmd="scan__subcmd__help__subcmd__history"
                ;;
            scan__subcmd__help,man)
                cmd="scan__subcmd__help__subcmd__man"
                ;;
            scan__subcmd__help,merge)
                cmd="scan__subcmd__help__subcmd__merge"
                ;;
            scan__subcmd__help,plan)
                cmd="scan__subcmd__help__subcmd__plan"
                ;;
            scan__subcmd__help,policy)
                cmd="scan__subcmd__help__subcmd__policy"
                ;;
            scan__subcmd__help,preflight)
                cmd="scan__subcmd__help__subcmd__preflight"
                ;;
            scan__subcmd__help,profiles)
                cmd="scan__subcmd__help__subcmd__profiles"
                ;;
            scan__subcmd__help,query)
                cmd="scan__subcmd__help__subcmd__query"
                ;;
            scan__subcmd__help,report)
                cmd="scan__subcmd__help__subcmd__report"
                ;;
            scan__subcmd__help,rerun)
                cmd="scan__subcmd__help__subcmd__rerun"
                ;;
            scan__subcmd__help,resume)
                cmd="scan__subcmd__help__subcmd__resume"
                ;;
            scan__subcmd__help,run)
                cmd="scan__subcmd__help__subcmd__run"
                ;;
            scan__subcmd__help,schedule)
                cmd="scan__subcmd__help__subcmd__schedule"
                ;;
            scan__subcmd__help,show)
                cmd="scan__subcmd__help__subcmd__show"
                ;;
            scan__subcmd__help,status)
                cmd="scan__subcmd__help__subcmd__status"
                ;;
            scan__subcmd__help,suppress)
                cmd="scan__subcmd__help__subcmd__suppress"
                ;;
            scan__subcmd__help,templates)
                cmd="scan__subcmd__help__subcmd__templates"
                ;;
            scan__subcmd__help__subcmd__accounts,add)
                cmd="scan__subcmd__help__subcmd__accounts__subcmd__add"
                ;;
            scan__subcmd__help__subcmd__accounts,list)
                cmd="scan__subcmd__help__subcmd__accounts__subcmd__list"
                ;;
            scan__subcmd__help__subcmd__accounts,remove)
                cmd="scan__subcmd__help__subcmd__accounts__subcmd__remove"
                ;;
            scan__subcmd__help__subcmd__accounts,show)
                cmd="scan__subcmd__help__subcmd__accounts__subcmd__show"
                ;;
            scan__subcmd__help__subcmd__accounts,test)
                cmd="scan__subcmd__help__subcmd__accounts__subcmd__test"
                ;;
            scan__subcmd__help__subcmd__checks,coverage)
                cmd="scan__subcmd__help__subcmd__checks__subcmd__coverage"
                ;;
            scan__subcmd__help__subcmd__checks,docs)
                cmd="scan__subcmd__help__subcmd__checks__subcmd__docs"
                ;;
            scan__subcmd__help__subcmd__checks,lint)
                cmd="scan__subcmd__help__subcmd__checks__subcmd__lint"
                ;;
            scan__subcmd__help__subcmd__checks,list)
                cmd="scan__subcmd__help__subcmd__checks__subcmd__list"
                ;;
            scan__subcmd__help__subcmd__checks,new)
                cmd="scan__subcmd__help__subcmd__checks__subcmd__new"
                ;;
            scan__subcmd__help__subcmd__checks,schema)
                cmd="scan__subcmd__help__subcmd__checks__subcmd__schema"
                ;;
            scan__subcmd__help__subcmd__checks,show)
                cmd="scan__subcmd__help__subcmd__checks__subcmd__show"
                ;;
            scan__subcmd__help__subcmd__checks,test)
                cmd="scan__subcmd__help__subcmd__checks__subcmd__test"
                ;;
            scan__subcmd__help__subcmd__config,path)
                cmd="scan__subcmd__help__subcmd__config__subcmd__path"
                ;;
            scan__subcmd__help__subcmd__config,show)
                cmd="scan__subcmd__help__subcmd__config__subcmd__show"
                ;;
            scan__subcmd__help__subcmd__frameworks,list)
                cmd="scan__subcmd__help__subcmd__frameworks__subcmd__list"
                ;;
            scan__subcmd__help__subcmd__frameworks,show)
                cmd="scan__subcmd__help__subcmd__frameworks__subcmd__show"
                ;;
            scan__subcmd__help__subcmd__history,prune)
                cmd="scan__subcmd__help__subcmd__history__subcmd__prune"
                ;;
            scan__subcmd__help__subcmd__profiles,list)
                cmd="scan__subcmd__help__subcmd__profiles__subcmd__list"
                ;;
            scan__subcmd__help__subcmd__profiles,show)
                cmd="scan__subcmd__help__subcmd__profiles__subcmd__show"
                ;;
            scan__subcmd__help__subcmd__schedule,print)
                cmd="scan__subcmd__help__subcmd__schedule__subcmd__print"
                ;;
            scan__subcmd__help__subcmd__templates,list)
                cmd="scan__subcmd__help__subcmd__templates__subcmd__list"
                ;;
            scan__subcmd__help__subcmd__templates,show)
                cmd="scan__subcmd__help__subcmd__templates__subcmd__show"
                ;;
            scan__subcmd__history,help)
                cmd="scan__subcmd__history__subcmd__help"
                ;;
            scan__subcmd__history,prune)
                cmd="scan__subcmd__history__subcmd__prune"
                ;;
            scan__subcmd__history__subcmd__help,help)
                cmd="scan__subcmd__history__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__history__subcmd__help,prune)
                cmd="scan__subcmd__history__subcmd__help__subcmd__prune"
                ;;
            scan__subcmd__profiles,help)
                cmd="scan__subcmd__profiles__subcmd__help"
                ;;
            scan__subcmd__profiles,list)
                cmd="scan__subcmd__profiles__subcmd__list"
                ;;
            scan__subcmd__profiles,show)
                cmd="scan__subcmd__profiles__subcmd__show"
                ;;
            scan__subcmd__profiles__subcmd__help,help)
                cmd="scan__subcmd__profiles__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__profiles__subcmd__help,list)
                cmd="scan__subcmd__profiles__subcmd__help__subcmd__list"
                ;;
            scan__subcmd__profiles__subcmd__help,show)
                cmd="scan__subcmd__profiles__subcmd__help__subcmd__show"
                ;;
            scan__subcmd__schedule,help)
                cmd="scan__subcmd__schedule__subcmd__help"
                ;;
            scan__subcmd__schedule,print)
                cmd="scan__subcmd__schedule__subcmd__print"
                ;;
            scan__subcmd__schedule__subcmd__help,help)
                cmd="scan__subcmd__schedule__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__schedule__subcmd__help,print)
                cmd="scan__subcmd__schedule__subcmd__help__subcmd__print"
                ;;
            scan__subcmd__templates,help)
                cmd="scan__subcmd__templates__subcmd__help"
                ;;
            scan__subcmd__templates,list)
                cmd="scan__subcmd__templates__subcmd__list"
                ;;
            scan__subcmd__templates,show)
                cmd="scan__subcmd__templates__subcmd__show"
                ;;
            scan__subcmd__templates__subcmd__help,help)
                cmd="scan__subcmd__templates__subcmd__help__subcmd__help"
                ;;
            scan__subcmd__templates__subcmd__help,list)
                cmd="scan__subcmd__templates__subcmd__help__subcmd__list"
                ;;
            scan__subcmd__templates__subcmd__help,show)
                cmd="scan__subcmd__templates__subcmd__help__subcmd__show"
                ;;
            *)
                ;;
        esac
    done

    case "${cmd}" in
        scan)
            opts="-o -q -v -p -r -h -V --set --only-in-use --suppressions --type --max-evidence-age --provider --mock-speed --account --all-accounts --aws-profile --role-arn --external-id --session-name --session-duration --mfa-serial --endpoint-url --scope --target --targets-file --org-role --account-concurrency --name --concurrency --api-share --preflight --job-deadline --wait --if-older-than --no-store --shard --shards --results-url --format --output --output-dir --only --json --sarif --jsonl --fail-on --baseline --allow-partial --progress --quiet --verbose --checks-dir --profiles-dir --state-dir --color --template --profile --framework --check --region --mock --help --version checks profiles frameworks plan templates history show status diff report assets findings suppress query cancel resume rerun run merge policy preflight accounts schedule config completions man help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 1 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --set)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --suppressions)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --type)
                    COMPREPLY=($(compgen -W "quick standard full incremental" -- "${cur}"))
                    return 0
                    ;;
                --max-evidence-age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --provider)
                    COMPREPLY=($(compgen -W "aws mock" -- "${cur}"))
                    return 0
                    ;;
                --mock-speed)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --account)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --aws-profile)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --role-arn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --external-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --session-name)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --session-duration)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --mfa-serial)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --endpoint-url)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --scope)
                    COMPREPLY=($(compgen -W "account ou org custom" -- "${cur}"))
                    return 0
                    ;;
                --target)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --targets-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --org-role)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --account-concurrency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --name)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --concurrency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --api-share)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --job-deadline)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --if-older-than)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --shard)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --shards)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --results-url)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table jsonl html json sarif junit markdown github-annotations csv csv-assets ocsf asff ocsf-parquet" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --output-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "all findings" -- "${cur}"))
                    return 0
                    ;;
                --json)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sarif)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --jsonl)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "none critical high medium low informational new:critical new:high new:medium new:low new:informational" -- "${cur}"))
                    return 0
                    ;;
                --baseline)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --progress)
                    COMPREPLY=($(compgen -W "auto bars lines none" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --template)
                    COMPREPLY=($(compgen -W "audit-cis ci demo first-look nightly" -- "${cur}"))
                    return 0
                    ;;
                --profile)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                -p)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                --framework)
                    COMPREPLY=($(compgen -W "aws-fsbp cis-aws-3.0 cis-aws-5.0 cis-aws-6.0 cis-aws-7.0 hipaa iso-27001-2022 nist-800-53-r5 pci-dss-4.0 soc2" -- "${cur}"))
                    return 0
                    ;;
                --check)
                    COMPREPLY=($(compgen -W "aws-accessanalyzer-analyzer-has-no-active-findings aws-accessanalyzer-region-has-active-analyzer aws-account-contact-details-are-registered aws-account-contacts-differ aws-account-security-contact-is-registered aws-acm-certificate-has-strong-key aws-acm-certificate-is-logged-publicly aws-acm-certificate-is-not-about-to-expire aws-apigateway-http-stage-logs-requests aws-apigateway-stage-logs-executions aws-autoscaling-group-heeds-load-balancer-health aws-autoscaling-group-launches-with-imdsv2 aws-autoscaling-group-launches-without-public-ip aws-autoscaling-group-mixes-instance-types aws-autoscaling-group-rebalances-capacity aws-autoscaling-group-spans-zones aws-autoscaling-group-uses-launch-template aws-autoscaling-launch-configuration-holds-no-secrets aws-cloudfront-distribution-logs-requests aws-cloudtrail-bedrock-calls-are-recorded aws-cloudtrail-bucket-reads-are-recorded aws-cloudtrail-bucket-writes-are-recorded aws-cloudtrail-multi-region-trail-is-logging aws-cloudtrail-trail-bucket-is-not-public aws-cloudtrail-trail-bucket-logs-access aws-cloudtrail-trail-bucket-requires-mfa-delete aws-cloudtrail-trail-delivers-to-cloudwatch-logs aws-cloudtrail-trail-is-encrypted-with-kms-key aws-cloudtrail-trail-looks-for-unusual-activity aws-cloudtrail-trail-validates-log-files aws-cloudwatch-alarm-actions-are-enabled aws-cloudwatch-alarm-has-actions aws-cloudwatch-bucket-policy-changes-raise-alarm aws-cloudwatch-cloudtrail-changes-raise-alarm aws-cloudwatch-config-changes-raise-alarm aws-cloudwatch-console-login-without-mfa-raises-alarm aws-cloudwatch-failed-console-logins-raise-alarm aws-cloudwatch-iam-policy-changes-raise-alarm aws-cloudwatch-kms-key-removal-raises-alarm aws-cloudwatch-log-group-is-encrypted-with-kms-key aws-cloudwatch-log-group-is-not-public aws-cloudwatch-log-group-keeps-events-long-enough aws-cloudwatch-network-acl-changes-raise-alarm aws-cloudwatch-network-gateway-changes-raise-alarm aws-cloudwatch-organization-changes-raise-alarm aws-cloudwatch-root-usage-raises-alarm aws-cloudwatch-route-table-changes-raise-alarm aws-cloudwatch-security-group-changes-raise-alarm aws-cloudwatch-unauthorized-calls-raise-alarm aws-cloudwatch-vpc-changes-raise-alarm aws-config-organization-is-aggregated aws-config-recorder-is-running aws-config-recorder-uses-service-linked-role aws-dynamodb-accelerator-is-encrypted-at-rest aws-dynamodb-accelerator-is-encrypted-in-transit aws-dynamodb-accelerator-spans-availability-zones aws-dynamodb-table-has-point-in-time-recovery aws-dynamodb-table-is-closed-to-other-accounts aws-dynamodb-table-is-encrypted-with-kms aws-dynamodb-table-is-in-backup-plan aws-dynamodb-table-is-protected-against-deletion aws-dynamodb-table-scales-with-load aws-ec2-address-is-in-use aws-ec2-client-vpn-endpoint-logs-connections aws-ec2-default-security-group-has-no-rules aws-ec2-ebs-is-encrypted-by-default aws-ec2-enclave-host-has-no-public-ip aws-ec2-enclave-host-hides-vsock-proxy aws-ec2-enclave-host-is-closed-to-world aws-ec2-enclave-host-is-running aws-ec2-enclave-host-requires-imdsv2 aws-ec2-image-is-private aws-ec2-instance-closes-cassandra-to-world aws-ec2-instance-closes-cifs-to-world aws-ec2-instance-closes-elasticsearch-to-world aws-ec2-instance-closes-ftp-to-world aws-ec2-instance-closes-kafka-to-world aws-ec2-instance-closes-kerberos-to-world aws-ec2-instance-closes-ldap-to-world aws-ec2-instance-closes-memcached-to-world aws-ec2-instance-closes-mongodb-to-world aws-ec2-instance-closes-mysql-to-world aws-ec2-instance-closes-oracle-to-world aws-ec2-instance-closes-postgresql-to-world aws-ec2-instance-closes-rdp-to-world aws-ec2-instance-closes-redis-to-world aws-ec2-instance-closes-sqlserver-to-world aws-ec2-instance-closes-ssh-to-world aws-ec2-instance-closes-telnet-to-world aws-ec2-instance-facing-internet-has-no-role aws-ec2-instance-has-detailed-monitoring aws-ec2-instance-has-instance-profile aws-ec2-instance-has-no-public-ip aws-ec2-instance-has-one-network-interface aws-ec2-instance-image-is-not-deprecated aws-ec2-instance-is-managed-by-systems-manager aws-ec2-instance-is-not-paravirtual aws-ec2-instance-requires-imdsv2 aws-ec2-instance-user-data-holds-no-secrets aws-ec2-instances-require-imdsv2-by-default aws-ec2-launch-template-assigns-no-public-ip aws-ec2-launch-template-holds-no-secrets aws-ec2-launch-template-requires-imdsv2 aws-ec2-network-acl-closes-every-port-to-world aws-ec2-network-acl-closes-rdp-to-world aws-ec2-network-acl-closes-ssh-to-world aws-ec2-network-acl-is-in-use aws-ec2-public-amis-are-blocked aws-ec2-public-snapshots-are-blocked aws-ec2-running-instance-is-not-old aws-ec2-security-group-closes-cassandra-to-world aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world aws-ec2-security-group-closes-every-port-to-world aws-ec2-security-group-closes-ftp-to-world aws-ec2-security-group-closes-high-risk-ports-to-world aws-ec2-security-group-closes-kafka-to-world aws-ec2-security-group-closes-memcached-to-world aws-ec2-security-group-closes-mongodb-to-world aws-ec2-security-group-closes-mysql-to-world aws-ec2-security-group-closes-oracle-to-world aws-ec2-security-group-closes-postgresql-to-world aws-ec2-security-group-closes-rdp-to-world aws-ec2-security-group-closes-redis-to-world aws-ec2-security-group-closes-sql-server-to-world aws-ec2-security-group-closes-ssh-to-world aws-ec2-security-group-closes-telnet-to-world aws-ec2-security-group-has-few-rules aws-ec2-security-group-is-in-use aws-ec2-security-group-is-made-on-purpose aws-ec2-security-group-keeps-public-addresses-out aws-ec2-security-group-keeps-world-out aws-ec2-security-group-names-no-wide-public-range aws-ec2-snapshot-is-encrypted aws-ec2-snapshot-is-private aws-ec2-stopped-instance-is-removed aws-ec2-subnet-gives-no-public-ip aws-ec2-transit-gateway-asks-before-attaching aws-ec2-volume-has-snapshot aws-ec2-volume-is-encrypted aws-ec2-volume-is-in-backup-plan aws-ec2-vpc-endpoint-service-trusts-known-accounts aws-ec2-vpc-endpoint-spans-zones aws-ec2-vpc-endpoint-trusts-known-accounts aws-ec2-vpc-has-endpoint-for-ec2 aws-ec2-vpc-has-flow-logs aws-ec2-vpc-peering-routes-are-narrow aws-ec2-vpc-separates-public-subnets aws-ec2-vpc-subnets-span-zones aws-ec2-vpcs-span-regions aws-ec2-vpn-tunnels-are-up aws-ecr-registry-scans-every-repository aws-ecr-repository-has-lifecycle-policy aws-ecr-repository-is-not-public aws-ecr-repository-latest-image-is-scanned-and-sound aws-ecr-repository-scans-on-push aws-ecr-repository-tags-are-immutable aws-efs-access-points-enforce-a-root-directory aws-efs-access-points-enforce-a-user aws-efs-file-system-is-backed-up aws-efs-file-system-is-encrypted aws-efs-file-system-is-not-open-to-every-client aws-efs-file-system-spans-zones aws-efs-mount-targets-are-in-private-subnets aws-eks-cluster-endpoint-is-closed-to-world aws-eks-cluster-has-its-security-group aws-eks-cluster-has-private-endpoint aws-eks-cluster-is-protected-from-deletion aws-eks-cluster-logs-its-control-plane aws-eks-cluster-runs-supported-version aws-eks-cluster-secrets-are-encrypted aws-elb-load-balancer-drains-connections aws-elb-load-balancer-encrypts-all-listeners aws-elb-load-balancer-is-internal aws-elb-load-balancer-logs-requests aws-elb-load-balancer-rejects-ambiguous-requests aws-elb-load-balancer-serves-all-zones-evenly aws-elb-load-balancer-spans-zones aws-elb-load-balancer-uses-acm-certificates aws-elb-load-balancer-uses-strong-tls aws-elbv2-load-balancer-drops-invalid-headers aws-elbv2-load-balancer-encrypts-all-listeners aws-elbv2-load-balancer-has-listeners aws-elbv2-load-balancer-is-behind-waf aws-elbv2-load-balancer-is-closed-to-world aws-elbv2-load-balancer-is-protected-from-deletion aws-elbv2-load-balancer-logs-requests aws-elbv2-load-balancer-negotiates-quantum-safe-keys aws-elbv2-load-balancer-rejects-ambiguous-requests aws-elbv2-load-balancer-serves-all-zones-evenly aws-elbv2-load-balancer-spans-zones aws-elbv2-load-balancer-uses-strong-tls aws-elbv2-network-load-balancer-terminates-tls aws-events-bus-is-not-public aws-events-bus-takes-no-events-of-other-accounts aws-events-endpoint-replicates-events aws-glacier-vault-is-not-public aws-guardduty-administrator-takes-in-every-account aws-guardduty-detector-is-centrally-managed aws-guardduty-detector-is-enabled aws-guardduty-ec2-malware-is-looked-for aws-guardduty-eks-audit-logs-are-watched aws-guardduty-eks-runtime-is-watched aws-guardduty-lambda-traffic-is-watched aws-guardduty-no-high-severity-findings aws-guardduty-rds-logins-are-watched aws-guardduty-s3-data-is-watched aws-iam-access-keys-are-rotated aws-iam-access-keys-are-used aws-iam-administrators-have-mfa aws-iam-attached-policy-grants-no-full-access aws-iam-audit-role-exists aws-iam-aws-policy-grants-no-full-access aws-iam-cloudwatch-is-not-shared-with-other-accounts aws-iam-console-password-is-used aws-iam-console-user-has-mfa aws-iam-console-user-has-no-idle-access-key aws-iam-credentials-have-been-used aws-iam-group-is-no-administrator aws-iam-inline-policy-allows-no-marketplace-subscriptions aws-iam-inline-policy-allows-no-privilege-escalation aws-iam-inline-policy-grants-no-full-access aws-iam-inline-policy-grants-no-full-cloudtrail-access aws-iam-inline-policy-grants-no-full-kms-access aws-iam-nobody-has-full-cloudshell-access aws-iam-password-policy-expires-passwords aws-iam-password-policy-forbids-reuse aws-iam-password-policy-wants-long-passwords aws-iam-password-policy-wants-lowercase-letter aws-iam-password-policy-wants-number aws-iam-password-policy-wants-symbol aws-iam-password-policy-wants-uppercase-letter aws-iam-policy-allows-no-marketplace-subscriptions aws-iam-policy-allows-no-privilege-escalation aws-iam-policy-grants-no-full-cloudtrail-access aws-iam-policy-grants-no-full-kms-access aws-iam-policy-names-roles-to-assume aws-iam-read-only-role-trusts-own-account aws-iam-role-is-no-administrator aws-iam-role-uses-its-bedrock-access aws-iam-root-credentials-are-managed-centrally aws-iam-root-has-hardware-mfa aws-iam-root-has-mfa aws-iam-root-has-no-access-keys aws-iam-root-is-not-used aws-iam-saml-provider-exists aws-iam-server-certificate-is-not-expired aws-iam-service-role-confines-its-callers aws-iam-support-role-exists aws-iam-unattached-policy-grants-no-full-access aws-iam-user-has-hardware-mfa aws-iam-user-has-one-active-access-key aws-iam-user-holds-no-policies aws-iam-user-is-no-administrator aws-iam-user-reaches-services-without-access-keys aws-iam-user-uses-its-bedrock-access aws-iam-user-uses-its-sagemaker-access aws-kms-key-binds-attestation-to-deployment aws-kms-key-enforces-attestation aws-kms-key-has-no-way-around-attestation aws-kms-key-is-not-about-to-be-deleted aws-kms-key-is-not-public aws-kms-key-is-rotated aws-kms-key-is-used aws-kms-key-stays-in-one-region aws-lambda-environment-holds-no-secrets aws-lambda-environment-is-encrypted-with-own-key aws-lambda-function-has-dead-letter-queue aws-lambda-function-invocations-are-recorded aws-lambda-function-is-in-vpc aws-lambda-function-is-not-public aws-lambda-function-runtime-is-supported aws-lambda-function-spans-availability-zones aws-lambda-function-url-requires-authentication aws-lambda-function-url-restricts-origins aws-lambda-function-uses-own-layers aws-macie-region-looks-for-sensitive-data aws-macie-region-samples-buckets-by-itself aws-organizations-account-is-in-organization aws-organizations-ai-services-are-opted-out aws-organizations-delegated-administrators-are-trusted aws-organizations-regions-are-restricted aws-organizations-tag-policies-are-attached aws-rds-cluster-accepts-iam-sign-in aws-rds-cluster-administrator-is-renamed aws-rds-cluster-avoids-default-port aws-rds-cluster-can-be-wound-back aws-rds-cluster-copies-tags-to-snapshots aws-rds-cluster-demands-encrypted-connections aws-rds-cluster-events-reach-someone aws-rds-cluster-is-encrypted aws-rds-cluster-is-in-backup-plan aws-rds-cluster-is-protected-from-deletion aws-rds-cluster-sends-logs-to-cloudwatch aws-rds-cluster-spans-zones aws-rds-cluster-takes-minor-versions aws-rds-instance-accepts-iam-sign-in aws-rds-instance-administrator-is-renamed aws-rds-instance-avoids-default-port aws-rds-instance-certificate-is-valid-for-long aws-rds-instance-copies-tags-to-snapshots aws-rds-instance-demands-encrypted-connections aws-rds-instance-events-reach-someone aws-rds-instance-is-encrypted aws-rds-instance-is-in-backup-plan aws-rds-instance-is-in-vpc aws-rds-instance-is-not-public aws-rds-instance-is-protected-from-deletion aws-rds-instance-keeps-backups aws-rds-instance-needs-no-extended-support aws-rds-instance-reports-on-its-system aws-rds-instance-runs-offered-version aws-rds-instance-sends-logs-to-cloudwatch aws-rds-instance-spans-zones aws-rds-instance-takes-minor-versions aws-rds-parameter-group-events-reach-someone aws-rds-security-group-events-reach-someone aws-rds-snapshot-is-encrypted aws-rds-snapshot-is-not-public aws-s3-access-point-blocks-public-access aws-s3-account-ignores-public-grants aws-s3-account-refuses-public-grants aws-s3-bucket-announces-events aws-s3-bucket-blocks-public-access aws-s3-bucket-denies-plaintext-transport aws-s3-bucket-disables-access-control-lists aws-s3-bucket-has-lifecycle-rules aws-s3-bucket-has-object-lock aws-s3-bucket-is-encrypted-by-default aws-s3-bucket-is-encrypted-with-kms aws-s3-bucket-is-not-public aws-s3-bucket-is-not-shared-with-other-accounts aws-s3-bucket-keeps-versions aws-s3-bucket-list-lets-no-stranger-read aws-s3-bucket-list-lets-no-stranger-write aws-s3-bucket-logs-access aws-s3-bucket-policy-lets-no-stranger-write aws-s3-bucket-replicates-to-another-region aws-s3-bucket-requires-mfa-to-delete-versions aws-s3-multi-region-access-point-blocks-public-access aws-s3-predictable-bucket-name-is-own aws-secretsmanager-secret-is-in-use aws-secretsmanager-secret-is-not-public aws-secretsmanager-secret-policy-denies-all-but-named aws-secretsmanager-secret-rotates-automatically aws-secretsmanager-secret-was-rotated-recently aws-securityhub-administrator-takes-in-every-account aws-securityhub-hub-is-enabled aws-sns-subscription-uses-no-plain-http aws-sns-topic-is-encrypted-with-kms aws-sns-topic-is-not-public aws-sqs-queue-is-encrypted aws-sqs-queue-is-not-public aws-ssm-document-holds-no-secrets aws-ssm-document-is-not-public aws-ssm-node-has-its-patches" -- "${cur}"))
                    return 0
                    ;;
                --region)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                -r)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                --mock)
                    COMPREPLY=($(compgen -W "clean demo denied partial" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help add list show test remove help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__add)
            opts="-r -h --provider --aws-profile --role-arn --external-id --session-name --session-duration --mfa-serial --endpoint-url --tag --replace --mock --region --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --provider)
                    COMPREPLY=($(compgen -W "aws mock" -- "${cur}"))
                    return 0
                    ;;
                --aws-profile)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --role-arn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --external-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --session-name)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --session-duration)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --mfa-serial)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --endpoint-url)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --tag)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --mock)
                    COMPREPLY=($(compgen -W "clean demo denied partial" -- "${cur}"))
                    return 0
                    ;;
                --region)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                -r)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__help)
            opts="add list show test remove help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__help__subcmd__add)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__help__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__help__subcmd__remove)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__help__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__help__subcmd__test)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__list)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__remove)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__show)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__accounts__subcmd__test)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__assets)
            opts="-r -h --type --tag --scan --json --region --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --type)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --tag)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --scan)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --region)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                -r)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__cancel)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help list show lint test new coverage docs schema help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__coverage)
            opts="-h --from --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__docs)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help)
            opts="list show lint test new coverage docs schema help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__coverage)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__docs)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__lint)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__new)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__schema)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__help__subcmd__test)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__lint)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__list)
            opts="-p -h --service --severity --category --search --json --framework --profile --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --service)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --severity)
                    COMPREPLY=($(compgen -W "critical high medium low informational" -- "${cur}"))
                    return 0
                    ;;
                --category)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --search)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --framework)
                    COMPREPLY=($(compgen -W "aws-fsbp cis-aws-3.0 cis-aws-5.0 cis-aws-6.0 cis-aws-7.0 hipaa iso-27001-2022 nist-800-53-r5 pci-dss-4.0 soc2" -- "${cur}"))
                    return 0
                    ;;
                --profile)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                -p)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__new)
            opts="-h --resource --dir --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --resource)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__schema)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__show)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help aws-accessanalyzer-analyzer-has-no-active-findings aws-accessanalyzer-region-has-active-analyzer aws-account-contact-details-are-registered aws-account-contacts-differ aws-account-security-contact-is-registered aws-acm-certificate-has-strong-key aws-acm-certificate-is-logged-publicly aws-acm-certificate-is-not-about-to-expire aws-apigateway-http-stage-logs-requests aws-apigateway-stage-logs-executions aws-autoscaling-group-heeds-load-balancer-health aws-autoscaling-group-launches-with-imdsv2 aws-autoscaling-group-launches-without-public-ip aws-autoscaling-group-mixes-instance-types aws-autoscaling-group-rebalances-capacity aws-autoscaling-group-spans-zones aws-autoscaling-group-uses-launch-template aws-autoscaling-launch-configuration-holds-no-secrets aws-cloudfront-distribution-logs-requests aws-cloudtrail-bedrock-calls-are-recorded aws-cloudtrail-bucket-reads-are-recorded aws-cloudtrail-bucket-writes-are-recorded aws-cloudtrail-multi-region-trail-is-logging aws-cloudtrail-trail-bucket-is-not-public aws-cloudtrail-trail-bucket-logs-access aws-cloudtrail-trail-bucket-requires-mfa-delete aws-cloudtrail-trail-delivers-to-cloudwatch-logs aws-cloudtrail-trail-is-encrypted-with-kms-key aws-cloudtrail-trail-looks-for-unusual-activity aws-cloudtrail-trail-validates-log-files aws-cloudwatch-alarm-actions-are-enabled aws-cloudwatch-alarm-has-actions aws-cloudwatch-bucket-policy-changes-raise-alarm aws-cloudwatch-cloudtrail-changes-raise-alarm aws-cloudwatch-config-changes-raise-alarm aws-cloudwatch-console-login-without-mfa-raises-alarm aws-cloudwatch-failed-console-logins-raise-alarm aws-cloudwatch-iam-policy-changes-raise-alarm aws-cloudwatch-kms-key-removal-raises-alarm aws-cloudwatch-log-group-is-encrypted-with-kms-key aws-cloudwatch-log-group-is-not-public aws-cloudwatch-log-group-keeps-events-long-enough aws-cloudwatch-network-acl-changes-raise-alarm aws-cloudwatch-network-gateway-changes-raise-alarm aws-cloudwatch-organization-changes-raise-alarm aws-cloudwatch-root-usage-raises-alarm aws-cloudwatch-route-table-changes-raise-alarm aws-cloudwatch-security-group-changes-raise-alarm aws-cloudwatch-unauthorized-calls-raise-alarm aws-cloudwatch-vpc-changes-raise-alarm aws-config-organization-is-aggregated aws-config-recorder-is-running aws-config-recorder-uses-service-linked-role aws-dynamodb-accelerator-is-encrypted-at-rest aws-dynamodb-accelerator-is-encrypted-in-transit aws-dynamodb-accelerator-spans-availability-zones aws-dynamodb-table-has-point-in-time-recovery aws-dynamodb-table-is-closed-to-other-accounts aws-dynamodb-table-is-encrypted-with-kms aws-dynamodb-table-is-in-backup-plan aws-dynamodb-table-is-protected-against-deletion aws-dynamodb-table-scales-with-load aws-ec2-address-is-in-use aws-ec2-client-vpn-endpoint-logs-connections aws-ec2-default-security-group-has-no-rules aws-ec2-ebs-is-encrypted-by-default aws-ec2-enclave-host-has-no-public-ip aws-ec2-enclave-host-hides-vsock-proxy aws-ec2-enclave-host-is-closed-to-world aws-ec2-enclave-host-is-running aws-ec2-enclave-host-requires-imdsv2 aws-ec2-image-is-private aws-ec2-instance-closes-cassandra-to-world aws-ec2-instance-closes-cifs-to-world aws-ec2-instance-closes-elasticsearch-to-world aws-ec2-instance-closes-ftp-to-world aws-ec2-instance-closes-kafka-to-world aws-ec2-instance-closes-kerberos-to-world aws-ec2-instance-closes-ldap-to-world aws-ec2-instance-closes-memcached-to-world aws-ec2-instance-closes-mongodb-to-world aws-ec2-instance-closes-mysql-to-world aws-ec2-instance-closes-oracle-to-world aws-ec2-instance-closes-postgresql-to-world aws-ec2-instance-closes-rdp-to-world aws-ec2-instance-closes-redis-to-world aws-ec2-instance-closes-sqlserver-to-world aws-ec2-instance-closes-ssh-to-world aws-ec2-instance-closes-telnet-to-world aws-ec2-instance-facing-internet-has-no-role aws-ec2-instance-has-detailed-monitoring aws-ec2-instance-has-instance-profile aws-ec2-instance-has-no-public-ip aws-ec2-instance-has-one-network-interface aws-ec2-instance-image-is-not-deprecated aws-ec2-instance-is-managed-by-systems-manager aws-ec2-instance-is-not-paravirtual aws-ec2-instance-requires-imdsv2 aws-ec2-instance-user-data-holds-no-secrets aws-ec2-instances-require-imdsv2-by-default aws-ec2-launch-template-assigns-no-public-ip aws-ec2-launch-template-holds-no-secrets aws-ec2-launch-template-requires-imdsv2 aws-ec2-network-acl-closes-every-port-to-world aws-ec2-network-acl-closes-rdp-to-world aws-ec2-network-acl-closes-ssh-to-world aws-ec2-network-acl-is-in-use aws-ec2-public-amis-are-blocked aws-ec2-public-snapshots-are-blocked aws-ec2-running-instance-is-not-old aws-ec2-security-group-closes-cassandra-to-world aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world aws-ec2-security-group-closes-every-port-to-world aws-ec2-security-group-closes-ftp-to-world aws-ec2-security-group-closes-high-risk-ports-to-world aws-ec2-security-group-closes-kafka-to-world aws-ec2-security-group-closes-memcached-to-world aws-ec2-security-group-closes-mongodb-to-world aws-ec2-security-group-closes-mysql-to-world aws-ec2-security-group-closes-oracle-to-world aws-ec2-security-group-closes-postgresql-to-world aws-ec2-security-group-closes-rdp-to-world aws-ec2-security-group-closes-redis-to-world aws-ec2-security-group-closes-sql-server-to-world aws-ec2-security-group-closes-ssh-to-world aws-ec2-security-group-closes-telnet-to-world aws-ec2-security-group-has-few-rules aws-ec2-security-group-is-in-use aws-ec2-security-group-is-made-on-purpose aws-ec2-security-group-keeps-public-addresses-out aws-ec2-security-group-keeps-world-out aws-ec2-security-group-names-no-wide-public-range aws-ec2-snapshot-is-encrypted aws-ec2-snapshot-is-private aws-ec2-stopped-instance-is-removed aws-ec2-subnet-gives-no-public-ip aws-ec2-transit-gateway-asks-before-attaching aws-ec2-volume-has-snapshot aws-ec2-volume-is-encrypted aws-ec2-volume-is-in-backup-plan aws-ec2-vpc-endpoint-service-trusts-known-accounts aws-ec2-vpc-endpoint-spans-zones aws-ec2-vpc-endpoint-trusts-known-accounts aws-ec2-vpc-has-endpoint-for-ec2 aws-ec2-vpc-has-flow-logs aws-ec2-vpc-peering-routes-are-narrow aws-ec2-vpc-separates-public-subnets aws-ec2-vpc-subnets-span-zones aws-ec2-vpcs-span-regions aws-ec2-vpn-tunnels-are-up aws-ecr-registry-scans-every-repository aws-ecr-repository-has-lifecycle-policy aws-ecr-repository-is-not-public aws-ecr-repository-latest-image-is-scanned-and-sound aws-ecr-repository-scans-on-push aws-ecr-repository-tags-are-immutable aws-efs-access-points-enforce-a-root-directory aws-efs-access-points-enforce-a-user aws-efs-file-system-is-backed-up aws-efs-file-system-is-encrypted aws-efs-file-system-is-not-open-to-every-client aws-efs-file-system-spans-zones aws-efs-mount-targets-are-in-private-subnets aws-eks-cluster-endpoint-is-closed-to-world aws-eks-cluster-has-its-security-group aws-eks-cluster-has-private-endpoint aws-eks-cluster-is-protected-from-deletion aws-eks-cluster-logs-its-control-plane aws-eks-cluster-runs-supported-version aws-eks-cluster-secrets-are-encrypted aws-elb-load-balancer-drains-connections aws-elb-load-balancer-encrypts-all-listeners aws-elb-load-balancer-is-internal aws-elb-load-balancer-logs-requests aws-elb-load-balancer-rejects-ambiguous-requests aws-elb-load-balancer-serves-all-zones-evenly aws-elb-load-balancer-spans-zones aws-elb-load-balancer-uses-acm-certificates aws-elb-load-balancer-uses-strong-tls aws-elbv2-load-balancer-drops-invalid-headers aws-elbv2-load-balancer-encrypts-all-listeners aws-elbv2-load-balancer-has-listeners aws-elbv2-load-balancer-is-behind-waf aws-elbv2-load-balancer-is-closed-to-world aws-elbv2-load-balancer-is-protected-from-deletion aws-elbv2-load-balancer-logs-requests aws-elbv2-load-balancer-negotiates-quantum-safe-keys aws-elbv2-load-balancer-rejects-ambiguous-requests aws-elbv2-load-balancer-serves-all-zones-evenly aws-elbv2-load-balancer-spans-zones aws-elbv2-load-balancer-uses-strong-tls aws-elbv2-network-load-balancer-terminates-tls aws-events-bus-is-not-public aws-events-bus-takes-no-events-of-other-accounts aws-events-endpoint-replicates-events aws-glacier-vault-is-not-public aws-guardduty-administrator-takes-in-every-account aws-guardduty-detector-is-centrally-managed aws-guardduty-detector-is-enabled aws-guardduty-ec2-malware-is-looked-for aws-guardduty-eks-audit-logs-are-watched aws-guardduty-eks-runtime-is-watched aws-guardduty-lambda-traffic-is-watched aws-guardduty-no-high-severity-findings aws-guardduty-rds-logins-are-watched aws-guardduty-s3-data-is-watched aws-iam-access-keys-are-rotated aws-iam-access-keys-are-used aws-iam-administrators-have-mfa aws-iam-attached-policy-grants-no-full-access aws-iam-audit-role-exists aws-iam-aws-policy-grants-no-full-access aws-iam-cloudwatch-is-not-shared-with-other-accounts aws-iam-console-password-is-used aws-iam-console-user-has-mfa aws-iam-console-user-has-no-idle-access-key aws-iam-credentials-have-been-used aws-iam-group-is-no-administrator aws-iam-inline-policy-allows-no-marketplace-subscriptions aws-iam-inline-policy-allows-no-privilege-escalation aws-iam-inline-policy-grants-no-full-access aws-iam-inline-policy-grants-no-full-cloudtrail-access aws-iam-inline-policy-grants-no-full-kms-access aws-iam-nobody-has-full-cloudshell-access aws-iam-password-policy-expires-passwords aws-iam-password-policy-forbids-reuse aws-iam-password-policy-wants-long-passwords aws-iam-password-policy-wants-lowercase-letter aws-iam-password-policy-wants-number aws-iam-password-policy-wants-symbol aws-iam-password-policy-wants-uppercase-letter aws-iam-policy-allows-no-marketplace-subscriptions aws-iam-policy-allows-no-privilege-escalation aws-iam-policy-grants-no-full-cloudtrail-access aws-iam-policy-grants-no-full-kms-access aws-iam-policy-names-roles-to-assume aws-iam-read-only-role-trusts-own-account aws-iam-role-is-no-administrator aws-iam-role-uses-its-bedrock-access aws-iam-root-credentials-are-managed-centrally aws-iam-root-has-hardware-mfa aws-iam-root-has-mfa aws-iam-root-has-no-access-keys aws-iam-root-is-not-used aws-iam-saml-provider-exists aws-iam-server-certificate-is-not-expired aws-iam-service-role-confines-its-callers aws-iam-support-role-exists aws-iam-unattached-policy-grants-no-full-access aws-iam-user-has-hardware-mfa aws-iam-user-has-one-active-access-key aws-iam-user-holds-no-policies aws-iam-user-is-no-administrator aws-iam-user-reaches-services-without-access-keys aws-iam-user-uses-its-bedrock-access aws-iam-user-uses-its-sagemaker-access aws-kms-key-binds-attestation-to-deployment aws-kms-key-enforces-attestation aws-kms-key-has-no-way-around-attestation aws-kms-key-is-not-about-to-be-deleted aws-kms-key-is-not-public aws-kms-key-is-rotated aws-kms-key-is-used aws-kms-key-stays-in-one-region aws-lambda-environment-holds-no-secrets aws-lambda-environment-is-encrypted-with-own-key aws-lambda-function-has-dead-letter-queue aws-lambda-function-invocations-are-recorded aws-lambda-function-is-in-vpc aws-lambda-function-is-not-public aws-lambda-function-runtime-is-supported aws-lambda-function-spans-availability-zones aws-lambda-function-url-requires-authentication aws-lambda-function-url-restricts-origins aws-lambda-function-uses-own-layers aws-macie-region-looks-for-sensitive-data aws-macie-region-samples-buckets-by-itself aws-organizations-account-is-in-organization aws-organizations-ai-services-are-opted-out aws-organizations-delegated-administrators-are-trusted aws-organizations-regions-are-restricted aws-organizations-tag-policies-are-attached aws-rds-cluster-accepts-iam-sign-in aws-rds-cluster-administrator-is-renamed aws-rds-cluster-avoids-default-port aws-rds-cluster-can-be-wound-back aws-rds-cluster-copies-tags-to-snapshots aws-rds-cluster-demands-encrypted-connections aws-rds-cluster-events-reach-someone aws-rds-cluster-is-encrypted aws-rds-cluster-is-in-backup-plan aws-rds-cluster-is-protected-from-deletion aws-rds-cluster-sends-logs-to-cloudwatch aws-rds-cluster-spans-zones aws-rds-cluster-takes-minor-versions aws-rds-instance-accepts-iam-sign-in aws-rds-instance-administrator-is-renamed aws-rds-instance-avoids-default-port aws-rds-instance-certificate-is-valid-for-long aws-rds-instance-copies-tags-to-snapshots aws-rds-instance-demands-encrypted-connections aws-rds-instance-events-reach-someone aws-rds-instance-is-encrypted aws-rds-instance-is-in-backup-plan aws-rds-instance-is-in-vpc aws-rds-instance-is-not-public aws-rds-instance-is-protected-from-deletion aws-rds-instance-keeps-backups aws-rds-instance-needs-no-extended-support aws-rds-instance-reports-on-its-system aws-rds-instance-runs-offered-version aws-rds-instance-sends-logs-to-cloudwatch aws-rds-instance-spans-zones aws-rds-instance-takes-minor-versions aws-rds-parameter-group-events-reach-someone aws-rds-security-group-events-reach-someone aws-rds-snapshot-is-encrypted aws-rds-snapshot-is-not-public aws-s3-access-point-blocks-public-access aws-s3-account-ignores-public-grants aws-s3-account-refuses-public-grants aws-s3-bucket-announces-events aws-s3-bucket-blocks-public-access aws-s3-bucket-denies-plaintext-transport aws-s3-bucket-disables-access-control-lists aws-s3-bucket-has-lifecycle-rules aws-s3-bucket-has-object-lock aws-s3-bucket-is-encrypted-by-default aws-s3-bucket-is-encrypted-with-kms aws-s3-bucket-is-not-public aws-s3-bucket-is-not-shared-with-other-accounts aws-s3-bucket-keeps-versions aws-s3-bucket-list-lets-no-stranger-read aws-s3-bucket-list-lets-no-stranger-write aws-s3-bucket-logs-access aws-s3-bucket-policy-lets-no-stranger-write aws-s3-bucket-replicates-to-another-region aws-s3-bucket-requires-mfa-to-delete-versions aws-s3-multi-region-access-point-blocks-public-access aws-s3-predictable-bucket-name-is-own aws-secretsmanager-secret-is-in-use aws-secretsmanager-secret-is-not-public aws-secretsmanager-secret-policy-denies-all-but-named aws-secretsmanager-secret-rotates-automatically aws-secretsmanager-secret-was-rotated-recently aws-securityhub-administrator-takes-in-every-account aws-securityhub-hub-is-enabled aws-sns-subscription-uses-no-plain-http aws-sns-topic-is-encrypted-with-kms aws-sns-topic-is-not-public aws-sqs-queue-is-encrypted aws-sqs-queue-is-not-public aws-ssm-document-holds-no-secrets aws-ssm-document-is-not-public aws-ssm-node-has-its-patches"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__checks__subcmd__test)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help aws-accessanalyzer-analyzer-has-no-active-findings aws-accessanalyzer-region-has-active-analyzer aws-account-contact-details-are-registered aws-account-contacts-differ aws-account-security-contact-is-registered aws-acm-certificate-has-strong-key aws-acm-certificate-is-logged-publicly aws-acm-certificate-is-not-about-to-expire aws-apigateway-http-stage-logs-requests aws-apigateway-stage-logs-executions aws-autoscaling-group-heeds-load-balancer-health aws-autoscaling-group-launches-with-imdsv2 aws-autoscaling-group-launches-without-public-ip aws-autoscaling-group-mixes-instance-types aws-autoscaling-group-rebalances-capacity aws-autoscaling-group-spans-zones aws-autoscaling-group-uses-launch-template aws-autoscaling-launch-configuration-holds-no-secrets aws-cloudfront-distribution-logs-requests aws-cloudtrail-bedrock-calls-are-recorded aws-cloudtrail-bucket-reads-are-recorded aws-cloudtrail-bucket-writes-are-recorded aws-cloudtrail-multi-region-trail-is-logging aws-cloudtrail-trail-bucket-is-not-public aws-cloudtrail-trail-bucket-logs-access aws-cloudtrail-trail-bucket-requires-mfa-delete aws-cloudtrail-trail-delivers-to-cloudwatch-logs aws-cloudtrail-trail-is-encrypted-with-kms-key aws-cloudtrail-trail-looks-for-unusual-activity aws-cloudtrail-trail-validates-log-files aws-cloudwatch-alarm-actions-are-enabled aws-cloudwatch-alarm-has-actions aws-cloudwatch-bucket-policy-changes-raise-alarm aws-cloudwatch-cloudtrail-changes-raise-alarm aws-cloudwatch-config-changes-raise-alarm aws-cloudwatch-console-login-without-mfa-raises-alarm aws-cloudwatch-failed-console-logins-raise-alarm aws-cloudwatch-iam-policy-changes-raise-alarm aws-cloudwatch-kms-key-removal-raises-alarm aws-cloudwatch-log-group-is-encrypted-with-kms-key aws-cloudwatch-log-group-is-not-public aws-cloudwatch-log-group-keeps-events-long-enough aws-cloudwatch-network-acl-changes-raise-alarm aws-cloudwatch-network-gateway-changes-raise-alarm aws-cloudwatch-organization-changes-raise-alarm aws-cloudwatch-root-usage-raises-alarm aws-cloudwatch-route-table-changes-raise-alarm aws-cloudwatch-security-group-changes-raise-alarm aws-cloudwatch-unauthorized-calls-raise-alarm aws-cloudwatch-vpc-changes-raise-alarm aws-config-organization-is-aggregated aws-config-recorder-is-running aws-config-recorder-uses-service-linked-role aws-dynamodb-accelerator-is-encrypted-at-rest aws-dynamodb-accelerator-is-encrypted-in-transit aws-dynamodb-accelerator-spans-availability-zones aws-dynamodb-table-has-point-in-time-recovery aws-dynamodb-table-is-closed-to-other-accounts aws-dynamodb-table-is-encrypted-with-kms aws-dynamodb-table-is-in-backup-plan aws-dynamodb-table-is-protected-against-deletion aws-dynamodb-table-scales-with-load aws-ec2-address-is-in-use aws-ec2-client-vpn-endpoint-logs-connections aws-ec2-default-security-group-has-no-rules aws-ec2-ebs-is-encrypted-by-default aws-ec2-enclave-host-has-no-public-ip aws-ec2-enclave-host-hides-vsock-proxy aws-ec2-enclave-host-is-closed-to-world aws-ec2-enclave-host-is-running aws-ec2-enclave-host-requires-imdsv2 aws-ec2-image-is-private aws-ec2-instance-closes-cassandra-to-world aws-ec2-instance-closes-cifs-to-world aws-ec2-instance-closes-elasticsearch-to-world aws-ec2-instance-closes-ftp-to-world aws-ec2-instance-closes-kafka-to-world aws-ec2-instance-closes-kerberos-to-world aws-ec2-instance-closes-ldap-to-world aws-ec2-instance-closes-memcached-to-world aws-ec2-instance-closes-mongodb-to-world aws-ec2-instance-closes-mysql-to-world aws-ec2-instance-closes-oracle-to-world aws-ec2-instance-closes-postgresql-to-world aws-ec2-instance-closes-rdp-to-world aws-ec2-instance-closes-redis-to-world aws-ec2-instance-closes-sqlserver-to-world aws-ec2-instance-closes-ssh-to-world aws-ec2-instance-closes-telnet-to-world aws-ec2-instance-facing-internet-has-no-role aws-ec2-instance-has-detailed-monitoring aws-ec2-instance-has-instance-profile aws-ec2-instance-has-no-public-ip aws-ec2-instance-has-one-network-interface aws-ec2-instance-image-is-not-deprecated aws-ec2-instance-is-managed-by-systems-manager aws-ec2-instance-is-not-paravirtual aws-ec2-instance-requires-imdsv2 aws-ec2-instance-user-data-holds-no-secrets aws-ec2-instances-require-imdsv2-by-default aws-ec2-launch-template-assigns-no-public-ip aws-ec2-launch-template-holds-no-secrets aws-ec2-launch-template-requires-imdsv2 aws-ec2-network-acl-closes-every-port-to-world aws-ec2-network-acl-closes-rdp-to-world aws-ec2-network-acl-closes-ssh-to-world aws-ec2-network-acl-is-in-use aws-ec2-public-amis-are-blocked aws-ec2-public-snapshots-are-blocked aws-ec2-running-instance-is-not-old aws-ec2-security-group-closes-cassandra-to-world aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world aws-ec2-security-group-closes-every-port-to-world aws-ec2-security-group-closes-ftp-to-world aws-ec2-security-group-closes-high-risk-ports-to-world aws-ec2-security-group-closes-kafka-to-world aws-ec2-security-group-closes-memcached-to-world aws-ec2-security-group-closes-mongodb-to-world aws-ec2-security-group-closes-mysql-to-world aws-ec2-security-group-closes-oracle-to-world aws-ec2-security-group-closes-postgresql-to-world aws-ec2-security-group-closes-rdp-to-world aws-ec2-security-group-closes-redis-to-world aws-ec2-security-group-closes-sql-server-to-world aws-ec2-security-group-closes-ssh-to-world aws-ec2-security-group-closes-telnet-to-world aws-ec2-security-group-has-few-rules aws-ec2-security-group-is-in-use aws-ec2-security-group-is-made-on-purpose aws-ec2-security-group-keeps-public-addresses-out aws-ec2-security-group-keeps-world-out aws-ec2-security-group-names-no-wide-public-range aws-ec2-snapshot-is-encrypted aws-ec2-snapshot-is-private aws-ec2-stopped-instance-is-removed aws-ec2-subnet-gives-no-public-ip aws-ec2-transit-gateway-asks-before-attaching aws-ec2-volume-has-snapshot aws-ec2-volume-is-encrypted aws-ec2-volume-is-in-backup-plan aws-ec2-vpc-endpoint-service-trusts-known-accounts aws-ec2-vpc-endpoint-spans-zones aws-ec2-vpc-endpoint-trusts-known-accounts aws-ec2-vpc-has-endpoint-for-ec2 aws-ec2-vpc-has-flow-logs aws-ec2-vpc-peering-routes-are-narrow aws-ec2-vpc-separates-public-subnets aws-ec2-vpc-subnets-span-zones aws-ec2-vpcs-span-regions aws-ec2-vpn-tunnels-are-up aws-ecr-registry-scans-every-repository aws-ecr-repository-has-lifecycle-policy aws-ecr-repository-is-not-public aws-ecr-repository-latest-image-is-scanned-and-sound aws-ecr-repository-scans-on-push aws-ecr-repository-tags-are-immutable aws-efs-access-points-enforce-a-root-directory aws-efs-access-points-enforce-a-user aws-efs-file-system-is-backed-up aws-efs-file-system-is-encrypted aws-efs-file-system-is-not-open-to-every-client aws-efs-file-system-spans-zones aws-efs-mount-targets-are-in-private-subnets aws-eks-cluster-endpoint-is-closed-to-world aws-eks-cluster-has-its-security-group aws-eks-cluster-has-private-endpoint aws-eks-cluster-is-protected-from-deletion aws-eks-cluster-logs-its-control-plane aws-eks-cluster-runs-supported-version aws-eks-cluster-secrets-are-encrypted aws-elb-load-balancer-drains-connections aws-elb-load-balancer-encrypts-all-listeners aws-elb-load-balancer-is-internal aws-elb-load-balancer-logs-requests aws-elb-load-balancer-rejects-ambiguous-requests aws-elb-load-balancer-serves-all-zones-evenly aws-elb-load-balancer-spans-zones aws-elb-load-balancer-uses-acm-certificates aws-elb-load-balancer-uses-strong-tls aws-elbv2-load-balancer-drops-invalid-headers aws-elbv2-load-balancer-encrypts-all-listeners aws-elbv2-load-balancer-has-listeners aws-elbv2-load-balancer-is-behind-waf aws-elbv2-load-balancer-is-closed-to-world aws-elbv2-load-balancer-is-protected-from-deletion aws-elbv2-load-balancer-logs-requests aws-elbv2-load-balancer-negotiates-quantum-safe-keys aws-elbv2-load-balancer-rejects-ambiguous-requests aws-elbv2-load-balancer-serves-all-zones-evenly aws-elbv2-load-balancer-spans-zones aws-elbv2-load-balancer-uses-strong-tls aws-elbv2-network-load-balancer-terminates-tls aws-events-bus-is-not-public aws-events-bus-takes-no-events-of-other-accounts aws-events-endpoint-replicates-events aws-glacier-vault-is-not-public aws-guardduty-administrator-takes-in-every-account aws-guardduty-detector-is-centrally-managed aws-guardduty-detector-is-enabled aws-guardduty-ec2-malware-is-looked-for aws-guardduty-eks-audit-logs-are-watched aws-guardduty-eks-runtime-is-watched aws-guardduty-lambda-traffic-is-watched aws-guardduty-no-high-severity-findings aws-guardduty-rds-logins-are-watched aws-guardduty-s3-data-is-watched aws-iam-access-keys-are-rotated aws-iam-access-keys-are-used aws-iam-administrators-have-mfa aws-iam-attached-policy-grants-no-full-access aws-iam-audit-role-exists aws-iam-aws-policy-grants-no-full-access aws-iam-cloudwatch-is-not-shared-with-other-accounts aws-iam-console-password-is-used aws-iam-console-user-has-mfa aws-iam-console-user-has-no-idle-access-key aws-iam-credentials-have-been-used aws-iam-group-is-no-administrator aws-iam-inline-policy-allows-no-marketplace-subscriptions aws-iam-inline-policy-allows-no-privilege-escalation aws-iam-inline-policy-grants-no-full-access aws-iam-inline-policy-grants-no-full-cloudtrail-access aws-iam-inline-policy-grants-no-full-kms-access aws-iam-nobody-has-full-cloudshell-access aws-iam-password-policy-expires-passwords aws-iam-password-policy-forbids-reuse aws-iam-password-policy-wants-long-passwords aws-iam-password-policy-wants-lowercase-letter aws-iam-password-policy-wants-number aws-iam-password-policy-wants-symbol aws-iam-password-policy-wants-uppercase-letter aws-iam-policy-allows-no-marketplace-subscriptions aws-iam-policy-allows-no-privilege-escalation aws-iam-policy-grants-no-full-cloudtrail-access aws-iam-policy-grants-no-full-kms-access aws-iam-policy-names-roles-to-assume aws-iam-read-only-role-trusts-own-account aws-iam-role-is-no-administrator aws-iam-role-uses-its-bedrock-access aws-iam-root-credentials-are-managed-centrally aws-iam-root-has-hardware-mfa aws-iam-root-has-mfa aws-iam-root-has-no-access-keys aws-iam-root-is-not-used aws-iam-saml-provider-exists aws-iam-server-certificate-is-not-expired aws-iam-service-role-confines-its-callers aws-iam-support-role-exists aws-iam-unattached-policy-grants-no-full-access aws-iam-user-has-hardware-mfa aws-iam-user-has-one-active-access-key aws-iam-user-holds-no-policies aws-iam-user-is-no-administrator aws-iam-user-reaches-services-without-access-keys aws-iam-user-uses-its-bedrock-access aws-iam-user-uses-its-sagemaker-access aws-kms-key-binds-attestation-to-deployment aws-kms-key-enforces-attestation aws-kms-key-has-no-way-around-attestation aws-kms-key-is-not-about-to-be-deleted aws-kms-key-is-not-public aws-kms-key-is-rotated aws-kms-key-is-used aws-kms-key-stays-in-one-region aws-lambda-environment-holds-no-secrets aws-lambda-environment-is-encrypted-with-own-key aws-lambda-function-has-dead-letter-queue aws-lambda-function-invocations-are-recorded aws-lambda-function-is-in-vpc aws-lambda-function-is-not-public aws-lambda-function-runtime-is-supported aws-lambda-function-spans-availability-zones aws-lambda-function-url-requires-authentication aws-lambda-function-url-restricts-origins aws-lambda-function-uses-own-layers aws-macie-region-looks-for-sensitive-data aws-macie-region-samples-buckets-by-itself aws-organizations-account-is-in-organization aws-organizations-ai-services-are-opted-out aws-organizations-delegated-administrators-are-trusted aws-organizations-regions-are-restricted aws-organizations-tag-policies-are-attached aws-rds-cluster-accepts-iam-sign-in aws-rds-cluster-administrator-is-renamed aws-rds-cluster-avoids-default-port aws-rds-cluster-can-be-wound-back aws-rds-cluster-copies-tags-to-snapshots aws-rds-cluster-demands-encrypted-connections aws-rds-cluster-events-reach-someone aws-rds-cluster-is-encrypted aws-rds-cluster-is-in-backup-plan aws-rds-cluster-is-protected-from-deletion aws-rds-cluster-sends-logs-to-cloudwatch aws-rds-cluster-spans-zones aws-rds-cluster-takes-minor-versions aws-rds-instance-accepts-iam-sign-in aws-rds-instance-administrator-is-renamed aws-rds-instance-avoids-default-port aws-rds-instance-certificate-is-valid-for-long aws-rds-instance-copies-tags-to-snapshots aws-rds-instance-demands-encrypted-connections aws-rds-instance-events-reach-someone aws-rds-instance-is-encrypted aws-rds-instance-is-in-backup-plan aws-rds-instance-is-in-vpc aws-rds-instance-is-not-public aws-rds-instance-is-protected-from-deletion aws-rds-instance-keeps-backups aws-rds-instance-needs-no-extended-support aws-rds-instance-reports-on-its-system aws-rds-instance-runs-offered-version aws-rds-instance-sends-logs-to-cloudwatch aws-rds-instance-spans-zones aws-rds-instance-takes-minor-versions aws-rds-parameter-group-events-reach-someone aws-rds-security-group-events-reach-someone aws-rds-snapshot-is-encrypted aws-rds-snapshot-is-not-public aws-s3-access-point-blocks-public-access aws-s3-account-ignores-public-grants aws-s3-account-refuses-public-grants aws-s3-bucket-announces-events aws-s3-bucket-blocks-public-access aws-s3-bucket-denies-plaintext-transport aws-s3-bucket-disables-access-control-lists aws-s3-bucket-has-lifecycle-rules aws-s3-bucket-has-object-lock aws-s3-bucket-is-encrypted-by-default aws-s3-bucket-is-encrypted-with-kms aws-s3-bucket-is-not-public aws-s3-bucket-is-not-shared-with-other-accounts aws-s3-bucket-keeps-versions aws-s3-bucket-list-lets-no-stranger-read aws-s3-bucket-list-lets-no-stranger-write aws-s3-bucket-logs-access aws-s3-bucket-policy-lets-no-stranger-write aws-s3-bucket-replicates-to-another-region aws-s3-bucket-requires-mfa-to-delete-versions aws-s3-multi-region-access-point-blocks-public-access aws-s3-predictable-bucket-name-is-own aws-secretsmanager-secret-is-in-use aws-secretsmanager-secret-is-not-public aws-secretsmanager-secret-policy-denies-all-but-named aws-secretsmanager-secret-rotates-automatically aws-secretsmanager-secret-was-rotated-recently aws-securityhub-administrator-takes-in-every-account aws-securityhub-hub-is-enabled aws-sns-subscription-uses-no-plain-http aws-sns-topic-is-encrypted-with-kms aws-sns-topic-is-not-public aws-sqs-queue-is-encrypted aws-sqs-queue-is-not-public aws-ssm-document-holds-no-secrets aws-ssm-document-is-not-public aws-ssm-node-has-its-patches"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__completions)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help bash elvish fish powershell zsh"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__config)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help show path help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__config__subcmd__help)
            opts="show path help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__config__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__config__subcmd__help__subcmd__path)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__config__subcmd__help__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__config__subcmd__path)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__config__subcmd__show)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__diff)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__findings)
            opts="-r -h --severity --status --scan --json --check --region --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --severity)
                    COMPREPLY=($(compgen -W "critical high medium low informational" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "fail unknown pass not_applicable muted" -- "${cur}"))
                    return 0
                    ;;
                --scan)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --check)
                    COMPREPLY=($(compgen -W "aws-accessanalyzer-analyzer-has-no-active-findings aws-accessanalyzer-region-has-active-analyzer aws-account-contact-details-are-registered aws-account-contacts-differ aws-account-security-contact-is-registered aws-acm-certificate-has-strong-key aws-acm-certificate-is-logged-publicly aws-acm-certificate-is-not-about-to-expire aws-apigateway-http-stage-logs-requests aws-apigateway-stage-logs-executions aws-autoscaling-group-heeds-load-balancer-health aws-autoscaling-group-launches-with-imdsv2 aws-autoscaling-group-launches-without-public-ip aws-autoscaling-group-mixes-instance-types aws-autoscaling-group-rebalances-capacity aws-autoscaling-group-spans-zones aws-autoscaling-group-uses-launch-template aws-autoscaling-launch-configuration-holds-no-secrets aws-cloudfront-distribution-logs-requests aws-cloudtrail-bedrock-calls-are-recorded aws-cloudtrail-bucket-reads-are-recorded aws-cloudtrail-bucket-writes-are-recorded aws-cloudtrail-multi-region-trail-is-logging aws-cloudtrail-trail-bucket-is-not-public aws-cloudtrail-trail-bucket-logs-access aws-cloudtrail-trail-bucket-requires-mfa-delete aws-cloudtrail-trail-delivers-to-cloudwatch-logs aws-cloudtrail-trail-is-encrypted-with-kms-key aws-cloudtrail-trail-looks-for-unusual-activity aws-cloudtrail-trail-validates-log-files aws-cloudwatch-alarm-actions-are-enabled aws-cloudwatch-alarm-has-actions aws-cloudwatch-bucket-policy-changes-raise-alarm aws-cloudwatch-cloudtrail-changes-raise-alarm aws-cloudwatch-config-changes-raise-alarm aws-cloudwatch-console-login-without-mfa-raises-alarm aws-cloudwatch-failed-console-logins-raise-alarm aws-cloudwatch-iam-policy-changes-raise-alarm aws-cloudwatch-kms-key-removal-raises-alarm aws-cloudwatch-log-group-is-encrypted-with-kms-key aws-cloudwatch-log-group-is-not-public aws-cloudwatch-log-group-keeps-events-long-enough aws-cloudwatch-network-acl-changes-raise-alarm aws-cloudwatch-network-gateway-changes-raise-alarm aws-cloudwatch-organization-changes-raise-alarm aws-cloudwatch-root-usage-raises-alarm aws-cloudwatch-route-table-changes-raise-alarm aws-cloudwatch-security-group-changes-raise-alarm aws-cloudwatch-unauthorized-calls-raise-alarm aws-cloudwatch-vpc-changes-raise-alarm aws-config-organization-is-aggregated aws-config-recorder-is-running aws-config-recorder-uses-service-linked-role aws-dynamodb-accelerator-is-encrypted-at-rest aws-dynamodb-accelerator-is-encrypted-in-transit aws-dynamodb-accelerator-spans-availability-zones aws-dynamodb-table-has-point-in-time-recovery aws-dynamodb-table-is-closed-to-other-accounts aws-dynamodb-table-is-encrypted-with-kms aws-dynamodb-table-is-in-backup-plan aws-dynamodb-table-is-protected-against-deletion aws-dynamodb-table-scales-with-load aws-ec2-address-is-in-use aws-ec2-client-vpn-endpoint-logs-connections aws-ec2-default-security-group-has-no-rules aws-ec2-ebs-is-encrypted-by-default aws-ec2-enclave-host-has-no-public-ip aws-ec2-enclave-host-hides-vsock-proxy aws-ec2-enclave-host-is-closed-to-world aws-ec2-enclave-host-is-running aws-ec2-enclave-host-requires-imdsv2 aws-ec2-image-is-private aws-ec2-instance-closes-cassandra-to-world aws-ec2-instance-closes-cifs-to-world aws-ec2-instance-closes-elasticsearch-to-world aws-ec2-instance-closes-ftp-to-world aws-ec2-instance-closes-kafka-to-world aws-ec2-instance-closes-kerberos-to-world aws-ec2-instance-closes-ldap-to-world aws-ec2-instance-closes-memcached-to-world aws-ec2-instance-closes-mongodb-to-world aws-ec2-instance-closes-mysql-to-world aws-ec2-instance-closes-oracle-to-world aws-ec2-instance-closes-postgresql-to-world aws-ec2-instance-closes-rdp-to-world aws-ec2-instance-closes-redis-to-world aws-ec2-instance-closes-sqlserver-to-world aws-ec2-instance-closes-ssh-to-world aws-ec2-instance-closes-telnet-to-world aws-ec2-instance-facing-internet-has-no-role aws-ec2-instance-has-detailed-monitoring aws-ec2-instance-has-instance-profile aws-ec2-instance-has-no-public-ip aws-ec2-instance-has-one-network-interface aws-ec2-instance-image-is-not-deprecated aws-ec2-instance-is-managed-by-systems-manager aws-ec2-instance-is-not-paravirtual aws-ec2-instance-requires-imdsv2 aws-ec2-instance-user-data-holds-no-secrets aws-ec2-instances-require-imdsv2-by-default aws-ec2-launch-template-assigns-no-public-ip aws-ec2-launch-template-holds-no-secrets aws-ec2-launch-template-requires-imdsv2 aws-ec2-network-acl-closes-every-port-to-world aws-ec2-network-acl-closes-rdp-to-world aws-ec2-network-acl-closes-ssh-to-world aws-ec2-network-acl-is-in-use aws-ec2-public-amis-are-blocked aws-ec2-public-snapshots-are-blocked aws-ec2-running-instance-is-not-old aws-ec2-security-group-closes-cassandra-to-world aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world aws-ec2-security-group-closes-every-port-to-world aws-ec2-security-group-closes-ftp-to-world aws-ec2-security-group-closes-high-risk-ports-to-world aws-ec2-security-group-closes-kafka-to-world aws-ec2-security-group-closes-memcached-to-world aws-ec2-security-group-closes-mongodb-to-world aws-ec2-security-group-closes-mysql-to-world aws-ec2-security-group-closes-oracle-to-world aws-ec2-security-group-closes-postgresql-to-world aws-ec2-security-group-closes-rdp-to-world aws-ec2-security-group-closes-redis-to-world aws-ec2-security-group-closes-sql-server-to-world aws-ec2-security-group-closes-ssh-to-world aws-ec2-security-group-closes-telnet-to-world aws-ec2-security-group-has-few-rules aws-ec2-security-group-is-in-use aws-ec2-security-group-is-made-on-purpose aws-ec2-security-group-keeps-public-addresses-out aws-ec2-security-group-keeps-world-out aws-ec2-security-group-names-no-wide-public-range aws-ec2-snapshot-is-encrypted aws-ec2-snapshot-is-private aws-ec2-stopped-instance-is-removed aws-ec2-subnet-gives-no-public-ip aws-ec2-transit-gateway-asks-before-attaching aws-ec2-volume-has-snapshot aws-ec2-volume-is-encrypted aws-ec2-volume-is-in-backup-plan aws-ec2-vpc-endpoint-service-trusts-known-accounts aws-ec2-vpc-endpoint-spans-zones aws-ec2-vpc-endpoint-trusts-known-accounts aws-ec2-vpc-has-endpoint-for-ec2 aws-ec2-vpc-has-flow-logs aws-ec2-vpc-peering-routes-are-narrow aws-ec2-vpc-separates-public-subnets aws-ec2-vpc-subnets-span-zones aws-ec2-vpcs-span-regions aws-ec2-vpn-tunnels-are-up aws-ecr-registry-scans-every-repository aws-ecr-repository-has-lifecycle-policy aws-ecr-repository-is-not-public aws-ecr-repository-latest-image-is-scanned-and-sound aws-ecr-repository-scans-on-push aws-ecr-repository-tags-are-immutable aws-efs-access-points-enforce-a-root-directory aws-efs-access-points-enforce-a-user aws-efs-file-system-is-backed-up aws-efs-file-system-is-encrypted aws-efs-file-system-is-not-open-to-every-client aws-efs-file-system-spans-zones aws-efs-mount-targets-are-in-private-subnets aws-eks-cluster-endpoint-is-closed-to-world aws-eks-cluster-has-its-security-group aws-eks-cluster-has-private-endpoint aws-eks-cluster-is-protected-from-deletion aws-eks-cluster-logs-its-control-plane aws-eks-cluster-runs-supported-version aws-eks-cluster-secrets-are-encrypted aws-elb-load-balancer-drains-connections aws-elb-load-balancer-encrypts-all-listeners aws-elb-load-balancer-is-internal aws-elb-load-balancer-logs-requests aws-elb-load-balancer-rejects-ambiguous-requests aws-elb-load-balancer-serves-all-zones-evenly aws-elb-load-balancer-spans-zones aws-elb-load-balancer-uses-acm-certificates aws-elb-load-balancer-uses-strong-tls aws-elbv2-load-balancer-drops-invalid-headers aws-elbv2-load-balancer-encrypts-all-listeners aws-elbv2-load-balancer-has-listeners aws-elbv2-load-balancer-is-behind-waf aws-elbv2-load-balancer-is-closed-to-world aws-elbv2-load-balancer-is-protected-from-deletion aws-elbv2-load-balancer-logs-requests aws-elbv2-load-balancer-negotiates-quantum-safe-keys aws-elbv2-load-balancer-rejects-ambiguous-requests aws-elbv2-load-balancer-serves-all-zones-evenly aws-elbv2-load-balancer-spans-zones aws-elbv2-load-balancer-uses-strong-tls aws-elbv2-network-load-balancer-terminates-tls aws-events-bus-is-not-public aws-events-bus-takes-no-events-of-other-accounts aws-events-endpoint-replicates-events aws-glacier-vault-is-not-public aws-guardduty-administrator-takes-in-every-account aws-guardduty-detector-is-centrally-managed aws-guardduty-detector-is-enabled aws-guardduty-ec2-malware-is-looked-for aws-guardduty-eks-audit-logs-are-watched aws-guardduty-eks-runtime-is-watched aws-guardduty-lambda-traffic-is-watched aws-guardduty-no-high-severity-findings aws-guardduty-rds-logins-are-watched aws-guardduty-s3-data-is-watched aws-iam-access-keys-are-rotated aws-iam-access-keys-are-used aws-iam-administrators-have-mfa aws-iam-attached-policy-grants-no-full-access aws-iam-audit-role-exists aws-iam-aws-policy-grants-no-full-access aws-iam-cloudwatch-is-not-shared-with-other-accounts aws-iam-console-password-is-used aws-iam-console-user-has-mfa aws-iam-console-user-has-no-idle-access-key aws-iam-credentials-have-been-used aws-iam-group-is-no-administrator aws-iam-inline-policy-allows-no-marketplace-subscriptions aws-iam-inline-policy-allows-no-privilege-escalation aws-iam-inline-policy-grants-no-full-access aws-iam-inline-policy-grants-no-full-cloudtrail-access aws-iam-inline-policy-grants-no-full-kms-access aws-iam-nobody-has-full-cloudshell-access aws-iam-password-policy-expires-passwords aws-iam-password-policy-forbids-reuse aws-iam-password-policy-wants-long-passwords aws-iam-password-policy-wants-lowercase-letter aws-iam-password-policy-wants-number aws-iam-password-policy-wants-symbol aws-iam-password-policy-wants-uppercase-letter aws-iam-policy-allows-no-marketplace-subscriptions aws-iam-policy-allows-no-privilege-escalation aws-iam-policy-grants-no-full-cloudtrail-access aws-iam-policy-grants-no-full-kms-access aws-iam-policy-names-roles-to-assume aws-iam-read-only-role-trusts-own-account aws-iam-role-is-no-administrator aws-iam-role-uses-its-bedrock-access aws-iam-root-credentials-are-managed-centrally aws-iam-root-has-hardware-mfa aws-iam-root-has-mfa aws-iam-root-has-no-access-keys aws-iam-root-is-not-used aws-iam-saml-provider-exists aws-iam-server-certificate-is-not-expired aws-iam-service-role-confines-its-callers aws-iam-support-role-exists aws-iam-unattached-policy-grants-no-full-access aws-iam-user-has-hardware-mfa aws-iam-user-has-one-active-access-key aws-iam-user-holds-no-policies aws-iam-user-is-no-administrator aws-iam-user-reaches-services-without-access-keys aws-iam-user-uses-its-bedrock-access aws-iam-user-uses-its-sagemaker-access aws-kms-key-binds-attestation-to-deployment aws-kms-key-enforces-attestation aws-kms-key-has-no-way-around-attestation aws-kms-key-is-not-about-to-be-deleted aws-kms-key-is-not-public aws-kms-key-is-rotated aws-kms-key-is-used aws-kms-key-stays-in-one-region aws-lambda-environment-holds-no-secrets aws-lambda-environment-is-encrypted-with-own-key aws-lambda-function-has-dead-letter-queue aws-lambda-function-invocations-are-recorded aws-lambda-function-is-in-vpc aws-lambda-function-is-not-public aws-lambda-function-runtime-is-supported aws-lambda-function-spans-availability-zones aws-lambda-function-url-requires-authentication aws-lambda-function-url-restricts-origins aws-lambda-function-uses-own-layers aws-macie-region-looks-for-sensitive-data aws-macie-region-samples-buckets-by-itself aws-organizations-account-is-in-organization aws-organizations-ai-services-are-opted-out aws-organizations-delegated-administrators-are-trusted aws-organizations-regions-are-restricted aws-organizations-tag-policies-are-attached aws-rds-cluster-accepts-iam-sign-in aws-rds-cluster-administrator-is-renamed aws-rds-cluster-avoids-default-port aws-rds-cluster-can-be-wound-back aws-rds-cluster-copies-tags-to-snapshots aws-rds-cluster-demands-encrypted-connections aws-rds-cluster-events-reach-someone aws-rds-cluster-is-encrypted aws-rds-cluster-is-in-backup-plan aws-rds-cluster-is-protected-from-deletion aws-rds-cluster-sends-logs-to-cloudwatch aws-rds-cluster-spans-zones aws-rds-cluster-takes-minor-versions aws-rds-instance-accepts-iam-sign-in aws-rds-instance-administrator-is-renamed aws-rds-instance-avoids-default-port aws-rds-instance-certificate-is-valid-for-long aws-rds-instance-copies-tags-to-snapshots aws-rds-instance-demands-encrypted-connections aws-rds-instance-events-reach-someone aws-rds-instance-is-encrypted aws-rds-instance-is-in-backup-plan aws-rds-instance-is-in-vpc aws-rds-instance-is-not-public aws-rds-instance-is-protected-from-deletion aws-rds-instance-keeps-backups aws-rds-instance-needs-no-extended-support aws-rds-instance-reports-on-its-system aws-rds-instance-runs-offered-version aws-rds-instance-sends-logs-to-cloudwatch aws-rds-instance-spans-zones aws-rds-instance-takes-minor-versions aws-rds-parameter-group-events-reach-someone aws-rds-security-group-events-reach-someone aws-rds-snapshot-is-encrypted aws-rds-snapshot-is-not-public aws-s3-access-point-blocks-public-access aws-s3-account-ignores-public-grants aws-s3-account-refuses-public-grants aws-s3-bucket-announces-events aws-s3-bucket-blocks-public-access aws-s3-bucket-denies-plaintext-transport aws-s3-bucket-disables-access-control-lists aws-s3-bucket-has-lifecycle-rules aws-s3-bucket-has-object-lock aws-s3-bucket-is-encrypted-by-default aws-s3-bucket-is-encrypted-with-kms aws-s3-bucket-is-not-public aws-s3-bucket-is-not-shared-with-other-accounts aws-s3-bucket-keeps-versions aws-s3-bucket-list-lets-no-stranger-read aws-s3-bucket-list-lets-no-stranger-write aws-s3-bucket-logs-access aws-s3-bucket-policy-lets-no-stranger-write aws-s3-bucket-replicates-to-another-region aws-s3-bucket-requires-mfa-to-delete-versions aws-s3-multi-region-access-point-blocks-public-access aws-s3-predictable-bucket-name-is-own aws-secretsmanager-secret-is-in-use aws-secretsmanager-secret-is-not-public aws-secretsmanager-secret-policy-denies-all-but-named aws-secretsmanager-secret-rotates-automatically aws-secretsmanager-secret-was-rotated-recently aws-securityhub-administrator-takes-in-every-account aws-securityhub-hub-is-enabled aws-sns-subscription-uses-no-plain-http aws-sns-topic-is-encrypted-with-kms aws-sns-topic-is-not-public aws-sqs-queue-is-encrypted aws-sqs-queue-is-not-public aws-ssm-document-holds-no-secrets aws-ssm-document-is-not-public aws-ssm-node-has-its-patches" -- "${cur}"))
                    return 0
                    ;;
                --region)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                -r)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__frameworks)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help list show help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__frameworks__subcmd__help)
            opts="list show help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__frameworks__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__frameworks__subcmd__help__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__frameworks__subcmd__help__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__frameworks__subcmd__list)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__frameworks__subcmd__show)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help aws-fsbp cis-aws-3.0 cis-aws-5.0 cis-aws-6.0 cis-aws-7.0 hipaa iso-27001-2022 nist-800-53-r5 pci-dss-4.0 soc2"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help)
            opts="checks profiles frameworks plan templates history show status diff report assets findings suppress query cancel resume rerun run merge policy preflight accounts schedule config completions man help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__accounts)
            opts="add list show test remove"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__accounts__subcmd__add)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__accounts__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__accounts__subcmd__remove)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__accounts__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__accounts__subcmd__test)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__assets)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__cancel)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks)
            opts="list show lint test new coverage docs schema"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks__subcmd__coverage)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks__subcmd__docs)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks__subcmd__lint)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks__subcmd__new)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks__subcmd__schema)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__checks__subcmd__test)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__completions)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__config)
            opts="show path"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__config__subcmd__path)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__config__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__diff)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__findings)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__frameworks)
            opts="list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__frameworks__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__frameworks__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__history)
            opts="prune"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__history__subcmd__prune)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__man)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__merge)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__plan)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__policy)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__preflight)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__profiles)
            opts="list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__profiles__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__profiles__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__query)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__report)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__rerun)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__resume)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__run)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__schedule)
            opts="print"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__schedule__subcmd__print)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__status)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__suppress)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__templates)
            opts="list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__templates__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__help__subcmd__templates__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__history)
            opts="-h --limit --account --json --checks-dir --profiles-dir --state-dir --color --help prune help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --limit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --account)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__history__subcmd__help)
            opts="prune help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__history__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__history__subcmd__help__subcmd__prune)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__history__subcmd__prune)
            opts="-h --keep --older-than --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --keep)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --older-than)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__man)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__merge)
            opts="-o -q -v -h --plan --max-age --aws-profile --endpoint-url --wait --format --output --output-dir --only --json --sarif --jsonl --fail-on --baseline --allow-partial --progress --quiet --verbose --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --plan)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --max-age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --aws-profile)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --endpoint-url)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table jsonl html json sarif junit markdown github-annotations csv csv-assets ocsf asff ocsf-parquet" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --output-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "all findings" -- "${cur}"))
                    return 0
                    ;;
                --json)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sarif)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --jsonl)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "none critical high medium low informational new:critical new:high new:medium new:low new:informational" -- "${cur}"))
                    return 0
                    ;;
                --baseline)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --progress)
                    COMPREPLY=($(compgen -W "auto bars lines none" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__plan)
            opts="-p -r -h --set --only-in-use --suppressions --type --max-evidence-age --provider --mock-speed --account --all-accounts --aws-profile --role-arn --external-id --session-name --session-duration --mfa-serial --endpoint-url --scope --target --targets-file --org-role --account-concurrency --name --concurrency --api-share --preflight --job-deadline --wait --if-older-than --no-store --shard --shards --results-url --save --json --template --profile --framework --check --region --mock --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --set)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --suppressions)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --type)
                    COMPREPLY=($(compgen -W "quick standard full incremental" -- "${cur}"))
                    return 0
                    ;;
                --max-evidence-age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --provider)
                    COMPREPLY=($(compgen -W "aws mock" -- "${cur}"))
                    return 0
                    ;;
                --mock-speed)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --account)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --aws-profile)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --role-arn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --external-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --session-name)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --session-duration)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --mfa-serial)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --endpoint-url)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --scope)
                    COMPREPLY=($(compgen -W "account ou org custom" -- "${cur}"))
                    return 0
                    ;;
                --target)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --targets-file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --org-role)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --account-concurrency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --name)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --concurrency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --api-share)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --job-deadline)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --if-older-than)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --shard)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --shards)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --results-url)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --template)
                    COMPREPLY=($(compgen -W "audit-cis ci demo first-look nightly" -- "${cur}"))
                    return 0
                    ;;
                --profile)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                -p)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                --framework)
                    COMPREPLY=($(compgen -W "aws-fsbp cis-aws-3.0 cis-aws-5.0 cis-aws-6.0 cis-aws-7.0 hipaa iso-27001-2022 nist-800-53-r5 pci-dss-4.0 soc2" -- "${cur}"))
                    return 0
                    ;;
                --check)
                    COMPREPLY=($(compgen -W "aws-accessanalyzer-analyzer-has-no-active-findings aws-accessanalyzer-region-has-active-analyzer aws-account-contact-details-are-registered aws-account-contacts-differ aws-account-security-contact-is-registered aws-acm-certificate-has-strong-key aws-acm-certificate-is-logged-publicly aws-acm-certificate-is-not-about-to-expire aws-apigateway-http-stage-logs-requests aws-apigateway-stage-logs-executions aws-autoscaling-group-heeds-load-balancer-health aws-autoscaling-group-launches-with-imdsv2 aws-autoscaling-group-launches-without-public-ip aws-autoscaling-group-mixes-instance-types aws-autoscaling-group-rebalances-capacity aws-autoscaling-group-spans-zones aws-autoscaling-group-uses-launch-template aws-autoscaling-launch-configuration-holds-no-secrets aws-cloudfront-distribution-logs-requests aws-cloudtrail-bedrock-calls-are-recorded aws-cloudtrail-bucket-reads-are-recorded aws-cloudtrail-bucket-writes-are-recorded aws-cloudtrail-multi-region-trail-is-logging aws-cloudtrail-trail-bucket-is-not-public aws-cloudtrail-trail-bucket-logs-access aws-cloudtrail-trail-bucket-requires-mfa-delete aws-cloudtrail-trail-delivers-to-cloudwatch-logs aws-cloudtrail-trail-is-encrypted-with-kms-key aws-cloudtrail-trail-looks-for-unusual-activity aws-cloudtrail-trail-validates-log-files aws-cloudwatch-alarm-actions-are-enabled aws-cloudwatch-alarm-has-actions aws-cloudwatch-bucket-policy-changes-raise-alarm aws-cloudwatch-cloudtrail-changes-raise-alarm aws-cloudwatch-config-changes-raise-alarm aws-cloudwatch-console-login-without-mfa-raises-alarm aws-cloudwatch-failed-console-logins-raise-alarm aws-cloudwatch-iam-policy-changes-raise-alarm aws-cloudwatch-kms-key-removal-raises-alarm aws-cloudwatch-log-group-is-encrypted-with-kms-key aws-cloudwatch-log-group-is-not-public aws-cloudwatch-log-group-keeps-events-long-enough aws-cloudwatch-network-acl-changes-raise-alarm aws-cloudwatch-network-gateway-changes-raise-alarm aws-cloudwatch-organization-changes-raise-alarm aws-cloudwatch-root-usage-raises-alarm aws-cloudwatch-route-table-changes-raise-alarm aws-cloudwatch-security-group-changes-raise-alarm aws-cloudwatch-unauthorized-calls-raise-alarm aws-cloudwatch-vpc-changes-raise-alarm aws-config-organization-is-aggregated aws-config-recorder-is-running aws-config-recorder-uses-service-linked-role aws-dynamodb-accelerator-is-encrypted-at-rest aws-dynamodb-accelerator-is-encrypted-in-transit aws-dynamodb-accelerator-spans-availability-zones aws-dynamodb-table-has-point-in-time-recovery aws-dynamodb-table-is-closed-to-other-accounts aws-dynamodb-table-is-encrypted-with-kms aws-dynamodb-table-is-in-backup-plan aws-dynamodb-table-is-protected-against-deletion aws-dynamodb-table-scales-with-load aws-ec2-address-is-in-use aws-ec2-client-vpn-endpoint-logs-connections aws-ec2-default-security-group-has-no-rules aws-ec2-ebs-is-encrypted-by-default aws-ec2-enclave-host-has-no-public-ip aws-ec2-enclave-host-hides-vsock-proxy aws-ec2-enclave-host-is-closed-to-world aws-ec2-enclave-host-is-running aws-ec2-enclave-host-requires-imdsv2 aws-ec2-image-is-private aws-ec2-instance-closes-cassandra-to-world aws-ec2-instance-closes-cifs-to-world aws-ec2-instance-closes-elasticsearch-to-world aws-ec2-instance-closes-ftp-to-world aws-ec2-instance-closes-kafka-to-world aws-ec2-instance-closes-kerberos-to-world aws-ec2-instance-closes-ldap-to-world aws-ec2-instance-closes-memcached-to-world aws-ec2-instance-closes-mongodb-to-world aws-ec2-instance-closes-mysql-to-world aws-ec2-instance-closes-oracle-to-world aws-ec2-instance-closes-postgresql-to-world aws-ec2-instance-closes-rdp-to-world aws-ec2-instance-closes-redis-to-world aws-ec2-instance-closes-sqlserver-to-world aws-ec2-instance-closes-ssh-to-world aws-ec2-instance-closes-telnet-to-world aws-ec2-instance-facing-internet-has-no-role aws-ec2-instance-has-detailed-monitoring aws-ec2-instance-has-instance-profile aws-ec2-instance-has-no-public-ip aws-ec2-instance-has-one-network-interface aws-ec2-instance-image-is-not-deprecated aws-ec2-instance-is-managed-by-systems-manager aws-ec2-instance-is-not-paravirtual aws-ec2-instance-requires-imdsv2 aws-ec2-instance-user-data-holds-no-secrets aws-ec2-instances-require-imdsv2-by-default aws-ec2-launch-template-assigns-no-public-ip aws-ec2-launch-template-holds-no-secrets aws-ec2-launch-template-requires-imdsv2 aws-ec2-network-acl-closes-every-port-to-world aws-ec2-network-acl-closes-rdp-to-world aws-ec2-network-acl-closes-ssh-to-world aws-ec2-network-acl-is-in-use aws-ec2-public-amis-are-blocked aws-ec2-public-snapshots-are-blocked aws-ec2-running-instance-is-not-old aws-ec2-security-group-closes-cassandra-to-world aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world aws-ec2-security-group-closes-every-port-to-world aws-ec2-security-group-closes-ftp-to-world aws-ec2-security-group-closes-high-risk-ports-to-world aws-ec2-security-group-closes-kafka-to-world aws-ec2-security-group-closes-memcached-to-world aws-ec2-security-group-closes-mongodb-to-world aws-ec2-security-group-closes-mysql-to-world aws-ec2-security-group-closes-oracle-to-world aws-ec2-security-group-closes-postgresql-to-world aws-ec2-security-group-closes-rdp-to-world aws-ec2-security-group-closes-redis-to-world aws-ec2-security-group-closes-sql-server-to-world aws-ec2-security-group-closes-ssh-to-world aws-ec2-security-group-closes-telnet-to-world aws-ec2-security-group-has-few-rules aws-ec2-security-group-is-in-use aws-ec2-security-group-is-made-on-purpose aws-ec2-security-group-keeps-public-addresses-out aws-ec2-security-group-keeps-world-out aws-ec2-security-group-names-no-wide-public-range aws-ec2-snapshot-is-encrypted aws-ec2-snapshot-is-private aws-ec2-stopped-instance-is-removed aws-ec2-subnet-gives-no-public-ip aws-ec2-transit-gateway-asks-before-attaching aws-ec2-volume-has-snapshot aws-ec2-volume-is-encrypted aws-ec2-volume-is-in-backup-plan aws-ec2-vpc-endpoint-service-trusts-known-accounts aws-ec2-vpc-endpoint-spans-zones aws-ec2-vpc-endpoint-trusts-known-accounts aws-ec2-vpc-has-endpoint-for-ec2 aws-ec2-vpc-has-flow-logs aws-ec2-vpc-peering-routes-are-narrow aws-ec2-vpc-separates-public-subnets aws-ec2-vpc-subnets-span-zones aws-ec2-vpcs-span-regions aws-ec2-vpn-tunnels-are-up aws-ecr-registry-scans-every-repository aws-ecr-repository-has-lifecycle-policy aws-ecr-repository-is-not-public aws-ecr-repository-latest-image-is-scanned-and-sound aws-ecr-repository-scans-on-push aws-ecr-repository-tags-are-immutable aws-efs-access-points-enforce-a-root-directory aws-efs-access-points-enforce-a-user aws-efs-file-system-is-backed-up aws-efs-file-system-is-encrypted aws-efs-file-system-is-not-open-to-every-client aws-efs-file-system-spans-zones aws-efs-mount-targets-are-in-private-subnets aws-eks-cluster-endpoint-is-closed-to-world aws-eks-cluster-has-its-security-group aws-eks-cluster-has-private-endpoint aws-eks-cluster-is-protected-from-deletion aws-eks-cluster-logs-its-control-plane aws-eks-cluster-runs-supported-version aws-eks-cluster-secrets-are-encrypted aws-elb-load-balancer-drains-connections aws-elb-load-balancer-encrypts-all-listeners aws-elb-load-balancer-is-internal aws-elb-load-balancer-logs-requests aws-elb-load-balancer-rejects-ambiguous-requests aws-elb-load-balancer-serves-all-zones-evenly aws-elb-load-balancer-spans-zones aws-elb-load-balancer-uses-acm-certificates aws-elb-load-balancer-uses-strong-tls aws-elbv2-load-balancer-drops-invalid-headers aws-elbv2-load-balancer-encrypts-all-listeners aws-elbv2-load-balancer-has-listeners aws-elbv2-load-balancer-is-behind-waf aws-elbv2-load-balancer-is-closed-to-world aws-elbv2-load-balancer-is-protected-from-deletion aws-elbv2-load-balancer-logs-requests aws-elbv2-load-balancer-negotiates-quantum-safe-keys aws-elbv2-load-balancer-rejects-ambiguous-requests aws-elbv2-load-balancer-serves-all-zones-evenly aws-elbv2-load-balancer-spans-zones aws-elbv2-load-balancer-uses-strong-tls aws-elbv2-network-load-balancer-terminates-tls aws-events-bus-is-not-public aws-events-bus-takes-no-events-of-other-accounts aws-events-endpoint-replicates-events aws-glacier-vault-is-not-public aws-guardduty-administrator-takes-in-every-account aws-guardduty-detector-is-centrally-managed aws-guardduty-detector-is-enabled aws-guardduty-ec2-malware-is-looked-for aws-guardduty-eks-audit-logs-are-watched aws-guardduty-eks-runtime-is-watched aws-guardduty-lambda-traffic-is-watched aws-guardduty-no-high-severity-findings aws-guardduty-rds-logins-are-watched aws-guardduty-s3-data-is-watched aws-iam-access-keys-are-rotated aws-iam-access-keys-are-used aws-iam-administrators-have-mfa aws-iam-attached-policy-grants-no-full-access aws-iam-audit-role-exists aws-iam-aws-policy-grants-no-full-access aws-iam-cloudwatch-is-not-shared-with-other-accounts aws-iam-console-password-is-used aws-iam-console-user-has-mfa aws-iam-console-user-has-no-idle-access-key aws-iam-credentials-have-been-used aws-iam-group-is-no-administrator aws-iam-inline-policy-allows-no-marketplace-subscriptions aws-iam-inline-policy-allows-no-privilege-escalation aws-iam-inline-policy-grants-no-full-access aws-iam-inline-policy-grants-no-full-cloudtrail-access aws-iam-inline-policy-grants-no-full-kms-access aws-iam-nobody-has-full-cloudshell-access aws-iam-password-policy-expires-passwords aws-iam-password-policy-forbids-reuse aws-iam-password-policy-wants-long-passwords aws-iam-password-policy-wants-lowercase-letter aws-iam-password-policy-wants-number aws-iam-password-policy-wants-symbol aws-iam-password-policy-wants-uppercase-letter aws-iam-policy-allows-no-marketplace-subscriptions aws-iam-policy-allows-no-privilege-escalation aws-iam-policy-grants-no-full-cloudtrail-access aws-iam-policy-grants-no-full-kms-access aws-iam-policy-names-roles-to-assume aws-iam-read-only-role-trusts-own-account aws-iam-role-is-no-administrator aws-iam-role-uses-its-bedrock-access aws-iam-root-credentials-are-managed-centrally aws-iam-root-has-hardware-mfa aws-iam-root-has-mfa aws-iam-root-has-no-access-keys aws-iam-root-is-not-used aws-iam-saml-provider-exists aws-iam-server-certificate-is-not-expired aws-iam-service-role-confines-its-callers aws-iam-support-role-exists aws-iam-unattached-policy-grants-no-full-access aws-iam-user-has-hardware-mfa aws-iam-user-has-one-active-access-key aws-iam-user-holds-no-policies aws-iam-user-is-no-administrator aws-iam-user-reaches-services-without-access-keys aws-iam-user-uses-its-bedrock-access aws-iam-user-uses-its-sagemaker-access aws-kms-key-binds-attestation-to-deployment aws-kms-key-enforces-attestation aws-kms-key-has-no-way-around-attestation aws-kms-key-is-not-about-to-be-deleted aws-kms-key-is-not-public aws-kms-key-is-rotated aws-kms-key-is-used aws-kms-key-stays-in-one-region aws-lambda-environment-holds-no-secrets aws-lambda-environment-is-encrypted-with-own-key aws-lambda-function-has-dead-letter-queue aws-lambda-function-invocations-are-recorded aws-lambda-function-is-in-vpc aws-lambda-function-is-not-public aws-lambda-function-runtime-is-supported aws-lambda-function-spans-availability-zones aws-lambda-function-url-requires-authentication aws-lambda-function-url-restricts-origins aws-lambda-function-uses-own-layers aws-macie-region-looks-for-sensitive-data aws-macie-region-samples-buckets-by-itself aws-organizations-account-is-in-organization aws-organizations-ai-services-are-opted-out aws-organizations-delegated-administrators-are-trusted aws-organizations-regions-are-restricted aws-organizations-tag-policies-are-attached aws-rds-cluster-accepts-iam-sign-in aws-rds-cluster-administrator-is-renamed aws-rds-cluster-avoids-default-port aws-rds-cluster-can-be-wound-back aws-rds-cluster-copies-tags-to-snapshots aws-rds-cluster-demands-encrypted-connections aws-rds-cluster-events-reach-someone aws-rds-cluster-is-encrypted aws-rds-cluster-is-in-backup-plan aws-rds-cluster-is-protected-from-deletion aws-rds-cluster-sends-logs-to-cloudwatch aws-rds-cluster-spans-zones aws-rds-cluster-takes-minor-versions aws-rds-instance-accepts-iam-sign-in aws-rds-instance-administrator-is-renamed aws-rds-instance-avoids-default-port aws-rds-instance-certificate-is-valid-for-long aws-rds-instance-copies-tags-to-snapshots aws-rds-instance-demands-encrypted-connections aws-rds-instance-events-reach-someone aws-rds-instance-is-encrypted aws-rds-instance-is-in-backup-plan aws-rds-instance-is-in-vpc aws-rds-instance-is-not-public aws-rds-instance-is-protected-from-deletion aws-rds-instance-keeps-backups aws-rds-instance-needs-no-extended-support aws-rds-instance-reports-on-its-system aws-rds-instance-runs-offered-version aws-rds-instance-sends-logs-to-cloudwatch aws-rds-instance-spans-zones aws-rds-instance-takes-minor-versions aws-rds-parameter-group-events-reach-someone aws-rds-security-group-events-reach-someone aws-rds-snapshot-is-encrypted aws-rds-snapshot-is-not-public aws-s3-access-point-blocks-public-access aws-s3-account-ignores-public-grants aws-s3-account-refuses-public-grants aws-s3-bucket-announces-events aws-s3-bucket-blocks-public-access aws-s3-bucket-denies-plaintext-transport aws-s3-bucket-disables-access-control-lists aws-s3-bucket-has-lifecycle-rules aws-s3-bucket-has-object-lock aws-s3-bucket-is-encrypted-by-default aws-s3-bucket-is-encrypted-with-kms aws-s3-bucket-is-not-public aws-s3-bucket-is-not-shared-with-other-accounts aws-s3-bucket-keeps-versions aws-s3-bucket-list-lets-no-stranger-read aws-s3-bucket-list-lets-no-stranger-write aws-s3-bucket-logs-access aws-s3-bucket-policy-lets-no-stranger-write aws-s3-bucket-replicates-to-another-region aws-s3-bucket-requires-mfa-to-delete-versions aws-s3-multi-region-access-point-blocks-public-access aws-s3-predictable-bucket-name-is-own aws-secretsmanager-secret-is-in-use aws-secretsmanager-secret-is-not-public aws-secretsmanager-secret-policy-denies-all-but-named aws-secretsmanager-secret-rotates-automatically aws-secretsmanager-secret-was-rotated-recently aws-securityhub-administrator-takes-in-every-account aws-securityhub-hub-is-enabled aws-sns-subscription-uses-no-plain-http aws-sns-topic-is-encrypted-with-kms aws-sns-topic-is-not-public aws-sqs-queue-is-encrypted aws-sqs-queue-is-not-public aws-ssm-document-holds-no-secrets aws-ssm-document-is-not-public aws-ssm-node-has-its-patches" -- "${cur}"))
                    return 0
                    ;;
                --region)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                -r)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                --mock)
                    COMPREPLY=($(compgen -W "clean demo denied partial" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__policy)
            opts="-p -h --set --only-in-use --type --with-preflight --format --diff --template --profile --framework --check --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --set)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --type)
                    COMPREPLY=($(compgen -W "quick standard full incremental" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "json terraform cloudformation table actions" -- "${cur}"))
                    return 0
                    ;;
                --diff)
                    COMPREPLY=($(compgen -W "SecurityAudit ViewOnlyAccess ReadOnlyAccess" -- "${cur}"))
                    return 0
                    ;;
                --template)
                    COMPREPLY=($(compgen -W "audit-cis ci demo first-look nightly" -- "${cur}"))
                    return 0
                    ;;
                --profile)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                -p)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                --framework)
                    COMPREPLY=($(compgen -W "aws-fsbp cis-aws-3.0 cis-aws-5.0 cis-aws-6.0 cis-aws-7.0 hipaa iso-27001-2022 nist-800-53-r5 pci-dss-4.0 soc2" -- "${cur}"))
                    return 0
                    ;;
                --check)
                    COMPREPLY=($(compgen -W "aws-accessanalyzer-analyzer-has-no-active-findings aws-accessanalyzer-region-has-active-analyzer aws-account-contact-details-are-registered aws-account-contacts-differ aws-account-security-contact-is-registered aws-acm-certificate-has-strong-key aws-acm-certificate-is-logged-publicly aws-acm-certificate-is-not-about-to-expire aws-apigateway-http-stage-logs-requests aws-apigateway-stage-logs-executions aws-autoscaling-group-heeds-load-balancer-health aws-autoscaling-group-launches-with-imdsv2 aws-autoscaling-group-launches-without-public-ip aws-autoscaling-group-mixes-instance-types aws-autoscaling-group-rebalances-capacity aws-autoscaling-group-spans-zones aws-autoscaling-group-uses-launch-template aws-autoscaling-launch-configuration-holds-no-secrets aws-cloudfront-distribution-logs-requests aws-cloudtrail-bedrock-calls-are-recorded aws-cloudtrail-bucket-reads-are-recorded aws-cloudtrail-bucket-writes-are-recorded aws-cloudtrail-multi-region-trail-is-logging aws-cloudtrail-trail-bucket-is-not-public aws-cloudtrail-trail-bucket-logs-access aws-cloudtrail-trail-bucket-requires-mfa-delete aws-cloudtrail-trail-delivers-to-cloudwatch-logs aws-cloudtrail-trail-is-encrypted-with-kms-key aws-cloudtrail-trail-looks-for-unusual-activity aws-cloudtrail-trail-validates-log-files aws-cloudwatch-alarm-actions-are-enabled aws-cloudwatch-alarm-has-actions aws-cloudwatch-bucket-policy-changes-raise-alarm aws-cloudwatch-cloudtrail-changes-raise-alarm aws-cloudwatch-config-changes-raise-alarm aws-cloudwatch-console-login-without-mfa-raises-alarm aws-cloudwatch-failed-console-logins-raise-alarm aws-cloudwatch-iam-policy-changes-raise-alarm aws-cloudwatch-kms-key-removal-raises-alarm aws-cloudwatch-log-group-is-encrypted-with-kms-key aws-cloudwatch-log-group-is-not-public aws-cloudwatch-log-group-keeps-events-long-enough aws-cloudwatch-network-acl-changes-raise-alarm aws-cloudwatch-network-gateway-changes-raise-alarm aws-cloudwatch-organization-changes-raise-alarm aws-cloudwatch-root-usage-raises-alarm aws-cloudwatch-route-table-changes-raise-alarm aws-cloudwatch-security-group-changes-raise-alarm aws-cloudwatch-unauthorized-calls-raise-alarm aws-cloudwatch-vpc-changes-raise-alarm aws-config-organization-is-aggregated aws-config-recorder-is-running aws-config-recorder-uses-service-linked-role aws-dynamodb-accelerator-is-encrypted-at-rest aws-dynamodb-accelerator-is-encrypted-in-transit aws-dynamodb-accelerator-spans-availability-zones aws-dynamodb-table-has-point-in-time-recovery aws-dynamodb-table-is-closed-to-other-accounts aws-dynamodb-table-is-encrypted-with-kms aws-dynamodb-table-is-in-backup-plan aws-dynamodb-table-is-protected-against-deletion aws-dynamodb-table-scales-with-load aws-ec2-address-is-in-use aws-ec2-client-vpn-endpoint-logs-connections aws-ec2-default-security-group-has-no-rules aws-ec2-ebs-is-encrypted-by-default aws-ec2-enclave-host-has-no-public-ip aws-ec2-enclave-host-hides-vsock-proxy aws-ec2-enclave-host-is-closed-to-world aws-ec2-enclave-host-is-running aws-ec2-enclave-host-requires-imdsv2 aws-ec2-image-is-private aws-ec2-instance-closes-cassandra-to-world aws-ec2-instance-closes-cifs-to-world aws-ec2-instance-closes-elasticsearch-to-world aws-ec2-instance-closes-ftp-to-world aws-ec2-instance-closes-kafka-to-world aws-ec2-instance-closes-kerberos-to-world aws-ec2-instance-closes-ldap-to-world aws-ec2-instance-closes-memcached-to-world aws-ec2-instance-closes-mongodb-to-world aws-ec2-instance-closes-mysql-to-world aws-ec2-instance-closes-oracle-to-world aws-ec2-instance-closes-postgresql-to-world aws-ec2-instance-closes-rdp-to-world aws-ec2-instance-closes-redis-to-world aws-ec2-instance-closes-sqlserver-to-world aws-ec2-instance-closes-ssh-to-world aws-ec2-instance-closes-telnet-to-world aws-ec2-instance-facing-internet-has-no-role aws-ec2-instance-has-detailed-monitoring aws-ec2-instance-has-instance-profile aws-ec2-instance-has-no-public-ip aws-ec2-instance-has-one-network-interface aws-ec2-instance-image-is-not-deprecated aws-ec2-instance-is-managed-by-systems-manager aws-ec2-instance-is-not-paravirtual aws-ec2-instance-requires-imdsv2 aws-ec2-instance-user-data-holds-no-secrets aws-ec2-instances-require-imdsv2-by-default aws-ec2-launch-template-assigns-no-public-ip aws-ec2-launch-template-holds-no-secrets aws-ec2-launch-template-requires-imdsv2 aws-ec2-network-acl-closes-every-port-to-world aws-ec2-network-acl-closes-rdp-to-world aws-ec2-network-acl-closes-ssh-to-world aws-ec2-network-acl-is-in-use aws-ec2-public-amis-are-blocked aws-ec2-public-snapshots-are-blocked aws-ec2-running-instance-is-not-old aws-ec2-security-group-closes-cassandra-to-world aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world aws-ec2-security-group-closes-every-port-to-world aws-ec2-security-group-closes-ftp-to-world aws-ec2-security-group-closes-high-risk-ports-to-world aws-ec2-security-group-closes-kafka-to-world aws-ec2-security-group-closes-memcached-to-world aws-ec2-security-group-closes-mongodb-to-world aws-ec2-security-group-closes-mysql-to-world aws-ec2-security-group-closes-oracle-to-world aws-ec2-security-group-closes-postgresql-to-world aws-ec2-security-group-closes-rdp-to-world aws-ec2-security-group-closes-redis-to-world aws-ec2-security-group-closes-sql-server-to-world aws-ec2-security-group-closes-ssh-to-world aws-ec2-security-group-closes-telnet-to-world aws-ec2-security-group-has-few-rules aws-ec2-security-group-is-in-use aws-ec2-security-group-is-made-on-purpose aws-ec2-security-group-keeps-public-addresses-out aws-ec2-security-group-keeps-world-out aws-ec2-security-group-names-no-wide-public-range aws-ec2-snapshot-is-encrypted aws-ec2-snapshot-is-private aws-ec2-stopped-instance-is-removed aws-ec2-subnet-gives-no-public-ip aws-ec2-transit-gateway-asks-before-attaching aws-ec2-volume-has-snapshot aws-ec2-volume-is-encrypted aws-ec2-volume-is-in-backup-plan aws-ec2-vpc-endpoint-service-trusts-known-accounts aws-ec2-vpc-endpoint-spans-zones aws-ec2-vpc-endpoint-trusts-known-accounts aws-ec2-vpc-has-endpoint-for-ec2 aws-ec2-vpc-has-flow-logs aws-ec2-vpc-peering-routes-are-narrow aws-ec2-vpc-separates-public-subnets aws-ec2-vpc-subnets-span-zones aws-ec2-vpcs-span-regions aws-ec2-vpn-tunnels-are-up aws-ecr-registry-scans-every-repository aws-ecr-repository-has-lifecycle-policy aws-ecr-repository-is-not-public aws-ecr-repository-latest-image-is-scanned-and-sound aws-ecr-repository-scans-on-push aws-ecr-repository-tags-are-immutable aws-efs-access-points-enforce-a-root-directory aws-efs-access-points-enforce-a-user aws-efs-file-system-is-backed-up aws-efs-file-system-is-encrypted aws-efs-file-system-is-not-open-to-every-client aws-efs-file-system-spans-zones aws-efs-mount-targets-are-in-private-subnets aws-eks-cluster-endpoint-is-closed-to-world aws-eks-cluster-has-its-security-group aws-eks-cluster-has-private-endpoint aws-eks-cluster-is-protected-from-deletion aws-eks-cluster-logs-its-control-plane aws-eks-cluster-runs-supported-version aws-eks-cluster-secrets-are-encrypted aws-elb-load-balancer-drains-connections aws-elb-load-balancer-encrypts-all-listeners aws-elb-load-balancer-is-internal aws-elb-load-balancer-logs-requests aws-elb-load-balancer-rejects-ambiguous-requests aws-elb-load-balancer-serves-all-zones-evenly aws-elb-load-balancer-spans-zones aws-elb-load-balancer-uses-acm-certificates aws-elb-load-balancer-uses-strong-tls aws-elbv2-load-balancer-drops-invalid-headers aws-elbv2-load-balancer-encrypts-all-listeners aws-elbv2-load-balancer-has-listeners aws-elbv2-load-balancer-is-behind-waf aws-elbv2-load-balancer-is-closed-to-world aws-elbv2-load-balancer-is-protected-from-deletion aws-elbv2-load-balancer-logs-requests aws-elbv2-load-balancer-negotiates-quantum-safe-keys aws-elbv2-load-balancer-rejects-ambiguous-requests aws-elbv2-load-balancer-serves-all-zones-evenly aws-elbv2-load-balancer-spans-zones aws-elbv2-load-balancer-uses-strong-tls aws-elbv2-network-load-balancer-terminates-tls aws-events-bus-is-not-public aws-events-bus-takes-no-events-of-other-accounts aws-events-endpoint-replicates-events aws-glacier-vault-is-not-public aws-guardduty-administrator-takes-in-every-account aws-guardduty-detector-is-centrally-managed aws-guardduty-detector-is-enabled aws-guardduty-ec2-malware-is-looked-for aws-guardduty-eks-audit-logs-are-watched aws-guardduty-eks-runtime-is-watched aws-guardduty-lambda-traffic-is-watched aws-guardduty-no-high-severity-findings aws-guardduty-rds-logins-are-watched aws-guardduty-s3-data-is-watched aws-iam-access-keys-are-rotated aws-iam-access-keys-are-used aws-iam-administrators-have-mfa aws-iam-attached-policy-grants-no-full-access aws-iam-audit-role-exists aws-iam-aws-policy-grants-no-full-access aws-iam-cloudwatch-is-not-shared-with-other-accounts aws-iam-console-password-is-used aws-iam-console-user-has-mfa aws-iam-console-user-has-no-idle-access-key aws-iam-credentials-have-been-used aws-iam-group-is-no-administrator aws-iam-inline-policy-allows-no-marketplace-subscriptions aws-iam-inline-policy-allows-no-privilege-escalation aws-iam-inline-policy-grants-no-full-access aws-iam-inline-policy-grants-no-full-cloudtrail-access aws-iam-inline-policy-grants-no-full-kms-access aws-iam-nobody-has-full-cloudshell-access aws-iam-password-policy-expires-passwords aws-iam-password-policy-forbids-reuse aws-iam-password-policy-wants-long-passwords aws-iam-password-policy-wants-lowercase-letter aws-iam-password-policy-wants-number aws-iam-password-policy-wants-symbol aws-iam-password-policy-wants-uppercase-letter aws-iam-policy-allows-no-marketplace-subscriptions aws-iam-policy-allows-no-privilege-escalation aws-iam-policy-grants-no-full-cloudtrail-access aws-iam-policy-grants-no-full-kms-access aws-iam-policy-names-roles-to-assume aws-iam-read-only-role-trusts-own-account aws-iam-role-is-no-administrator aws-iam-role-uses-its-bedrock-access aws-iam-root-credentials-are-managed-centrally aws-iam-root-has-hardware-mfa aws-iam-root-has-mfa aws-iam-root-has-no-access-keys aws-iam-root-is-not-used aws-iam-saml-provider-exists aws-iam-server-certificate-is-not-expired aws-iam-service-role-confines-its-callers aws-iam-support-role-exists aws-iam-unattached-policy-grants-no-full-access aws-iam-user-has-hardware-mfa aws-iam-user-has-one-active-access-key aws-iam-user-holds-no-policies aws-iam-user-is-no-administrator aws-iam-user-reaches-services-without-access-keys aws-iam-user-uses-its-bedrock-access aws-iam-user-uses-its-sagemaker-access aws-kms-key-binds-attestation-to-deployment aws-kms-key-enforces-attestation aws-kms-key-has-no-way-around-attestation aws-kms-key-is-not-about-to-be-deleted aws-kms-key-is-not-public aws-kms-key-is-rotated aws-kms-key-is-used aws-kms-key-stays-in-one-region aws-lambda-environment-holds-no-secrets aws-lambda-environment-is-encrypted-with-own-key aws-lambda-function-has-dead-letter-queue aws-lambda-function-invocations-are-recorded aws-lambda-function-is-in-vpc aws-lambda-function-is-not-public aws-lambda-function-runtime-is-supported aws-lambda-function-spans-availability-zones aws-lambda-function-url-requires-authentication aws-lambda-function-url-restricts-origins aws-lambda-function-uses-own-layers aws-macie-region-looks-for-sensitive-data aws-macie-region-samples-buckets-by-itself aws-organizations-account-is-in-organization aws-organizations-ai-services-are-opted-out aws-organizations-delegated-administrators-are-trusted aws-organizations-regions-are-restricted aws-organizations-tag-policies-are-attached aws-rds-cluster-accepts-iam-sign-in aws-rds-cluster-administrator-is-renamed aws-rds-cluster-avoids-default-port aws-rds-cluster-can-be-wound-back aws-rds-cluster-copies-tags-to-snapshots aws-rds-cluster-demands-encrypted-connections aws-rds-cluster-events-reach-someone aws-rds-cluster-is-encrypted aws-rds-cluster-is-in-backup-plan aws-rds-cluster-is-protected-from-deletion aws-rds-cluster-sends-logs-to-cloudwatch aws-rds-cluster-spans-zones aws-rds-cluster-takes-minor-versions aws-rds-instance-accepts-iam-sign-in aws-rds-instance-administrator-is-renamed aws-rds-instance-avoids-default-port aws-rds-instance-certificate-is-valid-for-long aws-rds-instance-copies-tags-to-snapshots aws-rds-instance-demands-encrypted-connections aws-rds-instance-events-reach-someone aws-rds-instance-is-encrypted aws-rds-instance-is-in-backup-plan aws-rds-instance-is-in-vpc aws-rds-instance-is-not-public aws-rds-instance-is-protected-from-deletion aws-rds-instance-keeps-backups aws-rds-instance-needs-no-extended-support aws-rds-instance-reports-on-its-system aws-rds-instance-runs-offered-version aws-rds-instance-sends-logs-to-cloudwatch aws-rds-instance-spans-zones aws-rds-instance-takes-minor-versions aws-rds-parameter-group-events-reach-someone aws-rds-security-group-events-reach-someone aws-rds-snapshot-is-encrypted aws-rds-snapshot-is-not-public aws-s3-access-point-blocks-public-access aws-s3-account-ignores-public-grants aws-s3-account-refuses-public-grants aws-s3-bucket-announces-events aws-s3-bucket-blocks-public-access aws-s3-bucket-denies-plaintext-transport aws-s3-bucket-disables-access-control-lists aws-s3-bucket-has-lifecycle-rules aws-s3-bucket-has-object-lock aws-s3-bucket-is-encrypted-by-default aws-s3-bucket-is-encrypted-with-kms aws-s3-bucket-is-not-public aws-s3-bucket-is-not-shared-with-other-accounts aws-s3-bucket-keeps-versions aws-s3-bucket-list-lets-no-stranger-read aws-s3-bucket-list-lets-no-stranger-write aws-s3-bucket-logs-access aws-s3-bucket-policy-lets-no-stranger-write aws-s3-bucket-replicates-to-another-region aws-s3-bucket-requires-mfa-to-delete-versions aws-s3-multi-region-access-point-blocks-public-access aws-s3-predictable-bucket-name-is-own aws-secretsmanager-secret-is-in-use aws-secretsmanager-secret-is-not-public aws-secretsmanager-secret-policy-denies-all-but-named aws-secretsmanager-secret-rotates-automatically aws-secretsmanager-secret-was-rotated-recently aws-securityhub-administrator-takes-in-every-account aws-securityhub-hub-is-enabled aws-sns-subscription-uses-no-plain-http aws-sns-topic-is-encrypted-with-kms aws-sns-topic-is-not-public aws-sqs-queue-is-encrypted aws-sqs-queue-is-not-public aws-ssm-document-holds-no-secrets aws-ssm-document-is-not-public aws-ssm-node-has-its-patches" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__preflight)
            opts="-p -r -h --set --only-in-use --type --provider --mock-speed --account --all-accounts --aws-profile --role-arn --external-id --session-name --session-duration --mfa-serial --endpoint-url --api-share --json --report --template --profile --framework --check --region --mock --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --set)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --type)
                    COMPREPLY=($(compgen -W "quick standard full incremental" -- "${cur}"))
                    return 0
                    ;;
                --provider)
                    COMPREPLY=($(compgen -W "aws mock" -- "${cur}"))
                    return 0
                    ;;
                --mock-speed)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --account)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --aws-profile)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --role-arn)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --external-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --session-name)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --session-duration)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --mfa-serial)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --endpoint-url)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --api-share)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --report)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --template)
                    COMPREPLY=($(compgen -W "audit-cis ci demo first-look nightly" -- "${cur}"))
                    return 0
                    ;;
                --profile)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                -p)
                    COMPREPLY=($(compgen -W "audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security" -- "${cur}"))
                    return 0
                    ;;
                --framework)
                    COMPREPLY=($(compgen -W "aws-fsbp cis-aws-3.0 cis-aws-5.0 cis-aws-6.0 cis-aws-7.0 hipaa iso-27001-2022 nist-800-53-r5 pci-dss-4.0 soc2" -- "${cur}"))
                    return 0
                    ;;
                --check)
                    COMPREPLY=($(compgen -W "aws-accessanalyzer-analyzer-has-no-active-findings aws-accessanalyzer-region-has-active-analyzer aws-account-contact-details-are-registered aws-account-contacts-differ aws-account-security-contact-is-registered aws-acm-certificate-has-strong-key aws-acm-certificate-is-logged-publicly aws-acm-certificate-is-not-about-to-expire aws-apigateway-http-stage-logs-requests aws-apigateway-stage-logs-executions aws-autoscaling-group-heeds-load-balancer-health aws-autoscaling-group-launches-with-imdsv2 aws-autoscaling-group-launches-without-public-ip aws-autoscaling-group-mixes-instance-types aws-autoscaling-group-rebalances-capacity aws-autoscaling-group-spans-zones aws-autoscaling-group-uses-launch-template aws-autoscaling-launch-configuration-holds-no-secrets aws-cloudfront-distribution-logs-requests aws-cloudtrail-bedrock-calls-are-recorded aws-cloudtrail-bucket-reads-are-recorded aws-cloudtrail-bucket-writes-are-recorded aws-cloudtrail-multi-region-trail-is-logging aws-cloudtrail-trail-bucket-is-not-public aws-cloudtrail-trail-bucket-logs-access aws-cloudtrail-trail-bucket-requires-mfa-delete aws-cloudtrail-trail-delivers-to-cloudwatch-logs aws-cloudtrail-trail-is-encrypted-with-kms-key aws-cloudtrail-trail-looks-for-unusual-activity aws-cloudtrail-trail-validates-log-files aws-cloudwatch-alarm-actions-are-enabled aws-cloudwatch-alarm-has-actions aws-cloudwatch-bucket-policy-changes-raise-alarm aws-cloudwatch-cloudtrail-changes-raise-alarm aws-cloudwatch-config-changes-raise-alarm aws-cloudwatch-console-login-without-mfa-raises-alarm aws-cloudwatch-failed-console-logins-raise-alarm aws-cloudwatch-iam-policy-changes-raise-alarm aws-cloudwatch-kms-key-removal-raises-alarm aws-cloudwatch-log-group-is-encrypted-with-kms-key aws-cloudwatch-log-group-is-not-public aws-cloudwatch-log-group-keeps-events-long-enough aws-cloudwatch-network-acl-changes-raise-alarm aws-cloudwatch-network-gateway-changes-raise-alarm aws-cloudwatch-organization-changes-raise-alarm aws-cloudwatch-root-usage-raises-alarm aws-cloudwatch-route-table-changes-raise-alarm aws-cloudwatch-security-group-changes-raise-alarm aws-cloudwatch-unauthorized-calls-raise-alarm aws-cloudwatch-vpc-changes-raise-alarm aws-config-organization-is-aggregated aws-config-recorder-is-running aws-config-recorder-uses-service-linked-role aws-dynamodb-accelerator-is-encrypted-at-rest aws-dynamodb-accelerator-is-encrypted-in-transit aws-dynamodb-accelerator-spans-availability-zones aws-dynamodb-table-has-point-in-time-recovery aws-dynamodb-table-is-closed-to-other-accounts aws-dynamodb-table-is-encrypted-with-kms aws-dynamodb-table-is-in-backup-plan aws-dynamodb-table-is-protected-against-deletion aws-dynamodb-table-scales-with-load aws-ec2-address-is-in-use aws-ec2-client-vpn-endpoint-logs-connections aws-ec2-default-security-group-has-no-rules aws-ec2-ebs-is-encrypted-by-default aws-ec2-enclave-host-has-no-public-ip aws-ec2-enclave-host-hides-vsock-proxy aws-ec2-enclave-host-is-closed-to-world aws-ec2-enclave-host-is-running aws-ec2-enclave-host-requires-imdsv2 aws-ec2-image-is-private aws-ec2-instance-closes-cassandra-to-world aws-ec2-instance-closes-cifs-to-world aws-ec2-instance-closes-elasticsearch-to-world aws-ec2-instance-closes-ftp-to-world aws-ec2-instance-closes-kafka-to-world aws-ec2-instance-closes-kerberos-to-world aws-ec2-instance-closes-ldap-to-world aws-ec2-instance-closes-memcached-to-world aws-ec2-instance-closes-mongodb-to-world aws-ec2-instance-closes-mysql-to-world aws-ec2-instance-closes-oracle-to-world aws-ec2-instance-closes-postgresql-to-world aws-ec2-instance-closes-rdp-to-world aws-ec2-instance-closes-redis-to-world aws-ec2-instance-closes-sqlserver-to-world aws-ec2-instance-closes-ssh-to-world aws-ec2-instance-closes-telnet-to-world aws-ec2-instance-facing-internet-has-no-role aws-ec2-instance-has-detailed-monitoring aws-ec2-instance-has-instance-profile aws-ec2-instance-has-no-public-ip aws-ec2-instance-has-one-network-interface aws-ec2-instance-image-is-not-deprecated aws-ec2-instance-is-managed-by-systems-manager aws-ec2-instance-is-not-paravirtual aws-ec2-instance-requires-imdsv2 aws-ec2-instance-user-data-holds-no-secrets aws-ec2-instances-require-imdsv2-by-default aws-ec2-launch-template-assigns-no-public-ip aws-ec2-launch-template-holds-no-secrets aws-ec2-launch-template-requires-imdsv2 aws-ec2-network-acl-closes-every-port-to-world aws-ec2-network-acl-closes-rdp-to-world aws-ec2-network-acl-closes-ssh-to-world aws-ec2-network-acl-is-in-use aws-ec2-public-amis-are-blocked aws-ec2-public-snapshots-are-blocked aws-ec2-running-instance-is-not-old aws-ec2-security-group-closes-cassandra-to-world aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world aws-ec2-security-group-closes-every-port-to-world aws-ec2-security-group-closes-ftp-to-world aws-ec2-security-group-closes-high-risk-ports-to-world aws-ec2-security-group-closes-kafka-to-world aws-ec2-security-group-closes-memcached-to-world aws-ec2-security-group-closes-mongodb-to-world aws-ec2-security-group-closes-mysql-to-world aws-ec2-security-group-closes-oracle-to-world aws-ec2-security-group-closes-postgresql-to-world aws-ec2-security-group-closes-rdp-to-world aws-ec2-security-group-closes-redis-to-world aws-ec2-security-group-closes-sql-server-to-world aws-ec2-security-group-closes-ssh-to-world aws-ec2-security-group-closes-telnet-to-world aws-ec2-security-group-has-few-rules aws-ec2-security-group-is-in-use aws-ec2-security-group-is-made-on-purpose aws-ec2-security-group-keeps-public-addresses-out aws-ec2-security-group-keeps-world-out aws-ec2-security-group-names-no-wide-public-range aws-ec2-snapshot-is-encrypted aws-ec2-snapshot-is-private aws-ec2-stopped-instance-is-removed aws-ec2-subnet-gives-no-public-ip aws-ec2-transit-gateway-asks-before-attaching aws-ec2-volume-has-snapshot aws-ec2-volume-is-encrypted aws-ec2-volume-is-in-backup-plan aws-ec2-vpc-endpoint-service-trusts-known-accounts aws-ec2-vpc-endpoint-spans-zones aws-ec2-vpc-endpoint-trusts-known-accounts aws-ec2-vpc-has-endpoint-for-ec2 aws-ec2-vpc-has-flow-logs aws-ec2-vpc-peering-routes-are-narrow aws-ec2-vpc-separates-public-subnets aws-ec2-vpc-subnets-span-zones aws-ec2-vpcs-span-regions aws-ec2-vpn-tunnels-are-up aws-ecr-registry-scans-every-repository aws-ecr-repository-has-lifecycle-policy aws-ecr-repository-is-not-public aws-ecr-repository-latest-image-is-scanned-and-sound aws-ecr-repository-scans-on-push aws-ecr-repository-tags-are-immutable aws-efs-access-points-enforce-a-root-directory aws-efs-access-points-enforce-a-user aws-efs-file-system-is-backed-up aws-efs-file-system-is-encrypted aws-efs-file-system-is-not-open-to-every-client aws-efs-file-system-spans-zones aws-efs-mount-targets-are-in-private-subnets aws-eks-cluster-endpoint-is-closed-to-world aws-eks-cluster-has-its-security-group aws-eks-cluster-has-private-endpoint aws-eks-cluster-is-protected-from-deletion aws-eks-cluster-logs-its-control-plane aws-eks-cluster-runs-supported-version aws-eks-cluster-secrets-are-encrypted aws-elb-load-balancer-drains-connections aws-elb-load-balancer-encrypts-all-listeners aws-elb-load-balancer-is-internal aws-elb-load-balancer-logs-requests aws-elb-load-balancer-rejects-ambiguous-requests aws-elb-load-balancer-serves-all-zones-evenly aws-elb-load-balancer-spans-zones aws-elb-load-balancer-uses-acm-certificates aws-elb-load-balancer-uses-strong-tls aws-elbv2-load-balancer-drops-invalid-headers aws-elbv2-load-balancer-encrypts-all-listeners aws-elbv2-load-balancer-has-listeners aws-elbv2-load-balancer-is-behind-waf aws-elbv2-load-balancer-is-closed-to-world aws-elbv2-load-balancer-is-protected-from-deletion aws-elbv2-load-balancer-logs-requests aws-elbv2-load-balancer-negotiates-quantum-safe-keys aws-elbv2-load-balancer-rejects-ambiguous-requests aws-elbv2-load-balancer-serves-all-zones-evenly aws-elbv2-load-balancer-spans-zones aws-elbv2-load-balancer-uses-strong-tls aws-elbv2-network-load-balancer-terminates-tls aws-events-bus-is-not-public aws-events-bus-takes-no-events-of-other-accounts aws-events-endpoint-replicates-events aws-glacier-vault-is-not-public aws-guardduty-administrator-takes-in-every-account aws-guardduty-detector-is-centrally-managed aws-guardduty-detector-is-enabled aws-guardduty-ec2-malware-is-looked-for aws-guardduty-eks-audit-logs-are-watched aws-guardduty-eks-runtime-is-watched aws-guardduty-lambda-traffic-is-watched aws-guardduty-no-high-severity-findings aws-guardduty-rds-logins-are-watched aws-guardduty-s3-data-is-watched aws-iam-access-keys-are-rotated aws-iam-access-keys-are-used aws-iam-administrators-have-mfa aws-iam-attached-policy-grants-no-full-access aws-iam-audit-role-exists aws-iam-aws-policy-grants-no-full-access aws-iam-cloudwatch-is-not-shared-with-other-accounts aws-iam-console-password-is-used aws-iam-console-user-has-mfa aws-iam-console-user-has-no-idle-access-key aws-iam-credentials-have-been-used aws-iam-group-is-no-administrator aws-iam-inline-policy-allows-no-marketplace-subscriptions aws-iam-inline-policy-allows-no-privilege-escalation aws-iam-inline-policy-grants-no-full-access aws-iam-inline-policy-grants-no-full-cloudtrail-access aws-iam-inline-policy-grants-no-full-kms-access aws-iam-nobody-has-full-cloudshell-access aws-iam-password-policy-expires-passwords aws-iam-password-policy-forbids-reuse aws-iam-password-policy-wants-long-passwords aws-iam-password-policy-wants-lowercase-letter aws-iam-password-policy-wants-number aws-iam-password-policy-wants-symbol aws-iam-password-policy-wants-uppercase-letter aws-iam-policy-allows-no-marketplace-subscriptions aws-iam-policy-allows-no-privilege-escalation aws-iam-policy-grants-no-full-cloudtrail-access aws-iam-policy-grants-no-full-kms-access aws-iam-policy-names-roles-to-assume aws-iam-read-only-role-trusts-own-account aws-iam-role-is-no-administrator aws-iam-role-uses-its-bedrock-access aws-iam-root-credentials-are-managed-centrally aws-iam-root-has-hardware-mfa aws-iam-root-has-mfa aws-iam-root-has-no-access-keys aws-iam-root-is-not-used aws-iam-saml-provider-exists aws-iam-server-certificate-is-not-expired aws-iam-service-role-confines-its-callers aws-iam-support-role-exists aws-iam-unattached-policy-grants-no-full-access aws-iam-user-has-hardware-mfa aws-iam-user-has-one-active-access-key aws-iam-user-holds-no-policies aws-iam-user-is-no-administrator aws-iam-user-reaches-services-without-access-keys aws-iam-user-uses-its-bedrock-access aws-iam-user-uses-its-sagemaker-access aws-kms-key-binds-attestation-to-deployment aws-kms-key-enforces-attestation aws-kms-key-has-no-way-around-attestation aws-kms-key-is-not-about-to-be-deleted aws-kms-key-is-not-public aws-kms-key-is-rotated aws-kms-key-is-used aws-kms-key-stays-in-one-region aws-lambda-environment-holds-no-secrets aws-lambda-environment-is-encrypted-with-own-key aws-lambda-function-has-dead-letter-queue aws-lambda-function-invocations-are-recorded aws-lambda-function-is-in-vpc aws-lambda-function-is-not-public aws-lambda-function-runtime-is-supported aws-lambda-function-spans-availability-zones aws-lambda-function-url-requires-authentication aws-lambda-function-url-restricts-origins aws-lambda-function-uses-own-layers aws-macie-region-looks-for-sensitive-data aws-macie-region-samples-buckets-by-itself aws-organizations-account-is-in-organization aws-organizations-ai-services-are-opted-out aws-organizations-delegated-administrators-are-trusted aws-organizations-regions-are-restricted aws-organizations-tag-policies-are-attached aws-rds-cluster-accepts-iam-sign-in aws-rds-cluster-administrator-is-renamed aws-rds-cluster-avoids-default-port aws-rds-cluster-can-be-wound-back aws-rds-cluster-copies-tags-to-snapshots aws-rds-cluster-demands-encrypted-connections aws-rds-cluster-events-reach-someone aws-rds-cluster-is-encrypted aws-rds-cluster-is-in-backup-plan aws-rds-cluster-is-protected-from-deletion aws-rds-cluster-sends-logs-to-cloudwatch aws-rds-cluster-spans-zones aws-rds-cluster-takes-minor-versions aws-rds-instance-accepts-iam-sign-in aws-rds-instance-administrator-is-renamed aws-rds-instance-avoids-default-port aws-rds-instance-certificate-is-valid-for-long aws-rds-instance-copies-tags-to-snapshots aws-rds-instance-demands-encrypted-connections aws-rds-instance-events-reach-someone aws-rds-instance-is-encrypted aws-rds-instance-is-in-backup-plan aws-rds-instance-is-in-vpc aws-rds-instance-is-not-public aws-rds-instance-is-protected-from-deletion aws-rds-instance-keeps-backups aws-rds-instance-needs-no-extended-support aws-rds-instance-reports-on-its-system aws-rds-instance-runs-offered-version aws-rds-instance-sends-logs-to-cloudwatch aws-rds-instance-spans-zones aws-rds-instance-takes-minor-versions aws-rds-parameter-group-events-reach-someone aws-rds-security-group-events-reach-someone aws-rds-snapshot-is-encrypted aws-rds-snapshot-is-not-public aws-s3-access-point-blocks-public-access aws-s3-account-ignores-public-grants aws-s3-account-refuses-public-grants aws-s3-bucket-announces-events aws-s3-bucket-blocks-public-access aws-s3-bucket-denies-plaintext-transport aws-s3-bucket-disables-access-control-lists aws-s3-bucket-has-lifecycle-rules aws-s3-bucket-has-object-lock aws-s3-bucket-is-encrypted-by-default aws-s3-bucket-is-encrypted-with-kms aws-s3-bucket-is-not-public aws-s3-bucket-is-not-shared-with-other-accounts aws-s3-bucket-keeps-versions aws-s3-bucket-list-lets-no-stranger-read aws-s3-bucket-list-lets-no-stranger-write aws-s3-bucket-logs-access aws-s3-bucket-policy-lets-no-stranger-write aws-s3-bucket-replicates-to-another-region aws-s3-bucket-requires-mfa-to-delete-versions aws-s3-multi-region-access-point-blocks-public-access aws-s3-predictable-bucket-name-is-own aws-secretsmanager-secret-is-in-use aws-secretsmanager-secret-is-not-public aws-secretsmanager-secret-policy-denies-all-but-named aws-secretsmanager-secret-rotates-automatically aws-secretsmanager-secret-was-rotated-recently aws-securityhub-administrator-takes-in-every-account aws-securityhub-hub-is-enabled aws-sns-subscription-uses-no-plain-http aws-sns-topic-is-encrypted-with-kms aws-sns-topic-is-not-public aws-sqs-queue-is-encrypted aws-sqs-queue-is-not-public aws-ssm-document-holds-no-secrets aws-ssm-document-is-not-public aws-ssm-node-has-its-patches" -- "${cur}"))
                    return 0
                    ;;
                --region)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                -r)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                --mock)
                    COMPREPLY=($(compgen -W "clean demo denied partial" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__profiles)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help list show help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__profiles__subcmd__help)
            opts="list show help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__profiles__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__profiles__subcmd__help__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__profiles__subcmd__help__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__profiles__subcmd__list)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__profiles__subcmd__show)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help audit blue_team cis compute everything full host_security iam kubernetes gke eks mvp15 networking red_team storage web_security"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__query)
            opts="-h --views --limit --json --csv --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --limit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__report)
            opts="-o -h --format --only --output --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table jsonl html json sarif junit markdown github-annotations csv csv-assets ocsf asff ocsf-parquet" -- "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "all findings" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__rerun)
            opts="-o -q -v -h --failed --suppressions --wait --format --output --output-dir --only --json --sarif --jsonl --fail-on --baseline --allow-partial --progress --quiet --verbose --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --suppressions)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table jsonl html json sarif junit markdown github-annotations csv csv-assets ocsf asff ocsf-parquet" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --output-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "all findings" -- "${cur}"))
                    return 0
                    ;;
                --json)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sarif)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --jsonl)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "none critical high medium low informational new:critical new:high new:medium new:low new:informational" -- "${cur}"))
                    return 0
                    ;;
                --baseline)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --progress)
                    COMPREPLY=($(compgen -W "auto bars lines none" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__resume)
            opts="-o -q -v -h --wait --format --output --output-dir --only --json --sarif --jsonl --fail-on --baseline --allow-partial --progress --quiet --verbose --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table jsonl html json sarif junit markdown github-annotations csv csv-assets ocsf asff ocsf-parquet" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --output-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "all findings" -- "${cur}"))
                    return 0
                    ;;
                --json)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sarif)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --jsonl)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "none critical high medium low informational new:critical new:high new:medium new:low new:informational" -- "${cur}"))
                    return 0
                    ;;
                --baseline)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --progress)
                    COMPREPLY=($(compgen -W "auto bars lines none" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__run)
            opts="-o -q -v -h --wait --format --output --output-dir --only --json --sarif --jsonl --fail-on --baseline --allow-partial --progress --quiet --verbose --template --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table jsonl html json sarif junit markdown github-annotations csv csv-assets ocsf asff ocsf-parquet" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --output-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "all findings" -- "${cur}"))
                    return 0
                    ;;
                --json)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sarif)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --jsonl)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "none critical high medium low informational new:critical new:high new:medium new:low new:informational" -- "${cur}"))
                    return 0
                    ;;
                --baseline)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --progress)
                    COMPREPLY=($(compgen -W "auto bars lines none" -- "${cur}"))
                    return 0
                    ;;
                --template)
                    COMPREPLY=($(compgen -W "audit-cis ci demo first-look nightly" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__schedule)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help print help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__schedule__subcmd__help)
            opts="print help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__schedule__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__schedule__subcmd__help__subcmd__print)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__schedule__subcmd__print)
            opts="-h --daily --weekly --for --image --shards --results-url --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --for)
                    COMPREPLY=($(compgen -W "systemd cron github kubernetes aws-batch" -- "${cur}"))
                    return 0
                    ;;
                --image)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --shards)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --results-url)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__show)
            opts="-r -h --jobs --errors --findings --json --region --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --region)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                -r)
                    COMPREPLY=($(compgen -W "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-central-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 eu-north-1 eu-west-3 sa-east-1 af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1 us-gov-west-1 us-gov-east-1 cn-north-1 cn-northwest-1" -- "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__status)
            opts="-w -h --watch --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__suppress)
            opts="-h --reason --owner --expires --file --scan --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --owner)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --expires)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --file)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --scan)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__templates)
            opts="-h --checks-dir --profiles-dir --state-dir --color --help list show help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__templates__subcmd__help)
            opts="list show help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__templates__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__templates__subcmd__help__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__templates__subcmd__help__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 4 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__templates__subcmd__list)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        scan__subcmd__templates__subcmd__show)
            opts="-h --json --checks-dir --profiles-dir --state-dir --color --help audit-cis ci demo first-look nightly"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --checks-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --profiles-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state-dir)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
    esac
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _scan -o nosort -o bashdefault -o default scan
else
    complete -F _scan -o bashdefault -o default scan
fi
