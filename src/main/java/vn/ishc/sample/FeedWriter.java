package vn.ishc.sample;

/** Writes the sheets of one feed. */
sealed interface FeedWriter permits RegistryWriter, RosterWriter, TargetsWriter, TableWriter {
  /**
   * Adds the sheets of the plan to the draft, and to the answer what a reader should make of them.
   */
  void write(FilePlan plan, Chance chance, Draft draft, Answer answer);
}
