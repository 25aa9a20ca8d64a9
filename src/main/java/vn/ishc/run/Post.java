package vn.ishc.run;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import vn.ishc.inbox.MailSettings;

/** Sends mail with an attachment. */
final class Post {
  /** Milliseconds for the server to answer. */
  private static final String PATIENCE = "20000";

  private final MailSettings settings;
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  /** A letter that did not go; the cause is named without quoting the server, which may repeat addresses. */
  static final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    NotSent(Throwable cause) {
      super(Faults.where(cause), cause);
    }
  }

  /**
   * A way to send.
   *
   * @param password of the user who signs in; null where nobody does
   */
  Post(MailSettings settings, @Nullable String password) {
    this.settings = settings;
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    settings.user().ifPresent(sender::setUsername);
    if (password != null) {
      sender.setPassword(password);
    }
    Properties properties = sender.getJavaMailProperties();
    properties.put("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
    properties.put("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.connectiontimeout", PATIENCE);
    properties.put("mail.smtp.timeout", PATIENCE);
    properties.put("mail.smtp.writetimeout", PATIENCE);
  }

  /** Sends one letter to all of these. */
  void send(List<String> to, String subject, String text, Path attached) throws NotSent {
    try {
      MimeMessage message = sender.createMimeMessage();
      MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
      helper.setFrom(settings.from());
      helper.setTo(to.toArray(String[]::new));
      helper.setSubject(subject);
      helper.setText(text);
      helper.addAttachment(String.valueOf(attached.getFileName()), attached.toFile());
      // No automatic answer of an absent officer shall come back.
      message.setHeader("Auto-Submitted", "auto-generated");
      sender.send(message);
    } catch (MessagingException | MailException e) {
      throw new NotSent(e);
    }
  }
}
