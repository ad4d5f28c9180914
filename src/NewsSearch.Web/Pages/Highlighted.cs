using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using NewsSearch.Archive;

namespace NewsSearch.Web.Pages;

/// <summary>A text with its matches in <c>mark</c> elements. No white space comes between the pieces: Chinese has none to spare.</summary>
public sealed class Highlighted : ComponentBase
{
    [Parameter, EditorRequired] public required HighlightedText Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var text = Text.Text;
        var end = 0;
        foreach (var span in Text.Highlights)
        {
            builder.AddContent(0, text[end..span.Start]);
            end = span.Start + span.Length;
            builder.OpenElement(1, "mark");
            builder.AddContent(2, text[span.Start..end]);
            builder.CloseElement();
        }
        builder.AddContent(3, text[end..]);
    }
}
