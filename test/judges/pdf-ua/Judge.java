import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Holds each file against PDF/UA-1. A line a file (its name, how many checks), then a line a finding: rule, words. */
public class Judge {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var profile = PDFAFlavour.byFlavourId("ua1");
    for (var file : files) {
      try (var in = new FileInputStream(file);
          var parser = Foundries.defaultInstance().createParser(in, profile);
          var validator = Foundries.defaultInstance().createValidator(profile, false)) {
        var result = validator.validate(parser);
        System.out.println("FILE\t" + file + "\t" + result.getTotalAssertions());
        for (var check : result.getTestAssertions()) {
          if (check.getStatus() != TestAssertion.Status.FAILED) continue;
          var rule = check.getRuleId();
          var words = (check.getMessage() + " @ " + check.getLocation().getContext()).replaceAll("\\s+", " ");
          System.out.println("FINDING\t" + rule.getClause() + "-" + rule.getTestNumber() + "\t" + words);
        }
      }
    }
  }
}
