/**
 * The forms we hand out: an empty workbook for a feed, and a return with what is known already filled in. Nobody has to use them; whoever does need not be
 * asked what the file is ({@link vn.ishc.recognise.FormIds}).
 */
@NullMarked
package vn.ishc.form;

import org.jspecify.annotations.NullMarked;
