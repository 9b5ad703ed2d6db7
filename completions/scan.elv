
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
            cand --scope 'What to scan: one account, the organisation (org), its units named by --target with all below them (ou), or the accounts named by --target (custom)'
            cand --target 'Unit (ou-…) or account to scan (repeatable, comma-separated)'
            cand --targets-file 'File with targets, one on each line; what follows a # is a comment'
            cand --org-role 'Name of the role to assume in each account, with its path where it has one'
            cand --account-concurrency 'Accounts at work at the same time [default: 4]'
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
            cand --scope 'What to scan: one account, the organisation (org), its units named by --target with all below them (ou), or the accounts named by --target (custom)'
            cand --target 'Unit (ou-…) or account to scan (repeatable, comma-separated)'
            cand --targets-file 'File with targets, one on each line; what follows a # is a comment'
            cand --org-role 'Name of the role to assume in each account, with its path where it has one'
            cand --account-concurrency 'Accounts at work at the same time [default: 4]'
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
            cand --save 'Store the plan as a scan that has not started: `scan run` starts it, and asks then what --wait, --preflight and --if-older-than say'
            cand --json 'As JSON'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
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
            cand --template 'Template whose options on reports hold; what is scanned stands in the plan'
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
            cand --type 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan'
            cand --format 'How to write it [default: json, with --diff table]'
            cand --diff 'Only what this policy of AWS''s leaves out'
            cand --template 'Template of options: first-look, nightly, ci, audit-cis, demo, or one of your own; what is typed beside it beats it'
            cand -p 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --profile 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]'
            cand --framework 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)'
            cand --check 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)'
            cand --profiles-dir 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)'
            cand --state-dir 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --only-in-use 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use'
            cand --with-preflight 'Also what `scan preflight` calls to find out more: the simulation of the caller''s policies'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'scan;preflight'= {
            cand --set 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)'
            cand --type 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan'
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
            cand --image 'Container image whose entry point is `scan` (kubernetes, aws-batch)'
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
    var is-value = $false
    for known [
        [['scan;policy --diff'] ['SecurityAudit' 'ViewOnlyAccess' 'ReadOnlyAccess']]
        [['scan --scope' 'scan;plan --scope'] ['account' 'ou' 'org' 'custom']]
        [['scan --only' 'scan;report --only' 'scan;resume --only' 'scan;rerun --only' 'scan;run --only' 'scan;merge --only'] ['all' 'findings']]
        [['scan --profile' 'scan -p' 'scan;checks;list --profile' 'scan;checks;list -p' 'scan;plan --profile' 'scan;plan -p' 'scan;policy --profile' 'scan;policy -p' 'scan;preflight --profile' 'scan;preflight -p'] ['audit' 'blue_team' 'cis' 'compute' 'everything' 'full' 'host_security' 'iam' 'kubernetes' 'gke' 'eks' 'mvp15' 'networking' 'red_team' 'storage' 'web_security']]
        [['scan --template' 'scan;plan --template' 'scan;run --template' 'scan;policy --template' 'scan;preflight --template'] ['audit-cis' 'ci' 'demo' 'first-look' 'nightly']]
        [['scan --color' 'scan;checks --color' 'scan;checks;list --color' 'scan;checks;show --color' 'scan;checks;lint --color' 'scan;checks;test --color' 'scan;checks;new --color' 'scan;checks;coverage --color' 'scan;checks;docs --color' 'scan;checks;schema --color' 'scan;profiles --color' 'scan;profiles;list --color' 'scan;profiles;show --color' 'scan;frameworks --color' 'scan;frameworks;list --color' 'scan;frameworks;show --color' 'scan;plan --color' 'scan;templates --color' 'scan;templates;list --color' 'scan;templates;show --color' 'scan;history --color' 'scan;history;prune --color' 'scan;show --color' 'scan;status --color' 'scan;diff --color' 'scan;report --color' 'scan;assets --color' 'scan;findings --color' 'scan;suppress --color' 'scan;query --color' 'scan;cancel --color' 'scan;resume --color' 'scan;rerun --color' 'scan;run --color' 'scan;merge --color' 'scan;policy --color' 'scan;preflight --color' 'scan;accounts --color' 'scan;accounts;add --color' 'scan;accounts;list --color' 'scan;accounts;show --color' 'scan;accounts;test --color' 'scan;accounts;remove --color' 'scan;schedule --color' 'scan;schedule;print --color' 'scan;config --color' 'scan;config;show --color' 'scan;config;path --color' 'scan;completions --color' 'scan;man --color'] ['auto' 'always' 'never']]
        [['scan --progress' 'scan;resume --progress' 'scan;rerun --progress' 'scan;run --progress' 'scan;merge --progress'] ['auto' 'bars' 'lines' 'none']]
        [['scan --provider' 'scan;plan --provider' 'scan;preflight --provider' 'scan;accounts;add --provider'] ['aws' 'mock']]
        [['scan --check' 'scan;plan --check' 'scan;findings --check' 'scan;policy --check' 'scan;preflight --check'] ['aws-accessanalyzer-analyzer-has-no-active-findings' 'aws-accessanalyzer-region-has-active-analyzer' 'aws-account-contact-details-are-registered' 'aws-account-contacts-differ' 'aws-account-security-contact-is-registered' 'aws-acm-certificate-has-strong-key' 'aws-acm-certificate-is-logged-publicly' 'aws-acm-certificate-is-not-about-to-expire' 'aws-apigateway-http-stage-logs-requests' 'aws-apigateway-stage-logs-executions' 'aws-autoscaling-group-heeds-load-balancer-health' 'aws-autoscaling-group-launches-with-imdsv2' 'aws-autoscaling-group-launches-without-public-ip' 'aws-autoscaling-group-mixes-instance-types' 'aws-autoscaling-group-rebalances-capacity' 'aws-autoscaling-group-spans-zones' 'aws-autoscaling-group-uses-launch-template' 'aws-autoscaling-launch-configuration-holds-no-secrets' 'aws-cloudfront-distribution-logs-requests' 'aws-cloudtrail-bedrock-calls-are-recorded' 'aws-cloudtrail-bucket-reads-are-recorded' 'aws-cloudtrail-bucket-writes-are-recorded' 'aws-cloudtrail-multi-region-trail-is-logging' 'aws-cloudtrail-trail-bucket-is-not-public' 'aws-cloudtrail-trail-bucket-logs-access' 'aws-cloudtrail-trail-bucket-requires-mfa-delete' 'aws-cloudtrail-trail-delivers-to-cloudwatch-logs' 'aws-cloudtrail-trail-is-encrypted-with-kms-key' 'aws-cloudtrail-trail-looks-for-unusual-activity' 'aws-cloudtrail-trail-validates-log-files' 'aws-cloudwatch-alarm-actions-are-enabled' 'aws-cloudwatch-alarm-has-actions' 'aws-cloudwatch-bucket-policy-changes-raise-alarm' 'aws-cloudwatch-cloudtrail-changes-raise-alarm' 'aws-cloudwatch-config-changes-raise-alarm' 'aws-cloudwatch-console-login-without-mfa-raises-alarm' 'aws-cloudwatch-failed-console-logins-raise-alarm' 'aws-cloudwatch-iam-policy-changes-raise-alarm' 'aws-cloudwatch-kms-key-removal-raises-alarm' 'aws-cloudwatch-log-group-is-encrypted-with-kms-key' 'aws-cloudwatch-log-group-is-not-public' 'aws-cloudwatch-log-group-keeps-events-long-enough' 'aws-cloudwatch-network-acl-changes-raise-alarm' 'aws-cloudwatch-network-gateway-changes-raise-alarm' 'aws-cloudwatch-organization-changes-raise-alarm' 'aws-cloudwatch-root-usage-raises-alarm' 'aws-cloudwatch-route-table-changes-raise-alarm' 'aws-cloudwatch-security-group-changes-raise-alarm' 'aws-cloudwatch-unauthorized-calls-raise-alarm' 'aws-cloudwatch-vpc-changes-raise-alarm' 'aws-config-organization-is-aggregated' 'aws-config-recorder-is-running' 'aws-config-recorder-uses-service-linked-role' 'aws-dynamodb-accelerator-is-encrypted-at-rest' 'aws-dynamodb-accelerator-is-encrypted-in-transit' 'aws-dynamodb-accelerator-spans-availability-zones' 'aws-dynamodb-table-has-point-in-time-recovery' 'aws-dynamodb-table-is-closed-to-other-accounts' 'aws-dynamodb-table-is-encrypted-with-kms' 'aws-dynamodb-table-is-in-backup-plan' 'aws-dynamodb-table-is-protected-against-deletion' 'aws-dynamodb-table-scales-with-load' 'aws-ec2-address-is-in-use' 'aws-ec2-client-vpn-endpoint-logs-connections' 'aws-ec2-default-security-group-has-no-rules' 'aws-ec2-ebs-is-encrypted-by-default' 'aws-ec2-enclave-host-has-no-public-ip' 'aws-ec2-enclave-host-hides-vsock-proxy' 'aws-ec2-enclave-host-is-closed-to-world' 'aws-ec2-enclave-host-is-running' 'aws-ec2-enclave-host-requires-imdsv2' 'aws-ec2-image-is-private' 'aws-ec2-instance-closes-cassandra-to-world' 'aws-ec2-instance-closes-cifs-to-world' 'aws-ec2-instance-closes-elasticsearch-to-world' 'aws-ec2-instance-closes-ftp-to-world' 'aws-ec2-instance-closes-kafka-to-world' 'aws-ec2-instance-closes-kerberos-to-world' 'aws-ec2-instance-closes-ldap-to-world' 'aws-ec2-instance-closes-memcached-to-world' 'aws-ec2-instance-closes-mongodb-to-world' 'aws-ec2-instance-closes-mysql-to-world' 'aws-ec2-instance-closes-oracle-to-world' 'aws-ec2-instance-closes-postgresql-to-world' 'aws-ec2-instance-closes-rdp-to-world' 'aws-ec2-instance-closes-redis-to-world' 'aws-ec2-instance-closes-sqlserver-to-world' 'aws-ec2-instance-closes-ssh-to-world' 'aws-ec2-instance-closes-telnet-to-world' 'aws-ec2-instance-facing-internet-has-no-role' 'aws-ec2-instance-has-detailed-monitoring' 'aws-ec2-instance-has-instance-profile' 'aws-ec2-instance-has-no-public-ip' 'aws-ec2-instance-has-one-network-interface' 'aws-ec2-instance-image-is-not-deprecated' 'aws-ec2-instance-is-managed-by-systems-manager' 'aws-ec2-instance-is-not-paravirtual' 'aws-ec2-instance-requires-imdsv2' 'aws-ec2-instance-user-data-holds-no-secrets' 'aws-ec2-instances-require-imdsv2-by-default' 'aws-ec2-launch-template-assigns-no-public-ip' 'aws-ec2-launch-template-holds-no-secrets' 'aws-ec2-launch-template-requires-imdsv2' 'aws-ec2-network-acl-closes-every-port-to-world' 'aws-ec2-network-acl-closes-rdp-to-world' 'aws-ec2-network-acl-closes-ssh-to-world' 'aws-ec2-network-acl-is-in-use' 'aws-ec2-public-amis-are-blocked' 'aws-ec2-public-snapshots-are-blocked' 'aws-ec2-running-instance-is-not-old' 'aws-ec2-security-group-closes-cassandra-to-world' 'aws-ec2-security-group-closes-elasticsearch-and-kibana-to-world' 'aws-ec2-security-group-closes-every-port-to-world' 'aws-ec2-security-group-closes-ftp-to-world' 'aws-ec2-security-group-closes-high-risk-ports-to-world' 'aws-ec2-security-group-closes-kafka-to-world' 'aws-ec2-security-group-closes-memcached-to-world' 'aws-ec2-security-group-closes-mongodb-to-world' 'aws-ec2-security-group-closes-mysql-to-world' 'aws-ec2-security-group-closes-oracle-to-world' 'aws-ec2-security-group-closes-postgresql-to-world' 'aws-ec2-security-group-closes-rdp-to-world' 'aws-ec2-security-group-closes-redis-to-world' 'aws-ec2-security-group-closes-sql-server-to-world' 'aws-ec2-security-group-closes-ssh-to-world' 'aws-ec2-security-group-closes-telnet-to-world' 'aws-ec2-security-group-has-few-rules' 'aws-ec2-security-group-is-in-use' 'aws-ec2-security-group-is-made-on-purpose' 'aws-ec2-security-group-keeps-public-addresses-out' 'aws-ec2-security-group-keeps-world-out' 'aws-ec2-security-group-names-no-wide-public-range' 'aws-ec2-snapshot-is-encrypted' 'aws-ec2-snapshot-is-private' 'aws-ec2-stopped-instance-is-removed' 'aws-ec2-subnet-gives-no-public-ip' 'aws-ec2-transit-gateway-asks-before-attaching' 'aws-ec2-volume-has-snapshot' 'aws-ec2-volume-is-encrypted' 'aws-ec2-volume-is-in-backup-plan' 'aws-ec2-vpc-endpoint-service-trusts-known-accounts' 'aws-ec2-vpc-endpoint-spans-zones' 'aws-ec2-vpc-endpoint-trusts-known-accounts' 'aws-ec2-vpc-has-endpoint-for-ec2' 'aws-ec2-vpc-has-flow-logs' 'aws-ec2-vpc-peering-routes-are-narrow' 'aws-ec2-vpc-separates-public-subnets' 'aws-ec2-vpc-subnets-span-zones' 'aws-ec2-vpcs-span-regions' 'aws-ec2-vpn-tunnels-are-up' 'aws-ecr-registry-scans-every-repository' 'aws-ecr-repository-has-lifecycle-policy' 'aws-ecr-repository-is-not-public' 'aws-ecr-repository-latest-image-is-scanned-and-sound' 'aws-ecr-repository-scans-on-push' 'aws-ecr-repository-tags-are-immutable' 'aws-efs-access-points-enforce-a-root-directory' 'aws-efs-access-points-enforce-a-user' 'aws-efs-file-system-is-backed-up' 'aws-efs-file-system-is-encrypted' 'aws-efs-file-system-is-not-open-to-every-client' 'aws-efs-file-system-spans-zones' 'aws-efs-mount-targets-are-in-private-subnets' 'aws-eks-cluster-endpoint-is-closed-to-world' 'aws-eks-cluster-has-its-security-group' 'aws-eks-cluster-has-private-endpoint' 'aws-eks-cluster-is-protected-from-deletion' 'aws-eks-cluster-logs-its-control-plane' 'aws-eks-cluster-runs-supported-version' 'aws-eks-cluster-secrets-are-encrypted' 'aws-elb-load-balancer-drains-connections' 'aws-elb-load-balancer-encrypts-all-listeners' 'aws-elb-load-balancer-is-internal' 'aws-elb-load-balancer-logs-requests' 'aws-elb-load-balancer-rejects-ambiguous-requests' 'aws-elb-load-balancer-serves-all-zones-evenly' 'aws-elb-load-balancer-spans-zones' 'aws-elb-load-balancer-uses-acm-certificates' 'aws-elb-load-balancer-uses-strong-tls' 'aws-elbv2-load-balancer-drops-invalid-headers' 'aws-elbv2-load-balancer-encrypts-all-listeners' 'aws-elbv2-load-balancer-has-listeners' 'aws-elbv2-load-balancer-is-behind-waf' 'aws-elbv2-load-balancer-is-closed-to-world' 'aws-elbv2-load-balancer-is-protected-from-deletion' 'aws-elbv2-load-balancer-logs-requests' 'aws-elbv2-load-balancer-negotiates-quantum-safe-keys' 'aws-elbv2-load-balancer-rejects-ambiguous-requests' 'aws-elbv2-load-balancer-serves-all-zones-evenly' 'aws-elbv2-load-balancer-spans-zones' 'aws-elbv2-load-balancer-uses-strong-tls' 'aws-elbv2-network-load-balancer-terminates-tls' 'aws-events-bus-is-not-public' 'aws-events-bus-takes-no-events-of-other-accounts' 'aws-events-endpoint-replicates-events' 'aws-glacier-vault-is-not-public' 'aws-guardduty-administrator-takes-in-every-account' 'aws-guardduty-detector-is-centrally-managed' 'aws-guardduty-detector-is-enabled' 'aws-guardduty-ec2-malware-is-looked-for' 'aws-guardduty-eks-audit-logs-are-watched' 'aws-guardduty-eks-runtime-is-watched' 'aws-guardduty-lambda-traffic-is-watched' 'aws-guardduty-no-high-severity-findings' 'aws-guardduty-rds-logins-are-watched' 'aws-guardduty-s3-data-is-watched' 'aws-iam-access-keys-are-rotated' 'aws-iam-access-keys-are-used' 'aws-iam-administrators-have-mfa' 'aws-iam-attached-policy-grants-no-full-access' 'aws-iam-audit-role-exists' 'aws-iam-aws-policy-grants-no-full-access' 'aws-iam-cloudwatch-is-not-shared-with-other-accounts' 'aws-iam-console-password-is-used' 'aws-iam-console-user-has-mfa' 'aws-iam-console-user-has-no-idle-access-key' 'aws-iam-credentials-have-been-used' 'aws-iam-group-is-no-administrator' 'aws-iam-inline-policy-allows-no-marketplace-subscriptions' 'aws-iam-inline-policy-allows-no-privilege-escalation' 'aws-iam-inline-policy-grants-no-full-access' 'aws-iam-inline-policy-grants-no-full-cloudtrail-access' 'aws-iam-inline-policy-grants-no-full-kms-access' 'aws-iam-nobody-has-full-cloudshell-access' 'aws-iam-password-policy-expires-passwords' 'aws-iam-password-policy-forbids-reuse' 'aws-iam-password-policy-wants-long-passwords' 'aws-iam-password-policy-wants-lowercase-letter' 'aws-iam-password-policy-wants-number' 'aws-iam-password-policy-wants-symbol' 'aws-iam-password-policy-wants-uppercase-letter' 'aws-iam-policy-allows-no-marketplace-subscriptions' 'aws-iam-policy-allows-no-privilege-escalation' 'aws-iam-policy-grants-no-full-cloudtrail-access' 'aws-iam-policy-grants-no-full-kms-access' 'aws-iam-policy-names-roles-to-assume' 'aws-iam-read-only-role-trusts-own-account' 'aws-iam-role-is-no-administrator' 'aws-iam-role-uses-its-bedrock-access' 'aws-iam-root-credentials-are-managed-centrally' 'aws-iam-root-has-hardware-mfa' 'aws-iam-root-has-mfa' 'aws-iam-root-has-no-access-keys' 'aws-iam-root-is-not-used' 'aws-iam-saml-provider-exists' 'aws-iam-server-certificate-is-not-expired' 'aws-iam-service-role-confines-its-callers' 'aws-iam-support-role-exists' 'aws-iam-unattached-policy-grants-no-full-access' 'aws-iam-user-has-hardware-mfa' 'aws-iam-user-has-one-active-access-key' 'aws-iam-user-holds-no-policies' 'aws-iam-user-is-no-administrator' 'aws-iam-user-reaches-services-without-access-keys' 'aws-iam-user-uses-its-bedrock-access' 'aws-iam-user-uses-its-sagemaker-access' 'aws-kms-key-binds-attestation-to-deployment' 'aws-kms-key-enforces-attestation' 'aws-kms-key-has-no-way-around-attestation' 'aws-kms-key-is-not-about-to-be-deleted' 'aws-kms-key-is-not-public' 'aws-kms-key-is-rotated' 'aws-kms-key-is-used' 'aws-kms-key-stays-in-one-region' 'aws-lambda-environment-holds-no-secrets' 'aws-lambda-environment-is-encrypted-with-own-key' 'aws-lambda-function-has-dead-letter-queue' 'aws-lambda-function-invocations-are-recorded' 'aws-lambda-function-is-in-vpc' 'aws-lambda-function-is-not-public' 'aws-lambda-function-runtime-is-supported' 'aws-lambda-function-spans-availability-zones' 'aws-lambda-function-url-requires-authentication' 'aws-lambda-function-url-restricts-origins' 'aws-lambda-function-uses-own-layers' 'aws-macie-region-looks-for-sensitive-data' 'aws-macie-region-samples-buckets-by-itself' 'aws-organizations-account-is-in-organization' 'aws-organizations-ai-services-are-opted-out' 'aws-organizations-delegated-administrators-are-trusted' 'aws-organizations-regions-are-restricted' 'aws-organizations-tag-policies-are-attached' 'aws-rds-cluster-accepts-iam-sign-in' 'aws-rds-cluster-administrator-is-renamed' 'aws-rds-cluster-avoids-default-port' 'aws-rds-cluster-can-be-wound-back' 'aws-rds-cluster-copies-tags-to-snapshots' 'aws-rds-cluster-demands-encrypted-connections' 'aws-rds-cluster-events-reach-someone' 'aws-rds-cluster-is-encrypted' 'aws-rds-cluster-is-in-backup-plan' 'aws-rds-cluster-is-protected-from-deletion' 'aws-rds-cluster-sends-logs-to-cloudwatch' 'aws-rds-cluster-spans-zones' 'aws-rds-cluster-takes-minor-versions' 'aws-rds-instance-accepts-iam-sign-in' 'aws-rds-instance-administrator-is-renamed' 'aws-rds-instance-avoids-default-port' 'aws-rds-instance-certificate-is-valid-for-long' 'aws-rds-instance-copies-tags-to-snapshots' 'aws-rds-instance-demands-encrypted-connections' 'aws-rds-instance-events-reach-someone' 'aws-rds-instance-is-encrypted' 'aws-rds-instance-is-in-backup-plan' 'aws-rds-instance-is-in-vpc' 'aws-rds-instance-is-not-public' 'aws-rds-instance-is-protected-from-deletion' 'aws-rds-instance-keeps-backups' 'aws-rds-instance-needs-no-extended-support' 'aws-rds-instance-reports-on-its-system' 'aws-rds-instance-runs-offered-version' 'aws-rds-instance-sends-logs-to-cloudwatch' 'aws-rds-instance-spans-zones' 'aws-rds-instance-takes-minor-versions' 'aws-rds-parameter-group-events-reach-someone' 'aws-rds-security-group-events-reach-someone' 'aws-rds-snapshot-is-encrypted' 'aws-rds-snapshot-is-not-public' 'aws-s3-access-point-blocks-public-access' 'aws-s3-account-ignores-public-grants' 'aws-s3-account-refuses-public-grants' 'aws-s3-bucket-announces-events' 'aws-s3-bucket-blocks-public-access' 'aws-s3-bucket-denies-plaintext-transport' 'aws-s3-bucket-disables-access-control-lists' 'aws-s3-bucket-has-lifecycle-rules' 'aws-s3-bucket-has-object-lock' 'aws-s3-bucket-is-encrypted-by-default' 'aws-s3-bucket-is-encrypted-with-kms' 'aws-s3-bucket-is-not-public' 'aws-s3-bucket-is-not-shared-with-other-accounts' 'aws-s3-bucket-keeps-versions' 'aws-s3-bucket-list-lets-no-stranger-read' 'aws-s3-bucket-list-lets-no-stranger-write' 'aws-s3-bucket-logs-access' 'aws-s3-bucket-policy-lets-no-stranger-write' 'aws-s3-bucket-replicates-to-another-region' 'aws-s3-bucket-requires-mfa-to-delete-versions' 'aws-s3-multi-region-access-point-blocks-public-access' 'aws-s3-predictable-bucket-name-is-own' 'aws-secretsmanager-secret-is-in-use' 'aws-secretsmanager-secret-is-not-public' 'aws-secretsmanager-secret-policy-denies-all-but-named' 'aws-secretsmanager-secret-rotates-automatically' 'aws-secretsmanager-secret-was-rotated-recently' 'aws-securityhub-administrator-takes-in-every-account' 'aws-securityhub-hub-is-enabled' 'aws-sns-subscription-uses-no-plain-http' 'aws-sns-topic-is-encrypted-with-kms' 'aws-sns-topic-is-not-public' 'aws-sqs-queue-is-encrypted' 'aws-sqs-queue-is-not-public' 'aws-ssm-document-holds-no-secrets' 'aws-ssm-document-is-not-public' 'aws-ssm-node-has-its-patches']]
        [['scan --framework' 'scan;checks;list --framework' 'scan;plan --framework' 'scan;policy --framework' 'scan;preflight --framework'] ['aws-fsbp' 'cis-aws-3.0' 'cis-aws-5.0' 'cis-aws-6.0' 'cis-aws-7.0' 'hipaa' 'iso-27001-2022' 'nist-800-53-r5' 'pci-dss-4.0' 'soc2']]
        [['scan --mock' 'scan;plan --mock' 'scan;preflight --mock' 'scan;accounts;add --mock'] ['clean' 'demo' 'denied' 'partial']]
        [['scan;checks;list --severity' 'scan;findings --severity'] ['critical' 'high' 'medium' 'low' 'informational']]
        [['scan;findings --status'] ['fail' 'unknown' 'pass' 'not_applicable' 'muted']]
        [['scan;policy --format'] ['json' 'terraform' 'cloudformation' 'table' 'actions']]
        [['scan --fail-on' 'scan;resume --fail-on' 'scan;rerun --fail-on' 'scan;run --fail-on' 'scan;merge --fail-on'] ['none' 'critical' 'high' 'medium' 'low' 'informational' 'new:critical' 'new:high' 'new:medium' 'new:low' 'new:informational']]
        [['scan --type' 'scan;plan --type' 'scan;policy --type' 'scan;preflight --type'] ['quick' 'standard' 'full' 'incremental']]
        [['scan;schedule;print --for'] ['systemd' 'cron' 'github' 'kubernetes' 'aws-batch']]
        [['scan --format' 'scan;report --format' 'scan;resume --format' 'scan;rerun --format' 'scan;run --format' 'scan;merge --format'] ['table' 'jsonl' 'html' 'json' 'sarif' 'junit' 'markdown' 'github-annotations' 'csv' 'csv-assets' 'ocsf' 'asff' 'ocsf-parquet']]
        [['scan --region' 'scan -r' 'scan;plan --region' 'scan;plan -r' 'scan;show --region' 'scan;show -r' 'scan;assets --region' 'scan;assets -r' 'scan;findings --region' 'scan;findings -r' 'scan;preflight --region' 'scan;preflight -r' 'scan;accounts;add --region' 'scan;accounts;add -r'] ['us-east-1' 'us-east-2' 'us-west-1' 'us-west-2' 'ca-central-1' 'eu-west-1' 'eu-west-2' 'eu-central-1' 'ap-south-1' 'ap-southeast-1' 'ap-southeast-2' 'ap-northeast-1' 'ap-northeast-2' 'ap-northeast-3' 'eu-north-1' 'eu-west-3' 'sa-east-1' 'af-south-1' 'ap-east-1' 'ap-east-2' 'ap-south-2' 'ap-southeast-3' 'ap-southeast-4' 'ap-southeast-5' 'ap-southeast-6' 'ap-southeast-7' 'ca-west-1' 'eu-central-2' 'eu-south-1' 'eu-south-2' 'il-central-1' 'me-central-1' 'me-south-1' 'mx-central-1' 'us-gov-west-1' 'us-gov-east-1' 'cn-north-1' 'cn-northwest-1']]
    ] {
        if (has-value $known[0] $command' '$words[-2]) {
            set is-value = $true
            all $known[1]
        }
    }
    if (not $is-value) {
        $completions[$command]
    }
}
