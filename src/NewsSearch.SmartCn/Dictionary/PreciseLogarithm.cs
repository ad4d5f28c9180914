namespace NewsSearch.SmartCn.Dictionary;

/// <summary>The natural logarithm, rounded correctly, the same on every platform.</summary>
/// <remarks>
/// <see cref="Math.Log(double)"/> is that of the C library and differs between libraries in the last bit, which decides between readings
/// of equal weight: the words of an index must not depend on the platform. Java's is correctly rounded for all probabilities of the
/// dictionary but one, of 50,867, where it is one unit in the last place larger.
///
/// x = 2^k m is brought near 1 by a rounded reciprocal c of m: ln x = k ln 2 - ln c + ln(1 + r), r = m c - 1. Numbers are pairs of a high and a
/// low part; the error is below 2^-75, so that a wrong rounding has a chance of about one in a million.
/// </remarks>
internal static class PreciseLogarithm
{
    private const int ReciprocalScale = 1024;
    private const int StepsPerUnit = 128;
    private const double HighPartScale = 1L << 40;
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    private static readonly (double High, double Low) s_ln2 = Split(Ln2);
    private static readonly Entry[] s_entries = BuildEntries();

    /// <summary>The logarithm of a positive normal number.</summary>
    public static double Log(double x)
    {
        var exponent = Math.ILogB(x);
        var m = Math.ScaleB(x, -exponent);
        if (m >= 1.5)
        {
            m /= 2;
            exponent++;
        }

        ref readonly var entry = ref s_entries[(int)Math.Round(m * StepsPerUnit)];
        var product = m * entry.Reciprocal;
        var r = product - 1.0;
        var rLow = Math.FusedMultiplyAdd(m, entry.Reciprocal, -product);
        var square = r * r;
        var squareLow = Math.FusedMultiplyAdd(r, r, -square);
        var cubic = r * square * (1.0 / 3 - r * (1.0 / 4 - r * (1.0 / 5 - r * (1.0 / 6 - r * (1.0 / 7 - r * (1.0 / 8 - r * (1.0 / 9)))))));

        // The high parts are multiples of 2^-40, so that their sum is exact.
        var (sum, rest) = TwoSum(exponent * s_ln2.High + entry.LogHigh, r);
        (sum, var squareRest) = TwoSum(sum, -0.5 * square);
        return sum + (rest + squareRest + (cubic - 0.5 * squareLow + rLow * (1.0 - r) + entry.LogLow + exponent * s_ln2.Low));
    }

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }

    private static Entry[] BuildEntries()
    {
        var entries = new Entry[(StepsPerUnit * 3 / 2) + 1];
        for (var i = StepsPerUnit / 2; i < entries.Length; i++)
        {
            var reciprocal = Math.Round((double)ReciprocalScale * StepsPerUnit / i);
            var (high, low) = Split(-Log((decimal)reciprocal / ReciprocalScale));
            entries[i] = new Entry(reciprocal / ReciprocalScale, high, low);
        }

        return entries;
    }

    /// <summary>ln x = 2 artanh((x - 1) / (x + 1)), by the power series, to 27 decimal places.</summary>
    private static decimal Log(decimal x)
    {
        var y = (x - 1) / (x + 1);
        var power = y;
        var sum = 0m;
        for (var n = 1; power != 0; n += 2)
        {
            sum += power / n;
            power *= y * y;
        }

        return 2 * sum;
    }

    private static (double High, double Low) Split(decimal value)
    {
        var high = (long)(value * (decimal)HighPartScale);
        return (high / HighPartScale, (double)(value - high / (decimal)HighPartScale));
    }

    private readonly record struct Entry(double Reciprocal, double LogHigh, double LogLow);
}
