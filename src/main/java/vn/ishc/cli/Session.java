package vn.ishc.cli;

import vn.ishc.run.Settings;

/**
 * What every command is given.
 *
 * @param settings what holds for this run
 * @param screen where it speaks
 */
public record Session(Settings settings, Screen screen) {}
