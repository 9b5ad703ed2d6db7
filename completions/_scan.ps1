
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
            [CompletionResult]::new('--save', '--save', [CompletionResultType]::ParameterName, 'Store the plan as a scan that has not started: `scan run` starts it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
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
            [CompletionResult]::new('--suppressions', '--suppressions', [CompletionResultType]::ParameterName, 'File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]')
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write it [default: json, with --diff table]')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Only what this policy of AWS''s leaves out')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]')
            [CompletionResult]::new('--framework', '--framework', [CompletionResultType]::ParameterName, 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Region (repeatable, comma-separated); beats those of --type')
            [CompletionResult]::new('--region', '--region', [CompletionResultType]::ParameterName, 'Region (repeatable, comma-separated); beats those of --type')
            [CompletionResult]::new('--checks-dir', '--checks-dir', [CompletionResultType]::ParameterName, 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)')
            [CompletionResult]::new('--profiles-dir', '--profiles-dir', [CompletionResultType]::ParameterName, 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colour; NO_COLOR is honoured')
            [CompletionResult]::new('--only-in-use', '--only-in-use', [CompletionResultType]::ParameterName, 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'scan;preflight' {
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
            [CompletionResult]::new('--image', '--image', [CompletionResultType]::ParameterName, 'Container image that has `scan` (kubernetes, aws-batch)')
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
