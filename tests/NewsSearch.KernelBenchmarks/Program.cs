using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using NewsSearch.KernelBenchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Sample).Assembly).Run(args, DefaultConfig.Instance.WithOptions(ConfigOptions.DisableOptimizationsValidator));
