
use builtin;
use str;

set edit:completion:arg-completer[scan] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'scan'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'scan'= {
            cand --set 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)'
            cand --suppressions 'File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]'
            cand --type 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan'
            cand --max-evidence-age 'Incremental: the age from which on details are read again though nothing changed them [default: 7d]'
            cand --provider 'Cloud to scan'
            cand --mock-speed 'How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]'
            cand --account 'Saved connection of `scan accounts` to scan with (repeatable, comma-separated)'
            cand --aws-profile 'Named profile of the AWS configuration files'
            cand --role-arn 'Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)'
            cand --external-id 'External id that the last role asks for'
            cand --session-name 'What the account''s logs call the roles'' sessions [default: posture-scan]'
            cand --session-duration 'How long a role''s credentials live, from 15m to 12h; a long scan renews them [default: 1h]'
            cand --mfa-serial 'MFA device whose code is asked for on the terminal, where the AWS profile names none'
            cand --endpoint-url 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)'
            cand --name 'Name for the scan, shown in its reports'
            cand --concurrency 'Jobs at work at the same time'
            cand --api-share 'How much of AWS''s rate limits to use, such as 30%, where other programs call the same account [default: 100%]'
            cand --job-deadline 'Seconds that one job may take'
            cand --if-older-than 'Do nothing where a complete scan of the same checks and regions is younger: 30m, 20h, 7d, 2w'
            cand --shard 'Scan a part only, such as 2/5, the second of five: each on a machine of its own, `scan merge` puts them together'
            cand --shards 'The same with the number of parts alone: JOB_COMPLETION_INDEX or AWS_BATCH_JOB_ARRAY_INDEX says which one this is, from 0 on'
            cand --results-url 'Where the parts leave their results: a folder that all machines share, or s3://BUCKET/PREFIX'
            cand --format 'What stdout shows'
            cand -o 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output-dir 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name'
            cand --only 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports'
            cand --json 'Write the JSON report to a file, or - for stdout'
            cand --sarif 'Write the SARIF report to a file, or - for stdout'
            cand --jsonl 'Write JSON lines as jobs finish to a file, or - for stdout'
            cand --fail-on 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says'
            cand --baseline 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]'
            cand --progress 'How to show progress on stderr'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --template 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it'
            cand -p 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --profile 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --framework 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)'
            cand --check 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)'
            cand -r 'Region (repeatable, comma-separated); beats those of --type'
            cand --region 'Region (repeatable, comma-separated); beats those of --type'
            cand --mock 'Scan a mock account: demo, partial, clean, denied, or a fixture file'
            cand --only-in-use 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use'
            cand --all-accounts 'Scan with every saved connection'
            cand --preflight 'Find out first whether a permission is missing, and refuse to start then (exit code 5), unless --allow-partial is given'
            cand --wait 'Where another scan of the account is running, wait until it has ended'
            cand --no-store 'Store nothing, and care neither for stored scans nor for one that is running'
            cand --allow-partial 'Treat a partial scan as completed when choosing the exit code'
            cand -q 'Show no progress and no table; errors, and that something is missing, still show'
            cand --quiet 'Show no progress and no table; errors, and that something is missing, still show'
            cand -v 'Say on stderr at the end which regions were scanned and which calls were made'
            cand --verbose 'Say on stderr at the end which regions were scanned and which calls were made'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand checks 'List, explain, lint and try checks'
            cand profiles 'List and show profiles of checks'
            cand frameworks 'List and show frameworks: published benchmarks, and the checks that each asks for'
            cand plan 'Tell what a scan would do, without doing it: where it looks, what it calls, how long that takes and what it costs'
            cand templates 'List and show templates: options of a scan under one name'
            cand history 'List the stored scans, the newest first, or delete old ones'
            cand show 'Show a stored scan: how it ended and why, region by region, job by job'
            cand status 'Show how far a running scan is, from any terminal'
            cand diff 'Compare two stored scans: what is new, what is resolved, what nobody can tell'
            cand report 'Write a report of a stored scan again, the same as when it ended'
            cand assets 'List the assets that a stored scan found'
            cand findings 'List the findings of a stored scan, or what else its checks came to'
            cand suppress 'Accept a finding: from the next scan on it is muted, by a rule in a file of yours'
            cand query 'Ask the stored scans in SQL, or list the views to ask'
            cand cancel 'Ask a running scan to stop; what has finished is kept'
            cand resume 'Go on with a scan that did not succeed everywhere: only the jobs that are left run, and what they find joins the same scan'
            cand rerun 'Run a stored scan''s request again, as a new scan'
            cand run 'Start a scan that `scan plan --save` has stored'
            cand merge 'Put the results of a scan''s shards together: what several machines have scanned becomes one scan'
            cand policy 'Print the least-privilege IAM policy of a scan: the API actions that its checks call, and no others'
            cand preflight 'Find out which permissions a scan needs and which of them are missing, before anything is scanned'
            cand accounts 'Save connections to accounts, and try them'
            cand schedule 'Print units that scan an account regularly'
            cand config 'Show the settings that hold, and where each is from'
            cand completions 'Print a completion script for a shell'
            cand man 'Print the manual page of `scan`, or write the pages of all its commands into a folder'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;checks'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List checks'
            cand show 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads'
            cand lint 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
            cand test 'Run the examples of checks'
            cand new 'Write a new check of your own that passes the linter, to be filled in'
            cand coverage 'Tell which ids of other tools are checks here'
            cand docs 'Write the reference of all checks, a Markdown page for each service'
            cand schema 'Print the JSON schema that checks of a resource type are written against'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;checks;list'= {
            cand --service 'Of a service, such as s3'
            cand --severity 'Of a severity'
            cand --category 'Of a category, such as encryption'
            cand --search 'With these words in its id, title, risk or aliases, in any case'
            cand --framework 'That a framework asks for, such as cis-aws-5.0'
            cand -p 'Of a profile'
            cand --profile 'Of a profile'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;show'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;lint'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;test'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;new'= {
            cand --resource 'The resource type that it looks at, such as aws.s3.bucket'
            cand --dir 'The folder of your own checks'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;coverage'= {
            cand --from 'File with ids to look up: the first column of each line'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;docs'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;schema'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;help'= {
            cand list 'List checks'
            cand show 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads'
            cand lint 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
            cand test 'Run the examples of checks'
            cand new 'Write a new check of your own that passes the linter, to be filled in'
            cand coverage 'Tell which ids of other tools are checks here'
            cand docs 'Write the reference of all checks, a Markdown page for each service'
            cand schema 'Print the JSON schema that checks of a resource type are written against'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;checks;help;list'= {
        }
        &'scan;checks;help;show'= {
        }
        &'scan;checks;help;lint'= {
        }
        &'scan;checks;help;test'= {
        }
        &'scan;checks;help;new'= {
        }
        &'scan;checks;help;coverage'= {
        }
        &'scan;checks;help;docs'= {
        }
        &'scan;checks;help;schema'= {
        }
        &'scan;checks;help;help'= {
        }
        &'scan;profiles'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List every profile'
            cand show 'Show a profile and its checks'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;profiles;list'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;profiles;show'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;profiles;help'= {
            cand list 'List every profile'
            cand show 'Show a profile and its checks'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;profiles;help;list'= {
        }
        &'scan;profiles;help;show'= {
        }
        &'scan;profiles;help;help'= {
        }
        &'scan;frameworks'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List every framework'
            cand show 'Show a framework: its requirements, and the checks of each'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;frameworks;list'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;frameworks;show'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;frameworks;help'= {
            cand list 'List every framework'
            cand show 'Show a framework: its requirements, and the checks of each'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;frameworks;help;list'= {
        }
        &'scan;frameworks;help;show'= {
        }
        &'scan;frameworks;help;help'= {
        }
        &'scan;plan'= {
            cand --set 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)'
            cand --suppressions 'File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]'
            cand --type 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan'
            cand --max-evidence-age 'Incremental: the age from which on details are read again though nothing changed them [default: 7d]'
            cand --provider 'Cloud to scan'
            cand --mock-speed 'How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]'
            cand --account 'Saved connection of `scan accounts` to scan with (repeatable, comma-separated)'
            cand --aws-profile 'Named profile of the AWS configuration files'
            cand --role-arn 'Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)'
            cand --external-id 'External id that the last role asks for'
            cand --session-name 'What the account''s logs call the roles'' sessions [default: posture-scan]'
            cand --session-duration 'How long a role''s credentials live, from 15m to 12h; a long scan renews them [default: 1h]'
            cand --mfa-serial 'MFA device whose code is asked for on the terminal, where the AWS profile names none'
            cand --endpoint-url 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)'
            cand --name 'Name for the scan, shown in its reports'
            cand --concurrency 'Jobs at work at the same time'
            cand --api-share 'How much of AWS''s rate limits to use, such as 30%, where other programs call the same account [default: 100%]'
            cand --job-deadline 'Seconds that one job may take'
            cand --if-older-than 'Do nothing where a complete scan of the same checks and regions is younger: 30m, 20h, 7d, 2w'
            cand --shard 'Scan a part only, such as 2/5, the second of five: each on a machine of its own, `scan merge` puts them together'
            cand --shards 'The same with the number of parts alone: JOB_COMPLETION_INDEX or AWS_BATCH_JOB_ARRAY_INDEX says which one this is, from 0 on'
            cand --results-url 'Where the parts leave their results: a folder that all machines share, or s3://BUCKET/PREFIX'
            cand --template 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it'
            cand -p 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --profile 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --framework 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)'
            cand --check 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)'
            cand -r 'Region (repeatable, comma-separated); beats those of --type'
            cand --region 'Region (repeatable, comma-separated); beats those of --type'
            cand --mock 'Scan a mock account: demo, partial, clean, denied, or a fixture file'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --only-in-use 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use'
            cand --all-accounts 'Scan with every saved connection'
            cand --preflight 'Find out first whether a permission is missing, and refuse to start then (exit code 5), unless --allow-partial is given'
            cand --wait 'Where another scan of the account is running, wait until it has ended'
            cand --no-store 'Store nothing, and care neither for stored scans nor for one that is running'
            cand --save 'Store the plan as a scan that has not started: `scan run` starts it'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;templates'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List every template'
            cand show 'Show a template and its options'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;templates;list'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;templates;show'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;templates;help'= {
            cand list 'List every template'
            cand show 'Show a template and its options'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;templates;help;list'= {
        }
        &'scan;templates;help;show'= {
        }
        &'scan;templates;help;help'= {
        }
        &'scan;history'= {
            cand --limit 'Only so many of the newest'
            cand --account 'Only those of this account'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
            cand prune 'Delete old scans and give their room back; never one that is queued or running'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;history;prune'= {
            cand --keep 'Keep so many of the newest scans'
            cand --older-than 'Delete scans that started longer ago: 90d, 20h, 2w'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;history;help'= {
            cand prune 'Delete old scans and give their room back; never one that is queued or running'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;history;help;prune'= {
        }
        &'scan;history;help;help'= {
        }
        &'scan;show'= {
            cand -r 'Only this region'
            cand --region 'Only this region'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --jobs 'Every job: when it began and ended, how long it took, how it fared'
            cand --errors 'What ended the jobs that failed'
            cand --findings 'The findings'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;status'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -w 'Follow the scan on the terminal until it has ended'
            cand --watch 'Follow the scan on the terminal until it has ended'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;diff'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;report'= {
            cand --format 'What to write; JSON lines come in the order in which the jobs ended'
            cand --only 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports'
            cand -o 'Write to a file, or - for stdout; ocsf-parquet to a folder'
            cand --output 'Write to a file, or - for stdout; ocsf-parquet to a folder'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;assets'= {
            cand --type 'Only this resource type, such as aws.s3.bucket (repeatable, comma-separated)'
            cand --tag 'Only with this tag (repeatable: with all of them)'
            cand --scan 'The scan''s id, the beginning of it, or `last`'
            cand -r 'Only this region (repeatable, comma-separated)'
            cand --region 'Only this region (repeatable, comma-separated)'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;findings'= {
            cand --severity 'Only this severity (repeatable, comma-separated)'
            cand --status 'What the check came to (repeatable, comma-separated)'
            cand --scan 'The scan''s id, the beginning of it, or `last`'
            cand --check 'Only this check, by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)'
            cand -r 'Only this region (repeatable, comma-separated)'
            cand --region 'Only this region (repeatable, comma-separated)'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;suppress'= {
            cand --reason 'Why the finding is accepted'
            cand --owner 'Who answers for it'
            cand --expires 'The last day on which it is accepted, such as 2026-12-31 [default: no end]'
            cand --file 'The file of accepted findings [default: .posture-scan/suppressions.yaml of this folder or one above it]'
            cand --scan 'The scan that has the finding: its id, the beginning of it, or `last`'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;query'= {
            cand --limit 'At most so many rows [default: 1000 in a table, every row in JSON and CSV]'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --views 'List the views and their columns'
            cand --json 'As JSON'
            cand --csv 'As comma-separated values'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;cancel'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;resume'= {
            cand --format 'What stdout shows'
            cand -o 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output-dir 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name'
            cand --only 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports'
            cand --json 'Write the JSON report to a file, or - for stdout'
            cand --sarif 'Write the SARIF report to a file, or - for stdout'
            cand --jsonl 'Write JSON lines as jobs finish to a file, or - for stdout'
            cand --fail-on 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says'
            cand --baseline 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]'
            cand --progress 'How to show progress on stderr'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --wait 'Where another scan of the account is running, wait until it has ended'
            cand --allow-partial 'Treat a partial scan as completed when choosing the exit code'
            cand -q 'Show no progress and no table; errors, and that something is missing, still show'
            cand --quiet 'Show no progress and no table; errors, and that something is missing, still show'
            cand -v 'Say on stderr at the end which regions were scanned and which calls were made'
            cand --verbose 'Say on stderr at the end which regions were scanned and which calls were made'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;rerun'= {
            cand --suppressions 'File with findings that are accepted [default: that of the stored scan, else the nearest .posture-scan/suppressions.yaml]'
            cand --format 'What stdout shows'
            cand -o 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output-dir 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name'
            cand --only 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports'
            cand --json 'Write the JSON report to a file, or - for stdout'
            cand --sarif 'Write the SARIF report to a file, or - for stdout'
            cand --jsonl 'Write JSON lines as jobs finish to a file, or - for stdout'
            cand --fail-on 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says'
            cand --baseline 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]'
            cand --progress 'How to show progress on stderr'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --failed 'Only the regions whose jobs did not succeed'
            cand --wait 'Where another scan of the account is running, wait until it has ended'
            cand --allow-partial 'Treat a partial scan as completed when choosing the exit code'
            cand -q 'Show no progress and no table; errors, and that something is missing, still show'
            cand --quiet 'Show no progress and no table; errors, and that something is missing, still show'
            cand -v 'Say on stderr at the end which regions were scanned and which calls were made'
            cand --verbose 'Say on stderr at the end which regions were scanned and which calls were made'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;run'= {
            cand --format 'What stdout shows'
            cand -o 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output-dir 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name'
            cand --only 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports'
            cand --json 'Write the JSON report to a file, or - for stdout'
            cand --sarif 'Write the SARIF report to a file, or - for stdout'
            cand --jsonl 'Write JSON lines as jobs finish to a file, or - for stdout'
            cand --fail-on 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says'
            cand --baseline 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]'
            cand --progress 'How to show progress on stderr'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --wait 'Where another scan of the account is running, wait until it has ended'
            cand --allow-partial 'Treat a partial scan as completed when choosing the exit code'
            cand -q 'Show no progress and no table; errors, and that something is missing, still show'
            cand --quiet 'Show no progress and no table; errors, and that something is missing, still show'
            cand -v 'Say on stderr at the end which regions were scanned and which calls were made'
            cand --verbose 'Say on stderr at the end which regions were scanned and which calls were made'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;merge'= {
            cand --plan 'Take the results of this plan only, where there are several: the beginning of what their names say of it'
            cand --max-age 'Take no result of a shard that began longer ago: 30m, 20h, 7d, 2w'
            cand --aws-profile 'Named profile of the AWS configuration files, for a bucket'
            cand --endpoint-url 'Endpoint to use instead of AWS''s own, for a bucket (also AWS_ENDPOINT_URL)'
            cand --format 'What stdout shows'
            cand -o 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format, and ocsf-parquet to a folder'
            cand --output-dir 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name'
            cand --only 'Leave results that nobody has to look at, and the inventory, out of json, html, junit, csv and both ocsf reports'
            cand --json 'Write the JSON report to a file, or - for stdout'
            cand --sarif 'Write the SARIF report to a file, or - for stdout'
            cand --jsonl 'Write JSON lines as jobs finish to a file, or - for stdout'
            cand --fail-on 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new, none takes back what a file or the environment says'
            cand --baseline 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]'
            cand --progress 'How to show progress on stderr'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --wait 'Where a scan of the account is running, wait until it has ended'
            cand --allow-partial 'Treat a partial scan as completed when choosing the exit code'
            cand -q 'Show no progress and no table; errors, and that something is missing, still show'
            cand --quiet 'Show no progress and no table; errors, and that something is missing, still show'
            cand -v 'Say on stderr at the end which regions were scanned and which calls were made'
            cand --verbose 'Say on stderr at the end which regions were scanned and which calls were made'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;policy'= {
            cand --set 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)'
            cand --suppressions 'File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]'
            cand --type 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan'
            cand --format 'How to write it [default: json, with --diff table]'
            cand --diff 'Only what this policy of AWS''s leaves out'
            cand --template 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it'
            cand -p 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --profile 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --framework 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)'
            cand --check 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)'
            cand -r 'Region (repeatable, comma-separated); beats those of --type'
            cand --region 'Region (repeatable, comma-separated); beats those of --type'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --only-in-use 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;preflight'= {
            cand --set 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)'
            cand --suppressions 'File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]'
            cand --type 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan'
            cand --max-evidence-age 'Incremental: the age from which on details are read again though nothing changed them [default: 7d]'
            cand --provider 'Cloud to scan'
            cand --mock-speed 'How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]'
            cand --account 'Saved connection of `scan accounts` to scan with (repeatable, comma-separated)'
            cand --aws-profile 'Named profile of the AWS configuration files'
            cand --role-arn 'Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)'
            cand --external-id 'External id that the last role asks for'
            cand --session-name 'What the account''s logs call the roles'' sessions [default: posture-scan]'
            cand --session-duration 'How long a role''s credentials live, from 15m to 12h; a long scan renews them [default: 1h]'
            cand --mfa-serial 'MFA device whose code is asked for on the terminal, where the AWS profile names none'
            cand --endpoint-url 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)'
            cand --api-share 'How much of AWS''s rate limits to use, such as 30%, where other programs call the same account [default: 100%]'
            cand --report 'Write what is missing, the policy that closes the gap and how to attach it to a Markdown file, or - for stdout'
            cand --template 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it'
            cand -p 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --profile 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --framework 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)'
            cand --check 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)'
            cand -r 'Region (repeatable, comma-separated); beats those of --type'
            cand --region 'Region (repeatable, comma-separated); beats those of --type'
            cand --mock 'Scan a mock account: demo, partial, clean, denied, or a fixture file'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --only-in-use 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use'
            cand --all-accounts 'Scan with every saved connection'
            cand --json 'As JSON'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;accounts'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand add 'Save a connection under a name, for `scan --account NAME`; credentials are never saved'
            cand list 'List the saved connections'
            cand show 'Show a saved connection'
            cand test 'Connect, and say whose account it is: exit code 5 where that fails'
            cand remove 'Forget saved connections'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;accounts;add'= {
            cand --provider 'The cloud'
            cand --aws-profile 'Named profile of the AWS configuration files'
            cand --role-arn 'Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)'
            cand --external-id 'External id that the last role asks for'
            cand --session-name 'What the account''s logs call the roles'' sessions [default: posture-scan]'
            cand --session-duration 'How long a role''s credentials live, from 15m to 12h; a long scan renews them [default: 1h]'
            cand --mfa-serial 'MFA device whose code is asked for on the terminal, where the AWS profile names none'
            cand --endpoint-url 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)'
            cand --tag 'Tag of your own (repeatable)'
            cand --mock 'A mock account: demo, partial, clean, denied, or a fixture file'
            cand -r 'Region to scan (repeatable, comma-separated) [default: those of the scan]'
            cand --region 'Region to scan (repeatable, comma-separated) [default: those of the scan]'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --replace 'Take the place of a connection of this name'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;accounts;list'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;accounts;show'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;accounts;test'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;accounts;remove'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;accounts;help'= {
            cand add 'Save a connection under a name, for `scan --account NAME`; credentials are never saved'
            cand list 'List the saved connections'
            cand show 'Show a saved connection'
            cand test 'Connect, and say whose account it is: exit code 5 where that fails'
            cand remove 'Forget saved connections'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;accounts;help;add'= {
        }
        &'scan;accounts;help;list'= {
        }
        &'scan;accounts;help;show'= {
        }
        &'scan;accounts;help;test'= {
        }
        &'scan;accounts;help;remove'= {
        }
        &'scan;accounts;help;help'= {
        }
        &'scan;schedule'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand print 'Print what scans an account regularly, ready to be put in its place'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;schedule;print'= {
            cand --for 'What runs it'
            cand --image 'Container image that has `scan` (kubernetes, aws-batch)'
            cand --shards 'Scan on so many machines, and put together what they find (kubernetes, aws-batch)'
            cand --results-url 'Bucket where the machines leave their results: s3://BUCKET/PREFIX'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --daily 'Every day, an incremental scan'
            cand --weekly 'Every week, a full scan'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;schedule;help'= {
            cand print 'Print what scans an account regularly, ready to be put in its place'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;schedule;help;print'= {
        }
        &'scan;schedule;help;help'= {
        }
        &'scan;config'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand show 'Show the value of every option of a scan, and where it is from: options before `config` count as typed'
            cand path 'Show where configuration is looked for, and what is there'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;config;show'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;config;path'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;config;help'= {
            cand show 'Show the value of every option of a scan, and where it is from: options before `config` count as typed'
            cand path 'Show where configuration is looked for, and what is there'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;config;help;show'= {
        }
        &'scan;config;help;path'= {
        }
        &'scan;config;help;help'= {
        }
        &'scan;completions'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;man'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;help'= {
            cand checks 'List, explain, lint and try checks'
            cand profiles 'List and show profiles of checks'
            cand frameworks 'List and show frameworks: published benchmarks, and the checks that each asks for'
            cand plan 'Tell what a scan would do, without doing it: where it looks, what it calls, how long that takes and what it costs'
            cand templates 'List and show templates: options of a scan under one name'
            cand history 'List the stored scans, the newest first, or delete old ones'
            cand show 'Show a stored scan: how it ended and why, region by region, job by job'
            cand status 'Show how far a running scan is, from any terminal'
            cand diff 'Compare two stored scans: what is new, what is resolved, what nobody can tell'
            cand report 'Write a report of a stored scan again, the same as when it ended'
            cand assets 'List the assets that a stored scan found'
            cand findings 'List the findings of a stored scan, or what else its checks came to'
            cand suppress 'Accept a finding: from the next scan on it is muted, by a rule in a file of yours'
            cand query 'Ask the stored scans in SQL, or list the views to ask'
            cand cancel 'Ask a running scan to stop; what has finished is kept'
            cand resume 'Go on with a scan that did not succeed everywhere: only the jobs that are left run, and what they find joins the same scan'
            cand rerun 'Run a stored scan''s request again, as a new scan'
            cand run 'Start a scan that `scan plan --save` has stored'
            cand merge 'Put the results of a scan''s shards together: what several machines have scanned becomes one scan'
            cand policy 'Print the least-privilege IAM policy of a scan: the API actions that its checks call, and no others'
            cand preflight 'Find out which permissions a scan needs and which of them are missing, before anything is scanned'
            cand accounts 'Save connections to accounts, and try them'
            cand schedule 'Print units that scan an account regularly'
            cand config 'Show the settings that hold, and where each is from'
            cand completions 'Print a completion script for a shell'
            cand man 'Print the manual page of `scan`, or write the pages of all its commands into a folder'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;help;checks'= {
            cand list 'List checks'
            cand show 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads'
            cand lint 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
            cand test 'Run the examples of checks'
            cand new 'Write a new check of your own that passes the linter, to be filled in'
            cand coverage 'Tell which ids of other tools are checks here'
            cand docs 'Write the reference of all checks, a Markdown page for each service'
            cand schema 'Print the JSON schema that checks of a resource type are written against'
        }
        &'scan;help;checks;list'= {
        }
        &'scan;help;checks;show'= {
        }
        &'scan;help;checks;lint'= {
        }
        &'scan;help;checks;test'= {
        }
        &'scan;help;checks;new'= {
        }
        &'scan;help;checks;coverage'= {
        }
        &'scan;help;checks;docs'= {
        }
        &'scan;help;checks;schema'= {
        }
        &'scan;help;profiles'= {
            cand list 'List every profile'
            cand show 'Show a profile and its checks'
        }
        &'scan;help;profiles;list'= {
        }
        &'scan;help;profiles;show'= {
        }
        &'scan;help;frameworks'= {
            cand list 'List every framework'
            cand show 'Show a framework: its requirements, and the checks of each'
        }
        &'scan;help;frameworks;list'= {
        }
        &'scan;help;frameworks;show'= {
        }
        &'scan;help;plan'= {
        }
        &'scan;help;templates'= {
            cand list 'List every template'
            cand show 'Show a template and its options'
        }
        &'scan;help;templates;list'= {
        }
        &'scan;help;templates;show'= {
        }
        &'scan;help;history'= {
            cand prune 'Delete old scans and give their room back; never one that is queued or running'
        }
        &'scan;help;history;prune'= {
        }
        &'scan;help;show'= {
        }
        &'scan;help;status'= {
        }
        &'scan;help;diff'= {
        }
        &'scan;help;report'= {
        }
        &'scan;help;assets'= {
        }
        &'scan;help;findings'= {
        }
        &'scan;help;suppress'= {
        }
        &'scan;help;query'= {
        }
        &'scan;help;cancel'= {
        }
        &'scan;help;resume'= {
        }
        &'scan;help;rerun'= {
        }
        &'scan;help;run'= {
        }
        &'scan;help;merge'= {
        }
        &'scan;help;policy'= {
        }
        &'scan;help;preflight'= {
        }
        &'scan;help;accounts'= {
            cand add 'Save a connection under a name, for `scan --account NAME`; credentials are never saved'
            cand list 'List the saved connections'
            cand show 'Show a saved connection'
            cand test 'Connect, and say whose account it is: exit code 5 where that fails'
            cand remove 'Forget saved connections'
        }
        &'scan;help;accounts;add'= {
        }
        &'scan;help;accounts;list'= {
        }
        &'scan;help;accounts;show'= {
        }
        &'scan;help;accounts;test'= {
        }
        &'scan;help;accounts;remove'= {
        }
        &'scan;help;schedule'= {
            cand print 'Print what scans an account regularly, ready to be put in its place'
        }
        &'scan;help;schedule;print'= {
        }
        &'scan;help;config'= {
            cand show 'Show the value of every option of a scan, and where it is from: options before `config` count as typed'
            cand path 'Show where configuration is looked for, and what is there'
        }
        &'scan;help;config;show'= {
        }
        &'scan;help;config;path'= {
        }
        &'scan;help;completions'= {
        }
        &'scan;help;man'= {
        }
        &'scan;help;help'= {
        }
    ]
    $completions[$command]
}
