using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace NewsSearch.KernelBenchmarks;

/// <summary>No project is generated and built for a benchmark: what is measured is what was built. Allocations are counted.</summary>
public sealed class InThisProcess : ManualConfig
{
    public InThisProcess()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
        AddDiagnoser(MemoryDiagnoser.Default);
    }
}
