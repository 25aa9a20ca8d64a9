package vn.ishc.sheet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the parts of an Office file hang together: content types and relationships (ECMA-376 part 2).
 */
final class OoxmlPackage {
  /** A relationship inside the package: its id, the last word of its type, the part it leads to. */
  record Relation(String id, String type, String part) {}

  private final ZipParts zip;
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private final Map<String, String> defaults = new HashMap<>();

  private OoxmlPackage(ZipParts zip) {
    this.zip = zip;
  }

  /** Reads the content types. */
  static OoxmlPackage read(ZipParts zip) throws IOException {
    OoxmlPackage opened = new OoxmlPackage(zip);
    try (XmlScanner xml = new XmlScanner(zip.open("[Content_Types].xml"), OoxmlNames.listener())) {
      for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
        if (event == XmlScanner.START) {
          opened.contentType(xml);
        }
      }
    }
    return opened;
  }

  private void contentType(XmlScanner xml) throws IOException {
    String type = xml.attribute(OoxmlNames.CONTENT_TYPE, "");
    if (xml.name() == OoxmlNames.OVERRIDE) {
      overrides.put(path("", xml.attribute(OoxmlNames.PART_NAME, "")), type);
    } else if (xml.name() == OoxmlNames.DEFAULT) {
      defaults.put(xml.attribute(OoxmlNames.EXTENSION, "").toLowerCase(Locale.ROOT), type);
    }
  }

  ZipParts zip() {
    return zip;
  }

  /**
   * The part everything hangs on; where no relationship leads to it, the one that calls itself so;
   * empty when there is none.
   */
  String mainPart() throws IOException {
    for (Relation relation : relations("")) {
      if (relation.type().equals("officeDocument")) {
        return relation.part();
      }
    }
    return overrides.entrySet().stream()
        .filter(
            entry -> entry.getValue().endsWith(".main+xml") || entry.getValue().endsWith(".main"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** What a part says it is; empty when it does not. */
  String contentTypeOf(String part) {
    String extension = part.substring(part.lastIndexOf('.') + 1);
    return overrides.getOrDefault(part, defaults.getOrDefault(extension, ""));
  }

  /** What hangs on a part; on the package as a whole for the empty name. */
  List<Relation> relations(String part) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String name = folder + "_rels/" + part.substring(slash) + ".rels";
    List<Relation> relations = new ArrayList<>();
    if (!zip.has(name)) {
      return relations;
    }
    try (XmlScanner xml = new XmlScanner(zip.open(name), OoxmlNames.listener())) {
      for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
        if (event == XmlScanner.START
            && xml.name() == OoxmlNames.RELATIONSHIP
            && !xml.attribute(OoxmlNames.TARGET_MODE, "").equals("External")) {
          relations.add(relation(xml, folder));
        }
      }
    }
    return relations;
  }

  private static Relation relation(XmlScanner xml, String folder) throws IOException {
    String type = xml.attribute(OoxmlNames.TYPE, "");
    return new Relation(
        xml.attribute(OoxmlNames.ID_OF_RELATION, ""),
        type.substring(type.lastIndexOf('/') + 1),
        path(folder, xml.attribute(OoxmlNames.TARGET, "")));
  }

  /** A target as a part name: lower case, without leading slash, {@code ..} resolved. */
  private static String path(String folder, String target) {
    String whole = target.startsWith("/") || target.startsWith("\\") ? target : folder + target;
    Deque<String> steps = new ArrayDeque<>();
    for (String step : whole.replace('\\', '/').toLowerCase(Locale.ROOT).split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}
