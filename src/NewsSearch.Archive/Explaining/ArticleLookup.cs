using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Explaining;

/// <summary>Finds an article by what a reader has of it: its id or its address.</summary>
internal static class ArticleLookup
{
    /// <summary>The article of the id, or else one of the address; null if there is none.</summary>
    public static int? Find(IndexSearcher searcher, string idOrUrl, CancellationToken cancellationToken)
    {
        var text = idOrUrl.Trim();
        return FindOne(searcher, new TermQuery(ArticleSchema.IdTerm(idOrUrl)), cancellationToken)
            ?? FindOne(searcher, new TermQuery(ArticleSchema.IdTerm(text)), cancellationToken)
            ?? FindOne(searcher, new TermQuery(new Term(ArticleSchema.Url, text)), cancellationToken)
            ?? FindOne(searcher, new TermSetQuery(ArticleSchema.Url, SameAddresses(text)), cancellationToken);
    }

    private static int? FindOne(IndexSearcher searcher, Query query, CancellationToken cancellationToken)
    {
        var found = searcher.Search(query, 1, cancellationToken);
        return found.TotalHits == 0 ? null : found.ScoreDocs[0].DocId;
    }

    /// <summary>The address as browsers and feeds write it differently: with the other scheme, with or without a slash at the end, without a fragment.</summary>
    private static List<string> SameAddresses(string url)
    {
        var fragment = url.IndexOf('#');
        var page = fragment < 0 ? url : url[..fragment];
        List<string> addresses = [page, page.EndsWith('/') ? page[..^1] : page + "/"];
        foreach (var address in addresses.ToArray())
        {
            if (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) addresses.Add("http://" + address[8..]);
            else if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) addresses.Add("https://" + address[7..]);
        }

        return addresses;
    }
}
