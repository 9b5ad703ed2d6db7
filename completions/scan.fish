# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_scan_global_optspecs
    string join \n p/profile= framework= check= set= only-in-use suppressions= r/region= type= max-evidence-age= provider= mock= mock-speed= aws-profile= endpoint-url= name= concurrency= api-share= job-deadline= wait if-older-than= no-store format= o/output= output-dir= only= json= sarif= jsonl= fail-on= baseline= allow-partial progress= q/quiet v/verbose checks-dir= profiles-dir= state-dir= color= h/help V/version
end

function __fish_scan_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_scan_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_scan_using_subcommand
    set -l cmd (__fish_scan_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c scan -n "__fish_scan_needs_command" -s p -l profile -d 'Profile of checks (repeatable, comma-separated); adds up with --framework and --check [default: mvp15, where none is given]' -r
complete -c scan -n "__fish_scan_needs_command" -l framework -d 'Framework such as cis-aws-5.0: runs its checks and says which of its requirements are met (repeatable, comma-separated)' -r
complete -c scan -n "__fish_scan_needs_command" -l check -d 'Check by own id, another tool\'s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)' -r
complete -c scan -n "__fish_scan_needs_command" -l set -d 'Value for a parameter of a check, such as aws-iam-access-keys-are-rotated.max_age_days=60 (repeatable)' -r
complete -c scan -n "__fish_scan_needs_command" -l suppressions -d 'File with findings that are accepted [default: .posture-scan/suppressions.yaml of this folder or one above it]' -r -F
complete -c scan -n "__fish_scan_needs_command" -s r -l region -d 'Region (repeatable, comma-separated); beats those of --type' -r
complete -c scan -n "__fish_scan_needs_command" -l type -d 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions; incremental those of full, reading only what has changed since the last completed scan' -r -f -a "quick\t''
standard\t''
full\t''
incremental\t''"
complete -c scan -n "__fish_scan_needs_command" -l max-evidence-age -d 'Incremental: the age from which on details are read again though nothing changed them [default: 7d]' -r
complete -c scan -n "__fish_scan_needs_command" -l provider -d 'Cloud to scan' -r -f -a "aws\t''
mock\t''"
complete -c scan -n "__fish_scan_needs_command" -l mock -d 'Scan a mock account: demo, partial, clean, denied, or a fixture file' -r
complete -c scan -n "__fish_scan_needs_command" -l mock-speed -d 'How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]' -r
complete -c scan -n "__fish_scan_needs_command" -l aws-profile -d 'Named profile of the AWS configuration files' -r
complete -c scan -n "__fish_scan_needs_command" -l endpoint-url -d 'Endpoint to use instead of AWS\'s own (also AWS_ENDPOINT_URL)' -r
complete -c scan -n "__fish_scan_needs_command" -l name -d 'Name for the scan, shown in its reports' -r
complete -c scan -n "__fish_scan_needs_command" -l concurrency -d 'Jobs at work at the same time' -r
complete -c scan -n "__fish_scan_needs_command" -l api-share -d 'How much of AWS\'s rate limits to use, such as 30%, where other programs call the same account [default: 100%]' -r
complete -c scan -n "__fish_scan_needs_command" -l job-deadline -d 'Seconds that one job may take' -r
complete -c scan -n "__fish_scan_needs_command" -l if-older-than -d 'Do nothing where a complete scan of the same checks and regions is younger: 30m, 20h, 7d, 2w' -r
complete -c scan -n "__fish_scan_needs_command" -l format -d 'What stdout shows' -r -f -a "table\t'for people, on a terminal'
jsonl\t'a line for each thing, as jobs finish'
html\t'one page for a browser, for people'
json\t'everything, for programs'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'JUnit XML, for the test pages of CI systems'
markdown\t'Markdown, for step summaries and comments'
github-annotations\t'workflow commands on stdout, for GitHub Actions'
csv\t'every result, for spreadsheets'
csv-assets\t'the inventory, for spreadsheets'
ocsf\t'OCSF compliance findings, for security lakes'
asff\t'AWS Security Hub\'s finding format, for batch-import-findings'"
complete -c scan -n "__fish_scan_needs_command" -s o -l output -d 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format' -r
complete -c scan -n "__fish_scan_needs_command" -l output-dir -d 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name' -r -F
complete -c scan -n "__fish_scan_needs_command" -l only -d 'Leave results that nobody has to look at out of reports, and the inventory out of JSON reports' -r -f -a "findings\t'Findings, muted ones too, and what is unknown'"
complete -c scan -n "__fish_scan_needs_command" -l json -d 'Write the JSON report to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_needs_command" -l sarif -d 'Write the SARIF report to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_needs_command" -l jsonl -d 'Write JSON lines as jobs finish to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_needs_command" -l fail-on -d 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new' -r -f -a "critical\t''
high\t''
medium\t''
low\t''
informational\t''
new:critical\t''
new:high\t''
new:medium\t''
new:low\t''
new:informational\t''"
complete -c scan -n "__fish_scan_needs_command" -l baseline -d 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]' -r -F
complete -c scan -n "__fish_scan_needs_command" -l progress -d 'How to show progress on stderr' -r -f -a "auto\t''
bars\t''
lines\t''
none\t''"
complete -c scan -n "__fish_scan_needs_command" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_needs_command" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_needs_command" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_needs_command" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_needs_command" -l only-in-use -d 'Leave out what is attached to nothing: security groups, network ACLs, volumes, addresses, policies and certificates that are not in use'
complete -c scan -n "__fish_scan_needs_command" -l wait -d 'Where another scan of the account is running, wait until it has ended'
complete -c scan -n "__fish_scan_needs_command" -l no-store -d 'Store nothing, and care neither for stored scans nor for one that is running'
complete -c scan -n "__fish_scan_needs_command" -l allow-partial -d 'Treat a partial scan as completed when choosing the exit code'
complete -c scan -n "__fish_scan_needs_command" -s q -l quiet -d 'Show no progress and no table; errors, and that something is missing, still show'
complete -c scan -n "__fish_scan_needs_command" -s v -l verbose -d 'Say on stderr at the end which regions were scanned and which calls were made'
complete -c scan -n "__fish_scan_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c scan -n "__fish_scan_needs_command" -s V -l version -d 'Print version'
complete -c scan -n "__fish_scan_needs_command" -f -a "checks" -d 'List, explain, lint and try checks'
complete -c scan -n "__fish_scan_needs_command" -f -a "profiles" -d 'List and show profiles of checks'
complete -c scan -n "__fish_scan_needs_command" -f -a "frameworks" -d 'List and show frameworks: published benchmarks, and the checks that each asks for'
complete -c scan -n "__fish_scan_needs_command" -f -a "history" -d 'List the stored scans, the newest first, or delete old ones'
complete -c scan -n "__fish_scan_needs_command" -f -a "show" -d 'Show a stored scan: how it ended and why, region by region, job by job'
complete -c scan -n "__fish_scan_needs_command" -f -a "status" -d 'Show how far a running scan is, from any terminal'
complete -c scan -n "__fish_scan_needs_command" -f -a "diff" -d 'Compare two stored scans: what is new, what is resolved, what nobody can tell'
complete -c scan -n "__fish_scan_needs_command" -f -a "report" -d 'Write a report of a stored scan again, the same as when it ended'
complete -c scan -n "__fish_scan_needs_command" -f -a "assets" -d 'List the assets that a stored scan found'
complete -c scan -n "__fish_scan_needs_command" -f -a "findings" -d 'List the findings of a stored scan, or what else its checks came to'
complete -c scan -n "__fish_scan_needs_command" -f -a "query" -d 'Ask the stored scans in SQL, or list the views to ask'
complete -c scan -n "__fish_scan_needs_command" -f -a "cancel" -d 'Ask a running scan to stop; what has finished is kept'
complete -c scan -n "__fish_scan_needs_command" -f -a "resume" -d 'Go on with a scan that did not succeed everywhere: only the jobs that are left run, and what they find joins the same scan'
complete -c scan -n "__fish_scan_needs_command" -f -a "rerun" -d 'Run a stored scan\'s request again, as a new scan'
complete -c scan -n "__fish_scan_needs_command" -f -a "schedule" -d 'Print units that scan an account regularly'
complete -c scan -n "__fish_scan_needs_command" -f -a "completions" -d 'Print a completion script for a shell'
complete -c scan -n "__fish_scan_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "list" -d 'List checks'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "show" -d 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "lint" -d 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "test" -d 'Run the examples of checks'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "new" -d 'Write a new check of your own that passes the linter, to be filled in'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "coverage" -d 'Tell which ids of other tools are checks here'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "docs" -d 'Write the reference of all checks, a Markdown page for each service'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "schema" -d 'Print the JSON schema that checks of a resource type are written against'
complete -c scan -n "__fish_scan_using_subcommand checks; and not __fish_seen_subcommand_from list show lint test new coverage docs schema help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l service -d 'Of a service, such as s3' -r
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l severity -d 'Of a severity' -r -f -a "critical\t''
high\t''
medium\t''
low\t''
informational\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l category -d 'Of a category, such as encryption' -r
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l framework -d 'That a framework asks for, such as cis-aws-5.0' -r
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -s p -l profile -d 'Of a profile' -r
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l search -d 'With these words in its id, title, risk or aliases, in any case' -r
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from show" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from show" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from show" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from show" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from lint" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from lint" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from lint" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from lint" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from test" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from test" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from test" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from test" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from new" -l resource -d 'The resource type that it looks at, such as aws.s3.bucket' -r
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from new" -l dir -d 'The folder of your own checks' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from new" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from new" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from new" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from new" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from coverage" -l from -d 'File with ids to look up: the first column of each line' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from coverage" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from coverage" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from coverage" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from coverage" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from coverage" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from coverage" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from docs" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from docs" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from docs" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from docs" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from docs" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from schema" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from schema" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from schema" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from schema" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from schema" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "list" -d 'List checks'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "show" -d 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "lint" -d 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "test" -d 'Run the examples of checks'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "new" -d 'Write a new check of your own that passes the linter, to be filled in'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "coverage" -d 'Tell which ids of other tools are checks here'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "docs" -d 'Write the reference of all checks, a Markdown page for each service'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "schema" -d 'Print the JSON schema that checks of a resource type are written against'
complete -c scan -n "__fish_scan_using_subcommand checks; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand profiles; and not __fish_seen_subcommand_from list show help" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and not __fish_seen_subcommand_from list show help" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and not __fish_seen_subcommand_from list show help" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and not __fish_seen_subcommand_from list show help" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand profiles; and not __fish_seen_subcommand_from list show help" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand profiles; and not __fish_seen_subcommand_from list show help" -f -a "list" -d 'List every profile'
complete -c scan -n "__fish_scan_using_subcommand profiles; and not __fish_seen_subcommand_from list show help" -f -a "show" -d 'Show a profile and its checks'
complete -c scan -n "__fish_scan_using_subcommand profiles; and not __fish_seen_subcommand_from list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from list" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from list" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from list" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from list" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from show" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from show" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from show" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from show" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from help" -f -a "list" -d 'List every profile'
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a profile and its checks'
complete -c scan -n "__fish_scan_using_subcommand profiles; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and not __fish_seen_subcommand_from list show help" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and not __fish_seen_subcommand_from list show help" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and not __fish_seen_subcommand_from list show help" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and not __fish_seen_subcommand_from list show help" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand frameworks; and not __fish_seen_subcommand_from list show help" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and not __fish_seen_subcommand_from list show help" -f -a "list" -d 'List every framework'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and not __fish_seen_subcommand_from list show help" -f -a "show" -d 'Show a framework: its requirements, and the checks of each'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and not __fish_seen_subcommand_from list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from list" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from list" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from list" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from list" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from show" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from show" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from show" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from show" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from help" -f -a "list" -d 'List every framework'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a framework: its requirements, and the checks of each'
complete -c scan -n "__fish_scan_using_subcommand frameworks; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -l limit -d 'Only so many of the newest' -r
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -l account -d 'Only those of this account' -r
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -f -a "prune" -d 'Delete old scans and give their room back; never one that is queued or running'
complete -c scan -n "__fish_scan_using_subcommand history; and not __fish_seen_subcommand_from prune help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from prune" -l keep -d 'Keep so many of the newest scans' -r
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from prune" -l older-than -d 'Delete scans that started longer ago: 90d, 20h, 2w' -r
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from prune" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from prune" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from prune" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from prune" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "prune" -d 'Delete old scans and give their room back; never one that is queued or running'
complete -c scan -n "__fish_scan_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand show" -s r -l region -d 'Only this region' -r
complete -c scan -n "__fish_scan_using_subcommand show" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand show" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand show" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand show" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand show" -l jobs -d 'Every job: when it began and ended, how long it took, how it fared'
complete -c scan -n "__fish_scan_using_subcommand show" -l errors -d 'What ended the jobs that failed'
complete -c scan -n "__fish_scan_using_subcommand show" -l findings -d 'The findings'
complete -c scan -n "__fish_scan_using_subcommand show" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand show" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand status" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand status" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand status" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand status" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand status" -s w -l watch -d 'Follow the scan on the terminal until it has ended'
complete -c scan -n "__fish_scan_using_subcommand status" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand status" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand diff" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand diff" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand diff" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand diff" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand diff" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand diff" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand report" -l format -d 'What to write; JSON lines come in the order in which the jobs ended' -r -f -a "table\t'for people, on a terminal'
jsonl\t'a line for each thing, as jobs finish'
html\t'one page for a browser, for people'
json\t'everything, for programs'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'JUnit XML, for the test pages of CI systems'
markdown\t'Markdown, for step summaries and comments'
github-annotations\t'workflow commands on stdout, for GitHub Actions'
csv\t'every result, for spreadsheets'
csv-assets\t'the inventory, for spreadsheets'
ocsf\t'OCSF compliance findings, for security lakes'
asff\t'AWS Security Hub\'s finding format, for batch-import-findings'"
complete -c scan -n "__fish_scan_using_subcommand report" -l only -d 'Leave the inventory, and results that nobody has to look at, out of a JSON report' -r -f -a "findings\t'Findings, muted ones too, and what is unknown'"
complete -c scan -n "__fish_scan_using_subcommand report" -s o -l output -d 'Write to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_using_subcommand report" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand report" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand report" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand report" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c scan -n "__fish_scan_using_subcommand assets" -l type -d 'Only this resource type, such as aws.s3.bucket (repeatable, comma-separated)' -r
complete -c scan -n "__fish_scan_using_subcommand assets" -s r -l region -d 'Only this region (repeatable, comma-separated)' -r
complete -c scan -n "__fish_scan_using_subcommand assets" -l tag -d 'Only with this tag (repeatable: with all of them)' -r
complete -c scan -n "__fish_scan_using_subcommand assets" -l scan -d 'The scan\'s id, the beginning of it, or `last`' -r
complete -c scan -n "__fish_scan_using_subcommand assets" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand assets" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand assets" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand assets" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand assets" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand assets" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand findings" -l severity -d 'Only this severity (repeatable, comma-separated)' -r -f -a "critical\t''
high\t''
medium\t''
low\t''
informational\t''"
complete -c scan -n "__fish_scan_using_subcommand findings" -l check -d 'Only this check, by own id, another tool\'s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)' -r
complete -c scan -n "__fish_scan_using_subcommand findings" -s r -l region -d 'Only this region (repeatable, comma-separated)' -r
complete -c scan -n "__fish_scan_using_subcommand findings" -l status -d 'What the check came to (repeatable, comma-separated)' -r -f -a "fail\t''
unknown\t''
pass\t''
not_applicable\t''
muted\t''"
complete -c scan -n "__fish_scan_using_subcommand findings" -l scan -d 'The scan\'s id, the beginning of it, or `last`' -r
complete -c scan -n "__fish_scan_using_subcommand findings" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand findings" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand findings" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand findings" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand findings" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand findings" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand query" -l limit -d 'At most so many rows [default: 1000 in a table, every row in JSON and CSV]' -r
complete -c scan -n "__fish_scan_using_subcommand query" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand query" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand query" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand query" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand query" -l views -d 'List the views and their columns'
complete -c scan -n "__fish_scan_using_subcommand query" -l json -d 'As JSON'
complete -c scan -n "__fish_scan_using_subcommand query" -l csv -d 'As comma-separated values'
complete -c scan -n "__fish_scan_using_subcommand query" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand cancel" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand cancel" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand cancel" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand cancel" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand cancel" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand resume" -l format -d 'What stdout shows' -r -f -a "table\t'for people, on a terminal'
jsonl\t'a line for each thing, as jobs finish'
html\t'one page for a browser, for people'
json\t'everything, for programs'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'JUnit XML, for the test pages of CI systems'
markdown\t'Markdown, for step summaries and comments'
github-annotations\t'workflow commands on stdout, for GitHub Actions'
csv\t'every result, for spreadsheets'
csv-assets\t'the inventory, for spreadsheets'
ocsf\t'OCSF compliance findings, for security lakes'
asff\t'AWS Security Hub\'s finding format, for batch-import-findings'"
complete -c scan -n "__fish_scan_using_subcommand resume" -s o -l output -d 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format' -r
complete -c scan -n "__fish_scan_using_subcommand resume" -l output-dir -d 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name' -r -F
complete -c scan -n "__fish_scan_using_subcommand resume" -l only -d 'Leave results that nobody has to look at out of reports, and the inventory out of JSON reports' -r -f -a "findings\t'Findings, muted ones too, and what is unknown'"
complete -c scan -n "__fish_scan_using_subcommand resume" -l json -d 'Write the JSON report to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_using_subcommand resume" -l sarif -d 'Write the SARIF report to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_using_subcommand resume" -l jsonl -d 'Write JSON lines as jobs finish to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_using_subcommand resume" -l fail-on -d 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new' -r -f -a "critical\t''
high\t''
medium\t''
low\t''
informational\t''
new:critical\t''
new:high\t''
new:medium\t''
new:low\t''
new:informational\t''"
complete -c scan -n "__fish_scan_using_subcommand resume" -l baseline -d 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]' -r -F
complete -c scan -n "__fish_scan_using_subcommand resume" -l progress -d 'How to show progress on stderr' -r -f -a "auto\t''
bars\t''
lines\t''
none\t''"
complete -c scan -n "__fish_scan_using_subcommand resume" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand resume" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand resume" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand resume" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand resume" -l wait -d 'Where another scan of the account is running, wait until it has ended'
complete -c scan -n "__fish_scan_using_subcommand resume" -l allow-partial -d 'Treat a partial scan as completed when choosing the exit code'
complete -c scan -n "__fish_scan_using_subcommand resume" -s q -l quiet -d 'Show no progress and no table; errors, and that something is missing, still show'
complete -c scan -n "__fish_scan_using_subcommand resume" -s v -l verbose -d 'Say on stderr at the end which regions were scanned and which calls were made'
complete -c scan -n "__fish_scan_using_subcommand resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c scan -n "__fish_scan_using_subcommand rerun" -l format -d 'What stdout shows' -r -f -a "table\t'for people, on a terminal'
jsonl\t'a line for each thing, as jobs finish'
html\t'one page for a browser, for people'
json\t'everything, for programs'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'JUnit XML, for the test pages of CI systems'
markdown\t'Markdown, for step summaries and comments'
github-annotations\t'workflow commands on stdout, for GitHub Actions'
csv\t'every result, for spreadsheets'
csv-assets\t'the inventory, for spreadsheets'
ocsf\t'OCSF compliance findings, for security lakes'
asff\t'AWS Security Hub\'s finding format, for batch-import-findings'"
complete -c scan -n "__fish_scan_using_subcommand rerun" -s o -l output -d 'Write a report to a file, or - for stdout, such as html=report.html (repeatable); formats as with --format' -r
complete -c scan -n "__fish_scan_using_subcommand rerun" -l output-dir -d 'Write the usual reports to a folder: every one for people, spreadsheets and pipelines, each under a fixed name' -r -F
complete -c scan -n "__fish_scan_using_subcommand rerun" -l only -d 'Leave results that nobody has to look at out of reports, and the inventory out of JSON reports' -r -f -a "findings\t'Findings, muted ones too, and what is unknown'"
complete -c scan -n "__fish_scan_using_subcommand rerun" -l json -d 'Write the JSON report to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_using_subcommand rerun" -l sarif -d 'Write the SARIF report to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_using_subcommand rerun" -l jsonl -d 'Write JSON lines as jobs finish to a file, or - for stdout' -r -F
complete -c scan -n "__fish_scan_using_subcommand rerun" -l fail-on -d 'End with exit code 1 on findings of this severity or worse; new:SEVERITY counts only those that are new' -r -f -a "critical\t''
high\t''
medium\t''
low\t''
informational\t''
new:critical\t''
new:high\t''
new:medium\t''
new:low\t''
new:informational\t''"
complete -c scan -n "__fish_scan_using_subcommand rerun" -l baseline -d 'Earlier JSON report to tell new findings from [default: the last complete stored scan with the profile]' -r -F
complete -c scan -n "__fish_scan_using_subcommand rerun" -l progress -d 'How to show progress on stderr' -r -f -a "auto\t''
bars\t''
lines\t''
none\t''"
complete -c scan -n "__fish_scan_using_subcommand rerun" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand rerun" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand rerun" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand rerun" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand rerun" -l failed -d 'Only the regions whose jobs did not succeed'
complete -c scan -n "__fish_scan_using_subcommand rerun" -l wait -d 'Where another scan of the account is running, wait until it has ended'
complete -c scan -n "__fish_scan_using_subcommand rerun" -l allow-partial -d 'Treat a partial scan as completed when choosing the exit code'
complete -c scan -n "__fish_scan_using_subcommand rerun" -s q -l quiet -d 'Show no progress and no table; errors, and that something is missing, still show'
complete -c scan -n "__fish_scan_using_subcommand rerun" -s v -l verbose -d 'Say on stderr at the end which regions were scanned and which calls were made'
complete -c scan -n "__fish_scan_using_subcommand rerun" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c scan -n "__fish_scan_using_subcommand schedule; and not __fish_seen_subcommand_from print help" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand schedule; and not __fish_seen_subcommand_from print help" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand schedule; and not __fish_seen_subcommand_from print help" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand schedule; and not __fish_seen_subcommand_from print help" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand schedule; and not __fish_seen_subcommand_from print help" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand schedule; and not __fish_seen_subcommand_from print help" -f -a "print" -d 'Print what scans an account regularly, ready to be put in its place'
complete -c scan -n "__fish_scan_using_subcommand schedule; and not __fish_seen_subcommand_from print help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -l for -d 'What runs it' -r -f -a "systemd\t'A service and its timer'
cron\t'A line of a crontab'
github\t'A workflow of GitHub Actions'
kubernetes\t'A CronJob'"
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -l image -d 'Container image that has `scan` (kubernetes)' -r
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -l daily -d 'Every day, an incremental scan'
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -l weekly -d 'Every week, a full scan'
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from print" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "print" -d 'Print what scans an account regularly, ready to be put in its place'
complete -c scan -n "__fish_scan_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand completions" -l checks-dir -d 'Folder with checks of your own, besides the built-in ones; its folder `frameworks` holds your frameworks (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand completions" -l profiles-dir -d 'Folder with profiles of your own [default: ~/.config/posture-scan/profiles, where it exists] (repeatable)' -r -F
complete -c scan -n "__fish_scan_using_subcommand completions" -l state-dir -d 'Folder of the stored scans [default: POSTURE_SCAN_STATE_DIR, else ~/.local/state/posture-scan]' -r -F
complete -c scan -n "__fish_scan_using_subcommand completions" -l color -d 'Whether to use colour; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scan -n "__fish_scan_using_subcommand completions" -s h -l help -d 'Print help'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "checks" -d 'List, explain, lint and try checks'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "profiles" -d 'List and show profiles of checks'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "frameworks" -d 'List and show frameworks: published benchmarks, and the checks that each asks for'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "history" -d 'List the stored scans, the newest first, or delete old ones'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "show" -d 'Show a stored scan: how it ended and why, region by region, job by job'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "status" -d 'Show how far a running scan is, from any terminal'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "diff" -d 'Compare two stored scans: what is new, what is resolved, what nobody can tell'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "report" -d 'Write a report of a stored scan again, the same as when it ended'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "assets" -d 'List the assets that a stored scan found'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "findings" -d 'List the findings of a stored scan, or what else its checks came to'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "query" -d 'Ask the stored scans in SQL, or list the views to ask'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "cancel" -d 'Ask a running scan to stop; what has finished is kept'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "resume" -d 'Go on with a scan that did not succeed everywhere: only the jobs that are left run, and what they find joins the same scan'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "rerun" -d 'Run a stored scan\'s request again, as a new scan'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "schedule" -d 'Print units that scan an account regularly'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "completions" -d 'Print a completion script for a shell'
complete -c scan -n "__fish_scan_using_subcommand help; and not __fish_seen_subcommand_from checks profiles frameworks history show status diff report assets findings query cancel resume rerun schedule completions help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from checks" -f -a "list" -d 'List checks'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from checks" -f -a "show" -d 'Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from checks" -f -a "lint" -d 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from checks" -f -a "test" -d 'Run the examples of checks'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from checks" -f -a "new" -d 'Write a new check of your own that passes the linter, to be filled in'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from checks" -f -a "coverage" -d 'Tell which ids of other tools are checks here'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from checks" -f -a "docs" -d 'Write the reference of all checks, a Markdown page for each service'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from checks" -f -a "schema" -d 'Print the JSON schema that checks of a resource type are written against'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from profiles" -f -a "list" -d 'List every profile'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from profiles" -f -a "show" -d 'Show a profile and its checks'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from frameworks" -f -a "list" -d 'List every framework'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from frameworks" -f -a "show" -d 'Show a framework: its requirements, and the checks of each'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from history" -f -a "prune" -d 'Delete old scans and give their room back; never one that is queued or running'
complete -c scan -n "__fish_scan_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "print" -d 'Print what scans an account regularly, ready to be put in its place'
