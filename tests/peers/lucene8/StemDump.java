import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Prints the stem that Lucene's PorterStemFilter makes of each line of input. */
public final class StemDump {
    private StemDump() {
    }

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder out = new StringBuilder();
        KeywordTokenizer tokenizer = new KeywordTokenizer();
        TokenStream stream = new PorterStemFilter(tokenizer);
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            tokenizer.setReader(new StringReader(word));
            stream.reset();
            stream.incrementToken();
            out.append(term).append('\n');
            stream.end();
            stream.close();
        }
        System.out.print(out);
    }
}
