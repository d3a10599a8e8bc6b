using System.CommandLine;
using CredentialLedger.Benchmarks;

var rounds = new Option<int>("--rounds") { Description = "Rounds of each comparison, after one that does not count", DefaultValueFactory = _ => 5 };
var slice = new Option<double>("--slice") { Description = "Seconds that each contender gets in a round", DefaultValueFactory = _ => 1.5 };
var events = new Option<int>("--events") { Description = "Events to replay", DefaultValueFactory = _ => 100_000 };
var batch = new Option<int>("--batch") { Description = "Decisions of the batch to issue, at most 10,000", DefaultValueFactory = _ => 10_000 };
var only = new Option<string[]>("--only") { Description = "Some of: start appends verify verify-api status authority replay log issuing", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
only.AcceptOnlyFromAmong("start", "appends", "verify", "verify-api", "status", "authority", "replay", "log", "issuing");
var work = new Option<string>("--work") { Description = "An empty folder for the cluster and the files, on the disk to be measured", Required = true };
var xmlsec = new Option<string>("--xmlsec") { Description = "The compiled eng/bench/xmlsec-verify.c", Required = true };

var root = new RootCommand("Measures the ledger against the plain way of doing the same, side by side; prints Markdown") { rounds, slice, events, batch, only, work, xmlsec };
root.SetAction((parsed, token) => Session.Run(new(
    parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(slice)), parsed.GetValue(events), parsed.GetValue(only)!,
    Path.GetFullPath(parsed.GetRequiredValue(work)), Path.GetFullPath(parsed.GetRequiredValue(xmlsec)), parsed.GetValue(batch)), token));
return await root.Parse(args).InvokeAsync();
