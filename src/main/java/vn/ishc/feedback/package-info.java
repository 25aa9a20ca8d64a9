/**
 * The answer to the sender: findings in words, and their own workbook back, marked. {@link vn.ishc.feedback.Answer} is what is to be told, from the walk
 * alone ({@link vn.ishc.feedback.WalkedAnswer}) or from the warehouse; {@link vn.ishc.feedback.AnswerWorkbook} writes it.
 */
@NullMarked
package vn.ishc.feedback;

import org.jspecify.annotations.NullMarked;
