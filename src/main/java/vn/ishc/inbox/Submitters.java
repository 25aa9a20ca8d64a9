package vn.ishc.inbox;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.ishc.inbox.Submitter.Kind;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.place.PlaceIndex.District;
import vn.ishc.clean.Spelling;

/**
 * Knows whose a folder is: by rule for districts, communes, health stations and bank branches, by {@code jobs/submitters.yml} for the rest.
 */
public final class Submitters {
  private static final Pattern WITH_CODE = Pattern.compile("(xa|phuong|thi-tran|tt|tyt)-(.+)-(\\d{5})");
  private static final Pattern OF_DISTRICT = Pattern.compile("(huyen|tx|thi-xa|tp|thanh-pho|nhcsxh)-(.+)");
  private static final LocalDate NEWEST = LocalDate.of(2999, 1, 1);

  private final PlaceIndex places;
  private final Map<String, Submitter> named = new HashMap<>();
  private final Optional<MailSettings> mail;

  /**
   * Reads the list.
   *
   * @param file {@code jobs/submitters.yml}: folder to {@code {kind, name, district, commune}}
   * @param places to find districts and communes by
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when an entry makes no sense
   */
  public Submitters(Path file, PlaceIndex places) throws IOException {
    this.places = places;
    try (Reader reader = Files.newBufferedReader(file)) {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      if (root instanceof Map<?, ?> map && map.get("submitters") instanceof Map<?, ?> entries) {
        mail = MailSettings.of(map.get("mail"));
        entries.forEach((folder, entry) -> named.put(folder.toString(), entry(folder.toString(), entry)));
      } else {
        throw new IllegalArgumentException(file + ": has no mapping 'submitters'");
      }
    }
  }

  private static Submitter entry(String folder, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map) || map.get("kind") == null || map.get("name") == null) {
      throw new IllegalArgumentException("submitters.yml › " + folder + ": needs kind and name");
    }
    Kind kind = Kind.valueOf(String.valueOf(map.get("kind")).toUpperCase(Locale.ROOT));
    return new Submitter(folder, kind, String.valueOf(map.get("name")), text(map.get("district")), text(map.get("commune")));
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString);
  }

  /** How mail is sent; empty when none is. */
  public Optional<MailSettings> mail() {
    return mail;
  }

  /** Whose the folder is; empty when nobody's. */
  public Optional<Submitter> find(String folder) {
    String plain = Normalizer.normalize(folder, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    Submitter submitter = named.get(plain);
    if (submitter != null) {
      return Optional.of(submitter);
    }
    Matcher code = WITH_CODE.matcher(plain);
    if (code.matches()) {
      return withCode(folder, code);
    }
    Matcher district = OF_DISTRICT.matcher(plain);
    return district.matches() ? ofDistrict(folder, district) : Optional.empty();
  }

  private Optional<Submitter> withCode(String folder, Matcher matcher) {
    Kind kind = matcher.group(1).equals("tyt") ? Kind.HEALTH_STATION : Kind.COMMUNE;
    String slug = matcher.group(2).replace('-', ' ');
    Optional<Place> newest = places.placeInAnyFrame(matcher.group(3), NEWEST);
    Optional<Place> named = places.named(matcher.group(3), slug).or(() -> newest);
    return named.map(
        place -> new Submitter(folder, kind, place.fullName(), Optional.of(place.planDistrict()), Optional.of(place.code())));
  }

  private Optional<Submitter> ofDistrict(String folder, Matcher matcher) {
    Kind kind = matcher.group(1).equals("nhcsxh") ? Kind.BANK : Kind.DISTRICT;
    Optional<District> district = places.findDistrict(Spelling.toneless(matcher.group(2).replace('-', ' ')));
    return district.map(
        found -> new Submitter(folder, kind, found.fullName(), Optional.of(found.code()), Optional.empty()));
  }
}
