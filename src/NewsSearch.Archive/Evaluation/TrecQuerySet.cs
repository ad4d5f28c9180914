using System.Globalization;

namespace NewsSearch.Archive.Evaluation;

/// <summary>Topics and judgements in two files, as the Text REtrieval Conference gives them out and trec_eval reads them.</summary>
internal static class TrecQuerySet
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static QuerySet Read(string topics, string judgements, string name)
    {
        var grades = ReadJudgements(judgements);
        var queries = new List<JudgedQuery>();
        foreach (var (number, line) in QuerySetLines.Read(topics))
        {
            if (line.Split('\t', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } id, { Length: > 0 } text])
                throw new QuerySetException(topics, number, "expected NUMBER TAB QUERY");
            if (queries.Exists(query => query.Id == id)) throw new QuerySetException(topics, number, $"topic {id} is there already");
            queries.Add(new JudgedQuery(id, text, grades.GetValueOrDefault(id) ?? []));
        }

        if (queries.Count == 0) throw new QuerySetException(topics, "there is no topic in it");
        return new QuerySet(name, queries);
    }

    private static Dictionary<string, Dictionary<string, int>> ReadJudgements(string path)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>();
        foreach (var (number, line) in QuerySetLines.Read(path))
        {
            if (line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) is not [var topic, _, var article, var gradeText]
                || !int.TryParse(gradeText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade))
                throw new QuerySetException(path, number, "expected NUMBER 0 ARTICLE GRADE");
            if (!grades.TryGetValue(topic, out var ofTopic)) grades.Add(topic, ofTopic = []);
            if (!ofTopic.TryAdd(article, grade)) throw new QuerySetException(path, number, $"article {article} is judged twice for topic {topic}");
        }

        return grades;
    }
}
