import com.helger.io.resource.FileSystemResource;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.Locale;

/** Holds each file against Peppol BIS Billing 3. A line a file (its name, whether it is valid), then a line an error: id, words. */
public class Judge {
  public static void main(String[] files) throws Exception {
    var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
    EN16931Validation.initEN16931(registry);
    PeppolValidation.initStandard(registry);
    var invoice = registry.getOfID(PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3);
    var credit = registry.getOfID(PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3);
    for (var file : files) {
      var source = ValidationSourceXML.create(new FileSystemResource(file));
      var rules = file.contains("credit") ? credit : invoice;
      var layers = ValidationExecutionManager.executeValidation(IValidityDeterminator.createDefault(), rules, source, Locale.ENGLISH);
      var findings = new StringBuilder();
      for (var layer : layers)
        for (var error : layer.getErrorList()) {
          if (!error.isError()) continue;
          var words = String.valueOf(error.getErrorText(Locale.ENGLISH)).replaceAll("\\s+", " ");
          findings.append("FINDING\t").append(error.getErrorID() == null ? "XSD" : error.getErrorID()).append('\t').append(words).append('\n');
        }
      System.out.print("FILE\t" + file + "\t" + (findings.isEmpty() ? "valid" : "invalid") + "\n" + findings);
    }
  }
}
