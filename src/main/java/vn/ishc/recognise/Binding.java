package vn.ishc.recognise;

import vn.ishc.feed.Column;

/**
 * A column of the sheet that a column of the contract is read from.
 *
 * @param sheetColumn 0-based column of the sheet
 * @param column of the contract
 * @param part which part of the value it holds; empty for the whole
 * @param label the headings as written, top to bottom, joined by {@code › }
 */
public record Binding(int sheetColumn, Column column, String part, String label) {}
