
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
            cand -p 'Profile of checks, repeatable and comma-separated; profiles add up [default: mvp15, unless --check is given]'
            cand --profile 'Profile of checks, repeatable and comma-separated; profiles add up [default: mvp15, unless --check is given]'
            cand --check 'Check by own id, another tool''s id, or a requirement such as cis-aws-5.0:2.1.4 (repeatable, comma-separated)'
            cand -r 'Region (repeatable, comma-separated); beats --type'
            cand --region 'Region (repeatable, comma-separated); beats --type'
            cand --type 'How far the scan reaches: quick is the primary region, standard and full the major commercial regions'
            cand --provider 'Cloud to scan'
            cand --mock 'Scan a mock account: demo, partial, clean, denied, or a fixture file'
            cand --mock-speed 'How long the mock account takes: 0 answers at once, 1 as scripted [default: 1 on a terminal, else 0]'
            cand --aws-profile 'Named profile of the AWS configuration files'
            cand --endpoint-url 'Endpoint to use instead of AWS''s own (also AWS_ENDPOINT_URL)'
            cand --name 'Name for the scan, shown in its reports'
            cand --concurrency 'Jobs at work at the same time'
            cand --api-share 'How much of AWS''s rate limits to use, such as 30%, where other programs call the same account [default: 100%]'
            cand --job-deadline 'Seconds that one job may take'
            cand --format 'What stdout shows'
            cand --json 'Write the JSON report to a file, or - for stdout'
            cand --sarif 'Write the SARIF report to a file, or - for stdout'
            cand --jsonl 'Write JSON lines as jobs finish to a file, or - for stdout'
            cand --fail-on 'End with exit code 1 on findings of this severity or worse'
            cand --progress 'How to show progress on stderr'
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --allow-partial 'Treat a partial scan as completed when choosing the exit code'
            cand -q 'Show no progress and no table; errors, and that something is missing, still show'
            cand --quiet 'Show no progress and no table; errors, and that something is missing, still show'
            cand -v 'Say on stderr at the end which regions were scanned and which calls were made'
            cand --verbose 'Say on stderr at the end which regions were scanned and which calls were made'
            cand -h 'Print help'
            cand --help 'Print help'
            cand -V 'Print version'
            cand --version 'Print version'
            cand checks 'List, explain, lint and try checks'
            cand profiles 'List and show profiles of checks'
            cand completions 'Print a completion script for a shell'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;checks'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List every check'
            cand show 'Explain a check: what it looks at, why, how to mend it, who asks for it, what it reads'
            cand lint 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
            cand test 'Run the examples of checks'
            cand schema 'Print the JSON schema that checks of a resource type are written against'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;checks;list'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;show'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;lint'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;test'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;schema'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;checks;help'= {
            cand list 'List every check'
            cand show 'Explain a check: what it looks at, why, how to mend it, who asks for it, what it reads'
            cand lint 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
            cand test 'Run the examples of checks'
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
        &'scan;checks;help;schema'= {
        }
        &'scan;checks;help;help'= {
        }
        &'scan;profiles'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List every profile'
            cand show 'Show a profile and its checks'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;profiles;list'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand --json 'As JSON'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;profiles;show'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
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
        &'scan;completions'= {
            cand --checks-dir 'Folder with checks of your own, besides the built-in ones (repeatable)'
            cand --color 'Whether to use colour; NO_COLOR is honoured'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'scan;help'= {
            cand checks 'List, explain, lint and try checks'
            cand profiles 'List and show profiles of checks'
            cand completions 'Print a completion script for a shell'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'scan;help;checks'= {
            cand list 'List every check'
            cand show 'Explain a check: what it looks at, why, how to mend it, who asks for it, what it reads'
            cand lint 'Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict'
            cand test 'Run the examples of checks'
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
        &'scan;help;completions'= {
        }
        &'scan;help;help'= {
        }
    ]
    $completions[$command]
}
