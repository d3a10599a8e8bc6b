using CredentialLedger.Generator;

if (args is ["certify", var address, var folder, var count])
{
    using var api = new HttpClient { BaseAddress = new Uri(address) };
    var (issued, asked, took) = await new Certification(api).Run(Path.Combine(folder, "results.csv"), int.Parse(count));
    Console.WriteLine($"{issued} of {asked} credentials issued in {took.TotalSeconds:F1} s: {issued / took.TotalSeconds:F0}/s");
    return 0;
}
if (args.Length is < 2 or > 5 || args.Skip(2).Any(a => !int.TryParse(a, out var n) || n < 0))
{
    Console.Error.WriteLine("dotnet run --project eng/generator -- DEMO-FOLDER OUT-FOLDER [PEOPLE [COMPLETIONS [RESULTS]]]");
    Console.Error.WriteLine("dotnet run --project eng/generator -- certify http://127.0.0.1:5080 OUT-FOLDER COUNT");
    return 64;
}
var numbers = args.Skip(2).Select(int.Parse).ToArray();
var size = new Size(numbers.ElementAtOrDefault(0) is > 0 and var people ? people : Size.Default.People,
    numbers.Length > 1 ? numbers[1] : Size.Default.Completions, numbers.Length > 2 ? numbers[2] : Size.Default.Results);
Sample.Write(Programme.Read(args[0]), args[1], size);
return 0;
