package vn.ishc.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The names a reader listens to, each a small number, found from bytes without a String. Either by
 * local name alone (OOXML: one namespace in two variants, prefix at the writer's whim), or by
 * prefix and name (OpenDocument: several namespaces with equal local names).
 */
final class XmlNames {
  /** A name nobody listens to. */
  static final int OTHER = -1;

  private static final int KEPT_MAX = 2048;

  private final boolean qualified;
  private final Map<String, Integer> wanted = new HashMap<>();
  private final Map<String, String> usualPrefixes;
  private final Map<String, String> aliases = new HashMap<>();
  private byte[][] keys = new byte[256][];
  private int[] ids = new int[256];
  private int kept;

  private XmlNames(boolean qualified, Map<String, String> usualPrefixes, String... names) {
    this.qualified = qualified;
    this.usualPrefixes = usualPrefixes;
    for (int id = 0; id < names.length; id++) {
      wanted.put(names[id], id);
    }
  }

  /** Listens to local names; the number of a name is its place in the list. */
  static XmlNames local(String... names) {
    return new XmlNames(false, Map.of(), names);
  }

  /**
   * Listens to {@code prefix:name}; another prefix for the same namespace is understood.
   *
   * @param usualPrefixes namespace → the prefix used in {@code names}
   */
  static XmlNames qualified(Map<String, String> usualPrefixes, String... names) {
    return new XmlNames(true, usualPrefixes, names);
  }

  boolean listensToPrefixes() {
    return qualified;
  }

  /** A namespace is given a prefix. */
  void declare(String prefix, String namespace) {
    String usual = usualPrefixes.get(namespace);
    if (usual != null && !usual.equals(prefix)) {
      aliases.put(prefix, usual);
      Arrays.fill(keys, null);
      kept = 0;
    }
  }

  static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** The number of a name, or {@link #OTHER}. */
  int id(byte[] bytes, int from, int to, int hash) {
    int slot = (hash ^ hash >>> 8) & keys.length - 1;
    while (keys[slot] != null) {
      if (Arrays.equals(keys[slot], 0, keys[slot].length, bytes, from, to)) {
        return ids[slot];
      }
      slot = slot + 1 & keys.length - 1;
    }
    return learn(bytes, from, to);
  }

  private int learn(byte[] bytes, int from, int to) {
    String name = canonical(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    int id = wanted.getOrDefault(name, OTHER);
    if (kept < KEPT_MAX) {
      keep(Arrays.copyOfRange(bytes, from, to), id);
    }
    return id;
  }

  private String canonical(String name) {
    int colon = name.indexOf(':');
    if (!qualified) {
      return name.substring(colon + 1);
    }
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String usual = aliases.get(prefix);
    return usual == null ? name : usual + ":" + name.substring(colon + 1);
  }

  private void keep(byte[] key, int id) {
    if (kept * 2 >= keys.length) {
      rehash();
    }
    insert(key, id);
    kept++;
  }

  private void insert(byte[] key, int id) {
    int hash = hash(key, 0, key.length);
    int slot = (hash ^ hash >>> 8) & keys.length - 1;
    while (keys[slot] != null) {
      slot = slot + 1 & keys.length - 1;
    }
    keys[slot] = key;
    ids[slot] = id;
  }

  private void rehash() {
    byte[][] oldKeys = keys;
    int[] oldIds = ids;
    keys = new byte[oldKeys.length * 2][];
    ids = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        insert(oldKeys[i], oldIds[i]);
      }
    }
  }
}
